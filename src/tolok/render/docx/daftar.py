"""Headings, captions and the lists that point at them, filled in already so that they are right before any update."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tolok.render import gaya
from tolok.render.docx.isi import Penghitung
from tolok.render.docx.xml import alinea, larik, medan
from tolok.render.gaya import sebutan
from tolok.render.jangkar import Jangkar
from tolok.render.tata_letak import Gambar, Judul, Tabel

_AKHIR_NOMOR = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]|(?<![0-9])(?:0|[1-9][0-9]{0,4}))$")
_PERINTAH = {"judul": r'TOC \o "1-4" \h \z', "tabel": r'TOC \h \z \c "Tabel"', "gambar": r'TOC \h \z \c "Gambar"'}


def penanda_buku(isi: str, jangkar: Jangkar | None, penghitung: Penghitung) -> str:
    """Return the runs inside the bookmark that the lists point at."""
    if jangkar is None:
        return isi
    nomor = penghitung.next_id()
    return f'<w:bookmarkStart w:id="{nomor}" w:name="{_nama(jangkar)}"/>{isi}<w:bookmarkEnd w:id="{nomor}"/>'


def _nama(jangkar: Jangkar) -> str:
    return f"_Toc{jangkar.nomor:09d}"


def judul_xml(judul: Judul, jangkar: Jangkar | None, penghitung: Penghitung, *, halaman_baru: bool) -> str:
    """Return a heading in its real style; one that is not in the contents has a style of the same look."""
    if gaya.is_judul_bertingkat(judul):
        isi = f"<w:r>{larik(judul.nomor)[5:-6]}<w:br/>{larik(judul.teks)[5:-6]}</w:r>"
    else:
        isi = larik(gaya.teks_judul(judul))
    nama_gaya = f"Heading{judul.tingkat}" if judul.tampil_di_daftar else f"JudulTanpaDaftar{judul.tingkat}"
    return alinea(penanda_buku(isi, jangkar, penghitung), gaya=nama_gaya, halaman_baru=halaman_baru)


def keterangan_xml(
    blok: Tabel | Gambar, jangkar: Jangkar | None, penghitung: Penghitung, *, di_atas: bool, halaman_baru: bool
) -> str:
    """
    Return a caption whose number ends in a sequence field, by which a word processor finds it for its lists.

    The field is told its number (``SEQ Tabel \\* ALPHABETIC \\r 1`` shows "A"), so ``3.1.1.A`` stays what we print.
    A list by style instead would need a separator that differs between Windows languages.
    """
    nama = sebutan(blok)
    awal, perintah, akhir_nomor = _urutan(blok.nomor)
    urutan = medan(f"SEQ {nama} {perintah}", larik(akhir_nomor, tambahan="" if akhir_nomor else "<w:vanish/>"))
    isi = (larik(f"{nama} {awal}") if blok.nomor else "") + urutan
    isi += larik(f" {blok.judul}" if blok.nomor and blok.judul else blok.judul)
    return alinea(penanda_buku(isi, jangkar, penghitung), gaya="Caption", berikut=di_atas, halaman_baru=halaman_baru)


def _urutan(nomor: str) -> tuple[str, str, str]:
    """Split ``3.1.1.A`` into ``3.1.1.``, the switches of the field that shows ``A``, and ``A``."""
    cocok = _AKHIR_NOMOR.search(nomor)
    if cocok is None:
        return nomor, r"\h", ""
    akhir = cocok.group()
    if akhir.isdigit():
        perintah = rf"\* ARABIC \r {int(akhir)}"
    else:
        perintah = rf"\* {'ALPHABETIC' if akhir.isupper() else 'alphabetic'} \r {ord(akhir.lower()) - ord('a') + 1}"
    return nomor[: cocok.start()], perintah, akhir


def daftar_xml(
    jenis: str, daftar_jangkar: Iterable[Jangkar], halaman_per_jangkar: dict[int, str], *, halaman_baru: bool
) -> str:
    """Return the contents (``judul``) or a list of captions as one field around its entries."""
    awal = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {_PERINTAH[jenis]} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    akhir = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    daftar = [jangkar for jangkar in daftar_jangkar if jangkar.jenis == jenis]
    if not daftar:
        return alinea(awal + akhir, gaya="BodyText", halaman_baru=halaman_baru)
    hasil = []
    for urut, jangkar in enumerate(daftar):
        nama = _nama(jangkar)
        halaman = medan(rf"PAGEREF {nama} \h", larik(halaman_per_jangkar.get(jangkar.nomor, "")))
        isi_tautan = f"{larik(jangkar.teks)}<w:r><w:tab/></w:r>{halaman}"
        tautan = f'<w:hyperlink w:anchor="{nama}" w:history="1">{isi_tautan}</w:hyperlink>'
        isi = (awal if urut == 0 else "") + tautan + (akhir if urut == len(daftar) - 1 else "")
        nama_gaya = f"TOC{jangkar.tingkat}" if jenis == "judul" else "TableofFigures"
        hasil.append(alinea(isi, gaya=nama_gaya, halaman_baru=halaman_baru and urut == 0))
    return "".join(hasil)
