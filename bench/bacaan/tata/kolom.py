"""
Columns: what may stand in one, and the small notation layouts name them with.

``target@tahun=Target|{tahun}`` is a column of targets for every year of the plan under a head of two levels; a list of
such entries alternates within each year. ``@tw`` goes over the quarters, ``@bulan`` over the months, ``@lalu`` is last
year, ``@n`` the year of the document whatever its period.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from bench.bacaan.tata.bahan import Bahan
from tolok.core.bacaan.dokumen import Besaran
from tolok.core.periode import NAMA_BULAN, ROMAWI

IKU, KELUARAN, UANG = "iku", "keluaran", "uang"

BESARAN: Final[dict[str, tuple[str, str, Besaran | None]]] = {
    "target": (IKU, "target", Besaran.TARGET),
    "realisasi": (IKU, "realisasi", Besaran.REALISASI),
    "capaian": (IKU, "capaian", Besaran.CAPAIAN),
    "capaian_tw": (IKU, "capaian_tw", Besaran.CAPAIAN),
    "rasio": (IKU, "rasio", Besaran.RASIO),
    "kondisi_awal": (IKU, "kondisi_awal", Besaran.KONDISI_AWAL),
    "target_akhir": (IKU, "target_akhir", Besaran.TARGET_AKHIR),
    "tingkat_kemajuan": (IKU, "tingkat_kemajuan", Besaran.TINGKAT_KEMAJUAN),
    "efisiensi": (IKU, "efisiensi", Besaran.EFISIENSI),
    "nasional": (IKU, "nasional", None),
    "anggaran": (IKU, "anggaran", None),
    "serap_iku": (IKU, "serap_iku", None),
    "persen_anggaran": (IKU, "persen_anggaran", None),
    "persen_serap": (IKU, "persen_serap", None),
    "k_target": (KELUARAN, "target", Besaran.TARGET),
    "k_realisasi": (KELUARAN, "realisasi", Besaran.REALISASI),
    "k_capaian": (KELUARAN, "capaian", Besaran.CAPAIAN),
    "k_kondisi_awal": (KELUARAN, "kondisi_awal", Besaran.KONDISI_AWAL),
    "k_target_akhir": (KELUARAN, "target_akhir", Besaran.TARGET_AKHIR),
    "k_lampau": (KELUARAN, "realisasi", None),
    "k_total": (KELUARAN, "realisasi", None),
    "k_kemajuan": (KELUARAN, "tingkat_kemajuan", None),
    "pagu": (UANG, "pagu", Besaran.PAGU),
    "serap": (UANG, "serap", Besaran.REALISASI),
    "persen": (UANG, "persen", Besaran.PERSEN),
    "pertumbuhan": (UANG, "pertumbuhan", None),
    "pagu_akhir": (UANG, "pagu", None),
    "serap_lampau": (UANG, "serap", None),
    "serap_total": (UANG, "serap", None),
    "persen_total": (UANG, "persen_akhir", None),
    "sisa": (UANG, "sisa", None),
}
"""
Column -> whose value it is, which one, and what a reader calls it; ``None``: a reader may leave it out, since the
interface has no one name for it.
"""

PERSEN_SELALU: Final = frozenset(
    {
        "capaian",
        "capaian_tw",
        "efisiensi",
        "k_capaian",
        "k_kemajuan",
        "persen",
        "persen_anggaran",
        "persen_serap",
        "persen_total",
        "pertumbuhan",
        "rasio",
        "tingkat_kemajuan",
    }
)
"""Columns that hold percentages only."""

LEBAR: Final = {
    "no": 1, "kode": 3, "satuan": 2, "k_satuan": 2, "sasaran": 6, "tujuan": 5, "indikator": 7, "rumus": 8, "uraian": 8,
    "kode_uraian": 9, "program": 6, "kegiatan": 6, "subkegiatan": 6, "keluaran": 7, "indikator_program": 6, "bulan": 1,
    "analisis": 7, "sumber": 5, "pj": 5,
}  # fmt: skip
_LEBAR_NILAI: Final = 3
_TINGKAT_GABUNG: Final = {"tujuan": 0, "sasaran": 1, "program": 3, "indikator_program": 3}
_MILIK_IKU: Final = frozenset({"indikator", "satuan", "rumus", "definisi", "sumber", "pj", "analisis", "no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """
    One printed column. ``tahun`` and ``triwulan`` are of its values; ``tingkat``: how far rows merge in it.

    ``is_per_triwulan``: one of the columns of the four quarters; any other target in a quarterly form is of the year.
    """

    kunci: str
    kepala: tuple[str, ...]
    tahun: int
    triwulan: int = 0
    bulan: int = 0
    tingkat: int | None = None
    is_per_triwulan: bool = False

    @property
    def lebar(self) -> int:
        """Relative width."""
        return LEBAR.get("bulan" if self.bulan else self.kunci, _LEBAR_NILAI)

    @property
    def is_persen(self) -> bool:
        """Whether it holds percentages only."""
        return self.kunci in PERSEN_SELALU


def expand_kolom(daftar: list[Any], kata: dict[str, str], bahan: Bahan, triwulan: int) -> tuple[Kolom, ...]:
    """
    Return the columns a layout names.

    :param kata: head of each key, where the entry has none of its own
    :raises KeyError: if a column has no head
    """
    hasil: list[Kolom] = []
    for butir in daftar:
        kelompok = butir if isinstance(butir, list) else [butir]
        dimensi = kelompok[0].partition("=")[0].partition("@")[2]
        for kali in _ulang(dimensi, bahan):
            hasil.extend(_kolom(satu, kata, bahan, triwulan, kali) for satu in kelompok)
    return tuple(hasil)


def _ulang(dimensi: str, bahan: Bahan) -> list[int]:
    match dimensi:
        case "tahun":
            return list(range(bahan.tahun_awal, bahan.tahun_akhir + 1))
        case "tahun_lewat":
            return list(range(bahan.tahun_awal, bahan.tahun + 1))
        case "tw":
            return [1, 2, 3, 4]
        case "bulan":
            return list(range(1, 13))
        case _:
            return [0]


def _kolom(butir: str, kata: dict[str, str], bahan: Bahan, triwulan: int, kali: int) -> Kolom:
    penuh, _, kepala = butir.partition("=")
    kunci, _, dimensi = penuh.partition("@")
    tahun, bulan = bahan.tahun, 0
    match dimensi:
        case "tahun" | "tahun_lewat":
            tahun, triwulan = kali, 0
        case "tw":
            triwulan = kali
        case "bulan":
            bulan = kali
        case "lalu":
            tahun, triwulan = bahan.tahun - 1, 0
        case "n":
            triwulan = 0
    if kunci in {"kondisi_awal", "k_kondisi_awal"}:
        tahun, triwulan = bahan.tahun_awal - 1, 0
    elif kunci in {"target_akhir", "k_target_akhir", "pagu_akhir"}:
        tahun, triwulan = bahan.tahun_akhir, 0
    elif kunci in {"k_lampau", "serap_lampau"}:
        tahun, triwulan = bahan.tahun - 1, 0
    isian = {
        "tahun": tahun, "ke": tahun - bahan.tahun_awal + 1, "n": bahan.tahun, "lalu": bahan.tahun - 1,
        "awal": bahan.tahun_awal, "akhir": bahan.tahun_akhir, "sebelum": bahan.tahun_awal - 1, "tw": ROMAWI[triwulan],
        "twa": triwulan, "bulan": NAMA_BULAN[bulan][:3], "nb": bulan,
    }  # fmt: skip
    tingkat = _TINGKAT_GABUNG.get(kunci)
    if kunci in _MILIK_IKU or (kunci in BESARAN and BESARAN[kunci][0] == IKU):
        tingkat = 2
    kepala = kepala or kata.get(penuh) or kata[kunci]
    bagian = tuple(satu.strip() for satu in kepala.format(**isian).split("|"))
    return Kolom(
        kunci=kunci,
        kepala=bagian,
        tahun=tahun,
        triwulan=triwulan,
        bulan=bulan,
        tingkat=tingkat,
        is_per_triwulan=dimensi == "tw",
    )
