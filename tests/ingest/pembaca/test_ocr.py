"""Scanned pages: through tesseract if there is one, marked as a proposal; without it, said or refused."""

from __future__ import annotations

import ctypes
import io
import sys
from pathlib import Path

import pypdfium2
import pypdfium2.raw as mentah
import pytest
from buat_berkas import baca, buat_pdf, daftar_tabel, daftar_teks

from tolok.core.bacaan.blok import Paragraf
from tolok.ingest.batas import BerkasDitolak
from tolok.ingest.pembaca import ocr
from tolok.ingest.pembaca.pdf_halaman import read_halaman

_NASKAH = """#set page(width: 21cm, height: 29.7cm, margin: 2.5cm)
#set text(font: "Liberation Sans", size: 10pt)
Pengukuran kinerja tahun ini adalah sebagai berikut.
#table(columns: (5cm, 3cm, 3cm), table.cell(rowspan: 2)[Indikator], table.cell(colspan: 2)[Kinerja],
  [Target], [Realisasi], [Persentase PMKS], [86%], [70,32%], [Kota Layak Anak], [Madya], [–])
"""
_TABEL = [
    ["Indikator", "Kinerja", None],
    [None, "Target", "Realisasi"],
    ["Persentase PMKS", "86%", "70,32%"],
    ["Kota Layak Anak", "Madya", "–"],
]


def _pindaian(isi: bytes, *, halaman_teks: bytes | None = None) -> bytes:
    """Return the same pages as pictures, with pages of text behind them if given."""
    hasil = io.BytesIO()
    with pypdfium2.PdfDocument(isi) as asal, pypdfium2.PdfDocument.new() as baru:
        for satu in asal:
            lebar, tinggi = satu.get_size()
            halaman = baru.new_page(lebar, tinggi)
            gambar = pypdfium2.PdfImage.new(baru)
            gambar.set_bitmap(satu.render(scale=3))
            gambar.set_matrix(pypdfium2.PdfMatrix().scale(lebar, tinggi))
            halaman.insert_obj(gambar)
            halaman.gen_content()
            halaman.close()
        if halaman_teks is not None:
            with pypdfium2.PdfDocument(halaman_teks) as tambahan:
                baru.import_pages(tambahan)
        baru.save(hasil)
    return hasil.getvalue()


def _tsv(isi: bytes) -> str:
    """Return what a perfect tesseract would print for the first page at 300 dots per inch."""
    skala = 300 / 72
    baris = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
    with pypdfium2.PdfDocument(isi) as dokumen:
        for kata in read_halaman(dokumen[0], 1).kata:
            kotak = [kata.x0, kata.atas, kata.x1 - kata.x0, kata.bawah - kata.atas]
            angka = "\t".join(str(round(satu * skala)) for satu in kotak)
            baris.append(f"4\t1\t1\t1\t1\t0\t{angka}\t-1\t")
            baris.append(f"5\t1\t1\t1\t1\t1\t{angka}\t91.5\t{kata.teks}")
    return "\n".join(baris)


