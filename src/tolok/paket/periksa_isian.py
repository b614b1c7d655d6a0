"""Checks that what a new package only suggests has been replaced; a word no document begins with tells it."""

from __future__ import annotations

from typing import Final

from tolok.paket.masalah import Masalah, Tingkat
from tolok.paket.mentah import PaketMentah

AWALAN_ISIAN: Final = "ISI:"
"""Begins every text of a new package that says what to write there."""


def check_isian(mentah: PaketMentah) -> None:
    """Note every text that is still the suggestion of a new package."""
    for tabel in mentah.tabel.values():
        for baris in tabel.daftar_baris:
            for kolom, teks in baris.sel.items():
                if teks.startswith(AWALAN_ISIAN):
                    mentah.catatan.tambah(tabel.masalah(baris, kolom, _pesan(teks), tingkat=Tingkat.PERINGATAN))
    for narasi in mentah.daftar_narasi:
        if narasi.teks.startswith(AWALAN_ISIAN):
            letak = (narasi.baris, "teks" if narasi.is_sel else None)
            masalah = Masalah(narasi.berkas, *letak, _pesan(narasi.teks), Tingkat.PERINGATAN)
            mentah.catatan.tambah(masalah)


def _pesan(teks: str) -> str:
    return f"Belum diisi; tulis {teks.removeprefix(AWALAN_ISIAN).strip()}."
