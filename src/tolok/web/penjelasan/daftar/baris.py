"""The rows of the list, and the means above it."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.hasil.tahun import RataRataCapaian
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.nilai import BelumAda, Nilai, TidakDapatDihitung
from tolok.core.periode import ROMAWI, Periode
from tolok.web.penjelasan.daftar.pilih import Calon
from tolok.web.penjelasan.pohon.baris import AngkaBaris
from tolok.web.penjelasan.tampak import AngkaTampak, Ketampakan
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.ui.grafik import Besaran, Garis, make_garis


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """An indicator, or a part of one (``is_bagian``), with its numbers of the period."""

    nama: str
    kode: str
    alamat: str
    simpul: str
    tingkat: str
    pemilik: str
    satuan: str
    is_bagian: bool
    target: AngkaBaris
    realisasi: AngkaBaris
    capaian: AngkaBaris
    predikat: AngkaBaris
    tren: Garis | None
    status: str


@dataclass(frozen=True, slots=True)
class BarisRataRata:
    """A mean with its "n dari m indikator" and its predicate, or why there is none."""

    nama: str
    rata_rata: AngkaBaris
    catatan: str
    predikat: AngkaBaris
    sebab: str


class PenyusunDaftar:
    """Makes the rows of one page."""

    def __init__(self, tampak: AngkaTampak, penaut: Penaut) -> None:
        self._tampak = tampak
        self._hasil = tampak.hasil
        self._penaut = penaut
        self._periode = tampak.tahun.konteks.periode

    def list_baris(self, calon: Calon) -> tuple[BarisIndikator, ...]:
        """Return the row of an indicator, followed by those of its parts."""
        daftar_bagian = self._hasil.daftar_bagian(calon.edisi.indikator, self._periode)
        return (
            self._baris(calon.edisi, calon, is_bagian=False),
            *(self._baris(bagian, calon, is_bagian=True) for bagian in daftar_bagian),
        )

    def list_rata_rata(self) -> tuple[BarisRataRata, ...]:
        """Return the means of the sasaran the reader knows, and last that of the agency."""
        daftar = []
        for sasaran in self._hasil.daftar_sasaran():
            baris = self._rata_rata(sasaran.uraian, self._hasil.rata_rata_sasaran(sasaran.id, self._periode))
            daftar += [baris] if baris is not None else []
        nama = self._hasil.data.instansi.nama
        instansi = self._rata_rata(nama, self._hasil.rata_rata_instansi(self._periode))
        return (*daftar, *([instansi] if instansi is not None else []))

    def _baris(self, edisi: EdisiIndikator, calon: Calon, *, is_bagian: bool) -> BarisIndikator:
        kode = edisi.indikator
        return BarisIndikator(
            nama=edisi.nama,
            kode=kode,
            alamat=self._penaut.find_alamat("indikator", kode=kode),
            simpul=calon.simpul.uraian,
            tingkat=edisi.tingkat,
            pemilik="; ".join(edisi.penanggung_jawab),
            satuan=edisi.satuan,
            is_bagian=is_bagian,
            target=self._angka(self._hasil.target(kode, self._periode)),
            realisasi=self._angka(self._hasil.realisasi(kode, self._periode)),
            capaian=self._angka(self._hasil.capaian(kode, self._periode)),
            predikat=self._angka(self._hasil.predikat(kode, self._periode)),
            tren=self._tren(edisi),
            status="" if is_bagian else calon.status.value,
        )

    def _angka(self, hasil: Hasil) -> AngkaBaris:
        match self._tampak.ketampakan(hasil):
            case Ketampakan.TAMPAK:
                return AngkaBaris.from_hasil(hasil, self._penaut.angka(hasil))
            case Ketampakan.DI_LUAR_UNIT:
                return AngkaBaris.make_tanpa("Memuat indikator di luar unit Anda")
        return AngkaBaris.make_tanpa("Belum dapat dilihat")

    def _tren(self, edisi: EdisiIndikator) -> Garis | None:
        """Return the realisasi of the quarters so far; of a composite indicator there is no single line."""
        if edisi.gabungan is not None:
            return None
        daftar = []
        for triwulan in range(1, (self._periode.triwulan or 4) + 1):
            periode = Periode(self._periode.tahun, triwulan)
            if self._tampak.is_angka_tampak(edisi, periode):
                hasil = self._hasil.realisasi(edisi.indikator, periode)
                daftar.append(Besaran(f"Triwulan {ROMAWI[triwulan]}", hasil.nilai, hasil.tercetak))
        return make_garis(daftar) if any(satu.angka is not None for satu in daftar) else None

    def _rata_rata(self, nama: str, isi: RataRataCapaian) -> BarisRataRata | None:
        ketampakan = self._tampak.ketampakan(isi.hasil)
        if ketampakan is Ketampakan.TIDAK_ADA:
            return None
        is_tampak = ketampakan is Ketampakan.TAMPAK
        return BarisRataRata(
            nama=nama,
            rata_rata=self._angka(isi.hasil),
            catatan=(isi.hasil.jejak.catatan or "").rstrip(".") if is_tampak else "",
            predikat=self._angka(isi.predikat),
            sebab=_sebab(isi.predikat.nilai) if is_tampak else "",
        )


def _sebab(nilai: Nilai) -> str:
    return nilai.keterangan if isinstance(nilai, BelumAda | TidakDapatDihitung) else ""
