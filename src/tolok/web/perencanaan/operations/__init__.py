"""Writing the plan."""

from __future__ import annotations

from tolok.web.perencanaan.operations.kebijakan import KebijakanSama, KebijakanTerkunci, set_kebijakan
from tolok.web.perencanaan.operations.rencana import IdentitasRencana, make_kolom_target, put_tahun

__all__ = [
    "IdentitasRencana",
    "KebijakanSama",
    "KebijakanTerkunci",
    "make_kolom_target",
    "put_tahun",
    "set_kebijakan",
]
