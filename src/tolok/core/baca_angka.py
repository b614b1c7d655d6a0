"""
Reading the numbers of package cells: one strict Indonesian style, every other text refused with a suggestion.

Published documents are not that tidy; ``tolok.core.baca_bebas`` reads those and says how sure it is.
"""

from __future__ import annotations

import re
from typing import Final

from tolok.core.angka import Angka
from tolok.core.lambang import BATAS_PANJANG, normalize_lambang
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Kategori,
    Nilai,
    Rentang,
    TidakDapatDihitung,
)
from tolok.core.satuan import PERSEN, RUPIAH, is_satuan_sama, normalize_satuan
from tolok.core.skala import Skala, find_kategori

_ANGKA: Final = r"(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?"
_TUNGGAL: Final = re.compile(
    rf"(?P<tanda>-?)\s?(?P<rp>(?:rp\.?|idr)?)\s?(?P<tanda2>-?)(?P<angka>{_ANGKA})(?:,-+)?\s?(?P<satuan>(?:[^\W\d]|%)(?!.*\s\d).*)?",
    re.IGNORECASE,
)
_SAMBUNG: Final = re.compile(r"\s?(?:s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga)\s?|(?<=[\d%])\s?-\s?", re.IGNORECASE)
_KEADAAN: Final = re.compile(r"(belum_ada|tidak_dapat_dihitung)(?::(\w*))?")
_KOSONG: Final = frozenset({"", "-", "--", "n/a", "na", "nihil", "tidak ada"})


class GalatBaca(ValueError):
    """A text that is no value; the message is an Indonesian sentence that says what to write instead."""


def read_nilai(teks: str, *, satuan: str, skala: Skala | None = None, keterangan: str = "") -> Nilai:
    """
    Read one cell written in Indonesian style (``1.277``, ``48,25%``, ``Rp 2.501.951.000``, ``80-90%``, ``Madya``).

    ``belum_ada:tidak_dievaluasi`` and ``tidak_dapat_dihitung:tanpa_data`` are states. Percent comes in points.

    :param satuan: unit of the quantity; a unit written in the text must be the same
    :param skala: ordered scale of a category; with it the text must be one of its labels
    :param keterangan: text kept with a state
    :raises GalatBaca: if the text is anything else, with a suggestion
    """
    if len(teks) > BATAS_PANJANG:
        raise GalatBaca(f"Teks sepanjang {len(teks)} huruf bukan nilai. Tulis satu angka, kategori, atau keadaan.")
    rapi = normalize_lambang(teks).teks
    if keadaan := _KEADAAN.fullmatch(rapi):
        return _read_keadaan(keadaan[1], keadaan[2] or "", keterangan)
    if rapi.casefold() in _KOSONG:
        raise GalatBaca(
            f"“{teks}” tidak menyatakan alasan. Tulis keadaannya, misalnya belum_ada:belum_diisi "
            "atau tidak_dapat_dihitung:tanpa_data."
        )
    if skala is not None:
        return _read_kategori(rapi, skala)
    bagian = _SAMBUNG.split(rapi, maxsplit=1)
    if len(bagian) == 2:
        return _read_rentang(rapi, bagian[0], bagian[1], satuan)
    angka, tertulis = _read_tunggal(rapi, satuan)
    _ensure_persen_jelas(rapi, angka, satuan, tertulis)
    return Bilangan(angka, satuan or tertulis)


def _read_keadaan(keadaan: str, alasan: str, keterangan: str) -> Nilai:
    jenis = AlasanBelumAda if keadaan == "belum_ada" else AlasanTakTerhitung
    try:
        sebab = jenis(alasan)
    except ValueError:
        raise GalatBaca(f"Alasan “{alasan}” tidak dikenal. Yang ada: {', '.join(jenis)}.") from None
    if isinstance(sebab, AlasanBelumAda):
        return BelumAda(sebab, keterangan)
    return TidakDapatDihitung(sebab, keterangan)


def _read_kategori(rapi: str, skala: Skala) -> Kategori:
    kategori = find_kategori(rapi, skala)
    if kategori is None:
        daftar_label = ", ".join(kelas.label for kelas in skala.kelas)
        raise GalatBaca(f"“{rapi}” tidak ada dalam {skala.nama}. Yang ada: {daftar_label}.")
    return kategori


def _read_rentang(rapi: str, kiri: str, kanan: str, satuan: str) -> Rentang:
    bawah, satuan_bawah = _read_tunggal(kiri, satuan)
    atas, satuan_atas = _read_tunggal(kanan, satuan)
    _ensure_persen_jelas(rapi, max(abs(bawah), abs(atas)), satuan, satuan_bawah or satuan_atas)
    if bawah > atas:
        raise GalatBaca(f"Batas bawah “{kiri}” lebih besar daripada batas atas “{kanan}” dalam “{rapi}”.")
    return Rentang(bawah, atas, satuan or satuan_atas or satuan_bawah)


def _ensure_persen_jelas(rapi: str, angka: Angka, satuan: str, tertulis: str) -> None:
    """Refuse a number up to 1 without its % sign: it could be points or a fraction."""
    if normalize_satuan(satuan) == PERSEN and not tertulis and 0 < abs(angka) <= 1:
        raise GalatBaca(
            f"“{rapi}” pada satuan % dapat berarti dua hal. Tulis tanda persennya, misalnya 86% atau 0,86%."
        )


def _read_tunggal(rapi: str, satuan: str) -> tuple[Angka, str]:
    """Return the number and the unit written beside it (``""`` if none)."""
    cocok = _TUNGGAL.fullmatch(rapi)
    if cocok is None:
        raise GalatBaca(f"“{rapi}” bukan angka gaya Indonesia. {_saran(rapi)}")
    tertulis = RUPIAH if cocok["rp"] else normalize_satuan(cocok["satuan"] or "")
    if tertulis and satuan and not is_satuan_sama(tertulis, satuan):
        raise GalatBaca(f"Satuan “{tertulis}” dalam “{rapi}” berbeda dengan satuan “{satuan}” yang ditetapkan.")
    angka = Angka.from_desimal(cocok["angka"].replace(".", "").replace(",", "."))
    return (-angka if cocok["tanda"] or cocok["tanda2"] else angka), tertulis


def _saran(rapi: str) -> str:
    titik = re.search(r"(\d+)\.(\d+)(?![\d.,])", rapi)
    if titik is not None:
        return f"Bila titiknya tanda desimal, tulis {titik[1]},{titik[2]}."
    if re.search(r"\d,\d{3},\d{3}", rapi):
        return "Pemisah ribuan ditulis dengan titik, misalnya 1.009.235.000."
    return "Tulis misalnya 1.277 atau 48,25%."
