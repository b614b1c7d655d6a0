"""
What every page of a year stands on: the agency, the year, the period of the address, and what the reader may reach.

A page is a view with ``@halaman("aksi")``: it gets a ``Konteks`` in place of the parts of its address. Whatever the
reader may not see does not exist for them: 404, with the same words as for what really is not there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils import timezone

from tolok.core.periode import Periode
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.lingkup import Lingkup, TidakBerhak, get_lingkup
from tolok.web.perencanaan.hasil import query_nomor_riwayat
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.ui.galat import render_sesi_berakhir, render_tidak_berhak

TERBUKA: Final = "terbuka"
"""What a page that everybody may open declares in place of a right."""

TIDAK_ADA: Final = "Halaman ini tidak ada, atau bukan untuk Anda."


@dataclass(frozen=True)
class Konteks:
    """The agency-year of a page, the period of its address, and what its reader may reach."""

    tahun: TahunKinerja
    periode: Periode
    lingkup: Lingkup

    @property
    def instansi(self) -> str:
        """The code of the agency."""
        return self.tahun.instansi.kode

    def is_boleh(self, aksi: str) -> bool:
        """Whether the reader may do this at least for a part of the agency."""
        return self.lingkup.is_boleh(aksi, self.instansi)

    def is_boleh_seluruh(self, aksi: str) -> bool:
        """Whether the reader may do this for the whole agency."""
        return self.lingkup.is_seluruh(aksi, self.instansi)

    def is_boleh_membuka(self, view: object) -> bool:
        """Whether the reader may open a page: what it declares, over the whole agency where it asks for that."""
        aksi = getattr(view, "aksi", None)
        boleh = self.is_boleh_seluruh if getattr(view, "is_seluruh", False) else self.is_boleh
        return aksi is None or boleh(aksi)

    @cached_property
    def daftar_tahun(self) -> tuple[int, ...]:
        """The years of the agency, the latest first (for the year menu)."""
        return tuple(self._query_tahun().values_list("tahun", flat=True))

    def filter_tahun(self, ada: Exists) -> frozenset[int]:
        """
        Return the years of the agency for which a condition holds.

        The year menu is read in the same query, so a page that restricts it asks the database no more than another.
        """
        ada_per_tahun = dict(self._query_tahun().values_list("tahun", ada))
        self.__dict__["daftar_tahun"] = tuple(ada_per_tahun)
        return frozenset(tahun for tahun, isi in ada_per_tahun.items() if isi)

    def _query_tahun(self) -> QuerySet[TahunKinerja]:
        return TahunKinerja.objects.filter(instansi_id=self.tahun.instansi_id).order_by("-tahun")


Halaman = Callable[..., HttpResponseBase]


def get_konteks(lingkup: Lingkup, *, instansi: str, tahun: int, periode: str) -> Konteks:
    """
    Return the context of an address.

    :param periode: ``tw1`` … ``tw4`` or ``tahun``
    :raises Http404: if there is no such agency, year or period, or it does not exist for this reader
    """
    if not lingkup.is_melihat(instansi):
        raise Http404(TIDAK_ADA)
    cari = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    ada = cari.annotate(nomor_riwayat=query_nomor_riwayat()).filter(instansi__kode=instansi, tahun=tahun).first()
    triwulan = {"tahun": 0, "tw1": 1, "tw2": 2, "tw3": 3, "tw4": 4}.get(periode)
    if ada is None or triwulan is None:
        raise Http404(TIDAK_ADA)
    return Konteks(ada, Periode(tahun, triwulan), lingkup)


def halaman(aksi: str, *, metode: tuple[str, ...] = ("GET", "HEAD")) -> Callable[[Halaman], Halaman]:
    """
    Declare who may open a page of a year; its view takes ``(request, konteks, **rest of the address)``.

    A visitor who is not signed in is sent to the sign-in page; a reader without the right gets 403 that names the
    roles which have it, and 404 if the agency does not exist for them.
    """
    assert aksi in HAK, aksi

    def bungkus(view: Halaman) -> Halaman:
        @wraps(view)
        def dalam(
            request: HttpRequest, *args: Any, instansi: str, tahun: int, periode: str, **lain: Any
        ) -> HttpResponseBase:
            if request.method not in metode:
                return HttpResponseNotAllowed(metode)
            if not request.user.is_authenticated:
                return redirect_to_sign_in(request)
            lingkup = get_lingkup(request.user, pada=timezone.localdate())
            konteks = get_konteks(lingkup, instansi=instansi, tahun=tahun, periode=periode)
            request.konteks = konteks  # type: ignore[attr-defined]
            with timezone.override(konteks.tahun.instansi.zona):
                try:
                    lingkup.ensure(aksi, instansi)
                except TidakBerhak as galat:
                    return render_tidak_berhak(request, str(galat))
                return view(request, konteks, *args, **lain)

        dalam.aksi = aksi  # type: ignore[attr-defined]
        return dalam

    return bungkus


def terbuka(view: Halaman) -> Halaman:
    """Declare a page that everybody may open, signed in or not; what it shows is for the page to decide."""
    view.aksi = TERBUKA  # type: ignore[attr-defined]
    return view


def redirect_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the sign-in page and back; a fragment is told so with 401, so that what was typed stays."""
    if getattr(request, "htmx", False) or request.method != "GET":
        return render_sesi_berakhir(request)
    return redirect_to_login(request.get_full_path())
