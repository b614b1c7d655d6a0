"""Writing measured values. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from tolok.core.instansi import TahunInstansi
from tolok.web.pengukuran.models import NilaiTercatat, NilaiVariabel
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana
from tolok.web.simpan.nilai import make_kolom_nilai
from tolok.web.simpan.selaras import Selisih, selaraskan


def put_pengukuran(tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana) -> Selisih:
    """Make the values in the book of a year what ``data`` says."""
    return selaraskan(
        NilaiVariabel,
        milik={"buku": tahun},
        kunci=("variabel_id", "tahun", "triwulan", "unit_id"),
        daftar=[
            {
                "variabel_id": identitas.variabel[satu.variabel],
                "tahun": satu.periode.tahun,
                "triwulan": satu.periode.triwulan,
                "unit_id": identitas.unit.get(satu.unit),
                "sumber": satu.sumber,
                "bukti": satu.bukti,
                "dicatat_pada": satu.dicatat_pada,
                "urutan": urutan,
                **make_kolom_nilai(satu.nilai),
            }
            for urutan, satu in enumerate(data.daftar_nilai_variabel)
        ],
    ) + selaraskan(
        NilaiTercatat,
        milik={"buku": tahun},
        kunci=("indikator_id", "tahun", "triwulan", "unit_id", "sumber", "letak"),
        daftar=[
            {
                "indikator_id": identitas.indikator[satu.indikator],
                "tahun": satu.periode.tahun,
                "triwulan": satu.periode.triwulan,
                "unit_id": identitas.unit.get(satu.unit),
                "sumber": satu.sumber,
                "letak": satu.letak,
                "dicatat_pada": satu.dicatat_pada,
                "urutan": urutan,
                **make_kolom_nilai(satu.nilai),
            }
            for urutan, satu in enumerate(data.daftar_nilai_tercatat)
        ],
    )
