"""Reading accounts."""

from __future__ import annotations

from typing import NamedTuple

from allauth.mfa.models import Authenticator
from django.db.models import Q

from tolok.web.akun.models import Pengguna


class BarisPengguna(NamedTuple):
    """One account, and whether a second step guards it."""

    pengguna: Pengguna
    is_dua_langkah: bool


def get_pengguna(nama: str) -> Pengguna | None:
    """Return the account with this user name or e-mail address, in whichever case; the user name comes first."""
    if not nama:
        return None
    daftar = Pengguna.objects.filter(Q(username__iexact=nama) | Q(email__iexact=nama))
    return min(daftar, key=lambda satu: satu.username.lower() != nama.lower(), default=None)


def list_pengguna() -> tuple[BarisPengguna, ...]:
    """Return all accounts by user name (two queries)."""
    berpengaman = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)
    dijaga = frozenset(berpengaman.values_list("user_id", flat=True))
    return tuple(BarisPengguna(satu, satu.pk in dijaga) for satu in Pengguna.objects.order_by("username"))
