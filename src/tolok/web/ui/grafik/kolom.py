"""Columns from zero, under the line of their whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from tolok.core.angka import Angka
from tolok.web.ui.grafik.besaran import NOL, SERATUS, Besaran, clamp, make_sebutan, write_letak


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column; without a value it has no height and its text says why."""

    x: str
    x_tengah: str
    lebar: str
    y: str
    tinggi: str
    nama: str
    teks: str
    y_teks: str
    di_dalam: bool


@dataclass(frozen=True, slots=True)
class DiagramKolom:
    """Columns from zero, under a line that is their whole (pagu, target)."""

    TEMPLAT: ClassVar[str] = "ui/grafik/kolom.html"
    daftar: tuple[Kolom, ...]
    y_acuan: str
    y_teks_acuan: str
    teks_acuan: str
    sebutan: str


_ATAS: Final = Angka(21)
_BAWAH: Final = Angka(178)


def make_kolom(daftar: Sequence[Besaran], *, acuan: Besaran | None = None) -> DiagramKolom:
    """Return columns on one scale from zero to the greatest of them and the reference line."""
    daftar_angka = [a for b in (*daftar, acuan) if b is not None and (a := b.angka) is not None]
    puncak = max(daftar_angka, default=NOL)
    tinggi_penuh = _BAWAH - _ATAS

    def tinggi(besaran: Besaran) -> Angka:
        angka = besaran.angka
        return clamp(angka, NOL, puncak) / puncak * tinggi_penuh if angka is not None and puncak > 0 else NOL

    petak = SERATUS / max(len(daftar), 1)
    y_acuan = _BAWAH - tinggi(acuan) if acuan is not None and acuan.angka is not None else None
    hasil = []
    for letak, besaran in enumerate(daftar):
        naik = tinggi(besaran)
        y = _BAWAH - naik
        di_dalam = naik > 40 and y_acuan is not None and y - y_acuan < 24
        hasil.append(
            Kolom(
                x=write_letak(petak * letak + petak / 4), x_tengah=write_letak(petak * letak + petak / 2),
                lebar=write_letak(petak / 2), y=write_letak(y), tinggi=write_letak(naik),
                nama=besaran.nama, teks=besaran.teks, y_teks=write_letak(y + 15 if di_dalam else y - 5),
                di_dalam=di_dalam,
            )
        )  # fmt: skip
    return DiagramKolom(
        daftar=tuple(hasil),
        y_acuan="" if y_acuan is None else write_letak(y_acuan),
        y_teks_acuan="" if y_acuan is None else write_letak(y_acuan - 5),
        teks_acuan="" if acuan is None else f"{acuan.nama} {acuan.teks}",
        sebutan=make_sebutan(daftar, acuan),
    )
