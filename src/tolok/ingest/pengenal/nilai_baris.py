"""The values of the rows of a table, each with its year, quarter, unit and place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from tolok.core.bacaan.dokumen import NilaiTerbaca
from tolok.ingest.pengenal.dasar import KonteksDokumen
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.arti import NILAI, NILAI_KINERJA, Arti, Kolom
from tolok.ingest.susun.kata import join_baris
from tolok.ingest.susun.nilai import detect_gaya, detect_konteks_kolom, make_konteks, read_nilai, weigh_baris

_SEPANJANG_RENCANA = frozenset({Arti.TARGET_AKHIR, Arti.PAGU_AKHIR, Arti.KONDISI_AWAL})
_PERTUMBUHAN = frozenset({Arti.PERTUMBUHAN, Arti.PERTUMBUHAN_ANGGARAN})


_SEUKURAN = frozenset({Arti.TARGET, Arti.REALISASI, Arti.KONDISI_AWAL, Arti.TARGET_AKHIR})
KUMULATIF = "kumulatif"
"""Note on a value of a column "up to" a period ("realisasi s.d. tahun ini")."""
AKHIR_RENCANA = "akhir_rencana"
"""Note on the money planned up to the end of a plan period."""


class PembacaNilai:
    """Reads the value cells of one table; the cells of a column are looked at together once."""

    def __init__(self, susun: TabelSusun, konteks: KonteksDokumen) -> None:
        self._susun = susun
        self._tahun = susun.tabel.tahun or konteks.tahun
        self._triwulan = susun.tabel.triwulan or konteks.triwulan
        self._berkuartal = {kolom.arti for kolom in susun.kolom if kolom.triwulan}
        self._kolom_satuan = susun.first_kolom(Arti.SATUAN)
        self._satuan = tuple(join_baris(susun.read_teks(b, self._kolom_satuan)) for b in range(len(susun.tabel.isi)))
        daftar_k = [k for k, kolom in enumerate(susun.kolom) if kolom.arti in NILAI]
        gaya = detect_gaya([baris[k] for baris in susun.tabel.isi for k in daftar_k]) or konteks.gaya
        self._konteks = {
            k: detect_konteks_kolom(
                [(baris[k], self._satuan[b]) for b, baris in enumerate(susun.tabel.isi)], susun.kolom[k], gaya=gaya
            )
            for k in daftar_k
        }

    def read_satuan(self, b: int) -> str:
        """Return the unit printed in a row's column of units."""
        return self._satuan[b]

    def list_nilai(self, b: int, arti: Collection[Arti], *, ulang: bool = False) -> Iterator[NilaiTerbaca]:
        """
        Yield the values of a row in the columns of these meanings.

        :param ulang: take cells repeated from a merged one, too (a row of its own under a merged value)
        """
        for k in self._konteks:
            if self._susun.kolom[k].arti in arti and (ulang or not self._susun.isi[b][k].is_ulang):
                nilai = self.read(b, k)
                if nilai is not None:
                    yield nilai

    def read(self, b: int, k: int) -> NilaiTerbaca | None:
        """Return the value of a cell, or ``None`` for an empty one."""
        kolom, isi = self._susun.kolom[k], self._susun.isi[b][k]
        konteks = make_konteks(kolom, self._konteks[k], self._satuan[b])
        if kolom.arti in _SEUKURAN:
            sebaris = [
                self._susun.isi[b][i].teks for i in self._konteks if i != k and self._susun.kolom[i].arti in _SEUKURAN
            ]
            konteks = weigh_baris(konteks, isi.teks, sebaris)
        nilai = read_nilai(isi.teks, konteks, is_ocr=isi.is_ocr)
        if nilai is None:
            return None
        satuan = nilai.satuan or (self._satuan[b] if kolom.arti in NILAI_KINERJA - {Arti.CAPAIAN} else "")
        catatan = nilai.catatan
        if kolom.is_kumulatif and kolom.arti not in _SEPANJANG_RENCANA:
            catatan += (KUMULATIF,)
        if kolom.arti is Arti.PAGU_AKHIR:
            catatan += (AKHIR_RENCANA,)
        return replace(
            nilai,
            catatan=catatan,
            satuan=satuan,
            tahun=self._choose_tahun(kolom),
            triwulan=self._choose_triwulan(kolom),
            letak=isi.letak,
            tabel=self._susun.tabel.indeks,
        )

    def _choose_triwulan(self, kolom: Kolom) -> int | None:
        """
        Return the quarter of a column: its own, or that of the form.

        A column without one stands for the year if columns of its kind have one, or if its head says the year.
        """
        if kolom.triwulan is not None or self._is_sepanjang_rencana(kolom):
            return kolom.triwulan
        is_setahun = kolom.arti in self._berkuartal or kolom.is_setahun or kolom.tahun not in (None, self._tahun)
        is_target = kolom.arti is Arti.TARGET and kolom.tahun is not None
        return None if is_setahun or is_target else self._triwulan

    def _is_sepanjang_rencana(self, kolom: Kolom) -> bool:
        """Whether a column is of the whole plan; so is a growth where the table has a column for each of many years."""
        if kolom.arti in _PERTUMBUHAN:
            return len({lain.tahun for lain in self._susun.kolom} - {None}) > 2
        return kolom.arti in _SEPANJANG_RENCANA

    def _choose_tahun(self, kolom: Kolom) -> int | None:
        if kolom.tahun is not None or self._is_sepanjang_rencana(kolom):
            return kolom.tahun
        return self._tahun
