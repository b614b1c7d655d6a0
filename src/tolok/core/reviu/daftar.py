"""Every rule, with the function that looks: over each document, or over all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from tolok.core.reviu.aturan import capaian, jumlah, serapan
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.temuan import Temuan

PeriksaSatu = Callable[[Bahan], Iterable[Temuan]]
PeriksaBersama = Callable[[tuple[Bahan, ...]], Iterable[Temuan]]

SATU: Final[tuple[tuple[Aturan, PeriksaSatu], ...]] = (
    (capaian.HITUNGAN, capaian.periksa_hitungan),
    (capaian.ARAH, capaian.periksa_arah),
    (capaian.SALAH_KOLOM, capaian.periksa_salah_kolom),
    (capaian.KEMAJUAN, capaian.periksa_kemajuan),
    (serapan.PERSEN, serapan.periksa_persen),
    (serapan.MELEBIHI, serapan.periksa_melebihi),
    (serapan.TURUN, serapan.periksa_turun),
    (jumlah.SUBTOTAL, jumlah.periksa_subtotal),
    (jumlah.TOTAL, jumlah.periksa_total),
)
BERSAMA: Final[tuple[tuple[Aturan, PeriksaBersama], ...]] = ()
DAFTAR_ATURAN: Final[dict[str, Aturan]] = {aturan.kode: aturan for aturan, _ in (*SATU, *BERSAMA)}
