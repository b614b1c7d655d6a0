"""The findings of a review as one list to filter and sort: a row each, also for those that were accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tolok.core.angka import Angka
from tolok.core.dokumen.sel import Letak, Sel
from tolok.core.nilai import Bilangan
from tolok.core.reviu.catatan import ButirReviu, CatatanReviu
from tolok.core.reviu.sebutan import SEBUTAN_KEYAKINAN, SEBUTAN_TINGKAT, format_daftar_tempat, format_tempat
from tolok.core.reviu.temuan import LetakTemuan
from tolok.render.susunan.unsur import kepala, sel_angka, sel_teks
from tolok.render.tata_letak import Seksi, SelTabel, Tabel

_KOLOM: Final = (
    ("No", 10), ("Tingkat", 27), ("Keyakinan", 21), ("Status", 18), ("Berkas", 30), ("Halaman", 17), ("Letak", 32),
    ("Aturan", 42), ("Tercetak", 32), ("Seharusnya", 28), ("Temuan", 84), ("Juga pada", 32), ("Dasar", 38),
    ("Kode aturan", 34), ("Sidik", 26), ("Alasan diterima", 38),
)  # fmt: skip
"""Heads, and widths in millimetres."""

TEMPAT_LAIN: Final = 6
"""So many other places of a finding are listed; the rest is counted."""


def seksi_lembar(model: CatatanReviu) -> tuple[Seksi, ...]:
    """Return the list as a section of its own; none without any finding."""
    daftar = (*model.daftar_butir, *model.daftar_diterima)
    if not daftar:
        return ()
    tabel = Tabel(
        kepala=(tuple(kepala(teks) for teks, _ in _KOLOM),),
        baris=tuple(tuple(_sel(butir)) for butir in daftar),
        lebar=tuple(lebar for _, lebar in _KOLOM),
        judul="Temuan",
        ukuran_huruf=9,
        saringan=True,
    )
    return (Seksi((tabel,), mendatar=True, nomor_halaman="arab"),)


def _sel(butir: ButirReviu) -> Iterator[SelTabel]:
    temuan = butir.temuan
    letak = temuan.letak.letak
    tanpa_halaman = LetakTemuan("", Letak(None, letak.baris, letak.tabel, letak.sel), temuan.letak.baris_akhir)
    yield _sel_bilangan(butir.nomor)
    yield sel_teks(SEBUTAN_TINGKAT[temuan.tingkat])
    yield sel_teks(SEBUTAN_KEYAKINAN[temuan.keyakinan].capitalize())
    yield sel_teks("Diterima" if butir.alasan else "Terbuka")
    yield sel_teks(temuan.letak.berkas)
    yield sel_teks("") if letak.halaman is None else _sel_bilangan(letak.halaman)
    yield sel_teks(format_tempat(tanpa_halaman, sebut_berkas=False))
    yield sel_teks(butir.aturan.judul)
    yield sel_teks(temuan.tercetak)
    yield sel_teks("" if temuan.seharusnya is None else temuan.seharusnya)
    yield sel_teks(temuan.pesan)
    yield sel_teks(format_daftar_tempat(butir.letak_lain, paling_banyak=TEMPAT_LAIN))
    yield sel_teks(butir.aturan.dasar)
    yield sel_teks(butir.aturan.kode)
    yield sel_teks(butir.sidik)
    yield sel_teks(butir.alasan)


def _sel_bilangan(bilangan: int) -> SelTabel:
    return sel_angka(Sel(str(bilangan), Bilangan(Angka(bilangan), "")))
