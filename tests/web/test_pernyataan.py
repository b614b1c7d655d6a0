"""No page asks the database more than 25 times, however large the agency, with nothing kept in memory."""

from __future__ import annotations

from typing import Final

import pytest
from bench.kota.bangun import KECIL, build_kota
from tests.web.dunia import buat_pengguna, masuk
from tests.web.pernyataan import PERAN, Pernyataan, count_pernyataan

from tolok.paket.acak import make_instansi_acak
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data

BATAS: Final = 25
UKURAN: Final = 8
UTAMA: Final = frozenset({"beranda_tahun", "indikator", "indikator_daftar", "pohon", "anggaran", "pengukuran", "angka"})


def _hitung(peran: Peran, tahun: TahunKinerja) -> dict[str, Pernyataan]:
    return count_pernyataan(masuk(buat_pengguna("seseorang", peran, instansi=tahun.instansi.kode)), tahun)


@pytest.mark.django_db
@pytest.mark.parametrize("peran", PERAN)
def test_no_page_of_a_large_agency_asks_more_than_the_limit(peran: Peran) -> None:
    tahun = load_ke_basis_data(make_instansi_acak(seed=5, ukuran=UKURAN), oleh=None, sidik_paket="").tahun
    banyak = _hitung(peran, tahun)
    assert not {nama: satu for nama, satu in banyak.items() if satu.banyak > BATAS}
    assert {nama for nama, satu in banyak.items() if satu.status == 200} >= UTAMA


@pytest.mark.django_db
@pytest.mark.parametrize("peran", PERAN)
def test_no_page_of_a_city_asks_more_than_the_limit(peran: Peran) -> None:
    """The last year of a copied agency: several years, every state of work; the bench counts a whole city."""
    build_kota(KECIL)
    banyak = _hitung(peran, TahunKinerja.objects.select_related("instansi").order_by("pk").last())
    assert not {nama: satu for nama, satu in banyak.items() if satu.banyak > BATAS}
    assert {nama for nama, satu in banyak.items() if satu.status == 200} >= UTAMA
