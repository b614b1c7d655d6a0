"""Who sees which money: own leaves, sums that hold nothing of others, and names on the way."""

from __future__ import annotations

import io

import pytest
from python_calamine import CalamineWorkbook
from tests.web.baca_html import get_baris, get_isi, get_teks, list_tabel
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka, make_data, muat

from tolok.web.anggaran.models import EdisiPagu
from tolok.web.organisasi.models import Instansi, Peran, StatusEdisi

SEMUA_HALAMAN = ("anggaran", "anggaran_edisi", "anggaran_rincian", "anggaran_layanan")


@pytest.fixture
def dunia(db: None) -> None:
    muat(make_data())


@pytest.mark.usefixtures("dunia")
def test_a_unit_sees_the_sums_of_a_program_that_is_wholly_its_own() -> None:
    jawaban = buka(buat_pengguna("pptk", Peran.PPTK, unit="bid-rehab"), "anggaran")
    assert get_baris(jawaban, "Pelayanan Rehabilitasi")[1] == "2.501.951.000"
    assert get_baris(jawaban, "2.3 Perlindungan dan Jaminan Sosial")[1] == "1.906.946.000"


@pytest.mark.django_db
def test_each_unit_of_the_example_sees_the_budget_that_bears_its_name() -> None:
    muat_contoh()
    jawaban = buka(buat_pengguna("pptk", Peran.PPTK, unit="bid-dayasos"), "anggaran")
    assert get_baris(jawaban, "3 Pemberdayaan Sosial dan Penanganan Fakir Miskin")[1] == "661.755.750"
    (tabel,) = list_tabel(jawaban)
    assert [satu[0].split()[0] for satu in tabel if satu and satu[0][:1].isdigit()] == ["3", "3.1", "3.2", "3.3"]


@pytest.mark.usefixtures("dunia")
def test_a_unit_below_sees_its_leaf_and_only_the_name_above() -> None:
    jawaban = buka(buat_pengguna("pptk", Peran.PPTK, unit="sie-anak-lansia"), "anggaran")
    (tabel,) = list_tabel(jawaban)
    baris = [satu for satu in tabel if satu and satu[0][:1].isdigit()]
    assert [satu[0] for satu in baris] == [
        "2 Pelayanan Rehabilitasi, Perlindungan, dan Jaminan Sosial "
        "Bidang Rehabilitasi, Perlindungan dan Jaminan Sosial",
        "2.1 Pelayanan dan Rehabilitasi Sosial Anak dan Lanjut Usia Seksi Rehabilitasi Sosial Anak dan Lanjut Usia",
    ]
    assert baris[0][1:] == ["Jumlah tidak ditampilkan: memuat rincian unit lain."]
    assert baris[1][1] == "291.188.000"
    assert baris[1][-1].startswith("–")  # the share would give the total away
    assert 'aria-expanded="false"' not in get_isi(jawaban).split("<tbody>")[1]  # what is theirs starts unfolded


@pytest.mark.usefixtures("dunia")
def test_a_program_of_two_units_shows_its_sum_to_neither() -> None:
    for unit, kegiatan in (("bid-pppa", "6.1 Peningkatan"), ("bid-perempuan", "6.2 Pengarusutamaan")):
        jawaban = buka(buat_pengguna(unit, Peran.PPTK, unit=unit), "anggaran")
        assert get_baris(jawaban, "6 Perlindungan Perempuan dan Anak")[1].startswith("Jumlah tidak ditampilkan")
        assert get_baris(jawaban, kegiatan)[1].replace(".", "").isdigit()


