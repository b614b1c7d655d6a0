"""Kinds of job for the tests; what they do is set by each test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tolok.web.akun.models import Pengguna
from tolok.web.jobs.daftar import JenisPekerjaan, Tautan, register
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.operations import request_pekerjaan

_KERJA: dict[str, Callable[..., dict[str, Any]]] = {}


def _kerjakan(kendali: Any, **masukan: Any) -> dict[str, Any]:
    return _KERJA["kini"](kendali, **masukan)


register(
    JenisPekerjaan(
        "uji.kerja", "Kerja uji", _kerjakan, lambda p: (Tautan("Buka hasil", f"/hasil/{p.hasil['nomor']}/"),)
    )
)


@pytest.fixture
def saat_dikerjakan() -> Callable[[Callable[..., dict[str, Any]]], None]:
    """Set what the job does."""
    return lambda fungsi: _KERJA.__setitem__("kini", fungsi)


@pytest.fixture
def perencana() -> Pengguna:
    """Somebody who asks for jobs."""
    return Pengguna.objects.create_user("perencana", nama="Perencana Uji")


@pytest.fixture
def minta(perencana: Pengguna) -> Callable[..., Pekerjaan]:
    """Ask for a job."""

    def minta(**lain: Any) -> Pekerjaan:
        isian = {"jenis": "uji.kerja", "kunci": "uji:1", "judul": "LKjIP 2020", "masukan": {"nomor": 7}}
        return request_pekerjaan(**isian | {"instansi": "dinas", "oleh": perencana} | lain)

    return minta
