"""Runs, paragraphs and tables of the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from tolok.core.rumus.printing import to_mathml
from tolok.render import gaya
from tolok.render.identitas import format_nilai_tepat, identitas_sel
from tolok.render.susun_tabel import susun_tabel
from tolok.render.tata_letak import Isi, Matematika, Paragraf, SelTabel, Tabel, Teks

_DISPLAY = ' display="block"'

TautanAngka = Callable[[str], str]
"""Gives the address of the story of a quantity by its identity, ``""`` if there is none."""


def tanpa_tautan(_identitas: str) -> str:
    """Give no address: the numbers of the page stand alone."""
    return ""


def teks_html(teks: str) -> str:
    """Return a text ready to stand in an element or in double quotes; line breaks become elements."""
    return escape(gaya.clean_teks(teks)).replace("\n", "<br>")


def atribut_html(teks: str) -> str:
    """Return a text ready to stand in double quotes."""
    return escape(gaya.clean_teks(teks))


def isi_html(daftar: Iterable[Isi], *, is_tampil: bool = False, tautan: TautanAngka = tanpa_tautan) -> str:
    """Return runs; a quantity is a ``data`` element with its exact value and its identity, inside its link if any."""
    hasil = []
    for isi in daftar:
        match isi:
            case Matematika():
                rumus = to_mathml(isi.simpul)
                hasil.append(rumus if is_tampil else rumus.replace(_DISPLAY, "", 1))
            case Teks():
                satu = teks_html(isi.teks)
                sel = identitas_sel(isi)
                if sel and sel.identitas:
                    nilai, nama = atribut_html(format_nilai_tepat(sel.nilai)), atribut_html(sel.identitas)
                    satu = f'<data value="{nilai}" data-identitas="{nama}">{satu}</data>'
                    if alamat := tautan(sel.identitas):
                        satu = f'<a class="jejak" href="{atribut_html(alamat)}">{satu}</a>'
                satu = f"<b>{satu}</b>" if isi.tebal else satu
                hasil.append(f"<i>{satu}</i>" if isi.miring else satu)
    return "".join(hasil)


def is_rumus(paragraf: Paragraf) -> bool:
    """Whether a paragraph is a formula alone."""
    return len(paragraf.isi) == 1 and isinstance(paragraf.isi[0], Matematika)


def paragraf_html(paragraf: Paragraf, tautan: TautanAngka = tanpa_tautan) -> str:
    """Return a paragraph; its kind and alignment are classes."""
    kelas = f"p-{paragraf.gaya.replace('_', '-')}" + (f" rata-{paragraf.perataan}" if paragraf.perataan else "")
    if is_rumus(paragraf):
        return f'<div class="rumus">{isi_html(paragraf.isi, is_tampil=True)}</div>'
    return f'<p class="{kelas}">{isi_html(paragraf.isi, tautan=tautan)}</p>'


def tabel_html(tabel: Tabel, id_tabel: str, halaman: gaya.Halaman, tautan: TautanAngka = tanpa_tautan) -> str:
    """
    Return a table with caption, column widths by class, and head cells that say what they head.

    :raises GalatKisi: if the cells do not fill the table
    """
    susunan = susun_tabel(tabel, halaman)
    jumlah = sum(susunan.lebar)
    kolom = "".join(f'<col class="lb-{max(1, round(lebar * 100 / jumlah))}">' for lebar in susunan.lebar)
    batas = len(tabel.kepala)
    baris = [
        "<tr>"
        + "".join(_sel(petak.sel, "th" if nomor < batas else "td", tautan) for petak in satu if petak.baris == nomor)
        + "</tr>"
        for nomor, satu in enumerate(susunan.kisi)
    ]
    kepala, badan = "".join(baris[:batas]), "".join(baris[batas:])
    teks = gaya.teks_keterangan(tabel)
    return (
        f'<div class="bungkus" tabindex="0" role="region" aria-label="{atribut_html(teks or "Tabel")}">'
        f'<table id="{id_tabel}" class="huruf-{susunan.ukuran}">'
        + (f"<caption>{teks_html(teks)}</caption>" if teks else "")
        + f"<colgroup>{kolom}</colgroup>"
        + (f"<thead>{kepala}</thead>" if kepala else "")
        + f"<tbody>{badan}</tbody></table></div>"
        + "".join(paragraf_html(paragraf, tautan) for paragraf in tabel.catatan)
    )


def _sel(sel: SelTabel, unsur: str, tautan: TautanAngka) -> str:
    sifat = ""
    if unsur == "th":
        sifat += ' scope="colgroup"' if sel.kolom > 1 else ' scope="col"'
    if sel.kolom > 1:
        sifat += f' colspan="{sel.kolom}"'
    if sel.baris > 1:
        sifat += f' rowspan="{sel.baris}"'
    kelas = [f"rata-{sel.perataan}"]
    if sel.peran:
        kelas.append(f"peran-{sel.peran}")
    if sel.indentasi:
        kelas.append(f"inden-{min(sel.indentasi, 6)}")
    isi = "<br>".join(isi_html(paragraf.isi, is_tampil=is_rumus(paragraf), tautan=tautan) for paragraf in sel.isi)
    return f'<{unsur}{sifat} class="{" ".join(kelas)}">{isi}</{unsur}>'
