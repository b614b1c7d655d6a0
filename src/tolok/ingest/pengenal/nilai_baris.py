"""The values of the rows of a table, each with its year, quarter, unit and place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from tolok.core.bacaan.dokumen import NilaiTerbaca
from tolok.core.gaya_angka import detect_konteks
from tolok.ingest.pengenal.dasar import KonteksDokumen
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.arti import NILAI, NILAI_KINERJA, Arti, Kolom
from tolok.ingest.susun.kata import join_baris
from tolok.ingest.susun.nilai import detect_konteks_kolom, make_konteks, read_nilai

_SEPANJANG_RENCANA = frozenset({Arti.TARGET_AKHIR, Arti.PAGU_AKHIR, Arti.KONDISI_AWAL, Arti.PERTUMBUHAN})


class PembacaNilai:
    """Reads the value cells of one table; the cells of a column are looked at together once."""

    def __init__(self, susun: TabelSusun, konteks: KonteksDokumen) -> None:
        self._susun = susun
        self._tahun = susun.tabel.tahun or konteks.tahun
        self._triwulan = susun.tabel.triwulan or konteks.triwulan
        self._kolom_satuan = susun.first_kolom(Arti.SATUAN)
        self._satuan = tuple(join_baris(susun.read_teks(b, self._kolom_satuan)) for b in range(len(susun.tabel.isi)))
        daftar_k = [k for k, kolom in enumerate(susun.kolom) if kolom.arti in NILAI]
        gaya = detect_konteks([teks for baris in susun.tabel.isi for k in daftar_k for teks in (baris[k],)])
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
        nilai = read_nilai(isi.teks, make_konteks(kolom, self._konteks[k], self._satuan[b]), is_ocr=isi.is_ocr)
        if nilai is None:
            return None
        satuan = nilai.satuan or (self._satuan[b] if kolom.arti in NILAI_KINERJA - {Arti.CAPAIAN} else "")
        tahun = self._choose_tahun(kolom)
        triwulan = kolom.triwulan or (self._triwulan if kolom.tahun in (None, self._tahun) else None)
        if kolom.arti in _SEPANJANG_RENCANA:
            triwulan = None
        return replace(
            nilai, satuan=satuan, tahun=tahun, triwulan=triwulan, letak=isi.letak, tabel=self._susun.tabel.indeks
        )

    def _choose_tahun(self, kolom: Kolom) -> int | None:
        if kolom.tahun is not None or kolom.arti in _SEPANJANG_RENCANA:
            return kolom.tahun
        return self._tahun
