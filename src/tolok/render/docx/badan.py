"""The body: blocks in order, sections with their page format, numbering and footer."""

from __future__ import annotations

from dataclasses import dataclass, field

from tolok.render import gaya
from tolok.render.docx.daftar import daftar_xml, judul_xml, keterangan_xml
from tolok.render.docx.gambar import gambar_xml
from tolok.render.docx.isi import Penghitung, isi_xml, paragraf_xml
from tolok.render.docx.tabel import tabel_xml, tanda_tangan_xml
from tolok.render.docx.xml import KEPALA, RUANG_NAMA, alinea, larik, medan, twip
from tolok.render.jangkar import Jangkar
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
    Naskah,
    Paragraf,
    Seksi,
    Tabel,
    TandaTangan,
)

_SELA_CATATAN = 'w:before="100" w:after="20"'
_FORMAT_NOMOR = {"romawi": "lowerRoman", "arab": "decimal"}


@dataclass(slots=True)
class Badan:
    """Builds ``word/document.xml`` and the footers it refers to."""

    daftar_jangkar: tuple[Jangkar, ...]
    halaman_per_jangkar: dict[int, str]
    penghitung: Penghitung = field(default_factory=Penghitung)
    daftar_kaki: list[str] = field(default_factory=list)

    def document_xml(self, naskah: Naskah) -> str:
        """Return the main part; the last section's properties close the body, the others close a paragraph."""
        jangkar_per_letak = {(satu.seksi, satu.blok): satu for satu in self.daftar_jangkar}
        isi = []
        for urut, seksi in enumerate(naskah.seksi):
            halaman = gaya.halaman(seksi.mendatar)
            halaman_baru = False
            for urut_blok, blok in enumerate(seksi.blok):
                isi.append(self._blok(blok, halaman, jangkar_per_letak.get((urut, urut_blok)), halaman_baru))
                halaman_baru = isinstance(blok, GantiHalaman)
            sifat = self._seksi(seksi)
            akhir = alinea("", gaya="Sela", sela='w:line="20" w:lineRule="exact"', seksi=sifat)
            isi.append(sifat if urut == len(naskah.seksi) - 1 else akhir)
        return f"{KEPALA}<w:document {RUANG_NAMA}><w:body>{''.join(isi)}</w:body></w:document>"

    def _blok(self, blok: Blok, halaman: gaya.Halaman, jangkar: Jangkar | None, halaman_baru: bool) -> str:
        match blok:
            case Paragraf():
                return paragraf_xml(blok, self.penghitung, halaman_baru=halaman_baru)
            case Judul():
                return judul_xml(blok, jangkar, self.penghitung, halaman_baru=halaman_baru)
            case DaftarButir():
                return self._butir(blok, halaman_baru)
            case Tabel():
                return self._tabel(blok, halaman, jangkar, halaman_baru)
            case Gambar():
                return self._gambar(blok, halaman, jangkar, halaman_baru)
            case DaftarIsi():
                return self._daftar("judul", halaman_baru)
            case DaftarTabel():
                return self._daftar("tabel", halaman_baru)
            case DaftarGambar():
                return self._daftar("gambar", halaman_baru)
            case TandaTangan():
                sela = alinea("", gaya="Sela", halaman_baru=halaman_baru, sela='w:line="280" w:lineRule="exact"')
                return sela + tanda_tangan_xml(blok, halaman) + alinea("", gaya="Sela")
            case Jarak():
                tinggi = f'w:line="{twip(blok.mm)}" w:lineRule="exact"'
                return alinea("", gaya="Sela", halaman_baru=halaman_baru, sela=tinggi)
            case GantiHalaman():
                return ""

    def _daftar(self, jenis: str, halaman_baru: bool) -> str:
        return daftar_xml(jenis, self.daftar_jangkar, self.halaman_per_jangkar, halaman_baru=halaman_baru)

    def _butir(self, blok: DaftarButir, halaman_baru: bool) -> str:
        nomor = self.penghitung.next_daftar(blok.jenis)
        nama_gaya = "ListBullet" if blok.jenis == "bulatan" else "ListNumber"
        return "".join(
            alinea(
                isi_xml(butir, self.penghitung),
                gaya=nama_gaya,
                perataan="rata",
                nomor=nomor,
                halaman_baru=halaman_baru and urut == 0,
            )
            for urut, butir in enumerate(blok.butir)
        )

    def _tabel(self, tabel: Tabel, halaman: gaya.Halaman, jangkar: Jangkar | None, halaman_baru: bool) -> str:
        kepala = ""
        if gaya.teks_keterangan(tabel):
            kepala = keterangan_xml(tabel, jangkar, self.penghitung, di_atas=True, halaman_baru=halaman_baru)
        elif halaman_baru:
            kepala = alinea("", gaya="Sela", halaman_baru=True)
        akhir = len(tabel.catatan) - 1
        catatan = "".join(
            paragraf_xml(paragraf, self.penghitung, berikut=urut < akhir, sela="" if urut else _SELA_CATATAN)
            for urut, paragraf in enumerate(tabel.catatan)
        )
        sela = 'w:line="60" w:lineRule="exact"' if catatan else ""
        return kepala + tabel_xml(tabel, halaman, self.penghitung) + catatan + alinea("", gaya="Sela", sela=sela)

    def _gambar(self, gambar: Gambar, halaman: gaya.Halaman, jangkar: Jangkar | None, halaman_baru: bool) -> str:
        badan = alinea(gambar_xml(gambar, halaman, self.penghitung), gaya="Gambar", halaman_baru=halaman_baru)
        if not gaya.teks_keterangan(gambar):
            return badan
        return badan + keterangan_xml(gambar, jangkar, self.penghitung, di_atas=False, halaman_baru=False)

    def _seksi(self, seksi: Seksi) -> str:
        halaman = gaya.halaman(seksi.mendatar)
        kaki = _kaki_xml(seksi, halaman)
        if kaki not in self.daftar_kaki:
            self.daftar_kaki.append(kaki)
        nomor_kaki = self.daftar_kaki.index(kaki) + 1
        arah = ' w:orient="landscape"' if seksi.mendatar else ""
        nomor = ""
        if seksi.nomor_halaman or seksi.mulai is not None:
            rupa = f' w:fmt="{_FORMAT_NOMOR[seksi.nomor_halaman]}"' if seksi.nomor_halaman else ""
            mulai = f' w:start="{seksi.mulai}"' if seksi.mulai is not None else ""
            nomor = f"<w:pgNumType{rupa}{mulai}/>"
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="rIdKaki{nomor_kaki}"/><w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twip(halaman.lebar)}" w:h="{twip(halaman.tinggi)}"{arah}/>'
            f'<w:pgMar w:top="{twip(halaman.atas)}" w:right="{twip(halaman.kanan)}" w:bottom="{twip(halaman.bawah)}" '
            f'w:left="{twip(halaman.kiri)}" w:header="567" w:footer="680" w:gutter="0"/>{nomor}'
            '<w:cols w:space="708"/></w:sectPr>'
        )


def _kaki_xml(seksi: Seksi, halaman: gaya.Halaman) -> str:
    nomor = medan("PAGE", larik("1")) if seksi.nomor_halaman else ""
    if seksi.kaki:
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{twip(halaman.lebar_isi)}"/></w:tabs>'
        isi = (
            f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tab}</w:pPr>{larik(seksi.kaki)}'
            f"{'<w:r><w:tab/></w:r>' if nomor else ''}{nomor}</w:p>"
        )
    else:
        isi = alinea(nomor, gaya="KakiTengah")
    return f"{KEPALA}<w:ftr {RUANG_NAMA}>{isi}</w:ftr>"
