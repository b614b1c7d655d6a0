"""
A page of a PDF as a picture, with the place of a value marked.

``render_terkurung`` draws in a process of its own, which runs this module: ``python -m tolok.ingest.gambar LIMITS …``.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import pypdfium2
from PIL import Image, ImageDraw

from tolok.ingest.baca import open_berkas
from tolok.ingest.batas import MB, Batas
from tolok.ingest.kandang import run_pekerja
from tolok.ingest.pekerja import batasi

SKALA: Final = 2
"""Pixels per point: 144 dots per inch, small print stays readable on a phone."""
_SISI_TERPANJANG: Final = 2400
_SOROT: Final = (255, 214, 0, 96)
_TEPI: Final = (176, 0, 32, 255)
_SELA: Final = 3
_BANYAK_TEMPAT: Final = 200
_BATAS: Final = Batas(detik_cpu=20, detik_dinding=30, memori=1_000 * MB)
_TIDAK_ADA: Final = 3


class Kotak(NamedTuple):
    """A place on a page in points, from the lower left corner."""

    kiri: Any
    bawah: Any
    kanan: Any
    atas: Any


class HalamanTidakAda(LookupError):
    """The file has no such page, or is no PDF that can be shown."""


def render_terkurung(berkas: Path, nomor: int, *, cari: str = "", dekat: str = "") -> bytes:
    """
    Return a page as ``render_halaman`` does, drawn in a process with little time and memory.

    :raises HalamanTidakAda: if there is no such page, or it cannot be drawn
    :raises BerkasDitolak: if it takes too long
    """
    with open_berkas(berkas, _BATAS) as isi:
        kata = (str(nomor), cari, dekat)
        jawaban, status = run_pekerja("tolok.ingest.gambar", *kata, masukan=isi, nama=berkas.name, batas=_BATAS)
    if status:
        raise HalamanTidakAda(str(nomor))
    return jawaban


def render_halaman(berkas: Path | bytes, nomor: int, *, cari: str = "", dekat: str = "") -> bytes:
    """
    Return a page as PNG.

    :param nomor: counted from 1
    :param cari: what is printed at the place to mark (``""``: nothing is marked)
    :param dekat: what is printed beside it, in the same row: decides between several such places
    :raises HalamanTidakAda: if there is no such page
    """
    try:
        dokumen = pypdfium2.PdfDocument(berkas)
    except pypdfium2.PdfiumError as galat:
        raise HalamanTidakAda(str(galat)) from galat
    try:
        if not 1 <= nomor <= len(dokumen):
            raise HalamanTidakAda(str(nomor))
        halaman = dokumen[nomor - 1]
        lebar, tinggi = halaman.get_size()
        skala = min(SKALA, _SISI_TERPANJANG / max(lebar, tinggi, 1))
        gambar = halaman.render(scale=skala).to_pil().convert("RGB")
        kotak = find_tempat(halaman, cari, dekat)
        if kotak is not None:
            gambar = _tandai(gambar, kotak, skala, tinggi)
    except pypdfium2.PdfiumError as galat:
        raise HalamanTidakAda(str(galat)) from galat
    finally:
        dokumen.close()
    keluar = io.BytesIO()
    gambar.save(keluar, "PNG", optimize=False)
    return keluar.getvalue()


def find_tempat(halaman: Any, cari: str, dekat: str) -> Kotak | None:
    """Return where a text stands on a page: of several places the one in the row of ``dekat``, else the first."""
    teks = halaman.get_textpage()
    daftar = _list_kotak(teks, cari)
    if len(daftar) > 1 and (patokan := _list_kotak(teks, _kata_awal(dekat))):
        daftar.sort(key=lambda kotak: min(_jarak(kotak, satu) for satu in patokan))
    return daftar[0] if daftar else None


def _list_kotak(teks: Any, cari: str) -> list[Kotak]:
    """Return the places of a text, found whole and else by its first line."""
    for satu in dict.fromkeys((" ".join(cari.split()), *cari.split("\n")[:1])):
        if rapi := satu.strip():
            pencari = teks.search(rapi, match_case=False, match_whole_word=_is_utuh(rapi))
            hasil: list[Kotak] = []
            while (ada := pencari.get_next()) is not None and len(hasil) < _BANYAK_TEMPAT:
                if kotak := _gabung(teks.get_rect(i) for i in _rentang(teks, *ada)):
                    hasil.append(kotak)
            if hasil:
                return hasil
    return []


def _rentang(teks: Any, awal: int, banyak: int) -> range:
    """Return the rectangles of a stretch of text; pdfium keeps those of the last count."""
    return range(teks.count_rects(awal, banyak))


def _is_utuh(cari: str) -> bool:
    """A number is not part of a longer one."""
    return re.fullmatch(r"[\d.,]+", cari) is not None


def _gabung(daftar: Iterable[tuple[Any, Any, Any, Any]]) -> Kotak | None:
    isi = list(daftar)
    if not isi:
        return None
    kiri, bawah, kanan, atas = zip(*isi, strict=True)
    return Kotak(min(kiri), min(bawah), max(kanan), max(atas))


def _kata_awal(teks: str) -> str:
    """Return the first words of a text: the whole of a long name seldom stands in one line."""
    return " ".join(teks.split()[:3])


def _jarak(satu: Kotak, dua: Kotak) -> Any:
    """Return how far apart two places are across the page, in points: 0 where their rows overlap."""
    return max(0, max(satu.bawah, dua.bawah) - min(satu.atas, dua.atas))


def _tandai(gambar: Image.Image, kotak: Kotak, skala: Any, tinggi: Any) -> Image.Image:
    lapis = Image.new("RGBA", gambar.size, (0, 0, 0, 0))
    batas = [
        kotak.kiri * skala - _SELA * skala,
        (tinggi - kotak.atas) * skala - _SELA * skala,
        kotak.kanan * skala + _SELA * skala,
        (tinggi - kotak.bawah) * skala + _SELA * skala,
    ]
    ImageDraw.Draw(lapis).rectangle(batas, fill=_SOROT, outline=_TEPI, width=2)
    return Image.alpha_composite(gambar.convert("RGBA"), lapis).convert("RGB")


def _main() -> int:
    """Be the process: a PDF comes in, a picture goes out."""
    batas, nomor, cari, dekat = sys.argv[1:]
    batasi(Batas(**json.loads(batas)))
    try:
        sys.stdout.buffer.write(render_halaman(sys.stdin.buffer.read(), int(nomor), cari=cari, dekat=dekat))
    except (HalamanTidakAda, MemoryError):
        return _TIDAK_ADA
    return 0


if __name__ == "__main__":
    sys.exit(_main())
