"""Flat targets, indicators twice or missing, activities worded as results, and money printed differently."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, nilai, temukan, uang

from tolok.core.bacaan.dokumen import AnggaranTerbaca, IndikatorTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.temuan import Keyakinan


def _bertahun(*target: str) -> IndikatorTerbaca:
    return indikator("Nilai X", *(nilai("target", t, tahun=2019 + n) for n, t in enumerate(target)))


def test_targets_that_stay_flat_are_one_suggestion() -> None:
    daftar = (_bertahun("7%", "7%", "7%", "7%"), _bertahun("8%", "8%", "8%", "8%"))
    (satu,) = temukan("target.datar", dokumen(indikator=daftar, jenis="renstra"))
    assert satu.pesan.startswith("Target 2 indikator")


@pytest.mark.parametrize("target", [("7%", "7%", "7%"), ("7%", "7%", "7%", "8%"), ("100%",) * 5])
def test_targets_that_may_stay(target: tuple[str, ...]) -> None:
    assert temukan("target.datar", dokumen(indikator=(_bertahun(*target),), jenis="renstra")) == ()


def _baris(tabel: int | None, baris: int, nama: str = "Nilai X", target: str | None = "5%") -> IndikatorTerbaca:
    isi = () if target is None else (nilai("target", target),)
    return indikator(nama, *isi, tabel=tabel, letak=Letak(baris=baris))


def test_an_indicator_twice_in_a_table() -> None:
    (satu,) = temukan(
        "indikator.ganda", dokumen(indikator=(_baris(1, 1), _baris(1, 2, "Hal lain"), _baris(1, 3, "NILAI X")))
    )
    assert satu.letak.letak.baris == 3


def test_an_indicator_beside_each_of_its_programs_is_one() -> None:
    assert temukan("indikator.ganda", dokumen(indikator=(_baris(1, 1), _baris(1, 2), _baris(1, 3)))) == ()


@pytest.mark.parametrize(
    "dua",
    [
        _baris(2, 2),
        _baris(None, 2),
        _baris(1, 1),
        _baris(1, 2, "Nilai Y"),
        _baris(1, 2, target="6%"),
        _baris(1, 2, target=None),
    ],
)
def test_an_indicator_may_stand_in_several_places(dua: IndikatorTerbaca) -> None:
    assert temukan("indikator.ganda", dokumen(indikator=(_baris(1, 1), _baris(1, 9, "Hal lain"), dua))) == ()
    tanpa = (_baris(None, 1), _baris(None, 2), _baris(1, 1, target=None), _baris(1, 2, target=None))
    assert temukan("indikator.ganda", dokumen(indikator=tanpa)) == ()


def test_activities_worded_as_results() -> None:
    daftar = (
        indikator("Nilai", sasaran="Terlaksananya pembinaan"),
        indikator("Jumlah dokumen yang disusun", tingkat="sasaran"),
        indikator("Jumlah dokumen yang disusun"),
        indikator("Jumlah dokumen", tingkat="subkegiatan"),
    )
    (satu,) = temukan("rencana.keluaran", dokumen(indikator=daftar, jenis="iku"))
    assert satu.pesan.startswith("2 rumusan")
    assert temukan("rencana.keluaran", dokumen(indikator=daftar)) == ()
    assert temukan("rencana.keluaran", dokumen(indikator=daftar[3:], jenis="iku")) == ()


def test_an_agreement_with_an_indicator_the_plan_has_not() -> None:
    iku = dokumen(indikator=(indikator("Nilai AKIP"),), jenis="iku")
    perjanjian = dokumen(indikator=(indikator("Nilai AKIP"), indikator("Hal baru")), jenis="perjanjian")
    (satu,) = temukan("rencana.putus", iku, perjanjian)
    assert (satu.tercetak, satu.keyakinan) == ("Hal baru", Keyakinan.PERLU_DINILAI)
    assert temukan("rencana.putus", perjanjian) == ()
    lain = dokumen(indikator=(indikator("Sama sekali lain"),), jenis="perjanjian")
    assert temukan("rencana.putus", iku, lain) == ()


def _uang(tabel: int, realisasi: str, **lain: object) -> AnggaranTerbaca:
    return uang(
        lain.pop("nama", "Peningkatan Perlindungan"), "kegiatan", realisasi=realisasi, tabel=tabel, baris=tabel, **lain
    )  # type: ignore[arg-type]


def test_money_spent_that_differs_between_tables() -> None:
    (satu,) = temukan(
        "anggaran.realisasi_berbeda", dokumen(anggaran=(_uang(1, "66.214.500"), _uang(2, "66.814.500", triwulan=4)))
    )
    assert "66.214.500 dan 66.814.500" in satu.pesan
    assert "salah ketik" in satu.pesan
    (satu,) = temukan(
        "anggaran.realisasi_berbeda", dokumen(anggaran=(_uang(1, "5", triwulan=1), _uang(2, "12", triwulan=1)))
    )
    assert "salah ketik" not in satu.pesan
    assert "triwulan 1" in satu.pesan


@pytest.mark.parametrize(
    "dua",
    [
        _uang(2, "66.214.500"),
        _uang(2, "9", triwulan=3),
        _uang(2, "9", tahun=2019),
        _uang(2, "9", tahun=None),
        _uang(2, "-"),
        _uang(1, "9"),
        _uang(2, "9", nama="Hal lain"),
    ],
)
def test_money_that_may_differ(dua: AnggaranTerbaca) -> None:
    assert temukan("anggaran.realisasi_berbeda", dokumen(anggaran=(_uang(1, "66.214.500"), dua))) == ()


def test_a_name_that_stands_twice_in_a_table_is_not_compared() -> None:
    daftar = (_uang(1, "5"), _uang(1, "6"), _uang(2, "7"), uang("Total", "total", realisasi="9"))
    assert temukan("anggaran.realisasi_berbeda", dokumen(anggaran=daftar)) == ()


def test_pagu_of_several_tables_is_one_question() -> None:
    daftar = [uang(n, "program", pagu=p, tabel=t) for t, p in ((1, "10"), (2, "20")) for n in ("A", "B", "C", "D")]
    (satu,) = temukan("anggaran.pagu_berbeda", dokumen(anggaran=tuple(daftar)))
    assert (satu.keyakinan, len(satu.letak_lain)) == (Keyakinan.PERLU_DINILAI, 7)
    assert "“D”" not in satu.pesan
    assert temukan("anggaran.pagu_berbeda", dokumen(anggaran=tuple(daftar[:4]))) == ()


def test_money_is_compared_between_documents() -> None:
    satu = dokumen(anggaran=(uang("A", "program", pagu="10"), uang("A", "program", pagu="10", tabel=1)))
    dua = dokumen(anggaran=(uang("A", "program", pagu="12"),), jenis="perjanjian")
    (temuan,) = temukan("anggaran.antar_dokumen", satu, dua)
    assert [tempat.berkas for tempat in temuan.letak_lain] == ["2.txt"]
    assert temukan("anggaran.antar_dokumen", satu, satu) == ()
