"""
The badges: what state work or a value is in, always as icon and word, so that colour says nothing alone.

Work states and value states are two axes that are never mixed (prototype, "Status dan kata").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tolok.core.cetak_angka import LABEL_BELUM_ADA, LABEL_TAK_TERHITUNG
from tolok.core.nilai import AlasanBelumAda, BelumAda, JenisTanda, Nilai, TidakDapatDihitung


@dataclass(frozen=True, slots=True)
class Lencana:
    """One badge; ``warna`` is a class of ``tolok.css`` (``""``: neutral)."""

    kata: str
    ikon: str
    warna: str = ""


class LencanaTidakAda(LookupError):
    """A template asks for a badge that is not in the table."""


LENCANA: Final[dict[str, Lencana]] = {
    # state of work
    "draf": Lencana("Draf", "pencil"),
    "diajukan": Lencana("Diajukan", "send", "info"),
    "dikembalikan": Lencana("Dikembalikan", "arrow-back-up", "waspada"),
    "diverifikasi": Lencana("Diverifikasi", "checks", "info"),
    "disahkan": Lencana("Disahkan", "lock", "baik"),
    # life of a document
    "konsep": Lencana("Konsep", "pencil"),
    "siap": Lencana("Siap tanda tangan", "signature", "info"),
    "ditandatangani": Lencana("Ditandatangani", "lock", "baik"),
    "diganti": Lencana("Diganti", "replace"),
    "dicabut": Lencana("Dicabut", "ban"),
    # an edition
    "terbit": Lencana("Terbit", "lock", "baik"),
    "berlaku_surut": Lencana("Disetujui setelah periode: berlaku untuk tahun berikutnya", "history", "waspada panjang"),
    # a job
    "menunggu": Lencana("Menunggu", "clock"),
    "berjalan": Lencana("Sedang dikerjakan", "progress", "info"),
    "selesai": Lencana("Selesai", "circle-check", "baik"),
    "gagal": Lencana("Gagal", "alert-circle", "galat"),
    "dibatalkan": Lencana("Dibatalkan", "ban"),
    # state of a value
    "belum_diukur": Lencana("Belum diukur", "circle-dashed", "kosong"),
    "tidak_dapat_dihitung": Lencana(LABEL_TAK_TERHITUNG, "ban", "kosong"),
    "tanpa_predikat": Lencana("Tanpa predikat", "ban", "kosong"),
    "tanpa_capaian": Lencana("Tanpa capaian", "circle-off", "kosong"),
    "bertentangan": Lencana("Bertentangan", "arrows-diff", "tentang"),
    # marks of a value
    "sementara": Lencana("Sementara", "hourglass"),
    "nilai_luar": Lencana("Nilai luar", "external-link"),
    "alih_data": Lencana("Hasil alih data", "database-import"),
    "tahun_data": Lencana("Tahun data lain", "calendar"),
    "perlu_dinilai": Lencana("Perlu dinilai", "help", "waspada"),
}


def get_lencana(kunci: str, *, kata: str = "") -> Lencana:
    """
    Return the badge of a state (``kata`` replaces its word, e.g. "Tahun data 2019").

    :raises LencanaTidakAda: if there is none of this name
    """
    try:
        lencana = LENCANA[kunci]
    except KeyError:
        raise LencanaTidakAda(f"Tidak ada lencana {kunci!r}; yang ada: {', '.join(LENCANA)}.") from None
    return replace(lencana, kata=kata) if kata else lencana


def list_lencana_nilai(nilai: Nilai) -> tuple[Lencana, ...]:
    """Return the badges a value carries: why there is none, and its marks."""
    daftar: list[Lencana] = []
    if isinstance(nilai, BelumAda):
        daftar.append(_lencana_belum_ada(nilai.alasan))
    elif isinstance(nilai, TidakDapatDihitung):
        daftar.append(LENCANA["tidak_dapat_dihitung"])
    for tanda in nilai.tanda:
        kata = f"Tahun data {tanda.tahun}" if tanda.jenis is JenisTanda.TAHUN_DATA and tanda.tahun else ""
        daftar.append(get_lencana(tanda.jenis.value, kata=kata))
    return tuple(dict.fromkeys(daftar))


def _lencana_belum_ada(alasan: AlasanBelumAda) -> Lencana:
    if alasan is AlasanBelumAda.TIDAK_DIEVALUASI:
        return get_lencana("tanpa_capaian", kata=LABEL_BELUM_ADA[alasan])
    return get_lencana("belum_diukur", kata=LABEL_BELUM_ADA[alasan])
