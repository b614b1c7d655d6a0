"""A list as a file: no text of anybody becomes a formula, and numbers stay numbers."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from typing import Final

import pytest
from python_calamine import CalamineWorkbook

from tolok.core.angka import Angka
from tolok.core.cetak_angka import MINUS
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Kategori
from tolok.web.ui.unduhan import BENTUK, Isi, Unduhan, make_jawaban, render_buku, render_csv

JAHAT: Final = (
    '=HYPERLINK("http://contoh";"klik")',
    "+6231",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "   =1+1",
    "\u00a0=1+1",
    "\uff1d1+1",
    "\t6231",
)
ANGKA: Final = (
    (Sel(f"{MINUS}1.234,5", Bilangan(Angka(-12345, 10), "%")), "-1234,5", -1234.5),
    (Sel("Rp\u00a01.000.000", Bilangan(Angka(1000000), "Rp")), "1000000", 1000000.0),
    (Sel("81,77%", Bilangan(Angka(8177, 100), "%")), "81,77", 81.77),
)


def _unduhan(*daftar_baris: tuple[Isi, ...], kepala: tuple[str, ...] = ("Isi",)) -> Unduhan:
    return Unduhan(
        nama_berkas="daftar",
        judul="Daftar",
        pengantar="Pengantar.",
        penerbit="Dinas Contoh",
        pada=date(2020, 12, 31),
        kepala=kepala,
        lebar=(1,) * len(kepala),
        daftar_baris=daftar_baris,
    )


def _baca_csv(unduhan: Unduhan) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render_csv(unduhan).decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("jahat", JAHAT)
def test_a_text_that_a_spreadsheet_would_run_is_disarmed(jahat: str) -> None:
    kategori = Sel(jahat, Kategori(jahat, 1, "skala"))
    assert _baca_csv(_unduhan((jahat,), (kategori,), kepala=(jahat,))) == [[f"'{jahat}"]] * 3


@pytest.mark.parametrize("polos", ["Dinas Sosial", "", " Kegiatan", "3 = tiga", "a@b", "–", "'petik"])
def test_a_text_that_is_no_formula_stays_as_it_is(polos: str) -> None:
    assert _baca_csv(_unduhan((polos,)))[1] == [polos]


def test_numbers_stay_numbers_in_the_text_and_in_the_workbook() -> None:
    unduhan = _unduhan(*((sel,) for sel, _, _ in ANGKA))
    assert [baris for (baris,) in _baca_csv(unduhan)[1:]] == [teks for _, teks, _ in ANGKA]
    buku = CalamineWorkbook.from_filelike(io.BytesIO(render_buku(unduhan)))
    daftar = buku.get_sheet_by_name(buku.sheet_names[0]).to_python()
    assert [sel for baris in daftar for sel in baris if isinstance(sel, float)] == [angka for _, _, angka in ANGKA]


def test_a_missing_value_is_empty_or_says_why() -> None:
    belum = BelumAda(AlasanBelumAda.BELUM_DIISI)
    assert _baca_csv(_unduhan((Sel("–", belum),), (Sel("Tidak dievaluasi", belum),)))[1:] == [
        [""],
        ["Tidak dievaluasi"],
    ]


def test_a_workbook_holds_no_formula_whatever_its_texts_say() -> None:
    isi = render_buku(_unduhan(*((satu,) for satu in JAHAT), kepala=(JAHAT[0],)))
    arsip = zipfile.ZipFile(io.BytesIO(isi))
    lembar = [arsip.read(nama).decode() for nama in arsip.namelist() if nama.startswith("xl/worksheets/")]
    assert lembar
    assert not [satu for satu in lembar if re.search(r"<f[ >]", satu)]
    teks = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    assert JAHAT[0] in [sel for baris in teks for sel in baris]


@pytest.mark.parametrize("bentuk", BENTUK)
def test_an_answer_is_a_file_with_a_name(bentuk: str) -> None:
    jawaban = make_jawaban(_unduhan(("a",)), bentuk)
    assert jawaban["Content-Disposition"] == f'attachment; filename="daftar.{bentuk}"'
    assert jawaban["Content-Type"] == BENTUK[bentuk]
