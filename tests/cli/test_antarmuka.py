"""
The machine-readable interface, pinned: scripts of agencies depend on these keys, their order of kinds and exit codes.

A key may be added here; a change or removal breaks somebody's script and is refused.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tolok.cli import main
from tolok.contoh import path_contoh
from tolok.core.nilai import AlasanBelumAda, AlasanTakTerhitung, JenisTanda

CONTOH = str(path_contoh("probolinggo-2020"))
KUNCI_RUMUS = ["teks", "bentuk", "rumus", "pembilang", "penyebut", "variabel", "alasan", "latex", "catatan"]
BENTUK = [
    "rasio", "jumlah", "rata_rata", "selisih", "perubahan", "penurunan",
    "kategori", "indeks", "fgt", "ekspresi", "tidak_dapat_dihitung",
]  # fmt: skip
KUNCI_BACA = {
    "dokumen": [
        "jenis", "judul", "perangkat_daerah", "tahun", "triwulan", "indikator", "anggaran", "iki", "tabel_tak_dikenal",
    ],
    "indikator": ["nama", "sasaran", "satuan", "rumus", "sumber_data", "penanggung_jawab", "nilai", "letak"],
    "anggaran": ["kode", "nama", "tingkat", "nilai", "letak"],
    "nilai": ["tahun", "triwulan", "besaran", "tercetak", "angka", "kategori", "letak"],
    "iki": ["jabatan", "tugas", "fungsi", "baris"],
    "tabel": ["letak", "kepala"],
    "letak": ["halaman", "baris", "tabel", "sel"],
}  # fmt: skip
KUNCI_PERIKSA = ["paket", "sah", "jumlah_galat", "jumlah_peringatan", "masalah"]
KUNCI_MASALAH = ["tingkat", "berkas", "baris", "kolom", "sel", "tertulis", "pesan"]
KUNCI_HITUNG = [
    "identitas", "tahun", "triwulan", "objek", "besaran", "tercetak", "digit", "nilai",
    "penjelasan", "masukan", "mutu", "edisi", "kebijakan", "jejak",
]  # fmt: skip
KUNCI_JEJAK = ["operasi", "uraian", "nilai", "identitas", "sumber", "catatan", "anak"]
TERBITAN = """\
# PERJANJIAN KINERJA TAHUN 2025

DINAS PEKERJAAN UMUM KOTA CONTOH

| No | Sasaran | Indikator Kinerja | Target |
|---|---|---|---|
| 1 | Meningkatnya mutu jalan | Persentase jalan mantap | 86,5% |

