"""Steps of a story as mathematics: the formula with names, then with numbers, then what it comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_mesin import KLA, TAHUN, TW1, TW2, TW4, edisi, isian, make_2020, make_data, persen, target, tercatat, variabel
from instansi_majemuk import make_majemuk
from instansi_mini import TAHUN as TAHUN_MINI
from tolok.core.angka import Angka
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AturanOrdinal, Polaritas, Sifat
from tolok.core.jejak import Hasil, Jejak
from tolok.core.kebijakan import Kebijakan, RumusEfisiensi, RumusTurun
from tolok.core.nilai import Kategori, Rentang
from tolok.core.penyusun.hitungan import Hitungan, make_hitungan
from tolok.core.rumus.printing import to_teks
from tolok.core.skala import Kelas

HASIL = HasilTahun(make_2020())


def hitung(jejak: Jejak) -> Hitungan:
    hitungan = make_hitungan(jejak)
    assert hitungan is not None
    return hitungan


def baca(hasil: Hasil | Jejak) -> tuple[str, str]:
    hitungan = hitung(hasil.jejak if isinstance(hasil, Hasil) else hasil)
    terisi = "" if hitungan.terisi is None else to_teks(hitungan.terisi, cetak=True)
    return to_teks(hitungan.rumus, cetak=True), terisi


def satu(nilai: Any, tujuan: Any, *, kebijakan: Kebijakan | None = None, **lain: Any) -> tuple[str, str]:
    data = make_data(
        daftar_indikator=(edisi("i", **lain),),
        daftar_target=(target("i", tujuan),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, nilai),),
        daftar_skala=(replace(KLA, kelas=tuple(Kelas(label=k.label) for k in KLA.kelas)),),
    )
    return baca(HasilTahun(data, kebijakan=kebijakan).capaian("i", TAHUN))


def test_formula_of_an_indicator() -> None:
    realisasi = HASIL.realisasi("pmks", TAHUN)
    rumus = realisasi.jejak.anak[0]
    assert baca(rumus) == ("Jumlah PMKS yang terpenuhi / Jumlah PMKS × 100%", "1.277 / 1.816 × 100%")
    assert hitung(rumus).hasil == replace(realisasi.nilai, tanda=())


def test_formula_that_lacks_an_input_keeps_its_name() -> None:
    rumus = HASIL.realisasi("kasus", TAHUN).jejak.anak[0]
    hitungan = hitung(rumus)
    assert hitungan.hasil is None
    assert baca(rumus)[1] == "(Jumlah kasus tahun lalu − 42) / Jumlah kasus tahun lalu × 100%"


def test_capaian_of_every_polarity() -> None:
    assert baca(HASIL.capaian("pmks", TAHUN)) == ("Realisasi / Target × 100%", "70,3193832… / 86 × 100%")
    turun = Polaritas.TURUN
    assert satu(persen("5"), persen("10"), polaritas=turun) == (
        "(2 × Target − Realisasi) / Target × 100%",
        "(2 × 10 − 5) / 10 × 100%",
    )
    nisbah = Kebijakan(rumus_turun=RumusTurun.NISBAH)
    assert satu(persen("5"), persen("10"), polaritas=turun, kebijakan=nisbah)[1] == "10 / 5 × 100%"
    assert satu(persen("9"), persen("10"), polaritas=Polaritas.TETAP) == (
        "(Target − nilai mutlak(Realisasi − Target)) / Target × 100%",
        "(10 − nilai mutlak(9 − 10)) / 10 × 100%",
    )


def test_capaian_of_a_range_and_of_ranks_names_what_it_compares() -> None:
    rentang = Rentang(Angka(7), Angka(8), "%")
    assert satu(persen("6"), rentang, polaritas=Polaritas.RENTANG) == (
        "Realisasi / Batas bawah target × 100%",
        "6 / 7 × 100%",
    )
    madya, pratama = Kategori("Madya", 2, "kla"), Kategori("Pratama", 1, "kla")
    peringkat = {"satuan": "kategori", "skala": "kla", "aturan_ordinal": AturanOrdinal.PERINGKAT}
    assert satu(pratama, madya, **peringkat) == ("Peringkat realisasi / Peringkat target × 100%", "1 / 2 × 100%")


def test_capaian_without_a_calculation_has_no_formula() -> None:
    assert make_hitungan(HASIL.capaian("kla", TAHUN).jejak) is None
    assert make_hitungan(HASIL.target("pmks", TAHUN).jejak) is None


def test_shares_name_both_amounts() -> None:
    assert baca(HASIL.serapan("6", TW4, "t32")) == (
        "Realisasi Program 6 / Pagu Program 6 × 100%",
        "134.717.000 / 144.802.425 × 100%",
    )
    assert baca(HASIL.anggaran.bagian("total", "t32"))[0] == "Pagu seluruh anggaran / Pagu seluruh anggaran × 100%"


def test_share_without_its_parts_has_only_names() -> None:
    kosong = HASIL.serapan("6", replace(TW4, tahun=2019), "t32")
    assert baca(kosong)[1] == ""
    assert hitung(kosong.jejak).hasil is None


@pytest.mark.parametrize(
    ("rumus", "terisi"),
    [
        (RumusEfisiensi.E1, "{S} / {C} × 100%"),
        (RumusEfisiensi.E2, "(1 − {S} / {C}) × 100%"),
        (RumusEfisiensi.E3, "{C} − {S}"),
        (RumusEfisiensi.E4, "{C} / {S}"),
        (RumusEfisiensi.E6, "100% − {S}"),
    ],
)
def test_efficiency_of_each_formula(rumus: RumusEfisiensi, terisi: str) -> None:
    hasil = HasilTahun(HASIL.data, kebijakan=replace(HASIL.kebijakan, efisiensi=rumus))
    assert baca(hasil.efisiensi("tkp", TW4, "t32"))[1] == terisi.format(C="102,5492227…", S="76,0937266…")


def test_efficiency_that_is_made_of_steps_is_told_in_words() -> None:
    hasil = HasilTahun(HASIL.data, kebijakan=replace(HASIL.kebijakan, efisiensi=RumusEfisiensi.NE))
    assert make_hitungan(hasil.efisiensi("tkp", TW4, "t32").jejak) is None


def test_sums_and_means_of_few_parts() -> None:
    data = make_data(
        daftar_indikator=(edisi("i", rumus="[A] * 1", satuan="orang"),),
        daftar_variabel=(variabel("a", "A", Sifat.ARUS),),
        daftar_nilai_variabel=(isian("a", TW1, 3), isian("a", TW2, 4)),
    )
    arus = HasilTahun(data).nilai_variabel("a", TW2)
    assert baca(arus) == ("A, Triwulan I Tahun 2020 + A, Triwulan II Tahun 2020", "3 + 4")
    assert make_hitungan(HasilTahun(data).nilai_variabel("a", TW1).jejak) is None
    assert baca(HASIL.pagu("6", "t32")) == ("Pagu Kegiatan 6.1 + Pagu Kegiatan 6.2", "74.358.200 + 70.444.225")
    assert baca(HASIL.rata_rata_instansi(TAHUN).hasil)[1] == "(81,7667247… + 102,5492227…) / 2"
    majemuk = HasilTahun(make_majemuk())
    assert baca(majemuk.capaian("paket", TAHUN_MINI))[1] == "(100 + 75) / 2"


def test_sum_of_many_parts_or_without_a_value_is_told_in_words() -> None:
    banyak = tuple(variabel(f"v{n}", f"V{n}") for n in range(9))
    jejak = Jejak("agregasi.jumlah", "Jumlah", persen("9"), tuple(Jejak("isian", v.label, persen("1")) for v in banyak))
    assert make_hitungan(jejak) is None
    belum = HASIL.realisasi_anggaran("6", TW4)._replace()
    assert make_hitungan(belum.jejak) is not None
    tanpa = HasilTahun(replace(HASIL.data, daftar_realisasi=()))
    assert make_hitungan(tanpa.realisasi_anggaran("6", TW4).jejak) is None


def test_definition_of_a_later_day_still_reads() -> None:
    lama = make_data(
        daftar_indikator=(edisi("i", rumus="[A] / [B] * 100%", berlaku_mulai=date(2020, 10, 1)),),
        daftar_variabel=(variabel("a", "A"), variabel("b", "B")),
        daftar_nilai_variabel=(isian("a", TW1, 1), isian("b", TW1, 3)),
    )
    assert baca(HasilTahun(lama).realisasi("i", TW1).jejak.anak[0]) == ("A / B × 100%", "1 / 3 × 100%")
