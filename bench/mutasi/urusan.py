"""Which mutants there are, in which order they are tried, and which tests are asked about each."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.mutasi.mutan import Mutan, find_anggota_enum, list_mutan

AKAR: Final = Path(__file__).parents[2]
BENIH: Final = 2021
INTI: Final = "src/tolok/core"
UJI: Final = "tests"

DAFTAR_BERKAS: Final = (
    "agregasi.py",
    "angka.py",
    "baca_angka.py",
    "capaian.py",
    "cetak_angka.py",
    "edisi.py",
    "efisiensi.py",
    "gabungan.py",
    "gaya_angka.py",
    "hasil/anggaran.py",
    "hasil/indikator.py",
    "hasil/realisasi.py",
    "hasil/tahun.py",
    "lke.py",
    "nilai.py",
    "rumus/nisbah.py",
    "penilaian.py",
    "periode.py",
    "pohon.py",
    "rekap_anggaran.py",
    "rumus/bilangan.py",
    "rumus/evaluator.py",
    "rumus/functions.py",
    "rumus/parser.py",
    "satuan.py",
    "skala.py",
    "hasil/target_berlaku.py",
)
"""The files in which a wrong sign becomes a wrong number."""

UJI_BERSAMA: Final = (
    "tests/contoh",
    "tests/core/hasil/test_*.py",
    "tests/core/rumus/test_evaluator.py",
    "tests/contoh_paket/test_hasil_contoh.py",
    "tests/contoh_paket/test_formulir_contoh.py",
)
"""Asked after the tests named after the file: worked cases and the whole calculation of a year."""


UJI_LAIN: Final = {
    "hasil/indikator.py": "tests/core/hasil/test_hasil_indikator.py",
    "hasil/realisasi.py": "tests/core/hasil/test_hasil_realisasi.py",
    "hasil/tahun.py": "tests/core/hasil/test_hasil_tahun.py",
    "hasil/anggaran.py": "tests/core/test_rekap_anggaran.py",
    "rumus/functions.py": "tests/core/rumus/test_parser.py",
    "hasil/target_berlaku.py": "tests/core/hasil/test_hasil_indikator.py",
}
"""Files whose own tests bear another name."""


@dataclass(frozen=True, slots=True)
class Urusan:
    """One mutant with its file (path under the core)."""

    berkas: str
    mutan: Mutan


def list_urusan(benih: int = BENIH, daftar_berkas: Iterable[str] = DAFTAR_BERKAS) -> list[Urusan]:
    """Return every mutant of the files in the random order of the seed."""
    inti = AKAR / INTI
    anggota = find_anggota_enum(jalur.read_bytes() for jalur in sorted(inti.rglob("*.py")))
    semua = (
        Urusan(berkas, mutan)
        for berkas in daftar_berkas
        for mutan in list_mutan(berkas, (inti / berkas).read_bytes(), anggota)
    )
    return sorted(semua, key=lambda urusan: make_hash(f"{benih}:{urusan.mutan.id}"))


@functools.cache
def list_uji_sendiri(berkas: str) -> tuple[str, ...]:
    """Return the test files that are a core file's own."""
    jalur = Path(berkas)
    senama = _tulis_jalur(sorted((AKAR / UJI / "core" / jalur.parent).glob(f"test_{jalur.stem}*.py")))
    return (*senama, UJI_LAIN[berkas]) if berkas in UJI_LAIN else senama


@functools.cache
def list_uji_bersama() -> tuple[str, ...]:
    """Return the test files asked about every core file."""
    return _tulis_jalur(ada for pola in UJI_BERSAMA for ada in sorted(AKAR.glob(pola)))


@functools.cache
def list_uji(berkas: str) -> tuple[str, ...]:
    """Return all test files asked about a core file: its namesakes first, then the shared ones."""
    return tuple(dict.fromkeys((*list_uji_sendiri(berkas), *list_uji_bersama())))


def _tulis_jalur(daftar: Iterable[Path]) -> tuple[str, ...]:
    return tuple(ada.relative_to(AKAR).as_posix() for ada in daftar)


def make_hash(*bagian: str | bytes) -> str:
    """Return one hash over the parts and their bounds."""
    return hashlib.sha256(b"\0".join(b if isinstance(b, bytes) else b.encode() for b in bagian)).hexdigest()
