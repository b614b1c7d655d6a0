"""What tests of imports share: a data folder of their own, and a planner of the example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.web.dunia import buat_pengguna, masuk, muat_contoh

from tolok.web.organisasi.models import Peran


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Uploads of a test go nowhere else."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    return tmp_path / "berkas"


@pytest.fixture
def client(db: None) -> Client:
    """A planner of the example."""
    muat_contoh()
    return masuk(buat_pengguna("perencana", Peran.PERENCANA))
