"""``MINI`` with a composite indicator: "2 dokumen; 4 kegiatan" promised, two and three done, so 87,5 %."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from instansi_mini import AWAL, LALU, MINI, TAHUN
from tolok.core.angka import Angka
from tolok.core.indikator import EdisiIndikator, Gabungan, NilaiTercatat, Pembanding, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.naskah import Analisis
from tolok.core.nilai import Bilangan, JenisTanda, Tanda
from tolok.core.periode import Periode


def _indikator(kode: str, satuan: str, **lain: Any) -> EdisiIndikator:
    return EdisiIndikator(
        indikator=kode, edisi=f"{kode}-1", berlaku_mulai=AWAL, dicatat_pada=AWAL, nama=f"Banyak {kode}", satuan=satuan,
        digit=0, **lain,
    )  # fmt: skip


def _banyak(n: int, satuan: str, *tanda: Tanda) -> Bilangan:
    return Bilangan(Angka(n), satuan, tanda)


def make_majemuk() -> TahunInstansi:
    """Return the agency; the parts stand under the first sasaran."""
    ganda = Tanda(JenisTanda.BERTENTANGAN, "Dua rekap berbeda.")
    return replace(
        MINI,
        daftar_indikator=(
            *MINI.daftar_indikator,
            _indikator("paket", "paket", simpul="s1", gabungan=Gabungan.RATA_RATA, definisi="Dua hal sekaligus."),
            _indikator("dokumen", "dokumen", bagian_dari="paket", mutu_sumber="Arsip.", mutu_cakupan="Semua bidang."),
            _indikator("kegiatan", "kegiatan", bagian_dari="paket"),
        ),
        daftar_target=(
            *MINI.daftar_target,
            *(
                Target(indikator=kode, periode=Periode(tahun), nilai=_banyak(n, kode), dokumen=dokumen, dasar=dokumen)
                for dokumen, tahun, dua, empat in (("pk", 2024, 2, 4), ("renstra", 2026, 4, 6))
                for kode, n in (("dokumen", dua), ("kegiatan", empat))
            ),
        ),
        daftar_nilai_tercatat=(
            *MINI.daftar_nilai_tercatat,
            NilaiTercatat(indikator="dokumen", periode=TAHUN, nilai=_banyak(2, "dokumen", ganda), sumber="Rekap"),
            NilaiTercatat(indikator="kegiatan", periode=TAHUN, nilai=_banyak(3, "kegiatan"), sumber="Rekap"),
            NilaiTercatat(indikator="kegiatan", periode=LALU, nilai=_banyak(1, "kegiatan"), sumber="Rekap"),
        ),
        daftar_pembanding=(
            *MINI.daftar_pembanding,
            Pembanding(
                indikator="kegiatan", tahun=2024, cakupan="provinsi", nilai=_banyak(9, "kegiatan"), sumber="Prov"
            ),
        ),
        daftar_analisis=(
            *MINI.daftar_analisis,
            Analisis(indikator="kegiatan", periode=TAHUN, penyebab="Satu kegiatan tertunda: {capaian:kegiatan}."),
        ),
    )
