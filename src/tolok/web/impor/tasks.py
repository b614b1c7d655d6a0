"""The job that reads an uploaded file, in a process that can do no harm, and recognises what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from tolok.ingest.batas import BerkasDitolak
from tolok.ingest.kandang import read_terkurung
from tolok.ingest.pengenal import recognise
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.impor.operations import JENIS_PEKERJAAN, put_bacaan
from tolok.web.jobs.daftar import JenisPekerjaan, Tautan, register
from tolok.web.jobs.kendali import Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan
from tolok.web.pelaporan.berkas import BerkasBerbeda, read_berkas
from tolok.web.perencanaan.models import KelasBukti

_LANGKAH: Final = 3


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
    kendali.maju(0, _LANGKAH, "Membaca berkas")
    try:
        read_berkas(baris.berkas, sidik=baris.sidik, nama=baris.nama)
        berkas = read_terkurung(Path(settings.MEDIA_ROOT) / baris.berkas, nama=baris.nama)
    except (BerkasBerbeda, BerkasDitolak) as galat:
        raise PekerjaanGagal(str(galat)) from galat
    kendali.maju(1, _LANGKAH, "Mengenali isinya")
    terbaca = recognise(berkas)
    kendali.maju(2, _LANGKAH, "Menyimpan hasil bacaan")

    def simpan() -> dict[str, Any]:
        put_bacaan(baris.pk, terbaca)
        return {"dokumen": len(terbaca.dokumen)}

    return kendali.sekali("bacaan", simpan)


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
