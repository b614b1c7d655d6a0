"""Commands end cleanly whatever happens to their output, their terminal or their machine."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tolok.cli import main
from tolok.contoh import path_contoh

TOLOK = [sys.executable, "-m", "tolok"]
CONTOH = str(path_contoh("probolinggo-2020"))
PENUH = Path("/dev/full")


def _jalankan(*masukan: str, **lingkungan: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*TOLOK, *masukan], capture_output=True, env={**os.environ, **lingkungan}, timeout=120)


@pytest.mark.parametrize(
    "lingkungan",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
)
def test_a_terminal_without_unicode_gets_readable_text(lingkungan: dict[str, str]) -> None:
    hasil = _jalankan("rumus", "(A − B) / B x 100%", **lingkungan)
    assert hasil.returncode == 0, hasil.stderr
    hasil = _jalankan("paket", "periksa", CONTOH, **lingkungan)
    assert (hasil.returncode, hasil.stderr) == (0, b"")
    assert b"| peringatan |" in hasil.stdout
    hasil = _jalankan("hitung", CONTOH, "capaian:pmks", **lingkungan)
    assert b"81,77%" in hasil.stdout


def test_json_is_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    berkas = tmp_path / "rumus.txt"
    berkas.write_text("Σ dokumen − arsip\n", encoding="utf-8")
    hasil = _jalankan("rumus", "--dari", str(berkas), "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(hasil.stdout.decode("utf-8"))["teks"] == "Σ dokumen − arsip"


def test_an_address_that_is_no_text_is_named_as_far_as_it_goes() -> None:
    hasil = subprocess.run([*TOLOK, "paket", "periksa", b"tiada-\xff"], capture_output=True, timeout=60)
    assert hasil.returncode == 2
    assert b"tiada-?: Alamat ini tidak ada." in hasil.stderr


def test_colour_is_for_terminals_only() -> None:
    assert b"\x1b" not in _jalankan("paket", "periksa", CONTOH).stdout


def test_a_reader_that_leaves_is_no_fault() -> None:
    with subprocess.Popen([*TOLOK, "hitung", CONTOH], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as proses:
        assert proses.stdout is not None
        assert proses.stderr is not None
        assert proses.stdout.readline().startswith(b"probolinggo-dinsos-pppa/")
        proses.stdout.close()
        galat = proses.stderr.read()
    assert (proses.returncode, galat) == (141, b"")


@pytest.mark.skipif(not PENUH.exists(), reason="sistem ini tidak mempunyai /dev/full")
@pytest.mark.parametrize("bentuk", ["teks", "json"])
def test_a_full_disk_behind_the_output_is_told(bentuk: str) -> None:
    with PENUH.open("wb") as penuh:
        hasil = subprocess.run(
            [*TOLOK, "rumus", "A / B", "--format", bentuk], stdout=penuh, stderr=subprocess.PIPE, timeout=60
        )
    assert hasil.returncode == 2
    assert hasil.stderr.decode() == (
        "Tidak dapat dikerjakan. Keluaran standar tidak dapat dibaca atau ditulis: penyimpanan penuh.\n"
    )


def test_a_closed_output_is_no_fault() -> None:
    perintah = [*TOLOK, "rumus", "A / B", "--format", "json"]
    hasil = subprocess.run(
        [sys.executable, "-c", f"import os; os.close(1); os.execv({sys.executable!r}, {perintah!r})"],
        stderr=subprocess.PIPE,
        timeout=60,
    )
    assert (hasil.returncode, hasil.stderr) == (0, b"")


@pytest.mark.parametrize(("sinyal", "kode"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_stopped_in_the_middle_nothing_is_half_written(sinyal: signal.Signals, kode: int, tmp_path: Path) -> None:
    keluaran = tmp_path / "k"
    perintah = [*TOLOK, "lkjip", CONTOH, "--keluaran", str(keluaran)]
    with subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as proses:
        assert proses.stderr is not None
        assert proses.stderr.readline().startswith(b"Membaca ")
        time.sleep(0.05)
        proses.send_signal(sinyal)
        galat = proses.stderr.read().decode()
    assert "Dihentikan. Berkas yang sudah selesai tetap utuh" in galat
    # Python itself ends by the signal when it was building a class at that moment.
    assert proses.returncode in (kode, -sinyal)
    assert not keluaran.exists() or not [jalur for jalur in keluaran.iterdir() if jalur.name.startswith(".")]


@pytest.mark.parametrize(
    ("kode", "sebab"),
    [
        (errno.ENOSPC, "penyimpanan penuh"),
        (errno.EACCES, "tidak ada izin menulis, atau berkas itu sedang dibuka program lain"),
        (errno.EROFS, "penyimpanan hanya dapat dibaca"),
        (errno.EIO, "penyimpanan rusak atau terputus"),
        (errno.ENODEV, "ditolak sistem (ENODEV)"),
    ],
)
def test_a_document_that_cannot_be_written_leaves_the_old_one(
    kode: int, sebab: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lama = tmp_path / "realisasi-anggaran-2020.html"
    lama.write_text("lama", encoding="utf-8")

    def gagal(nomor: int) -> None:
        raise OSError(kode, os.strerror(kode))

    monkeypatch.setattr(os, "fsync", gagal)
    assert main(["realisasi", CONTOH, "--format", "html", "--keluaran", str(tmp_path)]) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert f"{lama} tidak dapat ditulis: {sebab}. " in keluaran.err
    assert keluaran.err.rstrip().endswith("Berkas lama tidak berubah.")
    assert [(jalur.name, jalur.read_text(encoding="utf-8")) for jalur in tmp_path.iterdir()] == [(lama.name, "lama")]


def test_an_interrupt_while_writing_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def henti(nomor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", henti)
    assert main(["realisasi", CONTOH, "--format", "html", "--keluaran", str(tmp_path)]) == 130
    assert "Dihentikan." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("galat", "kode", "pesan"),
    [
        (AttributeError("x"), 70, "Ini kesalahan di dalam Tolok, bukan pada data Anda"),
        (MemoryError(), 2, "Memori komputer ini tidak cukup"),
        (PermissionError(errno.EACCES, "no", "/a/b"), 2, "/a/b tidak dapat dibaca atau ditulis: tidak ada izin."),
    ],
)
def test_what_nobody_foresaw_is_told_too(
    galat: Exception, kode: int, pesan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gagal(jalur: object) -> None:
        raise galat

    monkeypatch.setattr("tolok.paket.muat.check_paket", gagal)
    assert main(["lkjip", "a"]) == kode
    assert pesan in " ".join(capsys.readouterr().err.split())


def test_a_narrow_terminal_gets_lines_instead_of_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert main(["paket", "periksa", CONTOH]) == 0
    baris = capsys.readouterr().out.splitlines()
    assert baris[0].startswith("peringatan: nilai_tercatat.csv, baris 8, kolom nilai (sel E8): '161,5%' melampaui")
    assert main(["demo", "--format", "html", "--keluaran", str(tmp_path)]) == 0
    assert f"  {tmp_path}/lkjip-2020.html" in capsys.readouterr().out.splitlines()


def test_output_into_text_of_a_program_works(monkeypatch: pytest.MonkeyPatch) -> None:
    wadah = io.StringIO()
    monkeypatch.setattr(sys, "stdout", wadah)
    assert main(["rumus", "A / B", "--format", "json"]) == 0
    assert json.loads(wadah.getvalue())["bentuk"] == "rasio"


@pytest.mark.parametrize("perintah", [["paket", "periksa"], ["lkjip"], ["hitung"]])
def test_a_folder_without_permission_is_named(
    perintah: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asli = Path.is_file

    def is_file(jalur: Path) -> bool:
        if jalur.parent == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied", str(jalur))
        return asli(jalur)

    monkeypatch.setattr(Path, "is_file", is_file)
    assert main([*perintah, str(tmp_path)]) == 2
    assert "Tidak dapat dibuka: tidak ada izin. Periksa alamat dan izinnya." in " ".join(
        capsys.readouterr().err.split()
    )
