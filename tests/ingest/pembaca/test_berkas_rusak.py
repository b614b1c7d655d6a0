"""A file that cannot be read is refused in Indonesian, in bounded time and memory; no file ends the reader."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from buat_berkas import alinea, baris, buat_docx, buat_pdf, buat_xlsx, buat_zip, hubungan, sel, tabel
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batas_cpu import batas_cpu

from tolok.ingest.baca import read_berkas, read_isi
from tolok.ingest.batas import MB, Batas, BerkasDitolak

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_ENTITAS = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
_ULANG = "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};'>" for n in range(1, 40))
_TERTAWA = f"<!DOCTYPE x [<!ENTITY a0 'ha'>{_ULANG}]>"


def _xlsx() -> bytes:
    def isi(buku) -> None:
        lembar = buku.add_worksheet("L")
        for nomor in range(3):
            lembar.write_row(nomor, 0, [f"a{nomor}", nomor, 0.86])

    return buat_xlsx(isi)


def _docx() -> bytes:
    return buat_docx(alinea("Judul") + tabel(baris(sel("a"), sel("b")), baris(sel("c"), sel("86%"))))


def _pdf() -> bytes:
    return buat_pdf("Judul\n#table(columns: 2, [a], [b], [c], [86%])")


def _docx_dengan(isi: str | bytes) -> bytes:
    return buat_zip({"_rels/.rels": hubungan(officeDocument="word/document.xml"), "word/document.xml": isi})


def _bom() -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("_rels/.rels", hubungan(officeDocument="word/document.xml"))
        with arsip.open("word/document.xml", "w") as anggota:
            for _ in range(60):
                anggota.write(bytes(MB))
    return hasil.getvalue()


def _bom_berbohong() -> bytes:
    """A bomb whose list of members says that it is small."""
    isi = bytearray(_bom())
    besar = struct.pack("<I", 60 * MB)
    letak = isi.find(besar)
    while letak >= 0:
        isi[letak : letak + 4] = struct.pack("<I", 1000)
        letak = isi.find(besar, letak)
    return bytes(isi)


def _pdf_terkunci() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)"
        b"/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(0123456789012345)(0123456789012345)]/Size 4>>\n%%EOF"
    )


def _pdf_kosong(jumlah: int = 1) -> bytes:
    hasil = io.BytesIO()
    with pypdfium2.PdfDocument.new() as dokumen:
        for _ in range(jumlah):
            dokumen.new_page(595, 842).close()
        dokumen.save(hasil)
    return hasil.getvalue()


DAFTAR_RUSAK: dict[str, tuple[bytes, str]] = {
    "kosong": (b"", "berkasnya kosong"),
    "spasi saja": (b" \n\t\r\n" * 100, "berkasnya kosong"),
    "nol saja": (bytes(100_000), "berkasnya kosong"),
    "gambar png": (b"\x89PNG\r\n\x1a\n" + bytes(100), "berkas ini gambar"),
    "gambar jpeg": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "berkas ini gambar"),
    "arsip rar": (b"Rar!\x1a\x07\x00" + bytes(50), "Ekstrak arsipnya"),
    "arsip gzip": (b"\x1f\x8b\x08" + bytes(50), "Ekstrak arsipnya"),
    "arsip zip biasa": (buat_zip({"laporan.txt": "isi"}), "Ekstrak arsipnya"),
    "rtf": (rb"{\rtf1 isi}", "simpan sebagai .docx"),
    "biner": (bytes(range(256)) * 40, "bukan PDF, DOCX, XLSX, atau teks"),
    "doc lama": (_OLE + "WordDocument".encode("utf-16-le"), "format lama .doc"),
    "xls lama": (_OLE + "Workbook".encode("utf-16-le"), "format lama .xls"),
    "ooxml terkunci": (_OLE + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
    "opendocument": (
        buat_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "OpenDocument",
    ),
    "salindia": (
        buat_zip({"_rels/.rels": hubungan(officeDocument="ppt/p.xml"), "ppt/p.xml": "<a/>"}),
        "salindia",
    ),
    "xlsb": (
        buat_zip({"_rels/.rels": hubungan(officeDocument="xl/workbook.bin"), "xl/workbook.bin": "x"}),
        "simpan sebagai .xlsx",
    ),
    "zip terpotong": (_docx()[:-40], "terpotong atau rusak"),
    "zip rusak di dalam": (_docx().replace(b"word/document.xml", b"word/dokument.xml", 1), "rusak"),
    "xml rusak": (_docx_dengan("<w:document"), "rusak"),
    "xml tanpa badan": (_docx_dengan("<a/>"), "tidak punya isi dokumen"),
    "xml sangat dalam": (_docx_dengan("<a>" * 5000 + "</a>" * 5000), "rusak"),
    "entitas luar": (_docx_dengan(_ENTITAS + "<a>&x;</a>"), "deklarasi DTD"),
    "entitas luar utf-16": (_docx_dengan((_ENTITAS + "<a>&x;</a>").encode("utf-16")), "deklarasi DTD"),
    "sejuta tawa": (_docx_dengan(_TERTAWA + "<a>&a39;</a>"), "deklarasi DTD"),
    "bom zip": (_bom(), "mengembang"),
    "bom zip berbohong": (_bom_berbohong(), "rusak|mengembang"),
    "anggota terlalu banyak": (buat_zip({f"n{n}": "" for n in range(5_001)}), "5001 bagian"),
    "pdf terpotong": (_pdf()[:400], "terpotong atau rusak"),
    "pdf sampah": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "terpotong atau rusak"),
    "pdf terkunci": (_pdf_terkunci(), "terkunci sandi"),
    "pdf tanpa teks": (_pdf_kosong(), "tidak memuat teks"),
    "pdf terlalu tebal": (_pdf_kosong(2_001), "2001 halaman"),
}  # fmt: skip


@pytest.mark.parametrize("nama", DAFTAR_RUSAK)
def test_a_broken_file_is_refused_with_what_to_do(nama: str) -> None:
    isi, pesan = DAFTAR_RUSAK[nama]
    with batas_cpu(), pytest.raises(BerkasDitolak, match=pesan) as galat:
        read_isi(isi, "laporan.pdf")
    assert str(galat.value).startswith("laporan.pdf tidak dapat dibaca: ")
    assert str(galat.value).endswith(".")
    assert str(galat.value).count(". ") >= 1


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    pipa = tmp_path / "pipa"
    os.mkfifo(pipa)
    for path, pesan in (
        (tmp_path, "folder"),
        (tmp_path / "tidak-ada.pdf", "tidak ada"),
        (pipa, "bukan berkas biasa"),
        (Path("/dev/zero"), "bukan berkas biasa"),
        (tmp_path / "a\0b", "tidak sah"),
        (tmp_path / ("x" * 300), "namanya terlalu panjang"),
    ):
        with pytest.raises(BerkasDitolak, match=pesan):
            read_berkas(path)


def test_a_gigabyte_is_refused_without_reading_it(tmp_path: Path) -> None:
    besar = tmp_path / "besar.txt"
    with besar.open("wb") as berkas:
        berkas.write(b"teks")
        berkas.truncate(1024 * MB)
    with pytest.raises(BerkasDitolak, match="lebih besar dari 100 MB"):
        read_berkas(besar)
    with pytest.raises(BerkasDitolak, match="lebih besar dari 20 MB"):
        read_isi(b"baris teks\n" * (2 * MB), "besar.txt")


def test_too_many_cells_are_refused() -> None:
    batas = Batas(jumlah_sel=5)
    for isi in (_docx(), _xlsx()):
        read_isi(isi, "kecil")
    with pytest.raises(BerkasDitolak, match="lebih dari 5 sel"):
        read_isi(_xlsx(), "buku.xlsx", batas=batas)
    with pytest.raises(BerkasDitolak, match="lebih dari 3 sel"):
        read_isi(_docx(), "naskah.docx", batas=Batas(jumlah_sel=3))


def test_members_are_counted_as_they_unpack() -> None:
    with pytest.raises(BerkasDitolak, match="lebih dari 0 MB bila dibuka"):
        read_isi(_docx(), "naskah.docx", batas=Batas(besar_terbuka=100))
    with pytest.raises(BerkasDitolak, match="lebih besar dari 0 MB"):
        read_isi(_docx(), "naskah.docx", batas=Batas(besar_bagian=100))


def test_spans_without_end_cover_only_the_table() -> None:
    luas = '<w:gridSpan w:val="999999999"/>'
    isi = buat_docx(tabel(baris(sel("a", luas), sel("b", luas)), baris(sel("c"), sel("d"))))
    with batas_cpu():
        (satu,) = read_isi(isi, "x").list_tabel()
    assert satu.lebar == 3


def test_a_wrong_suffix_is_said_and_the_content_is_read() -> None:
    berkas = read_isi(_docx(), "laporan.pdf")
    assert berkas.catatan == ("Nama berkas berakhiran .pdf, tetapi isinya DOCX; dibaca menurut isinya.",)
    assert read_isi(_docx(), "laporan.DOCX").catatan == ()


_UTUH = {"docx": _docx(), "xlsx": _xlsx(), "pdf": _pdf()}


@pytest.mark.parametrize("rupa", _UTUH)
@settings(max_examples=60)
@given(data=st.data())
def test_changed_bytes_are_read_or_refused(rupa: str, data: st.DataObject) -> None:
    isi = bytearray(_UTUH[rupa])
    for letak in data.draw(st.lists(st.integers(0, len(isi) - 1), min_size=1, max_size=12)):
        isi[letak] = data.draw(st.integers(0, 255))
    potong = data.draw(st.integers(0, len(isi)))
    with batas_cpu():
        _read_atau_tolak(bytes(isi) if data.draw(st.booleans()) else bytes(isi[:potong]), rupa)


@pytest.mark.parametrize("rupa", ["docx", "xlsx"])
@settings(max_examples=60)
@given(benih=st.integers(0, 2**32), jumlah=st.integers(1, 30))
def test_changed_members_are_read_or_refused(rupa: str, benih: int, jumlah: int) -> None:
    acak = random.Random(benih)
    with zipfile.ZipFile(io.BytesIO(_UTUH[rupa])) as arsip:
        bagian = {nama: bytearray(arsip.read(nama)) for nama in arsip.namelist()}
    for _ in range(jumlah):
        isi = bagian[acak.choice(list(bagian))]
        letak = acak.randrange(len(isi))
        isi[letak : letak + acak.randrange(4)] = acak.choice((b"9", b"<", b'"', b"999999999", b"&", b"/", b"-1", b"x"))
    with batas_cpu():
        _read_atau_tolak(buat_zip({nama: bytes(isi) for nama, isi in bagian.items()}), rupa)


def _read_atau_tolak(isi: bytes, rupa: str) -> None:
    """Read the bytes; any other error than a refusal fails the test."""
    with suppress(BerkasDitolak):
        assert read_isi(isi, f"x.{rupa}").sidik
