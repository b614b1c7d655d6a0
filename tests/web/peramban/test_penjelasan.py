"""The explaining pages in Chromium: clean and readable in both sizes and themes, and usable from the keyboard."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.hasil import clear_simpanan

pytestmark = pytest.mark.peramban
TAHUN = f"/{INSTANSI}/2020/tahun/"
HALAMAN = {
    "pohon": f"{TAHUN}pohon/",
    "pohon-saring": f"{TAHUN}pohon/?saring=tanda",
    "pohon-edisi": f"{TAHUN}pohon/?edisi=renstra-2019-2024",
    "indikator": f"{TAHUN}indikator/",
    "pmks": f"{TAHUN}indikator/pmks/",
    "kasus": f"{TAHUN}indikator/kasus/",
    "kla": f"{TAHUN}indikator/kla/",
    "definisi": f"{TAHUN}indikator/pmks/definisi/",
    "target": f"{TAHUN}indikator/pmks/target/",
    "bukti": f"{TAHUN}indikator/pmks/bukti/",
    "perubahan": f"{TAHUN}indikator/pmks/perubahan/",
    "kebijakan-lain": f"{TAHUN}indikator/pmks/kebijakan-lain/",
    "angka": f"{TAHUN}angka/{INSTANSI}/2020/tahun/indikator:pmks/capaian",
    "angka-uang": f"{TAHUN}angka/{INSTANSI}/2020/tahun/anggaran:total/pagu@t32",
    "angka-isian": f"{TAHUN}angka/{INSTANSI}/2020/tw4/variabel:pmks-terpenuhi/isian",
}


@pytest.fixture
def perencana(transactional_db: None) -> Pengguna:
    """Somebody who sees every number of the example."""
    clear_simpanan()
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


def test_every_page_is_clean_readable_and_no_wider_than_its_window(
    rupa: dict[str, str], buka: BukaLayar, perencana: Pengguna
) -> None:
    page = buka(**rupa, pengguna=perencana).page
    for nama, letak in HALAMAN.items():
        jawab = page.goto(letak)
        page.wait_for_load_state("networkidle")
        if folder := os.environ.get("TOLOK_GAMBAR"):
            page.screenshot(path=Path(folder) / f"{nama}-{rupa['ukuran']}-{rupa['tema']}.png", full_page=True)
        assert jawab is not None
        assert jawab.status == 200, nama
        periksa_tanpa_gulir_samping(page)
        periksa_axe(page)


def test_withheld_and_missing_numbers_are_readable_pages(
    rupa: dict[str, str], buka: BukaLayar, perencana: Pengguna
) -> None:
    page = buka(**rupa, pengguna=buat_pengguna("pembaca", Peran.PEMBACA), boleh_status={404}).page
    for letak, kata in (
        (HALAMAN["pmks"], "Belum diajukan"),
        (HALAMAN["angka"], "Belum diajukan"),
        (f"{TAHUN}angka/{INSTANSI}/2020/tahun/indikator:pmks/targt", "Yang mirip"),
    ):
        page.goto(letak)
        assert page.get_by_text(kata).first.is_visible()
        periksa_tanpa_gulir_samping(page)
        periksa_axe(page)


def test_the_tree_folds_from_the_keyboard_and_finds_what_is_typed(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(HALAMAN["pohon"])
    kegiatan = page.get_by_text("Identifikasi dan Penguatan Kapasitas", exact=True)
    assert not kegiatan.is_visible()
    lipat = page.get_by_label("Rincian Pemberdayaan Sosial dan Penanganan Fakir Miskin")
    lipat.focus()
    page.keyboard.press("Enter")
    assert lipat.get_attribute("aria-expanded") == "true"
    assert kegiatan.is_visible()
    page.get_by_label("Cari di pohon").fill("gender")
    assert page.get_by_text("1 cocok").is_visible()
    assert page.locator("tbody tr:visible").count() == 5
    page.get_by_label("Cari di pohon").fill("")
    assert kegiatan.is_visible()
    page.get_by_role("button", name="Sasaran", exact=True).click()
    terlihat = [
        (baris.get_attribute("data-d"), baris.get_attribute("data-j")) for baris in _list_baris(page, ":visible")
    ]
    assert terlihat == [
        (baris.get_attribute("data-d"), baris.get_attribute("data-j"))
        for baris in _list_baris(page, "")
        if baris.get_attribute("data-d") in ("0", "1")
    ]
    assert {jenis for _, jenis in terlihat} == {"tujuan", "sasaran", "kelompok", "program"}
    assert all(dalam == "1" for dalam, jenis in terlihat if jenis in ("sasaran", "program"))


def _list_baris(page: Page, keadaan: str) -> list[Locator]:
    return page.locator(f"tbody tr{keadaan}").all()


def test_a_number_is_followed_to_its_input_and_to_the_history_in_three_clicks(
    buka: BukaLayar, perencana: Pengguna
) -> None:
    page = buka(pengguna=perencana).page
    page.goto(HALAMAN["indikator"])
    page.get_by_role("region", name="Tabel indikator").get_by_role("link", name="81,77%").click()
    page.get_by_role("link", name="1.277 orang").first.click()
    assert page.get_by_role("heading", name="Isian yang dicatat").is_visible()
    page.get_by_role("link", name="catatan 1").click()
    assert page.url.endswith("/riwayat/1/")


def test_the_steps_fold_without_a_script(buka: BukaLayar, perencana: Pengguna) -> None:
    page = buka(pengguna=perencana).page
    page.goto(HALAMAN["angka"])
    tersembunyi = page.locator("#langkah").get_by_text("1.816 orang", exact=True).first
    assert not tersembunyi.is_visible()
    while page.locator("#langkah details:not([open]) > summary:visible").count():
        page.locator("#langkah details:not([open]) > summary:visible").first.click()
    assert tersembunyi.is_visible()
