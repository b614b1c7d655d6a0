"""``tolok lkjip`` from a package to files."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tolok.cli import main
from tolok.contoh import path_contoh


@pytest.fixture
def paket(tmp_path: Path) -> Path:
    tujuan = tmp_path / "paket"
    shutil.copytree(path_contoh("probolinggo-2020"), tujuan)
    return tujuan


def test_menulis_setiap_format_dan_mencetak_alamatnya(
    paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keluaran = tmp_path / "hasil"
    assert main(["lkjip", str(paket), "--keluaran", str(keluaran), "--format", "docx,pdf,xlsx,html"]) == 0
    tangkapan = capsys.readouterr()
    daftar = [Path(baris) for baris in tangkapan.out.splitlines()]
    assert [jalur.name for jalur in daftar] == [f"lkjip-2020.{f}" for f in ("docx", "pdf", "xlsx", "html")]
    assert all(jalur.stat().st_size > 10_000 for jalur in daftar)
    assert "Menyusun LKjIP Dinsos PPPA 2020" in tangkapan.err
    assert "belum lengkap" not in tangkapan.err


def test_kekurangan_dan_angka_ketikan_dilaporkan_di_stderr(
    paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paket / "narasi" / "kesimpulan.md").write_text("Nilainya 81,77% saja.\n", encoding="utf-8")
    analisis = paket / "analisis.csv"
    with analisis.open(encoding="utf-8", newline="") as berkas:
        kepala = next(csv.reader(berkas))
    analisis.write_text(",".join(kepala) + "\n", encoding="utf-8")
    for nama in ("gambaran_umum", "rencana_strategis", "langkah_perbaikan"):
        (paket / "narasi" / f"{nama}.md").unlink()
    assert main(["lkjip", str(paket), "--keluaran", str(tmp_path), "--format", "html"]) == 0
    pesan = capsys.readouterr().err
    assert "Tabel 3.1.1.H: analisis penyebab" in pesan
    assert "… dan 1 lainnya." in pesan
    assert "Narasi kesimpulan, baris 1, kolom 10: Angka 81,77% sudah diketahui" in pesan


def test_paket_yang_rusak_ditolak_tanpa_menulis_apa_pun(
    paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paket / "target.csv").write_text("indikator,tahun\nentah,dua\n", encoding="utf-8")
    keluaran = tmp_path / "hasil"
    assert main(["lkjip", str(paket), "--keluaran", str(keluaran)]) == 2
    assert "target.csv" in capsys.readouterr().err
    assert not keluaran.exists()


def test_narasi_yang_tidak_terbaca_ditolak_dengan_letaknya(
    paket: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paket / "narasi" / "kesimpulan.md").write_text("Baik.\n\nNilai {capaian:pmks.\n", encoding="utf-8")
    assert main(["lkjip", str(paket), "--keluaran", str(tmp_path), "--format", "html"]) == 2
    assert "Narasi kesimpulan, baris 3, kolom 7: Tanda { tidak berpasangan." in capsys.readouterr().err
