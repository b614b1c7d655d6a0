"""
Pages for what does not exist, is not allowed, or went wrong: what failed, whether what was typed is safe, what to do.

They are made without a query, a session or a message, so that they also work when the database is away. The last line
is a number that stands in the log as well.
"""

from __future__ import annotations

from tolok.web.ui.galat.bentrok import BarisBentrok, list_baris_bentrok, render_bentrok
from tolok.web.ui.galat.halaman import render_galat, render_sesi_berakhir, render_tidak_berhak

__all__ = [
    "BarisBentrok",
    "list_baris_bentrok",
    "render_bentrok",
    "render_galat",
    "render_sesi_berakhir",
    "render_tidak_berhak",
]
