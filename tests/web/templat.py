"""What no template may hold: style, script, arithmetic, number formatting; and a guard against raw numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
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
    ("hitungan", re.compile(r"\|\s*(?:add|divisibleby)\b|\{%\s*(?:widthratio|cycle\s+\d)")),
    (
        "format bilangan",
        re.compile(r"\|\s*(?:floatformat|intcomma|intword|stringformat|filesizeformat|localize|unlocalize)\b"),
    ),
    ("pustaka bilangan", re.compile(r"\{%\s*load[^%]*\b(?:humanize|l10n)\b")),
    ("cacah yang dicetak", re.compile(r"\{\{[^}]*\|\s*(?:length|wordcount)\s*\}\}")),
    ("tanggal tanpa bentuk resmi", re.compile(r"\|\s*(?:date|time|timesince|timeuntil|naturaltime)\b|\{%\s*now\b")),
    ("nomor urut sebagai isi", re.compile(r">[^<\"]*\{\{\s*forloop\.\w+\s*\}\}")),
    ("teks yang tidak diamankan", re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off")),
)


def list_templat() -> list[Path]:
    """Return every template of the product."""
    return sorted(FOLDER.rglob("templates/**/*.html")) + sorted(FOLDER.rglob("templates/**/*.txt"))


def find_pelanggaran(teks: str) -> Iterator[str]:
    """Yield what a template holds and must not, with its line."""
    bersih = re.sub(r"\{#.*?#\}", "", teks)
    for nama, pola in LARANGAN:
        for cocok in pola.finditer(bersih):
            yield f"baris {bersih.count(chr(10), 0, cocok.start()) + 1}: {nama}: {cocok.group().strip()[:80]}"


class AngkaMentah(AssertionError):
    """A template was given a number to print; numbers reach templates only as text."""


BUKAN_UKURAN: Final = frozenset({"pk", "id", "versi", "tahun", "kedalaman"})
"""Names of integers that are keys, not measures: they are written as they are."""


@contextmanager
def guard_angka_mentah() -> Iterator[None]:
    """Fail wherever a template of the product prints an ``int``, ``float``, ``Decimal``, ``Fraction`` or ``Angka``."""
    asli = VariableNode.render

    def periksa(self: VariableNode, context: Any) -> str:
        sumber = getattr(getattr(self, "origin", None), "name", "")
        nama = self.filter_expression.token.split("|")[0].strip()
        if str(FOLDER) in str(sumber) and not _is_kunci(nama):
            nilai = self.filter_expression.resolve(context)
            if isinstance(nilai, int | float | Decimal | Fraction | Angka) and not isinstance(nilai, bool):
                raise AngkaMentah(f"{sumber}: {{{{ {self.filter_expression.token} }}}} mencetak {nilai!r}")
        return asli(self, context)

    VariableNode.render = periksa  # type: ignore[method-assign]
    try:
        yield
    finally:
        VariableNode.render = asli  # type: ignore[method-assign]


def _is_kunci(nama: str) -> bool:
    return nama.startswith("forloop.") or nama.rpartition(".")[2] in BUKAN_UKURAN
