"""
Who may see and steer a job, besides whoever asked for it.

Rights are the business of a later stage, which says here how it decides; until it has, nobody may.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tolok.web.akun.models import Pengguna

LIHAT: Final = "pekerjaan.lihat"
KELOLA: Final = "pekerjaan.kelola"

Jangkauan = Callable[[str], frozenset[str] | None]
"""From an action to the codes of the agencies somebody may do it in; ``None``: in all."""

_penentu: list[Callable[[Pengguna], Jangkauan]] = []


def register_penentu(penentu: Callable[[Pengguna], Jangkauan]) -> None:
    """Let this function decide what somebody may reach."""
    _penentu[:] = [penentu]


def get_jangkauan(pengguna: Pengguna) -> Jangkauan:
    """Return what somebody may reach."""
    return _penentu[0](pengguna) if _penentu else lambda _aksi: frozenset()


def is_boleh(jangkauan: Jangkauan, aksi: str, instansi: str) -> bool:
    """Whether the action is allowed in the agency."""
    daftar = jangkauan(aksi)
    return daftar is None or instansi in daftar
