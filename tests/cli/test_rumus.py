"""The command ``tolok rumus``: its published JSON, its text, and input it cannot read."""

from __future__ import annotations

import io
import json
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tolok.cli import main
from tolok.cli.rumus import PENJELASAN

SKEMA: dict[str, Any] = json.loads(files("tolok").joinpath("skema/rumus.schema.json").read_text(encoding="utf-8"))
DATA = Path(__file__).parents[1] / "core" / "rumus" / "data"


def daftar_teks() -> list[str]:
    nama = ("tercetak.toml", "ragam.toml")
    return [c["teks"] for n in nama for c in tomllib.loads((DATA / n).read_text(encoding="utf-8"))["contoh"]]


def test_json_has_the_published_fields(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rumus", "Jumlah PMKS terpenuhi dibagi Jumlah PMKS x 100%", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "teks": "Jumlah PMKS terpenuhi dibagi Jumlah PMKS x 100%",
        "bentuk": "rasio",
        "rumus": "[Jumlah PMKS terpenuhi] / [Jumlah PMKS] * 100%",
        "pembilang": "Jumlah PMKS terpenuhi",
        "penyebut": "Jumlah PMKS",
        "variabel": ["Jumlah PMKS terpenuhi", "Jumlah PMKS"],
        "alasan": None,
        "latex": r"\frac{\text{Jumlah PMKS terpenuhi}}{\text{Jumlah PMKS}} \times 100\%",
        "catatan": [],
    }


def test_every_line_of_a_file_gives_one_valid_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jsonschema.Draft202012Validator.check_schema(SKEMA)
    validator = jsonschema.Draft202012Validator(SKEMA)
    baris = [" ".join(t.split("\n")) for t in daftar_teks()]
    berkas = tmp_path / "rumus.txt"
    berkas.write_text("\ufeff" + "\r\n".join([*baris, "", "x"]) + "\r\n", encoding="utf-8", newline="")
    assert main(["rumus", "--dari", str(berkas), "--format", "json"]) == 0
    hasil = [json.loads(b) for b in capsys.readouterr().out.splitlines()]
    assert [h["teks"] for h in hasil] == [*baris, "", "x"]
    for h in hasil:
        validator.validate(h)


@pytest.mark.parametrize(
    "rusak",
    [{"bentuk": "lain"}, {"rumus": None}, {"alasan": "x"}, {"variabel": ["a", "a"]}, {"latex": ""}, {"pembilang": 3}],
)
def test_schema_refuses_what_breaks_the_interface(rusak: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    main(["rumus", "Jumlah A / Jumlah B", "--format", "json"])
    isi = json.loads(capsys.readouterr().out) | rusak
    assert not jsonschema.Draft202012Validator(SKEMA).is_valid(isi)


def test_text_shows_reading_formula_latex_and_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rumus", "Jumlah A / Jumlah B x 100% menurut data"]) == 0
    keluar = capsys.readouterr().out
    for isi in ("rasio", "[Jumlah A] / [Jumlah B] * 100%", r"\frac{\text{Jumlah A}}{\text{Jumlah B}} \times 100\%",
                "Pembilang  Jumlah A", "Penyebut   Jumlah B", PENJELASAN["rasio"], "tidak ikut dibaca"):  # fmt: skip
        assert isi in keluar


def test_text_of_a_count_has_no_sides(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rumus", "Jumlah dokumen yang disusun"]) == 0
    assert "Pembilang" not in capsys.readouterr().out


def test_what_cannot_be_computed_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rumus", "Sesuai ketentuan"]) == 0
    keluar = capsys.readouterr().out
    assert "tidak_dapat_dihitung" in keluar
    assert "Alasan" in keluar


def test_every_shape_has_its_meaning() -> None:
    assert set(SKEMA["properties"]["bentuk"]["enum"]) == {*PENJELASAN, "tidak_dapat_dihitung"}


def test_file_as_text_numbers_its_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "rumus.txt"
    berkas.write_text("Jumlah A\n[B] * 2\n", encoding="utf-8")
    assert main(["rumus", "--dari", str(berkas)]) == 0
    keluar = capsys.readouterr().out
    assert "1. Jumlah A" in keluar
    assert "2. [B] * 2" in keluar


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Σ dokumen\n".encode())))
    assert main(["rumus", "--dari", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["bentuk"] == "jumlah"


def test_file_that_is_not_utf8_names_line_and_byte_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "rusak.txt"
    berkas.write_bytes(b"Jumlah A\nJumlah \xe9 B\n")
    assert main(["rumus", "--dari", str(berkas), "--format", "json"]) == 2
    keluar = capsys.readouterr()
    assert keluar.out == ""
    assert "baris 2, bita ke-8 (0xE9)" in keluar.err
    assert "Simpan ulang atau salin ulang" in keluar.err


def test_text_that_is_not_utf8_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rumus", "Jumlah \udce9", "--format", "json"]) == 2
    assert "Teks rumus, baris 1, bita ke-8 (0xE9)" in capsys.readouterr().err


@pytest.mark.parametrize(("nama", "sebab"), [("tidak-ada.txt", "tidak ada"), (".", "tidak dapat dibuka")])
def test_file_that_cannot_be_opened_is_named(
    nama: str, sebab: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rumus", "--dari", str(tmp_path / nama)]) == 2
    assert sebab in capsys.readouterr().err


@pytest.mark.parametrize("argumen", [["rumus"], ["rumus", "A", "--dari", "x"]])
def test_exactly_one_input_is_asked_for(argumen: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as keluar:
        main(argumen)
    assert keluar.value.code == 2
    assert "--dari" in capsys.readouterr().err


def test_file_of_a_hundred_thousand_lines_is_not_held_in_memory(tmp_path: Path) -> None:
    from tolok.cli.rumus import read_baris

    berkas = tmp_path / "besar.txt"
    berkas.write_text("Jumlah A\n" * 100_000, encoding="utf-8")
    baris = read_baris(str(berkas))
    assert next(baris) == "Jumlah A"
    assert not isinstance(baris, list | tuple)
