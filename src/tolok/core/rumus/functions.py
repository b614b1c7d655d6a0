"""The functions a formula may call: their names, how many parts they take, and what they say in a sentence."""

from __future__ import annotations

from typing import Final, NamedTuple

from tolok.core.saran import find_mirip


class Fungsi(NamedTuple):
    """One function: takes exactly ``banyak`` parts (``None``: one or more); and its words."""

    nama: str
    banyak: int | None
    sebutan: str
    contoh: str


JUMLAH: Final = "jumlah"
RATA_RATA: Final = "rata_rata"
RATA_RATA_GEOMETRIK: Final = "rata_rata_geometrik"
MAKS: Final = "maks"
MIN: Final = "min"
ABS: Final = "abs"
FGT: Final = "fgt"
KATEGORI: Final = "kategori"

DAFTAR_FUNGSI: Final[dict[str, Fungsi]] = {
    f.nama: f
    for f in (
        Fungsi(JUMLAH, None, "jumlah", "jumlah([A]; [B])"),
        Fungsi(RATA_RATA, None, "rata-rata", "rata_rata([A]; [B])"),
        Fungsi(RATA_RATA_GEOMETRIK, None, "rata-rata geometrik", "rata_rata_geometrik([A]; [B])"),
        Fungsi(MAKS, None, "nilai terbesar", "maks([A]; [B])"),
        Fungsi(MIN, None, "nilai terkecil", "min([A]; [B])"),
        Fungsi(ABS, 1, "nilai mutlak", "abs([A])"),
        Fungsi(FGT, 3, "indeks kemiskinan FGT", "fgt([pengeluaran]; [garis kemiskinan]; 0)"),
        Fungsi(KATEGORI, 1, "kategori", "kategori([Level])"),
    )
}

_PADANAN: Final = {
    "sum": JUMLAH,
    "total": JUMLAH,
    "mean": RATA_RATA,
    "average": RATA_RATA,
    "rata": RATA_RATA,
    "rerata": RATA_RATA,
    "max": MAKS,
    "maksimum": MAKS,
    "terbesar": MAKS,
    "minimum": MIN,
    "terkecil": MIN,
    "mutlak": ABS,
    "geomean": RATA_RATA_GEOMETRIK,
    "level": KATEGORI,
    "predikat": KATEGORI,
}


def nearest_fungsi(nama: str) -> str:
    """Return the function somebody meant who wrote ``nama`` (a foreign name or a slip), or ``""``."""
    return _PADANAN.get(nama.casefold()) or find_mirip(nama, DAFTAR_FUNGSI)
