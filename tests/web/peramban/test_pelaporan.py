"""The LKjIP, its texts and the documents as they look and work in a browser."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import expect
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.pelaporan.bantu import buat
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.akun.models import Pengguna
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.lkjip.tulisan import find_tulisan
from tolok.web.pelaporan.models import BerkasTerbitan, Dokumen, Narasi
from tolok.web.pelaporan.operations import ready_dokumen, save_tulisan
from tolok.web.pengukuran.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja

pytestmark = pytest.mark.peramban
TAHUN = f"/{INSTANSI}/2020/tahun/"
HALAMAN = {
    "lkjip": f"{TAHUN}lkjip/",
    "lkjip-sasaran": f"{TAHUN}lkjip/?bagian=3-1-1",
    "lkjip-depan": f"{TAHUN}lkjip/?bagian=depan",
    "lkjip-formulir": f"{TAHUN}lkjip/?bagian=lampiran-3",
    "lkjip-pratinjau": f"{TAHUN}lkjip/pratinjau/",
    "narasi": f"{TAHUN}lkjip/narasi/sasaran_s1/",
    "dokumen": f"{TAHUN}dokumen/",
    "dokumen-satu": f"{TAHUN}dokumen/lihat/perjanjian/pk-2020/",
    "dokumen-tanda-tangan": f"{TAHUN}dokumen/langkah/tanda-tangan/perjanjian/pk-2020/",
}


@pytest.fixture
def tahun(transactional_db: None, settings: Any, tmp_path: Path) -> TahunKinerja:
    """The example year, with files of its own."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    clear_simpanan()
    return muat_contoh()


@pytest.fixture
def perencana(tahun: TahunKinerja) -> Pengguna:
    """Who writes."""
    return buat_pengguna("perencana", Peran.PERENCANA)


def _siapkan(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun)
    ready_dokumen(terbitan.dokumen_id, versi=1, sidik_model=terbitan.sidik_model, oleh=None)


def test_every_page_is_clean_readable_and_no_wider_than_its_window(
    rupa: dict[str, str], buka: BukaLayar, tahun: TahunKinerja, perencana: Pengguna
) -> None:
    page = buka(**rupa, pengguna=perencana).page
    for nama, letak in HALAMAN.items():
        if nama == "dokumen":
            _siapkan(tahun)
        jawab = page.goto(letak)
        page.wait_for_load_state("networkidle")
        if folder := os.environ.get("TOLOK_GAMBAR"):
            page.screenshot(
                path=Path(folder) / f"{nama}-{rupa['ukuran']}-{rupa['tema']}.png", full_page=nama != "lkjip-pratinjau"
            )
        assert jawab is not None
        assert jawab.status == 200, nama
        periksa_tanpa_gulir_samping(page)
        periksa_axe(page)


@pytest.mark.parametrize("ukuran", ["lebar", "ponsel"])
def test_the_paper_keeps_to_the_window_and_its_letters_to_a_readable_size(
    ukuran: str, buka: BukaLayar, perencana: Pengguna
) -> None:
    page = buka(ukuran=ukuran, pengguna=perencana).page
    page.goto(HALAMAN["lkjip-sasaran"])
    lebar = page.evaluate("() => innerWidth")
    for kotak in page.locator(".pl-kertas .seksi").all():
        ada = kotak.bounding_box()
        assert ada is not None
        assert 300 < ada["width"] <= lebar
    kecil = page.evaluate(
        "() => [...document.querySelectorAll('.pl-kertas :is(p, td, th, li)')]"
        ".filter((el) => el.textContent.trim() && parseFloat(getComputedStyle(el).fontSize) < 10.5).length"
    )
    assert kecil == 0
    assert page.evaluate("() => getComputedStyle(document.querySelector('.pl-kertas .seksi')).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_what_is_typed_shows_at_once_and_a_token_is_put_where_the_cursor_stands(
    buka: BukaLayar, perencana: Pengguna
) -> None:
    page = buka(pengguna=perencana, boleh_status={422}).page
    page.goto(f"{TAHUN}lkjip/narasi/kesimpulan/")
    teks = page.get_by_label("Teks", exact=True)
    teks.fill("Capaian  pada 2020.")
    expect(page.locator("#pratinjau")).to_contain_text("Capaian pada 2020.")
    teks.evaluate("(el) => el.setSelectionRange(8, 8)")
    page.get_by_label("Cari token").fill("capaian pmks")
    page.get_by_label("Cari token").fill("{capaian:pmks}")
    page.locator("[data-token='{capaian:pmks}']").click()
    expect(teks).to_have_value("Capaian {capaian:pmks} pada 2020.")
    expect(page.locator("#pratinjau")).to_contain_text("Capaian 81,77% pada 2020.")
    assert page.evaluate("() => document.activeElement.id") == "teks"

    teks.fill("Capaian {capain:pmks}.")
    page.get_by_role("button", name="Simpan").click()
    galat = page.get_by_role("alert")
    expect(galat).to_contain_text("baris 1, kolom 9")
    expect(galat).to_contain_text("Maksudnya “capaian”?")
    expect(teks).to_have_value("Capaian {capain:pmks}.")
    teks.fill("Capaian {capaian:pmks}.")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Kesimpulan tersimpan.")).to_be_visible()
    assert page.url.endswith("?bagian=bab-iv")
    assert Narasi.objects.get(kunci="kesimpulan").teks == "Capaian {capaian:pmks}."


