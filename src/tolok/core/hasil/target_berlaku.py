"""
Which target judges a period: that of the last Perjanjian Kinerja in force in it, else that of the plan.

A revised agreement never re-bases an earlier quarter (domain handbook 3.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Calon:
    """A target with the day its document came into force."""

    target: Target
    berlaku_mulai: date | None
    dicatat_pada: date | None


def find_target(
    daftar_target: Iterable[Target],
    *,
    periode: Periode,
    perjanjian_per_id: Mapping[str, Perjanjian],
    rencana_per_id: Mapping[str, EdisiRencana],
    rencana_berlaku: str,
    nama_per_dokumen: Mapping[str, str],
    diketahui: date | None = None,
) -> TargetTerpilih | None:
    """
    Return the target of one indicator for ``periode``, or ``None``.

    Agreements go before plans, the later before the earlier (an unknown date is the earliest), and within the chosen
    document the target of the quarter before the target of the year.

    :param daftar_target: targets of one indicator
    :param rencana_berlaku: among plan editions that start alike, the one the year reports on
    :param nama_per_dokumen: what a reader knows each agreement and plan as
    :param diketahui: only rows recorded until then (``None``: all)
    :source: domain handbook 3.5 and 9.6
    """
    setahun = Periode(periode.tahun)
    cocok = [t for t in daftar_target if t.periode in (periode, setahun)]
    for daftar in (
        [t for t in cocok if t.dokumen in perjanjian_per_id],
        [t for t in cocok if t.dokumen not in perjanjian_per_id and t.dokumen == rencana_berlaku],
        [t for t in cocok if t.dokumen not in perjanjian_per_id],
    ):
        semua = (_make_calon(t, perjanjian_per_id, rencana_per_id) for t in daftar)
        calon = [c for c in semua if diketahui is None or (c.dicatat_pada or date.min) <= diketahui]
        terpilih = find_edisi(calon, pada=periode.akhir)
        if terpilih is not None:
            nama = nama_per_dokumen.get(terpilih.target.dokumen, terpilih.target.dokumen)
            return _pilih_dalam_dokumen(terpilih, calon, periode, nama)
    return None


def _make_calon(
    target: Target, perjanjian_per_id: Mapping[str, Perjanjian], rencana_per_id: Mapping[str, EdisiRencana]
) -> _Calon:
    mulai, dicatat = target.berlaku_mulai, target.dicatat_pada
    perjanjian, rencana = perjanjian_per_id.get(target.dokumen), rencana_per_id.get(target.dokumen)
    if perjanjian is not None:
        mulai = mulai or perjanjian.tanggal
    elif rencana is not None:
        mulai, dicatat = mulai or rencana.berlaku_mulai, dicatat or rencana.dicatat_pada
    return _Calon(target, mulai, dicatat)


def _pilih_dalam_dokumen(terpilih: _Calon, calon: list[_Calon], periode: Periode, dokumen: str) -> TargetTerpilih:
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
