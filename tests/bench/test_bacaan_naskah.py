"""The documents that score the readers: what is written is what is printed, and the truth beside it is true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from itertools import product

import docx
import pdfplumber
import pytest
from bench.bacaan.__main__ import make_naskah
from bench.bacaan.nilai import score_berkas
from bench.bacaan.tata.bahan import Kuantitas, make_bahan
from bench.bacaan.tata.cetak import GayaAngka, print_kuantitas
from bench.bacaan.tata.jenis import DAFTAR_JENIS
from bench.bacaan.tata.kolom import BESARAN, UANG, expand_kolom
from bench.bacaan.tata.naskah import Kotak, NaskahCetak, TabelCetak, split_tabel
from bench.bacaan.tata.tata_letak import load_tata_letak
from bench.bacaan.tulis import DAFTAR_FORMAT
from bench.bacaan.tulis.docx import write_docx
from bench.bacaan.tulis.pdf import write_pdf
from bench.bacaan.tulis.teks import write_teks
from bench.bacaan.tulis.xlsx import write_xlsx
from python_calamine import CalamineWorkbook

from tolok.core.angka import Angka

TATA = {tata.id: tata for tata in load_tata_letak()}
BAKU, PIPA, BUNGKUS, PECAHAN = "01_baku", "02_pipa_inggris", "03_html_bungkus", "04_pecahan_juta"


@cache
def naskah(jenis: str, tata: str = BAKU) -> NaskahCetak:
    return make_naskah(TATA[tata], jenis, 0)


def kisi(tabel: TabelCetak) -> list[list[str]]:
    """Return the printed table with merged boxes repeated over all places they cover."""
    deret = (*tabel.kepala, *tabel.isi)
    hasil = [[""] * len(tabel.lebar) for _ in deret]
    for b, satu in enumerate(deret):
        for k, kotak in enumerate(satu):
            if kotak:
                for i, j in product(range(kotak.baris), range(kotak.kolom)):
                    hasil[b + i][k + j] = rapi(kotak.teks)
    return hasil


def rapi(teks: str | None) -> str:
    return " ".join((teks or "").split())


def daftar_kisi(isi: NaskahCetak) -> list[list[list[str]]]:
    return [kisi(t) for satu in isi.daftar if isinstance(satu, TabelCetak) for t in split_tabel(satu, isi.potong)]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tabel: list[list[list[tuple[str, int, int]]]] = []
        self.is_sel = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = dict(attrs)
        if tag == "table":
            self.tabel.append([])
        elif tag == "tr":
            self.tabel[-1].append([])
        elif tag in {"td", "th"}:
            self.is_sel = True
            self.tabel[-1][-1].append(("", int(sifat.get("rowspan") or 1), int(sifat.get("colspan") or 1)))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.is_sel = False

    def handle_data(self, data: str) -> None:
        if self.is_sel:
            teks, baris, kolom = self.tabel[-1][-1][-1]
            self.tabel[-1][-1][-1] = (teks + data, baris, kolom)


def expand_html(deret: list[list[tuple[str, int, int]]]) -> list[list[str]]:
    isi: dict[tuple[int, int], str] = {}
    for b, satu in enumerate(deret):
        k = 0
        for teks, baris, kolom in satu:
            while (b, k) in isi:
                k += 1
            for i, j in product(range(baris), range(kolom)):
                isi[b + i, k + j] = rapi(teks)
            k += kolom
    lebar = max(k for _, k in isi) + 1
    return [[isi.get((b, k), "") for k in range(lebar)] for b in range(len(deret))]


def test_html_holds_the_printed_tables() -> None:
    isi = naskah("lkjip", BUNGKUS)
    urai = _Html()
    urai.feed(write_teks(isi).decode())
    assert [expand_html(tabel) for tabel in urai.tabel] == daftar_kisi(isi)


def test_docx_holds_the_printed_tables() -> None:
    isi = naskah("pengukuran", PIPA)
    dokumen = docx.Document(BytesIO(write_docx(isi)))
    terbaca = [[[rapi(sel.text) for sel in baris.cells] for baris in tabel.rows] for tabel in dokumen.tables]
    assert terbaca == daftar_kisi(isi)


def test_xlsx_holds_the_printed_text_where_boxes_begin() -> None:
    isi = naskah("pengukuran")
    lembar = CalamineWorkbook.from_filelike(BytesIO(write_xlsx(isi))).get_sheet_by_index(0)
    terbaca = Counter(rapi(str(sel)) for baris in lembar.to_python() for sel in baris if str(sel).strip())
    tercetak = Counter(
        rapi(kotak.teks)
        for tabel in isi.daftar
        if isinstance(tabel, TabelCetak)
        for deret in (*tabel.kepala, *tabel.isi)
        for kotak in deret
        if kotak and kotak.teks
    )
    assert not tercetak - terbaca
    assert len(tercetak) > 20


def test_xlsx_holds_numbers_that_print_as_the_truth_says() -> None:
    isi = naskah("realisasi_anggaran", PECAHAN)
    buku = CalamineWorkbook.from_filelike(BytesIO(write_xlsx(isi)))
    angka = {
        sel
        for nama in buku.sheet_names
        for b in buku.get_sheet_by_name(nama).to_python()
        for sel in b
        if isinstance(sel, float)
    }
    for baris in isi.kebenaran.dokumen[0].anggaran:
        for nilai in baris.nilai:
            pembagi = 100 if nilai.besaran == "persen" else 1_000_000
            assert any(abs(satu * pembagi - float(nilai.angka.to_fraction())) < 1e-3 for satu in angka)


def test_pdf_with_rules_holds_the_printed_tables() -> None:
    isi = naskah("perjanjian")
    with pdfplumber.open(BytesIO(write_pdf(isi))) as pdf:
        teks = {rapi(sel) for h in pdf.pages for tabel in h.extract_tables() for baris in tabel for sel in baris if sel}
    assert {sel for tabel in daftar_kisi(isi) for baris in tabel for sel in baris if sel} == teks


def test_pdf_without_rules_draws_none() -> None:
    with pdfplumber.open(BytesIO(write_pdf(naskah("perjanjian", "05_tanpa_garis")))) as pdf:
        assert not any(halaman.lines or halaman.rects for halaman in pdf.pages)


@pytest.mark.parametrize("id_tata", TATA)
def test_every_true_value_is_printed_beside_its_name(id_tata: str) -> None:
    """A cell of the truth stands in a row (or below a merged cell of it) that names what it is a value of."""
    if TATA[id_tata].gaya.tumpuk:
        return
    for jenis in ("perjanjian", "pengukuran", "renstra_capaian"):
        isi = naskah(jenis, id_tata)
        deret = [frozenset(baris) for t in isi.daftar if isinstance(t, TabelCetak) for baris in _penuh(kisi(t))]
        dokumen = isi.kebenaran.dokumen[0]
        for baris in (*dokumen.indikator, *(b for b in dokumen.anggaran if b.tingkat != "total")):
            nama = f"{baris.kode} {baris.nama}" if hasattr(baris, "kode") else baris.nama
            milik = [satu for satu in deret if satu & {rapi(baris.nama), rapi(nama)}]
            assert milik, (jenis, baris.nama)
            for nilai in baris.nilai:
                assert any(rapi(nilai.tercetak) in satu for satu in milik), (jenis, baris.nama, nilai)


def _penuh(isi: list[list[str]]) -> Iterator[list[str]]:
    """Yield the rows with empty places filled from above, since a layout may leave what repeats down empty."""
    atas: list[str] = []
    for baris in isi:
        atas = [satu or lama for satu, lama in zip(baris, atas or baris, strict=True)]
        yield baris
        yield atas


@pytest.mark.parametrize("id_tata", TATA)
def test_true_numbers_are_what_the_printed_digits_say(id_tata: str) -> None:
    tata = TATA[id_tata]
    for jenis in ("perjanjian", "pengukuran", "renstra_capaian"):
        for baris in naskah(jenis, id_tata).kebenaran.dokumen[0].indikator:
            for nilai in baris.nilai:
                if nilai.angka is not None:
                    assert nilai.angka in set(_arti(nilai.tercetak, tata.angka)), nilai


def _arti(tercetak: str, gaya: GayaAngka) -> Iterator[Angka]:
    """Yield what printed digits can mean in a style: the marks are known, a fraction under a % head may be one."""
    angka = re.search(r"-?\d[\d.,]*", tercetak.partition("(")[2] or tercetak)
    assert angka
    for desimal, ribuan in {(gaya.desimal, gaya.ribuan), (gaya.desimal_persen or gaya.desimal, "")}:
        teks = angka.group().rstrip(".,").replace(ribuan, "").replace(desimal, ".")
        if teks.count(".") <= 1 and "," not in teks:
            satu = Angka.from_desimal(teks)
            yield satu
            if gaya.persen == "pecahan":
                yield satu * 100


def test_groups_are_apart_and_large_enough() -> None:
    kelompok = Counter(tata.kelompok for tata in TATA.values())
    assert kelompok["latih"] >= 8
    assert kelompok["uji"] >= 12
    kolom = {k: {repr(t.kepala | {"": repr(t.kolom)}) for t in TATA.values() if t.kelompok == k} for k in kelompok}
    assert not kolom["latih"] & kolom["uji"]


def test_amounts_always_have_a_name_beside_them() -> None:
    bahan = make_bahan(1)
    nama_uang = {"uraian", "kode_uraian", "kegiatan", "u_program"}
    for tata in TATA.values():
        for tabel, daftar in tata.kolom.items():
            kunci = {k.kunci for k in expand_kolom(daftar, tata.kepala, bahan, 1)}
            if any(satu in BESARAN and BESARAN[satu][0] == UANG for satu in kunci):
                assert kunci & nama_uang, (tata.id, tabel)
            if any(satu in BESARAN and BESARAN[satu][0] != UANG for satu in kunci):
                assert kunci & {"indikator", "keluaran"}, (tata.id, tabel)


def test_the_same_document_is_made_again() -> None:
    for jenis in ("keterkaitan", "lkjip"):
        satu, dua = naskah(jenis, PIPA), naskah(jenis, PIPA)
        assert satu.kebenaran == dua.kebenaran
        for _, tulis in (DAFTAR_FORMAT["teks"], DAFTAR_FORMAT["pdf"]):
            assert len(tulis(satu)) == len(tulis(dua))
        assert write_teks(satu) == write_teks(dua)


def test_money_adds_up_from_the_leaves() -> None:
    bahan = make_bahan(1003)
    kunci = ("pagu", bahan.tahun, 0)
    program = [m for m in bahan.mata if m.tingkat == "program"]
    assert bahan.total.isi[kunci].angka == sum((m.isi[kunci].angka for m in program), Angka(0))
    for mata in bahan.mata:
        anak = [m for m in bahan.mata if m.induk == mata.kode]
        if anak:
            assert mata.isi[kunci].angka == sum((m.isi[kunci].angka for m in anak), Angka(0))


@pytest.mark.parametrize(
    ("isi", "gaya", "teks"),
    [
        (Kuantitas(angka=Angka(86), satuan="%"), GayaAngka(), "86%"),
        (Kuantitas(angka=Angka(8612, 100), satuan="%", digit=2), GayaAngka(persen="pecahan"), "0,8612"),
        (Kuantitas(angka=Angka(1234567), satuan="Rp"), GayaAngka(rp="Rp. ", rp_akhir=",-"), "Rp. 1.234.567,-"),
        (Kuantitas(angka=Angka(1234567), satuan="Rp"), GayaAngka(juta=True), "1,23"),
        (Kuantitas(angka=Angka(123456, 100), digit=2), GayaAngka(desimal=".", ribuan=","), "1,234.56"),
        (Kuantitas(angka=Angka(856, 10), atas=Angka(875, 10), digit=1, satuan="Indeks"), GayaAngka(), "85,6-87,5"),
        (Kuantitas(angka=Angka(9, 10), digit=1, satuan="Angka"), GayaAngka(satuan_di_sel=True), "0,9 Angka"),
        (Kuantitas(angka=Angka(7939, 100), kategori="BB", digit=2), GayaAngka(), "BB (79,39)"),
        (Kuantitas(kategori="Madya"), GayaAngka(), "Madya"),
        (Kuantitas(angka=Angka(-5), satuan="Rp"), GayaAngka(), "-5"),
        (None, GayaAngka(kosong="N/A"), "N/A"),
    ],
)
def test_numbers_are_printed_in_the_style(isi: Kuantitas | None, gaya: GayaAngka, teks: str) -> None:
    assert print_kuantitas(isi, gaya, is_kolom_persen=True).teks == teks


def test_million_rupiah_mean_rupiah_at_the_printed_precision() -> None:
    assert print_kuantitas(Kuantitas(angka=Angka(1234567), satuan="Rp"), GayaAngka(juta=True)).angka == Angka(1230000)


def test_a_box_over_a_page_break_goes_on_empty() -> None:
    a, b = Kotak("a", 3), Kotak("b")
    tabel = TabelCetak(kepala=((Kotak("k"), Kotak("l")),), isi=((a, b), (None, b), (None, b)), lebar=(1, 1))
    satu, dua = split_tabel(tabel, 2)
    assert satu.isi == ((Kotak("a", 2), b), (None, b))
    assert dua.isi == ((Kotak("", 1), b),)
    assert dua.kepala == tabel.kepala


def test_the_truth_scores_full_marks() -> None:
    for tata, jenis in (*product(TATA, ("pengukuran",)), *product((BAKU, PECAHAN), DAFTAR_JENIS)):
        isi = naskah(jenis, tata)
        nilai = score_berkas(isi.kebenaran, isi.kebenaran.dokumen)
        for skor in (nilai.angka, nilai.teks, nilai.dokumen):
            assert skor.benar == skor.ada > 0 or not skor.ada
            assert skor.salah == 0
