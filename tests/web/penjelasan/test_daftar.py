"""The list of indicators: every number of the period, the means with "n dari m", filters, order, files."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.web.penjelasan.conftest import Masuk, alamat, tandai, teks

from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.perencanaan.models import TahunKinerja

PMKS = "Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya"
TKP = "Persentase tenaga kerja perempuan di eksekutif, legislatif, dan swasta"
KASUS = "Persentase Penurunan Kasus Kekerasan terhadap Perempuan dan Anak"
KLA = "Kategori Kota Layak Anak"


def _nama(isi: str) -> list[str]:
    tabel = isi[isi.index("Tabel indikator") :] if "Tabel indikator" in isi else ""
    return [unescape(nama) for nama in re.findall(r'<th scope="row">(?:<a[^>]*>)?([^<]+)', tabel)]


def test_the_list_shows_every_number_of_the_period(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator_daftar"))
    assert _nama(isi) == [PMKS, TKP, KASUS, KLA]
    for angka in ("86%", "70,32%", "81,77%", "Tinggi", "48,25%", "49,48%", "102,55%", "Sangat tinggi", "Madya"):
        assert angka in isi, angka
    for keadaan in ("Bertentangan", "Nilai luar", "Tidak dapat dihitung", "Tidak dievaluasi"):
        assert keadaan in isi, keadaan


def test_means_say_of_how_many_and_give_no_predicate_on_too_few(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator_daftar"))
    assert "92,16%" in isi
    assert "2 dari 4 indikator" in isi
    assert "1 dari 1 indikator" in isi
    assert "Predikat tidak diberikan karena hanya 50% indikator yang terukur, kurang dari 75%." in isi


def test_quarters_are_drawn_and_told(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator_daftar", "tw3"))
    assert 'aria-label="Triwulan I: 70,32%; Triwulan II: 70,32%; Triwulan III: 70,32%"' in isi


@pytest.mark.parametrize(
    ("kueri", "daftar"),
    [
        ("sasaran=s3", [KASUS, KLA]),
        ("q=perempuan+kekerasan", [KASUS]),
        ("pemilik=Bidang+Pemberdayaan+Perempuan", [TKP]),
        ("status=disahkan", [PMKS]),
        ("status=draf&sasaran=s1", []),
        ("tingkat=sasaran", [PMKS, TKP, KASUS, KLA]),
        ("urut=nama", [KLA, KASUS, PMKS, TKP]),
        ("urut=capaian", [PMKS, TKP, KASUS, KLA]),
        ("urut=-capaian", [TKP, PMKS, KASUS, KLA]),
        ("urut=-keadaan", [PMKS, TKP, KASUS, KLA]),
    ],
)
def test_the_list_is_filtered_and_sorted(masuk: Masuk, tahun: TahunKinerja, kueri: str, daftar: list[str]) -> None:
    tandai(tahun, "pmks", StatusPengukuran.DISAHKAN)
    assert _nama(teks(masuk(), f"{alamat('indikator_daftar')}?{kueri}")) == daftar


def test_nothing_found_offers_to_clear_the_filter(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator_daftar") + "?q=tidak+ada")
    assert "Tidak ada indikator yang cocok" in isi
    assert "hapus saringan" in isi


def test_a_reader_sees_numbers_only_once_they_were_approved(masuk: Masuk, tahun: TahunKinerja) -> None:
    tandai(tahun, "pmks", StatusPengukuran.DISAHKAN)
    isi = teks(masuk(Peran.PEMBACA), alamat("indikator_daftar"))
    assert "81,77%" in isi
    for angka in ("102,55%", "49,48%", "92,16%"):
        assert angka not in isi, angka


def test_somebody_of_one_unit_sees_their_list_and_no_mean_of_others(masuk: Masuk) -> None:
    isi = teks(masuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab"), alamat("indikator_daftar"))
    assert _nama(isi) == [PMKS]
    assert "92,16%" not in isi
    assert KLA not in isi


def test_a_reader_without_any_indicator_is_told_why(masuk: Masuk) -> None:
    isi = teks(masuk(Peran.PPTK, unit="sekretariat"), alamat("indikator_daftar"))
    assert "Belum ada indikator untuk periode ini" in isi


def test_the_list_is_saved_with_its_filter(masuk: Masuk) -> None:
    jawab = masuk().get(alamat("indikator_unduh", bentuk="csv") + "?sasaran=s1")
    baris = jawab.content.decode("utf-8-sig").splitlines()
    assert len(baris) == 2
    assert baris[1].endswith(";86;70,32;81,77;Tinggi;Draf;Bertentangan")
    assert masuk(Peran.PIMPINAN).get(alamat("indikator_unduh", bentuk="pdf")).status_code == 404
