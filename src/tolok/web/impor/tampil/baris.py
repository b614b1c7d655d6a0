"""The rows of a preview: values beside what is stored, and objects beside what they may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from tolok.core.bacaan.dokumen import Besaran
from tolok.core.instansi import TahunInstansi
from tolok.ingest.alih.keputusan import BARU, LEWATI
from tolok.ingest.alih.objek import list_pilihan_baru
from tolok.ingest.alih.padanan import Cara
from tolok.ingest.alih.rancangan import JenisObjek, Objek, Rancangan, Status, Usulan, format_letak

SEBUTAN_BESARAN: Final = {
    Besaran.TARGET: "Target",
    Besaran.TARGET_AKHIR: "Target akhir",
    Besaran.REALISASI: "Realisasi",
    Besaran.KONDISI_AWAL: "Kondisi awal",
    Besaran.PAGU: "Pagu",
}
_RAGU: Final = "Dibaca mesin dari gambar; cocokkan angkanya dengan sumber."
_TENTANG: Final = "Berkas ini memuat nilai lain untuk hal yang sama; ikutkan satu saja."
_CARA: Final = {
    Cara.KODE: "kode dan nama sama",
    Cara.NAMA: "nama sama",
    Cara.MIRIP: "mirip, perlu Anda pastikan",
}


class Kelompok(StrEnum):
    """Where a value is shown."""

    BEDA = "beda"
    BARU = "baru"
    RAGU = "ragu"
    SAMA = "sama"
    PADANAN = "padanan"


def find_kelompok(usulan: Usulan) -> Kelompok:
    """Return where a value is shown: what is not settled before what it says."""
    if not usulan.objek.is_dipakai:
        return Kelompok.PADANAN
    if usulan.status is Status.SAMA:
        return Kelompok.SAMA
    if usulan.is_ragu or usulan.masalah:
        return Kelompok.RAGU
    return Kelompok(usulan.status.value)


@dataclass(frozen=True, slots=True)
class BarisUsulan:
    """One value; ``terbaca`` is the name as printed where it is another than the stored one."""

    kunci: str
    nama: str
    terbaca: str
    sebutan: str
    tujuan: str
    tersimpan: str
    tertulis: str
    tercetak: str
    letak: str
    is_ikut: bool
    is_sama: bool
    is_ragu: bool
    is_terbaca: bool
    isian: str
    daftar_catatan: tuple[str, ...]

    @property
    def label(self) -> str:
        """The value in words, for who does not see the row."""
        return f"{self.sebutan}, {self.nama}"

    @property
    def is_pilihan(self) -> bool:
        """Whether there is something to decide about it."""
        return not self.is_sama or self.is_ikut


class Pilihan(NamedTuple):
    """One choice of a select."""

    kunci: str
    kata: str
    kini: bool


@dataclass(frozen=True, slots=True)
class BarisObjek:
    """One object the file speaks of, and what it may be."""

    kunci: str
    nama: str
    keterangan: str
    usul: str
    cara: str
    banyak: int
    daftar_pilihan: tuple[Pilihan, ...]
    is_jelas: bool
    is_usulan: bool
    masalah: str
    sumber: str


class Penamaan:
    """Names of stored things for the rows of one preview."""

    def __init__(self, data: TahunInstansi) -> None:
        self.data = data
        self.indikator = {edisi.indikator: edisi.nama for edisi in data.daftar_indikator if edisi.gabungan is None}
        self.anggaran = {simpul.kode: simpul for simpul in data.daftar_anggaran}
        self._edisi = {edisi.id: edisi.nama for edisi in data.daftar_edisi_rencana}
        self._edisi |= {edisi.id: edisi.nama for edisi in data.daftar_edisi_pagu}
        self._perjanjian = {p.id for p in data.daftar_perjanjian}

    def objek(self, objek: Objek) -> str:
        """Return the name of what an object was taken to be, else as it is printed."""
        if objek.jenis is JenisObjek.INDIKATOR:
            return self.indikator.get(objek.pilihan, objek.nama)
        simpul = self.anggaran.get(objek.pilihan)
        return simpul.nama if simpul else objek.nama

    def usul(self, objek: Objek) -> str:
        """Return the name of the stored object that is proposed."""
        if objek.jenis is JenisObjek.INDIKATOR:
            return self.indikator.get(objek.usul, "")
        simpul = self.anggaran.get(objek.usul)
        return f"{simpul.kode} {simpul.nama}" if simpul else ""

    def tujuan(self, tujuan: str) -> str:
        """Return what an edition or agreement is called."""
        if tujuan == BARU:
            return "edisi baru"
        return f"Perjanjian {tujuan}" if tujuan in self._perjanjian else self._edisi.get(tujuan, tujuan)

    def list_calon(self, objek: Objek) -> Iterable[tuple[str, str]]:
        """Yield the stored objects a printed one may be."""
        if objek.jenis is JenisObjek.INDIKATOR:
            return self.indikator.items()
        tingkat = getattr(objek.contoh, "tingkat", "")
        return ((s.kode, f"{s.kode} {s.nama}") for s in self.data.daftar_anggaran if s.tingkat == str(tingkat))


def make_baris(usulan: Usulan, penamaan: Penamaan, isian: str) -> BarisUsulan:
    """
    Return a value as a row.

    :param isian: what a person read in its place
    """
    nama = penamaan.objek(usulan.objek)
    catatan = []
    if usulan.masalah:
        catatan.append(usulan.masalah)
    elif usulan.is_ragu and not usulan.is_dipastikan:
        catatan.append(_RAGU)
    if usulan.is_bertentangan:
        catatan.append(_TENTANG)
    if usulan.daftar_letak:
        lain = "; ".join(letak for satu in usulan.daftar_letak[:3] if (letak := format_letak(satu)))
        catatan.append(f"Nilai yang sama juga tercetak di {lain or 'tempat lain'}.")
    return BarisUsulan(
        kunci=usulan.kunci,
        nama=nama,
        terbaca=usulan.objek.nama if usulan.objek.nama != nama else "",
        sebutan=f"{SEBUTAN_BESARAN[usulan.besaran]} {usulan.periode.label}",
        tujuan=penamaan.tujuan(usulan.tujuan) if usulan.tujuan else "",
        tersimpan=usulan.tersimpan,
        tertulis=usulan.tertulis,
        tercetak=" ".join(usulan.terbaca.tercetak.split()),
        letak=format_letak(usulan.terbaca.letak) or "tempatnya tidak diketahui",
        is_ikut=usulan.is_ikut and usulan.nilai is not None and not usulan.masalah,
        is_sama=usulan.status is Status.SAMA,
        is_ragu=usulan.is_ragu or bool(isian),
        is_terbaca=usulan.nilai is not None,
        isian=isian,
        daftar_catatan=tuple(catatan),
    )


def make_baris_objek(objek: Objek, penamaan: Penamaan, rancangan: Rancangan) -> BarisObjek:
    """Return an object as a row with its choices."""
    kata = {LEWATI: "Lewati, jangan disimpan", BARU: "Buat baru"}
    pilihan = [Pilihan("", "Belum diputuskan", not objek.pilihan)] if not objek.is_jelas else []
    pilihan += [Pilihan(kunci, kata[kunci], objek.pilihan == kunci) for kunci in list_pilihan_baru(objek)]
    pilihan += [Pilihan(kunci, nama, objek.pilihan == kunci) for kunci, nama in penamaan.list_calon(objek)]
    milik = [usulan for usulan in rancangan.daftar_usulan if usulan.objek.kunci == objek.kunci]
    return BarisObjek(
        kunci=objek.kunci,
        nama=objek.nama,
        keterangan=objek.keterangan,
        usul=penamaan.usul(objek),
        cara=_CARA[objek.cara] if objek.cara else "",
        banyak=len(milik),
        daftar_pilihan=tuple(pilihan),
        is_jelas=objek.is_jelas,
        is_usulan=bool(objek.usul) and not objek.is_jelas,
        masalah=objek.masalah if objek.pilihan in ("", BARU) and not objek.usul else "",
        sumber=milik[0].kunci if milik else "",
    )
