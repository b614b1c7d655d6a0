"""Third stage of reading a printed formula: build the tree of a marked text, with the names as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Peubah, Simpul
from tolok.core.rumus.pembaca_lambang import (
    BAGI,
    BUKA,
    GARIS,
    KALI,
    KURANG,
    OPERATOR,
    PENGALI,
    SIGMA,
    TAMBAH,
    TUTUP,
    clean_nama,
    has_pembagian,
)
from tolok.core.rumus.pembaca_operan import get_kata

_BILANGAN_PERSEN: Final = re.compile(r"(\d[\d.,]*)\s*(%|persen)?", re.IGNORECASE)
_SELISIH: Final = re.compile(r"selisih\s+(?:antara\s+)?", re.IGNORECASE)
_SAMBUNG_SELISIH: Final = re.compile(r"\s+(?:dengan|dan)\s+|(?<!kekerasan)\s+terhadap\s+", re.IGNORECASE)
_SIGMA_HASIL_KALI: Final = re.compile(rf"{SIGMA}\s*{BUKA}[^{TUTUP}]*{KALI}")
_RATA_RATA: Final = re.compile(r"\s*(?:rata\s?-?\s?rata|rerata)(?:\s+dari)?\s+", re.IGNORECASE)


class Bacaan(NamedTuple):
    """The tree as printed, and remarks: what was left aside, what had to be assumed."""

    simpul: Simpul
    rata_rata: bool
    catatan: tuple[str, ...]


class TidakTerurai(Exception):
    """The text is no arithmetic; the message says why."""


def urai(teks: str) -> Bacaan:
    """
    Build the tree of a marked text.

    :raises TidakTerurai: if an operand is missing or the nesting is broken
    """
    teks, catatan = _rapikan_pengali(teks)
    awal = _RATA_RATA.match(teks)
    rata_rata = awal is not None and TAMBAH in teks and not has_pembagian(teks)
    pengurai = _Pengurai(list(_token(teks[awal.end() :] if awal and rata_rata else teks)))
    simpul = pengurai.read_semua()
    if _SIGMA_HASIL_KALI.search(teks):
        catatan = (*catatan, "Tanda Σ di depan hasil kali dibaca sebagai satu suku; isi dengan jumlah seluruh sukunya.")
    if pengurai.sisa:
        catatan = (*catatan, f"Bagian “{pengurai.sisa}” tidak ikut dibaca.")
    return Bacaan(simpul, rata_rata or pengurai.rata_rata, catatan)


def split_selisih(nama: str) -> Simpul | None:
    """Return the difference that a name such as "selisih A dan B" means, split where both sides are most alike."""
    awal = _SELISIH.match(nama)
    if awal is None:
        return None
    isi = nama[awal.end() :]
    daftar = [(isi[: m.start()], isi[m.end() :]) for m in _SAMBUNG_SELISIH.finditer(isi)]
    if not daftar:
        return None
    kiri, kanan = max(daftar, key=lambda sisi: len(get_kata(sisi[0]) & get_kata(sisi[1])))
    return Operasi("-", Peubah(clean_nama(kiri)), Peubah(clean_nama(kanan)))


def _rapikan_pengali(teks: str) -> tuple[str, tuple[str, ...]]:
    """Bring ``A ---- x 100 B`` and ``A x 100% B`` into order, and cut what follows a finished formula."""
    m = next((m for m in PENGALI.finditer(teks) if _is_pengali(m)), None)
    if m is None:
        return teks, ()
    depan, faktor, belakang = teks[: m.start()], f"{KALI} {m[1]}{'%' if m[2] else ''}", teks[m.end() :]
    ekor = belakang.strip(" \n.,;:|-" + TUTUP)
    if depan.rstrip().endswith(GARIS):
        lanjut = re.split(rf"[{OPERATOR}]", ekor)[0]
        return f"{depan} {lanjut} {faktor}", ()
    if not ekor:
        return f"{depan} {faktor} {''.join(h for h in belakang if h == TUTUP)}", ()
    if belakang.lstrip()[:1] in OPERATOR + TUTUP:
        return teks, ()
    if not has_pembagian(depan) and not has_pembagian(ekor):
        return f"{depan} {GARIS} {ekor} {faktor}", ("Garis pecahan tidak tercetak; pembilang di depan pengali.",)
    if has_pembagian(depan):
        lebih = f"Bagian “{clean_nama(re.sub(f'[{OPERATOR}{BUKA}{TUTUP}]', ' ', ekor))}” tidak ikut dibaca."
        return f"{depan} {faktor}", (lebih,)
    return teks, ()


def _is_pengali(m: re.Match[str]) -> bool:
    angka = m[1].rstrip(".,").replace(".", "")
    return angka.isdigit() and int(angka) >= 100 and set(angka[1:]) == {"0"} and angka[0] == "1"


class _Token(NamedTuple):
    jenis: str
    teks: str


def _token(teks: str) -> Iterator[_Token]:
    for potong in re.split(rf"([{OPERATOR}{BUKA}{TUTUP}])", teks):
        if potong and potong in OPERATOR + BUKA + TUTUP:
            yield _Token(potong, potong)
        elif potong.strip(" \n.,;:"):
            yield _Token("operan", potong)


_OPERATOR_PER_TANDA: Final = {TAMBAH: "+", KURANG: "-", KALI: "*", BAGI: "/", GARIS: "/"}
_BATAS_KURUNG: Final = 20


class _Pengurai:
    """A small recursive-descent reader; rule lines and words divide all that stands before them."""

    def __init__(self, daftar: list[_Token]) -> None:
        self._daftar = daftar
        self._i = 0
        self._dalam = 0
        self.rata_rata = False
        self.sisa = ""

    def _lihat(self) -> str:
        return self._daftar[self._i].jenis if self._i < len(self._daftar) else ""

    def _ambil(self) -> _Token:
        self._i += 1
        return self._daftar[self._i - 1]

    def read_semua(self) -> Simpul:
        simpul = self._deret()
        if self._i < len(self._daftar):
            raise TidakTerurai("Tanda kurungnya tidak berpasangan.")
        return simpul

    def _deret(self) -> Simpul:
        """A sequence whose rule lines and word divisions take everything to their left."""
        simpul = self._jumlahan()
        while (jenis := self._lihat()) and jenis in OPERATOR:
            operator = _OPERATOR_PER_TANDA[self._ambil().jenis]
            if jenis == GARIS:
                kanan = self._jumlahan(tanpa_kali=True)
            else:
                kanan = self._atom() if jenis in KALI + BAGI else self._perkalian(tanpa_kali=False)
            simpul = Operasi(operator, simpul, kanan)
        return simpul

    def _jumlahan(self, *, tanpa_kali: bool = False) -> Simpul:
        simpul = self._perkalian(tanpa_kali=tanpa_kali)
        while self._lihat() and self._lihat() in TAMBAH + KURANG:
            operator = _OPERATOR_PER_TANDA[self._ambil().jenis]
            simpul = Operasi(operator, simpul, self._perkalian(tanpa_kali=tanpa_kali))
        return simpul

    def _perkalian(self, *, tanpa_kali: bool) -> Simpul:
        simpul = self._atom()
        while (jenis := self._lihat()) and jenis in BUKA + (BAGI if tanpa_kali else KALI + BAGI):
            operator = "*" if jenis == BUKA else _OPERATOR_PER_TANDA[self._ambil().jenis]
            simpul = Operasi(operator, simpul, self._atom())
        return simpul

    def _atom(self) -> Simpul:
        jenis = self._lihat()
        if jenis == "operan":
            return self._operan(self._ambil().teks)
        if jenis != BUKA:
            raise TidakTerurai("Ada operator yang kurang, atau tanpa nama di sebelahnya.")
        self._dalam += 1
        if self._dalam > _BATAS_KURUNG:
            raise TidakTerurai("Tanda kurung bertumpuk terlalu dalam.")
        self._ambil()
        simpul = self._deret()
        if self._lihat() == TUTUP:
            self._ambil()
        self._dalam -= 1
        if self._lihat() == "operan":
            self.sisa = clean_nama(self._ambil().teks)
        return simpul

    def _operan(self, teks: str) -> Simpul:
        """A name or number; words in front of a bracket qualify it and are no operand of their own."""
        tetap = read_tetap(teks)
        if self._lihat() == BUKA and tetap is None:
            self.rata_rata = self.rata_rata or bool(re.search(r"\brata\s*-?\s*rata\b|\brerata\b", teks, re.IGNORECASE))
            return self._atom()
        if tetap is not None:
            return tetap
        nama = clean_nama(teks)
        if not re.search(r"\w", nama) or re.match(r"\d+\s*% ", nama):
            raise TidakTerurai("Ada operator yang kurang, atau tanpa nama di sebelahnya.")
        return split_selisih(nama) or Peubah(nama)


def read_tetap(teks: str) -> BilanganTetap | None:
    """Return the number an operand consists of, ``100%`` as points and other percentages as fractions."""
    m = _BILANGAN_PERSEN.fullmatch(teks.strip(" \n.,;:"))
    if m is None:
        return None
    angka = _angka(m[1].rstrip(".,"))
    if angka is None:
        return None
    if not m[2]:
        return BilanganTetap(angka)
    return BilanganTetap(angka, persen=True) if angka == 100 else BilanganTetap(angka / 100)


def _angka(teks: str) -> Angka | None:
    """Read a printed number: a dot before exactly three digits groups thousands, else either sign is the decimal."""
    if len(teks) > 25:
        return None
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", teks):
        teks = teks.replace(".", "")
    m = re.fullmatch(r"(\d+)(?:[.,](\d+))?", teks)
    if m is None:
        return None
    pecahan = m[2] or ""
    return Angka(int(m[1] + pecahan), 10 ** len(pecahan))
