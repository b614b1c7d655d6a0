"""
Capaian, classes and efficiency of the second implementation, from the domain handbook 9.1 to 9.5, 10 and 11.

Readings where the handbook leaves a choice:

* a fixed target (``tetap``) is best met exactly: 100 less the distance to it, in percent of the target; a fixed
  target of 0 is judged like one of ``turun``;
* an indicator of polarity ``rentang`` has no better side: below the range it rises (``naik``), above it is judged as
  ``luar_rentang`` says to the letter; a range under another polarity keeps that polarity's formula on both sides;
* where ranges are judged against the upper bound, reaching that bound or more is 100;
* a category has only the two rules that need no scores; a rule by score gives no capaian without scores;
* a realisasi of 0 under ``turun`` follows ``turun_realisasi_nol`` in both forms; ``batas`` leaves the raw 200 of form 1
  as it is (the cap works in averages) and gives the cap where form 2 has no answer.
"""

from __future__ import annotations

from fractions import Fraction

from kembar_nilai import SERATUS, Ada, Hampa, Isi, Selang, Tingkat, bulat

from tolok.core.indikator import EdisiIndikator
from tolok.core.kebijakan import Kebijakan
from tolok.core.skala import Skala

PERSEN = "%"


def hitung_capaian(target: Isi, realisasi: Isi, edisi: EdisiIndikator, kebijakan: Kebijakan) -> Isi:
    """Return the raw capaian in percent."""
    if isinstance(realisasi, Hampa):
        return realisasi
    if isinstance(target, Hampa):
        return target
    if isinstance(target, Tingkat) or isinstance(realisasi, Tingkat):
        return _capaian_tingkat(target, realisasi, edisi)
    if isinstance(realisasi, Selang):
        return Hampa("bukan_angka")
    if target.satuan != realisasi.satuan:
        return Hampa("satuan_berbeda")
    nyata = realisasi.angka
    if kebijakan.dasar_hitung == "tercetak":
        nyata = bulat(nyata, edisi.digit)
    if isinstance(target, Selang):
        return _capaian_selang(target.bawah, target.atas, nyata, edisi, kebijakan)
    if edisi.polaritas == "rentang":
        return _capaian_selang(target.angka, target.angka, nyata, edisi, kebijakan)
    return _capaian_angka(target.angka, nyata, str(edisi.polaritas), kebijakan)


def _capaian_tingkat(target: Isi, realisasi: Isi, edisi: EdisiIndikator) -> Isi:
    if not isinstance(target, Tingkat) or not isinstance(realisasi, Tingkat):
        return Hampa("bukan_angka")
    if target.skala != realisasi.skala:
        return Hampa("edisi_tidak_sebanding")
    match edisi.aturan_ordinal:
        case "tercapai":
            return Ada(SERATUS if realisasi.peringkat >= target.peringkat else Fraction(), PERSEN)
        case "peringkat":
            return Ada(SERATUS * realisasi.peringkat / target.peringkat, PERSEN)
    return Hampa("tanpa_data")


def _capaian_selang(
    bawah: Fraction, atas: Fraction, nyata: Fraction, edisi: EdisiIndikator, kebijakan: Kebijakan
) -> Isi:
    polaritas = str(edisi.polaritas)
    if kebijakan.dalam_rentang == "R/U" and polaritas in ("naik", "rentang") and nyata >= bawah >= 0:
        return Ada(SERATUS if nyata >= atas else nyata / atas * 100, PERSEN)
    if nyata < bawah:
        return _capaian_angka(bawah, nyata, "naik" if polaritas == "rentang" else polaritas, kebijakan)
    if nyata > atas and polaritas == "rentang":
        return _capaian_angka(atas, nyata, "naik" if kebijakan.luar_rentang == "R/U" else "tetap", kebijakan)
    if nyata > atas:
        return _capaian_angka(atas, nyata, polaritas, kebijakan)
    return Ada(SERATUS, PERSEN)


