"""Amounts compared: how much one is more or less than another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.cetak_angka import KOSONG, SPASI_KERAS, format_nilai, format_persen
from tolok.core.jejak import Hasil
from tolok.core.nilai import Bilangan
from tolok.core.satuan import RUPIAH


@dataclass(frozen=True, slots=True)
class Selisih:
    """A difference as a cell shows it; ``arah`` is ``naik``, ``turun``, ``tetap`` or ``""`` where there is none."""

    teks: str
    persen: str
    arah: str


TANPA_SELISIH: Final = Selisih(KOSONG, KOSONG, "")


def get_angka(hasil: Hasil) -> Angka | None:
    """Return the number of a quantity, ``None`` if it has none."""
    return hasil.nilai.angka if isinstance(hasil.nilai, Bilangan) else None


def format_uang(angka: Angka, *, simbol: bool = True) -> str:
    """Return rupiah as print shows them (``simbol``: with ``Rp``)."""
    teks = format_nilai(Bilangan(angka, RUPIAH))
    return teks if simbol else teks.replace(f"Rp{SPASI_KERAS}", "")


def compare_uang(dari: Hasil, ke: Hasil) -> Selisih:
    """Return what ``ke`` is more than ``dari``, in rupiah without ``Rp`` and in percent of ``dari``."""
    awal, akhir = get_angka(dari), get_angka(ke)
    if awal is None or akhir is None:
        return TANPA_SELISIH
    beda = akhir - awal
    plus = "+" if beda > 0 else ""
    persen = KOSONG if awal == NOL else f"{plus}{format_persen(beda / awal * SERATUS)}"
    arah = "naik" if beda > 0 else "turun" if beda < 0 else "tetap"
    return Selisih(f"{plus}{format_uang(beda, simbol=False)}", persen, arah)
