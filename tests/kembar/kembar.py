"""
A second implementation of the whole calculation of an agency-year (promise P8 of the design).

It shares nothing with the engine but the dataclasses of the input: fractions instead of ``Angka``, a formula reader,
number printing, and an answer for every identity, all of its own. ``cetak(identitas)`` returns the printed text.

Readings where the handbook leaves a choice (budget and capaian state theirs in their own modules):

* a variable to the end of quarter k: ``arus`` adds the quarters 1 to k, all of which must be there (a quarter that was
  not reported gives the reason, before one without a row); ``kumulatif`` is the row of quarter k; ``posisi`` is the
  row of quarter k, else the last value before it. The row of the whole year, if there is one, speaks for the year and
  for quarter 4;
* a shifted variable takes the same quarter of the year before (or the quarter before), and only if the edition of the
  indicator in force then is the same one or is bridged to the present one as comparable;
* the target of a period is that of the document with the latest start not after the end of the period; inside that
  document the row of the quarter comes before the row of the year;
* a realisasi without a formula is a recorded value: the year's own row, else its quarters up to the period, combined
  by the rule of the edition; a recorded value stands in for a formula only if none of the parts it needs of that
  year was recorded;
* targets of one indicator in one document are printed with the decimals of the most precise of them, money as it is;
* the target at the end of the plan comes from the plan edition in force, else from another plan edition;
  where the years add up, it is the sum of the targets of all years of the plan;
* averages are over the indicators of sasaran in the plan edition in force, weighted if all have a weight; the share of
  measured indicators that a predicate needs counts indicators, also where the mean is one over sasaran. An indicator
  that a bridge leads away from to another indicator in force is measured no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from kembar_anggaran import KembarAnggaran
from kembar_capaian import PERSEN, batasi, hitung_capaian, hitung_efisiensi, kelaskan
from kembar_majemuk import gabungkan, isi_triwulan, kumpulkan
from kembar_nilai import (
    BELUM_DIISI,
    TIDAK_DILAPORKAN,
    Ada,
    Hampa,
    Isi,
    Paket,
    baca,
    banyak_desimal,
    cetak,
    daftar_pecahan,
)
from kembar_rumus import daftar_peubah, hitung_rumus

from tolok.core.indikator import EdisiIndikator, NilaiTercatat, NilaiVariabel, Target, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana

T = TypeVar("T")

DIISI_KOSONG = Hampa(BELUM_DIISI, belum=True)
DUA_DIGIT = 2
NOL_PERSEN = Ada(Fraction(), PERSEN)

Butir = tuple[Isi, Fraction | None]
"""One capped capaian in a mean, with its decreed weight if it has one."""


class Kembar:
    """The twin of one agency-year."""

    def __init__(self, data: TahunInstansi) -> None:
        self.data = data
        self.anggaran = KembarAnggaran(data, self._daftar_sendiri)
        self._ingat: dict[str, tuple[Isi, int | None]] = {}

    def cetak(self, identitas: str) -> str:
        """Return the printed text of one identity."""
        return cetak(*self.jawab(identitas))

    def jawab(self, identitas: str) -> tuple[Isi, int | None]:
        """Return the value of one identity and the decimals it is printed with."""
        if identitas not in self._ingat:
            instansi, tahun, kunci, objek, besaran = identitas.split("/", 4)
            if instansi != self.data.instansi.id:
                raise KeyError(identitas)
            periode = Periode(int(tahun), 0 if kunci == "tahun" else int(kunci.removeprefix("tw")))
            self._ingat[identitas] = self._jawab(periode, objek, besaran)
        return self._ingat[identitas]

    def _jawab(self, periode: Periode, objek: str, besaran: str) -> tuple[Isi, int | None]:
        nama, _, edisi = besaran.partition("@")
        jenis, _, id_objek = objek.partition(":")
        match nama:
            case "nilai":
                return self.nilai_variabel(id_objek, periode), None
            case "isian" | "isian_instansi" | "tercatat" | "pembanding":
                return self.catatan(nama, id_objek, periode, edisi), None
            case "target" if edisi:
                return self._jawab_dokumen(id_objek, periode, edisi)
            case "pagu":
                return self.anggaran.pagu(objek, edisi), None
            case "realisasi_anggaran":
                return self.anggaran.realisasi(objek, periode.tahun, periode.triwulan), None
            case "serapan":
                return self.anggaran.serapan(objek, periode.tahun, periode.triwulan, edisi), DUA_DIGIT
            case "bagian":
                return self.anggaran.bagian(objek, edisi), DUA_DIGIT
            case "rata_rata_capaian":
                return self.rata_rata(objek, periode)[0], DUA_DIGIT
            case "predikat" if jenis != "indikator":
                return self.predikat_rata_rata(objek, periode), None
        return self._jawab_indikator(id_objek, periode, nama, edisi)

    def _jawab_indikator(self, indikator: str, periode: Periode, nama: str, pagu: str) -> tuple[Isi, int | None]:
        match nama:
            case "target":
                return self._jawab_target(indikator, periode)
            case "realisasi":
                return self.realisasi(indikator, periode), self._digit(indikator, periode)
            case "realisasi_rencana":
                return self.realisasi_rencana(indikator), self._digit(indikator, periode)
            case "capaian":
                return self.capaian(indikator, periode), DUA_DIGIT
            case "capaian_terbatas":
                return batasi(self.capaian(indikator, periode), self.data.kebijakan), DUA_DIGIT
            case "predikat":
                return self.kelas(batasi(self.capaian(indikator, periode), self.data.kebijakan)), None
            case "target_akhir":
                return self._jawab_akhir(indikator)
            case "tingkat_kemajuan":
                return self.tingkat_kemajuan(indikator), DUA_DIGIT
            case "efisiensi":
                capaian = self.capaian(indikator, periode)
                serapan = self.anggaran.serapan(f"indikator:{indikator}", periode.tahun, periode.triwulan, pagu)
                return hitung_efisiensi(str(self.data.kebijakan.efisiensi), capaian, serapan), DUA_DIGIT
        raise KeyError(nama)

    def _digit(self, indikator: str, periode: Periode) -> int:
        return (self.edisi(indikator, periode) or self._edisi_pertama(indikator)).digit

    # --- editions, variables, targets ---------------------------------------------------------------------------

    def edisi(self, indikator: str, periode: Periode) -> EdisiIndikator | None:
        """Return the edition in force at the end of the period: latest start, then latest record, then last row."""
        calon = [
            (satu.berlaku_mulai, satu.dicatat_pada, nomor, satu)
            for nomor, satu in enumerate(self._edisi_per_indikator[indikator])
            if satu.berlaku_mulai <= periode.akhir
        ]
        return max(calon)[-1] if calon else None

    def _edisi_pertama(self, indikator: str) -> EdisiIndikator:
        return min(self._edisi_per_indikator[indikator], key=lambda satu: satu.berlaku_mulai)

    @cached_property
    def _edisi_per_indikator(self) -> dict[str, list[EdisiIndikator]]:
        return _kelompokkan(self.data.daftar_indikator, lambda satu: satu.indikator)

    @cached_property
    def _baris_per_variabel(self) -> dict[str, list[NilaiVariabel]]:
        return _kelompokkan(self.data.daftar_nilai_variabel, lambda satu: satu.variabel)

    @cached_property
    def _target_per_indikator(self) -> dict[str, list[Target]]:
        return _kelompokkan(self.data.daftar_target, lambda satu: satu.indikator)

    def nilai_variabel(self, variabel: str, periode: Periode) -> Isi:
        """Return a variable to the end of the period."""
        baris_setahun = [
            satu for satu in self._baris_per_variabel.get(variabel, ()) if satu.periode.tahun == periode.tahun
        ]
        baris = {t: isi for t in range(5) if (isi := isi_triwulan(baris_setahun, t)) is not None}
        if 0 in baris and periode.triwulan in (0, 4):
            return baris[0]
        sampai = periode.triwulan or 4
        daftar = [baris.get(triwulan, DIISI_KOSONG) for triwulan in range(1, sampai + 1)]
        sifat = str(self._variabel[variabel].sifat)
        if sifat == "arus":
            tidak_dilaporkan = [isi for isi in daftar if isinstance(isi, Hampa) and isi.alasan == TIDAK_DILAPORKAN]
            kosong = [DIISI_KOSONG for triwulan in range(1, sampai + 1) if triwulan not in baris]
            return (*tidak_dilaporkan, *kosong, _jumlahkan(daftar))[0]
        if sifat == "kumulatif" or sampai in baris:
            return daftar[-1]
        return next((isi for isi in reversed(daftar) if not isinstance(isi, Hampa)), DIISI_KOSONG)

    @cached_property
    def _daftar_rencana(self) -> set[str]:
        return {satu.id for satu in self.data.daftar_edisi_rencana}

    @cached_property
    def _variabel(self) -> dict[str, Variabel]:
        return {satu.id: satu for satu in self.data.daftar_variabel}

    @cached_property
    def _variabel_per_label(self) -> dict[str, str]:
        return {satu.label: satu.id for satu in self.data.daftar_variabel}

    def target(self, indikator: str, periode: Periode) -> Isi:
        """Return the target in force in the period."""
        return self._jawab_target(indikator, periode)[0]

    def _jawab_target(self, indikator: str, periode: Periode) -> tuple[Isi, int | None]:
        if self._cara_gabung(indikator, periode):
            return kumpulkan([self._jawab_target(satu, periode) for satu in self._bagian(indikator, periode)]), None
        baris = self._baris_target(indikator, periode)
        return _isi_target(baris), self._digit_target(baris)

    def _baris_target(self, indikator: str, periode: Periode) -> Target | None:
        calon = [
            satu
            for satu in self._target_per_indikator.get(indikator, ())
            if satu.periode.tahun == periode.tahun
            and satu.periode.triwulan in (0, periode.triwulan)
            and _mulai(satu) <= periode.akhir
        ]
        terpilih = max(
            enumerate(calon),
            key=lambda satu: (_mulai(satu[1]), satu[1].periode.triwulan == periode.triwulan, satu[0]),
            default=None,
        )
        return terpilih[1] if terpilih else None

    def _digit_target(self, baris: Target | None) -> int | None:
        """Return the decimals shared by the targets of one indicator in one document; money never shares any."""
        if baris is None:
            return None
        daftar = [
            banyak_desimal(angka)
            for satu in self._target_per_indikator[baris.indikator]
            if satu.dokumen == baris.dokumen
            for angka in daftar_pecahan(baca(satu.nilai))
        ]
        return max((satu for satu in daftar if satu is not None), default=None) if None not in daftar else None

    def _jawab_dokumen(self, indikator: str, periode: Periode, dokumen: str) -> tuple[Isi, int | None]:
        if self._cara_gabung(indikator, periode):
            bagian = self._bagian(indikator, periode)
            return kumpulkan([self._jawab_dokumen(satu, periode, dokumen) for satu in bagian]), None
        baris = self._baris_dokumen(indikator, periode, dokumen)
        return _isi_target(baris), self._digit_target(baris)

    def _baris_dokumen(self, indikator: str, periode: Periode, dokumen: str) -> Target | None:
        calon = [
            satu
            for satu in self._target_per_indikator.get(indikator, ())
            if satu.periode == periode and satu.dokumen == dokumen
        ]
        return calon[-1] if calon else None

    def catatan(self, jenis: str, objek: str, periode: Periode, nomor: str) -> Isi:
        """Return what was written down for exactly this period: a filled-in variable, a record, a benchmark."""
        match jenis:
            case "isian":
                baris = [satu for satu in self._baris_per_variabel[objek] if satu.periode.tahun == periode.tahun]
                if not nomor:
                    isi = isi_triwulan(baris, periode.triwulan)
                    assert isi is not None
                    return isi
                calon = [satu.nilai for satu in baris if satu.periode == periode and satu.unit == nomor]
                nomor = "1"
            case "isian_instansi":
                baris = self._baris_per_variabel[objek]
                calon = [satu.nilai for satu in baris if satu.periode == periode and not satu.unit]
                nomor = "1"
            case "tercatat":
                calon = [satu.nilai for satu in self._daftar_tercatat(objek, periode.tahun) if satu.periode == periode]
            case _:
                calon = [
                    satu.nilai
                    for satu in self.data.daftar_pembanding
                    if satu.indikator == objek and satu.tahun == periode.tahun
                ]
        return baca(calon[int(nomor) - 1])

    def target_akhir(self, indikator: str) -> Isi:
        """Return the target of the last year of the plan."""
        return self._jawab_akhir(indikator)[0]

    def _jawab_akhir(self, indikator: str) -> tuple[Isi, int | None]:
        if self._cara_gabung(indikator, Periode(self.data.tahun)):
            bagian = self._bagian(indikator, Periode(self.data.tahun))
            return kumpulkan([self._jawab_akhir(satu) for satu in bagian]), None
        rencana = self._rencana_berlaku
        digit = self._digit_target(self._baris_rencana(indikator, rencana.tahun_akhir, rencana.id))
        return self._isi_akhir(indikator, rencana), digit

    def _isi_akhir(self, indikator: str, rencana: EdisiRencana) -> Isi:
        edisi = self.edisi(indikator, Periode(self.data.tahun))
        if edisi is not None and edisi.agregasi_tahun == "jumlah":
            daftar_tahun = range(rencana.tahun_awal, rencana.tahun_akhir + 1)
            return _jumlahkan([_isi_target(self._baris_rencana(indikator, satu, rencana.id)) for satu in daftar_tahun])
        return _isi_target(self._baris_rencana(indikator, rencana.tahun_akhir, rencana.id))

    @cached_property
    def _rencana_berlaku(self) -> EdisiRencana:
        return next(satu for satu in self.data.daftar_edisi_rencana if satu.id == self.data.rencana_berlaku)

    def _baris_rencana(self, indikator: str, tahun: int, rencana: str) -> Target | None:
        calon = [
            satu
            for satu in self._target_per_indikator.get(indikator, ())
            if satu.periode == Periode(tahun) and satu.dokumen in self._daftar_rencana
        ]
        calon.sort(key=lambda satu: (satu.dokumen == rencana, _mulai(satu)))
        return calon[-1] if calon else None

    # --- realisasi and capaian ----------------------------------------------------------------------------------

    def realisasi(self, indikator: str, periode: Periode) -> Isi:
        """Return the realisasi to the end of the period."""
        edisi = self.edisi(indikator, periode) or self._edisi_pertama(indikator)
        kini = self.edisi(indikator, Periode(self.data.tahun))
        if periode.tahun != self.data.tahun and kini is not None and not self._sebanding(kini, periode):
            return Hampa("edisi_tidak_sebanding")
        if edisi.gabungan:
            bagian = self._bagian(indikator, periode)
            return kumpulkan([(self.realisasi(satu, periode), self._digit(satu, periode)) for satu in bagian])
        if not edisi.rumus:
            return self._tercatat(indikator, periode, edisi)
        bagian = {self._variabel_per_label[label] for label, geser in daftar_peubah(edisi.rumus) if not geser}
        baris = [satu for variabel in bagian for satu in self._baris_per_variabel.get(variabel, ())]
        if all(satu.periode.tahun != periode.tahun for satu in baris):
            pengganti = self._tercatat(indikator, periode, edisi)
            if not isinstance(pengganti, Hampa):
                return pengganti
        return hitung_rumus(edisi.rumus, edisi.satuan, lambda label, geser: self._ambil(edisi, periode, label, geser))

    def _ambil(self, edisi: EdisiIndikator, periode: Periode, label: str, geser: str) -> Isi:
        lalu = _geser(periode, geser)
        if geser and not self._sebanding(edisi, lalu):
            return Hampa("edisi_tidak_sebanding")
        if geser and self.edisi(edisi.indikator, lalu) is None and self._is_ditolak(edisi):
            return Hampa("edisi_tidak_sebanding")
        return self.nilai_variabel(self._variabel_per_label[label], lalu)

    def _sebanding(self, edisi: EdisiIndikator, lalu: Periode) -> bool:
        lama = self.edisi(edisi.indikator, lalu)
        if lama is None or lama.edisi == edisi.edisi:
            return True
        return any(
            satu.sebanding and satu.lama == lama.edisi and satu.baru == edisi.edisi
            for satu in self.data.daftar_jembatan
        )

    def _is_ditolak(self, edisi: EdisiIndikator) -> bool:
        """Whether a bridge says that what came before this edition does not compare."""
        return any(not satu.sebanding and satu.baru == edisi.edisi for satu in self.data.daftar_jembatan)

    def _tercatat(self, indikator: str, periode: Periode, edisi: EdisiIndikator) -> Isi:
        daftar_baris = self._daftar_tercatat(indikator, periode.tahun)
        aturan = str(edisi.agregasi_unit)
        baris = {t: isi for t in range(5) if (isi := isi_triwulan(daftar_baris, t, aturan)) is not None}
        if 0 in baris and (periode.is_tahunan or (periode.triwulan == 4 and 4 not in baris)):
            return baris[0]
        daftar = [baris.get(triwulan, DIISI_KOSONG) for triwulan in range(1, (periode.triwulan or 4) + 1)]
        return _gabung(daftar, str(edisi.agregasi_triwulan))

    def _daftar_tercatat(self, indikator: str, tahun: int) -> list[NilaiTercatat]:
        return [
            satu
            for satu in self.data.daftar_nilai_tercatat
            if satu.indikator == indikator and satu.periode.tahun == tahun
        ]

    def capaian(self, indikator: str, periode: Periode) -> Isi:
        """Return the raw capaian; a period before all editions is read with the first one."""
        edisi = self.edisi(indikator, periode) or self._edisi_pertama(indikator)
        realisasi = self.realisasi(indikator, periode)
        if isinstance(realisasi, Paket):
            daftar = [
                (self.capaian(satu, periode), self._bobot(satu, periode)) for satu in self._bagian(indikator, periode)
            ]
            return gabungkan(str(edisi.gabungan), daftar, str(self.data.kebijakan.tidak_lapor))
        return hitung_capaian(self.target(indikator, periode), realisasi, edisi, self.data.kebijakan)

    def _cara_gabung(self, indikator: str, periode: Periode) -> bool:
        """Whether the indicator is composite."""
        return (self.edisi(indikator, periode) or self._edisi_pertama(indikator)).gabungan is not None

    def _bagian(self, indikator: str, periode: Periode) -> list[str]:
        """Return the parts of a whole."""
        daftar_id = dict.fromkeys(
            satu.indikator for satu in self.data.daftar_indikator if satu.bagian_dari == indikator
        )
        berlaku = [satu for satu in daftar_id if self.edisi(satu, periode)]
        return [satu for satu in berlaku or daftar_id if not self._is_digantikan(satu, periode)]

    def _bobot(self, indikator: str, periode: Periode) -> Fraction | None:
        bobot = (self.edisi(indikator, periode) or self._edisi_pertama(indikator)).bobot
        return Fraction(bobot.replace(".", "").replace(",", ".")) if bobot else None

    def tingkat_kemajuan(self, indikator: str) -> Isi:
        """Return how far the plan's last target is reached."""
        periode = Periode(self.data.tahun)
        edisi = self.edisi(indikator, periode)
        if edisi is None:
            return DIISI_KOSONG
        capai = self.realisasi_rencana(indikator)
        if isinstance(capai, Paket):
            daftar = [
                (self.tingkat_kemajuan(satu), self._bobot(satu, periode)) for satu in self._bagian(indikator, periode)
            ]
            return gabungkan(str(edisi.gabungan), daftar, str(self.data.kebijakan.tidak_lapor))
        return hitung_capaian(self.target_akhir(indikator), capai, edisi, self.data.kebijakan)

    def realisasi_rencana(self, indikator: str) -> Isi:
        """Return the realisasi since the first year of the plan, or of this year for what does not add up."""
        periode = Periode(self.data.tahun)
        if self._cara_gabung(indikator, periode):
            bagian = self._bagian(indikator, periode)
            return kumpulkan([(self.realisasi_rencana(satu), self._digit(satu, periode)) for satu in bagian])
        edisi = self.edisi(indikator, Periode(self.data.tahun))
        if edisi is None or edisi.agregasi_tahun != "jumlah":
            return self.realisasi(indikator, Periode(self.data.tahun))
        rencana = next(satu for satu in self.data.daftar_edisi_rencana if satu.id == self.data.rencana_berlaku)
        daftar_tahun = range(rencana.tahun_awal, self.data.tahun + 1)
        return _jumlahkan([self.realisasi(indikator, Periode(tahun)) for tahun in daftar_tahun])

    def kelas(self, nilai: Isi) -> Isi:
        """Return the class of a capaian on the scale of the agency."""
        skala = next((satu for satu in self.data.daftar_skala if satu.id == self.data.kebijakan.skala), None)
        return kelaskan(nilai, skala)

    # --- averages -----------------------------------------------------------------------------------------------

    def rata_rata(self, objek: str, periode: Periode) -> tuple[Isi, int, int]:
        """Return the mean of capped capaian, and over how many of how many."""
        if objek != "instansi":
            return self._rata(self._capaian_sasaran(objek.removeprefix("sasaran:"), periode))
        per_sasaran = [self._capaian_sasaran(sasaran, periode) for sasaran in self._daftar_sasaran]
        hasil, terukur, jumlah = self._rata([butir for daftar in per_sasaran for butir in daftar])
        if self.data.kebijakan.rata_rata == "sasaran":
            hasil = self._rata([(self._rata(daftar)[0], None) for daftar in per_sasaran if daftar])[0]
        return hasil, terukur, jumlah

    def _rata(self, daftar: list[Butir]) -> tuple[Isi, int, int]:
        tidak_lapor = [isi for isi, _ in daftar if isinstance(isi, Hampa) and isi.alasan == TIDAK_DILAPORKAN]
        if self.data.kebijakan.tidak_lapor == "dihitung_0":
            daftar = [(NOL_PERSEN if isi in tidak_lapor else isi, bobot) for isi, bobot in daftar]
        terukur = [(isi.angka, bobot) for isi, bobot in daftar if isinstance(isi, Ada)]
        if tidak_lapor and self.data.kebijakan.tidak_lapor == "rata_rata_ditahan":
            return tidak_lapor[0], len(terukur), len(daftar)
        is_berbobot = all(bobot is not None for _, bobot in daftar)
        pembagi = sum((bobot if is_berbobot and bobot is not None else Fraction(1) for _, bobot in terukur), Fraction())
        if not pembagi:
            return DIISI_KOSONG, len(terukur), len(daftar)
        jumlah = sum((angka * (bobot if is_berbobot and bobot else 1) for angka, bobot in terukur), Fraction())
        return Ada(jumlah / pembagi, PERSEN), len(terukur), len(daftar)

    def predikat_rata_rata(self, objek: str, periode: Periode) -> Isi:
        """Return the class of a mean, if enough indicators stand behind it."""
        rata_rata, terukur, jumlah = self.rata_rata(objek, periode)
        minimum = self.data.kebijakan.bagian_minimum.to_fraction()
        if isinstance(rata_rata, Ada) and Fraction(terukur * 100, jumlah) < minimum:
            return Hampa("syarat_tidak_terpenuhi")
        return self.kelas(rata_rata)

    @cached_property
    def _daftar_sasaran(self) -> list[str]:
        return [
            satu.id
            for satu in self.data.daftar_simpul
            if satu.edisi == self.data.rencana_berlaku and satu.jenis == "sasaran"
        ]

    def _daftar_sendiri(self, simpul: str) -> list[str]:
        return [edisi.indikator for edisi in self._daftar_berlaku(simpul, Periode(self.data.tahun))]

    def _capaian_sasaran(self, sasaran: str, periode: Periode) -> list[Butir]:
        daftar: list[Butir] = []
        for edisi in self._daftar_berlaku(sasaran, periode):
            bobot = self._bobot(edisi.indikator, periode)
            daftar.append((batasi(self.capaian(edisi.indikator, periode), self.data.kebijakan), bobot))
        return daftar

    def _daftar_berlaku(self, simpul: str, periode: Periode) -> list[EdisiIndikator]:
        """Return the editions a node is measured with, without indicators that gave way to another one."""
        daftar = [self.edisi(indikator, periode) for indikator in self._edisi_per_indikator]
        return [
            edisi
            for edisi in daftar
            if edisi
            and edisi.simpul == simpul
            and not edisi.bagian_dari
            and not self._is_digantikan(edisi.indikator, periode)
        ]

    def _is_digantikan(self, indikator: str, periode: Periode) -> bool:
        pemilik = {satu.edisi: satu.indikator for satu in self.data.daftar_indikator}
        for satu in self.data.daftar_jembatan:
            lama, baru = pemilik.get(satu.lama, satu.lama), pemilik.get(satu.baru, satu.baru)
            if lama == indikator and baru not in (indikator, "") and self.edisi(baru, periode):
                return True
        return False


