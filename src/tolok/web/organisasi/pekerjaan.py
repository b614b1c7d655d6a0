"""Tells the jobs what somebody may reach: by their roles in force today."""

from __future__ import annotations

from django.utils import timezone

from tolok.web.akun.models import Pengguna
from tolok.web.jobs.jangkauan import Jangkauan
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.lingkup import get_lingkup


def get_jangkauan(pengguna: Pengguna) -> Jangkauan:
    """Return what somebody may reach (one query)."""
    lingkup = get_lingkup(pengguna, pada=timezone.localdate())

    def jangkauan(aksi: str) -> frozenset[str] | None:
        _, boleh = HAK[aksi]
        daftar = frozenset(izin.instansi for izin in lingkup.daftar_izin if izin.peran in boleh)
        return None if "" in daftar else daftar

    return jangkauan
