"""``tolok hitung``: lists, explains, compares, and refuses with a way out."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from data_mesin import TW1, edisi, make_2020, make_data, persen, target, tercatat
from tolok.cli import main
from tolok.core.angka import Angka
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import Bilangan, Rentang
from tolok.paket.tulis import write_paket

SKEMA = json.loads((files("tolok") / "skema" / "hitung.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def paket(tmp_path_factory: pytest.TempPathFactory) -> str:
    tujuan = tmp_path_factory.mktemp("paket") / "dinas"
    write_paket(make_2020(), tujuan)
    return str(tujuan)


def jalankan(capsys: pytest.CaptureFixture[str], *argumen: str, kode: int = 0) -> tuple[str, str]:
    assert main(["hitung", *argumen]) == kode
    keluar = capsys.readouterr()
    return keluar.out.replace("\u00a0", " "), keluar.err


def baca(capsys: pytest.CaptureFixture[str], *argumen: str) -> Any:
    isi = json.loads(jalankan(capsys, *argumen, "--format", "json")[0])
    jsonschema.validate(isi, SKEMA)
    return isi


def test_without_identity_all_are_listed(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar, pesan = jalankan(capsys, paket)
    daftar = keluar.splitlines()
    assert "dinas/2020/tahun/indikator:pmks/capaian" in daftar
    assert f"{len(daftar)} identitas." in pesan
    assert baca(capsys, paket)["identitas"] == daftar


def test_list_is_filtered_by_text(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar, _ = jalankan(capsys, paket, "--cari", "PMKS/target_akhir")
    assert keluar == "dinas/2020/tahun/indikator:pmks/target_akhir\n"


@pytest.mark.parametrize(
    "identitas", ["dinas/2020/tahun/indikator:pmks/capaian", "capaian:pmks", "{capaian:pmks}", "capaian:pmks@tahun"]
)
def test_value_is_shown_with_story_inputs_editions_and_policy(
    capsys: pytest.CaptureFixture[str], paket: str, identitas: str
) -> None:
    keluar, _ = jalankan(capsys, paket, identitas)
    assert keluar.startswith("dinas/2020/tahun/indikator:pmks/capaian\nNilai: 81,77%\n")
    for baris in (
        "  Capaian Persentase PMKS yang terpenuhi kebutuhan dasarnya = 70,3193832…% / 86% × 100% = 81,7667247…%.",
        "  Jumlah PMKS, Triwulan IV Tahun 2020 = 1.816 orang (sumber: Formulir)",
        "  Definisi Persentase PMKS yang terpenuhi kebutuhan dasarnya: pmks-1, berlaku mulai 1 Januari 2020",
        "  Target Persentase PMKS yang terpenuhi kebutuhan dasarnya: Perjanjian Kinerja 2020 (pk-2020)",
        "  rumus turun: (2T − R) / T",
        "  efisiensi: E1 (Penyerapan / Capaian × 100%)",
        "  batas untuk rata-rata: 120%",
    ):
        assert baris in keluar.splitlines()
    assert "konvensi" not in keluar


def test_budget_names_its_edition_and_states_are_said(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar, _ = jalankan(capsys, paket, "serapan:total@tw4#t32")
    assert "Nilai: 86,58%" in keluar
    assert "  Pagu: Tabel 3.2" in keluar.splitlines()
    keluar, _ = jalankan(capsys, paket, "capaian:kla")
    assert "Nilai: – (tidak dievaluasi)" in keluar


def test_sections_without_content_are_left_out(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar, _ = jalankan(capsys, paket, "nilai:tk@tw1")
    assert "Nilai: – (belum diisi)" in keluar
    assert "Masukan" not in keluar
    assert "Edisi yang dipakai" not in keluar


def test_other_conventions_stand_beside_the_value(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    keluar, _ = jalankan(capsys, paket, "rata_rata_capaian:instansi", "--konvensi")
    daftar = keluar.splitlines()
    assert "  batas 100: 90,88%" in daftar
    assert "  tanpa batas: 92,16% (sama)" in daftar
    assert "  dasar hitung tercetak: 92,16% (berbeda sebelum dibulatkan)" in daftar
    keluar, _ = jalankan(capsys, paket, "pagu:total", "--konvensi")
    assert "  Nilai ini tidak bergantung pada konvensi capaian." in keluar.splitlines()
    assert baca(capsys, paket, "pagu:total", "--konvensi")["konvensi"] == []


def test_json_holds_the_exact_value(capsys: pytest.CaptureFixture[str], paket: str) -> None:
    isi = baca(capsys, paket, "capaian:pmks@tw4", "--konvensi")
    assert (isi["tahun"], isi["triwulan"], isi["objek"], isi["besaran"]) == (2020, 4, "indikator:pmks", "capaian")
    assert isi["tercetak"] == "81,77%"
    assert isi["nilai"]["pecahan"] == _pecahan(Angka(127700, 1816) / 86 * 100)
    assert isi["nilai"]["angka"].startswith("81.766724720")
    assert isi["jejak"]["operasi"] == "capaian.naik"
    assert {k["nama"]: k["tercetak"] for k in isi["konvensi"]}["batas 100"] == "81,77%"
    assert isi["edisi"][0] == {
        "nama": "Definisi Persentase PMKS yang terpenuhi kebutuhan dasarnya",
        "edisi": "pmks-1, berlaku mulai 1 Januari 2020",
    }


def _pecahan(angka: Angka) -> str:
    return f"{angka.pembilang}/{angka.penyebut}"


@pytest.mark.parametrize(
    ("identitas", "jenis"),
    [
        ("target:kla", "kategori"),
        ("capaian:kla", "belum_ada"),
        ("capaian:kasus", "tidak_dapat_dihitung"),
        ("nilai:pmks-jumlah@tw4", "bilangan"),
        ("rata_rata_capaian:instansi", "bilangan"),
        ("serapan:penunjang@tw1", "bilangan"),
    ],
)
def test_json_of_every_kind_follows_its_schema(
    capsys: pytest.CaptureFixture[str], paket: str, identitas: str, jenis: str
) -> None:
    assert baca(capsys, paket, identitas)["nilai"]["jenis"] == jenis


def test_json_of_ranges_negatives_and_no_cap(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = make_data(
        kebijakan=Kebijakan(batas=None),
        daftar_indikator=(edisi("i", satuan="orang"),),
        daftar_target=(target("i", Rentang(Angka(7), Angka(15, 2), "orang"), TW1),),
        daftar_nilai_tercatat=(tercatat("i", TW1, Bilangan(Angka(-5, 2), "orang")),),
    )
    write_paket(replace(data, daftar_skala=data.daftar_skala), tmp_path / "p")
    isi = baca(capsys, str(tmp_path / "p"), "target:i@tw1")
    assert (isi["nilai"]["bawah"], isi["nilai"]["atas"]) == ("7", "7.5")
    isi = baca(capsys, str(tmp_path / "p"), "realisasi:i@tw1")
    assert isi["nilai"]["angka"] == "-2.5"
    assert isi["kebijakan"]["batas untuk rata-rata"] == "tanpa batas"


@pytest.mark.parametrize(
    ("identitas", "saran"),
    [
        ("dinas/2020/tahun/indikator:pmk/capaian", "dinas/2020/tahun/indikator:pmks/capaian"),
        ("x/y", "Daftarnya: tolok hitung PAKET."),
        ("capain:pmks", "Maksudnya “capaian”?"),
        ("capaian:pmk", "Maksudnya “pmks”?"),
        ("capaian", "Tulis besaran dan objek"),
    ],
)
def test_unknown_identity_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str], paket: str, identitas: str, saran: str
) -> None:
    keluar, pesan = jalankan(capsys, paket, identitas, kode=2)
    assert keluar == ""
    assert saran in " ".join(pesan.split())


def test_package_that_cannot_be_read_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, pesan = jalankan(capsys, str(tmp_path / "tidak-ada"), kode=2)
    assert "tidak ada" in pesan


def test_fault_found_while_computing_is_refused_with_its_place(
    capsys: pytest.CaptureFixture[str], paket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rusak = replace(make_2020(), daftar_indikator=(edisi("pmks", bobot="banyak"),))
    monkeypatch.setattr("tolok.cli.hitung.load_paket", lambda _: rusak)
    _, pesan = jalankan(capsys, paket, "rata_rata_capaian:instansi", kode=2)
    assert "banyak" in pesan


def test_every_number_of_a_json_story_has_a_schema(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = make_data(
        daftar_indikator=(edisi("i"),),
        daftar_target=(target("i", persen("3")),),
        daftar_nilai_tercatat=(tercatat("i", TW1, persen("1")),),
    )
    write_paket(data, tmp_path / "p")
    assert baca(capsys, str(tmp_path / "p"), "capaian:i@tw1")["nilai"]["angka"] == "33." + "3" * 20
