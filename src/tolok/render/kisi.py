"""Where the cells of a table stand, once spans are resolved; the formats ask here instead of counting themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tolok.render.tata_letak import SelTabel, Tabel


class GalatKisi(ValueError):
    """The rows of a table do not fill its columns exactly; a bug of the layout that made it."""


@dataclass(frozen=True, slots=True)
class Petak:
    """A cell with the row and column (from 0) of its upper left corner."""

    baris: int
    kolom: int
    sel: SelTabel


def place_sel(daftar_baris: Sequence[Sequence[SelTabel]], jumlah_kolom: int) -> tuple[tuple[Petak, ...], ...]:
    """
    Return for each row, from left to right, every cell that covers it, also those that began in a row above.

    :raises GalatKisi: if a row has too few or too many cells, or a span leaves the table
    """
    sisa: list[tuple[Petak, int] | None] = [None] * jumlah_kolom
    hasil = []
    for nomor, baris in enumerate(daftar_baris):
        isi: list[Petak] = []
        antrean = iter(baris)
        kolom = 0
        while kolom < jumlah_kolom:
            lanjutan = sisa[kolom]
            if lanjutan is not None:
                petak, tinggi = lanjutan
            else:
                sel = next(antrean, None)
                if sel is None:
                    raise GalatKisi(f"baris {nomor + 1} kurang sel: kolom {kolom + 1} dari {jumlah_kolom} kosong")
                petak, tinggi = Petak(nomor, kolom, sel), sel.baris
                bidang = sisa[kolom : kolom + sel.kolom]
                if sel.kolom < 1 or len(bidang) < sel.kolom or any(bidang):
                    raise GalatKisi(f"baris {nomor + 1} kolom {kolom + 1}: sel selebar {sel.kolom} tidak muat")
                if not 1 <= sel.baris <= len(daftar_baris) - nomor:
                    raise GalatKisi(f"baris {nomor + 1} kolom {kolom + 1}: sel setinggi {sel.baris} melewati tabel")
            isi.append(petak)
            akhir = kolom + petak.sel.kolom
            sisa[kolom:akhir] = [(petak, tinggi - 1) if tinggi > 1 else None] * petak.sel.kolom
            kolom = akhir
        if next(antrean, None) is not None:
            raise GalatKisi(f"baris {nomor + 1} kelebihan sel: tabel hanya {jumlah_kolom} kolom")
        hasil.append(tuple(isi))
    return tuple(hasil)


def place_tabel(tabel: Tabel) -> tuple[tuple[Petak, ...], ...]:
    """
    Return the head rows and the body rows of a table as one sequence; a head cell never reaches into the body.

    :raises GalatKisi: as ``place_sel``
    """
    jumlah = len(tabel.lebar)
    kepala = place_sel(tabel.kepala, jumlah)
    geser = len(kepala)
    badan = place_sel(tabel.baris, jumlah)
    return (*kepala, *(tuple(Petak(p.baris + geser, p.kolom, p.sel) for p in baris) for baris in badan))
