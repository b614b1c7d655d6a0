"""
Efficiency of the use of resources: seven formulas under one name, so every result names the one it used.

C is the capaian and S the serapan, both in points of a hundred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple, assert_never

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.cetak_angka import format_nilai, format_persen, label_keadaan
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import RumusEfisiensi
from tolok.core.nilai import (
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Nilai,
    TidakDapatDihitung,
    with_tanda,
)
from tolok.core.peraturan import load_tabel
from tolok.core.satuan import PERSEN, RUPIAH, normalize_satuan

_LIMA_PULUH: Final = Angka(50)
_BATAS_E5: Final = Angka(20)

NAMA_EFISIENSI: Final[dict[RumusEfisiensi, str]] = {
    RumusEfisiensi.E1: "Penyerapan / Capaian × 100%",
    RumusEfisiensi.E2: "(1 − Penyerapan / Capaian) × 100%",
    RumusEfisiensi.E3: "Capaian − Penyerapan",
    RumusEfisiensi.E4: "Capaian / Penyerapan",
    RumusEfisiensi.E5: "Efisiensi keluaran terhadap pagu",
    RumusEfisiensi.E6: "100% − Penyerapan",
    RumusEfisiensi.NE: "Nilai efisiensi",
}
"""What each formula is called beside its code."""


class KeteranganRumus(NamedTuple):
    """What a table heading says about a formula; a value past ``batas`` in direction ``arah`` reads as efficient."""

    nama: str
    rumus: str
    satuan: str
    batas: Angka
    arah: str
    dasar_hukum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeluaranAnggaran:
    """One output of a program: its pagu and realisasi in sen, its capaian in points of a hundred."""

    uraian: str
    pagu_sen: int
    realisasi_sen: int
    capaian: Angka
    identitas: str | None = None


class PutusanEfisiensi(StrEnum):
    """What may be said about efficiency."""

    EFISIEN = "efisien"
    TIDAK_EFISIEN = "tidak efisien"
    TIDAK_DAPAT_DINYATAKAN = "tidak dapat dinyatakan"


class PembacaanEfisiensi(NamedTuple):
    """The verdict and the Indonesian sentence that gives it with its reason."""

    putusan: PutusanEfisiensi
    kalimat: str


@cache
def describe_rumus(rumus: RumusEfisiensi) -> KeteranganRumus:
    """Return name, formula, unit and reading of an efficiency formula."""
    baris = load_tabel("efisiensi.toml")[rumus.value]
    return KeteranganRumus(**{**baris, "batas": Angka.from_desimal(baris["batas"])})


def compute_efisiensi(
    *, rumus: RumusEfisiensi, capaian: Nilai, serapan: Nilai, asal: tuple[Jejak, Jejak] | None = None
) -> tuple[Nilai, Jejak]:
    """
    Return the efficiency for one capaian and one serapan, with its story.

    E5 and NE take the pair as a single output, where E5 equals E2. Without a capaian above 0 there is no efficiency;
    a serapan of 0 or above 100 is computed where possible and remarked upon in the trace.

    :param capaian: raw capaian in %
    :param serapan: serapan in %
    :param asal: the steps that produced the two, used as leaves of the trace
    :source: domain handbook 10
    """
    keterangan = describe_rumus(rumus)
    anak = asal or (Jejak("masukan", "Capaian (C)", capaian), Jejak("masukan", "Serapan anggaran (S)", serapan))
    nilai = _hitung(rumus, keterangan, capaian, serapan)
    nilai = with_tanda(nilai, *capaian.tanda, *serapan.tanda)
    daftar_catatan = list_catatan_efisiensi(capaian=capaian, serapan=serapan)
    return nilai, _jejak(rumus, keterangan, nilai, anak, daftar_catatan)


def compute_efisiensi_keluaran(
    *, daftar_keluaran: Sequence[KeluaranAnggaran], rumus: RumusEfisiensi = RumusEfisiensi.E5
) -> tuple[Nilai, Jejak]:
    """
    Return E5, or NE that is made from it, over several outputs: Σ(PA × C − RA) ÷ Σ(PA × C) × 100.

    :raises ValueError: if ``rumus`` is neither E5 nor NE
    :source: domain handbook 10
    """
    if rumus not in (RumusEfisiensi.E5, RumusEfisiensi.NE):
        raise ValueError(f"Rumus {rumus.value} tidak dihitung atas keluaran; pilih E5 atau NE.")
    keterangan = describe_rumus(rumus)
    seharusnya, dipakai = NOL, NOL
    daftar_anak = []
    for keluaran in daftar_keluaran:
        bagian = Angka(keluaran.pagu_sen, 100) * keluaran.capaian / SERATUS
        realisasi = Angka(keluaran.realisasi_sen, 100)
        seharusnya, dipakai = seharusnya + bagian, dipakai + realisasi
        anak = (
            Jejak("masukan", "Pagu (PA)", Bilangan(Angka(keluaran.pagu_sen, 100), RUPIAH)),
            Jejak("masukan", "Capaian keluaran (C)", Bilangan(keluaran.capaian, PERSEN)),
            Jejak("masukan", "Realisasi (RA)", Bilangan(realisasi, RUPIAH)),
        )
        uraian = f"PA × C − RA: {keluaran.uraian}"
        selisih = Bilangan(bagian - realisasi, RUPIAH)
        daftar_anak.append(Jejak("efisiensi.keluaran", uraian, selisih, anak, keluaran.identitas))
    nilai: Nilai
    if seharusnya <= 0:
        nilai = TidakDapatDihitung(
            AlasanTakTerhitung.PENYEBUT_NOL,
            "Efisiensi tidak dapat dihitung karena jumlah pagu × capaian semua keluaran adalah 0.",
        )
    else:
        e5 = (seharusnya - dipakai) / seharusnya * 100
        nilai = Bilangan(_nilai_efisiensi(e5) if rumus is RumusEfisiensi.NE else e5, PERSEN)
    return nilai, _jejak(rumus, keterangan, nilai, tuple(daftar_anak), ())


def list_catatan_efisiensi(*, capaian: Nilai, serapan: Nilai) -> tuple[str, ...]:
    """Return what a reader of an efficiency value must know: under-delivery, an unused budget, overspending."""
    daftar_catatan = []
    if isinstance(capaian, Bilangan) and 0 < capaian.angka < SERATUS:
        daftar_catatan.append(
            f"Capaian {format_persen(capaian.angka)} di bawah 100%: efisiensi tidak dapat dinyatakan, "
            "serapan yang rendah di sini berarti kinerja belum tercapai."
        )
    if isinstance(serapan, Bilangan) and isinstance(capaian, Bilangan) and not serapan.angka and capaian.angka > 0:
        daftar_catatan.append("Serapan 0% padahal ada capaian: anggaran tidak dipakai atau kaitannya keliru.")
    if isinstance(serapan, Bilangan) and serapan.angka > SERATUS:
        daftar_catatan.append(
            f"Serapan {format_persen(serapan.angka)} melebihi 100%: periksa realisasi dan edisi pagu yang dipakai."
        )
    return tuple(daftar_catatan)


def is_efisien(rumus: RumusEfisiensi, nilai: Angka) -> bool:
    """
    Whether a value lies on the good side of the bound of its formula; the bound itself is not efficient.

    :source: domain handbook 10
    """
    keterangan = describe_rumus(rumus)
    return nilai < keterangan.batas if keterangan.arah == "turun" else nilai > keterangan.batas


def read_efisiensi(
    *, rumus: RumusEfisiensi, efisiensi: Nilai, capaian: Nilai, serapan: Nilai | None = None
) -> PembacaanEfisiensi:
    """
    Return the verdict on an efficiency value. Efficiency is only claimed when the capaian is at least 100 %.

    :param serapan: with it, an unused budget and a serapan above 100 % are not judged but pointed out

    :source: domain handbook 10
    """
    keterangan = describe_rumus(rumus)
    if not isinstance(efisiensi, Bilangan) or not isinstance(capaian, Bilangan):
        sebab = efisiensi.keterangan if isinstance(efisiensi, BelumAda | TidakDapatDihitung) else ""
        kalimat = sebab or "Efisiensi tidak dapat dinyatakan karena capaian atau serapannya tidak ada."
        return PembacaanEfisiensi(PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN, kalimat)
    tercetak = f"{keterangan.nama} ({rumus.value}) {format_nilai(efisiensi, digit=2, dengan_satuan=True)}"
    if capaian.angka < SERATUS:
        return PembacaanEfisiensi(
            PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN,
            f"Efisiensi tidak dapat dinyatakan: capaian {format_persen(capaian.angka)} belum mencapai 100% "
            f"({tercetak}).",
        )
    daftar_janggal = () if serapan is None else list_catatan_efisiensi(capaian=capaian, serapan=serapan)
    if daftar_janggal:
        return PembacaanEfisiensi(
            PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN, f"Efisiensi tidak dapat dinyatakan. {' '.join(daftar_janggal)}"
        )
    pembanding = "kurang dari" if keterangan.arah == "turun" else "lebih dari"
    batas = format_nilai(Bilangan(keterangan.batas, keterangan.satuan), dengan_satuan=True)
    if is_efisien(rumus, efisiensi.angka):
        return PembacaanEfisiensi(PutusanEfisiensi.EFISIEN, f"Efisien: {tercetak}, {pembanding} {batas}.")
    return PembacaanEfisiensi(PutusanEfisiensi.TIDAK_EFISIEN, f"Tidak efisien: {tercetak}, tidak {pembanding} {batas}.")


def _hitung(rumus: RumusEfisiensi, keterangan: KeteranganRumus, capaian: Nilai, serapan: Nilai) -> Nilai:
    c, s = _ambil_persen(capaian, "capaian"), _ambil_persen(serapan, "serapan")
    if not isinstance(c, Angka):
        return c
    if not isinstance(s, Angka):
        return s
    if c <= 0:
        return TidakDapatDihitung(
            AlasanTakTerhitung.PENYEBUT_NOL, "Efisiensi tidak dapat dihitung karena tidak ada capaian di atas 0%."
        )
    if s < 0:
        return TidakDapatDihitung(
            AlasanTakTerhitung.SYARAT_TIDAK_TERPENUHI, "Efisiensi tidak dapat dihitung karena serapan di bawah 0%."
        )
    match rumus:
        case RumusEfisiensi.E1:
            angka = s / c * 100
        case RumusEfisiensi.E2 | RumusEfisiensi.E5:
            angka = (1 - s / c) * 100
        case RumusEfisiensi.E3:
            angka = c - s
        case RumusEfisiensi.E4:
            if not s:
                return TidakDapatDihitung(
                    AlasanTakTerhitung.PENYEBUT_NOL, "Rasio C ÷ S tidak dapat dihitung karena serapan 0%."
                )
            angka = c / s
        case RumusEfisiensi.E6:
            if c < SERATUS:
                return TidakDapatDihitung(
                    AlasanTakTerhitung.SYARAT_TIDAK_TERPENUHI,
                    "Rumus E6 hanya untuk capaian paling sedikit 100%.",
                )
            angka = SERATUS - s
        case RumusEfisiensi.NE:
            angka = _nilai_efisiensi((1 - s / c) * 100)
        case _:
            assert_never(rumus)
    return Bilangan(angka, keterangan.satuan)


def _nilai_efisiensi(e5: Angka) -> Angka:
    """Return NE; E5 beyond 20 on either side counts as 20."""
    terbatas = max(-_BATAS_E5, min(_BATAS_E5, e5))
    return _LIMA_PULUH + terbatas / _BATAS_E5 * _LIMA_PULUH


def _ambil_persen(nilai: Nilai, nama: str) -> Angka | BelumAda | TidakDapatDihitung:
    """Return the points of a percentage, or the reason why there is no efficiency."""
    match nilai:
        case Bilangan(angka=angka, satuan=satuan) if normalize_satuan(satuan) == PERSEN:
            return angka
        case Bilangan(satuan=satuan):
            return TidakDapatDihitung(
                AlasanTakTerhitung.SATUAN_BERBEDA,
                f"Efisiensi tidak dapat dihitung karena {nama} bersatuan “{satuan}”, bukan persen.",
            )
        case BelumAda(alasan=alasan):
            return BelumAda(alasan, f"Efisiensi menunggu {nama}: {label_keadaan(nilai).lower()}.")
        case TidakDapatDihitung(alasan=alasan):
            return TidakDapatDihitung(alasan, f"Efisiensi tidak dapat dihitung karena {nama} tidak dapat dihitung.")
        case _:
            return TidakDapatDihitung(
                AlasanTakTerhitung.BUKAN_ANGKA, f"Efisiensi tidak dapat dihitung karena {nama} bukan angka."
            )


def _jejak(
    rumus: RumusEfisiensi,
    keterangan: KeteranganRumus,
    nilai: Nilai,
    anak: tuple[Jejak, ...],
    daftar_catatan: tuple[str, ...],
) -> Jejak:
    catatan = " ".join(daftar_catatan) or None
    uraian = f"{keterangan.nama} ({rumus.value}): {keterangan.rumus}"
    return Jejak(f"efisiensi.{rumus.value}", uraian, nilai, anak, None, keterangan.dasar_hukum, catatan)
