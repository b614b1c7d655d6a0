"""Write, ask for a job, read everything back."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from tests.web.tahan.aplikasi.pekerjaan import RANTAI

from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.operations import request_pekerjaan
from tolok.web.organisasi.models import Instansi
from tolok.web.simpan.versi import update_berversi


@csrf_exempt
@transaction.atomic
def tulis(_request: HttpRequest, nomor: int) -> JsonResponse:
    """Change a row that all writers change, with its entry."""
    lock_rantai(RANTAI)
    instansi, _ = Instansi.objects.get_or_create(kode=RANTAI)
    update_berversi(instansi, versi=instansi.versi, zona=instansi.zona)
    catatan = record("uji.ditulis", rantai=RANTAI, objek=f"tulis:{nomor}", isi={"versi": instansi.versi}, oleh=None)
    return JsonResponse({"catatan": catatan.nomor})


@csrf_exempt
def minta(request: HttpRequest, nomor: int) -> JsonResponse:
    """Ask for a job."""
    pekerjaan = request_pekerjaan(
        jenis="uji.tahan",
        kunci=f"tahan:{nomor}",
        judul=f"Uji {nomor}",
        masukan={"nomor": nomor, "milidetik": int(request.GET.get("milidetik", "10"))},
        instansi="",
        oleh=None,
    )
    return JsonResponse({"pekerjaan": str(pekerjaan.id)})


def berjalan(_request: HttpRequest) -> JsonResponse:
    """Return the jobs that run, with the number of the attempt."""
    daftar = Pekerjaan.objects.filter(status="berjalan").values_list("kunci", "percobaan")
    return JsonResponse([list(satu) for satu in daftar], safe=False)


def keadaan(_request: HttpRequest) -> JsonResponse:
    """Return everything that was written, as it can be read now."""
    versi = Instansi.objects.filter(kode=RANTAI).values_list("versi", flat=True).first()
    daftar_catatan = Catatan.objects.filter(rantai__kode=RANTAI).order_by("nomor")
    return JsonResponse(
        {
            "versi": versi or 1,
            "catatan": list(daftar_catatan.values_list("objek", flat=True)),
            "pekerjaan": {
                p.kunci.removeprefix("tahan:"): [p.status, p.percobaan, p.pesan] for p in Pekerjaan.objects.all()
            },
        }
    )


urlpatterns = [
    path("tulis/<int:nomor>/", tulis),
    path("minta/<int:nomor>/", minta),
    path("berjalan/", berjalan),
    path("keadaan/", keadaan),
]
