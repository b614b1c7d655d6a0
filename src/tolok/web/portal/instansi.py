"""The agencies a signed-in reader sees, each with its latest year and how far its measuring is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.urls import reverse

from tolok.web.organisasi.lingkup import Lingkup
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.perencanaan.models import TahunKinerja


@dataclass(frozen=True, slots=True)
class BarisInstansi:
    """One agency in the list."""

    nama: str
    kode: str
    tahun: str
    alamat: str
    keadaan: str


def list_instansi(lingkup: Lingkup, *, hari_ini: date) -> tuple[BarisInstansi, ...]:
    """Return the reader's agencies by name (two queries)."""
    semua = any(not izin.instansi for izin in lingkup.daftar_izin)
    milik = Q() if semua else Q(instansi__kode__in={izin.instansi for izin in lingkup.daftar_izin})
    terbaru = TahunKinerja.objects.filter(milik).values("instansi").annotate(tahun=Max("tahun"))
    pasangan = {satu["instansi"]: satu["tahun"] for satu in terbaru}
    daftar = (
        TahunKinerja.objects.filter(instansi__in=list(pasangan), tahun__in=set(pasangan.values()))
        .select_related("instansi", "organisasi")
        .annotate(
            disahkan=Count("daftar_pengukuran", filter=Q(daftar_pengukuran__status=StatusPengukuran.DISAHKAN)),
            berjalan=Count("daftar_pengukuran"),
        )
        .order_by("organisasi__nama")
    )
    return tuple(
        BarisInstansi(
            nama=satu.organisasi.nama,
            kode=satu.instansi.kode,
            tahun=str(satu.tahun),
            alamat=make_alamat_tahun(satu.instansi.kode, satu.tahun, hari_ini=hari_ini),
            keadaan=f"{satu.disahkan} dari {satu.berjalan} pengukuran yang diajukan sudah disahkan"
            if satu.berjalan
            else "Belum ada pengukuran yang diajukan",
        )
        for satu in daftar
        if pasangan[satu.instansi_id] == satu.tahun
    )


def make_alamat_tahun(instansi: str, tahun: int, *, hari_ini: date) -> str:
    """Return the start page of a year: its last quarter once the year is over, else the quarter that ended last."""
    triwulan = 4 if tahun < hari_ini.year else max(1, (hari_ini.month - 1) // 3)
    kunci = {"instansi": instansi, "tahun": tahun, "periode": f"tw{triwulan}"}
    return reverse("beranda_tahun", kwargs=kunci)
