"""Every page that links lead to, once for each kind of page, in both sizes and themes."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import Error, Page
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.organisasi.models import Peran

pytestmark = pytest.mark.peramban
AWAL = f"/{INSTANSI}/2020/tw4/"


def _list_tautan(page: Page) -> list[str]:
    """Return where the page leads inside the site, downloads and other years and periods aside."""
    daftar = page.evaluate(
        "() => [...document.querySelectorAll('a[href]:not([download])')]"
        ".filter((a) => a.origin === location.origin && !a.closest('.tk-turun')).map((a) => a.pathname)"
    )
    return [alamat for alamat in dict.fromkeys(daftar) if alamat.startswith(AWAL)]


def _jenis(alamat: str) -> str:
    return resolve(urlsplit(alamat).path).url_name or alamat


def _buka(page: Page, alamat: str) -> bool:
    """Open an address; a file to be downloaded is no page."""
    try:
        jawaban = page.goto(alamat)
    except Error as galat:
        if "Download is starting" in galat.message:
            return False
        raise
    page.wait_for_load_state("networkidle")
    return jawaban is not None and jawaban.headers.get("content-type", "").startswith("text/html")


def _keliling(page: Page) -> tuple[set[str], list[str]]:
    """Follow links until every kind of page was open once; return the kinds, and what is wrong where."""
    antre, sudah, masalah = [AWAL], set[str](), list[str]()
    while antre:
        alamat = antre.pop(0)
        if (jenis := _jenis(alamat)) in sudah:
            continue
        sudah.add(jenis)
        if not _buka(page, alamat):
            continue
        if folder := os.environ.get("TOLOK_GAMBAR"):
            page.screenshot(path=Path(folder) / f"halaman-{jenis}-{page.viewport_size['width']}.png", full_page=True)  # type: ignore[index]
        for periksa in (periksa_axe, periksa_tanpa_gulir_samping):
            try:
                periksa(page)
            except AssertionError as galat:
                masalah.append(f"{alamat}: {galat}")
        antre += _list_tautan(page)
    return sudah, masalah


def _periksa(peran: Peran, buka: BukaLayar, rupa: dict[str, str]) -> None:
    muat_contoh()
    page = buka(**rupa, pengguna=buat_pengguna("seseorang", peran)).page
    sudah, masalah = _keliling(page)
    assert not masalah, "\n".join(masalah)
    assert "beranda_tahun" in sudah


def test_every_page_of_a_planner_is_clean_in_every_look(
    rupa: dict[str, str], buka: BukaLayar, transactional_db: None
) -> None:
    _periksa(Peran.PERENCANA, buka, rupa)


@pytest.mark.parametrize(
    ("peran", "rupa"),
    [
        (Peran.PIMPINAN, {"ukuran": "lebar", "tema": "gelap"}),
        (Peran.PENANGGUNG_JAWAB, {"ukuran": "ponsel", "tema": "terang"}),
        (Peran.EVALUATOR, {"ukuran": "lebar", "tema": "terang"}),
    ],
)
def test_every_page_of_the_others_is_clean(
    peran: Peran, rupa: dict[str, str], buka: BukaLayar, transactional_db: None
) -> None:
    _periksa(peran, buka, rupa)
