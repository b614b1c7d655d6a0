"""Workbooks: typed cells as an officer leaves them, sheets and keys that are wrong, and the comfort a sheet offers."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from dasar_paket import make_dasar
from python_calamine import CalamineWorkbook

from tolok.paket.masalah import Masalah, PaketTidakTerbaca
from tolok.paket.muat import check_paket
from tolok.paket.tulis import write_paket

Isi = dict[str, list[list[Any]]]


@pytest.fixture
def isi(tmp_path: Path) -> Isi:
    """The cells of the workbook of the base package, to be changed and written by another hand."""
    write_paket(make_dasar(), tmp_path / "asal.xlsx")
    buku = CalamineWorkbook.from_path(str(tmp_path / "asal.xlsx"))
    return {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in buku.sheet_names}


def _simpan(isi: Isi, jalur: Path) -> Path:
    buku = xlsxwriter.Workbook(str(jalur))
    tanggal = buku.add_format({"num_format": "dd/mm/yyyy"})
    for nama, daftar_baris in isi.items():
        lembar = buku.add_worksheet(nama)
        for nomor, baris in enumerate(daftar_baris):
            for kolom, sel in enumerate(baris):
                if isinstance(sel, date):
                    lembar.write_datetime(nomor, kolom, sel, tanggal)
                elif sel != "":
                    lembar.write(nomor, kolom, sel)
    buku.close()
    return jalur


def _masalah(isi: Isi, tmp_path: Path) -> tuple[Masalah, ...]:
    return check_paket(_simpan(isi, tmp_path / "lain.xlsx")).daftar_masalah


def _letakkan(isi: Isi, lembar: str, baris: int, kolom: str, sel: Any) -> str:
    posisi = isi[lembar][0].index(kolom)
    isi[lembar][baris - 1][posisi] = sel
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[posisi] + str(baris)


def test_a_workbook_saved_by_another_program_reads_the_same(isi: Isi, tmp_path: Path) -> None:
    assert check_paket(_simpan(isi, tmp_path / "lain.xlsx")).data == make_dasar()


@pytest.mark.parametrize(
    ("lembar", "baris", "kolom", "sel"),
    [
        ("nilai_variabel", 2, "nilai", 1200.0),
        ("nilai_variabel", 2, "nilai", "1.200"),
        ("pagu", 2, "jumlah", "2.501.951.000"),
        ("pagu", 3, "jumlah", 661755750.5),
        ("indikator", 2, "berlaku_mulai", "1 Januari 2020"),
        ("jembatan", 2, "sebanding", False),
        ("target", 2, "nilai", 100),
    ],
)
def test_a_cell_means_the_same_as_text_or_as_number(
    isi: Isi, tmp_path: Path, lembar: str, baris: int, kolom: str, sel: Any
) -> None:
    _letakkan(isi, lembar, baris, kolom, sel)
    assert check_paket(_simpan(isi, tmp_path / "lain.xlsx")).data == make_dasar()


@pytest.mark.parametrize(
    ("lembar", "baris", "kolom", "sel", "potongan"),
    [
        ("target", 2, "nilai", 0.86, "0,86% atau 86%"),
        ("anggaran", 2, "kode", 1.06, "ubah tipe selnya menjadi Teks"),
        ("pejabat", 2, "nip", 197001012000000000, "ubah tipe selnya menjadi Teks"),
        ("indikator", 2, "digit", 1.5, "bukan bilangan bulat"),
        ("indikator", 3, "skala", "kal", "'kla'"),
    ],
)
def test_a_wrong_cell_is_named_by_sheet_row_and_column(
    isi: Isi, tmp_path: Path, lembar: str, baris: int, kolom: str, sel: Any, potongan: str
) -> None:
    tempat = _letakkan(isi, lembar, baris, kolom, sel)
    masalah = _masalah(isi, tmp_path)[0]
    assert (masalah.berkas, masalah.baris, masalah.kolom) == (f"lain.xlsx, lembar {lembar}", baris, kolom)
    assert masalah.sel == tempat
    assert potongan in masalah.pesan


def test_keys_of_the_sheet_paket_are_judged_with_their_row(isi: Isi, tmp_path: Path) -> None:
    baris = {kunci: nomor for nomor, (kunci, _) in enumerate(isi["paket"], 1)}
    isi["paket"][baris["kebijakan.efisiensi"] - 1][1] = "E9"
    isi["paket"][baris["instansi.kota"] - 1][0] = "instansi.kta"
    isi["paket"].append(["tahun", 2021])
    isi["paket"][baris["versi_format"] - 1][1] = 7
    letak = {(m.kolom, m.baris): m for m in _masalah(isi, tmp_path)}
    assert letak["kebijakan.efisiensi", baris["kebijakan.efisiensi"]].sel == f"B{baris['kebijakan.efisiensi']}"
    assert "Mungkin maksudnya 'instansi.kota'" in letak["kunci", baris["instansi.kota"]].pesan
    assert f"baris {baris['tahun']} dan {len(isi['paket'])}" in letak["kunci", len(isi["paket"])].pesan
    assert "Versi format '7' tidak dikenal" in letak["nilai", baris["versi_format"]].pesan


def test_a_package_without_a_version_is_told(isi: Isi, tmp_path: Path) -> None:
    isi["paket"] = [baris for baris in isi["paket"] if baris[0] != "versi_format"]
    (masalah,) = _masalah(isi, tmp_path)
    assert masalah.kolom == "versi_format"


def test_sheets_that_are_missing_misnamed_or_empty_are_told(isi: Isi, tmp_path: Path) -> None:
    isi["targets"] = isi.pop("target")
    isi["rapat"] = [["x"]]
    isi["isu"] = []
    del isi["indikator"], isi["narasi"]
    pesan = {masalah.berkas.rpartition(" ")[2]: masalah for masalah in _masalah(isi, tmp_path)}
    assert "'target'" in pesan["targets"].pesan
    assert pesan["rapat"].tingkat.value == "peringatan"
    assert "baris pertama harus berisi nama kolom" in pesan["isu"].pesan
    assert "Lembar 'indikator' tidak ada padahal wajib" in pesan["indikator"].pesan


def test_a_class_of_an_unknown_scale_is_told(isi: Isi, tmp_path: Path) -> None:
    _letakkan(isi, "kelas", 2, "skala", "permendagri")
    masalah = _masalah(isi, tmp_path)
    assert any(m.berkas.endswith("lembar kelas") and m.baris == 2 and m.kolom == "skala" for m in masalah)


def test_a_doubled_or_dangling_narrative_is_told(isi: Isi, tmp_path: Path) -> None:
    isi["narasi"] += [["gambaran_umum", "Lagi."], ["Bab I", "Teks."], ["lain", "{capaian:tiada}"]]
    letak = {(m.baris, m.kolom): m.pesan for m in _masalah(isi, tmp_path)}
    assert "baris 2 dan 3" in letak[3, "kunci"]
    assert "pakai a-z" in letak[4, "kunci"]
    assert "objek 'tiada' tidak ada" in letak[5, "teks"]


@pytest.mark.parametrize("bita", [b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_a_file_that_is_no_workbook_is_unreadable(tmp_path: Path, bita: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(bita)
    with pytest.raises(PaketTidakTerbaca, match="bukan buku kerja"):
        check_paket(tmp_path / "a.xlsx")


def test_a_workbook_of_something_else_is_unreadable(tmp_path: Path) -> None:
    _simpan({"Sheet1": [["x"]]}, tmp_path / "a.xlsx")
    with pytest.raises(PaketTidakTerbaca, match="lembar 'paket' tidak ada; yang ada 'Sheet1'"):
        check_paket(tmp_path / "a.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_paket(make_dasar(), tmp_path / "a.xlsx")
    monkeypatch.setattr("tolok.paket.baca_buku._BESAR_TERBUKA", 10_000)
    with pytest.raises(PaketTidakTerbaca, match="terlalu besar"):
        check_paket(tmp_path / "a.xlsx")


def test_a_workbook_that_cannot_be_opened_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_paket(make_dasar(), tmp_path / "a.xlsx")

    def tolak(_: Path) -> bytes:
        raise PermissionError(13, "tidak ada izin")

    monkeypatch.setattr(Path, "read_bytes", tolak)
    with pytest.raises(PaketTidakTerbaca, match="tidak ada izin"):
        check_paket(tmp_path / "a.xlsx")


def test_the_workbook_offers_lists_filters_and_frozen_heads(tmp_path: Path) -> None:
    write_paket(make_dasar(), tmp_path / "a.xlsx")
    arsip = zipfile.ZipFile(tmp_path / "a.xlsx")
    nama_lembar = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).sheet_names
    indikator = arsip.read(f"xl/worksheets/sheet{nama_lembar.index('indikator') + 1}.xml").decode()
    assert "naik,turun,rentang,tetap" in indikator
    assert 'ySplit="1"' in indikator
    assert "<autoFilter" in indikator
    pagu = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_name("pagu").to_python()
    assert [baris[2] for baris in pagu[1:]] == [2501951000.0, 661755750.5, 0.0]
    assert (
        make_dasar().daftar_indikator[0].berlaku_mulai
        in (CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_name("indikator").to_python()[1])
    )


def test_the_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    perintah = (
        "import sys; from tolok.paket.acak import make_instansi_acak; from tolok.paket.susun import susun_paket;"
        "from tolok.paket.tulis_buku import format_buku; from tolok.paket.tulis_folder import format_folder;"
        "p = susun_paket(make_instansi_acak(seed=8));"
        "sys.stdout.buffer.write(format_buku(p) + repr(format_folder(p)).encode())"
    )
    keluaran = {
        subprocess.run(
            [sys.executable, "-c", perintah],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **lingkungan},
            check=True,
            capture_output=True,
        ).stdout
        for lingkungan in (
            {"TZ": "Asia/Jayapura", "LANG": "C", "PYTHONHASHSEED": "1"},
            {"TZ": "America/Lima", "LANG": "id_ID.UTF-8", "PYTHONHASHSEED": "2"},
        )
    }
    assert len(keluaran) == 1
    assert zipfile.is_zipfile(io.BytesIO(next(iter(keluaran))))


def test_amounts_beyond_fifteen_digits_stay_exact(tmp_path: Path) -> None:
    from dataclasses import replace

    from tolok.core.anggaran import Pagu

    data = make_dasar()
    besar = Pagu(edisi="murni-2020", kode="1.06.01", sen=99_999_999_999_999_999)
    data = replace(data, daftar_pagu=(besar, *data.daftar_pagu[1:]))
    write_paket(data, tmp_path / "a.xlsx")
    assert check_paket(tmp_path / "a.xlsx").data == data
