"""Filling in one value: what is read, who may, what locks it, what is recorded; nobody overwrites another."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import Http404
from tests.web.dunia import buat_pengguna
from tests.web.pengukuran.bantu import ALASAN, konteks

from tolok.core.angka import Angka
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, JenisTanda, Kategori, Tanda
from tolok.core.periode import Periode
from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.baca_isian import Isian, IsianTidakTerbaca
from tolok.web.pengukuran.kunci import Terkunci
from tolok.web.pengukuran.models import NilaiTercatat, NilaiVariabel
from tolok.web.pengukuran.operations import fill_nilai, fill_tercatat, return_pengukuran, submit_pengukuran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.simpan.versi import SudahBerubah

pytestmark = pytest.mark.django_db


def isi(pengguna: Pengguna, nilai: str = "1.300", *, variabel: str = "pmks-terpenuhi", **lain: Any) -> NilaiVariabel:
    periode = lain.pop("periode", "tw4")
    versi = lain.pop("versi", 1)
    tempat = {nama: lain.pop(nama) for nama in ("untuk", "unit") if nama in lain}
    return fill_nilai(
        konteks(pengguna, periode), variabel=variabel, isian=Isian(nilai=nilai, **lain), versi=versi, **tempat
    )


def realisasi(pengguna: Pengguna, indikator: str, periode: str = "tw4") -> str:
    tampak = TahunTampak(konteks(pengguna, periode))
    return tampak.hasil.realisasi(indikator, tampak.konteks.periode).tercetak


@pytest.mark.parametrize(
    ("teks", "angka"), [("1300", 1300), ("1.300", 1300), (" 1.300 orang ", 1300), ("1.300,5", Angka(2601, 2)), ("0", 0)]
)
def test_a_number_is_read_as_it_is_typed(pengisi: Pengguna, teks: str, angka: Any) -> None:
    assert isi(pengisi, teks).nilai == Bilangan(Angka(angka) if isinstance(angka, int) else angka, "orang")


@pytest.mark.parametrize(
    ("lain", "bidang", "pesan"),
    [
        ({"nilai": "1,300.5"}, "nilai", "bukan angka gaya Indonesia"),
        ({"nilai": "1300.50"}, "nilai", "tulis 1300,50"),
        ({"nilai": "seribu"}, "nilai", "Tulis misalnya 1.277"),
        ({"nilai": "80-90"}, "nilai", "bukan rentang"),
        ({"nilai": "80%"}, "nilai", "Satuan “%”"),
        ({"nilai": ""}, "nilai", "pilih alasan"),
        ({"nilai": "9.999.999.999.999"}, "nilai", "terlalu besar"),
        ({"nilai": "0,1234567"}, "nilai", "berdesimal lebih dari enam"),
        ({"nilai": "1", "alasan": "belum_terbit"}, "alasan", "Kosongkan salah satunya"),
        ({"nilai": "", "alasan": "malas"}, "alasan", "Pilih alasan dari daftar"),
        ({"nilai": "1", "sumber": "x" * 2001}, "sumber", "lebih dari 2000 huruf"),
        ({"nilai": "1", "bukti": "a\x00b"}, "bukti", "karakter kendali"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field_and_nothing_is_written(
    pengisi: Pengguna, lain: dict[str, Any], bidang: str, pesan: str
) -> None:
    sebelum = Catatan.objects.count()
    with pytest.raises(IsianTidakTerbaca) as tolak:
        isi(pengisi, lain.pop("nilai"), **lain)
    assert (tolak.value.bidang, Catatan.objects.count()) == (bidang, sebelum)
    assert pesan in str(tolak.value)
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).versi == 1


def test_a_missing_value_is_kept_with_its_reason_marks_source_and_evidence(pengisi: Pengguna) -> None:
    tanda = (Tanda(JenisTanda.SEMENTARA, "Rekap Desember belum masuk."), Tanda(JenisTanda.TAHUN_DATA, "", 2019))
    baris = isi(
        pengisi, "", alasan="belum_terbit", keterangan="Menunggu BPS.", tanda=tanda, sumber=" BPS ", bukti="Surat 12",
    )  # fmt: skip
    assert baris.nilai == BelumAda(AlasanBelumAda.BELUM_TERBIT, "Menunggu BPS.", tanda)
    baris.refresh_from_db()
    assert (baris.sumber, baris.bukti, baris.versi) == ("BPS", "Surat 12", 2)
    assert baris.dicatat_pada is not None


def test_the_indicator_is_computed_anew_from_what_was_filled_in(pengisi: Pengguna) -> None:
    assert realisasi(pengisi, "pmks") == "70,32%"
    isi(pengisi, "1.500")
    assert realisasi(pengisi, "pmks") == "82,60%"


def test_a_first_value_is_added_and_counted_from_one(perencana: Pengguna) -> None:
    baris = isi(perencana, "48.250", variabel="tk-perempuan", versi=0)
    assert (baris.versi, baris.tahun, baris.triwulan, baris.unit) == (1, 2020, 4, None)
    isi(perencana, "100.000", variabel="tk-seluruh", versi=0)
    assert realisasi(perencana, "tkp") == "48,25%"


def test_a_value_of_the_year_is_filled_in_on_the_page_of_the_year(perencana: Pengguna) -> None:
    baris = isi(perencana, "45", variabel="jumlah-kasus", periode="tahun", versi=1)
    assert (baris.triwulan, baris.nilai) == (0, Bilangan(Angka(45), "kasus"))


def test_a_formula_that_looks_back_takes_the_value_of_the_year_before(perencana: Pengguna) -> None:
    assert realisasi(perencana, "kasus") == "–"
    isi(perencana, "56", variabel="jumlah-kasus", untuk=Periode(2019), versi=0)
    assert realisasi(perencana, "kasus") == "25,00%"
    with pytest.raises(Http404):
        isi(perencana, "56", variabel="jumlah-kasus", untuk=Periode(2018), versi=0)
    with pytest.raises(Http404):
        isi(perencana, "56", untuk=Periode(2020, 3), versi=1)


def test_units_fill_in_their_own_values_and_the_agency_adds_them_up(contoh: TahunKinerja, perencana: Pengguna) -> None:
    pelaku = buat_pengguna("seksi", Peran.PENANGGUNG_JAWAB, unit="bid-perempuan")
    isi(pelaku, "40", variabel="tk-perempuan", unit="sie-pug", versi=0)
    isi(pelaku, "20", variabel="tk-perempuan", unit="sie-kualitas-hidup", versi=0)
    isi(pelaku, "120", variabel="tk-seluruh", versi=0)
    assert realisasi(perencana, "tkp") == "50,00%"
    for unit in ("bid-rehab", "tidak-ada"):
        with pytest.raises(Http404):
            isi(pelaku, "1", variabel="tk-perempuan", unit=unit, versi=0)
    assert NilaiVariabel.objects.filter(variabel__kode="tk-perempuan").count() == 2


def test_equal_content_writes_nothing(pengisi: Pengguna) -> None:
    isi(pengisi, "1.300")
    sebelum = Catatan.objects.count()
    assert isi(pengisi, "1300", versi=1).versi == 2
    assert Catatan.objects.count() == sebelum


def test_whoever_read_an_older_value_overwrites_nothing_and_gets_both(pengisi: Pengguna, perencana: Pengguna) -> None:
    isi(perencana, "1.300")
    with pytest.raises(SudahBerubah) as berubah:
        isi(pengisi, "1.400")
    kini = berubah.value.kini
    assert isinstance(kini, NilaiVariabel)
    assert (kini.nilai, berubah.value.diminta["mikro"]) == (Bilangan(Angka(1300), "orang"), 1_400_000_000)
    with pytest.raises(SudahBerubah):
        isi(pengisi, "1.400", versi=0)
    with pytest.raises(SudahBerubah):
        isi(perencana, "5", variabel="tk-perempuan", versi=2)
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).nilai == kini.nilai


def test_each_change_is_one_entry_with_what_was_and_what_is(pengisi: Pengguna) -> None:
    sebelum = Catatan.objects.count()
    isi(pengisi, "1.300", sumber="Rekap")
    entri = Catatan.objects.latest("nomor")
    assert (Catatan.objects.count(), entri.perbuatan, entri.pelaku) == (sebelum + 1, "nilai.diisi", pengisi)
    assert entri.objek == "nilai:2020/tw4/variabel:pmks-terpenuhi"
    catatan = json.loads(entri.isi)
    assert (catatan["dari"]["nilai"]["pecahan"], catatan["menjadi"]["nilai"]["pecahan"]) == ("1277/1", "1300/1")
    assert catatan["dari"]["nilai"]["tanda"][0]["jenis"] == "bertentangan"
    assert (catatan["menjadi"]["sumber"], catatan["versi"]) == ("Rekap", 2)


def test_evidence_that_is_not_open_stays_out_of_the_history(perencana: Pengguna) -> None:
    isi(perencana, "42", variabel="jumlah-kasus", versi=0, bukti="Berkas korban A.B.")
    assert "A.B." not in Catatan.objects.latest("nomor").isi
    isi(perencana, "1.817", variabel="pmks-jumlah", bukti="Rekap bulanan.pdf")
    assert "Rekap bulanan.pdf" in Catatan.objects.latest("nomor").isi


@pytest.mark.parametrize("peran", sorted(set(Peran) - {Peran.PERENCANA, Peran.PENANGGUNG_JAWAB}))
def test_other_roles_may_not_fill_in(contoh: TahunKinerja, peran: Peran) -> None:
    with pytest.raises(TidakBerhak, match="Perencana, Penanggung jawab indikator"):
        isi(buat_pengguna("pelaku", peran))


def test_a_variable_of_other_units_does_not_exist(contoh: TahunKinerja) -> None:
    pelaku = buat_pengguna("pelaku", Peran.PENANGGUNG_JAWAB, unit="bid-perempuan")
    for variabel in ("pmks-terpenuhi", "pengeluaran", "tidak-ada"):
        with pytest.raises(Http404):
            isi(pelaku, variabel=variabel)


def test_a_submitted_quarter_locks_its_values_and_a_returned_one_opens_them(
    pengisi: Pengguna, perencana: Pengguna
) -> None:
    submit_pengukuran(konteks(perencana), indikator="pmks")
    with pytest.raises(Terkunci, match=r"berstatus Diajukan pada Triwulan IV.*dikembalikan dahulu"):
        isi(pengisi)
    isi(pengisi, "1.200", periode="tw3")
    return_pengukuran(konteks(perencana), indikator="pmks", alasan="Periksa.")
    assert isi(pengisi).versi == 2


def test_a_later_quarter_that_adds_the_value_up_locks_it_too(perencana: Pengguna) -> None:
    submit_pengukuran(konteks(perencana, "tw2"), indikator="kasus", catatan=ALASAN)
    with pytest.raises(Terkunci, match="Triwulan II"):
        isi(perencana, "12", variabel="jumlah-kasus", periode="tw1", versi=0)
    isi(perencana, "12", variabel="jumlah-kasus", periode="tw3", versi=0)


def test_the_value_of_the_year_is_locked_with_the_last_quarter(perencana: Pengguna) -> None:
    submit_pengukuran(konteks(perencana), indikator="kasus", catatan=ALASAN)
    with pytest.raises(Terkunci, match="Triwulan IV"):
        isi(perencana, "43", variabel="jumlah-kasus", periode="tahun")


def test_an_indicator_without_a_formula_is_filled_in_as_a_category_of_its_scale(perencana: Pengguna) -> None:
    isian = Isian(nilai="nindya", sumber="Keputusan Menteri", bukti="Lampiran II")
    baris = fill_tercatat(konteks(perencana), indikator="kla", isian=isian, versi=0)
    assert baris.nilai == Kategori("Nindya", 3, "kla")
    assert (baris.sumber, baris.letak, baris.triwulan) == ("Keputusan Menteri", "Lampiran II", 4)
    assert realisasi(perencana, "kla") == "Nindya"
    with pytest.raises(IsianTidakTerbaca, match=r"Yang ada: .*Madya"):
        fill_tercatat(konteks(perencana), indikator="kla", isian=Isian(nilai="Hebat", sumber="x"), versi=1)


def test_a_value_without_parts_names_its_source(perencana: Pengguna) -> None:
    with pytest.raises(IsianTidakTerbaca, match="Sebutkan sumbernya") as tolak:
        fill_tercatat(konteks(perencana), indikator="tkp", isian=Isian(nilai="48,5%"), versi=0)
    assert tolak.value.bidang == "sumber"
    fill_tercatat(konteks(perencana), indikator="tkp", isian=Isian(nilai="48,5", sumber="BPS"), versi=0)
    assert realisasi(perencana, "tkp") == "48,50%"
    assert Catatan.objects.latest("nomor").objek == "nilai:2020/tw4/indikator:tkp"


def test_the_value_that_is_used_changes_and_its_rivals_stay(perencana: Pengguna, contoh: TahunKinerja) -> None:
    kunci = {"buku": contoh, "indikator": NilaiTercatat.objects.filter(indikator__kode="tkp")[0].indikator}
    for sumber, mikro in (("BPS", 48_000_000), ("Dinas", 50_000_000)):
        NilaiTercatat.objects.create(
            **kunci, tahun=2020, triwulan=4, sumber=sumber, jenis_nilai="bilangan", mikro=mikro, satuan_nilai="%"
        )
    with pytest.raises(IsianTidakTerbaca, match="sudah dicatat"):
        fill_tercatat(konteks(perencana), indikator="tkp", isian=Isian(nilai="49%", sumber="Dinas"), versi=1)
    fill_tercatat(konteks(perencana), indikator="tkp", isian=Isian(nilai="49%", sumber="BPS 2"), versi=1)
    daftar = NilaiTercatat.objects.filter(indikator__kode="tkp", triwulan=4).order_by("pk")
    assert [(satu.sumber, satu.mikro) for satu in daftar] == [("BPS 2", 49_000_000), ("Dinas", 50_000_000)]


def test_indicators_outside_the_report_have_no_value_to_fill_in(perencana: Pengguna) -> None:
    for indikator in ("p0", "tidak-ada"):
        with pytest.raises(Http404):
            fill_tercatat(konteks(perencana), indikator=indikator, isian=Isian(nilai="1%", sumber="x"), versi=0)
