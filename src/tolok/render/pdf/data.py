"""The ``Naskah`` as plain data for the Typst template ``naskah.typ``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tolok.core.rumus.printing import to_teks, to_typst
from tolok.render import gaya, identitas
from tolok.render.kisi import Petak
from tolok.render.pdf.huruf import ganti_tak_tercetak
from tolok.render.susun_tabel import INDEN_MM, SusunanTabel, is_tebal, susun_tabel
from tolok.render.tata_letak import (
    Bentuk,
    Blok,
    DaftarButir,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Gambar,
    GantiHalaman,
    Garis,
    Isi,
    Jarak,
    Judul,
    KolomTandaTangan,
    Kotak,
    Matematika,
    Naskah,
    Paragraf,
    Seksi,
    Tabel,
    TandaTangan,
    Teks,
)
from tolok.render.titik_pisah import beri_titik_pisah
from tolok.render.warna import WARNA, hex_teks_di_atas, hex_warna

NAMA_LAMPIRAN = "tolok-identitas.json"
_NOMOR_HALAMAN = {"": None, "romawi": "i", "arab": "1"}

Data = dict[str, Any]


def to_json(naskah: Naskah) -> str:
    """Return the document as JSON for the template."""
    data: Data = {
        "judul": _teks(naskah.judul),
        "penerbit": _teks(naskah.penerbit),
        "subjek": _teks(naskah.subjek),
        "tanggal": [naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day],
        "huruf": gaya.HURUF,
        "huruf-gambar": gaya.HURUF_GAMBAR,
        "ukuran": {
            "isi": gaya.UKURAN_ISI,
            "keterangan": gaya.UKURAN_KETERANGAN,
            "kaki": gaya.UKURAN_KAKI,
            "judul": [gaya.UKURAN_JUDUL[tingkat] for tingkat in (1, 2, 3, 4)],
        },
        "inden": INDEN_MM,
        "ruang-tanda-tangan": gaya.RUANG_TANDA_TANGAN_MM,
        "warna": WARNA,
        "lampiran": {
            "nama": NAMA_LAMPIRAN,
            "isi": identitas.to_json(naskah),
            "uraian": "Identitas dan nilai tepat setiap angka yang tercetak",
        },
        "seksi": [_seksi(seksi) for seksi in naskah.seksi],
    }
    return json.dumps(data, ensure_ascii=False)


def _seksi(seksi: Seksi) -> Data:
    halaman = gaya.halaman(seksi.mendatar)
    return {
        "lebar": halaman.lebar,
        "tinggi": halaman.tinggi,
        "atas": halaman.atas,
        "kanan": halaman.kanan,
        "bawah": halaman.bawah,
        "kiri": halaman.kiri,
        "nomor": _NOMOR_HALAMAN[seksi.nomor_halaman],
        "mulai": seksi.mulai,
        "kaki": _teks(seksi.kaki),
        "blok": [_blok(blok, halaman) for blok in seksi.blok],
    }


def _blok(blok: Blok, halaman: gaya.Halaman) -> Data:
    match blok:
        case Paragraf():
            return {"j": "paragraf", **_paragraf(blok)}
        case Judul():
            return {
                "j": "judul",
                "tingkat": blok.tingkat,
                "teks": _teks(blok.teks),
                "nomor": _teks(blok.nomor),
                "bertingkat": gaya.is_judul_bertingkat(blok),
                "daftar": blok.tampil_di_daftar,
            }
        case DaftarButir():
            return {"j": "butir", "jenis": blok.jenis, "butir": [_isi(butir) for butir in blok.butir]}
        case Tabel():
            return _tabel(blok, halaman)
        case Gambar():
            return _gambar(blok, halaman)
        case DaftarIsi():
            return {"j": "daftar_isi"}
        case DaftarTabel():
            return {"j": "daftar_tabel"}
        case DaftarGambar():
            return {"j": "daftar_gambar"}
        case GantiHalaman():
            return {"j": "ganti_halaman"}
        case TandaTangan():
            return {"j": "tanda_tangan", "kolom": [_penanda(kolom) for kolom in blok.kolom]}
        case Jarak():
            return {"j": "jarak", "mm": blok.mm}


def _teks(teks: str) -> str:
    return ganti_tak_tercetak(gaya.clean_teks(teks))


def _isi(daftar: Iterable[Isi]) -> list[Data]:
    return [_satu_isi(isi) for isi in daftar]


def _satu_isi(isi: Isi) -> Data:
    match isi:
        case Teks():
            data: Data = {"t": _teks(isi.teks)}
            if isi.tebal:
                data["b"] = True
            if isi.miring:
                data["i"] = True
            return data
        case Matematika():
            return {"m": ganti_tak_tercetak(to_typst(isi.simpul)), "alt": _teks(to_teks(isi.simpul, cetak=True))}


def _paragraf(paragraf: Paragraf) -> Data:
    data: Data = {"gaya": paragraf.gaya, "isi": _isi(paragraf.isi)}
    if paragraf.perataan is not None:
        data["rata"] = paragraf.perataan
    return data


def _tabel(tabel: Tabel, halaman: gaya.Halaman) -> Data:
    susunan = susun_tabel(tabel, halaman)
    baris = [
        [_sel(petak, susunan) for petak in baris if petak.baris == nomor] for nomor, baris in enumerate(susunan.kisi)
    ]
    return {
        "j": "tabel",
        "keterangan": _teks(gaya.teks_keterangan(tabel)),
        "lebar": list(susunan.lebar),
        "huruf": susunan.ukuran,
        "kepala": baris[: len(tabel.kepala)],
        "baris": baris[len(tabel.kepala) :],
        "rangkai": _rangkai(tabel, susunan),
        "catatan": [_paragraf(paragraf) for paragraf in tabel.catatan],
        "menyatu": susunan.menyatu,
    }


def _rangkai(tabel: Tabel, susunan: SusunanTabel) -> list[int]:
    """Return the runs of body rows that stay together; the notes are the last row of the table in the template."""
    if not any(susunan.bersama) and not tabel.catatan:
        return []
    daftar = list(susunan.daftar_rangkai(len(tabel.kepala)))
    if tabel.catatan and susunan.catatan_pendek:
        daftar[-1] += 1
    elif tabel.catatan:
        daftar.append(1)
    return daftar


def _sel(petak: Petak, susunan: SusunanTabel) -> Data:
    sel = petak.sel
    daftar = [_paragraf(paragraf) for paragraf in sel.isi]
    ruang_mm, tebal = susunan.ruang_mm(petak), is_tebal(sel)
    for paragraf in daftar:
        for isi in paragraf["isi"]:
            if "t" in isi:
                isi["t"] = beri_titik_pisah(isi["t"], ruang_mm=ruang_mm, ukuran=susunan.ukuran, tebal=tebal, paksa=True)
    return {
        "isi": daftar,
        "kolom": sel.kolom,
        "baris": sel.baris,
        "rata": sel.perataan,
        "peran": sel.peran,
        "indentasi": sel.indentasi,
        "huruf": susunan.ukuran,
        "pecah": susunan.boleh_terbelah(petak),
    }


def _gambar(gambar: Gambar, halaman: gaya.Halaman) -> Data:
    return {
        "j": "gambar",
        "keterangan": _teks(gaya.teks_keterangan(gambar)),
        "alt": _teks(gambar.alt),
        "lebar": gambar.lebar,
        "tinggi": gambar.tinggi,
        "skala": gaya.skala_gambar(gambar, halaman),
        "bentuk": [_bentuk(bentuk) for bentuk in gambar.bentuk],
    }


def _bentuk(bentuk: Bentuk) -> Data:
    match bentuk:
        case Kotak():
            return {
                "j": "kotak",
                "x": bentuk.x,
                "y": bentuk.y,
                "lebar": bentuk.lebar,
                "tinggi": bentuk.tinggi,
                "isi": hex_warna(bentuk.isi) if bentuk.isi else "",
                "garis": hex_warna(bentuk.garis) if bentuk.garis else "",
                "warna": hex_teks_di_atas(bentuk.isi),
                "teks": [_teks(baris) for baris in bentuk.teks],
                "ukuran": bentuk.ukuran,
                "tebal": bentuk.tebal,
            }
        case Garis():
            return {
                "j": "garis",
                "x1": bentuk.x1,
                "y1": bentuk.y1,
                "x2": bentuk.x2,
                "y2": bentuk.y2,
                "warna": hex_warna(bentuk.warna),
                "tebal": bentuk.tebal,
                "putus": bentuk.putus,
            }
        case _:
            return {
                "j": "teks",
                "x": bentuk.x,
                "y": bentuk.y,
                "teks": _teks(bentuk.teks),
                "ukuran": bentuk.ukuran,
                "rata": bentuk.perataan,
                "tebal": bentuk.tebal,
                "warna": hex_warna(bentuk.warna),
            }


def _penanda(kolom: KolomTandaTangan | None) -> Data | None:
    if kolom is None:
        return None
    return {"atas": [_teks(baris) for baris in kolom.atas], "bawah": [_teks(baris) for baris in kolom.bawah]}
