"""Why a package may not be loaded: what, where in the package, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SebabTolak(StrEnum):
    """The kinds of refusal, the gravest first."""

    HAK = "hak"
    TIDAK_MUAT = "tidak_muat"
    TERKUNCI = "terkunci"
    TERBIT = "terbit"


JUDUL_SEBAB: Final[dict[SebabTolak, str]] = {
    SebabTolak.HAK: "Bukan wewenang Anda",
    SebabTolak.TIDAK_MUAT: "Tidak dapat disimpan",
    SebabTolak.TERKUNCI: "Triwulan yang sudah diajukan atau disahkan",
    SebabTolak.TERBIT: "Edisi yang sudah terbit",
}


@dataclass(frozen=True, slots=True)
class Penolakan:
    """
    One reason.

    ``tabel`` is the table of the package (``""``: the package as a whole), ``letak`` names the row, ``saran`` what to
    do; ``triwulan`` is set where a quarter is protected.
    """

    sebab: SebabTolak
    tabel: str
    letak: str
    pesan: str
    saran: str
    triwulan: int | None = None

    def __str__(self) -> str:
        letak = f"{self.tabel}, {self.letak}: " if self.letak else ""
        return f"{letak}{self.pesan} {self.saran}"


class PemuatanDitolak(Exception):
    """A package was refused as a whole; nothing was written."""

    def __init__(self, daftar_penolakan: Iterable[Penolakan]) -> None:
        self.daftar_penolakan = tuple(daftar_penolakan)
        super().__init__(self.daftar_penolakan)

    def __str__(self) -> str:
        daftar = "\n".join(f"- {penolakan}" for penolakan in self.daftar_penolakan)
        return f"Paket ditolak ({len(self.daftar_penolakan)} sebab), tidak ada yang disimpan:\n{daftar}"
