"""The blocks of a layout on a worksheet, one below the other, on a grid that all tables of the sheet share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from xlsxwriter.utility import xl_range

from tolok.render import gaya
from tolok.render.susun_tabel import SusunanTabel
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
    Kotak,
    Paragraf,
    SelTabel,
    Tabel,
    TandaTangan,
    Teks,
    TeksGambar,
)
from tolok.render.warna import WARNA
from tolok.render.xlsx.lembar import Lembar

_SATUAN_KISI: Final = 1000
_DEKAT: Final = 8
"""Column borders of two tables closer than this (thousandths of the width) are one border."""

_PERATAAN: Final = {"kiri": "left", "tengah": "center", "kanan": "right", "rata": "left"}
_RUPA_PER_GAYA: Final[Mapping[str, dict[str, Any]]] = {
    "biasa": {},
    "tengah": {"align": "center"},
    "keterangan": {"ukuran": 9},
    "sampul": {"align": "center", "ukuran": 14},
    "sampul_besar": {"align": "center", "ukuran": 20, "bold": True},
    "kutipan": {"italic": True, "indent": 2},
}
_BARIS_TANDA_TANGAN: Final = 4


def batas_kisi(daftar_lebar: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the column borders, in thousandths of the width, that let tables of these columns stand on one grid."""
    semua = sorted({batas for lebar in daftar_lebar for batas in _batas(lebar)} | {0, _SATUAN_KISI})
    hasil = [0]
    for batas in semua:
        if batas - hasil[-1] > _DEKAT:
            hasil.append(batas)
    hasil[-1] = _SATUAN_KISI
    return tuple(hasil)


