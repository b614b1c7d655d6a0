"""A full disk, or any other failure while writing: the old package is untouched and nothing else remains."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from dasar_paket import make_dasar

from tolok.berkas import GalatBerkas
from tolok.core.naskah import Isu
from tolok.paket.muat import load_paket
from tolok.paket.tulis import write_paket

BARU = replace(make_dasar(), daftar_isu=(Isu(uraian="Berubah."),))


def _gagal_pada(panggilan: int, kode: int) -> Callable[..., None]:
    hitungan = iter(range(1, 10_000))

    def gagal(*_: object, **__: object) -> None:
        if next(hitungan) >= panggilan:
            raise OSError(kode, os.strerror(kode))

    return gagal


@pytest.mark.parametrize("nama", ["paket", "paket.xlsx"])
@pytest.mark.parametrize("panggilan", [1, 9, 27])
def test_a_full_disk_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str, panggilan: int
) -> None:
    write_paket(make_dasar(), tmp_path / nama)
    monkeypatch.setattr(os, "fsync", _gagal_pada(panggilan if nama == "paket" else 1, errno.ENOSPC))
    with pytest.raises(GalatBerkas) as galat:
        write_paket(BARU, tmp_path / nama)
    monkeypatch.undo()
    assert str(galat.value) == (
        f"{tmp_path / nama} tidak dapat ditulis: penyimpanan penuh. "
        "Kosongkan ruang atau pilih folder lain. Berkas lama tidak berubah."
    )
    assert load_paket(tmp_path / nama) == make_dasar()
    assert [jalur.name for jalur in tmp_path.iterdir()] == [nama]


@pytest.mark.parametrize("sasaran", ["baru", "paket"])
def test_a_rename_that_fails_puts_the_old_package_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sasaran: str
) -> None:
    folder = tmp_path / "paket"
    write_paket(make_dasar(), folder)
    asli = Path.replace

    def gagal(asal: Path, tujuan: Path) -> Path:
        if asal.name == sasaran:
            raise OSError(errno.ENOSPC, "penuh")
        return asli(asal, tujuan)

    monkeypatch.setattr(Path, "replace", gagal)
    with pytest.raises(GalatBerkas, match="penyimpanan penuh"):
        write_paket(BARU, folder)
    monkeypatch.undo()
    assert load_paket(folder) == make_dasar()
    assert [jalur.name for jalur in tmp_path.iterdir()] == ["paket"]


def test_a_new_folder_that_cannot_be_finished_does_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _gagal_pada(5, errno.EDQUOT))
    with pytest.raises(GalatBerkas, match="kuota penyimpanan habis"):
        write_paket(BARU, tmp_path / "dalam" / "paket")
    assert list((tmp_path / "dalam").iterdir()) == []


def test_a_folder_of_something_else_is_never_written_into(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    with pytest.raises(GalatBerkas, match="bukan paket"):
        write_paket(BARU, tmp_path)
    assert [jalur.name for jalur in tmp_path.iterdir()] == ["foto.jpg"]


def test_kept_files_are_copied_where_links_are_not_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "paket"
    write_paket(make_dasar(), folder)
    (folder / "bukti.pdf").write_bytes(b"isi")

    def tolak(*_: object) -> None:
        raise OSError(errno.EPERM, "tidak boleh")

    monkeypatch.setattr(os, "link", tolak)
    write_paket(BARU, folder)
    assert (folder / "bukti.pdf").read_bytes() == b"isi"
    assert load_paket(folder) == BARU


def test_an_address_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    with pytest.raises(GalatBerkas, match="bukan folder melainkan berkas"):
        write_paket(BARU, tmp_path / "berkas" / "paket")


@pytest.mark.parametrize("panggilan", [0, 1])
def test_an_interrupt_between_the_renames_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, panggilan: int
) -> None:
    folder = tmp_path / "paket"
    write_paket(make_dasar(), folder)
    asli = Path.replace
    terlihat: list[Path] = []

    def replace_(asal: Path, tujuan: Path) -> Path:
        if folder in (asal, tujuan) and "lama" not in asal.name:
            terlihat.append(asal)
            if len(terlihat) == panggilan + 1:
                raise KeyboardInterrupt
        return asli(asal, tujuan)

    monkeypatch.setattr(Path, "replace", replace_)
    with pytest.raises(KeyboardInterrupt):
        write_paket(BARU, folder)
    assert len(terlihat) == panggilan + 1
    monkeypatch.undo()
    assert load_paket(folder) == make_dasar()
    assert [jalur.name for jalur in tmp_path.iterdir()] == ["paket"]
