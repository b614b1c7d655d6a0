"""Text as converters and machine readers leave it: paragraphs, and tables with tabs, pipes or in HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from bench.bacaan.tata.naskah import Deret, GantiHalaman, Gaya, NaskahCetak, Paragraf, TabelCetak, split_tabel


def write_teks(naskah: NaskahCetak) -> bytes:
    """Return the document as UTF-8 text."""
    return ("\n".join(_baris(naskah)) + "\n").encode()


def _baris(naskah: NaskahCetak) -> Iterator[str]:
    for bagian in naskah.daftar:
        match bagian:
            case Paragraf():
                yield from _paragraf(bagian, naskah.teks)
                yield ""
            case TabelCetak():
                for satu in split_tabel(bagian, naskah.potong):
                    yield from _PENULIS[naskah.teks](satu)
                    yield ""
            case GantiHalaman():
                yield ""


def _paragraf(paragraf: Paragraf, bentuk: str) -> Iterator[str]:
    awalan = ""
    if bentuk != "tab":
        awalan = {Gaya.JUDUL: "# ", Gaya.SUBJUDUL: "## "}.get(paragraf.gaya, "")
    for nomor, baris in enumerate(paragraf.teks.split("\n")):
        tebal = paragraf.gaya is Gaya.KETERANGAN and bentuk == "html"
        yield f"**{baris}**" if tebal and baris else f"{awalan if not nomor else ''}{baris}"


def _tab(tabel: TabelCetak) -> Iterator[str]:
    for deret in (*tabel.kepala, *tabel.isi):
        yield "\t".join(kotak.teks.replace("\n", " ") if kotak else "" for kotak in deret)


def _pipa(tabel: TabelCetak) -> Iterator[str]:
    """Yield a Markdown table; only its first head row stands above the rule."""
    for nomor, deret in enumerate((*tabel.kepala, *tabel.isi)):
        teks = ((kotak.teks if kotak else "").replace("|", "\\|").replace("\n", "<br>") for kotak in deret)
        yield f"| {' | '.join(teks)} |"
        if nomor == 0:
            yield f"|{'---|' * len(deret)}"


def _html(tabel: TabelCetak) -> Iterator[str]:
    yield "<table>"
    if tabel.kepala:
        yield "<thead>"
        yield from (_deret_html(deret, "th") for deret in tabel.kepala)
        yield "</thead>"
    yield "<tbody>"
    yield from (_deret_html(deret, "td") for deret in tabel.isi)
    yield "</tbody>"
    yield "</table>"


def _deret_html(deret: Deret, nama: str) -> str:
    bagian = []
    for kotak in deret:
        if kotak is None:
            continue
        rentang = f' rowspan="{kotak.baris}"' if kotak.baris > 1 else ""
        rentang += f' colspan="{kotak.kolom}"' if kotak.kolom > 1 else ""
        bagian.append(f"<{nama}{rentang}>{escape(kotak.teks, quote=False).replace(chr(10), '<br/>')}</{nama}>")
    return f"<tr>{''.join(bagian)}</tr>"


_PENULIS: Final[dict[str, Callable[[TabelCetak], Iterator[str]]]] = {"tab": _tab, "pipa": _pipa, "html": _html}
