"""
The building blocks every layout uses: paragraphs, cells and tables made from texts and ``Sel``.

A ``Sel`` handed to any of these keeps its identity, so no layout ever turns a quantity into bare text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import Alinea, BlokTeks, Butir, Kalimat, Penanda, Potongan
from tolok.core.nilai import Kategori, Majemuk
from tolok.render.tata_letak import (
    Blok,
    DaftarButir,
    Isi,
    KolomTandaTangan,
    Matematika,
    Paragraf,
    Perataan,
    SelTabel,
    Tabel,
    TandaTangan,
    Teks,
)

B = TypeVar("B")

Bahan = str | Sel | Potongan | Teks | Matematika
"""What a cell or paragraph can be made of."""

NOMOR_KECIL: Final = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits; the vendored fonts have no raised zero."""

BELUM_DIISI: Final = "Belum diisi"


def isi(*bahan: Bahan, tebal: bool = False, miring: bool = False) -> tuple[Isi, ...]:
    """Return runs in order; ``tebal`` and ``miring`` apply to plain texts and cells."""
    return tuple(_jadikan_isi(satu, tebal, miring) for satu in bahan if satu != "")


def _jadikan_isi(bahan: Bahan, tebal: bool, miring: bool) -> Isi:
    match bahan:
        case str():
            return Teks(bahan, tebal=tebal, miring=miring)
        case Sel():
            return Teks(bahan.tercetak, tebal=tebal, miring=miring, sel=bahan)
        case Potongan():
            return Teks(bahan.teks, tebal=bahan.tebal or tebal, miring=bahan.miring or miring, sel=bahan.sel)
        case _:
            return bahan


def paragraf(
    *bahan: Bahan, gaya: str = "biasa", perataan: Perataan | None = None, tebal: bool = False, miring: bool = False
) -> Paragraf:
    """Return one paragraph."""
    return Paragraf(isi(*bahan, tebal=tebal, miring=miring), gaya, perataan)


def keterangan(*bahan: Bahan) -> Paragraf:
    """Return a small-print paragraph, for what stands under a table."""
    return paragraf(*bahan, gaya="keterangan")


def kalimat(*daftar: Kalimat) -> Paragraf:
    """Return a paragraph of sentences, a space between them."""
    potongan: list[Potongan] = []
    for satu in daftar:
        if potongan and satu:
            potongan.append(Potongan(" "))
        potongan.extend(satu)
    return paragraf(*potongan)


def blok_teks(daftar: Iterable[BlokTeks]) -> tuple[Blok, ...]:
    """Return the paragraphs and lists of a narrative."""
    return tuple(_jadikan_blok(satu) for satu in daftar)


def _jadikan_blok(satu: BlokTeks) -> Blok:
    if isinstance(satu, Alinea):
        return paragraf(*satu.isi)
    return butir(satu)


def butir(satu: Butir) -> DaftarButir:
    """Return a list."""
    return DaftarButir(tuple(isi(*kalimat_) for kalimat_ in satu.daftar), satu.jenis)


def daftar_butir(daftar: Iterable[Sequence[Bahan] | str], jenis: str = "angka") -> DaftarButir:
    """Return a list whose items are texts or sequences of runs."""
    return DaftarButir(tuple(isi(satu) if isinstance(satu, str) else isi(*satu) for satu in daftar), jenis)


def kepala(teks: str, *, kolom: int = 1, baris: int = 1) -> SelTabel:
    """Return a head cell; every line of ``teks`` is its own paragraph."""
    return SelTabel(
        tuple(paragraf(satu, gaya="tengah", tebal=True) for satu in teks.split("\n")),
        kolom,
        baris,
        "tengah",
        "kepala",
    )


def kepala_nomor(jumlah: int) -> tuple[SelTabel, ...]:
    """Return the head row that numbers the columns 1 to ``jumlah``."""
    return tuple(
        SelTabel((paragraf(str(nomor), gaya="tengah"),), perataan="tengah", peran="nomor")
        for nomor in range(1, jumlah + 1)
    )


def sel_teks(
    *bahan: Bahan,
    kolom: int = 1,
    baris: int = 1,
    perataan: Perataan = "kiri",
    peran: str = "",
    indentasi: int = 0,
    tebal: bool = False,
) -> SelTabel:
    """Return a cell of one paragraph."""
    return SelTabel((paragraf(*bahan, tebal=tebal),), kolom, baris, perataan, peran, indentasi)


def sel_angka(
    sel: Sel,
    *,
    tanda: str = "",
    baris: int = 1,
    perataan: Perataan = "kanan",
    peran: str = "",
    tebal: bool = False,
) -> SelTabel:
    """Return a cell that prints a quantity, right-aligned; ``tanda`` is the number of its footnote."""
    return sel_teks(sel, tanda_catatan(tanda), baris=baris, perataan=perataan, peran=peran, tebal=tebal)


