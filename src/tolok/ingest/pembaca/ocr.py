"""
Pages that are pictures, through ``tesseract`` if the machine has it: words by the program, ruling lines by ourselves.

What comes out is a proposal; every block of such a page is marked, and a person confirms its digits.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from tolok.ingest.pembaca.pdf_halaman import Garis, Halaman, Kata

BAHASA: Final = ("eng", "ind")
_TITIK_PER_INCI: Final = 300
_TITIK_GARIS: Final = 150
_SISI_TERBESAR: Final = 6_000
_GELAP: Final = 140
_GARIS_TERPENDEK: Final = 18.0
"""Points; taller and wider than the strokes of letters."""
_YAKIN_TERKECIL: Final = 20.0
_KATA: Final = "5"
_BARIS: Final = "4"


class OcrGagal(Exception):
    """The program did not read the page; the message (Indonesian) says why."""


@cache
def cari_tesseract() -> tuple[str, str] | None:
    """Return the program and the languages it shall read, or ``None`` if the machine lacks it or both languages."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        hasil = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    ada = set((hasil.stdout + hasil.stderr).decode(errors="replace").split())
    bahasa = "+".join(satu for satu in BAHASA if satu in ada)
    return (program, bahasa) if bahasa else None


def read_halaman_ocr(halaman: Any, nomor: int, *, detik: int) -> Halaman:
    """
    Return a page of ``pypdfium2`` as words and lines read from its picture.

    :raises OcrGagal: if the program is missing, fails, or takes more than ``detik`` seconds
    """
    lebar, tinggi = halaman.get_size()
    skala = min(_TITIK_PER_INCI / 72, _SISI_TERBESAR / max(lebar, tinggi, 1))
    lebar_titik, tinggi_titik, titik = _gambar(halaman, skala)
    tsv = _jalankan(b"P5 %d %d 255\n" % (lebar_titik, tinggi_titik) + titik, dpi=round(72 * skala), detik=detik)
    hasil = Halaman(nomor, lebar, tinggi, list(_list_kata(tsv, skala)), [], is_hasil_ocr=True)
    hasil.garis = list(_list_garis(titik, lebar_titik, tinggi_titik, skala))
    return hasil


def list_garis_gambar(halaman: Any) -> list[Garis]:
    """Return the ruling lines that the picture of a page shows."""
    skala = min(_TITIK_GARIS / 72, _SISI_TERBESAR / max(*halaman.get_size(), 1))
    lebar, tinggi, titik = _gambar(halaman, skala)
    return list(_list_garis(titik, lebar, tinggi, skala))


def _gambar(halaman: Any, skala: float) -> tuple[int, int, bytes]:
    """Return width, height and grey dots of the page, row by row."""
    peta = halaman.render(scale=skala, grayscale=True)
    try:
        isi = bytes(peta.buffer)
        lebar, tinggi, langkah = peta.width, peta.height, peta.stride
    finally:
        peta.close()
    if langkah != lebar:
        isi = b"".join(isi[i * langkah : i * langkah + lebar] for i in range(tinggi))
    return lebar, tinggi, isi


def _jalankan(gambar: bytes, *, dpi: int, detik: int) -> str:
    temuan = cari_tesseract()
    if temuan is None:
        raise OcrGagal("tesseract tidak terpasang")
    program, bahasa = temuan
    perintah = [program, "stdin", "stdout", "-l", bahasa, "--psm", "3", "--dpi", str(dpi), "tsv"]
    try:
        hasil = subprocess.run(  # noqa: S603  (our own arguments)
            perintah, input=gambar, capture_output=True, timeout=detik, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as galat:
        raise OcrGagal(f"tesseract memerlukan lebih dari {detik} detik") from galat
    except OSError as galat:
        raise OcrGagal("tesseract tidak dapat dijalankan") from galat
    if hasil.returncode != 0:
        raise OcrGagal("tesseract berhenti dengan galat")
    return hasil.stdout.decode(errors="replace")


def _list_kata(tsv: str, skala: float) -> Iterator[Kata]:
    """Yield the words of the table that the program prints; a word is as high as its line."""
    atas = bawah = 0.0
    for satu in tsv.splitlines()[1:]:
        kolom = satu.split("\t")
        if len(kolom) < 12 or not all(re.fullmatch(r"-?\d+(?:\.\d+)?", angka) for angka in kolom[6:11]):
            continue
        x, y, lebar, tinggi, yakin = (float(angka) for angka in kolom[6:11])
        if kolom[0] == _BARIS:
            atas, bawah = y / skala, (y + tinggi) / skala
        teks = kolom[11].strip()
        if kolom[0] != _KATA or not teks or yakin < _YAKIN_TERKECIL:
            continue
        puncak, alas = (atas, bawah) if atas <= y / skala < bawah else (y / skala, (y + tinggi) / skala)
        yield Kata(teks, x / skala, (x + lebar) / skala, puncak, alas, max((alas - puncak) * 0.8, 1.0), 0, True)


def _list_garis(titik: bytes, lebar: int, tinggi: int, skala: float) -> Iterator[Garis]:
    """Yield the long dark runs of a picture, level and upright."""
    gelap = titik.translate(bytes(satu < _GELAP for satu in range(256)))
    jalur = re.compile(rb"\x01{%d,}" % max(round(_GARIS_TERPENDEK * skala), 2))
    for y in range(tinggi):
        for cocok in jalur.finditer(gelap, y * lebar, (y + 1) * lebar):
            awal, akhir = cocok.start() - y * lebar, cocok.end() - y * lebar
            yield Garis(True, y / skala, awal / skala, akhir / skala)
    for x in range(lebar):
        for cocok in jalur.finditer(gelap[x::lebar]):
            yield Garis(False, x / skala, cocok.start() / skala, cocok.end() / skala)
