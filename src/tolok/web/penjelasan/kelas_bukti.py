"""Who may see the evidence behind a value, by its class."""

from __future__ import annotations

from typing import Final

from tolok.web.organisasi.models import Peran
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.models import KelasBukti

_PEGAWAI: Final = frozenset(
    {Peran.ADMIN, Peran.PERENCANA, Peran.PENANGGUNG_JAWAB, Peran.PPTK, Peran.KEUANGAN, Peran.PIMPINAN}
)
"""Who works at the agency, and so may see evidence of class ``terbatas``."""


def is_bukti_tampak(tampak: AngkaTampak, kelas: str, pemilik: frozenset[str]) -> bool:
    """
    Whether the reader may know a piece of evidence whose value they see.

    Open to all; limited to those who work at the agency; secret but for the owning units and whoever verifies.

    :param pemilik: the units that answer for the indicators that are computed from the value
    """
    if kelas == KelasBukti.TERBUKA:
        return True
    konteks = tampak.tahun.konteks
    if kelas == KelasBukti.TERBATAS:
        daftar_izin = konteks.lingkup.list_izin("beranda.lihat", konteks.instansi)
        return any(izin.peran in _PEGAWAI for izin in daftar_izin)
    unit = konteks.lingkup.list_unit("pengukuran.isi", konteks.instansi, tampak.hasil.data.daftar_unit)
    return unit is None or bool(unit & pemilik)
