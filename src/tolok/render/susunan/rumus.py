"""A formula in a table cell: a real fraction of letters, its legend with the counts, and the counts put in."""

from __future__ import annotations

from tolok.core.dokumen.rumus_cetak import HurufRumus, RumusCetak
from tolok.render.susunan.unsur import Bahan, paragraf
from tolok.render.tata_letak import Matematika, Paragraf, SelTabel


def sel_rumus(rumus: RumusCetak, *, baris: int = 1) -> SelTabel:
    """Return the cell of a formula; without a formula it says where the value comes from."""
    if rumus.simpul is None:
        return SelTabel((paragraf(rumus.keterangan, perataan="kiri"),), baris=baris)
    daftar: list[Paragraf] = [paragraf(Matematika(rumus.simpul))]
    daftar += (paragraf(*legenda(satu), perataan="kiri") for satu in rumus.daftar_huruf)
    if rumus.terisi is not None:
        daftar.append(paragraf(Matematika(rumus.terisi)))
    return SelTabel(tuple(daftar), baris=baris)


def legenda(satu: HurufRumus) -> list[Bahan]:
    """Return the line that says what a letter stands for, with its count."""
    awal: list[Bahan] = [f"{satu.huruf} = {satu.label}"]
    if satu.nilai is None:
        return awal
    satuan = "" if satu.satuan in {"", "%", "Rp"} else f" {satu.satuan}"
    return [*awal, ": ", satu.nilai, satuan]
