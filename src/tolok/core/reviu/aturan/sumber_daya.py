"""Efficiency, and shares of the agency's budget."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, NilaiTerbaca
from tolok.core.cetak_angka import format_angka
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.ketelitian import Selang, make_selang, tepat
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

ALOKASI: Final = Aturan(
    "anggaran.alokasi",
    "Persentase anggaran pada satu tabel tidak memakai penyebut yang sama",
    TingkatTemuan.PERINGATAN,
    "Tabel alokasi per sasaran: penyebutnya total pagu yang sama untuk semua baris",
)
"""The denominator is not printed; it must exist."""


def periksa_alokasi(bahan: Bahan) -> Iterator[Temuan]:
    """
    Yield tables whose shares no single total can give.

    Each row bounds the total it can be a share of; rows whose bounds do not meet contradict each other. Rows with a
    realisasi are percentages of something else.
    """
    daftar = [(b, p, s) for b in bahan.dokumen.anggaran if (nilai := _ambil(b)) for p, s in (nilai,)]
    for _, kelompok in groupby(daftar, key=lambda satu: satu[0].tabel):
        baris = list(kelompok)
        penyebut = [_penyebut(pagu, bagian) for _, pagu, bagian in baris]
        if len(baris) < 2 or any(satu is None for satu in penyebut):
            continue
        terbesar = max((p for p in penyebut if p), key=lambda p: p.bawah)
        terkecil = min((p for p in penyebut if p), key=lambda p: p.atas)
        if terbesar.bawah <= terkecil.atas:
            continue
        satu, dua = baris[penyebut.index(terbesar)], baris[penyebut.index(terkecil)]
        yield ALOKASI.make_temuan(
            keyakinan=Keyakinan.PASTI,
            letak=bahan.di(satu[2].letak),
            letak_lain=(bahan.di(dua[2].letak),),
            tercetak=satu[2].tercetak,
            pesan=(
                f"{satu[1].tercetak} sebagai {satu[2].tercetak} berarti totalnya sedikitnya {_rupiah(terbesar.bawah)}, "
                f"sedangkan {dua[1].tercetak} sebagai {dua[2].tercetak} berarti paling banyak "
                f"{_rupiah(terkecil.atas)}. Sebutkan penyebutnya dan hitung semua baris terhadapnya."
            ),
        )


def _ambil(baris: AnggaranTerbaca) -> tuple[NilaiTerbaca, NilaiTerbaca] | None:
    pagu = [n for n in baris.nilai if n.besaran is Besaran.PAGU and n.angka]
    bagian = [n for n in baris.nilai if n.besaran is Besaran.PERSEN and n.angka]
    is_serapan = any(n.besaran is Besaran.REALISASI for n in baris.nilai)
    return (pagu[0], bagian[0]) if len(pagu) == len(bagian) == 1 and not is_serapan else None


def _penyebut(pagu: NilaiTerbaca, bagian: NilaiTerbaca) -> Selang | None:
    selang = make_selang(bagian)
    if selang is None or pagu.angka is None:
        return None
    return tepat(pagu.angka * 100) / selang


def _rupiah(angka: Angka) -> str:
    return "Rp " + format_angka(angka, digit=0)
