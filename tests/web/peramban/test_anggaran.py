"""Budget, agreements, organisation and settings in a real browser: clean, readable, and doing what they say."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.web.dunia import buat_pengguna
from tests.web.dunia_uang import make_alamat, make_data, muat
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.models import EdisiKebijakan, TahunKinerja

pytestmark = pytest.mark.peramban


def _daftar_halaman() -> dict[str, str]:
    return {
        "anggaran": make_alamat("anggaran") + "?edisi=t32",
        "anggaran-saring": make_alamat("anggaran") + "?q=tidak+ada",
        "edisi": make_alamat("anggaran_edisi"),
        "rincian": make_alamat("anggaran_rincian"),
        "layanan": make_alamat("anggaran_layanan"),
        "perjanjian-daftar": make_alamat("perjanjian_daftar"),
        "perjanjian": make_alamat("perjanjian", kode="pk-2020-p"),
        "kertas": make_alamat("perjanjian_pratinjau", kode="pk-2020-p"),
        "organisasi": make_alamat("organisasi"),
        "pengaturan": make_alamat("pengaturan"),
        "akibat": make_alamat("pengaturan_akibat") + "?batas=100",
        "kebijakan": make_alamat("pengaturan_kebijakan"),
    }


@pytest.fixture
def tahun(transactional_db: None) -> TahunKinerja:
    return muat(make_data())


@pytest.fixture
def perencana(tahun: TahunKinerja) -> Pengguna:
    return buat_pengguna("perencana", Peran.PERENCANA)


def _periksa(page: Page, nama: str, rupa: dict[str, str]) -> None:
    page.wait_for_load_state("networkidle")
    if folder := os.environ.get("TOLOK_GAMBAR"):
        page.screenshot(path=Path(folder) / f"{nama}-{rupa['ukuran']}-{rupa['tema']}.png", full_page=True)
    periksa_tanpa_gulir_samping(page)
    periksa_axe(page)


def test_every_page_is_clean_readable_and_no_wider_than_its_window(
    rupa: dict[str, str], buka: BukaLayar, perencana: Pengguna
) -> None:
    page = buka(**rupa, pengguna=perencana, boleh_status={404}).page  # Chromium asks the bare paper for /favicon.ico
    for nama, alamat in _daftar_halaman().items():
        page.goto(alamat)
        _periksa(page, nama, rupa)


def test_a_unit_reads_its_part_of_every_page(rupa: dict[str, str], buka: BukaLayar, tahun: TahunKinerja) -> None:
    page = buka(**rupa, pengguna=buat_pengguna("pptk", Peran.PPTK, unit="sie-anak-lansia")).page
    for nama, alamat in _daftar_halaman().items():
        if nama not in ("kertas", "kebijakan"):
            page.goto(alamat)
            _periksa(page, f"unit-{nama}", rupa)


def test_the_total_and_the_first_column_stay_in_sight(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(make_alamat("anggaran"))
    page.get_by_role("button", name="Kegiatan", exact=True).click()
    page.mouse.wheel(0, 500)
    expect(page.locator("tfoot th")).to_be_in_viewport()
    expect(page.locator("thead tr.dua th").first).to_be_in_viewport()
    total, jendela = page.locator("tfoot th").bounding_box(), page.viewport_size
    assert total is not None
    assert jendela is not None
    assert total["y"] + total["height"] <= jendela["height"] + 1
    assert (
        page.locator("tbody tr:visible").first.locator("th").evaluate("e => getComputedStyle(e).position") == "sticky"
    )


def test_the_tree_folds_searches_and_goes_back_to_how_it_was(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(make_alamat("anggaran"))
    tata_usaha = page.locator("tr", has_text="Pengelolaan Tata Usaha")
    expect(tata_usaha).to_be_hidden()
    page.get_by_role("button", name="Rincian Peningkatan Kinerja").click()
    expect(tata_usaha).to_be_visible()
    page.get_by_role("button", name="Rincian Peningkatan Kinerja").click()
    page.get_by_placeholder("Cari program atau kegiatan").fill("tata usaha")
    expect(tata_usaha).to_be_visible()
    expect(page.locator("tr", has_text="Identifikasi dan Penguatan")).to_be_hidden()
    expect(page.locator("[data-jumlah]")).to_have_text("1 cocok")
    page.get_by_placeholder("Cari program atau kegiatan").fill("")
    expect(tata_usaha).to_be_hidden()


def test_rows_that_need_a_look_are_open_and_the_message_leads_to_them(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(make_alamat("anggaran") + "?edisi=t32")
    baris = page.locator("tr", has_text="Pelembagaan Pengarusutamaan Gender")
    expect(baris).to_be_visible()
    expect(baris).to_contain_text("Melebihi pagu")
    page.locator(".tk-pesan").get_by_role("link", name=re.compile("Pelembagaan")).click()
    expect(baris).to_be_in_viewport()


def test_a_phone_shows_pagu_realisasi_and_serapan_of_the_chosen_columns(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana, ukuran="ponsel").page
    page.goto(make_alamat("anggaran") + "?edisi=t32")
    tampak = page.locator("tfoot td:visible")
    expect(tampak).to_have_count(3)
    assert [teks.strip() for teks in tampak.all_inner_texts()] == ["3.531.680.129", "3.079.539.710", "87,20%"]


def test_a_file_is_downloaded_under_its_name(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(make_alamat("anggaran"))
    with page.expect_download() as kabar:
        page.get_by_role("link", name="Unduh XLSX").click()
    assert kabar.value.suggested_filename == "anggaran-probolinggo-dinsos-pppa-2020-tw4.xlsx"


def test_the_paper_stands_in_its_frame_with_its_own_look(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(make_alamat("perjanjian", kode="pk-2020-p"))
    kertas = page.frame_locator("iframe")
    expect(kertas.get_by_text("Rp 3.531.680.129").first).to_be_attached()
    lebar = kertas.locator(".seksi").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert lebar == "rgb(255, 255, 255)"


def test_the_effect_follows_each_choice_before_anything_is_saved(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(make_alamat("pengaturan_kebijakan"))
    page.get_by_label("Batas capaian").fill("100")
    expect(page.locator("#akibat")).to_contain_text("nilai berubah.")
    expect(page.locator("#akibat")).to_contain_text("Persentase tenaga kerja perempuan")
    page.get_by_label("Rumus efisiensi").select_option("E3")
    expect(page.locator("#akibat")).to_contain_text("Efisiensi")
    page.get_by_label("Batas capaian").fill("90")
    expect(page.locator("#akibat")).to_contain_text("Batas capaian paling rendah 100%")
    assert EdisiKebijakan.objects.count() == 1


def test_conventions_are_set_from_the_keyboard_and_a_conflict_shows_both(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana, boleh_status={409}).page
    kedua = buka(pengguna=buat_pengguna("admin", Peran.ADMIN), boleh_status={409}).page
    for satu, batas in ((page, "100"), (kedua, "110")):
        satu.goto(make_alamat("pengaturan_kebijakan"))
        satu.get_by_label("Batas capaian").fill(batas)
        satu.get_by_label("Alasan perubahan").fill("Keputusan Kepala Dinas 2.")
    page.get_by_role("button", name="Tetapkan kebijakan").press("Enter")
    expect(page.get_by_text("Kebijakan edisi 2 ditetapkan")).to_be_visible()
    kedua.get_by_role("button", name="Tetapkan kebijakan").press("Enter")
    expect(kedua.locator("[data-galat]")).to_contain_text("Orang lain sudah mengubah isian ini")
    expect(kedua.locator("[data-galat]")).to_contain_text("100%")
    expect(kedua.locator("[data-galat]")).to_contain_text("110%")
    assert EdisiKebijakan.objects.order_by("-nomor").values_list("nomor", "batas")[0] == (2, 100_000_000)


def test_a_mistake_in_the_form_is_named_and_nothing_typed_is_lost(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana, boleh_status={422}).page
    page.goto(make_alamat("pengaturan_kebijakan"))
    page.get_by_label("Batas capaian").fill("sembilan")
    page.get_by_label("Alasan perubahan").fill("Alasan yang panjang.")
    page.get_by_role("button", name="Tetapkan kebijakan").click()
    expect(page.get_by_role("alert")).to_contain_text("Belum tersimpan.")
    expect(page.get_by_label("Alasan perubahan")).to_have_value("Alasan yang panjang.")
    expect(page.get_by_label("Batas capaian")).to_have_attribute("aria-invalid", "true")
    periksa_axe(page)
