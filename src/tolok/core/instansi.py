"""The agency-year: everything that is known for one agency and one year, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.anggaran import EdisiPagu, EdisiPemetaan, Pagu, Pemetaan, Realisasi, SimpulAnggaran
from tolok.core.indikator import (
    EdisiIndikator,
    Jembatan,
    NilaiTercatat,
    NilaiVariabel,
    Pembanding,
    Target,
    Variabel,
)
from tolok.core.kebijakan import Kebijakan
from tolok.core.naskah import Analisis, DasarHukum, Isu, Narasi, Penandatangan, Penghargaan, Perjanjian
from tolok.core.organisasi import Instansi, Jabatan, KelompokPegawai, Pejabat, Unit
from tolok.core.rencana import EdisiRencana, SimpulRencana
from tolok.core.skala import Skala


@dataclass(frozen=True, slots=True, kw_only=True)
class TahunInstansi:
    """
    One agency in one year.

    ``rencana_berlaku`` names the plan edition whose sasaran the year reports on; ``pagu_laporan`` the pagu edition
    of the yearly report, ``pagu_triwulan`` the one of each quarterly form (four ids); ``pemetaan_berlaku`` the
    mapping used. Order of every tuple is the printed order.
    """

    instansi: Instansi
    tahun: int
    kebijakan: Kebijakan
    rencana_berlaku: str
    pagu_laporan: str = ""
    pagu_triwulan: tuple[str, ...] = ()
    pemetaan_berlaku: str = ""
    daftar_unit: tuple[Unit, ...] = ()
    daftar_jabatan: tuple[Jabatan, ...] = ()
    daftar_pejabat: tuple[Pejabat, ...] = ()
    daftar_pegawai: tuple[KelompokPegawai, ...] = ()
    daftar_edisi_rencana: tuple[EdisiRencana, ...] = ()
    daftar_simpul: tuple[SimpulRencana, ...] = ()
    daftar_indikator: tuple[EdisiIndikator, ...] = ()
    daftar_variabel: tuple[Variabel, ...] = ()
    daftar_nilai_variabel: tuple[NilaiVariabel, ...] = ()
    daftar_target: tuple[Target, ...] = ()
    daftar_nilai_tercatat: tuple[NilaiTercatat, ...] = ()
    daftar_pembanding: tuple[Pembanding, ...] = ()
    daftar_jembatan: tuple[Jembatan, ...] = ()
    daftar_skala: tuple[Skala, ...] = ()
    daftar_anggaran: tuple[SimpulAnggaran, ...] = ()
    daftar_edisi_pagu: tuple[EdisiPagu, ...] = ()
    daftar_pagu: tuple[Pagu, ...] = ()
    daftar_realisasi: tuple[Realisasi, ...] = ()
    daftar_edisi_pemetaan: tuple[EdisiPemetaan, ...] = ()
    daftar_pemetaan: tuple[Pemetaan, ...] = ()
    daftar_perjanjian: tuple[Perjanjian, ...] = ()
    daftar_penandatangan: tuple[Penandatangan, ...] = ()
    daftar_analisis: tuple[Analisis, ...] = ()
    daftar_narasi: tuple[Narasi, ...] = ()
    daftar_penghargaan: tuple[Penghargaan, ...] = ()
    daftar_isu: tuple[Isu, ...] = ()
    daftar_dasar_hukum: tuple[DasarHukum, ...] = ()
