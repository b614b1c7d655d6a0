"""How much of a file is read at most, and the one way a file is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tolok.berkas import GalatBerkas

MB: Final = 1024 * 1024


class BerkasDitolak(GalatBerkas):
    """A published file is not read; the message says which file, why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batas:
    """
    Bounds that hold whatever a file says of itself. Sizes are bytes, times seconds.

    The last three hold only where the reading runs in a worker process (``kandang``).
    """

    besar_berkas: int = 100 * MB
    besar_teks: int = 20 * MB
    besar_terbuka: int = 400 * MB
    """All members of a zip together, unpacked."""
    besar_bagian: int = 48 * MB
    """One member that is held in memory as a tree."""
    nisbah_mampat: int = 400
    """Unpacked to packed, of a member of more than a megabyte."""
    jumlah_anggota: int = 5_000
    jumlah_sel: int = 500_000
    jumlah_halaman: int = 2_000
    jumlah_halaman_ocr: int = 200
    detik_ocr_per_halaman: int = 60
    detik_cpu: int = 300
    detik_dinding: int = 600
    memori: int = 2_000 * MB


BATAS: Final = Batas()


def tolak(nama: str, sebab: str, saran: str) -> BerkasDitolak:
    """Return the refusal of a file: ``sebab`` goes on after a colon, ``saran`` is an order without a full stop."""
    return BerkasDitolak(f"{nama} tidak dapat dibaca: {sebab}. {saran}.")
