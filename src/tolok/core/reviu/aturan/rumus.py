"""Formulas that do not measure what their indicator names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import IndikatorTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan
from tolok.core.rumus.pembaca import read_rumus_tercetak

PENYEBUT: Final = Aturan(
    "rumus.penyebut_sama",
    "Pembilang dan penyebut rumus sama",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran I: indikator terukur",
)
PENURUNAN: Final = Aturan(
    "rumus.penurunan",
    "Indikator penurunan dengan rumus yang bukan perubahan",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I: indikator terukur",
)
GANDA: Final = Aturan(
    "rumus.ganda",
    "Dua indikator yang berbeda memakai rumus yang sama",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I: indikator terukur",
)
POLA_PENURUNAN: Final = re.compile(r"\bpenurunan\b|\bpengurangan\b|\bberkurangnya\b", re.IGNORECASE)
_DUA_TAHUN: Final = re.compile(r"\)\s*-\s*\(|n\s*-\s*1|sebelum|lalu\b|t\s*-\s*1", re.IGNORECASE)


def periksa_penyebut(bahan: Bahan) -> Iterator[Temuan]:
    """Yield formulas that divide a thing by itself, once per indicator."""
    for indikator in _unik_berrumus(bahan):
        bacaan = read_rumus_tercetak(indikator.rumus)
        if (
            bacaan.pembilang
            and bacaan.penyebut
            and make_kunci_serupa(bacaan.pembilang) == make_kunci_serupa(bacaan.penyebut)
        ):
            yield PENYEBUT.make_temuan(
                keyakinan=Keyakinan.PASTI,
                letak=bahan.di(indikator.letak),
                tercetak=indikator.rumus,
                pesan=f"Rumus “{indikator.nama}” membagi “{bacaan.pembilang}” dengan dirinya sendiri: selalu 100%.",
            )


def periksa_penurunan(bahan: Bahan) -> Iterator[Temuan]:
    """Yield indicators of a reduction whose formula is a plain ratio or a count."""
    for indikator in _unik_berrumus(bahan):
        if not POLA_PENURUNAN.search(indikator.nama):
            continue
        bacaan = read_rumus_tercetak(indikator.rumus)
        if bacaan.bentuk in ("rasio", "jumlah", "rata_rata") and not _DUA_TAHUN.search(indikator.rumus):
            yield PENURUNAN.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(indikator.letak),
                tercetak=indikator.rumus,
                pesan=(
                    f"“{indikator.nama}” mengukur penurunan, tetapi rumusnya berbentuk "
                    f"{bacaan.bentuk.replace('_', ' ')}. Penurunan memerlukan nilai tahun lalu dan tahun ini."
                ),
            )


def periksa_rumus_ganda(bahan: Bahan) -> Iterator[Temuan]:
    """Yield formulas with a numerator that two differently named indicators share."""
    per_rumus: dict[str, IndikatorTerbaca] = {}
    for indikator in _unik_berrumus(bahan):
        bacaan = read_rumus_tercetak(indikator.rumus)
        if not bacaan.pembilang or not bacaan.penyebut:
            continue
        kunci = f"{make_kunci_serupa(bacaan.pembilang)} / {make_kunci_serupa(bacaan.penyebut)}"
        pertama = per_rumus.setdefault(kunci, indikator)
        if make_kunci_serupa(pertama.nama) != make_kunci_serupa(indikator.nama):
            yield GANDA.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(indikator.letak),
                letak_lain=(bahan.di(pertama.letak),),
                tercetak=indikator.rumus,
                pesan=f"Rumus “{indikator.nama}” sama dengan rumus “{pertama.nama}”; salah satunya agaknya tersalin.",
            )


def _unik_berrumus(bahan: Bahan) -> Iterator[IndikatorTerbaca]:
    sudah: set[tuple[str, str]] = set()
    for indikator in bahan.dokumen.indikator:
        kunci = (make_kunci_serupa(indikator.nama), indikator.rumus)
        if indikator.rumus and kunci not in sudah:
            sudah.add(kunci)
            yield indikator
