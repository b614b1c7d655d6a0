"""No page asks the database more than 25 times, however large the agency, with nothing kept in memory."""

from __future__ import annotations

from typing import Final

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.alamat import HALAMAN_TAHUN, Alamat, isi_alamat
from tests.web.dunia import buat_pengguna, masuk

from tolok.core.periode import Periode
from tolok.paket.acak import make_instansi_acak
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.hasil import clear_simpanan
from tolok.web.pertukaran.operations import load_ke_basis_data

BATAS: Final = 25
UKURAN: Final = 8


@pytest.mark.django_db
@pytest.mark.parametrize("peran", [Peran.PERENCANA, Peran.EVALUATOR])
def test_no_page_of_a_large_agency_asks_more_than_the_limit(peran: Peran) -> None:
    data = make_instansi_acak(seed=5, ukuran=UKURAN)
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    client = masuk(buat_pengguna("seseorang", peran, instansi=data.instansi.id))
    kode = data.daftar_indikator[0].indikator
    ganti = {
        "instansi": data.instansi.id,
        "tahun": data.tahun,
        "kode": kode,
        "identitas": f"{data.instansi.id}/{data.tahun}/{Periode(data.tahun, 4).kunci}/indikator:{kode}/capaian",
    }
    banyak: dict[str, int] = {}
    for satu in HALAMAN_TAHUN:
        alamat = isi_alamat(satu, **_ganti(satu, ganti, data.daftar_perjanjian[0].id))
        clear_simpanan()
        with CaptureQueriesContext(connection) as kueri:
            client.get(alamat)
        banyak[satu.nama] = len(kueri)
    assert not {nama: n for nama, n in banyak.items() if n > BATAS}


def _ganti(satu: Alamat, ganti: dict[str, object], perjanjian: str) -> dict[str, object]:
    return {**ganti, "kode": perjanjian} if satu.nama.startswith("perjanjian") else ganti
