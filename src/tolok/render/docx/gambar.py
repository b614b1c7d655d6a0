"""Drawings as groups of DrawingML shapes: vector, editable, with a description for those who cannot see them."""

from __future__ import annotations

from typing import Final

from tolok.render import gaya
from tolok.render.docx.isi import Penghitung, kendali
from tolok.render.docx.xml import atribut_xml, larik
from tolok.render.tata_letak import Bentuk, Gambar, Garis, Kotak, TeksGambar
from tolok.render.warna import hex_teks_di_atas, hex_warna

_EMU: Final = 3600
"""English Metric Units in a tenth of a millimetre."""

_EMU_PT: Final = 12700
_LEBAR_HURUF: Final = 62
"""Hundredths of the font size that a text box grants to each letter; more than any word needs."""

_JANGKAR: Final = {"kiri": ("left", 0), "tengah": ("center", 1), "kanan": ("right", 2), "rata": ("left", 0)}


def gambar_xml(gambar: Gambar, halaman: gaya.Halaman, penghitung: Penghitung) -> str:
    """Return a run that holds the drawing, scaled to fit between the margins."""
    skala = gaya.skala_gambar(gambar, halaman)
    lebar, tinggi = gambar.lebar * _EMU, gambar.tinggi * _EMU
    nomor = penghitung.next_id()
    nama = atribut_xml(gaya.teks_keterangan(gambar) or "Gambar")
    bentuk = "".join(_bentuk(satu, skala, penghitung) for satu in gambar.bentuk)
    luas = f'cx="{int(lebar * skala)}" cy="{int(tinggi * skala)}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {luas}/>'
        f'<wp:docPr id="{nomor}" name="{nama}" descr="{atribut_xml(gambar.alt)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {luas}/><a:chOff x="0" y="0"/><a:chExt cx="{lebar}" cy="{tinggi}"/></a:xfrm></wpg:grpSpPr>'
        f"{bentuk}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback>{larik(gambar.alt)[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _bentuk(bentuk: Bentuk, skala: float, penghitung: Penghitung) -> str:
    match bentuk:
        case Kotak():
            return _kotak(bentuk, skala, penghitung)
        case Garis():
            return _garis(bentuk, penghitung)
        case TeksGambar():
            return _teks(bentuk, skala, penghitung)


def _isi_warna(hex_: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{hex_.upper()}"/></a:solidFill>' if hex_ else "<a:noFill/>"


def _bidang(x: int, y: int, lebar: int, tinggi: int, rupa: str, *, balik: bool = False) -> str:
    arah = ' flipV="1"' if balik else ""
    return (
        f'<a:xfrm{arah}><a:off x="{x}" y="{y}"/><a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm>'
        f'<a:prstGeom prst="{rupa}"><a:avLst/></a:prstGeom>'
    )


def _wadah(nomor: int, nama: str, sifat: str, isi: str, badan: str, *, is_teks: bool = False) -> str:
    jenis = ' txBox="1"' if is_teks else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{nomor}" name="{nama} {nomor}"/><wps:cNvSpPr{jenis}/>'
        f"<wps:spPr>{sifat}</wps:spPr>{isi}<wps:bodyPr {badan}/></wps:wsp>"
    )


def _sifat_huruf(ukuran: int, skala: float, warna: str, *, tebal: bool) -> str:
    setengah = max(2, int(ukuran * 2 * skala))
    return (
        f'<w:rFonts w:ascii="{gaya.HURUF_GAMBAR}" w:hAnsi="{gaya.HURUF_GAMBAR}" w:cs="{gaya.HURUF_GAMBAR}"/>'
        f'{"<w:b/>" if tebal else ""}<w:color w:val="{warna.upper()}"/><w:sz w:val="{setengah}"/>'
        f'<w:szCs w:val="{setengah}"/>'
    )


def _kotak_teks(daftar: tuple[str, ...], perataan: str) -> str:
    isi = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Normal"/><w:suppressAutoHyphens/><w:jc w:val="{perataan}"/></w:pPr>{baris}</w:p>'
        for baris in daftar
    )
    return f"<wps:txbx><w:txbxContent>{isi}</w:txbxContent></wps:txbx>"


def _kotak(kotak: Kotak, skala: float, penghitung: Penghitung) -> str:
    garis = f'<a:ln w="9525">{_isi_warna(hex_warna(kotak.garis) if kotak.garis else "")}</a:ln>'
    sifat = _bidang(kotak.x * _EMU, kotak.y * _EMU, kotak.lebar * _EMU, kotak.tinggi * _EMU, "rect")
    sifat += _isi_warna(hex_warna(kotak.isi) if kotak.isi else "") + garis
    huruf = _sifat_huruf(kotak.ukuran, skala, hex_teks_di_atas(kotak.isi), tebal=kotak.tebal)
    isi = _kotak_teks(tuple(larik(baris, tambahan=huruf) for baris in kotak.teks), "center") if kotak.teks else ""
    badan = 'wrap="square" lIns="28800" tIns="14400" rIns="28800" bIns="14400" anchor="ctr"'
    return _wadah(penghitung.next_id(), "Kotak", sifat, isi, badan)


def _garis(garis: Garis, penghitung: Penghitung) -> str:
    x, y = min(garis.x1, garis.x2) * _EMU, min(garis.y1, garis.y2) * _EMU
    lebar, tinggi = abs(garis.x2 - garis.x1) * _EMU, abs(garis.y2 - garis.y1) * _EMU
    balik = (garis.x2 - garis.x1) * (garis.y2 - garis.y1) < 0
    putus = '<a:prstDash val="dash"/>' if garis.putus else ""
    sifat = _bidang(x, y, lebar, tinggi, "line", balik=balik)
    sifat += f'<a:ln w="{garis.tebal * _EMU}">{_isi_warna(hex_warna(garis.warna))}{putus}</a:ln>'
    return _wadah(penghitung.next_id(), "Garis", sifat, "", "")


def _teks(teks: TeksGambar, skala: float, penghitung: Penghitung) -> str:
    """A text box around the anchor: as wide as the text can be, its baseline where the layout puts it."""
    perataan, bagian = _JANGKAR[teks.perataan]
    lebar = max(1, len(teks.teks)) * teks.ukuran * _EMU_PT * _LEBAR_HURUF // 100
    tinggi = teks.ukuran * _EMU_PT * 13 // 10
    atas = teks.y * _EMU - teks.ukuran * _EMU_PT * 92 // 100
    sifat = (
        _bidang(teks.x * _EMU - lebar * bagian // 2, atas, lebar, tinggi, "rect")
        + "<a:noFill/><a:ln><a:noFill/></a:ln>"
    )
    isi = larik(teks.teks, tambahan=_sifat_huruf(teks.ukuran, skala, hex_warna(teks.warna), tebal=teks.tebal))
    if teks.identitas:
        isi = kendali(isi, teks.identitas, penghitung)
    badan = 'wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"'
    return _wadah(penghitung.next_id(), "Teks", sifat, _kotak_teks((isi,), perataan), badan, is_teks=True)
