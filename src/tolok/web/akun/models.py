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
    """
    The table of the cache that all processes share (attempts counted, codes used); read and written by Django's
    ``DatabaseCache``, which fixes its columns.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "akun_tembolok"
