"""
The checklist of a review (PermenPANRB 53/2014 annex III) with what the read documents answer by themselves.

The items stand in our own words: no readable copy of the annex was found, so they are data with a version. A machine
answers "ya" only, where the documents show it, and names the place; whether something is *adequate* people answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tolok.core.bacaan.blok import Paragraf
from tolok.core.bacaan.dokumen import BerkasTerbaca, Besaran, DokumenTerbaca, IndikatorTerbaca, JenisDokumen
from tolok.core.bacaan.sebutan import JUDUL_JENIS
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.sebutan import format_tempat
from tolok.core.reviu.temuan import LetakTemuan, Temuan

VERSI: Final = "PermenPANRB 53/2014 lampiran III, ringkasan 1"
_SEBUT_PALING_BANYAK: Final = 3


class Jawaban(StrEnum):
    """What the documents answer; a "tidak" is left to people."""

    YA = "ya"
    BELUM = "belum dapat dijawab"


@dataclass(frozen=True, slots=True)
class Butir:
    """One item; ``bila_tidak``: the items of which one must be "tidak" for this one to be asked."""

    kode: str
    isi: str
    bila_tidak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KelompokButir:
    """One of the three headings."""

    nomor: str
    judul: str
    daftar_butir: tuple[Butir, ...]


@dataclass(frozen=True, slots=True)
class ButirTerjawab:
    """
    An item with its answer; ``bukti`` says on what it rests, or what is known so far.

    ``is_tampil`` is false for an item that nobody needs to answer, because those it depends on are "ya".
    """

    butir: Butir
    jawaban: Jawaban
    bukti: tuple[str, ...]
    is_tampil: bool


DAFTAR_KELOMPOK: Final = (
    KelompokButir(
        "I",
        "Format",
        (
            Butir("I.1", "Data penting instansi disajikan."),
            Butir("I.2", "Target kinerja disajikan."),
            Butir("I.3", "Capaian kinerja disajikan secara memadai."),
            Butir("I.4", "Lampiran mendukung isi laporan."),
            Butir("I.5", "Upaya perbaikan ke depan disajikan."),
            Butir("I.6", "Akuntabilitas keuangan disajikan."),
        ),
    ),
    KelompokButir(
        "II",
        "Mekanisme penyusunan",
        (
            Butir("II.1", "Laporan disusun oleh unit yang bertugas menyusunnya."),
            Butir("II.2", "Isinya didukung data yang memadai."),
            Butir("II.3", "Ada cara yang tetap bagi unit untuk menyampaikan datanya kepada penyusun."),
            Butir("II.4", "Penanggung jawab data ditetapkan di tiap unit."),
            Butir("II.5", "Keandalan data kinerja dijamin."),
            Butir("II.6", "Analisis dan penjelasannya diketahui unit yang bersangkutan."),
            Butir("II.7", "Unit di bawahnya ikut menyusun laporan."),
        ),
    ),
    KelompokButir(
        "III",
        "Substansi",
        (
            Butir("III.1", "Sasaran sesuai dengan Perjanjian Kinerja."),
            Butir("III.2", "Sasaran sesuai dengan Renstra."),
            Butir("III.3", "Ketidaksesuaian itu dijelaskan secara memadai.", ("III.1", "III.2")),
            Butir("III.4", "Tiap sasaran mempunyai indikator kinerja."),
            Butir("III.5", "Indikator sesuai dengan IKU."),
            Butir("III.6", "Ketidaksesuaian itu dijelaskan secara memadai.", ("III.4", "III.5")),
            Butir("III.7", "Ada pembanding yang berguna: tahun lalu, standar nasional, atau yang lain."),
            Butir("III.8", "IKU dan indikator kinerja cukup untuk mengukur sasaran."),
            Butir("III.9", "Kekurangannya dijelaskan secara memadai.", ("III.8",)),
            Butir("III.10", "IKU dan indikator kinerja memenuhi SMART."),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Bahan:
    """What the items look at: the report that is reviewed, and all documents, each with the name of its file."""

    laporan: tuple[tuple[str, DokumenTerbaca], ...]
    semua: tuple[tuple[str, DokumenTerbaca], ...]
    temuan: tuple[Temuan, ...]


_Isi = tuple[Jawaban, tuple[str, ...]]
_TANPA_BUKTI: Final[_Isi] = (Jawaban.BELUM, ())


def answer_daftar(daftar_berkas: Iterable[BerkasTerbaca], daftar_temuan: Iterable[Temuan]) -> tuple[ButirTerjawab, ...]:
    """
    Return every item with what the documents answer, in the order of the checklist.

    :param daftar_temuan: findings that nobody accepted; an item they speak about is left to people
    """
    semua = tuple((berkas.berkas, dokumen) for berkas in daftar_berkas for dokumen in berkas.dokumen)
    laporan = tuple(satu for satu in semua if satu[1].jenis is JenisDokumen.LKJIP)
    bahan = _Bahan(laporan, semua, tuple(daftar_temuan))
    terjawab = {
        butir.kode: _JAWAB[butir.kode](bahan) if butir.kode in _JAWAB and laporan else _TANPA_BUKTI
        for kelompok in DAFTAR_KELOMPOK
        for butir in kelompok.daftar_butir
    }
    return tuple(
        ButirTerjawab(
            butir,
            *terjawab[butir.kode],
            is_tampil=not butir.bila_tidak or any(terjawab[k][0] is not Jawaban.YA for k in butir.bila_tidak),
        )
        for kelompok in DAFTAR_KELOMPOK
        for butir in kelompok.daftar_butir
    )


def _jawab_teks(pola: str) -> Callable[[_Bahan], _Isi]:
    """Answer by headings and paragraphs of the report that speak of something."""
    cari = re.compile(pola, re.IGNORECASE)

    def jawab(bahan: _Bahan) -> _Isi:
        bukti = [
            f"“{' '.join(blok.teks.split())[:80]}” ({_tempat(nama, blok.letak)})"
            for nama, dokumen in bahan.laporan
            for blok in dokumen.blok
            if isinstance(blok, Paragraf) and cari.search(blok.teks)
        ]
        return (Jawaban.YA, tuple(bukti[:_SEBUT_PALING_BANYAK])) if bukti else _TANPA_BUKTI

    return jawab


def _jawab_besaran(besaran: Besaran, kata: str, aturan: tuple[str, ...] = ()) -> Callable[[_Bahan], _Isi]:
    """Answer by values of the indicators of the reported year, unless findings of some rules speak against it."""

    def jawab(bahan: _Bahan) -> _Isi:
        bukti = []
        for nama, dokumen in bahan.laporan:
            baris = [
                i
                for i in dokumen.indikator
                if any(n.besaran is besaran and n.tahun in (None, dokumen.tahun) for n in i.nilai)
            ]
            if baris:
                bukti.append(f"{len(_kunci(baris))} indikator dengan {kata} ({_tempat(nama, baris[0].letak)})")
        temuan = [satu for satu in bahan.temuan if satu.aturan.startswith(aturan)]
        bukti += [f"{satu.pesan} ({format_tempat(satu.letak)})" for satu in temuan[:_SEBUT_PALING_BANYAK]]
        return Jawaban.YA if bukti and not temuan else Jawaban.BELUM, tuple(bukti)

    return jawab


def _jawab_lampiran(bahan: _Bahan) -> _Isi:
    nama_laporan = {nama for nama, _ in bahan.laporan}
    lampiran = [
        dokumen.jenis
        for nama, dokumen in bahan.semua
        if nama in nama_laporan and dokumen.jenis not in (JenisDokumen.LKJIP, JenisDokumen.LAIN)
    ]
    if not lampiran:
        return _TANPA_BUKTI
    return Jawaban.YA, (f"Di dalam berkas laporan: {', '.join(dict.fromkeys(JUDUL_JENIS[j] for j in lampiran))}.",)


def _jawab_keuangan(bahan: _Bahan) -> _Isi:
    bukti = []
    for nama, dokumen in bahan.laporan:
        baris = [b for b in dokumen.anggaran if any(n.besaran is Besaran.REALISASI for n in b.nilai)]
        if baris:
            bukti.append(f"{len(baris)} baris anggaran dengan realisasi ({_tempat(nama, baris[0].letak)})")
    return (Jawaban.YA, tuple(bukti)) if bukti else _TANPA_BUKTI


def _jawab_penanggung_jawab(bahan: _Bahan) -> _Isi:
    baris = [i for _, dokumen in bahan.semua for i in dokumen.indikator if i.penanggung_jawab]
    if not baris:
        return _TANPA_BUKTI
    semua = _kunci(i for _, dokumen in bahan.semua for i in dokumen.indikator)
    bukti = f"{len(_kunci(baris))} dari {len(semua)} indikator menyebut penanggung jawab."
    return Jawaban.YA if _kunci(baris) == semua else Jawaban.BELUM, (bukti,)


def _jawab_sesuai(jenis: JenisDokumen, ambil: Callable[[IndikatorTerbaca], str], kata: str) -> Callable[[_Bahan], _Isi]:
    """Answer by names of another document that the report has, too; only a full match is a yes."""

    def jawab(bahan: _Bahan) -> _Isi:
        acuan = _nama(ambil, (dokumen for _, dokumen in bahan.semua if dokumen.jenis is jenis))
        laporan = _nama(ambil, (dokumen for _, dokumen in bahan.laporan))
        if not acuan or not laporan:
            return Jawaban.BELUM, (f"{kata.capitalize()} pada {JUDUL_JENIS[jenis]} atau laporan tidak terbaca.",)
        hilang = [nama for kunci, nama in acuan.items() if kunci not in laporan]
        bukti = [
            f"{len(acuan) - len(hilang)} dari {len(acuan)} {kata} pada {JUDUL_JENIS[jenis]} ada di laporan.",
            *(f"Tidak ditemukan di laporan: {nama}." for nama in hilang[:_SEBUT_PALING_BANYAK]),
        ]
        return Jawaban.BELUM if hilang else Jawaban.YA, tuple(bukti)

    return jawab


def _jawab_berindikator(bahan: _Bahan) -> _Isi:
    sasaran = _nama(lambda i: i.sasaran, (dokumen for _, dokumen in bahan.laporan))
    if not sasaran:
        return _TANPA_BUKTI
    return Jawaban.YA, (f"{len(sasaran)} sasaran pada tabel indikator, masing-masing dengan indikatornya.",)


def _jawab_pembanding(bahan: _Bahan) -> _Isi:
    bukti = []
    for nama, dokumen in bahan.laporan:
        lalu = [
            i
            for i in dokumen.indikator
            if any(
                n.besaran in (Besaran.REALISASI, Besaran.CAPAIAN) and n.tahun and n.tahun < (dokumen.tahun or 0)
                for n in i.nilai
            )
        ]
        if lalu:
            bukti.append(f"{len(_kunci(lalu))} indikator dengan nilai tahun lalu ({_tempat(nama, lalu[0].letak)})")
    return (Jawaban.YA, tuple(bukti)) if bukti else _TANPA_BUKTI


def _nama(ambil: Callable[[IndikatorTerbaca], str], daftar: Iterable[DokumenTerbaca]) -> dict[str, str]:
    """Return the names that documents print, by their key without drift."""
    hasil: dict[str, str] = {}
    for dokumen in daftar:
        for indikator in dokumen.indikator:
            if kunci := make_kunci_serupa(ambil(indikator)):
                hasil.setdefault(kunci, " ".join(ambil(indikator).split()))
    return hasil


def _kunci(daftar: Iterable[IndikatorTerbaca]) -> frozenset[str]:
    return frozenset(make_kunci_serupa(satu.nama) for satu in daftar)


def _tempat(berkas: str, letak: Letak) -> str:
    return format_tempat(LetakTemuan(berkas, letak))


def list_tampil(daftar: Sequence[ButirTerjawab]) -> Iterator[tuple[KelompokButir, tuple[ButirTerjawab, ...]]]:
    """Yield each heading with the items under it that are to be answered."""
    per_kode = {satu.butir.kode: satu for satu in daftar}
    for kelompok in DAFTAR_KELOMPOK:
        isi = (per_kode[butir.kode] for butir in kelompok.daftar_butir)
        yield kelompok, tuple(satu for satu in isi if satu.is_tampil)


_JAWAB: Final[dict[str, Callable[[_Bahan], _Isi]]] = {
    "I.1": _jawab_teks(r"gambaran umum|tugas (?:pokok )?dan fungsi|struktur organisasi|sumber daya manusia"),
    "I.2": _jawab_besaran(Besaran.TARGET, "target"),
    "I.3": _jawab_besaran(Besaran.CAPAIAN, "capaian", ("capaian.", "kemajuan.", "nilai.")),
    "I.4": _jawab_lampiran,
    "I.5": _jawab_teks(
        r"langkah perbaikan|upaya perbaikan|rencana tindak lanjut|langkah ke depan|strategi peningkatan"
    ),
    "I.6": _jawab_keuangan,
    "II.4": _jawab_penanggung_jawab,
    "III.1": _jawab_sesuai(JenisDokumen.PERJANJIAN, lambda i: i.sasaran, "sasaran"),
    "III.2": _jawab_sesuai(JenisDokumen.RENSTRA, lambda i: i.sasaran, "sasaran"),
    "III.4": _jawab_berindikator,
    "III.5": _jawab_sesuai(JenisDokumen.IKU, lambda i: i.nama, "indikator"),
    "III.7": _jawab_pembanding,
}
