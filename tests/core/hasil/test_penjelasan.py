"""The story in sentences: numbers put in, nothing rounded before the print, every reason once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data_mesin import TAHUN, TW1, TW2, TW4, edisi, isian, make_2020, make_data, persen, target, tercatat, variabel
from tolok.core.angka import Angka
from tolok.core.hasil.besaran import make_hasil
from tolok.core.hasil.penjelasan import explain_hasil, explain_pembulatan, list_masukan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiTriwulan, Polaritas, Sifat
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import Kebijakan, RataRata, RumusTurun
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Rentang

HASIL = HasilTahun(make_2020())


def cerita(identitas: str, hasil: HasilTahun = HASIL) -> str:
    return "\n".join(explain_hasil(hasil.cari(f"dinas/2020/{identitas}"))).replace("\u00a0", " ")


def test_capaian_is_told_from_the_counts_to_the_printed_value() -> None:
    teks = cerita("tahun/indikator:pmks/capaian")
    assert "1.277 / 1.816 × 100% = 70,3193832…%." in teks
    assert (
        "Capaian Persentase PMKS yang terpenuhi kebutuhan dasarnya = 70,3193832…% / 86% × 100% = 81,7667247…%." in teks
    )
    assert "Tercetak 81,77%: dibulatkan ke 2 desimal hanya saat dicetak (angka 5 ke atas)." in teks
    assert "Bertentangan dengan 92%" in teks
    assert "Dipakai target setahun" in cerita("tw1/indikator:pmks/capaian")


def test_value_that_needs_no_rounding_says_nothing_of_it() -> None:
    assert "Tercetak" not in cerita("tahun/indikator:tkp/realisasi")


def test_mean_says_who_stays_out_and_why() -> None:
    teks = cerita("tahun/instansi/rata_rata_capaian")
    assert "= (81,7667247…% + 102,5492227…%) / 2 = 92,1579737…%. 2 dari 4 indikator." in teks
    assert "Tidak masuk rata-rata: Kategori Kota Layak Anak (tidak dievaluasi)." in teks
    assert teks.count("Evaluasi 2020 tidak diselenggarakan.") == 1
    assert "Capaian Kategori Kota Layak Anak: tidak dievaluasi." in teks
    sasaran = HasilTahun(make_2020(), kebijakan=replace(HASIL.kebijakan, rata_rata=RataRata.SASARAN))
    assert "2 dari 3 sasaran" in cerita("tahun/instansi/rata_rata_capaian", sasaran)


def test_mean_without_any_value_says_who_stays_out() -> None:
    teks = cerita("tahun/sasaran:s3/rata_rata_capaian")
    assert "Tidak masuk rata-rata: Kategori Kota Layak Anak" in teks


def test_budget_is_told_level_by_level_with_its_edition() -> None:
    teks = cerita("tw4/anggaran:total/serapan@t32")
    assert "Pagu Program 5 = Rp 135.694.560 + Rp 39.797.000 = Rp 175.491.560." in teks
    assert "Realisasi Program 7 = Rp 129.814.800." in teks
    assert "Serapan seluruh anggaran = Rp 3.057.589.710 / Rp 3.531.680.129 × 100% = 86,5760657…%." in teks
    assert "Edisi pagu: Tabel 3.2; cakupan: belanja langsung." in teks
    assert "Bagian anggaran sasaran “Sasaran 1” = Rp 1.765.364.050 / " in cerita("tahun/sasaran:s1/bagian@t32")
    assert "dengan C = 81,7667247…% dan S = " in cerita("tahun/indikator:pmks/efisiensi@t32")
    assert "Realisasi seluruh anggaran: belum diisi. Seluruh anggaran belum lengkap" in cerita(
        "tw3/anggaran:total/realisasi_anggaran"
    )


def test_many_parts_are_told_by_their_number() -> None:
    anak = tuple(Jejak("pagu", str(n), Bilangan(Angka(1), "Rp")) for n in range(9))
    jejak = Jejak("pagu.jumlah", "semua", Bilangan(Angka(9), "Rp"), anak)
    assert explain_hasil(make_hasil(jejak, identitas="x", digit=None)) == ("Pagu semua = jumlah 9 bagian = Rp\u00a09.",)


def test_predicate_names_its_scale() -> None:
    assert "= Tinggi. Sumber: Permendagri 86/2017." in cerita("tahun/indikator:pmks/predikat")


@pytest.mark.parametrize(
    ("polaritas", "rumus", "nilai", "kalimat"),
    [
        ("turun", RumusTurun.SELISIH, "8", "Capaian Persentase i = (2 × 10% − 8%) / 10% × 100% = 120%."),
        ("turun", RumusTurun.NISBAH, "8", "Capaian Persentase i = 10% / 8% × 100% = 125%."),
        ("tetap", RumusTurun.SELISIH, "8", "Capaian Persentase i = (10% − |8% − 10%|) / 10% × 100% = 80%."),
        ("naik", RumusTurun.SELISIH, "20", "Capaian untuk rata-rata dan predikat = 120%. Dibatasi antara 0% dan 120%."),
    ],
)
def test_every_formula_of_capaian_is_told(polaritas: str, rumus: RumusTurun, nilai: str, kalimat: str) -> None:
    data = make_data(
        kebijakan=Kebijakan(rumus_turun=rumus),
        daftar_indikator=(edisi("i", polaritas=Polaritas(polaritas)),),
        daftar_target=(target("i", persen("10")),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, persen(nilai)),),
    )
    assert kalimat in cerita("tahun/indikator:i/capaian_terbatas", HasilTahun(data))


def test_range_is_told_with_the_bound_it_used() -> None:
    data = make_data(
        daftar_indikator=(edisi("i", satuan="bulan", polaritas=Polaritas.TURUN),),
        daftar_target=(target("i", Rentang(Angka(7), Angka(8), "bulan")),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, Bilangan(Angka(9), "bulan")),),
    )
    teks = cerita("tahun/indikator:i/capaian", HasilTahun(data))
    assert "Batas atas target = 8 bulan." in teks
    assert "Capaian Persentase i = (2 × 8 bulan − 9 bulan) / 8 bulan × 100% = 87,5%." in teks


@pytest.mark.parametrize(
    ("agregasi", "kalimat"),
    [
        (AgregasiTriwulan.JUMLAH, "Persentase i = 10% + 20% = 30%."),
        (AgregasiTriwulan.RATA_RATA, "Persentase i = rata-rata dari 10%; 20% = 15%."),
        (AgregasiTriwulan.MAKSIMUM, "Persentase i = nilai tertinggi dari 10%; 20% = 20%."),
        (AgregasiTriwulan.MINIMUM, "Persentase i = nilai terendah dari 10%; 20% = 10%."),
    ],
)
def test_every_aggregation_is_told(agregasi: AgregasiTriwulan, kalimat: str) -> None:
    data = make_data(
        daftar_indikator=(edisi("i", agregasi_triwulan=agregasi),),
        daftar_nilai_tercatat=(tercatat("i", TW1, persen("10")), tercatat("i", TW2, persen("20"))),
    )
    assert kalimat in cerita("tw2/indikator:i/realisasi", HasilTahun(data))


def test_quarters_of_a_variable_are_told_inside_the_formula() -> None:
    data = make_data(
        daftar_indikator=(edisi("i", rumus="[A] / [B] * 100%"),),
        daftar_variabel=(variabel("a", "A", Sifat.ARUS), variabel("b", "B", Sifat.POSISI)),
        daftar_nilai_variabel=(isian("a", TW1, 10), isian("a", TW2, 30), isian("b", TW2, 120, sumber="DTKS")),
    )
    teks = cerita("tw2/indikator:i/realisasi", HasilTahun(data))
    assert "A = 10 orang + 30 orang = 40 orang." in teks
    assert "Peringatan: pembilang bersifat arus, penyebut bersifat posisi" in teks


def test_weights_are_told() -> None:
    data = make_data(
        daftar_indikator=(edisi("a", bobot="3"), edisi("b", bobot="1")),
        daftar_target=(target("a", persen("100")), target("b", persen("100"))),
        daftar_nilai_tercatat=(tercatat("a", TAHUN, persen("100")), tercatat("b", TAHUN, persen("60"))),
    )
    assert "rata-rata berbobot dari 100%; 60% = 90%." in cerita("tahun/instansi/rata_rata_capaian", HasilTahun(data))


def test_number_without_unit_and_missing_entry() -> None:
    assert explain_hasil(make_hasil(Jejak("peringkat", "Peringkat", Angka(3)), identitas="x", digit=None)) == (
        "Peringkat = 3.",
    )
    kosong = Jejak("isian", "Isian", BelumAda(AlasanBelumAda.BELUM_DIISI))
    assert explain_hasil(make_hasil(kosong, identitas="x", digit=None)) == ()
    tanpa_sebab = Jejak("realisasi", "Realisasi", BelumAda(AlasanBelumAda.BELUM_TERBIT))
    assert explain_hasil(make_hasil(tanpa_sebab, identitas="x", digit=2)) == ("Realisasi: belum terbit.",)


def test_inputs_come_once_with_their_sources() -> None:
    masukan = list_masukan(HASIL.cari("dinas/2020/tahun/instansi/rata_rata_capaian"))
    assert len({m.identitas for m in masukan}) == len(masukan)
    per_identitas = {m.identitas: (m.tercetak, m.sumber) for m in masukan}
    assert per_identitas["dinas/2020/tw4/variabel:pmks-jumlah/isian"] == ("1.816 orang", "Formulir")
    assert per_identitas["dinas/2020/tahun/indikator:kla/tercatat@1"] == ("tidak dievaluasi", "LKjIP 2020")
    pagu = list_masukan(HASIL.pagu("2", "t32"))
    assert [m.uraian for m in pagu] == ["Pagu Kegiatan 2.1", "Pagu Kegiatan 2.2", "Pagu Kegiatan 2.3"]
    assert list_masukan(HASIL.realisasi_anggaran("7.1", TW4))[0].uraian == "Realisasi Kegiatan 7.1"


def test_definition_recorded_late_is_told() -> None:
    data = make_data(
        daftar_indikator=(edisi("i", dicatat_pada=date(2021, 2, 1)),),
        daftar_nilai_tercatat=(tercatat("i", TAHUN, persen("5")),),
    )
    assert "berlaku surut" in cerita("tahun/indikator:i/realisasi", HasilTahun(data))


def test_rounding_is_told_only_where_something_was_rounded() -> None:
    hasil = HasilTahun(make_2020())
    assert explain_pembulatan(hasil.realisasi("pmks", TAHUN)) == (
        "Tercetak 70,32%: dibulatkan ke 2 desimal hanya saat dicetak (angka 5 ke atas)."
    )
    assert explain_pembulatan(hasil.realisasi("tkp", TAHUN)) == ""
    assert explain_pembulatan(hasil.target("pmks", TAHUN)) == ""
    assert explain_pembulatan(hasil.capaian("kla", TAHUN)) == ""
