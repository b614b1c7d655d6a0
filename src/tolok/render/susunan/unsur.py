"""
The building blocks every layout uses: paragraphs, cells and tables made from texts and ``Sel``.

A ``Sel`` handed to any of these keeps its identity, so no layout ever turns a quantity into bare text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Alinea, BlokTeks, Butir, Kalimat, Penanda, Potongan
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

Bahan = str | Sel | Potongan | Teks | Matematika
"""What a cell or paragraph can be made of."""

NOMOR_KECIL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
    kolom: int = 1,
    baris: int = 1,
    perataan: Perataan = "kanan",
    peran: str = "",
    tebal: bool = False,
) -> SelTabel:
    """Return a cell that prints a quantity, right-aligned; ``tanda`` is the number of its footnote."""
    return sel_teks(sel, tanda_catatan(tanda), kolom=kolom, baris=baris, perataan=perataan, peran=peran, tebal=tebal)


def sel_alinea(
    daftar: Iterable[Sequence[Bahan] | str],
    *,
    kolom: int = 1,
    baris: int = 1,
    perataan: Perataan = "kiri",
    peran: str = "",
    indentasi: int = 0,
) -> SelTabel:
    """Return a cell of several paragraphs, each a text or a sequence of runs."""
    return SelTabel(
        tuple(paragraf(satu) if isinstance(satu, str) else paragraf(*satu) for satu in daftar),
        kolom,
        baris,
        perataan,
        peran,
        indentasi,
    )


def tanda_catatan(nomor: str) -> str:
    """Return the raised number of a footnote, ``""`` for none."""
    return nomor.translate(NOMOR_KECIL)


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
