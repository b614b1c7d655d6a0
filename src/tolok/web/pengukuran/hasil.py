"""The computed year as later stages know it; the one memory stands in ``perencanaan.hasil``."""

from __future__ import annotations

from tolok.web.perencanaan.hasil import clear_simpanan, get_hasil

__all__ = ["clear_simpanan", "get_hasil"]
