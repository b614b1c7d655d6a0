"""What the frame does: menus, theme, keys, tree, drawer."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe

from tolok.web.akun.models import Pengguna

pytestmark = [pytest.mark.peramban, pytest.mark.urls("tests.web.pameran.urls")]
TAHUN = "/dinas/2020/tw4/"


@pytest.fixture
def page(buka: BukaLayar, pengguna: Pengguna) -> Page:
    return buka(pengguna=pengguna).page


@pytest.fixture
def ponsel(buka: BukaLayar, pengguna: Pengguna) -> Page:
    return buka(pengguna=pengguna, ukuran="ponsel").page


def test_the_first_tab_jumps_to_the_content(page: Page) -> None:
    page.goto(TAHUN)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Lompat ke isi")
    page.keyboard.press("Enter")
    expect(page.locator("#isi")).to_be_focused()


def test_the_menu_marks_the_page_it_stands_on(page: Page) -> None:
    page.goto(f"{TAHUN}indikator/pmks/")
    expect(page.locator(".tk-nav [aria-current]")).to_have_text(["Indikator"])


def test_year_and_period_keep_the_page(page: Page) -> None:
    page.goto(f"{TAHUN}anggaran/?q=rehab&halaman=3")
    page.locator("summary", has_text="Triwulan IV").click()
    page.get_by_role("link", name="Triwulan II", exact=True).click()
    expect(page).to_have_url(re.compile(r"/dinas/2020/tw2/anggaran/\?q=rehab$"))
    page.locator("summary", has_text="2020").click()
    page.get_by_role("link", name="2023").click()
    expect(page).to_have_url(re.compile("/dinas/2023/tw2/anggaran/$"))


def test_a_menu_closes_with_escape_and_gives_the_focus_back(page: Page) -> None:
    page.goto(TAHUN)
    tombol = page.locator("summary.tk-orang")
    tombol.click()
    expect(page.get_by_role("link", name="Keamanan masuk")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Keamanan masuk")).to_be_hidden()
    expect(tombol).to_be_focused()


def test_only_one_menu_is_open_and_a_click_beside_it_closes_it(page: Page) -> None:
    page.goto(TAHUN)
    page.locator("summary", has_text="2020").click()
    page.locator("summary.tk-orang").click()
    expect(page.locator("details[data-turun][open]")).to_have_count(1)
    page.locator("h1").click()
    expect(page.locator("details[data-turun][open]")).to_have_count(0)


def test_an_open_menu_is_readable_in_the_dark_too(buka: BukaLayar, pengguna: Pengguna, rupa: dict[str, str]) -> None:
    page = buka(**rupa, pengguna=pengguna).page
    page.goto(TAHUN)
    for menu in page.locator("details[data-turun] > summary:visible").all():
        menu.click()
        periksa_axe(page, di="details[open]")


def test_slash_goes_to_the_search_and_is_typed_inside_a_field(page: Page) -> None:
    page.goto(f"{TAHUN}pengukuran/")
    page.keyboard.press("/")
    expect(page.locator("#cari")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("#cari")).to_have_value("a/b")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/dinas/2020/tw4/cari/\?q=a%2Fb$"))


def test_the_theme_is_remembered_and_there_before_the_first_paint(page: Page) -> None:
    page.goto(TAHUN)
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")
    page.locator("summary.tk-orang").click()
    page.get_by_role("button", name="Gelap").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {}, true);"
        "new MutationObserver((_, o) => { if (document.body) { "
        "  window.temaAwal = document.documentElement.dataset.bsTheme; o.disconnect(); } })"
        ".observe(document, { childList: true, subtree: true });"
    )
    page.reload()
    assert page.evaluate("() => window.temaAwal") == "dark"
    page.locator("summary.tk-orang").click()
    expect(page.get_by_role("button", name="Gelap")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Perangkat").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")


def test_the_side_bar_is_widened_and_stays_so(page: Page) -> None:
    page.goto(f"{TAHUN}pengukuran/")
    assert page.locator(".tk-sisi").bounding_box()["width"] == 56  # type: ignore[index]
    page.get_by_role("button", name="Lebarkan menu").click()
    page.reload()
    assert page.locator(".tk-sisi").bounding_box()["width"] == 208  # type: ignore[index]
    expect(page.get_by_role("button", name="Ringkas menu")).to_have_attribute("aria-expanded", "true")


def test_a_narrow_side_bar_names_an_entry_that_is_focused(page: Page) -> None:
    page.goto(f"{TAHUN}pengukuran/")
    page.locator(".tk-nav a", has_text="Anggaran").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    kotak = page.locator(".tk-nav a:focus .teks").bounding_box()
    assert kotak is not None
    assert kotak["width"] > 40


def test_on_a_phone_the_menu_opens_over_the_page_and_escape_closes_it(ponsel: Page) -> None:
    ponsel.goto(TAHUN)
    expect(ponsel.locator(".tk-sisi")).to_be_hidden()
    ponsel.get_by_role("button", name="Buka menu").click()
    expect(ponsel.get_by_role("link", name="Cari", exact=True)).to_be_visible()
    periksa_axe(ponsel, di=".tk-sisi")
    ponsel.keyboard.press("Escape")
    expect(ponsel.locator(".tk-sisi")).to_be_hidden()
    expect(ponsel.get_by_role("button", name="Buka menu")).to_be_focused()


def test_targets_of_a_thumb_are_large_enough(ponsel: Page) -> None:
    ponsel.goto(f"{TAHUN}pengukuran/")
    for sasaran in ponsel.locator(".btn:visible:not(.btn-sm), .form-control:visible, .tk-isian input:visible").all():
        kotak = sasaran.bounding_box()
        assert kotak is not None
        assert kotak["height"] >= 44, sasaran.inner_html()


def test_enter_and_arrows_walk_through_the_fields_of_a_grid(page: Page) -> None:
    page.goto(f"{TAHUN}pengukuran/")
    page.locator("#v11").focus()
    for tombol, tujuan in (("Enter", "v12"), ("Shift+Enter", "v11"), ("ArrowDown", "v12"), ("ArrowUp", "v11")):
        page.keyboard.press(tombol)
        expect(page.locator(f"#{tujuan}")).to_be_focused()
    assert page.evaluate("() => document.getSelection().toString()") == "1.277"


def test_arrows_in_a_list_of_choices_choose(page: Page) -> None:
    page.goto(f"{TAHUN}pengukuran/")
    page.locator("#v41").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#v41")).to_be_focused()
    expect(page.locator("#v41")).to_have_value("Pratama")


def test_escape_closes_the_drawer_and_goes_back_to_the_row(page: Page) -> None:
    page.goto(f"{TAHUN}pengukuran/")
    page.get_by_role("button", name="Narasi lengkap").click()
    expect(page.locator("#jl")).to_be_focused()
    expect(page.locator("tbody.pilih")).to_contain_text("Kota Layak Anak")
    page.keyboard.press("Escape")
    expect(page.locator(".tk-laci")).to_be_hidden()
    expect(page.get_by_role("button", name="Narasi lengkap")).to_be_focused()


def test_a_tree_folds_opens_to_a_level_and_closes(page: Page) -> None:
    page.goto(f"{TAHUN}pohon/")
    expect(page.locator("#i3")).to_be_hidden()
    page.get_by_role("button", name="Rincian sasaran 2").click()
    expect(page.locator("#i3")).to_be_visible()
    page.get_by_role("button", name="Rincian tujuan 1").click()
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    page.get_by_role("button", name="Sasaran", exact=True).click()
    expect(page.locator("tbody tr:visible")).to_have_count(3)
    page.get_by_role("button", name="Semua", exact=True).click()
    expect(page.locator("tbody tr:visible")).to_have_count(6)


def test_searching_a_tree_opens_parents_and_gives_the_folding_back(page: Page) -> None:
    page.goto(f"{TAHUN}pohon/")
    page.get_by_role("searchbox", name="Cari di pohon").fill("layak")
    expect(page.locator("tbody tr:visible")).to_have_count(3)
    expect(page.locator("#i3 mark")).to_have_text("Layak")
    expect(page.locator("[data-jumlah]")).to_have_text("1 cocok")
    page.get_by_role("searchbox", name="Cari di pohon").fill("tidak ada sama sekali")
    expect(page.locator("[data-jumlah]")).to_contain_text("Tidak ada yang cocok")
    page.get_by_role("searchbox", name="Cari di pohon").fill("")
    expect(page.locator("#i3")).to_be_hidden()
    expect(page.locator("mark")).to_have_count(0)
    page.get_by_role("button", name="Bertanda").click()
    expect(page.locator("tbody tr:visible")).to_have_count(3)


def test_without_scripts_the_page_still_navigates_and_sends(buka: BukaLayar, pengguna: Pengguna) -> None:
    asal = buka(pengguna=pengguna)
    konteks = asal.page.context.browser.new_context(  # type: ignore[union-attr]
        java_script_enabled=False, base_url=asal.page.url, storage_state=asal.konteks.storage_state()
    )
    asal.page.goto(f"{TAHUN}pengukuran/")
    page = konteks.new_page()
    page.goto(asal.page.url)
    page.locator("summary", has_text="Triwulan IV").click()
    expect(page.get_by_role("link", name="Triwulan I", exact=True)).to_be_visible()
    page.locator("#jumlah").fill("1300")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("#hasil")).to_have_text("Tersimpan 1300")
    konteks.close()


def test_print_shows_the_content_without_the_frame(page: Page) -> None:
    page.goto(TAHUN)
    page.emulate_media(media="print")
    expect(page.locator(".tk-sisi")).to_be_hidden()
    expect(page.locator(".tk-atas")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_paper_is_always_light(buka: BukaLayar, pengguna: Pengguna) -> None:
    page = buka(pengguna=pengguna, tema="gelap").page
    page.goto(TAHUN)
    page.evaluate("() => { window.temaCetak = []; for (const k of ['beforeprint', 'afterprint'])"
                  " addEventListener(k, () => temaCetak.push(document.documentElement.dataset.bsTheme)) }")  # fmt: skip
    page.pdf()
    assert page.evaluate("() => temaCetak") == ["light", "dark"]


def test_a_printed_table_keeps_its_columns(page: Page) -> None:
    page.goto(f"{TAHUN}pohon/")
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator("thead")).to_be_visible()
    assert page.locator("#i1 td").first.evaluate("td => getComputedStyle(td).display") == "table-cell"


def test_the_focus_can_be_seen(page: Page) -> None:
    page.goto(TAHUN)
    for _ in range(12):
        page.keyboard.press("Tab")
        gaya = page.evaluate(
            "() => { const g = getComputedStyle(document.activeElement); return g.outlineWidth + ' ' + g.outlineStyle }"
        )
        assert gaya == "2px solid", page.evaluate("() => document.activeElement.outerHTML")
