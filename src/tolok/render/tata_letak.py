"""
The neutral layout: what stands on the pages of a document, in order, without saying in which file format.

Every document is turned into a ``Naskah``; DOCX, PDF, XLSX and HTML are made from the same object. Lengths are
millimetres (integers); table widths are relative weights.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from tolok.core.dokumen.sel import Sel
from tolok.core.rumus.nodes import Simpul

Perataan = Literal["kiri", "tengah", "kanan", "rata"]


@dataclass(frozen=True, slots=True)
class Teks:
    """A run of text; ``sel`` is set where the run prints a quantity (its ``tercetak`` is then the text)."""

    teks: str
    tebal: bool = False
    miring: bool = False
    sel: Sel | None = None


@dataclass(frozen=True, slots=True)
class Matematika:
    """A formula as real mathematics; ``simpul`` is printed by ``core.rumus.printing``."""

    simpul: Simpul


Isi = Teks | Matematika


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph; ``gaya`` is ``biasa``, ``tengah``, ``keterangan``, ``sampul``, ``sampul_besar`` or ``kutipan``."""

    isi: tuple[Isi, ...]
    gaya: str = "biasa"
    perataan: Perataan | None = None


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading of level 1-4; ``nomor`` is printed before it; ``tampil_di_daftar`` puts it into the contents."""

    tingkat: int
    teks: str
    nomor: str = ""
    tampil_di_daftar: bool = True


@dataclass(frozen=True, slots=True)
class DaftarButir:
    """A list; ``jenis`` is ``angka``, ``huruf`` or ``bulatan``."""

    butir: tuple[tuple[Isi, ...], ...]
    jenis: str = "angka"


@dataclass(frozen=True, slots=True)
class SelTabel:
    """A cell: paragraphs, spans, and a role (``""``, ``kepala``, ``nomor``, ``program``, ``subtotal``, ``total``)."""

    isi: tuple[Paragraf, ...]
    kolom: int = 1
    baris: int = 1
    perataan: Perataan = "kiri"
    peran: str = ""
    indentasi: int = 0


@dataclass(frozen=True, slots=True)
class Tabel:
    """
    A table. ``nomor`` such as ``3.1.1.A`` and ``judul`` make the caption that the list of tables prints; ``kepala``
    rows repeat on every page; a cell covered by a span of another is absent from its row. ``saringan``: a list without
    spans that a worksheet lets its reader filter, on a sheet of its own named ``judul``.
    """

    kepala: tuple[tuple[SelTabel, ...], ...]
    baris: tuple[tuple[SelTabel, ...], ...]
    lebar: tuple[int, ...]
    nomor: str = ""
    judul: str = ""
    catatan: tuple[Paragraf, ...] = ()
    ukuran_huruf: int | None = None
    saringan: bool = False


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle, in tenths of a millimetre; ``isi`` and ``garis`` are colour names of ``render.warna``."""

    x: int
    y: int
    lebar: int
    tinggi: int
    isi: str = ""
    garis: str = "garis"
    teks: tuple[str, ...] = ()
    ukuran: int = 8
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Garis:
    """A line in a drawing, in tenths of a millimetre."""

    x1: int
    y1: int
    x2: int
    y2: int
    warna: str = "garis"
    tebal: int = 3
    putus: bool = False


@dataclass(frozen=True, slots=True)
class TeksGambar:
    """A line of text in a drawing: ``x`` the anchor named by ``perataan``, ``y`` the baseline, ``ukuran`` in points."""

    x: int
    y: int
    teks: str
    ukuran: int = 8
    perataan: Perataan = "kiri"
    tebal: bool = False
    warna: str = "teks"
    identitas: str | None = None


Bentuk = Kotak | Garis | TeksGambar


LEBAR_GAMBAR: Final = 1600
"""Width of a full drawing, in tenths of a millimetre: what stands between the margins of a portrait page."""


@dataclass(frozen=True, slots=True)
class Gambar:
    """A vector drawing with caption and description (for readers who cannot see it), in tenths of a millimetre."""

    lebar: int
    tinggi: int
    bentuk: tuple[Bentuk, ...]
    alt: str
    nomor: str = ""
    judul: str = ""


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """The place of the table of contents."""


@dataclass(frozen=True, slots=True)
class DaftarTabel:
    """The place of the list of tables."""


@dataclass(frozen=True, slots=True)
class DaftarGambar:
    """The place of the list of figures."""


@dataclass(frozen=True, slots=True)
class GantiHalaman:
    """A page break."""


@dataclass(frozen=True, slots=True)
class KolomTandaTangan:
    """One signer: lines above the space (place and date, position) and below it (name, rank, NIP)."""

    atas: tuple[str, ...]
    bawah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """One or two signers side by side, kept together on a page; ``None`` leaves a column empty."""

    kolom: tuple[KolomTandaTangan | None, ...]


@dataclass(frozen=True, slots=True)
class Jarak:
    """Vertical space in millimetres."""

    mm: int


Blok = (
    Paragraf | Judul | DaftarButir | Tabel | Gambar | DaftarIsi | DaftarTabel | DaftarGambar | GantiHalaman
    | TandaTangan | Jarak
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seksi:
    """Pages of one orientation; ``nomor_halaman`` is ``""``, ``romawi`` or ``arab``; ``mulai`` restarts the count."""

    blok: tuple[Blok, ...]
    mendatar: bool = False
    nomor_halaman: str = ""
    mulai: int | None = None
    kaki: str = ""


@dataclass(frozen=True, slots=True)
class Naskah:
    """A whole document; ``tanggal`` is the snapshot date that every file timestamp takes."""

    jenis: str
    judul: str
    subjek: str
    penerbit: str
    tanggal: date
    seksi: tuple[Seksi, ...]
    nama_berkas: str
    data: dict[str, str] = field(default_factory=dict)
