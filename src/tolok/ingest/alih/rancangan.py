"""The models of a preview: the objects a file speaks of, and its values beside what is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, DokumenTerbaca, IndikatorTerbaca, NilaiTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.nilai import Nilai
from tolok.core.periode import Periode
from tolok.ingest.alih.keputusan import BARU, LEWATI
from tolok.ingest.alih.padanan import Cara


class JenisObjek(StrEnum):
    """What an object is."""

    INDIKATOR = "indikator"
    ANGGARAN = "anggaran"


class Status(StrEnum):
    """A read value beside the stored one."""

    BEDA = "beda"
    BARU = "baru"
    SAMA = "sama"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objek:
    """
    One indicator or budget row a file speaks of, wherever it stands in it.

    ``usul`` is the stored object it seems to be (``""``: none), found as ``cara`` says; ``pilihan`` what it is taken to
    be: an id, ``BARU``, ``LEWATI``, or ``""`` while nobody has said so. ``masalah``: why it cannot be new.
    """

    kunci: str
    jenis: JenisObjek
    nama: str
    keterangan: str
    usul: str
    cara: Cara | None
    pilihan: str
    masalah: str
    contoh: IndikatorTerbaca | AnggaranTerbaca
    dokumen: int
    induk: str = ""
    """Key of the object above, of a budget row."""

    @property
    def is_jelas(self) -> bool:
        """Whether it is settled what the object is."""
        return bool(self.pilihan)

    @property
    def is_dipakai(self) -> bool:
        """Whether its values can be stored."""
        return self.pilihan not in ("", LEWATI) and not (self.pilihan == BARU and self.masalah)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan:
    """
    One value that could be stored.

    ``tujuan`` is the edition or agreement of a target or pagu (``BARU``: a new one). ``nilai`` is what would be stored,
    ``None`` with ``masalah`` saying why it cannot be. ``tersimpan`` is what is stored as text, ``""`` if nothing is.
    ``is_ragu``: the reading needs a person's word; ``is_dipastikan``: it has it. ``daftar_letak``: further places with
    the same value; ``is_bertentangan``: another place of the file says otherwise.
    """

    kunci: str
    objek: Objek
    dokumen: int
    besaran: Besaran
    periode: Periode
    tujuan: str
    terbaca: NilaiTerbaca
    nilai: Nilai | None
    tertulis: str
    tersimpan: str
    status: Status
    masalah: str
    is_ragu: bool
    is_dipastikan: bool
    is_ikut: bool
    daftar_letak: tuple[Letak, ...] = ()
    is_bertentangan: bool = False

    @property
    def is_disimpan(self) -> bool:
        """Whether it will be stored as things stand."""
        return self.is_ikut and self.nilai is not None and not self.masalah and self.objek.is_dipakai


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenRancangan:
    """
    One document of the file, and where its targets and pagu go.

    ``tahun`` is ``None`` while nobody has said it; ``target`` and ``pagu`` are ids or ``BARU`` (``""``: by quarter).
    """

    indeks: int
    terbaca: DokumenTerbaca
    tahun: int | None
    target: str
    pagu: str
    has_target: bool
    has_pagu: bool


@dataclass(frozen=True)
class Rancangan:
    """A read file against the stored year, with the decisions so far."""

    berkas: str
    sidik: str
    daftar_dokumen: tuple[DokumenRancangan, ...]
    daftar_objek: tuple[Objek, ...]
    daftar_usulan: tuple[Usulan, ...]
    lain: Counter[str]
    """How many values are not stored, by the reason."""

    @cached_property
    def daftar_simpan(self) -> tuple[Usulan, ...]:
        """What will be stored as things stand."""
        return tuple(usulan for usulan in self.daftar_usulan if usulan.is_disimpan)

    @cached_property
    def daftar_baru(self) -> tuple[Objek, ...]:
        """The indicators and budget rows that will be made, with values or without."""
        return tuple(objek for objek in self.daftar_objek if objek.pilihan == BARU and objek.is_dipakai)

    @property
    def is_berisi(self) -> bool:
        """Whether anything will be stored."""
        return bool(self.daftar_simpan or self.daftar_baru)

    @cached_property
    def daftar_bentrok(self) -> tuple[Usulan, ...]:
        """Values that are to be stored in the place of another one that is to be stored too."""
        tempat = Counter(get_tempat(usulan) for usulan in self.daftar_simpan)
        return tuple(usulan for usulan in self.daftar_simpan if tempat[get_tempat(usulan)] > 1)

    @cached_property
    def daftar_belum_jelas(self) -> tuple[Objek, ...]:
        """Objects nobody has said anything about yet."""
        return tuple(objek for objek in self.daftar_objek if not objek.is_jelas)

    def list_status(self, status: Status) -> Iterable[Usulan]:
        """Yield the values of one status whose object is settled."""
        return (satu for satu in self.daftar_usulan if satu.status is status and satu.objek.is_dipakai)


def get_tempat(usulan: Usulan) -> tuple[str, str, str, Periode, str]:
    """Return the place a value would be stored in; a new object is named after its key."""
    objek = usulan.objek
    id_objek = objek.kunci if objek.pilihan in ("", BARU, LEWATI) else objek.pilihan
    jenis = "target" if usulan.besaran in (Besaran.TARGET, Besaran.TARGET_AKHIR) else usulan.besaran.value
    jenis = "realisasi" if usulan.besaran is Besaran.KONDISI_AWAL else jenis
    return (objek.jenis.value, id_objek, jenis, usulan.periode, usulan.tujuan)


def format_letak(letak: Letak) -> str:
    """Return a place in words: "halaman 3, Tabel 2.1, baris 5, sel B2"."""
    bagian = (
        (letak.halaman, f"halaman {letak.halaman}"),
        (letak.tabel, letak.tabel or ""),
        (letak.baris, f"baris {letak.baris}"),
        (letak.sel, f"sel {letak.sel}"),
    )
    return ", ".join(kata for ada, kata in bagian if ada)
