"""One text as it is stored now, with its version and who changed it last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tolok.web.audit.models import Catatan
from tolok.web.pelaporan.lkjip.tulisan import Tulisan
from tolok.web.pelaporan.models import Analisis, Narasi
from tolok.web.perencanaan.models import TahunKinerja


@dataclass(frozen=True, slots=True)
class TeksTersimpan:
    """The text and the version of its row; version 0: there is no row."""

    teks: str = ""
    versi: int = 0


@dataclass(frozen=True, slots=True)
class Perubahan:
    """Who changed something last, and when."""

    nama: str
    waktu: datetime


def get_teks(tahun: TahunKinerja, tulisan: Tulisan) -> TeksTersimpan:
    """Return a text as the database has it now (one query)."""
    analisis = tulisan.analisis
    if analisis is None:
        narasi = Narasi.objects.filter(tahun=tahun, kunci=tulisan.kunci).values_list("teks", "versi").first()
        return TeksTersimpan(*narasi) if narasi else TeksTersimpan()
    kolom, kode, periode = analisis
    baris = Analisis.objects.filter(
        tahun=tahun, indikator__kode=kode, tahun_periode=periode.tahun, triwulan=periode.triwulan
    ).values_list(kolom, "versi")
    ada = baris.first()
    return TeksTersimpan(*ada) if ada else TeksTersimpan()


def get_perubahan_terakhir(instansi: str, objek: str) -> Perubahan | None:
    """Return the last entry on an object of an agency (one query)."""
    ada = (
        Catatan.objects.filter(rantai__kode=instansi, objek=objek)
        .order_by("-nomor")
        .values_list("pelaku_nama", "waktu")
        .first()
    )
    return Perubahan(*ada) if ada else None
