"""Small read documents by hand: what a recogniser would return for a few rows."""

from __future__ import annotations

import re
from typing import Any

from tolok.core.angka import Angka
from tolok.core.bacaan.blok import Paragraf
from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    BerkasTerbaca,
    Besaran,
    DokumenTerbaca,
    IndikatorTerbaca,
    JenisDokumen,
    NilaiTerbaca,
    TabelTerbaca,
    Tingkat,
)
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.periksa import review
from tolok.core.reviu.temuan import Temuan


def baca(teks: str) -> Angka | None:
    """Read an Indonesian numeral in a text; none without one."""
    cocok = re.search(r"-?\d[\d.]*(?:,\d+)?", teks)
    return Angka.from_desimal(cocok[0].replace(".", "").replace(",", ".")) if cocok else None


def nilai(besaran: str, tercetak: str, *, tahun: int | None = 2020, satuan: str = "%", **lain: Any) -> NilaiTerbaca:
    """Return a printed value; its number is read from the text unless ``kategori`` is given."""
    angka = None if lain.get("kategori") else lain.pop("angka", baca(tercetak))
    letak = lain.pop("letak", Letak(baris=lain.pop("baris", 1), sel=besaran))
    return NilaiTerbaca(Besaran(besaran), tercetak, angka, satuan=satuan, tahun=tahun, letak=letak, **lain)


def indikator(nama: str, *daftar: NilaiTerbaca, **lain: Any) -> IndikatorTerbaca:
    """Return an indicator row."""
    return IndikatorTerbaca(nama, nilai=daftar, letak=lain.pop("letak", Letak(baris=1, sel="A")), **lain)


def baris_capaian(
    target: str, realisasi: str, capaian: str, nama: str = "Cakupan layanan", **lain: Any
) -> IndikatorTerbaca:
    """Return a row of target, realisasi and capaian."""
    daftar = (nilai("target", target, **lain), nilai("realisasi", realisasi, **lain), nilai("capaian", capaian, **lain))
    return indikator(nama, *daftar, tabel=lain.get("tabel"))


def uang(
    nama: str,
    tingkat: str,
    *,
    pagu: str | None = None,
    realisasi: str | None = None,
    persen: str | None = None,
    baris: int = 1,
    kode: str = "",
    induk: int | None = None,
    tabel: int | None = 0,
    **masa: Any,
) -> AnggaranTerbaca:
    """Return a budget row."""
    isi = (("pagu", pagu, "Rp"), ("realisasi", realisasi, "Rp"), ("persen", persen, "%"))
    daftar = tuple(nilai(b, t, satuan=s, baris=baris, **masa) for b, t, s in isi if t is not None)
    return AnggaranTerbaca(
        nama, Tingkat(tingkat), kode=kode, induk=induk, nilai=daftar, letak=Letak(baris=baris), tabel=tabel
    )


def tabel(kepala: str, *isi: str, indeks: int = 0, **lain: Any) -> TabelTerbaca:
    """Return a table; columns are separated by ``|``; row ``n`` stands on line ``10 * indeks + n``."""
    baris = tuple(tuple(sel.strip() for sel in satu.split("|")) for satu in isi)
    letak = tuple(
        tuple(Letak(baris=10 * indeks + n + 1, sel=str(k)) for k in range(len(satu))) for n, satu in enumerate(baris)
    )
    return TabelTerbaca(
        indeks,
        lain.pop("nomor", ""),
        lain.pop("judul", ""),
        tuple(judul.strip() for judul in kepala.split("|")),
        baris,
        Letak(baris=10 * indeks),
        letak,
        **lain,
    )


def dokumen(*teks: str, jenis: str = "lkjip", tahun: int | None = 2020, **lain: Any) -> DokumenTerbaca:
    """Return a document with the paragraphs ``teks``, one a line."""
    blok = tuple(Paragraf(satu, Letak(baris=nomor)) for nomor, satu in enumerate(teks, start=1))
    return DokumenTerbaca(JenisDokumen(jenis), tahun=tahun, blok=blok, **lain)


def temukan(kode: str, *daftar: DokumenTerbaca) -> tuple[Temuan, ...]:
    """Review one file per document with one rule."""
    berkas = [BerkasTerbaca(f"{nomor}.txt", "", (satu,)) for nomor, satu in enumerate(daftar, start=1)]
    return review(berkas, pilih=frozenset({kode}))
