"""Importing a published document in a real browser: send, read, check beside the source, store."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.impor.bantu import PANGKAL, PDF, bacaan_campur
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.akun.models import Pengguna
from tolok.web.impor.models import BerkasBacaan
from tolok.web.impor.operations import decide_bacaan, put_bacaan, upload_berkas
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.models import TahunKinerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def perencana(settings: Any, tmp_path: Path) -> Pengguna:
    settings.MEDIA_ROOT = tmp_path / "berkas"
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


def _unggah(pengguna: Pengguna) -> str:
    tahun = TahunKinerja.objects.select_related("instansi").get(instansi__kode=INSTANSI)
    baris = upload_berkas(
        tahun, isi=PDF, nama="laporan.pdf", format_berkas="pdf", kelas_bukti="terbatas", oleh=pengguna
    )
    put_bacaan(baris.pk, bacaan_campur())
    return f"{PANGKAL}{baris.pk}/"


def test_a_document_is_sent_read_checked_and_stored(
    buka: BukaLayar, perencana: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tolok.web.impor.tasks.recognise", lambda _: bacaan_campur())
    page = buka(pengguna=perencana).page
    page.goto(f"/{INSTANSI}/2020/tahun/")
    page.get_by_role("link", name="Impor dokumen", exact=True).click()
    page.get_by_label("Dokumen terbitan").set_input_files({"name": "laporan.pdf", "mimeType": "x", "buffer": PDF})
    page.get_by_role("button", name="Kirim dan baca").click()
    expect(page.locator("#keadaan")).to_contain_text("Menunggu giliran")
    kerjakan_semua()
    page.get_by_role("link", name="Periksa hasilnya").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("laporan.pdf")
    expect(page.get_by_role("link", name=re.compile("^Berbeda"))).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name=re.compile("lihat sumber Target Tahun 2020")).click()
    expect(page.locator("#laci h2")).to_be_focused()
    expect(page.locator("#laci mark")).to_have_text("87%")
    gambar = page.get_by_role("img", name=re.compile("^Halaman 1"))
    expect(gambar).to_be_visible()
    assert gambar.evaluate("async (g) => { await g.decode(); return g.naturalWidth; }") == 1190
    page.keyboard.press("Escape")
    expect(page.locator("#laci")).to_be_hidden()
    page.get_by_label(re.compile("simpan Realisasi Triwulan IV Tahun 2020")).check()
    expect(page.get_by_role("button", name="Simpan 2 nilai")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Simpan 2 nilai").click()
    expect(page.get_by_role("status").first).to_contain_text("laporan.pdf disimpan")
    expect(page.get_by_role("heading", level=2)).to_have_text("Sudah disimpan")


def test_a_doubtful_value_and_a_name_are_settled_by_keyboard(buka: BukaLayar, perencana: Pengguna) -> None:
    alamat = _unggah(perencana)
    page = buka(pengguna=perencana).page
    page.goto(f"{alamat}?tampil=ragu")
    isian = page.get_by_label(re.compile("^Menurut sumber"))
    isian.focus()
    page.keyboard.type("91%")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Simpan 2 nilai")).to_be_visible()
    expect(isian).to_have_value("91%")
    page.goto(f"{alamat}?tampil=padanan")
    page.get_by_label(re.compile("^Ya, sama")).focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Simpan 3 nilai")).to_be_visible()
    expect(page.get_by_label(re.compile("^Ya, sama"))).to_have_count(0)


def test_a_session_that_ended_loses_nothing(buka: BukaLayar, perencana: Pengguna, settings: Any) -> None:
    alamat = _unggah(perencana)
    layar = buka(pengguna=perencana, boleh_status={401})
    page = layar.page
    page.goto(alamat)
    page.get_by_label(re.compile("simpan Target Tahun 2020")).check()
    expect(page.get_by_role("button", name="Simpan 2 nilai")).to_be_visible()
    layar.konteks.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_label(re.compile("simpan Realisasi Triwulan IV Tahun 2020")).check()
    expect(page.locator("[data-siar]")).to_contain_text("Sesi Anda berakhir")
    expect(page.get_by_label(re.compile("simpan Realisasi Triwulan IV Tahun 2020"))).to_be_checked()
    assert BerkasBacaan.objects.get().keputusan["ikut"]["0.i0.0"] is True


def test_its_pages_are_accessible_in_every_size_and_theme(
    buka: BukaLayar, perencana: Pengguna, rupa: dict[str, str]
) -> None:
    alamat = _unggah(perencana)
    page = buka(pengguna=perencana, boleh_status={409}, **rupa).page
    bagian = [f"?tampil={satu}" for satu in ("beda&sumber=0.i0.0", "ragu", "padanan", "dokumen", "lain")]
    for satu in (PANGKAL, *(f"{alamat}{ekor}" for ekor in bagian)):
        page.goto(satu)
        page.wait_for_load_state("networkidle")
        periksa_axe(page)
        periksa_tanpa_gulir_samping(page)
    from tolok.ingest.alih.keputusan import Keputusan

    page.goto(alamat)
    decide_bacaan(BerkasBacaan.objects.get().pk, Keputusan(ikut={"0.i0.0": True}))
    page.get_by_role("button", name="Simpan 1 nilai").click()
    expect(page.get_by_role("alert")).to_contain_text("Belum ada yang disimpan")
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)
