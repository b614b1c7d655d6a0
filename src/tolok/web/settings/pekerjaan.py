"""Background jobs: the queue stands in the database; ``TOLOK_PEKERJAAN_BASI`` are the seconds after which a silent
worker is dead and its job is begun again.
"""

from __future__ import annotations

import os
from typing import Final

from django.core.exceptions import ImproperlyConfigured

_BASI_BAWAAN: Final = "30"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def read_basi(teks: str) -> float:
    """
    Return the seconds of ``TOLOK_PEKERJAAN_BASI``.

    :raises ImproperlyConfigured: if it is no number of at least one second
    """
    try:
        detik = float(teks)
    except ValueError:
        detik = 0.0
    if not 1 <= detik <= 86_400:
        raise ImproperlyConfigured(f"TOLOK_PEKERJAAN_BASI berisi {teks!r}; tulis banyaknya detik, 1 sampai 86400.")
    return detik


PEKERJAAN_BASI_DETIK = read_basi(os.environ.get("TOLOK_PEKERJAAN_BASI") or _BASI_BAWAAN)
