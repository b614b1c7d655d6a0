"""The cover of a document: whose it is above, what it is in the middle, where and when below."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.organisasi import Instansi
from tolok.render.susunan.ukuran_teks import measure_teks, wrap_teks
from tolok.render.susunan.unsur import paragraf
from tolok.render.tata_letak import Blok, Jarak, Paragraf

_LEBAR_NAMA = 1350
_HURUF_NAMA = 14
_RUANG_LAMBANG = 50
"""Millimetres above the title that stay free for the coat of arms, which the agency puts in itself."""

_RUANG_BAWAH = 70


def susun_sampul(instansi: Instansi, judul: Sequence[str]) -> tuple[Blok, ...]:
    """
    Return the blocks of a cover page.

    :param judul: lines of the title, each a paragraph
    """
    return (
        Jarak(10),
        paragraf(instansi.pemerintah.upper(), gaya="sampul", tebal=True),
        _nama(instansi.nama.upper()),
        Jarak(_RUANG_LAMBANG),
        *(paragraf(satu, gaya="sampul_besar") for satu in judul),
        Jarak(_RUANG_BAWAH),
        paragraf(instansi.kota.upper(), gaya="sampul", tebal=True),
        *((paragraf(instansi.alamat, gaya="tengah"),) if instansi.alamat else ()),
    )


def _nama(nama: str) -> Paragraf:
    """Return the name of the agency broken into lines of about the same width, as few as it needs."""
    daftar_baris = wrap_teks(nama, lebar=_LEBAR_NAMA, ukuran=_HURUF_NAMA)
    lebar = -(-measure_teks(nama, ukuran=_HURUF_NAMA) // len(daftar_baris))
    while len(rata := wrap_teks(nama, lebar=lebar, ukuran=_HURUF_NAMA)) > len(daftar_baris):
        lebar += 20
    return paragraf("\n".join(rata), gaya="sampul", tebal=True)
