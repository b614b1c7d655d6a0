"""
The budget of the second implementation (domain handbook 9.7 and 13.5): everything is a set of leaves, summed.

Readings where the handbook leaves a choice:

* a leaf without a row in an edition of the pagu is not part of that edition, so it adds nothing; a set none of whose
  leaves is in the edition has no pagu;
* a leaf with money in the pagu of the period, or with a realisasi earlier in the year, owes a realisasi; where it is
  missing, the sum of every set the leaf is in is unknown. Another leaf without one adds nothing;
* the deepest mapping on the way from a leaf to its program decides whom it serves.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from kembar_nilai import BELUM_DIISI, Ada, Hampa, Isi

from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode

PERSEN = "%"


class KembarAnggaran:
    """Leaves of every set that a document may ask for, and their money."""

    def __init__(self, data: TahunInstansi, daftar_sendiri: Callable[[str], list[str]]) -> None:
        self._daftar_sendiri = daftar_sendiri
        self._data = data
        self._simpul = {simpul.kode: simpul for simpul in data.daftar_anggaran}
        berinduk = {simpul.induk for simpul in data.daftar_anggaran}
        self._daun = [kode for kode in self._simpul if kode not in berinduk]
        self._peta = {
            petunjuk.kode: petunjuk for petunjuk in data.daftar_pemetaan if petunjuk.edisi == data.pemetaan_berlaku
        }

        self._realisasi = {(satu.kode, satu.periode): satu.sen for satu in data.daftar_realisasi}
        self._pagu: dict[tuple[str, str], int] = {}
        for satu in data.daftar_pagu:
            self._pagu[satu.edisi, satu.kode] = self._pagu.get((satu.edisi, satu.kode), 0) + satu.sen
        self._ingat: dict[str, list[str]] = {}

    def daun(self, objek: str) -> list[str]:
        """Return the leaves of ``anggaran:<kode>``, ``sasaran:<id>`` or ``indikator:<id>``."""
        if objek not in self._ingat:
            self._ingat[objek] = self._cari_daun(objek)
        return self._ingat[objek]

    def _cari_daun(self, objek: str) -> list[str]:
        jenis, _, id_objek = objek.partition(":")
        if jenis == "sasaran":
            return [daun for daun in self._daun if self._layani(daun)[0] == id_objek]
        if jenis == "indikator":
            return [daun for daun in self._daun if self._layani(daun)[1] == id_objek]
        match id_objek:
            case "total":
                return self._daun
            case "penunjang":
                return [daun for daun in self._daun if self._is_penunjang(daun)]
            case "tanpa_sasaran":
                return [daun for daun in self._daun if not self._layani(daun)[0] and not self._is_penunjang(daun)]
        return [daun for daun in self._daun if id_objek in self._jalur(daun)]

    def pagu(self, objek: str, edisi: str) -> Isi:
        """Return the pagu of a set in one edition."""
        baris = [self._pagu[edisi, kode] for kode in self.daun(objek) if (edisi, kode) in self._pagu]
        return Ada(Fraction(sum(baris), 100), "Rp") if baris else Hampa(BELUM_DIISI, belum=True)

    def realisasi(self, objek: str, tahun: int, triwulan: int) -> Isi:
        """Return the money spent by a set from January to the end of the period."""
        sen_per_daun = {kode: self._sen(kode, tahun, triwulan) for kode in self.daun(objek)}
        kurang = [kode for kode, sen in sen_per_daun.items() if sen is None and self._is_wajib(kode, tahun, triwulan)]
        ada = [sen for sen in sen_per_daun.values() if sen is not None]
        return Hampa(BELUM_DIISI, belum=True) if kurang or not ada else Ada(Fraction(sum(ada), 100), "Rp")

    def _is_wajib(self, kode: str, tahun: int, triwulan: int) -> bool:
        data = self._data
        edisi = data.pagu_triwulan[triwulan - 1] if triwulan and data.pagu_triwulan else data.pagu_laporan
        if self._pagu.get((edisi, kode)):
            return True
        return any((kode, Periode(tahun, sebelum)) in self._realisasi for sebelum in range(1, triwulan or 4))

    def serapan(self, objek: str, tahun: int, triwulan: int, edisi: str) -> Isi:
        """Return realisasi over pagu, in percent."""
        return _bagi(self.realisasi(objek, tahun, triwulan), self.pagu(objek, edisi))

    def bagian(self, objek: str, edisi: str) -> Isi:
        """Return the share of a set in the whole pagu, in percent."""
        return _bagi(self.pagu(objek, edisi), self.pagu("anggaran:total", edisi))

    def _sen(self, kode: str, tahun: int, triwulan: int) -> int | None:
        sen = self._realisasi.get((kode, Periode(tahun, triwulan)))
        if sen is None and triwulan in (0, 4):
            return self._realisasi.get((kode, Periode(tahun, 4 - triwulan)))
        return sen

    def _jalur(self, kode: str) -> list[str]:
        jalur = []
        while kode:
            jalur.append(kode)
            kode = self._simpul[kode].induk
        return jalur

    def _is_penunjang(self, daun: str) -> bool:
        return any(self._simpul[kode].sifat == "penunjang" for kode in self._jalur(daun))

    def _layani(self, daun: str) -> tuple[str, str]:
        """Return the sasaran and the indikator a leaf serves; a sasaran with one indikator gives it everything."""
        petunjuk = next((self._peta[kode] for kode in self._jalur(daun) if kode in self._peta), None)
        if petunjuk is None:
            return "", ""
        if petunjuk.indikator:
            return petunjuk.simpul or self._simpul_indikator(petunjuk.indikator), petunjuk.indikator
        sendiri = self._daftar_sendiri(petunjuk.simpul)
        return petunjuk.simpul, sendiri[0] if len(sendiri) == 1 else ""

    def _simpul_indikator(self, indikator: str) -> str:
        return next(edisi.simpul for edisi in self._data.daftar_indikator if edisi.indikator == indikator)


def _bagi(atas: Isi, bawah: Isi) -> Isi:
    if not isinstance(atas, Ada):
        return atas
    if not isinstance(bawah, Ada):
        return bawah
    return Ada(atas.angka / bawah.angka * 100, PERSEN) if bawah.angka else Hampa("penyebut_nol")
