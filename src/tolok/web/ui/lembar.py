"""The pages of a long list, as texts and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.web.ui.navigasi import Butir


@dataclass(frozen=True, slots=True)
class Lembar:
    """Which part of a list is shown and where the others are; an entry without an address is a gap."""

    keterangan: str
    sebelum: str
    sesudah: str
    daftar: tuple[Butir, ...]


def make_lembar(request: HttpRequest, halaman: Page[Any]) -> Lembar:
    """Return the links; every other part of the query string stays as it is."""
    penomor = halaman.paginator

    def alamat(nomor: int) -> str:
        kueri = request.GET.copy()
        kueri["halaman"] = str(nomor)
        return f"?{kueri.urlencode()}"

    daftar = tuple(
        Butir(_cetak(nomor), alamat(nomor), kini=nomor == halaman.number) if isinstance(nomor, int) else Butir("…", "")
        for nomor in penomor.get_elided_page_range(halaman.number, on_each_side=2, on_ends=1)
    )
    awal, akhir, semua = (_cetak(n) for n in (halaman.start_index(), halaman.end_index(), penomor.count))
    return Lembar(
        keterangan=f"{awal}–{akhir} dari {semua}",
        sebelum=alamat(halaman.previous_page_number()) if halaman.has_previous() else "",
        sesudah=alamat(halaman.next_page_number()) if halaman.has_next() else "",
        daftar=daftar if penomor.num_pages > 1 else (),
    )


def _cetak(bilangan: int) -> str:
    return format_angka(Angka(bilangan))
