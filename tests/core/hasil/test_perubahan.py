"""Why an indicator does not stand where it stood: each change with its sign, and effects that add up exactly."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_mesin import KLA, TAHUN, TW1, TW2, TW3, edisi, isian, make_data, orang, persen, target, tercatat, variabel
from instansi_majemuk import make_majemuk
from instansi_mini import TAHUN as TAHUN_MINI
from tolok.core.angka import Angka
from tolok.core.hasil.perubahan import JenisSebab, Pengaruh, Perubahan, compare_indikator, explain_perubahan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import Gabungan, NilaiTercatat, Polaritas
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan, KebijakanTidakLapor, RumusTurun
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Kategori, Nilai
from tolok.core.periode import Periode
from tolok.paket.acak import make_instansi_acak

RUMUS = "[A] / [B] * 100%"


def data(*daftar_isian: Any, **lain: Any) -> TahunInstansi:
    isi: dict[str, Any] = {
        "daftar_indikator": (edisi("i", rumus=RUMUS),),
        "daftar_variabel": (variabel("a", "A"), variabel("b", "B")),
        "daftar_nilai_variabel": daftar_isian,
        "daftar_target": (target("i", persen("80")),),
        **lain,
    }
    return make_data(**isi)


def bandingkan(isi: TahunInstansi, lama: Periode = TW1, baru: Periode = TW2, kode: str = "i") -> Perubahan:
    hasil = HasilTahun(isi)
    return compare_indikator(kode, lama=hasil, periode_lama=lama, baru=hasil, periode_baru=baru)


def ringkas(perubahan: Perubahan) -> list[tuple[str, str, str, str, str]]:
    return [(s.jenis.value, s.uraian, s.lama, s.baru, s.tercetak or s.pengaruh.value) for s in perubahan.daftar]


EMPAT = (isian("a", TW1, 30), isian("b", TW1, 60), isian("a", TW2, 45), isian("b", TW2, 75))


def test_each_input_is_given_what_it_moved() -> None:
    perubahan = bandingkan(data(*EMPAT))
    assert (perubahan.besaran, perubahan.lama.tercetak, perubahan.baru.tercetak) == ("capaian", "62,50%", "75,00%")
    assert (perubahan.pengaruh, perubahan.tercetak) == (Pengaruh.NAIK, "+12,50 poin")
    assert ringkas(perubahan) == [
        ("masukan", "A", "30 orang", "45 orang", "+31,25 poin"),
        ("masukan", "B", "60 orang", "75 orang", "−18,75 poin"),
    ]
    pertama = perubahan.daftar[0]
    assert (pertama.jenis, pertama.selisih) == (JenisSebab.MASUKAN, Angka(125, 4))
    assert (pertama.identitas_lama, pertama.identitas_baru) == (
        "dinas/2020/tw1/variabel:a/nilai",
        "dinas/2020/tw2/variabel:a/nilai",
    )


def test_story_says_from_what_to_what_and_why() -> None:
    assert explain_perubahan(bandingkan(data(*EMPAT)), nama_lama="Triwulan I", nama_baru="Triwulan II") == (
        "Capaian naik dari 62,50% (Triwulan I) menjadi 75,00% (Triwulan II): +12,50 poin.",
        "A berubah dari 30 orang menjadi 45 orang; capaian naik 31,25 poin.",
        "B berubah dari 60 orang menjadi 75 orang; capaian turun 18,75 poin.",
    )


def test_story_of_what_stayed() -> None:
    sama = bandingkan(data(isian("a", TW1, 30), isian("b", TW1, 60), isian("a", TW2, 30), isian("b", TW2, 60)))
    assert explain_perubahan(sama, nama_lama="Triwulan I", nama_baru="Triwulan II") == (
        "Capaian Triwulan II sama dengan Triwulan I: 62,50%.",
        "Definisi, masukan, target, dan kebijakannya sama.",
    )
    sebanding = bandingkan(data(isian("a", TW1, 30), isian("b", TW1, 60), isian("a", TW2, 40), isian("b", TW2, 80)))
    assert sebanding.pengaruh is Pengaruh.TETAP
    assert [s.tercetak for s in sebanding.daftar] == ["+20,83 poin", "−20,83 poin"]


def test_new_target_moves_the_capaian_and_not_the_realisasi() -> None:
    perubahan = bandingkan(
        data(
            *(isian(kode, p, n) for p in (TW1, TW2) for kode, n in (("a", 30), ("b", 60))),
            daftar_target=(target("i", persen("80"), TW1), target("i", persen("40"), TW2)),
        )
    )
    assert ringkas(perubahan) == [("target", "Target", "80%", "40%", "+62,50 poin")]
    assert perubahan.daftar[0].identitas_baru == "dinas/2020/tw2/indikator:i/target"


def test_new_definition_keeps_known_inputs_and_brings_its_own() -> None:
    baru = edisi("i", edisi="i-2", rumus="[A] / [C] * 100%", berlaku_mulai=date(2020, 4, 1))
    perubahan = bandingkan(
        data(
            isian("a", TW1, 30), isian("b", TW1, 60), isian("a", TW2, 45), isian("c", TW2, 100),
            daftar_indikator=(edisi("i", rumus=RUMUS), baru),
            daftar_variabel=(variabel("a", "A"), variabel("b", "B"), variabel("c", "C")),
        )
    )  # fmt: skip
    assert ringkas(perubahan) == [
        ("definisi", "Definisi indikator", "edisi i-1", "edisi i-2", "−25,00 poin"),
        ("masukan", "A", "30 orang", "45 orang", "+18,75 poin"),
    ]


def test_definition_without_effect_says_so() -> None:
    baru = edisi("i", edisi="i-2", rumus=RUMUS, berlaku_mulai=date(2020, 4, 1))
    sama = (isian(kode, p, n) for p in (TW1, TW2) for kode, n in (("a", 30), ("b", 60)))
    perubahan = bandingkan(data(*sama, daftar_indikator=(edisi("i", rumus=RUMUS), baru)))
    assert explain_perubahan(perubahan, nama_lama="TW I", nama_baru="TW II")[1:] == (
        "Definisi indikator berubah dari edisi i-1 menjadi edisi i-2; capaian tidak berubah karenanya.",
    )


def test_value_that_comes_from_a_record_instead_of_the_formula() -> None:
    perubahan = bandingkan(
        data(
            isian("a", Periode(2019, 4), 30),
            isian("b", Periode(2019, 4), 60),
            daftar_nilai_tercatat=(tercatat("i", TW1, persen("60")),),
            daftar_target=(target("i", persen("80")), target("i", persen("80"), Periode(2019))),
        ),
        lama=Periode(2019, 4),
        baru=TW1,
    )
    assert ringkas(perubahan) == [
        ("definisi", "Cara memperoleh nilai", "hitungan rumus", "nilai tercatat", "+12,50 poin")
    ]


def test_recorded_values_are_one_input() -> None:
    perubahan = bandingkan(
        data(daftar_nilai_tercatat=(tercatat("i", TW1, persen("60")), tercatat("i", TW2, persen("50"))))
    )
    assert ringkas(perubahan) == [("masukan", "Nilai yang dicatat", "60%", "50%", "−12,50 poin")]
    assert perubahan.daftar[0].identitas_baru == "dinas/2020/tw2/indikator:i/tercatat@1"


def test_categories_are_compared_by_their_rule() -> None:
    kla = edisi("k", satuan="kategori", digit=0, skala=KLA.id)
    perubahan = bandingkan(
        data(
            daftar_indikator=(kla,),
            daftar_target=(target("k", Kategori("Madya", 2, "kla")),),
            daftar_nilai_tercatat=(
                tercatat("k", TW1, Kategori("Pratama", 1, "kla")),
                tercatat("k", TW2, Kategori("Nindya", 3, "kla")),
            ),
        ),
        kode="k",
    )
    assert ringkas(perubahan) == [("masukan", "Nilai yang dicatat", "Pratama", "Nindya", "+100,00 poin")]


def test_input_that_arrives_makes_the_capaian_computable() -> None:
    perubahan = bandingkan(data(isian("b", TW1, 60), isian("a", TW2, 45), isian("b", TW2, 60)))
    assert perubahan.pengaruh is Pengaruh.MENJADI_TERHITUNG
    assert perubahan.selisih is None
    assert explain_perubahan(perubahan, nama_lama="TW I", nama_baru="TW II") == (
        "Capaian TW I: belum diisi; TW II: 93,75%.",
        "A berubah dari belum diisi menjadi 45 orang; sesudah itu capaian dapat dihitung.",
    )


def test_input_that_is_lost_makes_it_incomputable() -> None:
    tunda: Nilai = BelumAda(AlasanBelumAda.BELUM_TERBIT, "Menunggu rilis.")
    perubahan = bandingkan(data(isian("a", TW1, 45), isian("b", TW1, 60), isian("a", TW2, tunda), isian("b", TW2, 60)))
    assert explain_perubahan(perubahan, nama_lama="TW I", nama_baru="TW II")[1] == (
        "A berubah dari 45 orang menjadi belum terbit; sesudah itu capaian tidak dapat dihitung."
    )


def test_what_moves_nothing_that_can_be_computed_is_named_without_an_effect() -> None:
    perubahan = bandingkan(data(isian("a", TW1, 45), isian("a", TW2, 50)))
    assert perubahan.pengaruh is Pengaruh.TAK_DIKETAHUI
    assert explain_perubahan(perubahan, nama_lama="TW I", nama_baru="TW II") == (
        "Capaian TW I: belum diisi; TW II: belum diisi.",
        "A berubah dari 45 orang menjadi 50 orang; pengaruhnya belum dapat dihitung.",
    )


def test_without_any_target_the_realisasi_is_compared() -> None:
    perubahan = bandingkan(data(*EMPAT, daftar_target=()))
    assert (perubahan.besaran, perubahan.lama.tercetak, perubahan.baru.tercetak) == ("realisasi", "50,00%", "60,00%")
    assert ringkas(perubahan)[0] == ("masukan", "A", "30 orang", "45 orang", "+25,00 poin")


def test_effect_is_in_the_unit_of_a_realisasi_and_never_a_false_zero() -> None:
    jumlah = edisi("i", satuan="orang", digit=0, rumus="[A] / [B]")
    perubahan = bandingkan(
        data(
            isian("a", TW1, 10000), isian("b", TW1, 10000), isian("a", TW2, 10001), isian("b", TW2, 10000),
            daftar_indikator=(jumlah,), daftar_target=(),
        )
    )  # fmt: skip
    assert perubahan.tercetak == "kurang dari 0,01 orang"
    assert perubahan.daftar[0].selisih == Angka(1, 10000)


def test_two_states_of_one_year_differ_by_their_conventions() -> None:
    isi = data(
        daftar_indikator=(edisi("i", polaritas=Polaritas.TURUN),),
        daftar_target=(target("i", persen("10")),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, persen("5")),),
    )
    lain = Kebijakan(skala=isi.kebijakan.skala, rumus_turun=RumusTurun.NISBAH, batas=None)
    lama, baru = HasilTahun(isi), HasilTahun(isi, kebijakan=lain)
    perubahan = compare_indikator("i", lama=lama, periode_lama=TAHUN, baru=baru, periode_baru=TAHUN)
    assert ringkas(perubahan) == [
        ("kebijakan", "Rumus capaian, makin rendah makin baik", "(2T-R)/T", "T/R", "+50,00 poin"),
        ("kebijakan", "Batas capaian", "120%", "tanpa batas", "0,00 poin"),
    ]
    kembali = compare_indikator("i", lama=baru, periode_lama=TAHUN, baru=lama, periode_baru=TAHUN)
    assert [s.baru for s in kembali.daftar] == ["(2T-R)/T", "120%"]


def majemuk(dokumen: int, kegiatan: int, **lain: Any) -> HasilTahun:
    isi = make_majemuk()
    daftar = tuple(
        NilaiTercatat(indikator=kode, periode=TAHUN_MINI, nilai=Bilangan(Angka(n), kode), sumber="Rekap")
        for kode, n in (("dokumen", dokumen), ("kegiatan", kegiatan))
    )
    return HasilTahun(replace(isi, daftar_nilai_tercatat=daftar, **lain))


def banding_majemuk(lama: HasilTahun, baru: HasilTahun) -> Perubahan:
    return compare_indikator("paket", lama=lama, periode_lama=TAHUN_MINI, baru=baru, periode_baru=TAHUN_MINI)


def test_composite_indicator_moves_with_its_parts() -> None:
    perubahan = banding_majemuk(majemuk(1, 3), majemuk(2, 2))
    assert (perubahan.lama.tercetak, perubahan.baru.tercetak) == ("62,50%", "75,00%")
    assert ringkas(perubahan) == [
        ("masukan", "Capaian Banyak dokumen", "50%", "100%", "+25,00 poin"),
        ("masukan", "Capaian Banyak kegiatan", "75%", "50%", "−12,50 poin"),
    ]
    assert perubahan.daftar[0].identitas_baru == "mini/2024/tahun/indikator:dokumen/capaian"


def test_composite_indicator_loses_a_part_or_a_definition() -> None:
    lama = majemuk(1, 3)
    tinggal = tuple(e for e in lama.data.daftar_indikator if e.indikator != "kegiatan")
    kurang = banding_majemuk(lama, HasilTahun(replace(lama.data, daftar_indikator=tinggal)))
    assert ringkas(kurang) == [("definisi", "Cara memperoleh nilai", "2 bagian", "1 bagian", "−12,50 poin")]
    terendah = tuple(
        replace(e, edisi="paket-2", gabungan=Gabungan.TERENDAH) if e.indikator == "paket" else e
        for e in lama.data.daftar_indikator
    )
    ganti = banding_majemuk(lama, HasilTahun(replace(lama.data, daftar_indikator=terendah)))
    assert ringkas(ganti) == [("definisi", "Definisi indikator", "edisi paket-1", "edisi paket-2", "−12,50 poin")]


def test_composite_indicator_that_becomes_a_simple_one_is_read_with_the_new_target() -> None:
    lama = majemuk(1, 3)
    tunggal = tuple(
        replace(e, edisi="paket-2", gabungan=None) if e.indikator == "paket" else e for e in lama.data.daftar_indikator
    )
    isi = replace(
        lama.data,
        daftar_indikator=tunggal,
        daftar_target=(target("paket", orang(4), TAHUN_MINI, "pk"),),
        daftar_nilai_tercatat=(tercatat("paket", TAHUN_MINI, orang(3)),),
    )
    perubahan = banding_majemuk(lama, HasilTahun(isi))
    assert ringkas(perubahan) == [("definisi", "Definisi indikator", "edisi paket-1", "edisi paket-2", "+12,50 poin")]


def test_unreported_part_is_a_matter_of_the_convention() -> None:
    tak_lapor: Nilai = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Tidak dilaporkan.")
    dasar = majemuk(2, 4)
    isi = replace(
        dasar.data,
        daftar_nilai_tercatat=(
            dasar.data.daftar_nilai_tercatat[0],
            NilaiTercatat(indikator="kegiatan", periode=TAHUN_MINI, nilai=tak_lapor, sumber="Rekap"),
        ),
    )
    baru = HasilTahun(isi, kebijakan=replace(isi.kebijakan, tidak_lapor=KebijakanTidakLapor.NOL))
    perubahan = banding_majemuk(HasilTahun(isi), baru)
    assert ringkas(perubahan) == [
        ("kebijakan", "Bagian yang tidak dilaporkan", "rata rata ditahan", "dihitung 0", "menjadi_terhitung")
    ]


@pytest.mark.parametrize("seed", range(6))
def test_effects_add_up_to_the_difference_in_any_agency(seed: int) -> None:
    hasil = HasilTahun(make_instansi_acak(seed=seed))
    tahun = hasil.data.tahun
    daftar_periode = [Periode(tahun - 1, 4), *(Periode(tahun, triwulan) for triwulan in range(1, 5)), Periode(tahun)]
    dihitung = 0
    for definisi in hasil.daftar_indikator():
        for lama, baru in itertools.pairwise(daftar_periode):
            perubahan = compare_indikator(
                definisi.indikator, lama=hasil, periode_lama=lama, baru=hasil, periode_baru=baru
            )
            assert all(explain_perubahan(perubahan, nama_lama=lama.label, nama_baru=baru.label))
            daftar = [sebab.selisih for sebab in perubahan.daftar]
            if perubahan.selisih is None or None in daftar:
                continue
            dihitung += bool(daftar)
            assert sum((s for s in daftar if s is not None), Angka(0)) == perubahan.selisih
    assert dihitung


def test_unknown_indicator_is_refused() -> None:
    with pytest.raises(KeyError):
        bandingkan(data(), lama=TW2, baru=TW3, kode="x")
