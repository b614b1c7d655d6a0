"""Two people changed the same row: both values side by side, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tolok.web.simpan.versi import SudahBerubah
from tolok.web.ui.galat import isi
from tolok.web.ui.galat.halaman import make_jawaban, make_konteks, write_catatan


@dataclass(frozen=True, slots=True)
class BarisBentrok:
    """One field: what is stored now, and what the reader wanted to store (both as printed)."""

    nama: str
    kini: str
    diminta: str


def list_baris_bentrok(galat: SudahBerubah, cetak: Callable[[str, Any], str]) -> tuple[BarisBentrok, ...]:
    """
    Return the fields of a conflict.

    :param cetak: prints the value of a column; the app that owns the row knows its unit and decimals
    """
    return tuple(
        BarisBentrok(
            nama=str(galat.kini._meta.get_field(kolom).verbose_name),  # type: ignore[union-attr]
            kini=cetak(kolom, getattr(galat.kini, kolom)),
            diminta=cetak(kolom, diminta),
        )
        for kolom, diminta in galat.diminta.items()
    )


def render_bentrok(
    request: HttpRequest, daftar: Sequence[BarisBentrok], *, oleh: str = "", alamat: str = ""
) -> HttpResponse:
    """
    Return the 409 page, for htmx only its inner part (it is swapped like an answer).

    :param oleh: who changed it and when, as a sentence ("Diubah Perencana, 3 April 2020 pukul 10.42 WIB.")
    :param alamat: where the reader goes on with the values as they are now (default: this page)
    """
    satu = isi.SUDAH_BERUBAH
    konteks = make_konteks(request, satu, nomor=write_catatan(request, satu.status, None))
    konteks |= {"daftar": daftar, "oleh": oleh, "alamat": alamat or request.get_full_path()}
    templat = "ui/galat/bentrok.html" + ("#bentrok" if getattr(request, "htmx", False) else "")
    return make_jawaban(render_to_string(templat, konteks, request), satu)
