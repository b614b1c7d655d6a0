"""Checks of the tokens in narratives and analyses: each quantity, object, period and pagu edition must exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from tolok.core.hasil.rujukan import BESARAN_PER_JENIS, INSTANSI
from tolok.core.narasi import POLA_TOKEN, GalatToken, Token, find_letak, parse_token
from tolok.paket.masalah import Masalah, sebut, usulkan
from tolok.paket.urai import Terurai

_JUMLAH: Final = ("total", "penunjang", "tanpa_sasaran")
_SUMBER: Final = (
    ("variabel", "variabel", "id"),
    ("anggaran", "anggaran", "kode"),
    ("sasaran", "simpul", "id"),
    ("indikator", "indikator", "indikator"),
)
_PERIODE: Final = re.compile(r"(\d{4}(-tw[1-4]|-tahun)?|tw[1-4]|tahun)?", re.ASCII)


def check_narasi(terurai: Terurai) -> None:
    """Note every token that names nothing."""
    mentah = terurai.mentah
    jenis_per_objek = dict.fromkeys(_JUMLAH, "anggaran")
    for jenis, nama, kolom in _SUMBER:
        if not mentah.tabel[nama].is_utuh:
            return
        jenis_per_objek |= {baris.teks(kolom): jenis for baris in mentah.tabel[nama].daftar_baris}
    jenis_per_objek[INSTANSI] = INSTANSI
    edisi = [baris.teks("id") for baris in mentah.tabel["edisi_pagu"].daftar_baris]
    for narasi in mentah.daftar_narasi:
        for posisi, pesan in _cacat(narasi.teks, jenis_per_objek, edisi):
            baris, huruf = find_letak(narasi.teks, posisi)
            letak = (narasi.baris, "teks") if narasi.is_sel else (narasi.baris + baris - 1, str(huruf))
            mentah.catatan.tambah(Masalah(narasi.berkas, *letak, pesan))
    tabel = mentah.tabel["analisis"]
    for baris_analisis in tabel.daftar_baris:
        for nama_kolom in ("penyebab", "solusi"):
            for _, pesan in _cacat(baris_analisis.teks(nama_kolom), jenis_per_objek, edisi):
                mentah.catatan.tambah(tabel.masalah(baris_analisis, nama_kolom, pesan))


def _cacat(teks: str, jenis_per_objek: Mapping[str, str], edisi: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the position and the fault of every token that names nothing."""
    for cocok in POLA_TOKEN.finditer(teks):
        try:
            token = parse_token(cocok[0])
        except GalatToken as galat:
            yield cocok.start(), f"{galat} {galat.saran}".strip()
            continue
        for cacat in _cacat_token(token, jenis_per_objek, edisi):
            yield cocok.start(), f"Token {cocok[0]}: {cacat}"


def _cacat_token(token: Token, jenis_per_objek: Mapping[str, str], edisi: Collection[str]) -> Iterator[str]:
    jenis = jenis_per_objek.get(token.objek)
    if jenis is None:
        usul = usulkan(token.objek, jenis_per_objek)
        yield f"objek {token.objek!r} tidak ada.{usul} Tulis id indikator, sasaran, variabel, atau kode anggaran."
    elif token.besaran not in (daftar := BESARAN_PER_JENIS[jenis]):
        usul = usulkan(token.besaran, daftar)
        yield f"besaran {token.besaran!r} tidak ada untuk {jenis}; yang ada {sebut(daftar)}.{usul}"
    if not _PERIODE.fullmatch(token.periode):
        yield f"periode {token.periode!r} tidak ada; tulis tw1 sampai tw4 atau tahun."
    if token.edisi and token.edisi not in edisi:
        yield f"edisi pagu {token.edisi!r} tidak ada.{usulkan(token.edisi, edisi)}"
