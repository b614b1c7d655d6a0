"""No template styles, scripts, computes or formats numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Origin, Template, engines
from tests.web import templat
from tests.web.templat import FOLDER, AngkaMentah, find_pelanggaran, guard_angka_mentah, list_templat

from tolok.core.angka import Angka


@pytest.mark.parametrize("berkas", list_templat(), ids=lambda p: str(p.relative_to(FOLDER)))
def test_a_template_holds_words_and_components_only(berkas: Path) -> None:
    isi = berkas.read_text(encoding="utf-8")
    assert list(find_pelanggaran(isi, is_html=berkas.suffix == ".html")) == []


@pytest.mark.parametrize(
    "teks",
    [
        '<p style="color: red">x</p>',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<script type="module">import "x"</script>',
        '<button onclick="x()">x</button>',
        '<button\n  hx-on:click="x()">x</button>',
        '<a href="javascript:x()">x</a>',
        '<input hx-trigger="keyup[ctrlKey]">',
        '<script src="https://cdn.example/x.js"></script>',
        "{{ a|add:1 }}",
        "{{ a|floatformat:2 }}",
        "{{ a | intcomma }}",
        "{% widthratio a b 100 %}",
        "{% load humanize %}",
        "{{ daftar|length }}",
        "{{ saat|date:'d F Y' }}",
        "<td>{{ forloop.counter }}</td>",
        "{{ isi|safe }}",
        '{{ baris.capaian|stringformat:"s" }}',
        '<p class="{% if a > b %}x{% endif %}">{{ daftar|length }}</p>',
    ],
)
def test_the_scan_sees(teks: str) -> None:
    assert list(find_pelanggaran(teks))


@pytest.mark.parametrize(
    "teks",
    [
        "<script src=\"{% static 'ui/tolok.js' %}\" defer></script>",
        "{% if daftar|length > 3 %}banyak{% endif %}",
        '<input id="isian-{{ forloop.counter }}">',
        '<a href="https://example.go.id/halaman">x</a>',
        '{# style="…" tidak boleh #}',
    ],
)
def test_the_scan_lets_pass(teks: str) -> None:
    assert list(find_pelanggaran(teks)) == []


@pytest.fixture
def templat_produk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Render a text as if it were a template of the product."""
    monkeypatch.setattr(templat, "FOLDER", tmp_path)

    def _render(teks: str, **isi: Any) -> str:
        berkas = tmp_path / f"{abs(hash(teks))}.html"
        berkas.write_text(teks, encoding="utf-8")
        mesin = engines["django"].engine  # type: ignore[attr-defined]
        with guard_angka_mentah():
            return Template(teks, origin=Origin(str(berkas)), engine=mesin).render(Context(isi))

    return _render


@pytest.mark.parametrize("nilai", [1277, 70.32, Decimal("70.32"), Fraction(1, 3), Angka(7)])
def test_a_raw_number_in_a_template_fails(nilai: object, templat_produk: Callable[..., str]) -> None:
    with pytest.raises(AngkaMentah, match="capaian"):
        templat_produk("<p>{{ baris.capaian }}</p>", baris={"capaian": nilai})


def test_text_keys_years_and_attributes_pass(templat_produk: Callable[..., str]) -> None:
    isi = {"capaian": "70,32%", "pk": 7, "tahun": 2020, "ada": True, "lebar": 3}
    teks = '<td colspan="{{ b.lebar }}">{{ b.capaian }} {{ b.pk }} {{ b.tahun }} {{ b.ada }}</td>'
    assert templat_produk(teks, b=isi) == '<td colspan="3">70,32% 7 2020 True</td>'


def test_other_peoples_templates_are_left_alone() -> None:
    mesin = engines["django"].engine  # type: ignore[attr-defined]
    with guard_angka_mentah():
        assert Template("{{ n }}", engine=mesin).render(Context({"n": 3})) == "3"
