"""Measuring in a real browser: filling in, a conflict, an ended session, and the way to approval, at both sizes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.pengukuran.bantu import ALASAN, konteks
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.baca_isian import Isian
from tolok.web.pengukuran.models import HasilDisahkan, NilaiVariabel
from tolok.web.pengukuran.operations import fill_nilai, submit_bersama, verify_bersama

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
TW4 = f"/{INSTANSI}/2020/tw4/pengukuran/"
UKURAN = pytest.mark.parametrize("ukuran", ["lebar", "ponsel"])


def periksa(page: Page) -> None:
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)


@UKURAN
def test_a_field_saves_when_it_is_left_and_the_focus_goes_on(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    page = buka(ukuran=ukuran, pengguna=buat_pengguna("perencana", Peran.PERENCANA)).page
    page.goto(TW4)
    baris = page.locator("#baris-pmks")
    expect(baris).to_contain_text("81,77%")
    isian = page.get_by_label("Jumlah PMKS yang terpenuhi kebutuhan dasarnya", exact=True)
    isian.fill("1500")
    isian.press("Enter")
    expect(page.locator("#v-pmks-jumlah-2020-tw4")).to_be_focused()
    expect(baris).to_contain_text("96,05%")
    expect(baris).to_contain_text("82,60%")
    expect(isian).to_have_value("1.500")
    expect(page.locator("#v-pmks-jumlah-2020-tw4")).to_be_focused()
    expect(page.locator("#tersimpan")).to_contain_text("Tersimpan ")
    periksa(page)
    page.reload()
    expect(page.locator("#baris-pmks")).to_contain_text("96,05%")


@UKURAN
def test_letters_are_refused_in_place_and_stay(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    page = buka(ukuran=ukuran, pengguna=buat_pengguna("perencana", Peran.PERENCANA), boleh_status={422}).page
    page.goto(TW4)
    isian = page.get_by_label("Jumlah PMKS", exact=True)
    isian.fill("banyak")
    isian.press("Enter")
    expect(page.locator("#baris-pmks")).to_contain_text("bukan angka gaya Indonesia")
    expect(isian).to_have_value("banyak")
    expect(isian).to_have_attribute("aria-invalid", "true")
    periksa(page)


@UKURAN
def test_a_conflict_in_the_grid_shows_both_values_and_either_can_be_taken(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    lain = buat_pengguna("lain", Peran.PERENCANA)
    page = buka(ukuran=ukuran, pengguna=buat_pengguna("perencana", Peran.PERENCANA), boleh_status={409}).page
    page.goto(TW4)
    baris = page.locator("#baris-pmks")
    isian = page.get_by_label("Jumlah PMKS yang terpenuhi kebutuhan dasarnya", exact=True)
    for versi, (tersimpan, diminta, pilihan, akhir) in enumerate(
        (("1.300", "1400", "Tulis isian saya", "1.400"), ("1.600", "1700", "Pakai yang tersimpan", "1.600")), start=1
    ):
        kini = NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).versi
        fill_nilai(konteks(lain), variabel="pmks-terpenuhi", isian=Isian(nilai=tersimpan), versi=kini)
        isian.fill(diminta)
        isian.press("Enter")
        bentrok = baris.get_by_role("alert")
        expect(bentrok).to_contain_text(f"Tersimpan sekarang: {tersimpan} orang")
        expect(bentrok).to_contain_text(f"Isian Anda: {diminta}")
        expect(bentrok).to_contain_text("Diubah Contoh Lain, ")
        periksa(page)
        bentrok.get_by_text(pilihan).click()
        expect(baris.get_by_role("alert")).to_have_count(0)
        expect(isian).to_have_value(akhir)
        assert versi


@UKURAN
def test_an_ended_session_keeps_what_was_typed(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    layar = buka(ukuran=ukuran, pengguna=buat_pengguna("perencana", Peran.PERENCANA), boleh_status={401})
    page = layar.page
    page.goto(f"{TW4}variabel/pmks-terpenuhi/")
    page.locator("#nilai").fill("1234")
    page.locator("#sumber").fill("Rekap yang panjang")
    layar.konteks.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("alert")).to_contain_text("Sesi Anda berakhir")
    expect(page.locator("#nilai")).to_have_value("1234")
    expect(page.locator("#sumber")).to_have_value("Rekap yang panjang")
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).versi == 1


@UKURAN
def test_the_whole_form_keeps_what_was_typed_until_it_can_be_saved(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    page = buka(ukuran=ukuran, pengguna=buat_pengguna("perencana", Peran.PERENCANA), boleh_status={422}).page
    page.goto(f"{TW4}variabel/pmks-terpenuhi/")
    periksa(page)
    page.locator("#nilai").fill("80-90")
    page.locator("#bukti").fill("Rekap bulanan.pdf")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("alert")).to_contain_text("bukan rentang")
    expect(page.locator("#bukti")).to_have_value("Rekap bulanan.pdf")
    page.locator("#nilai").fill("1.290")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pengukuran Triwulan IV")
    expect(page.locator("#baris-pmks")).to_contain_text("1 bukti")


@UKURAN
def test_the_drawer_opens_beside_the_grid_and_closes_with_escape(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    page = buka(ukuran=ukuran, pengguna=buat_pengguna("perencana", Peran.PERENCANA)).page
    page.goto(TW4)
    page.locator("#baris-pmks .tautan").click()
    laci = page.locator("#laci")
    expect(laci.get_by_role("heading", level=2)).to_be_focused()
    expect(laci).to_contain_text("Penyebab")
    periksa(page)
    page.keyboard.press("Escape")
    expect(laci).to_be_hidden()
    expect(page.locator("#baris-pmks .tautan")).to_be_focused()


@UKURAN
def test_a_head_of_agency_approves_after_a_page_that_says_what_it_means(buka: BukaLayar, ukuran: str) -> None:
    muat_contoh()
    perencana = buat_pengguna("perencana", Peran.PERENCANA)
    submit_bersama(konteks(perencana), catatan=ALASAN)
    verify_bersama(konteks(perencana))
    page = buka(ukuran=ukuran, pengguna=buat_pengguna("kepala", Peran.PIMPINAN)).page
    page.goto(TW4)
    page.get_by_role("link", name="Sahkan 4").click()
    expect(page.get_by_text("Pengesahan tidak dapat ditarik.")).to_be_visible()
    expect(page.locator("main")).to_contain_text("81,77%")
    assert not HasilDisahkan.objects.exists()
    periksa(page)
    page.get_by_role("button", name="Sahkan").click()
    expect(page.locator(".tk-siar")).to_contain_text("4 pengukuran Triwulan IV Tahun 2020 disahkan.")
    expect(page.locator("#baris-pmks")).to_contain_text("Disahkan")
    assert HasilDisahkan.objects.filter(besaran="predikat", tercetak="Tinggi").count() == 2
    periksa(page)
