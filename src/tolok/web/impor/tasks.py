"""The job that reads an uploaded file, in a process that can do no harm."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.ingest.simpanan import from_simpanan
from tolok.ingest.terkurung import BatasProses, GalatTerkurung, run_terkurung
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.impor.operations import JENIS_PEKERJAAN, put_bacaan
from tolok.web.jobs.daftar import JenisPekerjaan, Tautan, register
from tolok.web.jobs.kendali import Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan
from tolok.web.pelaporan.berkas import BerkasBerbeda, read_berkas
from tolok.web.perencanaan.models import KelasBukti

_LANGKAH: Final = 3
BATAS: Final = BatasProses()


def baca_dokumen(kendali: Kendali, bacaan: str) -> dict[str, Any]:
    """
    Read an upload and keep what was recognised; read before, it is left as it is.

    :raises PekerjaanGagal: if the file is not there, is refused, or takes too long
    """
    baris = BerkasBacaan.objects.defer("bacaan", "keputusan").get(
        pk=UUID(bacaan), tahun__instansi__kode=kendali.instansi
    )
    if baris.status != StatusBacaan.DIBACA:
        return {"dokumen": None}
    kendali.maju(0, _LANGKAH, "Memeriksa berkas")
    try:
        read_berkas(baris.berkas, sidik=baris.sidik, nama=baris.nama)
        terbaca = read_terkurung(baris, kendali)
    except (BerkasBerbeda, GalatTerkurung) as galat:
        raise PekerjaanGagal(str(galat)) from galat
    kendali.maju(2, _LANGKAH, "Menyimpan hasil bacaan")

    def simpan() -> dict[str, Any]:
        put_bacaan(baris.pk, terbaca)
        return {"dokumen": len(terbaca.dokumen)}

    return kendali.sekali("bacaan", simpan)


def read_terkurung(baris: BerkasBacaan, kendali: Kendali) -> BerkasTerbaca:
    """
    Return what a file says, read in a process of its own.

    :raises GalatTerkurung: if it is refused, or takes too long or too much
    """
    mulai = time.monotonic()

    def kabar() -> None:
        kendali.maju(1, _LANGKAH, f"Membaca dan mengenali isinya ({int(time.monotonic() - mulai)} detik)")

    kabar()
    alamat = Path(settings.MEDIA_ROOT) / baris.berkas
    isi = run_terkurung("baca", batas=BATAS, kabar=kabar, alamat=str(alamat), nama=baris.nama)
    return from_simpanan(json.loads(isi))


def _tautan(pekerjaan: Pekerjaan) -> tuple[Tautan, ...]:
    """Link to the preview of what a finished job has read."""
    baris = BerkasBacaan.objects.select_related("tahun__instansi").filter(pekerjaan=pekerjaan).first()
    if baris is None:
        return ()
    kunci = {
        "instansi": baris.tahun.instansi.kode,
        "tahun": baris.tahun.tahun,
        "periode": "tahun",
        "bacaan": baris.pk,
    }
    nama = "dokumen rahasia" if baris.kelas_bukti == KelasBukti.RAHASIA else baris.nama
    try:
        return (Tautan(f"Periksa {nama}", reverse("impor_bacaan", kwargs=kunci)),)
    except NoReverseMatch:
        return ()


def register_jenis() -> None:
    """Make the job known (when the site and the worker start)."""
    register(JenisPekerjaan(JENIS_PEKERJAAN, "Membaca dokumen terbitan", baca_dokumen, _tautan, "impor.kelola"))
