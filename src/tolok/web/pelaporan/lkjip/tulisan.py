"""The texts that officers write into the report: which there are, where each stands, and what it says now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.naskah import Analisis
from tolok.core.penyusun.narator import KUNCI_NARASI, kunci_analisis
from tolok.core.periode import Periode
from tolok.web.pelaporan.lkjip.bagian import DEPAN

ANALISIS: Final = ("penyebab", "solusi")
_KUNCI_ANALISIS: Final = re.compile(rf"({'|'.join(ANALISIS)})/([^/]+)/([0-9]{{4}})(?:-tw([1-4]))?")

_BAGIAN_PER_NARASI: Final = {
    "kata_pengantar": DEPAN,
    "ikhtisar_eksekutif": DEPAN,
    "gambaran_umum": "bab-i",
    "sejarah": "bab-i",
    "tugas_fungsi": "bab-i",
    "sumber_daya": "bab-i",
    "permasalahan": "bab-i",
    "rencana_strategis": "bab-ii",
    "program_kegiatan": "bab-ii",
    "perjanjian_kinerja": "bab-ii",
    "metode_pengukuran": "bab-iii",
    "capaian_organisasi": "bab-iii",
    "realisasi_anggaran": "3-2",
    "kesimpulan": "bab-iv",
    "langkah_perbaikan": "bab-iv",
}


@dataclass(frozen=True, slots=True)
class Tulisan:
    """
    One text: ``kunci`` names it in addresses, ``dikenal`` is how faults name it, ``bagian`` the part it stands in.

    A narrative is named as in a package, an analysis ``penyebab/<indikator>/<periode>``.
    """

    kunci: str
    dikenal: str
    nama: str
    letak: str
    bagian: str
    teks: str
    sasaran: str = ""

    @property
    def analisis(self) -> tuple[str, str, Periode] | None:
        """Which half of which analysis it is, ``None`` for a narrative."""
        return _read_kunci(self.kunci)


def list_tulisan(hasil: HasilTahun) -> tuple[Tulisan, ...]:
    """Return every text the report has a place for, in its order, and those of quarterly forms that are written."""
    return (*_narasi(hasil), *_analisis(hasil))


def find_tulisan(hasil: HasilTahun, kunci: str) -> Tulisan | None:
    """Return the text of this name, ``None`` if neither the report nor a quarterly form has a place for it."""
    return next((satu for satu in (*list_tulisan(hasil), *_triwulan(hasil, kunci)) if satu.kunci == kunci), None)


def _read_kunci(kunci: str) -> tuple[str, str, Periode] | None:
    """Take the name of an analysis apart, ``None`` if it is another text's."""
    cocok = _KUNCI_ANALISIS.fullmatch(kunci)
    return (cocok[1], cocok[2], Periode(int(cocok[3]), int(cocok[4] or 0))) if cocok else None


def _triwulan(hasil: HasilTahun, kunci: str) -> Iterator[Tulisan]:
    """Yield the texts of the analysis that a name means in the form of a quarter, written or not."""
    bagian = _read_kunci(kunci)
    if bagian is None or bagian[2].tahun != hasil.data.tahun or bagian[2].is_tahunan:
        return
    _, kode, periode = bagian
    for indikator in hasil.daftar_indikator(periode=periode):
        if indikator.indikator == kode:
            satu = Analisis(indikator=kode, periode=periode)
            yield from _dua(satu, indikator.nama, f"Formulir {periode.label}", "", "")


def _narasi(hasil: HasilTahun) -> Iterator[Tulisan]:
    teks = {satu.kunci: satu.teks for satu in hasil.data.daftar_narasi}
    for kunci, letak in KUNCI_NARASI.items():
        if kunci in _BAGIAN_PER_NARASI:
            yield Tulisan(kunci, kunci, _nama(letak), letak, _BAGIAN_PER_NARASI[kunci], teks.get(kunci, ""))
            continue
        for nomor, sasaran in enumerate(hasil.daftar_sasaran(), start=1):
            kunci_sasaran = f"sasaran_{sasaran.id}"
            yield Tulisan(
                kunci_sasaran, kunci_sasaran, f"Analisis sasaran 3.1.{nomor}", letak, f"3-1-{nomor}",
                teks.get(kunci_sasaran, ""), sasaran.id,
            )  # fmt: skip


def _nama(letak: str) -> str:
    """Return "Sejarah organisasi" of "Bab I, sejarah organisasi", "Ikhtisar eksekutif" of a longer remark."""
    bagian = letak.split(";")[0].split(", ")
    nama = bagian[1] if bagian[0].startswith("Bab ") else bagian[0]
    return nama[0].upper() + nama[1:]


def _analisis(hasil: HasilTahun) -> Iterator[Tulisan]:
    tersimpan = {(satu.indikator, satu.periode): satu for satu in hasil.data.daftar_analisis}
    setahun = Periode(hasil.data.tahun)
    for nomor, sasaran in enumerate(hasil.daftar_sasaran(), start=1):
        for indikator in hasil.daftar_indikator(sasaran.id):
            satu = tersimpan.pop((indikator.indikator, setahun), None)
            satu = satu or Analisis(indikator=indikator.indikator, periode=setahun)
            yield from _dua(satu, indikator.nama, f"Tabel 3.1.{nomor}.H", f"3-1-{nomor}", sasaran.id)
    nama = {satu.indikator: satu.nama for satu in hasil.data.daftar_indikator}
    for sisa in tersimpan.values():
        letak = f"Formulir {sisa.periode.label}"
        yield from _dua(sisa, nama.get(sisa.indikator, sisa.indikator), letak, "", "")


def _dua(satu: Analisis, nama: str, letak: str, bagian: str, sasaran: str) -> Iterator[Tulisan]:
    periode = f"{satu.periode.tahun}{f'-tw{satu.periode.triwulan}' if satu.periode.triwulan else ''}"
    for sebutan in ANALISIS:
        yield Tulisan(
            f"{sebutan}/{satu.indikator}/{periode}",
            kunci_analisis(satu, sebutan),
            f"{sebutan.capitalize()}: {nama}",
            f"{letak}, {sebutan} {nama}",
            bagian,
            satu.penyebab if sebutan == "penyebab" else satu.solusi,
            sasaran,
        )
