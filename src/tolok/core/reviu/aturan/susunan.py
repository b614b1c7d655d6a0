"""How the document is put together: table numbers, empty analyses, left-over template text, decree numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import JenisDokumen, TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.kalimat_dokumen import list_kalimat
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

NOMOR: Final = Aturan(
    "tabel.nomor_ganda",
    "Nomor tabel dipakai untuk dua tabel yang berbeda",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran II: kerapian penyajian",
)
ANALISIS: Final = Aturan(
    "tabel.analisis_kosong",
    "Analisis penyebab dan solusi kosong",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran II: analisis penyebab keberhasilan atau kegagalan",
)
TEMPLAT: Final = Aturan(
    "teks.templat",
    "Teks contoh atau isian templat tertinggal",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran II",
)
NOMOR_SK: Final = Aturan(
    "keputusan.nomor",
    "Nomor keputusan pada lampiran berbeda dari batang tubuhnya",
    TingkatTemuan.GALAT,
    "Kaidah naskah dinas (Permendagri 1/2023)",
)
PERUBAHAN: Final = Aturan(
    "perjanjian.perubahan",
    "Perjanjian yang diubah tidak menyebut perubahan pada judulnya",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I: perjanjian kinerja perubahan",
)
PROGRAM_GANDA: Final = Aturan(
    "perjanjian.program_ganda",
    "Program yang sama tercantum dua kali dalam satu tabel",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I: program dan anggaran",
)
_KOSONG: Final = frozenset({"", "-", "--", "\u2013", "\u2014", "n/a", "nihil"})
_TEMPLAT: Final = re.compile(
    r"\blorem ipsum\b|\bx{4,}\b|\[(?:nama|isi|tulis|sebutkan|tahun)\b[^\]]*\]|<(?:nama|isi|tulis|tahun)\b[^>]*>"
    r"|\b20(?:xx|[.\u2026]{2,})|(?:contoh|diisi dengan)\s*:\s*$|\b(?:tuliskan|isikan) (?:di sini|disini)\b",
    re.IGNORECASE,
)
_NOMOR_SK: Final = re.compile(r"^nomor\s*:?\s*(?P<nomor>\S.*\d{4})\s*$", re.IGNORECASE)


def periksa_nomor(bahan: Bahan) -> Iterator[Temuan]:
    """Yield table numbers that stand over two different tables of the document."""
    per_nomor: dict[str, list[TabelTerbaca]] = {}
    for tabel in bahan.dokumen.tabel:
        if tabel.nomor:
            per_nomor.setdefault(tabel.nomor.strip(". ").upper(), []).append(tabel)
    for nomor, daftar in per_nomor.items():
        berbeda = [t for t in daftar[1:] if t.kepala != daftar[0].kepala or t.isi != daftar[0].isi]
        if berbeda:
            yield NOMOR.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(berbeda[0].letak),
                letak_lain=(bahan.di(daftar[0].letak), *(bahan.di(t.letak) for t in berbeda[1:])),
                tercetak=f"Tabel {nomor}",
                pesan=f"Nomor Tabel {nomor} dipakai untuk {len(berbeda) + 1} tabel yang berbeda.",
            )


def periksa_analisis(bahan: Bahan) -> Iterator[Temuan]:
    """Yield empty cells of columns whose head asks for causes or solutions, once per document."""
    tempat: list[LetakTemuan] = []
    for tabel in bahan.dokumen.tabel:
        kolom = [
            k
            for k, judul in enumerate(tabel.kepala)
            if re.search(r"analis[ai]s?|penyebab|solusi", judul, re.IGNORECASE)
        ]
        for isi, letak in zip(tabel.isi, tabel.letak_isi, strict=True):
            if any(sel.strip() for sel in isi):
                tempat += [bahan.di(letak[k]) for k in kolom if isi[k].strip().casefold() in _KOSONG]
    if tempat:
        yield ANALISIS.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=tempat[0],
            letak_lain=tuple(tempat[1:]),
            tercetak="-",
            pesan=f"{len(tempat)} sel analisis penyebab atau solusi kosong; sebab keberhasilan pun perlu diterangkan.",
        )


def periksa_templat(bahan: Bahan) -> Iterator[Temuan]:
    """Yield paragraphs and cells with text that a template asks to be replaced."""
    for teks, letak in _list_teks(bahan):
        if cocok := _TEMPLAT.search(teks):
            yield TEMPLAT.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(letak),
                tercetak=cocok[0],
                pesan=f"“{cocok[0]}” agaknya isian templat yang belum diganti.",
            )


def periksa_nomor_sk(bahan: Bahan) -> Iterator[Temuan]:
    """Yield decree numbers (a paragraph of its own) that differ between body and annex, when the words before agree."""
    daftar = [
        (cocok["nomor"], kalimat.letak)
        for kalimat in list_kalimat(bahan.dokumen)
        if (cocok := _NOMOR_SK.match(kalimat.teks.strip("* "))) is not None
    ]
    if bahan.dokumen.jenis not in (JenisDokumen.IKU, JenisDokumen.SK_IKI) or len(daftar) < 2:
        return
    rapat = [re.sub(r"\s", "", nomor) for nomor, _ in daftar]
    for (nomor, letak), satu in zip(daftar[1:], rapat[1:], strict=True):
        if satu != rapat[0] and satu.count("/") == rapat[0].count("/"):
            yield NOMOR_SK.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(letak),
                letak_lain=(bahan.di(daftar[0][1]),),
                tercetak=nomor,
                pesan=f"Nomor keputusan tercetak {nomor}, sedangkan pada batang tubuh {daftar[0][0]}.",
            )


def periksa_perubahan(bahan: Bahan) -> Iterator[Temuan]:
    """Yield agreements whose body speaks of a change that the title does not name."""
    dokumen = bahan.dokumen
    if dokumen.jenis is not JenisDokumen.PERJANJIAN or not dokumen.judul or "perubahan" in dokumen.judul.casefold():
        return
    for kalimat in list_kalimat(dokumen):
        if re.search(
            r"\b(?:DPPA|perubahan perjanjian kinerja|perjanjian kinerja perubahan)\b", kalimat.teks, re.IGNORECASE
        ):
            yield PERUBAHAN.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(kalimat.letak),
                tercetak=dokumen.judul,
                pesan=f"Isinya menyebut perubahan, sedangkan judulnya “{dokumen.judul}” tidak.",
            )
            return


def periksa_program_ganda(bahan: Bahan) -> Iterator[Temuan]:
    """Yield programs without code that stand twice among the top rows of one table of an agreement."""
    for tabel in bahan.list_anggaran_per_tabel():
        pertama: dict[str, int] = {}
        for indeks, baris in enumerate(tabel):
            if baris.tingkat != "program" or baris.kode:
                continue
            awal = pertama.setdefault(make_kunci_serupa(baris.nama), indeks)
            if awal != indeks and bahan.dokumen.jenis is JenisDokumen.PERJANJIAN:
                yield PROGRAM_GANDA.make_temuan(
                    keyakinan=Keyakinan.PERLU_DINILAI,
                    letak=bahan.di(baris.letak),
                    letak_lain=(bahan.di(tabel[awal].letak),),
                    tercetak=baris.nama,
                    pesan=(
                        f"Program “{baris.nama}” tercantum dua kali. Bila memang dua program, bedakan dengan kode atau "
                        "urusannya."
                    ),
                )


def _list_teks(bahan: Bahan) -> Iterator[tuple[str, Letak]]:
    for kalimat in list_kalimat(bahan.dokumen):
        yield kalimat.teks, kalimat.letak
    for tabel in bahan.dokumen.tabel:
        for isi, letak in zip(tabel.isi, tabel.letak_isi, strict=True):
            yield from zip(isi, letak, strict=True)
