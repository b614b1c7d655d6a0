"""Names of one thing that drift between tables and documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import IndikatorTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import Kesamaan, compare_nama
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

DRIFT: Final = Aturan(
    "nama.berbeda",
    "Nama indikator, sasaran, atau program ditulis berbeda antardokumen",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran III: keselarasan dokumen perencanaan dan laporan",
)
_SEBUT: Final = 3


def periksa_antar(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """Yield, per pair of documents, the names that mean the same but are written otherwise (letter case aside)."""
    for nomor, kiri in enumerate(daftar_bahan):
        for kanan in daftar_bahan[nomor + 1 :]:
            pasangan = list(_list_drift(kiri, kanan))
            if not pasangan:
                continue
            contoh = "; ".join(f"“{satu.nama}” dan “{dua.nama}”" for satu, dua in pasangan[:_SEBUT])
            yield DRIFT.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=kiri.di(pasangan[0][0].letak),
                letak_lain=(
                    kanan.di(pasangan[0][1].letak),
                    *(satu for a, b in pasangan[1:] for satu in (kiri.di(a.letak), kanan.di(b.letak))),
                ),
                tercetak=pasangan[0][0].nama,
                pesan=f"{len(pasangan)} nama indikator ditulis berbeda pada dua dokumen, antara lain {contoh}.",
            )


def _list_drift(kiri: Bahan, kanan: Bahan) -> Iterator[tuple[IndikatorTerbaca, IndikatorTerbaca]]:
    milik_kanan = {indikator.nama: indikator for indikator in kanan.dokumen.indikator}
    rapi = {" ".join(nama.casefold().split()) for nama in milik_kanan}
    sudah: set[str] = set()
    for indikator in kiri.dokumen.indikator:
        nama = " ".join(indikator.nama.casefold().split())
        if nama in rapi or nama in sudah:
            continue
        sudah.add(nama)
        for lain, milik in milik_kanan.items():
            if compare_nama(indikator.nama, lain) in (Kesamaan.SEPADAN, Kesamaan.MIRIP):
                yield indikator, milik
                break
