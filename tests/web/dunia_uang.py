"""
The example with what its sources do not tell: who answers for which budget, odd amounts, a changed agreement.

Program 2 and 5 belong to one unit each (2.1 to a unit below), of program 6 one kegiatan belongs to another; 5.2 spends
more than its pagu; 8.1 falls in the third quarter and has a pagu of nothing in the refocusing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.http import HttpResponseBase
from django.urls import reverse
from tests.web.dunia import INSTANSI, masuk

from tolok.contoh import path_contoh
from tolok.core.angka import Angka
from tolok.core.indikator import Target
from tolok.core.instansi import TahunInstansi
from tolok.core.naskah import Perjanjian
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode
from tolok.paket.muat import load_paket
from tolok.web.akun.models import Pengguna
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data

REHAB: Final = "Bidang Rehabilitasi, Perlindungan dan Jaminan Sosial"
ANAK_LANSIA: Final = "Seksi Rehabilitasi Sosial Anak dan Lanjut Usia"
PEREMPUAN: Final = "Bidang Pemberdayaan Perempuan"
PPPA: Final = "Bidang Perlindungan Perempuan dan Pengarusutamaan Hak Anak"
PENANGGUNG_JAWAB: Final = {"2": REHAB, "2.1": ANAK_LANSIA, "5": PEREMPUAN, "6": PPPA, "6.2": PEREMPUAN}
TW3: Final = Periode(2020, 3)
TW4: Final = Periode(2020, 4)
_REALISASI: Final = {("5.2", TW4): 40_000_000_00, ("8.1", TW3): 2_000_000_00}
_NILAI: Final = {"pmks": Bilangan(Angka(90), "%")}


def make_data() -> TahunInstansi:
    """Return the agency-year."""
    data = load_paket(path_contoh("probolinggo-2020"))
    return replace(
        data,
        daftar_anggaran=tuple(
            replace(satu, penanggung_jawab=PENANGGUNG_JAWAB.get(satu.kode, "")) for satu in data.daftar_anggaran
        ),
        daftar_pagu=tuple(
            replace(satu, sen=0) if (satu.edisi, satu.kode) == ("refocusing", "8.1") else satu
            for satu in data.daftar_pagu
        ),
        daftar_realisasi=tuple(
            replace(satu, sen=_REALISASI.get((satu.kode, satu.periode), satu.sen))
            for satu in data.daftar_realisasi
        ),
        daftar_perjanjian=(
            replace(data.daftar_perjanjian[0], nomor="1/PK/2020", tanggal=date(2020, 1, 15)),
            Perjanjian(
                id="pk-2020-p",
                jenis="kepala perangkat daerah",
                nomor="2/PK/2020",
                tanggal=date(2020, 10, 26),
                tempat="Probolinggo",
                pihak_pertama="kepala-dinas",
                pihak_kedua="wali-kota",
                edisi_pagu="t32",
                alasan="2",
            ),
        ),
        daftar_target=(
            *data.daftar_target,
            *(
                replace(
                    satu,
                    dokumen="pk-2020-p",
                    berlaku_mulai=date(2020, 10, 26),
                    nilai=_NILAI.get(satu.indikator, satu.nilai),
                )
                for satu in data.daftar_target
                if satu.dokumen == "pk-2020"
            ),
            Target(
                indikator="tkp",
                periode=Periode(2020),
                nilai=Bilangan(Angka(50), "%"),
                dokumen="renstra-2019-2024",
                dasar="Matriks Renstra 2019–2024",
            ),
        ),
    )  # fmt: skip


def muat(data: TahunInstansi) -> TahunKinerja:
    """Load an agency-year and return it as pages read it."""
    hasil = load_ke_basis_data(data, oleh=None, sidik_paket="")
    segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    return segar.get(pk=hasil.tahun.pk)


def make_alamat(nama: str, *, periode: str = "tw4", instansi: str = INSTANSI, tahun: int = 2020, **kunci: Any) -> str:
    """Return the address of a page."""
    return reverse(nama, kwargs={"instansi": instansi, "tahun": tahun, "periode": periode, **kunci})


def buka(pengguna: Pengguna, nama: str, *, kueri: dict[str, str] | None = None, **kunci: Any) -> HttpResponseBase:
    """Open a page as somebody."""
    return masuk(pengguna).get(make_alamat(nama, **kunci), kueri or {})
