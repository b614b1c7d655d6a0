"""The parts of a ratio: which variables of a formula stand above the line and which below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tolok.core.rumus.nodes import Negatif, Operasi, Panggilan, Peubah, Simpul


class Nisbah(NamedTuple):
    """Variables above and below the line, each once in reading order."""

    pembilang: tuple[Peubah, ...]
    penyebut: tuple[Peubah, ...]


def split_nisbah(simpul: Simpul) -> Nisbah | None:
    """Return the parts of a formula that is a product with counted things below the line, else ``None``."""
    atas: dict[Peubah, None] = {}
    bawah: dict[Peubah, None] = {}
    tumpukan: list[tuple[Simpul, bool]] = [(simpul, False)]
    while tumpukan:
        kini, terbalik = tumpukan.pop()
        match kini:
            case Negatif(isi=isi):
                tumpukan.append((isi, terbalik))
            case Operasi(operator="*" | "/" as operator, kiri=kiri, kanan=kanan):
                tumpukan += [(kanan, terbalik != (operator == "/")), (kiri, terbalik)]
            case _:
                (bawah if terbalik else atas).update(dict.fromkeys(iter_peubah(kini)))
    return Nisbah(tuple(atas), tuple(bawah)) if bawah else None


def iter_peubah(simpul: Simpul) -> Iterator[Peubah]:
    """Yield the variables of a formula in reading order."""
    tumpukan = [simpul]
    while tumpukan:
        kini = tumpukan.pop()
        match kini:
            case Peubah():
                yield kini
            case Negatif(isi=isi):
                tumpukan.append(isi)
            case Operasi(kiri=kiri, kanan=kanan):
                tumpukan += [kanan, kiri]
            case Panggilan(argumen=argumen):
                tumpukan += reversed(argumen)
