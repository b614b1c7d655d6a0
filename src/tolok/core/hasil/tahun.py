"""
All quantities of one agency-year, computed on demand: the one door through which documents and commands ask.

Nothing is computed before it is asked for, and nothing twice. Every quantity has an identity, a printed text and a
story whose leaves are the recorded inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from tolok.core.angka import SERATUS, Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.efisiensi import compute_efisiensi
from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN, HasilAnggaran
from tolok.core.hasil.besaran import DIGIT_PERSEN, make_hasil
from tolok.core.hasil.cari import find_hasil, list_identitas
from tolok.core.hasil.indikator import HasilIndikator
from tolok.core.hasil.realisasi import Bahan, HasilRealisasi
from tolok.core.hasil.sumber import SumberIndikator
from tolok.core.identitas import make_identitas
from tolok.core.indikator import EdisiIndikator, Jembatan, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil, Jejak
from tolok.core.kebijakan import Kebijakan, RataRata
from tolok.core.nilai import AlasanTakTerhitung, Bilangan, TidakDapatDihitung
from tolok.core.penilaian import Butir, RataRataButir, compute_rata_rata, compute_rata_rata_kelompok, has_bagian_cukup
from tolok.core.periode import Periode
from tolok.core.rencana import JenisSimpul, SimpulRencana


class RataRataCapaian(NamedTuple):
    """A mean of capaian with its "n dari m indikator" and its predicate, if enough is measured to give one."""

    hasil: Hasil
    terukur: int
    jumlah: int
    predikat: Hasil


class HasilTahun:
    """
    Every quantity of one agency-year under one policy.

    Methods that take the id of an indicator, variable, node, budget code or pagu edition raise ``KeyError`` if there
    is none of that name; everything else that is missing is a state of the value, with its reason.
    """

    def __init__(
        self, data: TahunInstansi, *, kebijakan: Kebijakan | None = None, diketahui: date | None = None
    ) -> None:
        """
        Take the agency-year; ``kebijakan`` replaces its policy ("what if").

        :param diketahui: use only what was recorded until then (``None``: everything)
        """
        self.data = data
        self.kebijakan = kebijakan or data.kebijakan
        self._sumber = SumberIndikator(data, diketahui=diketahui)
        self._realisasi = HasilRealisasi(data, self._sumber)
        self._indikator = HasilIndikator(data, kebijakan=self.kebijakan, sumber=self._sumber, realisasi=self._realisasi)
        self.anggaran: Final = HasilAnggaran(data, list_indikator=self._list_id_indikator)
        self._urutan: dict[Periode, dict[str, tuple[EdisiIndikator, ...]]] = {}
        self._rata_rata: dict[tuple[str, Periode], RataRataCapaian] = {}

    @cached_property
    def _simpul_per_id(self) -> dict[str, SimpulRencana]:
        return {s.id: s for s in self.data.daftar_simpul if s.edisi == self.data.rencana_berlaku}

    def daftar_sasaran(self) -> tuple[SimpulRencana, ...]:
        """Return the sasaran of the plan edition in force, in printed order."""
        return tuple(s for s in self._simpul_per_id.values() if s.jenis is JenisSimpul.SASARAN)

    def daftar_indikator(self, simpul: str | None = None, periode: Periode | None = None) -> tuple[EdisiIndikator, ...]:
        """
        Return the editions in force at the end of the period (``None``: the year) in printed order, without parts.

        :param simpul: the node they measure; ``None``: those of all sasaran, sasaran by sasaran
        """
        urutan = self._urutkan_indikator(periode or Periode(self.data.tahun))
        if simpul is not None:
            return urutan.get(simpul, ())
        return tuple(edisi for sasaran in self.daftar_sasaran() for edisi in urutan.get(sasaran.id, ()))

    def daftar_bagian(self, indikator: str, periode: Periode | None = None) -> tuple[EdisiIndikator, ...]:
        """Return the parts of a composite indicator in printed order (``None``: the year); none of any other."""
        return self._indikator.daftar_bagian(indikator, periode or Periode(self.data.tahun))

    def daftar_terukur(self, simpul: str | None = None, periode: Periode | None = None) -> tuple[EdisiIndikator, ...]:
        """Return what is measured itself: as ``daftar_indikator``, with parts in place of composite indicators."""
        return tuple(
            satu
            for edisi in self.daftar_indikator(simpul, periode)
            for satu in (self.daftar_bagian(edisi.indikator, periode) or (edisi,))
        )

    def daftar_bahan(self, indikator: str, periode: Periode) -> tuple[Bahan, ...]:
        """Return the variables an indicator is measured with in a period, of a composite one those of its parts."""
        daftar = self.daftar_bagian(indikator, periode) or (self.edisi_indikator(indikator, periode),)
        return tuple(dict.fromkeys(b for edisi in daftar for b in self._realisasi.list_bahan(edisi, periode)))

    def edisi_indikator(self, indikator: str, periode: Periode) -> EdisiIndikator:
        """Return the edition a period is read with: the one in force at its end, else the earliest."""
        return self._indikator.edisi(indikator, periode)

    def target(self, indikator: str, periode: Periode) -> Hasil:
        """Return the target that judges the period: of the last agreement in force in it, else of the plan."""
        return self._indikator.target(indikator, periode)

    def realisasi(self, indikator: str, periode: Periode) -> Hasil:
        """Return the realisasi from January to the end of the period."""
        return self._realisasi.realisasi(indikator, periode)

    def daftar_realisasi_lain(self, indikator: str, periode: Periode) -> tuple[Hasil, ...]:
        """Return recorded values of the period that were not used."""
        return self._realisasi.daftar_realisasi_lain(indikator, periode)

    def nilai_variabel(self, variabel: str, periode: Periode) -> Hasil:
        """Return a variable from January to the end of the period, put together by its nature."""
        return self._realisasi.nilai_variabel(variabel, periode)

    def find_variabel(self, label: str) -> Variabel | None:
        """Return the variable a formula names by ``label``, ``None`` if there is none."""
        return self._sumber.find_variabel(label)

    def list_pemakai(self, variabel: str) -> tuple[str, ...]:
        """Return the indicators that name a variable in the formula of any of their editions, in printed order."""
        return self._realisasi.pemakai_per_variabel.get(variabel, ())

    def find_jembatan(self, *, lama: EdisiIndikator, baru: EdisiIndikator) -> Jembatan | None:
        """Return what was said of two editions of one indicator, ``None`` if nobody said how they compare."""
        return self._sumber.find_jembatan(lama=lama, baru=baru)

    def list_pendahulu(self, edisi: EdisiIndikator) -> tuple[tuple[str, Jembatan], ...]:
        """Return the other indicators an edition follows, each with the bridge that says whether they compare."""
        return tuple(self._sumber.list_pendahulu(edisi))

    def bobot(self, edisi: EdisiIndikator) -> Angka | None:
        """Return the decreed weight of an indicator, if there is one."""
        return self._indikator.bobot(edisi)

    def capaian(self, indikator: str, periode: Periode) -> Hasil:
        """Return the raw capaian in points of percent."""
        return self._indikator.capaian(indikator, periode)

    def capaian_terbatas(self, indikator: str, periode: Periode) -> Hasil:
        """Return the capaian as averages use it."""
        return self._indikator.capaian_terbatas(indikator, periode)

    def predikat(self, indikator: str, periode: Periode) -> Hasil:
        """Return the class of the capaian of one indicator."""
        return self._indikator.predikat(indikator, periode)

    def capaian_andai(self, indikator: str, periode: Periode, *, target: Hasil, realisasi: Hasil) -> Hasil:
        """
        Return what the capaian would be with another realisasi or target, judged by the definition of the period.

        It is no quantity of the year, so its identity is ``""``.
        """
        edisi = self.edisi_indikator(indikator, periode)
        jejak = self._indikator.compute(edisi, target=target, realisasi=realisasi)
        return make_hasil(jejak, identitas="", digit=DIGIT_PERSEN, uraian=f"Capaian {edisi.nama}")

    def rata_rata_sasaran(self, simpul: str, periode: Periode) -> RataRataCapaian:
        """Return the mean over the indicators of one sasaran."""
        if simpul not in self._simpul_per_id:
            raise KeyError(simpul)
        objek = f"sasaran:{simpul}"
        return self._simpan_rata_rata(objek, periode, lambda: self._butir_sasaran(simpul, periode))

    def rata_rata_instansi(self, periode: Periode) -> RataRataCapaian:
        """Return the mean of the agency, over indicators or over sasaran as the policy says."""
        return self._simpan_rata_rata("instansi", periode, lambda: self._butir_instansi(periode))

    def realisasi_tahun(self, indikator: str, tahun: int) -> Hasil:
        """Return the realisasi of a year; of another year only what compares with the definition of this one."""
        return self.realisasi(indikator, Periode(tahun))

    def target_akhir(self, indikator: str) -> Hasil:
        """Return the target at the end of the plan."""
        return self._indikator.target_akhir(indikator)

    def realisasi_rencana(self, indikator: str) -> Hasil:
        """Return the realisasi of the plan so far: of this year, or the sum of the years by the definition."""
        return self._indikator.realisasi_rencana(indikator)

    def tingkat_kemajuan(self, indikator: str) -> Hasil:
        """Return the realisasi to date against the target at the end of the plan."""
        return self._indikator.tingkat_kemajuan(indikator)

    def pembanding(self, indikator: str) -> tuple[Hasil, ...]:
        """Return the benchmarks of an indicator."""
        return self._indikator.pembanding(indikator)

    def pagu(self, kode: str, edisi: str) -> Hasil:
        """Return the pagu of a budget node (``total``: all leaves) in one edition."""
        return self.anggaran.pagu(kode, edisi)

    def realisasi_anggaran(self, kode: str, periode: Periode) -> Hasil:
        """Return the realisasi of a budget node to the end of the period."""
        return self.anggaran.realisasi(kode, periode)

    def serapan(self, kode: str, periode: Periode, edisi: str) -> Hasil:
        """Return the serapan of a budget node."""
        return self.anggaran.serapan(kode, periode, edisi)

    def pagu_simpul(self, simpul: str, edisi: str) -> Hasil:
        """Return the pagu that serves a node of the plan."""
        return self.anggaran.pagu_simpul(simpul, edisi)

    def realisasi_simpul(self, simpul: str, periode: Periode) -> Hasil:
        """Return the realisasi of what serves a node of the plan."""
        return self.anggaran.realisasi_simpul(simpul, periode)

    def serapan_simpul(self, simpul: str, periode: Periode, edisi: str) -> Hasil:
        """Return the serapan of what serves a node of the plan."""
        return self.anggaran.serapan_simpul(simpul, periode, edisi)

    def bagian_simpul(self, simpul: str, edisi: str) -> Hasil:
        """Return the share of a node of the plan in the named total."""
        return self.anggaran.bagian_simpul(simpul, edisi)

    def pagu_indikator(self, indikator: str, edisi: str) -> Hasil:
        """Return the pagu that serves an indicator."""
        return self.anggaran.pagu_indikator(indikator, edisi)

    def realisasi_indikator(self, indikator: str, periode: Periode) -> Hasil:
        """Return the budget realisasi of what serves an indicator."""
        return self.anggaran.realisasi_indikator(indikator, periode)

    def serapan_indikator(self, indikator: str, periode: Periode, edisi: str) -> Hasil:
        """Return the serapan of what serves an indicator."""
        return self.anggaran.serapan_indikator(indikator, periode, edisi)

    def bagian_indikator(self, indikator: str, edisi: str) -> Hasil:
        """Return the share of an indicator in the named total."""
        return self.anggaran.bagian_indikator(indikator, edisi)

    def pagu_penunjang(self, edisi: str) -> Hasil:
        """Return the pagu of supporting programs, which serve no sasaran by nature."""
        return self.anggaran.pagu(PENUNJANG, edisi)

    def bagian_penunjang(self, edisi: str) -> Hasil:
        """Return the share of supporting programs in the named total."""
        return self.anggaran.bagian(PENUNJANG, edisi)

    def pagu_tanpa_sasaran(self, edisi: str) -> Hasil:
        """Return the pagu of other programs that are linked to no sasaran."""
        return self.anggaran.pagu(TANPA_SASARAN, edisi)

    def bagian_tanpa_sasaran(self, edisi: str) -> Hasil:
        """Return the share of other programs that are linked to no sasaran."""
        return self.anggaran.bagian(TANPA_SASARAN, edisi)

    def efisiensi(self, indikator: str, periode: Periode, edisi: str) -> Hasil:
        """Return the efficiency of an indicator by the formula of the policy, on its raw capaian."""
        capaian = self.capaian(indikator, periode)
        serapan = self.serapan_indikator(indikator, periode, edisi)
        _, jejak = compute_efisiensi(
            rumus=self.kebijakan.efisiensi,
            capaian=capaian.nilai,
            serapan=serapan.nilai,
            asal=(capaian.jejak, serapan.jejak),
        )
        identitas = self._identitas(periode, f"indikator:{indikator}", f"efisiensi@{edisi}")
        return make_hasil(jejak, identitas=identitas, digit=DIGIT_PERSEN)

    def cari(self, identitas: str) -> Hasil:
        """
        Return the quantity of this identity, also of inputs (``isian``, ``tercatat@…``, ``target@…``).

        :raises IdentitasTakDikenal: if there is none (a ``KeyError``)
        """
        return find_hasil(self, identitas)

    def daftar_identitas(self) -> Iterator[str]:
        """Yield the identities of all quantities of the year, without computing them."""
        return list_identitas(self)

    def nilai_isian(self, variabel: str, periode: Periode, unit: str | None = None) -> Hasil | None:
        """
        Return what was filled in for a variable in exactly this period, or ``None``.

        :param unit: only what this unit filled in (``""``: only what was filled in for the agency as a whole)
        """
        return self._realisasi.isian(variabel, periode, unit)

    def nilai_tercatat(self, indikator: str, periode: Periode, nomor: int) -> Hasil | None:
        """Return one recorded value of an indicator by its number in the period, from 1, or ``None``."""
        return self._realisasi.tercatat(indikator, periode, nomor)

    def target_dokumen(self, indikator: str, periode: Periode, dokumen: str) -> Hasil | None:
        """Return the target of exactly this period as one document states it, or ``None``."""
        return self._indikator.target_dokumen(indikator, periode, dokumen)

    def _identitas(self, periode: Periode, objek: str, besaran: str) -> str:
        return make_identitas(self.data.instansi.id, periode, objek, besaran)

    def _list_id_indikator(self, simpul: str) -> tuple[str, ...]:
        return tuple(edisi.indikator for edisi in self.daftar_indikator(simpul))

    def _urutkan_indikator(self, periode: Periode) -> dict[str, tuple[EdisiIndikator, ...]]:
        """Return the editions in force by node, without parts of others and what another one has replaced."""
        if periode not in self._urutan:
            kelompok: dict[str, list[EdisiIndikator]] = {}
            for indikator in self._sumber.edisi_per_indikator:
                edisi = self._sumber.find_edisi(indikator, periode)
                if edisi is None or not edisi.simpul or self._sumber.is_bagian(edisi, periode):
                    continue
                if not self._sumber.is_digantikan(edisi, periode):
                    kelompok.setdefault(edisi.simpul, []).append(edisi)
            self._urutan[periode] = {simpul: tuple(daftar) for simpul, daftar in kelompok.items()}
        return self._urutan[periode]

    def _butir_sasaran(self, simpul: str, periode: Periode) -> RataRataButir:
        daftar = [self._butir(edisi, periode) for edisi in self.daftar_indikator(simpul, periode)]
        label = f"Rata-rata capaian {self._simpul_per_id[simpul].uraian}"
        return compute_rata_rata(daftar, label=label, kebijakan=self.kebijakan)

    def _butir_instansi(self, periode: Periode) -> RataRataButir:
        label = f"Rata-rata capaian {self.data.instansi.nama}"
        if self.kebijakan.rata_rata is RataRata.INDIKATOR:
            daftar = [self._butir(edisi, periode) for edisi in self.daftar_indikator(periode=periode)]
            return compute_rata_rata(daftar, label=label, kebijakan=self.kebijakan)
        kelompok = []
        for sasaran in self.daftar_sasaran():
            butir = self._butir_sasaran(sasaran.id, periode)
            identitas = self._identitas(periode, f"sasaran:{sasaran.id}", "rata_rata_capaian")
            kelompok.append((sasaran.uraian, butir._replace(jejak=butir.jejak._replace(identitas=identitas))))
        return compute_rata_rata_kelompok(kelompok, label=label)

    def _butir(self, edisi: EdisiIndikator, periode: Periode) -> Butir:
        capaian = self.capaian_terbatas(edisi.indikator, periode)
        return Butir(edisi.nama, capaian.nilai, capaian.jejak, self._indikator.bobot(edisi))

    def _simpan_rata_rata(self, objek: str, periode: Periode, hitung: Callable[[], RataRataButir]) -> RataRataCapaian:
        kunci = (objek, periode)
        if kunci not in self._rata_rata:
            butir = hitung()
            hasil = make_hasil(
                butir.jejak, identitas=self._identitas(periode, objek, "rata_rata_capaian"), digit=DIGIT_PERSEN
            )
            predikat = self._predikat_rata_rata(objek, periode, hasil, butir)
            self._rata_rata[kunci] = RataRataCapaian(hasil, butir.terukur, butir.jumlah, predikat)
        return self._rata_rata[kunci]

    def _predikat_rata_rata(self, objek: str, periode: Periode, hasil: Hasil, butir: RataRataButir) -> Hasil:
        """Return the predicate of a mean, or why none is given."""
        identitas = self._identitas(periode, objek, "predikat")
        label = f"Predikat {hasil.jejak.uraian}"
        cukup = has_bagian_cukup(terukur=butir.terukur, jumlah=butir.jumlah, kebijakan=self.kebijakan)
        if cukup or not isinstance(hasil.nilai, Bilangan):
            return self._indikator.classify(hasil, label=label, identitas=identitas)
        bagian = format_angka((Angka(butir.terukur) / butir.jumlah * SERATUS).bulat(2))
        pesan = (
            f"Predikat tidak diberikan karena hanya {bagian}% indikator yang terukur, kurang dari "
            f"{format_angka(self.kebijakan.bagian_minimum)}%."
        )
        nilai = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, pesan)
        return make_hasil(Jejak("predikat", label, nilai, (hasil.jejak,)), identitas=identitas, digit=None)
