"""The versions of an agreement: which there are, where each stands, whose targets count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from tests.web.baca_html import get_baris, get_teks, list_tabel
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka, make_data, muat
from tests.web.pengukuran.bantu import konteks

from tolok.core.periode import format_tanggal
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Instansi, Peran
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.models import Dokumen, StatusDokumen
from tolok.web.pelaporan.queries.dokumen import STATUS_TERBIT, BarisDokumen, list_baris
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perjanjian.models import Perjanjian, StatusPerjanjian

TANGGAL: Final = date(2020, 1, 31)


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


def test_the_list_names_state_number_date_and_budget_of_each_version(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "perjanjian_daftar")
    assert get_baris(jawaban, "Murni") == [
        "Murni", "Diganti", "1/PK/2020", "15 Januari 2020", "Pagu Triwulan I", "Rp 6.671.923.749",
    ]  # fmt: skip
    assert get_baris(jawaban, "Perubahan")[1:] == [
        "Ditandatangani", "2/PK/2020", "26 Oktober 2020", "Pagu perubahan", "Rp 3.531.680.129",
    ]  # fmt: skip


@pytest.mark.parametrize(("periode", "versi"), [("tw1", "Murni"), ("tw3", "Murni"), ("tw4", "Perubahan")])
def test_the_version_whose_targets_judge_the_period_is_marked(perencana: Pengguna, periode: str, versi: str) -> None:
    (tabel,) = list_tabel(buka(perencana, "perjanjian_daftar", periode=periode))
    bertanda = [baris[0] for baris in tabel if "targetnya dipakai menilai" in baris[0]]
    assert [satu.split(" ")[0] for satu in bertanda] == [versi]


def test_a_version_shows_its_signers_as_documents_print_them(perencana: Pengguna) -> None:
    teks = get_teks(buka(perencana, "perjanjian", kode="pk-2020-p"))
    assert "Pihak pertama Contoh Pejabat Satu, S.Sos." in teks
    assert "Pihak kedua Contoh Kepala Daerah, S.H. Wali Kota Probolinggo" in teks
    assert "Nomor 2/PK/2020 · tanggal 26 Oktober 2020" in teks
    assert "00000000" not in teks


@pytest.mark.django_db
def test_an_agreement_without_number_and_date_waits_for_its_signatures() -> None:
    muat_contoh()
    baris = get_baris(buka(buat_pengguna("p", Peran.PERENCANA), "perjanjian_daftar"), "Murni")
    assert baris[1:4] == ["Siap tanda tangan", "belum dicatat", "belum dicatat"]


@pytest.mark.django_db
@pytest.mark.parametrize("status", list(StatusDokumen))
def test_its_state_number_and_date_are_those_of_its_document_once_that_was_signed(status: StatusDokumen) -> None:
    tahun = muat_contoh()
    perencana = buat_pengguna("p", Peran.PERENCANA)
    Dokumen.objects.create(
        tahun=tahun, jenis="perjanjian", rujukan="pk-2020", judul="PK", status=status, nomor="7/PK", tanggal=TANGGAL
    )
    Dokumen.objects.create(tahun=tahun, jenis="perjanjian", rujukan="pk-2020", ke=2, judul="PK")
    versi = get_baris(buka(perencana, "perjanjian_daftar"), "Murni")[1:4]
    if status in STATUS_TERBIT:
        assert versi == [status.label, "7/PK", "31 Januari 2020"]
        baris = next(satu for satu in _list_dokumen(tahun, perencana) if satu.ke == 1)
        assert versi == [baris.status.label, baris.nomor, format_tanggal(TANGGAL)]
    else:
        assert versi == ["Siap tanda tangan", "belum dicatat", "belum dicatat"]


def _list_dokumen(tahun: TahunKinerja, pengguna: Pengguna) -> tuple[BarisDokumen, ...]:
    daftar = list_baris(konteks(pengguna), get_laporan(tahun))
    return tuple(satu for satu in daftar if satu.rujukan == "pk-2020")


@pytest.mark.parametrize("peran", [Peran.EVALUATOR, Peran.PEMBACA])
def test_a_draft_does_not_exist_for_who_may_not_see_drafts(perencana: Pengguna, peran: Peran) -> None:
    Perjanjian.objects.filter(kode="pk-2020-p").update(status=StatusPerjanjian.KONSEP)
    orang = buat_pengguna("orang", peran)
    assert "2/PK/2020" not in get_teks(buka(orang, "perjanjian_daftar"))
    for halaman in ("perjanjian", "perjanjian_pratinjau"):
        assert buka(orang, halaman, kode="pk-2020-p").status_code == 404
        assert buka(orang, halaman, kode="pk-2020").status_code == 200
        assert buka(perencana, halaman, kode="pk-2020-p").status_code == 200


def test_an_unknown_agreement_and_another_agency_do_not_exist(perencana: Pengguna) -> None:
    Instansi.objects.create(kode="dinas-lain")
    lain = buat_pengguna("lain", Peran.PERENCANA, instansi="dinas-lain")
    assert buka(perencana, "perjanjian", kode="tidak-ada").status_code == 404
    for halaman in ("perjanjian", "perjanjian_pratinjau"):
        assert buka(lain, halaman, kode="pk-2020").status_code == 404


@pytest.mark.django_db
def test_agreements_of_two_people_are_two_agreements() -> None:
    data = make_data()
    sekretaris = replace(
        data.daftar_perjanjian[0], id="pk-sekretaris", nomor="3/PK/2020", pihak_pertama="sekretaris",
        pihak_kedua="kepala-dinas",
    )  # fmt: skip
    muat(replace(data, daftar_perjanjian=(*data.daftar_perjanjian, sekretaris)))
    jawaban = buka(buat_pengguna("p", Peran.PERENCANA), "perjanjian_daftar")
    assert len(list_tabel(jawaban)) == 2
    assert "Sekretaris dengan Kepala Dinas Sosial" in get_teks(jawaban)
    status = dict(Perjanjian.objects.values_list("kode", "status"))
    assert status == {"pk-2020": "diganti", "pk-2020-p": "ditandatangani", "pk-sekretaris": "ditandatangani"}
