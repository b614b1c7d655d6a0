"""Reading what officers write, the documents, and their snapshots."""

from __future__ import annotations

from tolok.web.pelaporan.queries.naskah import BagianNaskah, load_bagian_naskah, with_naskah

__all__ = ["BagianNaskah", "load_bagian_naskah", "with_naskah"]
