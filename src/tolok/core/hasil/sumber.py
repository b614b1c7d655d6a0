"""
What was recorded for indicators and variables, indexed once: editions, values, targets, bridges.

Choices between several records of one thing are made here: the edition in force, the last record of one source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tolok.core.agregasi import GabunganUnitKeliru, aggregate_unit
from tolok.core.edisi import find_edisi
from tolok.core.identitas import make_identitas
from tolok.core.indikator import (
    AgregasiUnit,
    EdisiIndikator,
    Jembatan,
    NilaiTercatat,
    NilaiVariabel,
    Pembanding,
    Target,
    Variabel,
)
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Jejak, get_nilai
from tolok.core.nama import make_kunci_nama
from tolok.core.nilai import AlasanTakTerhitung, JenisTanda, Tanda, TidakDapatDihitung, with_tanda
from tolok.core.periode import Periode


class Tercatat(NamedTuple):
    """A recorded value of an indicator with its number among the records of its period, from 1."""

    nomor: int
    baris: NilaiTercatat


class SumberIndikator:
    """Indexes over one agency-year, as far as it was known on ``diketahui`` (``None``: all that is recorded)."""

    def __init__(self, data: TahunInstansi, *, diketahui: date | None = None) -> None:
        self.data = data
        self.diketahui = diketahui
        self.edisi_per_indikator: dict[str, list[EdisiIndikator]] = {}
        for edisi in data.daftar_indikator:
            self.edisi_per_indikator.setdefault(edisi.indikator, []).append(edisi)
        self._calon_bagian: dict[str, list[str]] = {}
        for edisi in data.daftar_indikator:
            if edisi.bagian_dari and edisi.indikator not in (
                calon := self._calon_bagian.setdefault(edisi.bagian_dari, [])
            ):
                calon.append(edisi.indikator)
        self._nama_unit = {unit.id: unit.nama for unit in data.daftar_unit}
        self.target_per_indikator: dict[str, list[Target]] = {}
        for target in data.daftar_target:
            self.target_per_indikator.setdefault(target.indikator, []).append(target)
        self.variabel_per_id: dict[str, Variabel] = {v.id: v for v in data.daftar_variabel}
        self.variabel_per_label: dict[str, Variabel] = {make_kunci_nama(v.label): v for v in data.daftar_variabel}
        self._isian: dict[tuple[str, int], dict[int, list[NilaiVariabel]]] = {}
        self._jejak_isian: dict[tuple[str, int], dict[int, Jejak]] = {}
        for isian in data.daftar_nilai_variabel:
            if self._is_diketahui(isian):
                per_triwulan = self._isian.setdefault((isian.variabel, isian.periode.tahun), {})
                per_triwulan.setdefault(isian.periode.triwulan, []).append(isian)
        self._tercatat: dict[tuple[str, Periode], list[NilaiTercatat]] = {}
        for tercatat in data.daftar_nilai_tercatat:
            self._tercatat.setdefault((tercatat.indikator, tercatat.periode), []).append(tercatat)
        self.pembanding_per_indikator: dict[str, list[Pembanding]] = {}
        for pembanding in data.daftar_pembanding:
            self.pembanding_per_indikator.setdefault(pembanding.indikator, []).append(pembanding)
        self._tercatat_unit: dict[tuple[str, Periode], dict[str, tuple[Tercatat, ...]]] = {}
        self._variabel_per_tulisan: dict[str, Variabel | None] = {}
        self._edisi_berlaku: dict[tuple[str, Periode], EdisiIndikator | None] = {}
        self._indikator_per_nama: dict[str, str] = {}
        for edisi in data.daftar_indikator:
            for nama in _daftar_nama(edisi):
                self._indikator_per_nama.setdefault(nama, edisi.indikator)
        self._indikator_per_nama.update((indikator, indikator) for indikator in self.edisi_per_indikator)
        self._jembatan_per_baru: dict[str, list[Jembatan]] = {}
        for jembatan in data.daftar_jembatan:
            self._jembatan_per_baru.setdefault(jembatan.baru, []).append(jembatan)

    def find_variabel(self, label: str) -> Variabel | None:
        """Return the variable a formula names; letter case and spaces do not matter."""
        if label not in self._variabel_per_tulisan:
            self._variabel_per_tulisan[label] = self.variabel_per_label.get(make_kunci_nama(label))
        return self._variabel_per_tulisan[label]

    def find_edisi(self, indikator: str, periode: Periode) -> EdisiIndikator | None:
        """Return the edition in force at the end of the period."""
        kunci = (indikator, periode)
        if kunci not in self._edisi_berlaku:
            daftar = self.edisi_per_indikator.get(indikator, ())
            self._edisi_berlaku[kunci] = find_edisi(daftar, pada=periode.akhir, diketahui=self.diketahui)
        return self._edisi_berlaku[kunci]

    def find_edisi_pertama(self, indikator: str) -> EdisiIndikator | None:
        """Return the earliest edition: what a value recorded before any edition is read with."""
        return min(self.edisi_per_indikator.get(indikator, ()), key=lambda e: e.berlaku_mulai, default=None)

    def list_jembatan(self, edisi: EdisiIndikator) -> list[Jembatan]:
        """Return the bridges that lead to an indicator or to one of its editions."""
        return [
            jembatan
            for nama in dict.fromkeys((edisi.indikator, *_daftar_nama(edisi)))
            for jembatan in self._jembatan_per_baru.get(nama, ())
        ]

    def find_jembatan(self, *, lama: EdisiIndikator, baru: EdisiIndikator) -> Jembatan | None:
        """Return the bridge between two editions of one indicator, or ``None`` if nobody said how they compare."""
        daftar_nama = _daftar_nama(lama)
        return next((jembatan for jembatan in self.list_jembatan(baru) if jembatan.lama in daftar_nama), None)

    def list_pendahulu(self, edisi: EdisiIndikator) -> list[tuple[str, Jembatan]]:
        """Return the other indicators that bridges lead from, each with its bridge."""
        daftar = [(self._indikator_per_nama.get(j.lama, ""), j) for j in self.list_jembatan(edisi)]
        return [(indikator, jembatan) for indikator, jembatan in daftar if indikator not in ("", edisi.indikator)]

    def is_digantikan(self, edisi: EdisiIndikator, periode: Periode) -> bool:
        """Whether a bridge leads from this indicator to another one that is in force at the end of the period."""
        daftar_baru = self._pengganti.get(edisi.indikator, ())
        return any(self.find_edisi(baru, periode) is not None for baru in daftar_baru)

    @cached_property
    def _pengganti(self) -> dict[str, list[str]]:
        hasil: dict[str, list[str]] = {}
        for jembatan in self.data.daftar_jembatan:
            lama, baru = (self._indikator_per_nama.get(nama, "") for nama in (jembatan.lama, jembatan.baru))
            if lama != baru:
                hasil.setdefault(lama, []).append(baru)
        return hasil

    def list_isian(self, variabel: Variabel, tahun: int) -> Mapping[int, Jejak]:
        """Return what was recorded for a variable in a year, by quarter (0: whole year), each a leaf of a story."""
        kunci = (variabel.id, tahun)
        if kunci not in self._jejak_isian:
            per_triwulan = {t: _kelompokkan(daftar) for t, daftar in sorted(self._isian.get(kunci, {}).items())}
            self._jejak_isian[kunci] = {
                triwulan: self._susun_periode(variabel, Periode(tahun, triwulan), per_unit, per_triwulan)
                for triwulan, per_unit in per_triwulan.items()
            }
        return self._jejak_isian[kunci]

    def get_isian(self, variabel: Variabel, periode: Periode, unit: str) -> Jejak | None:
        """Return what one unit filled in (``""``: what was filled in for the agency) in exactly this period."""
        per_triwulan = self._isian.get((variabel.id, periode.tahun), {})
        per_unit = _kelompokkan(per_triwulan.get(periode.triwulan, ()))
        return self._susun_isian(variabel, periode, per_unit[unit], per_unit) if unit in per_unit else None

    def list_tercatat(self, indikator: str, periode: Periode) -> tuple[Tercatat, ...]:
        """Return the values recorded for the agency for exactly this period, the last one of each source."""
        return self.list_tercatat_unit(indikator, periode).get("", ())

    def list_tercatat_unit(self, indikator: str, periode: Periode) -> Mapping[str, tuple[Tercatat, ...]]:
        """Return the recorded values of exactly this period by unit (``""``: the agency), the last of each source."""
        kunci = (indikator, periode)
        if kunci not in self._tercatat_unit:
            self._tercatat_unit[kunci] = self._pilih_tercatat(self._tercatat.get(kunci, ()))
        return self._tercatat_unit[kunci]

    def _pilih_tercatat(self, daftar: Iterable[NilaiTercatat]) -> dict[str, tuple[Tercatat, ...]]:
        terakhir: dict[str, dict[str, Tercatat]] = {}
        for nomor, baris in enumerate(daftar, start=1):
            if not self._is_diketahui(baris):
                continue
            per_sumber = terakhir.setdefault(baris.unit, {})
            lama = per_sumber.get(baris.sumber)
            if lama is None or _dicatat(baris) > _dicatat(lama.baris):
                per_sumber[baris.sumber] = Tercatat(nomor, baris)
        return {unit: tuple(per_sumber.values()) for unit, per_sumber in terakhir.items()}

    def gabung_unit(
        self,
        jejak_per_unit: Mapping[str, Jejak],
        *,
        label: str,
        satuan: str,
        periode: Periode,
        unit_per_triwulan: Mapping[int, Collection[str]],
        agregasi: AgregasiUnit = AgregasiUnit.JUMLAH,
    ) -> Jejak:
        """
        Return what units reported as one value of the agency.

        A unit that reported in an earlier quarter of the year (for the year as a whole: in any) must report again.
        """
        sebelum = range(1, periode.triwulan or 5)
        wajib = dict.fromkeys(unit for t in sebelum for unit in unit_per_triwulan.get(t, ()) if unit)
        try:
            _, jejak = aggregate_unit(
                label=label,
                jejak_per_unit={self.nama_unit(unit): jejak for unit, jejak in jejak_per_unit.items()},
                satuan=satuan,
                periode=periode,
                agregasi=agregasi,
                unit_kurang=[self.nama_unit(unit) for unit in wajib if unit not in jejak_per_unit],
            )
        except GabunganUnitKeliru as galat:
            nilai = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, str(galat))
            return Jejak("agregasi.ditolak", f"{label}, {periode.label}", nilai, tuple(jejak_per_unit.values()))
        return jejak

    def nama_unit(self, unit: str) -> str:
        """Return the printed name of a unit, its id if it is not known."""
        return self._nama_unit.get(unit, unit)

    def is_bagian(self, edisi: EdisiIndikator, periode: Periode) -> bool:
        """Whether an indicator is a part of one that is composite at the end of the period, or will first be so."""
        if not edisi.bagian_dari or edisi.gabungan is not None:
            return False
        induk = self.find_edisi(edisi.bagian_dari, periode) or self.find_edisi_pertama(edisi.bagian_dari)
        return induk is not None and induk.gabungan is not None

    def list_bagian(self, indikator: str, periode: Periode) -> tuple[EdisiIndikator, ...]:
        """
        Return the parts of a composite indicator in printed order: those in force at the end of the period.

        For a period before all definitions they are the parts of the earliest ones. A part cannot be composite.
        """
        calon = self._calon_bagian.get(indikator, ())
        berlaku = [edisi for satu in calon if (edisi := self.find_edisi(satu, periode)) is not None]
        daftar = berlaku or [edisi for satu in calon if (edisi := self.find_edisi_pertama(satu)) is not None]
        return tuple(
            edisi
            for edisi in daftar
            if edisi.bagian_dari == indikator and edisi.gabungan is None and not self.is_digantikan(edisi, periode)
        )

    def get_tercatat(self, indikator: str, periode: Periode, nomor: int) -> NilaiTercatat | None:
        """Return one recorded value by its number, from 1."""
        daftar = self._tercatat.get((indikator, periode), [])
        baris = daftar[nomor - 1] if 1 <= nomor <= len(daftar) else None
        return baris if baris is not None and self._is_diketahui(baris) else None

    def _susun_periode(
        self,
        variabel: Variabel,
        periode: Periode,
        per_unit: Mapping[str, list[NilaiVariabel]],
        per_triwulan: Mapping[int, Mapping[str, object]],
    ) -> Jejak:
        """The values of the units add up; one given for the agency beside them is a rival, used only without them."""
        jejak_per_unit = {u: self._susun_isian(variabel, periode, isian, per_unit) for u, isian in per_unit.items()}
        utuh = jejak_per_unit.pop("", None)
        if utuh is not None and not jejak_per_unit:
            return utuh
        jejak = self.gabung_unit(
            jejak_per_unit,
            label=variabel.label,
            satuan=variabel.satuan,
            periode=periode,
            unit_per_triwulan=per_triwulan,
        )
        identitas = self._identitas_isian(variabel, periode, "isian")
        if utuh is None:
            return jejak._replace(identitas=identitas)
        if get_nilai(utuh) == get_nilai(jejak):
            return Jejak("agregasi.unit_banding", jejak.uraian, jejak.nilai, (jejak, utuh), identitas)
        catatan = f"Nilai untuk seluruh instansi menurut {utuh.sumber or 'sumber lain'} berbeda dari jumlah unitnya."
        nilai = with_tanda(get_nilai(jejak), Tanda(JenisTanda.BERTENTANGAN, catatan))
        return Jejak("agregasi.unit_banding", jejak.uraian, nilai, (jejak, utuh), identitas, catatan=catatan)

    def _identitas_isian(self, variabel: Variabel, periode: Periode, besaran: str) -> str:
        return make_identitas(self.data.instansi.id, periode, f"variabel:{variabel.id}", besaran)

    def _susun_isian(
        self,
        variabel: Variabel,
        periode: Periode,
        daftar: Sequence[NilaiVariabel],
        per_unit: Mapping[str, object],
    ) -> Jejak:
        """The last record counts; two that were recorded on one day and differ contradict each other."""
        akhir = max(_dicatat(isian) for isian in daftar)
        terakhir = [isian for isian in daftar if _dicatat(isian) == akhir]
        isian = terakhir[0]
        nilai = isian.nilai
        saingan = [lain for lain in terakhir[1:] if lain.nilai != nilai]
        catatan = None
        if saingan:
            catatan = f"Ada isian lain dari {'; '.join(lain.sumber or 'sumber lain' for lain in saingan)}."
            nilai = with_tanda(nilai, Tanda(JenisTanda.BERTENTANGAN, catatan))
        besaran = f"isian@{isian.unit}" if isian.unit else "isian" if len(per_unit) == 1 else "isian_instansi"
        identitas = self._identitas_isian(variabel, periode, besaran)
        nama = f"{variabel.label} menurut {self.nama_unit(isian.unit)}" if isian.unit else variabel.label
        uraian = f"{nama}, {periode.label}"
        return Jejak("isian", uraian, nilai, (), identitas, isian.sumber or variabel.sumber or None, catatan)

    def _is_diketahui(self, baris: NilaiVariabel | NilaiTercatat) -> bool:
        return self.diketahui is None or _dicatat(baris) <= self.diketahui


def _kelompokkan(daftar: Iterable[NilaiVariabel]) -> dict[str, list[NilaiVariabel]]:
    """Return the records of one period by the unit that reported them."""
    per_unit: dict[str, list[NilaiVariabel]] = {}
    for isian in daftar:
        per_unit.setdefault(isian.unit, []).append(isian)
    return per_unit


def _dicatat(baris: NilaiVariabel | NilaiTercatat) -> date:
    return baris.dicatat_pada or date.min


def _daftar_nama(edisi: EdisiIndikator) -> tuple[str, ...]:
    """The names a bridge may give one edition: its own, or that of the indicator with it."""
    return edisi.edisi, f"{edisi.indikator}@{edisi.edisi}"
