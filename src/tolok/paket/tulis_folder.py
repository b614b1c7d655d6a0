"""A package as a folder: written whole beside its place, then renamed, so that no reader sees half of it."""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from pathlib import Path

from tolok.berkas import GalatBerkas, galat_tulis, write_atomik
from tolok.paket.baca_folder import BERKAS_UMUM, FOLDER_NARASI
from tolok.paket.kolom import TABEL
from tolok.paket.susun import Baris, PaketTersusun
from tolok.paket.tulis_toml import format_toml


def format_folder(paket: PaketTersusun) -> dict[str, bytes]:
    """Return the files of a package folder by relative name."""
    isi = {BERKAS_UMUM: format_toml(paket).encode()}
    for nama, tabel in TABEL.items():
        isi[f"{nama}.csv"] = _csv(tabel.kolom, paket.tabel[nama])
    for kunci, teks in paket.narasi:
        isi[f"{FOLDER_NARASI}/{kunci}.md"] = f"{teks}\n".encode()
    return isi


def _csv(kolom: tuple[str, ...], daftar_baris: tuple[Baris, ...]) -> bytes:
    wadah = io.StringIO(newline="")
    penulis = csv.writer(wadah, lineterminator="\n")
    penulis.writerow(kolom)
    penulis.writerows(daftar_baris)
    return wadah.getvalue().encode()


def write_folder(isi: dict[str, bytes], tujuan: Path) -> None:
    """
    Put the files at ``tujuan``; other files that stand in an older package there are kept.

    :raises GalatBerkas: if ``tujuan`` is a folder of something else, or if anything fails; the old package is then
        unchanged and nothing else remains
    """
    samping: Path | None = None
    try:
        tujuan = tujuan.resolve()
        if tujuan.is_dir() and any(tujuan.iterdir()) and not (tujuan / BERKAS_UMUM).is_file():
            pesan = f"{tujuan} sudah berisi berkas lain yang bukan paket. Pilih folder baru atau yang kosong."
            raise GalatBerkas(pesan)
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        samping = Path(tempfile.mkdtemp(prefix=f".{tujuan.name}.", dir=tujuan.parent))
        baru = samping / "baru"
        if tujuan.is_dir():
            shutil.copytree(tujuan, baru, symlinks=True, ignore=_milik_paket(tujuan), copy_function=_salin)
        for nama, bita in isi.items():
            write_atomik(baru / nama, bita)
        _tukar(baru, tujuan, samping / "lama")
    except GalatBerkas as galat:
        sebab = galat.__cause__
        raise (galat_tulis(tujuan, sebab) if isinstance(sebab, OSError) else galat) from sebab
    except (OSError, shutil.Error) as galat:
        raise galat_tulis(tujuan, galat) from galat
    finally:
        if samping is not None:
            shutil.rmtree(samping, ignore_errors=True)


def _milik_paket(akar: Path):  # type: ignore[no-untyped-def]
    """Return the filter that leaves out what the package itself writes anew."""
    berkas_tabel = {BERKAS_UMUM, *(f"{nama}.csv" for nama in TABEL)}

    def abaikan(folder: str, daftar: list[str]) -> set[str]:
        letak = Path(folder)
        if letak == akar:
            return berkas_tabel & set(daftar)
        if letak.relative_to(akar).parts[0] == FOLDER_NARASI:
            return {nama for nama in daftar if nama.endswith(".md") and (letak / nama).is_file()}
        return set()

    return abaikan


def _salin(asal: str, tujuan: str) -> str:
    """Link a kept file into the new folder, or copy it where links are not possible."""
    try:
        os.link(asal, tujuan)
    except OSError:
        shutil.copy2(asal, tujuan)
    return tujuan


def _tukar(baru: Path, tujuan: Path, lama: Path) -> None:
    """Rename ``baru`` to ``tujuan``; what stood there goes back if that fails or is interrupted."""
    try:
        if tujuan.is_dir():
            tujuan.replace(lama)
        baru.replace(tujuan)
    except BaseException:
        if lama.is_dir() and not tujuan.exists():
            lama.replace(tujuan)
        raise
