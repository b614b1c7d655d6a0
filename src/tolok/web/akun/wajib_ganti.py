"""A password handed out by an admin opens one page: the one that replaces it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

BOLEH: Final = ("account_change_password", "account_logout")
"""What can be opened with such a password."""


class WajibGantiSandiMiddleware:
    """Sends whoever signed in with a handed-out password to the page that replaces it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or send there."""
        if not getattr(request.user, "wajib_ganti_sandi", False) or self._is_boleh(request):
            return self.get_response(request)
        tujuan = reverse("account_change_password")
        return HttpResponseClientRedirect(tujuan) if request.htmx else HttpResponseRedirect(tujuan)  # type: ignore[attr-defined]

    def _is_boleh(self, request: HttpRequest) -> bool:
        if request.path.startswith(settings.STATIC_URL):
            return True
        return request.path in {reverse(nama) for nama in BOLEH}
