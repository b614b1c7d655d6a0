"""
The kinds of job there are; an app registers its own when it is ready.

A kind is a function ``(kendali, **masukan) -> hasil`` with plain JSON on both sides. What it writes it writes through
``Kendali.sekali``, or under a name made of ``Kendali.kunci``: it may be run again after it was interrupted anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from tolok.web.jobs.models import Pekerjaan


class Tautan(NamedTuple):
    """A link to what a job has made."""

    kata: str
    alamat: str


def _tanpa_tautan(_pekerjaan: Pekerjaan) -> tuple[Tautan, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class JenisPekerjaan:
    """
    One kind: ``sebutan`` is what people call it, ``tautan`` the links to the result of a finished job, ``aksi`` the
    right that is needed to call it off or repeat it (``""``: having asked for it is enough).
    """

    nama: str
    sebutan: str
    fungsi: Callable[..., dict[str, Any]]
    tautan: Callable[[Pekerjaan], tuple[Tautan, ...]] = _tanpa_tautan
    aksi: str = ""


class JenisTidakAda(LookupError):
    """No app has registered this kind of job (a bug, or an app that is gone)."""


_DAFTAR: Final[dict[str, JenisPekerjaan]] = {}


def register(jenis: JenisPekerjaan) -> None:
    """
    Make a kind known.

    :raises ValueError: if another one has its name
    """
    if _DAFTAR.setdefault(jenis.nama, jenis) != jenis:
        raise ValueError(f"Jenis pekerjaan {jenis.nama} sudah ada.")


def get_jenis(nama: str) -> JenisPekerjaan:
    """
    Return a kind by its name.

    :raises JenisTidakAda: if there is none
    """
    try:
        return _DAFTAR[nama]
    except KeyError:
        raise JenisTidakAda(nama) from None
