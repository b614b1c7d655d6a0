"""An indicator against its promises: target, capaian, predicate, progress to the end of the plan, benchmarks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache

from tolok.core.agregasi import aggregate_tahun
from tolok.core.angka import Angka
from tolok.core.baca_angka import GalatBaca, read_nilai
from tolok.core.capaian import compute_capaian, limit_capaian
from tolok.core.cetak_angka import count_desimal_bersama, format_angka, format_nilai
from tolok.core.gabungan import Bagian, compute_gabungan, compute_majemuk
from tolok.core.hasil.besaran import DIGIT_PERSEN, make_hasil
from tolok.core.hasil.realisasi import HasilRealisasi
from tolok.core.hasil.sumber import SumberIndikator
from tolok.core.hasil.target_berlaku import CalonTarget, find_target, list_calon
from tolok.core.identitas import make_identitas
from tolok.core.indikator import AgregasiTahun, EdisiIndikator, Gabungan, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil, Jejak
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import (
    AlasanTakTerhitung,
    Bilangan,
    JenisTanda,
    Majemuk,
    Nilai,
    Tanda,
    TidakDapatDihitung,
    with_tanda,
)
from tolok.core.penilaian import Butir
from tolok.core.periode import Periode
from tolok.core.skala import GalatSkala, Skala, classify


class HasilIndikator:
    """Everything about single indicators of one agency-year, lazy and cached."""

    def __init__(
        self, data: TahunInstansi, *, kebijakan: Kebijakan, sumber: SumberIndikator, realisasi: HasilRealisasi
    ) -> None:
        self.data = data
        self.kebijakan = kebijakan
        self.sumber = sumber
        self.sumber_realisasi = realisasi
        self.skala_per_id: dict[str, Skala] = {skala.id: skala for skala in data.daftar_skala}
        self._perjanjian_per_id = {perjanjian.id: perjanjian for perjanjian in data.daftar_perjanjian}
        self._rencana_per_id = {rencana.id: rencana for rencana in data.daftar_edisi_rencana}
        self.nama_per_dokumen = make_nama_per_dokumen(data)
        self._tahun = Periode(data.tahun)
        self._simpanan: dict[tuple[str, str, Periode], Hasil] = {}
        self._calon_target: dict[str, tuple[tuple[CalonTarget, ...], ...]] = {}
        self._target_tercatat: dict[int, Jejak] = {}
        self._digit_per_baris: dict[tuple[str, str], int | None] = {}

    def target(self, indikator: str, periode: Periode) -> Hasil:
        """Return the target that judges the period; the trace says from which document and for which period."""
        return self._simpan("target", indikator, periode, self._hitung_target)

    def capaian(self, indikator: str, periode: Periode) -> Hasil:
        """Return the raw capaian in points of percent."""
        return self._simpan("capaian", indikator, periode, self._hitung_capaian)

    def capaian_terbatas(self, indikator: str, periode: Periode) -> Hasil:
        """Return the capaian as averages and predicates use it, between 0 and the cap."""
        return self._simpan("capaian_terbatas", indikator, periode, self._hitung_terbatas)

    def predikat(self, indikator: str, periode: Periode) -> Hasil:
        """Return the class of the limited capaian on the scale of the policy."""
        return self._simpan("predikat", indikator, periode, self._hitung_predikat)

    def target_akhir(self, indikator: str) -> Hasil:
        """Return the target at the end of the plan; for an indicator that adds up over years the sum of all years."""
        return self._simpan("target_akhir", indikator, self._tahun, self._hitung_target_akhir)

    def tingkat_kemajuan(self, indikator: str) -> Hasil:
        """Return the realisasi to date against the target at the end of the plan, with the polarity."""
        return self._simpan("tingkat_kemajuan", indikator, self._tahun, self._hitung_kemajuan)

    def realisasi_rencana(self, indikator: str) -> Hasil:
        """Return the realisasi of the plan so far: of this year, or the sum from the first year of the plan on."""
        return self._simpan("realisasi_rencana", indikator, self._tahun, self._hitung_realisasi_rencana)

    def pembanding(self, indikator: str) -> tuple[Hasil, ...]:
        """Return the benchmarks of an indicator in printed order; none is an empty tuple, never 0."""
        return tuple(
            make_hasil(
                Jejak("pembanding", f"{baris.cakupan}, Tahun {baris.tahun}", baris.nilai, (), None, baris.sumber),
                identitas=self.identitas(indikator, Periode(baris.tahun), f"pembanding@{nomor}"),
                digit=None,
            )
            for nomor, baris in enumerate(self.sumber.pembanding_per_indikator.get(indikator, ()), start=1)
        )

    def target_dokumen(self, indikator: str, periode: Periode, dokumen: str) -> Hasil | None:
        """Return the target of exactly this period as one document states it, or ``None``."""
        edisi = self.edisi(indikator, periode)
        if edisi.gabungan is not None:
            return self._target_dokumen_majemuk(edisi, periode, dokumen)
        for baris in self.sumber.target_per_indikator.get(indikator, ()):
            if (baris.periode, baris.dokumen) == (periode, dokumen):
                jejak = self._jejak_dokumen(baris)
                return make_hasil(jejak, identitas=jejak.identitas or "", digit=self._digit_target(baris))
        return None

    def _target_dokumen_majemuk(self, edisi: EdisiIndikator, periode: Periode, dokumen: str) -> Hasil | None:
        """Return the targets of the parts as one document states them; ``None`` if it states none."""
        besaran = f"target@{dokumen}"
        daftar: list[Bagian] = []
        for bagian in self.sumber.list_bagian(edisi.indikator, periode):
            target = self.target_dokumen(bagian.indikator, periode, dokumen)
            if target is None:
                pesan = f"{dokumen} tidak memuat target {bagian.nama}."
                kosong = TidakDapatDihitung(AlasanTakTerhitung.TANPA_TARGET, pesan)
                target = make_hasil(Jejak("target", f"Target {bagian.nama}", kosong), identitas="", digit=None)
            daftar.append(Bagian(bagian.indikator, bagian.nama, target))
        if not any(bagian.hasil.identitas for bagian in daftar):
            return None
        _, jejak = compute_majemuk(daftar, label=f"Target {edisi.nama} menurut {dokumen}")
        return make_hasil(jejak, identitas=self.identitas(edisi.indikator, periode, besaran), digit=None)

    def daftar_bagian(self, indikator: str, periode: Periode) -> tuple[EdisiIndikator, ...]:
        """Return the parts of an indicator in printed order, none if it is not composite."""
        edisi = self.edisi(indikator, periode)
        return self.sumber.list_bagian(indikator, periode) if edisi.gabungan is not None else ()

    def _majemuk(
        self, edisi: EdisiIndikator, periode: Periode, besaran: str, uraian: str, hitung: Callable[[str], Hasil]
    ) -> Hasil:
        """Return a quantity of a composite indicator: those of its parts side by side."""
        daftar = [
            Bagian(bagian.indikator, bagian.nama, hitung(bagian.indikator))
            for bagian in self.sumber.list_bagian(edisi.indikator, periode)
        ]
        _, jejak = compute_majemuk(daftar, label=f"{uraian} {edisi.nama}")
        return make_hasil(jejak, identitas=self.identitas(edisi.indikator, periode, besaran), digit=None)

    def _gabung(
        self,
        edisi: EdisiIndikator,
        gabungan: Gabungan,
        periode: Periode,
        label: str,
        hitung: Callable[[str], Hasil],
    ) -> Jejak:
        """Return the step that makes one capaian of those of the parts."""
        daftar_bagian = self.sumber.list_bagian(edisi.indikator, periode)
        daftar_hasil = [hitung(bagian.indikator) for bagian in daftar_bagian]
        daftar = [
            Butir(bagian.nama, satu.nilai, satu.jejak, self.bobot(bagian))
            for bagian, satu in zip(daftar_bagian, daftar_hasil, strict=True)
        ]
        _, jejak = compute_gabungan(daftar, label=label, gabungan=gabungan, kebijakan=self.kebijakan)
        return jejak

    def identitas(self, indikator: str, periode: Periode, besaran: str) -> str:
        """Return the identity of a quantity of an indicator."""
        return make_identitas(self.data.instansi.id, periode, f"indikator:{indikator}", besaran)

    def edisi(self, indikator: str, periode: Periode) -> EdisiIndikator:
        """
        Return the edition a period is read with: the one in force, else the earliest.

        :raises KeyError: if there is no such indicator
        """
        edisi = self.sumber.find_edisi(indikator, periode) or self.sumber.find_edisi_pertama(indikator)
        if edisi is None:
            raise KeyError(indikator)
        return edisi

    def bobot(self, edisi: EdisiIndikator) -> Angka | None:
        """Return the decreed weight of an indicator, if there is one."""
        return _baca(edisi.bobot)

    def classify(self, capaian: Hasil, *, label: str, identitas: str) -> Hasil:
        """Return the predicate of a capaian that is already limited."""
        nilai = self._classify(capaian.nilai)
        skala = self.skala_per_id.get(self.kebijakan.skala)
        sumber = skala.nama if skala is not None else None
        jejak = Jejak("predikat", label, nilai, (capaian.jejak,), identitas, sumber)
        return make_hasil(jejak, identitas=identitas, digit=None)

    def _classify(self, nilai: Nilai) -> Nilai:
        skala = self.skala_per_id.get(self.kebijakan.skala)
        if not isinstance(nilai, Bilangan):
            return nilai
        if skala is None:
            pesan = "Skala predikat belum ditetapkan dalam kebijakan; predikat tidak diberikan."
            return TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, pesan)
        try:
            return with_tanda(classify(nilai.angka, skala), *nilai.tanda)
        except GalatSkala as galat:
            return TidakDapatDihitung(AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA, str(galat))

    def _simpan(
        self, besaran: str, indikator: str, periode: Periode, hitung: Callable[[EdisiIndikator, Periode], Hasil]
    ) -> Hasil:
        kunci = (besaran, indikator, periode)
        ada = self._simpanan.get(kunci)
        if ada is None:
            ada = self._simpanan[kunci] = hitung(self.edisi(indikator, periode), periode)
        return ada

    def _hitung_target(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        if edisi.gabungan is not None:
            return self._majemuk(edisi, periode, "target", "Target", lambda bagian: self.target(bagian, periode))
        identitas = self.identitas(edisi.indikator, periode, "target")
        calon = self._list_calon(edisi.indikator)
        terpilih = find_target(calon, periode=periode, nama_per_dokumen=self.nama_per_dokumen)
        if terpilih is None:
            pesan = f"Target {edisi.nama} untuk {periode.label} tidak ada dalam dokumen yang berlaku."
            kosong = TidakDapatDihitung(AlasanTakTerhitung.TANPA_TARGET, pesan)
            return make_hasil(Jejak("target", "Target", kosong), identitas=identitas, digit=None)
        nilai, catatan = terpilih.target.nilai, terpilih.alasan
        if terpilih.daftar_saingan:
            daftar_lain = " dan ".join(format_nilai(t.nilai) for t in terpilih.daftar_saingan)
            keterangan = f"{self._nama_dokumen(terpilih.target)} juga memuat target {daftar_lain}."
            nilai = with_tanda(nilai, Tanda(JenisTanda.BERTENTANGAN, keterangan))
            catatan = f"{catatan} {keterangan}"
        uraian = f"Target setahun {edisi.nama}" if terpilih.is_tahunan else f"Target {edisi.nama}"
        jejak = Jejak("target", uraian, nilai, (self._jejak_dokumen(terpilih.target),), identitas, catatan=catatan)
        return make_hasil(jejak, identitas=identitas, digit=self._digit_target(terpilih.target))

    def _list_calon(self, indikator: str) -> tuple[tuple[CalonTarget, ...], ...]:
        if indikator not in self._calon_target:
            self._calon_target[indikator] = list_calon(
                self.sumber.target_per_indikator.get(indikator, ()),
                perjanjian_per_id=self._perjanjian_per_id,
                rencana_per_id=self._rencana_per_id,
                rencana_berlaku=self.data.rencana_berlaku,
                diketahui=self.sumber.diketahui,
            )
        return self._calon_target[indikator]

    def _jejak_dokumen(self, target: Target) -> Jejak:
        """Return the leaf of a recorded target, made once: a yearly one judges every quarter without its own."""
        if id(target) not in self._target_tercatat:
            self._target_tercatat[id(target)] = self._susun_target(target)
        return self._target_tercatat[id(target)]

    def _susun_target(self, target: Target) -> Jejak:
        identitas = self.identitas(target.indikator, target.periode, f"target@{target.dokumen}")
        nama = self.edisi(target.indikator, target.periode).nama
        dokumen = self._nama_dokumen(target)
        uraian = f"Target {nama} untuk {target.periode.label} menurut {dokumen}"
        return Jejak("target.dokumen", uraian, target.nilai, (), identitas, target.dasar or dokumen)

    def _nama_dokumen(self, target: Target) -> str:
        return self.nama_per_dokumen.get(target.dokumen, target.dokumen)

    def _digit_target(self, target: Target) -> int | None:
        """Return the decimals a target is printed with: those of the most precise one of its row in the document."""
        kunci = (target.indikator, target.dokumen)
        if kunci not in self._digit_per_baris:
            daftar = self.sumber.target_per_indikator.get(target.indikator, ())
            senilai = [baris.nilai for baris in daftar if baris.dokumen == target.dokumen]
            self._digit_per_baris[kunci] = count_desimal_bersama(senilai)
        return self._digit_per_baris[kunci]

    def _hitung_capaian(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        target = self.target(edisi.indikator, periode)
        realisasi = self.sumber_realisasi.realisasi(edisi.indikator, periode)
        label = f"Capaian {edisi.nama}"
        if edisi.gabungan is not None and isinstance(realisasi.nilai, Majemuk):
            jejak = self._gabung(edisi, edisi.gabungan, periode, label, lambda bagian: self.capaian(bagian, periode))
        else:
            jejak = self.compute(edisi, target=target, realisasi=realisasi)
        identitas = self.identitas(edisi.indikator, periode, "capaian")
        return make_hasil(jejak, identitas=identitas, digit=DIGIT_PERSEN, uraian=label)

    def compute(self, edisi: EdisiIndikator, *, target: Hasil, realisasi: Hasil) -> Jejak:
        """Return the step that judges a realisasi by the definition and the policy."""
        _, jejak = compute_capaian(
            target=target.nilai,
            realisasi=realisasi.nilai,
            polaritas=edisi.polaritas,
            kebijakan=self.kebijakan,
            skala=self.skala_per_id.get(edisi.skala),
            aturan_ordinal=edisi.aturan_ordinal,
            maksimum=_baca(edisi.maksimum),
            digit=realisasi.digit,
            jejak_target=target.jejak,
            jejak_realisasi=realisasi.jejak,
        )
        return jejak

    def _hitung_terbatas(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        capaian = self.capaian(edisi.indikator, periode)
        nilai = limit_capaian(capaian.nilai, kebijakan=self.kebijakan)
        catatan = f"{'Di dalam batas' if nilai == capaian.nilai else 'Dibatasi'} {self._rentang_batas}."
        identitas = self.identitas(edisi.indikator, periode, "capaian_terbatas")
        jejak = Jejak("capaian.batas", edisi.nama, nilai, (capaian.jejak,), identitas, catatan=catatan)
        return make_hasil(jejak, identitas=identitas, digit=DIGIT_PERSEN)

    @cached_property
    def _rentang_batas(self) -> str:
        batas = self.kebijakan.batas
        return "tidak di bawah 0%" if batas is None else f"antara 0% dan {format_angka(batas)}%"

    def _hitung_predikat(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        return self.classify(
            self.capaian_terbatas(edisi.indikator, periode),
            label=f"Predikat {edisi.nama}",
            identitas=self.identitas(edisi.indikator, periode, "predikat"),
        )

    def _hitung_target_akhir(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        if edisi.gabungan is not None:
            return self._majemuk(edisi, periode, "target_akhir", "Target akhir", self.target_akhir)
        identitas = self.identitas(edisi.indikator, periode, "target_akhir")
        rencana = self._rencana_per_id.get(self.data.rencana_berlaku)
        kosong = TidakDapatDihitung(
            AlasanTakTerhitung.TANPA_TARGET, f"Target akhir {edisi.nama} tidak ada dalam dokumen rencana."
        )
        if rencana is None:
            return make_hasil(Jejak("target_akhir", "Target akhir rencana", kosong), identitas=identitas, digit=None)
        baris_per_tahun = self._list_target_rencana(edisi.indikator)
        is_jumlah = edisi.agregasi_tahun is AgregasiTahun.JUMLAH
        awal = rencana.tahun_awal if is_jumlah else rencana.tahun_akhir
        daftar_tahun = range(awal, rencana.tahun_akhir + 1)
        if any(tahun not in baris_per_tahun for tahun in daftar_tahun):
            return make_hasil(Jejak("target_akhir", "Target akhir rencana", kosong), identitas=identitas, digit=None)
        _, jejak = aggregate_tahun(
            label=f"Target akhir {rencana.nama}",
            agregasi=edisi.agregasi_tahun,
            jejak_per_tahun={tahun: self._jejak_dokumen(baris_per_tahun[tahun]) for tahun in daftar_tahun},
        )
        return make_hasil(jejak, identitas=identitas, digit=self._digit_target(baris_per_tahun[rencana.tahun_akhir]))

    def _list_target_rencana(self, indikator: str) -> dict[int, Target]:
        """Return the yearly targets of the plan, those of the edition in force before those of others."""
        hasil: dict[int, Target] = {}
        daftar = self.sumber.target_per_indikator.get(indikator, ())
        for baris in sorted(daftar, key=lambda b: b.dokumen != self.data.rencana_berlaku):
            if baris.periode.is_tahunan and baris.dokumen in self._rencana_per_id:
                hasil.setdefault(baris.periode.tahun, baris)
        return hasil

    def _hitung_kemajuan(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        target = self.target_akhir(edisi.indikator)
        realisasi = self.realisasi_rencana(edisi.indikator)
        if edisi.gabungan is not None and isinstance(realisasi.nilai, Majemuk):
            jejak = self._gabung(edisi, edisi.gabungan, periode, "Tingkat kemajuan", self.tingkat_kemajuan)
        else:
            jejak = self.compute(edisi, target=target, realisasi=realisasi)
        identitas = self.identitas(edisi.indikator, periode, "tingkat_kemajuan")
        return make_hasil(jejak, identitas=identitas, digit=DIGIT_PERSEN, uraian="Tingkat kemajuan")

    def _hitung_realisasi_rencana(self, edisi: EdisiIndikator, periode: Periode) -> Hasil:
        if edisi.gabungan is not None:
            return self._majemuk(edisi, periode, "realisasi_rencana", "Realisasi", self.realisasi_rencana)
        kini = self.sumber_realisasi.realisasi(edisi.indikator, periode)
        rencana = self._rencana_per_id.get(self.data.rencana_berlaku)
        awal = periode.tahun
        if edisi.agregasi_tahun is AgregasiTahun.JUMLAH and rencana is not None:
            awal = min(rencana.tahun_awal, awal)
        _, jejak = aggregate_tahun(
            label=f"Realisasi Tahun {awal} sampai {periode.tahun}"
            if awal < periode.tahun
            else f"Realisasi {periode.label}",
            agregasi=edisi.agregasi_tahun,
            jejak_per_tahun={
                tahun: self.sumber_realisasi.realisasi(edisi.indikator, Periode(tahun)).jejak
                for tahun in range(awal, periode.tahun + 1)
            },
        )
        identitas = self.identitas(edisi.indikator, periode, "realisasi_rencana")
        return make_hasil(jejak, identitas=identitas, digit=kini.digit)


def make_nama_per_dokumen(data: TahunInstansi) -> dict[str, str]:
    """Return what a reader knows the documents of targets as, by id: agreements of the year, then plans."""
    hasil: dict[str, str] = {}
    for urut, perjanjian in enumerate(data.daftar_perjanjian):
        sebutan = "Perubahan Perjanjian Kinerja" if urut else "Perjanjian Kinerja"
        ke = f" yang ke-{urut}" if urut > 1 else ""
        hasil[perjanjian.id] = f"{sebutan} {data.tahun}{ke}"
    return hasil | {rencana.id: rencana.nama for rencana in data.daftar_edisi_rencana}


@lru_cache(maxsize=1024)
def _baca(teks: str) -> Angka | None:
    """
    Read a number of a definition (weight, greatest value); ``""`` is none.

    :raises GalatBaca: if the text is no number
    """
    if not teks:
        return None
    nilai = read_nilai(teks, satuan="")
    if not isinstance(nilai, Bilangan):
        raise GalatBaca(f"“{teks}” bukan satu bilangan; bobot dan nilai tertinggi ditulis misalnya 25 atau 100.")
    return nilai.angka
