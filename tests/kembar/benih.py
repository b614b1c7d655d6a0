"""How many random agencies the tests of the twin use: ``TOLOK_KEMBAR_KALI`` multiplies the number of seeds."""

from __future__ import annotations

import os


def daftar_benih(banyak: int, *, mulai: int = 0) -> range:
    """Return the seeds of one test."""
    return range(mulai, mulai + banyak * int(os.environ.get("TOLOK_KEMBAR_KALI", "1")))
