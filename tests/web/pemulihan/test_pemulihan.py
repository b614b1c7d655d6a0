"""A backup, and back: into an empty place, over what is there, while others write, and when the backup is damaged."""

from __future__ import annotations

import json
import os
import pty
import random
import shutil
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.web.tempat import TOLOK, Tempat, make_tempat

BASIS_DATA_UJI = os.environ.get("TOLOK_UJI_BASIS_DATA", "")
ISI = """
import django
django.setup()
from tests.web.dunia import muat_contoh
muat_contoh()
"""
TULIS = """
import django, sys
django.setup()
from django.db import transaction
from tolok.web.audit.operations import record
nomor = 0
while True:
    nomor += 1
    with transaction.atomic():
        record("uji.dicatat", rantai=sys.argv[1], objek=f"uji:{nomor}", isi={}, oleh=None)
    print(nomor, flush=True)
"""
CATAT = """
import django
django.setup()
from django.db import transaction
from tolok.web.audit.operations import record
with transaction.atomic():
    record("uji.dicatat", rantai="sesudah", objek="uji", isi={}, oleh=None)
"""


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory, cetakan: Tempat) -> Iterator[Tempat]:
    """An installation with the example in it and two uploaded files."""
    with make_tempat(tmp_path_factory.mktemp("asal") / "tempat", BASIS_DATA_UJI, cetakan=cetakan) as ada:
        ada.python(ISI)
        _tulis_berkas(ada)
        yield ada


@pytest.fixture(scope="module")
def folder_cadangan(tmp_path_factory: pytest.TempPathFactory, asal: Tempat) -> Path:
    """A backup of it as a folder."""
    tujuan = tmp_path_factory.mktemp("cadangan") / "cadangan"
    jalan = asal.tolok("cadangkan", str(tujuan))
    assert jalan.returncode == 0, jalan.stderr
    return tujuan


@pytest.fixture(scope="module")
def tar_cadangan(tmp_path_factory: pytest.TempPathFactory, asal: Tempat) -> Path:
    """A backup of it as one file."""
    tujuan = tmp_path_factory.mktemp("cadangan") / "cadangan.tar"
    jalan = asal.tolok("cadangkan", str(tujuan))
    assert jalan.returncode == 0, jalan.stderr
    return tujuan


