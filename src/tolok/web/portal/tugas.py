"""What waits for a reader, by role: each task names what, why, and leads to where it is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tolok.core.indikator import EdisiIndikator
from tolok.core.nilai import JenisTanda, has_tanda, is_ada
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.models import Dokumen, StatusDokumen
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.tautan import Penaut


class Tugas(NamedTuple):
    """One task."""

    judul: str
    uraian: str
    alamat: str
    ikon: str


def list_tugas(tampak: TahunTampak) -> tuple[Tugas, ...]:
    """Return the tasks of the reader in the period, the most pressing first."""
    konteks = tampak.konteks
    daftar_peran = {izin.peran for izin in konteks.lingkup.list_izin("beranda.lihat", konteks.instansi)}
    daftar: list[Tugas] = []
    if konteks.periode.triwulan:
        daftar.extend(_pengukuran(tampak, daftar_peran))
    daftar.extend(_bertentangan(tampak, daftar_peran))
    daftar.extend(_dokumen(tampak, daftar_peran))
    return tuple(daftar)


def _menurut_status(tampak: TahunTampak) -> dict[StatusPengukuran, list[EdisiIndikator]]:
    kelompok: dict[StatusPengukuran, list[EdisiIndikator]] = {}
    for edisi in tampak.daftar_indikator():
        kelompok.setdefault(tampak.status(edisi.indikator), []).append(edisi)
    return kelompok


def _pengukuran(tampak: TahunTampak, daftar_peran: set[Peran]) -> Iterator[Tugas]:
    konteks = tampak.konteks
    alamat, label = Penaut(konteks).find_alamat("pengukuran"), konteks.periode.label
    kelompok = _menurut_status(tampak)
    dikembalikan = kelompok.get(StatusPengukuran.DIKEMBALIKAN, [])
    draf = kelompok.get(StatusPengukuran.DRAF, [])
    diajukan = kelompok.get(StatusPengukuran.DIAJUKAN, [])
    diverifikasi = kelompok.get(StatusPengukuran.DIVERIFIKASI, [])
    if konteks.is_boleh("pengukuran.isi"):
        for edisi in dikembalikan:
            yield Tugas(
                "Perbaiki pengukuran yang dikembalikan",
                f"{edisi.nama}. {tampak.catatan(edisi.indikator)}",
                alamat,
                "arrow-back-up",
            )
        if draf:
            belum = sum(not is_ada(tampak.hasil.realisasi(e.indikator, konteks.periode).nilai) for e in draf)
            sisa = f" {belum} di antaranya belum mempunyai nilai." if belum else ""
            yield Tugas(
                f"Ajukan pengukuran {label}", f"{len(draf)} indikator masih draf.{sisa}", alamat, "ruler-measure"
            )
    if konteks.is_boleh("pengukuran.verifikasi") and diajukan:
        yield Tugas(f"Verifikasi pengukuran {label}", f"{len(diajukan)} indikator sudah diajukan.", alamat, "checks")
    if konteks.is_boleh("pengukuran.sahkan") and diverifikasi:
        lain = len(draf) + len(diajukan) + len(dikembalikan)
        uraian = f"{len(diverifikasi)} indikator siap disahkan." + (f" {lain} lainnya belum." if lain else "")
        yield Tugas(f"Sahkan pengukuran {label}", uraian, alamat, "gavel")
    if Peran.EVALUATOR in daftar_peran and (jumlah := len(diajukan) + len(diverifikasi)):
        yield Tugas(
            f"Baca pengukuran {label}", f"{jumlah} indikator diajukan dan belum disahkan.", alamat, "ruler-measure"
        )


def _bertentangan(tampak: TahunTampak, daftar_peran: set[Peran]) -> Iterator[Tugas]:
    if not daftar_peran & {Peran.PERENCANA, Peran.PIMPINAN, Peran.PENANGGUNG_JAWAB}:
        return
    for edisi in tampak.daftar_indikator():
        if not tampak.is_angka_tampak(edisi):
            continue
        realisasi = tampak.hasil.realisasi(edisi.indikator, tampak.konteks.periode)
        if has_tanda(realisasi.nilai, JenisTanda.BERTENTANGAN):
            alamat = Penaut(tampak.konteks).find_alamat("indikator", kode=edisi.indikator)
            yield Tugas("Periksa nilai yang bertentangan", edisi.nama, alamat, "arrows-diff")


def _dokumen(tampak: TahunTampak, daftar_peran: set[Peran]) -> Iterator[Tugas]:
    if Peran.PIMPINAN not in daftar_peran:
        return
    siap = Dokumen.objects.filter(tahun=tampak.konteks.tahun, status=StatusDokumen.SIAP).order_by("pk")
    alamat = Penaut(tampak.konteks).find_alamat("dokumen_daftar")
    for judul in siap.values_list("judul", flat=True):
        yield Tugas("Tanda tangani dokumen", f"{judul} siap ditandatangani.", alamat, "signature")
