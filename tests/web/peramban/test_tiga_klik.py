"""From a number in the preview of the LKjIP to its inputs and to the entry that approved them: three clicks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.pengukuran.bantu import sahkan_semua
from tests.web.peramban.conftest import BukaLayar

from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.hasil import clear_simpanan

pytestmark = pytest.mark.peramban
TAHUN = f"/{INSTANSI}/2020/tahun/"


@pytest.fixture
def orang(transactional_db: None) -> dict[Peran, Pengguna]:
    """Who reads, over an example whose last quarter is approved."""
    clear_simpanan()
    muat_contoh()
    daftar = {peran: buat_pengguna(peran.value, peran) for peran in (Peran.PERENCANA, Peran.PIMPINAN)}
    sahkan_semua(daftar[Peran.PERENCANA], daftar[Peran.PERENCANA], daftar[Peran.PIMPINAN])
    return daftar


@pytest.mark.parametrize("peran", [Peran.PERENCANA, Peran.PIMPINAN])
def test_three_clicks_lead_from_the_preview_of_the_lkjip_to_the_entry_that_approved_the_inputs(
    peran: Peran, buka: BukaLayar, orang: dict[Peran, Pengguna]
) -> None:
    page = buka(pengguna=orang[peran]).page
    page.goto(f"{TAHUN}lkjip/")
    page.get_by_role("link", name="Seluruh naskah").click()

    kertas = page.get_by_role("article", name="LKjIP 2020")
    kertas.get_by_role("table").get_by_role("link", name="81,77%", exact=True).first.click()
    _lihat_penjelasan(page)

    page.get_by_role("region", name="Tabel masukan").get_by_role("link", name="1.277 orang", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Jumlah PMKS yang terpenuhi kebutuhan dasarnya, Triwulan IV Tahun 2020"
    )
    isian = page.get_by_role("region", name="Isian yang dicatat")
    expect(isian).to_contain_text("Formulir Pengukuran Kinerja Triwulan IV 2020")
    expect(isian).to_contain_text("Tertanggal31 Januari 2021")

    pengesah = page.get_by_role("region", name="Pengesahan")
    expect(pengesah).to_contain_text("Disahkan")
    pengesah.get_by_role("link").click()
    _lihat_catatan(page)


def test_the_explanation_of_a_number_leads_to_the_entry_that_approved_it_and_that_entry_leads_back(
    buka: BukaLayar, orang: dict[Peran, Pengguna]
) -> None:
    page = buka(pengguna=orang[Peran.PIMPINAN]).page
    page.goto(f"{TAHUN}lkjip/?bagian=3-1-1")
    kertas = page.get_by_role("region", name="Pratinjau halaman")
    kertas.get_by_role("table").get_by_role("link", name="81,77%", exact=True).first.click()
    disahkan = page.get_by_role("region", name="Hasil yang disahkan")
    sidik = disahkan.locator("code").inner_text()
    disahkan.get_by_role("link").click()
    _lihat_catatan(page)
    capaian = page.get_by_role("link", name=f"{INSTANSI}/2020/tahun/indikator:pmks/capaian", exact=True)
    expect(page.locator("div", has=capaian).last).to_contain_text(sidik)
    capaian.click()
    _lihat_penjelasan(page)


def _lihat_penjelasan(page: Page) -> None:
    """See the story of the number: its formula, its inputs with their sources, and that it is approved as it is."""
    expect(page.get_by_role("heading", name="Mengapa 81,77%?")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("1.277 / 1.816 = 0,7031938…")
    masukan = page.get_by_role("region", name="Tabel masukan")
    for nama, nilai, sumber in (
        ("Target", "86%", "Lampiran Perjanjian Kinerja 2020"),
        ("Jumlah PMKS yang terpenuhi", "1.277 orang", "Formulir Pengukuran Kinerja Triwulan IV 2020"),
        ("Jumlah PMKS, Triwulan IV", "1.816 orang", "Formulir Pengukuran Kinerja Triwulan IV 2020"),
    ):
        baris = masukan.get_by_role("row").filter(has_text=nama).filter(has_text=nilai)
        expect(baris).to_contain_text(sumber)
        expect(baris.get_by_role("link", name="catatan")).to_have_count(2)
    disahkan = page.get_by_role("region", name="Hasil yang disahkan")
    expect(disahkan).to_contain_text("Sama dengan hitungan kini.")
    expect(disahkan).to_contain_text("Contoh Pimpinan")


def _lihat_catatan(page: Page) -> None:
    """See the entry that approved the quarter: who, when, which results, and that it follows from its hash."""
    nomor = Catatan.objects.get(perbuatan="pengukuran.disahkan", objek="pengukuran:2020/tw4/pmks").nomor
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Catatan {nomor}: Pengukuran disahkan")
    expect(page.get_by_role("main")).to_contain_text("Pengukuran pmks, Triwulan IV Tahun 2020")
    expect(page.get_by_role("region", name="Siapa, kapan")).to_contain_text("Contoh Pimpinan")
    expect(page.get_by_text("Isi catatan ini cocok dengan sidiknya dan tersambung")).to_be_visible()
