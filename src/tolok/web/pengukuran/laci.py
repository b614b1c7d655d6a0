"""The drawer of one indicator: where it stands, what its values rest on, what was said of it, what can be done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from tolok.core.indikator import EdisiIndikator
from tolok.core.periode import Periode
from tolok.web.audit.models import Catatan
from tolok.web.pengukuran.alur import LANGKAH, Langkah
from tolok.web.pengukuran.bukti import is_bukti_tampak
from tolok.web.pengukuran.isian import TempatIsian, make_objek_nilai
from tolok.web.pengukuran.kisi import BarisKisi, Kisi
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.pengukuran.penetapan import make_objek
from tolok.web.perencanaan.models import KelasBukti

BATAS_RIWAYAT: Final = 12
_NAMA_BESARAN: Final = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian", "predikat": "Predikat"}
_NAMA_NARASI: Final = {"penyebab": "Penyebab", "solusi": "Tindak lanjut"}
_PERBUATAN: Final = {langkah.perbuatan: langkah.ke.label for langkah in LANGKAH.values()}


@dataclass(frozen=True, slots=True)
class Sumber:
    """Where one value comes from; ``bukti`` is empty and ``is_tertutup`` true where the reader may not see it."""

    nama: str
    tercetak: str
    sumber: str
    kelas: str
    bukti: str
    is_tertutup: bool
    alamat: str


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One entry of the history of an indicator in a quarter."""

    perbuatan: str
    pelaku: str
    waktu: datetime
    catatan: str


@dataclass(frozen=True, slots=True)
class Beda:
    """A number that was approved beside what it comes to now."""

    nama: str
    disahkan: str
    kini: str


@dataclass(frozen=True, slots=True)
class Narasi:
    """A text on an indicator; ``alamat`` is where the reader writes it, ``""`` if they may not."""

    judul: str
    isi: str
    alamat: str


class Laci:
    """What the drawer of one indicator shows."""

    def __init__(self, kisi: Kisi, edisi: EdisiIndikator) -> None:
        self._kisi = kisi
        self._edisi = edisi
        self._tampak = kisi.tampak
        self.baris: Final[BarisKisi] = kisi.make_baris(edisi)

    @property
    def nomor(self) -> str:
        """The place of the indicator in the list, as documents number it."""
        daftar = [edisi.indikator for edisi in self._tampak.daftar_indikator()]
        return f"Indikator {daftar.index(self.baris.kode) + 1} dari {len(daftar)}"

    @cached_property
    def pengukuran(self) -> Pengukuran | None:
        """The workflow row, ``None`` for a draft."""
        return self._tampak.find_pengukuran(self.baris.kode)

    @property
    def versi(self) -> str:
        """The version of the workflow row, as a form sends it."""
        return str(self.pengukuran.versi if self.pengukuran is not None else 0)

    @property
    def is_dikembalikan(self) -> bool:
        """Whether it was given back, so that the reason is shown first."""
        return self.baris.status is StatusPengukuran.DIKEMBALIKAN

    @property
    def daftar_langkah(self) -> tuple[tuple[Langkah, str], ...]:
        """The steps the reader can take with it, each with its page."""
        return tuple(
            (satu, self._kisi.find_alamat_langkah(satu, self.baris.kode)) for satu in self.baris.daftar_langkah
        )

    @cached_property
    def daftar_sumber(self) -> tuple[Sumber, ...]:
        """The values it is measured with, each with its source and evidence."""
        return tuple(
            Sumber(
                nama=sel.nama,
                tercetak=sel.tercetak,
                sumber=sel.sumber,
                kelas=_kelas(sel.tempat),
                bukti=sel.bukti if self._is_bukti_tampak(sel.tempat) else "",
                is_tertutup=bool(sel.bukti) and not self._is_bukti_tampak(sel.tempat),
                alamat=sel.alamat,
            )
            for sel in self.baris.daftar_isian
        )

    @cached_property
    def daftar_lain(self) -> tuple[str, ...]:
        """Recorded values that are not used, each with its source."""
        if not self.baris.is_tampak:
            return ()
        daftar = self._tampak.hasil.daftar_realisasi_lain(self.baris.kode, self._kisi.konteks.periode)
        return tuple(
            f"{satu.tercetak} ({satu.jejak.sumber})" if satu.jejak.sumber else satu.tercetak for satu in daftar
        )

    @cached_property
    def daftar_beda(self) -> tuple[Beda, ...]:
        """What comes to something else now than was approved."""
        return tuple(self._list_beda()) if self.baris.is_berbeda else ()

    def _list_beda(self) -> Iterator[Beda]:
        for besaran, nama in _NAMA_BESARAN.items():
            disahkan = self._kisi.find_disahkan(self.baris.kode, besaran)
            kini = getattr(self._tampak.hasil, besaran)(self.baris.kode, self._kisi.konteks.periode)
            if disahkan is not None and disahkan.tercetak != kini.tercetak:
                yield Beda(nama, disahkan.tercetak, kini.tercetak)

    @cached_property
    def daftar_narasi(self) -> tuple[Narasi, ...]:
        """What is said of it in this period, causes and answers, and where the reader writes it (one query)."""
        if not self.baris.is_tampak:
            return ()
        periode, kode = self._kisi.konteks.periode, self.baris.kode
        # The relation and the page belong to the stage of reports; what is written there is read here.
        satu = self._kisi.konteks.tahun.daftar_analisis.filter(
            indikator__kode=kode, tahun_periode=periode.tahun, triwulan=periode.triwulan
        ).first()
        kapan = str(periode.tahun) if periode.is_tahunan else f"{periode.tahun}-{periode.kunci}"
        daftar = (
            Narasi(judul, getattr(satu, kolom, ""), self._kisi.penaut.find_alamat("narasi_ubah", kunci=kunci))
            for kolom, judul in _NAMA_NARASI.items()
            for kunci in (f"{kolom}/{kode}/{kapan}",)
        )
        return tuple(narasi for narasi in daftar if narasi.isi or narasi.alamat)

    @cached_property
    def riwayat(self) -> tuple[Kejadian, ...]:
        """The last entries on it in this quarter, the latest first (one query)."""
        if not self.baris.is_tampak:
            return ()
        periode = self._kisi.konteks.periode
        nama_per_objek = {make_objek_nilai(sel.tempat): sel.nama for sel in self.baris.daftar_isian}
        objek = make_objek(Periode(periode.tahun, periode.triwulan or 4), self.baris.kode)
        entri = Catatan.objects.filter(rantai__kode=self._kisi.konteks.instansi, objek__in=[objek, *nama_per_objek])
        return tuple(
            Kejadian(
                perbuatan=_PERBUATAN.get(perbuatan) or f"{nama_per_objek.get(nama, 'Nilai')} diisi",
                pelaku=pelaku,
                waktu=waktu,
                catatan=json.loads(isi).get("catatan", ""),
            )
            for perbuatan, nama, pelaku, waktu, isi in entri.order_by("-nomor").values_list(
                "perbuatan", "objek", "pelaku_nama", "waktu", "isi"
            )[:BATAS_RIWAYAT]
        )

    def _is_bukti_tampak(self, tempat: TempatIsian) -> bool:
        return is_bukti_tampak(self._tampak, _kelas(tempat), self._tampak.list_pemilik(self._edisi))


def _kelas(tempat: TempatIsian) -> str:
    return tempat.variabel.kelas_bukti if tempat.variabel is not None else KelasBukti.TERBUKA.value
