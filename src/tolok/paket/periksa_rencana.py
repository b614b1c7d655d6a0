"""Checks of the plan: formulas, polarity, and sasaran or indicators that lack what a report needs."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.angka import Angka
from tolok.core.indikator import EdisiIndikator, Polaritas, Sifat
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan
from tolok.core.periode import ROMAWI
from tolok.core.rencana import JenisSimpul
from tolok.core.rumus.check import check_rumus, check_satuan, daftar_peubah
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.parser import parse_rumus
from tolok.core.skala import check_skala
from tolok.paket.masalah import Tingkat
from tolok.paket.mentah import BarisMentah
from tolok.paket.teks_sel import GalatTeks, read_angka
from tolok.paket.urai import Terurai

KATEGORI: Final = "kategori"
_PENURUNAN: Final = re.compile(r"\b(penurunan|pengurangan|berkurangnya|menurunnya)\b", re.IGNORECASE)


def check_rencana(terurai: Terurai) -> None:
    """Note what single rows of the plan say wrongly."""
    _check_skala(terurai)
    _check_indikator(terurai)
    _check_tahun(terurai)
    _check_nilai(terurai)


def check_kelengkapan(terurai: Terurai) -> None:
    """Note what is missing from the plan; only worth asking when every row could be read."""
    umum = terurai.umum or {}
    edisi, tahun = umum.get("rencana_berlaku", ""), umum.get("tahun", 0)
    simpul_terukur = {indikator.simpul for indikator in terurai.isi("indikator")}
    for baris, simpul in terurai.tabel["simpul"]:
        if simpul.edisi == edisi and simpul.jenis is JenisSimpul.SASARAN and simpul.id not in simpul_terukur:
            pesan = (
                f"Sasaran {simpul.id!r} tidak mempunyai indikator; tambahkan di indikator dengan simpul {simpul.id!r}."
            )
            _ingatkan(terurai, "simpul", baris, "id", pesan)
    sasaran_berlaku = {simpul.id for simpul in terurai.isi("simpul") if simpul.edisi == edisi}
    bertarget = {target.indikator for target in terurai.isi("target") if target.periode.tahun == tahun}
    simpul_per_induk = {indikator.indikator: indikator.simpul for indikator in terurai.isi("indikator")}
    terlihat: set[str] = set()
    for baris, indikator in terurai.tabel["indikator"]:
        if indikator.gabungan is not None:
            continue
        diukur = indikator.simpul or simpul_per_induk.get(indikator.bagian_dari, "")
        is_baru = indikator.indikator not in terlihat and diukur in sasaran_berlaku
        if is_baru and indikator.berlaku_mulai.year <= tahun and indikator.indikator not in bertarget:
            terlihat.add(indikator.indikator)
            pesan = f"Indikator {indikator.indikator!r} tidak mempunyai target tahun {tahun}; tambahkan di target."
            _ingatkan(terurai, "indikator", baris, "indikator", pesan)
    _check_triwulan(terurai)


def _check_skala(terurai: Terurai) -> None:
    for baris, skala in terurai.daftar_skala:
        for pesan in check_skala(skala):
            _tolak(terurai, "skala", baris, "id", f"Skala {skala.id!r}: {pesan}")


def _check_indikator(terurai: Terurai) -> None:
    satuan_per_label = {variabel.label: variabel.satuan for variabel in terurai.isi("variabel")}
    # Labels as they stand in the file, so that a broken row of variabel spoils no formula.
    daftar_label = {baris.teks("label"): None for baris in terurai.mentah.tabel["variabel"].daftar_baris}
    is_variabel_utuh = terurai.mentah.tabel["variabel"].is_utuh
    for baris, indikator in terurai.tabel["indikator"]:
        if indikator.rumus:
            try:
                simpul = parse_rumus(indikator.rumus)
                label = {peubah.label for peubah in daftar_peubah(simpul)}
                if is_variabel_utuh and not label <= daftar_label.keys():
                    boleh_usul = terurai.mentah.catatan.boleh_membandingkan(len(daftar_label))
                    check_rumus(
                        simpul,
                        daftar_label if boleh_usul else sorted(label & daftar_label.keys()),
                        teks=indikator.rumus,
                    )
                if label <= satuan_per_label.keys():
                    check_satuan(
                        simpul,
                        satuan_hasil=indikator.satuan,
                        satuan_per_label=satuan_per_label,
                        teks=indikator.rumus,
                    )
            except GalatRumus as galat:
                _tolak(terurai, "indikator", baris, "rumus", f"Rumus tidak dapat dipakai. {galat}")
        if indikator.satuan.casefold() == KATEGORI and not indikator.skala:
            pesan = "Indikator bersatuan 'kategori' memerlukan skala; tulis id skala kategorinya."
            _tolak(terurai, "indikator", baris, "skala", pesan)
        for kolom in ("maksimum", "bobot"):
            _check_angka(terurai, baris, kolom, getattr(indikator, kolom))
        _check_polaritas(terurai, baris, indikator)


def _check_angka(terurai: Terurai, baris: BarisMentah, kolom: str, teks: str) -> None:
    if teks:
        try:
            read_angka(teks.removesuffix("%"))
        except GalatTeks as galat:
            _tolak(terurai, "indikator", baris, kolom, str(galat))


def _check_polaritas(terurai: Terurai, baris: BarisMentah, indikator: EdisiIndikator) -> None:
    """
    Warn where a reduction is called ``turun``, or is not computed against last year.

    :source: domain handbook 9.2
    """
    if not _PENURUNAN.search(indikator.nama):
        return
    if indikator.polaritas is Polaritas.TURUN:
        pesan = (
            "Nama indikator menyebut penurunan, jadi nilai yang lebih besar lebih baik; "
            "polaritasnya 'naik', bukan 'turun'."
        )
        _ingatkan(terurai, "indikator", baris, "polaritas", pesan)
    if indikator.rumus and "@tahun_lalu" not in indikator.rumus:
        pesan = (
            "Nama indikator menyebut penurunan, tetapi rumusnya tidak membandingkan dengan tahun lalu; "
            "bentuknya ([A]@tahun_lalu - [A]) / [A]@tahun_lalu * 100%."
        )
        _ingatkan(terurai, "indikator", baris, "rumus", pesan)


def _check_tahun(terurai: Terurai) -> None:
    for nama, awal, akhir in (
        ("edisi_rencana", "tahun_awal", "tahun_akhir"),
        ("skala", "berlaku_tahun_awal", "berlaku_tahun_akhir"),
    ):
        daftar = terurai.daftar_skala if nama == "skala" else terurai.tabel[nama]
        for baris, isi in daftar:
            mulai, selesai = getattr(isi, awal), getattr(isi, akhir)
            if mulai is not None and selesai is not None and mulai > selesai:
                pesan = f"Tahun akhir {selesai} mendahului tahun awal {mulai}; perbaiki salah satunya."
                _tolak(terurai, nama, baris, akhir, pesan)
    umum = terurai.umum
    if umum is None:
        return
    baris_umum = terurai.mentah.tabel["umum"].daftar_baris[0]
    for rencana in terurai.isi("edisi_rencana"):
        if rencana.id == umum["rencana_berlaku"] and not rencana.tahun_awal <= umum["tahun"] <= rencana.tahun_akhir:
            pesan = (
                f"Tahun {umum['tahun']} di luar rencana {rencana.id!r} ({rencana.tahun_awal}-{rencana.tahun_akhir}); "
                "pilih edisi rencana yang mencakupnya."
            )
            _ingatkan(terurai, "umum", baris_umum, "rencana_berlaku", pesan)
    if len(umum["pagu_triwulan"]) not in (0, 4):
        pesan = f"Ada {len(umum['pagu_triwulan'])} edisi pagu triwulan; tulis empat (TW I sampai TW IV) atau kosongkan."
        _tolak(terurai, "umum", baris_umum, "pagu_triwulan", pesan)


def _check_nilai(terurai: Terurai) -> None:
    """Warn about values that can hardly be: above the attainable maximum, negative counts, falling running totals."""
    maksimum = {}
    for indikator in terurai.isi("indikator"):
        try:
            maksimum[indikator.indikator] = read_angka(indikator.maksimum.removesuffix("%"))
        except GalatTeks:
            continue
    for nama in ("target", "nilai_tercatat"):
        for baris, isi in terurai.tabel[nama]:
            batas = maksimum.get(isi.indikator)
            if batas is not None and isinstance(isi.nilai, Bilangan) and isi.nilai.angka > batas:
                pesan = (
                    f"{baris.teks('nilai')!r} melampaui nilai terbesar indikator ini; periksa nilai atau 'maksimum'."
                )
                _ingatkan(terurai, nama, baris, "nilai", pesan)
    sifat = {variabel.id: variabel.sifat for variabel in terurai.isi("variabel")}
    sebelum: dict[tuple[str, str, int], tuple[int, Angka]] = {}
    daftar = [(baris, isi) for baris, isi in terurai.tabel["nilai_variabel"] if isinstance(isi.nilai, Bilangan)]
    for baris, isi in sorted(daftar, key=lambda pasangan: pasangan[1].periode):
        if isi.nilai.angka < 0:
            pesan = f"{baris.teks('nilai')!r} negatif; periksa tandanya."
            _ingatkan(terurai, "nilai_variabel", baris, "nilai", pesan)
        if sifat.get(isi.variabel) is not Sifat.KUMULATIF or isi.periode.is_tahunan:
            continue
        kunci = (isi.variabel, isi.unit, isi.periode.tahun)
        nomor_lalu, lalu = sebelum.get(kunci, (0, isi.nilai.angka))
        if isi.nilai.angka < lalu:
            pesan = (
                f"{baris.teks('nilai')!r} lebih kecil daripada triwulan sebelumnya (baris {nomor_lalu}), "
                "padahal variabelnya kumulatif; periksa nilai atau sifatnya."
            )
            _ingatkan(terurai, "nilai_variabel", baris, "nilai", pesan)
        sebelum[kunci] = (baris.nomor, isi.nilai.angka)


def _check_triwulan(terurai: Terurai) -> None:
    """Note quarters that were passed over: those before and after are filled, and nothing says why this one is not."""
    sifat = {variabel.id: variabel.sifat for variabel in terurai.isi("variabel")}
    terisi: dict[tuple[str, int], dict[int, BarisMentah]] = {}
    for baris, isi in terurai.tabel["nilai_variabel"]:
        is_belum = isinstance(isi.nilai, BelumAda) and isi.nilai.alasan is AlasanBelumAda.BELUM_DIISI
        if not (is_belum or isi.periode.is_tahunan or sifat.get(isi.variabel, Sifat.POSISI) is Sifat.POSISI):
            terisi.setdefault((isi.variabel, isi.periode.tahun), {})[isi.periode.triwulan] = baris
    for (_, tahun), per_triwulan in terisi.items():
        terakhir = max(per_triwulan)
        lewat = [ROMAWI[nomor] for nomor in range(min(per_triwulan), terakhir) if nomor not in per_triwulan]
        if lewat:
            pesan = (
                f"Triwulan {', '.join(lewat)} {tahun} belum diisi padahal Triwulan {ROMAWI[terakhir]} sudah; isi "
                "nilainya, atau tulis sebabnya, misalnya belum_ada:tidak_dilaporkan."
            )
            _ingatkan(terurai, "nilai_variabel", per_triwulan[terakhir], "triwulan", pesan)


def _tolak(terurai: Terurai, nama: str, baris: BarisMentah, kolom: str, pesan: str) -> None:
    terurai.mentah.catatan.tambah(terurai.mentah.tabel[nama].masalah(baris, kolom, pesan))


def _ingatkan(terurai: Terurai, nama: str, baris: BarisMentah, kolom: str, pesan: str) -> None:
    tabel = terurai.mentah.tabel[nama]
    terurai.mentah.catatan.tambah(tabel.masalah(baris, kolom, pesan, tingkat=Tingkat.PERINGATAN))
