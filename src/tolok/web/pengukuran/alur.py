"""
The way of a measurement from draft to approval, as data: which step leads from where to where, and who may take it.

Operations take the steps, pages offer them, and both refuse with the same sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import StatusPengukuran


class LangkahTerlarang(Exception):
    """A step is not possible from the state a measurement is in; the message says what is, and by whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """
    One step; ``perbuatan`` is its name in the history, ``aksi`` the right it takes (``organisasi.hak``).

    ``wajib_alasan`` steps need a reason; ``tak_terbalik`` ones store what later steps do not take back.
    """

    nama: str
    kata: str
    ikon: str
    aksi: str
    perbuatan: str
    dari: tuple[StatusPengukuran, ...]
    ke: StatusPengukuran
    wajib_alasan: bool = False
    tak_terbalik: bool = False


_DRAF, _DIAJUKAN, _DIVERIFIKASI, _DISAHKAN, _DIKEMBALIKAN = StatusPengukuran

AJUKAN: Final = Langkah(
    nama="ajukan",
    kata="Ajukan",
    ikon="send",
    aksi="pengukuran.ajukan",
    perbuatan="pengukuran.diajukan",
    dari=(_DRAF, _DIKEMBALIKAN),
    ke=_DIAJUKAN,
)
VERIFIKASI: Final = Langkah(
    nama="verifikasi",
    kata="Verifikasi",
    ikon="checks",
    aksi="pengukuran.verifikasi",
    perbuatan="pengukuran.diverifikasi",
    dari=(_DIAJUKAN,),
    ke=_DIVERIFIKASI,
)
SAHKAN: Final = Langkah(
    nama="sahkan",
    kata="Sahkan",
    ikon="lock",
    aksi="pengukuran.sahkan",
    perbuatan="pengukuran.disahkan",
    dari=(_DIVERIFIKASI,),
    ke=_DISAHKAN,
    tak_terbalik=True,
)
KEMBALIKAN: Final = Langkah(
    nama="kembalikan",
    kata="Kembalikan",
    ikon="arrow-back-up",
    aksi="pengukuran.kembalikan",
    perbuatan="pengukuran.dikembalikan",
    dari=(_DIAJUKAN, _DIVERIFIKASI, _DISAHKAN),
    ke=_DIKEMBALIKAN,
    wajib_alasan=True,
)

LANGKAH: Final[dict[str, Langkah]] = {satu.nama: satu for satu in (AJUKAN, VERIFIKASI, SAHKAN, KEMBALIKAN)}
"""All steps by name, in the order of the way."""

TERBUKA: Final = frozenset(AJUKAN.dari)
"""The states in which values may still be changed: those from which a measurement can be submitted."""


def list_langkah(status: StatusPengukuran) -> tuple[Langkah, ...]:
    """Return the steps that lead on from a state, whoever may take them."""
    return tuple(langkah for langkah in LANGKAH.values() if status in langkah.dari)


def ensure_langkah(langkah: Langkah, status: StatusPengukuran, *, sebutan: str) -> None:
    """
    Do nothing if the step is possible from this state.

    :param sebutan: what the measurement is called
    :raises LangkahTerlarang: otherwise
    """
    if status not in langkah.dari:
        raise LangkahTerlarang(f"{sebutan} berstatus {status.label}. {describe_langkah(status)}")


def describe_langkah(status: StatusPengukuran) -> str:
    """Return a sentence on what can be done from a state and by whom."""
    daftar = [f"{langkah.kata} (oleh {list_peran(langkah)})" for langkah in list_langkah(status)]
    return f"Yang dapat dilakukan sekarang: {'; '.join(daftar)}."


def list_peran(langkah: Langkah) -> str:
    """Return the roles that may take a step, as text."""
    _, boleh = HAK[langkah.aksi]
    return ", ".join(peran.label for peran in Peran if peran in boleh)
