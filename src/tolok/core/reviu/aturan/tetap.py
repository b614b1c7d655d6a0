"""Values that do not move although time did: quarters alike, a year copied from the last, targets that stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.angka import NOL, SERATUS
from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

TRIWULAN: Final = Aturan(
    "realisasi.tetap",
    "Realisasi sama pada tiga triwulan atau lebih",
    TingkatTemuan.PERINGATAN,
    "Perpres 29/2014 pasal 17: data kinerja dicatat berkala",
)
TAHUN: Final = Aturan(
    "realisasi.salinan_tahun",
    "Realisasi seluruh indikator sama dengan tahun sebelumnya",
    TingkatTemuan.PERINGATAN,
    "Perpres 29/2014 pasal 17",
)
TARGET: Final = Aturan(
    "target.di_bawah_realisasi",
    "Target tahun ini di bawah yang sudah dicapai tahun lalu",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran I: target yang menantang",
)
_BANYAK_TRIWULAN: Final = 3
_BANYAK_INDIKATOR: Final = 3


class _Realisasi(NamedTuple):
    bahan: Bahan
    nama: str
    nilai: NilaiTerbaca


def periksa_triwulan(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """
    Yield indicators whose number is the same to the digit in three quarters or more (0 and 100 % aside).

    The quarters may stand in one table or, each in its own form, in one file.
    """
    kelompok: dict[tuple[str, str, int | None], dict[int, _Realisasi]] = {}
    for bahan in daftar_bahan:
        for indikator in bahan.dokumen.indikator:
            for nilai in indikator.nilai:
                triwulan = bahan.get_triwulan(nilai)
                if nilai.besaran is Besaran.REALISASI and nilai.angka is not None and triwulan:
                    kunci = (bahan.berkas, make_kunci_serupa(indikator.nama), nilai.tahun)
                    satu = _Realisasi(bahan, indikator.nama, nilai)
                    kelompok.setdefault(kunci, {}).setdefault(triwulan, satu)
    for per_triwulan in kelompok.values():
        angka = {satu.nilai.angka for satu in per_triwulan.values()}
        if len(per_triwulan) < _BANYAK_TRIWULAN or len(angka) != 1 or angka & {NOL, SERATUS}:
            continue
        urut = [per_triwulan[triwulan] for triwulan in sorted(per_triwulan)]
        yield TRIWULAN.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=urut[0].bahan.di(urut[0].nilai.letak),
            letak_lain=tuple(satu.bahan.di(satu.nilai.letak) for satu in urut[1:]),
            tercetak=urut[0].nilai.tercetak,
            pesan=(
                f"Realisasi “{urut[0].nama}” tercetak {urut[0].nilai.tercetak} pada {len(urut)} triwulan. Bila memang "
                "baru diukur sekali setahun, sebutkan waktunya; bila tidak, tampaknya belum diperbarui."
            ),
        )


def periksa_salinan_tahun(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once if every indicator with numbers of two years in a row shows the same one."""
    per_nama: dict[str, dict[int, NilaiTerbaca]] = {}
    for (nama, _), daftar in _kumpulkan(bahan).items():
        for nilai in daftar:
            if nilai.tahun is not None:
                per_nama.setdefault(nama, {}).setdefault(nilai.tahun, nilai)
    tahun = bahan.dokumen.tahun
    if tahun is None:
        return
    pasangan = [(isi[tahun - 1], isi[tahun]) for isi in per_nama.values() if tahun in isi and tahun - 1 in isi]
    if len(pasangan) < _BANYAK_INDIKATOR or any(dulu.angka != kini.angka for dulu, kini in pasangan):
        return
    yield TAHUN.make_temuan(
        keyakinan=Keyakinan.PERLU_DINILAI,
        letak=bahan.di(pasangan[0][1].letak),
        letak_lain=tuple(bahan.di(kini.letak) for _, kini in pasangan[1:]),
        tercetak=pasangan[0][1].tercetak,
        pesan=f"Realisasi {tahun} dari {len(pasangan)} indikator sama dengan {tahun - 1}; periksa sumbernya.",
    )


def periksa_target(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once the indicators whose target stands below last year's realisasi, where the realisasi then rose."""
    rendah: list[tuple[str, NilaiTerbaca, NilaiTerbaca]] = []
    for indikator in bahan.dokumen.indikator:
        for target in indikator.nilai:
            if target.besaran is not Besaran.TARGET or target.angka is None or target.tahun is None:
                continue
            lalu = _satu(indikator.nilai, tahun=target.tahun - 1)
            kini = _satu(indikator.nilai, tahun=target.tahun)
            if lalu and kini and lalu.angka and kini.angka and target.angka < lalu.angka and target.angka < kini.angka:
                rendah.append((indikator.nama, target, lalu))
    if rendah:
        nama, target, lalu = rendah[0]
        yield TARGET.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=bahan.di(target.letak),
            letak_lain=tuple(bahan.di(satu.letak) for _, satu, _ in rendah[1:]),
            tercetak=target.tercetak,
            pesan=(
                f"Target “{nama}” {target.tercetak} lebih rendah dari realisasi tahun sebelumnya {lalu.tercetak}"
                + (f"; demikian pula {len(rendah) - 1} indikator lain" if len(rendah) > 1 else "")
                + ". Bila makin rendah memang makin baik, abaikan saran ini."
            ),
        )


def _kumpulkan(bahan: Bahan) -> dict[tuple[str, str], list[NilaiTerbaca]]:
    """Return the realisasi numbers of whole years per indicator, under the first printed form of its name."""
    nama_per_kunci: dict[str, str] = {}
    hasil: dict[tuple[str, str], list[NilaiTerbaca]] = {}
    for indikator in bahan.dokumen.indikator:
        kunci = make_kunci_serupa(indikator.nama)
        nama = nama_per_kunci.setdefault(kunci, indikator.nama)
        for nilai in indikator.nilai:
            if nilai.besaran is Besaran.REALISASI and nilai.angka is not None and not nilai.triwulan:
                hasil.setdefault((nama, kunci), []).append(nilai)
    return hasil


def _satu(daftar: tuple[NilaiTerbaca, ...], *, tahun: int) -> NilaiTerbaca | None:
    cocok = [n for n in daftar if n.besaran is Besaran.REALISASI and n.tahun == tahun and n.triwulan is None]
    return cocok[0] if len(cocok) == 1 else None
