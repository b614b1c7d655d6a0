"""Logical tables for the tests of recognisers, written as rows of text."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.bacaan.dokumen import TabelTerbaca
from tolok.core.dokumen.sel import Letak


def make_tabel(
    kepala: Sequence[str], *isi: Sequence[str], judul: str = "", tahun: int | None = None, sasaran: str = ""
) -> TabelTerbaca:
    """Return a table; ``"^"`` in a cell is a merged cell that goes on from above."""
    lebar = len(kepala)
    baris_jadi: list[tuple[str, ...]] = []
    letak_jadi: list[tuple[Letak, ...]] = []
    for nomor, baris in enumerate(isi, start=2):
        penuh = [*baris, *[""] * (lebar - len(baris))]
        teks = tuple(baris_jadi[-1][k] if satu == "^" else satu for k, satu in enumerate(penuh))
        letak = tuple(
            letak_jadi[-1][k] if satu == "^" else Letak(baris=nomor, sel=f"{chr(65 + k)}{nomor}")
            for k, satu in enumerate(penuh)
        )
        baris_jadi.append(teks)
        letak_jadi.append(letak)
    return TabelTerbaca(
        indeks=0, nomor="", judul=judul, kepala=tuple(kepala), isi=tuple(baris_jadi), letak=Letak(baris=1),
        letak_isi=tuple(letak_jadi), tahun=tahun, sasaran=sasaran,
    )  # fmt: skip
