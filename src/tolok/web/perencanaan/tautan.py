"""
Numbers in pages: the printed text, and the way to the page that explains it.

A page that is not built yet, or that the reader may not open, has no address: the number then stands as text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tolok.core.cetak_angka import KOSONG, SPASI_KERAS, label_keadaan
from tolok.core.jejak import Hasil
from tolok.core.nilai import BelumAda, TidakDapatDihitung
from tolok.web.perencanaan.konteks import Konteks

_SELA: Final = "-identitas-"
_TAK_DISANDI: Final = "!$&'()*+,;=/~:@"
"""What ``reverse`` leaves as it is in a part of an address."""


@dataclass(frozen=True, slots=True)
class TeksAngka:
    """A number as a cell shows it; ``keadaan`` says in words why there is none, ``alamat`` where it is explained."""

    teks: str
    alamat: str = ""
    keadaan: str = ""

    def __str__(self) -> SafeString:
        """Draw it; a template writes ``{{ sel }}``."""
        isi: SafeString | str = self.teks
        if self.keadaan:
            isi = format_html('<span class="kosong-sel">{}</span><span class="sr"> {}</span>', self.teks, self.keadaan)
        return (
            format_html('<a class="tk-angka" href="{}">{}</a>', self.alamat, isi)
            if self.alamat
            else SafeString(format_html("{}", isi))
        )


TANPA_ANGKA: Final = TeksAngka(KOSONG, keadaan="Tidak ada")


class Penaut:
    """Makes the addresses that one page links to."""

    def __init__(self, konteks: Konteks) -> None:
        self._konteks = konteks
        self._is_boleh_per_nama: dict[str, bool] = {}

    def find_alamat(self, nama: str, **kunci: Any) -> str:
        """Return the address of a page of this year and period, ``""`` if the reader cannot open it."""
        konteks = self._konteks
        bersama = {"instansi": konteks.instansi, "tahun": konteks.periode.tahun, "periode": konteks.periode.kunci}
        try:
            alamat = reverse(nama, kwargs={**bersama, **kunci})
        except NoReverseMatch:
            return ""
        if nama not in self._is_boleh_per_nama:
            # Who may open it is declared by the view, which is the same whatever fills the parts of the address.
            self._is_boleh_per_nama[nama] = konteks.is_boleh_membuka(resolve(alamat).func)
        return alamat if self._is_boleh_per_nama[nama] else ""

    @cached_property
    def _buat_alamat(self) -> Callable[[str], str]:
        pola = self.find_alamat("angka", identitas=_SELA)
        return (lambda identitas: pola.replace(_SELA, quote(identitas, safe=_TAK_DISANDI))) if pola else lambda _: ""

    def find_alamat_angka(self, identitas: str) -> str:
        """Return the address of the story of a quantity, ``""`` if the reader cannot open it."""
        return self._buat_alamat(identitas) if identitas else ""

    def angka(self, hasil: Hasil, *, simbol: bool = True) -> TeksAngka:
        """Return a quantity as a cell shows it (``simbol``: with ``Rp``)."""
        teks = hasil.tercetak if simbol else hasil.tercetak.replace(f"Rp{SPASI_KERAS}", "")
        kosong = isinstance(hasil.nilai, BelumAda | TidakDapatDihitung)
        return TeksAngka(teks, self.find_alamat_angka(hasil.identitas), label_keadaan(hasil.nilai) if kosong else "")
