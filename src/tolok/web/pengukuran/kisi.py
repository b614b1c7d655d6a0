"""
The grid of a quarter: every indicator of the reader with the values it is measured with, what it comes to, its state.

A quarter that is approved shows what was approved, and says so where it comes to something else now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka, label_keadaan
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.dasar import describe_kebijakan
from tolok.core.hasil.sebagai_data import read_nilai_data
from tolok.core.identitas import make_identitas
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import Bilangan, Nilai, is_ada
from tolok.core.periode import ROMAWI, Periode
from tolok.web.pengukuran.alur import LANGKAH, Langkah
from tolok.web.pengukuran.disahkan import is_berbeda, query_disahkan
from tolok.web.pengukuran.models import HasilDisahkan, StatusPengukuran
from tolok.web.pengukuran.operations.alur import is_dapat_melangkah
from tolok.web.pengukuran.saringan import PERLU_SAYA, Saringan
from tolok.web.pengukuran.sel_isian import PenyusunSel, SelIsian
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.tautan import TANPA_ANGKA, Penaut, TeksAngka

_BESARAN: Final = ("target", "realisasi", "capaian", "predikat")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKisi:
    """
    One indicator of the grid, as texts.

    ``is_tampak``: whether the reader may see its numbers; else ``sebab`` says since when they could, and ``nilai`` and
    ``nilai_capaian`` are not there. ``keterangan`` says why there is no value; ``daftar_isian`` are the values it is
    measured with. ``sel`` holds the numbers the reader may see as cells of a file: ``lama``, ``target``, ``realisasi``,
    ``capaian``.
    """

    kode: str
    nama: str
    alamat: str
    alamat_laci: str
    satuan: str
    unit: str
    status: StatusPengukuran
    is_tampak: bool
    sebab: str
    lama: TeksAngka
    target: TeksAngka
    realisasi: TeksAngka
    capaian: TeksAngka
    predikat: str
    sel: Mapping[str, Sel]
    nilai: Nilai | None
    nilai_capaian: Nilai | None
    keterangan: str
    is_berbeda: bool
    bukti: str
    daftar_isian: tuple[SelIsian, ...]
    daftar_langkah: tuple[Langkah, ...]

    @property
    def is_bercapaian(self) -> bool:
        """Whether there is a capaian that the reader may see."""
        return self.nilai_capaian is not None and is_ada(self.nilai_capaian)


@dataclass(frozen=True, slots=True)
class LangkahBersama:
    """A step that the reader can take with several indicators at once."""

    langkah: Langkah
    jumlah: str
    alamat: str


class Kisi:
    """The grid of one page; rows are made when they are asked for."""

    def __init__(self, konteks: Konteks, saringan: Saringan | None = None) -> None:
        self.konteks = konteks
        self.saringan = saringan or Saringan()
        self.tampak = TahunTampak(konteks)
        self.penaut = Penaut(konteks)
        periode = konteks.periode
        self.periode_lama: Final = (
            Periode(periode.tahun, periode.triwulan - 1) if periode.triwulan > 1 else Periode(periode.tahun - 1)
        )
        self.sel = PenyusunSel(self.tampak, self.penaut)

    @property
    def judul_kini(self) -> str:
        """The head of the column of the period."""
        return _nama_kolom(self.konteks.periode)

    @property
    def judul_lama(self) -> str:
        """The head of the column of the period before."""
        return _nama_kolom(self.periode_lama)

    @property
    def dasar_hitung(self) -> str:
        """The convention that says what capaian is computed from."""
        return dict(describe_kebijakan(self.tampak.hasil))["dasar hitung"]

    @cached_property
    def semua(self) -> tuple[BarisKisi, ...]:
        """Every indicator of the reader, in printed order."""
        return tuple(self.make_baris(edisi) for edisi in self.tampak.daftar_indikator())

    @cached_property
    def daftar_baris(self) -> tuple[BarisKisi, ...]:
        """The rows that the filter leaves, in the order that is asked for."""
        daftar = [baris for baris in self.semua if self._is_cocok(baris)]
        if self.saringan.urut:
            daftar.sort(key=self._kunci_urut, reverse=self.saringan.urut.startswith("-"))
            daftar.sort(key=self._is_kosong)
        return tuple(daftar)

    @property
    def ringkasan(self) -> str:
        """How many indicators there are and how many have a value."""
        terlihat = [baris for baris in self.semua if baris.is_tampak]
        terisi = sum(baris.nilai is not None and is_ada(baris.nilai) for baris in terlihat)
        teks = f"{_cacah(terisi)} dari {_cacah(len(self.semua))} indikator mempunyai nilai"
        if len(terlihat) < len(self.semua):
            teks += f"; {_cacah(len(self.semua) - len(terlihat))} belum dapat dilihat"
        if len(self.daftar_baris) < len(self.semua):
            teks += f"; {_cacah(len(self.daftar_baris))} ditampilkan"
        return f"{teks}."

    @cached_property
    def daftar_unit(self) -> tuple[tuple[str, str], ...]:
        """The units that answer for indicators of the reader, for the filter."""
        kode = {unit for edisi in self.tampak.daftar_indikator() for unit in self.tampak.list_pemilik(edisi)}
        return tuple((unit.id, unit.nama) for unit in self.tampak.hasil.data.daftar_unit if unit.id in kode)

    @property
    def daftar_langkah(self) -> tuple[LangkahBersama, ...]:
        """The steps the reader can take now, and with how many indicators."""
        jumlah = {
            nama: sum(langkah in baris.daftar_langkah for baris in self.semua) for nama, langkah in LANGKAH.items()
        }
        return tuple(
            LangkahBersama(LANGKAH[nama], _cacah(n), self.find_alamat_langkah(LANGKAH[nama]))
            for nama, n in jumlah.items()
            if n
        )

    @cached_property
    def alamat(self) -> str:
        """The address of the grid."""
        return self.penaut.find_alamat("pengukuran")

    @property
    def alamat_xlsx(self) -> str:
        """Where the rows that are shown come as a workbook."""
        return self.penaut.find_alamat("pengukuran_unduh", bentuk="xlsx") + self.saringan.make_kueri()

    @property
    def alamat_csv(self) -> str:
        """Where the rows that are shown come as text."""
        return self.penaut.find_alamat("pengukuran_unduh", bentuk="csv") + self.saringan.make_kueri()

    def find_alamat_langkah(self, langkah: Langkah, indikator: str = "") -> str:
        """Return the page of a step, of one indicator or (``""``) of all."""
        alamat = self.penaut.find_alamat(f"pengukuran_{langkah.nama}")
        return f"{alamat}?{urlencode({'indikator': indikator})}" if indikator else alamat

    def make_baris(self, edisi: EdisiIndikator) -> BarisKisi:
        """Return one indicator of the grid."""
        tampak, periode = self.tampak, self.konteks.periode
        kode, is_tampak = edisi.indikator, tampak.is_angka_tampak(edisi)
        per_besaran = {besaran: self._hasil(kode, besaran) for besaran in _BESARAN}
        realisasi, capaian = per_besaran["realisasi"].nilai, per_besaran["capaian"].nilai
        angka = {besaran: self.penaut.angka(satu) for besaran, satu in per_besaran.items()}
        lama = self._lama(edisi) if is_tampak else None
        terlihat = {**per_besaran, "lama": lama} if is_tampak else {"target": per_besaran["target"]}
        daftar_langkah = (
            ()
            if periode.is_tahunan
            else tuple(satu for satu in LANGKAH.values() if is_dapat_melangkah(tampak, satu, edisi))
        )
        return BarisKisi(
            kode=kode,
            nama=edisi.nama,
            alamat=self.penaut.find_alamat("indikator", kode=kode),
            alamat_laci=self.alamat + self.saringan.make_kueri(pilih=kode),
            satuan=edisi.satuan,
            unit="; ".join(edisi.penanggung_jawab),
            status=tampak.status(kode),
            is_tampak=is_tampak,
            sebab="" if is_tampak else _sebab_tersembunyi(tampak.status(kode)),
            lama=self.penaut.angka(lama) if lama is not None else TANPA_ANGKA,
            target=angka["target"],
            realisasi=angka["realisasi"] if is_tampak else TANPA_ANGKA,
            capaian=angka["capaian"] if is_tampak else TANPA_ANGKA,
            predikat=per_besaran["predikat"].tercetak if is_tampak and is_ada(per_besaran["predikat"].nilai) else "",
            sel={besaran: Sel.from_hasil(satu) for besaran, satu in terlihat.items() if satu is not None},
            nilai=realisasi if is_tampak else None,
            nilai_capaian=capaian if is_tampak else None,
            keterangan=_keterangan(realisasi) if is_tampak else "",
            is_berbeda=is_tampak and self._is_berbeda(kode),
            bukti=self._bukti(edisi) if is_tampak else "",
            daftar_isian=self.sel.list_isian(edisi) if is_tampak else (),
            daftar_langkah=daftar_langkah,
        )

    def find_disahkan(self, kode: str, besaran: str) -> HasilDisahkan | None:
        """Return what was approved of an indicator in this period, if that is in force."""
        return self._disahkan.get(self._identitas(kode, besaran))

    @cached_property
    def _disahkan(self) -> dict[str, HasilDisahkan]:
        """What is approved in this period (one query, none if nothing is)."""
        triwulan = self.konteks.periode.triwulan or 4
        ada = any(
            keadaan.status is StatusPengukuran.DISAHKAN
            for (_, tw), keadaan in self.tampak.keadaan_per_kunci.items()
            if tw == triwulan
        )
        if not ada:
            return {}
        daftar = query_disahkan(self.konteks.tahun, triwulan=triwulan).filter(besaran__in=_BESARAN)
        return {satu.identitas: satu for satu in daftar.only("identitas", "tercetak", "digit", "nilai", "sidik")}

    def _identitas(self, kode: str, besaran: str) -> str:
        return make_identitas(self.konteks.instansi, self.konteks.periode, f"indikator:{kode}", besaran)

    def _hasil(self, kode: str, besaran: str) -> Hasil:
        """Return a quantity as it was approved, else as it comes to now."""
        disahkan = self.find_disahkan(kode, besaran)
        if disahkan is None:
            satu: Hasil = getattr(self.tampak.hasil, besaran)(kode, self.konteks.periode)
            return satu
        nilai = read_nilai_data(json.loads(disahkan.nilai))
        assert not isinstance(nilai, Angka), "a result is a value, never a bare number"
        return Hasil(disahkan.identitas, nilai, disahkan.digit, disahkan.tercetak, Jejak(besaran, "", nilai))

    def _is_berbeda(self, kode: str) -> bool:
        daftar = (self.find_disahkan(kode, besaran) for besaran in _BESARAN)
        return any(is_berbeda(self.tampak.hasil, satu) for satu in daftar if satu is not None)

    def _lama(self, edisi: EdisiIndikator) -> Hasil | None:
        """Return the period before, if the reader may see it; an earlier year is as open as this period."""
        lama = self.periode_lama
        if lama.tahun == self.konteks.periode.tahun and not self.tampak.is_angka_tampak(edisi, lama):
            return None
        return self.tampak.hasil.realisasi(edisi.indikator, lama)

    def _bukti(self, edisi: EdisiIndikator) -> str:
        jumlah = sum(bool(isian.bukti) for _, isian in self.sel.list_nilai(edisi))
        return f"{_cacah(jumlah)} bukti" if jumlah else "Tanpa bukti"

    def _is_cocok(self, baris: BarisKisi) -> bool:
        saringan = self.saringan
        if saringan.unit and saringan.unit not in self.tampak.list_pemilik(self.tampak.get_indikator(baris.kode)):
            return False
        if saringan.status == PERLU_SAYA:
            return any(langkah.nama != "kembalikan" for langkah in baris.daftar_langkah)
        return saringan.status in ("", baris.status)

    def _kunci_urut(self, baris: BarisKisi) -> tuple[Angka | str | int, ...]:
        match self.saringan.urut.removeprefix("-"):
            case "realisasi":
                return (_angka(baris.nilai) or Angka(0),)
            case "capaian":
                return (_angka(baris.nilai_capaian) or Angka(0),)
            case "status":
                return (list(StatusPengukuran).index(baris.status),)
            case _:
                return (baris.nama.casefold(),)

    def _is_kosong(self, baris: BarisKisi) -> bool:
        """Whether a row has nothing to sort it by; it then stands last either way."""
        match self.saringan.urut.removeprefix("-"):
            case "realisasi":
                return _angka(baris.nilai) is None
            case "capaian":
                return _angka(baris.nilai_capaian) is None
        return False


def _sebab_tersembunyi(status: StatusPengukuran) -> str:
    if status in (StatusPengukuran.DRAF, StatusPengukuran.DIKEMBALIKAN):
        return "Belum diajukan. Angkanya dapat Anda lihat sesudah pengukuran diajukan dan disahkan."
    return "Belum disahkan. Angkanya dapat Anda lihat sesudah disahkan."


def _keterangan(nilai: Nilai) -> str:
    return "" if is_ada(nilai) else getattr(nilai, "keterangan", "") or label_keadaan(nilai)


def _angka(nilai: Nilai | None) -> Angka | None:
    return nilai.angka if isinstance(nilai, Bilangan) else None


def _nama_kolom(periode: Periode) -> str:
    return f"TW {ROMAWI[periode.triwulan]}" if periode.triwulan else str(periode.tahun)


def _cacah(jumlah: int) -> str:
    return format_angka(Angka(jumlah))
