"""
Making and changing accounts; every change is an entry on the chain of the installation.

A password is never in an entry, nor in what is logged: a new one is returned to the caller, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from tolok.web.akun.models import Pengguna
from tolok.web.akun.queries import get_pengguna
from tolok.web.akun.sandi import make_sandi_sementara
from tolok.web.audit.operations import lock_rantai, record

RANTAI_PEMASANGAN: Final = ""
_BENTUK_NAMA: Final = re.compile(r"[a-z][a-z0-9._-]{2,49}")


class PenggunaDitolak(ValueError):
    """An account cannot be made or changed like this; the message says why and what to do."""


def create_pengguna(*, username: str, nama: str, surel: str = "", oleh: Pengguna | None) -> tuple[Pengguna, str]:
    """
    Make an account and return it with its one-time password, which must be changed at the first sign-in.

    Whoever makes the account vouches for the address, so that it counts as verified.

    :raises PenggunaDitolak: if a name is taken or malformed
    """
    sandi = make_sandi_sementara()
    pengguna = _make_pengguna(username=username, nama=nama, surel=surel)
    pengguna.password, pengguna.wajib_ganti_sandi = make_password(sandi), True
    with transaction.atomic():
        lock_rantai(RANTAI_PEMASANGAN)
        _ensure_belum_ada(pengguna)
        pengguna.save(force_insert=True)
        if pengguna.email:
            EmailAddress.objects.create(user=pengguna, email=pengguna.email, primary=True, verified=True)
        _catat("pengguna.dibuat", pengguna, {"nama": pengguna.nama, "surel": pengguna.email}, oleh=oleh)
    return pengguna, sandi


def create_pengguna_penyedia(pengguna: Pengguna, *, penyedia: str) -> None:
    """
    Save an account for a person whom an identity provider vouches for; it has no password and no role.

    :param pengguna: unsaved, with user name, name and the verified address
    :raises PenggunaDitolak: if a name is taken or malformed
    """
    baru = _make_pengguna(username=pengguna.username, nama=pengguna.nama, surel=pengguna.email)
    pengguna.username, pengguna.nama, pengguna.email = baru.username, baru.nama, baru.email
    pengguna.set_unusable_password()
    with transaction.atomic():
        lock_rantai(RANTAI_PEMASANGAN)
        _ensure_belum_ada(pengguna)
        pengguna.save(force_insert=True)
        isi = {"nama": pengguna.nama, "surel": pengguna.email, "penyedia": penyedia}
        _catat("pengguna.dibuat", pengguna, isi, oleh=pengguna)


def reset_sandi(*, pengguna_id: int, oleh: Pengguna | None, cabut_pengaman: bool = False) -> str:
    """
    Give an account a one-time password, end its sessions and its lock, and return the password.

    :param cabut_pengaman: also remove the second step, for a person who lost phone and recovery codes
    :raises PenggunaDitolak: if the account is not active
    """
    sandi = make_sandi_sementara()
    hash_sandi = make_password(sandi)
    with transaction.atomic():
        lock_rantai(RANTAI_PEMASANGAN)
        pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
        if not pengguna.is_active:
            raise PenggunaDitolak(f"{pengguna.username} nonaktif. Aktifkan dahulu, lalu ulangi.")
        pengguna.password, pengguna.wajib_ganti_sandi = hash_sandi, True
        pengguna.save(update_fields=["password", "wajib_ganti_sandi"])
        dicabut = 0
        if cabut_pengaman:
            dicabut = Authenticator.objects.filter(user=pengguna).delete()[0]
        isi = {"sesi_diakhiri": _end_sesi(pengguna), "pengaman_dicabut": dicabut}
        AxesProxyHandler.reset_attempts(username=pengguna.username)
        _catat("pengguna.sandi_diatur_ulang", pengguna, isi, oleh=oleh)
    return sandi


def change_sandi(pengguna: Pengguna, sandi: str) -> None:
    """Set the password that the person chose (already checked against the rules)."""
    pengguna.set_password(sandi)
    with transaction.atomic():
        lock_rantai(RANTAI_PEMASANGAN)
        sementara, pengguna.wajib_ganti_sandi = pengguna.wajib_ganti_sandi, False
        pengguna.save(update_fields=["password", "wajib_ganti_sandi"])
        AxesProxyHandler.reset_attempts(username=pengguna.username)
        _catat("pengguna.sandi_diganti", pengguna, {"dari_sandi_sementara": sementara}, oleh=pengguna)


def set_aktif(*, pengguna_id: int, aktif: bool, oleh: Pengguna | None) -> None:
    """
    Let an account sign in, or forbid it and end its sessions at once. Nothing it did is removed.

    :raises PenggunaDitolak: if it is so already
    """
    with transaction.atomic():
        lock_rantai(RANTAI_PEMASANGAN)
        pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
        if pengguna.is_active == aktif:
            raise PenggunaDitolak(f"{pengguna.username} sudah {'aktif' if aktif else 'nonaktif'}.")
        pengguna.is_active = aktif
        pengguna.save(update_fields=["is_active"])
        isi = {} if aktif else {"sesi_diakhiri": _end_sesi(pengguna)}
        _catat("pengguna.diaktifkan" if aktif else "pengguna.dinonaktifkan", pengguna, isi, oleh=oleh)


def end_sesi(daftar: list[UserSession]) -> None:
    """End sessions of one person at that person's wish."""
    if daftar:
        with transaction.atomic():
            lock_rantai(RANTAI_PEMASANGAN)
            for sesi in daftar:
                sesi.end()
            pengguna = daftar[0].user
            _catat("sesi.dikeluarkan", pengguna, {"jumlah": len(daftar)}, oleh=pengguna)


