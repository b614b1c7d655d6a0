"""A package before it is understood: tables of trimmed texts that remember their file, row and column."""

from __future__ import annotations

from dataclasses import dataclass, field

from tolok.paket.masalah import Catatan, Masalah, Tingkat


@dataclass(slots=True)
class BarisMentah:
    """
    One row: text by column name; ``nomor`` as a spreadsheet counts.

    ``nomor_per_kolom`` gives the line of each key where a record is written over several lines (TOML).
    """

    nomor: int
    sel: dict[str, str]
    nomor_per_kolom: dict[str, int] = field(default_factory=dict)

    def teks(self, kolom: str) -> str:
        """The trimmed text, "" if the column is not there."""
        return self.sel.get(kolom, "")


@dataclass(slots=True)
class TabelMentah:
    """
    One table as read; ``is_utuh`` is false when rows may be missing because the file could not be read to its end.

    ``is_lembar`` tells that rows and columns have spreadsheet places such as ``D12``.

    ``awalan`` stands before the names of columns where several tables share a file (``instansi.nama``); ``huruf`` is
    the spreadsheet column of all values where each row holds one.
    """

    berkas: str
    kolom: tuple[str, ...] = ()
    daftar_baris: list[BarisMentah] = field(default_factory=list)
    is_lembar: bool = True
    is_ada: bool = True
    is_utuh: bool = True
    awalan: str = ""
    huruf: str | None = None

    def masalah(
        self,
        baris: BarisMentah,
        kolom: str,
        pesan: str,
        *,
        tingkat: Tingkat = Tingkat.GALAT,
    ) -> Masalah:
        """Return a problem at that place of this table."""
        nomor = baris.nomor_per_kolom.get(kolom, baris.nomor)
        huruf = self.huruf
        if self.is_lembar and kolom in self.kolom:
            huruf = huruf_kolom(self.kolom.index(kolom))
        sel = f"{huruf}{nomor}" if huruf else None
        return Masalah(self.berkas, nomor, f"{self.awalan}{kolom}", pesan, tingkat, baris.sel.get(kolom), sel)


@dataclass(frozen=True, slots=True)
class NarasiMentah:
    """A narrative text; ``baris`` is the number of its first line, ``is_sel`` whether it stands in one cell."""

    berkas: str
    baris: int
    kunci: str
    teks: str
    is_sel: bool = False


@dataclass(slots=True)
class PaketMentah:
    """All of a package; ``tabel`` by name, the sections of ``paket.toml`` among them."""

    asal: str
    tabel: dict[str, TabelMentah]
    daftar_narasi: list[NarasiMentah]
    catatan: Catatan


def huruf_kolom(nomor: int) -> str:
    """Return the letters of a spreadsheet column counted from 0."""
    huruf = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf
