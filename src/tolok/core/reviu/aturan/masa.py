"""Years and quarters that do not fit the document: stale periods, future values, titles against columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import Besaran, JenisDokumen
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.kalimat_dokumen import list_kalimat
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

PERIODE: Final = Aturan(
    "masa.periode_usang",
    "Periode rencana yang disebut sudah lewat",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran II: dibandingkan dengan rencana strategis yang berlaku",
)
TRIWULAN: Final = Aturan(
    "masa.triwulan",
    "Triwulan atau tahun yang disebut bukan masa formulirnya",
    TingkatTemuan.PERINGATAN,
    "Formulir pengukuran triwulanan",
)
MENDATANG: Final = Aturan(
    "masa.belum_terjadi",
    "Realisasi untuk tahun yang belum terjadi",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran II",
)
JUDUL: Final = Aturan(
    "masa.judul_tabel",
    "Tahun pada judul tabel tidak ada pada kolomnya",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: kesesuaian judul dan isi",
)
_PERIODE: Final = re.compile(
    r"\b(20\d{2})\s*[-\u2013\u2014]\s*(20\d{2})\b|\b(20\d{2})\s+s\.?\s?/?\s?d\.?\s+(20\d{2})\b"
)
_RENCANA: Final = re.compile(r"renstra|rpjmd|rencana strategi|perencanaan strategi|jangka menengah", re.IGNORECASE)
_MASA_LALU: Final = re.compile(r"sebelumnya|periode (?:yang )?lalu|terdahulu|telah berakhir|perubahan", re.IGNORECASE)
_TRIWULAN: Final = re.compile(
    r"\btriwulan\s+(IV|III|II|I|[1-4])\s+(?:tahun\s+)?(?:anggaran\s+)?(20\d{2})", re.IGNORECASE
)
_TAHUN: Final = re.compile(r"\b(20\d{2})\b")
_ROMAWI: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LAPORAN: Final = frozenset({JenisDokumen.LKJIP, JenisDokumen.PENGUKURAN})


def periksa_periode(bahan: Bahan) -> Iterator[Temuan]:
    """Yield plan periods that ended before the reported year, one finding per period; those told as past are none."""
    tahun = bahan.dokumen.tahun
    if tahun is None or bahan.dokumen.jenis not in _LAPORAN:
        return
    per_periode: dict[tuple[int, int], list[tuple[LetakTemuan, str]]] = {}
    berlaku: set[tuple[int, int]] = set()
    for kalimat in list_kalimat(bahan.dokumen):
        for cocok in _PERIODE.finditer(kalimat.teks):
            awal, akhir = (int(n) for n in cocok.groups() if n)
            sekitar = kalimat.teks[max(0, cocok.start() - 80) : cocok.end() + 40]
            if not _RENCANA.search(sekitar) or not 2 <= akhir - awal <= 6:
                continue
            if awal <= tahun <= akhir:
                berlaku.add((awal, akhir))
            if akhir < tahun and not _MASA_LALU.search(sekitar):
                per_periode.setdefault((awal, akhir), []).append((bahan.di(kalimat.letak), cocok[0]))
    for (awal, akhir), tempat in per_periode.items():
        lain = next((f"{a}-{b}" for a, b in sorted(berlaku)), "")
        yield PERIODE.make_temuan(
            keyakinan=Keyakinan.MUNGKIN if lain else Keyakinan.PERLU_DINILAI,
            letak=tempat[0][0],
            letak_lain=tuple(letak for letak, _ in tempat[1:]),
            tercetak=tempat[0][1],
            pesan=(
                f"Laporan tahun {tahun} menyebut rencana {awal}-{akhir} sebagai rencana yang berlaku"
                + (f", sedangkan di tempat lain {lain}." if lain else ", yang sudah berakhir.")
            ),
        )


def periksa_triwulan(bahan: Bahan) -> Iterator[Temuan]:
    """Yield a quarter with its year, inside the form of a quarter, that is another one."""
    tahun, triwulan = bahan.dokumen.tahun, bahan.dokumen.triwulan
    if tahun is None or triwulan is None:
        return
    for kalimat in list_kalimat(bahan.dokumen):
        for cocok in _TRIWULAN.finditer(kalimat.teks):
            disebut = (_ROMAWI[cocok[1].casefold()], int(cocok[2]))
            if disebut != (triwulan, tahun):
                yield TRIWULAN.make_temuan(
                    keyakinan=Keyakinan.MUNGKIN,
                    letak=bahan.di(kalimat.letak),
                    tercetak=cocok[0],
                    pesan=f"Formulir triwulan {triwulan} tahun {tahun} menyebut {cocok[0]}; agaknya sisa yang lain.",
                )


def periksa_mendatang(bahan: Bahan) -> Iterator[Temuan]:
    """Yield realisasi of years after the reported one, once per year."""
    tahun = bahan.dokumen.tahun
    if tahun is None or bahan.dokumen.jenis not in _LAPORAN:
        return
    per_tahun: dict[int, list[tuple[LetakTemuan, str]]] = {}
    for daftar in (*(i.nilai for i in bahan.dokumen.indikator), *(a.nilai for a in bahan.dokumen.anggaran)):
        for nilai in daftar:
            if nilai.besaran in (Besaran.REALISASI, Besaran.CAPAIAN) and nilai.angka and (nilai.tahun or 0) > tahun:
                per_tahun.setdefault(nilai.tahun or 0, []).append((bahan.di(nilai.letak), nilai.tercetak))
    for mendatang, tempat in sorted(per_tahun.items()):
        yield MENDATANG.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=tempat[0][0],
            letak_lain=tuple(letak for letak, _ in tempat[1:]),
            tercetak=tempat[0][1],
            pesan=f"Laporan tahun {tahun} memuat realisasi {mendatang}, tahun yang belum terjadi.",
        )


def periksa_judul(bahan: Bahan) -> Iterator[Temuan]:
    """Yield tables whose caption names years of which its heads, which name years too, have none."""
    for tabel in bahan.dokumen.tabel:
        kepala = {int(t) for judul in tabel.kepala for t in _TAHUN.findall(judul)}
        judul = {int(t) for t in _TAHUN.findall(tabel.judul)}
        if kepala and judul and not any(min(judul) <= satu <= max(judul) for satu in kepala):
            yield JUDUL.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(tabel.letak),
                tercetak=tabel.judul,
                pesan=f"Judul tabel menyebut {_urut(judul)}, sedangkan kolomnya {_urut(kepala)}.",
            )


def _urut(daftar: set[int]) -> str:
    return ", ".join(str(tahun) for tahun in sorted(daftar))
