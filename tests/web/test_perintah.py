"""The commands of the database, as processes in a place of their own."""

from __future__ import annotations

import socket

from tests.web.tempat import Tempat


def test_nothing_of_the_database_runs_before_siapkan(tempat: Tempat) -> None:
    jalan = tempat.tolok("layani")
    assert jalan.returncode == 2
    assert "Jalankan: tolok siapkan" in " ".join(jalan.stderr.split())


def test_siapkan_can_be_repeated(tempat: Tempat) -> None:
    pertama, kedua = tempat.tolok("siapkan"), tempat.tolok("siapkan")
    assert (pertama.returncode, kedua.returncode) == (0, 0), pertama.stderr + kedua.stderr
    assert "migrasi dijalankan" in pertama.stdout
    assert "sudah sesuai" in kedua.stdout
    assert (tempat.folder / "statis").is_dir()
    assert (tempat.folder / "kunci-rahasia").stat().st_mode & 0o777 == 0o600


def test_siapkan_makes_the_data_folder_itself(tempat: Tempat) -> None:
    jalan = tempat.tolok("siapkan", TOLOK_DATA=str(tempat.folder / "baru"), TOLOK_KUNCI="x" * 50)
    assert jalan.returncode == 0, jalan.stderr
    assert (tempat.folder / "baru").stat().st_mode & 0o007 == 0


def test_a_database_that_does_not_answer_is_told_without_its_password(tempat: Tempat) -> None:
    jalan = tempat.tolok("siapkan", TOLOK_BASIS_DATA="postgresql://tolok:rahasia@127.0.0.1:1/tolok")
    assert jalan.returncode == 2
    assert "tidak menjawab" in jalan.stderr
    assert "rahasia" not in jalan.stderr


def test_an_unknown_kind_of_database_is_told(tempat: Tempat) -> None:
    jalan = tempat.tolok("siapkan", TOLOK_BASIS_DATA="mysql://127.0.0.1/tolok")
    assert jalan.returncode == 2
    assert "'mysql'" in jalan.stderr


def test_an_address_in_use_is_told(tempat_siap: Tempat) -> None:
    with socket.socket() as lain:
        lain.bind(("127.0.0.1", 0))
        lain.listen()
        jalan = tempat_siap.tolok("layani", "--alamat", f"127.0.0.1:{lain.getsockname()[1]}")
    assert jalan.returncode == 2
    assert "sudah dipakai program lain" in " ".join(jalan.stderr.split())
