"""No float enters a result path: not in the code of the core, and not in anything it computes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

INTI = Path(__file__).resolve().parents[1] / "src" / "tolok" / "core"
NAMA_TERLARANG = {"float", "round", "complex"}
MODUL_TERLARANG = {"random", "statistics", "cmath"}


def _pelanggaran(pohon: ast.AST) -> list[tuple[int, str]]:
    hasil: list[tuple[int, str]] = []
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float | complex):
            hasil.append((simpul.lineno, f"tetapan {simpul.value!r}"))
        elif isinstance(simpul, ast.Name) and simpul.id in NAMA_TERLARANG:
            hasil.append((simpul.lineno, f"nama {simpul.id}"))
        elif isinstance(simpul, ast.Import | ast.ImportFrom):
            modul = simpul.module if isinstance(simpul, ast.ImportFrom) else simpul.names[0].name
            if modul and modul.split(".")[0] in MODUL_TERLARANG:
                hasil.append((simpul.lineno, f"modul {modul}"))
            if modul == "math":
                nama = {alias.name for alias in simpul.names} if isinstance(simpul, ast.ImportFrom) else {"math"}
                if not nama <= {"gcd", "isqrt", "lcm", "comb"}:
                    hasil.append((simpul.lineno, f"math: {sorted(nama)}"))
    return hasil


@pytest.mark.parametrize("berkas", sorted(INTI.rglob("*.py")), ids=lambda p: str(p.relative_to(INTI)))
def test_core_source_names_no_float(berkas: Path) -> None:
    assert _pelanggaran(ast.parse(berkas.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("kode", ["x = 0.5", "y = float(z)", "round(a)", "import statistics", "from math import sqrt"])
def test_the_check_sees_a_float(kode: str) -> None:
    assert _pelanggaran(ast.parse(kode))
