"""What if the other convention: one point changed at a time, only where it matters."""

from __future__ import annotations

import pytest

from data_mesin import TAHUN, edisi, make_2020, make_data, persen, target, tercatat
from tolok.core.hasil.cari import IdentitasTakDikenal
from tolok.core.hasil.konvensi import compute_andaian
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import Polaritas


def andaian(hasil: HasilTahun, identitas: str) -> dict[str, tuple[str, bool]]:
    return {a.nama: (a.hasil.tercetak, a.berbeda) for a in compute_andaian(hasil, f"dinas/2020/{identitas}")}


TURUN = HasilTahun(
    make_data(
        daftar_indikator=(edisi("i", polaritas=Polaritas.TURUN),),
        daftar_target=(target("i", persen("10")),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, persen("5.004")),),
    )
)


def test_turun_beside_the_other_formula_cap_and_basis() -> None:
    assert andaian(TURUN, "tahun/indikator:i/capaian_terbatas") == {
        "rumus turun T/R": ("120,00%", False),
        "batas 100": ("100,00%", True),
        "tanpa batas": ("149,96%", True),
        "dasar hitung tercetak": ("120,00%", False),
    }
    assert andaian(TURUN, "tahun/indikator:i/capaian")["rumus turun T/R"] == ("199,84%", True)
    assert "rumus turun T/R" in andaian(TURUN, "tahun/sasaran:s1/rata_rata_capaian")


def test_agency_and_efficiency_have_conventions_of_their_own() -> None:
    hasil = HasilTahun(make_2020())
    instansi = andaian(hasil, "tahun/instansi/rata_rata_capaian")
    assert instansi["rata-rata atas sasaran"] == ("92,16%", False)
    assert instansi["batas 100"] == ("90,88%", True)
    assert "rumus turun T/R" not in instansi
    efisiensi = andaian(hasil, "tahun/indikator:tkp/efisiensi@t32")
    assert {nama for nama in efisiensi if nama.startswith("rumus efisiensi")} == {
        f"rumus efisiensi {rumus}" for rumus in ("E2", "E3", "E4", "E5", "E6", "NE")
    }


def test_quantity_without_convention_has_none() -> None:
    assert andaian(HasilTahun(make_2020()), "tahun/anggaran:total/pagu@t32") == {}
    with pytest.raises(IdentitasTakDikenal):
        compute_andaian(TURUN, "dinas/2020/tahun/indikator:x/capaian")
