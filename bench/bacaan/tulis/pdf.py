"""PDF by typst: ruled or open tables that flow over pages, heads repeated or not, upright or on their side."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from bench.bacaan.tata.naskah import Deret, GantiHalaman, NaskahCetak, Paragraf, TabelCetak, split_tabel
from tolok.render import fonts

_TEMPLAT: Final = Path(__file__).with_name("naskah.typ")
_KERTAS: Final = {"a4": (595, 842), "a3": (842, 1191), "a2": (1191, 1684)}
"""Paper -> width upright and on its side, in points."""
_TEPI: Final = 86
_UKURAN: Final = (9, 8, 7, 6, 5)
_LEBAR_HURUF: Final = 0.58
_JARAK: Final = 7
_HURUF: Final = Path(next(iter(fonts.__path__)))


@cache
def _huruf() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_HURUF)])


def write_pdf(naskah: NaskahCetak) -> bytes:
    """Return the document as PDF, on the smallest paper its widest table fits."""
    daftar_tabel = [satu for satu in naskah.daftar if isinstance(satu, TabelCetak)]
    kertas = next(
        (k for k, sisi in _KERTAS.items() if all(_muat(t, sisi[naskah.is_mendatar] - _TEPI) for t in daftar_tabel)),
        "a2",
    )
    lebar = _KERTAS[kertas][naskah.is_mendatar] - _TEPI
    daftar = [satu for bagian in naskah.daftar for satu in _bagian(bagian, naskah, lebar)]
    isi = json.dumps({"kertas": kertas, "mendatar": naskah.is_mendatar, "daftar": daftar})
    return typst.Compiler(str(_TEMPLAT), font_paths=_huruf(), sys_inputs={"isi": isi}).compile(format="pdf")


def _muat(tabel: TabelCetak, lebar: float) -> tuple[float, list[float]] | None:
    """Return letter size and widths (points) at which no word is wider than its column, or ``None``."""
    terpanjang = [1] * len(tabel.lebar)
    for deret in (*tabel.kepala, *tabel.isi):
        for kolom, kotak in enumerate(deret):
            if kotak and kotak.kolom == 1:
                kata = max((len(satu) for satu in kotak.teks.replace("-", "- ").split()), default=1)
                terpanjang[kolom] = max(terpanjang[kolom], len(kotak.teks) if kotak.is_angka else kata)
    for ukuran in _UKURAN:
        perlu = [satu * ukuran * _LEBAR_HURUF + _JARAK for satu in terpanjang]
        if sum(perlu) <= lebar:
            sisa = lebar - sum(perlu)
            return ukuran, [p + sisa * w / sum(tabel.lebar) for p, w in zip(perlu, tabel.lebar, strict=True)]
    return None


def _bagian(bagian: Paragraf | TabelCetak | GantiHalaman, naskah: NaskahCetak, lebar: float) -> list[dict[str, Any]]:
    match bagian:
        case Paragraf(teks=teks, gaya=gaya):
            return [{"jenis": gaya.value, "baris": teks.split("\n")}]
        case GantiHalaman():
            return [{"jenis": "halaman"}]
        case TabelCetak():
            ukuran, daftar_lebar = _muat(bagian, lebar) or (
                _UKURAN[-1],
                [lebar / len(bagian.lebar)] * len(bagian.lebar),
            )
            hasil: list[dict[str, Any]] = []
            for potongan in split_tabel(bagian, naskah.potong):
                hasil.extend([{"jenis": "halaman"}] if hasil else [])
                hasil.append({**_tabel(potongan), "lebar": daftar_lebar, "ukuran": ukuran})
            return hasil


def _tabel(tabel: TabelCetak) -> dict[str, Any]:
    return {
        "jenis": "tabel",
        "garis": tabel.is_bergaris,
        "ulang": tabel.is_ulang_kepala,
        "kepala": [sel for deret in tabel.kepala for sel in _deret(deret)],
        "isi": [sel for deret in tabel.isi for sel in _deret(deret)],
    }


def _deret(deret: Deret) -> list[dict[str, Any]]:
    return [
        {"baris": kotak.baris, "kolom": kotak.kolom, "teks": kotak.teks.split("\n"), "angka": kotak.is_angka}
        for kotak in deret
        if kotak is not None
    ]
