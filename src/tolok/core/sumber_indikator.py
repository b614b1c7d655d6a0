"""
What was recorded for indicators and variables, indexed once: editions, values, targets, bridges.

Choices between several records of one thing are made here: the edition in force, the last record of one source.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tolok.core.edisi import find_edisi
from tolok.core.identitas import make_identitas
from tolok.core.indikator import EdisiIndikator, Jembatan, NilaiTercatat, NilaiVariabel, Pembanding, Target, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Jejak
from tolok.core.nilai import JenisTanda, Tanda, with_tanda
from tolok.core.periode import Periode


class Catatan(NamedTuple):
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
        self.target_per_indikator: dict[str, list[Target]] = {}
        for target in data.daftar_target:
            self.target_per_indikator.setdefault(target.indikator, []).append(target)
        self.variabel_per_id: dict[str, Variabel] = {v.id: v for v in data.daftar_variabel}
        self.variabel_per_label: dict[str, Variabel] = {_kunci_label(v.label): v for v in data.daftar_variabel}
        self._isian: dict[tuple[str, Periode], list[NilaiVariabel]] = {}
        self._jejak_isian: dict[tuple[str, int], dict[int, Jejak]] = {}
        for isian in data.daftar_nilai_variabel:
            if self._is_diketahui(isian):
                self._isian.setdefault((isian.variabel, isian.periode), []).append(isian)
        self._tercatat: dict[tuple[str, Periode], list[NilaiTercatat]] = {}
        for tercatat in data.daftar_nilai_tercatat:
            self._tercatat.setdefault((tercatat.indikator, tercatat.periode), []).append(tercatat)
        self.pembanding_per_indikator: dict[str, list[Pembanding]] = {}
        for pembanding in data.daftar_pembanding:
            self.pembanding_per_indikator.setdefault(pembanding.indikator, []).append(pembanding)
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
        return self.variabel_per_label.get(_kunci_label(label))

    def find_edisi(self, indikator: str, periode: Periode) -> EdisiIndikator | None:
        """Return the edition in force at the end of the period."""
        return find_edisi(self.edisi_per_indikator.get(indikator, ()), pada=periode.akhir, diketahui=self.diketahui)

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
            daftar_periode = [Periode(tahun, triwulan) for triwulan in range(5)]
            self._jejak_isian[kunci] = {
                periode.triwulan: self._susun_isian(variabel, periode, daftar)
                for periode in daftar_periode
                if (daftar := self._isian.get((variabel.id, periode)))
            }
        return self._jejak_isian[kunci]

    def list_tercatat(self, indikator: str, periode: Periode) -> tuple[Catatan, ...]:
        """Return the recorded values of an indicator for exactly this period, the last one of each source."""
        terakhir: dict[str, Catatan] = {}
        for nomor, baris in enumerate(self._tercatat.get((indikator, periode), ()), start=1):
            if not self._is_diketahui(baris):
                continue
            lama = terakhir.get(baris.sumber)
            if lama is None or _dicatat(baris) > _dicatat(lama.baris):
                terakhir[baris.sumber] = Catatan(nomor, baris)
        return tuple(terakhir.values())

    def get_tercatat(self, indikator: str, periode: Periode, nomor: int) -> NilaiTercatat | None:
        """Return one recorded value by its number, from 1."""
        daftar = self._tercatat.get((indikator, periode), [])
        baris = daftar[nomor - 1] if 1 <= nomor <= len(daftar) else None
        return baris if baris is not None and self._is_diketahui(baris) else None

    def _susun_isian(self, variabel: Variabel, periode: Periode, daftar: list[NilaiVariabel]) -> Jejak:
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
        identitas = make_identitas(self.data.instansi.id, periode, f"variabel:{variabel.id}", "isian")
        uraian = f"{variabel.label}, {periode.label}"
        return Jejak("isian", uraian, nilai, (), identitas, isian.sumber or variabel.sumber or None, catatan)

    def _is_diketahui(self, baris: NilaiVariabel | NilaiTercatat) -> bool:
        return self.diketahui is None or _dicatat(baris) <= self.diketahui


def _dicatat(baris: NilaiVariabel | NilaiTercatat) -> date:
    return baris.dicatat_pada or date.min


def _daftar_nama(edisi: EdisiIndikator) -> tuple[str, ...]:
    """The names a bridge may give one edition: its own, or that of the indicator with it."""
    return edisi.edisi, f"{edisi.indikator}@{edisi.edisi}"


def _kunci_label(label: str) -> str:
    return " ".join(label.split()).casefold()
