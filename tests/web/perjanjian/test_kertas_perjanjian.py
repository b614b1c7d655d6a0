"""The preview is the printed paper, in a page of its own that runs nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from tests.web.baca_html import get_isi, get_teks
from tests.web.dunia import buat_pengguna
from tests.web.dunia_uang import buka, make_alamat, make_data, muat

from tolok.render.html import gaya_kertas
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


def test_the_frame_shows_the_paper_of_that_version(perencana: Pengguna) -> None:
    isi = get_isi(buka(perencana, "perjanjian", kode="pk-2020-p"))
    assert f'src="{make_alamat("perjanjian_pratinjau", kode="pk-2020-p")}"' in isi
    kertas = get_teks(buka(perencana, "perjanjian_pratinjau", kode="pk-2020-p"))
    assert "Perubahan Perjanjian Kinerja" in kertas
    assert "Rp 3.531.680.129" in kertas
    assert "90%" in kertas
    murni = get_teks(buka(perencana, "perjanjian_pratinjau", kode="pk-2020"))
    assert "Rp 6.671.923.749" in murni
    assert "Perubahan Perjanjian" not in murni


def test_the_paper_has_no_inline_style_and_may_run_nothing(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "perjanjian_pratinjau", kode="pk-2020")
    isi = get_isi(jawaban)
    assert not re.search(r"\sstyle=|<style|<script", isi)
    aturan = dict(satu.strip().split(" ", 1) for satu in jawaban["Content-Security-Policy"].split(";"))
    assert aturan["script-src"] == "'none'"
    assert aturan["default-src"] == "'none'"
    assert aturan["style-src"] == "'self'"
    assert aturan["frame-ancestors"] == "'self'"
    assert jawaban["X-Frame-Options"] == "SAMEORIGIN"


def test_its_stylesheet_is_the_one_of_the_renderer_and_nothing_else_of_its_folder_is_served() -> None:
    alamat = finders.find("kertas/tolok-kertas.css")
    assert alamat is not None
    assert Path(alamat).read_bytes() == gaya_kertas()
    assert finders.find("kertas/isi.py") is None
    assert finders.find("kertas/__init__.py") is None


def test_a_unit_sees_its_targets_but_neither_the_paper_nor_the_sums(perencana: Pengguna) -> None:
    orang = buat_pengguna("pptk", Peran.PENANGGUNG_JAWAB, unit="bid-rehab")
    teks = get_teks(buka(orang, "perjanjian", kode="pk-2020"))
    assert "Persentase Penyandang Masalah" in teks
    assert "Persentase tenaga kerja perempuan" not in teks
    assert "2.501.951.000" in teks  # its own program
    for rahasia in ("6.671.923.749", "1.890.851.874", "Pratinjau"):
        assert rahasia not in teks
    assert buka(orang, "perjanjian_pratinjau", kode="pk-2020").status_code == 404
    assert "6.671.923.749" not in get_teks(buka(orang, "perjanjian_daftar"))
