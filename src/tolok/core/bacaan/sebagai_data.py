"""
What was read as plain JSON data: what ``tolok baca --format json`` prints (``tolok/skema/baca.schema.json``).

Fields may be added, never renamed. Numbers are exact decimal texts with a point; printed strings stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    BarisIki,
    BerkasTerbaca,
    DokumenTerbaca,
    IkiTerbaca,
    IndikatorTerbaca,
    NilaiTerbaca,
    TabelTerbaca,
)
from tolok.core.dokumen.sel import Letak
from tolok.core.hasil.sebagai_data import format_desimal


def to_data(daftar: Iterable[BerkasTerbaca]) -> dict[str, Any]:
    """Return the documents of several files as one JSON object, in the order given."""
    return {"berkas": [make_berkas_data(berkas) for berkas in daftar]}


def make_berkas_data(berkas: BerkasTerbaca) -> dict[str, Any]:
    """Return one file with its documents, its SHA-256, and what of it could not be read."""
    return {
        "berkas": berkas.berkas,
        "sidik": berkas.sidik,
        "dokumen": [make_dokumen_data(dokumen) for dokumen in berkas.dokumen],
        "catatan": list(berkas.catatan),
    }


def make_dokumen_data(dokumen: DokumenTerbaca) -> dict[str, Any]:
    """Return one document; ``tahun_akhir`` stands beside ``tahun`` if it covers several years."""
    return {
        "jenis": dokumen.jenis.value,
        "judul": dokumen.judul,
        "perangkat_daerah": dokumen.perangkat_daerah,
        "tahun": dokumen.tahun,
        "tahun_akhir": dokumen.tahun_akhir,
        "triwulan": dokumen.triwulan,
        "indikator": [_tulis_indikator(satu) for satu in dokumen.indikator],
        "anggaran": [_tulis_anggaran(satu) for satu in dokumen.anggaran],
        "iki": [_tulis_iki(satu) for satu in dokumen.iki],
        "tabel_tak_dikenal": [_tulis_tabel(tabel) for tabel in dokumen.tabel_tak_dikenal],
    }


def make_letak_data(letak: Letak) -> dict[str, Any]:
    """Return a place; what is not known of it is ``None``."""
    return {"halaman": letak.halaman, "baris": letak.baris, "tabel": letak.tabel, "sel": letak.sel}


def _tulis_indikator(satu: IndikatorTerbaca) -> dict[str, Any]:
    return {
        "nama": satu.nama,
        "sasaran": satu.sasaran,
        "tujuan": satu.tujuan,
        "tingkat": satu.tingkat,
        "program": satu.program,
        "satuan": satu.satuan,
        "rumus": satu.rumus,
        "sumber_data": list(satu.sumber_data),
        "penanggung_jawab": list(satu.penanggung_jawab),
        "nilai": [_tulis_nilai(nilai) for nilai in satu.nilai],
        "letak": make_letak_data(satu.letak),
    }


def _tulis_anggaran(satu: AnggaranTerbaca) -> dict[str, Any]:
    return {
        "kode": satu.kode,
        "nama": satu.nama,
        "tingkat": satu.tingkat.value,
        "sumber_dana": satu.sumber_dana,
        "nilai": [_tulis_nilai(nilai) for nilai in satu.nilai],
        "letak": make_letak_data(satu.letak),
    }


def _tulis_nilai(nilai: NilaiTerbaca) -> dict[str, Any]:
    return {
        "tahun": nilai.tahun,
        "triwulan": nilai.triwulan,
        "bulan": nilai.bulan,
        "besaran": nilai.besaran.value,
        "tercetak": nilai.tercetak,
        "angka": _tulis_angka(nilai.angka),
        "atas": _tulis_angka(nilai.atas),
        "kategori": nilai.kategori,
        "satuan": nilai.satuan,
        "catatan": ", ".join(nilai.catatan) or None,
        "letak": make_letak_data(nilai.letak),
    }


def _tulis_iki(satu: IkiTerbaca) -> dict[str, Any]:
    return {
        "jabatan": satu.jabatan,
        "tugas": list(satu.tugas),
        "fungsi": list(satu.fungsi),
        "uraian": list(satu.uraian),
        "baris": [_tulis_baris(baris) for baris in satu.baris],
        "letak": make_letak_data(satu.letak),
    }


def _tulis_baris(baris: BarisIki) -> dict[str, Any]:
    return {
        "sasaran": baris.sasaran,
        "indikator": baris.indikator,
        "rumus": baris.rumus,
        "sumber_data": baris.sumber_data,
        "satuan": baris.satuan,
        "target": baris.target,
        "letak": make_letak_data(baris.letak),
    }


def _tulis_tabel(tabel: TabelTerbaca) -> dict[str, Any]:
    return {
        "judul": tabel.judul,
        "letak": make_letak_data(tabel.letak),
        "kepala": list(tabel.kepala),
        "jumlah_baris": len(tabel.isi),
    }


def _tulis_angka(angka: Angka | None) -> str | None:
    return None if angka is None else format_desimal(angka)
