"""
Mutants of one Python file: each a small wrong change in meaning, made by replacing the text of one AST node.

Left alone, because a change there is no change of behaviour or fails before any test looks: annotations, decorators,
docstrings, f-strings, type unions, ``strict=`` of ``zip``, and strings outside comparisons (they are messages).
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

BANDING: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
HITUNG: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "+",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "//",
    ast.Pow: "*",
}
TUKAR_NAMA = {"min": "max", "max": "min", "any": "all", "all": "any"}
BERPASANGAN = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
"""Comparisons whose only mutant is their negation; negating the condition around them would repeat it."""


@dataclass(frozen=True, slots=True)
class Mutan:
    """One change: bytes ``mulai`` to ``akhir`` of the source become ``sesudah``; ``id`` survives edits elsewhere."""

    id: str
    jenis: str
    fungsi: str
    baris: int
    sebelum: str
    sesudah: str
    mulai: int
    akhir: int

    def apply(self, sumber: bytes) -> bytes:
        """Return the source with this change."""
        return sumber[: self.mulai] + self.sesudah.encode() + sumber[self.akhir :]


def find_anggota_enum(daftar_sumber: Iterator[bytes]) -> dict[str, tuple[str, ...]]:
    """Return the member names of every Enum class in the sources."""
    hasil = {}
    for sumber in daftar_sumber:
        for simpul in ast.walk(ast.parse(sumber)):
            if isinstance(simpul, ast.ClassDef) and any("Enum" in ast.unparse(dasar) for dasar in simpul.bases):
                hasil[simpul.name] = tuple(
                    sasaran.id
                    for isi in simpul.body
                    if isinstance(isi, ast.Assign)
                    for sasaran in isi.targets
                    if isinstance(sasaran, ast.Name)
                )
    return hasil


def list_mutan(berkas: str, sumber: bytes, anggota_enum: Mapping[str, tuple[str, ...]]) -> tuple[Mutan, ...]:
    """Return every mutant of the file that still compiles, in the order of the text."""
    pencari = _Pencari(sumber, anggota_enum)
    pencari.visit(ast.parse(sumber))
    hitung: Counter[tuple[str, ...]] = Counter()
    hasil = []
    for jenis, fungsi, simpul, sesudah in sorted(pencari.temuan, key=lambda t: (t[2].lineno, t[2].col_offset)):
        mulai, akhir = pencari.rentang(simpul)
        sebelum = sumber[mulai:akhir].decode()
        kunci = (fungsi, jenis, sebelum, sesudah)
        hitung[kunci] += 1
        nama = f"{berkas}::{fungsi}::{jenis}::{_satu_baris(sebelum)} -> {_satu_baris(sesudah)}#{hitung[kunci]}"
        mutan = Mutan(nama, jenis, fungsi, simpul.lineno, sebelum, sesudah, mulai, akhir)
        if _is_utuh(mutan.apply(sumber)):
            hasil.append(mutan)
    return tuple(hasil)


def _satu_baris(teks: str) -> str:
    return " ".join(teks.split())


def _is_utuh(sumber: bytes) -> bool:
    try:
        compile(sumber, "mutan", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


class _Pencari(ast.NodeVisitor):
    """Walks the tree and notes (kind, function, node to replace, new text)."""

    def __init__(self, sumber: bytes, anggota_enum: Mapping[str, tuple[str, ...]]) -> None:
        self.sumber = sumber
        self.anggota_enum = anggota_enum
        self.temuan: list[tuple[str, str, ast.expr | ast.stmt | ast.pattern, str]] = []
        self._jalur: list[str] = []
        self._awal = [0]
        for baris in sumber.splitlines(keepends=True):
            self._awal.append(self._awal[-1] + len(baris))

    def rentang(self, simpul: ast.expr | ast.stmt | ast.pattern) -> tuple[int, int]:
        """Byte offsets of a node."""
        assert simpul.end_lineno is not None
        assert simpul.end_col_offset is not None
        return (
            self._awal[simpul.lineno - 1] + simpul.col_offset,
            self._awal[simpul.end_lineno - 1] + simpul.end_col_offset,
        )

    def _teks(self, simpul: ast.expr) -> str:
        mulai, akhir = self.rentang(simpul)
        return self.sumber[mulai:akhir].decode()

    def _operan(self, simpul: ast.expr) -> str:
        """Text of an operand; the span of a node leaves the brackets around it out."""
        teks = self._teks(simpul)
        return teks if isinstance(simpul, ast.Name | ast.Attribute | ast.Constant | ast.Call) else f"({teks})"

    def _catat(self, jenis: str, simpul: ast.expr | ast.stmt | ast.pattern, sesudah: str) -> None:
        self.temuan.append((jenis, ".".join(self._jalur) or "<modul>", simpul, sesudah))

    def _visit_badan(self, simpul: ast.FunctionDef | ast.ClassDef) -> None:
        self._jalur.append(simpul.name)
        for isi in simpul.body:
            self.visit(isi)
        self._jalur.pop()

    def visit_FunctionDef(self, simpul: ast.FunctionDef) -> None:
        """Look at defaults and body, not at decorators and annotations."""
        for bawaan in (*simpul.args.defaults, *filter(None, simpul.args.kw_defaults)):
            self.visit(bawaan)
        self._visit_badan(simpul)

    def visit_ClassDef(self, simpul: ast.ClassDef) -> None:
        """Look at the body only."""
        self._visit_badan(simpul)

    def visit_JoinedStr(self, simpul: ast.JoinedStr) -> None:
        """Leave f-strings: they are messages, and 3.11 gives no positions inside them."""

    def visit_AnnAssign(self, simpul: ast.AnnAssign) -> None:
        """Look at the value, not at the annotation."""
        if simpul.value is not None:
            self.visit(simpul.value)

    def visit_keyword(self, simpul: ast.keyword) -> None:
        """Leave ``strict=``: it guards against our own mistakes."""
        if simpul.arg != "strict":
            self.visit(simpul.value)

    def visit_Compare(self, simpul: ast.Compare) -> None:
        """Swap each operator; change a string compared with, take the first letter out of one searched in."""
        daftar = [simpul.left, *simpul.comparators]
        for nomor, operator in enumerate(simpul.ops):
            for baru in BANDING[type(operator)]:
                bagian = [self._operan(daftar[0])]
                for lain, (op, kanan) in enumerate(zip(simpul.ops, daftar[1:], strict=True)):
                    bagian += [baru if lain == nomor else _tulis_banding(op), self._operan(kanan)]
                self._catat("banding", simpul, " ".join(bagian))
        for nomor, operan in enumerate(daftar):
            if isinstance(operan, ast.Constant) and isinstance(operan.value, str):
                anggota = nomor and isinstance(simpul.ops[nomor - 1], ast.In | ast.NotIn)
                self._catat("teks", operan, repr(operan.value[1:] if anggota else operan.value + "X"))
        self.generic_visit(simpul)

    def visit_BinOp(self, simpul: ast.BinOp) -> None:
        """Swap the arithmetic operator, unless a side is evidently text."""
        baru = HITUNG.get(type(simpul.op))
        if baru and not any(_is_teks(sisi) for sisi in (simpul.left, simpul.right)):
            self._catat("hitung", simpul, f"({self._operan(simpul.left)} {baru} {self._operan(simpul.right)})")
        self.generic_visit(simpul)

    def visit_UnaryOp(self, simpul: ast.UnaryOp) -> None:
        """Drop a minus or a not."""
        if isinstance(simpul.op, ast.USub | ast.Not):
            self._catat("tanda", simpul, self._operan(simpul.operand))
        self.generic_visit(simpul)

    def visit_BoolOp(self, simpul: ast.BoolOp) -> None:
        """Swap and with or."""
        baru = " or " if isinstance(simpul.op, ast.And) else " and "
        self._catat("logika", simpul, baru.join(map(self._operan, simpul.values)))
        self.generic_visit(simpul)

    def _negasi(self, syarat: ast.expr) -> None:
        sendiri = isinstance(syarat, ast.Compare) and len(syarat.ops) == 1 and isinstance(syarat.ops[0], BERPASANGAN)
        if not sendiri and not (isinstance(syarat, ast.UnaryOp) and isinstance(syarat.op, ast.Not)):
            self._catat("syarat", syarat, f"(not {self._operan(syarat)})")

    def visit_If(self, simpul: ast.If) -> None:
        """Negate the condition."""
        self._negasi(simpul.test)
        self.generic_visit(simpul)

    def visit_IfExp(self, simpul: ast.IfExp) -> None:
        """Negate the condition."""
        self._negasi(simpul.test)
        self.generic_visit(simpul)

    def visit_While(self, simpul: ast.While) -> None:
        """Negate the condition."""
        self._negasi(simpul.test)
        self.generic_visit(simpul)

    def visit_comprehension(self, simpul: ast.comprehension) -> None:
        """Negate each filter."""
        for syarat in simpul.ifs:
            self._negasi(syarat)
        self.generic_visit(simpul)

    def visit_Constant(self, simpul: ast.Constant) -> None:
        """Turn a truth value; move an int by one, both ways."""
        if isinstance(simpul.value, bool):
            self._catat("benar", simpul, str(not simpul.value))
        elif isinstance(simpul.value, int):
            for beda in (1, -1):
                self._catat("konstanta", simpul, str(simpul.value + beda))

    def visit_Attribute(self, simpul: ast.Attribute) -> None:
        """Take the next member of an enumeration."""
        if isinstance(simpul.value, ast.Name):
            anggota = self.anggota_enum.get(simpul.value.id, ())
            if simpul.attr in anggota and len(anggota) > 1:
                lain = anggota[(anggota.index(simpul.attr) + 1) % len(anggota)]
                self._catat("enum", simpul, f"{simpul.value.id}.{lain}")
        self.generic_visit(simpul)

    def visit_Call(self, simpul: ast.Call) -> None:
        """Swap min with max and any with all."""
        if isinstance(simpul.func, ast.Name) and simpul.func.id in TUKAR_NAMA:
            self._catat("fungsi", simpul.func, TUKAR_NAMA[simpul.func.id])
        self.generic_visit(simpul)

    def visit_Return(self, simpul: ast.Return) -> None:
        """Give None back."""
        if simpul.value is not None and not (isinstance(simpul.value, ast.Constant) and simpul.value.value is None):
            self._catat("kembalikan", simpul, "return None")
        self.generic_visit(simpul)

    def visit_Expr(self, simpul: ast.Expr) -> None:
        """Delete a statement that is a call; docstrings are none."""
        if isinstance(simpul.value, ast.Call):
            self._catat("hapus", simpul, "pass")
        self.generic_visit(simpul)

    def visit_AugAssign(self, simpul: ast.AugAssign) -> None:
        """Delete the statement, or make it a plain assignment."""
        self._catat("hapus", simpul, "pass")
        self._catat("hitung", simpul, f"{self._teks(simpul.target)} = {self._teks(simpul.value)}")
        self.generic_visit(simpul)

    def visit_Assign(self, simpul: ast.Assign) -> None:
        """Delete an assignment into an object; without a local name everything would only crash."""
        if all(isinstance(sasaran, ast.Attribute | ast.Subscript) for sasaran in simpul.targets):
            self._catat("hapus", simpul, "pass")
        self.generic_visit(simpul)

    def visit_Raise(self, simpul: ast.Raise) -> None:
        """Delete the refusal."""
        self._catat("hapus", simpul, "pass")
        self.generic_visit(simpul)

    def visit_Continue(self, simpul: ast.Continue) -> None:
        """Leave the loop instead."""
        self._catat("lompat", simpul, "break")

    def visit_Break(self, simpul: ast.Break) -> None:
        """Go on instead."""
        self._catat("lompat", simpul, "continue")


def _is_teks(simpul: ast.expr) -> bool:
    return isinstance(simpul, ast.JoinedStr) or (isinstance(simpul, ast.Constant) and isinstance(simpul.value, str))


def _tulis_banding(operator: ast.cmpop) -> str:
    return {
        ast.Lt: "<",
        ast.LtE: "<=",
        ast.Gt: ">",
        ast.GtE: ">=",
        ast.Eq: "==",
        ast.NotEq: "!=",
        ast.Is: "is",
        ast.IsNot: "is not",
        ast.In: "in",
        ast.NotIn: "not in",
    }[type(operator)]
