"""``paket.toml`` to tables of texts with the line of every key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final

from tolok.paket.kolom import INSTANSI, KEBIJAKAN, KELAS, KOLOM_INDUK_KELAS, SKALA, UMUM, VERSI_FORMAT, Tabel
from tolok.paket.masalah import Catatan, Masalah, sebut, usulkan
from tolok.paket.mentah import BarisMentah, TabelMentah
from tolok.paket.teks_sel import PEMISAH, tanggal_dari

KUNCI_VERSI: Final = "versi_format"
_KEPALA = re.compile(r"\s*(\[\[|\[)\s*([A-Za-z0-9_.\-\" ]+?)\s*\]")
_KUNCI = re.compile(r"\s*\"?([A-Za-z0-9_\-]+)\"?\s*=")
_LETAK_GALAT = re.compile(r"\(at line (\d+), column (\d+)\)")


class _Desimal(str):
    """A TOML float as it is written; never a binary float."""

    __slots__ = ()


def read_toml(teks: str | None, *, berkas: str, catatan: Catatan) -> dict[str, TabelMentah]:
    """
    Return the tables ``umum``, ``instansi``, ``kebijakan``, ``skala``, ``kelas``; problems go to ``catatan``.

    ``None`` stands for a file whose bytes could not be read.
    """
    awalan_per_nama = {
        "umum": "",
        "instansi": "instansi.",
        "kebijakan": "kebijakan.",
        "skala": "skala.",
        "kelas": "skala.kelas.",
    }
    tabel = {nama: TabelMentah(berkas, is_lembar=False, awalan=awalan) for nama, awalan in awalan_per_nama.items()}
    if teks is None:
        return _rusak(tabel)
    try:
        isi = tomllib.loads(teks, parse_float=_Desimal)
    except (ValueError, RecursionError) as galat:
        cocok = _LETAK_GALAT.search(str(galat))
        baris = int(cocok[1]) if cocok else None
        pesan = "Baris ini bukan TOML yang benar; periksa tanda kutip, tanda '=' dan kurung siku."
        catatan.tambah(Masalah(berkas, baris, None, pesan))
        return _rusak(tabel)
    letak = _letak_kunci(teks)
    pembaca = _Pembaca(berkas, letak, catatan)
    kepala = {"instansi", "kebijakan", "skala"}
    bagian_umum = {kunci: nilai for kunci, nilai in isi.items() if kunci not in kepala}
    pembaca.periksa_versi(bagian_umum.pop(KUNCI_VERSI, None))
    tabel["umum"].daftar_baris.append(pembaca.baris("", bagian_umum, UMUM, tambahan=tuple(kepala)))
    for nama, bentuk in (("instansi", INSTANSI), ("kebijakan", KEBIJAKAN)):
        bagian = pembaca.tabel(nama, isi.get(nama, {}))
        tabel[nama].daftar_baris.append(pembaca.baris(nama, bagian, bentuk))
        tabel[nama].is_ada = nama in isi
    for nomor, skala in enumerate(pembaca.daftar_tabel("skala", isi.get("skala", []))):
        awal = f"skala#{nomor}"
        daftar_kelas = pembaca.daftar_tabel(f"{awal}.kelas", skala.pop("kelas", []))
        baris_skala = pembaca.baris(awal, skala, SKALA)
        tabel["skala"].daftar_baris.append(baris_skala)
        for nomor_kelas, kelas in enumerate(daftar_kelas):
            baris_kelas = pembaca.baris(f"{awal}.kelas#{nomor_kelas}", kelas, KELAS)
            baris_kelas.sel[KOLOM_INDUK_KELAS] = baris_skala.teks("id")
            tabel["kelas"].daftar_baris.append(baris_kelas)
    return tabel


def _rusak(tabel: dict[str, TabelMentah]) -> dict[str, TabelMentah]:
    for bagian in tabel.values():
        bagian.is_utuh = False
    return tabel


def pesan_versi(teks: str) -> str:
    """Return "" if that version of the format can be read, else what is wrong with it."""
    if not teks:
        return f"'{KUNCI_VERSI}' tidak ada; versi yang dikenal {VERSI_FORMAT}."
    if teks != str(VERSI_FORMAT):
        return f"Versi format {teks!r} tidak dikenal; yang dikenal {VERSI_FORMAT}. Pasang Tolok yang lebih baru."
    return ""


def _letak_kunci(teks: str) -> dict[str, int]:
    """Return the line of every header and key, keys of arrays of tables numbered as ``skala#0.kelas#2.bawah``."""
    letak: dict[str, int] = {}
    jumlah: dict[str, int] = {}
    awal = ""
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if kepala := _KEPALA.match(baris):
            awal = kepala[2].replace('"', "").replace(" ", "")
            if awal.startswith("skala.") and jumlah.get("skala"):
                awal = f"skala#{jumlah['skala'] - 1}.{awal.removeprefix('skala.')}"
            if kepala[1] == "[[":
                jumlah[awal] = jumlah.get(awal, 0) + 1
                awal = f"{awal}#{jumlah[awal] - 1}"
            letak.setdefault(awal, nomor)
        elif kunci := _KUNCI.match(baris):
            letak.setdefault(f"{awal}.{kunci[1]}" if awal else kunci[1], nomor)
    return letak


