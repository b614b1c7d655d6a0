"""The files hold the rows of the page, as numbers a spreadsheet computes with."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka, make_data, muat

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


def _csv(pengguna: Pengguna, **kueri: str) -> list[list[str]]:
    isi = buka(pengguna, "anggaran_unduh", periode="tahun", bentuk="csv", kueri=kueri).content
    assert isi.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(isi.decode("utf-8-sig")), delimiter=";"))


def test_the_csv_has_every_row_and_the_total(perencana: Pengguna) -> None:
    kepala, *daftar, total = _csv(perencana)
    assert kepala[5:8] == ["Pagu Pagu Triwulan I", "Pagu Pagu setelah refocusing", "Pagu Pagu perubahan"]
    assert len(daftar) == 27
    assert daftar[1][:4] == ["1.1", "Kegiatan", "Pengelolaan Administrasi Keuangan", "penunjang"]
    assert total == [
        "", "", "Total", "", "", "6671923749", "3407000210", "3531680129",
        "433442277", "1047264062", "1693705935", "3057589710", "86,58", "100,00",
    ]  # fmt: skip


def test_the_csv_follows_the_filter_of_the_page(perencana: Pengguna) -> None:
    assert [baris[0] for baris in _csv(perencana, q="6.2")[1:]] == ["6", "6.2"]


@pytest.mark.django_db
def test_a_name_cannot_become_a_formula() -> None:
    data = make_data()
    jahat = replace(data.daftar_anggaran[0], nama='=HYPERLINK("http://contoh")')
    muat(replace(data, daftar_anggaran=(jahat, *data.daftar_anggaran[1:])))
    assert _csv(buat_pengguna("p", Peran.PERENCANA))[1][2] == '\'=HYPERLINK("http://contoh")'


def test_the_workbook_holds_numbers_and_says_which_quantity_each_is(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "anggaran_unduh", periode="tahun", bentuk="xlsx")
    assert jawaban["Content-Disposition"] == 'attachment; filename="anggaran-probolinggo-dinsos-pppa-2020-tahun.xlsx"'
    buku = CalamineWorkbook.from_filelike(io.BytesIO(jawaban.content))
    baris = buku.get_sheet_by_name(buku.sheet_names[0]).to_python()
    total = next(satu for satu in baris if "Total" in satu)
    assert [sel for sel in total if isinstance(sel, float)][:7] == [
        6671923749.0, 3407000210.0, 3531680129.0, 433442277.0, 1047264062.0, 1693705935.0, 3057589710.0
    ]  # fmt: skip
    identitas = {satu[2]: satu[3] for satu in buku.get_sheet_by_name("_identitas").to_python()}
    assert identitas["probolinggo-dinsos-pppa/2020/tahun/anggaran:total/serapan@t32"] == "86,58%"
