"""Who may see the evidence behind a value, by its class (``organisasi.hak``: ``bukti.terbatas``, ``bukti.rahasia``)."""

from __future__ import annotations

from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.models import KelasBukti


def is_bukti_tampak(tampak: TahunTampak, kelas: str, pemilik: frozenset[str]) -> bool:
    """
    Whether the reader may know a piece of evidence whose value they see.

    Open to all; limited to those who work at the agency; secret (and what has no known class) but for the owning units
    and whoever verifies.

    :param pemilik: the units that answer for the indicators that are computed from the value
    """
    if kelas == KelasBukti.TERBUKA:
        return True
    unit = tampak.list_unit("bukti.terbatas" if kelas == KelasBukti.TERBATAS else "bukti.rahasia")
    return unit is None or bool(unit & pemilik)
