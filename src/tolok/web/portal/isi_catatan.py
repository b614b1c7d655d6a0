"""What an entry of the history is about and holds, in words a reader follows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from tolok.core.cetak_angka import KOSONG
from tolok.core.hasil.cari import IdentitasTakDikenal, read_identitas
from tolok.core.periode import Periode

_NAMA: Final = {
    "dari": "Semula",
    "ke": "Menjadi",
    "hasil": "Hasil dan sidiknya",
    "penetapan": "Penetapan ke",
    "sidik_paket": "Sidik paket",
    "versi_mesin": "Versi mesin",
}
"""Fields whose own name does not say what they hold; the others are told by their name."""


@dataclass(frozen=True, slots=True)
class ButirIsi:
    """One field: its name, and its text or the fields within it; ``alamat`` explains the quantity it names."""

    nama: str
    teks: str = ""
    alamat: str = ""
    daftar_anak: tuple[ButirIsi, ...] = ()


def list_butir(isi: Any, find_alamat_angka: Callable[[str], str]) -> tuple[ButirIsi, ...]:
    """Return the fields of an entry, and of what stands within them."""
    pasangan = isi.items() if isinstance(isi, dict) else enumerate(isi, 1) if isinstance(isi, list) else ()
    return tuple(_make_butir(str(nama), nilai, find_alamat_angka) for nama, nilai in pasangan)


def sebut_objek(objek: str) -> str:
    """Return an object in words: ``pengukuran:2020/tw4/pmks`` is "Pengukuran pmks, Triwulan IV Tahun 2020"."""
    jenis, _, sisa = objek.partition(":")
    tahun, *bagian = sisa.split("/")
    if not (len(tahun) == 4 and tahun.isascii() and tahun.isdigit()):
        return f"{_besar(jenis)} {sisa}".strip()
    per_kunci = {periode.kunci: periode for periode in (Periode(int(tahun), triwulan) for triwulan in range(5))}
    periode = per_kunci[bagian.pop(0)] if bagian and bagian[0] in per_kunci else Periode(int(tahun))
    if jenis == "tahun":
        return periode.label
    return f"{' '.join((_besar(jenis), *bagian))}, {periode.label}"


def _make_butir(nama: str, nilai: Any, find_alamat_angka: Callable[[str], str]) -> ButirIsi:
    sebutan, alamat = _NAMA.get(nama) or _besar(nama), ""
    if "/" in nama:
        sebutan, alamat = nama, _find_alamat(nama, find_alamat_angka)
    if isinstance(nilai, list) and not any(isinstance(satu, dict | list) for satu in nilai):
        return ButirIsi(sebutan, "; ".join(map(_teks, nilai)) or KOSONG, alamat)
    if anak := list_butir(nilai, find_alamat_angka):
        return ButirIsi(sebutan, "", alamat, anak)
    return ButirIsi(sebutan, _teks(nilai), alamat)


def _find_alamat(identitas: str, find_alamat_angka: Callable[[str], str]) -> str:
    try:
        read_identitas(identitas)
    except IdentitasTakDikenal:
        return ""
    return find_alamat_angka(identitas)


def _besar(nama: str) -> str:
    kata = nama.replace("_", " ")
    return kata[:1].upper() + kata[1:]


def _teks(nilai: Any) -> str:
    if nilai is None or nilai in ("", [], {}):
        return KOSONG
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return nilai if isinstance(nilai, str) else json.dumps(nilai, ensure_ascii=False)
