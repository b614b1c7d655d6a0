"""
Whether a chain is whole: every entry hashed anew, every number, every link, and the head.

This is the pure part: it takes rows in the order of their numbers and names what is wrong with them. A chain that was
cut and whose head was rewritten is whole in itself; only an anchor, a head written down earlier elsewhere, shows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from tolok.web.audit.kanonik import format_waktu
from tolok.web.audit.sidik import SIDIK_AWAL, Baris, compute_sidik


class Kepala(NamedTuple):
    """How far a chain goes: the number and hash of its last entry."""

    kode: str
    nomor: int
    sidik: str


class JenisKerusakan(Enum):
    """What can be wrong with a chain; the value is what it is called."""

    ISI_DIUBAH = "isi diubah"
    CATATAN_HILANG = "catatan hilang"
    TERAKHIR_HILANG = "catatan terakhir hilang"
    RANTAI_KOSONG = "rantai kosong padahal kepala ada"
    SAMBUNGAN_PUTUS = "sambungan putus"
    NOMOR_GANDA = "nomor ganda"
    KEPALA_TIDAK_COCOK = "kepala tidak cocok"
    KEPALA_HILANG = "kepala hilang"
    JANGKAR_TIDAK_COCOK = "jangkar tidak cocok"


@dataclass(frozen=True, slots=True)
class Kerusakan:
    """One fault: where in which chain, at whose entry (if it is still there), and what it means."""

    rantai: str
    jenis: JenisKerusakan
    nomor: int | None
    pesan: str
    waktu: str = ""
    objek: str = ""


def check_rantai(
    kepala: Kepala, daftar_baris: Iterable[Baris], *, jangkar: Mapping[int, set[str]] | None = None
) -> Iterator[Kerusakan]:
    """
    Yield the faults of a chain.

    :param daftar_baris: its entries by number, as they were when the head was read
    :param jangkar: hashes of entries that were written down elsewhere, by number
    """
    kode = kepala.kode
    belum = dict(jangkar or {})
    nomor_lalu, sidik_lalu, hitungan_lalu = 0, SIDIK_AWAL, SIDIK_AWAL
    for baris in daftar_baris:
        hitungan = _hitung(kode, baris)
        yield from _check_nomor(kode, baris, nomor_lalu)
        if hitungan != baris.sidik:
            yield _rusak(kode, JenisKerusakan.ISI_DIUBAH, baris, "Isi dan sidiknya tidak cocok.")
        elif baris.nomor == nomor_lalu + 1 and baris.sidik_sebelum not in (sidik_lalu, hitungan_lalu):
            yield _rusak(
                kode, JenisKerusakan.SAMBUNGAN_PUTUS, baris,
                f"Tidak menyambung ke catatan {nomor_lalu}: salah satunya diganti beserta sidiknya.",
            )  # fmt: skip
        if baris.nomor in belum and belum.pop(baris.nomor) != {baris.sidik}:
            yield _rusak(
                kode, JenisKerusakan.JANGKAR_TIDAK_COCOK, baris, "Sidiknya lain daripada yang dicatat pada jangkar."
            )
        nomor_lalu, sidik_lalu, hitungan_lalu = baris.nomor, baris.sidik, hitungan
    yield from _check_kepala(kepala, nomor_lalu, (sidik_lalu, hitungan_lalu))
    for nomor in sorted(belum):
        yield Kerusakan(
            kode, JenisKerusakan.JANGKAR_TIDAK_COCOK, nomor, "Dicatat pada jangkar, tetapi tidak ada lagi dalam rantai."
        )


def _hitung(kode: str, baris: Baris) -> str:
    """Return the hash of an entry, ``""`` if what is stored is not even of the right kind."""
    try:
        return compute_sidik(kode, baris)
    except (AttributeError, TypeError, ValueError):
        return ""


def _check_nomor(kode: str, baris: Baris, nomor_lalu: int) -> Iterator[Kerusakan]:
    if baris.nomor <= nomor_lalu:
        yield _rusak(kode, JenisKerusakan.NOMOR_GANDA, baris, "Nomor ini dipakai lebih dari satu catatan.")
    elif baris.nomor > nomor_lalu + 1:
        pertama, terakhir = nomor_lalu + 1, baris.nomor - 1
        yield Kerusakan(kode, JenisKerusakan.CATATAN_HILANG, pertama, f"{_sebut(pertama, terakhir)} tidak ada lagi.")


def _check_kepala(kepala: Kepala, nomor: int, daftar_sidik: tuple[str, str]) -> Iterator[Kerusakan]:
    if kepala.nomor > nomor:
        jenis = JenisKerusakan.TERAKHIR_HILANG if nomor else JenisKerusakan.RANTAI_KOSONG
        hilang = _sebut(nomor + 1, kepala.nomor)
        yield Kerusakan(kepala.kode, jenis, nomor + 1, f"{hilang} tidak ada lagi; kepala rantai menyebutnya.")
    elif kepala.nomor < nomor or kepala.sidik not in daftar_sidik:
        yield Kerusakan(
            kepala.kode,
            JenisKerusakan.KEPALA_TIDAK_COCOK,
            kepala.nomor,
            f"Kepala rantai menyebut catatan {kepala.nomor}; yang terakhir catatan {nomor}, atau sidiknya lain.",
        )


def _sebut(pertama: int, terakhir: int) -> str:
    return f"Catatan {pertama}" if pertama == terakhir else f"Catatan {pertama} sampai {terakhir}"


def _rusak(kode: str, jenis: JenisKerusakan, baris: Baris, pesan: str) -> Kerusakan:
    return Kerusakan(kode, jenis, baris.nomor, pesan, _waktu(baris.waktu), str(baris.objek))


def _waktu(waktu: Any) -> str:
    return format_waktu(waktu) if isinstance(waktu, datetime) else str(waktu)
