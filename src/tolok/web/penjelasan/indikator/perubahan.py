"""Why the number is not what it was a quarter ago, and the history of its approval."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.hasil.perubahan import JenisSebab, Pengaruh, Perubahan, Sebab, compare_indikator, explain_perubahan
from tolok.core.periode import Periode, shift_periode
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator


@dataclass(frozen=True, slots=True)
class BarisSebab:
    """One change as the table shows it."""

    jenis: str
    uraian: str
    lama: str
    baru: str
    alamat_lama: str
    alamat_baru: str
    pengaruh: str
    arah: str


@dataclass(frozen=True, slots=True)
class PerubahanTampil:
    """What changed since the quarter before; ``kepala`` is the first sentence, ``is_tampak`` false if it is a draft."""

    lama: Periode
    is_tampak: bool
    kepala: str
    daftar_kalimat: tuple[str, ...]
    daftar_sebab: tuple[BarisSebab, ...]
    jumlah: str


_KATA_PENGARUH = {
    Pengaruh.TETAP: "tidak berpengaruh",
    Pengaruh.MENJADI_TERHITUNG: "menjadi dapat dihitung",
    Pengaruh.MENJADI_TAK_TERHITUNG: "menjadi tidak dapat dihitung",
    Pengaruh.TAK_DIKETAHUI: "belum dapat dihitung",
}
_KATA_JENIS = {JenisSebab.MASUKAN: "Masukan", JenisSebab.KEBIJAKAN: "Kebijakan"}
"""What stands before a name that does not say itself what it is."""


def make_perubahan(halaman: HalamanIndikator) -> PerubahanTampil:
    """Return the change since the quarter before the period of the page."""
    lama = shift_periode(halaman.periode, "triwulan_lalu")
    if not halaman.is_angka or not halaman.tampak.is_angka_tampak(halaman.edisi, lama):
        return PerubahanTampil(lama, False, "", (), (), "")
    perubahan = _bandingkan(halaman, lama)
    kepala, *lain = explain_perubahan(perubahan, nama_lama=lama.label, nama_baru=halaman.periode.label)
    return PerubahanTampil(
        lama=lama,
        is_tampak=True,
        kepala=kepala,
        daftar_kalimat=tuple(lain),
        daftar_sebab=tuple(_baris(halaman, sebab) for sebab in perubahan.daftar),
        jumlah=perubahan.tercetak,
    )


def _bandingkan(halaman: HalamanIndikator, lama: Periode) -> Perubahan:
    hasil = halaman.tampak.hasil
    return compare_indikator(halaman.kode, lama=hasil, periode_lama=lama, baru=hasil, periode_baru=halaman.periode)


def _baris(halaman: HalamanIndikator, sebab: Sebab) -> BarisSebab:
    return BarisSebab(
        jenis=_KATA_JENIS.get(sebab.jenis, ""),
        uraian=sebab.uraian,
        lama=sebab.lama,
        baru=sebab.baru,
        alamat_lama=halaman.penaut.find_alamat_angka(sebab.identitas_lama),
        alamat_baru=halaman.penaut.find_alamat_angka(sebab.identitas_baru),
        pengaruh=_KATA_PENGARUH.get(sebab.pengaruh) or sebab.tercetak,
        arah=sebab.pengaruh.value if sebab.pengaruh in (Pengaruh.NAIK, Pengaruh.TURUN) else "",
    )
