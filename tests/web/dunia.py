"""A small world for tests of the web: the example in the database, and people with roles."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.test import Client

from tolok.contoh import path_contoh
from tolok.paket.muat import load_paket
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Instansi, PenugasanPeran, Peran, Unit
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data

INSTANSI: Final = "probolinggo-dinsos-pppa"
SANDI: Final = "kata sandi untuk uji 1!"


def muat_contoh(nama: str = "probolinggo-2020") -> TahunKinerja:
    """Load an example and return its year as pages read it."""
    hasil = load_ke_basis_data(load_paket(path_contoh(nama)), oleh=None, sidik_paket="")
    segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    return segar.get(pk=hasil.tahun.pk)


def buat_pengguna(
    nama: str,
    peran: Peran | None,
    *,
    instansi: str | None = INSTANSI,
    unit: str | None = None,
    mulai: date = date(2019, 1, 1),
    akhir: date | None = None,
) -> Pengguna:
    """Make somebody with a role (``None``: without any) over an agency (``None``: all) or one of its units."""
    pengguna = Pengguna.objects.create_user(username=nama, password=SANDI, nama=f"Contoh {nama.title()}")
    if peran is not None:
        milik = Instansi.objects.get(kode=instansi) if instansi else None
        PenugasanPeran.objects.create(
            pengguna=pengguna,
            peran=peran,
            instansi=milik,
            unit=Unit.objects.get(instansi=milik, kode=unit) if unit else None,
            mulai=mulai,
            akhir=akhir,
        )
    return pengguna


def masuk(pengguna: Pengguna) -> Client:
    """Return a browser in which somebody has signed in."""
    client = Client()
    client.force_login(pengguna, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
