"""Checks of the tokens in narratives and analyses: each object, period and pagu edition must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.narasi import POLA_TOKEN, GalatToken, find_letak, parse_token
from tolok.paket.masalah import Masalah, usulkan
from tolok.paket.urai import Terurai

OBJEK_TETAP: Final = ("instansi", "total", "penunjang", "tanpa_sasaran")
_PERIODE: Final = re.compile(r"(\d{4}(-tw[1-4]|-tahun)?|tw[1-4]|tahun)?", re.ASCII)


def check_narasi(terurai: Terurai) -> None:
    """Note every token that names nothing."""
    mentah = terurai.mentah
    objek = dict.fromkeys(OBJEK_TETAP)
    for nama, kolom in (("indikator", "indikator"), ("simpul", "id"), ("variabel", "id"), ("anggaran", "kode")):
        if not mentah.tabel[nama].is_utuh:
            return
        objek |= {baris.teks(kolom): None for baris in mentah.tabel[nama].daftar_baris}
    edisi = [baris.teks("id") for baris in mentah.tabel["edisi_pagu"].daftar_baris]
    for narasi in mentah.daftar_narasi:
        for posisi, pesan in _cacat(narasi.teks, objek, edisi):
            baris, huruf = find_letak(narasi.teks, posisi)
            letak = (narasi.baris, "teks") if narasi.is_sel else (narasi.baris + baris - 1, str(huruf))
            mentah.catatan.tambah(Masalah(narasi.berkas, *letak, pesan))
    tabel = mentah.tabel["analisis"]
    for baris_analisis in tabel.daftar_baris:
        for nama_kolom in ("penyebab", "solusi"):
            for _, pesan in _cacat(baris_analisis.teks(nama_kolom), objek, edisi):
                mentah.catatan.tambah(tabel.masalah(baris_analisis, nama_kolom, pesan))


def _cacat(teks: str, objek: dict[str, None], edisi: list[str]) -> Iterator[tuple[int, str]]:
    for cocok in POLA_TOKEN.finditer(teks):
        try:
            token = parse_token(cocok[0])
        except GalatToken as galat:
            yield cocok.start(), f"{galat} {galat.saran}".strip()
            continue
        if token.objek not in objek:
            pesan = f"Token {cocok[0]}: objek {token.objek!r} tidak ada.{usulkan(token.objek, objek)}"
            yield (
                cocok.start(),
                f"{pesan} Tulis id indikator, sasaran, variabel, kode anggaran, 'instansi' atau 'total'.",
            )
        if not _PERIODE.fullmatch(token.periode):
            yield (
                cocok.start(),
                f"Token {cocok[0]}: periode {token.periode!r} tidak ada; tulis tw1 sampai tw4 atau tahun.",
            )
        if token.edisi and token.edisi not in edisi:
            pesan = f"Token {cocok[0]}: edisi pagu {token.edisi!r} tidak ada.{usulkan(token.edisi, edisi)}"
            yield cocok.start(), pesan