@pytest.mark.usefixtures("dunia")
@pytest.mark.parametrize("halaman", SEMUA_HALAMAN)
@pytest.mark.parametrize("peran", [Peran.PPTK, Peran.PENANGGUNG_JAWAB])
def test_no_page_tells_a_unit_a_number_of_others(halaman: str, peran: Peran) -> None:
    jawaban = buka(buat_pengguna("orang", peran, unit="bid-pppa"), halaman)
    teks = get_teks(jawaban)
    assert jawaban.status_code == 200
    for rahasia in (
        "6.671.923.749", "3.057.589.710",  # the totals
        "2.501.951.000", "291.188.000",  # another unit's program and kegiatan
        "356.172.375", "141.475.375",  # the shared program, and the other unit's part of it
        "Pelayanan Rehabilitasi", "Hak dan Tumbuh Kembang",
    ):  # fmt: skip
        assert rahasia not in teks
    if halaman != "anggaran_layanan":
        assert "214.697.000" in teks


def _isi_buku(isi: bytes) -> str:
    buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    baris = [sel for nama in buku.sheet_names for satu in buku.get_sheet_by_name(nama).to_python() for sel in satu]
    return " ".join(str(int(sel)) if isinstance(sel, float) else str(sel) for sel in baris)


@pytest.mark.usefixtures("dunia")
@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_a_download_holds_no_more_than_the_page(bentuk: str) -> None:
    jawaban = buka(buat_pengguna("orang", Peran.PPTK, unit="bid-pppa"), "anggaran_unduh", bentuk=bentuk)
    isi = jawaban.content.decode() if bentuk == "csv" else _isi_buku(jawaban.content)
    assert "214697000" in isi
    for rahasia in ("356172375", "6671923749", "Rehabilitasi", "anggaran:2"):
        assert rahasia not in isi


@pytest.mark.usefixtures("dunia")
def test_a_unit_without_budget_is_told_so() -> None:
    teks = get_teks(buka(buat_pengguna("tu", Peran.PPTK, unit="subbag-tu"), "anggaran"))
    assert "Tidak ada program, kegiatan, atau sub kegiatan yang penanggung jawabnya unit Anda." in teks


@pytest.mark.django_db
def test_an_evaluator_does_not_see_a_draft_edition() -> None:
    tahun = muat_contoh()
    EdisiPagu.objects.filter(tahun=tahun, kode="refocusing").update(status=StatusEdisi.KONSEP)
    evaluator, perencana = buat_pengguna("apip", Peran.EVALUATOR), buat_pengguna("perencana", Peran.PERENCANA)
    assert "3.407.000.210" in get_isi(buka(perencana, "anggaran", periode="tw2"))
    jawaban = buka(evaluator, "anggaran", periode="tw2")
    assert "3.407.000.210" not in get_isi(jawaban)
    assert "refocusing" not in get_isi(jawaban)
    assert "Serapan terhadap Pagu perubahan" in get_teks(jawaban)  # the last edition that is issued
    assert buka(evaluator, "anggaran", kueri={"edisi": "refocusing"}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("halaman", SEMUA_HALAMAN)
def test_another_agency_does_not_exist(halaman: str) -> None:
    muat_contoh()
    Instansi.objects.create(kode="dinas-lain")
    orang = buat_pengguna("orang", Peran.PERENCANA, instansi="dinas-lain")
    assert buka(orang, halaman).status_code == 404
    assert buka(orang, halaman, instansi="tidak-ada").status_code == 404


@pytest.mark.django_db
def test_an_unknown_year_period_edition_or_form_does_not_exist() -> None:
    muat_contoh()
    orang = buat_pengguna("orang", Peran.PERENCANA)
    assert buka(orang, "anggaran", tahun=2019).status_code == 404
    assert buka(orang, "anggaran", periode="tw5").status_code == 404
    assert buka(orang, "anggaran", kueri={"edisi": "tidak-ada"}).status_code == 404
    assert buka(orang, "anggaran_edisi", kueri={"dari": "tidak-ada"}).status_code == 404
    assert buka(orang, "anggaran_unduh", bentuk="pdf").status_code == 404


@pytest.mark.django_db
def test_a_visitor_is_sent_to_sign_in(client) -> None:
    muat_contoh()
    jawaban = client.get("/probolinggo-dinsos-pppa/2020/tw4/anggaran/")
    assert jawaban.status_code == 302
    assert "next=/probolinggo-dinsos-pppa/2020/tw4/anggaran/" in jawaban["Location"]
