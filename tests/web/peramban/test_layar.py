"""The harness itself: a page with a mistake must fail its test."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.peramban.layar import buka_layar, periksa_axe, periksa_tanpa_gulir_samping

pytestmark = [pytest.mark.peramban, pytest.mark.urls("tests.web.pameran.urls")]

RUSAK = {
    "inline script": "const s = document.createElement('script'); s.text = 'window.x = 1'; document.body.append(s)",
    "inline style": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
    "text run as code": "setTimeout('window.x = 1')",
    "missing file": "import('/statis/ui/tidak-ada.js').catch(() => {})",
    "foreign request": "fetch('http://127.0.0.1:9/').catch(() => {})",
    "thrown error": "setTimeout(() => { throw new Error('rusak') })",
    "console error": "console.error('rusak')",
}


@pytest.mark.parametrize("nama", RUSAK)
def test_a_mistake_on_a_page_is_seen(nama: str, peramban: Any, live_server: Any) -> None:
    layar = buka_layar(peramban, pangkal=live_server.url)
    layar.page.goto("/")
    layar.ensure_bersih()
    layar.page.evaluate(f"() => {{ {RUSAK[nama]} }}")
    layar.page.wait_for_timeout(300)
    layar.konteks.close()
    with pytest.raises(AssertionError):
        layar.ensure_bersih()


def test_axe_sees_a_field_without_a_name_and_a_faint_text(peramban: Any, live_server: Any) -> None:
    layar = buka_layar(peramban, pangkal=live_server.url)
    layar.page.goto("/")
    layar.page.evaluate("() => document.querySelector('label').remove()")
    with pytest.raises(AssertionError, match="label"):
        periksa_axe(layar.page)
    layar.page.reload()
    layar.page.evaluate("() => { document.querySelector('.petunjuk').style.color = '#ccc' }")
    with pytest.raises(AssertionError, match="color-contrast"):
        periksa_axe(layar.page)
    layar.konteks.close()


def test_a_page_wider_than_its_window_is_seen(peramban: Any, live_server: Any) -> None:
    layar = buka_layar(peramban, pangkal=live_server.url, ukuran="ponsel")
    layar.page.goto("/")
    layar.page.evaluate("() => { document.querySelector('form').style.width = '900px' }")
    with pytest.raises(AssertionError, match="lebih lebar"):
        periksa_tanpa_gulir_samping(layar.page)
    layar.konteks.close()
