"""``tolok reviu`` into files: where they stand, what they say, exit codes, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from tolok.cli import main
from tolok.render.html import NAMA_GAYA

BENAR = """\
# LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2025

DINAS PERHUBUNGAN KOTA CONTOH

Tabel 3.1 Realisasi Anggaran Tahun 2025

| No | Program | Pagu Anggaran | Realisasi | % |
|---|---|---|---|---|
| 1 | Program Pelayanan Angkutan | 200.000.000 | 150.000.000 | 75,00% |
| 2 | Program Keselamatan Jalan | 100.000.000 | 90.000.000 | 90,00% |
|  | Jumlah | 300.000.000 | 240.000.000 | 80,00% |
"""
POKOK = "catatan-reviu-lkjip-1"


@pytest.fixture
def salah(tmp_path: Path) -> Path:
    berkas = tmp_path / "lkjip [1].md"
    berkas.write_text(BENAR.replace("75,00%", "57,00%"), encoding="utf-8")
    return berkas


def test_every_format_is_written_and_its_path_printed(
    salah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tujuan = tmp_path / "hasil"
    assert main(["reviu", str(salah), "--format", "docx,pdf,xlsx,html", "--keluaran", str(tujuan)]) == 1
    keluar = capsys.readouterr()
    assert keluar.out.splitlines() == [
        str(tujuan / f"{POKOK}.{akhiran}") for akhiran in ("docx", "pdf", "xlsx", "html")
    ]
    assert "1 ketidaksesuaian, 0 peringatan, 0 saran." in keluar.err
    assert {satu.name for satu in tujuan.iterdir()} == {
        *(f"{POKOK}.{akhiran}" for akhiran in ("docx", "pdf", "xlsx", "html")),
        NAMA_GAYA,
    }
    sel = [sel.text for tabel in Document(str(tujuan / f"{POKOK}.docx")).tables for sel in tabel._cells]
    assert "57,00%" in sel
    assert "75,00%" in sel
    assert (tujuan / f"{POKOK}.pdf").read_bytes().startswith(b"%PDF-")
    assert "57,00%" in (tujuan / f"{POKOK}.html").read_text("utf-8")


def test_the_folder_of_the_other_documents_is_the_default(
    salah: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["reviu", str(salah), "--format", "XLSX"]) == 1
    assert capsys.readouterr().out == f"keluaran/{POKOK}.xlsx\n"
    kepala, *daftar = CalamineWorkbook.from_path(f"keluaran/{POKOK}.xlsx").get_sheet_by_name("Temuan").to_python()
    assert [(baris[kepala.index("Kode aturan")], baris[kepala.index("Seharusnya")]) for baris in daftar] == [
        ("anggaran.persen", "75,00%")
    ]


def test_accepted_findings_stand_in_the_file_and_do_not_count(
    salah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diterima = tmp_path / "diterima.toml"
    assert main(["reviu", str(salah), "--tulis-diterima", str(diterima)]) == 1
    diterima.write_text(diterima.read_text("utf-8").replace('alasan = ""', 'alasan = "Kas daerah."'), "utf-8")
    pilihan = ["--diterima", str(diterima), "--abaikan", "skala.celah"]
    capsys.readouterr()
    assert main(["reviu", str(salah), *pilihan, "--format", "docx", "--keluaran", str(tmp_path)]) == 0
    assert "0 ketidaksesuaian, 0 peringatan, 0 saran; 1 diterima dengan alasan." in capsys.readouterr().err
    dokumen = Document(str(tmp_path / f"{POKOK}.docx"))
    teks = "\n".join(satu.text for satu in dokumen.paragraphs)
    assert "Diterima dengan alasan (1)" in teks
    assert "(skala.celah)" in teks
    assert any(sel.text.startswith("Kas daerah.") for sel in dokumen.tables[-1]._cells)


def test_a_right_document_gives_a_file_that_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benar = tmp_path / "benar.md"
    benar.write_text(BENAR, encoding="utf-8")
    assert main(["reviu", str(benar), "--format", "html", "--keluaran", str(tmp_path)]) == 0
    assert "Tidak ada temuan dari aturan yang diperiksa." in (tmp_path / "catatan-reviu-benar.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (["--format", "odt"], "format 'odt' tidak ada"),
        (["--format", "teks,docx"], "salah satu saja dari teks atau json"),
        (["--keluaran", "hasil"], "--keluaran hanya untuk berkas"),
        (["--format", "json", "--keluaran", "hasil"], "--keluaran hanya untuk berkas"),
    ],
)
def test_what_makes_no_sense_is_refused(
    salah: Path, pilihan: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        kode = main(["reviu", str(salah), *pilihan])
    except SystemExit as selesai:
        kode = int(str(selesai.code))
    assert kode == 2
    assert kata in " ".join(capsys.readouterr().err.split())


def test_a_folder_that_is_a_file_is_refused(salah: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviu", str(salah), "--format", "docx", "--keluaran", str(salah)]) == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err
    assert salah.read_text("utf-8").startswith("# LAPORAN")
