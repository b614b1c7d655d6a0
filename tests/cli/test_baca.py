"""The command ``tolok baca``: what a terminal shows, several files, and files it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tolok.cli import main
from tolok.cli.baca_layar import describe_dokumen, format_nilai_terbaca
from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import Besaran, DokumenTerbaca, JenisDokumen, NilaiTerbaca
from tolok.core.bacaan.sebutan import JUDUL_JENIS, format_letak
from tolok.core.dokumen.sel import Letak

RENSTRA = """\
# RENCANA STRATEGIS DINAS PERHUBUNGAN KOTA CONTOH

TAHUN 2025-2027

| No | Sasaran | Indikator Kinerja | Satuan | Target 2025 | Target 2026 | Target 2027 |
|---|---|---|---|---|---|---|
| 1 | Lancar | Waktu tempuh | Menit | 30 | 28 | 26 |

| Nama pohon | Tinggi badan | Warna daun |
|---|---|---|
| Jati | 12 m | hijau |
"""


@pytest.fixture
def renstra(tmp_path: Path) -> Path:
    berkas = tmp_path / "renstra [1].md"
    berkas.write_text(RENSTRA, encoding="utf-8")
    return berkas


def test_the_terminal_shows_what_was_recognised_and_what_was_not(
    renstra: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["baca", str(renstra)]) == 0
    keluar = capsys.readouterr()
    for isi in (
        "renstra [1].md", "Renstra 2025–2027", "1 indikator dengan 3 nilai, 1 tabel tidak dikenal", "Waktu tempuh",
        "target 2026 28", "Tabel tidak dikenal", "Nama pohon | Tinggi badan | Warna daun",
    ):  # fmt: skip
        assert isi in keluar.out, isi
    assert keluar.err == ""


def test_several_files_are_read_in_their_order(
    renstra: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lain = tmp_path / "iku.txt"
    lain.write_text(
        "INDIKATOR KINERJA UTAMA\n\nNo\tSasaran\tIndikator Kinerja\tRumus\n1\tS\tIndeks A\tNilai\n", "utf-8"
    )
    assert main(["baca", str(lain), str(renstra), "--format", "json"]) == 0
    isi = json.loads(capsys.readouterr().out)
    assert [b["berkas"] for b in isi["berkas"]] == ["iku.txt", "renstra [1].md"]
    assert [b["dokumen"][0]["jenis"] for b in isi["berkas"]] == ["iku", "renstra"]


def test_one_refused_file_leaves_no_half_answer(
    renstra: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rusak = tmp_path / "rusak.pdf"
    rusak.write_bytes(b"%PDF-1.7 bukan pdf")
    assert main(["baca", str(renstra), str(rusak)]) == 2
    keluar = capsys.readouterr()
    assert keluar.out == ""
    assert "rusak.pdf tidak dapat dibaca" in keluar.err


def test_values_say_their_time_and_how_they_were_read() -> None:
    nilai = NilaiTerbaca(Besaran.TARGET, "0,86", angka=Angka(86), tahun=2025, triwulan=2, catatan=("pecahan",))
    assert format_nilai_terbaca(nilai) == "target TW II 2025 0,86 → 86 (pecahan)"
    assert (
        format_nilai_terbaca(NilaiTerbaca(Besaran.KONDISI_AWAL, "1.234", catatan=("ragu",)))
        == "kondisi awal 1.234 (ragu)"
    )
    assert format_nilai_terbaca(NilaiTerbaca(Besaran.REALISASI, "Madya", kategori="Madya")) == "realisasi Madya"
    assert format_nilai_terbaca(NilaiTerbaca(Besaran.PAGU, "")) == "pagu kosong"


def test_places_are_said_in_words() -> None:
    assert format_letak(Letak(3, 12, "Tabel 2", "B4")) == "hal. 3, Tabel 2, baris 12, sel B4"
    assert format_letak(Letak()) == ""


def test_every_kind_of_document_has_a_name() -> None:
    assert set(JUDUL_JENIS) == set(JenisDokumen)
    assert describe_dokumen(DokumenTerbaca(JenisDokumen.LAIN)) == "tidak ada isi yang dikenal"
