"""Reading the worked tables of ``docs/rumus``, so that tests can recompute them."""

from __future__ import annotations

from pathlib import Path

HALAMAN = Path(__file__).parents[1] / "docs" / "rumus"


def tabel(halaman: str, *kepala: str) -> list[list[str]]:
    """The rows of the table with this head."""
    daftar_baris = (HALAMAN / halaman).read_text(encoding="utf-8").splitlines()
    awal = daftar_baris.index(f"| {' | '.join(kepala)} |")
    isi = []
    for baris in daftar_baris[awal + 2 :]:
        if not baris.startswith("|"):
            break
        isi.append([sel.strip() for sel in baris.strip("|").split("|")])
    return isi
