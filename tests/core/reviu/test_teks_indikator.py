"""Sentences about an indicator against the tables."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, nilai, temukan

from tolok.core.bacaan.dokumen import IndikatorTerbaca

NAMA = "Persentase kendaraan laik jalan"
TABEL: tuple[IndikatorTerbaca, ...] = (
    indikator(NAMA, nilai("target", "86%"), nilai("capaian", "95,83%"), nilai("realisasi", "82,4%")),
    indikator(NAMA, nilai("realisasi", "55,5%", triwulan=2)),
    indikator("Persentase ruas jalan mantap", nilai("capaian", "90%")),
    indikator("Persentase penurunan dan naiknya anggaran kendaraan umum laik jalan kota", nilai("capaian", "21%")),
    indikator("Nilai AKIP", nilai("capaian", "70%")),
)


@pytest.mark.parametrize(
    "teks",
    [
        f"Capaian indikator {NAMA} sebesar 98,50% dari target.",
        f"Tahun ini {NAMA.upper()} memiliki target 88% dan realisasi 82,40%.",
        "Capaian kinerja persentase penurunan dan naiknya anggaran kendaraan umum laik jalan kota sebesar 12%.",
        f"Pendahuluan. Realisasi {NAMA} tahun 2020 adalah 79%.",
    ],
)
def test_a_number_no_table_has(teks: str) -> None:
    (satu,) = temukan("teks.indikator", dokumen(teks, indikator=TABEL))
    assert satu.seharusnya is None
    assert satu.letak_lain


def test_a_result_that_is_nothing_the_tables_say() -> None:
    (satu,) = temukan("teks.indikator", dokumen(f"{NAMA} mencapai 98,50% pada tahun 2020.", indikator=TABEL))
    assert satu.tercetak == "98,50%"
    assert satu.pesan == "Kalimat menyebut hasil 98,50%, sedangkan tabelnya capaian 95,83% dan realisasi 82,4%."
    assert len(satu.letak_lain) == 2


@pytest.mark.parametrize(
    "teks",
    [
        f"Capaian {NAMA} sebesar 95,83%, realisasi 82%.",
        f"Capaian {NAMA} pada 2019 sebesar 98,50%.",
        f"Capaian {NAMA} dan Persentase ruas jalan mantap sebesar 98,50%.",
        f"{NAMA} didukung realisasi anggaran 98,50%.",
        f"{NAMA}: capaian triwulan II 40%.",
        f"{NAMA} mencapai 95,83% dari target.",
        f"{NAMA} mencapai 86%.",
        f"{NAMA} mencapai 55,5%.",
        f"{NAMA} mencapai 98,50%, dan sebelumnya 80%.",
        f"Di tingkat nasional {NAMA} mencapai 98,50%.",
        f"{NAMA} 98,50%.",
        f"Capaian {NAMA} = 82,4% / 86% x 100%.",
        f"{NAMA}: capaian 95,83% naik dari 80%.",
        "Capaian Nilai AKIP 98,50%.",
        "Capaian Persentase ruas jalan mantap: realisasi 98,50%.",
    ],
)
def test_sentences_that_agree_or_do_not_say_enough(teks: str) -> None:
    assert temukan("teks.indikator", dokumen(teks, indikator=TABEL)) == ()
