"""Writing measured values. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from tolok.core.instansi import TahunInstansi
from tolok.web.pengukuran.models import NilaiTercatat, NilaiVariabel
from tolok.web.pengukuran.queries import load_bagian_pengukuran
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana
from tolok.web.simpan.nilai import make_kolom_nilai
from tolok.web.simpan.selaras import Selisih, selaraskan


def put_pengukuran(tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana) -> Selisih:
    """
    Make the values in the book of a year what ``data`` says.

    A value of an earlier year that an earlier book already holds with the same content is not entered a second time.
    """
    dari_buku_lain = load_bagian_pengukuran(tahun, hanya_buku_lain=True)
    nilai_lain = set(dari_buku_lain["daftar_nilai_variabel"])
    tercatat_lain = set(dari_buku_lain["daftar_nilai_tercatat"])
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
                **make_kolom_nilai(satu.nilai),
            }
            for satu in data.daftar_nilai_variabel
            if satu not in nilai_lain
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
                **make_kolom_nilai(satu.nilai),
            }
            for satu in data.daftar_nilai_tercatat
            if satu not in tercatat_lain
        ],
    )
