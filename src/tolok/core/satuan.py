"""Units as plain strings, with one canonical spelling for those that decide how a number is written: % and Rp."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

PERSEN: Final = "%"
RUPIAH: Final = "Rp"
KATEGORI: Final = "kategori"

_KANONIK: Final = {
    "%": PERSEN,
    "persen": PERSEN,
    "prosen": PERSEN,
    "persentase": PERSEN,
    "rp": RUPIAH,
    "rp.": RUPIAH,
    "idr": RUPIAH,
    "rupiah": RUPIAH,
    "kategori": KATEGORI,
    "predikat": KATEGORI,
}


@lru_cache(maxsize=4096)
def normalize_satuan(teks: str) -> str:
    """
    Return the canonical spelling of a printed unit: ``%``, ``Rp`` and ``kategori`` for their variants, else the text
    with single spaces and its own letter case.
    """
    rapi = " ".join(teks.split())
    return _KANONIK.get(rapi.casefold(), rapi)


def is_satuan_sama(satu: str, dua: str) -> bool:
    """Whether two printed units are the same unit; letter case, spaces and the known variants do not matter."""
    return satu == dua or normalize_satuan(satu).casefold() == normalize_satuan(dua).casefold()


_CACAH: Final = frozenset(
    {
        "anak", "aparatur", "berkas", "bidang", "buah", "desa", "dokumen", "event", "gender", "hari", "jiwa",
        "kali", "kasus", "kecamatan", "kegiatan", "kelompok", "keluarga", "kelurahan", "kk", "klien", "korban",
        "laki-laki", "laporan", "layanan", "lembaga", "objek", "orang", "paket", "pegawai", "peraturan",
        "perempuan", "permohonan", "pengaduan", "pmks", "ppks", "program", "relawan", "responden", "rumah",
        "siswa", "sub-kegiatan", "surat", "unit", "usaha", "warga",
    }
)  # fmt: skip
"""Things counted piece by piece; the list grows with the documents read."""


_UKURAN: Final = frozenset({PERSEN, KATEGORI, "indeks", "index", "nilai", "nisbah", "permil", "poin", "rasio", "skor"})
"""Measures of a state: those of two units do not add up to that of both."""


def is_satuan_jumlahan(satuan: str) -> bool:
    """Whether numbers in this unit may be added over units: counts and amounts, but no percentage, index or rate."""
    kata = normalize_satuan(satuan).casefold()
    return "/" not in kata and " per " not in kata and kata.partition(" ")[0] not in _UKURAN


def is_satuan_utuh(satuan: str) -> bool:
    """Whether a number in this unit has no thousandths: money and what is counted piece by piece, but no rate."""
    kata = normalize_satuan(satuan).casefold()
    if kata == RUPIAH.casefold():
        return True
    return "/" not in kata and " per " not in kata and kata.partition(" ")[0] in _CACAH
