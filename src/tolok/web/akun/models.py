"""A person who signs in, and the counters that guard signing in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Pengguna(AbstractUser):
    """
    An account; who it may act as stands in ``organisasi.PenugasanPeran``.

    ``nama`` is what history and documents print; the two name columns of Django stay empty. ``wajib_ganti_sandi`` is
    set while the password is one an admin handed out.
    """

    nama = models.CharField("nama", max_length=200)
    wajib_ganti_sandi = models.BooleanField(default=False)

    class Meta(AbstractUser.Meta):
        constraints = (
            models.UniqueConstraint(Lower("username"), name="akun_pengguna_satu_nama"),
            models.UniqueConstraint(Lower("email"), condition=~Q(email=""), name="akun_pengguna_satu_surel"),
        )

    def __str__(self) -> str:
        return self.nama or self.username


class Tembolok(models.Model):
    """One value of the cache that all processes share (``akun.tembolok``), as JSON; ``sampai`` ``None``: for ever."""

    kunci = models.CharField(max_length=255, primary_key=True)
    isi = models.TextField()
    sampai = models.DateTimeField(null=True, db_index=True)
