"""A job in the browser: the page follows it without being reloaded."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.dunia import buat_pengguna
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.jobs.daftar import JenisPekerjaan, Tautan, register
from tolok.web.jobs.operations import request_pekerjaan
from tolok.web.jobs.pelaksanaan import finish_pekerjaan, note_langkah, start_pekerjaan
from tolok.web.organisasi.models import Instansi, Peran

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

register(
    JenisPekerjaan("uji.layar", "Kerja di layar", lambda _k: {}, lambda _p: (Tautan("Buka hasil", "/pekerjaan/"),))
)


def test_the_page_follows_the_job_to_its_end(buka: BukaLayar, rupa: dict[str, str]) -> None:
    Instansi.objects.create(kode="dinas")
    pengguna = buat_pengguna("perencana", Peran.PERENCANA, instansi="dinas")
    pekerjaan = request_pekerjaan(
        jenis="uji.layar", kunci="uji", judul="LKjIP 2020", masukan={}, instansi="dinas", oleh=pengguna
    )
    layar = buka(pengguna=pengguna, **rupa)
    page: Any = layar.page
    page.goto(f"/pekerjaan/{pekerjaan.id}/")
    page.get_by_text("Menunggu giliran Halaman ini boleh ditinggalkan.").wait_for()
    start_pekerjaan(pekerjaan.id)
    note_langkah(pekerjaan.id, percobaan=1, langkah=1, jumlah_langkah=4, sebutan_langkah="Menyusun bab I")
    page.get_by_text("Langkah 1 dari 4: Menyusun bab I Halaman ini").wait_for()
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)
    finish_pekerjaan(pekerjaan.id, percobaan=1, instansi="dinas", hasil={})
    page.get_by_role("link", name="Buka hasil").wait_for()
    assert page.get_by_role("progressbar").count() == 0
    periksa_axe(page)
    page.get_by_role("link", name="Buka hasil").click()
    page.get_by_role("heading", name="Pekerjaan", exact=True).wait_for()
    periksa_axe(page)
