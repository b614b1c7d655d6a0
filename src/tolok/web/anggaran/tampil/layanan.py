"""What the budget serves: each sasaran and indicator with its money, then support, then what serves no sasaran."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tolok.core.anggaran import EdisiPemetaan
from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.penyusun.cabang import split_kode
from tolok.core.rencana import SimpulRencana
from tolok.web.anggaran.tampil.pilihan import Pilihan
from tolok.web.anggaran.tampil.warna import make_batang_serapan
from tolok.web.perencanaan.tautan import TANPA_ANGKA, TeksAngka
from tolok.web.ui.grafik import Batang


@dataclass(frozen=True, slots=True)
class UangLayanan:
    """Pagu, realisasi, serapan and share of what serves one thing."""

    pagu: TeksAngka
    realisasi: TeksAngka
    serapan: TeksAngka
    batang: Batang
    bagian: TeksAngka


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """A budget node that serves something; ``is_berbagi`` if it counts elsewhere too."""

    kode: str
    nama: str
    is_berbagi: bool
    uang: UangLayanan | None


@dataclass(frozen=True, slots=True)
class LayananIndikator:
    """An indicator, or nodes that serve no single one of the reader's; ``alamat`` is the page of the indicator."""

    nama: str
    alamat: str
    uang: UangLayanan | None
    daftar_baris: tuple[BarisLayanan, ...]


@dataclass(frozen=True, slots=True)
class LayananSasaran:
    """A sasaran with its indicators."""

    nomor: str
    simpul: SimpulRencana
    uang: UangLayanan | None
    daftar_indikator: tuple[LayananIndikator, ...]


@dataclass(frozen=True, slots=True)
class LayananLain:
    """What serves no sasaran, and why."""

    judul: str
    keterangan: str
    uang: UangLayanan | None
    daftar_baris: tuple[BarisLayanan, ...]


@dataclass(frozen=True, slots=True)
class Layanan:
    """The mapping in use, resolved."""

    pemetaan: EdisiPemetaan | None
    daftar_sasaran: tuple[LayananSasaran, ...]
    daftar_lain: tuple[LayananLain, ...]


def make_layanan(pilihan: Pilihan) -> Layanan:
    """Return what the reader's part of the budget serves."""
    data = pilihan.hasil.data
    peta = pilihan.hasil.anggaran.peta
    sasaran = (_sasaran(pilihan, str(n), simpul) for n, simpul in enumerate(pilihan.hasil.daftar_sasaran(), start=1))
    lain = (
        ("Penunjang", "Program penunjang melayani seluruh dinas; menurut sifatnya tidak dihubungkan ke sasaran.",
         PENUNJANG, peta.kode_penunjang),
        ("Program urusan tanpa sasaran", "Program urusan ini semestinya mendukung sasaran, tetapi belum dipetakan.",
         TANPA_SASARAN, peta.kode_tanpa_sasaran),
    )  # fmt: skip
    return Layanan(
        pemetaan=next((e for e in data.daftar_edisi_pemetaan if e.id == data.pemetaan_berlaku), None),
        daftar_sasaran=tuple(satu for satu in sasaran if satu is not None),
        daftar_lain=tuple(
            LayananLain(judul, keterangan, _uang_simpul(pilihan, kunci), daftar)
            for judul, keterangan, kunci, daftar_kode in lain
            if (daftar := _daftar_baris(pilihan, daftar_kode))
        ),
    )


def _sasaran(pilihan: Pilihan, nomor: str, simpul: SimpulRencana) -> LayananSasaran | None:
    hasil = pilihan.hasil
    semua = hasil.daftar_indikator(simpul.id, pilihan.periode)
    kode = split_kode(hasil, simpul.id, [edisi.indikator for edisi in semua])
    tampak = {edisi.indikator for edisi in pilihan.tampak.daftar_indikator(simpul.id)}
    daftar = [
        _indikator(pilihan, edisi, kode.per_indikator[edisi.indikator]) for edisi in semua if edisi.indikator in tampak
    ]
    sisa = {
        "Seluruh indikator sasaran ini": kode.bersama,
        "Indikator unit lain": [k for nama, isi in kode.per_indikator.items() if nama not in tampak for k in isi],
    }
    daftar += [
        LayananIndikator(nama, "", None, baris)
        for nama, daftar_kode in sisa.items()
        if (baris := _daftar_baris(pilihan, daftar_kode))
    ]
    if not daftar:
        return None
    return LayananSasaran(nomor, simpul, _uang_sasaran(pilihan, simpul.id), tuple(daftar))


def _indikator(pilihan: Pilihan, edisi: EdisiIndikator, daftar_kode: Iterable[str]) -> LayananIndikator:
    return LayananIndikator(
        edisi.nama,
        pilihan.penaut.find_alamat("indikator", kode=edisi.indikator),
        _uang_indikator(pilihan, edisi.indikator),
        _daftar_baris(pilihan, daftar_kode),
    )


def _daftar_baris(pilihan: Pilihan, daftar_kode: Iterable[str]) -> tuple[BarisLayanan, ...]:
    anggaran = pilihan.hasil.anggaran
    return tuple(
        BarisLayanan(
            kode,
            anggaran.simpul_per_kode[kode].nama,
            kode in anggaran.peta.kode_berbagi,
            _uang_simpul(pilihan, kode),
        )
        for kode in daftar_kode
        if pilihan.tampak.anggaran.is_simpul_tampak(kode)
    )


def _uang_simpul(pilihan: Pilihan, kode: str) -> UangLayanan | None:
    if not pilihan.tampak.anggaran.is_uang_tampak(kode):
        return None
    anggaran, edisi = pilihan.hasil.anggaran, pilihan.edisi.id
    return _uang(
        pilihan,
        anggaran.pagu(kode, edisi),
        anggaran.realisasi(kode, pilihan.periode),
        anggaran.serapan(kode, pilihan.periode, edisi),
        lambda: anggaran.bagian(kode, edisi),
    )


def _uang_sasaran(pilihan: Pilihan, simpul: str) -> UangLayanan | None:
    hasil, edisi = pilihan.hasil, pilihan.edisi.id
    return _uang(
        pilihan,
        hasil.pagu_simpul(simpul, edisi),
        hasil.realisasi_simpul(simpul, pilihan.periode),
        hasil.serapan_simpul(simpul, pilihan.periode, edisi),
        lambda: hasil.bagian_simpul(simpul, edisi),
    )


def _uang_indikator(pilihan: Pilihan, indikator: str) -> UangLayanan | None:
    hasil, edisi = pilihan.hasil, pilihan.edisi.id
    return _uang(
        pilihan,
        hasil.pagu_indikator(indikator, edisi),
        hasil.realisasi_indikator(indikator, pilihan.periode),
        hasil.serapan_indikator(indikator, pilihan.periode, edisi),
        lambda: hasil.bagian_indikator(indikator, edisi),
    )


def _uang(
    pilihan: Pilihan, pagu: Hasil, realisasi: Hasil, serapan: Hasil, bagian: Callable[[], Hasil]
) -> UangLayanan | None:
    """Return the money, ``None`` if a part of it is not the reader's."""
    tampak, angka = pilihan.tampak.anggaran, pilihan.penaut.angka
    if not tampak.is_hasil_tampak(serapan):
        return None
    return UangLayanan(
        pagu=angka(pagu, simbol=False),
        realisasi=angka(realisasi, simbol=False),
        serapan=angka(serapan),
        batang=make_batang_serapan(pilihan, serapan),
        bagian=angka(bagian()) if tampak.is_seluruh else TANPA_ANGKA,
    )
