"""What a read document and a place in it are called, in words for people."""

from __future__ import annotations

from typing import Final

from tolok.core.bacaan.dokumen import DokumenTerbaca, JenisDokumen
from tolok.core.dokumen.sel import Letak
from tolok.core.periode import ROMAWI

JUDUL_JENIS: Final = {
    JenisDokumen.IKU: "Indikator Kinerja Utama",
    JenisDokumen.KETERKAITAN: "Keterkaitan IKU",
    JenisDokumen.SK_IKI: "Indikator Kinerja Individu",
    JenisDokumen.RENSTRA: "Renstra",
    JenisDokumen.PERJANJIAN: "Perjanjian Kinerja",
    JenisDokumen.PENGUKURAN: "Pengukuran Kinerja",
    JenisDokumen.LKJIP: "LKjIP",
    JenisDokumen.REALISASI_ANGGARAN: "Realisasi Anggaran",
    JenisDokumen.EVALUASI_RENJA: "Evaluasi Renja (Formulir E.81)",
    JenisDokumen.RENCANA_AKSI: "Rencana Aksi",
    JenisDokumen.LAIN: "Dokumen lain",
}


def format_masa(dokumen: DokumenTerbaca) -> str:
    """Return the period of a document: ``Triwulan II 2020``, ``2025–2026``; ``""`` if it does not say."""
    tahun = "" if dokumen.tahun is None else str(dokumen.tahun)
    if dokumen.tahun_akhir not in (None, dokumen.tahun):
        tahun += f"–{dokumen.tahun_akhir}"
    triwulan = f"Triwulan {ROMAWI[dokumen.triwulan]}" if dokumen.triwulan else ""
    return f"{triwulan} {tahun}".strip()


def format_letak(letak: Letak) -> str:
    """Return a place in words: ``hal. 3, baris 12, sel B4``; ``""`` if nothing is known of it."""
    bagian = (("hal. ", letak.halaman), ("", letak.tabel), ("baris ", letak.baris), ("sel ", letak.sel))
    return ", ".join(f"{kata}{isi}" for kata, isi in bagian if isi is not None)