@pytest.fixture(scope="module")
def kosong(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """An empty place for restores that must be refused; each test sees that it is still empty."""
    with make_tempat(tmp_path_factory.mktemp("kosong") / "tempat", BASIS_DATA_UJI) as ada:
        yield ada


@pytest.fixture(scope="module")
def terisi(tmp_path_factory: pytest.TempPathFactory, cetakan: Tempat) -> Iterator[Tempat]:
    """A place with data of its own, one entry and one file; the last test that takes it restores over it."""
    with make_tempat(tmp_path_factory.mktemp("terisi") / "tempat", BASIS_DATA_UJI, cetakan=cetakan) as ada:
        ada.python(CATAT)
        (ada.folder / "berkas" / "lama.txt").write_text("lama")
        yield ada


def _tulis_berkas(tempat: Tempat) -> None:
    for nama, isi in {"dokumen/ab/laporan.pdf": b"%PDF" * 5000, "bukti/é spasi.txt": b"bukti"}.items():
        berkas = tempat.folder / "berkas" / nama
        berkas.parent.mkdir(parents=True)
        berkas.write_bytes(isi)


def _daftar_berkas(folder: Path) -> dict[str, str]:
    return {
        str(berkas.relative_to(folder)): sha256(berkas.read_bytes()).hexdigest()
        for berkas in folder.rglob("*")
        if berkas.is_file()
    }


def _kepala(tempat: Tempat) -> list[dict[str, Any]]:
    jalan = tempat.tolok("verifikasi-riwayat", "--format", "json")
    keluaran = json.loads(jalan.stdout)
    assert keluaran["utuh"]
    assert jalan.returncode == 0
    return list(keluaran["rantai"])


def _daftar_tabel(tempat: Tempat) -> list[str]:
    """Return the tables whose content a backup does not change while it is made."""
    tanya = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if BASIS_DATA_UJI:
        tanya = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    return sorted(nama for (nama,) in tempat.sql(tanya) if not nama.startswith(("audit_", "sqlite_")))


def _manifest(cadangan: Path) -> dict[str, Any]:
    if cadangan.is_dir():
        return dict(json.loads((cadangan / "manifest.json").read_text()))
    with tarfile.open(cadangan) as tar:
        berkas = tar.extractfile("manifest.json")
        assert berkas is not None
        return dict(json.loads(berkas.read()))


@pytest.mark.parametrize("bentuk", ["folder_cadangan", "tar_cadangan"])
def test_a_backup_restored_into_an_empty_place_is_the_same(
    request: pytest.FixtureRequest, bentuk: str, asal: Tempat, tempat: Tempat
) -> None:
    cadangan = request.getfixturevalue(bentuk)
    jalan = tempat.tolok("pulihkan", str(cadangan))
    assert jalan.returncode == 0, jalan.stderr
    assert _kepala(tempat) == _manifest(cadangan)["rantai"]
    assert {k["kode"] for k in _kepala(tempat)} >= {"probolinggo-dinsos-pppa"}
    assert _daftar_berkas(tempat.folder / "berkas") == _daftar_berkas(asal.folder / "berkas")
    jumlah = {tabel: asal.sql(f'SELECT count(*) FROM "{tabel}"') for tabel in _daftar_tabel(asal)}
    assert {tabel: tempat.sql(f'SELECT count(*) FROM "{tabel}"') for tabel in _daftar_tabel(tempat)} == jumlah
    assert tempat.tolok("siapkan").returncode == 0


def test_the_manifest_names_every_file_with_its_hash(folder_cadangan: Path) -> None:
    manifest = _manifest(folder_cadangan)
    assert {isi["nama"]: isi["sidik"] for isi in manifest["berkas"]} == {
        nama: sidik for nama, sidik in _daftar_berkas(folder_cadangan).items() if nama != "manifest.json"
    }
    assert manifest["basis_data"]["jenis"] == ("postgresql" if BASIS_DATA_UJI else "sqlite")
    assert "audit.0001_initial" in manifest["migrasi"]


def test_a_backup_is_for_its_owner_only(folder_cadangan: Path, tar_cadangan: Path) -> None:
    for berkas in (folder_cadangan, tar_cadangan, *folder_cadangan.rglob("*")):
        assert stat.S_IMODE(berkas.stat().st_mode) & 0o077 == 0, berkas


def test_a_backup_is_noted_in_history(asal: Tempat, folder_cadangan: Path) -> None:
    catatan = asal.sql("SELECT objek FROM audit_catatan WHERE perbuatan = 'cadangan.dibuat'")
    assert (f"cadangan:{folder_cadangan.name}",) in catatan


def test_what_is_there_is_not_overwritten_by_a_backup(asal: Tempat, folder_cadangan: Path) -> None:
    sebelum = _daftar_berkas(folder_cadangan)
    jalan = asal.tolok("cadangkan", str(folder_cadangan))
    assert (jalan.returncode, "sudah ada dan tidak ditimpa" in " ".join(jalan.stderr.split())) == (2, True)
    assert _daftar_berkas(folder_cadangan) == sebelum


@pytest.mark.parametrize("nama", ["tidak-ada/cadangan", "tempat/berkas/cadangan"])
def test_a_backup_into_an_impossible_place_is_refused(asal: Tempat, nama: str) -> None:
    jalan = asal.tolok("cadangkan", str(asal.folder.parent / nama))
    assert jalan.returncode == 2
    assert not (asal.folder.parent / nama).exists()


def test_a_backup_without_room_is_refused_before_it_begins(asal: Tempat, tmp_path: Path) -> None:
    penuh = tmp_path / "sitecustomize.py"
    penuh.write_text("import shutil\nshutil.disk_usage = lambda _f: shutil._ntuple_diskusage(10**9, 10**9 - 5, 5)\n")
    jalan = asal.tolok(
        "cadangkan", str(tmp_path / "c"), PYTHONPATH=f"{tmp_path}{os.pathsep}{asal.lingkungan['PYTHONPATH']}"
    )
    assert jalan.returncode == 2
    assert "tidak cukup: perlu" in " ".join(jalan.stderr.split())
    assert sorted(tmp_path.iterdir()) == [penuh] or not (tmp_path / "c").exists()


def test_without_its_programs_postgresql_cannot_be_backed_up_and_that_is_told(asal: Tempat, tmp_path: Path) -> None:
    jalan = asal.tolok("cadangkan", str(tmp_path / "c"), PATH=str(tmp_path))
    if BASIS_DATA_UJI:
        assert jalan.returncode == 2
        assert "pg_dump tidak ditemukan" in " ".join(jalan.stderr.split())
        assert list(tmp_path.glob("*c*")) == []
    else:
        assert jalan.returncode == 0


def test_a_backup_made_while_others_write_is_one_moment(asal: Tempat, tempat: Tempat, tmp_path: Path) -> None:
    penulis = [
        subprocess.Popen([sys.executable, "-c", TULIS, f"tulis-{n}"], env=asal.lingkungan, stdout=subprocess.PIPE)
        for n in range(2)
    ]
    try:
        for proses in penulis:
            assert proses.stdout is not None
            proses.stdout.readline()
        jalan = asal.tolok("cadangkan", str(tmp_path / "cadangan.tar"))
        assert jalan.returncode == 0, jalan.stderr
        assert [proses.poll() for proses in penulis] == [None, None]
    finally:
        for proses in penulis:
            proses.kill()
            proses.communicate()
    assert tempat.tolok("pulihkan", str(tmp_path / "cadangan.tar")).returncode == 0
    kepala = {k["kode"]: k["nomor"] for k in _kepala(tempat)}
    assert kepala["tulis-0"] > 0
    assert kepala["tulis-1"] > 0
    assert asal.tolok("verifikasi-riwayat", "--jangkar", _tulis_manifest(tmp_path)).returncode == 0


def _tulis_manifest(folder: Path) -> str:
    jangkar = folder / "manifest.json"
    jangkar.write_text(json.dumps(_manifest(folder / "cadangan.tar")))
    return str(jangkar)


class TestDamaged:
    """A damaged backup is refused, and changes nothing."""

    @pytest.fixture
    def salinan(self, folder_cadangan: Path, tmp_path: Path) -> Path:
        """A copy of the backup to damage."""
        return shutil.copytree(folder_cadangan, tmp_path / "salinan")

    def _tolak(self, kosong: Tempat, cadangan: Path, kata: str) -> None:
        jalan = kosong.tolok("pulihkan", str(cadangan))
        assert jalan.returncode == 2
        assert kata in " ".join(jalan.stderr.split()), jalan.stderr
        tabel = "pg_tables WHERE schemaname = 'public'" if BASIS_DATA_UJI else "sqlite_master"
        assert kosong.sql(f"SELECT count(*) FROM {tabel}") == [(0,)]
        assert not list(kosong.folder.rglob("*.pdf"))

    @pytest.mark.parametrize("bagian", ["basis-data.*", "berkas/bukti/*", "berkas/dokumen/ab/*"])
    def test_a_flipped_byte(self, kosong: Tempat, salinan: Path, bagian: str) -> None:
        (berkas,) = salinan.glob(bagian)
        isi = bytearray(berkas.read_bytes())
        isi[len(isi) // 2] ^= 1
        berkas.write_bytes(isi)
        self._tolak(kosong, salinan, "berubah sejak ditulis")

    def test_a_missing_file(self, kosong: Tempat, salinan: Path) -> None:
        (salinan / "berkas" / "dokumen" / "ab" / "laporan.pdf").unlink()
        self._tolak(kosong, salinan, "berkas/dokumen/ab/laporan.pdf tidak ada")

    @pytest.mark.parametrize("lebih", [-1, 1])
    def test_a_shorter_or_longer_file(self, kosong: Tempat, salinan: Path, lebih: int) -> None:
        (berkas,) = salinan.glob("basis-data.*")
        isi = berkas.read_bytes()
        berkas.write_bytes(isi[:-1] if lebih < 0 else isi + b"\0")
        self._tolak(kosong, salinan, "Cadangan rusak" if lebih > 0 else "lebih pendek")

    def test_a_missing_manifest(self, kosong: Tempat, salinan: Path) -> None:
        (salinan / "manifest.json").unlink()
        self._tolak(kosong, salinan, "tidak ada manifest.json")

    @pytest.mark.parametrize(
        "rusak",
        [
            lambda m: m["rantai"].pop(),
            lambda m: m["berkas"].pop(),
            lambda m: m["berkas"][0].update(nama="../../keluar"),
            lambda m: m.update(tolok="9.9"),
            lambda m: m["rantai"][0].update(nomor="1"),
            lambda m: m.update(sidik_manifest=None),
        ],
    )
    def test_a_changed_manifest(self, kosong: Tempat, salinan: Path, rusak: Callable[[Any], object]) -> None:
        manifest = _manifest(salinan)
        rusak(manifest)
        (salinan / "manifest.json").write_text(json.dumps(manifest))
        self._tolak(kosong, salinan, "manifest.json")

    def test_a_truncated_tar(self, kosong: Tempat, tar_cadangan: Path, tmp_path: Path) -> None:
        isi = tar_cadangan.read_bytes()
        potong = tmp_path / "potong.tar"
        for bagian in (100, len(isi) // 3):
            potong.write_bytes(isi[:bagian])
            self._tolak(kosong, potong, "rusak")

    def test_flipped_bytes_anywhere_in_a_tar(self, tar_cadangan: Path, tmp_path: Path) -> None:
        """A byte of padding may change unnoticed; then what is restored is the same, which the hashes have shown."""
        isi, acak = tar_cadangan.read_bytes(), random.Random(7)
        from tolok.web.pemulihan.galat import GalatPemulihan
        from tolok.web.pemulihan.wadah import buka_cadangan

        ditolak = 0
        for _ in range(40):
            rusak = bytearray(isi)
            rusak[acak.randrange(len(isi))] ^= 1 << acak.randrange(8)
            (tmp_path / "rusak.tar").write_bytes(rusak)
            try:
                with buka_cadangan(tmp_path / "rusak.tar") as cadangan:
                    cadangan.periksa()
            except GalatPemulihan:
                ditolak += 1
        assert ditolak >= 35

    @pytest.mark.parametrize("teks", [b"", b"bukan tar", b"\0" * 20000])
    def test_what_is_no_backup(self, kosong: Tempat, tmp_path: Path, teks: bytes) -> None:
        (tmp_path / "lain.tar").write_bytes(teks)
        self._tolak(kosong, tmp_path / "lain.tar", "Tidak ada yang berubah")
        self._tolak(kosong, tmp_path / "tidak-ada.tar", "tidak dapat dibaca")


class TestOverWhatIsThere:
    """Restoring over data is refused unless asked for, and then keeps the old."""

    def _tolak(self, terisi: Tempat, cadangan: Path, *pilihan: str, kata: str) -> None:
        jalan = terisi.tolok("pulihkan", str(cadangan), *pilihan)
        assert (jalan.returncode, kata in " ".join(jalan.stderr.split())) == (2, True), jalan.stderr
        self._utuh(terisi)

    def _utuh(self, terisi: Tempat) -> None:
        assert terisi.sql("SELECT kode, nomor FROM audit_rantai") == [("sesudah", 1)]
        assert (terisi.folder / "berkas" / "lama.txt").exists()
        assert not list(terisi.folder.glob("*sebelum*"))

    def test_is_refused(self, terisi: Tempat, folder_cadangan: Path) -> None:
        self._tolak(terisi, folder_cadangan, kata="sudah berisi")

    def test_needs_somebody_to_agree(self, terisi: Tempat, folder_cadangan: Path) -> None:
        self._tolak(terisi, folder_cadangan, "--timpa", kata="--ya")

    def test_waits_for_servers_and_workers_to_end(self, terisi: Tempat, folder_cadangan: Path) -> None:
        pekerja = subprocess.Popen([*TOLOK, "kerja"], env=terisi.lingkungan, stderr=subprocess.PIPE, text=True)
        assert pekerja.stderr is not None
        pekerja.stderr.readline()
        try:
            self._tolak(terisi, folder_cadangan, "--timpa", "--ya", kata="sedang dipakai. Hentikan")
        finally:
            pekerja.kill()
            pekerja.communicate()

    def test_is_refused_while_another_program_is_connected(self, terisi: Tempat, folder_cadangan: Path) -> None:
        with _sambungan_lain(terisi):
            self._tolak(terisi, folder_cadangan, "--timpa", "--ya", kata="sedang dipakai program lain")

    def test_asks_at_a_terminal_and_keeps_the_old(self, terisi: Tempat, folder_cadangan: Path) -> None:
        kode, galat = self._di_terminal(terisi, folder_cadangan, "tidak")
        assert (kode, "Ketik timpa" in galat) == (2, True)
        self._utuh(terisi)
        kode, galat = self._di_terminal(terisi, folder_cadangan, "timpa")
        assert kode == 0, galat
        assert _kepala(terisi) == _manifest(folder_cadangan)["rantai"]
        assert not (terisi.folder / "berkas" / "lama.txt").exists()
        (berkas_lama,) = terisi.folder.glob("berkas.sebelum-*")
        assert (berkas_lama / "lama.txt").read_text() == "lama"
        lama = _buka_lama(terisi)
        assert lama.sql("SELECT kode FROM audit_rantai") == [("sesudah",)]
        _buang_lama(terisi, lama)

    def _di_terminal(self, terisi: Tempat, cadangan: Path, ketik: str) -> tuple[int, str]:
        induk, anak = pty.openpty()
        proses = subprocess.Popen(
            [*TOLOK, "pulihkan", str(cadangan), "--timpa"],
            env=terisi.lingkungan, stdin=anak, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        os.write(induk, f"{ketik}\n".encode())
        _, galat = proses.communicate(timeout=120)
        os.close(induk)
        os.close(anak)
        return proses.returncode, galat


def test_a_backup_of_a_newer_version_is_refused(kosong: Tempat, tempat_siap: Tempat, tmp_path: Path) -> None:
    tempat_siap.sql(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('audit', '0099_kelak', '2030-01-01 00:00:00')"
    )
    cadangan = tmp_path / "cadangan"
    jalan = tempat_siap.python(
        "import django, sys; django.setup()\nfrom pathlib import Path\n"
        "from tolok.web.pemulihan.cadangkan import make_cadangan\nmake_cadangan(Path(sys.argv[1]))",
        str(cadangan),
    )
    assert jalan == ""
    hasil = kosong.tolok("pulihkan", str(cadangan))
    assert (hasil.returncode, "lebih baru (audit.0099_kelak)" in " ".join(hasil.stderr.split())) == (2, True)


def test_a_history_that_was_broken_when_backed_up_is_restored_and_told(
    tempat: Tempat, tempat_siap: Tempat, tmp_path: Path
) -> None:
    tempat_siap.python(CATAT)
    tempat_siap.sql("UPDATE audit_catatan SET isi = '[]'")
    assert tempat_siap.tolok("cadangkan", str(tmp_path / "c.tar")).returncode == 0
    jalan = tempat.tolok("pulihkan", str(tmp_path / "c.tar"))
    assert jalan.returncode == 1
    assert "sudah tidak utuh ketika dicadangkan" in jalan.stdout
    assert tempat.sql("SELECT count(*) FROM audit_rantai WHERE kode = 'sesudah'") == [(1,)]


if BASIS_DATA_UJI:
    import psycopg

    def _buka_lama(tempat: Tempat) -> Tempat:
        from dataclasses import replace
        from urllib.parse import urlsplit

        alamat = urlsplit(tempat.basis_data)
        awal = alamat.path.removeprefix("/")
        daftar = tempat.sql("SELECT datname FROM pg_database WHERE datname LIKE ?", f"{awal[:40]}%_sebelum_%")
        ((nama,),) = daftar
        return replace(tempat, basis_data=alamat._replace(path=f"/{nama}").geturl())

    def _buang_lama(tempat: Tempat, lama: Tempat) -> None:
        nama = lama.basis_data.rpartition("/")[2]
        with psycopg.connect(tempat.basis_data, autocommit=True) as sambungan:
            sambungan.execute(f'DROP DATABASE "{nama}"')

    def _sambungan_lain(tempat: Tempat) -> Any:
        return psycopg.connect(tempat.basis_data)

    def test_a_role_that_may_not_make_databases_is_told_what_to_do(tempat_siap: Tempat, folder_cadangan: Path) -> None:
        from urllib.parse import urlsplit

        alamat = urlsplit(tempat_siap.basis_data)
        peran = f"{alamat.path.removeprefix('/')}_biasa"
        for perintah in (
            f"CREATE ROLE \"{peran}\" LOGIN PASSWORD 'uji'",
            f'GRANT pg_read_all_data TO "{peran}"',
        ):
            tempat_siap.sql(perintah)
        try:
            biasa = alamat._replace(netloc=f"{peran}:uji@{alamat.hostname}:{alamat.port or 5432}").geturl()
            jalan = tempat_siap.tolok("pulihkan", str(folder_cadangan), "--timpa", "--ya", TOLOK_BASIS_DATA=biasa)
        finally:
            tempat_siap.sql(f'DROP OWNED BY "{peran}"')
            tempat_siap.sql(f'DROP ROLE "{peran}"')
        assert (jalan.returncode, "CREATEDB" in jalan.stderr) == (2, True), jalan.stderr
else:
    import sqlite3
    from contextlib import closing
    from dataclasses import replace

    def _buka_lama(tempat: Tempat) -> Tempat:
        (lama,) = tempat.folder.glob("tolok.sqlite3.sebelum-*")
        (tempat.folder / "lama").mkdir()
        shutil.copy(lama, tempat.folder / "lama" / "tolok.sqlite3")
        return replace(tempat, folder=tempat.folder / "lama")

    def _buang_lama(_tempat: Tempat, _lama: Tempat) -> None:
        pass

    def _sambungan_lain(tempat: Tempat) -> Any:
        sambungan = sqlite3.connect(tempat.folder / "tolok.sqlite3")
        sambungan.execute("SELECT count(*) FROM audit_rantai").fetchall()
        return closing(sambungan)

    def test_a_database_too_damaged_to_open_is_set_aside(tempat_siap: Tempat, folder_cadangan: Path) -> None:
        (tempat_siap.folder / "tolok.sqlite3").write_bytes(b"rusak" * 5000)
        jalan = tempat_siap.tolok("pulihkan", str(folder_cadangan), "--timpa", "--ya")
        assert jalan.returncode == 0, jalan.stderr
        assert _kepala(tempat_siap) == _manifest(folder_cadangan)["rantai"]
        (lama,) = tempat_siap.folder.glob("tolok.sqlite3.sebelum-*")
        assert lama.read_bytes().startswith(b"rusak")


def test_a_backup_of_the_other_kind_of_database_is_refused(
    folder_cadangan: Path, tmp_path: Path, kosong: Tempat
) -> None:
    salinan = shutil.copytree(folder_cadangan, tmp_path / "salinan")
    tempat_lain = """
import sys
from dataclasses import replace
from pathlib import Path
from tolok.web.pemulihan.manifest import read_manifest
berkas = Path(sys.argv[1]) / "manifest.json"
lama = read_manifest(berkas.read_bytes())
berkas.write_bytes(replace(lama, jenis="sqlite" if lama.jenis == "postgresql" else "postgresql").to_json())
"""
    kosong.python(tempat_lain, str(salinan))
    jalan = kosong.tolok("pulihkan", str(salinan))
    assert (jalan.returncode, "Sesuaikan TOLOK_BASIS_DATA" in " ".join(jalan.stderr.split())) == (2, True)
