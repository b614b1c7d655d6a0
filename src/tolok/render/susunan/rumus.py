"""A formula in a table cell: a real fraction of letters, its legend with the counts, and the counts put in."""

from __future__ import annotations

from typing import Final

from tolok.core.dokumen.rumus_cetak import HurufRumus, RumusCetak
from tolok.core.nilai import Bilangan
from tolok.core.rumus.nodes import Operasi, Simpul
from tolok.core.rumus.printing import to_teks
from tolok.render.susunan.unsur import Bahan, paragraf
from tolok.render.tata_letak import Matematika, Paragraf, SelTabel

_TANPA_SATUAN: Final = frozenset({"", "%", "Rp"})


def sel_rumus(rumus: RumusCetak, *, muat: int, baris: int = 1) -> SelTabel:
    """
    Return the cell of a formula; without a formula it says where the value comes from.

    :param muat: characters that fit on a line of the cell; a wider formula is printed as text, which can be wrapped
    """
    if rumus.simpul is None:
        return SelTabel((paragraf(rumus.keterangan, perataan="kiri"),), baris=baris)
    daftar = [_rumus(rumus.simpul, muat)]
    daftar += (paragraf(*legenda(satu), perataan="kiri") for satu in rumus.daftar_huruf)
    if rumus.terisi is not None:
        daftar.append(_rumus(rumus.terisi, muat))
    return SelTabel(tuple(daftar), baris=baris)


def measure_rumus(simpul: Simpul) -> int:
    """Return about how many characters wide a formula is printed: a fraction as wide as its wider part."""
    match simpul:
        case Operasi(operator="/", kiri=kiri, kanan=kanan):
            return max(measure_rumus(kiri), measure_rumus(kanan))
        case Operasi(kiri=kiri, kanan=kanan):
            return measure_rumus(kiri) + 3 + measure_rumus(kanan)
        case _:
            return len(to_teks(simpul, cetak=True))


def _rumus(simpul: Simpul, muat: int) -> Paragraf:
    if measure_rumus(simpul) <= muat:
        return paragraf(Matematika(simpul))
    return paragraf(to_teks(simpul, cetak=True), perataan="kiri")


def legenda(satu: HurufRumus) -> list[Bahan]:
    """Return the line that says what a letter stands for, with its count."""
    awal: list[Bahan] = [f"{satu.huruf} = {satu.label}"]
    if satu.nilai is None:
        return awal
    is_bersatuan = isinstance(satu.nilai.nilai, Bilangan) and satu.satuan not in _TANPA_SATUAN
    return [*awal, ": ", satu.nilai, f" {satu.satuan}" if is_bersatuan else ""]
