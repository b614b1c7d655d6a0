"""The page of the organisation: units, who holds which position when, and what each unit answers for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.web.baca_html import get_baris, get_isi, get_teks, list_tabel
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka, make_data, muat

from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Pejabat, StatusPejabat, Unit
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import EdisiOrganisasi, Instansi, Peran, StatusEdisi


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


@pytest.mark.parametrize(
    ("periode", "pejabat"), [("tw3", "Contoh Pejabat Satu, S.Sos."), ("tw4", "Plt. Contoh Pejabat Dua, S.E.")]
)
def test_a_unit_shows_who_leads_it_at_the_end_of_the_period(perencana: Pengguna, periode: str, pejabat: str) -> None:
    sel = get_baris(buka(perencana, "organisasi", periode=periode), "Dinas Sosial, Pemberdayaan")[1]
    assert sel.startswith(f"{pejabat} Kepala Dinas Sosial")


def test_a_position_shows_all_who_held_it_and_when(perencana: Pengguna) -> None:
    masa = get_baris(buka(perencana, "organisasi"), "Kepala Dinas Sosial")[1]
    assert "2 Januari 2017 s.d. 30 November 2020: Contoh Pejabat Satu, S.Sos. (Pembina Utama Muda, definitif)" in masa
    assert "sejak 1 Desember 2020: Plt. Contoh Pejabat Dua, S.E. (Pembina Tingkat I, pelaksana tugas)" in masa


def test_a_position_without_holder_says_so(perencana: Pengguna) -> None:
    assert (
        get_baris(buka(perencana, "organisasi"), "Kepala UPT")[1]
        == "sejak 1 Januari 2020: belum ada pejabat tercatat (pada akhir periode)"
    )


def _dengan_pejabat(*daftar: Pejabat) -> TahunInstansi:
    data = make_data()
    return replace(data, daftar_pejabat=(*data.daftar_pejabat, *daftar))


def _pejabat(nama: str, mulai: date, **lain: object) -> Pejabat:
    isi: dict[str, object] = {"dicatat_pada": mulai, **lain}
    return Pejabat(jabatan="kepala-upt", nama=nama, berlaku_mulai=mulai, **isi)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_the_part_of_the_year_before_the_first_holder_is_a_gap() -> None:
    muat(_dengan_pejabat(_pejabat("Contoh Plh", date(2020, 5, 4), status=StatusPejabat.PLH)))
    orang = buat_pengguna("p", Peran.PERENCANA)
    masa = get_baris(buka(orang, "organisasi"), "Kepala UPT")[1]
    assert masa.startswith("1 Januari 2020 s.d. 3 Mei 2020: belum ada pejabat tercatat")
    assert "sejak 4 Mei 2020: Plh. Contoh Plh (pelaksana harian)" in masa
    assert get_baris(buka(orang, "organisasi", periode="tw1"), "Unit Pelaksana Teknis")[1].startswith(
        "Belum ada pejabat"
    )
    assert get_baris(buka(orang, "organisasi", periode="tw2"), "Unit Pelaksana Teknis")[1].startswith("Plh. Contoh Plh")


@pytest.mark.django_db
def test_a_corrected_posting_replaces_the_one_of_the_same_day() -> None:
    muat(
        _dengan_pejabat(
            _pejabat("Contoh Salah", date(2020, 2, 1)),
            _pejabat("Contoh Benar", date(2020, 2, 1), dicatat_pada=date(2020, 3, 1)),
            _pejabat("Contoh Kemudian", date(2021, 2, 1)),
        )
    )
    masa = get_baris(buka(buat_pengguna("p", Peran.PERENCANA), "organisasi"), "Kepala UPT")[1]
    assert "Contoh Salah" not in masa
    assert "1 Februari 2020 s.d. 31 Januari 2021: Contoh Benar (definitif) (pada akhir periode)" in masa
    assert "sejak 1 Februari 2021: Contoh Kemudian" in masa


def test_nothing_personal_beyond_name_and_rank_is_shown(perencana: Pengguna) -> None:
    isi = get_isi(buka(perencana, "organisasi"))
    assert "00000000" not in isi
    assert "rekaan" not in isi


def test_each_unit_shows_its_indicators_and_budget(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "organisasi", periode="tahun")
    assert get_baris(jawaban, "Bidang Rehabilitasi")[2:] == ["1", "Rp 751.664.600"]
    assert get_baris(jawaban, "Seksi Rehabilitasi Sosial Anak")[2:] == ["", "Rp 234.570.500"]
    teks = get_teks(jawaban)
    assert "2 Pelayanan Rehabilitasi, Perlindungan, dan Jaminan Sosial: 986.235.100" in teks
    assert "6.2 Pengarusutamaan Hak dan Tumbuh Kembang Anak: 70.444.225" in teks


def test_the_staffing_table_adds_up(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "organisasi")
    assert get_baris(jawaban, "Pejabat struktural") == ["Pejabat struktural", "16"]
    assert get_baris(jawaban, "Jumlah") == ["Jumlah", "38"]
    assert "Membantu Wali Kota menjalankan urusan pemerintahan" in get_teks(jawaban)


def test_a_unit_sees_itself_what_is_below_and_the_way_up(perencana: Pengguna) -> None:
    jawaban = buka(buat_pengguna("pptk", Peran.PPTK, unit="bid-pppa"), "organisasi", periode="tahun")
    unit = [baris[0].removesuffix(" Tugas") for baris in list_tabel(jawaban)[0][1:]]
    assert [satu.split(" Tugas")[0] for satu in unit] == [
        "Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak",
        "Bidang Perlindungan Perempuan dan Pengarusutamaan Hak Anak",
        "Seksi Perlindungan Perempuan dan Anak",
        "Seksi Pengarusutamaan Hak Anak",
    ]
    teks = get_teks(jawaban)
    assert "74.358.200" in teks
    for rahasia in ("144.802.425", "70.444.225", "986.235.100", "Kepala UPT", "Persentase Penyandang"):
        assert rahasia not in teks


@pytest.mark.django_db
def test_the_edition_in_force_at_the_end_of_the_period_is_shown_and_others_can_be_chosen() -> None:
    muat_contoh()
    data = make_data()
    baru = replace(
        data, tahun=2021, daftar_unit=(*data.daftar_unit, Unit(id="upt-2", nama="UPT Kedua", induk="dinas")),
        daftar_target=(), daftar_perjanjian=(), daftar_pembanding=(), daftar_analisis=(), daftar_narasi=(),
        daftar_penandatangan=(), daftar_nilai_variabel=(), daftar_nilai_tercatat=(), daftar_realisasi=(),
    )  # fmt: skip
    muat(baru)
    orang = buat_pengguna("p", Peran.PERENCANA)
    assert "UPT Kedua" not in get_teks(buka(orang, "organisasi"))
    assert "Edisi 1, berlaku mulai 1 Januari 2020" in get_teks(buka(orang, "organisasi"))
    assert "UPT Kedua" in get_teks(buka(orang, "organisasi", tahun=2021))
    lain = get_teks(buka(orang, "organisasi", kueri={"edisi": "2"}))
    assert "UPT Kedua" in lain
    assert "memakai edisi organisasi yang lain" in lain
    assert "Indikator dan anggaran per unit" not in lain
    assert buka(orang, "organisasi", kueri={"edisi": "9"}).status_code == 404
    assert buka(orang, "organisasi", kueri={"edisi": "x"}).status_code == 404


def test_a_draft_edition_exists_only_for_who_may_see_drafts(perencana: Pengguna) -> None:
    asli = EdisiOrganisasi.objects.get()
    asli.pk, asli.nomor, asli.status, asli.berlaku_mulai = None, 2, StatusEdisi.KONSEP, date(2020, 6, 1)
    asli.save()
    evaluator = buat_pengguna("apip", Peran.EVALUATOR)
    assert "Edisi 2" not in get_teks(buka(evaluator, "organisasi"))
    assert buka(evaluator, "organisasi", kueri={"edisi": "2"}).status_code == 404
    teks = get_teks(buka(perencana, "organisasi"))
    assert "Edisi 2, berlaku mulai 1 Juni 2020, konsep" in teks
    assert "Edisi 1, berlaku mulai 1 Januari 2020. Pejabat" in teks  # a draft is not in force


def test_another_agency_does_not_exist(perencana: Pengguna) -> None:
    Instansi.objects.create(kode="dinas-lain")
    assert buka(buat_pengguna("lain", Peran.PEMBACA, instansi="dinas-lain"), "organisasi").status_code == 404