def sel_alinea(daftar: Iterable[Sequence[Bahan] | str]) -> SelTabel:
    """Return a cell of several paragraphs, each a text or a sequence of runs."""
    return SelTabel(tuple(paragraf(satu) if isinstance(satu, str) else paragraf(*satu) for satu in daftar))


def sel_nilai(sumber: TabelIsi[object], sel: Sel, *, peran: str = "", tebal: bool = False, baris: int = 1) -> SelTabel:
    """Return the cell of a quantity of ``sumber`` with its footnote numbers; words stand in the middle."""
    perataan: Perataan = "tengah" if isinstance(sel.nilai, Kategori | Majemuk) else "kanan"
    return sel_angka(sel, tanda=sumber.tanda(sel), perataan=perataan, peran=peran, tebal=tebal, baris=baris)


def sel_narasi(daftar: Sequence[BlokTeks], *, kosong: str = BELUM_DIISI) -> SelTabel:
    """Return a cell of narrative; an empty one says so, visibly."""
    if not daftar:
        return sel_teks(kosong, tebal=True)
    return sel_alinea([baris for satu in daftar for baris in _baris_narasi(satu)])


def _baris_narasi(satu: BlokTeks) -> list[Kalimat]:
    if isinstance(satu, Alinea):
        return [satu.isi]
    return [
        (
            Potongan(
                f"{nomor}. " if satu.jenis == "angka" else f"{chr(96 + nomor)}. " if satu.jenis == "huruf" else "• "
            ),
            *isi_,
        )
        for nomor, isi_ in enumerate(satu.daftar, start=1)
    ]


def catatan_tabel(sumber: TabelIsi[object]) -> tuple[Paragraf, ...]:
    """Return what stands under a table: its footnotes by number, then its remarks in one paragraph."""
    kaki = tuple(keterangan(f"{tanda_catatan(satu.nomor).strip()} ", *satu.isi) for satu in sumber.catatan)
    if not sumber.keterangan:
        return kaki
    return (*kaki, keterangan(*(p for p in kalimat(*sumber.keterangan).isi)))


def pengantar(sumber: TabelIsi[object]) -> tuple[Paragraf, ...]:
    """Return the sentences before a table as one paragraph, none if there are none."""
    return (kalimat(*sumber.pengantar),) if sumber.pengantar else ()


def tanda_catatan(nomor: str) -> str:
    """Return the raised numbers of footnotes (``"1,2"``); with a zero among them, in brackets; ``""`` for none."""
    return f" ({nomor})" if "0" in nomor else nomor.replace(",", " ").translate(NOMOR_KECIL)


def gabung_sama(
    daftar: Sequence[B], nomor: int, ambil: Callable[[B], str], *, perataan: Perataan = "kiri"
) -> tuple[SelTabel, ...]:
    """Return the cell of row ``nomor`` that spans all following rows with the same text, none in a row it covers."""
    teks = ambil(daftar[nomor])
    if nomor and ambil(daftar[nomor - 1]) == teks:
        return ()
    panjang = 1
    while nomor + panjang < len(daftar) and ambil(daftar[nomor + panjang]) == teks:
        panjang += 1
    return (sel_teks(teks, baris=panjang, perataan=perataan),)


def tabel(
    *,
    kepala: Sequence[Sequence[SelTabel]],
    baris: Iterable[Sequence[SelTabel]],
    lebar: Sequence[int],
    nomor: str = "",
    judul: str = "",
    catatan: Iterable[Paragraf] = (),
    ukuran_huruf: int | None = None,
) -> Tabel:
    """Return a table; ``lebar`` are the relative widths of its columns."""
    return Tabel(
        tuple(tuple(satu) for satu in kepala),
        tuple(tuple(satu) for satu in baris),
        tuple(lebar),
        nomor,
        judul,
        tuple(catatan),
        ukuran_huruf,
    )


def tanda_tangan(*daftar: Penanda | None) -> TandaTangan:
    """Return the signature block; ``None`` leaves a column empty, so one signer stands at the right."""
    kolom = tuple(_kolom(satu) if satu else None for satu in daftar)
    return TandaTangan((None, *kolom) if len(kolom) == 1 else kolom)


def _kolom(penanda: Penanda) -> KolomTandaTangan:
    tempat = ", ".join(satu for satu in (penanda.tempat, penanda.tanggal) if satu)
    nip = f"NIP {penanda.nip}" if penanda.nip else ""
    return KolomTandaTangan(
        tuple(satu for satu in (tempat, penanda.jabatan) if satu),
        tuple(satu for satu in (penanda.nama, penanda.pangkat, nip) if satu),
    )
