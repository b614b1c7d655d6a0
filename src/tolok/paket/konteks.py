"""Which unit and which scale a ``nilai`` cell has: that of the indicator edition in force, or of the variable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from tolok.core.nama import make_kunci_nama
from tolok.core.periode import Periode
from tolok.core.skala import Skala
from tolok.paket.teks_nilai import KONTEKS_TAK_DIKENAL, Konteks, LabelSkala

_LABEL: Final = re.compile(r"\[([^\[\]]+)\]")


class IndikatorRingkas(Protocol):
    """What is needed of an indicator edition, decoded or raw."""

    @property
    def indikator(self) -> str: ...
    @property
    def satuan(self) -> str: ...
    @property
    def skala(self) -> str: ...
    @property
    def rumus(self) -> str: ...
    @property
    def berlaku_mulai(self) -> date: ...
    @property
    def dicatat_pada(self) -> date: ...


class VariabelRingkas(Protocol):
    """What is needed of a variable, decoded or raw."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def satuan(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIndikator:
    """An indicator edition read leniently, so that one wrong cell of it spoils no other cell."""

    indikator: str
    satuan: str
    skala: str
    rumus: str
    berlaku_mulai: date
    dicatat_pada: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisVariabel:
    """A variable read leniently."""

    id: str
    label: str
    satuan: str


class PetaKonteks:
    """Finds the context of every ``nilai`` of one package; equal for reader and writer."""

    def __init__(
        self,
        *,
        daftar_indikator: Iterable[IndikatorRingkas],
        daftar_variabel: Iterable[VariabelRingkas],
        daftar_skala: Iterable[Skala],
    ) -> None:
        self._skala = {skala.id: LabelSkala.from_skala(skala) for skala in daftar_skala}
        self._skala_kategori = [skala.id for skala in self._skala.values() if skala.is_kategori]
        self._edisi: dict[str, list[IndikatorRingkas]] = {}
        self._skala_label: dict[str, list[str]] = {}
        for edisi in daftar_indikator:
            self._edisi.setdefault(edisi.indikator, []).append(edisi)
            if edisi.skala:
                for label in _LABEL.findall(edisi.rumus):
                    self._skala_label.setdefault(make_kunci_nama(label), []).append(edisi.skala)
        for daftar in self._edisi.values():
            daftar.sort(key=lambda edisi: (edisi.berlaku_mulai, edisi.dicatat_pada))
        self._variabel = {variabel.id: variabel for variabel in daftar_variabel}
        self._tersimpan: dict[tuple[str, str, int], Konteks] = {}

    def indikator(self, indikator: str, periode: Periode | None) -> Konteks:
        """The context of a value of an indicator in a period (``None``: the newest edition)."""
        daftar = self._edisi.get(indikator)
        if not daftar:
            return KONTEKS_TAK_DIKENAL
        akhir = periode.akhir if periode else date.max
        nomor = max((i for i, edisi in enumerate(daftar) if edisi.berlaku_mulai <= akhir), default=0)
        kunci = ("indikator", indikator, nomor)
        if kunci not in self._tersimpan:
            edisi = daftar[nomor]
            lain = tuple(dict.fromkeys(e.satuan for e in daftar if e.satuan != edisi.satuan))
            self._tersimpan[kunci] = self._konteks(edisi.satuan, lain, [edisi.skala] if edisi.skala else [])
        return self._tersimpan[kunci]

    def variabel(self, variabel: str) -> Konteks:
        """The context of a value of a variable; its scales are those of the indicators whose formula uses it."""
        baris = self._variabel.get(variabel)
        if baris is None:
            return KONTEKS_TAK_DIKENAL
        kunci = ("variabel", variabel, 0)
        if kunci not in self._tersimpan:
            self._tersimpan[kunci] = self._konteks(
                baris.satuan, (), self._skala_label.get(make_kunci_nama(baris.label), [])
            )
        return self._tersimpan[kunci]

    def _konteks(self, satuan: str, satuan_lain: tuple[str, ...], daftar_id_skala: list[str]) -> Konteks:
        is_kategori = satuan.casefold() == "kategori"
        daftar_id = dict.fromkeys(daftar_id_skala or (self._skala_kategori if is_kategori else ()))
        return Konteks(
            satuan,
            satuan_lain,
            tuple(self._skala[id_skala] for id_skala in daftar_id if id_skala in self._skala),
            self._skala,
            dikenal=bool(satuan)
            and all(id_skala in self._skala for id_skala in daftar_id)
            and not (is_kategori and not daftar_id),
        )
