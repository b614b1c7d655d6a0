"""What the contents and the lists of tables and drawings point at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tolok.render.gaya import teks_judul, teks_keterangan
from tolok.render.tata_letak import Gambar, Judul, Naskah, Tabel

JenisJangkar = Literal["judul", "tabel", "gambar"]


@dataclass(frozen=True, slots=True)
class Jangkar:
    """A heading or caption: its running number (from 1), where its block stands, and how a list prints it."""

    nomor: int
    seksi: int
    blok: int
    jenis: JenisJangkar
    tingkat: int
    teks: str


def daftar_jangkar(naskah: Naskah) -> tuple[Jangkar, ...]:
    """Return in reading order every heading shown in the contents, and every table and drawing with a caption."""
    hasil: list[Jangkar] = []
    for urut_seksi, seksi in enumerate(naskah.seksi):
        for urut_blok, blok in enumerate(seksi.blok):
            jenis: JenisJangkar
            match blok:
                case Judul() if blok.tampil_di_daftar:
                    jenis, tingkat, teks = "judul", blok.tingkat, teks_judul(blok)
                case Tabel() if teks_keterangan(blok):
                    jenis, tingkat, teks = "tabel", 1, teks_keterangan(blok)
                case Gambar() if teks_keterangan(blok):
                    jenis, tingkat, teks = "gambar", 1, teks_keterangan(blok)
                case _:
                    continue
            hasil.append(Jangkar(len(hasil) + 1, urut_seksi, urut_blok, jenis, tingkat, teks))
    return tuple(hasil)
