"""Any number of editions stand side by side, and an edition with another scope is said not to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.web.baca_html import get_baris, get_isi, get_teks
from tests.web.dunia import buat_pengguna
from tests.web.dunia_uang import buka, make_data, muat

from tolok.core.instansi import TahunInstansi
from tolok.web.organisasi.models import Peran


def _data_enam_edisi() -> TahunInstansi:
    data = make_data()
    terakhir = data.daftar_edisi_pagu[-1]
    baru = [
        replace(
            terakhir, id=f"geser-{n}", nomor=n, nama=f"Pergeseran {n}", jenis="pergeseran", nomor_dokumen=f"DPPA/{n}",
            tanggal=date(2020, 11, n), cakupan="Seluruh belanja" if n == 6 else terakhir.cakupan,
        )
        for n in (4, 5, 6)
    ]  # fmt: skip
    pagu = [replace(satu, edisi=edisi.id) for edisi in baru for satu in data.daftar_pagu if satu.edisi == "t32"]
    return replace(data, daftar_edisi_pagu=(*data.daftar_edisi_pagu, *baru), daftar_pagu=(*data.daftar_pagu, *pagu))


@pytest.mark.django_db
def test_all_editions_are_columns_and_the_head_names_three() -> None:
    muat(_data_enam_edisi())
    jawaban = buka(buat_pengguna("p", Peran.PERENCANA), "anggaran", periode="tahun")
    assert len(get_baris(jawaban, "Total")) == 1 + 6 + 4 + 2
    kepala = get_isi(jawaban).split('<dl class="tk-ringkas">')[1].split("</dl>")[0]
    assert kepala.count("<dt>") == 5
    assert "Pergeseran 6" in kepala
    assert "Pergeseran 5" not in kepala
    teks = get_teks(jawaban)
    assert "Pergeseran 4 (pergeseran): DPA DPPA/4, 4 November 2020." in teks


@pytest.mark.django_db
def test_editions_of_another_scope_are_said_not_to_compare() -> None:
    muat(_data_enam_edisi())
    orang = buat_pengguna("p", Peran.PERENCANA)
    beda = get_teks(buka(orang, "anggaran_edisi", kueri={"dari": "t32", "ke": "geser-6"}))
    assert "Cakupan kedua edisi berbeda" in beda
    sama = get_teks(buka(orang, "anggaran_edisi", kueri={"dari": "t32", "ke": "geser-4"}))
    assert "Cakupan kedua edisi berbeda" not in sama
    assert "Tidak ada pagu yang berbeda" in sama
    assert "Pilih dua edisi yang berbeda" in get_teks(buka(orang, "anggaran_edisi", kueri={"dari": "t32", "ke": "t32"}))


@pytest.mark.django_db
def test_a_year_without_budget_says_what_is_missing() -> None:
    data = make_data()
    muat(
        replace(
            data, daftar_anggaran=(), daftar_edisi_pagu=(), daftar_pagu=(), daftar_realisasi=(), daftar_pemetaan=(),
            daftar_perjanjian=(), pagu_laporan="", pagu_triwulan=(),
            daftar_target=tuple(t for t in data.daftar_target if not t.dokumen.startswith("pk-")),
        )
    )  # fmt: skip
    orang = buat_pengguna("p", Peran.PERENCANA)
    for halaman in ("anggaran", "anggaran_edisi", "anggaran_rincian", "anggaran_layanan"):
        assert "Belum ada edisi pagu" in get_teks(buka(orang, halaman))
    assert buka(orang, "anggaran_unduh", bentuk="csv").status_code == 404
    assert "Belum ada Perjanjian Kinerja" in get_teks(buka(orang, "perjanjian_daftar"))
    assert buka(orang, "organisasi").status_code == 200
