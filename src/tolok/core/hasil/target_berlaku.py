"""
Which target judges a period: that of the last Perjanjian Kinerja in force in it, else that of the plan.

A revised agreement never re-bases an earlier quarter (domain handbook 3.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tolok.core.edisi import find_edisi
from tolok.core.indikator import Target
from tolok.core.naskah import Perjanjian
from tolok.core.periode import Periode, format_tanggal
from tolok.core.rencana import EdisiRencana


class TargetTerpilih(NamedTuple):
    """
    The target of a period, why it was chosen, and the rivals that claim the same place with another value.

    ``is_tahunan`` says that a quarter is judged against the target of the whole year.
    """

    target: Target
    is_tahunan: bool
    alasan: str
    daftar_saingan: tuple[Target, ...]


class CalonTarget(NamedTuple):
    """A target with the day its document came into force."""

    target: Target
    berlaku_mulai: date | None
    dicatat_pada: date | None


def list_calon(
    daftar_target: Iterable[Target],
    *,
    perjanjian_per_id: Mapping[str, Perjanjian],
    rencana_per_id: Mapping[str, EdisiRencana],
    rencana_berlaku: str,
    diketahui: date | None = None,
) -> tuple[tuple[CalonTarget, ...], ...]:
    """
    Return the targets of one indicator in groups, the better before the lesser: what every period chooses from.

    Agreements go before plans, and among plan editions that start alike the one the year reports on.

    :param daftar_target: targets of one indicator
    :param rencana_berlaku: the plan edition the year reports on
    :param diketahui: only rows recorded until then (``None``: all)
    :source: domain handbook 3.5
    """
    semua = (_make_calon(target, perjanjian_per_id, rencana_per_id) for target in daftar_target)
    dikenal = [c for c in semua if diketahui is None or (c.dicatat_pada or date.min) <= diketahui]
    rencana = tuple(c for c in dikenal if c.target.dokumen not in perjanjian_per_id)
    return (
        tuple(c for c in dikenal if c.target.dokumen in perjanjian_per_id),
        tuple(c for c in rencana if c.target.dokumen == rencana_berlaku),
        rencana,
    )


def find_target(
    daftar_kelompok: Iterable[tuple[CalonTarget, ...]], *, periode: Periode, nama_per_dokumen: Mapping[str, str]
) -> TargetTerpilih | None:
    """
    Return the target of one indicator for ``periode``, or ``None``.

    Of the first group that has one in force the later document before the earlier (an unknown date is the earliest),
    and within it the target of the quarter before the target of the year.

    :param daftar_kelompok: what ``list_calon`` gives
    :param nama_per_dokumen: what a reader knows each agreement and plan as
    :source: domain handbook 3.5 and 9.6
    """
    tahun, daftar_triwulan = periode.tahun, (0, periode.triwulan)
    for kelompok in daftar_kelompok:
        calon = [
            c for c in kelompok if c.target.periode.tahun == tahun and c.target.periode.triwulan in daftar_triwulan
        ]
        terpilih = find_edisi(calon, pada=periode.akhir)
        if terpilih is not None:
            nama = nama_per_dokumen.get(terpilih.target.dokumen, terpilih.target.dokumen)
            return _pilih_dalam_dokumen(terpilih, calon, periode, nama)
    return None


def _make_calon(
    target: Target, perjanjian_per_id: Mapping[str, Perjanjian], rencana_per_id: Mapping[str, EdisiRencana]
) -> CalonTarget:
    mulai, dicatat = target.berlaku_mulai, target.dicatat_pada
    perjanjian, rencana = perjanjian_per_id.get(target.dokumen), rencana_per_id.get(target.dokumen)
    if perjanjian is not None:
        mulai = mulai or perjanjian.tanggal
    elif rencana is not None:
        mulai, dicatat = mulai or rencana.berlaku_mulai, dicatat or rencana.dicatat_pada
    return CalonTarget(target, mulai, dicatat)


def _pilih_dalam_dokumen(
    terpilih: CalonTarget, calon: list[CalonTarget], periode: Periode, dokumen: str
) -> TargetTerpilih:
    """Within the document in force take the target of the quarter before that of the year, the last recorded first."""
    kunci = (terpilih.target.dokumen, terpilih.berlaku_mulai)
    serumpun = [c for c in calon if (c.target.dokumen, c.berlaku_mulai) == kunci]
    tepat = [c for c in serumpun if c.target.periode == periode] or serumpun
    akhir = max(c.dicatat_pada or date.min for c in tepat)
    terakhir = [c.target for c in tepat if (c.dicatat_pada or date.min) == akhir]
    target = terakhir[0]
    mulai = "tanggal berlakunya tidak diketahui"
    if terpilih.berlaku_mulai is not None:
        mulai = f"berlaku mulai {format_tanggal(terpilih.berlaku_mulai)}"
    is_tahunan = target.periode != periode
    sasaran = "target setahun" if target.periode.is_tahunan else "target triwulan ini"
    return TargetTerpilih(
        target=target,
        is_tahunan=is_tahunan,
        alasan=f"Dipakai {sasaran} dari {dokumen} ({mulai}).",
        daftar_saingan=tuple(t for t in terakhir[1:] if t.nilai != target.nilai),
    )