@pytest.fixture
def tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Put a program of that name first on the path; the code says how it answers."""

    def pasang(kode: str, bahasa: str = "eng\\nind") -> None:
        program = tmp_path / "tesseract"
        program.write_text(
            f"#!{sys.executable}\nimport sys, time\n"
            f"if '--list-langs' in sys.argv: print('List of languages (2):\\n{bahasa}'); sys.exit()\n{kode}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        ocr.cari_tesseract.cache_clear()

    yield pasang
    ocr.cari_tesseract.cache_clear()


@pytest.fixture
def tanpa_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    ocr.cari_tesseract.cache_clear()
    yield
    ocr.cari_tesseract.cache_clear()


def test_a_scanned_table_is_read_with_its_lines_and_marked(tesseract, tmp_path: Path) -> None:
    isi = buat_pdf(_NASKAH)
    (tmp_path / "jawaban.tsv").write_text(_tsv(isi))
    tesseract(
        "gambar = sys.stdin.buffer.read()\n"
        "assert gambar.startswith(b'P5 '), gambar[:20]\n"
        "assert sys.argv[1:5] == ['stdin', 'stdout', '-l', 'eng+ind'] and '300' in sys.argv, sys.argv\n"
        f"print(open({str(tmp_path / 'jawaban.tsv')!r}).read())"
    )
    berkas = baca(_pindaian(isi))
    assert daftar_tabel(berkas) == [_TABEL]
    assert daftar_teks(berkas) == ["Pengukuran kinerja tahun ini adalah sebagai berikut."]
    (tabel,) = berkas.list_tabel()
    assert all(sel.is_hasil_ocr for baris in tabel.sel for sel in baris if sel)
    assert all(blok.is_hasil_ocr for blok in berkas.daftar_blok if isinstance(blok, Paragraf))
    assert berkas.catatan == ("Halaman 1 dibaca mesin dari gambar (OCR); periksa setiap angkanya.",)


def test_a_scan_with_unseen_text_is_read_with_the_lines_of_its_picture(tanpa_tesseract: None) -> None:
    isi = buat_pdf(_NASKAH)
    hasil = io.BytesIO()
    with pypdfium2.PdfDocument(isi) as asal, pypdfium2.PdfDocument(_pindaian(isi)) as pindaian:
        halaman = pindaian[0]
        for kata in read_halaman(asal[0], 1).kata:
            huruf = mentah.FPDFPageObj_NewTextObj(pindaian.raw, b"Helvetica", kata.ukuran)
            kode = (kata.teks + "\0").encode("utf-16-le")
            mentah.FPDFText_SetText(huruf, ctypes.cast(ctypes.c_char_p(kode), ctypes.POINTER(ctypes.c_ushort)))
            mentah.FPDFTextObj_SetTextRenderMode(huruf, mentah.FPDF_TEXTRENDERMODE_INVISIBLE)
            mentah.FPDFPageObj_Transform(huruf, 1, 0, 0, 1, kata.x0, halaman.get_height() - kata.bawah + 2)
            mentah.FPDFPage_InsertObject(halaman.raw, huruf)
        halaman.gen_content()
        pindaian.save(hasil)
    berkas = baca(hasil.getvalue())
    (tabel,) = berkas.list_tabel()
    assert [baris[1:] for baris in daftar_tabel(berkas)[0][:3]] == [baris[1:] for baris in _TABEL[:3]]
    assert all(sel.is_hasil_ocr for baris in tabel.sel for sel in baris if sel)
    assert berkas.catatan == ("Halaman 1 dibaca mesin dari gambar (OCR); periksa setiap angkanya.",)


def test_a_scan_without_tesseract_is_refused(tanpa_tesseract: None) -> None:
    with pytest.raises(BerkasDitolak, match=r"hasil pindaian tanpa teks, dan tesseract tidak terpasang\. Minta berkas"):
        baca(_pindaian(buat_pdf(_NASKAH)))


def test_scanned_pages_among_others_are_said(tanpa_tesseract: None) -> None:
    isi = buat_pdf(_NASKAH)
    berkas = baca(_pindaian(isi, halaman_teks=isi))
    assert daftar_tabel(berkas) == [_TABEL]
    assert berkas.catatan == ("Halaman 1 adalah gambar tanpa teks dan tidak terbaca: tesseract tidak terpasang.",)
    assert not any(sel.is_hasil_ocr for tabel in berkas.list_tabel() for baris in tabel.sel for sel in baris if sel)


@pytest.mark.parametrize(
    ("kode", "sebab"),
    [("sys.exit(1)", "berhenti dengan galat"), ("time.sleep(30)", "lebih dari 1 detik")],
)
def test_a_tesseract_that_fails_is_said(tesseract, monkeypatch: pytest.MonkeyPatch, kode: str, sebab: str) -> None:
    from tolok.ingest.baca import read_isi
    from tolok.ingest.batas import Batas

    tesseract(kode)
    with pytest.raises(BerkasDitolak, match=sebab):
        read_isi(_pindaian(buat_pdf(_NASKAH)), "pindaian.pdf", batas=Batas(detik_ocr_per_halaman=1))


def test_a_tesseract_without_our_languages_is_none(tesseract) -> None:
    tesseract("sys.exit(1)", bahasa="fra")
    assert ocr.cari_tesseract() is None
    tesseract("sys.exit(1)", bahasa="ind")
    temuan = ocr.cari_tesseract()
    assert temuan is not None
    assert temuan[1] == "ind"
