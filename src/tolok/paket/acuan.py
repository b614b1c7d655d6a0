"""References between tables: every foreign id must name a row that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tolok.paket.mentah import BarisMentah, PaketMentah, TabelMentah


class Acuan(NamedTuple):
    """A column that names rows of other tables by the key column given for each; ``is_daftar``: several ids."""

    tabel: str
    kolom: str
    sumber: tuple[tuple[str, str], ...]
    is_daftar: bool = False


_UNIT: Final = (("unit", "id"),)
_JABATAN: Final = (("jabatan", "id"),)
_EDISI_RENCANA: Final = (("edisi_rencana", "id"),)
_SIMPUL: Final = (("simpul", "id"),)
_INDIKATOR: Final = (("indikator", "indikator"),)
_SKALA: Final = (("skala", "id"),)
_ANGGARAN: Final = (("anggaran", "kode"),)
_EDISI_PAGU: Final = (("edisi_pagu", "id"),)
_EDISI_PEMETAAN: Final = (("edisi_pemetaan", "id"),)

DAFTAR_ACUAN: Final = (
    Acuan("umum", "rencana_berlaku", _EDISI_RENCANA),
    Acuan("umum", "pagu_laporan", _EDISI_PAGU),
    Acuan("umum", "pagu_triwulan", _EDISI_PAGU, is_daftar=True),
    Acuan("umum", "pemetaan_berlaku", _EDISI_PEMETAAN),
    Acuan("kebijakan", "skala", _SKALA),
    Acuan("kelas", "skala", _SKALA),
    Acuan("unit", "induk", _UNIT),
    Acuan("jabatan", "unit", _UNIT),
    Acuan("pejabat", "jabatan", _JABATAN),
    Acuan("simpul", "edisi", _EDISI_RENCANA),
    Acuan("indikator", "simpul", _SIMPUL),
    Acuan("indikator", "bagian_dari", _INDIKATOR),
    Acuan("indikator", "skala", _SKALA),
    Acuan("nilai_variabel", "variabel", (("variabel", "id"),)),
    Acuan("nilai_variabel", "unit", _UNIT),
    Acuan("target", "indikator", _INDIKATOR),
    Acuan("target", "dokumen", (*_EDISI_RENCANA, ("perjanjian", "id"))),
    Acuan("nilai_tercatat", "indikator", _INDIKATOR),
    Acuan("nilai_tercatat", "unit", _UNIT),
    Acuan("pembanding", "indikator", _INDIKATOR),
    Acuan("anggaran", "induk", _ANGGARAN),
    Acuan("pagu", "edisi", _EDISI_PAGU),
    Acuan("pagu", "kode", _ANGGARAN),
    Acuan("realisasi", "kode", _ANGGARAN),
    Acuan("pemetaan", "edisi", _EDISI_PEMETAAN),
    Acuan("pemetaan", "kode", _ANGGARAN),
    Acuan("pemetaan", "simpul", _SIMPUL),
    Acuan("pemetaan", "indikator", _INDIKATOR),
    Acuan("perjanjian", "pihak_pertama", _JABATAN),
    Acuan("perjanjian", "pihak_kedua", _JABATAN),
    Acuan("perjanjian", "edisi_pagu", _EDISI_PAGU),
    Acuan("penandatangan", "jabatan", _JABATAN),
    Acuan("analisis", "indikator", _INDIKATOR),
)


def check_acuan(mentah: PaketMentah) -> None:
    """Note every reference that names nothing; equal wrong texts of a column are one problem with all their rows."""
    for acuan in DAFTAR_ACUAN:
        if all(mentah.tabel[nama].is_utuh for nama, _ in acuan.sumber):
            dikenal = {
                baris.teks(kolom): None for nama, kolom in acuan.sumber for baris in mentah.tabel[nama].daftar_baris
            }
            _periksa(mentah, acuan, dikenal)
    _check_induk_simpul(mentah)
    _check_jembatan(mentah)


def _periksa(mentah: PaketMentah, acuan: Acuan, dikenal: dict[str, None]) -> None:
    def cari(baris: BarisMentah) -> Iterator[str]:
        teks = baris.teks(acuan.kolom)
        for id_acuan in (bagian.strip() for bagian in teks.split("|")) if acuan.is_daftar else (teks,):
            if id_acuan and id_acuan not in dikenal:
                yield id_acuan

    tempat = " atau ".join(f"kolom {kolom!r} {mentah.tabel[nama].berkas}" for nama, kolom in acuan.sumber)

    def pesan(id_acuan: str) -> str:
        usul = mentah.catatan.usulkan(id_acuan, dikenal)
        return f"{id_acuan!r} tidak ada di {tempat}.{usul} Perbaiki atau tambahkan di sana."

    _catat(mentah, mentah.tabel[acuan.tabel], acuan.kolom, cari, pesan)


def _catat(
    mentah: PaketMentah,
    tabel: TabelMentah,
    kolom: str,
    cari: Callable[[BarisMentah], Iterator[str]],
    pesan: Callable[[str], str],
) -> None:
    baris_per_id: dict[str, list[BarisMentah]] = {}
    for baris in tabel.daftar_baris:
        for id_acuan in cari(baris):
            baris_per_id.setdefault(id_acuan, []).append(baris)
    for id_acuan, daftar in baris_per_id.items():
        lain = [str(baris.nomor) for baris in daftar[1:]]
        ekor = (
            f" (Juga di {len(lain)} baris lain: {', '.join(lain[:10])}{', …' if len(lain) > 10 else ''}.)"
            if lain
            else ""
        )
        mentah.catatan.tambah(tabel.masalah(daftar[0], kolom, pesan(id_acuan) + ekor))


def _check_induk_simpul(mentah: PaketMentah) -> None:
    """The node above stands in the same edition of the plan."""
    tabel = mentah.tabel["simpul"]
    if not tabel.is_utuh:
        return
    dikenal = {(baris.teks("edisi"), baris.teks("id")) for baris in tabel.daftar_baris}
    for baris in tabel.daftar_baris:
        edisi, induk = baris.teks("edisi"), baris.teks("induk")
        if induk and (edisi, induk) not in dikenal:
            usul = mentah.catatan.usulkan(induk, [id_simpul for milik, id_simpul in dikenal if milik == edisi])
            pesan = f"Induk {induk!r} tidak ada di edisi {edisi!r}.{usul} Induk harus di edisi rencana yang sama."
            mentah.catatan.tambah(tabel.masalah(baris, "induk", pesan))


def _check_jembatan(mentah: PaketMentah) -> None:
    """A bridge joins indicators, editions, or ``indikator@edisi``."""
    tabel, indikator = mentah.tabel["jembatan"], mentah.tabel["indikator"]
    if not indikator.is_utuh:
        return
    dikenal: dict[str, None] = {}
    for baris in indikator.daftar_baris:
        id_indikator, edisi = baris.teks("indikator"), baris.teks("edisi")
        dikenal |= dict.fromkeys((id_indikator, edisi, f"{id_indikator}@{edisi}"))
    for kolom in ("lama", "baru"):
        for baris in tabel.daftar_baris:
            teks = baris.teks(kolom)
            if teks and teks not in dikenal:
                pesan = (
                    f"{teks!r} bukan indikator, edisi, atau 'indikator@edisi' di {indikator.berkas}."
                    f"{mentah.catatan.usulkan(teks, dikenal)} Perbaiki ejaannya."
                )
                mentah.catatan.tambah(tabel.masalah(baris, kolom, pesan))
