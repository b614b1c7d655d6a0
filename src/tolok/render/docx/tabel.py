"""Tables and signature blocks, row by row; merged cells are written as such, never through a grid of objects."""

from __future__ import annotations

import itertools
from functools import partial

from tolok.render import gaya
from tolok.render.docx.isi import Penghitung, is_rumus, isi_xml, rumus_tampil
from tolok.render.docx.styles import gaya_isi_tabel
from tolok.render.docx.xml import alinea, larik, twip
from tolok.render.kisi import Petak
from tolok.render.susun_tabel import INDEN_MM, SusunanTabel, is_tebal, susun_tabel
from tolok.render.tata_letak import KolomTandaTangan, Paragraf, Tabel, TandaTangan
from tolok.render.titik_pisah import beri_titik_pisah
from tolok.render.warna import WARNA

_INDEN = twip(INDEN_MM)
_SELA_ALINEA = 'w:after="50"'
_PERAN_TENGAH = frozenset({"kepala", "nomor"})


def tabel_xml(tabel: Tabel, halaman: gaya.Halaman, penghitung: Penghitung) -> str:
    """
    Return the table without caption and notes.

    :raises GalatKisi: if the cells do not fill the table
    """
    susunan = susun_tabel(tabel, halaman)
    penghitung.daftar_ukuran.add(susunan.ukuran)
    lebar = bagi_lebar(susunan.lebar, twip(halaman.lebar_isi))
    baris_xml = []
    for nomor, (baris, utuh) in enumerate(zip(susunan.kisi, susunan.utuh, strict=True)):
        sifat = ("<w:cantSplit/>" if utuh else "") + ("<w:tblHeader/>" if nomor < len(tabel.kepala) else "")
        sifat = f"<w:trPr>{sifat}</w:trPr>" if sifat else ""
        isi = "".join(
            _petak(petak, nomor, lebar, susunan, penghitung, bercatatan=bool(tabel.catatan)) for petak in baris
        )
        baris_xml.append(f"<w:tr>{sifat}{isi}</w:tr>")
    return _bungkus("".join(baris_xml), lebar, "TabelTolok")


def bagi_lebar(bobot: tuple[int, ...], jumlah: int) -> list[int]:
    """Return whole widths in proportion to the weights that add up to ``jumlah`` exactly."""
    jumlah_bobot = sum(bobot)
    batas = [jumlah * sum(bobot[:i]) // jumlah_bobot for i in range(len(bobot) + 1)]
    return [kanan - kiri for kiri, kanan in itertools.pairwise(batas)]


def _bungkus(baris: str, lebar: list[int], gaya_tabel: str) -> str:
    kolom = "".join(f'<w:gridCol w:w="{satu}"/>' for satu in lebar)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{gaya_tabel}"/><w:tblW w:w="{sum(lebar)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{kolom}</w:tblGrid>{baris}</w:tbl>'
    )


def _is_berikut(susunan: SusunanTabel, nomor: int, *, bercatatan: bool) -> bool:
    """Whether a row stays with what follows it: the notes after the last row, in a short table also the next row."""
    is_akhir = nomor == len(susunan.kisi) - 1
    return (bercatatan and susunan.catatan_pendek) if is_akhir else susunan.menyatu


def _petak(
    petak: Petak, nomor: int, lebar: list[int], susunan: SusunanTabel, penghitung: Penghitung, *, bercatatan: bool
) -> str:
    sel = petak.sel
    sifat = f'<w:tcW w:w="{sum(lebar[petak.kolom : petak.kolom + sel.kolom])}" w:type="dxa"/>'
    if sel.kolom > 1:
        sifat += f'<w:gridSpan w:val="{sel.kolom}"/>'
    lanjutan = petak.baris != nomor
    if lanjutan:
        sifat += "<w:vMerge/>"
    elif sel.baris > 1:
        sifat += '<w:vMerge w:val="restart"/>'
    if sel.peran in gaya.PERAN_LATAR:
        sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{WARNA["latar"].upper()}"/>'
    if sel.peran in _PERAN_TENGAH:
        sifat += '<w:vAlign w:val="center"/>'
    berikut = sel.peran == "kepala" or susunan.bersama[nomor] or _is_berikut(susunan, nomor, bercatatan=bercatatan)
    isi = (
        ""
        if lanjutan
        else "".join(
            _paragraf_sel(p, petak, susunan, penghitung, berikut=berikut, is_akhir=urut == len(sel.isi))
            for urut, p in enumerate(sel.isi, start=1)
        )
    )
    isi = isi or alinea("", gaya=gaya_isi_tabel(susunan.ukuran), berikut=berikut)
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi}</w:tc>"


def _paragraf_sel(
    paragraf: Paragraf,
    petak: Petak,
    susunan: SusunanTabel,
    penghitung: Penghitung,
    *,
    berikut: bool,
    is_akhir: bool,
) -> str:
    sel = petak.sel
    perataan = paragraf.perataan or ("tengah" if paragraf.gaya == "tengah" else sel.perataan)
    if is_rumus(paragraf):
        letak = "right" if perataan == "kanan" else "center" if perataan == "tengah" else "left"
        isi = rumus_tampil(paragraf, penghitung, perataan=letak, ukuran=susunan.ukuran)
    else:
        isi = isi_xml(
            paragraf.isi,
            penghitung,
            tebal=sel.peran in gaya.PERAN_TEBAL,
            ukuran=susunan.ukuran,
            miring=sel.peran == "nomor" or paragraf.gaya == "kutipan",
            ubah=partial(
                beri_titik_pisah, ruang_mm=susunan.ruang_mm(petak), ukuran=susunan.ukuran, tebal=is_tebal(sel)
            ),
        )
    return alinea(
        isi,
        gaya=gaya_isi_tabel(susunan.ukuran),
        perataan=None if perataan == "kiri" else perataan,
        inden=_INDEN * sel.indentasi,
        berikut=berikut,
        sela="" if is_akhir else _SELA_ALINEA,
    )


def tanda_tangan_xml(blok: TandaTangan, halaman: gaya.Halaman) -> str:
    """Return a signature block: one row that stays on one page."""
    lebar = bagi_lebar((1,) * len(blok.kolom), twip(halaman.lebar_isi))
    sel = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{satu}" w:type="dxa"/></w:tcPr>{_penanda(kolom)}</w:tc>'
        for satu, kolom in zip(lebar, blok.kolom, strict=True)
    )
    return _bungkus(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{sel}</w:tr>", lebar, "TableNormal")


def _penanda(kolom: KolomTandaTangan | None) -> str:
    if kolom is None:
        return alinea("", gaya="TandaTangan")
    hasil = [alinea(larik(baris), gaya="TandaTangan", berikut=True) for baris in kolom.atas]
    sela = f'w:before="{twip(gaya.RUANG_TANDA_TANGAN_MM)}"'
    for urut, baris in enumerate(kolom.bawah):
        nama = larik(baris, tebal=True, tambahan='<w:u w:val="single"/>') if urut == 0 else larik(baris)
        hasil.append(alinea(nama, gaya="TandaTangan", sela=sela if urut == 0 else ""))
    return "".join(hasil) or alinea("", gaya="TandaTangan")
