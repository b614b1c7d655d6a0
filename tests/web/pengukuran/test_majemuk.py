"""A composite indicator is approved with its parts, and neither is published as the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from tests.web.dunia import buat_pengguna
from tests.web.pengukuran.bantu import konteks
from tests.web.pengukuran.test_halaman import teks

from instansi_majemuk import make_majemuk
from tolok.core.organisasi import Jabatan
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import HasilDisahkan
from tolok.web.pengukuran.operations import approve_pengukuran, submit_pengukuran, verify_pengukuran
from tolok.web.pertukaran.operations import load_ke_basis_data
from tolok.web.portal.publik import get_halaman_publik


@pytest.mark.django_db
def test_the_parts_are_stored_beside_the_whole_and_published_under_their_own_names() -> None:
    data = make_majemuk()
    dikenal = {jabatan.id for jabatan in data.daftar_jabatan}
    pihak = {satu for pk in data.daftar_perjanjian for satu in (pk.pihak_pertama, pk.pihak_kedua)} - dikenal
    jabatan = (*data.daftar_jabatan, *(Jabatan(id=satu, nama=satu) for satu in sorted(pihak)))
    data = replace(data, daftar_jabatan=jabatan)
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    kode = data.instansi.id
    perencana, pimpinan = (buat_pengguna(p.value, p, instansi=kode) for p in (Peran.PERENCANA, Peran.PIMPINAN))
    k = {p.pk: konteks(p, tahun=2024, instansi=kode) for p in (perencana, pimpinan)}
    submit_pengukuran(k[perencana.pk], indikator="paket")
    verify_pengukuran(k[perencana.pk], indikator="paket")
    approve_pengukuran(k[pimpinan.pk], indikator="paket")
    target = HasilDisahkan.objects.filter(besaran="target", identitas__contains="/tahun/")
    tercetak = {satu.identitas.split("/")[3]: satu.tercetak.replace("\u00a0", " ") for satu in target}
    assert tercetak["indikator:dokumen"] == "2"
    assert tercetak["indikator:kegiatan"] == "4"
    assert tercetak["indikator:paket"] == "2 dokumen; 4 kegiatan"
    publik = {
        satu.nama: {str(baris).replace("\\xa0", " ") for baris in satu.daftar}
        for satu in get_halaman_publik(kode, 2024).daftar_kelompok
    }
    assert {"Banyak paket", "Banyak dokumen", "Banyak kegiatan"} <= publik.keys()
    assert all("2 dokumen; 4 kegiatan" in baris for baris in publik["Banyak paket"])
    assert "2 dokumen; 4 kegiatan" in teks(Client().get(f"/publik/{kode}/2024/").content)
