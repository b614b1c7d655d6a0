"""The tokens an officer may put into a narrative, each with what it prints now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tolok.core.hasil.rujukan import BESARAN_PER_JENIS, INSTANSI, PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.narasi import GalatToken, Token

NAMA_BESARAN: Final = {
    "target": "Target",
    "realisasi": "Realisasi",
    "capaian": "Capaian",
    "capaian_terbatas": "Capaian untuk rata-rata",
    "predikat": "Predikat",
    "target_akhir": "Target akhir rencana",
    "tingkat_kemajuan": "Tingkat kemajuan",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran",
    "serapan": "Serapan",
    "bagian": "Bagian dari pagu",
    "efisiensi": "Efisiensi",
    "rata_rata_capaian": "Rata-rata capaian",
    "nilai": "Nilai",
}
PALING_BANYAK_INDIKATOR: Final = 40
"""So many indicators are listed for a text that belongs to no sasaran; all others can still be typed."""


@dataclass(frozen=True, slots=True)
class ButirToken:
    """One token as it is typed, what it is, and what it prints now."""

    token: str
    nama: str
    hasil: Hasil


@dataclass(frozen=True, slots=True)
class KelompokToken:
    """The tokens of one object."""

    judul: str
    daftar: tuple[ButirToken, ...]


def list_token(hasil: HasilTahun, *, sasaran: str = "") -> tuple[KelompokToken, ...]:
    """
    Return the tokens most narratives need.

    :param sasaran: the sasaran the text is about, whose indicators then stand alone; ``""``: the whole report
    """
    pembuat = _Pembuat(hasil)
    return tuple(satu for satu in pembuat.susun(sasaran) if satu.daftar)


class _Pembuat:
    def __init__(self, hasil: HasilTahun) -> None:
        self._hasil = hasil
        self._cari = PencariToken(hasil)

    def susun(self, sasaran: str) -> Iterator[KelompokToken]:
        data = self._hasil.data
        daftar = self._hasil.daftar_indikator(sasaran or None)[:PALING_BANYAK_INDIKATOR]
        for indikator in daftar:
            yield self._kelompok(indikator.nama, self._indikator(indikator.indikator))
        yield self._kelompok("Perangkat daerah", self._besaran(INSTANSI, INSTANSI))
        for simpul in self._hasil.daftar_sasaran():
            if sasaran in ("", simpul.id):
                yield self._kelompok(f"Sasaran: {simpul.uraian}", self._besaran("sasaran", simpul.id))
        yield self._kelompok("Seluruh anggaran", self._besaran("anggaran", "total"))
        yield self._kelompok("Program penunjang", self._besaran("anggaran", "penunjang"))
        if not sasaran:
            for simpul_anggaran in (satu for satu in data.daftar_anggaran if not satu.induk):
                yield self._kelompok(
                    f"Program: {simpul_anggaran.nama}", self._besaran("anggaran", simpul_anggaran.kode)
                )
        yield self._kelompok("Variabel", self._variabel())

    def _kelompok(self, judul: str, daftar: Iterable[ButirToken]) -> KelompokToken:
        return KelompokToken(judul, tuple(daftar))

    def _indikator(self, kode: str) -> Iterator[ButirToken]:
        yield from self._besaran("indikator", kode)
        lalu = str(self._hasil.data.tahun - 1)
        for besaran in ("realisasi", "capaian"):
            yield from self._satu(Token(besaran, kode, lalu), f"{NAMA_BESARAN[besaran]} {lalu}")

    def _besaran(self, jenis: str, objek: str) -> Iterator[ButirToken]:
        for besaran in BESARAN_PER_JENIS[jenis]:
            if besaran != "capaian_terbatas":
                yield from self._satu(Token(besaran, objek), NAMA_BESARAN[besaran])

    def _variabel(self) -> Iterator[ButirToken]:
        for variabel in self._hasil.data.daftar_variabel:
            yield from self._satu(Token("nilai", variabel.id), variabel.label)

    def _satu(self, token: Token, nama: str) -> Iterator[ButirToken]:
        try:
            hasil = self._cari(token)
        except GalatToken:
            return
        periode = f"@{token.periode}" if token.periode else ""
        yield ButirToken(f"{{{token.besaran}:{token.objek}{periode}}}", nama, hasil)
