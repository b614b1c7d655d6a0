"""
The layout as one HTML page: the preview of the paper, and a form that a screen reader can read.

The page has no inline style and no script, so it can be shown under the strictest content security policy. Its look is
the stylesheet ``tolok-kertas.css`` of this package (``gaya_kertas``), which whoever writes the page puts beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Final, NamedTuple

from tolok.render import gaya
from tolok.render.html.isi import (
    TautanAngka,
    atribut_html,
    isi_html,
    paragraf_html,
    tabel_html,
    tanpa_tautan,
    teks_html,
)
from tolok.render.html.svg import gambar_svg
from tolok.render.jangkar import Jangkar, daftar_jangkar
from tolok.render.tata_letak import (
    Blok,
    DaftarButir,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Gambar,
    GantiHalaman,
    Jarak,
    Judul,
    KolomTandaTangan,
    Naskah,
    Paragraf,
    Tabel,
    TandaTangan,
)

__all__ = ["NAMA_GAYA", "Rentang", "gaya_kertas", "id_blok", "render_bagian", "render_html"]

NAMA_GAYA: Final = "tolok-kertas.css"
_BUTIR: Final = {"angka": '<ol type="1">', "huruf": '<ol type="a">', "bulatan": "<ul>"}


def gaya_kertas() -> bytes:
    """Return the stylesheet of the preview; write it as ``NAMA_GAYA`` beside the page."""
    return (files("tolok.render.html") / "statis" / NAMA_GAYA).read_bytes()


class Rentang(NamedTuple):
    """A run of blocks: its section, and from which block to before which (``None``: to the end)."""

    seksi: int
    awal: int = 0
    akhir: int | None = None


def render_html(naskah: Naskah, *, tautan_gaya: str | None = None) -> bytes:
    """
    Return the document as a standalone page.

    :param tautan_gaya: address of the stylesheet; without it the page looks for ``tolok-kertas.css`` beside itself
    :raises GalatKisi: if the cells of a table do not fill it
    """
    penulis = _Penulis(naskah)
    badan = "".join(penulis.seksi(urut) for urut in range(len(naskah.seksi)))
    return (
        '<!doctype html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{teks_html(naskah.judul)}</title>"
        f'<meta name="author" content="{atribut_html(naskah.penerbit)}">'
        f'<meta name="description" content="{atribut_html(naskah.subjek)}">'
        f'<meta name="date" content="{naskah.tanggal.isoformat()}">'
        f'<link rel="stylesheet" href="{atribut_html(tautan_gaya or NAMA_GAYA)}"></head>'
        f'<body class="lembar-kertas"><main class="tk-kertas">{badan}</main></body></html>\n'
    ).encode()


def render_bagian(
    naskah: Naskah,
    daftar_rentang: Iterable[Rentang],
    *,
    tautan: TautanAngka = tanpa_tautan,
    alamat: Callable[[int, int], str] | None = None,
) -> str:
    """
    Return parts of the document to stand inside another page, below an element of the class ``tk-kertas``.

    The ids are those of the whole document, so that parts fit together.

    :param tautan: gives the address of the story of a number
    :param alamat: gives the address of a block by section and number, for the lists of contents; without it they link
        within the page
    :raises GalatKisi: if the cells of a table do not fill it
    """
    penulis = _Penulis(naskah, tautan, alamat)
    return "".join(penulis.seksi(*rentang) for rentang in daftar_rentang)


class _Penulis:
    """Writes the sections of one document; headings and captions get the ids that the lists link to."""

    def __init__(
        self,
        naskah: Naskah,
        tautan: TautanAngka = tanpa_tautan,
        alamat: Callable[[int, int], str] | None = None,
    ) -> None:
        self._naskah = naskah
        self._jangkar = daftar_jangkar(naskah)
        self._tautan = tautan
        self._alamat = alamat or _alamat_di_halaman

    def seksi(self, urut: int, awal: int = 0, akhir: int | None = None) -> str:
        """Return one section of pages, or a run of its blocks."""
        seksi = self._naskah.seksi[urut]
        kelas = "seksi mendatar" if seksi.mendatar else "seksi"
        isi = "".join(self._blok(blok, urut, nomor) for nomor, blok in enumerate(seksi.blok[awal:akhir], start=awal))
        kaki = f'<footer class="kaki">{teks_html(seksi.kaki)}</footer>' if seksi.kaki else ""
        return f'<section class="{kelas}">{isi}{kaki}</section>'

    def _blok(self, blok: Blok, seksi: int, nomor: int) -> str:
        id_ini = id_blok(seksi, nomor)
        match blok:
            case Paragraf():
                return paragraf_html(blok, self._tautan)
            case Judul():
                return _judul(blok, id_ini)
            case DaftarButir():
                buka = _BUTIR[blok.jenis]
                isi = "".join(f"<li>{isi_html(butir, tautan=self._tautan)}</li>" for butir in blok.butir)
                return f"{buka}{isi}</{buka[1:3]}>"
            case Tabel():
                return tabel_html(blok, id_ini, gaya.halaman(self._naskah.seksi[seksi].mendatar), self._tautan)
            case Gambar():
                teks = gaya.teks_keterangan(blok)
                keterangan = f"<figcaption>{teks_html(teks)}</figcaption>" if teks else ""
                return f'<figure id="{id_ini}">{gambar_svg(blok, id_ini, self._tautan)}{keterangan}</figure>'
            case DaftarIsi():
                return self._daftar("judul", "Daftar isi")
            case DaftarTabel():
                return self._daftar("tabel", "Daftar tabel")
            case DaftarGambar():
                return self._daftar("gambar", "Daftar gambar")
            case GantiHalaman():
                return '<hr class="ganti-halaman">'
            case TandaTangan():
                return _tanda_tangan(blok.kolom)
            case Jarak():
                return f'<div class="jarak jarak-{min(100, max(5, -(-blok.mm // 5) * 5))}"></div>'

    def _daftar(self, jenis: str, sebutan: str) -> str:
        isi = "".join(self._butir(satu) for satu in self._jangkar if satu.jenis == jenis)
        return f'<nav class="daftar" aria-label="{sebutan}"><ul>{isi}</ul></nav>'

    def _butir(self, jangkar: Jangkar) -> str:
        alamat = atribut_html(self._alamat(jangkar.seksi, jangkar.blok))
        return f'<li class="tingkat-{jangkar.tingkat}"><a href="{alamat}">{teks_html(jangkar.teks)}</a></li>'


def id_blok(seksi: int, blok: int) -> str:
    """Return the id under which a block stands on the page."""
    return f"b{seksi}-{blok}"


def _alamat_di_halaman(seksi: int, blok: int) -> str:
    return f"#{id_blok(seksi, blok)}"


def _judul(judul: Judul, id_blok: str) -> str:
    sambung = "<br>" if gaya.is_judul_bertingkat(judul) else " "
    isi = sambung.join(teks_html(satu) for satu in (judul.nomor, judul.teks) if satu)
    return f'<h{judul.tingkat} id="{id_blok}">{isi}</h{judul.tingkat}>'


def _tanda_tangan(daftar: Iterable[KolomTandaTangan | None]) -> str:
    hasil = []
    for kolom in daftar:
        if kolom is None:
            hasil.append('<div class="penanda"></div>')
            continue
        atas = "<br>".join(teks_html(baris) for baris in kolom.atas)
        nama, *sisa = kolom.bawah or ("",)
        bawah = "<br>".join((f"<b><u>{teks_html(nama)}</u></b>", *(teks_html(baris) for baris in sisa)))
        hasil.append(f'<div class="penanda"><p>{atas}</p><p class="ruang">{bawah}</p></div>')
    return f'<div class="tanda-tangan">{"".join(hasil)}</div>'
