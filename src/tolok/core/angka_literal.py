"""
Finding numbers that officers typed into a narrative although the agency-year knows them.

A typed number that repeats a known value goes stale with the next correction; one that contradicts it is wrong now.
Both are reported. Years, dates, numbers of regulations, of tables and of list items are no quantities and are left
alone, and so is any number whose meaning the sentence does not tell: precision before recall.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tolok.core.angka import Angka
from tolok.core.dokumen.temuan_narasi import TemuanNarasi
from tolok.core.jejak import Hasil
from tolok.core.narasi import POLA_TOKEN, Token, find_letak
from tolok.core.nilai import Bilangan
from tolok.core.periode import NAMA_BULAN
from tolok.core.satuan import PERSEN, RUPIAH, is_satuan_sama, normalize_satuan


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiDikenal:
    """A known quantity as narratives speak of it: the name of its object, its year, its token."""

    hasil: Hasil
    nama: str
    tahun: int
    token: Token


KATA_BESARAN: Final = (
    (
        re.compile(r"\brealisasi (?:anggaran|belanja)|\banggaran (?:yang )?terserap", re.IGNORECASE),
        "realisasi_anggaran",
    ),
    (re.compile(r"\b(?:penyerapan|serapan|daya serap)\b", re.IGNORECASE), "serapan"),
    (re.compile(r"\bpagu\b|\b(?:alokasi|total|jumlah) anggaran\b", re.IGNORECASE), "pagu"),
    (re.compile(r"\brata-rata capaian\b|\bcapaian rata-rata\b", re.IGNORECASE), "rata_rata_capaian"),
    (re.compile(r"\bcapaian\b|\bcapaiannya\b", re.IGNORECASE), "capaian"),
    (re.compile(r"\btarget(?:nya)?\b", re.IGNORECASE), "target"),
    (re.compile(r"\brealisasi(?:nya)?\b", re.IGNORECASE), "realisasi"),
)
"""Words that say which quantity a number is; the nearest one before the number counts, the longer one at a tie."""

_UMUM: Final = frozenset({"instansi", "total"})
"""Objects a sentence may leave unnamed."""

_BULAN: Final = "|".join(nama for nama in NAMA_BULAN if nama)
_ANGKA: Final = re.compile(
    r"(?<![\w.,/-])(?P<rp>Rp\.?\s?)?(?P<angka>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?P<ekor>(?:,-+)?)"
    r"(?:\s?(?P<persen>%|persen\b)|\s(?P<satuan>[^\W\d]+))?(?![\w/]*\d)"
)
_BUKAN_BESARAN: Final = (
    re.compile(rf"\b\d{{1,2}}\s(?:{_BULAN})\b(?:\s\d{{4}})?", re.IGNORECASE),
    re.compile(r"\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b"),
    re.compile(r"\b(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?\b(?!\s?(?:%|persen\b|[.,]\d))"),
    re.compile(
        r"\b(?:nomor|no\.?|pasal|ayat|angka|butir|huruf|bab|tabel|gambar|lampiran|halaman|triwulan|tw|semester|tahap"
        r"|kelas|tipe|eselon|uu|pp|perpres|permen\w*|perda|perwal\w*|pukul)\s?\(?(?-i:[IVX]+|\d[\w./]*)\)?",
        re.IGNORECASE,
    ),
    re.compile(r"^\s*\d+\.\s", re.MULTILINE),
)
_AKHIR_KALIMAT: Final = re.compile(r"[.!?](?=\s+[A-Z{*])|\n\s*\n|\n(?=\s*(?:-|\d+\.)\s)")
_OBJEK_TOKEN: Final = re.compile(r"\{\s*\w+\s*:\s*([^@#{}]+?)\s*[@#}]")
_TAHUN: Final = re.compile(r"(?<![\d.,/-])(?:19|20)\d{2}(?![\d%.,]*\d)")


def find_angka_literal(kunci: str, teks: str, daftar_dikenal: Sequence[NilaiDikenal]) -> tuple[TemuanNarasi, ...]:
    """Return what the typed numbers of one narrative repeat or contradict, in the order of the text."""
    return tuple(_cari(kunci, teks, daftar_dikenal))


def has_angka_literal(teks: str) -> bool:
    """Whether a narrative holds any typed number that may be a quantity."""
    return any(True for _ in _ANGKA.finditer(_samarkan(teks)))


def _cari(kunci: str, teks: str, daftar_dikenal: Sequence[NilaiDikenal]) -> Iterator[TemuanNarasi]:
    samar = _samarkan(teks)
    for awal, akhir in _pisah_kalimat(teks):
        for cocok in _ANGKA.finditer(samar, awal, akhir):
            literal = _Literal.from_cocok(cocok)
            konteks = _Konteks(teks[awal:akhir], samar[awal : cocok.start()])
            temuan = _banding(literal, konteks, daftar_dikenal)
            if temuan is None:
                continue
            jenis, dikenal = temuan
            baris, kolom = find_letak(teks, cocok.start())
            yield TemuanNarasi(
                kunci=kunci,
                baris=baris,
                kolom=kolom,
                jenis=jenis,
                tertulis=literal.tertulis,
                seharusnya=dikenal.hasil.tercetak,
                identitas=dikenal.hasil.identitas,
                pesan=_pesan(jenis, literal.tertulis, dikenal),
            )


def _pisah_kalimat(teks: str) -> Iterator[tuple[int, int]]:
    awal = 0
    for cocok in _AKHIR_KALIMAT.finditer(teks):
        yield awal, cocok.end()
        awal = cocok.end()
    yield awal, len(teks)


def _samarkan(teks: str) -> str:
    """Blank out tokens and numbers that are no quantities, keeping every position."""
    for pola in (POLA_TOKEN, *_BUKAN_BESARAN):
        teks = pola.sub(lambda cocok: "".join("\n" if huruf == "\n" else "\u00b7" for huruf in cocok[0]), teks)
    return teks


@dataclass(frozen=True, slots=True)
class _Literal:
    tertulis: str
    angka: Angka
    desimal: int
    satuan: str

    @classmethod
    def from_cocok(cls, cocok: re.Match[str]) -> _Literal:
        utuh, _, pecahan = cocok["angka"].replace(".", "").partition(",")
        satuan = RUPIAH if cocok["rp"] else PERSEN if cocok["persen"] else (cocok["satuan"] or "")
        tertulis = cocok.string[cocok.start() : cocok.end("persen" if cocok["persen"] else "ekor")]
        return cls(tertulis, Angka(int(utuh + pecahan), 10 ** len(pecahan)), len(pecahan), satuan)

    def is_sama(self, nilai: Bilangan) -> bool:
        """Whether the literal is the value, or the value as it prints with the decimals of the literal."""
        return nilai.angka == self.angka or nilai.angka.bulat(self.desimal) == self.angka


class _Konteks:
    """What the sentence says about a number: the quantity word before it and the objects it names."""

    def __init__(self, kalimat: str, sebelum: str) -> None:
        self._kalimat = kalimat.casefold()
        self._objek = frozenset(_OBJEK_TOKEN.findall(kalimat))
        self._tahun = frozenset(int(tahun) for tahun in _TAHUN.findall(kalimat))
        letak = [(cocok.end(), cocok.end() - cocok.start(), besaran) for pola, besaran in KATA_BESARAN
                 for cocok in pola.finditer(sebelum)]  # fmt: skip
        self.besaran = max(letak)[2] if letak else ""

    def is_tentang(self, dikenal: NilaiDikenal) -> bool:
        """Whether the sentence speaks of this quantity of this object."""
        if self._tahun and dikenal.tahun not in self._tahun:
            return False
        if dikenal.token.besaran == "nilai":
            return self._menyebut(dikenal)
        return self.besaran == dikenal.token.besaran and (
            self._menyebut(dikenal) or (dikenal.token.objek in _UMUM and not self._objek)
        )

    def _menyebut(self, dikenal: NilaiDikenal) -> bool:
        return dikenal.token.objek in self._objek or (bool(dikenal.nama) and dikenal.nama.casefold() in self._kalimat)


def _banding(
    literal: _Literal, konteks: _Konteks, daftar_dikenal: Iterable[NilaiDikenal]
) -> tuple[Literal["berulang", "bertentangan"], NilaiDikenal] | None:
    """Return the known value the literal repeats, else the one it contradicts, else ``None``."""
    berulang: NilaiDikenal | None = None
    bertentangan: NilaiDikenal | None = None
    for dikenal in daftar_dikenal:
        nilai = dikenal.hasil.nilai
        if not isinstance(nilai, Bilangan) or not _is_satuan_cocok(literal.satuan, nilai.satuan):
            continue
        tentang = konteks.is_tentang(dikenal)
        if literal.is_sama(nilai) and (tentang or _is_khas(literal, nilai)):
            if tentang:
                return "berulang", dikenal
            berulang = berulang or dikenal
        elif tentang and not literal.is_sama(nilai):
            bertentangan = bertentangan or dikenal
    if berulang:
        return "berulang", berulang
    return ("bertentangan", bertentangan) if bertentangan else None


def _is_satuan_cocok(tertulis: str, satuan: str) -> bool:
    return bool(tertulis) and is_satuan_sama(tertulis, satuan)


def _is_khas(literal: _Literal, nilai: Bilangan) -> bool:
    """Whether a match without context is no accident: decimals, or rupiah, or the very value in its own unit."""
    if normalize_satuan(nilai.satuan) == PERSEN:
        return literal.desimal > 0
    return literal.angka == nilai.angka and literal.angka != 0


def _pesan(jenis: str, tertulis: str, dikenal: NilaiDikenal) -> str:
    periode = f"@{dikenal.token.periode}" if dikenal.token.periode else ""
    token = f"{{{dikenal.token.besaran}:{dikenal.token.objek}{periode}}}"
    nama = f" ({dikenal.nama})" if dikenal.nama else ""
    if jenis == "berulang":
        return f"Angka {tertulis} sudah diketahui{nama}. Tulis {token} agar selalu sama dengan tabel."
    return f"Tertulis {tertulis}, sedangkan nilainya {dikenal.hasil.tercetak}{nama}. Periksa, lalu tulis {token}."
