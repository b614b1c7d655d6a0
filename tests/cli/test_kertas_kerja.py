"""The command ``tolok kertas-kerja``: files out of a published report, and refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from tests.cli.test_reviu import SALAH

from tolok.cli import main


@pytest.fixture
def laporan(tmp_path: Path) -> Path:
    berkas = tmp_path / "lkjip.md"
    berkas.write_text(SALAH, encoding="utf-8")
    return berkas


def test_papers_are_written_and_named(laporan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kertas-kerja", str(laporan), "--format", "docx,xlsx", "--keluaran", str(tmp_path / "reviu")]) == 0
    jalur = [Path(baris) for baris in capsys.readouterr().out.split("\n") if baris]
    assert [satu.name for satu in jalur] == ["kertas-kerja-reviu-lkjip.docx", "kertas-kerja-reviu-lkjip.xlsx"]
    teks = " ".join(sel.text for tabel in Document(str(jalur[0])).tables for baris in tabel.rows for sel in baris.cells)
    assert "Ubah “57,00%” menjadi “75,00%”" in teks


def test_a_file_that_cannot_be_read_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "kosong.pdf"
    berkas.write_bytes(b"")
    assert main(["kertas-kerja", str(berkas), "--keluaran", str(tmp_path / "reviu")]) == 2
    assert "kosong.pdf" in capsys.readouterr().err
    assert not (tmp_path / "reviu").exists()
