"""The targets of an indicator over documents and years, which of them judges the period, and the benchmarks."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.hasil.indikator import make_nama_per_dokumen
from tolok.core.indikator import EdisiIndikator, Target
from tolok.core.nilai import is_ada
from tolok.core.periode import format_tanggal
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.perencanaan.tautan import TeksAngka


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """A target as one document states it."""

    bagian: str
    dokumen: str
    alamat: str
    periode: str
    angka: TeksAngka
    mulai: str
    dasar: str
    dipakai: bool


@dataclass(frozen=True, slots=True)
class BarisPembanding:
    """A benchmark."""

    nama: str
    angka: TeksAngka
    sumber: str


@dataclass(frozen=True, slots=True)
class TargetTampil:
    """Everything the tab shows; ``alasan`` says why the target that judges the period is the one."""

    angka: TeksAngka
    alasan: str
    daftar: tuple[BarisTarget, ...]
    target_akhir: TeksAngka | None
    kemajuan: TeksAngka | None
    daftar_pembanding: tuple[BarisPembanding, ...]


def make_target(halaman: HalamanIndikator) -> TargetTampil:
    """Return the targets; of a composite indicator those of its parts."""
    hasil, kode, periode = halaman.tampak.hasil, halaman.kode, halaman.periode
    target = hasil.target(kode, periode)
    daftar_bagian = hasil.daftar_bagian(kode, periode)
    akhir, kemajuan = hasil.target_akhir(kode), hasil.tingkat_kemajuan(kode)
    return TargetTampil(
        angka=halaman.penaut.angka(target),
        alasan=target.jejak.catatan or "",
        daftar=tuple(
            baris
            for edisi in daftar_bagian or (halaman.edisi,)
            for baris in _list_baris(halaman, edisi, nama_bagian=edisi.nama if daftar_bagian else "")
        ),
        target_akhir=halaman.penaut.angka(akhir) if is_ada(akhir.nilai) else None,
        kemajuan=halaman.penaut.angka(kemajuan) if is_ada(akhir.nilai) and halaman.tampak.is_tampak(kemajuan) else None,
        daftar_pembanding=tuple(
            BarisPembanding(satu.jejak.uraian, halaman.penaut.angka(satu), satu.jejak.sumber or "")
            for satu in hasil.pembanding(kode)
        ),
    )


def _list_baris(halaman: HalamanIndikator, edisi: EdisiIndikator, *, nama_bagian: str) -> list[BarisTarget]:
    hasil = halaman.tampak.hasil
    dipakai = {jejak.identitas for jejak in hasil.target(edisi.indikator, halaman.periode).jejak.anak}
    nama_per_dokumen = make_nama_per_dokumen(hasil.data)
    perjanjian = {satu.id for satu in hasil.data.daftar_perjanjian}
    daftar = []
    for target in hasil.data.daftar_target:
        if target.indikator != edisi.indikator:
            continue
        isi = hasil.target_dokumen(edisi.indikator, target.periode, target.dokumen)
        assert isi is not None
        alamat = halaman.penaut.find_alamat("perjanjian", kode=target.dokumen) if target.dokumen in perjanjian else ""
        daftar.append(
            BarisTarget(
                bagian=nama_bagian,
                dokumen=nama_per_dokumen.get(target.dokumen, target.dokumen),
                alamat=alamat,
                periode=target.periode.label,
                angka=halaman.penaut.angka(isi),
                mulai=_mulai(halaman, target),
                dasar=target.dasar,
                dipakai=isi.identitas in dipakai,
            )
        )
    return daftar


def _mulai(halaman: HalamanIndikator, target: Target) -> str:
    """Return from when a target is in force: its own day, else that of its document, else that nobody knows."""
    data = halaman.tampak.hasil.data
    mulai = target.berlaku_mulai
    mulai = mulai or next((p.tanggal for p in data.daftar_perjanjian if p.id == target.dokumen), None)
    mulai = mulai or next((e.berlaku_mulai for e in data.daftar_edisi_rencana if e.id == target.dokumen), None)
    return format_tanggal(mulai) if mulai is not None else "tidak diketahui"
