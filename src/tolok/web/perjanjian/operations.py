"""Writing agreements. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from collections.abc import Mapping

from tolok.core.instansi import TahunInstansi
from tolok.web.organisasi.models import Jabatan
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana, put_target
from tolok.web.perjanjian.models import Perjanjian, StatusPerjanjian, TargetPerjanjian
from tolok.web.simpan.selaras import Selisih, selaraskan


def put_perjanjian(
    tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana, *, edisi_pagu: Mapping[str, int]
) -> Selisih:
    """Make the agreements of a year and their targets what ``data`` says; one with a date counts as signed."""
    jabatan = dict(Jabatan.objects.filter(instansi=tahun.instansi_id).values_list("kode", "pk"))
    terakhir = len(data.daftar_perjanjian) - 1
    selisih = selaraskan(
        Perjanjian,
        milik={"tahun": tahun},
        kunci=("kode",),
        daftar=[
            {
                "kode": satu.id,
                "urutan": urutan,
                "status": StatusPerjanjian.DITANDATANGANI if urutan == terakhir else StatusPerjanjian.DIGANTI,
                "jenis": satu.jenis,
                "nomor": satu.nomor,
                "tanggal": satu.tanggal,
                "tempat": satu.tempat,
                "pihak_pertama_id": jabatan[satu.pihak_pertama],
                "pihak_kedua_id": jabatan[satu.pihak_kedua],
                "edisi_pagu_id": edisi_pagu[satu.edisi_pagu],
                "alasan": satu.alasan,
            }
            for urutan, satu in enumerate(data.daftar_perjanjian)
        ],
        hapus_sisa=False,
    )
    for perjanjian in Perjanjian.objects.filter(tahun=tahun):
        milik = [(u, t) for u, t in enumerate(data.daftar_target) if t.dokumen == perjanjian.kode]
        selisih += put_target(TargetPerjanjian, {"dokumen": perjanjian}, milik, identitas.indikator)
    return selisih
