"""Every rule, with the function that looks: over each document, or over all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from tolok.core.reviu.aturan import (
    berbeda,
    capaian,
    indikator,
    jumlah,
    masa,
    nama,
    narasi,
    rencana,
    rumus,
    serapan,
    skala,
    sumber_daya,
    susunan,
    teks_angka,
    teks_indikator,
    tetap,
    uang_berbeda,
)
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.temuan import Temuan

PeriksaSatu = Callable[[Bahan], Iterable[Temuan]]
PeriksaBersama = Callable[[tuple[Bahan, ...]], Iterable[Temuan]]

SATU: Final[tuple[tuple[Aturan, PeriksaSatu], ...]] = (
    (capaian.HITUNGAN, capaian.periksa_hitungan),
    (capaian.ARAH, capaian.periksa_arah),
    (capaian.SALAH_KOLOM, capaian.periksa_salah_kolom),
    (capaian.KEMAJUAN, capaian.periksa_kemajuan),
    (serapan.PERSEN, serapan.periksa_persen),
    (serapan.MELEBIHI, serapan.periksa_melebihi),
    (jumlah.SUBTOTAL, jumlah.periksa_subtotal),
    (jumlah.TOTAL, jumlah.periksa_total),
    (uang_berbeda.REALISASI, uang_berbeda.periksa_realisasi),
    (uang_berbeda.PAGU, uang_berbeda.periksa_pagu),
    (sumber_daya.ALOKASI, sumber_daya.periksa_alokasi),
    (berbeda.DALAM, berbeda.periksa_dalam),
    (tetap.TAHUN, tetap.periksa_salinan_tahun),
    (tetap.TARGET, tetap.periksa_target),
    (rencana.DATAR, rencana.periksa_datar),
    (rencana.GANDA, rencana.periksa_ganda),
    (rencana.KELUARAN, rencana.periksa_keluaran),
    (skala.CELAH, skala.periksa_celah),
    (skala.TUMPANG, skala.periksa_tumpang),
    (rumus.PENYEBUT, rumus.periksa_penyebut),
    (rumus.PENURUNAN, rumus.periksa_penurunan),
    (rumus.GANDA, rumus.periksa_rumus_ganda),
    (indikator.TARGET, indikator.periksa_target),
    (indikator.TARGET_KOSONG, indikator.periksa_target_kosong),
    (indikator.MUSTAHIL, indikator.periksa_mustahil),
    (indikator.SATUAN, indikator.periksa_satuan),
    (indikator.BESARAN, indikator.periksa_besaran),
    (indikator.KOSONG, indikator.periksa_kosong),
    (narasi.ARAH, narasi.periksa_arah),
    (narasi.TIDAK_DIUKUR, narasi.periksa_tidak_diukur),
    (teks_indikator.NILAI, teks_indikator.periksa_nilai),
    (teks_angka.PERSEN, teks_angka.periksa_persen),
    (teks_angka.RATA_RATA, teks_angka.periksa_rata_rata),
    (teks_angka.TERBILANG, teks_angka.periksa_terbilang),
    (teks_angka.BANYAK, teks_angka.periksa_banyak),
    (teks_angka.TOTAL, teks_angka.periksa_total),
    (masa.PERIODE, masa.periksa_periode),
    (masa.TRIWULAN, masa.periksa_triwulan),
    (masa.MENDATANG, masa.periksa_mendatang),
    (masa.JUDUL, masa.periksa_judul),
    (susunan.NOMOR, susunan.periksa_nomor),
    (susunan.ANALISIS, susunan.periksa_analisis),
    (susunan.TEMPLAT, susunan.periksa_templat),
    (susunan.NOMOR_SK, susunan.periksa_nomor_sk),
    (susunan.PERUBAHAN, susunan.periksa_perubahan),
    (susunan.PROGRAM_GANDA, susunan.periksa_program_ganda),
)
BERSAMA: Final[tuple[tuple[Aturan, PeriksaBersama], ...]] = (
    (berbeda.ANTAR, berbeda.periksa_antar),
    (uang_berbeda.ANTAR, uang_berbeda.periksa_antar),
    (rencana.PUTUS, rencana.periksa_putus),
    (serapan.TURUN, serapan.periksa_turun),
    (tetap.TRIWULAN, tetap.periksa_triwulan),
    (skala.TINGKATAN, skala.periksa_tingkatan),
    (nama.DRIFT, nama.periksa_antar),
)
DAFTAR_ATURAN: Final[dict[str, Aturan]] = {aturan.kode: aturan for aturan, _ in (*SATU, *BERSAMA)}
