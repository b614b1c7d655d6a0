"""Menus show what exists and what the reader may open."""

from __future__ import annotations

import dataclasses

import pytest
from django.test import override_settings
from tests.web.pameran import views
from tests.web.pameran.konteks import make_konteks_pameran
from tests.web.ui.alat import make_permintaan

from tolok.web.ui.navigasi import Navigasi, make_navigasi

pytestmark = pytest.mark.urls("tests.web.pameran.urls")


def _navigasi(alamat: str, **konteks: object) -> Navigasi:
    request = make_permintaan(alamat)
    bagian = alamat.split("/")
    dasar = make_konteks_pameran(bagian[1], int(bagian[2]), bagian[3])
    request.konteks = dataclasses.replace(dasar, **konteks)  # type: ignore[attr-defined,arg-type]
    return make_navigasi(request)


def test_the_groups_and_their_order_are_those_of_the_prototype() -> None:
    nav = _navigasi("/dinas/2020/tw4/")
    assert [(k.judul, [b.nama for b in k.daftar]) for k in nav.daftar_kelompok] == [
        ("", ["Beranda"]),
        ("Perencanaan", ["Pohon kinerja", "Indikator", "Perjanjian kinerja"]),
        ("Pelaksanaan", ["Pengukuran", "Anggaran"]),
        ("Pelaporan dan evaluasi", ["LKjIP"]),
        ("Kelola", ["Dokumen", "Organisasi", "Riwayat", "Pengaturan"]),
    ]
    assert (nav.instansi, nav.tahun, nav.periode) == ("Dinas Sosial, PPPA Kota Probolinggo", "2020", "Triwulan IV")


@override_settings(ROOT_URLCONF="tolok.web.akun.urls")
def test_an_entry_whose_page_nobody_built_is_left_out() -> None:
    request = make_permintaan("/masuk/")
    request.konteks = make_konteks_pameran("dinas", 2020, "tw4")  # type: ignore[attr-defined]
    assert make_navigasi(request).daftar_kelompok == ()


def test_an_entry_the_reader_has_no_right_to_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views.pengukuran, "aksi", "pengukuran.lihat", raising=False)
    nama = [b.nama for k in _navigasi("/dinas/2020/tw4/").daftar_kelompok for b in k.daftar]
    assert "Pengukuran" in nama
    nav = _navigasi("/dinas/2020/tw4/", dilarang=frozenset({"pengukuran.lihat"}))
    assert [b.nama for k in nav.daftar_kelompok for b in k.daftar] == [n for n in nama if n != "Pengukuran"]


def test_a_group_without_entries_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views.kosong, "aksi", "x", raising=False)
    nav = _navigasi("/dinas/2020/tw4/", dilarang=frozenset({"x"}))
    assert [k.judul for k in nav.daftar_kelompok] == ["", "Perencanaan", "Pelaksanaan"]
    assert (nav.cari, [b.nama for b in nav.daftar_akun]) == ("", ["Akun saya", "Keamanan masuk", "Sesi yang masuk"])


@pytest.mark.parametrize(
    ("alamat", "kini"),
    [
        ("/dinas/2020/tw4/", ["Beranda"]),
        ("/dinas/2020/tw4/indikator_daftar/", ["Indikator"]),
        ("/dinas/2020/tw4/indikator/pmks/", ["Indikator"]),
        ("/dinas/2020/tw4/pengukuran/simpan/", ["Pengukuran"]),
        ("/dinas/2020/tw4/cari/", []),
    ],
)
def test_the_entry_of_the_page_is_marked(alamat: str, kini: list[str]) -> None:
    assert [b.nama for k in _navigasi(alamat).daftar_kelompok for b in k.daftar if b.kini] == kini


def test_the_period_menu_keeps_page_and_filter_but_not_the_leaf() -> None:
    nav = _navigasi("/dinas/2020/tw4/anggaran/?q=rehab&halaman=3")
    assert [(b.nama, b.alamat, b.kini) for b in nav.daftar_periode] == [
        ("Triwulan I", "/dinas/2020/tw1/anggaran/?q=rehab", False),
        ("Triwulan II", "/dinas/2020/tw2/anggaran/?q=rehab", False),
        ("Triwulan III", "/dinas/2020/tw3/anggaran/?q=rehab", False),
        ("Triwulan IV", "/dinas/2020/tw4/anggaran/?q=rehab", True),
        ("Satu tahun", "/dinas/2020/tahun/anggaran/?q=rehab", False),
    ]


def test_the_year_menu_keeps_the_page_of_an_indicator() -> None:
    nav = _navigasi("/dinas/2020/tw4/indikator/pmks/")
    assert [(b.nama, b.alamat, b.kini) for b in nav.daftar_tahun] == [
        ("2023", "/dinas/2023/tw4/indikator/pmks/", False),
        ("2020", "/dinas/2020/tw4/indikator/pmks/", True),
    ]


def test_the_year_menu_goes_to_the_list_where_the_page_does_not_exist() -> None:
    request = make_permintaan("/dinas/2020/tw4/indikator/pmks/")
    request.konteks = make_konteks_pameran("dinas", 2020, "tw4")  # type: ignore[attr-defined]
    request.tahun_halaman = {2020}  # type: ignore[attr-defined]
    assert [b.alamat for b in make_navigasi(request).daftar_tahun] == [
        "/dinas/2023/tw4/indikator_daftar/",
        "/dinas/2020/tw4/indikator/pmks/",
    ]


def test_outside_a_year_there_is_the_way_home_and_out() -> None:
    nav = make_navigasi(make_permintaan("/"))
    assert [b.nama for k in nav.daftar_kelompok for b in k.daftar] == ["Beranda"]
    assert (nav.instansi, nav.daftar_tahun, nav.daftar_periode, nav.cari) == ("", (), (), "")
    assert (nav.masuk, nav.keluar) == ("/akun/masuk/", "/akun/keluar/")