def _batas(lebar: tuple[int, ...]) -> list[int]:
    jumlah = sum(lebar)
    return [_SATUAN_KISI * sum(lebar[:urut]) // jumlah for urut in range(len(lebar) + 1)]


class PenulisBlok:
    """Writes blocks onto a sheet; ``susunan`` yields its tables as placed, ``tautan`` sheets of tables elsewhere."""

    def __init__(
        self,
        lembar: Lembar,
        batas: tuple[int, ...],
        *,
        susunan: Iterable[SusunanTabel] = (),
        tautan: Iterator[str] | None = None,
    ) -> None:
        self.lembar = lembar
        self.batas = batas
        self.susunan = iter(susunan)
        self.tautan = tautan
        self.kepala: list[tuple[int, int]] = []

    def tulis(self, blok: Blok) -> None:
        """Write one block below what is there."""
        match blok:
            case Paragraf():
                self._paragraf(blok)
            case Judul():
                self._judul(blok)
            case DaftarButir():
                self._butir(blok)
            case Tabel() if self.tautan is not None:
                self._rujukan(blok, next(self.tautan))
            case Tabel():
                self._tabel(blok)
            case Gambar():
                self._gambar(blok)
            case TandaTangan():
                self._tanda_tangan(blok)
            case Jarak():
                self.lembar.baris += max(1, blok.mm // 10)
            case DaftarIsi() | DaftarTabel() | DaftarGambar() | GantiHalaman():
                pass

    def _selebar(self, isi: Paragraf, *, ukuran: int = 11, **sifat: Any) -> None:
        lembar = self.lembar
        jumlah = lembar.tulis(
            (isi,), baris=lembar.baris, kolom=0, lebar=lembar.jumlah_kolom, ukuran=ukuran, valign="top", **sifat
        )
        lembar.tinggi_baris(lembar.baris, jumlah, ukuran)
        lembar.baris += 1

    def _paragraf(self, paragraf: Paragraf) -> None:
        rupa = dict(_RUPA_PER_GAYA[paragraf.gaya])
        if paragraf.perataan is not None:
            rupa["align"] = _PERATAAN[paragraf.perataan]
        self._selebar(paragraf, **rupa)

    def _judul(self, judul: Judul) -> None:
        if self.lembar.baris:
            self.lembar.baris += 1
        letak = {"align": "center"} if judul.tingkat == 1 else {}
        isi = Paragraf((Teks(gaya.teks_judul(judul)),))
        self._selebar(isi, ukuran=gaya.UKURAN_JUDUL[judul.tingkat], bold=True, **letak)

    def _butir(self, daftar: DaftarButir) -> None:
        for urut, butir in enumerate(daftar.butir):
            tanda = {"angka": f"{urut + 1}. ", "huruf": f"{_huruf(urut)}. "}.get(daftar.jenis, "• ")
            self._selebar(Paragraf((Teks(tanda), *butir)), indent=1)

    def _rujukan(self, tabel: Tabel, nama: str) -> None:
        lembar = self.lembar
        teks = f"{gaya.teks_keterangan(tabel) or 'Tabel'} (lembar {nama})"
        rupa = lembar.buku.format(font_size=11, font_color=f"#{WARNA['utama']}", underline=1)
        lembar.lembar.write_url(lembar.baris, 0, tautan_lembar(nama), rupa, teks[:255])
        lembar.baris += 1

    def _gambar(self, gambar: Gambar) -> None:
        """A worksheet has no vector drawing; its description stands as text, and below it what that leaves out."""
        uraian = self.lembar.baris
        self._selebar(Paragraf((Teks(f"{gaya.teks_keterangan(gambar) or 'Gambar'}: {gambar.alt}"),)), italic=True)
        for bentuk in gambar.bentuk:
            if isinstance(bentuk, Kotak) and any(bentuk.teks) and " ".join(bentuk.teks) not in gambar.alt:
                self._selebar(Paragraf((Teks(" ".join(bentuk.teks)),)), indent=1, ukuran=10)
            elif isinstance(bentuk, TeksGambar) and bentuk.identitas is not None:
                if bentuk.teks in gambar.alt:
                    self.lembar.catat(bentuk.identitas, bentuk.teks, None, uraian, 0)
                else:
                    self.lembar.catat(bentuk.identitas, bentuk.teks, None, self.lembar.baris, 0)
                    self._selebar(Paragraf((Teks(bentuk.teks),)), indent=1, ukuran=10)

    def _tanda_tangan(self, blok: TandaTangan) -> None:
        lembar = self.lembar
        jumlah = len(blok.kolom)
        batas = [self._kolom_terdekat(_SATUAN_KISI * urut // jumlah) for urut in range(jumlah + 1)]
        tinggi_atas = max((len(kolom.atas) for kolom in blok.kolom if kolom), default=0)
        tinggi_bawah = max((len(kolom.bawah) for kolom in blok.kolom if kolom), default=0)
        awal = lembar.baris + 1
        for kolom, kiri, kanan in zip(blok.kolom, batas, batas[1:], strict=False):
            if kolom is None or kanan <= kiri:
                continue
            for urut, teks in enumerate(kolom.atas):
                self._baris_penanda(teks, awal + urut, kiri, kanan)
            for urut, teks in enumerate(kolom.bawah):
                rupa = {"bold": True, "underline": 1} if urut == 0 else {}
                self._baris_penanda(teks, awal + tinggi_atas + _BARIS_TANDA_TANGAN + urut, kiri, kanan, **rupa)
        lembar.baris = awal + tinggi_atas + _BARIS_TANDA_TANGAN + tinggi_bawah

    def _baris_penanda(self, teks: str, baris: int, kiri: int, kanan: int, **sifat: Any) -> None:
        self.lembar.tulis(
            (Paragraf((Teks(teks),)),), baris=baris, kolom=kiri, lebar=kanan - kiri, ukuran=11, align="center", **sifat
        )

    def _kolom_terdekat(self, batas: int) -> int:
        kanan = bisect_left(self.batas, batas)
        if kanan == 0:
            return 0
        return kanan if self.batas[kanan] - batas <= batas - self.batas[kanan - 1] else kanan - 1

    def _tabel(self, tabel: Tabel) -> None:
        lembar = self.lembar
        teks = gaya.teks_keterangan(tabel)
        if teks and not tabel.saringan:
            self._selebar(Paragraf((Teks(teks),)), bold=True, align="center")
        susunan = next(self.susunan)
        kolom_kisi = [self._kolom_terdekat(batas) for batas in _batas(susunan.lebar)]
        ukuran = susunan.ukuran
        awal = lembar.baris
        daftar_baris = susunan.kisi
        for nomor, baris in enumerate(daftar_baris):
            jumlah = 1
            for petak in baris:
                if petak.baris != nomor:
                    continue
                kiri, kanan = kolom_kisi[petak.kolom], kolom_kisi[petak.kolom + petak.sel.kolom]
                taksiran = lembar.tulis(
                    petak.sel.isi,
                    baris=awal + nomor,
                    kolom=kiri,
                    tinggi=petak.sel.baris,
                    lebar=kanan - kiri,
                    ukuran=ukuran,
                    **_rupa_sel(petak.sel),
                )
                jumlah = max(jumlah, -(-taksiran // petak.sel.baris))
            lembar.tinggi_baris(awal + nomor, jumlah, ukuran)
        lembar.lembar.ignore_errors({"number_stored_as_text": _wilayah(awal, len(daftar_baris), lembar.jumlah_kolom)})
        if tabel.kepala:
            self.kepala.append((awal, awal + len(tabel.kepala) - 1))
        if tabel.saringan:
            badan = awal + len(tabel.kepala)
            lembar.lembar.autofilter(badan - 1, 0, awal + len(daftar_baris) - 1, len(tabel.lebar) - 1)
            lembar.lembar.freeze_panes(badan, 0)
        lembar.baris = awal + len(daftar_baris)
        for paragraf in tabel.catatan:
            self._paragraf(paragraf)
        lembar.baris += 1


def _wilayah(awal: int, tinggi: int, lebar: int) -> str:
    return str(xl_range(awal, 0, awal + max(tinggi, 1) - 1, lebar - 1))


def _rupa_sel(sel: SelTabel) -> dict[str, Any]:
    rupa: dict[str, Any] = {
        "border": 1,
        "border_color": f"#{WARNA['garis']}",
        "align": _PERATAAN[sel.perataan],
        "valign": "vcenter" if sel.peran in ("kepala", "nomor") else "top",
    }
    if sel.peran in gaya.PERAN_TEBAL:
        rupa["bold"] = True
    if sel.peran in gaya.PERAN_LATAR:
        rupa["bg_color"] = f"#{WARNA['latar']}"
    if sel.peran == "nomor":
        rupa["italic"] = True
    if sel.indentasi:
        rupa["indent"] = sel.indentasi
    return rupa


def _huruf(urut: int) -> str:
    return chr(ord("a") + urut % 26) * (urut // 26 + 1)


def tautan_lembar(nama: str) -> str:
    """Return the address of a sheet of the same workbook."""
    return "internal:'" + nama.replace("'", "''") + "'!A1"
