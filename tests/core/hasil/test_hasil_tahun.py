"""The agency-year 2020 as published: the figures the issue promises, and the ways through the one door."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data_mesin import TAHUN, TW1, TW2, TW4, make_2020, ubah
from tolok.core.angka import Angka
from tolok.core.hasil.cari import IdentitasTakDikenal
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.kebijakan import Kebijakan, RataRata
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    JenisTanda,
    TidakDapatDihitung,
    has_tanda,
)
from tolok.core.periode import Periode


@pytest.fixture(scope="module")
def hasil() -> HasilTahun:
    return HasilTahun(make_2020())


def test_pmks_is_computed_from_its_parts(hasil: HasilTahun) -> None:
    realisasi = hasil.realisasi("pmks", TAHUN)
    assert realisasi.nilai.angka == Angka(127700, 1816)  # type: ignore[union-attr]
    assert realisasi.tercetak == "70,32%"
    assert hasil.target("pmks", TAHUN).tercetak == "86%"
    assert hasil.capaian("pmks", TAHUN).tercetak == "81,77%"
    assert hasil.predikat("pmks", TAHUN).tercetak == "Tinggi"
    assert hasil.capaian("pmks", TW1).tercetak == "81,77%"


def test_pmks_and_its_rival_are_both_marked_and_both_kept(hasil: HasilTahun) -> None:
    (lain,) = hasil.daftar_realisasi_lain("pmks", TAHUN)
    assert lain.tercetak == "92%"
    assert has_tanda(lain.nilai, JenisTanda.BERTENTANGAN)
    assert has_tanda(lain.nilai, JenisTanda.NILAI_LUAR)
    realisasi = hasil.realisasi("pmks", TAHUN)
    assert has_tanda(realisasi.nilai, JenisTanda.BERTENTANGAN)
    assert has_tanda(hasil.capaian("pmks", TAHUN).nilai, JenisTanda.BERTENTANGAN)
    assert realisasi.jejak.catatan == "Bertentangan dengan 92% (LKjIP 2020, Tabel 3.1.1.A)."
    assert not has_tanda(hasil.realisasi("pmks", TW4).nilai, JenisTanda.BERTENTANGAN)


def test_value_without_parts_is_marked_with_its_source(hasil: HasilTahun) -> None:
    realisasi = hasil.realisasi("tkp", TAHUN)
    assert realisasi.tercetak == "49,48%"
    assert has_tanda(realisasi.nilai, JenisTanda.NILAI_LUAR)
    assert hasil.capaian("tkp", TAHUN).tercetak == "102,55%"
    assert hasil.predikat("tkp", TAHUN).tercetak == "Sangat tinggi"
    assert hasil.daftar_realisasi_lain("tkp", TAHUN) == ()
    belum = hasil.realisasi("tkp", TW2).nilai
    assert isinstance(belum, BelumAda)
    assert belum.alasan is AlasanBelumAda.BELUM_WAKTUNYA


def test_decrease_without_the_count_of_last_year_is_not_computable(hasil: HasilTahun) -> None:
    nilai = hasil.realisasi("kasus", TAHUN).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert "2019" in nilai.keterangan
    assert hasil.capaian("kasus", TAHUN).tercetak == "–"
    (lain,) = hasil.daftar_realisasi_lain("kasus", TAHUN)
    assert lain.tercetak == "161,5%"
    assert hasil.realisasi_tahun("kasus", 2019).tercetak == "53,00%"


def test_category_that_was_not_evaluated_has_no_capaian(hasil: HasilTahun) -> None:
    nilai = hasil.capaian("kla", TAHUN).nilai
    assert isinstance(nilai, BelumAda)
    assert nilai.alasan is AlasanBelumAda.TIDAK_DIEVALUASI
    assert hasil.predikat("kla", TAHUN).tercetak == "–"
    assert hasil.realisasi_tahun("kla", 2019).tercetak == "Madya"


def test_agency_mean_rests_on_2_of_4_and_has_no_predicate(hasil: HasilTahun) -> None:
    rata_rata = hasil.rata_rata_instansi(TAHUN)
    assert rata_rata.hasil.tercetak == "92,16%"
    assert (rata_rata.terukur, rata_rata.jumlah) == (2, 4)
    assert isinstance(rata_rata.predikat.nilai, TidakDapatDihitung)
    assert "hanya 50% indikator yang terukur, kurang dari 75%" in rata_rata.predikat.nilai.keterangan


def test_mean_of_one_sasaran_with_everything_measured_has_a_predicate(hasil: HasilTahun) -> None:
    rata_rata = hasil.rata_rata_sasaran("s1", TAHUN)
    assert (rata_rata.hasil.tercetak, rata_rata.predikat.tercetak) == ("81,77%", "Tinggi")
    tanpa = hasil.rata_rata_sasaran("s3", TAHUN)
    assert (tanpa.hasil.tercetak, tanpa.terukur, tanpa.jumlah) == ("–", 0, 2)
    assert tanpa.predikat.tercetak == "–"


def test_mean_over_sasaran_is_another_policy() -> None:
    kebijakan = Kebijakan(skala="permendagri-86-2017", rata_rata=RataRata.SASARAN, bagian_minimum=Angka(50))
    rata_rata = HasilTahun(make_2020(), kebijakan=kebijakan).rata_rata_instansi(TAHUN)
    assert rata_rata.hasil.tercetak == "92,16%"
    assert rata_rata.predikat.tercetak == "Sangat tinggi"
    assert "dinas/2020/tahun/sasaran:s1/rata_rata_capaian" in rata_rata.hasil.asal()


@pytest.mark.parametrize(
    ("kode", "edisi", "pagu", "serapan"),
    [
        ("total", "t32", "Rp 3.531.680.129", "86,58%"),
        ("total", "tw1", "Rp 6.671.923.749", "45,83%"),
        ("total", "tw2", "Rp 3.407.000.210", "89,74%"),
        ("7", "t32", "Rp 161.247.500", "80,51%"),
    ],
)
def test_serapan_names_its_edition(hasil: HasilTahun, kode: str, edisi: str, pagu: str, serapan: str) -> None:
    assert hasil.pagu(kode, edisi).tercetak.replace("\u00a0", " ") == pagu
    baris = hasil.serapan(kode, TW4, edisi)
    assert baris.tercetak == serapan
    assert hasil.data.daftar_edisi_pagu[("tw1", "tw2", "t32").index(edisi)].nama in (baris.jejak.catatan or "")
    assert hasil.serapan(kode, TAHUN, edisi).nilai == baris.nilai


def test_total_realisasi_of_the_fourth_quarter(hasil: HasilTahun) -> None:
    assert hasil.realisasi_anggaran("total", TW4).tercetak == "Rp\u00a03.057.589.710"


def test_shares_of_sasaran_support_and_unlinked_programs(hasil: HasilTahun) -> None:
    assert hasil.bagian_simpul("s1", "t32").tercetak == "49,99%"
    assert hasil.bagian_penunjang("t32").tercetak == "35,05%"
    assert hasil.bagian_tanpa_sasaran("t32").tercetak == "1,33%"
    assert hasil.pagu_tanpa_sasaran("t32").tercetak == "Rp\u00a046.975.000"
    semua = [hasil.bagian_simpul(s, "t32") for s in ("s1", "s2", "s3")]
    semua += [hasil.bagian_penunjang("t32"), hasil.bagian_tanpa_sasaran("t32")]
    assert sum((b.nilai.angka for b in semua), Angka(0)) == 100  # type: ignore[union-attr]
    assert hasil.pagu_penunjang("t32").nilai == hasil.pagu("1", "t32").nilai


def test_tujuan_has_the_budget_of_its_sasaran(hasil: HasilTahun) -> None:
    bagian = sum((hasil.pagu_simpul(s, "t32").nilai.angka for s in ("s1", "s2", "s3")), Angka(0))  # type: ignore[union-attr]
    assert hasil.pagu_simpul("t1", "t32").nilai.angka == bagian  # type: ignore[union-attr]


def test_single_indicator_owns_the_budget_of_its_sasaran(hasil: HasilTahun) -> None:
    assert hasil.pagu_indikator("tkp", "t32").nilai == hasil.pagu_simpul("s2", "t32").nilai
    assert hasil.pagu_indikator("pmks", "t32").nilai == hasil.pagu_simpul("s1", "t32").nilai
    assert hasil.pagu_indikator("kasus", "t32").nilai == hasil.pagu("6.1", "t32").nilai
    assert hasil.bagian_indikator("kla", "t32").tercetak == "1,99%"
    assert hasil.realisasi_indikator("kla", TW4).nilai == hasil.realisasi_anggaran("6.2", TW4).nilai
    assert hasil.serapan_indikator("kla", TW4, "t32").tercetak == "96,39%"
    assert hasil.realisasi_simpul("s3", TW4).tercetak == "Rp\u00a0134.717.000"
    assert hasil.serapan_simpul("s3", TW4, "t32").tercetak == "93,04%"


def test_efisiensi_divides_serapan_by_capaian(hasil: HasilTahun) -> None:
    serapan, capaian = hasil.serapan_indikator("pmks", TAHUN, "t32"), hasil.capaian("pmks", TAHUN)
    efisiensi = hasil.efisiensi("pmks", TAHUN, "t32")
    assert efisiensi.nilai.angka == serapan.nilai.angka / capaian.nilai.angka * 100  # type: ignore[union-attr]
    assert {serapan.identitas, capaian.identitas} <= efisiensi.asal()
    assert hasil.efisiensi("kla", TAHUN, "t32").tercetak == "–"


def test_progress_to_the_end_of_the_plan(hasil: HasilTahun) -> None:
    assert hasil.target_akhir("pmks").tercetak == "75%"
    assert hasil.tingkat_kemajuan("pmks").tercetak == "93,76%"
    assert hasil.tingkat_kemajuan("tkp").tercetak == "–"


def test_benchmarks_in_printed_order(hasil: HasilTahun) -> None:
    assert [p.tercetak for p in hasil.pembanding("pmks")] == ["60%", "65%"]
    assert hasil.pembanding("kla") == ()


def test_lists_follow_the_plan_in_force(hasil: HasilTahun) -> None:
    assert [s.id for s in hasil.daftar_sasaran()] == ["s1", "s2", "s3"]
    assert hasil.daftar_sasaran()[0].uraian == "Sasaran 1"
    assert [e.indikator for e in hasil.daftar_indikator()] == ["pmks", "tkp", "kasus", "kla"]
    assert [e.indikator for e in hasil.daftar_indikator("s3", TW1)] == ["kasus", "kla"]
    assert hasil.daftar_indikator("s9") == ()
    assert hasil.edisi_indikator("pmks", Periode(2018)).edisi == "pmks-1"


def test_every_listed_identity_is_found_under_its_own_name(hasil: HasilTahun) -> None:
    daftar = list(hasil.daftar_identitas())
    assert len(daftar) == len(set(daftar)) > 500
    for identitas in daftar:
        ditemukan = hasil.cari(identitas)
        assert ditemukan.identitas == identitas
        assert ditemukan.jejak.identitas == identitas
        assert ditemukan.jejak.nilai == ditemukan.nilai


def test_every_origin_is_a_quantity_that_can_be_looked_up(hasil: HasilTahun) -> None:
    daftar_asal = {asal for identitas in hasil.daftar_identitas() for asal in hasil.cari(identitas).asal()}
    for identitas in daftar_asal:
        assert hasil.cari(identitas).identitas == identitas
    asal = hasil.capaian("pmks", TAHUN).asal()
    assert {
        "dinas/2020/tahun/indikator:pmks/target",
        "dinas/2020/tahun/indikator:pmks/target@pk-2020",
        "dinas/2020/tahun/indikator:pmks/realisasi",
        "dinas/2020/tahun/variabel:pmks-terpenuhi/nilai",
        "dinas/2020/tahun/variabel:pmks-jumlah/nilai",
        "dinas/2020/tw4/variabel:pmks-terpenuhi/isian",
        "dinas/2020/tw4/variabel:pmks-jumlah/isian",
    } == asal


def test_inputs_can_be_looked_up(hasil: HasilTahun) -> None:
    assert hasil.cari("dinas/2020/tw4/variabel:pmks-terpenuhi/isian").tercetak == "1.277"
    assert hasil.cari("dinas/2020/tahun/indikator:pmks/tercatat@1").tercetak == "92%"
    assert hasil.cari("dinas/2024/tahun/indikator:pmks/target@renstra").tercetak == "75%"
    assert hasil.cari("dinas/2019/tahun/indikator:pmks/pembanding@1").tercetak == "60%"
    assert hasil.cari("dinas/2019/tahun/indikator:pmks/realisasi").tercetak == "95,00%"
    assert hasil.cari("dinas/2020/tw2/anggaran:total/pagu@tw2").identitas == "dinas/2020/tahun/anggaran:total/pagu@tw2"


@pytest.mark.parametrize(
    "identitas",
    [
        "pmks",
        "dinas/2020/tw5/indikator:pmks/capaian",
        "dinas/20x0/tahun/indikator:pmks/capaian",
        "dinas/2020/tahun/indikator:pmks",
        "lain/2020/tahun/indikator:pmks/capaian",
        "dinas/2020/tahun/indikator:pmk/capaian",
        "dinas/2020/tahun/indikator:pmks/capain",
        "dinas/2020/tw1/indikator:pmks/target_akhir",
        "dinas/2020/tahun/indikator:pmks/target@pk-2021",
        "dinas/2020/tahun/indikator:pmks/tercatat@2",
        "dinas/2020/tahun/indikator:pmks/tercatat@x",
        "dinas/2020/tahun/indikator:pmks/pembanding@9",
        "dinas/2020/tahun/indikator:pmks/capaian@x",
        "dinas/2020/tahun/indikator:pmks/efisiensi@murni",
        "dinas/2020/tahun/indikator:pmk/pagu@t32",
        "dinas/2020/tahun/instansi/capaian",
        "dinas/2020/tahun/instansi:x/predikat",
        "dinas/2020/tahun/sasaran:s9/predikat",
        "dinas/2020/tahun/sasaran:s9/pagu@t32",
        "dinas/2020/tahun/variabel:pmks-terpenuhi/capaian",
        "dinas/2020/tahun/variabel:pmks-terpenuhi/isian",
        "dinas/2020/tahun/variabel:x/nilai",
        "dinas/2020/tahun/anggaran:9/pagu@t32",
        "dinas/2020/tahun/anggaran:1/pagu",
        "dinas/2020/tahun/anggaran:1/pagu@murni",
        "dinas/2020/tahun/anggaran:1/realisasi_anggaran@t32",
        "dinas/2019/tahun/anggaran:1/pagu@t32",
        "dinas/2020/tahun/kota:1/capaian",
    ],
)
def test_unknown_identities_are_refused(hasil: HasilTahun, identitas: str) -> None:
    with pytest.raises(IdentitasTakDikenal, match="tidak ada"):
        hasil.cari(identitas)


def test_agency_without_budget_lists_no_budget() -> None:
    data = ubah(make_2020(), daftar_anggaran=(), daftar_pagu=(), daftar_realisasi=(), daftar_pemetaan=())
    assert not [
        identitas
        for identitas in HasilTahun(data).daftar_identitas()
        if "pagu" in identitas and "anggaran:" in identitas
    ]


def test_scale_that_is_missing_or_faulty_gives_no_predicate() -> None:
    tanpa = HasilTahun(make_2020(), kebijakan=Kebijakan()).predikat("pmks", TAHUN).nilai
    assert isinstance(tanpa, TidakDapatDihitung)
    assert tanpa.alasan is AlasanTakTerhitung.TANPA_DATA
    data = make_2020()
    rusak = replace(data.daftar_skala[0], kelas=data.daftar_skala[0].kelas[2:])
    nilai = HasilTahun(ubah(data, daftar_skala=(rusak,))).predikat("pmks", TAHUN).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert "tidak dapat dipakai" in nilai.keterangan


def test_changing_one_variable_changes_exactly_what_depends_on_it() -> None:
    data = make_2020()
    baris = data.daftar_nilai_variabel[3]
    assert (baris.variabel, baris.periode) == ("pmks-terpenuhi", TW4)
    diganti = (*data.daftar_nilai_variabel[:3], replace(baris, nilai=replace(baris.nilai, angka=Angka(1300))))  # type: ignore[call-arg]
    baru = HasilTahun(ubah(data, daftar_nilai_variabel=diganti + data.daftar_nilai_variabel[4:]))
    lama = HasilTahun(data)
    sumber = "dinas/2020/tw4/variabel:pmks-terpenuhi/isian"
    for identitas in lama.daftar_identitas():
        bergantung = sumber in lama.cari(identitas).asal()
        berubah = lama.cari(identitas).nilai != baru.cari(identitas).nilai
        if berubah:
            assert bergantung, identitas
        elif bergantung:
            assert identitas.endswith("predikat"), identitas


def test_unknown_names_are_key_errors(hasil: HasilTahun) -> None:
    for panggil in (
        lambda: hasil.realisasi("x", TAHUN),
        lambda: hasil.capaian("x", TAHUN),
        lambda: hasil.nilai_variabel("x", TAHUN),
        lambda: hasil.rata_rata_sasaran("x", TAHUN),
        lambda: hasil.pagu("total", "x"),
        lambda: hasil.pagu("x", "t32"),
        lambda: hasil.pagu_simpul("x", "t32"),
    ):
        with pytest.raises(KeyError) as galat:
            panggil()
        assert galat.value.args == ("x",)
