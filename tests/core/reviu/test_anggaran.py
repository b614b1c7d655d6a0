"""Percentages, subtotals, totals, and shares of budget tables."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, nilai, temukan, uang

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Tingkat
from tolok.core.reviu.temuan import Keyakinan, TingkatTemuan

LEBIH = "anggaran.melebihi_pagu"


@pytest.mark.parametrize("persen", ["35,38%", "35,4%", "35%", "35,382%"])
def test_a_percentage_may_be_rounded_or_truncated(persen: str) -> None:
    baris = uang("A", "program", pagu="2.501.951.000", realisasi="885.242.850", persen=persen)
    assert temukan("anggaran.persen", dokumen(anggaran=(baris,))) == ()


def test_a_percentage_that_does_not_follow() -> None:
    baris = uang("A", "program", pagu="540.347.600", realisasi="502.988.250", persen="39,09%", triwulan=4, baris=7)
    (satu,) = temukan("anggaran.persen", dokumen(anggaran=(baris,)))
    assert (satu.tingkat, satu.tercetak, satu.seharusnya) == (TingkatTemuan.GALAT, "39,09%", "93,09%")
    assert satu.letak.letak.baris == 7


def test_last_digits_are_one_suggestion() -> None:
    baris = [uang("A", "program", pagu="10.000", realisasi="3.333", persen="33,34%", baris=n) for n in (1, 2, 3)]
    (satu,) = temukan("anggaran.persen", dokumen(anggaran=tuple(baris)))
    assert (satu.tingkat, satu.seharusnya, len(satu.letak_lain)) == (TingkatTemuan.SARAN, None, 2)


@pytest.mark.parametrize(
    "baris",
    [
        uang("A", "program", pagu="0", realisasi="5", persen="9%"),
        uang("A", "program", pagu="10", persen="9%"),
        uang("A", "program", realisasi="10", persen="9%"),
        uang("A", "program", pagu="10", realisasi="-", persen="0%"),
        uang("A", "program", pagu="10", realisasi="5", persen="-"),
        uang("A", "program", pagu="10"),
    ],
)
def test_a_row_that_is_not_complete_has_no_percentage(baris: AnggaranTerbaca) -> None:
    assert temukan("anggaran.persen", dokumen(anggaran=(baris,))) == ()


def test_a_pagu_of_the_year_serves_its_quarters() -> None:
    pagu = uang("A", "program", pagu="200").nilai
    dua = uang("A", "program", realisasi="50", persen="24%", triwulan=2).nilai
    (satu,) = temukan(
        "anggaran.persen", dokumen(anggaran=(AnggaranTerbaca("A", uang("A", "program").tingkat, nilai=pagu + dua),))
    )
    assert satu.seharusnya == "25%"


def test_a_percentage_that_is_the_mean_of_its_rows() -> None:
    daftar = (
        uang("P", "program", pagu="300", realisasi="210", persen="65%"),
        uang("K1", "kegiatan", pagu="100", realisasi="50", persen="50%", induk=0),
        uang("K2", "kegiatan", pagu="200", realisasi="160", persen="80%", induk=0),
    )
    (satu,) = temukan("anggaran.persen", dokumen(anggaran=daftar))
    assert "rata-rata persentase" in satu.pesan


def test_a_column_of_another_percentage_is_one_question() -> None:
    daftar = tuple(uang(f"P{n}", "program", pagu="100", realisasi="50", persen=f"{n}%", baris=n) for n in range(1, 6))
    (satu,) = temukan("anggaran.persen", dokumen(anggaran=daftar))
    assert (satu.tingkat, satu.keyakinan, len(satu.letak_lain)) == (
        TingkatTemuan.PERINGATAN,
        Keyakinan.PERLU_DINILAI,
        4,
    )


@pytest.mark.parametrize(
    ("pagu", "realisasi", "yakin"), [("100", "101", Keyakinan.PASTI), ("0", "5", Keyakinan.MUNGKIN)]
)
def test_more_spent_than_there_was(pagu: str, realisasi: str, yakin: Keyakinan) -> None:
    (satu,) = temukan(LEBIH, dokumen(anggaran=(uang("A", "kegiatan", pagu=pagu, realisasi=realisasi),)))
    assert (satu.keyakinan, satu.tercetak) == (yakin, realisasi)


@pytest.mark.parametrize("realisasi", ["100", "99", "-"])
def test_spending_within_the_budget(realisasi: str) -> None:
    assert temukan(LEBIH, dokumen(anggaran=(uang("A", "kegiatan", pagu="100", realisasi=realisasi),))) == ()


def test_a_cumulative_amount_that_falls() -> None:
    daftar = tuple(
        uang("Program A", "program", realisasi=r, triwulan=t, tabel=t) for t, r in ((1, "10"), (2, "30"), (3, "20"))
    )
    (satu,) = temukan("anggaran.realisasi_turun", dokumen(anggaran=daftar))
    assert (satu.tercetak, satu.keyakinan) == ("20", Keyakinan.PERLU_DINILAI)


def test_an_amount_of_the_year_is_no_quarter() -> None:
    daftar = (uang("A", "program", realisasi="30", triwulan=1), uang("A", "program", realisasi="20"))
    assert temukan("anggaran.realisasi_turun", dokumen(anggaran=daftar)) == ()


def test_two_rows_of_one_name_and_quarter_are_not_compared() -> None:
    daftar = tuple(uang("A", "program", realisasi=r, triwulan=t) for t, r in ((1, "10"), (1, "30"), (2, "20")))
    assert temukan("anggaran.realisasi_turun", dokumen(anggaran=daftar)) == ()


def _tabel(realisasi_program: str, total: str, **lain: str) -> tuple[AnggaranTerbaca, ...]:
    return (
        uang("P1", "program", realisasi="885.242.850", baris=1),
        uang("K1", "kegiatan", realisasi=lain.get("kegiatan", "885.242.850"), induk=0, baris=2),
        uang("P7", "program", realisasi=realisasi_program, baris=3),
        uang("K7", "kegiatan", realisasi="129.814.800", induk=2, baris=4),
        uang("Jumlah", "total", realisasi=total, baris=5),
    )


def test_a_subtotal_that_its_rows_contradict_tells_what_follows_for_the_total() -> None:
    daftar = _tabel("Rp 7.387.500", "Rp 892.630.350")
    (satu,) = temukan("anggaran.subtotal", dokumen(anggaran=daftar))
    assert (satu.tercetak, satu.seharusnya) == ("Rp 7.387.500", "Rp 129.814.800")
    assert (satu.letak.letak.baris, satu.letak.baris_akhir) == (3, 4)
    assert "Rp 1.015.057.650" in satu.pesan
    assert [tempat.letak.baris for tempat in satu.letak_lain] == [4, 5]
    assert temukan("anggaran.total", dokumen(anggaran=daftar)) == ()


def test_nothing_follows_for_the_total_where_a_row_is_missing() -> None:
    daftar = (*_tabel("7.387.500", "892.630.350")[:4], uang("P9", "program"), uang("Jumlah", "total", realisasi="9"))
    (satu,) = temukan("anggaran.subtotal", dokumen(anggaran=daftar))
    assert "Totalnya" not in satu.pesan


def test_a_wrong_subtotal_under_a_right_total_is_the_only_finding() -> None:
    daftar = _tabel("7.387.500", "1.015.057.650")
    (satu,) = temukan("anggaran.subtotal", dokumen(anggaran=daftar))
    assert "Totalnya" not in satu.pesan
    assert temukan("anggaran.total", dokumen(anggaran=daftar)) == ()


def test_right_sums_are_silent() -> None:
    daftar = _tabel("129.814.800", "1.015.057.650")
    assert temukan("anggaran.subtotal", dokumen(anggaran=daftar)) == ()
    assert temukan("anggaran.total", dokumen(anggaran=daftar)) == ()


def test_rows_without_an_amount_prove_nothing() -> None:
    daftar = _tabel("129.814.800", "999", kegiatan="-")
    assert temukan("anggaran.subtotal", dokumen(anggaran=daftar)) == ()
    tanpa = (uang("P", "program", realisasi="-"), uang("Jumlah", "total", realisasi="5"))
    assert temukan("anggaran.total", dokumen(anggaran=tanpa)) == ()
    assert temukan("anggaran.total", dokumen(anggaran=(uang("Jumlah", "total", realisasi="5"),))) == ()
    assert temukan("anggaran.total", dokumen(anggaran=(uang("P", "program", realisasi="5"),))) == ()


def test_most_subtotals_of_another_scope_are_one_question() -> None:
    daftar: list[AnggaranTerbaca] = []
    for nomor in range(4):
        daftar += [
            uang(f"P{nomor}", "program", pagu="100", baris=2 * nomor),
            uang(f"K{nomor}", "kegiatan", pagu="60", induk=2 * nomor, baris=2 * nomor + 1),
        ]
    (satu,) = temukan("anggaran.subtotal", dokumen(anggaran=tuple(daftar)))
    assert (satu.tingkat, satu.keyakinan) == (TingkatTemuan.PERINGATAN, Keyakinan.PERLU_DINILAI)


@pytest.mark.parametrize(
    ("total", "tahun", "seharusnya", "kata"),
    [
        ("30", 2022, "60", "tidak ikut dijumlahkan"),
        ("90", 2019, "60", "terjumlah dua kali"),
        ("61", 2022, "60", "jumlah baris-barisnya"),
        ("59", 2020, "60", "jumlah baris-barisnya"),
    ],
)
def test_a_total_that_its_rows_contradict(total: str, tahun: int, seharusnya: str, kata: str) -> None:
    daftar = [uang(nama, "program", pagu=p, tahun=tahun) for nama, p in (("A", "10"), ("B", "20"), ("C", "30"))]
    (satu,) = temukan(
        "anggaran.total", dokumen(anggaran=(*daftar, uang("Total", "total", pagu=total, tahun=tahun)), tahun=tahun)
    )
    assert (satu.keyakinan, satu.seharusnya) == (Keyakinan.PASTI, seharusnya)
    assert kata in satu.pesan


def test_a_larger_total_until_2020_may_hold_pay_outside_the_programs() -> None:
    daftar = (uang("A", "program", pagu="10"), uang("B", "program", pagu="20"), uang("Total", "total", pagu="75"))
    (satu,) = temukan("anggaran.total", dokumen(anggaran=daftar))
    assert (satu.keyakinan, satu.seharusnya) == (Keyakinan.PERLU_DINILAI, None)
    assert "belanja tidak langsung" in satu.pesan


def test_amounts_in_millions_may_be_rounded() -> None:
    def juta(nama: str, tingkat: str, tercetak: str) -> AnggaranTerbaca:
        angka = Angka.from_desimal(tercetak.replace(",", ".")) * 1_000_000
        satu = nilai("pagu", tercetak, angka=angka, satuan="Rp", catatan=("juta",), tahun=2022)
        return AnggaranTerbaca(nama, Tingkat(tingkat), nilai=(satu,), tabel=0)

    baris = (juta("A", "program", "1,4"), juta("B", "program", "2,4"))
    assert temukan("anggaran.total", dokumen(anggaran=(*baris, juta("Total", "total", "3,9")))) == ()
    assert len(temukan("anggaran.total", dokumen(anggaran=(*baris, juta("Total", "total", "4,9")), tahun=2022))) == 1


def test_rows_whose_levels_stand_side_by_side_are_added_by_level() -> None:
    daftar = (
        uang("P", "program", pagu="30", tahun=2022),
        uang("K1", "kegiatan", pagu="10", tahun=2022),
        uang("K2", "kegiatan", pagu="20", tahun=2022),
        uang("Total", "total", pagu="30", tahun=2022),
    )
    assert temukan("anggaran.total", dokumen(anggaran=daftar, tahun=2022)) == ()


def test_a_level_without_all_its_amounts_has_no_sum() -> None:
    daftar = (
        uang("P", "program", pagu="30", tahun=2022),
        uang("K", "kegiatan", pagu="-", tahun=2022, induk=0),
        uang("Q", "program", pagu="20", tahun=2022),
        uang("Total", "total", pagu="31", tahun=2022),
    )
    assert len(temukan("anggaran.total", dokumen(anggaran=daftar, tahun=2022))) == 1


def test_percentages_of_form_e81_have_several_bases() -> None:
    baris = uang("A", "program", pagu="100", realisasi="50", persen="9%")
    assert temukan("anggaran.persen", dokumen(anggaran=(baris,), jenis="evaluasi_renja")) == ()


def test_two_totals_are_not_judged() -> None:
    daftar = (uang("A", "program", pagu="10"), uang("Total", "total", pagu="9"), uang("Jumlah", "total", pagu="8"))
    assert temukan("anggaran.total", dokumen(anggaran=daftar)) == ()


def test_two_values_of_a_row_and_period_are_not_summed() -> None:
    dua = uang("A", "program", pagu="10").nilai + uang("A", "program", pagu="11").nilai
    daftar = (AnggaranTerbaca("A", uang("A", "program").tingkat, nilai=dua, tabel=0), uang("Total", "total", pagu="9"))
    assert temukan("anggaran.total", dokumen(anggaran=daftar)) == ()


def test_a_leaf_without_an_amount_leaves_the_total_open() -> None:
    daftar = (
        uang("P", "program", pagu="10"),
        uang("K", "kegiatan", induk=0),
        uang("Q", "program", pagu="20"),
        uang("Total", "total", pagu="31", tahun=2022),
    )
    assert temukan("anggaran.total", dokumen(anggaran=daftar)) == ()


def test_shares_need_one_total() -> None:
    daftar = (
        uang("I1", "kegiatan", pagu="1.765.363.950", persen="23%"),
        uang("I2", "kegiatan", pagu="336.739.060", persen="3%"),
    )
    (satu,) = temukan("anggaran.alokasi", dokumen(anggaran=daftar))
    assert satu.keyakinan is Keyakinan.PASTI
    assert "Rp" in satu.pesan


@pytest.mark.parametrize(
    "daftar",
    [
        (uang("I1", "kegiatan", pagu="230", persen="23%"), uang("I2", "kegiatan", pagu="40", persen="4%")),
        (uang("I1", "kegiatan", pagu="230", persen="23%"),),
        (uang("I1", "kegiatan", pagu="230", persen="23%"), uang("I2", "kegiatan", pagu="40", persen="0,00%")),
        (
            uang("I1", "kegiatan", pagu="230", persen="23%"),
            AnggaranTerbaca(
                "I2",
                Tingkat.KEGIATAN,
                nilai=(nilai("pagu", "40"), nilai("persen", "1-2%", angka=Angka(1), atas=Angka(2))),
                tabel=0,
            ),
        ),
        (uang("I1", "kegiatan", pagu="9", realisasi="1", persen="23%"), uang("I2", "kegiatan", pagu="4", persen="4%")),
        (uang("I1", "kegiatan", pagu="9", persen="1%"), uang("I2", "kegiatan", pagu="4", persen="1%", tabel=1)),
    ],
)
def test_shares_that_agree_or_prove_nothing(daftar: tuple[AnggaranTerbaca, ...]) -> None:
    assert temukan("anggaran.alokasi", dokumen(anggaran=daftar)) == ()
