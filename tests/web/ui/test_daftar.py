"""Lists: sorting, filtering, leafing."""

from __future__ import annotations

import re

import pytest
from django.core.paginator import Paginator
from tests.web.ui.alat import make_permintaan, render

pytestmark = pytest.mark.urls("tests.web.pameran.urls")


@pytest.mark.parametrize(
    ("alamat", "arah", "berikut"),
    [
        ("/?q=a&halaman=2", "none", "?q=a&amp;urut=nama"),
        ("/?urut=nama", "ascending", "?urut=-nama"),
        ("/?urut=-nama", "descending", "?urut=nama"),
        ("/?urut=pagu", "none", "?urut=nama"),
    ],
)
def test_a_head_sorts_and_sorts_the_other_way(alamat: str, arah: str, berikut: str) -> None:
    html = render("{% kepala_urut 'nama' 'Nama' %}", make_permintaan(alamat))
    assert f'aria-sort="{arah}"' in html
    assert f'href="{berikut}"' in html


def test_a_filter_keeps_the_order_and_can_be_taken_away() -> None:
    teks = "{% saring %}<input name='q'>{% endsaring %}"
    html = render(teks, make_permintaan("/?q=rehab&urut=-nama&halaman=3"))
    assert '<input type="hidden" name="urut" value="-nama">' in html
    assert 'href="/?urut=-nama"' in html
    assert "halaman" not in html
    assert "Hapus saringan" not in render(teks, make_permintaan("/?q=&urut=nama"))


def test_the_leaves_of_a_list_keep_its_filter() -> None:
    html = render("{% lembar h %}", make_permintaan("/?q=a"), h=Paginator(range(1234), 50).get_page(7))
    assert "301–350 dari 1.234" in html
    assert 'href="?q=a&amp;halaman=6" rel="prev"' in html
    assert re.findall(r'aria-current="page"><span class="sr">Halaman </span>(\d+)', html) == ["7"]
    daftar = re.findall(r"(?:Halaman </span>|aria-hidden=\"true\">)([\d…]+)<", html)
    assert daftar == ["1", "…", "5", "6", "7", "8", "9", "…", "25"]


def test_a_list_of_one_leaf_only_counts() -> None:
    html = render("{% lembar h %}", make_permintaan("/"), h=Paginator(range(3), 50).get_page(1))
    assert "1–3 dari 3" in html
    assert "<a" not in html
