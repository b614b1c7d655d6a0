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

from fractions import Fraction

from kembar_nilai import BELUM_DIISI, Ada, Hampa, Isi

from tolok.core.instansi import TahunInstansi

PERSEN = "%"


class KembarAnggaran:
    """Leaves of every set that a document may ask for, and their money."""

    def __init__(self, data: TahunInstansi) -> None:
        self._data = data
        self._simpul = {simpul.kode: simpul for simpul in data.daftar_anggaran}
        berinduk = {simpul.induk for simpul in data.daftar_anggaran}
        self._daun = [kode for kode in self._simpul if kode not in berinduk]
        self._peta = {
            petunjuk.kode: petunjuk
            for petunjuk in data.daftar_pemetaan
            if petunjuk.edisi == data.pemetaan_berlaku
        }

    def daun(self, objek: str) -> list[str]:
        """Return the leaves of ``anggaran:<kode>``, ``sasaran:<id>`` or ``indikator:<id>``."""
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
        daun = set(self.daun(objek))
        baris = [pagu.sen for pagu in self._data.daftar_pagu if pagu.edisi == edisi and pagu.kode in daun]
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
        if any(pagu.sen for pagu in data.daftar_pagu if pagu.kode == kode and pagu.edisi == edisi):
            return True
        return any(
            baris.kode == kode and baris.periode.tahun == tahun and 0 < baris.periode.triwulan < (triwulan or 5)
            for baris in data.daftar_realisasi
        )

    def serapan(self, objek: str, tahun: int, triwulan: int, edisi: str) -> Isi:
        """Return realisasi over pagu, in percent."""
        return _bagi(self.realisasi(objek, tahun, triwulan), self.pagu(objek, edisi))

    def bagian(self, objek: str, edisi: str) -> Isi:
        """Return the share of a set in the whole pagu, in percent."""
        return _bagi(self.pagu(objek, edisi), self.pagu("anggaran:total", edisi))

    def _sen(self, kode: str, tahun: int, triwulan: int) -> int | None:
        per_triwulan = {
            baris.periode.triwulan: baris.sen
            for baris in self._data.daftar_realisasi
            if baris.kode == kode and baris.periode.tahun == tahun
        }
        if triwulan in (0, 4):
            return per_triwulan.get(triwulan, per_triwulan.get(4 - triwulan))
        return per_triwulan.get(triwulan)

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
        sendiri = {edisi.indikator for edisi in self._data.daftar_indikator if edisi.simpul == petunjuk.simpul}
        return petunjuk.simpul, sendiri.pop() if len(sendiri) == 1 else ""

    def _simpul_indikator(self, indikator: str) -> str:
        return next(edisi.simpul for edisi in self._data.daftar_indikator if edisi.indikator == indikator)


def _bagi(atas: Isi, bawah: Isi) -> Isi:
    if not isinstance(atas, Ada):
        return atas
    if not isinstance(bawah, Ada):
        return bawah
    return Ada(atas.angka / bawah.angka * 100, PERSEN) if bawah.angka else Hampa("penyebut_nol")
