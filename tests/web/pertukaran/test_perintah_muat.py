"""``tolok muat-paket`` and ``tolok paket tulis --instansi``; the round trip as processes, in a place of their own."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
from tests.web.tempat import Tempat

from tolok.cli import main
from tolok.contoh import path_contoh
from tolok.paket.muat import load_paket
from tolok.paket.tulis import write_paket

INSTANSI = "probolinggo-dinsos-pppa"
SKEMA = json.loads((files("tolok.skema") / "muat-paket.schema.json").read_text(encoding="utf-8"))


class Jalan(NamedTuple):
    """What one command did: its exit code, and what it printed on each stream."""

    kode: int
    keluaran: str
    galat: str


Perintah = Callable[..., Jalan]


@pytest.fixture
def tolok(db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Perintah:
    """Run a command here, on the database of the test."""

    def jalankan(*masukan: str, jawaban: str = "", lebar: int = 200) -> Jalan:
        monkeypatch.setenv("COLUMNS", str(lebar))
        monkeypatch.setattr(sys, "stdin", io.StringIO(jawaban))
        kode = main(list(masukan))
        keluaran = capsys.readouterr()
        return Jalan(kode, keluaran.out, keluaran.err)

    return jalankan


def _isi(folder: Path) -> dict[str, bytes]:
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in sorted(folder.rglob("*")) if b.is_file()}


def _satu_baris(teks: str) -> str:
    return " ".join(teks.split())


def test_both_examples_go_in_and_come_out_the_same_as_folder_and_workbook(tempat: Tempat, tmp_path: Path) -> None:
    """2020 goes in as a folder and 2023 as a workbook; each comes out as both, byte for byte what the files give."""
    tempat.siapkan()
    buku = tmp_path / "2023.xlsx"
    write_paket(load_paket(path_contoh("probolinggo-2023")), buku)
    for paket in (path_contoh("probolinggo-2020"), buku):
        jalan = tempat.tolok("muat-paket", str(paket), "--ya")
        assert jalan.returncode == 0, jalan.stderr
        assert "sebagai catatan riwayat nomor" in jalan.stdout
    for tahun in ("2020", "2023"):
        ditulis = path_contoh(f"probolinggo-{tahun}")
        for akhiran in ("", ".xlsx"):
            dari_berkas, dari_basis_data = tmp_path / f"berkas-{tahun}{akhiran}", tmp_path / f"basis-{tahun}{akhiran}"
            write_paket(load_paket(ditulis), dari_berkas)
            jalan = tempat.tolok("paket", "tulis", "--instansi", INSTANSI, "--tahun", tahun, str(dari_basis_data))
            assert jalan.returncode == 0, jalan.stderr
            if akhiran:
                assert dari_basis_data.read_bytes() == dari_berkas.read_bytes()
            else:
                assert _isi(dari_basis_data) == _isi(dari_berkas)
        jalan = tempat.tolok("muat-paket", str(tmp_path / f"basis-{tahun}.xlsx"))
        assert jalan.returncode == 0, jalan.stderr
        assert "Isi paket sama dengan yang tersimpan" in jalan.stdout


def test_without_an_answer_nothing_is_loaded(tolok: Perintah, tmp_path: Path) -> None:
    paket = _salin(tmp_path, "dinas-satu")
    for jawaban, kode, pesan in (
        ("", 2, "tambahkan --ya"),
        ("tidak\n", 1, "Tidak dimuat"),
        ("entah\n", 1, "Tidak dimuat"),
    ):
        jalan = tolok("muat-paket", str(paket), jawaban=jawaban)
        assert jalan.kode == kode
        assert pesan in _satu_baris(jalan.keluaran + jalan.galat)
    jalan = tolok("paket", "tulis", "--instansi", "dinas-satu", "--tahun", "2020", str(tmp_path / "x"))
    assert jalan.kode == 2
    assert "'dinas-satu' tidak ada" in _satu_baris(jalan.galat)
    jalan = tolok("muat-paket", str(paket), jawaban="ya\n")
    assert jalan.kode == 0
    jalan = tolok("paket", "tulis", "--instansi", "dinas-satu", "--tahun", "2019", str(tmp_path / "x"))
    assert "yang ada: 2020" in _satu_baris(jalan.galat)
    assert not (tmp_path / "x").exists()


def test_a_changed_package_shows_each_cell_before_it_is_loaded(tolok: Perintah, tmp_path: Path) -> None:
    paket = _salin(tmp_path, "dinas-dua")
    assert tolok("muat-paket", str(paket), "--ya").kode == 0
    berkas = paket / "realisasi.csv"
    kepala, pertama, *sisa = berkas.read_text(encoding="utf-8").splitlines()
    berkas.write_text("\n".join([kepala, *sisa]) + "\n", encoding="utf-8")
    isu = paket / "isu.csv"
    isu.write_text(isu.read_text(encoding="utf-8") + "Isu baru yang ditambahkan\n", encoding="utf-8")
    variabel = paket / "variabel.csv"
    variabel.write_text(
        variabel.read_text(encoding="utf-8").replace("Seluruh PMKS di Kota", "Semua PMKS di Kota"), encoding="utf-8"
    )
    jalan = tolok("muat-paket", str(paket), jawaban="ya\n")
    teks = _satu_baris(jalan.keluaran.replace("│", " "))
    assert jalan.kode == 0, jalan.galat
    assert "variabel pmks-jumlah definisi Seluruh PMKS di Kota Probolinggo. Semua PMKS di Kota Probolinggo." in teks
    assert "Ditambah di isu: Isu baru yang ditambahkan" in teks
    assert f"Dihapus di realisasi: kode {pertama.split(',')[0]}" in teks
    assert "Seluruhnya: 1 baris ditambah, 1 diubah, 1 dihapus." in teks
    assert "Isi paket sama" in tolok("muat-paket", str(paket)).keluaran


def test_a_refused_package_says_where_and_what_to_do_and_writes_nothing(tolok: Perintah, tmp_path: Path) -> None:
    paket = _salin(tmp_path, "dinas-tiga")
    assert tolok("muat-paket", str(paket), "--ya").kode == 0
    pagu = paket / "pagu.csv"
    baris = pagu.read_text(encoding="utf-8").splitlines()
    kolom = baris[0].split(",").index("jumlah")
    satu = baris[1].split(",")
    satu[kolom] = "1"
    pagu.write_text("\n".join([baris[0], ",".join(satu), *baris[2:]]) + "\n", encoding="utf-8")
    isu = paket / "isu.csv"
    isu.write_text(isu.read_text(encoding="utf-8") + "Isu baru\n", encoding="utf-8")
    for lebar in (160, 50):
        jalan = tolok("muat-paket", str(paket), "--ya", lebar=lebar)
        teks = _satu_baris(jalan.keluaran.replace("│", " "))
        assert jalan.kode == 1
        assert "Sudah terbit" in teks
        assert "Tambahkan edisi pagu baru" in teks
        assert "Paket ditolak seluruhnya" in teks
    jalan = tolok("muat-paket", str(paket), "--ya", "--format", "json")
    isi = json.loads(jalan.keluaran)
    jsonschema.validate(isi, SKEMA)
    assert jalan.kode == 1
    assert (isi["ditolak"], isi["dimuat"]) == (True, False)
    assert [(p["sebab"], p["tabel"]) for p in isi["penolakan"]] == [("terbit", "pagu")]
    assert tolok("paket", "tulis", "--instansi", "dinas-tiga", "--tahun", "2020", str(tmp_path / "x"))
    assert "Isu baru" not in (tmp_path / "x" / "isu.csv").read_text(encoding="utf-8")


def test_json_previews_without_asking_and_tells_the_entry_once_loaded(tolok: Perintah, tmp_path: Path) -> None:
    paket = _salin(tmp_path, "dinas-empat")
    pratinjau = json.loads(tolok("muat-paket", str(paket), "--format", "json").keluaran)
    jsonschema.validate(pratinjau, SKEMA)
    assert (pratinjau["baru"], pratinjau["dimuat"], pratinjau["nomor_riwayat"]) == (True, False, 0)
    jalan = tolok("muat-paket", str(paket), "--format", "json", "--ya")
    isi = json.loads(jalan.keluaran)
    jsonschema.validate(isi, SKEMA)
    assert (isi["dimuat"], isi["nomor_riwayat"], isi["sidik"]) == (True, 1, pratinjau["sidik"])
    assert isi["jumlah"]["ditambah"] == sum(len(tabel["ditambah"]) for tabel in isi["tabel"])


@pytest.mark.parametrize(
    ("masukan", "pesan"),
    [
        (("muat-paket", "tidak-ada"), "Alamat ini tidak ada"),
        (("paket", "tulis", "--instansi", "x", "tujuan"), "--instansi dan --tahun ditulis bersama"),
        (("paket", "tulis", "--tahun", "2020", "tujuan"), "--instansi dan --tahun ditulis bersama"),
        (("paket", "tulis", "--instansi", "x", "--tahun", "2020", "a", "b"), "PAKET (a) tidak ditulis"),
        (("paket", "tulis", "a"), "TUJUAN belum ditulis"),
    ],
)
def test_wrong_input_is_told(tolok: Perintah, masukan: tuple[str, ...], pesan: str) -> None:
    jalan = tolok(*masukan)
    assert jalan.kode == 2
    assert pesan in _satu_baris(jalan.galat)


def test_options_may_stand_between_the_addresses(tolok: Perintah, tmp_path: Path) -> None:
    tujuan = tmp_path / "tujuan"
    jalan = tolok("paket", "tulis", str(path_contoh("probolinggo-2023")), "--timpa", str(tujuan))
    assert jalan.kode == 0, jalan.galat
    assert (tujuan / "paket.toml").is_file()


def _salin(tmp_path: Path, kode: str) -> Path:
    """Return a copy of the example of another agency."""
    paket = tmp_path / kode
    shutil.copytree(path_contoh("probolinggo-2020"), paket)
    umum = paket / "paket.toml"
    umum.write_text(umum.read_text(encoding="utf-8").replace(f'id = "{INSTANSI}"', f'id = "{kode}"'), encoding="utf-8")
    return paket
