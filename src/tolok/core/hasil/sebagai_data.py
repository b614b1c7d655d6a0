"""
Values and their stories as plain JSON data, one form for commands, pages and storage, and the exact way back.

A number is its exact fraction as text, with a decimal text beside it for readers. The form is part of what
``tolok hitung --format json`` prints (``tolok/skema/hitung.schema.json``): fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from typing import Any, Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import count_desimal
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BagianNilai,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
)

DESIMAL_DATA: Final = 20
"""Decimals of an endless number; its exact fraction stands beside it."""


class DataRusak(ValueError):
    """Plain data that is no value or no story in this form."""


def make_nilai_data(nilai: Nilai | Angka) -> dict[str, Any]:
    """Return a value, or the bare number of a step, as plain data."""
    match nilai:
        case Angka():
            return {"jenis": "bilangan", **_tulis_angka(nilai), "satuan": "", "polos": True, "tanda": []}
        case Bilangan(angka=angka, satuan=satuan):
            isi: dict[str, Any] = {"jenis": "bilangan", **_tulis_angka(angka), "satuan": satuan}
        case Kategori(label=label, peringkat=peringkat, skala=skala):
            isi = {"jenis": "kategori", "kategori": label, "peringkat": peringkat, "skala": skala}
        case Rentang(bawah=bawah, atas=atas, satuan=satuan):
            ujung = {**_tulis_angka(bawah, "bawah"), **_tulis_angka(atas, "atas")}
            isi = {"jenis": "rentang", **ujung, "satuan": satuan}
        case Majemuk(daftar=daftar):
            isi = {"jenis": "majemuk", "bagian": [_tulis_bagian(satu) for satu in daftar]}
        case _:
            jenis = "belum_ada" if isinstance(nilai, BelumAda) else "tidak_dapat_dihitung"
            isi = {"jenis": jenis, "alasan": nilai.alasan.value, "keterangan": nilai.keterangan}
    isi["tanda"] = [_tulis_tanda(tanda) for tanda in nilai.tanda]
    return isi


def read_nilai_data(isi: Mapping[str, Any]) -> Nilai | Angka:
    """
    Return the value ``make_nilai_data`` wrote.

    :raises DataRusak: if the data is none
    """
    try:
        return _baca_nilai(isi)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as galat:
        raise DataRusak(f"Data ini bukan sebuah nilai ({galat}).") from galat


def make_jejak_data(jejak: Jejak) -> dict[str, Any]:
    """Return a story, with every step it rests on, as plain data."""
    return {
        "operasi": jejak.operasi,
        "uraian": jejak.uraian,
        "nilai": make_nilai_data(jejak.nilai),
        "identitas": jejak.identitas,
        "sumber": jejak.sumber,
        "catatan": jejak.catatan,
        "anak": [make_jejak_data(anak) for anak in jejak.anak],
    }


def read_jejak_data(isi: Mapping[str, Any]) -> Jejak:
    """
    Return the story ``make_jejak_data`` wrote, equal step by step.

    :raises DataRusak: if the data is none
    """
    try:
        return _baca_jejak(isi)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as galat:
        raise DataRusak(f"Data ini bukan sebuah jejak hitungan ({galat}).") from galat


def make_kebijakan_data(kebijakan: Kebijakan) -> dict[str, str | None]:
    """Return every convention by the name of its field, numbers as decimal texts."""
    return {bidang.name: _tulis_pilihan(getattr(kebijakan, bidang.name)) for bidang in fields(kebijakan)}


def format_desimal(angka: Angka) -> str:
    """Return a decimal text with a point, exact if the number ends within ``DESIMAL_DATA`` decimals."""
    penuh = count_desimal(angka)
    digit = DESIMAL_DATA if penuh is None or penuh > DESIMAL_DATA else penuh
    bulat = angka.bulat(digit)
    utuh, pecahan = divmod(abs(bulat.pembilang) * (10**digit // bulat.penyebut), 10**digit)
    tanda = "-" if bulat.pembilang < 0 else ""
    return f"{tanda}{utuh}.{pecahan:0{digit}d}" if digit else f"{tanda}{utuh}"


def _tulis_angka(angka: Angka, ujung: str = "") -> dict[str, Any]:
    """Return a number, or one bound of a range, as decimal text, fraction and, where it is one, approximation."""
    ekor = f"_{ujung}" if ujung else ""
    isi: dict[str, Any] = {
        ujung or "angka": format_desimal(angka),
        f"pecahan{ekor}": f"{angka.pembilang}/{angka.penyebut}",
    }
    return isi | {f"hampiran{ekor}": True} if angka.hampiran else isi


def _baca_angka(isi: Mapping[str, Any], ujung: str = "") -> Angka:
    ekor = f"_{ujung}" if ujung else ""
    pembilang, _, penyebut = isi[f"pecahan{ekor}"].partition("/")
    return Angka(int(pembilang), int(penyebut), hampiran=isi.get(f"hampiran{ekor}", False))


def _tulis_bagian(bagian: BagianNilai) -> dict[str, Any]:
    isi: dict[str, Any] = {"indikator": bagian.indikator, "nilai": make_nilai_data(bagian.nilai)}
    return isi if bagian.digit is None else isi | {"digit": bagian.digit}


def _tulis_tanda(tanda: Tanda) -> dict[str, Any]:
    isi: dict[str, Any] = {"jenis": tanda.jenis.value, "keterangan": tanda.keterangan}
    return isi if tanda.tahun is None else isi | {"tahun": tanda.tahun}


def _tulis_pilihan(isi: Enum | Angka | str | None) -> str | None:
    match isi:
        case Angka():
            return format_desimal(isi)
        case Enum():
            return str(isi.value)
    return isi


def _baca_nilai(isi: Mapping[str, Any]) -> Nilai | Angka:
    if isi.get("polos"):
        return _baca_angka(isi)
    tanda = tuple(Tanda(JenisTanda(t["jenis"]), t["keterangan"], t.get("tahun")) for t in isi["tanda"])
    match isi["jenis"]:
        case "bilangan":
            return Bilangan(_baca_angka(isi), isi["satuan"], tanda)
        case "kategori":
            return Kategori(isi["kategori"], isi["peringkat"], isi["skala"], tanda)
        case "rentang":
            return Rentang(_baca_angka(isi, "bawah"), _baca_angka(isi, "atas"), isi["satuan"], tanda)
        case "majemuk":
            return Majemuk(tuple(_baca_bagian(bagian) for bagian in isi["bagian"]), tanda)
        case "belum_ada":
            return BelumAda(AlasanBelumAda(isi["alasan"]), isi["keterangan"], tanda)
        case "tidak_dapat_dihitung":
            return TidakDapatDihitung(AlasanTakTerhitung(isi["alasan"]), isi["keterangan"], tanda)
    raise DataRusak(f"jenis {isi['jenis']!r} tidak ada")


def _baca_bagian(isi: Mapping[str, Any]) -> BagianNilai:
    nilai = _baca_nilai(isi["nilai"])
    if isinstance(nilai, Angka):
        raise DataRusak("bagian tanpa satuan")
    return BagianNilai(isi["indikator"], nilai, isi.get("digit"))


def _baca_jejak(isi: Mapping[str, Any]) -> Jejak:
    return Jejak(
        operasi=isi["operasi"],
        uraian=isi["uraian"],
        nilai=_baca_nilai(isi["nilai"]),
        anak=tuple(_baca_jejak(anak) for anak in isi["anak"]),
        identitas=isi["identitas"],
        sumber=isi["sumber"],
        catatan=isi["catatan"],
    )
