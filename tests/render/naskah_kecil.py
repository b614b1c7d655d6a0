"""Small documents around the blocks under test."""

from __future__ import annotations

from datetime import date

from tolok.render.tata_letak import Blok, Naskah, Seksi


def dengan_blok(*blok: Blok, judul: str = "Uji", kaki: str = "", mendatar: bool = False) -> Naskah:
    """Return a document of one section."""
    seksi = Seksi(blok, mendatar=mendatar, nomor_halaman="arab", kaki=kaki)
    return Naskah("uji", judul, "uji", "Dinas Contoh", date(2021, 2, 5), (seksi,), "uji")
