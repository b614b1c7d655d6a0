"""Loading a package: read, decode, check; either an agency-year or every reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tolok.berkas import sebab_galat
from tolok.core.instansi import TahunInstansi
from tolok.paket.acuan import check_acuan
from tolok.paket.baca_buku import read_buku
from tolok.paket.baca_folder import read_folder
from tolok.paket.kunci import check_kunci, check_pohon_mentah
from tolok.paket.masalah import BATAS_MASALAH, GalatPaket, Masalah, PaketTidakTerbaca, Tingkat
from tolok.paket.mentah import PaketMentah
from tolok.paket.periksa_anggaran import check_anggaran
from tolok.paket.periksa_isian import check_isian
from tolok.paket.periksa_majemuk import check_majemuk
from tolok.paket.periksa_narasi import check_narasi
from tolok.paket.periksa_rencana import check_kelengkapan, check_rencana
from tolok.paket.periksa_unit import check_unit
from tolok.paket.urai import urai_paket

AKHIRAN_BUKU: Final = ".xlsx"
_BUKAN_PAKET: Final = (
    "Bukan folder paket dan bukan buku kerja .xlsx. Beri alamat folder yang memuat paket.toml; arsip .zip dibuka "
    "(diekstrak) dahulu, buku kerja .xls atau .ods disimpan ulang sebagai .xlsx."
)


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """The outcome of a check; ``data`` is ``None`` when there is at least one galat. Galat stand before peringatan."""

    data: TahunInstansi | None
    daftar_masalah: tuple[Masalah, ...]

    @property
    def jumlah_galat(self) -> int:
        """How many problems forbid the use of the package."""
        return sum(masalah.tingkat is Tingkat.GALAT for masalah in self.daftar_masalah)

    @property
    def jumlah_peringatan(self) -> int:
        """How many problems only ask for a look."""
        return len(self.daftar_masalah) - self.jumlah_galat


def check_paket(jalur: Path | str) -> HasilPeriksa:
    """
    Read a package (a folder or an .xlsx workbook) and return what was found with all its problems.

    :raises PaketTidakTerbaca: if there is no package at all
    """
    mentah = _read_mentah(Path(jalur))
    terurai = urai_paket(mentah)
    check_acuan(mentah)
    check_kunci(mentah)
    check_pohon_mentah(mentah)
    check_rencana(terurai)
    check_majemuk(terurai)
    check_unit(terurai)
    check_anggaran(terurai)
    check_narasi(terurai)
    check_isian(mentah)
    catatan = mentah.catatan
    catatan.lepas_tertunda()
    if not catatan.ada_galat:
        check_kelengkapan(terurai)
    data = None if catatan.ada_galat else terurai.to_tahun_instansi()
    daftar = sorted(catatan.daftar, key=lambda masalah: masalah.tingkat is not Tingkat.GALAT)
    return HasilPeriksa(data, tuple(daftar))


def _read_mentah(jalur: Path) -> PaketMentah:
    try:
        if jalur.is_dir():
            return read_folder(jalur)
        if jalur.suffix.casefold() == AKHIRAN_BUKU and jalur.exists():
            return read_buku(jalur)
        pesan = _BUKAN_PAKET if jalur.exists() else "Alamat ini tidak ada. Periksa ejaannya."
    except OSError as galat:
        pesan = f"Tidak dapat dibuka: {sebab_galat(galat)}. Periksa alamat dan izinnya."
    raise PaketTidakTerbaca([Masalah(str(jalur), None, None, pesan)])


def load_paket(jalur: Path | str) -> TahunInstansi:
    """
    Return the agency-year of a package (a folder or an .xlsx workbook).

    :raises GalatPaket: with every problem that forbids its use (at most ``BATAS_MASALAH`` listed, all counted)
    """
    hasil = check_paket(jalur)
    if hasil.data is None:
        daftar_galat = [masalah for masalah in hasil.daftar_masalah if masalah.tingkat is Tingkat.GALAT]
        raise GalatPaket(daftar_galat[:BATAS_MASALAH], len(daftar_galat))
    return hasil.data
