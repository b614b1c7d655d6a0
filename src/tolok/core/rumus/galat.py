"""Why a formula is refused: what, at which column, and what to write instead."""

from __future__ import annotations


class GalatRumus(ValueError):
    """
    A formula that cannot be used.

    ``pesan`` is an Indonesian sentence, ``kolom`` the 1-based column in the text (0: the formula as a whole), and
    ``saran`` what to write instead (``""``: nothing better is known).
    """

    def __init__(self, pesan: str, kolom: int = 0, saran: str = "") -> None:
        super().__init__(pesan, kolom, saran)
        self.pesan = pesan
        self.kolom = kolom
        self.saran = saran

    def __str__(self) -> str:
        letak = f"Kolom {self.kolom}: " if self.kolom else ""
        ekor = f" Saran: {self.saran}." if self.saran else ""
        return f"{letak}{self.pesan}{ekor}"
