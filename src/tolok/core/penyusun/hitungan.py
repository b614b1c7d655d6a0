"""A step of a story as mathematics: its formula with names, and the same formula with the numbers put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from tolok.core.angka import SERATUS, Angka
from tolok.core.hasil.penjelasan import BATAS_SEBUT, nama_langkah
from tolok.core.jejak import Jejak, get_nilai
from tolok.core.kebijakan import RumusEfisiensi, RumusTurun
from tolok.core.nilai import Bilangan
from tolok.core.penyusun.lkjip.metode import (
    CAPAIAN,
    RUMUS_CAPAIAN_NAIK,
    RUMUS_CAPAIAN_TURUN,
    RUMUS_EFISIENSI,
    SERAPAN,
)
from tolok.core.penyusun.rumus_huruf import rename_peubah
from tolok.core.rumus.functions import ABS
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import with_nilai

_REALISASI: Final = Peubah("Realisasi")
_TARGET: Final = Peubah("Target")
_PERSEN: Final = BilanganTetap(SERATUS, persen=True)
RUMUS_CAPAIAN_TETAP: Final = Operasi(
    "*",
    Operasi("/", Operasi("-", _TARGET, Panggilan(ABS, (Operasi("-", _REALISASI, _TARGET),))), _TARGET),
    _PERSEN,
)
_RUMUS_CAPAIAN: Final[Mapping[str, Simpul]] = {
    "capaian.naik": RUMUS_CAPAIAN_NAIK,
    "capaian.turun_selisih": RUMUS_CAPAIAN_TURUN[RumusTurun.SELISIH],
    "capaian.turun_nisbah": RUMUS_CAPAIAN_TURUN[RumusTurun.NISBAH],
    "capaian.tetap": RUMUS_CAPAIAN_TETAP,
}
_ATAS, _BAWAH = Peubah("atas"), Peubah("bawah")
_BAGIAN: Final = Operasi("*", Operasi("/", _ATAS, _BAWAH), _PERSEN)
_NAMA_SENDIRI: Final = frozenset({"batas_rentang", "peringkat", "skor"})
"""Operands of a capaian that are not target and realisasi themselves; they are called by their own name."""
_EFISIENSI: Final = {
    f"efisiensi.{rumus.value}": rumus
    for rumus in (RumusEfisiensi.E1, RumusEfisiensi.E2, RumusEfisiensi.E3, RumusEfisiensi.E4, RumusEfisiensi.E6)
}
_JUMLAH: Final = frozenset({"agregasi.arus", "agregasi.jumlah", "agregasi.unit_jumlah", "agregasi.tahun_jumlah"})
_RATA_RATA: Final = frozenset({"rata_rata", "rata_rata_sasaran", "capaian.gabungan_rata_rata"})


class Hitungan(NamedTuple):
    """A formula, the formula with its numbers (``None``: an operand has none), and what it comes to."""

    rumus: Simpul
    terisi: Simpul | None
    hasil: Bilangan | None


def make_hitungan(jejak: Jejak) -> Hitungan | None:
    """
    Return the mathematics of one step, ``None`` if the step is no calculation or one of too many parts to be read.

    Formulas of indicators, capaian, shares, efficiency, and sums and means of up to ``BATAS_SEBUT`` parts.
    """
    operasi = jejak.operasi
    if operasi in ("rumus", "kategori"):
        return Hitungan(parse_rumus(jejak.uraian), with_nilai(jejak), _bilangan(jejak))
    if operasi in _RUMUS_CAPAIAN:
        sebutan = [
            Peubah(anak.uraian) if anak.operasi in _NAMA_SENDIRI else nama
            for nama, anak in zip((_TARGET, _REALISASI), jejak.anak, strict=True)
        ]
        return _dua_operan(jejak, _RUMUS_CAPAIAN[operasi], (_TARGET, _REALISASI), sebutan)
    if operasi in ("serapan", "bagian"):
        return _dua_operan(jejak, _BAGIAN, (_ATAS, _BAWAH), [Peubah(nama_langkah(anak)) for anak in jejak.anak])
    if operasi in _EFISIENSI:
        return _dua_operan(jejak, RUMUS_EFISIENSI[_EFISIENSI[operasi]], (CAPAIAN, SERAPAN), (CAPAIAN, SERAPAN))
    if operasi in _RATA_RATA:
        return _kumpulan(jejak, _rata_rata)
    if operasi in _JUMLAH or operasi.endswith(".jumlah"):
        return _kumpulan(jejak, _jumlah)
    return None


def _dua_operan(jejak: Jejak, rumus: Simpul, daftar_letak: Sequence[Peubah], sebutan: Sequence[Peubah]) -> Hitungan:
    """Put the names, and then the numbers, of the two steps below in their places of the formula."""
    bernama = rename_peubah(rumus, dict(zip(daftar_letak, sebutan, strict=True)))
    daftar_nilai = [_bilangan(anak) for anak in jejak.anak]
    terisi = {
        letak: BilanganTetap(n.angka) for letak, n in zip(daftar_letak, daftar_nilai, strict=True) if n is not None
    }
    return Hitungan(bernama, rename_peubah(rumus, terisi) if len(terisi) == 2 else None, _bilangan(jejak))


def _kumpulan(jejak: Jejak, gabung: Callable[[Sequence[Simpul]], Simpul]) -> Hitungan | None:
    """Put the steps below that have a number side by side; one alone, or too many, are told in words."""
    daftar = [(nama_langkah(anak), nilai.angka) for anak in jejak.anak if (nilai := _bilangan(anak)) is not None]
    if not 1 < len(daftar) <= BATAS_SEBUT or _bilangan(jejak) is None:
        return None
    return Hitungan(
        gabung([Peubah(nama) for nama, _ in daftar]),
        gabung([BilanganTetap(angka) for _, angka in daftar]),
        _bilangan(jejak),
    )


def _jumlah(daftar: Sequence[Simpul]) -> Simpul:
    hasil = daftar[0]
    for satu in daftar[1:]:
        hasil = Operasi("+", hasil, satu)
    return hasil


def _rata_rata(daftar: Sequence[Simpul]) -> Simpul:
    return Operasi("/", _jumlah(daftar), BilanganTetap(Angka(len(daftar))))


def _bilangan(jejak: Jejak) -> Bilangan | None:
    nilai = get_nilai(jejak)
    return nilai if isinstance(nilai, Bilangan) else None
