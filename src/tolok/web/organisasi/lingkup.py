"""
What one user may reach: the roles in force today with their agencies and subtrees of units.

Every query and operation takes a ``Lingkup``; there is no other way to ask for somebody's data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from tolok.core.organisasi import Unit
from tolok.core.pohon import build_pohon
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.hak import HAK, PERBUATAN_TERBUKA
from tolok.web.organisasi.models import PenugasanPeran, Peran


class TidakBerhak(PermissionError):
    """The user may see the object but not do this; the message names the roles that may."""


class Izin(NamedTuple):
    """One role in force; ``instansi`` ``""`` is every agency, ``unit`` ``""`` the whole of it."""

    peran: Peran
    instansi: str
    unit: str


@dataclass(frozen=True, slots=True)
class Lingkup:
    """The roles of one user on one day; an anonymous visitor has none."""

    pengguna: Pengguna | None
    daftar_izin: tuple[Izin, ...]

    def list_izin(self, aksi: str, instansi: str) -> tuple[Izin, ...]:
        """Return the roles that allow an action in an agency, somewhere in it."""
        _, boleh = HAK[aksi]
        return tuple(i for i in self.daftar_izin if i.peran in boleh and i.instansi in ("", instansi))

    def is_boleh(self, aksi: str, instansi: str) -> bool:
        """Whether the action is allowed at least for a part of the agency."""
        return bool(self.list_izin(aksi, instansi))

    def is_seluruh(self, aksi: str, instansi: str) -> bool:
        """Whether the action is allowed for the whole agency."""
        return any(not izin.unit for izin in self.list_izin(aksi, instansi))

    def list_unit(self, aksi: str, instansi: str, daftar_unit: Iterable[Unit]) -> frozenset[str] | None:
        """
        Return the codes of the units an action is allowed for, with everything below them; ``None``: the whole agency.

        :param daftar_unit: the units of the organisation edition that is looked at
        """
        daftar_izin = self.list_izin(aksi, instansi)
        if any(not izin.unit for izin in daftar_izin):
            return None
        pohon = build_pohon((unit.id, unit.induk) for unit in daftar_unit)
        akar = {izin.unit for izin in daftar_izin} & pohon.induk_per_id.keys()
        return frozenset(kode for satu in akar for kode in pohon.telusuri(satu))

    def ensure(self, aksi: str, instansi: str) -> None:
        """
        Do nothing if the action is allowed somewhere in the agency.

        :raises TidakBerhak: otherwise
        """
        if not self.is_boleh(aksi, instansi):
            nama, boleh = HAK[aksi]
            sebutan = ", ".join(peran.label for peran in Peran if peran in boleh)
            raise TidakBerhak(f"{nama} dapat dilakukan oleh: {sebutan}.")

    def is_catatan_tampak(self, perbuatan: str, instansi: str) -> bool:
        """Whether an entry of an agency's history about such a deed exists for this user (``riwayat.lihat`` aside)."""
        return perbuatan in PERBUATAN_TERBUKA or self.is_seluruh("draf.lihat", instansi)

    def is_melihat(self, instansi: str) -> bool:
        """Whether the agency exists for this user at all."""
        return self.is_boleh("beranda.lihat", instansi)


def get_lingkup(pengguna: Pengguna | AnonymousUser | None, *, pada: date) -> Lingkup:
    """Return what a user may reach on a day (one query; none for an anonymous visitor)."""
    if pengguna is None or not pengguna.is_authenticated or not isinstance(pengguna, Pengguna):
        return Lingkup(None, ())
    daftar = PenugasanPeran.objects.filter(
        Q(akhir__isnull=True) | Q(akhir__gte=pada), pengguna=pengguna, mulai__lte=pada
    ).values_list("peran", "instansi__kode", "unit__kode")
    return Lingkup(pengguna, tuple(Izin(Peran(p), i or "", u or "") for p, i, u in daftar.order_by("pk")))
