"""What no template may hold: style, script, arithmetic, number formatting; and a guard against raw numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.template.base import VariableNode

import tolok.web
from tolok.core.angka import Angka

FOLDER: Final = Path(tolok.web.__file__).parent
LARANGAN: Final = (
    ("atribut style", re.compile(r"\sstyle\s*=", re.I)),
    ("elemen style", re.compile(r"<style\b", re.I)),
    ("skrip di halaman", re.compile(r"<script(?![^>]*\ssrc=)", re.I)),
    ("atribut peristiwa", re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*=", re.I | re.S)),
    ("alamat javascript", re.compile(r"javascript:", re.I)),
    ("syarat htmx yang menjadi kode", re.compile(r"hx-trigger=\"[^\"]*\[|hx-vals=['\"]js:", re.I)),
    ("berkas dari luar", re.compile(r"(?:src|href)=\"(?:https?:)?//[^\"]*\.(?:js|css|woff2?|png|svg)", re.I)),
    ("hitungan", re.compile(r"\|\s*(?:add|divisibleby)\b|\{%\s*widthratio\b")),
    ("format bilangan", re.compile(r"\|\s*(?:floatformat|intcomma|intword|filesizeformat|localize|unlocalize)\b")),
    ("pustaka bilangan", re.compile(r"\{%\s*load[^%]*\b(?:humanize|l10n)\b")),
    ("tanggal tanpa bentuk resmi", re.compile(r"\|\s*(?:timesince|timeuntil|naturaltime)\b|\{%\s*now\b")),
    ("teks yang tidak diamankan", re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off")),
)
LARANGAN_ISI: Final = (
    ("cacah yang dicetak", re.compile(r"\|\s*(?:length|wordcount|stringformat)\b")),
    ("tanggal tanpa bentuk resmi", re.compile(r"\|\s*(?:date|time)\b")),
    ("nomor urut sebagai isi", re.compile(r"\{\{\s*forloop\.")),
)
"""What a reader would see; the same expression inside a tag (``colspan``, ``datetime``, an id) is no printed number."""

BUKAN_UKURAN: Final = frozenset({"pk", "id", "versi", "tahun", "nomor"})
"""Names of integers that are keys, not measures: they are written as they are."""


def is_kunci(ungkapan: str) -> bool:
    """Whether an expression of a template names a key."""
    return ungkapan.split("|")[0].strip().rpartition(".")[2] in BUKAN_UKURAN


_UNGKAPAN: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)


def list_templat() -> list[Path]:
    """Return every template of the product."""
    return sorted(FOLDER.rglob("templates/**/*.html")) + sorted(FOLDER.rglob("templates/**/*.txt"))


def find_pelanggaran(teks: str, *, is_html: bool = True) -> Iterator[str]:
    """
    Yield what a template holds and must not, with its line.

    :param is_html: whether it is a page; the text of a letter is not escaped
    """
    bersih = re.sub(r"\{#.*?#\}", "", teks)
    for nama, pola in LARANGAN if is_html else LARANGAN[:-1]:
        for cocok in pola.finditer(bersih):
            yield _sebut(bersih, cocok, nama)
    for ungkapan in _list_isi(bersih):
        for nama, pola in LARANGAN_ISI:
            if pola.search(ungkapan.group()) and not is_kunci(ungkapan.group()[2:-2]):
                yield _sebut(bersih, ungkapan, nama)


def _sebut(teks: str, cocok: re.Match[str], nama: str) -> str:
    return f"baris {teks.count(chr(10), 0, cocok.start()) + 1}: {nama}: {cocok.group().strip()[:80]}"


def _list_isi(teks: str) -> list[re.Match[str]]:
    """Return the ``{{ … }}`` that stand in the text of a page, not inside a tag of HTML."""
    daftar = list(_UNGKAPAN.finditer(teks))
    # Expressions may hold < and >; they are blanked out before tags are looked for.
    html = _UNGKAPAN.sub(lambda cocok: " " * len(cocok.group()), teks)
    return [
        satu
        for satu in daftar
        if satu.group().startswith("{{") and html.rfind("<", 0, satu.start()) <= html.rfind(">", 0, satu.start())
    ]


@cache
def _list_ungkapan_isi(berkas: str) -> frozenset[str]:
    teks = Path(berkas).read_text(encoding="utf-8") if Path(berkas).is_file() else ""
    return frozenset(u.group()[2:-2].strip() for u in _list_isi(teks))


class AngkaMentah(AssertionError):
    """A template was given a number to print; numbers reach templates only as text."""


@contextmanager
def guard_angka_mentah() -> Iterator[None]:
    """Fail wherever a template of the product prints an ``int``, ``float``, ``Decimal``, ``Fraction`` or ``Angka``."""
    asli = VariableNode.render

    def periksa(self: VariableNode, context: Any) -> str:
        berkas = str(getattr(getattr(self, "origin", None), "name", ""))
        ungkapan = str(self.filter_expression.token).strip()
        if str(FOLDER) in berkas and not is_kunci(ungkapan) and ungkapan in _list_ungkapan_isi(berkas):
            nilai = self.filter_expression.resolve(context)
            if isinstance(nilai, int | float | Decimal | Fraction | Angka) and not isinstance(nilai, bool):
                raise AngkaMentah(f"{berkas}: {{{{ {ungkapan} }}}} mencetak {nilai!r}")
        return asli(self, context)

    VariableNode.render = periksa  # type: ignore[method-assign]
    try:
        yield
    finally:
        VariableNode.render = asli  # type: ignore[method-assign]
