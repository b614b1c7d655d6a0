"""Drawings as SVG that stands inside a page: no style attribute, no script, a title and a description."""

from __future__ import annotations

from html import escape
from typing import Final

from tolok.render import gaya
from tolok.render.html.isi import TautanAngka, tanpa_tautan
from tolok.render.tata_letak import Bentuk, Gambar, Garis, Kotak, TeksGambar
from tolok.render.warna import hex_teks_di_atas, hex_warna

_PT: Final = 3.528
"""Tenths of a millimetre in a point."""

_JANGKAR: Final = {"kiri": "start", "tengah": "middle", "kanan": "end", "rata": "start"}


def gambar_svg(gambar: Gambar, id_awal: str, tautan: TautanAngka = tanpa_tautan) -> str:
    """
    Return the drawing; ``id_awal`` begins the ids inside it, unique on the page.

    With links inside it is no single picture for a screen reader but a group.
    """
    judul = escape(gaya.clean_teks(gaya.teks_keterangan(gambar) or "Gambar"))
    isi = "".join(_bentuk(bentuk, tautan) for bentuk in gambar.bentuk)
    peran = "group" if "<a " in isi else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {gambar.lebar} {gambar.tinggi}" '
        f'width="{gambar.lebar / 10:g}mm" height="{gambar.tinggi / 10:g}mm" role="{peran}" '
        f'aria-labelledby="{id_awal}-judul {id_awal}-uraian"><title id="{id_awal}-judul">{judul}</title>'
        f'<desc id="{id_awal}-uraian">{escape(gaya.clean_teks(gambar.alt))}</desc>{isi}</svg>'
    )


def _bentuk(bentuk: Bentuk, tautan: TautanAngka) -> str:
    match bentuk:
        case Kotak():
            return _kotak(bentuk)
        case Garis():
            putus = f' stroke-dasharray="{bentuk.tebal * 4} {bentuk.tebal * 3}"' if bentuk.putus else ""
            return (
                f'<line x1="{bentuk.x1}" y1="{bentuk.y1}" x2="{bentuk.x2}" y2="{bentuk.y2}" '
                f'stroke="#{hex_warna(bentuk.warna)}" stroke-width="{bentuk.tebal}"{putus}/>'
            )
        case TeksGambar():
            isi = _teks(
                bentuk.teks, bentuk.x, bentuk.y, bentuk.ukuran, hex_warna(bentuk.warna), _JANGKAR[bentuk.perataan],
                tebal=bentuk.tebal,
            )  # fmt: skip
            if bentuk.identitas:
                if alamat := tautan(bentuk.identitas):
                    isi = f'<a class="jejak" href="{escape(alamat)}">{isi}</a>'
                return f'<g data-identitas="{escape(bentuk.identitas)}">{isi}</g>'
            return isi


def _teks(teks: str, x: int, y: int, ukuran: int, warna: str, jangkar: str, *, tebal: bool) -> str:
    berat = ' font-weight="bold"' if tebal else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{ukuran * _PT:.1f}" fill="#{warna}" text-anchor="{jangkar}"{berat}>'
        f"{escape(gaya.clean_teks(teks))}</text>"
    )


def _kotak(kotak: Kotak) -> str:
    isi = f"#{hex_warna(kotak.isi)}" if kotak.isi else "none"
    garis = f' stroke="#{hex_warna(kotak.garis)}" stroke-width="3"' if kotak.garis else ""
    hasil = f'<rect x="{kotak.x}" y="{kotak.y}" width="{kotak.lebar}" height="{kotak.tinggi}" fill="{isi}"{garis}/>'
    tinggi_baris = round(kotak.ukuran * _PT * 1.2)
    x = kotak.x + kotak.lebar // 2
    y = kotak.y + kotak.tinggi // 2 - tinggi_baris * (len(kotak.teks) - 1) // 2 + round(kotak.ukuran * _PT * 0.35)
    for urut, baris in enumerate(kotak.teks):
        warna = hex_teks_di_atas(kotak.isi)
        hasil += _teks(baris, x, y + urut * tinggi_baris, kotak.ukuran, warna, "middle", tebal=kotak.tebal)
    return hasil
