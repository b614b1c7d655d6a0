"""Targets in force, progress to the end of the plan, weights."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_mesin import (
    TAHUN,
    TW1,
    TW2,
    TW3,
    TW4,
    edisi,
    make_2020,
    make_data,
    perjanjian,
    persen,
    target,
    tercatat,
)
from tolok.core.angka import Angka
from tolok.core.hasil.indikator import make_nama_per_dokumen
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiTahun, Target
from tolok.core.jejak import Hasil
from tolok.core.kebijakan import Kebijakan
from tolok.core.naskah import Perjanjian
from tolok.core.nilai import AlasanTakTerhitung, JenisTanda, TidakDapatDihitung, has_tanda
from tolok.core.periode import Periode

PK = (perjanjian("pk-murni", date(2020, 1, 20)), perjanjian("pk-perubahan", date(2020, 9, 15)))


def hasil(*daftar_target: Target, daftar_perjanjian: tuple[Perjanjian, ...] = PK, **lain: Any) -> HasilTahun:
    diketahui = lain.pop("diketahui", None)
    data = make_data(
        daftar_indikator=(edisi("i", **lain),), daftar_target=daftar_target, daftar_perjanjian=daftar_perjanjian
    )
    return HasilTahun(data, diketahui=diketahui)


def kosong(hasil: Hasil) -> bool:
    return isinstance(hasil.nilai, TidakDapatDihitung) and hasil.nilai.alasan is AlasanTakTerhitung.TANPA_TARGET


def test_quarter_keeps_the_agreement_then_in_force_and_the_year_takes_the_last() -> None:
    tahun = hasil(target("i", persen("80"), dokumen="pk-murni"), target("i", persen("60"), dokumen="pk-perubahan"))
    assert [tahun.target("i", p).tercetak for p in (TW1, TW2, TW3, TW4, TAHUN)] == ["80%", "80%", "60%", "60%", "60%"]
    assert "target setahun dari Perjanjian Kinerja 2020 (berlaku mulai 20 Januari 2020)" in (
        tahun.target("i", TW1).jejak.catatan or ""
    )


def test_target_of_the_quarter_goes_before_that_of_the_year() -> None:
    tahun = hasil(target("i", persen("80"), dokumen="pk-murni"), target("i", persen("20"), TW1, "pk-murni"))
    assert tahun.target("i", TW1).tercetak == "20%"
    assert "target triwulan ini" in (tahun.target("i", TW1).jejak.catatan or "")
    assert tahun.target("i", TW2).tercetak == "80%"
    assert tahun.target("i", TAHUN).tercetak == "80%"


def test_revision_of_signers_only_leaves_the_target_alone() -> None:
    assert hasil(target("i", persen("80"), dokumen="pk-murni")).target("i", TAHUN).tercetak == "80%"


def test_agreement_goes_before_the_plan_and_the_plan_before_nothing() -> None:
    rencana = target("i", persen("70"), dokumen="renstra")
    assert hasil(rencana, target("i", persen("80"), dokumen="pk-murni")).target("i", TAHUN).tercetak == "80%"
    tahun = hasil(rencana)
    assert tahun.target("i", TAHUN).tercetak == "70%"
    assert "dari Renstra 2019-2024 (tanggal berlakunya tidak diketahui)" in (
        tahun.target("i", TAHUN).jejak.catatan or ""
    )
    terlambat = hasil(rencana, target("i", persen("60"), dokumen="pk-perubahan"))
    assert terlambat.target("i", TW1).tercetak == "70%"


def test_plan_edition_of_the_report_goes_before_others() -> None:
    lain = target("i", persen("50"), dokumen="rpd", berlaku_mulai=date(2020, 1, 1))
    assert hasil(lain, target("i", persen("70"), dokumen="renstra")).target("i", TAHUN).tercetak == "70%"
    assert hasil(lain).target("i", TAHUN).tercetak == "50%"


def test_no_target_is_a_state_of_target_and_capaian() -> None:
    tahun = hasil()
    assert kosong(tahun.target("i", TAHUN))
    assert kosong(hasil(target("i", persen("80"), dokumen="pk-perubahan")).target("i", TW1))
    assert tahun.target_dokumen("i", TAHUN, "pk-murni") is None


def test_two_targets_of_one_document_contradict_each_other() -> None:
    tahun = hasil(target("i", persen("80"), dokumen="pk-murni"), target("i", persen("85"), dokumen="pk-murni"))
    nilai = tahun.target("i", TAHUN)
    assert nilai.tercetak == "80%"
    assert has_tanda(nilai.nilai, JenisTanda.BERTENTANGAN)
    assert "85%" in (nilai.jejak.catatan or "")
    sama = hasil(target("i", persen("80"), dokumen="pk-murni"), target("i", persen("80"), dokumen="pk-murni"))
    assert not sama.target("i", TAHUN).nilai.tanda


def test_later_record_of_one_document_replaces_the_earlier() -> None:
    daftar = (
        target("i", persen("80"), dokumen="pk-murni", dicatat_pada=date(2020, 2, 1)),
        target("i", persen("85"), dokumen="pk-murni", dicatat_pada=date(2020, 3, 1)),
    )
    assert hasil(*daftar).target("i", TAHUN).tercetak == "85%"
    assert (
        hasil(*daftar, diketahui=date(2020, 2, 10), dicatat_pada=date(2020, 1, 1)).target("i", TAHUN).tercetak == "80%"
    )


@pytest.mark.parametrize(
    ("sendiri", "rencana", "berlaku"),
    [
        (None, None, True),
        (None, date(2020, 3, 31), True),
        (None, date(2020, 4, 1), False),
        (date(2020, 3, 31), date(2020, 4, 1), True),
        (date(2020, 4, 1), date(2020, 1, 1), False),
    ],
)
def test_a_target_without_its_own_start_begins_with_its_plan(
    sendiri: date | None, rencana: date | None, berlaku: bool
) -> None:
    data = make_data(
        daftar_indikator=(edisi("i"),),
        daftar_target=(target("i", persen("70"), dokumen="renstra", berlaku_mulai=sendiri),),
    )
    daftar = tuple(replace(edisi, berlaku_mulai=rencana) for edisi in data.daftar_edisi_rencana)
    didapat = HasilTahun(replace(data, daftar_edisi_rencana=daftar)).target("i", TW1)
    assert kosong(didapat) is not berlaku
    assert (didapat.tercetak == "70%") is berlaku


@pytest.mark.parametrize(
    ("dicatat", "diketahui", "tercetak"),
    [
        (None, date(2020, 5, 31), None),
        (None, date(2020, 6, 1), "70%"),
        (date(2020, 2, 1), date(2020, 1, 31), None),
        (date(2020, 2, 1), date(2020, 2, 1), "70%"),
    ],
)
def test_a_target_without_its_own_record_date_is_known_since_its_plan_was_recorded(
    dicatat: date | None, diketahui: date, tercetak: str | None
) -> None:
    data = make_data(
        daftar_indikator=(edisi("i", dicatat_pada=date(2020, 1, 1)),),
        daftar_target=(target("i", persen("70"), dokumen="renstra", dicatat_pada=dicatat),),
    )
    rencana = tuple(replace(edisi, dicatat_pada=date(2020, 6, 1)) for edisi in data.daftar_edisi_rencana)
    didapat = HasilTahun(replace(data, daftar_edisi_rencana=rencana), diketahui=diketahui).target("i", TAHUN)
    assert kosong(didapat) if tercetak is None else didapat.tercetak == tercetak


def kemajuan(agregasi: AgregasiTahun, tahun_target: tuple[int, ...], rencana: str = "renstra") -> HasilTahun:
    return HasilTahun(
        make_data(
            rencana_berlaku=rencana,
            daftar_indikator=(edisi("i", simpul="s1", satuan="orang", digit=0, agregasi_tahun=agregasi),),
            daftar_target=tuple(
                target("i", persen("100").__class__(Angka(100), "orang"), Periode(tahun), "renstra")
                for tahun in tahun_target
            ),
            daftar_nilai_tercatat=tuple(
                tercatat("i", Periode(tahun), persen("0").__class__(Angka(90), "orang")) for tahun in (2019, 2020)
            ),
        )
    )


def test_end_of_plan_of_a_state_is_the_last_year() -> None:
    tahun = kemajuan(AgregasiTahun.TERAKHIR, (2019, 2024))
    assert tahun.target_akhir("i").tercetak == "100"
    assert tahun.tingkat_kemajuan("i").tercetak == "90,00%"


def test_end_of_plan_of_an_output_is_the_sum_of_the_years() -> None:
    tahun = kemajuan(AgregasiTahun.JUMLAH, tuple(range(2019, 2025)))
    assert tahun.target_akhir("i").tercetak == "600"
    assert tahun.tingkat_kemajuan("i").tercetak == "30,00%"
    assert "dinas/2019/tahun/indikator:i/realisasi" in tahun.tingkat_kemajuan("i").asal()


def test_end_of_plan_without_all_targets_or_without_plan() -> None:
    assert kosong(kemajuan(AgregasiTahun.JUMLAH, (2019, 2024)).target_akhir("i"))
    for agregasi in AgregasiTahun:
        tanpa = kemajuan(agregasi, (2024,), rencana="")
        assert kosong(tanpa.target_akhir("i"))
        assert kosong(tanpa.tingkat_kemajuan("i"))


def test_weights_of_definitions_enter_the_mean() -> None:
    data = make_data(
        kebijakan=Kebijakan(batas=None),
        daftar_indikator=(edisi("a", bobot="75"), edisi("b", bobot="25%"), edisi("c", simpul="t1")),
        daftar_target=(target("a", persen("100")), target("b", persen("100"))),
        daftar_nilai_tercatat=(tercatat("a", TAHUN, persen("80")), tercatat("b", TAHUN, persen("160"))),
    )
    tahun = HasilTahun(data)
    assert tahun.rata_rata_instansi(TAHUN).hasil.tercetak == "100,00%"
    assert tahun.rata_rata_instansi(TAHUN).jumlah == 2
    assert "tidak di bawah 0%" in (tahun.capaian_terbatas("a", TAHUN).jejak.catatan or "")


def test_too_few_measured_indicators_give_no_predicate_and_say_how_few() -> None:
    data = make_data(
        daftar_indikator=tuple(edisi(i) for i in ("a", "b", "c")),
        daftar_target=(target("a", persen("80"), dokumen="renstra"),),
        daftar_nilai_tercatat=(tercatat("a", TAHUN, persen("60")),),
    )
    rata_rata = HasilTahun(data).rata_rata_sasaran("s1", TAHUN)
    assert (rata_rata.terukur, rata_rata.jumlah, rata_rata.hasil.tercetak) == (1, 3, "75,00%")
    predikat = rata_rata.predikat.nilai
    assert isinstance(predikat, TidakDapatDihitung)
    assert predikat.alasan is AlasanTakTerhitung.TANPA_DATA
    assert "hanya 33,33% indikator yang terukur, kurang dari 75%" in predikat.keterangan


def test_weight_that_is_no_number_is_refused() -> None:
    data = make_data(daftar_indikator=(edisi("a", bobot="10-20"),))
    with pytest.raises(ValueError, match="10-20"):
        HasilTahun(data).rata_rata_instansi(TAHUN)


def test_targets_of_one_document_are_printed_with_the_same_decimals() -> None:
    rencana = [target("i", persen(nilai), Periode(2019 + n), "renstra") for n, nilai in enumerate(("7.1", "7.05", "7"))]
    tahun = hasil(*rencana, target("i", persen("86"), dokumen="pk-murni"))
    daftar = [tahun.target_dokumen("i", Periode(satu), "renstra") for satu in (2019, 2020, 2021)]
    assert [satu.tercetak for satu in daftar if satu] == ["7,10%", "7,05%", "7,00%"]
    assert tahun.target("i", TAHUN).tercetak == "86%"


def test_documents_of_targets_are_called_by_name() -> None:
    ketiga = perjanjian("pk-3", date(2020, 11, 1))
    nama = make_nama_per_dokumen(make_data(daftar_perjanjian=(*PK, ketiga)))
    assert [nama[satu.id] for satu in PK] == ["Perjanjian Kinerja 2020", "Perubahan Perjanjian Kinerja 2020"]
    assert nama["pk-3"] == "Perubahan Perjanjian Kinerja 2020 yang ke-2"
    assert nama["renstra"] == "Renstra 2019-2024"


def test_capaian_with_another_realisasi_is_judged_by_the_same_definition() -> None:
    hasil = HasilTahun(make_2020())
    lain = hasil.daftar_realisasi_lain("pmks", TAHUN)[0]
    andai = hasil.capaian_andai("pmks", TAHUN, target=hasil.target("pmks", TAHUN), realisasi=lain)
    assert (andai.identitas, andai.tercetak) == ("", "106,98%")
    assert andai.jejak.uraian == "Capaian Persentase PMKS yang terpenuhi kebutuhan dasarnya"
    kemajuan = hasil.capaian_andai("pmks", TAHUN, target=hasil.target_akhir("pmks"), realisasi=lain)
    assert kemajuan.tercetak == "122,67%"


def test_weight_is_read_from_the_definition() -> None:
    hasil = HasilTahun(make_data(daftar_indikator=(edisi("i", bobot="2,5"), edisi("j"))))
    assert [hasil.bobot(e) for e in hasil.daftar_indikator()] == [Angka(5, 2), None]
