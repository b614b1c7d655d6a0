"""The showcase of all components, and the small pages, as they look and are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.akun.models import Pengguna

pytestmark = [pytest.mark.peramban, pytest.mark.urls("tests.web.pameran.urls")]
TAHUN = "/dinas/2020/tw4/"
HALAMAN = {
    "komponen": TAHUN,
    "pohon": f"{TAHUN}pohon/",
    "pengukuran": f"{TAHUN}pengukuran/",
    "kosong": f"{TAHUN}indikator/pmks/",
    "polos": "/",
}


def test_every_page_is_clean_readable_and_no_wider_than_its_window(
    rupa: dict[str, str], buka: BukaLayar, pengguna: Pengguna
) -> None:
    page = buka(**rupa, pengguna=pengguna).page
    for nama, letak in HALAMAN.items():
        jawab = page.goto(letak)
        page.wait_for_load_state("networkidle")
        if folder := os.environ.get("TOLOK_GAMBAR"):
            page.screenshot(path=Path(folder) / f"{nama}-{rupa['ukuran']}-{rupa['tema']}.png", full_page=True)
        assert jawab is not None
        assert jawab.status == 200, nama
        assert page.evaluate("() => document.fonts.check('14px Inter')"), nama
        periksa_tanpa_gulir_samping(page)
        periksa_axe(page)
