"""Indicators themselves: their target, their values beside each other, values that cannot be, cells left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.bacaan.dokumen import Besaran, IndikatorTerbaca, JenisDokumen, NilaiTerbaca
from tolok.core.reviu.aturan.rumus import POLA_PENURUNAN
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan
from tolok.core.satuan import PERSEN, normalize_satuan

TARGET: Final = Aturan(
    "target.bukan_ukuran",
    "Target berupa kalimat atau memuat dua ukuran",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran I: satu target bagi satu indikator",
)
MUSTAHIL: Final = Aturan(
    "nilai.mustahil",
    "Nilai yang tidak mungkin menurut nama indikatornya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran III: keandalan informasi",
)
SATUAN: Final = Aturan(
    "nilai.satuan",
    "Target dan realisasi berbeda satuan",
    TingkatTemuan.PERINGATAN,
    "Perpres 29/2014 pasal 15-16: realisasi dibandingkan dengan targetnya",
)
BESARAN: Final = Aturan(
    "nilai.besaran",
    "Target dan realisasi berbeda jauh besarnya",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: keandalan informasi",
)
TARGET_KOSONG: Final = Aturan(
    "target.kosong",
    "Indikator tanpa target pada tabel yang menetapkan target",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I: setiap indikator memiliki target",
)
KOSONG: Final = Aturan(
    "indikator.kosong",
    "Sel yang wajib diisi dibiarkan kosong",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I dan II",
)
_BAGIAN: Final = re.compile(r"^\s*(?:persentase|prosentase|presentase|cakupan|proporsi)\b", re.IGNORECASE)
_BOLEH_LEBIH: Final = re.compile(
    r"peningkatan|pertumbuhan|kenaikan|capaian|terhadap target|perubahan|laju|rasio|realisasi", re.IGNORECASE
)
_UKURAN: Final = re.compile(r"\d[\d.,]*\s*(?:%|[^\W\d]{3,})")
_KALIMAT_PANJANG: Final = 3
_KALIMAT: Final = re.compile(
    r"^\s*(?:ter\w+nya|meningkatnya|menurunnya|dilaksanakannya|adanya|sesuai)\b", re.IGNORECASE
)
_JAUH: Final = Angka(100)


def periksa_target(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once per document the targets that are sentences or hold two measures."""
    tempat: list[tuple[LetakTemuan, str]] = []
    for indikator in bahan.dokumen.indikator:
        for nilai in indikator.nilai:
            if (
                nilai.besaran is Besaran.TARGET
                and not nilai.kategori
                and nilai.atas is None
                and _is_bukan_ukuran(nilai.tercetak, nilai.angka)
            ):
                tempat.append((bahan.di(nilai.letak), nilai.tercetak))
    for satu in bahan.dokumen.iki:
        for baris in satu.baris:
            if baris.target and _is_bukan_ukuran(baris.target, None):
                tempat.append((bahan.di(baris.letak), baris.target))
    if tempat:
        yield TARGET.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=tempat[0][0],
            letak_lain=tuple(letak for letak, _ in tempat[1:]),
            tercetak=tempat[0][1],
            pesan=f"{len(tempat)} target berupa kalimat atau memuat dua ukuran; satu indikator, satu target.",
        )


