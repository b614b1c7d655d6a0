"""A package folder to raw tables."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from tolok.berkas import sebab_galat
from tolok.paket.baca_csv import catat_berkas_asing, read_csv, read_utf8
from tolok.paket.baca_toml import read_toml
from tolok.paket.kolom import TABEL, TABEL_WAJIB
from tolok.paket.masalah import Catatan, Masalah, PaketTidakTerbaca, Tingkat
from tolok.paket.mentah import NarasiMentah, PaketMentah, TabelMentah

BERKAS_UMUM: Final = "paket.toml"
FOLDER_NARASI: Final = "narasi"
BERKAS_PENDAMPING: Final = ("perbedaan.csv",)
"""May stand beside the tables and is not read: where our output differs from a printed document, and why."""


def read_folder(folder: Path) -> PaketMentah:
    """
    Read every file of the folder that belongs to the format.

    :raises PaketTidakTerbaca: if it has no ``paket.toml``
    """
    catatan = Catatan()
    if not (folder / BERKAS_UMUM).is_file():
        pesan = f"Folder ini bukan paket: tidak ada {BERKAS_UMUM}. Mulai dengan: tolok paket baru FOLDER --tahun N"
        raise PaketTidakTerbaca([Masalah(str(folder), None, None, pesan)])
    tabel = read_toml(_teks(folder / BERKAS_UMUM, BERKAS_UMUM, catatan), berkas=BERKAS_UMUM, catatan=catatan)
    for nama, bentuk in TABEL.items():
        berkas = f"{nama}.csv"
        if (folder / berkas).is_file():
            isi = _isi(folder / berkas, berkas, catatan)
            tabel[nama] = (
                TabelMentah(berkas, is_utuh=False)
                if isi is None
                else read_csv(isi, berkas=berkas, tabel=bentuk, catatan=catatan)
            )
        else:
            tabel[nama] = TabelMentah(berkas, is_ada=False)
            if (folder / berkas).exists():
                catatan.tambah(Masalah(berkas, None, None, f"{berkas} sebuah folder, bukan berkas. Ganti namanya."))
            elif nama in TABEL_WAJIB:
                pesan = f"Berkas {berkas} tidak ada padahal wajib; buat dengan kepala: {','.join(bentuk.kolom)}"
                catatan.tambah(Masalah(berkas, None, None, pesan))
    _catat_asing(folder, catatan)
    return PaketMentah(str(folder), tabel, _read_narasi(folder, catatan), catatan)


def _isi(jalur: Path, berkas: str, catatan: Catatan) -> bytes | None:
    try:
        return jalur.read_bytes()
    except OSError as galat:
        catatan.tambah(_tidak_terbuka(berkas, "Berkas", galat))
        return None


def _teks(jalur: Path, berkas: str, catatan: Catatan) -> str | None:
    isi = _isi(jalur, berkas, catatan)
    return None if isi is None else read_utf8(isi, berkas=berkas, catatan=catatan)


def _tidak_terbuka(berkas: str, sebutan: str, galat: OSError) -> Masalah:
    return Masalah(berkas, None, None, f"{sebutan} tidak dapat dibuka: {sebab_galat(galat)}. Periksa izinnya.")


def _catat_asing(folder: Path, catatan: Catatan) -> None:
    for jalur in sorted(folder.iterdir()):
        is_csv = jalur.suffix.casefold() == ".csv" and jalur.is_file() and not jalur.name.startswith((".", "~"))
        if is_csv and not (jalur.stem in TABEL and jalur.suffix == ".csv") and jalur.name not in BERKAS_PENDAMPING:
            catat_berkas_asing(jalur.stem, jalur.name, tuple(TABEL), catatan)


def _read_narasi(folder: Path, catatan: Catatan) -> list[NarasiMentah]:
    def catat(galat: OSError) -> None:
        berkas = Path(galat.filename).relative_to(folder).as_posix()
        catatan.tambah(_tidak_terbuka(berkas, "Folder", galat))

    akar = folder / FOLDER_NARASI
    daftar_jalur = []
    if akar.exists():
        for tempat, _, daftar_nama in os.walk(akar, onerror=catat):
            daftar_jalur += [Path(tempat, nama) for nama in daftar_nama if not nama.startswith((".", "~"))]
    daftar = []
    for jalur in sorted(daftar_jalur):
        berkas = jalur.relative_to(folder).as_posix()
        if jalur.suffix != ".md":
            pesan = "Hanya berkas .md yang dibaca sebagai narasi."
            catatan.tambah(Masalah(berkas, None, None, pesan, Tingkat.PERINGATAN))
            continue
        teks = _teks(jalur, berkas, catatan)
        if teks is not None:
            teks = teks.replace("\r\n", "\n")
            kosong = len(teks) - len(teks.lstrip())
            kunci = jalur.relative_to(akar).with_suffix("").as_posix()
            daftar.append(NarasiMentah(berkas, teks.count("\n", 0, kosong) + 1, kunci, teks.strip()))
    return daftar
