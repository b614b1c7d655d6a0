"""Scales as pages show them: classes with their bounds, what is wrong with them, and the tables of regulations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tolok.core.dokumen.lkjip import KelasSkala
from tolok.core.kebijakan import RumusEfisiensi
from tolok.core.penyusun.lkjip.metode import list_kelas
from tolok.core.peraturan import list_skala, load_tabel
from tolok.core.skala import JENIS_KATEGORI, Skala, check_skala


@dataclass(frozen=True, slots=True)
class SkalaTampil:
    """A scale; categories have no bounds, ``daftar_masalah`` is empty for a sound one."""

    skala: Skala
    masa: str
    is_dipakai: bool
    daftar_kelas: tuple[KelasSkala, ...]
    daftar_masalah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RumusRujukan:
    """A formula of the reference tables."""

    kode: str
    nama: str
    rumus: str
    dasar: str


def list_skala_tampil(daftar: Iterable[Skala], *, dipakai: str = "") -> tuple[SkalaTampil, ...]:
    """Return the scales of a year; ``dipakai`` is the one that gives its predikat."""
    return tuple(
        SkalaTampil(skala, _masa(skala), skala.id == dipakai, _kelas(skala), check_skala(skala)) for skala in daftar
    )


def list_skala_rujukan() -> tuple[SkalaTampil, ...]:
    """Return the scales that regulations and published practice set; only those of capaian are in percent."""
    berpersen = {baris["id"] for baris in load_tabel("capaian.toml")["skala"]}
    return tuple(
        satu
        if satu.skala.id in berpersen
        else replace(
            satu, daftar_kelas=tuple(replace(kelas, batas=kelas.batas.replace("%", "")) for kelas in satu.daftar_kelas)
        )
        for satu in list_skala_tampil(list_skala())
    )


def list_rumus_rujukan() -> tuple[RumusRujukan, ...]:
    """Return the formulas of efficiency with where they come from."""
    tabel = load_tabel("efisiensi.toml")
    return tuple(
        RumusRujukan(kode.value, isi["nama"], isi["rumus"], isi["dasar_hukum"])
        for kode in RumusEfisiensi
        if (isi := tabel.get(kode.value))
    )


def _kelas(skala: Skala) -> tuple[KelasSkala, ...]:
    if skala.jenis == JENIS_KATEGORI or all(kelas.bawah is None and kelas.atas is None for kelas in skala.kelas):
        return tuple(KelasSkala(batas="", label=kelas.label, kode=kelas.kode) for kelas in skala.kelas)
    return list_kelas(skala)


def _masa(skala: Skala) -> str:
    awal, akhir = skala.berlaku_tahun_awal, skala.berlaku_tahun_akhir
    if awal is None and akhir is None:
        return ""
    if akhir is None:
        return f"mulai tahun {awal}"
    return f"sampai tahun {akhir}" if awal is None else f"tahun {awal}–{akhir}"
