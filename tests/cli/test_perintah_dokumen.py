"""The commands that print forms: files where asked, paths on stdout, faults in Indonesian with exit code 2."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from data_formulir import DATA
from tolok.cli import main
from tolok.cli.dokumen import read_format
from tolok.paket.tulis import write_paket
from tolok.render.html import NAMA_GAYA, gaya_kertas

PERINTAH = {
    "pengukuran": "pengukuran-kinerja-2020",
    "perjanjian": "perjanjian-kinerja-2020-perubahan",
    "keterkaitan": "keterkaitan-iku-2020",
    "renstra": "matriks-renstra-2020-2022",
    "realisasi": "realisasi-anggaran-2020",
}


@pytest.fixture(scope="module")
def paket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    jalur = tmp_path_factory.mktemp("paket") / "dinas-uji"
    write_paket(DATA, jalur)
    return jalur


@pytest.mark.parametrize("perintah", PERINTAH)
def test_command_writes_its_files_and_prints_their_paths(
    perintah: str, paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode = main([perintah, str(paket), "--keluaran", str(tmp_path / "hasil"), "--format", "pdf,html,docx,xlsx"])
    assert kode == 0
    harapan = [tmp_path / "hasil" / f"{PERINTAH[perintah]}.{akhiran}" for akhiran in ("pdf", "html", "docx", "xlsx")]
    assert capsys.readouterr().out.splitlines() == [str(jalur) for jalur in harapan]
    assert harapan[0].read_bytes().startswith(b"%PDF-")
    assert zipfile.is_zipfile(harapan[2])
    assert zipfile.is_zipfile(harapan[3])


def test_one_quarter_can_be_chosen(paket: Path, tmp_path: Path) -> None:
    assert main(["pengukuran", str(paket), "--triwulan", "3", "--keluaran", str(tmp_path), "--format", "html"]) == 0
    isi = (tmp_path / "pengukuran-kinerja-2020-tw3.html").read_text(encoding="utf-8")
    assert (tmp_path / NAMA_GAYA).read_bytes() == gaya_kertas()
    assert f'href="{NAMA_GAYA}"' in isi
    assert "Triwulan III Tahun 2020" in isi
    assert "Triwulan II Tahun 2020" not in isi


def test_agreement_edition_of_pagu_and_of_plan_can_be_chosen(paket: Path, tmp_path: Path) -> None:
    umum = [str(paket), "--keluaran", str(tmp_path), "--format", "html"]
    assert main(["perjanjian", *umum, "--perjanjian", "pk", "--sampul"]) == 0
    assert (tmp_path / "perjanjian-kinerja-2020.html").exists()
    assert main(["keterkaitan", *umum, "--pagu", "murni"]) == 0
    assert "300.000.000" in (tmp_path / "keterkaitan-iku-2020.html").read_text(encoding="utf-8")
    assert main(["renstra", *umum, "--rencana", "r1"]) == 0


@pytest.mark.parametrize(
    ("perintah", "pesan"),
    [
        (["perjanjian", "--perjanjian", "x"], "Perjanjian Kinerja x tidak ada"),
        (["keterkaitan", "--pagu", "x"], "Edisi pagu x tidak ada"),
        (["renstra", "--rencana", "x"], "Rencana x tidak ada"),
    ],
)
def test_unknown_choice_is_refused_with_what_there_is(
    perintah: list[str], pesan: str, paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*perintah, str(paket), "--keluaran", str(tmp_path / "kosong")]) == 2
    assert pesan in capsys.readouterr().err
    assert not (tmp_path / "kosong").exists()


def test_package_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["realisasi", str(tmp_path / "tiada"), "--keluaran", str(tmp_path / "k")]) == 2
    assert "tiada" in capsys.readouterr().err


def test_folder_that_cannot_be_written_is_named(
    paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "bukan-folder"
    berkas.write_text("isi", encoding="utf-8")
    assert main(["realisasi", str(paket), "--keluaran", str(berkas), "--format", "html"]) == 2
    assert "bukan-folder" in capsys.readouterr().err
    assert berkas.read_text(encoding="utf-8") == "isi"


def test_formats_are_read_once_each_in_order() -> None:
    assert read_format(" PDF, docx,pdf") == ("pdf", "docx")


@pytest.mark.parametrize("teks", ["", "doc", "pdf,odt", ","])
def test_unknown_format_is_refused(teks: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as berhenti:
        main(["renstra", "paket", "--format", teks])
    assert berhenti.value.code == 2
    assert "yang ada: docx, pdf, xlsx, html" in capsys.readouterr().err
