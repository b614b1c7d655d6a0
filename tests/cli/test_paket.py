"""``tolok paket``: what each action prints, writes, refuses and returns."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tolok.cli import main
from tolok.paket.muat import load_paket

SKEMA = json.loads((files("tolok.skema") / "paket-periksa.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def paket(tmp_path: Path) -> Path:
    """A new package whose suggestions were taken as they stand."""
    assert main(["paket", "baru", str(tmp_path / "paket"), "--tahun", "2020"]) == 0
    for jalur in (*(tmp_path / "paket").glob("*.csv"), tmp_path / "paket" / "paket.toml"):
        jalur.write_text(jalur.read_text(encoding="utf-8").replace("ISI: ", ""), encoding="utf-8")
    return tmp_path / "paket"


def _rusak(paket: Path, lama: str = "100%", baru: str = "49.48") -> None:
    jalur = paket / "target.csv"
    jalur.write_text(jalur.read_text(encoding="utf-8").replace(lama, baru, 1), encoding="utf-8")


def test_a_clean_package_is_said_to_be_usable(paket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paket", "periksa", str(paket)]) == 0
    assert "Paket dapat dipakai. Tidak ada masalah." in capsys.readouterr().out


def test_a_new_package_has_a_guide_an_id_and_a_next_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baru = tmp_path / "Dinas Saya (Uji)"
    assert main(["paket", "baru", str(baru), "--tahun", "2020"]) == 0
    assert f"tolok paket periksa '{baru}'" in capsys.readouterr().out
    assert "`ISI:`" in (baru / "PETUNJUK.md").read_text(encoding="utf-8")
    assert load_paket(baru).instansi.id == "dinas-saya-uji"
    assert main(["paket", "periksa", str(baru)]) == 0
    assert "Belum diisi; tulis nama program urusan." in " ".join(capsys.readouterr().out.replace("│", " ").split())


def test_problems_are_listed_by_file_with_row_and_column(paket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _rusak(paket)
    (paket / "catatan.csv").write_text("x\n", encoding="utf-8")
    assert main(["paket", "periksa", str(paket)]) == 1
    keluaran = capsys.readouterr().out
    assert "target.csv" in keluaran
    assert "nilai (D2)" in keluaran
    assert "1 galat, 1 peringatan" in keluaran
    assert keluaran.index("target.csv") < keluaran.index("catatan.csv"), "galat tampil dahulu"


def test_warnings_alone_leave_the_package_usable(paket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paket / "[aneh].csv").write_text("x\n", encoding="utf-8")
    assert main(["paket", "periksa", str(paket)]) == 0
    keluaran = capsys.readouterr().out
    assert "[aneh].csv" in keluaran
    assert "dengan 1 peringatan" in keluaran


def test_json_follows_its_schema(paket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _rusak(paket)
    capsys.readouterr()
    assert main(["paket", "periksa", str(paket), "--format", "json"]) == 1
    isi = json.loads(capsys.readouterr().out)
    jsonschema.validate(isi, SKEMA)
    assert (isi["sah"], isi["jumlah_galat"], isi["jumlah_peringatan"]) == (False, 1, 0)
    (masalah,) = isi["masalah"]
    assert {kunci: masalah[kunci] for kunci in ("tingkat", "berkas", "baris", "kolom", "sel", "tertulis")} == {
        "tingkat": "galat", "berkas": "target.csv", "baris": 2, "kolom": "nilai", "sel": "D2", "tertulis": "49.48",
    }  # fmt: skip


def test_what_is_no_package_is_unreadable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paket", "periksa", str(tmp_path / "tiada"), "--format", "json"]) == 2
    luaran = capsys.readouterr()
    assert luaran.out == ""
    assert "tidak ada. Periksa ejaannya." in luaran.err


def test_very_many_problems_are_counted(paket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baris = "".join(f"Penghargaan {nomor},kota,entah\n" for nomor in range(250))
    (paket / "penghargaan.csv").write_text("nama,tingkat,tahun\n" + baris, encoding="utf-8")
    assert main(["paket", "periksa", str(paket)]) == 1
    keluaran = capsys.readouterr().out
    assert "… dan 50 masalah lain." in keluaran
    assert "250 galat" in keluaran


def test_a_package_goes_to_a_workbook_and_back(paket: Path, tmp_path: Path) -> None:
    assert main(["paket", "tulis", str(paket), str(tmp_path / "a.xlsx")]) == 0
    assert main(["paket", "tulis", str(tmp_path / "a.xlsx"), str(tmp_path / "b")]) == 0
    assert load_paket(tmp_path / "b") == load_paket(paket)


def test_the_same_agency_and_year_may_be_rewritten(paket: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert main(["paket", "tulis", str(paket), str(tmp_path / "a.xlsx")]) == 0
        assert main(["paket", "tulis", str(paket), str(paket)]) == 0


@pytest.mark.parametrize("tujuan", ["lain", "lain.xlsx"])
def test_another_package_is_not_overwritten_unless_asked(
    paket: Path, tmp_path: Path, tujuan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paket", "baru", str(tmp_path / tujuan), "--tahun", "2030"]) == 0
    assert main(["paket", "tulis", str(paket), str(tmp_path / tujuan)]) == 2
    assert "--timpa" in capsys.readouterr().err
    assert load_paket(tmp_path / tujuan).tahun == 2030
    assert main(["paket", "tulis", str(paket), str(tmp_path / tujuan), "--timpa"]) == 0
    assert load_paket(tmp_path / tujuan).tahun == 2020


def test_a_folder_of_other_files_is_refused_even_when_asked(paket: Path, tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "a.jpg").write_bytes(b"x")
    assert main(["paket", "tulis", str(paket), str(tmp_path / "foto")]) == 2
    assert main(["paket", "tulis", str(paket), str(tmp_path / "foto"), "--timpa"]) == 2
    assert [jalur.name for jalur in (tmp_path / "foto").iterdir()] == ["a.jpg"]


def test_a_broken_package_is_not_written(paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _rusak(paket)
    assert main(["paket", "tulis", str(paket), str(tmp_path / "b")]) == 2
    assert "target.csv, baris 2, kolom nilai (sel D2)" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "b").exists()


def test_the_next_year_is_made_from_the_old_one(paket: Path, tmp_path: Path) -> None:
    assert main(["paket", "baru", str(tmp_path / "2021"), "--tahun", "2021", "--dari", str(paket)]) == 0
    assert load_paket(tmp_path / "2021").tahun == 2021
    assert load_paket(tmp_path / "2021").daftar_indikator == load_paket(paket).daftar_indikator
    assert main(["paket", "periksa", str(tmp_path / "2021")]) == 0


@pytest.mark.parametrize(("tahun", "potongan"), [("2020", "sudah berisi tahun 2020"), ("1066", "di luar jangkauan")])
def test_an_impossible_year_is_refused(
    paket: Path, tmp_path: Path, tahun: str, potongan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paket", "baru", str(tmp_path / "x"), "--tahun", tahun, "--dari", str(paket)]) == 2
    assert potongan in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "x").exists()


def test_help_is_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as selesai:
        main(["paket", "periksa", "--help"])
    assert selesai.value.code == 0
    assert "Kode keluar: 0 tanpa galat" in " ".join(capsys.readouterr().out.split())
