"""The wheel is the whole program: every file, the licences, only what runs; and running it asks no network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
SUMBER = AKAR / "src" / "tolok"
PROYEK = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
TANPA_JARINGAN = """
import importlib, pkgutil, sys

def jaga(peristiwa, masukan):
    if peristiwa in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise RuntimeError(f"meminta jaringan: {peristiwa} {masukan}")

sys.addaudithook(jaga)
import django, tolok
django.setup()
for modul in pkgutil.walk_packages(tolok.__path__, "tolok."):
    if modul.name != "tolok.__main__":
        importlib.import_module(modul.name)
from tolok.cli import main
raise SystemExit(main(["demo", "--format", "pdf", "--keluaran", sys.argv[1]]))
"""


MODUL = {
    "Django": "django",
    "django-allauth": "allauth",
    "django-axes": "axes",
    "django-csp": "csp",
    "django-htmx": "django_htmx",
    "django-tasks": "django_tasks",
    "django-tasks-db": "django_tasks_db",
    "django-template-partials": "template_partials",
    "pillow": "PIL",
    "python-calamine": "python_calamine",
}
"""What a distribution is imported as, where the names differ."""


@pytest.fixture(scope="module")
def roda(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from a copy so that nothing appears beside the sources."""
    syarat = int(PROYEK["build-system"]["requires"][0].partition(">=")[2])
    if int(version("setuptools").partition(".")[0]) < syarat:
        pytest.skip(f"setuptools {syarat} atau lebih baru tidak terpasang (make setup-uji memasangnya)")
    proyek = tmp_path_factory.mktemp("roda") / "tolok"
    abaikan = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(AKAR / "src", proyek / "src", ignore=abaikan)
    for nama in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(AKAR / nama, proyek / nama)
    bangun = "from setuptools import build_meta; print(build_meta.build_wheel('.'))"
    hasil = subprocess.run([sys.executable, "-c", bangun], cwd=proyek, capture_output=True, text=True, timeout=300)
    assert hasil.returncode == 0, hasil.stderr
    return zipfile.ZipFile(proyek / hasil.stdout.splitlines()[-1])


def test_the_wheel_holds_every_file_of_the_program(roda: zipfile.ZipFile) -> None:
    ada = {nama.removeprefix("tolok/") for nama in roda.namelist() if nama.startswith("tolok/")}
    seharusnya = {
        jalur.relative_to(SUMBER).as_posix()
        for jalur in SUMBER.rglob("*")
        if jalur.is_file() and "__pycache__" not in jalur.parts
    }
    assert ada == seharusnya
    assert {"py.typed", "core/rumus/rumus.lark", "contoh/probolinggo-2020/paket.toml"} <= ada


def test_the_wheel_carries_its_licences(roda: zipfile.ZipFile) -> None:
    lisensi = {nama.partition("/licenses/")[2] for nama in roda.namelist() if "/licenses/" in nama}
    assert lisensi == set(PROYEK["project"]["license-files"])
    metadata = next(nama for nama in roda.namelist() if nama.endswith(".dist-info/METADATA"))
    assert "License-Expression: Apache-2.0" in roda.read(metadata).decode()


def test_only_what_runs_is_required() -> None:
    teks = "\n".join(jalur.read_text(encoding="utf-8") for jalur in SUMBER.rglob("*.py"))
    for syarat in PROYEK["project"]["dependencies"]:
        nama = re.split(r"[<>=\[]", syarat)[0]
        modul = MODUL.get(nama, nama)
        # Parts of the site are also named in its settings.
        assert re.search(rf"^\s*(?:import|from) {modul}\b|\"{modul}[.\"]", teks, re.M), nama


@pytest.mark.parametrize("nama", ["utama.txt", "uji.txt"])
def test_locks_name_versions_and_hashes_and_no_place(nama: str) -> None:
    teks = (AKAR / "kunci" / nama).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index|--find-links|(?<!\w)/\w|@ ", teks)
    daftar = re.findall(r"^([\w.-]+)==\S+(?: ; .*?)? \\$", teks, re.M)
    assert len(daftar) == len(re.findall(r"^\w", teks, re.M))
    assert all(re.search(rf"^{satu}==.*\\\n +--hash=sha256:", teks, re.M) for satu in daftar)
    kunci = {satu.lower().replace("_", "-") for satu in daftar}
    langsung = [*PROYEK["project"]["dependencies"], *PROYEK["project"]["optional-dependencies"]["bangun"]]
    langsung += PROYEK["project"]["optional-dependencies"]["uji"] if nama == "uji.txt" else []
    assert {re.split(r"[<>=\[]", satu)[0].lower() for satu in langsung} <= kunci
    if nama == "utama.txt":
        assert not {"python-docx", "pytest"} & kunci


def test_running_asks_no_network(tmp_path: Path) -> None:
    hasil = subprocess.run(
        [sys.executable, "-c", TANPA_JARINGAN, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tolok.web.settings", "TOLOK_DATA": str(tmp_path / "data")},
    )
    assert hasil.returncode == 0, hasil.stderr
    assert len(list(tmp_path.glob("*.pdf"))) == 6
    daftar = [jalur for jalur in SUMBER.rglob("*.typ") if "@preview" in jalur.read_text(encoding="utf-8")]
    assert daftar == []
