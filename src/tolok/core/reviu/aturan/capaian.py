"""Capaian against its own target and realisasi, in the same row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.bacaan.dokumen import Besaran, IndikatorTerbaca, NilaiTerbaca
from tolok.core.cetak_angka import format_persen
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.ketelitian import Selang, count_desimal_tercetak, is_salah_satu, make_selang, persen, tepat
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan
from tolok.core.satuan import is_satuan_sama

HITUNGAN: Final = Aturan(
    "capaian.hitungan",
    "Capaian tidak mengikuti target dan realisasi pada barisnya",
    TingkatTemuan.GALAT,
    "Perpres 29/2014 pasal 15-16; PermenPANRB 53/2014 lampiran II",
)
ARAH: Final = Aturan(
    "capaian.arah",
    "Capaian di atas 100 % padahal realisasi di bawah target, atau sebaliknya",
    TingkatTemuan.GALAT,
    "Perpres 29/2014 pasal 15-16",
)
SALAH_KOLOM: Final = Aturan(
    "capaian.salah_kolom",
    "Capaian terketik pada kolom realisasi, atau realisasi pada kolom capaian",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran II",
)
KEMAJUAN: Final = Aturan(
    "kemajuan.hitungan",
    "Tingkat kemajuan tidak mengikuti target akhir dan realisasi pada barisnya",
    TingkatTemuan.GALAT,
    "Perpres 29/2014 pasal 15-16; PermenPANRB 53/2014 lampiran II",
)
_BATAS_UMUM: Final = tuple(Angka(n) for n in (100, 105, 110, 115, 120, 125, 130, 150, 200))
_ARAH_TURUN: Final = re.compile(
    r"\b(angka|miskin|kemiskinan|pengangguran|menganggur|kematian|kesakitan|stunting|gizi (?:buruk|kurang)|prevalensi"
    r"|keluhan|pengaduan|temuan|tunggakan|kesenjangan|ketimpangan|inflasi|kejadian|waktu|lama|response time|kasus"
    r"|kekerasan|putus sekolah|kerusakan|rusak|kecelakaan|pelanggaran|kumuh|rawan|gangguan|bencana|penderita|sengketa"
    r"|konflik|kebocoran|emisi|pencemaran|tidak|tanpa|belum|pmks|ppks|penurunan|beban|utang|biaya)\b",
    re.IGNORECASE,
)
_ARAH_NAIK: Final = re.compile(
    r"^(?:persentase|prosentase|presentase|cakupan|indeks|nilai|skor|jumlah|tingkat kepuasan|opini)\b"
    r"|\b(ter\w{4,}|layak|sesuai|kepuasan|peningkatan)\b",
    re.IGNORECASE,
)
_TERLAYANI: Final = re.compile(r"\b(?:yang\s+)?ter\w{4,}\b", re.IGNORECASE)
"""Poor people who are served, cases that are handled: more is better whatever they are."""
_DUA: Final = tepat(Angka(2))
_BANYAK_SALAH: Final = 3


class Baris(NamedTuple):
    """The three numbers of one row and period that belong together."""

    indikator: IndikatorTerbaca
    target: NilaiTerbaca
    realisasi: NilaiTerbaca
    capaian: NilaiTerbaca


def periksa_hitungan(bahan: Bahan) -> Iterator[Temuan]:
    """Yield capaian that no convention gives; if most of a table is so, say once that its convention is unknown."""
    yield from _periksa(bahan, HITUNGAN, Besaran.TARGET, Besaran.CAPAIAN)


def periksa_kemajuan(bahan: Bahan) -> Iterator[Temuan]:
    """Yield progress towards the end of the plan that no convention gives."""
    yield from _periksa(bahan, KEMAJUAN, Besaran.TARGET_AKHIR, Besaran.TINGKAT_KEMAJUAN)


def periksa_arah(bahan: Bahan) -> Iterator[Temuan]:
    """Yield capaian computed the wrong way round: T/R of an indicator whose name says that more is better."""
    for baris in list_baris(bahan.dokumen.indikator, Besaran.TARGET, Besaran.CAPAIAN):
        if _is_turun(baris) or not _ARAH_NAIK.search(baris.indikator.nama) or (pilihan := _hitung(baris)) is None:
            continue
        capaian = make_selang(baris.capaian)
        assert capaian is not None
        if is_salah_satu(capaian, pilihan.naik) or not is_salah_satu(capaian, pilihan.terbalik):
            continue
        yield ARAH.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=bahan.di(baris.capaian.letak),
            tercetak=baris.capaian.tercetak,
            seharusnya=None,
            pesan=(
                f"Capaian {baris.capaian.tercetak} untuk “{baris.indikator.nama}” dihitung terbalik: realisasi "
                f"{baris.realisasi.tercetak} terhadap target {baris.target.tercetak} memberi "
                f"{_cetak(baris, pilihan.utama)}. Bila makin rendah memang makin baik, nyatakan polaritasnya."
            ),
        )


def periksa_salah_kolom(bahan: Bahan) -> Iterator[Temuan]:
    """Yield rows whose realisasi is the capaian again, although the target says that it cannot be."""
    for baris in list_baris(bahan.dokumen.indikator, Besaran.TARGET, Besaran.CAPAIAN):
        target, realisasi, capaian = baris.target.angka, baris.realisasi.angka, baris.capaian.angka
        if target is None or realisasi is None or realisasi != capaian or target == SERATUS or realisasi == NOL:
            continue
        if (pilihan := _hitung(baris)) is None or is_salah_satu(tepat(realisasi), pilihan.semua):
            continue
        yield SALAH_KOLOM.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=bahan.di(baris.realisasi.letak),
            tercetak=baris.realisasi.tercetak,
            letak_lain=(bahan.di(baris.capaian.letak),),
            pesan=(
                f"Realisasi dan capaian “{baris.indikator.nama}” sama-sama {baris.realisasi.tercetak}, sedangkan "
                f"targetnya {baris.target.tercetak}. Salah satunya kemungkinan terketik pada kolom yang keliru."
            ),
        )


def list_baris(daftar: tuple[IndikatorTerbaca, ...], pembanding: Besaran, hasil: Besaran) -> Iterator[Baris]:
    """Yield rows with one number each of ``pembanding``, realisasi and ``hasil`` for the same period, in one unit."""
    for indikator in daftar:
        for nilai in indikator.nilai:
            if nilai.besaran is not hasil or nilai.angka is None or nilai.atas is not None:
                continue
            target = _cari(indikator, pembanding, nilai)
            realisasi = _cari(indikator, Besaran.REALISASI, nilai)
            if (
                target
                and realisasi
                and is_satuan_sama(target.satuan or realisasi.satuan, realisasi.satuan or target.satuan)
            ):
                yield Baris(indikator, target, realisasi, nilai)


class _Pilihan(NamedTuple):
    """
    What the conventions give: ``naik`` R/T, ``turun`` the formulas for lower is better, with their usual caps.

    ``terbalik`` is T/R without them; ``utama`` and ``utama_turun`` ((2T-R)/T) are what the printed numbers give.
    """

    utama: Angka
    utama_turun: Angka
    naik: tuple[Selang, ...]
    turun: tuple[Selang, ...]
    terbalik: tuple[Selang, ...]

    @property
    def semua(self) -> tuple[Selang, ...]:
        return self.naik + self.turun


def _cari(indikator: IndikatorTerbaca, besaran: Besaran, acuan: NilaiTerbaca) -> NilaiTerbaca | None:
    """Return the only number of that kind for the period; one without a period serves all of them."""
    daftar = [n for n in indikator.nilai if n.besaran is besaran and n.angka is not None]
    tepat_waktu = [n for n in daftar if (n.tahun, n.triwulan) == (acuan.tahun, acuan.triwulan)]
    pilihan = tepat_waktu or [n for n in daftar if n.triwulan is None and n.tahun in (acuan.tahun, None)]
    if besaran is Besaran.TARGET_AKHIR or (not pilihan and acuan.tahun is None):
        pilihan = pilihan or daftar
    return pilihan[0] if len(pilihan) == 1 else None


def _hitung(baris: Baris) -> _Pilihan | None:
    """Return what the row can give; ``None`` where a policy decides (a zero, a range below 0)."""
    realisasi = make_selang(baris.realisasi)
    target, nyata = baris.target.angka, baris.realisasi.angka
    if realisasi is None or target is None or nyata is None or target <= NOL or realisasi.bawah <= NOL:
        return None
    batas = [tepat(target)] + ([tepat(baris.target.atas)] if baris.target.atas else [])
    naik = tuple(persen(realisasi, satu) for satu in batas)
    if baris.target.atas is not None and target <= realisasi.atas and realisasi.bawah <= baris.target.atas:
        naik += (tepat(SERATUS),)
    terbalik = tuple(persen(satu, realisasi) for satu in batas)
    turun = tuple(persen(_DUA * satu - realisasi, satu) for satu in batas) + terbalik
    utama = nyata / target * SERATUS
    return _Pilihan(utama, SERATUS + SERATUS - utama, _dengan_batas(naik), _dengan_batas(turun), terbalik)


def _dengan_batas(daftar: tuple[Selang, ...]) -> tuple[Selang, ...]:
    """Return the values, and what customary caps and the floor of 0 make of them."""
    tinggi = max(satu.atas for satu in daftar)
    dasar = (tepat(NOL),) if min(satu.bawah for satu in daftar) < NOL else ()
    return daftar + tuple(tepat(batas) for batas in _BATAS_UMUM if batas <= tinggi) + dasar


def _periksa(bahan: Bahan, aturan: Aturan, pembanding: Besaran, hasil: Besaran) -> Iterator[Temuan]:
    daftar = sorted(list_baris(bahan.dokumen.indikator, pembanding, hasil), key=lambda b: _urutan_tabel(b.capaian))
    for _, kelompok in groupby(daftar, key=lambda b: _urutan_tabel(b.capaian)):
        dihitung = [(baris, pilihan) for baris in kelompok if (pilihan := _hitung(baris)) is not None]
        salah = [(baris, pilihan) for baris, pilihan in dihitung if not _is_cocok(baris, pilihan)]
        if len(salah) >= _BANYAK_SALAH and 2 * len(salah) > len(dihitung):
            yield _sebut_kebiasaan(bahan, aturan, [baris for baris, _ in salah], len(dihitung))
        else:
            yield from (_sebut(bahan, aturan, baris, pilihan) for baris, pilihan in salah)


def _urutan_tabel(nilai: NilaiTerbaca) -> int:
    return -1 if nilai.tabel is None else nilai.tabel


def _is_cocok(baris: Baris, pilihan: _Pilihan) -> bool:
    capaian = make_selang(baris.capaian)
    return capaian is None or is_salah_satu(capaian, pilihan.semua)


def _sebut(bahan: Bahan, aturan: Aturan, baris: Baris, pilihan: _Pilihan) -> Temuan:
    seharusnya = None if _is_turun(baris) or baris.target.atas is not None else _cetak(baris, pilihan.utama)
    return aturan.make_temuan(
        keyakinan=Keyakinan.PASTI,
        letak=bahan.di(baris.capaian.letak),
        tercetak=baris.capaian.tercetak,
        seharusnya=seharusnya,
        pesan=(
            f"{'Tingkat kemajuan' if aturan is KEMAJUAN else 'Capaian'} “{baris.indikator.nama}” tercetak "
            f"{baris.capaian.tercetak}, sedangkan realisasi {baris.realisasi.tercetak} terhadap target "
            f"{baris.target.tercetak} memberi {_cetak(baris, pilihan.utama)}; rumus untuk makin rendah makin baik "
            f"memberi {_cetak(baris, pilihan.utama_turun)}."
        ),
    )


def _sebut_kebiasaan(bahan: Bahan, aturan: Aturan, salah: list[Baris], banyak: int) -> Temuan:
    return aturan.make_temuan(
        keyakinan=Keyakinan.PERLU_DINILAI,
        tingkat=TingkatTemuan.PERINGATAN,
        letak=bahan.di(salah[0].capaian.letak),
        tercetak=salah[0].capaian.tercetak,
        letak_lain=tuple(bahan.di(baris.capaian.letak) for baris in salah[1:]),
        pesan=(
            f"{len(salah)} dari {banyak} capaian pada tabel ini tidak mengikuti rumus capaian yang lazim. Nyatakan "
            "rumus yang dipakai, atau periksa apakah kolomnya memuat besaran lain."
        ),
    )


def _is_turun(baris: Baris) -> bool:
    nama = baris.indikator.nama
    return bool(_ARAH_TURUN.search(nama)) and not _TERLAYANI.search(nama)


def _cetak(baris: Baris, angka: Angka) -> str:
    """Return the percentage with as many decimals as the row prints now."""
    assert baris.capaian.angka is not None
    return format_persen(angka, digit=max(0, count_desimal_tercetak(baris.capaian.tercetak, baris.capaian.angka)))
