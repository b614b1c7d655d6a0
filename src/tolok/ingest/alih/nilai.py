"""A printed value as the value that would be stored, or why it cannot be."""

from __future__ import annotations

from typing import Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.baca_angka import GalatBaca, read_nilai
from tolok.core.bacaan.dokumen import NilaiTerbaca
from tolok.core.cetak_angka import count_desimal
from tolok.core.nilai import Bilangan, Nilai, Rentang
from tolok.core.satuan import RUPIAH, is_satuan_sama, normalize_satuan
from tolok.core.skala import Skala, find_kategori

CATATAN_RAGU: Final = frozenset({"ocr", "ragu"})
"""Notes on a reading that ask for a person's word."""
_DESIMAL: Final = 6
_TERBESAR: Final = 9 * 10**12
_SEN: Final = 2


class Terjemahan(NamedTuple):
    """The value, or ``None`` and the reason."""

    nilai: Nilai | None
    masalah: str


def translate_nilai(terbaca: NilaiTerbaca, *, satuan: str, skala: Skala | None, ganti: str = "") -> Terjemahan:
    """
    Return the value of an indicator.

    :param satuan: unit of the indicator
    :param skala: its scale, if it is a category
    :param ganti: what a person read in the place of the machine
    """
    if ganti:
        return _baca_ganti(ganti, satuan=satuan, skala=skala)
    if terbaca.kategori is not None and (skala is not None or terbaca.angka is None):
        if skala is None:
            return Terjemahan(None, f"Indikatornya bersatuan {satuan or 'lain'}, bukan kategori “{terbaca.kategori}”.")
        kategori = find_kategori(terbaca.kategori, skala)
        return Terjemahan(kategori, "" if kategori else f"“{terbaca.kategori}” tidak ada dalam {skala.nama}.")
    if terbaca.angka is None:
        return Terjemahan(None, "Angkanya tidak terbaca pasti; tulis menurut sumbernya.")
    if terbaca.satuan and satuan and not is_satuan_sama(terbaca.satuan, satuan):
        return Terjemahan(None, f"Satuan tercetak “{terbaca.satuan}”, sedangkan indikatornya bersatuan “{satuan}”.")
    if skala is not None:
        return Terjemahan(None, f"Indikatornya berkategori menurut {skala.nama}, sedangkan yang tercetak angka.")
    if masalah := _periksa_angka(terbaca.angka) or (_periksa_angka(terbaca.atas) if terbaca.atas is not None else ""):
        return Terjemahan(None, masalah)
    dipakai = satuan or terbaca.satuan
    if terbaca.atas is None:
        return Terjemahan(Bilangan(terbaca.angka, dipakai), "")
    if terbaca.atas < terbaca.angka:
        return Terjemahan(None, "Batas bawahnya lebih besar daripada batas atasnya.")
    return Terjemahan(Rentang(terbaca.angka, terbaca.atas, dipakai), "")


def translate_uang(terbaca: NilaiTerbaca, *, ganti: str = "") -> Terjemahan:
    """Return an amount of money; less than a sen cannot be stored."""
    if ganti:
        hasil = _baca_ganti(ganti, satuan=RUPIAH, skala=None)
        angka = hasil.nilai.angka if isinstance(hasil.nilai, Bilangan) else None
        if angka is None:
            return Terjemahan(None, hasil.masalah or "Tulis satu jumlah rupiah, misalnya 2.501.951.000.")
    else:
        angka = terbaca.angka
    if angka is None:
        return Terjemahan(None, "Jumlahnya tidak terbaca pasti; tulis menurut sumbernya.")
    if terbaca.satuan and not _is_rupiah(terbaca.satuan):
        return Terjemahan(None, f"Satuan tercetak “{terbaca.satuan}”, bukan rupiah.")
    if (count_desimal(angka) or 0) > _SEN or count_desimal(angka) is None:
        return Terjemahan(None, "Jumlahnya memuat pecahan sen.")
    return Terjemahan(Bilangan(angka, RUPIAH), "")


def _is_rupiah(satuan: str) -> bool:
    """Whether a head names money; what a head in millions prints was multiplied out when it was read."""
    return normalize_satuan(satuan) == RUPIAH or satuan.casefold().split()[-1:] in (["rupiah"], ["rp"], ["rp."])


def _baca_ganti(teks: str, *, satuan: str, skala: Skala | None) -> Terjemahan:
    try:
        nilai = read_nilai(teks, satuan=satuan, skala=skala)
    except GalatBaca as galat:
        return Terjemahan(None, str(galat))
    angka = [nilai.angka] if isinstance(nilai, Bilangan) else []
    masalah = next((salah for satu in angka if (salah := _periksa_angka(satu))), "")
    return Terjemahan(None if masalah else nilai, masalah)


def _periksa_angka(angka: Angka) -> str:
    desimal = count_desimal(angka)
    if desimal is None or desimal > _DESIMAL:
        return "Angkanya berdesimal lebih dari enam; tulis sebagaimana terlihat pada sumbernya."
    return "Angkanya terlalu besar untuk sebuah indikator." if abs(angka) > _TERBESAR else ""
