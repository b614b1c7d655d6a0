"""LaTeX in a printed formula -> marked text; what is broken stays as it stands."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.rumus.pembaca_lambang import BAGI, BARIS, BUKA, MIRING, SIGMA, TUTUP

_BATAS_SARANG: Final = 20

_PERINTAH_TEKS: Final = frozenset({
    "text", "mathrm", "textbf", "textit", "mbox", "mathbf", "mathit", "textrm", "operatorname", "underline", "hbox",
    "mathsf", "textsf", "emph", "overline", "boxed",
})  # fmt: skip
_PERINTAH_GANTI: Final = {
    "times": "×", "cdot": "×", "ast": "*", "div": "÷", "sum": f" {SIGMA} ", "Sigma": f" {SIGMA} ", "alpha": "α",
    "quad": " ", "qquad": " ", "left": "", "right": "", "displaystyle": "", "limits": "", "big": "", "Big": "",
    "bigl": "", "bigr": "", "space": " ", "newline": BARIS, "bar": "", "hline": "---", "beta": "β", "cdots": "...",
    "ldots": "...", "dots": "...", "approx": "=", "leq": "<=", "geq": ">=",
}  # fmt: skip
_PERINTAH_PECAHAN: Final = frozenset({"frac", "dfrac", "tfrac", "cfrac", "genfrac"})
_PERINTAH: Final = re.compile(r"\\([a-zA-Z]+|.)", re.DOTALL)


def strip_latex(teks: str) -> str:
    """Return the text with its LaTeX commands replaced; text without any comes back as it is."""
    if "\\" not in teks and "$" not in teks:
        return teks
    return _latex(re.sub(r"\\begin\{[^{}]*\}(?:\{[^{}]*\})?|\\end\{[^{}]*\}|(?<!\\)\$+|\\[()\[\]]", " ", teks), 0)


def _latex(teks: str, dalam: int) -> str:
    """Turn LaTeX into marked text; what is broken stays as it stands."""
    hasil: list[str] = []
    i = 0
    while i < len(teks):
        if teks[i] == "\\" and (cocok := _PERINTAH.match(teks, i)):
            potong, i = _perintah(cocok[1], teks, cocok.end(), dalam)
            hasil.append(potong)
        elif teks[i] in "^_" and not teks.startswith("__", i) and (i == 0 or teks[i - 1] != "_"):
            isi, i = _argumen(teks, i + 1)
            if not hasil or not hasil[-1].rstrip().endswith(SIGMA):
                hasil.append(_indeks(_latex(isi, dalam + 1) if dalam < _BATAS_SARANG else isi))
        elif teks[i] in "{}":
            i += 1
        else:
            hasil.append(teks[i])
            i += 1
    return "".join(hasil)


def _indeks(isi: str) -> str:
    """Keep a sub- or superscript that names a year (``n-1``, ``t``, ``2020``); drop every other."""
    return f" {isi.strip()} " if re.fullmatch(r"\(?[nt](?:-1)?\)?|\d{4}", isi.replace(" ", "")) else ""


def _perintah(nama: str, teks: str, i: int, dalam: int) -> tuple[str, int]:
    """Return what a LaTeX command stands for, and where the text goes on."""
    if nama in _PERINTAH_PECAHAN and dalam < _BATAS_SARANG:
        atas, i = _argumen(teks, i)
        bawah, i = _argumen(teks, i)
        return f" {BUKA}{_latex(atas, dalam + 1)}{TUTUP}{BAGI}{BUKA}{_latex(bawah, dalam + 1)}{TUTUP} ", i
    if nama in _PERINTAH_TEKS and dalam < _BATAS_SARANG:
        isi, i = _argumen(teks, i)
        return _latex(isi, dalam + 1).replace("/", MIRING), i
    if nama == "\\":
        return "\n", i
    if nama in _PERINTAH_GANTI:
        return _PERINTAH_GANTI[nama], i
    return (nama if nama in "%&#_{}$" else " "), i


_PENGALI_LATEX: Final = re.compile(r"\\times\s*1")


def _argumen(teks: str, i: int) -> tuple[str, int]:
    """Return one LaTeX argument from ``i`` on (a group or a single sign) and where it ends; a lost brace ends it."""
    while i < len(teks) and teks[i].isspace():
        i += 1
    if i >= len(teks) or teks[i] != "{":
        return teks[i : i + 1], i + 1
    sarang = 0
    for j in range(i, len(teks)):
        if teks[j] == "{" and teks[j - 1] != "\\":
            sarang += 1
        elif teks[j] == "}" and teks[j - 1] != "\\":
            sarang -= 1
            if sarang == 0:
                return teks[i + 1 : j], j + 1
    ekor = _PENGALI_LATEX.search(teks, i)
    akhir = ekor.start() if ekor else len(teks)
    return teks[i + 1 : akhir], akhir
