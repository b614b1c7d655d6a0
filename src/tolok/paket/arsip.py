"""
Zip archives from elsewhere: unpacked within limits that hold whatever the archive says of itself.

Names and sizes in an archive are claims. What is really unpacked is counted, and only names that cannot leave their
folder are written.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from tolok.paket.baca_folder import BERKAS_UMUM, FOLDER_NARASI

BANYAK_BERKAS: Final = 2_000
_SEKALI: Final = 1 << 20
_BERKAS: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._()-]*", re.ASCII)
_SPASI: Final = b" \t\r\n"
_SEL: Final = re.compile(rb"""(?:c|["'])r=["']([A-Za-z]{1,3})(\d{1,7})["']""")
"""The place of a cell in the XML of a sheet without its spaces."""
_PANJANG_SEL: Final = 64
"""More than ``_SEL`` may match, so that none is missed where two pieces meet."""
LUAS_LEMBAR: Final = 4_000_000
"""A sheet whose cells span more than this is refused: it would be spread out in memory, empty cells and all."""


class GalatArsip(Exception):
    """An archive is not used; the message (Indonesian) says why and what to do."""


class ArsipRusak(GalatArsip):
    """It is no archive, or a damaged one."""


def list_isi(isi: bytes, *, batas: int) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """
    Yield every member in pieces, none of them large; stop when more than ``batas`` bytes were unpacked in all.

    :raises GalatArsip: if the archive is damaged, locked, has too many members, or unpacks to too much
    """
    sisa = batas
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
            if len(daftar) > BANYAK_BERKAS:
                raise GalatArsip(f"Arsip ini memuat {len(daftar)} berkas; paling banyak {BANYAK_BERKAS}.")
            for satu in daftar:
                if satu.flag_bits & 1:
                    raise GalatArsip("Arsip ini terkunci sandi. Simpan ulang tanpa sandi.")
                with arsip.open(satu) as berkas:
                    while potong := berkas.read(min(_SEKALI, sisa + 1)):
                        sisa -= len(potong)
                        if sisa < 0:
                            raise GalatArsip(
                                f"Arsip ini terlalu besar: isinya lebih dari {batas // 2**20} MB bila dibuka."
                            )
                        yield satu, potong
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as galat:
        raise ArsipRusak("Arsip ini rusak, atau mampat dengan cara yang tidak dikenal. Buat ulang arsipnya.") from galat


def ensure_buku_wajar(isi: bytes, *, batas: int) -> None:
    """
    Do nothing if a workbook can be read without filling the memory.

    :raises GalatArsip: if it unpacks to too much, if a sheet spans too far, or if it is no .xlsx at all
    """
    baris, kolom, kini = 0, 0, ""
    ekor = b""
    daftar_nama: set[str] = set()
    for satu, potong in list_isi(isi, batas=batas):
        if satu.filename != kini:
            baris, kolom, kini, ekor = 0, 0, satu.filename, b""
            daftar_nama.add(kini.casefold())
        rapat = ekor + potong.translate(None, _SPASI)
        for huruf, angka in _SEL.findall(rapat):
            baris, kolom = max(baris, int(angka)), max(kolom, _nomor_kolom(huruf))
            if baris * kolom > LUAS_LEMBAR:
                raise GalatArsip(
                    f"Ada isi di sel {huruf.decode().upper()}{int(angka)}, sangat jauh dari tabelnya. Hapus baris dan "
                    "kolom kosong di bawah dan di kanan setiap tabel, lalu simpan ulang."
                )
        ekor = rapat[-_PANJANG_SEL:]
    if "xl/workbook.xml" not in daftar_nama or daftar_nama & {"xl/workbook.bin", "content.xml"}:
        raise GalatArsip("Berkas ini bukan buku kerja .xlsx. Buka di Excel atau LibreOffice lalu simpan sebagai .xlsx.")


def extract_paket(isi: bytes, tujuan: Path, *, batas: int) -> tuple[str, ...]:
    """
    Unpack a package folder into ``tujuan``; return the names of members that are no part of a package.

    The package may stand in the archive itself or in one folder of it.

    :raises GalatArsip: if the archive is damaged or too large, has a name that points outside, or holds no package
    """
    isi_per_nama: dict[str, bytearray] = {}
    for satu, potong in list_isi(isi, batas=batas):
        isi_per_nama.setdefault(_nama_aman(satu), bytearray()).extend(potong)
    daftar_nama = [_nama_aman(satu) for satu in _list_nama(isi)]
    kembar = {nama.casefold() for nama in daftar_nama}
    if len(kembar) < len(daftar_nama):
        raise GalatArsip("Arsip ini memuat dua berkas bernama sama. Buat ulang arsipnya.")
    akar = _cari_akar(daftar_nama)
    diabaikan = []
    for nama in daftar_nama:
        dalam = PurePosixPath(nama).relative_to(akar) if PurePosixPath(nama).is_relative_to(akar) else None
        if dalam is None or not _is_bagian(dalam):
            if not any(bagian.startswith((".", "__MACOSX")) for bagian in PurePosixPath(nama).parts):
                diabaikan.append(nama)
            continue
        berkas = tujuan / dalam
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(isi_per_nama.get(nama, b""))
    return tuple(diabaikan)


def _list_nama(isi: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return [satu for satu in arsip.infolist() if not satu.is_dir()]


def _nama_aman(satu: zipfile.ZipInfo) -> str:
    """Return the name of a member; refuse the archive if it is a link or its name leaves the folder it stands in."""
    nama = satu.filename
    bagian = nama.rstrip("/").split("/")
    is_tautan = stat.S_ISLNK(satu.external_attr >> 16)
    if is_tautan or "\\" in nama or ":" in nama or nama.startswith("/") or any(b in ("", ".", "..") for b in bagian):
        raise GalatArsip(f"Arsip ini memuat {nama[:80]!r}, yang menunjuk ke luar foldernya. Arsip ditolak seluruhnya.")
    return nama


def _cari_akar(daftar_nama: list[str]) -> PurePosixPath:
    daftar = [PurePosixPath(nama).parent for nama in daftar_nama if PurePosixPath(nama).name == BERKAS_UMUM]
    daftar = [akar for akar in daftar if len(akar.parts) <= 1 and not akar.name.startswith((".", "__MACOSX"))]
    if not daftar:
        raise GalatArsip(f"Arsip ini bukan paket: tidak ada {BERKAS_UMUM} di dalamnya, atau letaknya terlalu dalam.")
    if len(daftar) > 1:
        raise GalatArsip(f"Arsip ini memuat {len(daftar)} paket. Kirim satu paket saja.")
    return daftar[0]


def _is_bagian(dalam: PurePosixPath) -> bool:
    if not all(_BERKAS.fullmatch(bagian) for bagian in dalam.parts):
        return False
    if len(dalam.parts) == 1:
        return dalam.name == BERKAS_UMUM or dalam.suffix == ".csv"
    return dalam.parts[0] == FOLDER_NARASI and dalam.suffix == ".md"


def _nomor_kolom(huruf: bytes) -> int:
    nomor = 0
    for satu in huruf.upper():
        nomor = nomor * 26 + satu - 64
    return nomor
