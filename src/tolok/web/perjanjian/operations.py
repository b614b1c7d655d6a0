"""Writing agreements. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from collections.abc import Mapping

from tolok.core.instansi import TahunInstansi
from tolok.core.naskah import Perjanjian as PerjanjianInti
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana, make_kolom_target
from tolok.web.perjanjian.models import Perjanjian, StatusPerjanjian, TargetPerjanjian
from tolok.web.simpan.selaras import Selisih, selaraskan


def put_perjanjian(
    tahun: TahunKinerja,
    data: TahunInstansi,
    identitas: IdentitasRencana,
    *,
    jabatan: Mapping[str, int],
    edisi_pagu: Mapping[str, int],
) -> Selisih:
    """
    Make the agreements of a year and their targets what ``data`` says.

    The last one of a first party counts as signed if it has a date, else as ready to be signed; those before it count
    as replaced. A package tells no more of their life.
    """
    terakhir = {satu.pihak_pertama: satu.id for satu in data.daftar_perjanjian}
    selisih = selaraskan(
        Perjanjian,
        milik={"tahun": tahun},
        kunci=("kode",),
        daftar=[
            {
                "kode": satu.id,
                "urutan": urutan,
                "status": _status(satu, is_terakhir=terakhir[satu.pihak_pertama] == satu.id),
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
    tersimpan = Perjanjian.objects.filter(tahun=tahun)
    daftar_kode = {satu.id for satu in data.daftar_perjanjian}
    selisih += selaraskan(
        TargetPerjanjian,
        milik={},
        cari={"dokumen__tahun": tahun},
        kunci=("dokumen_id", "indikator_id", "tahun", "triwulan"),
        daftar=make_kolom_target(
            data,
            {kode: pk for kode, pk in tersimpan.values_list("kode", "pk") if kode in daftar_kode},
            identitas.indikator,
        ),
    )
    jumlah, _ = tersimpan.exclude(kode__in=daftar_kode).delete()
    return selisih + Selisih(dihapus=jumlah)


def _status(perjanjian: PerjanjianInti, *, is_terakhir: bool) -> StatusPerjanjian:
    if not is_terakhir:
        return StatusPerjanjian.DIGANTI
    return StatusPerjanjian.DITANDATANGANI if perjanjian.tanggal is not None else StatusPerjanjian.SIAP