class _Pembaca:
    """Turns TOML values into trimmed texts and remembers their lines."""

    def __init__(self, berkas: str, letak: Mapping[str, int], catatan: Catatan) -> None:
        self.berkas = berkas
        self.letak = letak
        self.catatan = catatan

    def salah(self, kunci: str, pesan: str, tertulis: str | None = None) -> None:
        kolom = re.sub(r"#\d+", "", kunci)
        self.catatan.tambah(Masalah(self.berkas, self.letak.get(kunci), kolom, pesan, tertulis=tertulis))

    def periksa_versi(self, versi: Any) -> None:
        teks = "" if versi is None else str(versi)
        if pesan := pesan_versi(teks):
            self.salah(KUNCI_VERSI, pesan, teks or None)

    def tabel(self, kunci: str, isi: Any) -> dict[str, Any]:
        if isinstance(isi, dict):
            return dict(isi)
        self.salah(kunci, f"{kunci!r} harus berupa bagian; tulis '[{kunci}]' di baris sendiri.")
        return {}

    def daftar_tabel(self, kunci: str, isi: Any) -> list[dict[str, Any]]:
        if isinstance(isi, list) and all(isinstance(anggota, dict) for anggota in isi):
            return [dict(anggota) for anggota in isi]
        nama = re.sub(r"#\d+", "", kunci)
        self.salah(kunci, f"{nama!r} harus berupa daftar bagian; tulis '[[{nama}]]' untuk tiap anggota.")
        return []

    def baris(self, awal: str, isi: dict[str, Any], tabel: Tabel, *, tambahan: tuple[str, ...] = ()) -> BarisMentah:
        """Return the row of one section; keys the table does not have are problems."""
        sel: dict[str, str] = {}
        nomor_per_kolom: dict[str, int] = {}
        for kunci, nilai in isi.items():
            penuh = f"{awal}.{kunci}" if awal else kunci
            if kunci not in tabel.kolom:
                dikenal = (*tabel.kolom, *tambahan)
                usul = usulkan(kunci, dikenal) or f" Yang ada: {sebut(dikenal, paling_banyak=40)}."
                self.salah(penuh, f"Kunci {kunci!r} tidak dikenal.{usul}", kunci)
                continue
            teks = self.teks(penuh, nilai)
            if teks is not None:
                sel[kunci] = teks
            if penuh in self.letak:
                nomor_per_kolom[kunci] = self.letak[penuh]
        return BarisMentah(self.letak.get(awal, 1), sel, nomor_per_kolom)

    def teks(self, kunci: str, nilai: Any) -> str | None:
        match nilai:
            case bool():
                return "ya" if nilai else "tidak"
            case _Desimal():
                return nilai.replace(".", ",")
            case str():
                return nilai.strip().replace("\r\n", "\n")
            case int():
                return str(nilai)
            case datetime() | date():
                return tanggal_dari(nilai)
            case list():
                daftar = [self.teks(kunci, anggota) for anggota in nilai]
                if any(anggota is not None and "|" in anggota for anggota in daftar):
                    self.salah(kunci, "Anggota daftar tidak boleh berisi tanda '|'.")
                return PEMISAH.join(anggota for anggota in daftar if anggota is not None)
            case time() | dict():
                self.salah(kunci, "Jenis isi ini tidak dikenal; tulis teks di antara tanda kutip.", str(nilai))
                return None
        raise AssertionError(nilai)
