"""Names of one thing that drift between the tables of a document, and between documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from tolok.core.bacaan.dokumen import IndikatorTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import Kesamaan, compare_nama, make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

DRIFT: Final = Aturan(
    "nama.berbeda",
    "Nama indikator yang sama ditulis berbeda di tempat lain",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran III: keselarasan dokumen perencanaan dan laporan",
)
_SEBUT: Final = 3


def periksa_dalam(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once per document the names that mean the same but are written otherwise in another of its tables."""
    pasangan = list(_list_dalam(bahan.dokumen.indikator))
    if pasangan:
        yield _sebut(bahan, bahan, pasangan, "di dalam dokumen ini")


def periksa_antar(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """Yield, per pair of documents, the names that mean the same but are written otherwise (letter case aside)."""
    for nomor, kiri in enumerate(daftar_bahan):
        for kanan in daftar_bahan[nomor + 1 :]:
            pasangan = list(_list_drift(kiri, kanan))
            if not pasangan:
                continue
            yield _sebut(kiri, kanan, pasangan, "pada dua dokumen")


def _sebut(kiri: Bahan, kanan: Bahan, pasangan: list[tuple[IndikatorTerbaca, IndikatorTerbaca]], tempat: str) -> Temuan:
    contoh = "; ".join(f"“{satu.nama}” dan “{dua.nama}”" for satu, dua in pasangan[:_SEBUT])
    return DRIFT.make_temuan(
        keyakinan=Keyakinan.MUNGKIN,
        letak=kiri.di(pasangan[0][0].letak),
        letak_lain=(
            kanan.di(pasangan[0][1].letak),
            *(satu for a, b in pasangan[1:] for satu in (kiri.di(a.letak), kanan.di(b.letak))),
        ),
        tercetak=pasangan[0][0].nama,
        pesan=f"{len(pasangan)} nama indikator ditulis berbeda {tempat}, antara lain {contoh}.",
    )


def _list_dalam(daftar: tuple[IndikatorTerbaca, ...]) -> Iterator[tuple[IndikatorTerbaca, IndikatorTerbaca]]:
    """Yield pairs of names of one length in words that never stand in the same table; each name once."""
    per_panjang: dict[int, dict[str, IndikatorTerbaca]] = {}
    tabel_per_nama: dict[str, set[int | None]] = {}
    for indikator in daftar:
        nama = " ".join(indikator.nama.split())
        tabel_per_nama.setdefault(nama.casefold(), set()).add(indikator.tabel)
        per_panjang.setdefault(len(make_kunci_serupa(nama).split()), {}).setdefault(nama.casefold(), indikator)
    for kelompok in per_panjang.values():
        sudah: set[str] = set()
        for (satu, kiri), (dua, kanan) in combinations(kelompok.items(), 2):
            if not {satu, dua} & sudah and not tabel_per_nama[satu] & tabel_per_nama[dua] and _is_drift(kiri, kanan):
                sudah |= {satu, dua}
                yield kiri, kanan


def _is_drift(satu: IndikatorTerbaca, dua: IndikatorTerbaca) -> bool:
    return compare_nama(satu.nama, dua.nama) in (Kesamaan.SEPADAN, Kesamaan.MIRIP)


def _list_drift(kiri: Bahan, kanan: Bahan) -> Iterator[tuple[IndikatorTerbaca, IndikatorTerbaca]]:
    milik_kanan = {indikator.nama: indikator for indikator in kanan.dokumen.indikator}
    rapi = {" ".join(nama.casefold().split()) for nama in milik_kanan}
    sudah: set[str] = set()
    for indikator in kiri.dokumen.indikator:
        nama = " ".join(indikator.nama.casefold().split())
        if nama in rapi or nama in sudah:
            continue
        sudah.add(nama)
        for milik in milik_kanan.values():
            if _is_drift(indikator, milik):
                yield indikator, milik
                break
