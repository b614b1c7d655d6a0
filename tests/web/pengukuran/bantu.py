"""What tests of measuring share: contexts of people, a quarter taken to approval."""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.web.dunia import INSTANSI

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.pengukuran.operations import approve_bersama, submit_bersama, verify_bersama
from tolok.web.perencanaan.konteks import Konteks, get_konteks

HARI: Final = date(2021, 1, 20)
ALASAN: Final = "Bagian rumusnya tidak dicatat; diminta kepada unit."


def konteks(pengguna: Pengguna, periode: str = "tw4", *, tahun: int = 2020, instansi: str = INSTANSI) -> Konteks:
    """The context of somebody on the page of a period."""
    return get_konteks(get_lingkup(pengguna, pada=HARI), instansi=instansi, tahun=tahun, periode=periode)


def sahkan_semua(pengaju: Pengguna, verifikator: Pengguna, pimpinan: Pengguna, periode: str = "tw4") -> None:
    """Take all indicators of a quarter from draft to approval."""
    submit_bersama(konteks(pengaju, periode), catatan=ALASAN)
    verify_bersama(konteks(verifikator, periode))
    approve_bersama(konteks(pimpinan, periode))
