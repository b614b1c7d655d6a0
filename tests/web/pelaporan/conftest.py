"""The example year in the database, its people, and a folder of its own for files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.web.dunia import buat_pengguna, muat_contoh

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja


@pytest.fixture(autouse=True)
def folder_berkas(settings: Any, tmp_path: Path) -> Path:
    """The folder of uploads and snapshots, empty; nothing of another test is in memory."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    clear_simpanan()
    return tmp_path / "berkas"


@pytest.fixture
def tahun(db: None) -> TahunKinerja:
    """The example year."""
    return muat_contoh()


@pytest.fixture
def perencana(tahun: TahunKinerja) -> Pengguna:
    """Who writes the documents."""
    return buat_pengguna("perencana", Peran.PERENCANA)
