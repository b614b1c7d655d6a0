"""``tolok hitung`` on composite indicators, values of units, and data quality."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from data_mesin import TW1, edisi, make_data, orang, target, tercatat
from tolok.cli import main
from tolok.core.angka import Angka
from tolok.core.indikator import Gabungan, NilaiVariabel, Sifat, Variabel
from tolok.core.nilai import Bilangan
from tolok.core.organisasi import Unit
from tolok.paket.tulis import write_paket

SKEMA = json.loads((files("tolok") / "skema" / "hitung.schema.json").read_text(encoding="utf-8"))


def _banyak(n: int, satuan: str) -> Bilangan:
    return Bilangan(Angka(n), satuan)


@pytest.fixture(scope="module")
def paket(tmp_path_factory: pytest.TempPathFactory) -> str:
    bagian = {"bagian_dari": "paket", "digit": 0}
    data = make_data(
        daftar_indikator=(
            edisi("paket", nama="Paket layanan", satuan="paket", gabungan=Gabungan.SEMUA_TERCAPAI),
            edisi(
                "dokumen", satuan="dokumen", mutu_sumber="Arsip bidang.", mutu_keterbatasan="Belum diaudit.", **bagian
            ),
            edisi("warga", satuan="orang", rumus="[Warga terlayani]", **bagian),
        ),
        daftar_target=(
            target("dokumen", _banyak(2, "dokumen")),
            target("warga", _banyak(60, "orang")),
        ),
        daftar_nilai_tercatat=(tercatat("dokumen", TW1, _banyak(2, "dokumen")),),
        daftar_unit=(Unit(id="a", nama="Bidang A"), Unit(id="b", nama="UPT B")),
        daftar_variabel=(Variabel(id="v", label="Warga terlayani", satuan="orang", sifat=Sifat.ARUS),),
        daftar_nilai_variabel=tuple(
            NilaiVariabel(variabel="v", periode=TW1, unit=unit, nilai=orang(n)) for unit, n in (("a", 30), ("b", 20))
        ),
    )
    tujuan = tmp_path_factory.mktemp("paket") / "dinas"
    write_paket(replace(data, daftar_skala=data.daftar_skala), Path(tujuan))
    return str(tujuan)


def jalankan(capsys: pytest.CaptureFixture[str], *argumen: str) -> str:
    assert main(["hitung", *argumen]) == 0
    return capsys.readouterr().out.replace("\u00a0", " ")


def baca(capsys: pytest.CaptureFixture[str], *argumen: str) -> Any:
    isi = json.loads(jalankan(capsys, *argumen, "--format", "json"))
    jsonschema.validate(isi, SKEMA)
    return isi


def test_the_combination_is_told_part_by_part(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar = jalankan(capsys, paket, "capaian:paket@tw1")
    assert "Nilai: 0,00%" in keluar
    assert "Warga terlayani, Triwulan I Tahun 2020 = 30 orang + 20 orang = 50 orang. 2 unit." in keluar
    assert "Capaian Persentase dokumen = 2 dokumen / 2 dokumen × 100% = 100%." in keluar
    assert "Capaian Persentase warga = 50 orang / 60 orang × 100% = 83,333" in keluar
    assert "Belum tercapai: Persentase warga." in keluar


def test_a_composite_value_is_an_array_in_json(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    isi = baca(capsys, paket, "realisasi:paket@tw1")
    assert isi["tercetak"] == "2 dokumen; 50 orang"
    assert isi["nilai"]["jenis"] == "majemuk"
    assert [(b["indikator"], b["nilai"]["angka"]) for b in isi["nilai"]["bagian"]] == [
        ("dokumen", "2"),
        ("warga", "50"),
    ]


def test_data_quality_is_said_where_it_was_disclosed(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar = jalankan(capsys, paket, "capaian:dokumen@tw1")
    assert "Mutu data\n  Cara pengumpulan: Arsip bidang.\n  Keterbatasan: Belum diaudit.\n" in keluar
    assert baca(capsys, paket, "capaian:dokumen@tw1")["mutu"] == {
        "Cara pengumpulan": "Arsip bidang.", "Keterbatasan": "Belum diaudit.",
    }  # fmt: skip
    assert "Mutu data" not in jalankan(capsys, paket, "capaian:warga@tw1")
    assert baca(capsys, paket, "nilai:v@tw1")["mutu"] == {}


def test_the_entry_of_a_unit_is_a_quantity(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    isi = baca(capsys, paket, "dinas/2020/tw1/variabel:v/isian@b")
    assert isi["tercetak"] == "20"
