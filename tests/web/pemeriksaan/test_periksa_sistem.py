"""``tolok periksa-sistem``: each thing that can be wrong is named, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from tests.web.tempat import Tempat

from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.operations import record
from tolok.web.jobs.models import Pekerja, Pekerjaan
from tolok.web.pemeriksaan.basis_data import CADANGAN, check_basis_data
from tolok.web.pemeriksaan.butir import Keadaan
from tolok.web.pemeriksaan.tempat import check_tempat
from tolok.web.pemulihan.cadangkan import PERBUATAN

SKEMA = json.loads(files("tolok").joinpath("skema/periksa-sistem.schema.json").read_text(encoding="utf-8"))


class TestTheCommand:
    """As people and scripts use it."""

    def _periksa(self, tempat: Tempat, **lain: str) -> tuple[int, dict[str, Any]]:
        jalan = tempat.tolok("periksa-sistem", "--format", "json", **lain)
        keluaran = json.loads(jalan.stdout)
        jsonschema.validate(keluaran, SKEMA)
        return jalan.returncode, {butir["nama"]: butir for butir in keluaran["butir"]}

    def test_a_fresh_installation_lacks_a_worker_only(self, tempat_siap: Tempat) -> None:
        kode, butir = self._periksa(tempat_siap)
        assert (kode, {n for n, b in butir.items() if b["keadaan"] == "galat"}) == (1, {"pekerja"})
        assert {n for n, b in butir.items() if b["keadaan"] == "perhatian"} == {"cadangan", "host", "https"}
        jalan = tempat_siap.tolok("periksa-sistem")
        assert jalan.returncode == 1
        assert "→ Jalankan tolok kerja" in jalan.stdout

    def test_a_backup_and_a_worker_make_it_well(self, tempat_siap: Tempat, tmp_path: Path) -> None:
        assert tempat_siap.tolok("cadangkan", str(tmp_path / "c.tar")).returncode == 0
        kini = f"{timezone.now():%Y-%m-%d %H:%M:%S.%f}{'+00' if tempat_siap.basis_data else ''}"
        tempat_siap.sql("INSERT INTO jobs_pekerja (nama, mulai, denyut) VALUES ('uji', ?, ?)", kini, kini)
        kode, butir = self._periksa(tempat_siap, TOLOK_HOST="kinerja.kota.go.id", TOLOK_HTTPS="1")
        assert (kode, [b for b in butir.values() if b["keadaan"] != "baik"]) == (0, [])

    def test_without_a_database_the_rest_is_still_looked_at(self, tempat: Tempat) -> None:
        kode, butir = self._periksa(tempat)
        assert kode == 1
        assert "tolok siapkan" in butir["basis-data"]["saran"]
        assert {"ruang", "kunci", "statis"} <= butir.keys()

    def test_a_database_behind_this_version_is_named(self, tempat_siap: Tempat) -> None:
        tempat_siap.sql("DELETE FROM django_migrations WHERE app = 'audit'")
        kode, butir = self._periksa(tempat_siap)
        assert (kode, "belum sesuai" in butir["basis-data"]["pesan"]) == (1, True)

    def test_loosened_durability_is_named(self, tempat_siap: Tempat) -> None:
        longgar = ""
        if tempat_siap.basis_data:
            tempat_siap.sql(
                f'ALTER DATABASE "{tempat_siap.basis_data.rpartition("/")[2]}" SET synchronous_commit = off'
            )
        else:
            longgar = "settings.DATABASES['default']['OPTIONS']['init_command'] = 'PRAGMA synchronous = NORMAL'\n"
        keluaran = tempat_siap.python(
            f"import django\nfrom django.conf import settings\n{longgar}django.setup()\n"
            "from tolok.web.pemeriksaan.basis_data import check_basis_data\n"
            "print([b for b in check_basis_data() if b.nama == 'ketahanan'])"
        )
        assert "Keadaan.GALAT" in keluaran
        assert "synchronous" in keluaran


def _keadaan(daftar: Any) -> dict[str, Keadaan]:
    return {butir.nama: butir.keadaan for butir in daftar}


@pytest.fixture
def folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder as it should be, and settings of a site behind TLS."""
    monkeypatch.delenv("TOLOK_KUNCI", raising=False)
    data = tmp_path / "data"
    data.mkdir(mode=0o750)
    kunci = data / "kunci-rahasia"
    kunci.touch(mode=0o600)
    settings.FOLDER_DATA = data
    settings.STATIC_ROOT = data / "statis"
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    settings.SECRET_KEY = "abcdefghijklmnopqrstuvwxyz0123456789" * 2
    settings.ALLOWED_HOSTS = ["kinerja.kota.go.id"]
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 100
    call_command("collectstatic", interactive=False, verbosity=0)
    return data


