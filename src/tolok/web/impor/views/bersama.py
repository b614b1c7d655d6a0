"""What the pages of imports share."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from tolok.web.akun.models import Pengguna
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.impor.queries import get_bacaan
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.tautan import Penaut


def find_bacaan(konteks: Konteks, bacaan: UUID) -> BerkasBacaan:
    """
    Return an upload.

    :raises Http404: if there is none, if it was let go, or if it is not for this reader
    """
    try:
        baris = get_bacaan(konteks, bacaan)
    except BerkasBacaan.DoesNotExist as galat:
        raise Http404(TIDAK_ADA) from galat
    if baris.status == StatusBacaan.DIBUANG:
        raise Http404(TIDAK_ADA)
    return baris


def get_pengguna(konteks: Konteks) -> Pengguna | None:
    """Return who asks."""
    return konteks.lingkup.pengguna


def alamat(konteks: Konteks, nama: str, **kunci: object) -> str:
    """Return an address of this year and period."""
    return Penaut(konteks).find_alamat(nama, **kunci)
