"""One value in several places, values that do not move, and names that drift."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, nilai, temukan

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import IndikatorTerbaca, NilaiTerbaca
from tolok.core.reviu.temuan import Keyakinan


def _dua(satu: NilaiTerbaca, dua: NilaiTerbaca, nama: str = "PMKS yang terpenuhi") -> tuple[IndikatorTerbaca, ...]:
    return (indikator("PMKS yang terpenuhi", satu, tabel=1), indikator(nama, dua, tabel=2))


def _di(tabel: int, besaran: str, tercetak: str, **lain: object) -> NilaiTerbaca:
    return nilai(besaran, tercetak, tabel=tabel, baris=tabel, **lain)  # type: ignore[arg-type]


def test_the_year_and_its_fourth_quarter_have_no_winner() -> None:
    (satu,) = temukan(
        "nilai.berbeda", dokumen(indikator=_dua(_di(1, "realisasi", "92%"), _di(2, "realisasi", "70,31%", triwulan=4)))
    )
    assert (satu.keyakinan, satu.seharusnya) == (Keyakinan.MUNGKIN, None)
    assert "92% dan 70,31%" in satu.pesan
    assert [tempat.letak.baris for tempat in satu.letak_lain] == [2]


def test_drift_of_the_name_is_told() -> None:
    daftar = _dua(_di(1, "target", "86%"), _di(2, "target", "80%"), nama="PPKS yang terpenuhi")
    (satu,) = temukan("nilai.berbeda", dokumen(indikator=daftar))
    assert "“PPKS yang terpenuhi”" in satu.pesan


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "49,48%")),
        (_di(1, "realisasi", "49,4%"), _di(2, "realisasi", "49%")),
        (_di(1, "realisasi", "81,75%"), _di(2, "realisasi", "81,76%")),
        (_di(1, "realisasi", "5 orang", satuan="orang"), _di(2, "realisasi", "5", satuan="orang")),
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "70%", tahun=2019)),
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "70%", tahun=None)),
        (_di(1, "realisasi", "49%"), _di(2, "target", "70%")),
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "70%", triwulan=2)),
        (_di(1, "realisasi", "49%"), _di(1, "realisasi", "70%")),
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "70%", catatan=("ocr",))),
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "7 orang", satuan="orang")),
        (_di(1, "realisasi", "49%"), _di(2, "realisasi", "Madya", kategori="Madya")),
        (_di(1, "realisasi", "madya", kategori="madya"), _di(2, "realisasi", "Madya", kategori="Madya")),
        (_di(1, "rasio", "49%"), _di(2, "rasio", "70%")),
        (
            _di(1, "target", "8-9", angka=Angka(8), atas=Angka(9)),
            _di(2, "target", "8-9", angka=Angka(8), atas=Angka(9)),
        ),
    ],
)
def test_what_can_be_one_value_is_silent(satu: NilaiTerbaca, dua: NilaiTerbaca) -> None:
    assert temukan("nilai.berbeda", dokumen(indikator=_dua(satu, dua))) == ()


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        (_di(1, "target", "Madya", kategori="Madya"), _di(2, "target", "Nindya", kategori="Nindya")),
        (_di(1, "target", "80%"), _di(2, "target", "81%")),
        (_di(1, "target", "7,1%"), _di(2, "target", "7,2%")),
        (_di(1, "target", "81,75%"), _di(2, "target", "81,77%")),
        (_di(1, "target", "5 orang", satuan="orang"), _di(2, "target", "6", satuan="orang")),
        (_di(1, "target", "8-9", angka=Angka(8), atas=Angka(9)), _di(2, "target", "8", angka=Angka(8))),
    ],
)
def test_categories_and_ranges_differ_too(satu: NilaiTerbaca, dua: NilaiTerbaca) -> None:
    assert len(temukan("nilai.berbeda", dokumen(indikator=_dua(satu, dua)))) == 1


def test_three_prints_are_one_finding() -> None:
    daftar = (
        *_dua(_di(1, "target", "86%"), _di(2, "target", "80%")),
        *_dua(_di(3, "target", "86%"), _di(4, "target", "75%")),
    )
    (satu,) = temukan("nilai.berbeda", dokumen(indikator=daftar))
    assert "86% dan 80% dan 75%" in satu.pesan


def test_documents_are_compared_without_a_winner() -> None:
    satu = dokumen(indikator=(indikator("PMKS", nilai("target", "86%")), indikator("PMKS", nilai("target", "86%"))))
    dua = dokumen(indikator=(indikator("PPKS", nilai("target", "89%")),), jenis="perjanjian")
    (temuan,) = temukan("nilai.antar_dokumen", satu, dua)
    assert (temuan.keyakinan, temuan.seharusnya, temuan.letak_lain[0].berkas) == (
        Keyakinan.PERLU_DINILAI,
        None,
        "2.txt",
    )
    assert temukan("nilai.antar_dokumen", satu, satu) == ()


def test_a_quarterly_form_speaks_of_its_quarter() -> None:
    tahun = dokumen(indikator=(indikator("PMKS", nilai("realisasi", "92%")),))
    dua = dokumen(indikator=(indikator("PMKS", nilai("realisasi", "40%")),), jenis="pengukuran", triwulan=2)
    empat = dokumen(indikator=(indikator("PMKS", nilai("realisasi", "70%")),), jenis="pengukuran", triwulan=4)
    assert temukan("nilai.antar_dokumen", tahun, dua) == ()
    assert len(temukan("nilai.antar_dokumen", tahun, empat)) == 1


def _triwulan(*daftar: str) -> tuple[IndikatorTerbaca, ...]:
    return tuple(indikator("PMKS", nilai("realisasi", r, triwulan=t, baris=t)) for t, r in enumerate(daftar, start=1))


def test_a_realisasi_that_never_moves_is_asked_about() -> None:
    (satu,) = temukan("realisasi.tetap", dokumen(indikator=_triwulan("70,31%", "70,31%", "70,31%", "70,31%")))
    assert (satu.keyakinan, len(satu.letak_lain)) == (Keyakinan.PERLU_DINILAI, 3)


@pytest.mark.parametrize("daftar", [("1%", "1%"), ("0%", "0%", "0%"), ("100%", "100%", "100%"), ("1%", "1%", "2%")])
def test_a_realisasi_may_stay(daftar: tuple[str, ...]) -> None:
    assert temukan("realisasi.tetap", dokumen(indikator=_triwulan(*daftar))) == ()


def _dua_tahun(*kini: str) -> tuple[IndikatorTerbaca, ...]:
    return tuple(
        indikator(f"Nilai {k}", nilai("realisasi", f"{k}0%", tahun=2019), nilai("realisasi", r))
        for k, r in zip("abc", kini, strict=False)
        for k in [str("abc".index(k) + 1)]
    )


def test_a_year_copied_from_the_last_is_asked_about() -> None:
    (satu,) = temukan("realisasi.salinan_tahun", dokumen(indikator=_dua_tahun("10%", "20%", "30%")))
    assert "3 indikator" in satu.pesan


@pytest.mark.parametrize("kini", [("10%", "20%"), ("10%", "20%", "31%")])
def test_a_year_of_its_own_is_silent(kini: tuple[str, ...]) -> None:
    assert temukan("realisasi.salinan_tahun", dokumen(indikator=_dua_tahun(*kini))) == ()
    assert temukan("realisasi.salinan_tahun", dokumen(indikator=_dua_tahun("10%", "20%", "30%"), tahun=None)) == ()
    tanpa_tahun = (indikator("X", nilai("realisasi", "5%", tahun=None)),)
    assert temukan("realisasi.salinan_tahun", dokumen(indikator=tanpa_tahun)) == ()


def test_a_target_below_what_was_reached_is_a_suggestion() -> None:
    isi = (nilai("target", "86%"), nilai("realisasi", "95%", tahun=2019), nilai("realisasi", "92%"))
    daftar = (indikator("A", *isi), indikator("B", *isi))
    (satu,) = temukan("target.di_bawah_realisasi", dokumen(indikator=daftar))
    assert "1 indikator lain" in satu.pesan
    (satu,) = temukan("target.di_bawah_realisasi", dokumen(indikator=daftar[:1]))
    assert "lain" not in satu.pesan
    tanpa = (indikator("A", nilai("target", "96%"), *isi[1:]), indikator("B", nilai("target", "1%"), isi[1]))
    assert temukan("target.di_bawah_realisasi", dokumen(indikator=tanpa)) == ()
