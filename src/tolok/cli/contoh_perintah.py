"""The examples printed at the end of the help of every command."""

from __future__ import annotations

from typing import Final

CONTOH: Final[dict[str, tuple[str, ...]]] = {
    "tolok": ("tolok demo", "tolok paket baru dinas-saya --tahun 2026", "tolok lkjip dinas-saya"),
    "tolok demo": ("tolok demo", "tolok demo --keluaran coba --format pdf"),
    "tolok situs-contoh": (
        "tolok situs-contoh",
        "tolok situs-contoh --alamat 127.0.0.1:8080",
        "tolok situs-contoh --henti",
    ),
    "tolok lkjip": ("tolok lkjip dinas-saya", "tolok lkjip dinas-saya.xlsx --format docx,pdf --keluaran laporan"),
    "tolok pengukuran": ("tolok pengukuran dinas-saya", "tolok pengukuran dinas-saya --triwulan 2 --format pdf"),
    "tolok perjanjian": (
        "tolok perjanjian dinas-saya --sampul",
        "tolok perjanjian dinas-saya --perjanjian pk-2026 --format docx",
    ),
    "tolok keterkaitan": (
        "tolok keterkaitan dinas-saya",
        "tolok keterkaitan dinas-saya --pagu murni-2026 --format xlsx",
    ),
    "tolok renstra": ("tolok renstra dinas-saya", "tolok renstra dinas-saya --rencana renstra-2026 --format docx"),
    "tolok realisasi": ("tolok realisasi dinas-saya", "tolok realisasi dinas-saya --format xlsx"),
    "tolok baca": (
        "tolok baca lkjip-2025.pdf",
        "tolok baca renstra.docx perjanjian.xlsx --format json",
    ),
    "tolok reviu": (
        "tolok reviu lkjip-2025.pdf",
        "tolok reviu renstra.docx perjanjian.xlsx lkjip-2025.pdf --format json",
        "tolok reviu lkjip-2025.pdf --format docx,xlsx --keluaran ./hasil-reviu",
    ),
    "tolok kertas-kerja": (
        "tolok kertas-kerja lkjip-2025.pdf",
        "tolok kertas-kerja renstra.docx perjanjian.xlsx lkjip-2025.pdf --format docx --keluaran ./reviu",
    ),
    "tolok rumus": (
        'tolok rumus "Jumlah A dibagi Jumlah B x 100%"',
        "tolok rumus --dari daftar-rumus.txt --format json",
    ),
    "tolok hitung": (
        "tolok hitung dinas-saya --cari iku-1",
        "tolok hitung dinas-saya capaian:iku-1@tw4 --konvensi",
        "tolok hitung --instansi dinas-saya --tahun 2026 capaian:iku-1@tw4",
        "tolok hitung --instansi dinas-saya --tahun 2026 --bandingkan",
        "tolok hitung --tahun 2026 --bandingkan",
    ),
    "tolok paket": (
        "tolok paket baru dinas-saya --tahun 2026",
        "tolok paket periksa dinas-saya",
        "tolok paket tulis dinas-saya dinas-saya.xlsx",
    ),
    "tolok paket periksa": ("tolok paket periksa dinas-saya", "tolok paket periksa dinas-saya.xlsx --format json"),
    "tolok paket tulis": (
        "tolok paket tulis dinas-saya dinas-saya.xlsx",
        "tolok paket tulis dinas-saya.xlsx dinas-saya",
        "tolok paket tulis --instansi dinas-saya --tahun 2026 dinas-2026.xlsx",
    ),
    "tolok paket baru": (
        "tolok paket baru dinas-saya --tahun 2026",
        "tolok paket baru dinas-2027 --tahun 2027 --dari dinas-saya",
    ),
    "tolok muat-paket": ("tolok muat-paket dinas-saya", "tolok muat-paket dinas-saya.xlsx --ya"),
    "tolok impor": (
        "tolok impor lkjip-2020.pdf --instansi dinas-saya --tahun 2020",
        "tolok impor lkjip-2020.pdf --instansi dinas-saya --tahun 2020 --format json",
        "tolok impor lkjip-2020.pdf --instansi dinas-saya --tahun 2020 --keputusan putusan.json --ya",
    ),
    "tolok siapkan": ("tolok siapkan",),
    "tolok kerja": ("tolok kerja", "tolok kerja --sekali"),
    "tolok verifikasi-riwayat": (
        "tolok verifikasi-riwayat --tulis-jangkar jangkar.json",
        "tolok verifikasi-riwayat --jangkar jangkar.json --format json",
    ),
    "tolok cadangkan": ("tolok cadangkan cadangan-2026-01-31.tar", "tolok cadangkan cadangan-2026-01-31"),
    "tolok pulihkan": (
        "tolok pulihkan cadangan-2026-01-31.tar --timpa --ya",
        "tolok pulihkan cadangan-2026-01-31 --timpa --ya",
    ),
    "tolok periksa-sistem": ("tolok periksa-sistem", "tolok periksa-sistem --format json"),
    "tolok layani": ("tolok layani", "tolok layani --alamat 0.0.0.0:8000 --proses 4"),
    "tolok pengguna": ("tolok pengguna buat siti --nama 'Siti Aminah'", "tolok pengguna daftar"),
    "tolok pengguna buat": ("tolok pengguna buat siti --nama 'Siti Aminah' --surel siti@dinas.go.id",),
    "tolok pengguna sandi": ("tolok pengguna sandi siti", "tolok pengguna sandi siti --cabut-pengaman"),
    "tolok pengguna nonaktif": ("tolok pengguna nonaktif siti",),
    "tolok pengguna aktif": ("tolok pengguna aktif siti",),
    "tolok pengguna peran": (
        "tolok pengguna peran siti --peran perencana --instansi dinas-saya --mulai 2026-01-01",
        "tolok pengguna peran siti --peran penanggung_jawab --instansi dinas-saya --unit bid-1 --mulai 2026-01-01",
        "tolok pengguna peran siti --peran evaluator --semua-instansi --mulai 2026-01-01 --akhir 2026-12-31",
    ),
    "tolok pengguna cabut-peran": ("tolok pengguna cabut-peran siti --peran perencana --instansi dinas-saya",),
    "tolok pengguna daftar": ("tolok pengguna daftar", "tolok pengguna daftar --format json"),
}
"""Command lines by command, for an agency whose package is the folder ``dinas-saya``."""
