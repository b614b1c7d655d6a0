"""Rows about indicators: whose they are, and every value in them. The same for every document that has such rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import IndikatorTerbaca
from tolok.ingest.pengenal.dasar import KonteksDokumen
from tolok.ingest.pengenal.nilai_baris import PembacaNilai
from tolok.ingest.pengenal.tingkat_anggaran import read_tingkat_kata, read_tingkat_kode, split_kode
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.arti import NAMA_INDIKATOR, NILAI, NILAI_KINERJA, Arti
from tolok.ingest.susun.jenis_sel import JenisSel, detect_jenis
from tolok.ingest.susun.judul import read_sasaran
from tolok.ingest.susun.kata import join_baris
from tolok.ingest.susun.nilai import BESARAN_PER_ARTI

_TINGKAT: Final = {
    Arti.INDIKATOR_TUJUAN: "tujuan",
    Arti.INDIKATOR_PROGRAM: "program",
    Arti.INDIKATOR_KEGIATAN: "kegiatan",
    Arti.INDIKATOR_SUBKEGIATAN: "subkegiatan",
}
_NOMOR: Final = re.compile(r"\A(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z][.)]|[-•●▪*])\s*(?=\S)", re.IGNORECASE)
_NOMOR_POLOS: Final = re.compile(r"\A\d{1,2}\s+(?=[A-Z])")
_PEMISAH: Final = re.compile(r"\W*(?:[ivx]+\s*\.\s*|\d+\s*\.\s*)?(?:tujuan|sasaran|program|kegiatan)\b", re.IGNORECASE)
_REKAP: Final = re.compile(
    r"\W*(?:total|jumlah|rata\s?-?\s?rata|predikat|faktor|tindak lanjut|kesimpulan)"
    r"(?:\s+(?:total|jumlah|capaian|kinerja|nilai|realisasi|anggaran|persentase|tingkat|keseluruhan|seluruh|sasaran|indikator|program|\(?%\)?)\b)*\W*",
    re.IGNORECASE,
)
_BERISI: Final = NILAI_KINERJA & frozenset(BESARAN_PER_ARTI)


def extract_indikator(susun: TabelSusun, konteks: KonteksDokumen) -> tuple[IndikatorTerbaca, ...]:
    """
    Return a row for each indicator a table names, in its order.

    A blank sasaran is that of the row above; a row that only names a sasaran, or a program, holds for those below.
    """
    kolom = susun.first_kolom(
        Arti.INDIKATOR,
        Arti.INDIKATOR_TUJUAN,
        Arti.INDIKATOR_PROGRAM,
        Arti.INDIKATOR_KEGIATAN,
        Arti.INDIKATOR_SUBKEGIATAN,
    )
    return () if kolom is None else tuple(_Penyusun(susun, konteks, kolom).list_indikator())


def strip_nomor(teks: str) -> str:
    """Return a name as one line without the number or mark before it."""
    rapi = join_baris(teks)
    return _NOMOR_POLOS.sub("", _NOMOR.sub("", rapi, count=1), count=1).strip()


def is_rekap(nama: str) -> bool:
    """Whether a name begins a row of totals or averages, and is no indicator ("Jumlah orang …" is one)."""
    return _REKAP.fullmatch(join_baris(nama)) is not None


class _Penyusun:
    """Goes through the rows once and carries what merged or blank cells leave to the rows above."""

    def __init__(self, susun: TabelSusun, konteks: KonteksDokumen, kolom: int) -> None:
        self._susun = susun
        self._kolom = kolom
        self._pembaca = PembacaNilai(susun, konteks)
        self._tujuan = self._program = ""
        self._sasaran = susun.tabel.sasaran

    def list_indikator(self) -> Iterator[IndikatorTerbaca]:
        """Yield the indicators."""
        for b, baris in enumerate(self._susun.isi):
            if self._is_pemisah(b):
                self._carry_pemisah(b)
                continue
            self._carry(b)
            sel = baris[self._kolom]
            if not sel.teks or sel.is_ulang or is_rekap(sel.teks):
                continue
            if detect_jenis(sel.teks) in (JenisSel.STRIP, JenisSel.NOMOR, JenisSel.UANG, JenisSel.PERSEN):
                continue
            yield self._make(b)

    def _is_pemisah(self, b: int) -> bool:
        """Whether a row is one text, and no value: a heading within the table."""
        terisi = {isi.teks for isi in self._susun.isi[b] if isi.teks}
        kata = [teks for teks in terisi if detect_jenis(teks) not in (JenisSel.NOMOR, JenisSel.STRIP)]
        nilai = any(
            isi.teks and kolom.arti in NILAI and isi.teks not in kata
            for isi, kolom in zip(self._susun.isi[b], self._susun.kolom, strict=True)
        )
        if len(kata) != 1 or nilai or len(self._susun.kolom) < 3:
            return False
        letak = [k for k, isi in enumerate(self._susun.isi[b]) if isi.teks == kata[0]]
        return (
            letak != [self._kolom]
            or detect_jenis(kata[0]) is JenisSel.PERNYATAAN
            or _PEMISAH.match(kata[0]) is not None
        )

    def _carry_pemisah(self, b: int) -> None:
        teks = next(
            isi.teks
            for isi in self._susun.isi[b]
            if detect_jenis(isi.teks) not in (JenisSel.NOMOR, JenisSel.STRIP, JenisSel.KOSONG)
        )
        rapi = strip_nomor(teks)
        if re.match(r"(?:\w+\s+)?tujuan\b", rapi, re.IGNORECASE):
            self._tujuan = re.sub(r"^[^:]*:\s*", "", rapi)
        elif rapi.casefold().startswith(("program", "kegiatan")):
            self._program = rapi
        elif detect_jenis(rapi) is JenisSel.PERNYATAAN or "sasaran" in rapi.casefold():
            self._sasaran = read_sasaran(rapi) or re.sub(r"^sasaran[^:]*:\s*", "", rapi, flags=re.IGNORECASE)

    def _carry(self, b: int) -> None:
        for arti, nama in ((Arti.TUJUAN, "_tujuan"), (Arti.SASARAN, "_sasaran"), (Arti.PROGRAM, "_program")):
            k = self._susun.first_kolom(arti)
            if k is None or (arti is Arti.PROGRAM and k > self._kolom):
                continue  # a program right of the indicator serves it; one left of it has it
            if teks := strip_nomor(self._susun.read_teks(b, k)):
                setattr(self, nama, teks)

    def _make(self, b: int) -> IndikatorTerbaca:
        susun, baris = self._susun, self._susun.isi[b]
        arti = susun.kolom[self._kolom].arti
        tingkat = _TINGKAT.get(arti) or self._read_tingkat(b)
        return IndikatorTerbaca(
            nama=strip_nomor(baris[self._kolom].teks),
            sasaran=self._sasaran if tingkat != "tujuan" else "",
            tujuan=self._tujuan,
            satuan=self._pembaca.read_satuan(b),
            rumus=join_baris(susun.read_teks(b, susun.first_kolom(Arti.RUMUS))),
            tingkat=tingkat,
            program=self._program,
            sumber_data=_list_butir(susun.read_teks(b, susun.first_kolom(Arti.SUMBER_DATA))),
            penanggung_jawab=_list_butir(susun.read_teks(b, susun.first_kolom(Arti.PENANGGUNG_JAWAB))),
            nilai=tuple(self._pembaca.list_nilai(b, _BERISI, ulang=True)),
            letak=baris[self._kolom].letak,
            tabel=susun.tabel.indeks,
        )

    def _read_tingkat(self, b: int) -> str:
        """Return whose indicator it is: that of the program or kegiatan named before it, else of the sasaran."""
        k = self._susun.first_kolom(Arti.PROGRAM_KEGIATAN)
        if k is not None and k < self._kolom:
            kode, nama = split_kode(join_baris(self._susun.read_teks(b, k)))
            return str(read_tingkat_kode(kode) or read_tingkat_kata(nama) or "")
        for arti in (Arti.SUBKEGIATAN, Arti.KEGIATAN, Arti.PROGRAM):
            k = self._susun.first_kolom(arti)
            if k is not None and k < self._kolom and not self._susun.find_kolom(Arti.SASARAN):
                return str(arti)
        return "sasaran" if self._sasaran else ""


def _list_butir(teks: str) -> tuple[str, ...]:
    """Return the items a cell lists, one a line."""
    return tuple(filter(None, (strip_nomor(potongan) for potongan in teks.split("\n"))))


def has_indikator(susun: TabelSusun) -> bool:
    """Whether a table has a column of indicators."""
    return bool(susun.find_kolom(*NAMA_INDIKATOR))
