"""A package goes into the database and comes out the same."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tolok.contoh import path_contoh
from tolok.core.instansi import TahunInstansi
from tolok.paket.acak import make_instansi_acak
from tolok.paket.muat import load_paket
from tolok.web.pelaporan.queries import with_naskah
from tolok.web.pengukuran.queries import load_tahun
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data


def _baca(tahun: TahunKinerja) -> TahunInstansi:
    segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    tahun = segar.get(pk=tahun.pk)
    return with_naskah(load_tahun(tahun), tahun)


@pytest.mark.django_db
@pytest.mark.parametrize("nama", ["probolinggo-2020", "probolinggo-2023"])
def test_the_example_comes_out_as_it_went_in(nama: str) -> None:
    data = load_paket(path_contoh(nama))
    hasil = load_ke_basis_data(data, oleh=None, sidik_paket="")
    assert _baca(hasil.tahun) == data


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_a_random_agency_comes_out_as_it_went_in(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    hasil = load_ke_basis_data(data, oleh=None, sidik_paket="")
    assert _baca(hasil.tahun) == data


@pytest.mark.django_db
def test_two_years_of_one_agency_stay_apart() -> None:
    daftar = [load_paket(path_contoh(nama)) for nama in ("probolinggo-2020", "probolinggo-2023")]
    daftar_tahun = [load_ke_basis_data(data, oleh=None, sidik_paket="").tahun for data in daftar]
    assert _baca(daftar_tahun[0]) == daftar[0]


@pytest.mark.django_db
def test_loading_the_same_again_changes_nothing() -> None:
    data = load_paket(path_contoh("probolinggo-2020"))
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    assert load_ke_basis_data(data, oleh=None, sidik_paket="").selisih == (0, 0, 0)


@pytest.mark.django_db
def test_a_year_is_read_in_few_statements() -> None:
    hasil = load_ke_basis_data(load_paket(path_contoh("probolinggo-2020")), oleh=None, sidik_paket="")
    tahun = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan").get(
        pk=hasil.tahun.pk
    )
    with CaptureQueriesContext(connection) as kueri:
        load_tahun(tahun)
    assert len(kueri) <= 17
