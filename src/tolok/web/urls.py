"""All addresses of the site; an app contributes its own."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("akun/", include("tolok.web.akun.urls")),
    path("", include("tolok.web.ui.urls")),
]
