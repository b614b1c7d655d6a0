"""A package goes into the database and comes out the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.dunia import buat_pengguna

from tolok.contoh import path_contoh
from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Unit
from tolok.paket.acak import make_instansi_acak
from tolok.paket.muat import load_paket
from tolok.web.audit.models import Catatan, Rantai
from tolok.web.organisasi.models import EdisiOrganisasi, Instansi, Peran
from tolok.web.pengukuran.queries import load_tahun
from tolok.web.perencanaan.models import EdisiKebijakan, TahunKinerja
from tolok.web.pertukaran.operations import PratinjauUsang, load_ke_basis_data
from tolok.web.pertukaran.queries import find_tahun, load_isi_tahun

CONTOH = ("probolinggo-2020", "probolinggo-2023")


def _contoh(nama: str = CONTOH[0]) -> TahunInstansi:
    return load_paket(path_contoh(nama))


def _baca(data: TahunInstansi) -> TahunInstansi:
    tahun = find_tahun(data.instansi.id, data.tahun)
    assert tahun is not None
    return load_isi_tahun(tahun)


def _acak(data: TahunInstansi, seed: int) -> TahunInstansi:
    """Return the year with the rows of every table in another order, where a package may have them in any."""
    acak = Random(seed)
    tabel = ("nilai_variabel", "nilai_tercatat", "target", "pembanding", "pagu", "realisasi", "pemetaan", "pejabat")
    tabel += ("penandatangan", "analisis", "penghargaan", "isu", "indikator", "variabel", "unit", "jabatan", "simpul")
    return replace(
        data, **{f"daftar_{n}": tuple(acak.sample(d, len(d))) for n in tabel if (d := getattr(data, f"daftar_{n}"))}
    )


@pytest.mark.django_db
@pytest.mark.parametrize("urutan", list(permutations(CONTOH)))
def test_each_example_comes_out_as_it_went_in_whatever_else_is_there(urutan: tuple[str, ...]) -> None:
    for nama in urutan:
        load_ke_basis_data(_contoh(nama), oleh=None, sidik_paket="")
    for nama in urutan:
        assert _baca(_contoh(nama)) == _contoh(nama)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_a_random_agency_comes_out_as_it_went_in(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    assert _baca(data) == data


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_rows_come_out_in_the_order_of_the_package_loaded_last(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    lain = _acak(data, seed)
    assert lain != data
    load_ke_basis_data(lain, oleh=None, sidik_paket="")
    assert _baca(data) == lain


@pytest.mark.django_db
def test_loading_the_same_again_touches_no_row() -> None:
    load_ke_basis_data(_contoh(), oleh=None, sidik_paket="")
    versi = TahunKinerja.objects.get().versi
    assert load_ke_basis_data(_contoh(), oleh=None, sidik_paket="").selisih == (0, 0, 0)
    assert TahunKinerja.objects.get().versi == versi


@pytest.mark.django_db
def test_what_a_package_no_longer_has_goes() -> None:
    data = _contoh()
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    kurang = replace(
        data,
        daftar_nilai_tercatat=data.daftar_nilai_tercatat[1:],
        daftar_analisis=(),
        daftar_narasi=data.daftar_narasi[:1],
        daftar_realisasi=data.daftar_realisasi[:-1],
        daftar_pembanding=(),
        daftar_perjanjian=(),
        daftar_target=tuple(t for t in data.daftar_target if t.dokumen != data.daftar_perjanjian[0].id),
    )
    load_ke_basis_data(kurang, oleh=None, sidik_paket="")
    assert _baca(data) == kurang


@pytest.mark.django_db
def test_other_conventions_are_a_new_edition_and_make_pages_that_were_open_stale() -> None:
    data = _contoh()
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    load_ke_basis_data(replace(data, kebijakan=replace(data.kebijakan, batas=None)), oleh=None, sidik_paket="")
    assert list(EdisiKebijakan.objects.order_by("nomor").values_list("nomor", flat=True)) == [1, 2]
    tahun = TahunKinerja.objects.get()
    assert tahun.kebijakan is not None
    assert tahun.kebijakan.nomor == 2
    assert tahun.versi == 2 + 1, "satu kali saat kebijakan pertama, satu kali saat berganti"


@pytest.mark.django_db
def test_a_new_unit_is_a_new_edition_of_the_organisation_of_that_year_only() -> None:
    dua_ribu_20, dua_ribu_23 = (_contoh(nama) for nama in CONTOH)
    for data in (dua_ribu_20, dua_ribu_23):
        load_ke_basis_data(data, oleh=None, sidik_paket="")
    semula = EdisiOrganisasi.objects.count()
    baru = Unit(id="upt-baru", nama="UPT Baru", induk=dua_ribu_23.daftar_unit[0].id)
    besar = replace(dua_ribu_23, daftar_unit=(*dua_ribu_23.daftar_unit, baru))
    load_ke_basis_data(besar, oleh=None, sidik_paket="")
    assert EdisiOrganisasi.objects.count() == semula + 1
    assert _baca(dua_ribu_20) == dua_ribu_20
    assert _baca(besar) == besar


@pytest.mark.django_db
def test_nothing_loaded_for_one_year_changes_another() -> None:
    dua_ribu_20, dua_ribu_23 = (_contoh(nama) for nama in CONTOH)
    load_ke_basis_data(dua_ribu_23, oleh=None, sidik_paket="")
    load_ke_basis_data(dua_ribu_20, oleh=None, sidik_paket="")
    berubah = replace(
        dua_ribu_20,
        daftar_nilai_variabel=dua_ribu_20.daftar_nilai_variabel[:2],
        daftar_nilai_tercatat=(),
        daftar_variabel=tuple(replace(v, definisi="lain") for v in dua_ribu_20.daftar_variabel),
        daftar_skala=tuple(replace(s, nama=f"{s.nama} baru") for s in dua_ribu_20.daftar_skala),
        daftar_pejabat=dua_ribu_20.daftar_pejabat[:1],
    )
    load_ke_basis_data(berubah, oleh=None, sidik_paket="")
    assert _baca(berubah) == berubah
    assert _baca(dua_ribu_23) == dua_ribu_23


@pytest.mark.django_db
def test_the_history_tells_who_loaded_what_and_what_changed_from_what_to_what() -> None:
    data = _contoh()
    load_ke_basis_data(data, oleh=None, sidik_paket="a" * 64)
    oleh = buat_pengguna("perencana", Peran.PERENCANA)
    satu = replace(data.daftar_variabel[0], definisi="Hitungan baru.")
    baru = replace(data, daftar_variabel=(satu, *data.daftar_variabel[1:]), daftar_isu=data.daftar_isu[1:])
    load_ke_basis_data(baru, oleh=oleh, sidik_paket="b" * 64)
    catatan = Catatan.objects.filter(perbuatan="paket.dimuat").order_by("nomor").last()
    assert catatan is not None
    assert (catatan.pelaku, catatan.objek) == (oleh, "tahun:2020")
    isi = json.loads(catatan.isi)
    assert (isi["sidik_paket"], isi["ditambah"], isi["diubah"], isi["dihapus"]) == ("b" * 64, 0, 1, 1)
    lama = data.daftar_variabel[0]
    assert isi["rincian"]["variabel"]["diubah"] == [[lama.id, "definisi", lama.definisi, "Hitungan baru."]]
    assert isi["rincian"]["isu"]["dihapus"] == [data.daftar_isu[0].uraian]


@pytest.mark.django_db
def test_a_load_confirmed_on_an_older_state_is_refused_with_the_preview_of_now() -> None:
    data = _contoh()
    load_ke_basis_data(data, oleh=None, sidik_paket="", nomor_riwayat=0)
    nomor = Rantai.objects.get(kode=data.instansi.id).nomor
    with pytest.raises(PratinjauUsang) as galat:
        load_ke_basis_data(replace(data, daftar_isu=()), oleh=None, sidik_paket="", nomor_riwayat=nomor - 1)
    assert galat.value.pratinjau.nomor_riwayat == nomor
    assert galat.value.pratinjau.jumlah == (0, 0, len(data.daftar_isu))
    assert _baca(data) == data


@pytest.mark.django_db
def test_the_agency_is_made_once() -> None:
    for nama in CONTOH:
        load_ke_basis_data(_contoh(nama), oleh=None, sidik_paket="")
    assert Instansi.objects.count() == 1
    assert set(TahunKinerja.objects.values_list("tahun", flat=True)) == {2020, 2023}


@pytest.mark.django_db
def test_a_posting_of_the_next_year_stays_with_the_year_that_names_it() -> None:
    data = _contoh()
    nanti = replace(data.daftar_pejabat[0], berlaku_mulai=date(2035, 1, 1), dicatat_pada=date(2035, 1, 1))
    lanjut = replace(data, daftar_pejabat=(nanti, *data.daftar_pejabat))
    load_ke_basis_data(lanjut, oleh=None, sidik_paket="")
    assert _baca(lanjut) == lanjut


@pytest.mark.django_db
def test_a_year_is_read_in_few_statements() -> None:
    data = _contoh()
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    tahun = find_tahun(data.instansi.id, data.tahun)
    assert tahun is not None
    with CaptureQueriesContext(connection) as kueri:
        load_tahun(tahun)
    assert len(kueri) == 16
