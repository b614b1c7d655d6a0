"""One published file as neutral blocks, whatever its format; what it is, its content says, not its name."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import Final

from tolok.berkas import sebab_galat
from tolok.core.bacaan.blok import Berkas, Format
from tolok.ingest.arsip import open_arsip
from tolok.ingest.batas import BATAS, MB, Batas, BerkasDitolak, tolak

_AKHIRAN: Final = {
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".xlsx": Format.XLSX,
    ".xlsm": Format.XLSX,
    ".pdf": Format.PDF,
}
_AWAL_PDF: Final = 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GAMBAR: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"BM")
_ARSIP_LAIN: Final = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_BOM_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_KENDALI: Final = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


def read_berkas(path: Path, *, batas: Batas = BATAS) -> Berkas:
    """
    Read a published file: PDF, DOCX, XLSX, text or Markdown.

    :raises BerkasDitolak: if it cannot be read, with what to do; in bounded time and memory
    """
    with open_berkas(path, batas) as berkas:
        return read_isi(berkas.read(batas.besar_berkas + 1), path.name, batas=batas)


def read_isi(isi: bytes, nama: str, *, batas: Batas = BATAS) -> Berkas:
    """
    Read the bytes of a published file; ``nama`` is what messages call it.

    :raises BerkasDitolak: as ``read_berkas``
    """
    if len(isi) > batas.besar_berkas:
        raise _terlalu_besar(nama, batas.besar_berkas)
    if not isi.strip(b"\0 \t\r\n"):
        raise tolak(nama, "berkasnya kosong", "Periksa berkas aslinya, lalu unduh atau simpan ulang")
    baca, format_isi = _kenali(isi, nama, batas)
    try:
        berkas = baca()
    except (RecursionError, MemoryError) as galat:
        sebab = "susunannya terlalu dalam atau terlalu besar"
        raise tolak(nama, sebab, "Pecah dokumennya lalu baca lagi") from galat
    akhiran = Path(nama).suffix
    seharusnya = _AKHIRAN.get(akhiran.lower())
    if seharusnya is not None and seharusnya != format_isi:
        catatan = f"Nama berkas berakhiran {akhiran}, tetapi isinya {format_isi.upper()}; dibaca menurut isinya."
        return replace(berkas, catatan=(catatan, *berkas.catatan))
    return berkas


@contextmanager
def open_berkas(path: Path, batas: Batas) -> Iterator[BufferedReader]:
    """
    Open an ordinary file of a bearable size.

    :raises BerkasDitolak: if it is none, is too large, or cannot be opened or read
    """
    nama = path.name or str(path)
    try:
        with open(path, "rb", opener=_open_tanpa_tunggu) as berkas:
            keadaan = os.fstat(berkas.fileno())
            if not stat.S_ISREG(keadaan.st_mode):
                raise tolak(nama, "alamat itu bukan berkas biasa", "Beri alamat sebuah berkas")
            if keadaan.st_size > batas.besar_berkas:
                raise _terlalu_besar(nama, batas.besar_berkas)
            yield berkas
    except OSError as galat:
        raise tolak(nama, sebab_galat(galat), "Periksa alamat dan izinnya") from galat
    except ValueError as galat:  # a name with a zero in it
        raise tolak(repr(nama), "alamatnya tidak sah", "Periksa alamatnya") from galat


def _open_tanpa_tunggu(nama: str, tanda: int) -> int:
    """Open without waiting for whoever holds the other end of a pipe."""
    return os.open(nama, tanda | getattr(os, "O_NONBLOCK", 0))


def _terlalu_besar(nama: str, batas: int) -> BerkasDitolak:
    return tolak(nama, f"lebih besar dari {batas // MB} MB", "Pecah dokumennya, lalu baca satu per satu")


def _kenali(isi: bytes, nama: str, batas: Batas) -> tuple[Callable[[], Berkas], Format]:
    """Return the reader of the content and its format; the readers are loaded only when needed."""
    if isi.startswith(b"PK\x03\x04"):
        return _kenali_arsip(isi, nama, batas)
    if b"%PDF-" in isi[:_AWAL_PDF]:
        from tolok.ingest.pembaca.pdf import read_pdf

        return lambda: read_pdf(isi, nama, sha256(isi).hexdigest(), batas), Format.PDF
    if isi.startswith(_OLE):
        raise _tolak_ole(isi, nama)
    if isi.startswith(_GAMBAR) or isi[8:12] == b"WEBP" or isi[4:12] in (b"ftypheic", b"ftypmif1"):
        raise tolak(nama, "berkas ini gambar", "Simpan gambarnya sebagai PDF, atau minta dokumen aslinya")
    if isi.startswith((*_ARSIP_LAIN, b"PK")):
        raise tolak(nama, "berkas ini arsip", "Ekstrak arsipnya, lalu baca dokumen di dalamnya")
    if isi.startswith(b"{\\rtf"):
        raise tolak(nama, "format RTF tidak dikenal", "Buka di Word atau LibreOffice, lalu simpan sebagai .docx")
    if len(isi) > batas.besar_teks:
        raise _terlalu_besar(nama, batas.besar_teks)
    if not isi.startswith(_BOM_UTF16) and _is_biner(isi):
        saran = "Buka dengan program pembuatnya, lalu simpan sebagai .docx, .xlsx, atau .pdf"
        raise tolak(nama, "isinya bukan PDF, DOCX, XLSX, atau teks", saran)
    from tolok.ingest.pembaca.teks import read_teks

    return lambda: read_teks(isi, nama), Format.TEKS


def _is_biner(isi: bytes) -> bool:
    return len(isi) - len(isi.translate(None, _KENDALI)) > len(isi) // 1000


def _kenali_arsip(isi: bytes, nama: str, batas: Batas) -> tuple[Callable[[], Berkas], Format]:
    arsip = open_arsip(isi, nama, batas)
    sidik = sha256(isi).hexdigest()
    utama = next((sasaran for jenis, sasaran in arsip.hubungan("").values() if jenis == "officeDocument"), "")
    if utama not in arsip.daftar_nama:
        utama = next((n for n in ("word/document.xml", "xl/workbook.xml") if n in arsip.daftar_nama), "")
    if utama.startswith("word/"):
        from tolok.ingest.pembaca.docx import read_docx

        return lambda: read_docx(arsip, utama, sidik), Format.DOCX
    if utama.startswith("xl/") and utama.endswith(".xml"):
        from tolok.ingest.pembaca.xlsx import read_xlsx

        return lambda: read_xlsx(arsip, utama, sidik), Format.XLSX
    if utama.startswith("xl/"):
        raise tolak(nama, "format .xlsb tidak dikenal", "Buka di Excel, lalu simpan sebagai .xlsx")
    if utama.startswith("ppt/"):
        raise tolak(nama, "berkas ini salindia", "Simpan sebagai PDF, lalu baca PDF itu")
    if "content.xml" in arsip.daftar_nama:
        saran = "Buka di LibreOffice, lalu simpan sebagai .docx atau .xlsx"
        raise tolak(nama, "format OpenDocument tidak dikenal", saran)
    raise tolak(nama, "berkas ini arsip zip", "Ekstrak arsipnya, lalu baca dokumen di dalamnya")


def _tolak_ole(isi: bytes, nama: str) -> BerkasDitolak:
    """The old container holds locked new files and all old ones; the names in it say which."""
    if any(satu.encode("utf-16-le") in isi for satu in ("EncryptedPackage", "EncryptionInfo")):
        return tolak(nama, "berkasnya terkunci sandi", "Buka dengan sandinya, lalu simpan ulang tanpa sandi")
    if "WordDocument".encode("utf-16-le") in isi:
        return tolak(nama, "format lama .doc tidak dikenal", "Buka di Word atau LibreOffice, lalu simpan sebagai .docx")
    saran = "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx"
    return tolak(nama, "format lama .xls tidak dikenal", saran)
