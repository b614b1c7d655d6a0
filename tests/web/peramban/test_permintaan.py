"""What happens to what was typed when a request fails, and that answers 409 and 422 are swapped."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe

from tolok.web.akun.models import Pengguna

pytestmark = [pytest.mark.peramban, pytest.mark.urls("tests.web.pameran.urls")]
ALAMAT = "/dinas/2020/tw4/pengukuran/"
GALAT = {
    "400": 400,
    "403": 403,
    "404": 404,
    "405": 405,
    "413": 413,
    "500": 500,
    "503": 503,
    "507": 507,
    "hak": 403,
}
"""Each error page of the showcase, with the status it answers."""


@pytest.fixture
def halaman(buka: BukaLayar, pengguna: Pengguna) -> Callable[..., Page]:
    def _buka(*status: int) -> Page:
        page = buka(pengguna=pengguna, boleh_status=set(status)).page
        page.goto(ALAMAT)
        page.locator("#jumlah").fill("1300")
        return page

    return _buka


def _kirim(page: Page, jawab: str) -> None:
    page.locator("#jawab").select_option(jawab)
    page.get_by_role("button", name="Simpan").click()


def test_an_answer_is_swapped_and_the_page_stays(halaman: Callable[..., Page]) -> None:
    page = halaman()
    _kirim(page, "200")
    expect(page.locator("#hasil")).to_have_text("Tersimpan 1300")
    expect(page).to_have_url(re.compile(f"{ALAMAT}$"))


def test_a_fragment_is_fetched(halaman: Callable[..., Page]) -> None:
    page = halaman()
    page.get_by_role("button", name="Ambil potongan").click()
    expect(page.locator("#hasil")).to_have_text("Potongan dari server")


def test_a_conflict_is_swapped_with_both_values(halaman: Callable[..., Page]) -> None:
    page = halaman(409)
    _kirim(page, "409")
    expect(page.locator("[data-galat] tbody td")).to_have_text(["1.277", "1300"])
    expect(page.locator("#jumlah")).to_have_value("1300")
    periksa_axe(page)


def test_what_must_be_mended_is_swapped_and_focused(halaman: Callable[..., Page]) -> None:
    page = halaman(422)
    _kirim(page, "422")
    expect(page.locator("#jumlah2")).to_be_focused()
    expect(page.locator("#jumlah2")).to_have_value("1300")


def test_an_ended_session_keeps_what_was_typed_and_the_request_is_repeated(halaman: Callable[..., Page]) -> None:
    page = halaman(401)
    _kirim(page, "401")
    pesan = page.locator("[data-siar] .tk-pesan")
    expect(pesan).to_contain_text("Sesi Anda berakhir. Isian di layar ini masih ada.")
    expect(page.locator("#jumlah")).to_have_value("1300")
    masuk = pesan.get_by_role("link", name="Masuk di tab baru")
    expect(masuk).to_have_attribute("href", "/akun/masuk/")
    expect(masuk).to_have_attribute("target", "_blank")
    periksa_axe(page)
    page.context.add_cookies([{"name": "sudah-masuk", "value": "1", "url": page.url}])
    pesan.get_by_role("button", name="Coba lagi").click()
    expect(page.locator("#hasil")).to_have_text("Tersimpan 1300")
    expect(pesan).to_have_count(0)


def test_a_lost_connection_is_told_and_the_request_is_repeated(buka: BukaLayar, pengguna: Pengguna) -> None:
    page = buka(pengguna=pengguna, boleh_kata=("ERR_CONNECTION_FAILED", "Failed to fetch")).page
    page.goto(ALAMAT)
    page.locator("#jumlah").fill("1300")

    def putuskan(rute: Route) -> None:
        rute.abort("connectionfailed")

    page.route("**/simpan/", putuskan)
    _kirim(page, "200")
    pesan = page.locator("[data-siar] .tk-pesan")
    expect(pesan).to_contain_text("Sambungan terputus")
    expect(page.locator("#jumlah")).to_have_value("1300")
    page.unroute("**/simpan/", putuskan)
    pesan.get_by_role("button", name="Coba lagi").click()
    expect(page.locator("#hasil")).to_have_text("Tersimpan 1300")


def test_a_long_wait_is_told_and_the_word_goes_with_the_answer(halaman: Callable[..., Page]) -> None:
    page = halaman()

    def tunda(rute: Route) -> None:
        page.wait_for_timeout(6000)
        rute.continue_()

    page.route("**/simpan/", tunda)
    _kirim(page, "200")
    expect(page.locator("[data-siar] .tk-pesan.info")).to_have_text(re.compile("Menyimpan isian"), timeout=7000)
    expect(page.locator("#hasil")).to_have_text("Tersimpan 1300", timeout=9000)
    expect(page.locator("[data-siar] .tk-pesan")).to_have_count(0)


def test_a_failure_of_the_server_is_told_in_its_own_words(halaman: Callable[..., Page]) -> None:
    page = halaman(500)
    _kirim(page, "500")
    pesan = page.locator("[data-siar] .tk-pesan")
    expect(pesan).to_contain_text("dibatalkan seluruhnya")
    expect(pesan.get_by_role("button", name="Coba lagi")).to_be_visible()
    expect(page.locator("#jumlah")).to_have_value("1300")
    expect(page).to_have_title("Pengukuran · Tolok")
    pesan.get_by_role("button", name="Tutup pesan").click()
    expect(pesan).to_have_count(0)


def test_a_token_that_changed_in_another_tab_does_not_refuse_the_form(halaman: Callable[..., Page]) -> None:
    page = halaman()
    pangkal = page.url.removesuffix(ALAMAT)
    page.context.add_cookies([{"name": "csrftoken", "value": "b" * 32, "url": pangkal}])
    _kirim(page, "200")
    expect(page.locator("#hasil")).to_have_text("Tersimpan 1300")


def test_every_error_page_can_be_read_on_every_screen(
    rupa: dict[str, str], buka: BukaLayar, pengguna: Pengguna
) -> None:
    page = buka(**rupa, pengguna=pengguna, boleh_status=set(GALAT.values())).page
    for jenis, status in GALAT.items():
        jawab = page.goto(f"/galat/{jenis}/")
        assert jawab is not None
        assert jawab.status == status, jenis
        expect(page.locator(".nomor")).to_have_text(re.compile(r"^Nomor galat [0-9a-f-]{36}$"))
        periksa_axe(page)
