"""
Who may do what: one table, read by pages, operations, the page "Mengapa saya (tidak) boleh" and the matrix test.

A role counts within its agency, subtree of units and dates (``organisasi.lingkup``).
"""

from __future__ import annotations

from typing import Final

from tolok.web.organisasi.models import Peran

_SEMUA: Final = frozenset(Peran)
_PENYUSUN: Final = frozenset(
    {Peran.ADMIN, Peran.PERENCANA, Peran.PENANGGUNG_JAWAB, Peran.PPTK, Peran.KEUANGAN, Peran.PIMPINAN}
)
_PEMBINA: Final = frozenset({Peran.PEMBINA, Peran.BAPPEDA})

HAK: Final[dict[str, tuple[str, frozenset[Peran]]]] = {
    "beranda.lihat": ("Melihat beranda", _SEMUA),
    "rencana.lihat": ("Melihat pohon kinerja dan definisi indikator", _SEMUA),
    "draf.lihat": ("Melihat angka yang belum diajukan", _PENYUSUN | _PEMBINA),
    "pengukuran.lihat": ("Melihat pengukuran", _SEMUA),
    "pengukuran.isi": ("Mengisi nilai variabel", frozenset({Peran.PERENCANA, Peran.PENANGGUNG_JAWAB})),
    "pengukuran.ajukan": ("Mengajukan pengukuran", frozenset({Peran.PERENCANA, Peran.PENANGGUNG_JAWAB})),
    "pengukuran.verifikasi": ("Memverifikasi pengukuran", frozenset({Peran.PERENCANA})),
    "pengukuran.sahkan": ("Mengesahkan pengukuran", frozenset({Peran.PIMPINAN})),
    "pengukuran.kembalikan": ("Mengembalikan pengukuran", frozenset({Peran.PERENCANA, Peran.PIMPINAN})),
    "bukti.terbatas": ("Membaca bukti terbatas", _PENYUSUN),
    "bukti.rahasia": ("Membaca bukti rahasia", frozenset({Peran.PERENCANA, Peran.PENANGGUNG_JAWAB})),
    "anggaran.lihat": ("Melihat anggaran", _SEMUA),
    "perjanjian.lihat": ("Melihat Perjanjian Kinerja", _SEMUA),
    "lkjip.lihat": ("Membuka ruang kerja LKjIP", _PENYUSUN | _PEMBINA),
    "narasi.ubah": ("Mengubah narasi laporan", frozenset({Peran.PERENCANA})),
    "dokumen.lihat": ("Melihat daftar dokumen", _SEMUA),
    "dokumen.konsep": ("Mengunduh dokumen yang masih konsep", _PENYUSUN | _PEMBINA),
    "dokumen.buat": ("Membuat berkas dokumen", frozenset({Peran.ADMIN, Peran.PERENCANA, Peran.PIMPINAN})),
    "dokumen.terbitkan": (
        "Menyiapkan dokumen untuk ditandatangani, dan mencatat tanda tangannya",
        frozenset({Peran.PERENCANA, Peran.PIMPINAN}),
    ),
    "dokumen.cabut": ("Mencabut dokumen yang ditandatangani", frozenset({Peran.PIMPINAN})),
    "organisasi.lihat": ("Melihat organisasi dan pejabat", _SEMUA),
    "riwayat.lihat": (
        "Melihat riwayat",
        frozenset({Peran.ADMIN, Peran.PERENCANA, Peran.PIMPINAN, Peran.EVALUATOR}) | _PEMBINA,
    ),
    "pengaturan.lihat": ("Melihat kebijakan dan skala", _SEMUA),
    "pengaturan.ubah": ("Mengubah kebijakan", frozenset({Peran.ADMIN, Peran.PERENCANA})),
    "paket.muat": ("Memuat paket", frozenset({Peran.ADMIN, Peran.PERENCANA})),
    "impor.kelola": ("Mengimpor dokumen terbitan", frozenset({Peran.ADMIN, Peran.PERENCANA})),
    "paket.tulis": ("Mengunduh isi tahun sebagai paket", _PENYUSUN | _PEMBINA),
    "pekerjaan.lihat": ("Melihat pekerjaan latar", _SEMUA),
    "pekerjaan.kelola": ("Melihat dan membatalkan pekerjaan latar orang lain", frozenset({Peran.ADMIN})),
    "hak.lihat": ("Melihat mengapa boleh atau tidak boleh", _SEMUA),
}
"""Action -> what it is called, and the roles that may do it."""

PERBUATAN_TERBUKA: Final = frozenset(
    {
        "pengukuran.diajukan",
        "pengukuran.diverifikasi",
        "pengukuran.disahkan",
        "pengukuran.dikembalikan",
        "dokumen.ditandatangani",
        "dokumen.diganti",
        "dokumen.dicabut",
        "perjanjian.ditandatangani",
    }
)
"""Deeds of the history that hold nothing of a draft; the others are for whoever sees drafts of the whole agency."""