def _rusak_statis(data: Path, _s: Any) -> None:
    daftar = data / "statis" / "staticfiles.json"
    isi = json.loads(daftar.read_text())
    isi["paths"].pop(next(iter(isi["paths"])))
    daftar.write_text(json.dumps(isi))


KEADAAN_TEMPAT: dict[str, tuple[Callable[[Path, Any], object], str, Keadaan]] = {
    "izin": (lambda data, _s: data.chmod(0o755), "izin", Keadaan.PERHATIAN),
    "kunci terbaca": (lambda data, _s: (data / "kunci-rahasia").chmod(0o640), "kunci", Keadaan.GALAT),
    "kunci pendek": (lambda _d, s: setattr(s, "SECRET_KEY", "pendek"), "kunci", Keadaan.GALAT),
    "kunci seragam": (lambda _d, s: setattr(s, "SECRET_KEY", "a" * 60), "kunci", Keadaan.GALAT),
    "debug": (lambda _d, s: setattr(s, "DEBUG", True), "debug", Keadaan.GALAT),
    "host apa saja": (lambda _d, s: setattr(s, "ALLOWED_HOSTS", ["*"]), "host", Keadaan.GALAT),
    "host bertitik": (lambda _d, s: setattr(s, "ALLOWED_HOSTS", [".go.id"]), "host", Keadaan.GALAT),
    "sesi": (lambda _d, s: setattr(s, "SESSION_COOKIE_SECURE", False), "https", Keadaan.GALAT),
    "hsts": (lambda _d, s: setattr(s, "SECURE_HSTS_SECONDS", 0), "https", Keadaan.GALAT),
    "statis kurang": (_rusak_statis, "statis", Keadaan.GALAT),
    "statis tidak ada": (lambda data, _s: (data / "statis" / "staticfiles.json").unlink(), "statis", Keadaan.GALAT),
}


def test_a_place_that_is_as_it_should_be_is_well(folder: Path) -> None:
    assert {*_keadaan(check_tempat()).values()} == {Keadaan.BAIK}


@pytest.mark.parametrize("apa", KEADAAN_TEMPAT)
def test_what_is_wrong_with_the_place_is_named_alone(folder: Path, settings: Any, apa: str) -> None:
    rusakkan, nama, keadaan = KEADAAN_TEMPAT[apa]
    rusakkan(folder, settings)
    kini = _keadaan(check_tempat())
    assert kini.pop(nama) is keadaan
    assert {*kini.values()} == {Keadaan.BAIK}


@pytest.mark.parametrize(("sisa", "keadaan"), [(100 << 20, Keadaan.GALAT), (500 << 20, Keadaan.PERHATIAN)])
def test_little_room_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, sisa: int, keadaan: Keadaan) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: _Ruang(sisa))
    assert _keadaan(check_tempat())["ruang"] is keadaan


class _Ruang:
    def __init__(self, sisa: int) -> None:
        self.free = sisa


def test_a_place_that_is_not_there_is_named(folder: Path, settings: Any) -> None:
    settings.FOLDER_DATA = folder / "tidak-ada"
    assert _keadaan(check_tempat()) == {"folder": Keadaan.GALAT}


