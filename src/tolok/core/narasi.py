"""
The officers' narrative: light Markdown whose numbers are tokens such as ``{capaian:pmks}``.

A token is ``{besaran:objek@periode#edisi}``; period and edition may be left out. Its number is looked up under the
same identity that every table uses, so a narrative cannot drift away from the tables. Markup is paragraphs apart by
an empty line, ``- `` and ``1. `` lists, ``**tebal**`` and ``*miring*``; nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Alinea, BlokTeks, Butir, Kalimat, Potongan
from tolok.core.jejak import Hasil
from tolok.core.saran import find_mirip


class GalatToken(ValueError):
    """A token that names nothing; the message says what is wrong, ``saran`` what to write instead (or ``""``)."""

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.saran = saran


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatNarasi:
    """One fault in a narrative with its place, both counted from 1."""

    kunci: str
    baris: int
    kolom: int
    pesan: str
    saran: str = ""

    def __str__(self) -> str:
        saran = f" {self.saran}" if self.saran else ""
        return f"Narasi {self.kunci}, baris {self.baris}, kolom {self.kolom}: {self.pesan}{saran}"


class NarasiTidakTerbaca(ValueError):
    """Narratives hold faults; ``daftar`` has all of them."""

    def __init__(self, daftar: Iterable[GalatNarasi]) -> None:
        self.daftar = tuple(daftar)
        super().__init__("\n".join(str(galat) for galat in self.daftar))


@dataclass(frozen=True, slots=True)
class Token:
    """A token taken apart; parts left out are ``""``."""

    besaran: str
    objek: str
    periode: str = ""
    edisi: str = ""


@dataclass(frozen=True, slots=True)
class NarasiTerbaca:
    """A narrative as text blocks, with the faults found on the way (a faulty token keeps its written form)."""

    blok: tuple[BlokTeks, ...]
    daftar_galat: tuple[GalatNarasi, ...] = ()


Pencari = Callable[[Token], Hasil]
"""Looks a token up; raises ``GalatToken``."""

CONTOH_PENULISAN: Final = "{capaian:pmks} atau {serapan:total@tw1}"

POLA_TOKEN: Final = re.compile(r"\{[^{}\n]*\}")
_BAGIAN_TOKEN: Final = re.compile(
    r"\{\s*(?P<besaran>\w+)\s*:\s*(?P<objek>[^@#{}]+?)\s*(?:@\s*(?P<periode>[^#{}]+?)\s*)?(?:#\s*(?P<edisi>[^{}]+?)\s*)?\}"
)
_SISIPAN: Final = re.compile(
    r"(?P<token>\{[^{}\n]*\})|(?P<kurung>[{}])"
    r"|\*\*(?=\S)(?P<tebal>.+?)(?<=\S)\*\*|\*(?=[^\s*])(?P<miring>[^*]+?)(?<=\S)\*",
    re.DOTALL,
)
_BUTIR: Final = re.compile(r"(?:(?P<bulatan>-)|\d+\.)\s+(?=\S)")
_SPASI: Final = re.compile(r"\s+")


def parse_token(teks: str) -> Token:
    """
    Take ``{besaran:objek@periode#edisi}`` apart.

    :raises GalatToken: if the text has another shape
    """
    cocok = _BAGIAN_TOKEN.fullmatch(teks)
    if cocok is None:
        raise GalatToken(
            f"Token {teks} tidak terbaca.", f"Tulis besaran dan objek dengan titik dua, misalnya {CONTOH_PENULISAN}."
        )
    bagian = cocok.groupdict(default="")
    return Token(bagian["besaran"], bagian["objek"], bagian["periode"], bagian["edisi"])


def suggest(tertulis: str, pilihan: Iterable[str]) -> str:
    """Return ``Maksudnya “…”?`` with the nearest choice, else the list of choices (at most eight), else ``""``."""
    daftar = tuple(dict.fromkeys(pilihan))
    if dekat := find_mirip(tertulis, daftar):
        return f"Maksudnya “{dekat}”?"
    if not daftar:
        return ""
    sisa = f", dan {len(daftar) - 8} lainnya" if len(daftar) > 8 else ""
    return f"Yang ada: {', '.join(daftar[:8])}{sisa}."


def parse_narasi(kunci: str, teks: str, cari: Pencari) -> NarasiTerbaca:
    """
    Return the blocks of a narrative with every token looked up by ``cari``.

    Faults are collected, not raised.
    """
    pembaca = _Pembaca(kunci, teks, cari)
    blok = tuple(pembaca.baca_blok())
    return NarasiTerbaca(blok, tuple(sorted(pembaca.daftar_galat, key=lambda galat: (galat.baris, galat.kolom))))


@dataclass(frozen=True, slots=True)
class _Baris:
    """Lines that belong together: a paragraph, or one item of a list; ``jenis`` is ``""`` for a paragraph."""

    jenis: str
    awal: int
    akhir: int


class _Pembaca:
    def __init__(self, kunci: str, teks: str, cari: Pencari) -> None:
        self.kunci = kunci
        self.teks = teks
        self.cari = cari
        self.daftar_galat: list[GalatNarasi] = []

    def baca_blok(self) -> Iterator[BlokTeks]:
        """Yield paragraphs and lists; neighbouring items of one kind form one list."""
        butir: list[Kalimat] = []
        jenis = ""
        for baris in self._kelompokkan():
            if butir and baris.jenis != jenis:
                yield _daftar(butir, jenis)
                butir = []
            isi = _rapikan(self._sisipan(baris.awal, baris.akhir, tebal=False, miring=False))
            jenis = baris.jenis
            if jenis:
                butir.append(isi)
            else:
                yield Alinea(isi)
        if butir:
            yield _daftar(butir, jenis)

    def _kelompokkan(self) -> Iterator[_Baris]:
        buka: _Baris | None = None
        posisi = 0
        for baris in self.teks.splitlines(keepends=True):
            awal = posisi + len(baris) - len(baris.lstrip())
            akhir = posisi + len(baris.rstrip())
            posisi += len(baris)
            butir = _BUTIR.match(self.teks, awal, akhir) if awal < akhir else None
            if buka and (awal >= akhir or butir):
                yield buka
                buka = None
            if butir:
                buka = _Baris("bulatan" if butir["bulatan"] else "angka", butir.end(), akhir)
            elif awal < akhir:
                buka = _Baris(buka.jenis, buka.awal, akhir) if buka else _Baris("", awal, akhir)
        if buka:
            yield buka

    def _sisipan(self, awal: int, akhir: int, *, tebal: bool, miring: bool) -> Iterator[Potongan]:
        posisi = awal
        for cocok in _SISIPAN.finditer(self.teks, awal, akhir):
            if cocok.start() > posisi:
                yield Potongan(self.teks[posisi : cocok.start()], tebal, miring)
            posisi = cocok.end()
            jenis = cocok.lastgroup
            if jenis == "token":
                yield self._token(cocok, tebal, miring)
            elif jenis == "kurung":
                pesan = f"Tanda {cocok[0]} tidak berpasangan."
                self._catat(cocok.start(), pesan, f"Token ditulis seperti {CONTOH_PENULISAN}.")
                yield Potongan(cocok[0], tebal, miring)
            else:
                dalam = cocok.span("tebal" if jenis == "tebal" else "miring")
                yield from self._sisipan(*dalam, tebal=tebal or jenis == "tebal", miring=miring or jenis == "miring")
        if posisi < akhir:
            yield Potongan(self.teks[posisi:akhir], tebal, miring)

    def _token(self, cocok: re.Match[str], tebal: bool, miring: bool) -> Potongan:
        try:
            hasil = self.cari(parse_token(cocok[0]))
        except GalatToken as galat:
            self._catat(cocok.start(), str(galat), galat.saran)
            return Potongan(cocok[0], tebal, miring)
        return Potongan(hasil.tercetak, tebal, miring, Sel.from_hasil(hasil))

    def _catat(self, posisi: int, pesan: str, saran: str) -> None:
        baris, kolom = find_letak(self.teks, posisi)
        self.daftar_galat.append(GalatNarasi(kunci=self.kunci, baris=baris, kolom=kolom, pesan=pesan, saran=saran))


def find_letak(teks: str, posisi: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a position in a text."""
    sebelum = teks[:posisi]
    return sebelum.count("\n") + 1, posisi - (sebelum.rfind("\n") + 1) + 1


def _daftar(butir: list[Kalimat], jenis: str) -> Butir:
    return Butir(tuple(butir), "bulatan" if jenis == "bulatan" else "angka")


def _rapikan(daftar: Iterator[Potongan]) -> Kalimat:
    """Join line ends and runs of spaces into one space, except inside a printed quantity."""
    return tuple(
        potongan if potongan.sel else Potongan(_SPASI.sub(" ", potongan.teks), potongan.tebal, potongan.miring)
        for potongan in daftar
    )
