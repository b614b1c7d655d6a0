"""
Charts as vector drawings: capaian of indicators and use of the budget, each bar beside the printed number.

A value that does not exist has a dashed empty bar that says so in words, never a bar of length zero. All coordinates
are integers, tenths of a millimetre.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol, TypeVar

from tolok.core.angka import NOL, Angka
from tolok.core.cetak_angka import format_angka, label_keadaan
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import Bilangan
from tolok.render.susunan.alt import list_alt, shorten
from tolok.render.susunan.ukuran_teks import measure_baris, measure_teks, wrap_teks
from tolok.render.tata_letak import LEBAR_GAMBAR, Bentuk, Gambar, Garis, Kotak, Perataan, TeksGambar

_HURUF: Final = 8
_HURUF_KECIL: Final = 7
_BARIS: Final = measure_baris(_HURUF)
_BARIS_KECIL: Final = measure_baris(_HURUF_KECIL)
_BATANG: Final = 44
_SELA: Final = 34
_SELA_KOLOM: Final = 24
_LANGKAH_PERTAMA: Final = (20, 50, 100)
"""Distances of the grid in points of capaian; beyond the last they grow tenfold."""
_PALING_BANYAK: Final = 8
"""The most grid intervals on an axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatangCapaian:
    """A bar of the capaian chart: the indicator and its capaian in percent."""

    label: str
    capaian: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BatangSerapan:
    """A bar of the budget chart: a program with its pagu, realisasi and serapan."""

    label: str
    pagu: Sel
    realisasi: Sel
    serapan: Sel


BATANG_PER_GAMBAR: Final = 25
"""The most bars of one drawing; the next ones continue on another."""

_Batang = TypeVar("_Batang", BatangCapaian, BatangSerapan)
_BatangLain = TypeVar("_BatangLain", BatangCapaian, BatangSerapan, contravariant=True)


class _LayoutGrafik(Protocol[_BatangLain]):
    def __call__(
        self, daftar_batang: Sequence[_BatangLain], *, acuan: Sequence[_BatangLain], nomor: str, judul: str
    ) -> Gambar: ...


def split_grafik(
    layout: _LayoutGrafik[_Batang], daftar_batang: Sequence[_Batang], *, nomor: str, judul: str
) -> tuple[Gambar, ...]:
    """
    Return a chart as one drawing, or of more than 25 bars as several about equally full ones on the same axis.

    :param layout: ``layout_grafik_capaian`` or ``layout_grafik_serapan``
    """
    jumlah, banyak = len(daftar_batang), -(-len(daftar_batang) // BATANG_PER_GAMBAR)
    batas = [urut * jumlah // banyak for urut in range(banyak + 1)] if banyak else [0]
    return tuple(
        layout(
            daftar_batang[awal:akhir],
            acuan=daftar_batang,
            nomor=nomor,
            judul=judul if banyak == 1 else f"{judul} (bagian {urut} dari {banyak})".strip(),
        )
        for urut, (awal, akhir) in enumerate(pairwise(batas), 1)
    )


@dataclass(frozen=True, slots=True)
class _Sumbu:
    """A horizontal axis: values ``awal`` to ``akhir`` on ``x0`` to ``x1``, a grid line every ``langkah``."""

    x0: int
    x1: int
    awal: Angka
    akhir: Angka
    langkah: int

    def x(self, nilai: Angka) -> int:
        """Return where a value stands."""
        letak = (nilai - self.awal) * (self.x1 - self.x0) / (self.akhir - self.awal)
        return self.x0 + letak.pembilang // letak.penyebut

    def kisi(self) -> tuple[Angka, ...]:
        """Return the values of the grid lines."""
        jumlah = (self.akhir - self.awal) / self.langkah
        return tuple(self.awal + nomor * self.langkah for nomor in range(jumlah.pembilang // jumlah.penyebut + 1))


def layout_grafik_capaian(
    daftar_batang: Sequence[BatangCapaian],
    *,
    acuan: Sequence[BatangCapaian] = (),
    nomor: str = "",
    judul: str = "",
) -> Gambar:
    """
    Return horizontal bars of capaian with a line at 100%.

    :param acuan: all bars of a chart that continues over several drawings; they set the axis
    """
    x0, x1 = _columns([satu.capaian.tercetak for satu in acuan or daftar_batang])
    sumbu = _make_sumbu(x0, x1, [satu.capaian for satu in acuan or daftar_batang])
    atas = _BARIS_KECIL + _SELA // 2
    isi: list[Bentuk] = []
    y = atas
    for satu in daftar_batang:
        baris = wrap_teks(satu.label, lebar=x0 - _SELA_KOLOM, ukuran=_HURUF)
        tinggi = max(_BATANG, len(baris) * _BARIS)
        tengah = y + tinggi // 2
        isi += _label(baris, tengah - len(baris) * _BARIS // 2)
        isi += _bar(sumbu, satu.capaian, tengah)
        isi.append(_number(satu.capaian, tengah))
        y += tinggi + _SELA
    dasar = y - _SELA // 2
    kisi: list[Bentuk] = []
    for nilai in sumbu.kisi():
        x = sumbu.x(nilai)
        kisi.append(Garis(x, atas - _SELA // 2, x, dasar, "garis_lemah", 1))
        kisi.append(_small(x, dasar + _BARIS_KECIL, f"{format_angka(nilai)}%", "tengah"))
    seratus = sumbu.x(Angka(100))
    tanda = (
        Garis(seratus, atas - _SELA // 2, seratus, dasar, "galat", 5),
        _small(seratus, _BARIS_KECIL - 8, "100% = target tercapai", "tengah", "galat"),
    )
    alt = list_alt(
        "Grafik batang capaian kinerja dengan garis 100%.",
        [f"{shorten(satu.label)}: {_read(satu.capaian)}" for satu in daftar_batang],
        sebutan="indikator",
    )
    return Gambar(LEBAR_GAMBAR, dasar + _BARIS_KECIL + 12, (*kisi, *isi, *tanda), alt, nomor, judul)


def layout_grafik_serapan(
    daftar_batang: Sequence[BatangSerapan],
    *,
    acuan: Sequence[BatangSerapan] = (),
    nomor: str = "",
    judul: str = "",
) -> Gambar:
    """
    Return for each program an outlined bar of its pagu, filled with its realisasi, and its serapan.

    :param acuan: all bars of a chart that continues over several drawings; they set the axis
    """
    semua = acuan or daftar_batang
    terbesar = max((_to_angka(s) or NOL for b in semua for s in (b.pagu, b.realisasi)), default=NOL)
    x0, x1 = _columns([satu.serapan.tercetak for satu in semua])
    sumbu = _Sumbu(x0, x1, NOL, terbesar or Angka(1), 1)
    bentuk: list[Bentuk] = [
        Kotak(x0, 8, 30, 20, "lintasan", "garis"),
        _small(x0 + 40, 26, "pagu"),
        Kotak(x0 + 150, 8, 30, 20, "utama", "utama"),
        _small(x0 + 190, 26, "realisasi"),
    ]
    y = _BARIS_KECIL + _SELA
    for satu in daftar_batang:
        baris = wrap_teks(satu.label, lebar=x0 - _SELA_KOLOM, ukuran=_HURUF)
        tinggi = max(_BATANG + _BARIS_KECIL + 8, len(baris) * _BARIS)
        bentuk += _label(baris, y)
        pagu, realisasi = (sumbu.x(_to_angka(sel) or NOL) - x0 for sel in (satu.pagu, satu.realisasi))
        bentuk.append(Kotak(x0, y, pagu, _BATANG, "lintasan", "garis"))
        bentuk.append(Kotak(x0, y + 10, realisasi, _BATANG - 20, "utama", "utama"))
        dasar = y + _BATANG + _BARIS_KECIL
        x = x0
        for teks, identitas in (
            (satu.realisasi.tercetak, satu.realisasi.identitas),
            ("dari", None),
            (satu.pagu.tercetak, satu.pagu.identitas),
        ):
            bentuk.append(TeksGambar(x, dasar, teks, _HURUF_KECIL, warna="teks_lemah", identitas=identitas))
            x += measure_teks(f"{teks} ", ukuran=_HURUF_KECIL)
        bentuk.append(_number(satu.serapan, y + _BATANG // 2))
        y += tinggi + _SELA
    alt = list_alt(
        "Grafik batang pagu dan realisasi.",
        [
            f"{shorten(satu.label)}: {_read(satu.realisasi)} dari {_read(satu.pagu)}, serapan {_read(satu.serapan)}"
            for satu in daftar_batang
        ],
        sebutan="program",
    )
    return Gambar(LEBAR_GAMBAR, y - _SELA // 2, tuple(bentuk), alt, nomor, judul)


def _columns(daftar_angka: Sequence[str]) -> tuple[int, int]:
    """Return where the plot begins and ends, between the labels and the printed numbers."""
    terlebar = max((measure_teks(teks, ukuran=_HURUF, tebal=True) for teks in daftar_angka), default=0)
    return LEBAR_GAMBAR * 38 // 100, LEBAR_GAMBAR - terlebar - _SELA_KOLOM


def _make_sumbu(x0: int, x1: int, daftar_sel: Sequence[Sel]) -> _Sumbu:
    """Return an axis that holds 0, 120 and every value, with a handful of round grid lines."""
    daftar = [NOL, Angka(120), *(angka for sel in daftar_sel if (angka := _to_angka(sel)) is not None)]
    pengali = 1
    while True:
        for langkah in (satu * pengali for satu in _LANGKAH_PERTAMA):
            awal, akhir = min(daftar) / langkah, max(daftar) / langkah
            mulai = awal.pembilang // awal.penyebut
            selesai = -(-akhir.pembilang // akhir.penyebut)
            if selesai - mulai <= _PALING_BANYAK:
                return _Sumbu(x0, x1, Angka(mulai * langkah), Angka(selesai * langkah), langkah)
        pengali *= 10


def _label(baris: Sequence[str], y: int) -> list[Bentuk]:
    """Return the lines of a label from ``y`` down."""
    return [TeksGambar(0, y + nomor * _BARIS - 8, satu, _HURUF) for nomor, satu in enumerate(baris, 1)]


def _bar(sumbu: _Sumbu, sel: Sel, tengah: int) -> list[Bentuk]:
    """Return the bar of a value, or for a missing one a dashed frame with the reason in it."""
    atas, bawah = tengah - _BATANG // 2, tengah + _BATANG // 2
    nilai = _to_angka(sel)
    kiri, kanan = sorted((sumbu.x(NOL), sumbu.x(Angka(100) if nilai is None else nilai)))
    if nilai is not None:
        return [Kotak(kiri, atas, kanan - kiri, _BATANG, "utama", "utama")]
    rangka = (
        (kiri, atas, kanan, atas),
        (kanan, atas, kanan, bawah),
        (kanan, bawah, kiri, bawah),
        (kiri, bawah, kiri, atas),
    )
    return [
        Kotak(kiri, atas, kanan - kiri, _BATANG, "putih", ""),
        *(Garis(*sisi, "netral", 2, putus=True) for sisi in rangka),
        _small(kiri + 12, tengah + 8, _read(sel)),
    ]


def _number(sel: Sel, tengah: int) -> TeksGambar:
    return TeksGambar(LEBAR_GAMBAR, tengah + 9, sel.tercetak, _HURUF, "kanan", True, "teks", sel.identitas)


def _small(x: int, y: int, teks: str, perataan: Perataan = "kiri", warna: str = "teks_lemah") -> TeksGambar:
    return TeksGambar(x, y, teks, _HURUF_KECIL, perataan, False, warna)


def _to_angka(sel: Sel) -> Angka | None:
    return sel.nilai.angka if isinstance(sel.nilai, Bilangan) else None


def _read(sel: Sel) -> str:
    """Return the printed value, or in words why there is none."""
    keadaan = label_keadaan(sel.nilai) if sel.nilai is not None else ""
    return keadaan or sel.tercetak
