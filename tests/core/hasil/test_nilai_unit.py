"""Values that units report: they add up, every unit owes each quarter, and totals beside them are rivals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_mesin import TAHUN, TW1, TW2, TW3, edisi, orang
from tolok.core.angka import Angka
from tolok.core.hasil.cari import IdentitasTakDikenal
from tolok.core.hasil.penjelasan import explain_hasil, list_masukan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiUnit, EdisiIndikator, NilaiTercatat, NilaiVariabel, Sifat, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import (
    AlasanBelumAda,
    BelumAda,
    Bilangan,
    JenisTanda,
    Nilai,
    TidakDapatDihitung,
    has_tanda,
)
from tolok.core.organisasi import Instansi, Unit
from tolok.core.periode import Periode

RUMUS = "[Warga terlayani] / [Warga sasaran] * 100%"


def baris(unit: str, n: int | Nilai, periode: Periode = TW1, variabel: str = "terlayani", **lain: Any) -> NilaiVariabel:
    nilai = orang(n) if isinstance(n, int) else n
    return NilaiVariabel(
        variabel=variabel, periode=periode, unit=unit, nilai=nilai, sumber=f"Rekap {unit or 'dinas'}", **lain
    )


def make(*isian: NilaiVariabel, sifat: Sifat = Sifat.ARUS, satuan: str = "orang", **ganti: Any) -> TahunInstansi:
    isi: dict[str, Any] = {
        "instansi": Instansi(
            id="dinas", nama="Dinas", nama_pendek="Dinas", pemerintah="Kota", kota="Kota", alamat="-",
            kepala_daerah="Wali Kota",
        ),
        "tahun": 2020,
        "kebijakan": Kebijakan(),
        "rencana_berlaku": "renstra",
        "daftar_unit": (Unit(id="a", nama="Bidang A"), Unit(id="b", nama="UPT B")),
        "daftar_indikator": (edisi("cakupan", rumus=RUMUS),),
        "daftar_variabel": (
            Variabel(id="terlayani", label="Warga terlayani", satuan=satuan, sifat=sifat),
            Variabel(id="sasaran", label="Warga sasaran", satuan="orang", sifat=Sifat.POSISI),
        ),
        "daftar_nilai_variabel": (*isian, baris("", 200, variabel="sasaran")),
        **ganti,
    }  # fmt: skip
    return TahunInstansi(**isi)


def terlayani(data: TahunInstansi, periode: Periode = TW1) -> Nilai:
    return HasilTahun(data).nilai_variabel("terlayani", periode).nilai


def test_units_add_up_to_the_agency() -> None:
    hasil = HasilTahun(make(baris("a", 30), baris("b", 20)))
    assert hasil.nilai_variabel("terlayani", TW1).tercetak == "50"
    assert hasil.realisasi("cakupan", TW1).tercetak == "25,00%"
    cerita = explain_hasil(hasil.realisasi("cakupan", TW1))
    assert "Warga terlayani, Triwulan I Tahun 2020 = 30 orang + 20 orang = 50 orang. 2 unit." in cerita
    masukan = {satu.uraian: satu.sumber for satu in list_masukan(hasil.realisasi("cakupan", TW1))}
    assert masukan["Warga terlayani menurut UPT B, Triwulan I Tahun 2020"] == "Rekap b"


def test_quarters_of_all_units_add_up_over_the_year() -> None:
    data = make(*(baris(unit, n, Periode(2020, t)) for t in range(1, 5) for unit, n in (("a", t), ("b", 10))))
    assert terlayani(data, TAHUN) == orang(50)
    assert terlayani(data, TW2) == orang(23)
    assert terlayani(
        replace(data, daftar_variabel=(replace(data.daftar_variabel[0], sifat=Sifat.KUMULATIF),)), TW3
    ) == (orang(13))


def test_a_unit_that_reported_once_owes_every_later_quarter() -> None:
    data = make(baris("a", 30), baris("b", 20), baris("a", 5, TW2))
    assert terlayani(data, TW1) == orang(50)
    harapan = "Warga terlayani belum diisi oleh UPT B untuk Triwulan II Tahun 2020."
    assert terlayani(data, TW2) == BelumAda(AlasanBelumAda.BELUM_DIISI, harapan)
    setahun = make(baris("a", 30), baris("b", 20), baris("a", 90, TAHUN), sifat=Sifat.POSISI)
    nilai = terlayani(setahun, TAHUN)
    assert isinstance(nilai, BelumAda)
    assert "UPT B" in nilai.keterangan


def test_a_unit_may_join_later_in_the_year() -> None:
    data = make(baris("a", 30), baris("a", 5, TW2), baris("baru", 7, TW2))
    assert terlayani(data, TW2) == orang(42)
    nilai = terlayani(make(baris("baru", 7), baris("a", 5, TW2)), TW2)
    assert isinstance(nilai, BelumAda)
    assert "belum diisi oleh baru untuk" in nilai.keterangan


def test_a_total_without_units_speaks_for_a_quarter_of_its_own() -> None:
    data = make(baris("a", 30), baris("b", 20), baris("", 9, TW2))
    assert terlayani(data, TW2) == orang(59)


def test_a_unit_without_a_value_is_named_and_silence_comes_first() -> None:
    lapor = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Belum dikirim.")
    terbit = BelumAda(AlasanBelumAda.BELUM_TERBIT, "Menunggu.")
    data = make(baris("a", terbit), baris("b", lapor))
    harapan = "Warga terlayani dari UPT B untuk Triwulan I Tahun 2020: Belum dikirim."
    assert terlayani(data) == BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, harapan)
    kurang = make(baris("a", 1), baris("c", 1), baris("a", terbit, TW2), baris("b", lapor, TW2), sifat=Sifat.KUMULATIF)
    nilai = terlayani(kurang, TW2)
    assert isinstance(nilai, BelumAda)
    assert nilai.alasan is AlasanBelumAda.TIDAK_DILAPORKAN


def test_a_total_that_differs_contradicts_the_units() -> None:
    hasil = HasilTahun(make(baris("a", 30), baris("", 60), baris("b", 20)))
    nilai = hasil.nilai_variabel("terlayani", TW1)
    assert nilai.tercetak == "50"
    assert has_tanda(nilai.nilai, JenisTanda.BERTENTANGAN)
    assert (
        nilai.nilai.tanda[0].keterangan
        == "Nilai untuk seluruh instansi menurut Rekap dinas berbeda dari jumlah unitnya."
    )
    assert nilai.asal() >= {
        f"dinas/2020/tw1/variabel:terlayani/{satu}" for satu in ("isian", "isian@a", "isian@b", "isian_instansi")
    }


def test_a_total_that_agrees_is_kept_without_a_mark() -> None:
    hasil = HasilTahun(make(baris("a", 30), baris("", 50), baris("b", 20)))
    nilai = hasil.nilai_variabel("terlayani", TW1)
    assert nilai.nilai == orang(50)
    assert "dinas/2020/tw1/variabel:terlayani/isian_instansi" in nilai.asal()


def test_what_every_unit_filled_in_is_found_by_its_identity() -> None:
    hasil = HasilTahun(make(baris("a", 30), baris("b", 20), baris("", 60)))
    awal = "dinas/2020/tw1/variabel:terlayani/"
    harapan = {"isian": "50", "isian@a": "30", "isian@b": "20", "isian_instansi": "60"}
    for besaran, tercetak in harapan.items():
        nilai = hasil.cari(awal + besaran)
        assert (nilai.identitas, nilai.tercetak) == (awal + besaran, tercetak)
    for tiada in (f"{awal}isian@c", "dinas/2020/tw2/variabel:terlayani/isian_instansi",
                  "dinas/2020/tw1/variabel:sasaran/isian_instansi"):  # fmt: skip
        with pytest.raises(IdentitasTakDikenal):
            hasil.cari(tiada)


def test_percentages_of_units_are_refused() -> None:
    persen = Bilangan(Angka(50), "%")
    nilai = terlayani(make(baris("a", persen), baris("b", persen), satuan="%", sifat=Sifat.POSISI))
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.keterangan == (
        "Warga terlayani bersatuan %, jadi nilai antarunitnya tidak dapat dijumlahkan; jumlahkan bagian-bagiannya."
    )


def test_the_last_record_of_each_unit_counts() -> None:
    data = make(baris("a", 30), baris("a", 33, dicatat_pada=date(2020, 5, 1)), baris("b", 20))
    assert terlayani(data) == orang(53)
    dulu = HasilTahun(data, diketahui=date(2020, 4, 1))
    assert dulu.nilai_variabel("terlayani", TW1).nilai == orang(50)


# Values recorded without parts


def indeks(agregasi: AgregasiUnit, satuan: str = "indeks") -> EdisiIndikator:
    return edisi("skm", nama="Indeks kepuasan", satuan=satuan, agregasi_unit=agregasi)


def catatan(
    unit: str, n: int, periode: Periode = TAHUN, sumber: str = "Survei", satuan: str = "indeks"
) -> NilaiTercatat:
    return NilaiTercatat(indikator="skm", periode=periode, unit=unit, nilai=Bilangan(Angka(n), satuan), sumber=sumber)


def skm(agregasi: AgregasiUnit, *daftar: NilaiTercatat, satuan: str = "indeks") -> HasilTahun:
    return HasilTahun(make(daftar_indikator=(indeks(agregasi, satuan),), daftar_nilai_tercatat=daftar))


@pytest.mark.parametrize(
    ("agregasi", "tercetak"),
    [(AgregasiUnit.RATA_RATA, "75,00"), (AgregasiUnit.MAKSIMUM, "80,00"), (AgregasiUnit.MINIMUM, "70,00")],
)
def test_recorded_values_of_units_are_put_together_by_the_definition(agregasi: AgregasiUnit, tercetak: str) -> None:
    nilai = skm(agregasi, catatan("a", 80), catatan("b", 70)).realisasi("skm", TAHUN)
    assert nilai.tercetak == tercetak
    assert has_tanda(nilai.nilai, JenisTanda.NILAI_LUAR)
    assert any("Indeks kepuasan, Tahun 2020 = " in kalimat for kalimat in explain_hasil(nilai))


def test_recorded_indices_are_not_added() -> None:
    nilai = skm(AgregasiUnit.JUMLAH, catatan("a", 80), catatan("b", 70)).realisasi("skm", TAHUN).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert "bersatuan indeks" in nilai.keterangan
    nilai = skm(AgregasiUnit.RATA_RATA, catatan("a", 80, satuan="%"), satuan="%").realisasi("skm", TAHUN).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert "tidak dapat dirata-ratakan" in nilai.keterangan


def test_a_recorded_unit_owes_every_later_quarter() -> None:
    hasil = skm(AgregasiUnit.RATA_RATA, catatan("a", 80, TW1), catatan("b", 70, TW1), catatan("a", 90, TW2))
    assert hasil.realisasi("skm", TW1).tercetak == "75,00"
    assert hasil.realisasi("skm", TW2).tercetak == "75,00"
    assert has_tanda(hasil.realisasi("skm", TW2).nilai, JenisTanda.SEMENTARA)


def test_a_recorded_total_beside_units_is_a_rival() -> None:
    hasil = skm(AgregasiUnit.RATA_RATA, catatan("a", 80), catatan("", 77), catatan("b", 70))
    nilai = hasil.realisasi("skm", TAHUN)
    assert nilai.tercetak == "75,00"
    assert has_tanda(nilai.nilai, JenisTanda.BERTENTANGAN)
    assert [satu.tercetak for satu in hasil.daftar_realisasi_lain("skm", TAHUN)] == ["77"]


def test_two_sources_on_one_unit_contradict_each_other() -> None:
    hasil = skm(AgregasiUnit.RATA_RATA, catatan("a", 80), catatan("a", 60, sumber="Audit"), catatan("b", 70))
    nilai = hasil.realisasi("skm", TAHUN).nilai
    assert has_tanda(nilai, JenisTanda.BERTENTANGAN)
    assert any(tanda.keterangan == "Nilai Bidang A berbeda menurut Audit." for tanda in nilai.tanda)
    sama = skm(AgregasiUnit.RATA_RATA, catatan("a", 80), catatan("a", 80, sumber="Audit"))
    assert not has_tanda(sama.realisasi("skm", TAHUN).nilai, JenisTanda.BERTENTANGAN)


def test_values_of_units_alone_make_an_earlier_year_readable() -> None:
    hasil = skm(AgregasiUnit.RATA_RATA, catatan("a", 80, Periode(2019)), catatan("b", 70, Periode(2019)))
    assert hasil.realisasi_tahun("skm", 2019).tercetak == "75,00"
