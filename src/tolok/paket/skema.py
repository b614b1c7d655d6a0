"""The format as data: JSON Schema for programs and tables for the documentation, both from the columns themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tolok.paket.keterangan import KOLOM_KETERANGAN, TABEL_KETERANGAN
from tolok.paket.kolom import (
    INSTANSI,
    KEBIJAKAN,
    KELAS,
    KOLOM_INDUK_KELAS,
    KOLOM_NILAI,
    SKALA,
    TABEL,
    TABEL_WAJIB,
    UMUM,
    VERSI_FORMAT,
    Bentuk,
    Isian,
    Tabel,
)
from tolok.paket.teks_sel import BATAS_BULAT, format_isian

_SEBUTAN: Final = {
    Bentuk.TEKS: "teks",
    Bentuk.BULAT: "bilangan bulat",
    Bentuk.TANGGAL: "tanggal (2020-04-03)",
    Bentuk.YA_TIDAK: "ya/tidak",
    Bentuk.DAFTAR: "daftar, dipisah '|'",
    Bentuk.ANGKA: "angka (90,5)",
    Bentuk.UANG: "rupiah",
}


def make_skema_paket() -> dict[str, Any]:
    """Return the JSON Schema of ``paket.toml``, with the columns of every table under ``x-tabel``."""
    bagian_skala = _objek(SKALA)
    bagian_skala["properties"]["kelas"] = {"type": "array", "items": _objek(KELAS), "minItems": 1}
    umum = _objek(UMUM)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tolok:skema:paket",
        "title": "paket.toml",
        "description": "Bagian umum sebuah paket Tolok; tabel-tabelnya ada di berkas CSV menurut x-tabel.",
        "type": "object",
        "properties": {
            "versi_format": {"const": VERSI_FORMAT},
            **umum["properties"],
            "instansi": _objek(INSTANSI),
            "kebijakan": _objek(KEBIJAKAN),
            "skala": {"type": "array", "items": bagian_skala},
        },
        "required": ["versi_format", *umum["required"], "instansi"],
        "additionalProperties": False,
        "x-tabel": {
            nama: {
                "berkas": f"{nama}.csv",
                "uraian": TABEL_KETERANGAN[nama],
                "wajib": nama in TABEL_WAJIB,
                "kolom": [_kolom(nama, isian, kolom) for isian in tabel.daftar_isian for kolom in isian.kolom],
            }
            for nama, tabel in TABEL.items()
        },
    }


def make_skema_periksa() -> dict[str, Any]:
    """Return the JSON Schema of what ``tolok paket periksa --format json`` prints."""
    teks_atau_kosong = {"type": ["string", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tolok:skema:paket-periksa",
        "title": "tolok paket periksa --format json",
        "description": "Bidang dapat bertambah, tidak pernah berganti nama atau hilang.",
        "type": "object",
        "properties": {
            "paket": {"type": "string"},
            "sah": {"type": "boolean"},
            "jumlah_galat": {"type": "integer", "minimum": 0},
            "jumlah_peringatan": {"type": "integer", "minimum": 0},
            "masalah": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "tingkat": {"enum": ["galat", "peringatan"]},
                        "berkas": {"type": "string"},
                        "baris": {"type": ["integer", "null"], "minimum": 1},
                        "kolom": teks_atau_kosong,
                        "sel": teks_atau_kosong,
                        "tertulis": teks_atau_kosong,
                        "pesan": {"type": "string"},
                    },
                    "required": ["tingkat", "berkas", "baris", "kolom", "sel", "tertulis", "pesan"],
                },
            },
        },
        "required": ["paket", "sah", "jumlah_galat", "jumlah_peringatan", "masalah"],
    }


def make_skema_muat() -> dict[str, Any]:
    """Return the JSON Schema of what ``tolok muat-paket --format json`` prints."""
    teks, bulat, ya_tidak = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "boolean"}
    isi = {"type": "object", "additionalProperties": teks}
    baris = _objek_wajib(kunci=isi, isi=isi)
    sel = _objek_wajib(kolom=teks, lama=teks, baru=teks)
    tabel = _objek_wajib(
        tabel=teks,
        ditambah={"type": "array", "items": baris},
        diubah={"type": "array", "items": _objek_wajib(kunci=isi, isi=isi, sel={"type": "array", "items": sel})},
        dihapus={"type": "array", "items": baris},
        urutan_berubah=ya_tidak,
    )
    penolakan = _objek_wajib(
        sebab={"enum": ["hak", "tidak_muat", "terkunci", "terbit"]},
        tabel=teks,
        letak=teks,
        triwulan={"type": ["integer", "null"], "minimum": 1, "maximum": 4},
        pesan=teks,
        saran=teks,
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tolok:skema:muat-paket",
        "title": "tolok muat-paket --format json",
        "description": "Bidang dapat bertambah, tidak pernah berganti nama atau hilang.",
        **_objek_wajib(
            paket=teks,
            sidik={"type": "string", "pattern": "^[0-9a-f]{64}$"},
            instansi=teks,
            tahun={"type": "integer"},
            baru=ya_tidak,
            ditolak=ya_tidak,
            dimuat=ya_tidak,
            nomor_riwayat=bulat,
            jumlah=_objek_wajib(ditambah=bulat, diubah=bulat, dihapus=bulat),
            penolakan={"type": "array", "items": penolakan},
            tabel={"type": "array", "items": tabel},
        ),
    }


def _objek_wajib(**bidang: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": bidang, "required": list(bidang)}


def format_acuan_kolom() -> str:
    """Return the Markdown reference of every table and column."""
    return "\n".join(_acuan())


def _acuan() -> Iterator[str]:
    judul = {
        "umum": (UMUM, "`paket.toml`, kunci teratas"),
        "instansi": (INSTANSI, "`paket.toml`, bagian `[instansi]`"),
        "kebijakan": (KEBIJAKAN, "`paket.toml`, bagian `[kebijakan]`"),
        "skala": (SKALA, "`paket.toml`, bagian `[[skala]]`; lembar `skala`"),
        "kelas": (KELAS, "`paket.toml`, bagian `[[skala.kelas]]`; lembar `kelas`"),
        **{nama: (tabel, f"`{nama}.csv`") for nama, tabel in TABEL.items()},
    }
    for nama, (tabel, sebutan) in judul.items():
        yield f"### {sebutan}\n"
        wajib = " Wajib ada." if nama in TABEL_WAJIB else ""
        yield f"{TABEL_KETERANGAN[nama]}{wajib}\n"
        yield "| kolom | isi | wajib | bila kosong | arti |"
        yield "|---|---|---|---|---|"
        if nama == "kelas":
            yield f"| `{KOLOM_INDUK_KELAS}` | teks | hanya di buku kerja | | {KOLOM_KETERANGAN['kelas']['skala']} |"
        for isian in tabel.daftar_isian:
            for kolom in isian.kolom:
                data = _kolom(nama, isian, kolom)
                isi = ", ".join(f"`{kata}`" for kata in data["pilihan"]) if "pilihan" in data else data["isi"]
                wajib = "ya" if data["wajib"] else ""
                bawaan = f"`{data['bawaan']}`" if data.get("bawaan") else ""
                baris = f"`{kolom}` ¦ {isi} ¦ {wajib} ¦ {bawaan} ¦ {data['uraian']}"
                yield "| " + baris.replace("|", "\\|").replace("¦", "|") + " |"
        yield ""


def _kolom(nama: str, isian: Isian, kolom: str) -> dict[str, Any]:
    data: dict[str, Any] = {"nama": kolom, "uraian": KOLOM_KETERANGAN[nama][kolom]}
    is_utama = kolom == isian.kolom[0]
    if isian.bentuk is Bentuk.NILAI:
        data |= {"isi": "nilai" if is_utama else "teks", "wajib": False}
        if kolom == KOLOM_NILAI[0]:
            data["bawaan"] = "belum_ada:belum_diisi"
        return data
    if isian.bentuk is Bentuk.PERIODE:
        return {**data, "isi": "bilangan bulat", "wajib": is_utama, **({} if is_utama else {"bawaan": "0"})}
    data |= {"isi": _SEBUTAN.get(isian.bentuk, "pilihan"), "wajib": isian.wajib}
    if isian.pilihan is not None:
        data["pilihan"] = [anggota.value for anggota in isian.pilihan]
    if not isian.wajib and isian.bawaan is not None:
        data["bawaan"] = isian.bawaan if isian.bentuk is Bentuk.TEKS else format_isian(isian, isian.bawaan)
    return data


def _objek(tabel: Tabel) -> dict[str, Any]:
    return {
        "type": "object",
        "description": TABEL_KETERANGAN[tabel.nama],
        "properties": {isian.nama: _properti(tabel.nama, isian) for isian in tabel.daftar_isian},
        "required": [isian.nama for isian in tabel.daftar_isian if isian.wajib and isian.nama != "kelas"],
        "additionalProperties": False,
    }


def _properti(nama: str, isian: Isian) -> dict[str, Any]:
    uraian = {"description": KOLOM_KETERANGAN[nama][isian.nama]}
    if isian.pilihan is not None:
        return {"enum": [anggota.value for anggota in isian.pilihan], **uraian}
    match isian.bentuk:
        case Bentuk.BULAT:
            bawah, atas = BATAS_BULAT[isian.nama]
            return {"type": "integer", "minimum": bawah, "maximum": atas, **uraian}
        case Bentuk.YA_TIDAK:
            return {"type": "boolean", **uraian}
        case Bentuk.DAFTAR:
            return {"type": "array", "items": {"type": "string", "pattern": "^[^|]+$"}, **uraian}
        case Bentuk.ANGKA:
            return {"type": ["number", "string"], **uraian}
        case _:
            return {"type": "string", **({"minLength": 1} if isian.wajib else {}), **uraian}
