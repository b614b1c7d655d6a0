"""The budgets of a city added up: the same as a query that walks down, and as what each agency prints."""

from __future__ import annotations

from datetime import date

import pytest
from bench.kota.__main__ import roll_up_rekursif
from bench.kota.bangun import KECIL, TAHUN_AWAL, build_kota
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.dunia import buat_pengguna

from tolok.core.angka import Angka
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode
from tolok.web.anggaran.models import Realisasi, SimpulAnggaran
from tolok.web.anggaran.queries import roll_up_kota
from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Instansi, Peran
from tolok.web.pengukuran.queries import load_tahun
from tolok.web.perencanaan.models import TahunKinerja

SEMUA = (TAHUN_AWAL, TAHUN_AWAL + 1)


@pytest.fixture
def kota(db: None) -> None:
    build_kota(KECIL)
    connection.check_constraints()


def test_a_city_is_what_was_asked_for(kota: None) -> None:
    assert Instansi.objects.count() == KECIL.jumlah_instansi
    assert TahunKinerja.objects.count() == KECIL.jumlah_instansi * KECIL.jumlah_tahun
    with pytest.raises(ValueError, match="kosong"):
        build_kota(KECIL)


def test_level_by_level_says_the_same_as_walking_down_from_every_node(kota: None) -> None:
    with CaptureQueriesContext(connection) as kueri:
        rekap = roll_up_kota(SEMUA, lingkup=None)
    assert len(kueri) == 5
    assert len(rekap) > 400
    assert dict(rekap) == roll_up_rekursif()


def test_corrections_below_zero_stay_in_their_own_sum(kota: None) -> None:
    satu = Realisasi.objects.filter(simpul__tahun__tahun=TAHUN_AWAL, tahun=TAHUN_AWAL, triwulan=2).order_by("pk")[0]
    semula = roll_up_kota(SEMUA, lingkup=None)[satu.simpul_id]
    Realisasi.objects.filter(pk=satu.pk).update(sen=-(10**15))
    rekap = roll_up_kota(SEMUA, lingkup=None)
    assert rekap[satu.simpul_id] == semula._replace(tw2=semula.tw2 - satu.sen - 10**15)
    assert dict(rekap) == roll_up_rekursif()


def test_the_sums_are_those_each_agency_prints(kota: None) -> None:
    rekap = roll_up_kota(SEMUA, lingkup=None)
    banyak = 0
    for tahun in TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan"):
        hasil = HasilTahun(load_tahun(tahun))
        pk_per_kode = dict(SimpulAnggaran.objects.filter(tahun=tahun).values_list("kode", "pk"))
        for simpul in hasil.data.daftar_anggaran:
            isi = rekap[pk_per_kode[simpul.kode]]
            besaran = {"pagu_laporan": hasil.pagu(simpul.kode, hasil.data.pagu_laporan)}
            for n in range(1, 5):
                besaran[f"tw{n}"] = hasil.realisasi_anggaran(simpul.kode, Periode(tahun.tahun, n))
            for nama, satu in besaran.items():
                if isinstance(satu.nilai, Bilangan):
                    banyak += 1
                    assert satu.nilai.angka * 100 == Angka(getattr(isi, nama)), (tahun, simpul.kode, nama)
    assert banyak > 2000


def test_only_the_asked_years_are_added_up(kota: None) -> None:
    rekap = roll_up_kota([TAHUN_AWAL], lingkup=None)
    milik = set(SimpulAnggaran.objects.filter(tahun__tahun=TAHUN_AWAL).values_list("pk", flat=True))
    assert set(rekap) == milik
    assert not roll_up_kota([1990], lingkup=None)


def test_a_reader_adds_up_the_agencies_that_are_wholly_theirs(kota: None) -> None:
    kode = "dinas-01"
    satu = get_lingkup(buat_pengguna("satu", Peran.PERENCANA, instansi=kode), pada=date(2021, 1, 1))
    milik = set(SimpulAnggaran.objects.filter(tahun__instansi__kode=kode).values_list("pk", flat=True))
    assert set(roll_up_kota(SEMUA, lingkup=satu)) == milik
    semua = get_lingkup(buat_pengguna("semua", Peran.BAPPEDA, instansi=None), pada=date(2021, 1, 1))
    assert roll_up_kota(SEMUA, lingkup=semua) == roll_up_kota(SEMUA, lingkup=None)
    assert not roll_up_kota(SEMUA, lingkup=get_lingkup(None, pada=date(2021, 1, 1)))
