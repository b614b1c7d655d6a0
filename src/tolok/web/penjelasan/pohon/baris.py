"""One row of the tree, and what may be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from tolok.core.cetak_angka import KOSONG
from tolok.core.dokumen.sel import Sel
from tolok.core.jejak import Hasil
from tolok.core.nilai import Nilai
from tolok.web.perencanaan.tautan import TeksAngka


class Jenis(StrEnum):
    """The levels of the tree; the style sheet knows them by ``data-j``."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "iku"
    BAGIAN = "bagian"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "sub"
    KELOMPOK = "kelompok"


KATA_JENIS: Final = {
    Jenis.TUJUAN: "Tujuan",
    Jenis.SASARAN: "Sasaran",
    Jenis.INDIKATOR: "Indikator",
    Jenis.BAGIAN: "Bagian",
    Jenis.PROGRAM: "Program",
    Jenis.KEGIATAN: "Kegiatan",
    Jenis.SUBKEGIATAN: "Sub kegiatan",
    Jenis.KELOMPOK: "",
}


class Kekurangan(StrEnum):
    """What a node lacks; the filter of the page knows each by its value."""

    INDUK = "induk"
    INDIKATOR = "indikator"
    PEMILIK = "pemilik"
    TARGET = "target"
    PROGRAM = "program"
    SKALA = "skala"


KATA_KEKURANGAN: Final = {
    Kekurangan.INDUK: "Tanpa induk",
    Kekurangan.INDIKATOR: "Tanpa indikator",
    Kekurangan.PEMILIK: "Tanpa pemilik",
    Kekurangan.TARGET: "Tanpa target",
    Kekurangan.PROGRAM: "Tanpa program",
    Kekurangan.SKALA: "Skala belum ada",
}


class AngkaBaris(NamedTuple):
    """A number of a row: as the page shows it, and as a file holds it (a text where the reader does not see it)."""

    tampil: TeksAngka
    sel: Sel | str
    nilai: Nilai | None = None

    @classmethod
    def from_hasil(cls, hasil: Hasil, tampil: TeksAngka) -> AngkaBaris:
        """Return a number that is shown."""
        return cls(tampil, Sel.from_hasil(hasil), hasil.nilai)

    @classmethod
    def make_tanpa(cls, sebab: str) -> AngkaBaris:
        """Return a number that is not shown, with the reason."""
        return cls(TeksAngka(KOSONG, keadaan=sebab), sebab.lower())


@dataclass(frozen=True, slots=True)
class BarisPohon:
    """
    A node as the page shows it; ``induk`` is the id of the row above (``""``: none).

    ``kekurangan`` is what it lacks; ``daftar_tanda`` those of them that are said in a badge. ``bawah`` is the address
    that shows what is left out below it, ``""`` if nothing is.
    """

    id: str
    induk: str
    dalam: int
    jenis: Jenis
    nama: str
    kode: str = ""
    alamat: str = ""
    keterangan: str = ""
    pemilik: str = ""
    target: AngkaBaris | None = None
    capaian: AngkaBaris | None = None
    status: str = ""
    pagu: AngkaBaris | None = None
    kekurangan: frozenset[Kekurangan] = frozenset()
    daftar_tanda: tuple[Kekurangan, ...] = ()
    has_anak: bool = False
    bawah: str = ""

    @property
    def kata_jenis(self) -> str:
        """What the level is called."""
        return KATA_JENIS[self.jenis]

    @property
    def sebutan(self) -> str:
        """What stands before the name: the level, unless the name says it ("Program Rehabilitasi Sosial")."""
        kata = self.kata_jenis
        return "" if kata and self.nama.lower().startswith(f"{kata.lower()} ") else kata

    @property
    def kata_tanda(self) -> tuple[str, ...]:
        """The words of the badges."""
        return tuple(KATA_KEKURANGAN[satu] for satu in self.daftar_tanda)

    @property
    def is_terbuka(self) -> bool:
        """Whether the row is unfolded when the page opens."""
        return self.jenis in (Jenis.TUJUAN, Jenis.SASARAN, Jenis.INDIKATOR, Jenis.KELOMPOK)
