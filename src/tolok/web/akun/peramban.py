"""What a browser calls itself, in two words a person recognises; for the list of one's own sessions."""

from __future__ import annotations

from typing import Final

_PERAMBAN: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SISTEM: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
"""What stands in the text, and what it is called; the first that fits counts, for many pretend to be others too."""


def describe_peramban(teks: str) -> str:
    """Return e.g. "Chrome di Windows"; an unknown program keeps the name it gave."""
    peramban = next((nama for tanda, nama in _PERAMBAN if tanda in teks), "")
    sistem = next((nama for tanda, nama in _SISTEM if tanda in teks), "")
    if not peramban:
        return teks[:60] or "Peramban tak dikenal"
    return f"{peramban} di {sistem}" if sistem else peramban
