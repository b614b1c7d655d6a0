"""
How well a file was read: cells found, wrong and missed, against the truth beside it.

A cell is a row (indicator, budget row or individual indicator, by its name) with what the value is, its year and its
quarter; names match in spite of letter case and white space. A cell that is printed twice must be found twice, one that
is found more often than printed costs nothing. A value the truth does not have at that place is wrong. Where a document
does not print which year a baseline, a final target or a progress is of, the year does not count; nor does the quarter
of targets and pagu in a quarterly form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bench.bacaan.tata.naskah import Kebenaran, NaskahCetak, TabelCetak, split_tabel
from tolok.core.angka import Angka
from tolok.core.bacaan.blok import Berkas, Format
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, DokumenTerbaca, IndikatorTerbaca, NilaiTerbaca, Tingkat
from tolok.core.nama import make_kunci_nama

_TANPA_TAHUN: Final = frozenset(
    {Besaran.KONDISI_AWAL, Besaran.TARGET_AKHIR, Besaran.TINGKAT_KEMAJUAN, Besaran.EFISIENSI, Besaran.PERTUMBUHAN}
)
_TINGKAT_TERLIHAT: Final = frozenset({Tingkat.PROGRAM, Tingkat.TOTAL})
"""Levels that show without a code; a kegiatan and a sub-kegiatan look alike."""
_RUAS_TEKS: Final = ("sasaran", "satuan", "rumus", "sumber_data", "penanggung_jawab")
_BUKAN_HURUF: Final = re.compile(r"[^\w%]+")
_ANGKA: Final = re.compile(r"(?:rp )?[\d ]+%?")

Sel = tuple[Hashable, ...]


@dataclass(slots=True)
class Skor:
    """Counts of cells: in the truth, found rightly, and found wrongly; ``contoh`` holds some of each failure."""

    benar: int = 0
    ada: int = 0
    salah: int = 0
    hilang: list[Sel] = field(default_factory=list)
    keliru: list[Sel] = field(default_factory=list)

    @property
    def rekal(self) -> float:
        """Share of the true cells that were found; 1 where there are none."""
        return self.benar / self.ada if self.ada else 1.0

    @property
    def presisi(self) -> float:
        """Share of the found cells that are true; 1 where none was found."""
        return self.benar / (self.benar + self.salah) if self.benar + self.salah else 1.0

    def __iadd__(self, lain: Skor) -> Skor:
        self.benar += lain.benar
        self.ada += lain.ada
        self.salah += lain.salah
        self.hilang += lain.hilang
        self.keliru += lain.keliru
        return self


@dataclass(slots=True)
class Nilai:
    """Scores of a file: values, texts of rows, the document itself, and ``sel``: its cells as the reader gave them."""

    angka: Skor = field(default_factory=Skor)
    teks: Skor = field(default_factory=Skor)
    dokumen: Skor = field(default_factory=Skor)
    sel: Skor = field(default_factory=Skor)

    def __iadd__(self, lain: Nilai) -> Nilai:
        self.angka += lain.angka
        self.teks += lain.teks
        self.dokumen += lain.dokumen
        self.sel += lain.sel
        return self


def score_berkas(kebenaran: Kebenaran, terbaca: tuple[DokumenTerbaca, ...]) -> Nilai:
    """Return the scores of what was read of one file."""
    triwulan = {dokumen.triwulan for dokumen in kebenaran.dokumen if dokumen.triwulan}
    boleh = frozenset(_longgar(kebenaran))
    return Nilai(
        angka=_banding(
            Counter(_list_nilai(kebenaran.dokumen, triwulan)),
            Counter(_list_nilai(terbaca, triwulan)),
            lambda sel: (sel[1], sel[-3:]) in boleh,
        ),
        teks=_banding_teks(kebenaran, terbaca),
        dokumen=_banding(Counter(_list_sifat(kebenaran.dokumen)), Counter(_list_sifat(terbaca[:1])), lambda _: False),
    )


def score_sel(naskah: NaskahCetak, berkas: Berkas) -> Skor:
    """
    Return how well a reader alone did: the texts of printed cells among those of the tables it gave.

    Numbers of a spreadsheet that holds numbers are left out, since their cell has no text.
    """
    tercetak = Counter(
        (_rapi(kotak.teks),)
        for tabel in naskah.daftar
        if isinstance(tabel, TabelCetak)
        for satu in split_tabel(tabel, naskah.potong if berkas.format is not Format.XLSX else 0)
        for deret in (*satu.kepala, *satu.isi)
        for kotak in deret
        if kotak and _rapi(kotak.teks)
    )
    terbaca = Counter(
        (_rapi(sel.teks),)
        for tabel in berkas.list_tabel()
        for deret in tabel.sel
        for sel in deret
        if sel and _rapi(sel.teks)
    )
    if berkas.format is Format.XLSX and naskah.is_angka_lembar:
        tercetak = Counter({sel: n for sel, n in tercetak.items() if not _ANGKA.fullmatch(sel[0])})
        terbaca = Counter({sel: n for sel, n in terbaca.items() if not _ANGKA.fullmatch(sel[0])})
    return _banding(tercetak, terbaca, lambda _: False)


def _banding(benar: Counter[Sel], terbaca: Counter[Sel], is_boleh: Callable[[Sel], bool]) -> Skor:
    """Count; a found cell whose place and value the truth has in another count is no fault."""
    skor = Skor(ada=sum(benar.values()))
    for sel, jumlah in benar.items():
        cocok = min(jumlah, terbaca.get(sel, 0))
        skor.benar += cocok
        skor.hilang.extend([sel] * (jumlah - cocok))
    for sel in terbaca:
        if sel not in benar and not is_boleh(sel):
            skor.salah += 1
            skor.keliru.append(sel)
    return skor


def _list_nilai(daftar: tuple[DokumenTerbaca, ...], triwulan: set[int]) -> Iterator[Sel]:
    for dokumen in daftar:
        for jenis, baris in (("indikator", dokumen.indikator), ("anggaran", dokumen.anggaran)):
            for satu in baris:
                for nilai in satu.nilai:
                    if nilai.angka is not None or nilai.kategori is not None:
                        yield jenis, _nama(satu), *_tempat(nilai, triwulan), *_arti(nilai)
        for lembar in dokumen.iki:
            for satu in lembar.baris:
                if satu.target:
                    yield "iki", make_kunci_nama(satu.indikator), "target", None, None, None, None, _rapi(satu.target)


def _nama(baris: IndikatorTerbaca | AnggaranTerbaca) -> str:
    nama = make_kunci_nama(baris.nama)
    if isinstance(baris, AnggaranTerbaca) and baris.tingkat == "total":
        return "total"
    return nama


def _tempat(nilai: NilaiTerbaca, triwulan: set[int]) -> tuple[str, int | None, int | None]:
    tahun = None if nilai.besaran in _TANPA_TAHUN else nilai.tahun
    saat = nilai.triwulan
    if nilai.besaran in {Besaran.TARGET, Besaran.PAGU} and saat in triwulan:
        saat = None
    if nilai.besaran in _TANPA_TAHUN:
        saat = None
    return nilai.besaran.value, tahun, saat


def _arti(nilai: NilaiTerbaca) -> tuple[str | None, str | None, str | None]:
    kategori = make_kunci_nama(nilai.kategori) if nilai.kategori else None
    return _angka(nilai.angka), _angka(nilai.atas), kategori


def _angka(angka: Angka | None) -> str | None:
    """Return the number in a form that compares: what a spreadsheet holds beyond four decimals does not count."""
    if angka is None:
        return None
    bulat = angka.bulat(4)
    return f"{bulat.pembilang}/{bulat.penyebut}"


def _longgar(kebenaran: Kebenaran) -> Iterator[tuple[str, Sel]]:
    """Yield name and value of what may be found wherever a reader puts it."""
    for dokumen in kebenaran.boleh:
        for satu in (*dokumen.indikator, *dokumen.anggaran):
            for nilai in satu.nilai:
                yield _nama(satu), _arti(nilai)


def _banding_teks(kebenaran: Kebenaran, terbaca: tuple[DokumenTerbaca, ...]) -> Skor:
    """
    Count the rows themselves and their texts.

    A text that the table does not print beside its row, but the document elsewhere (the sasaran of a section), may be
    found; another one may not. What a row that does not exist says about itself is counted once, as that row.
    """
    benar = Counter(_list_teks(kebenaran.dokumen))
    boleh = frozenset(_list_teks(kebenaran.boleh))
    dikenal = {sel[1] for sel in (*benar, *boleh)}
    bertingkat = {sel[1] for sel in benar if sel[2] == "tingkat"}

    def is_boleh(sel: Sel) -> bool:
        if sel in boleh or (sel[2] != "baris" and sel[1] not in dikenal):
            return True
        return sel[2] == "satuan" or (sel[2] == "tingkat" and sel[1] not in bertingkat)

    return _banding(benar, Counter(_list_teks(terbaca)), is_boleh)


def _list_teks(daftar: tuple[DokumenTerbaca, ...]) -> Iterator[Sel]:
    for dokumen in daftar:
        for satu in dokumen.indikator:
            nama = _nama(satu)
            yield "indikator", nama, "baris", ""
            for ruas in _RUAS_TEKS:
                isi = getattr(satu, ruas)
                if isi:
                    yield "indikator", nama, ruas, _rapi(" ".join(isi) if isinstance(isi, tuple) else isi)
        for baris in dokumen.anggaran:
            nama = _nama(baris)
            yield "anggaran", nama, "baris", ""
            if baris.kode or baris.tingkat in _TINGKAT_TERLIHAT:
                yield "anggaran", nama, "tingkat", baris.tingkat.value
            if baris.kode:
                yield "anggaran", nama, "kode", baris.kode.strip()
        for lembar in dokumen.iki:
            jabatan = _rapi(lembar.jabatan)
            yield "jabatan", jabatan, "baris", ""
            for tugas in lembar.tugas:
                yield "jabatan", jabatan, "tugas", _rapi(tugas)
            for fungsi in lembar.fungsi:
                yield "jabatan", jabatan, "fungsi", _rapi(fungsi)
            for satu in lembar.baris:
                nama = make_kunci_nama(satu.indikator)
                yield "iki", nama, "baris", jabatan
                for ruas in ("sasaran", "rumus", "sumber_data", "satuan"):
                    if isi := getattr(satu, ruas):
                        yield "iki", nama, ruas, _rapi(isi)


def _list_sifat(daftar: tuple[DokumenTerbaca, ...]) -> Iterator[Sel]:
    for dokumen in daftar:
        yield "dokumen", "jenis", dokumen.jenis.value
        yield "dokumen", "tahun", dokumen.tahun
        yield "dokumen", "triwulan", dokumen.triwulan
        yield "dokumen", "perangkat_daerah", _perangkat_daerah(dokumen.perangkat_daerah)


def _perangkat_daerah(nama: str) -> str:
    """Return the name of the agency without its region, if one is named behind it."""
    return re.split(r"\s(?:kabupaten|kota|pemerintah)\s", _rapi(nama))[0]


def _rapi(teks: str) -> str:
    """Return letters, digits and % of a text in lower case: marks and bullets of a list do not count."""
    return _BUKAN_HURUF.sub(" ", teks).strip().casefold()
