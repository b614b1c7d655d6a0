"""Plain arithmetic with fractions, written as in the column ``hitungan``: an independent check of the engine."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction

_OPERATOR: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def hitung(teks: str) -> Fraction:
    """Return the value of a text such as ``49,48 / 48,25 * 100``."""
    teks = re.sub(r"(?<=\d),(?=\d)", ".", teks)

    def nilai(simpul: ast.expr) -> Fraction:
        match simpul:
            case ast.BinOp(left=kiri, op=op, right=kanan):
                return _OPERATOR[type(op)](nilai(kiri), nilai(kanan))
            case ast.Constant():
                return Fraction(ast.get_source_segment(teks, simpul) or "")
        raise ValueError(ast.dump(simpul))

    return nilai(ast.parse(teks, mode="eval").body)


def cetak(angka: Fraction, contoh: str) -> str:
    """Return a number rounded half up and written with the decimals and the unit of ``contoh``."""
    cocok = re.fullmatch(r"−?[\d.]+(?:,(\d+))?(\D*)", contoh)
    assert cocok, contoh
    digit = len(cocok[1] or "")
    bulat, pecahan = divmod((abs(angka) * 10**digit * 2 + 1) // 2, 10**digit)
    ribuan = f"{bulat:,}".replace(",", ".")
    return ("−" if angka < 0 else "") + ribuan + (f",{pecahan:0{digit}d}" if digit else "") + cocok[2]
