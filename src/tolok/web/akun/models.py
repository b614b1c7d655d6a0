"""A person who signs in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Pengguna(AbstractUser):
    """
    An account; who it may act as stands in ``organisasi.PenugasanPeran``.

    ``nama`` is what history and documents print; the two name columns of Django stay empty.
    """

    nama = models.CharField("nama", max_length=200)

    def __str__(self) -> str:
        return self.nama or self.username
