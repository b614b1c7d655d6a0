"""Running the rules: over the documents of one or several files, in the order a reader meets the places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.reviu.aturan_reviu import Bahan
from tolok.core.reviu.daftar import BERSAMA, SATU
from tolok.core.reviu.instansi import group_per_instansi
from tolok.core.reviu.temuan import LetakTemuan, Temuan, TingkatTemuan

_BERAT: Final = {TingkatTemuan.GALAT: 0, TingkatTemuan.PERINGATAN: 1, TingkatTemuan.SARAN: 2}


def review(daftar_berkas: Iterable[BerkasTerbaca], *, pilih: frozenset[str] = frozenset()) -> tuple[Temuan, ...]:
    """
    Return what the rules find, file by file in reading order; documents of one agency are also held together.

    Two rules that accuse the same printed value at the same place give one finding, the graver one.

    :param pilih: codes of rules to run; empty: all
    """
    daftar_bahan = tuple(Bahan(b.berkas, dokumen) for b in daftar_berkas for dokumen in b.dokumen)
    temuan = [
        satu
        for aturan, periksa in SATU
        if not pilih or aturan.kode in pilih
        for bahan in daftar_bahan
        for satu in periksa(bahan)
    ]
    temuan += [
        satu
        for kelompok in group_per_instansi(daftar_bahan)
        for aturan, periksa in BERSAMA
        if not pilih or aturan.kode in pilih
        for satu in periksa(kelompok)
    ]
    urutan_berkas = {nama: nomor for nomor, nama in enumerate(dict.fromkeys(bahan.berkas for bahan in daftar_bahan))}
    return tuple(sorted(_satukan(temuan), key=lambda satu: (urutan_berkas[satu.letak.berkas], _urutan(satu.letak))))


def _satukan(daftar: list[Temuan]) -> Iterable[Temuan]:
    """Keep the graver of findings about the same printed value at the same place."""
    per_tempat: dict[tuple[LetakTemuan, str], Temuan] = {}
    for urutan, satu in enumerate(sorted(daftar, key=lambda satu: _BERAT[satu.tingkat])):
        tanpa_tempat = satu.letak.letak.baris is None and satu.letak.letak.sel is None and not satu.tercetak
        kunci = (satu.letak, f"{satu.tercetak}\n{urutan if tanpa_tempat else ''}")
        per_tempat.setdefault(kunci, satu)
    return per_tempat.values()


def _urutan(tempat: LetakTemuan) -> tuple[int, int, str]:
    return (tempat.letak.halaman or 0, tempat.letak.baris or 0, tempat.letak.sel or "")
