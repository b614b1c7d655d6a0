"""Kept verdicts: when an old one still holds, and the file they stand in."""

from __future__ import annotations

import ast
import functools
import json
from pathlib import Path
from typing import Final

from bench.mutasi.salinan import Putusan
from bench.mutasi.urusan import AKAR, INTI, UJI, Urusan, list_uji, make_hash

HASIL: Final = AKAR / "bench/.hasil/mutasi.jsonl"


@functools.cache
def hash_berkas(jalur: str) -> str:
    """Return the hash of a file under the project."""
    return make_hash((AKAR / jalur).read_bytes())


@functools.cache
def hash_semua_uji(berkas: str) -> str:
    """Return the hash of every test file asked about a core file, with what stands beside them."""
    daftar = [p for uji in list_uji(berkas) for p in _list_isi(AKAR / uji)]
    daftar += sorted((AKAR / UJI).glob("*.py"))
    return make_hash(*(hash_berkas(p.relative_to(AKAR).as_posix()) for p in dict.fromkeys(daftar)))


def _list_isi(jalur: Path) -> list[Path]:
    if jalur.is_file():
        return [jalur]
    return sorted(p for p in jalur.rglob("*") if p.suffix in {".py", ".toml", ".csv"})


@functools.cache
def hash_penguji(penguji: str) -> str:
    """Return the hash of the test function behind a pytest name and of the data files beside it; empty if gone."""
    berkas, _, nama = penguji.partition("::")
    jalur = AKAR / berkas
    if not nama or not jalur.is_file():
        return ""
    nama = nama.split("[")[0].split("::")[-1]
    sumber = jalur.read_text(encoding="utf-8")
    for simpul in ast.walk(ast.parse(sumber)):
        if isinstance(simpul, ast.FunctionDef) and simpul.name == nama:
            awal = min(s.lineno for s in (simpul, *simpul.decorator_list))
            badan = "\n".join(sumber.splitlines()[awal - 1 : simpul.end_lineno])
            data = sorted(p for p in jalur.parent.rglob("*") if p.suffix in {".toml", ".csv"})
            return make_hash(badan, *(hash_berkas(p.relative_to(AKAR).as_posix()) for p in data))
    return ""


class Catatan:
    """The kept results, one JSON line each; the last line about a mutant counts."""

    def __init__(self, jalur: Path = HASIL) -> None:
        self.jalur = jalur
        self._isi: dict[str, dict[str, str]] = {}
        if jalur.exists():
            for baris in jalur.read_text(encoding="utf-8").splitlines():
                isi = json.loads(baris)
                self._isi[isi["id"]] = isi

    def find(self, urusan: Urusan) -> Putusan | None:
        """Return the kept result if it still holds."""
        isi = self._isi.get(urusan.mutan.id)
        if isi is None or isi["sumber"] != hash_berkas(f"{INTI}/{urusan.berkas}"):
            return None
        kini = hash_penguji(isi["penguji"]) or hash_semua_uji(urusan.berkas)
        return Putusan(isi["keadaan"], isi["penguji"]) if isi["uji"] == kini else None

    def keep(self, urusan: Urusan, putusan: Putusan) -> None:
        """Append one result."""
        isi = {
            "id": urusan.mutan.id,
            "keadaan": putusan.keadaan,
            "penguji": putusan.penguji,
            "sumber": hash_berkas(f"{INTI}/{urusan.berkas}"),
            "uji": hash_penguji(putusan.penguji) or hash_semua_uji(urusan.berkas),
            "detik": f"{putusan.detik:.2f}",
        }
        self._isi[urusan.mutan.id] = isi
        self.jalur.parent.mkdir(parents=True, exist_ok=True)
        with self.jalur.open("a", encoding="utf-8") as keluaran:
            keluaran.write(json.dumps(isi, ensure_ascii=False) + "\n")
