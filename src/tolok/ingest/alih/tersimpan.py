"""What is stored in the place of a read value, as a value and as text."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from tolok.core.angka import Angka
from tolok.core.cetak_angka import count_desimal, format_nilai
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import Bilangan, Kategori, Nilai, Rentang, is_ada
from tolok.core.periode import Periode
from tolok.core.satuan import RUPIAH
from tolok.core.skala import Skala


class Isi(NamedTuple):
    """What is stored: values that a read one may equal, the first one in force, and whether it stands here itself."""

    daftar: tuple[Nilai, ...] = ()

    @property
    def tercetak(self) -> str:
        """The value in force as text, ``""`` if there is none."""
        return format_nilai(self.daftar[0], dengan_satuan=True) if self.daftar else ""

    def is_memuat(self, nilai: Nilai) -> bool:
        """Whether one of the values is the read one, as far as it was printed."""
        return any(is_nilai_sama(nilai, satu) for satu in self.daftar)


class IsiTersimpan:
    """A stored year, asked for the values a file may state too."""

    def __init__(self, data: TahunInstansi, hasil: HasilTahun) -> None:
        self.data = data
        self.hasil = hasil
        self.skala_per_id: dict[str, Skala] = {skala.id: skala for skala in data.daftar_skala}
        self._target = {(t.dokumen, t.indikator, t.periode): t.nilai for t in data.daftar_target}
        self._tercatat: dict[tuple[str, Periode], list[Nilai]] = defaultdict(list)
        for satu in data.daftar_nilai_tercatat:
            self._tercatat[satu.indikator, satu.periode].append(satu.nilai)
        self._pagu: dict[tuple[str, str], list[int]] = defaultdict(list)
        for pagu in data.daftar_pagu:
            self._pagu[pagu.edisi, pagu.kode].append(pagu.sen)
        self._realisasi = {(r.kode, r.periode): r.sen for r in data.daftar_realisasi}
        self._berinduk = {simpul.induk for simpul in data.daftar_anggaran}

    def edisi(self, indikator: str, periode: Periode) -> EdisiIndikator:
        """Return the definition a value of the period is read with."""
        return self.hasil.edisi_indikator(indikator, periode)

    def target(self, dokumen: str, indikator: str, periode: Periode) -> Isi:
        """Return the target the document states, else the one in force."""
        ada = self._target.get((dokumen, indikator, periode))
        return Isi((ada,)) if ada is not None else self._berlaku(self.hasil.target(indikator, periode).nilai)

    def realisasi(self, indikator: str, periode: Periode) -> Isi:
        """Return the realisasi as it is computed, and every one that is recorded."""
        dihitung = self._berlaku(self.hasil.realisasi(indikator, periode).nilai)
        tercatat = (nilai for nilai in self._tercatat.get((indikator, periode), ()) if is_ada(nilai))
        return Isi((*dihitung.daftar, *tercatat))

    def pagu(self, edisi: str, kode: str) -> Isi:
        """Return the pagu of a leaf in an edition."""
        daftar = self._pagu.get((edisi, kode))
        return Isi((make_rupiah(sum(daftar)),)) if daftar else Isi()

    def is_pagu_terinci(self, edisi: str, kode: str) -> bool:
        """Whether the pagu of a leaf is stored in several parts."""
        return len(self._pagu.get((edisi, kode), ())) > 1

    def realisasi_anggaran(self, kode: str, periode: Periode) -> Isi:
        """Return the realisasi of a leaf."""
        sen = self._realisasi.get((kode, periode))
        return Isi() if sen is None else Isi((make_rupiah(sen),))

    def is_daun(self, kode: str) -> bool:
        """Whether a budget row carries money itself."""
        return kode not in self._berinduk

    def pagu_bawaan(self, triwulan: int | None) -> str:
        """Return the pagu edition a document is compared with: that of its quarter, else that of the yearly report."""
        daftar = self.data.pagu_triwulan
        return daftar[triwulan - 1] if triwulan and len(daftar) == 4 else self.data.pagu_laporan

    @staticmethod
    def _berlaku(nilai: Nilai) -> Isi:
        return Isi((nilai,)) if is_ada(nilai) else Isi()


def is_nilai_sama(terbaca: Nilai, tersimpan: Nilai) -> bool:
    """Whether a read value is the stored one; printed decimals decide how far a number must agree."""
    match terbaca, tersimpan:
        case Bilangan(angka=baru), Bilangan(angka=lama):
            return _is_sama(baru, lama)
        case Rentang(bawah=bawah, atas=atas), Rentang(bawah=bawah_lama, atas=atas_lama):
            return _is_sama(bawah, bawah_lama) and _is_sama(atas, atas_lama)
        case Kategori(label=label, skala=skala), Kategori(label=label_lama, skala=skala_lama):
            return (label, skala) == (label_lama, skala_lama)
        case _:
            return False


def _is_sama(baru: Angka, lama: Angka) -> bool:
    digit = count_desimal(baru)
    return baru == lama or (digit is not None and lama.bulat(digit) == baru)


def make_rupiah(sen: int) -> Bilangan:
    """Return an amount in sen as a value."""
    return Bilangan(Angka(sen, 100), RUPIAH)
