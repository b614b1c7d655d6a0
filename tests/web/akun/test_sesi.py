"""Where one is signed in."""

from __future__ import annotations

import json

from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import is_masuk, make_pengguna, masuk

from tolok.web.akun.models import Pengguna
from tolok.web.akun.peramban import describe_peramban
from tolok.web.audit.models import Catatan

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36"
FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"


def test_a_person_sees_every_place_and_puts_all_others_out(budi: Pengguna, client: Client) -> None:
    kantor, ponsel, orang_lain = Client(), Client(), Client()
    masuk(kantor, HTTP_USER_AGENT=CHROME, REMOTE_ADDR="10.0.0.7")
    masuk(ponsel, HTTP_USER_AGENT=FIREFOX)
    make_pengguna("siti", "Siti Contoh")
    masuk(orang_lain, "siti")
    halaman = ponsel.get(reverse("usersessions_list")).content.decode()
    assert halaman.index("Firefox di Android") < halaman.index("Sesi ini") < halaman.index("Chrome di Windows")
    assert "10.0.0.7" in halaman
    ponsel.post(reverse("usersessions_list"))
    assert [is_masuk(satu) for satu in (kantor, ponsel, orang_lain)] == [False, True, True]
    assert "Chrome" not in ponsel.get(reverse("usersessions_list")).content.decode()
    catatan = Catatan.objects.get(perbuatan="sesi.dikeluarkan")
    assert (catatan.pelaku, json.loads(catatan.isi)) == (budi, {"jumlah": 1})


def test_a_session_that_was_left_is_not_shown(budi: Pengguna, client: Client) -> None:
    masuk(client, HTTP_USER_AGENT=CHROME)
    client.post(reverse("account_logout"))
    lain = Client()
    masuk(lain)
    assert "Chrome" not in lain.get(reverse("usersessions_list")).content.decode()


def test_browsers_are_called_what_people_call_them() -> None:
    assert describe_peramban(CHROME) == "Chrome di Windows"
    assert describe_peramban(FIREFOX) == "Firefox di Android"
    assert describe_peramban(CHROME + " Edg/128.0") == "Edge di Windows"
    assert describe_peramban("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1") == (
        "Safari di iPhone"
    )
    assert describe_peramban("curl/8.5.0") == "curl/8.5.0"
    assert describe_peramban("") == "Peramban tak dikenal"
