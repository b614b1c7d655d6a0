"""
Which quantities a document prints, and where: the list that goes into every format beside the pages.

A number on paper can be followed back from here to its computation.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import BelumAda, Bilangan, Kategori, Majemuk, Nilai, Rentang, TidakDapatDihitung
from tolok.render.gaya import teks_judul, teks_keterangan
from tolok.render.tata_letak import (
    Blok,
    DaftarButir,
    Gambar,
    Isi,
    Judul,
    Naskah,
    Paragraf,
    Tabel,
    Teks,
    TeksGambar,
)

VERSI_FORMAT: Final = 1
_PANJANG_TAG: Final = 20


@dataclass(frozen=True, slots=True)
class Pemunculan:
    """One place where a document prints a quantity; ``tempat`` is the caption or heading nearest to it."""

    identitas: str
    tercetak: str
    nilai: Nilai | None
    tempat: str


def collect_identitas(naskah: Naskah) -> tuple[Pemunculan, ...]:
    """Return every printed quantity that has an identity, in reading order."""
    return tuple(_telusuri(naskah))


def _telusuri(naskah: Naskah) -> Iterator[Pemunculan]:
    for seksi in naskah.seksi:
        tempat = ""
        for blok in seksi.blok:
            if isinstance(blok, Judul):
                tempat = teks_judul(blok)
            keterangan = teks_keterangan(blok) if isinstance(blok, Tabel | Gambar) else ""
            yield from _dari_blok(blok, keterangan or tempat)


def _dari_blok(blok: Blok, tempat: str) -> Iterator[Pemunculan]:
    match blok:
        case Paragraf():
            yield from _dari_isi(blok.isi, tempat)
        case DaftarButir():
            for butir in blok.butir:
                yield from _dari_isi(butir, tempat)
        case Tabel():
            for baris in (*blok.kepala, *blok.baris):
                for sel in baris:
                    for paragraf in sel.isi:
                        yield from _dari_isi(paragraf.isi, tempat)
            for paragraf in blok.catatan:
                yield from _dari_isi(paragraf.isi, tempat)
        case Gambar():
            for bentuk in blok.bentuk:
                if isinstance(bentuk, TeksGambar) and bentuk.identitas:
                    yield Pemunculan(bentuk.identitas, bentuk.teks, None, tempat)


def _dari_isi(daftar: tuple[Isi, ...], tempat: str) -> Iterator[Pemunculan]:
    for isi in daftar:
        if isinstance(isi, Teks) and isi.sel is not None and isi.sel.identitas:
            yield Pemunculan(isi.sel.identitas, isi.teks, isi.sel.nilai, tempat)


def identitas_sel(isi: Isi) -> Sel | None:
    """Return the cell of a run that prints a quantity with an identity, else ``None``."""
    if isinstance(isi, Teks) and isi.sel is not None and isi.sel.identitas:
        return isi.sel
    return None


def tag_identitas(identitas: str) -> str:
    """
    Return the short stable name of an identity for places that hold few characters.

    Word refuses a content-control tag of more than 64 characters and identities have no bound; the map back is
    stored in the document.
    """
    return "tolok-" + hashlib.sha256(identitas.encode()).hexdigest()[:_PANJANG_TAG]


def format_nilai_tepat(nilai: Nilai | None) -> str:
    """
    Return the exact value as text that a machine reads back: ``639/908``, ``80..90``, ``Madya``, ``belum_ada:...``.

    A composite value names each part: ``dokumen=2; kegiatan=3``.

    ``""`` where only the printed text is known.
    """
    match nilai:
        case None:
            return ""
        case Bilangan():
            return str(nilai.angka.to_fraction())
        case Rentang():
            return f"{nilai.bawah.to_fraction()}..{nilai.atas.to_fraction()}"
        case Kategori():
            return nilai.label
        case Majemuk():
            return "; ".join(f"{satu.indikator}={format_nilai_tepat(satu.nilai)}" for satu in nilai.daftar)
        case BelumAda():
            return f"belum_ada:{nilai.alasan}"
        case TidakDapatDihitung():
            return f"tidak_dapat_dihitung:{nilai.alasan}"


def satuan_nilai(nilai: Nilai | None) -> str:
    """Return the unit of a value, ``""`` where it has none."""
    return nilai.satuan if isinstance(nilai, Bilangan | Rentang) else ""


def to_json(naskah: Naskah) -> str:
    """Return the list as JSON: what the document is, and every printed quantity in reading order."""
    isi = {
        "versi_format": VERSI_FORMAT,
        "jenis": naskah.jenis,
        "judul": naskah.judul,
        "subjek": naskah.subjek,
        "penerbit": naskah.penerbit,
        "tanggal": naskah.tanggal.isoformat(),
        "data": dict(sorted(naskah.data.items())),
        "pemunculan": [
            {
                "identitas": satu.identitas,
                "tercetak": satu.tercetak,
                "nilai": format_nilai_tepat(satu.nilai),
                "satuan": satuan_nilai(satu.nilai),
                "tempat": satu.tempat,
            }
            for satu in collect_identitas(naskah)
        ],
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)