@pytest.mark.django_db
class TestTheDatabase:
    """What is looked at in the database."""

    @pytest.fixture(autouse=True)
    def sehat(self) -> None:
        """A worker that lives, a fresh backup, two chains."""
        kini = timezone.now()
        Pekerja.objects.create(nama="uji", mulai=kini, denyut=kini)
        with transaction.atomic():
            record(CADANGAN, rantai="", objek="cadangan:uji", isi={}, oleh=None)
            for nomor in range(3):
                record("uji.dicatat", rantai="dinas", objek=f"uji:{nomor}", isi={}, oleh=None)

    def _kini(self) -> dict[str, Keadaan]:
        keadaan = _keadaan(check_basis_data())
        if connection.vendor == "sqlite":  # tests do not wait for the disk; see TestTheCommand
            assert keadaan.pop("ketahanan") is Keadaan.GALAT
        return keadaan

    def _hanya(self, nama: str, keadaan: Keadaan) -> None:
        kini = self._kini()
        assert kini.pop(nama) is keadaan
        assert {*kini.values()} == {Keadaan.BAIK}

    def test_is_well(self) -> None:
        assert {*self._kini().values()} == {Keadaan.BAIK}

    def test_the_backup_is_the_one_of_the_command(self) -> None:
        assert CADANGAN == PERBUATAN

    @pytest.mark.parametrize(
        "rusak",
        [
            lambda: Catatan.objects.filter(objek="uji:2").delete(),
            lambda: Catatan.objects.filter(objek="uji:1").delete(),
            lambda: Catatan.objects.filter(objek="uji:2").update(sidik="a" * 64),
            lambda: Catatan.objects.filter(rantai__kode="dinas").delete(),
            lambda: Rantai.objects.filter(kode="dinas").update(nomor=2),
            lambda: Rantai.objects.create(kode="kosong", sidik="a" * 64),
        ],
    )
    def test_a_head_that_does_not_fit_is_named(self, rusak: Callable[[], object]) -> None:
        rusak()
        self._hanya("rantai", Keadaan.GALAT)

    def test_an_entry_from_the_future_is_named(self) -> None:
        Catatan.objects.filter(objek="uji:2").update(waktu=timezone.now() + timedelta(hours=2))
        self._hanya("jam", Keadaan.GALAT)

    @pytest.mark.parametrize(("detik", "keadaan"), [(29, Keadaan.BAIK), (31, Keadaan.GALAT)])
    def test_a_silent_worker_is_named(self, detik: int, keadaan: Keadaan) -> None:
        Pekerja.objects.update(denyut=timezone.now() - timedelta(seconds=detik))
        self._hanya("pekerja", keadaan)

    def test_a_missing_worker_is_named(self) -> None:
        Pekerja.objects.all().delete()
        self._hanya("pekerja", Keadaan.GALAT)

    def test_a_job_that_waits_long_is_named(self) -> None:
        Pekerjaan.objects.create(jenis="uji", kunci="uji", tugas="00000000-0000-0000-0000-000000000000")
        self._hanya("antrean", Keadaan.BAIK)
        Pekerjaan.objects.update(diminta_pada=timezone.now() - timedelta(minutes=20))
        self._hanya("antrean", Keadaan.PERHATIAN)

    @pytest.mark.parametrize(("jam", "keadaan"), [(35, Keadaan.BAIK), (37, Keadaan.PERHATIAN), (24 * 8, Keadaan.GALAT)])
    def test_an_old_backup_is_named(self, jam: int, keadaan: Keadaan) -> None:
        Catatan.objects.filter(perbuatan=CADANGAN).update(waktu=timezone.now() - timedelta(hours=jam))
        self._hanya("cadangan", keadaan)

    def test_no_backup_ever_is_named(self) -> None:
        Catatan.objects.filter(perbuatan=CADANGAN).update(perbuatan="lain")
        self._hanya("cadangan", Keadaan.PERHATIAN)
