"""A small package with one of everything, and a way to spoil one cell of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tolok.core.anggaran import Pagu, Realisasi, SimpulAnggaran, TingkatAnggaran
from tolok.core.angka import Angka
from tolok.core.indikator import EdisiIndikator, Jembatan, NilaiTercatat, NilaiVariabel, Sifat, Target, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.naskah import Analisis, Narasi
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Rentang,
    Tanda,
    TidakDapatDihitung,
)
from tolok.core.organisasi import Unit
from tolok.core.periode import Periode
from tolok.core.skala import Kelas, Skala
from tolok.paket.baru import make_paket_awal
from tolok.paket.masalah import Masalah
from tolok.paket.muat import check_paket
from tolok.paket.periksa_isian import AWALAN_ISIAN
from tolok.paket.tulis import write_paket

TAHUN = 2020


def terisi(isi: Any) -> Any:
    """Return the same with every suggestion of a new package taken as its text."""
    if isinstance(isi, str):
        return isi.removeprefix(AWALAN_ISIAN).strip()
    if isinstance(isi, tuple):
        return tuple(terisi(anggota) for anggota in isi)
    if is_dataclass(isi) and not isinstance(isi, Angka):
        return replace(isi, **{bidang.name: terisi(getattr(isi, bidang.name)) for bidang in fields(isi)})
    return isi


def make_dasar() -> TahunInstansi:
    """Return an agency-year without any problem; rows are few, so that tests can name them."""
    awal = terisi(make_paket_awal(tahun=TAHUN))
    mulai = date(TAHUN, 1, 1)
    kla = EdisiIndikator(
        indikator="kla",
        edisi="kla-2020",
        berlaku_mulai=mulai,
        dicatat_pada=mulai,
        simpul="s1",
        nama="Tingkat kota layak anak",
        satuan="kategori",
        rumus="kategori([Level KLA])",
        skala="kla",
    )
    return replace(
        awal,
        daftar_unit=(*awal.daftar_unit, Unit(id="bidang", nama="Bidang Sosial", induk="dinas")),
        daftar_indikator=(*awal.daftar_indikator, kla),
        daftar_variabel=(
            *awal.daftar_variabel,
            Variabel(id="level", label="Level KLA", satuan="kategori", sifat=Sifat.POSISI),
        ),
        daftar_nilai_variabel=(
            _nilai("terlayani", 1, 1200),
            _nilai("terlayani", 2, 1277),
            _nilai("memerlukan", 1, 1816),
            _nilai("memerlukan", 2, 1816),
            NilaiVariabel(variabel="level", periode=Periode(TAHUN), nilai=Kategori("Madya", 2, "kla")),
        ),
        daftar_target=(
            *awal.daftar_target,
            Target(indikator="kla", periode=Periode(TAHUN), nilai=Kategori("Nindya", 3, "kla"), dokumen="pk-2020"),
            Target(
                indikator="iku-1",
                periode=Periode(2021),
                nilai=Rentang(Angka(80), Angka(181, 2), "%"),
                dokumen="renstra-2020",
            ),
        ),
        daftar_nilai_tercatat=(
            NilaiTercatat(
                indikator="iku-1",
                periode=Periode(2019),
                nilai=Bilangan(
                    Angka(4948, 100),
                    "%",
                    (Tanda(JenisTanda.BERTENTANGAN, "dua sumber"), Tanda(JenisTanda.TAHUN_DATA, "", 2018)),
                ),
                sumber="LKjIP 2019",
            ),
            NilaiTercatat(
                indikator="kla",
                periode=Periode(2019),
                nilai=BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Tidak ada evaluasi."),
                sumber="Kementerian",
            ),
            NilaiTercatat(
                indikator="iku-1",
                periode=Periode(2018),
                nilai=TidakDapatDihitung(
                    AlasanTakTerhitung.TANPA_DATA, "Arsip hilang.", (Tanda(JenisTanda.SEMENTARA, ""),)
                ),
                sumber="LKjIP 2018",
            ),
        ),
        daftar_jembatan=(Jembatan(lama="iku-1", baru="kla@kla-2020", sebanding=False, alasan="Berbeda sama sekali."),),
        daftar_skala=(
            *awal.daftar_skala,
            Skala(
                id="kla", nama="Kota layak anak", jenis="kategori", kelas=tuple(_kelas("Pratama", "Madya", "Nindya"))
            ),
        ),
        daftar_anggaran=(
            *awal.daftar_anggaran,
            SimpulAnggaran(
                kode="1.06.02.2.01", induk="1.06.02", tingkat=TingkatAnggaran.KEGIATAN, nama="Kegiatan satu"
            ),
            SimpulAnggaran(kode="1.06.02.2.02", induk="1.06.02", tingkat=TingkatAnggaran.KEGIATAN, nama="Kegiatan dua"),
        ),
        daftar_pagu=(
            Pagu(edisi="murni-2020", kode="1.06.01", sen=250195100000),
            Pagu(edisi="murni-2020", kode="1.06.02.2.01", sen=66175575050),
            Pagu(edisi="murni-2020", kode="1.06.02.2.02", sen=0, sumber_dana=""),
        ),
        daftar_realisasi=(
            Realisasi(kode="1.06.01", periode=Periode(TAHUN, 1), sen=100_000_00),
            Realisasi(kode="1.06.01", periode=Periode(TAHUN, 2), sen=250_000_00),
        ),
        daftar_analisis=(
            Analisis(indikator="iku-1", periode=Periode(TAHUN, 1), penyebab="Capai {capaian:iku-1@tw1}."),
        ),
        daftar_narasi=(
            Narasi(
                kunci="gambaran_umum",
                teks="Alinea satu.\n\nCapaian {capaian:iku-1} dan {serapan:total@tw2#murni-2020}.",
            ),
        ),
    )


def _nilai(variabel: str, triwulan: int, angka: int) -> NilaiVariabel:
    return NilaiVariabel(variabel=variabel, periode=Periode(TAHUN, triwulan), nilai=Bilangan(Angka(angka), "orang"))


def _kelas(*daftar_label: str) -> list[Kelas]:
    return [Kelas(label=label) for label in daftar_label]


@dataclass
class PaketUji:
    """A package folder whose cells can be changed one at a time."""

    folder: Path

    @classmethod
    def make(cls, akar: Path, data: TahunInstansi | None = None) -> PaketUji:
        folder = akar / "paket"
        write_paket(make_dasar() if data is None else data, folder)
        return cls(folder)

    def baris(self, tabel: str) -> list[list[str]]:
        with (self.folder / f"{tabel}.csv").open(encoding="utf-8", newline="") as berkas:
            return list(csv.reader(berkas))

    def simpan(self, tabel: str, daftar_baris: list[list[str]]) -> None:
        with (self.folder / f"{tabel}.csv").open("w", encoding="utf-8", newline="") as berkas:
            csv.writer(berkas, lineterminator="\n").writerows(daftar_baris)

    def ubah(self, tabel: str, baris: int, kolom: str, teks: str) -> None:
        """Write ``teks`` into the cell, row counted as a spreadsheet does."""
        daftar_baris = self.baris(tabel)
        daftar_baris[baris - 1][daftar_baris[0].index(kolom)] = teks
        self.simpan(tabel, daftar_baris)

    def tambah(self, tabel: str, **isi: str) -> int:
        """Add a row and return its number."""
        daftar_baris = self.baris(tabel)
        daftar_baris.append([isi.get(kolom, "") for kolom in daftar_baris[0]])
        self.simpan(tabel, daftar_baris)
        return len(daftar_baris)

    def ganti(self, berkas: str, lama: str, baru: str) -> int:
        """Replace a text of a file and return the line it stood on."""
        jalur = self.folder / berkas
        teks = jalur.read_text(encoding="utf-8")
        assert lama in teks, lama
        jalur.write_text(teks.replace(lama, baru, 1), encoding="utf-8")
        return teks[: teks.index(lama)].count("\n") + 1

    def periksa(self) -> tuple[Masalah, ...]:
        return check_paket(self.folder).daftar_masalah

    def satu_masalah(self) -> Masalah:
        daftar = self.periksa()
        assert len(daftar) == 1, "\n".join(map(str, daftar))
        return daftar[0]
