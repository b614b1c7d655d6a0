"""What can be wrong with a package: each problem with its file, row and column, collected and never lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

BATAS_MASALAH: Final = 200
"""So many problems are listed; the rest is only counted."""
BATAS_PERBANDINGAN: Final = 100_000
"""So many words are compared with a wrong one before suggestions stop."""


class Tingkat(StrEnum):
    """``GALAT`` keeps a package from being used; ``PERINGATAN`` asks for a look."""

    GALAT = "galat"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, slots=True)
class Masalah:
    """
    One problem of a package.

    ``baris`` counts as a spreadsheet does (the header is row 1), in text files it is the line; ``kolom`` is the name
    in the header, ``sel`` the same place as a spreadsheet calls it (``D12``), ``tertulis`` the wrong text as it stands.
    """

    berkas: str
    baris: int | None
    kolom: str | None
    pesan: str
    tingkat: Tingkat = Tingkat.GALAT
    tertulis: str | None = None
    sel: str | None = None

    def __str__(self) -> str:
        letak = [self.berkas]
        if self.baris is not None:
            letak.append(f"baris {self.baris}")
        if self.kolom is not None:
            letak.append(f"kolom {self.kolom}" + (f" (sel {self.sel})" if self.sel else ""))
        return f"{', '.join(letak)}: {self.pesan}"


class GalatPaket(Exception):
    """A package cannot be used; ``daftar_masalah`` names the reasons (at most ``BATAS_MASALAH``), ``jumlah`` counts."""

    def __init__(self, daftar_masalah: Iterable[Masalah], jumlah: int | None = None) -> None:
        self.daftar_masalah = tuple(daftar_masalah)
        self.jumlah = len(self.daftar_masalah) if jumlah is None else jumlah
        super().__init__(self.daftar_masalah, self.jumlah)

    def __str__(self) -> str:
        daftar = "\n".join(f"- {masalah}" for masalah in self.daftar_masalah)
        lebih = self.jumlah - len(self.daftar_masalah)
        ekor = f"\n… dan {lebih} masalah lain." if lebih > 0 else ""
        return f"Paket tidak dapat dipakai ({self.jumlah} masalah):\n{daftar}{ekor}"


class PaketTidakTerbaca(GalatPaket):
    """There is no package at that address, or not even its outer form can be read."""


class Catatan:
    """Collects problems in the order they are found."""

    def __init__(self) -> None:
        self.daftar: list[Masalah] = []
        self._terlihat: set[Masalah] = set()
        self._tertunda: list[Masalah] = []
        self._sisa_perbandingan = BATAS_PERBANDINGAN

    def tambah(self, masalah: Masalah) -> None:
        """Keep a problem, once."""
        if masalah not in self._terlihat:
            self._terlihat.add(masalah)
            self.daftar.append(masalah)

    def tunda(self, masalah: Masalah) -> None:
        """Keep a problem that only repeats another one, should that other one not be found after all."""
        self._tertunda.append(masalah)

    def lepas_tertunda(self) -> None:
        """Bring out what was put off, if nothing else explains it."""
        if not self.ada_galat:
            for masalah in self._tertunda:
                self.tambah(masalah)

    def boleh_membandingkan(self, banyak: int) -> bool:
        """Whether so many more words may be compared; a package where everything is wrong ends in bounded time too."""
        self._sisa_perbandingan -= banyak
        return self._sisa_perbandingan >= 0

    def usulkan(self, kata: str, daftar: Collection[str]) -> str:
        """Return what ``usulkan`` does as long as comparing is not too much work."""
        return usulkan(kata, daftar) if self.boleh_membandingkan(len(daftar)) else ""

    def ada_galat_di(self, berkas: str, kolom: str) -> bool:
        """Whether a column of a file is known to be wrong, so that what follows from it need not be told."""
        return any(m.berkas == berkas and m.kolom == kolom and m.tingkat is Tingkat.GALAT for m in self.daftar)

    @property
    def ada_galat(self) -> bool:
        """Whether anything found so far keeps the package from being used."""
        return any(masalah.tingkat is Tingkat.GALAT for masalah in self.daftar)


def usulkan(kata: str, daftar: Iterable[str], *, kemiripan: float = 0.6) -> str:
    """Return "" or a sentence with the known word nearest to ``kata``."""
    per_kunci = {pilihan.casefold(): pilihan for pilihan in daftar if pilihan}
    dekat = get_close_matches(kata.casefold(), per_kunci, n=1, cutoff=kemiripan)
    return f" Mungkin maksudnya {per_kunci[dekat[0]]!r}." if dekat else ""


def sebut(daftar: Iterable[str], *, paling_banyak: int = 12) -> str:
    """Return a readable list of what is allowed, cut when it is long."""
    semua = [repr(kata) for kata in daftar]
    ekor = f" dan {len(semua) - paling_banyak} lainnya" if len(semua) > paling_banyak else ""
    return ", ".join(semua[:paling_banyak]) + ekor
