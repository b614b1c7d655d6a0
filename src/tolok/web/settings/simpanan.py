"""
How many computed agency-years one process keeps in memory (``TOLOK_SIMPANAN``).

A year that is kept is shown again without being read and computed again; one of a large agency takes some 20 MB. Unless
told otherwise the processes of the site together use up to a quarter of the machine's memory for it.
"""

from __future__ import annotations

import os
from typing import Final

from django.core.exceptions import ImproperlyConfigured

PALING_SEDIKIT: Final = 32
_BATAS: Final = 10_000
_MEGABYTE_PER_TAHUN: Final = 20
_BAGIAN_MEMORI: Final = 4


def read_simpanan(teks: str, *, megabyte: int, proses: int) -> int:
    """
    Return the number of years, from ``TOLOK_SIMPANAN`` or (``""``) from the memory and the processes of the machine.

    :raises ImproperlyConfigured: if it is no number of at least one
    """
    if not teks:
        return max(PALING_SEDIKIT, megabyte // (_BAGIAN_MEMORI * proses * _MEGABYTE_PER_TAHUN))
    if not (teks.isascii() and teks.isdigit() and 1 <= int(teks) <= _BATAS):
        raise ImproperlyConfigured(f"TOLOK_SIMPANAN berisi {teks!r}; tulis banyaknya tahun kinerja, 1 sampai {_BATAS}.")
    return int(teks)


def _megabyte_mesin() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20


SIMPANAN_TAHUN = read_simpanan(
    os.environ.get("TOLOK_SIMPANAN", ""), megabyte=_megabyte_mesin(), proses=max(os.cpu_count() or 2, 2)
)