| No | Program | Anggaran | Keterangan |
|---|---|---|---|
| 1 | Program Penyelenggaraan Jalan | Rp 2.501.951.000 | APBD |
"""
CONTOH_BENTUK = {
    "rasio": "Jumlah A dibagi Jumlah B x 100%",
    "jumlah": "f(x) = Σ dokumen",
    "rata_rata": "(Umum + Kepegawaian + BMD) / 3",
    "selisih": "A tahun n - A tahun n-1",
    "perubahan": "(A tahun n - A tahun n-1) / A tahun n-1 x 100%",
    "penurunan": "(kasus n-1 - kasus n) / kasus n-1 x 100%",
    "kategori": "Level Kota Layak Anak",
    "indeks": "Nilai evaluasi AKIP oleh Inspektorat",
    "ekspresi": "0,5 x A + 0,5 x B / C",
    "tidak_dapat_dihitung": "Sesuai ketentuan",
}


def _skema(nama: str) -> Any:
    return json.loads((files("tolok.skema") / f"{nama}.schema.json").read_text(encoding="utf-8"))


def _json(capsys: pytest.CaptureFixture[str], *masukan: str, kode: int = 0) -> Any:
    assert main([*masukan, "--format", "json"]) == kode
    keluaran = capsys.readouterr()
    assert keluaran.out.endswith("}\n")
    assert keluaran.out.count("\n") == 1
    return json.loads(keluaran.out)


@pytest.mark.parametrize(("bentuk", "teks"), CONTOH_BENTUK.items())
def test_rumus(bentuk: str, teks: str, capsys: pytest.CaptureFixture[str]) -> None:
    isi = _json(capsys, "rumus", teks)
    jsonschema.validate(isi, _skema("rumus"))
    assert list(isi) == KUNCI_RUMUS
    assert (isi["teks"], isi["bentuk"]) == (teks, bentuk)
    assert (isi["alasan"] is None) == (bentuk != "tidak_dapat_dihitung")


def test_shapes_of_rumus() -> None:
    skema = _skema("rumus")
    assert skema["properties"]["bentuk"]["enum"] == BENTUK
    assert skema["required"] == [kunci for kunci in KUNCI_RUMUS if kunci != "catatan"]


def test_baca(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "pk.md"
    berkas.write_text(TERBITAN, encoding="utf-8")
    isi = _json(capsys, "baca", str(berkas))
    jsonschema.validate(isi, _skema("baca"))
    (satu,) = isi["berkas"]
    assert (satu["berkas"], [dokumen["jenis"] for dokumen in satu["dokumen"]]) == ("pk.md", ["perjanjian"])
    dokumen = satu["dokumen"][0]
    assert (dokumen["tahun"], dokumen["indikator"][0]["nama"]) == (2025, "Persentase jalan mantap")
    assert dokumen["indikator"][0]["nilai"][0] | {"letak": {}} == {
        "tahun": 2025, "triwulan": None, "bulan": None, "besaran": "target", "tercetak": "86,5%", "angka": "86.5",
        "atas": None, "kategori": None, "satuan": "%", "catatan": None, "letak": {},
    }  # fmt: skip
    assert dokumen["indikator"][0]["nilai"][0]["letak"]["baris"] == 7
    assert dokumen["anggaran"][0]["nilai"][0]["angka"] == "2501951000"
    for bidang, kunci in KUNCI_BACA.items():
        assert _skema("baca")["$defs"][bidang]["required"] == kunci


def test_paket_periksa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    isi = _json(capsys, "paket", "periksa", CONTOH)
    jsonschema.validate(isi, _skema("paket-periksa"))
    assert list(isi) == KUNCI_PERIKSA
    assert (isi["sah"], isi["jumlah_galat"], isi["jumlah_peringatan"]) == (True, 0, 1)
    assert list(isi["masalah"][0]) == KUNCI_MASALAH
    assert isi["masalah"][0]["tingkat"] == "peringatan"
    skema = _skema("paket-periksa")
    assert (skema["required"], skema["properties"]["masalah"]["items"]["required"]) == (KUNCI_PERIKSA, KUNCI_MASALAH)

    assert main(["paket", "baru", str(tmp_path / "p"), "--tahun", "2026"]) == 0
    (tmp_path / "p" / "target.csv").write_text("indikator\n", encoding="utf-8")
    capsys.readouterr()
    rusak = _json(capsys, "paket", "periksa", str(tmp_path / "p"), kode=1)
    jsonschema.validate(rusak, _skema("paket-periksa"))
    assert (rusak["sah"], rusak["masalah"][0]["tingkat"]) == (False, "galat")


@pytest.mark.parametrize(
    ("identitas", "kunci_nilai"),
    [
        ("capaian:pmks", ["jenis", "angka", "pecahan", "satuan", "tanda"]),
        ("target:kla", ["jenis", "kategori", "peringkat", "skala", "tanda"]),
        ("realisasi:kasus", ["jenis", "alasan", "keterangan", "tanda"]),
        ("realisasi:kla", ["jenis", "alasan", "keterangan", "tanda"]),
    ],
)
def test_hitung(identitas: str, kunci_nilai: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    isi = _json(capsys, "hitung", CONTOH, identitas)
    jsonschema.validate(isi, _skema("hitung"))
    assert list(isi) == KUNCI_HITUNG
    assert list(isi["nilai"]) == kunci_nilai
    assert list(isi["jejak"]) == KUNCI_JEJAK
    assert all(list(satu) == ["identitas", "uraian", "tercetak", "sumber"] for satu in isi["masukan"])


def test_hitung_with_conventions_and_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    isi = _json(capsys, "hitung", CONTOH, "capaian:pmks", "--konvensi")
    assert list(isi) == [*KUNCI_HITUNG, "konvensi"]
    assert list(isi["konvensi"][0]) == ["nama", "tercetak", "nilai", "berbeda"]
    assert (isi["nilai"]["angka"][:5], isi["nilai"]["satuan"], isi["tercetak"]) == ("81.76", "%", "81,77%")
    daftar = _json(capsys, "hitung", CONTOH)
    jsonschema.validate(daftar, _skema("hitung"))
    assert list(daftar) == ["identitas"]


def test_words_of_states_and_marks() -> None:
    assert {satu.value for satu in AlasanBelumAda} >= {
        "tidak_dievaluasi", "belum_terbit", "tidak_dilaporkan", "belum_waktunya", "belum_diisi",
    }  # fmt: skip
    assert {satu.value for satu in AlasanTakTerhitung} >= {
        "penyebut_nol", "tanpa_data", "variabel_tidak_ada", "edisi_tidak_sebanding", "satuan_berbeda",
    }  # fmt: skip
    assert {satu.value for satu in JenisTanda} >= {
        "sementara", "nilai_luar", "bertentangan", "alih_data", "tahun_data",
    }  # fmt: skip


@pytest.mark.parametrize(
    "masukan",
    [
        ["paket", "periksa", "tiada"],
        ["paket", "tulis", "tiada", "tujuan"],
        ["paket", "baru", "tujuan", "--tahun", "1066"],
        ["hitung", "tiada", "--format", "json"],
        ["hitung", CONTOH, "capaian:tiada", "--format", "json"],
        ["hitung", CONTOH, "a/b", "--format", "json"],
        ["rumus", "--dari", "tiada", "--format", "json"],
        ["baca", "tiada.pdf", "--format", "json"],
        *([nama, "tiada"] for nama in ("lkjip", "pengukuran", "perjanjian", "keterkaitan", "renstra", "realisasi")),
    ],
    ids=" ".join,
)
def test_input_that_cannot_be_read_ends_with_two_and_writes_nothing(
    masukan: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(masukan) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert "Tidak dapat dikerjakan." in keluaran.err
    assert list(tmp_path.iterdir()) == []