@contextmanager
def atomic_dengan_riwayat() -> Iterator[None]:
    """
    Make what allauth changes in here one transaction with the entry that tells of it (``penerima``).

    The chain is locked first, as in every operation: two ways of changing one account cannot wait for each other.
    """
    with transaction.atomic():
        lock_rantai(RANTAI_PEMASANGAN)
        yield


def record_kejadian(perbuatan: str, pengguna: Pengguna | None, isi: dict[str, Any], *, oleh: Pengguna | None) -> None:
    """
    Write down what happened around an account: signing in, failing, being locked, changing the second step.

    :param pengguna: ``None``: somebody typed a name that no account has (the name itself is not kept)
    """
    with transaction.atomic():
        _catat(perbuatan, pengguna, isi, oleh=oleh)


def make_objek(pengguna: Pengguna | None) -> str:
    """Return the stable name of an account in the history."""
    return f"pengguna:{pengguna.username}" if pengguna is not None else "pengguna:(tak dikenal)"


def _catat(perbuatan: str, pengguna: Pengguna | None, isi: dict[str, Any], *, oleh: Pengguna | None) -> None:
    record(perbuatan, rantai=RANTAI_PEMASANGAN, objek=make_objek(pengguna), isi=isi, oleh=oleh)


def _make_pengguna(*, username: str, nama: str, surel: str) -> Pengguna:
    username, nama, surel = username.strip().lower(), " ".join(nama.split()), surel.strip().lower()
    if not _BENTUK_NAMA.fullmatch(username):
        raise PenggunaDitolak(
            f"Nama pengguna {username!r} tidak dapat dipakai: 3 sampai 50 karakter, diawali huruf, lalu huruf kecil, "
            "angka, titik, garis bawah, atau tanda hubung. Contoh: siti.aminah"
        )
    if not nama or len(nama) > 200:
        raise PenggunaDitolak("Nama lengkap harus diisi, paling panjang 200 karakter.")
    if surel:
        try:
            validate_email(surel)
        except ValidationError as galat:
            raise PenggunaDitolak(f"Surel {surel!r} bukan alamat surel. Contoh: siti@dinas.go.id") from galat
    return Pengguna(username=username, nama=nama, email=surel)


def _ensure_belum_ada(pengguna: Pengguna) -> None:
    if get_pengguna(pengguna.username) is not None:
        raise PenggunaDitolak(f"Nama pengguna {pengguna.username} sudah dipakai. Pilih nama lain.")
    if pengguna.email and get_pengguna(pengguna.email) is not None:
        raise PenggunaDitolak(f"Surel {pengguna.email} sudah dipakai akun lain. Satu surel untuk satu akun.")


def _end_sesi(pengguna: Pengguna) -> int:
    daftar = list(UserSession.objects.filter(user=pengguna))
    for sesi in daftar:
        sesi.end()
    return len(daftar)
