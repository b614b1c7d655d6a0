"""Loading an agency-year into the database, all or nothing, as one entry of the history."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from tolok.core.instansi import TahunInstansi
from tolok.web.akun.models import Pengguna
from tolok.web.anggaran.operations import put_anggaran
from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.models import Instansi
from tolok.web.organisasi.operations import put_organisasi
from tolok.web.pelaporan.operations import put_naskah
from tolok.web.pengukuran.operations import put_pengukuran
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import put_tahun
from tolok.web.perjanjian.operations import put_perjanjian
from tolok.web.simpan.selaras import Selisih


class HasilMuat(NamedTuple):
    """What a load did."""

    tahun: TahunKinerja
    selisih: Selisih
    catatan: Catatan


@transaction.atomic
def load_ke_basis_data(data: TahunInstansi, *, oleh: Pengguna | None, sidik_paket: str) -> HasilMuat:
    """
    Make the stored year what ``data`` says; the agency is made if there is none.

    :param sidik_paket: SHA-256 of the files ``data`` was read from
    :raises EdisiBerbeda: if it says something else of an edition that is issued already; nothing is written
    """
    kode = data.instansi.id
    lock_rantai(kode)
    hari_ini = timezone.localdate()
    instansi, _ = Instansi.objects.get_or_create(kode=kode)
    organisasi = put_organisasi(instansi, data, dicatat_pada=hari_ini)
    tahun, identitas, selisih = put_tahun(instansi, data, organisasi=organisasi, dicatat_pada=hari_ini)
    edisi_pagu, lain = put_anggaran(tahun, data, identitas, dicatat_pada=hari_ini)
    selisih += lain
    selisih += put_perjanjian(tahun, data, identitas, edisi_pagu=edisi_pagu)
    selisih += put_pengukuran(tahun, data, identitas)
    selisih += put_naskah(tahun, data, identitas)
    catatan = record(
        "paket.dimuat",
        rantai=kode,
        objek=f"tahun:{data.tahun}",
        isi={"sidik_paket": sidik_paket, **selisih._asdict()},
        oleh=oleh,
    )
    return HasilMuat(tahun, selisih, catatan)
