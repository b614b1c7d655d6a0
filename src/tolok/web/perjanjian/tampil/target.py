"""The targets of an agreement beside those of the plan and beside what last year came to."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.indikator import EdisiIndikator, Polaritas
from tolok.core.jejak import Hasil
from tolok.core.nilai import Bilangan, Kategori, Nilai
from tolok.core.periode import Periode
from tolok.core.rencana import SimpulRencana
from tolok.core.satuan import PERSEN, is_satuan_sama, normalize_satuan
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tautan import Penaut, TeksAngka
from tolok.web.perjanjian.tampil.versi import Versi
from tolok.web.ui.lencana import Lencana


@dataclass(frozen=True, slots=True)
class TargetRencana:
    """The target of the year as a planning document states it, and how the agreement differs from it."""

    dokumen: str
    target: TeksAngka
    beda: str


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """One indicator of the agreement."""

    nama: str
    alamat: str
    target: TeksAngka
    dasar: str
    daftar_rencana: tuple[TargetRencana, ...]
    akhir: TeksAngka
    lalu: Lencana


@dataclass(frozen=True, slots=True)
class SasaranTarget:
    """A sasaran with the reader's indicators."""

    simpul: SimpulRencana
    daftar_baris: tuple[BarisTarget, ...]


@dataclass(frozen=True, slots=True)
class PerubahanTarget:
    """A target that one version states otherwise than the one before."""

    nama: str
    dari: TeksAngka
    ke: TeksAngka
    beda: str


def list_sasaran(tampak: RencanaTampak, penaut: Penaut, versi: Versi) -> tuple[SasaranTarget, ...]:
    """Return the targets of a version, sasaran by sasaran."""
    periode = Periode(tampak.hasil.data.tahun)
    daftar = (
        SasaranTarget(
            simpul,
            tuple(
                _baris(tampak, penaut, versi, edisi)
                for edisi in tampak.hasil.daftar_indikator(simpul.id, periode)
                if tampak.is_tampak(edisi)
            ),
        )
        for simpul in tampak.hasil.daftar_sasaran()
    )
    return tuple(satu for satu in daftar if satu.daftar_baris)


def list_perubahan(tampak: RencanaTampak, penaut: Penaut, *, dari: Versi, ke: Versi) -> tuple[PerubahanTarget, ...]:
    """Return the reader's targets that differ between two versions."""
    daftar = []
    for edisi in tampak.hasil.daftar_indikator(periode=Periode(tampak.hasil.data.tahun)):
        lama, baru = (_target(tampak, edisi, versi) for versi in (dari, ke))
        if tampak.is_tampak(edisi) and lama.nilai != baru.nilai:
            beda = describe_beda(baru.nilai, lama.nilai)
            daftar.append(PerubahanTarget(edisi.nama, penaut.angka(lama), penaut.angka(baru), beda))
    return tuple(daftar)


def _target(tampak: RencanaTampak, edisi: EdisiIndikator, versi: Versi) -> Hasil:
    """Return the target as the paper of the version prints it."""
    periode = Periode(tampak.hasil.data.tahun)
    tertulis = tampak.hasil.target_dokumen(edisi.indikator, periode, versi.perjanjian.id)
    return tertulis or tampak.hasil.target(edisi.indikator, periode)


def _baris(tampak: RencanaTampak, penaut: Penaut, versi: Versi, edisi: EdisiIndikator) -> BarisTarget:
    hasil, data = tampak.hasil, tampak.hasil.data
    periode = Periode(data.tahun)
    target = _target(tampak, edisi, versi)
    rencana = (
        (dokumen, hasil.target_dokumen(edisi.indikator, periode, dokumen.id)) for dokumen in data.daftar_edisi_rencana
    )
    return BarisTarget(
        nama=edisi.nama,
        alamat=penaut.find_alamat("indikator", kode=edisi.indikator),
        target=penaut.angka(target),
        dasar=target.jejak.sumber or "",
        daftar_rencana=tuple(
            TargetRencana(dokumen.nama, penaut.angka(satu), describe_beda(target.nilai, satu.nilai))
            for dokumen, satu in rencana
            if satu is not None
        ),
        akhir=penaut.angka(hasil.target_akhir(edisi.indikator)),
        lalu=_bandingkan_lalu(tampak, edisi, target),
    )


def describe_beda(target: Nilai, acuan: Nilai) -> str:
    """Return in words how a target differs from another one."""
    beda = _selisih(target, acuan)
    if beda is None:
        return "sama" if target == acuan else "tidak dapat dibandingkan"
    if not beda:
        return "sama"
    arah = "lebih tinggi" if beda > 0 else "lebih rendah"
    if isinstance(target, Kategori):
        return f"{arah} {format_angka(abs(beda))} tingkat"
    return f"{arah} {format_angka(abs(beda))}{_satuan(target)}"


def _bandingkan_lalu(tampak: RencanaTampak, edisi: EdisiIndikator, target: Hasil) -> Lencana:
    """Say whether a target asks for more or for less than last year came to."""
    tahun = tampak.hasil.data.tahun - 1
    lalu = tampak.hasil.realisasi_tahun(edisi.indikator, tahun)
    sebutan = f"realisasi {tahun} ({lalu.tercetak})"
    beda = _selisih(target.nilai, lalu.nilai)
    if beda is None:
        return Lencana(f"Realisasi {tahun} tidak dapat dibandingkan", "circle-dashed", "kosong panjang")
    if not beda:
        return Lencana(f"Sama dengan {sebutan}", "equal", "panjang")
    if edisi.polaritas not in (Polaritas.NAIK, Polaritas.TURUN):
        return Lencana(f"Berbeda dari {sebutan}", "arrows-diff", "panjang")
    arah = "Di atas" if beda > 0 else "Di bawah"
    if (beda > 0) is (edisi.polaritas is Polaritas.NAIK):
        return Lencana(f"{arah} {sebutan}", "check", "baik panjang")
    return Lencana(f"{arah} {sebutan}: lebih ringan", "alert-triangle", "waspada panjang")


def _selisih(satu: Nilai, dua: Nilai) -> Angka | None:
    """Return how much the first value is above the second, in its unit or in ranks; ``None`` if that says nothing."""
    match satu, dua:
        case Bilangan(), Bilangan() if is_satuan_sama(satu.satuan, dua.satuan):
            return satu.angka - dua.angka
        case Kategori(), Kategori() if satu.skala == dua.skala:
            return Angka(satu.peringkat - dua.peringkat)
    return None


def _satuan(nilai: Nilai) -> str:
    if not isinstance(nilai, Bilangan):
        return ""
    return " poin" if normalize_satuan(nilai.satuan) == PERSEN else f" {nilai.satuan}".rstrip()
