"""How often each page of a year asks the database, with nothing kept in memory."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.alamat import HALAMAN_TAHUN, isi_alamat

from tolok.core.periode import Periode
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.hasil import clear_simpanan
from tolok.web.perencanaan.models import AnggotaIndikator, AnggotaVariabel, TahunKinerja
from tolok.web.perjanjian.models import Perjanjian

PERAN = (Peran.PERENCANA, Peran.EVALUATOR)
"""Who asks: a role that sees drafts and fills in, and one that sees what was submitted."""


class Pernyataan(NamedTuple):
    """What a page answered, and how often it asked the database."""

    status: int
    banyak: int


def count_pernyataan(client: Client, tahun: TahunKinerja) -> dict[str, Pernyataan]:
    """Return the statements of every page of a year in its last quarter, by the name of the page."""
    instansi = tahun.instansi.kode
    anggota = AnggotaIndikator.objects.filter(tahun=tahun).order_by("urutan")
    kode = anggota.values_list("edisi__indikator__kode", flat=True)[0]
    perjanjian = Perjanjian.objects.filter(tahun=tahun).values_list("kode", flat=True).order_by("pk").first()
    kunci = Periode(tahun.tahun, 4).kunci
    bersama = {
        "instansi": instansi,
        "tahun": tahun.tahun,
        "identitas": f"{instansi}/{tahun.tahun}/{kunci}/indikator:{kode}/capaian",
        "variabel": AnggotaVariabel.objects.filter(tahun=tahun).values_list("edisi__variabel__kode", flat=True)[0],
    }
    banyak = {}
    for satu in HALAMAN_TAHUN:
        isi = {**bersama, "kode": perjanjian if satu.nama.startswith("perjanjian") else kode}
        clear_simpanan()
        with CaptureQueriesContext(connection) as kueri:
            jawaban = client.get(isi_alamat(satu, **isi))
        banyak[satu.nama] = Pernyataan(jawaban.status_code, len(kueri))
    return banyak
