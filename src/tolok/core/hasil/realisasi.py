"""
The realisasi of an indicator: from its formula and variables, else from what was recorded without parts.

A value with parts is used before one without; records that contradict it are kept beside it, both marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from tolok.core.agregasi import RataRataNisbah, aggregate_triwulan, aggregate_variabel, warn_sifat
from tolok.core.cetak_angka import count_desimal, format_nilai
from tolok.core.edisi import is_berlaku_surut
from tolok.core.gabungan import Bagian, compute_majemuk
from tolok.core.hasil.besaran import make_hasil
from tolok.core.hasil.sumber import SumberIndikator, Tercatat
from tolok.core.identitas import make_identitas
from tolok.core.indikator import EdisiIndikator, Jembatan, Sifat, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil, Jejak, get_nilai
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Nilai,
    Tanda,
    TidakDapatDihitung,
    has_tanda,
    with_tanda,
)
from tolok.core.periode import Periode, shift_periode
from tolok.core.rumus.evaluator import evaluate
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nisbah import iter_peubah, split_nisbah
from tolok.core.rumus.nodes import Peubah, Simpul
from tolok.core.rumus.parser import parse_rumus
from tolok.core.satuan import is_satuan_sama


class _Definisi(NamedTuple):
    """What a value of one period is read with: an edition, or the reason why there is none."""

    edisi: EdisiIndikator
    catatan: str | None


class Bahan(NamedTuple):
    """A variable as a formula reads it: for the period itself, or for one before it."""

    variabel: Variabel
    periode: Periode


class _RumusTerbaca(NamedTuple):
    """
    A formula with what the year knows of its variables; the same for all periods and all editions that write it so.

    ``simpul`` is its tree, or why it cannot be read; ``daftar_kini`` are the registered variables that it reads
    without a shift in time; ``peringatan`` warns of a ratio of variables that do not go together.
    """

    simpul: Simpul | GalatRumus
    daftar_kini: tuple[Variabel, ...]
    is_nisbah: bool
    peringatan: str | None


class HasilRealisasi:
    """Values of variables and realisasi of indicators of one agency-year, lazy and cached."""

    def __init__(self, data: TahunInstansi, sumber: SumberIndikator) -> None:
        self.data = data
        self.sumber = sumber
        self._tahun = Periode(data.tahun)
        self._rumus_terbaca: dict[str, _RumusTerbaca] = {}
        self._bagian_ada: dict[tuple[str, int], bool] = {}
        self._catatan_per_triwulan: dict[tuple[str, str, int], dict[int, Jejak]] = {}
        self._hasil_per_catatan: dict[tuple[str, Periode, int], Hasil] = {}
        self._nilai_variabel: dict[tuple[str, Periode], Hasil] = {}
        self._realisasi: dict[tuple[str, Periode], Hasil] = {}

    def nilai_variabel(self, variabel: str, periode: Periode) -> Hasil:
        """
        Return a variable from January to the end of the period.

        :raises KeyError: if there is no such variable
        """
        kunci = (variabel, periode)
        ada = self._nilai_variabel.get(kunci)
        if ada is None:
            ada = self._nilai_variabel[kunci] = self._hitung_variabel(self.sumber.variabel_per_id[variabel], periode)
        return ada

    def realisasi(self, indikator: str, periode: Periode) -> Hasil:
        """
        Return the realisasi from January to the end of the period; an earlier year only if it is comparable.

        :raises KeyError: if there is no such indicator
        """
        kunci = (indikator, periode)
        ada = self._realisasi.get(kunci)
        if ada is None:
            ada = self._realisasi[kunci] = self._hitung_realisasi(indikator, periode)
        return ada

    def isian(self, variabel: str, periode: Periode, unit: str | None = None) -> Hasil | None:
        """
        Return what was filled in for a variable in exactly this period, or ``None``.

        :param unit: only what this unit filled in (``""``: only what was filled in for the agency as a whole)
        """
        definisi = self.sumber.variabel_per_id[variabel]
        if unit is None:
            jejak = self.sumber.list_isian(definisi, periode.tahun).get(periode.triwulan)
        else:
            jejak = self.sumber.get_isian(definisi, periode, unit)
        return None if jejak is None else make_hasil(jejak, identitas=jejak.identitas or "", digit=None)

    def tercatat(self, indikator: str, periode: Periode, nomor: int) -> Hasil | None:
        """Return one recorded value of an indicator by its number in the period, from 1."""
        baris = self.sumber.get_tercatat(indikator, periode, nomor)
        return None if baris is None else self._hasil_tercatat(Tercatat(nomor, baris))

    def daftar_realisasi_lain(self, indikator: str, periode: Periode) -> tuple[Hasil, ...]:
        """
        Return the recorded values of exactly this period that were not used as realisasi, as they were given.

        One that says something else than the realisasi is marked ``bertentangan``.
        """
        dipakai = self.realisasi(indikator, periode)
        daftar_dipakai = {jejak.identitas for jejak in dipakai.jejak.telusuri()}
        hasil = []
        for tercatat in self.sumber.list_tercatat(indikator, periode):
            lain = self._hasil_tercatat(tercatat)
            if lain.identitas in daftar_dipakai:
                continue
            if _is_bertentangan(dipakai.nilai, lain.nilai):
                nilai = _tandai(lain.nilai, JenisTanda.BERTENTANGAN, f"Yang dipakai {dipakai.tercetak}.")
                lain = make_hasil(lain.jejak._replace(nilai=nilai), identitas=lain.identitas, digit=None)
            hasil.append(lain)
        return tuple(hasil)

    @cached_property
    def pemakai_per_variabel(self) -> dict[str, tuple[str, ...]]:
        """The indicators whose formula, in any edition, names each variable, in printed order."""
        hasil: dict[str, dict[str, None]] = {}
        for edisi in self.data.daftar_indikator:
            simpul = self._baca_rumus(edisi.rumus).simpul
            if isinstance(simpul, GalatRumus):
                continue
            for peubah in iter_peubah(simpul):
                variabel = self.sumber.find_variabel(peubah.label)
                if variabel is not None:
                    hasil.setdefault(variabel.id, {})[edisi.indikator] = None
        return {variabel: tuple(daftar) for variabel, daftar in hasil.items()}

    def is_nisbah(self, edisi: EdisiIndikator) -> bool:
        """Whether the formula of the edition is a ratio of counted parts."""
        return self._baca_rumus(edisi.rumus).is_nisbah

    def _identitas(self, indikator: str, periode: Periode, besaran: str) -> str:
        return make_identitas(self.data.instansi.id, periode, f"indikator:{indikator}", besaran)

    def _hitung_variabel(self, variabel: Variabel, periode: Periode) -> Hasil:
        identitas = make_identitas(self.data.instansi.id, periode, f"variabel:{variabel.id}", "nilai")
        isian = self.sumber.list_isian(variabel, periode.tahun)
        if not isian and periode.tahun < self.data.tahun:
            pesan = f"{variabel.label} tahun {periode.tahun} tidak dicatat."
            kosong = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, pesan)
            return make_hasil(
                Jejak(f"agregasi.{variabel.sifat}", variabel.label, kosong), identitas=identitas, digit=None
            )
        _, jejak = aggregate_variabel(
            label=variabel.label, sifat=variabel.sifat, periode=periode, jejak_per_triwulan=isian
        )
        sumber = "; ".join(dict.fromkeys(j.sumber for j in jejak.anak if j.sumber)) or None
        jejak = Jejak(jejak.operasi, jejak.uraian, jejak.nilai, jejak.anak, identitas, sumber, jejak.catatan)
        return make_hasil(jejak, identitas=identitas, digit=None)

    def _hitung_realisasi(self, indikator: str, periode: Periode) -> Hasil:
        definisi = self._find_definisi(indikator, periode)
        identitas = self._identitas(indikator, periode, "realisasi")
        if isinstance(definisi, Hasil):
            catatan_lama = "Dibaca dari indikator pendahulu yang sebanding."
            jejak = Jejak("realisasi", definisi.jejak.uraian, definisi.nilai, (definisi.jejak,), catatan=catatan_lama)
            return make_hasil(jejak, identitas=identitas, digit=definisi.digit)
        if isinstance(definisi, TidakDapatDihitung):
            return make_hasil(Jejak("realisasi", "Realisasi", definisi), identitas=identitas, digit=None)
        edisi = definisi.edisi
        jejak = self._jejak_realisasi(edisi, periode)
        saingan = self._sebut_saingan(indikator, periode, jejak)
        nilai = get_nilai(jejak)
        if saingan:
            nilai = _tandai(nilai, JenisTanda.BERTENTANGAN, saingan)
        peringatan = self._baca_rumus(edisi.rumus).peringatan
        catatan = " ".join(c for c in (definisi.catatan, peringatan, saingan) if c) or None
        return make_hasil(
            Jejak("realisasi", edisi.nama, nilai, (jejak,), identitas, catatan=catatan),
            identitas=identitas,
            digit=edisi.digit,
        )

    def _find_definisi(self, indikator: str, periode: Periode) -> _Definisi | Hasil | TidakDapatDihitung:
        """
        Return the edition a period is read with, or the value of a predecessor, or why neither is comparable.

        The year of the report uses the edition in force; another year only what compares with it.
        """
        dulu = self.sumber.find_edisi(indikator, periode)
        kini = self.sumber.find_edisi(indikator, self._tahun)
        if dulu is not None:
            surut = "Definisi dicatat sesudah periodenya (berlaku surut)." if is_berlaku_surut(dulu, periode) else None
            if periode.tahun == self.data.tahun or kini is None or dulu == kini:
                return _Definisi(dulu, surut)
            jembatan = self.sumber.find_jembatan(lama=dulu, baru=kini)
            if jembatan is not None and jembatan.sebanding:
                return _Definisi(dulu, f"Definisi {dulu.edisi} sebanding dengan {kini.edisi}: {jembatan.alasan}")
            return _tidak_sebanding(kini.nama, periode, jembatan)
        pertama = self.sumber.find_edisi_pertama(indikator)
        if pertama is None:
            raise KeyError(indikator)
        if self._has_data(pertama, periode):
            return _Definisi(pertama, "Dicatat sebelum definisi ini berlaku.")
        return self._find_pendahulu(kini or pertama, periode)

    def _find_pendahulu(self, edisi: EdisiIndikator, periode: Periode) -> Hasil | TidakDapatDihitung:
        """Follow the bridges back to the indicator that was measured in the period."""
        dilewati = {edisi.indikator}
        while True:
            daftar = [(i, j) for i, j in self.sumber.list_pendahulu(edisi) if i not in dilewati]
            if not daftar:
                pesan = f"{edisi.nama} belum diukur pada {periode.label}."
                return TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, pesan)
            indikator, jembatan = daftar[0]
            if not jembatan.sebanding:
                return _tidak_sebanding(edisi.nama, periode, jembatan)
            dilewati.add(indikator)
            lama = self.sumber.find_edisi(indikator, periode) or self.sumber.find_edisi_pertama(indikator)
            assert lama is not None
            edisi = lama
            if self._has_data(edisi, periode):
                return self.realisasi(indikator, periode)

    def _has_data(self, edisi: EdisiIndikator, periode: Periode) -> bool:
        """Whether anything was recorded for the indicator in the year: a value, or a part of its formula."""
        if edisi.gabungan is not None:
            return any(self._has_data(b, periode) for b in self.sumber.list_bagian(edisi.indikator, periode))
        daftar_periode = [Periode(periode.tahun, t) for t in range(5)]
        return any(self.sumber.list_tercatat_unit(edisi.indikator, p) for p in daftar_periode) or self._has_bagian(
            edisi, periode
        )

    def _has_bagian(self, edisi: EdisiIndikator, periode: Periode) -> bool:
        """Whether a part of the formula, read without a shift in time, was recorded in the year."""
        kunci = (edisi.rumus, periode.tahun)
        ada = self._bagian_ada.get(kunci)
        if ada is None:
            daftar = self._baca_rumus(edisi.rumus).daftar_kini
            ada = self._bagian_ada[kunci] = any(self.sumber.list_isian(v, periode.tahun) for v in daftar)
        return ada

    def _jejak_realisasi(self, edisi: EdisiIndikator, periode: Periode) -> Jejak:
        """Return the step that gives the value: the formula if any of its parts is known, else a record."""
        if edisi.gabungan is not None:
            return self._jejak_majemuk(edisi, periode)
        if edisi.rumus and self._has_bagian(edisi, periode):
            return self._dari_rumus(edisi, periode)
        tercatat = self._dari_catatan(edisi, periode)
        if tercatat is not None:
            return tercatat
        if edisi.rumus:
            return self._dari_rumus(edisi, periode)
        pesan = f"{edisi.nama} belum diisi untuk {periode.label}."
        return Jejak("nilai_tercatat", edisi.nama, BelumAda(AlasanBelumAda.BELUM_DIISI, pesan))

    def _jejak_majemuk(self, edisi: EdisiIndikator, periode: Periode) -> Jejak:
        daftar = [
            Bagian(bagian.indikator, bagian.nama, self.realisasi(bagian.indikator, periode))
            for bagian in self.sumber.list_bagian(edisi.indikator, periode)
        ]
        _, jejak = compute_majemuk(daftar, label=edisi.nama)
        return jejak

    def _dari_rumus(self, edisi: EdisiIndikator, periode: Periode) -> Jejak:
        simpul = self._baca_rumus(edisi.rumus).simpul
        try:
            if isinstance(simpul, GalatRumus):
                raise simpul
            _, jejak = evaluate(
                simpul, satuan_hasil=edisi.satuan, ambil=lambda peubah: self._ambil(edisi, periode, peubah)
            )
        except GalatRumus as galat:
            pesan = f"Rumus {edisi.nama} tidak dapat dipakai. {galat}"
            return Jejak("rumus.ditolak", edisi.rumus, TidakDapatDihitung(AlasanTakTerhitung.TANPA_RUMUS, pesan))
        return jejak

    def _ambil(self, edisi: EdisiIndikator, periode: Periode, peubah: Peubah) -> Hasil | Nilai:
        """Return the variable a formula asks for, shifted in time only where the definitions compare."""
        variabel = self.sumber.find_variabel(peubah.label)
        if variabel is None:
            pesan = f"Variabel [{peubah.label}] tidak terdaftar."
            return TidakDapatDihitung(AlasanTakTerhitung.VARIABEL_TIDAK_ADA, pesan)
        bergeser = shift_periode(periode, peubah.geser)
        if peubah.geser and (penolakan := self._tolak_geser(edisi, bergeser)):
            return penolakan
        return self.nilai_variabel(variabel.id, bergeser)

    def _tolak_geser(self, edisi: EdisiIndikator, bergeser: Periode) -> TidakDapatDihitung | None:
        """Refuse to look back into a period that was measured under a definition that does not compare."""
        dulu = self.sumber.find_edisi(edisi.indikator, bergeser)
        if dulu == edisi:
            return None
        if dulu is not None:
            jembatan = self.sumber.find_jembatan(lama=dulu, baru=edisi)
            is_sebanding = jembatan is not None and jembatan.sebanding
        else:
            jembatan = next((j for j in self.sumber.list_jembatan(edisi) if not j.sebanding), None)
            is_sebanding = jembatan is None
        return None if is_sebanding else _tidak_sebanding(edisi.nama, bergeser, jembatan)

    def _baca_rumus(self, rumus: str) -> _RumusTerbaca:
        if rumus not in self._rumus_terbaca:
            self._rumus_terbaca[rumus] = self._urai_rumus(rumus)
        return self._rumus_terbaca[rumus]

    def _urai_rumus(self, rumus: str) -> _RumusTerbaca:
        try:
            simpul = parse_rumus(rumus)
        except GalatRumus as galat:
            return _RumusTerbaca(galat, (), is_nisbah=False, peringatan=None)
        calon = (self.sumber.find_variabel(peubah.label) for peubah in iter_peubah(simpul) if not peubah.geser)
        daftar_kini = tuple(variabel for variabel in calon if variabel is not None)
        nisbah = split_nisbah(simpul)
        if nisbah is None:
            return _RumusTerbaca(simpul, daftar_kini, is_nisbah=False, peringatan=None)
        pembilang, penyebut = self._list_sifat(nisbah.pembilang), self._list_sifat(nisbah.penyebut)
        peringatan = warn_sifat(pembilang=pembilang, penyebut=penyebut)
        return _RumusTerbaca(simpul, daftar_kini, is_nisbah=True, peringatan=peringatan)

    def list_bahan(self, edisi: EdisiIndikator, periode: Periode) -> tuple[Bahan, ...]:
        """Return what the formula of an edition reads, in its order, each once; what is not registered is left out."""
        simpul = self._baca_rumus(edisi.rumus).simpul
        if isinstance(simpul, GalatRumus):
            return ()
        daftar = ((self.sumber.find_variabel(p.label), shift_periode(periode, p.geser)) for p in iter_peubah(simpul))
        return tuple(dict.fromkeys(Bahan(variabel, kapan) for variabel, kapan in daftar if variabel is not None))

    def _list_sifat(self, daftar: tuple[Peubah, ...]) -> list[Sifat]:
        daftar_variabel = (self.sumber.find_variabel(peubah.label) for peubah in daftar)
        return [variabel.sifat for variabel in daftar_variabel if variabel is not None]

    def _dari_catatan(self, edisi: EdisiIndikator, periode: Periode) -> Jejak | None:
        """Return the step that takes the recorded value, or puts recorded quarters together; ``None`` without any."""
        per_triwulan = dict(self._list_catatan(edisi, periode.tahun))
        tahunan = per_triwulan.pop(0, None)
        if tahunan is not None and (periode.is_tahunan or (periode.triwulan == 4 and 4 not in per_triwulan)):
            return tahunan
        if tahunan is not None and not per_triwulan:
            pesan = f"{edisi.nama} hanya dicatat untuk setahun, jadi belum ada nilainya sampai {periode.label}."
            return Jejak("nilai_tercatat", edisi.nama, BelumAda(AlasanBelumAda.BELUM_WAKTUNYA, pesan))
        if not per_triwulan:
            return None
        try:
            _, jejak = aggregate_triwulan(
                label=edisi.nama,
                agregasi=edisi.agregasi_triwulan,
                periode=periode,
                jejak_per_triwulan=per_triwulan,
                is_nisbah=self.is_nisbah(edisi),
            )
        except RataRataNisbah as galat:
            return Jejak("agregasi.ditolak", edisi.nama, TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, str(galat)))
        return jejak

    def _list_catatan(self, edisi: EdisiIndikator, tahun: int) -> Mapping[int, Jejak]:
        """Return what was recorded in a year by quarter (0: for the year), read with one edition."""
        kunci = (edisi.indikator, edisi.edisi, tahun)
        if kunci not in self._catatan_per_triwulan:
            per_unit = {
                t: daftar
                for t in range(5)
                if (daftar := self.sumber.list_tercatat_unit(edisi.indikator, Periode(tahun, t)))
            }
            self._catatan_per_triwulan[kunci] = {
                t: self._catatan_periode(edisi, Periode(tahun, t), per_unit) for t in per_unit
            }
        return self._catatan_per_triwulan[kunci]

    def _catatan_periode(
        self, edisi: EdisiIndikator, periode: Periode, per_unit: Mapping[int, Mapping[str, tuple[Tercatat, ...]]]
    ) -> Jejak:
        """Return what was recorded for one period: by units, put together; else for the agency."""
        daftar = per_unit[periode.triwulan]
        if list(daftar) == [""]:
            return self._hasil_tercatat(daftar[""][0]).jejak
        return self.sumber.gabung_unit(
            {unit: self._tercatat_unit(tercatat) for unit, tercatat in daftar.items() if unit},
            label=edisi.nama,
            satuan=edisi.satuan,
            periode=periode,
            unit_per_triwulan=per_unit,
            agregasi=edisi.agregasi_unit,
        )

    def _tercatat_unit(self, daftar: tuple[Tercatat, ...]) -> Jejak:
        """Return what one unit recorded, marked if another source of it says something else."""
        dipakai, *daftar_lain = (self._hasil_tercatat(satu) for satu in daftar)
        saingan = [lain for lain in daftar_lain if _is_bertentangan(dipakai.nilai, lain.nilai)]
        if not saingan:
            return dipakai.jejak
        unit = self.sumber.nama_unit(daftar[0].baris.unit)
        catatan = f"Nilai {unit} berbeda menurut {'; '.join(lain.jejak.sumber or '' for lain in saingan)}."
        return dipakai.jejak._replace(nilai=_tandai(dipakai.nilai, JenisTanda.BERTENTANGAN, catatan))

    def _hasil_tercatat(self, tercatat: Tercatat) -> Hasil:
        kunci = (tercatat.baris.indikator, tercatat.baris.periode, tercatat.nomor)
        if kunci not in self._hasil_per_catatan:
            self._hasil_per_catatan[kunci] = self._susun_tercatat(tercatat)
        return self._hasil_per_catatan[kunci]

    def _susun_tercatat(self, tercatat: Tercatat) -> Hasil:
        baris = tercatat.baris
        nilai = baris.nilai
        if not isinstance(nilai, BelumAda | TidakDapatDihitung):
            nilai = _tandai(nilai, JenisTanda.NILAI_LUAR, f"Tanpa rincian, menurut {baris.sumber}.")
        sumber = ", ".join(teks for teks in (baris.sumber, baris.letak) if teks)
        edisi = self.sumber.find_edisi(baris.indikator, baris.periode)
        edisi = edisi or self.sumber.find_edisi_pertama(baris.indikator)
        nama = edisi.nama if edisi else baris.indikator
        unit = f" menurut {self.sumber.nama_unit(baris.unit)}" if baris.unit else ""
        uraian = f"Nilai {nama}{unit} yang dicatat untuk {baris.periode.label}"
        identitas = self._identitas(baris.indikator, baris.periode, f"tercatat@{tercatat.nomor}")
        return make_hasil(Jejak("nilai_tercatat", uraian, nilai, (), None, sumber), identitas=identitas, digit=None)

    def _sebut_saingan(self, indikator: str, periode: Periode, jejak: Jejak) -> str | None:
        """Return a sentence that names the records that contradict the value, or ``None``."""
        daftar_lain = [self._hasil_tercatat(satu) for satu in self.sumber.list_tercatat(indikator, periode)]
        if not daftar_lain:
            return None
        daftar_dipakai = {langkah.identitas for langkah in jejak.telusuri()}
        daftar_sebutan = [
            f"{lain.tercetak} ({lain.jejak.sumber})"
            for lain in daftar_lain
            if lain.identitas not in daftar_dipakai and _is_bertentangan(get_nilai(jejak), lain.nilai)
        ]
        return f"Bertentangan dengan {'; '.join(daftar_sebutan)}." if daftar_sebutan else None


def _tandai(nilai: Nilai, jenis: JenisTanda, keterangan: str) -> Nilai:
    return nilai if has_tanda(nilai, jenis) else with_tanda(nilai, Tanda(jenis, keterangan))


def _tidak_sebanding(nama: str, periode: Periode, jembatan: Jembatan | None) -> TidakDapatDihitung:
    sebab = jembatan.alasan if jembatan is not None else "belum ada keterangan apakah keduanya sebanding"
    pesan = f"Definisi {nama} pada {periode.label} tidak dapat dibandingkan: {sebab.rstrip('.')}."
    return TidakDapatDihitung(AlasanTakTerhitung.EDISI_TIDAK_SEBANDING, pesan)


def _is_bertentangan(dipakai: Nilai, lain: Nilai) -> bool:
    """Whether a record says something else, read with the decimals it was given in."""
    if isinstance(dipakai, Bilangan) and isinstance(lain, Bilangan):
        desimal = count_desimal(lain.angka)
        sama = dipakai.angka if desimal is None else dipakai.angka.bulat(desimal)
        return sama != lain.angka or not is_satuan_sama(dipakai.satuan, lain.satuan)
    if isinstance(dipakai, BelumAda | TidakDapatDihitung) or isinstance(lain, BelumAda | TidakDapatDihitung):
        return False
    return format_nilai(dipakai) != format_nilai(lain)
