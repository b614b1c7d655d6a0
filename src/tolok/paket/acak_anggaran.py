"""Random budgets: trees of two and three levels, editions of the pagu, cumulative realisasi, mappings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from tolok.core.anggaran import (
    EdisiPagu,
    EdisiPemetaan,
    Pagu,
    Pemetaan,
    Realisasi,
    SifatProgram,
    SimpulAnggaran,
    TingkatAnggaran,
)
from tolok.core.periode import Periode

_URUSAN: Final = "1.06"
_RUPIAH: Final = (250_000, 900_000_000)


@dataclass(slots=True)
class BahanAnggaran:
    """The growing tables of the budget of one random agency."""

    acak: Random
    tahun: int
    anggaran: list[SimpulAnggaran] = field(default_factory=list)
    edisi_pagu: list[EdisiPagu] = field(default_factory=list)
    pagu: list[Pagu] = field(default_factory=list)
    realisasi: list[Realisasi] = field(default_factory=list)
    edisi_pemetaan: list[EdisiPemetaan] = field(default_factory=list)
    pemetaan: list[Pemetaan] = field(default_factory=list)
    is_bertingkat_tiga: bool = True

    def __post_init__(self) -> None:
        daftar = (("murni", "APBD murni", 1), ("perubahan", "Perubahan APBD", 9))
        self.edisi_pagu = [
            EdisiPagu(
                id=id_edisi,
                nomor=nomor,
                nama=nama,
                jenis=id_edisi,
                cakupan="seluruh belanja program",
                nomor_dokumen=f"DPA-{nomor}/{self.tahun}",
                tanggal=self.acak.choice((None, date(self.tahun, bulan, 3))),
                dicatat_pada=date(self.tahun, bulan, 5),
            )
            for nomor, (id_edisi, nama, bulan) in enumerate(daftar, 1)
        ]
        self.edisi_pemetaan = [
            EdisiPemetaan(id="petunjuk", nama="Menurut lampiran Renstra"),
            EdisiPemetaan(id="laporan", nama="Menurut laporan", dasar="Keputusan Contoh"),
        ]
        self.is_bertingkat_tiga = self.acak.random() < 0.5

    def tambah_program(self, *, sifat: SifatProgram, simpul: str = "", daftar_indikator: tuple[str, ...] = ()) -> None:
        """Add a program with everything below it, its money, and the sasaran or indicators it serves (if any)."""
        nomor = sum(isi.tingkat is TingkatAnggaran.PROGRAM for isi in self.anggaran) + 1
        kode = f"{_URUSAN}.{nomor:02d}"
        self._simpul(kode, "", TingkatAnggaran.PROGRAM, f"Program Contoh {nomor}", sifat)
        daftar_kegiatan = []
        for urut in range(1, self.acak.randint(1, 3) + 1):
            kode_kegiatan = f"{kode}.2.{urut:02d}"
            daftar_kegiatan.append(kode_kegiatan)
            self._simpul(kode_kegiatan, kode, TingkatAnggaran.KEGIATAN, f"Kegiatan Contoh {nomor}.{urut}", sifat)
            daftar_daun = [kode_kegiatan]
            if self.is_bertingkat_tiga:
                daftar_daun = [f"{kode_kegiatan}.{anak:02d}" for anak in range(1, self.acak.randint(1, 3) + 1)]
                for anak, kode_anak in enumerate(daftar_daun, 1):
                    nama = f"Sub Kegiatan Contoh {nomor}.{urut}.{anak}"
                    self._simpul(kode_anak, kode_kegiatan, TingkatAnggaran.SUBKEGIATAN, nama, sifat)
            for daun in daftar_daun:
                self._uang(daun)
        self._petakan(kode, daftar_kegiatan, simpul, daftar_indikator)

    def _simpul(self, kode: str, induk: str, tingkat: TingkatAnggaran, nama: str, sifat: SifatProgram) -> None:
        self.anggaran.append(
            SimpulAnggaran(
                kode=kode,
                induk=induk,
                tingkat=tingkat,
                nama=nama,
                sifat=sifat,
                indikator=self.acak.choice(("", "Persentase layanan yang selesai tepat waktu")),
                penanggung_jawab=self.acak.choice(("", "Kepala Bidang Contoh")),
            )
        )

    def _uang(self, daun: str) -> None:
        terkecil = 0
        for edisi in self.edisi_pagu:
            sen = self.acak.randint(*_RUPIAH) * 100 + self.acak.choice((0, 0, 0, 50))
            if self.acak.random() < 0.04:
                sen = 0
            if sen and self.acak.random() < 0.15:
                modal = sen // self.acak.randint(2, 5)
                self.pagu.append(Pagu(edisi=edisi.id, kode=daun, sen=modal, jenis_belanja="modal", sumber_dana="DAK"))
                self.pagu.append(Pagu(edisi=edisi.id, kode=daun, sen=sen - modal, jenis_belanja="operasi"))
            else:
                self.pagu.append(Pagu(edisi=edisi.id, kode=daun, sen=sen))
            terkecil = min(terkecil, sen) if edisi is not self.edisi_pagu[0] else sen
        terpakai = 0
        for triwulan in range(1, 5):
            terpakai += self.acak.randint(0, (terkecil - terpakai) // (5 - triwulan) if terkecil > terpakai else 0)
            self.realisasi.append(
                Realisasi(kode=daun, periode=Periode(self.tahun, triwulan), sen=terpakai, sumber="Laporan keuangan")
            )

    def _petakan(self, kode: str, daftar_kegiatan: list[str], simpul: str, daftar_indikator: tuple[str, ...]) -> None:
        if not simpul:
            return
        self.pemetaan.append(Pemetaan(edisi="petunjuk", kode=kode, simpul=simpul))
        if daftar_indikator and self.acak.random() < 0.5:
            self.pemetaan.extend(
                Pemetaan(edisi="laporan", kode=kegiatan, simpul=simpul, indikator=self.acak.choice(daftar_indikator))
                for kegiatan in daftar_kegiatan
            )
        else:
            self.pemetaan.append(Pemetaan(edisi="laporan", kode=kode, simpul=simpul))
