"""Archives from elsewhere: nothing leaves the folder, nothing fills the memory."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
import xlsxwriter

from tolok.contoh import path_contoh
from tolok.paket.arsip import ArsipRusak, GalatArsip, ensure_buku_wajar, extract_paket
from tolok.paket.masalah import PaketTidakTerbaca
from tolok.paket.muat import check_paket, load_paket
from tolok.paket.tulis import write_paket

MB = 1 << 20


def _arsip(isi: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in isi:
            arsip.writestr(nama, bita)
    return wadah.getvalue()


def _contoh(awalan: str = "") -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    akar = path_contoh("probolinggo-2023")
    return [(awalan + b.relative_to(akar).as_posix(), b.read_bytes()) for b in sorted(akar.rglob("*")) if b.is_file()]


@pytest.mark.parametrize("awalan", ["", "dinas/"])
def test_a_package_folder_is_read_from_the_archive_or_from_its_one_folder(tmp_path: Path, awalan: str) -> None:
    lain = [("__MACOSX/dinas/._paket.toml", b"x"), (f"{awalan}.DS_Store", b"x"), (f"{awalan}foto.jpg", b"x")]
    diabaikan = extract_paket(_arsip([*_contoh(awalan), *lain]), tmp_path / "p", batas=MB)
    assert load_paket(tmp_path / "p") == load_paket(path_contoh("probolinggo-2023"))
    assert diabaikan == (f"{awalan}foto.jpg",)
    assert not (tmp_path / "p" / "foto.jpg").exists()


@pytest.mark.parametrize(
    "nama",
    ["../paket.toml", "/etc/paket.toml", "a/../../b.csv", "..\\unit.csv", "C:unit.csv", "a//unit.csv", "./unit.csv"],
)
def test_a_name_that_points_outside_refuses_the_archive(tmp_path: Path, nama: str) -> None:
    with pytest.raises(GalatArsip, match="menunjuk ke luar foldernya"):
        extract_paket(_arsip([*_contoh(), (nama, b"x")]), tmp_path / "p", batas=MB)
    assert list(tmp_path.iterdir()) == []


def test_a_link_refuses_the_archive(tmp_path: Path) -> None:
    tautan = zipfile.ZipInfo("unit2.csv")
    tautan.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(GalatArsip, match="menunjuk ke luar"):
        extract_paket(_arsip([*_contoh(), (tautan, b"/etc/passwd")]), tmp_path / "p", batas=MB)


def test_what_unpacks_to_too_much_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    bom = _arsip([*_contoh(), ("besar.csv", b"0" * (8 * MB))])
    assert len(bom) < MB
    with pytest.raises(GalatArsip, match="lebih dari 1 MB bila dibuka"):
        extract_paket(bom, tmp_path / "p", batas=MB)


def test_an_archive_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    isi = bytearray(_arsip([("paket.toml", b"0" * (4 * MB))]))
    for tanda, letak in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", isi, isi.index(tanda) + letak, 10)
    with pytest.raises(GalatArsip):
        extract_paket(bytes(isi), tmp_path / "p", batas=MB)


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GalatArsip, match="memuat 2101 berkas"):
        extract_paket(_arsip((f"{n}.csv", b"") for n in range(2101)), tmp_path / "p", batas=MB)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ([("catatan.txt", b"x")], "bukan paket"),
        ([("a/b/paket.toml", b"x")], "letaknya terlalu dalam"),
        ([("a/paket.toml", b"x"), ("b/paket.toml", b"x")], "memuat 2 paket"),
        ([("paket.toml", b"x"), ("Unit.csv", b"x"), ("unit.csv", b"x")], "dua berkas bernama sama"),
    ],
)
def test_an_archive_of_something_else_is_refused(
    tmp_path: Path, isi: list[tuple[str | zipfile.ZipInfo, bytes]], pesan: str
) -> None:
    with pytest.raises(GalatArsip, match=pesan):
        extract_paket(_arsip(isi), tmp_path / "p", batas=MB)


@pytest.mark.parametrize("bita", [b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_a_damaged_archive_is_told(tmp_path: Path, bita: bytes) -> None:
    with pytest.raises(ArsipRusak):
        extract_paket(bita, tmp_path / "p", batas=MB)


def test_a_locked_archive_is_told(tmp_path: Path) -> None:
    isi = bytearray(_arsip([("paket.toml", b"x")]))
    for tanda, letak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", isi, isi.index(tanda) + letak, 1)
    with pytest.raises(GalatArsip, match="terkunci sandi"):
        extract_paket(bytes(isi), tmp_path / "p", batas=MB)


def test_a_workbook_with_one_cell_far_away_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    buku = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    lembar = buku.add_worksheet("paket")
    lembar.write(0, 0, "kunci")
    lembar.write(1_048_575, 16_383, "x")
    buku.close()
    assert (tmp_path / "a.xlsx").stat().st_size < 10_000
    with pytest.raises(PaketTidakTerbaca, match="sel XFD1048576, sangat jauh"):
        check_paket(tmp_path / "a.xlsx")


def test_the_far_cell_is_found_wherever_the_pieces_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tolok.paket.arsip._SEKALI", 7)
    isi = _arsip([("xl/workbook.xml", b""), ("xl/worksheets/sheet1.xml", b"<c r=\"A1\"/> <c  r \n = 'XFD1048576'/>")])
    with pytest.raises(GalatArsip, match="XFD1048576"):
        ensure_buku_wajar(isi, batas=MB)


@pytest.mark.parametrize("nama", ["xl/workbook.bin", "content.xml"])
def test_a_spreadsheet_of_another_kind_is_not_taken_for_a_workbook(nama: str) -> None:
    with pytest.raises(GalatArsip, match=r"bukan buku kerja \.xlsx"):
        ensure_buku_wajar(_arsip([("xl/workbook.xml", b""), (nama, b"")]), batas=MB)
    with pytest.raises(GalatArsip, match=r"bukan buku kerja \.xlsx"):
        ensure_buku_wajar(_arsip([(nama, b"")]), batas=MB)


def test_a_written_workbook_passes(tmp_path: Path) -> None:
    write_paket(load_paket(path_contoh("probolinggo-2020")), tmp_path / "a.xlsx")
    ensure_buku_wajar((tmp_path / "a.xlsx").read_bytes(), batas=16 * MB)
