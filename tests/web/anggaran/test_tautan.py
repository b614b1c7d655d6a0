"""Every number links to its explanation where that page exists, and stands as text where it does not."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from tests.web.baca_html import get_isi
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka

import tolok.web.urls
from tolok.core.periode import Periode
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.tautan import TeksAngka


def _angka(_request: HttpRequest, **_kunci: str) -> HttpResponse:
    return HttpResponse()


_AWAL = "<slug:instansi>/<int:tahun>/<str:periode>/"
urlpatterns = [
    path(f"{_AWAL}angka/<path:identitas>", _angka, name="angka"),
    *tolok.web.urls.urlpatterns,
]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_each_number_of_the_tree_links_to_itself() -> None:
    tahun = muat_contoh()
    isi = get_isi(buka(buat_pengguna("p", Peran.PERENCANA), "anggaran"))
    hasil = get_hasil(tahun)
    tautan = re.findall(r'<a class="tk-angka" href="([^"]+)">([^<]+)</a>', isi)
    assert len(tautan) > 27 * 8
    awal = f"/{INSTANSI}/2020/tw4/angka/"
    for alamat, teks in tautan:
        assert alamat.startswith(awal)
        tercetak = hasil.cari(unquote(alamat.removeprefix(awal))).tercetak
        assert tercetak.replace("Rp\xa0", "") == teks.replace("Rp\xa0", "")


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_the_address_is_the_one_the_site_makes() -> None:
    tahun = muat_contoh()
    isi = get_isi(buka(buat_pengguna("p", Peran.PERENCANA), "anggaran", kueri={"edisi": "t32"}))
    identitas = get_hasil(tahun).serapan("total", Periode(2020, 4), "t32").identitas
    kunci = {"instansi": INSTANSI, "tahun": 2020, "periode": "tw4", "identitas": identitas}
    assert f'href="{reverse("angka", kwargs=kunci)}"' in isi


@pytest.mark.parametrize(
    ("sel", "html"),
    [
        (TeksAngka("86,58%"), "86,58%"),
        (TeksAngka("86,58%", "/a"), '<a class="tk-angka" href="/a">86,58%</a>'),
        (TeksAngka("–", "", "Belum diisi"), '<span class="kosong-sel">–</span><span class="sr"> Belum diisi</span>'),
        (TeksAngka("<b>", '/"'), '<a class="tk-angka" href="/&quot;">&lt;b&gt;</a>'),
    ],
)
def test_a_number_without_address_is_text_and_everything_is_escaped(sel: TeksAngka, html: str) -> None:
    assert str(sel) == html
