"""The pagu cut another way: by kind of spending and by source of funds, in every edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tolok.core.anggaran import Pagu
from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.cetak_angka import KOSONG, format_persen
from tolok.web.anggaran.tampil.pilihan import Pilihan
from tolok.web.anggaran.tampil.uang import format_uang

_TANPA_NAMA: Final = "Tidak disebut"


@dataclass(frozen=True, slots=True)
class BarisRincian:
    """One kind: its pagu in each edition, and its share in the edition that is used."""

    nama: str
    daftar_pagu: tuple[str, ...]
    bagian: str


@dataclass(frozen=True, slots=True)
class Rincian:
    """One way to cut the pagu."""

    judul: str
    daftar_baris: tuple[BarisRincian, ...]
    jumlah: BarisRincian


def list_rincian(pilihan: Pilihan) -> tuple[Rincian, ...]:
    """Return the pagu of the reader's leaves by kind of spending, then by source of funds."""
    return (
        _susun(pilihan, "Jenis belanja", lambda pagu: pagu.jenis_belanja),
        _susun(pilihan, "Sumber dana", lambda pagu: pagu.sumber_dana),
    )


def _susun(pilihan: Pilihan, judul: str, ambil: Callable[[Pagu], str]) -> Rincian:
    tampak = pilihan.tampak.anggaran
    sen: dict[str, dict[str, int]] = {}
    jumlah: dict[str, int] = {}
    for pagu in pilihan.hasil.data.daftar_pagu:
        if tampak.is_uang_tampak(pagu.kode):
            per_edisi = sen.setdefault(ambil(pagu) or _TANPA_NAMA, {})
            per_edisi[pagu.edisi] = per_edisi.get(pagu.edisi, 0) + pagu.sen
            jumlah[pagu.edisi] = jumlah.get(pagu.edisi, 0) + pagu.sen
    return Rincian(
        judul=judul,
        daftar_baris=tuple(_baris(pilihan, nama, per_edisi, jumlah) for nama, per_edisi in sen.items()),
        jumlah=_baris(pilihan, "Jumlah", jumlah, jumlah),
    )


def _baris(pilihan: Pilihan, nama: str, per_edisi: dict[str, int], jumlah: dict[str, int]) -> BarisRincian:
    seluruh = Angka(jumlah.get(pilihan.edisi.id, 0))
    bagian = Angka(per_edisi.get(pilihan.edisi.id, 0))
    return BarisRincian(
        nama=nama,
        daftar_pagu=tuple(
            format_uang(Angka(per_edisi[edisi.id], 100), simbol=False) if edisi.id in per_edisi else KOSONG
            for edisi in pilihan.daftar_edisi
        ),
        bagian=KOSONG if seluruh == NOL else format_persen(bagian / seluruh * SERATUS),
    )
