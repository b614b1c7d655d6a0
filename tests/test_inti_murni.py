"""The core takes values and returns values: nothing in it reads a clock, chance, files or the network."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

INTI = Path(__file__).resolve().parents[1] / "src" / "tolok" / "core"
MODUL_TERLARANG = frozenset(
    (
        "asyncio",
        "http",
        "io",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib",
        "uuid",
    )
)
NAMA_TERLARANG = frozenset(("open", "print", "input", "today", "now", "utcnow", "environ", "getenv"))
PEMBACA_TABEL = frozenset(("peraturan/__init__.py", "rumus/parser.py"))
"""Who reads the tables and the grammar that are part of the core."""


def _pelanggaran(pohon: ast.AST, *, boleh_tabel: bool = False) -> Iterator[str]:
    for simpul in ast.walk(pohon):
        match simpul:
            case ast.Import(names=daftar):
                daftar_modul = [alias.name for alias in daftar]
            case ast.ImportFrom(module=str(modul)):
                daftar_modul = [modul]
            case ast.Name(id=nama) | ast.Attribute(attr=nama):
                if nama in NAMA_TERLARANG or (nama.startswith("read_text") and not boleh_tabel):
                    yield nama
                continue
            case _:
                continue
        for modul in daftar_modul:
            akar = modul.partition(".")[0]
            is_dikenal = akar in sys.stdlib_module_names or akar == "lark" or modul.startswith("tolok.core")
            if not is_dikenal or akar in MODUL_TERLARANG or (akar == "importlib" and not boleh_tabel):
                yield modul


@pytest.mark.parametrize("berkas", sorted(INTI.rglob("*.py")), ids=lambda p: p.relative_to(INTI).as_posix())
def test_core_reaches_for_nothing_outside(berkas: Path) -> None:
    boleh_tabel = berkas.relative_to(INTI).as_posix() in PEMBACA_TABEL
    pohon = ast.parse(berkas.read_text(encoding="utf-8"))
    assert list(_pelanggaran(pohon, boleh_tabel=boleh_tabel)) == []


@pytest.mark.parametrize(
    "kode",
    [
        "import time",
        "from os import environ",
        "date.today()",
        "open('x')",
        "import yaml",
        "from tolok.paket import muat",
        "from importlib.resources import files",
        "jalur.read_text()",
    ],
)
def test_the_check_sees_what_reaches_outside(kode: str) -> None:
    assert list(_pelanggaran(ast.parse(kode)))