def test_who_was_slower_sees_both_texts_and_loses_nothing(
    buka: BukaLayar, tahun: TahunKinerja, perencana: Pengguna
) -> None:
    page = buka(pengguna=perencana, boleh_status={409}).page
    page.goto(f"{TAHUN}lkjip/narasi/kesimpulan/")
    teks = page.get_by_label("Teks", exact=True)
    teks.fill("Tulisan saya.")
    hasil = get_laporan(tahun).hasil
    tulisan = find_tulisan(hasil, "kesimpulan")
    assert tulisan is not None
    save_tulisan(tahun, tulisan, "Tulisan rekan.", versi=1, hasil=hasil, oleh=None)
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("region", name="Tersimpan sekarang")).to_have_text("Tulisan rekan.")
    milik = page.get_by_label("Teks Anda")
    expect(milik).to_have_value("Tulisan saya.")
    periksa_axe(page)
    milik.fill("Tulisan rekan. Tulisan saya.")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Kesimpulan tersimpan.")).to_be_visible()
    assert Narasi.objects.get(kunci="kesimpulan").teks == "Tulisan rekan. Tulisan saya."


def test_a_text_is_written_without_javascript(peramban: Any, live_server: Any, perencana: Pengguna) -> None:
    klien = Client()
    klien.force_login(perencana, backend="allauth.account.auth_backends.AuthenticationBackend")
    konteks = peramban.new_context(base_url=live_server.url, java_script_enabled=False)
    konteks.add_cookies([{"name": "sessionid", "value": klien.cookies["sessionid"].value, "url": live_server.url}])
    try:
        page = konteks.new_page()
        page.goto(f"{TAHUN}lkjip/narasi/kesimpulan/")
        page.get_by_label("Teks", exact=True).fill("Serapan {serapan:total}.")
        page.get_by_role("button", name="Lihat hasilnya").click()
        expect(page.locator("#pratinjau")).to_contain_text("Serapan 86,58%.")
        page.get_by_role("button", name="Simpan").click()
        expect(page.get_by_text("Kesimpulan tersimpan.")).to_be_visible()
    finally:
        konteks.close()
    assert Narasi.objects.get(kunci="kesimpulan").teks == "Serapan {serapan:total}."


def test_a_document_is_asked_for_watched_and_downloaded(
    buka: BukaLayar, tahun: TahunKinerja, perencana: Pengguna
) -> None:
    page = buka(pengguna=perencana).page
    page.goto(HALAMAN["dokumen"])
    page.get_by_role("button", name="Buat berkas Pengukuran Kinerja Triwulan I 2020").click()
    baris = page.locator("#dok-pengukuran-tw1-v1")
    expect(baris).to_contain_text("Menunggu giliran")
    kerjakan_semua()
    expect(baris).to_contain_text("Sesuai data")
    expect(baris).to_contain_text("oleh Contoh Perencana")
    with page.expect_download() as unduhan:
        baris.get_by_role("link", name=re.compile("PDF")).click()
    assert unduhan.value.suggested_filename == "pengukuran-kinerja-2020-tw1.pdf"
    sidik = hashlib.sha256(Path(unduhan.value.path()).read_bytes()).hexdigest()
    assert sidik == BerkasTerbitan.objects.get(format="pdf").sidik


def test_a_document_is_signed_in_the_browser(
    buka: BukaLayar, tahun: TahunKinerja, perencana: Pengguna, tmp_path: Path
) -> None:
    _siapkan(tahun)
    pindaian = tmp_path / "hasil pindai (1).pdf"
    pindaian.write_bytes(b"%PDF-1.7 pindaian")
    page = buka(pengguna=perencana, boleh_status={422}).page
    page.goto(HALAMAN["dokumen-satu"])
    page.get_by_role("link", name="Catat tanda tangan").click()
    page.get_by_label("Nomor dokumen").fill("000.8/1/2020")
    page.get_by_role("button", name="Catat sebagai ditandatangani").click()
    expect(page.get_by_text("Pilih pindaian atau PDF yang sudah ditandatangani.")).to_be_visible()
    expect(page.get_by_label("Nomor dokumen")).to_have_value("000.8/1/2020")
    periksa_axe(page)
    page.get_by_label("Tanggal tanda tangan").fill("2020-01-31")
    page.get_by_label("Pindaian atau PDF").set_input_files(pindaian)
    page.get_by_role("button", name="Catat sebagai ditandatangani").click()
    expect(page.get_by_text("Nomor 000.8/1/2020, 31 Januari 2020").first).to_be_visible()
    assert Dokumen.objects.get().status == "ditandatangani"
    assert BerkasTerbitan.objects.get(format="ttd").nama == "perjanjian-kinerja-2020-ditandatangani.pdf"
    periksa_axe(page)
