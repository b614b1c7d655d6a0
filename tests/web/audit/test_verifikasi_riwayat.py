"""``tolok verifikasi-riwayat`` as people and scripts use it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.web.tempat import Tempat

TULIS = """
import django
django.setup()
from django.db import transaction
from tolok.web.audit.operations import record
for rantai in ("", "dinas"):
    for nomor in range(1, 4):
        with transaction.atomic():
            record("uji.dicatat", rantai=rantai, objek=f"uji:{nomor}", isi={"nomor": nomor}, oleh=None)
"""
SKEMA = json.loads(files("tolok").joinpath("skema/verifikasi-riwayat.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def isi(tempat_siap: Tempat) -> Tempat:
    """A place with two short chains."""
    tempat_siap.python(TULIS)
    return tempat_siap


def _periksa(tempat: Tempat, *masukan: str) -> tuple[int, dict[str, Any]]:
    jalan = tempat.tolok("verifikasi-riwayat", "--format", "json", *masukan)
    keluaran = json.loads(jalan.stdout)
    jsonschema.validate(keluaran, SKEMA)
    return jalan.returncode, keluaran


def test_a_whole_history_is_said_to_be_whole(isi: Tempat) -> None:
    jalan = isi.tolok("verifikasi-riwayat")
    assert (jalan.returncode, jalan.stdout) == (0, "Riwayat utuh. 6 catatan dalam 2 rantai.\n")
    kode, keluaran = _periksa(isi)
    assert (kode, keluaran["utuh"], keluaran["jumlah_catatan"], keluaran["kerusakan"]) == (0, True, 6, [])


def test_a_tampered_row_is_named(isi: Tempat) -> None:
    isi.sql("UPDATE audit_catatan SET isi = '{}' WHERE objek = 'uji:2'")
    jalan = isi.tolok("verifikasi-riwayat", "--instansi", "dinas")
    assert jalan.returncode == 1
    assert jalan.stdout.startswith("dinas catatan 2: isi diubah. Isi dan sidiknya tidak cocok. [")
    assert jalan.stdout.splitlines()[0].endswith("Z, uji:2]")
    assert "Riwayat tidak utuh: 1 kerusakan; 3 catatan dalam 1 rantai." in jalan.stdout
    kode, keluaran = _periksa(isi)
    assert (kode, [(k["rantai"], k["nomor"], k["objek"]) for k in keluaran["kerusakan"]]) == (
        1,
        [("", 2, "uji:2"), ("dinas", 2, "uji:2")],
    )


def test_an_anchor_shows_that_everything_was_taken_away(isi: Tempat, tmp_path: Path) -> None:
    jangkar = str(tmp_path / "jangkar.json")
    assert _periksa(isi, "--tulis-jangkar", jangkar)[0] == 0
    isi.sql("DELETE FROM audit_catatan WHERE nomor = 3")
    isi.sql(
        "UPDATE audit_rantai SET nomor = 2, "
        "sidik = (SELECT c.sidik FROM audit_catatan c WHERE c.rantai_id = audit_rantai.id AND c.nomor = 2)"
    )
    assert _periksa(isi)[0] == 0
    kode, keluaran = _periksa(isi, "--jangkar", jangkar)
    assert (kode, {k["jenis"] for k in keluaran["kerusakan"]}) == (1, {"jangkar tidak cocok"})


def test_a_broken_history_gets_no_anchor(isi: Tempat, tmp_path: Path) -> None:
    isi.sql("DELETE FROM audit_catatan WHERE nomor = 2")
    jalan = isi.tolok("verifikasi-riwayat", "--tulis-jangkar", str(tmp_path / "jangkar.json"))
    assert jalan.returncode == 1
    assert "Jangkar tidak ditulis" in jalan.stdout
    assert not (tmp_path / "jangkar.json").exists()


@pytest.mark.parametrize("teks", ["bukan json", '{"rantai": [{"kode": "dinas"}]}', '{"rantai": 5}', "[]", None])
def test_what_is_no_anchor_is_told(isi: Tempat, tmp_path: Path, teks: str | None) -> None:
    berkas = tmp_path / "jangkar.json"
    if teks is not None:
        berkas.write_text(teks)
    jalan = isi.tolok("verifikasi-riwayat", "--jangkar", str(berkas))
    assert jalan.returncode == 2
    assert "jangkar.json" in jalan.stderr.replace("\n", "")


def test_an_unknown_agency_is_told(isi: Tempat) -> None:
    jalan = isi.tolok("verifikasi-riwayat", "--instansi", "lain")
    assert (jalan.returncode, "Tidak ada riwayat perangkat daerah lain" in jalan.stderr) == (2, True)


def test_without_a_database_nothing_can_be_said(tempat: Tempat) -> None:
    assert tempat.tolok("verifikasi-riwayat").returncode == 2