def _capaian_angka(target: Fraction, nyata: Fraction, polaritas: str, kebijakan: Kebijakan) -> Isi:
    if target < 0:
        return Hampa("target_negatif")
    if polaritas == "naik" and target:
        return Ada(nyata / target * 100, PERSEN)
    if polaritas == "naik":
        return Hampa("target_nol") if nyata < 0 else _pengganti(str(kebijakan.naik_target_nol), kebijakan)
    if target == 0:
        if nyata == 0 or (nyata < 0 and polaritas == "turun"):
            return Ada(SERATUS, PERSEN)
        return _pengganti(str(kebijakan.turun_target_nol), kebijakan)
    if polaritas == "tetap":
        return Ada(100 - abs(nyata - target) / target * 100, PERSEN)
    if kebijakan.rumus_turun == "(2T-R)/T":
        if nyata == 0 and kebijakan.turun_realisasi_nol != "batas":
            return _pengganti(str(kebijakan.turun_realisasi_nol), kebijakan)
        return Ada((2 * target - nyata) / target * 100, PERSEN)
    if nyata <= 0:
        return _pengganti(str(kebijakan.turun_realisasi_nol), kebijakan)
    return Ada(target / nyata * 100, PERSEN)


def _pengganti(pilihan: str, kebijakan: Kebijakan) -> Isi:
    match pilihan:
        case "100":
            return Ada(SERATUS, PERSEN)
        case "0":
            return Ada(Fraction(), PERSEN)
        case "batas" if kebijakan.batas is not None:
            return Ada(kebijakan.batas.to_fraction(), PERSEN)
    return Hampa("target_nol")


def batasi(capaian: Isi, kebijakan: Kebijakan) -> Isi:
    """Return the capaian as averages take it: never below 0, never above the cap."""
    if not isinstance(capaian, Ada):
        return capaian
    angka = max(capaian.angka, Fraction())
    if kebijakan.batas is not None:
        angka = min(angka, kebijakan.batas.to_fraction())
    return Ada(angka, PERSEN)


def kelaskan(nilai: Isi, skala: Skala | None) -> Isi:
    """Return the class of a number: the highest class whose lower bound it reaches."""
    if not isinstance(nilai, Ada):
        return nilai
    if skala is None:
        return Hampa("tanpa_data")
    angka = nilai.angka if skala.pembulatan is None else bulat(nilai.angka, skala.pembulatan)
    if (skala.minimum is not None and angka < skala.minimum.to_fraction()) or (
        skala.maksimum is not None and angka > skala.maksimum.to_fraction()
    ):
        return Hampa("kategori_di_luar_skala")
    urut = sorted(skala.kelas, key=lambda kelas: (kelas.bawah is not None, kelas.bawah and kelas.bawah.to_fraction()))
    terpilih = Tingkat(urut[0].label, 1, skala.id)
    for peringkat, kelas in enumerate(urut[1:], 2):
        batas = kelas.bawah.to_fraction() if kelas.bawah is not None else Fraction()
        if angka > batas or (angka == batas and kelas.bawah_termasuk):
            terpilih = Tingkat(kelas.label, peringkat, skala.id)
    return terpilih


def hitung_efisiensi(rumus: str, capaian: Isi, serapan: Isi) -> Isi:
    """Return the efficiency of one output, as ``docs/rumus/efisiensi.md`` has it."""
    if not isinstance(capaian, Ada):
        return capaian
    if not isinstance(serapan, Ada):
        return serapan
    c, s = capaian.angka, serapan.angka
    if c <= 0:
        return Hampa("syarat_tidak_terpenuhi")
    e5 = (c - s) / c * 100
    match rumus:
        case "E1":
            return Ada(s / c * 100, PERSEN)
        case "E2" | "E5":
            return Ada(e5, PERSEN)
        case "E3":
            return Ada(c - s, "poin")
        case "E4":
            return Ada(c / s, "") if s else Hampa("penyebut_nol")
        case "E6":
            return Ada(SERATUS - s, PERSEN) if c >= SERATUS else Hampa("syarat_tidak_terpenuhi")
    return Ada(min(max(50 + e5 / 20 * 50, Fraction()), SERATUS), PERSEN)