def _geser(periode: Periode, geser: str) -> Periode:
    """Return the period a shifted variable is asked for."""
    match geser:
        case "tahun_lalu":
            return Periode(periode.tahun - 1, periode.triwulan)
        case "triwulan_lalu":
            triwulan = (periode.triwulan or 4) - 1
            return Periode(periode.tahun, triwulan) if triwulan else Periode(periode.tahun - 1, 4)
    return periode


def _kelompokkan(daftar: Iterable[T], kunci: Callable[[T], str]) -> dict[str, list[T]]:
    hasil: dict[str, list[T]] = {}
    for satu in daftar:
        hasil.setdefault(kunci(satu), []).append(satu)
    return hasil


def _isi_target(baris: Target | None) -> Isi:
    return baca(baris.nilai) if baris else Hampa("tanpa_target")


def _mulai(target: Target) -> date:
    return target.berlaku_mulai or date.min


def _jumlahkan(daftar: list[Isi]) -> Isi:
    return _gabung(daftar, "jumlah")


def _gabung(daftar: list[Isi], aturan: str) -> Isi:
    """Return quarters or years combined into one value."""
    ada = [isi for isi in daftar if not isinstance(isi, Hampa)]
    if aturan == "terakhir":
        return ada[-1] if ada else daftar[-1]
    if not all(isinstance(isi, Ada) for isi in ada):
        return Hampa("bukan_angka")
    angka = [isi.angka for isi in ada if isinstance(isi, Ada)]
    satuan = next((isi.satuan for isi in ada if isinstance(isi, Ada)), "")
    hampa = next((isi for isi in daftar if isinstance(isi, Hampa)), None)
    if hampa is not None and (aturan == "jumlah" or not angka):
        return hampa
    match aturan:
        case "jumlah":
            return Ada(sum(angka, Fraction()), satuan)
        case "rata_rata":
            return Ada(sum(angka, Fraction()) / len(angka), satuan)
        case "maksimum":
            return Ada(max(angka), satuan)
    return Ada(min(angka), satuan)
