"""Where a realisasi comes from: parts, records, other years, other editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data_mesin import (
    RUMUS_KASUS,
    RUMUS_PMKS,
    TAHUN,
    TW1,
    TW2,
    TW3,
    TW4,
    edisi,
    isian,
    make_data,
    persen,
    target,
    tercatat,
    variabel,
)
from tolok.core.angka import Angka
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiTriwulan, Jembatan, Sifat
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Nilai,
    TidakDapatDihitung,
    has_tanda,
)
from tolok.core.periode import Periode

LALU = Periode(2019)


def alasan(hasil: Hasil) -> object:
    assert isinstance(hasil.nilai, BelumAda | TidakDapatDihitung)
    return hasil.nilai.alasan


def keterangan(hasil: Hasil) -> str:
    assert isinstance(hasil.nilai, BelumAda | TidakDapatDihitung)
    return hasil.nilai.keterangan


def nisbah(sifat_pembilang: Sifat, sifat_penyebut: Sifat) -> TahunInstansi:
    """The four quarters 10/100, 30/100, 45/110, 50/120."""
    return make_data(
        daftar_indikator=(edisi("pmks", rumus=RUMUS_PMKS, maksimum="100"),),
        daftar_variabel=(
            variabel("a", "Jumlah PMKS yang terpenuhi", sifat_pembilang),
            variabel("b", "Jumlah  pmks", sifat_penyebut),
        ),
        daftar_nilai_variabel=(
            *(isian("a", p, n) for p, n in zip((TW1, TW2, TW3, TW4), (10, 30, 45, 50), strict=True)),
            *(isian("b", p, n) for p, n in zip((TW1, TW2, TW3, TW4), (100, 100, 110, 120), strict=True)),
        ),
        daftar_target=(target("pmks", persen("80")),),
    )


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "tercetak", "diperingatkan"),
    [
        (Sifat.ARUS, Sifat.ARUS, "31,40%", False),
        (Sifat.KUMULATIF, Sifat.KUMULATIF, "41,67%", False),
        (Sifat.ARUS, Sifat.POSISI, "112,50%", True),
    ],
)
def test_ratio_of_a_year_is_recomputed_from_its_parts(
    pembilang: Sifat, penyebut: Sifat, tercetak: str, diperingatkan: bool
) -> None:
    hasil = HasilTahun(nisbah(pembilang, penyebut))
    realisasi = hasil.realisasi("pmks", TAHUN)
    assert realisasi.tercetak == tercetak
    assert ("pembilang bersifat arus" in (realisasi.jejak.catatan or "")) is diperingatkan
    assert ("melebihi" in (hasil.capaian("pmks", TAHUN).jejak.catatan or "")) is diperingatkan


def test_mean_of_quarterly_percentages_is_offered_for_no_ratio() -> None:
    data = make_data(
        daftar_indikator=(edisi("pmks", rumus=RUMUS_PMKS, agregasi_triwulan=AgregasiTriwulan.RATA_RATA),),
        daftar_nilai_tercatat=tuple(tercatat("pmks", p, persen("50")) for p in (TW1, TW2, TW3, TW4)),
    )
    realisasi = HasilTahun(data).realisasi("pmks", TAHUN)
    assert alasan(realisasi) is AlasanTakTerhitung.TANPA_DATA
    assert "hitung ulang" in keterangan(realisasi)


def test_missing_quarter_is_named() -> None:
    data = nisbah(Sifat.ARUS, Sifat.ARUS)
    data = make_data(
        daftar_indikator=data.daftar_indikator,
        daftar_variabel=data.daftar_variabel,
        daftar_nilai_variabel=tuple(b for b in data.daftar_nilai_variabel if (b.variabel, b.periode) != ("a", TW2)),
    )
    hasil = HasilTahun(data)
    assert alasan(hasil.realisasi("pmks", TAHUN)) is AlasanBelumAda.BELUM_DIISI
    assert "Triwulan II Tahun 2020" in keterangan(hasil.realisasi("pmks", TAHUN))
    assert hasil.realisasi("pmks", TW1).tercetak == "10,00%"


def rumus(rumus: str, *daftar_isian: tuple[str, Periode, int], **lain: object) -> HasilTahun:
    return HasilTahun(
        make_data(
            daftar_indikator=(edisi("i", rumus=rumus, **lain),),
            daftar_variabel=(variabel("a", "A"), variabel("b", "B")),
            daftar_nilai_variabel=tuple(isian(*baris) for baris in daftar_isian),
        )
    )


def test_a_formula_with_one_known_part_goes_before_a_record_and_names_the_other_part() -> None:
    data = make_data(
        daftar_indikator=(edisi("i", rumus="[A] / [B] * 100%"),),
        daftar_variabel=(variabel("a", "A"), variabel("b", "B")),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, persen("53")),),
    )
    assert HasilTahun(data).realisasi("i", TAHUN).tercetak == "53,00%"
    sebagian = HasilTahun(replace(data, daftar_nilai_variabel=(isian("a", TAHUN, 1),))).realisasi("i", TAHUN).nilai
    assert isinstance(sebagian, BelumAda)
    assert sebagian.keterangan == "B belum diisi untuk Triwulan IV Tahun 2020."


def test_a_variable_names_the_sources_of_all_its_quarters_once() -> None:
    data = make_data(
        daftar_variabel=(variabel("a", "A", Sifat.ARUS),),
        daftar_nilai_variabel=(
            isian("a", TW1, 1, sumber="Formulir TW I"),
            isian("a", TW2, 2, sumber="Formulir TW II"),
            isian("a", TW3, 3, sumber="Formulir TW I"),
            isian("a", TW4, 4),
        ),
    )
    assert HasilTahun(data).nilai_variabel("a", TAHUN).jejak.sumber == "Formulir TW I; Formulir TW II"
    assert HasilTahun(data).nilai_variabel("a", TW1).jejak.sumber == "Formulir TW I"


def test_faults_of_a_formula_are_results() -> None:
    assert alasan(rumus("[A] / [B] * 100%", ("a", TW1, 1), ("b", TW1, 0)).realisasi("i", TW1)) is (
        AlasanTakTerhitung.PENYEBUT_NOL
    )
    assert alasan(rumus("[A] / [C] * 100%", ("a", TW1, 1)).realisasi("i", TW1)) is AlasanTakTerhitung.VARIABEL_TIDAK_ADA
    for teks in ("[A] / ", "[A] / [B]"):
        hasil = rumus(teks, ("a", TW1, 1), ("b", TW1, 2))
        assert alasan(hasil.realisasi("i", TW1)) is AlasanTakTerhitung.TANPA_RUMUS
        assert "tidak dapat dipakai" in keterangan(hasil.realisasi("i", TW1))


def test_count_has_no_ratio_to_warn_of() -> None:
    hasil = rumus("[A] + [B]", ("a", TW1, 1), ("b", TW1, 2), satuan="orang", digit=0)
    assert hasil.realisasi("i", TW1).tercetak == "3"
    assert hasil.realisasi("i", TW1).jejak.catatan is None


def test_indicator_without_formula_and_record() -> None:
    hasil = HasilTahun(make_data(daftar_indikator=(edisi("i"),)))
    assert alasan(hasil.realisasi("i", TAHUN)) is AlasanBelumAda.BELUM_DIISI
    assert alasan(rumus("[A] * 100%").realisasi("i", TAHUN)) is AlasanBelumAda.BELUM_DIISI


@pytest.mark.parametrize(
    ("geser", "periode", "tercetak"),
    [
        ("triwulan_lalu", TW2, "10"),
        ("triwulan_lalu", TAHUN, "30"),
        ("triwulan_lalu", TW1, "5"),
        ("tahun_lalu", TW4, "5"),
    ],
)
def test_formula_looks_back(geser: str, periode: Periode, tercetak: str) -> None:
    daftar_isian = (("a", Periode(2019, 4), 5), *(("a", p, n) for p, n in ((TW1, 10), (TW2, 20), (TW3, 30), (TW4, 40))))
    hasil = rumus(f"[A]@{geser}", *daftar_isian, satuan="orang", digit=0)
    assert hasil.realisasi("i", periode).tercetak == tercetak


def dua_edisi(*daftar_jembatan: Jembatan, rumus: str = RUMUS_KASUS) -> HasilTahun:
    return HasilTahun(
        make_data(
            daftar_indikator=(
                edisi("kasus", edisi="kasus-1", berlaku_mulai=date(2019, 1, 1), rumus=rumus, nama="Lama"),
                edisi("kasus", edisi="kasus-2", berlaku_mulai=date(2020, 1, 1), rumus=rumus, nama="Baru"),
            ),
            daftar_variabel=(variabel("k", "Jumlah kasus", Sifat.ARUS),),
            daftar_nilai_variabel=(isian("k", LALU, 26), isian("k", TAHUN, 42)),
            daftar_nilai_tercatat=(tercatat("kasus", LALU, persen("53")),),
            daftar_jembatan=daftar_jembatan,
        )
    )


def jembatan(lama: str, baru: str, sebanding: bool) -> Jembatan:
    return Jembatan(lama=lama, baru=baru, sebanding=sebanding, alasan="Cakupannya sama.")


@pytest.mark.parametrize(
    ("daftar", "tercetak"),
    [
        ((jembatan("kasus-1", "kasus-2", True),), "−61,54%"),
        ((jembatan("kasus@kasus-1", "kasus", True),), "−61,54%"),
        ((jembatan("kasus-1", "kasus-2", False),), "–"),
        ((), "–"),
    ],
)
def test_last_year_is_reached_over_a_bridge_only(daftar: tuple[Jembatan, ...], tercetak: str) -> None:
    hasil = dua_edisi(*daftar)
    assert hasil.realisasi("kasus", TAHUN).tercetak == tercetak
    lalu = hasil.realisasi_tahun("kasus", 2019)
    if tercetak == "–":
        assert alasan(hasil.realisasi("kasus", TAHUN)) is AlasanTakTerhitung.EDISI_TIDAK_SEBANDING
        assert alasan(lalu) is AlasanTakTerhitung.EDISI_TIDAK_SEBANDING
    else:
        assert "sebanding" in (lalu.jejak.catatan or "")
    assert hasil.edisi_indikator("kasus", LALU).nama == "Lama"
    assert [e.nama for e in hasil.daftar_indikator("s1")] == ["Baru"]


def test_same_edition_needs_no_bridge() -> None:
    hasil = HasilTahun(
        make_data(
            daftar_indikator=(edisi("kasus", berlaku_mulai=date(2019, 1, 1), rumus=RUMUS_KASUS),),
            daftar_variabel=(variabel("k", "Jumlah kasus", Sifat.ARUS),),
            daftar_nilai_variabel=(isian("k", LALU, 26), isian("k", TAHUN, 42), isian("k", Periode(2018), 13)),
        )
    )
    assert hasil.realisasi("kasus", TAHUN).tercetak == "−61,54%"
    assert hasil.realisasi("kasus", LALU).tercetak == "−100,00%"


def test_look_back_before_the_first_edition_obeys_the_bridge_from_another_indicator() -> None:
    def data(sebanding: bool) -> HasilTahun:
        return HasilTahun(
            make_data(
                daftar_indikator=(
                    edisi("lama", berlaku_mulai=date(2015, 1, 1)),
                    edisi("kasus", rumus=RUMUS_KASUS),
                ),
                daftar_variabel=(variabel("k", "Jumlah kasus", Sifat.ARUS),),
                daftar_nilai_variabel=(isian("k", LALU, 26), isian("k", TAHUN, 42)),
                daftar_jembatan=(jembatan("lama", "kasus", sebanding),),
            )
        )

    assert data(True).realisasi("kasus", TAHUN).tercetak == "−61,54%"
    assert alasan(data(False).realisasi("kasus", TAHUN)) is AlasanTakTerhitung.EDISI_TIDAK_SEBANDING


def pendahulu(*daftar_jembatan: Jembatan, nilai_lama: bool = True) -> HasilTahun:
    return HasilTahun(
        make_data(
            daftar_indikator=(
                edisi("tua", berlaku_mulai=date(2015, 1, 1)),
                edisi("tengah", berlaku_mulai=date(2018, 1, 1)),
                edisi("baru", nama="Indikator baru"),
            ),
            daftar_nilai_tercatat=(tercatat("tua", LALU, persen("53")),) if nilai_lama else (),
            daftar_jembatan=daftar_jembatan,
        )
    )


def test_value_of_a_predecessor_is_read_over_comparable_bridges() -> None:
    hasil = pendahulu(jembatan("tengah", "baru", True), jembatan("tua-1", "tengah-1", True))
    lalu = hasil.realisasi_tahun("baru", 2019)
    assert lalu.tercetak == "53,00%"
    assert "dinas/2019/tahun/indikator:tua/realisasi" in lalu.asal()


@pytest.mark.parametrize("triwulan", range(5))
def test_a_predecessor_measured_in_any_quarter_is_the_one_that_is_read(triwulan: int) -> None:
    hasil = HasilTahun(
        make_data(
            daftar_indikator=(edisi("lama", berlaku_mulai=date(2018, 1, 1)), edisi("baru")),
            daftar_nilai_tercatat=(tercatat("lama", Periode(2019, triwulan), persen("53")),),
            daftar_jembatan=(jembatan("lama", "baru", True),),
        )
    )
    lalu = hasil.realisasi_tahun("baru", 2019)
    assert "dinas/2019/tahun/indikator:lama/realisasi" in lalu.asal()
    assert lalu.tercetak == "53,00%"
    assert has_tanda(lalu.nilai, JenisTanda.SEMENTARA) is (triwulan in (1, 2, 3))


def test_of_two_predecessors_the_bridge_written_first_counts() -> None:
    def lalu(*daftar: str) -> str:
        data = make_data(
            daftar_indikator=(*(edisi(i, berlaku_mulai=date(2018, 1, 1)) for i in ("satu", "dua")), edisi("baru")),
            daftar_nilai_tercatat=(tercatat("satu", LALU, persen("53")), tercatat("dua", LALU, persen("61"))),
            daftar_jembatan=tuple(jembatan(lama, "baru", True) for lama in daftar),
        )
        return HasilTahun(data).realisasi_tahun("baru", 2019).tercetak

    assert (lalu("satu", "dua"), lalu("dua", "satu")) == ("53,00%", "61,00%")


def test_replaced_indicator_leaves_the_list() -> None:
    hasil = pendahulu(jembatan("tengah", "baru", True), jembatan("tua-1", "tengah-1", True))
    assert [e.indikator for e in hasil.daftar_indikator("s1")] == ["baru"]
    assert [e.indikator for e in hasil.daftar_indikator("s1", LALU)] == ["tengah"]
    assert [e.indikator for e in hasil.daftar_indikator("s1", Periode(2016))] == ["tua"]


@pytest.mark.parametrize(
    ("daftar", "sebab"),
    [
        (
            (jembatan("tengah", "baru", True), jembatan("tua", "tengah", False)),
            AlasanTakTerhitung.EDISI_TIDAK_SEBANDING,
        ),
        ((jembatan("tengah", "baru", True), jembatan("baru", "tengah", True)), AlasanTakTerhitung.TANPA_DATA),
        ((jembatan("entah", "baru", True),), AlasanTakTerhitung.TANPA_DATA),
        ((), AlasanTakTerhitung.TANPA_DATA),
    ],
)
def test_value_of_a_predecessor_that_cannot_be_read(daftar: tuple[Jembatan, ...], sebab: AlasanTakTerhitung) -> None:
    assert alasan(pendahulu(*daftar).realisasi_tahun("baru", 2019)) is sebab


def test_definition_recorded_after_its_period_says_so() -> None:
    data = make_data(
        daftar_indikator=(edisi("i", dicatat_pada=date(2021, 2, 1)),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, persen("5")),),
    )
    assert "berlaku surut" in (HasilTahun(data).realisasi("i", TAHUN).jejak.catatan or "")
    belum = HasilTahun(data, diketahui=date(2020, 12, 31))
    assert belum.daftar_indikator() == ()
    assert "sebelum definisi ini berlaku" in (belum.realisasi("i", TAHUN).jejak.catatan or "")


def test_next_year_of_an_indicator_that_starts_this_year_is_not_measured() -> None:
    hasil = HasilTahun(make_data(daftar_indikator=(edisi("i"),)))
    assert alasan(hasil.realisasi("i", Periode(2021))) is AlasanBelumAda.BELUM_DIISI
    baru = HasilTahun(make_data(daftar_indikator=(edisi("i", berlaku_mulai=date(2021, 1, 1)),)))
    assert alasan(baru.realisasi("i", Periode(2021))) is AlasanBelumAda.BELUM_DIISI
    assert alasan(baru.realisasi("i", TAHUN)) is AlasanTakTerhitung.TANPA_DATA


@pytest.mark.parametrize(
    ("agregasi", "tahun", "tw2"),
    [(AgregasiTriwulan.JUMLAH, "60,00%", "30,00%"), (AgregasiTriwulan.TERAKHIR, "20,00%", "20,00%")],
)
def test_recorded_quarters_without_formula(agregasi: AgregasiTriwulan, tahun: str, tw2: str) -> None:
    data = make_data(
        daftar_indikator=(edisi("i", agregasi_triwulan=agregasi),),
        daftar_nilai_tercatat=tuple(
            tercatat("i", p, persen(n)) for p, n in zip((TW1, TW2, TW3, TW4), ("10", "20", "10", "20"), strict=True)
        ),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi("i", TAHUN).tercetak == tahun
    assert hasil.realisasi("i", TW2).tercetak == tw2
    assert hasil.daftar_realisasi_lain("i", TW2) == ()


def test_yearly_record_goes_before_recorded_quarters() -> None:
    data = make_data(
        daftar_indikator=(edisi("i"),),
        daftar_nilai_tercatat=(tercatat("i", TW4, persen("10")), tercatat("i", TAHUN, persen("12"))),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi("i", TAHUN).tercetak == "12,00%"
    assert hasil.realisasi("i", TW4).tercetak == "10,00%"


def test_two_sources_that_disagree_are_both_kept() -> None:
    data = make_data(
        daftar_indikator=(edisi("i"),),
        daftar_nilai_tercatat=(
            tercatat("i", TAHUN, persen("92"), "Laporan", dicatat_pada=date(2021, 1, 1)),
            tercatat("i", TAHUN, persen("90"), "Dinas lain"),
            tercatat("i", TAHUN, persen("92.0"), "Bappeda"),
            tercatat("i", TAHUN, BelumAda(AlasanBelumAda.BELUM_TERBIT), "BPS"),
            tercatat("i", TAHUN, Bilangan(Angka(92), "orang"), "Kecamatan"),
            tercatat("i", TAHUN, persen("91"), "Laporan", dicatat_pada=date(2020, 12, 1)),
        ),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi("i", TAHUN).tercetak == "92,00%"
    lain = hasil.daftar_realisasi_lain("i", TAHUN)
    assert [h.tercetak for h in lain] == ["90%", "92%", "–", "92"]
    assert [has_tanda(h.nilai, JenisTanda.BERTENTANGAN) for h in lain] == [True, False, False, True]
    assert has_tanda(hasil.realisasi("i", TAHUN).nilai, JenisTanda.BERTENTANGAN)
    lengkap = hasil.nilai_tercatat("i", TAHUN, 6)
    assert lengkap is not None
    assert lengkap.tercetak == "91%"
    assert hasil.nilai_tercatat("i", TAHUN, 0) is None


def test_later_record_of_one_source_replaces_the_earlier() -> None:
    data = make_data(
        daftar_indikator=(edisi("i"),),
        daftar_nilai_tercatat=(
            tercatat("i", TAHUN, persen("90"), "BPS"),
            tercatat("i", TAHUN, persen("92"), "BPS", dicatat_pada=date(2021, 6, 1)),
        ),
    )
    assert HasilTahun(data).realisasi("i", TAHUN).tercetak == "92,00%"
    lama = HasilTahun(data, diketahui=date(2021, 1, 1))
    assert lama.realisasi("i", TAHUN).tercetak == "90,00%"
    assert lama.nilai_tercatat("i", TAHUN, 2) is None


def test_record_that_agrees_as_printed_is_no_contradiction() -> None:
    data = nisbah(Sifat.ARUS, Sifat.ARUS)
    for nilai, bertentangan in (
        (persen("31.40"), False),
        (persen("31"), False),
        (persen("31.39"), True),
        (Bilangan(Angka(1, 3), "%"), True),
    ):
        hasil = HasilTahun(
            make_data(
                daftar_indikator=data.daftar_indikator,
                daftar_variabel=data.daftar_variabel,
                daftar_nilai_variabel=data.daftar_nilai_variabel,
                daftar_nilai_tercatat=(tercatat("pmks", TAHUN, nilai),),
            )
        )
        assert has_tanda(hasil.realisasi("pmks", TAHUN).nilai, JenisTanda.BERTENTANGAN) is bertentangan
        assert len(hasil.daftar_realisasi_lain("pmks", TAHUN)) == 1


@pytest.mark.parametrize(("lain", "bertentangan"), [("Madya", False), ("Nindya", True)])
def test_categories_of_two_sources(lain: str, bertentangan: bool) -> None:
    madya, peringkat = Kategori("Madya", 2, "kla"), {"Madya": 2, "Nindya": 3}[lain]
    data = make_data(
        daftar_indikator=(edisi("kla", satuan="kategori"),),
        daftar_nilai_tercatat=(
            tercatat("kla", TAHUN, madya, "Kementerian"),
            tercatat("kla", TAHUN, Kategori(lain, peringkat, "kla"), "Laporan"),
        ),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi("kla", TAHUN).tercetak == "Madya"
    assert has_tanda(hasil.realisasi("kla", TAHUN).nilai, JenisTanda.BERTENTANGAN) is bertentangan


def test_category_of_a_variable_keeps_its_inputs() -> None:
    data = make_data(
        daftar_indikator=(edisi("kla", satuan="kategori", rumus="kategori([Level KLA])"),),
        daftar_variabel=(variabel("level", "Level KLA"),),
        daftar_nilai_variabel=(isian("level", TAHUN, Kategori("Madya", 2, "kla")),),
    )
    realisasi = HasilTahun(data).realisasi("kla", TAHUN)
    assert realisasi.tercetak == "Madya"
    assert "dinas/2020/tahun/variabel:level/isian" in realisasi.asal()


def test_two_entries_of_one_variable() -> None:
    def nilai(*daftar: tuple[int, str, date | None], diketahui: date | None = None) -> Nilai:
        data = make_data(
            daftar_indikator=(edisi("i"),),
            daftar_variabel=(variabel("a", "A"),),
            daftar_nilai_variabel=tuple(
                isian("a", TW1, n, sumber=sumber, dicatat_pada=pada) for n, sumber, pada in daftar
            ),
        )
        return HasilTahun(data, diketahui=diketahui).nilai_variabel("a", TW1).nilai

    dua = nilai((5, "", None), (7, "Kecamatan", None))
    assert dua.angka == 5  # type: ignore[union-attr]
    assert has_tanda(dua, JenisTanda.BERTENTANGAN)
    assert not nilai((5, "a", None), (5, "b", None)).tanda
    ralat = nilai((5, "a", date(2020, 4, 1)), (7, "a", date(2020, 5, 1)))
    assert ralat.angka == 7  # type: ignore[union-attr]
    assert not ralat.tanda
    lama = nilai((5, "a", date(2020, 4, 1)), (7, "a", date(2020, 5, 1)), diketahui=date(2020, 4, 30))
    assert lama.angka == 5  # type: ignore[union-attr]


def test_variable_knows_the_indicators_that_read_it() -> None:
    rumus = "[A] / [B] * 100%"
    hasil = HasilTahun(
        make_data(
            daftar_indikator=(
                edisi("i", rumus=rumus),
                edisi("i", edisi="i-2", rumus="[C] / [B] * 100%", berlaku_mulai=date(2020, 7, 1)),
                edisi("j", rumus="[a] * 100%"),
                edisi("rusak", rumus="[A"),
                edisi("tanpa"),
                edisi("asing", rumus="[Tak terdaftar]"),
            ),
            daftar_variabel=(variabel("a", "A"), variabel("b", "B"), variabel("c", "C")),
        )
    )
    assert [hasil.list_pemakai(v) for v in ("a", "b", "c", "x")] == [("i", "j"), ("i",), ("i",), ()]


def test_bridges_say_what_an_edition_follows() -> None:
    lama, baru = edisi("i", edisi="i-1"), edisi("i", edisi="i-2", berlaku_mulai=date(2020, 7, 1))
    jembatan = Jembatan(lama="i-1", baru="i-2", sebanding=True, alasan="Sama.")
    dari_lain = Jembatan(lama="tua", baru="i", sebanding=False, alasan="Beda.")
    hasil = HasilTahun(make_data(daftar_indikator=(lama, baru, edisi("tua")), daftar_jembatan=(jembatan, dari_lain)))
    assert hasil.find_jembatan(lama=lama, baru=baru) == jembatan
    assert hasil.find_jembatan(lama=baru, baru=lama) is None
    assert hasil.list_pendahulu(baru) == (("tua", dari_lain),)
