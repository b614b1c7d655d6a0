"""The agreements of a year with all targets, as core values."""

from __future__ import annotations

from typing import TypedDict

from tolok.core.indikator import Target
from tolok.core.naskah import Perjanjian
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.queries import KOLOM_TARGET, make_target, query_target_rencana
from tolok.web.perjanjian.models import StatusPerjanjian, TargetPerjanjian


class BagianPerjanjian(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that tell of agreements and targets."""

    daftar_perjanjian: tuple[Perjanjian, ...]
    daftar_target: tuple[Target, ...]


def load_bagian_perjanjian(tahun: TahunKinerja) -> BagianPerjanjian:
    """Return the agreements of a year and the targets of plans and agreements in printed order (two queries)."""
    milik_perjanjian = TargetPerjanjian.objects.filter(dokumen__tahun=tahun).values_list(*KOLOM_TARGET)
    daftar = sorted(query_target_rencana(tahun).union(milik_perjanjian, all=True), key=lambda isi: isi[0])
    return BagianPerjanjian(
        daftar_perjanjian=tuple(
            Perjanjian(
                id=kode,
                jenis=jenis,
                nomor=nomor,
                tanggal=tanggal,
                tempat=tempat,
                pihak_pertama=pertama,
                pihak_kedua=kedua,
                edisi_pagu=edisi_pagu,
                alasan=alasan,
            )
            for kode, jenis, nomor, tanggal, tempat, pertama, kedua, edisi_pagu, alasan in tahun.daftar_perjanjian.all()
            .order_by("urutan")
            .values_list(
                "kode",
                "jenis",
                "nomor",
                "tanggal",
                "tempat",
                "pihak_pertama__kode",
                "pihak_kedua__kode",
                "edisi_pagu__kode",
                "alasan",
            )
        ),
        daftar_target=tuple(make_target(*isi[1:]) for isi in daftar),
    )


def get_status_per_kode(tahun: TahunKinerja) -> dict[str, StatusPerjanjian]:
    """Return the state of each agreement of a year (one query)."""
    return {kode: StatusPerjanjian(status) for kode, status in tahun.daftar_perjanjian.values_list("kode", "status")}
