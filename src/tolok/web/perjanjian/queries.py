"""The agreements of a year with all targets, as core values."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple, TypedDict

from tolok.core.indikator import Target
from tolok.core.naskah import Perjanjian
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.queries import KOLOM_TARGET, make_target, query_target_rencana
from tolok.web.perjanjian.models import StatusPerjanjian, TargetPerjanjian

_TERBIT: Final = (StatusPerjanjian.DITANDATANGANI, StatusPerjanjian.DIGANTI, StatusPerjanjian.DICABUT)


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


class KeadaanPerjanjian(NamedTuple):
    """Where an agreement stands in its life, with the number and date it was signed with."""

    status: StatusPerjanjian
    nomor: str
    tanggal: date | None


def get_keadaan_per_kode(tahun: TahunKinerja) -> dict[str, KeadaanPerjanjian]:
    """
    Return the state of each agreement of a year (two queries).

    An agreement whose document was signed here is what became of that document; a package tells of the others.
    """
    menurut_paket = {
        kode: KeadaanPerjanjian(StatusPerjanjian(status), nomor, tanggal)
        for kode, status, nomor, tanggal in tahun.daftar_perjanjian.values_list("kode", "status", "nomor", "tanggal")
    }
    return menurut_paket | get_keadaan_dokumen(tahun)


def get_keadaan_dokumen(tahun: TahunKinerja) -> dict[str, KeadaanPerjanjian]:
    """Return the state of each agreement whose document was signed here, by its newest signed version (one query)."""
    # The relation belongs to the stage of reports; it is read here and written there.
    terbit = tahun.daftar_dokumen.filter(jenis="perjanjian", status__in=_TERBIT).order_by("ke")
    return {
        kode: KeadaanPerjanjian(StatusPerjanjian(status), nomor, tanggal)
        for kode, status, nomor, tanggal in terbit.values_list("rujukan", "status", "nomor", "tanggal")
    }
