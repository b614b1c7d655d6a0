"""Loading a package in a real browser: send, look, confirm."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.contoh import path_contoh
from tolok.core.instansi import TahunInstansi
from tolok.paket.muat import load_paket
from tolok.paket.tulis import write_paket
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran

pytestmark = pytest.mark.peramban
PANGKAL = f"/{INSTANSI}/2020/tw4/paket/"


@pytest.fixture
def perencana(transactional_db: None, settings: Any, tmp_path: Path) -> Pengguna:
    settings.FOLDER_DATA = tmp_path
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


def _tulis(tmp_path: Path, **isi: Any) -> Path:
    data: TahunInstansi = replace(load_paket(path_contoh("probolinggo-2020")), **isi)
    write_paket(data, tmp_path / "kirim.xlsx")
    return tmp_path / "kirim.xlsx"


def test_a_package_is_sent_looked_at_and_loaded(buka: BukaLayar, perencana: Pengguna, tmp_path: Path) -> None:
    page = buka(pengguna=perencana).page
    page.goto(f"/{INSTANSI}/2020/tw4/")
    page.get_by_role("link", name="Paket", exact=True).click()
    page.get_by_label("Berkas paket").set_input_files(_tulis(tmp_path, daftar_isu=()))
    page.get_by_role("button", name="Kirim dan lihat perubahannya").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yang akan berubah di tahun 2020")
    page.get_by_role("button", name="Muat: 0 baris ditambah, 0 diubah, 5 dihapus").click()
    expect(page.get_by_role("status")).to_contain_text("Paket tahun 2020 dimuat")
    expect(page).to_have_url(re.compile(f"{PANGKAL}$"))


def test_its_pages_are_accessible_in_every_size_and_theme(
    buka: BukaLayar, perencana: Pengguna, rupa: dict[str, str], tmp_path: Path
) -> None:
    layar = buka(pengguna=perencana, boleh_status={422}, **rupa)
    page = layar.page
    page.goto(PANGKAL)
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)
    daftar_pagu = list(load_paket(path_contoh("probolinggo-2020")).daftar_pagu)
    daftar_pagu[0] = replace(daftar_pagu[0], sen=100)
    daftar_variabel = tuple(
        replace(v, definisi="Lain.") for v in load_paket(path_contoh("probolinggo-2020")).daftar_variabel
    )
    kiriman = _tulis(tmp_path, daftar_pagu=tuple(daftar_pagu), daftar_variabel=daftar_variabel, daftar_isu=())
    page.get_by_label("Berkas paket").set_input_files(kiriman)
    page.get_by_role("button", name="Kirim dan lihat perubahannya").click()
    expect(page.get_by_role("alert")).to_contain_text("ditolak seluruhnya")
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)
    page.goto(PANGKAL)
    (tmp_path / "rusak.zip").write_bytes(b"rusak")
    page.get_by_label("Berkas paket").set_input_files(tmp_path / "rusak.zip")
    page.get_by_role("button", name="Kirim dan lihat perubahannya").click()
    expect(page.get_by_role("alert")).to_contain_text("Paket belum dapat dipakai")
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)