def periksa_target_kosong(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once per document the indicators without a target in a table that has targets for the others."""
    if bahan.dokumen.jenis not in (JenisDokumen.PERJANJIAN, JenisDokumen.RENCANA_AKSI):
        return
    bertarget = {
        (i.tabel, _kunci(i.nama)) for i in bahan.dokumen.indikator if any(n.besaran is Besaran.TARGET for n in i.nilai)
    }
    tabel = {nomor for nomor, _ in bertarget}
    kosong = [i for i in bahan.dokumen.indikator if i.tabel in tabel and (i.tabel, _kunci(i.nama)) not in bertarget]
    if kosong:
        yield TARGET_KOSONG.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=bahan.di(kosong[0].letak),
            letak_lain=tuple(bahan.di(satu.letak) for satu in kosong[1:]),
            tercetak=kosong[0].nama,
            pesan=f"{len(kosong)} indikator tanpa target, antara lain “{kosong[0].nama}”.",
        )


def periksa_mustahil(bahan: Bahan) -> Iterator[Temuan]:
    """Yield shares and reductions above 100 %, one finding per indicator and quantity."""
    per_indikator: dict[tuple[str, Besaran], list[tuple[IndikatorTerbaca, NilaiTerbaca]]] = {}
    for indikator in bahan.dokumen.indikator:
        for nilai in indikator.nilai:
            if nilai.besaran in (Besaran.TARGET, Besaran.REALISASI) and _is_mustahil(indikator, nilai):
                per_indikator.setdefault((_kunci(indikator.nama), nilai.besaran), []).append((indikator, nilai))
    for daftar in per_indikator.values():
        indikator, nilai = daftar[0]
        is_turun = bool(POLA_PENURUNAN.search(indikator.nama))
        yield MUSTAHIL.make_temuan(
            keyakinan=Keyakinan.PASTI if is_turun else Keyakinan.MUNGKIN,
            letak=bahan.di(nilai.letak),
            letak_lain=tuple(bahan.di(lain.letak) for _, lain in daftar[1:] if lain.letak != nilai.letak),
            tercetak=nilai.tercetak,
            pesan=(
                f"“{indikator.nama}” tercetak {nilai.tercetak}. "
                + ("Penurunan" if is_turun else "Bagian dari keseluruhan")
                + " tidak dapat melebihi 100%; periksa rumus atau dasarnya."
            ),
        )


def periksa_satuan(bahan: Bahan) -> Iterator[Temuan]:
    """Yield rows that print a percentage beside a count."""
    for indikator in bahan.dokumen.indikator:
        for target, realisasi in _list_pasangan(indikator):
            satuan = {normalize_satuan(target.satuan).casefold(), normalize_satuan(realisasi.satuan).casefold()}
            is_berangka = target.angka is not None and realisasi.angka is not None
            if is_berangka and "" not in satuan and len(satuan) == 2 and PERSEN in satuan:
                yield SATUAN.make_temuan(
                    keyakinan=Keyakinan.PERLU_DINILAI,
                    letak=bahan.di(realisasi.letak),
                    letak_lain=(bahan.di(target.letak),),
                    tercetak=realisasi.tercetak,
                    pesan=(
                        f"Target “{indikator.nama}” {target.tercetak} bersatuan {target.satuan}, realisasinya "
                        f"{realisasi.tercetak} bersatuan {realisasi.satuan}; keduanya tidak dapat dibandingkan."
                    ),
                )


def periksa_besaran(bahan: Bahan) -> Iterator[Temuan]:
    """Yield rows whose target and realisasi differ a hundredfold or more, as a misplaced point makes them."""
    for indikator in bahan.dokumen.indikator:
        for target, realisasi in _list_pasangan(indikator):
            if target.angka and realisasi.angka and target.angka > NOL and realisasi.angka > NOL:
                kali = realisasi.angka / target.angka
                if kali >= _JAUH or kali * _JAUH <= Angka(1):
                    yield BESARAN.make_temuan(
                        keyakinan=Keyakinan.PERLU_DINILAI,
                        letak=bahan.di(realisasi.letak),
                        letak_lain=(bahan.di(target.letak),),
                        tercetak=realisasi.tercetak,
                        pesan=(
                            f"Target “{indikator.nama}” {target.tercetak} dan realisasinya {realisasi.tercetak} "
                            "berbeda seratus kali atau lebih; periksa satuan dan tanda desimalnya."
                        ),
                    )


def _list_pasangan(indikator: IndikatorTerbaca) -> Iterator[tuple[NilaiTerbaca, NilaiTerbaca]]:
    """Yield target and realisasi of the same period."""
    for realisasi in indikator.nilai:
        for target in indikator.nilai:
            if (
                realisasi.besaran is Besaran.REALISASI
                and target.besaran is Besaran.TARGET
                and (target.tahun, target.triwulan) == (realisasi.tahun, realisasi.triwulan)
            ):
                yield target, realisasi


def periksa_kosong(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once per document and kind of cell the indicators of an IKU sheet without formula or source."""
    if bahan.dokumen.jenis is not JenisDokumen.IKU:
        return
    for sebutan in ("rumus", "sumber_data", "penanggung_jawab"):
        kosong = [
            indikator
            for sebelum, indikator in pairwise((None, *bahan.dokumen.indikator))
            if indikator and not getattr(indikator, sebutan) and not _is_bergabung(sebelum, indikator)
        ]
        if kosong and len(kosong) < len(bahan.dokumen.indikator):
            yield KOSONG.make_temuan(
                keyakinan=Keyakinan.PERLU_DINILAI,
                letak=bahan.di(kosong[0].letak),
                letak_lain=tuple(bahan.di(satu.letak) for satu in kosong[1:]),
                tercetak="",
                pesan=f"{len(kosong)} indikator tanpa {sebutan.replace('_', ' ')}, antara lain “{kosong[0].nama}”.",
            )


def _is_bergabung(sebelum: IndikatorTerbaca | None, indikator: IndikatorTerbaca) -> bool:
    """Whether the row shares a sasaran, and so perhaps a merged cell, with the row above."""
    return sebelum is not None and sebelum.tabel == indikator.tabel and sebelum.sasaran == indikator.sasaran != ""


def _kunci(nama: str) -> str:
    return make_kunci_serupa(nama)


def _is_bukan_ukuran(tercetak: str, angka: Angka | None) -> bool:
    if len(_UKURAN.findall(tercetak)) >= 2:
        return True
    if angka is not None or re.search(r"\d", tercetak):
        return False
    return len(tercetak.split()) > _KALIMAT_PANJANG or _KALIMAT.match(tercetak) is not None


def _is_mustahil(indikator: IndikatorTerbaca, nilai: NilaiTerbaca) -> bool:
    if nilai.angka is None or nilai.angka <= SERATUS or (nilai.satuan and normalize_satuan(nilai.satuan) != PERSEN):
        return False
    if "%" not in nilai.tercetak and normalize_satuan(nilai.satuan) != PERSEN:
        return False
    if POLA_PENURUNAN.search(indikator.nama):
        return True
    return bool(_BAGIAN.search(indikator.nama)) and not _BOLEH_LEBIH.search(indikator.nama)
