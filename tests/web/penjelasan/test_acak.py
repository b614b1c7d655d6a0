"""Whatever the agency: each quantity has a page that shows what is printed, each indicator all of its pages."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import dunia
from tests.web.dunia import buat_pengguna

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import Majemuk
from tolok.core.periode import Periode
from tolok.paket.acak import make_instansi_acak
from tolok.web.organisasi.models import Peran
from tolok.web.pertukaran.operations import load_ke_basis_data

BAGIAN = ("indikator", "indikator_definisi", "indikator_target", "indikator_bukti", "indikator_perubahan")


def _muat(seed: int) -> tuple[TahunInstansi, Client]:
    data = make_instansi_acak(seed=seed)
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    return data, dunia.masuk(buat_pengguna("perencana", Peran.PERENCANA, instansi=data.instansi.id))


def _alamat(data: TahunInstansi, nama: str, periode: Periode, **kunci: str) -> str:
    tempat = {"instansi": data.instansi.id, "tahun": data.tahun, "periode": periode.kunci}
    return reverse(nama, kwargs={**tempat, **kunci})


@pytest.mark.django_db
@pytest.mark.parametrize(("seed", "tiap"), [(4, 1), (1, 11), (6, 11)])
def test_every_quantity_has_a_page_that_shows_what_is_printed(seed: int, tiap: int) -> None:
    """Of the larger agencies every eleventh quantity, so that the test stays short."""
    data, client = _muat(seed)
    hasil = HasilTahun(data)
    setahun = Periode(data.tahun)
    daftar = list(hasil.daftar_identitas())
    daftar += sorted({asal for identitas in daftar for asal in hasil.cari(identitas).asal()} - set(daftar))
    for identitas in daftar[::tiap]:
        jawab = client.get(_alamat(data, "angka", setahun, identitas=identitas))
        assert jawab.status_code == 200, identitas
        assert hasil.cari(identitas).tercetak in unescape(jawab.content.decode()), identitas


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [5])
def test_every_indicator_and_part_has_all_of_its_pages_in_every_period(seed: int) -> None:
    data, client = _muat(seed)
    hasil = HasilTahun(data)
    majemuk = 0
    for triwulan in range(5):
        periode = Periode(data.tahun, triwulan)
        for kode in dict.fromkeys(edisi.indikator for edisi in data.daftar_indikator):
            for bagian in BAGIAN:
                jawab = client.get(_alamat(data, bagian, periode, kode=kode))
                assert jawab.status_code == 200, (bagian, kode, periode)
            isi = unescape(client.get(_alamat(data, "indikator", periode, kode=kode)).content.decode())
            assert hasil.capaian(kode, periode).tercetak in isi, (kode, periode)
            majemuk += isinstance(hasil.realisasi(kode, periode).nilai, Majemuk) and "Bagian-bagiannya" in isi
    assert majemuk


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_tree_and_list_of_any_agency(seed: int) -> None:
    data, client = _muat(seed)
    hasil = HasilTahun(data)
    for triwulan in (0, 2, 4):
        periode = Periode(data.tahun, triwulan)
        pohon = unescape(client.get(_alamat(data, "pohon", periode)).content.decode())
        daftar = unescape(client.get(_alamat(data, "indikator_daftar", periode)).content.decode())
        for edisi in hasil.daftar_indikator(periode=periode):
            assert edisi.nama in pohon
            assert edisi.nama in daftar
            assert hasil.capaian(edisi.indikator, periode).tercetak in pohon
        for simpul in data.daftar_anggaran:
            assert simpul.nama in pohon
        for bentuk in ("csv", "xlsx"):
            assert client.get(_alamat(data, "pohon_unduh", periode, bentuk=bentuk)).status_code == 200
            assert client.get(_alamat(data, "indikator_unduh", periode, bentuk=bentuk)).status_code == 200
