"""The facts of the period at one glance."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.hasil.perubahan import Pengaruh, compare_indikator
from tolok.core.indikator import NAMA_POLARITAS
from tolok.core.jejak import Hasil
from tolok.core.nilai import Nilai, is_ada
from tolok.core.periode import Periode, shift_periode
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.perencanaan.tautan import TeksAngka


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The card beside the story; numbers the reader does not see are ``None``."""

    target: TeksAngka
    target_lalu: str
    realisasi: TeksAngka | None
    nilai: Nilai | None
    capaian: TeksAngka | None
    pagu: TeksAngka | None
    polaritas: str
    satuan: str
    digit: str
    perubahan: str
    pemilik: tuple[str, ...]


def make_ringkasan(halaman: HalamanIndikator) -> Ringkasan:
    """Return the facts of the period of the page."""
    hasil, kode, periode, penaut = halaman.tampak.hasil, halaman.kode, halaman.periode, halaman.penaut
    edisi = halaman.edisi
    realisasi = hasil.realisasi(kode, periode)
    lalu = hasil.target(kode, Periode(periode.tahun - 1))
    return Ringkasan(
        target=penaut.angka(hasil.target(kode, periode)),
        target_lalu=f"{periode.tahun - 1}: {lalu.tercetak}" if is_ada(lalu.nilai) else "",
        realisasi=penaut.angka(realisasi) if halaman.is_angka else None,
        nilai=realisasi.nilai if halaman.is_angka else None,
        capaian=penaut.angka(hasil.capaian(kode, periode)) if halaman.is_angka else None,
        pagu=_pagu(halaman),
        polaritas=NAMA_POLARITAS[edisi.polaritas],
        satuan=edisi.satuan,
        digit=f"{edisi.digit} desimal" if edisi.digit else "bilangan bulat",
        perubahan=_perubahan(halaman),
        pemilik=edisi.penanggung_jawab,
    )


def _pagu(halaman: HalamanIndikator) -> TeksAngka | None:
    hasil = halaman.tampak.hasil
    edisi = hasil.anggaran.edisi_untuk(halaman.periode)
    if not edisi or not hasil.anggaran.is_dianggarkan(halaman.kode):
        return None
    pagu: Hasil = hasil.pagu_indikator(halaman.kode, edisi)
    return halaman.penaut.angka(pagu) if halaman.tampak.is_tampak(pagu) else None


def _perubahan(halaman: HalamanIndikator) -> str:
    """Return in a few words how far the number moved since the quarter before, ``""`` if that cannot be said."""
    lama = shift_periode(halaman.periode, "triwulan_lalu")
    if not halaman.is_angka or not halaman.tampak.is_angka_tampak(halaman.edisi, lama):
        return ""
    hasil = halaman.tampak.hasil
    perubahan = compare_indikator(halaman.kode, lama=hasil, periode_lama=lama, baru=hasil, periode_baru=halaman.periode)
    if perubahan.pengaruh is Pengaruh.TETAP:
        return f"{perubahan.besaran} tidak berubah sejak {lama.label}"
    return f"{perubahan.besaran} {perubahan.tercetak} sejak {lama.label}" if perubahan.tercetak else ""
