"""
Catatan reviu: which files were reviewed, what was found in them by level, and what was accepted with which reason.

It says what a machine saw and judges nobody: conclusion and signature belong to the papers of the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.bacaan.sebutan import JUDUL_JENIS, format_masa
from tolok.core.reviu.aturan_reviu import Aturan
from tolok.core.reviu.daftar import DAFTAR_ATURAN
from tolok.core.reviu.sebutan import SEBUTAN_TINGKAT, format_tempat
from tolok.core.reviu.temuan import Temuan, TingkatTemuan
from tolok.core.reviu.terima import TemuanDiterima, make_sidik


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenDireviu:
    """One document in a file: what it is, its printed title, its period and its agency; unknown is ``""``."""

    jenis: str
    judul: str
    masa: str
    perangkat_daerah: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasDireviu:
    """One file with the documents found in it, its SHA-256, and what of it could not be read."""

    nama: str
    sidik: str
    daftar_dokumen: tuple[DokumenDireviu, ...]
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirReviu:
    """
    One finding with its rule, numbered through the whole document; ``alasan`` is set where it was accepted.

    ``letak`` is in words, with the name of the file where several were reviewed; ``letak_lain`` with that of another.
    """

    nomor: int
    temuan: Temuan
    aturan: Aturan
    sidik: str
    letak: str
    letak_lain: tuple[str, ...]
    alasan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokReviu:
    """The findings of one level that remain, in reading order; ``sebutan`` is the word for the level."""

    tingkat: TingkatTemuan
    sebutan: str
    daftar_butir: tuple[ButirReviu, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanReviu:
    """
    The whole document; there is a group for every level, empty or not, the gravest first.

    :ivar banyak_aturan: how many rules looked
    :ivar aturan_dilewati: rules that somebody chose not to run
    :ivar tanggal: the day of the review, if it is to be printed
    """

    daftar_berkas: tuple[BerkasDireviu, ...]
    daftar_kelompok: tuple[KelompokReviu, ...]
    daftar_diterima: tuple[ButirReviu, ...]
    banyak_aturan: int
    aturan_dilewati: tuple[Aturan, ...]
    tahun: int | None
    tanggal: date | None

    @property
    def daftar_butir(self) -> tuple[ButirReviu, ...]:
        """Every finding that remains, the gravest level first."""
        return tuple(butir for kelompok in self.daftar_kelompok for butir in kelompok.daftar_butir)


def susun_catatan_reviu(
    daftar_berkas: Sequence[BerkasTerbaca],
    daftar_temuan: Sequence[Temuan],
    daftar_diterima: Iterable[TemuanDiterima] = (),
    *,
    pilih: frozenset[str] = frozenset(),
    tanggal: date | None = None,
) -> CatatanReviu:
    """
    Return the document about files that were reviewed.

    :param daftar_temuan: the findings that remain, in reading order as ``review`` gives them
    :param daftar_diterima: those accepted with a reason
    :param pilih: codes of the rules that ran; empty: all
    :param tanggal: the day to print on it; none is printed without
    """
    sebut_berkas = len(daftar_berkas) > 1
    per_tingkat = sorted(daftar_temuan, key=lambda satu: list(SEBUTAN_TINGKAT).index(satu.tingkat))
    daftar_butir = [_butir(nomor, satu, sebut_berkas) for nomor, satu in enumerate(per_tingkat, start=1)]
    return CatatanReviu(
        daftar_berkas=tuple(_berkas(satu) for satu in daftar_berkas),
        daftar_kelompok=tuple(
            KelompokReviu(
                tingkat=tingkat,
                sebutan=sebutan,
                daftar_butir=tuple(butir for butir in daftar_butir if butir.temuan.tingkat is tingkat),
            )
            for tingkat, sebutan in SEBUTAN_TINGKAT.items()
        ),
        daftar_diterima=tuple(
            _butir(nomor, satu.temuan, sebut_berkas, satu.alasan)
            for nomor, satu in enumerate(daftar_diterima, start=len(daftar_butir) + 1)
        ),
        banyak_aturan=len(pilih or DAFTAR_ATURAN),
        aturan_dilewati=tuple(aturan for kode, aturan in DAFTAR_ATURAN.items() if pilih and kode not in pilih),
        tahun=max((d.tahun for b in daftar_berkas for d in b.dokumen if d.tahun is not None), default=None),
        tanggal=tanggal,
    )


def _berkas(berkas: BerkasTerbaca) -> BerkasDireviu:
    return BerkasDireviu(
        nama=berkas.berkas,
        sidik=berkas.sidik,
        daftar_dokumen=tuple(
            DokumenDireviu(
                jenis=JUDUL_JENIS[dokumen.jenis],
                judul=" ".join(dokumen.judul.split()),
                masa=format_masa(dokumen),
                perangkat_daerah=" ".join(dokumen.perangkat_daerah.split()),
            )
            for dokumen in berkas.dokumen
        ),
        catatan=berkas.catatan,
    )


def _butir(nomor: int, temuan: Temuan, sebut_berkas: bool, alasan: str = "") -> ButirReviu:
    return ButirReviu(
        nomor=nomor,
        temuan=temuan,
        aturan=DAFTAR_ATURAN[temuan.aturan],
        sidik=make_sidik(temuan),
        letak=format_tempat(temuan.letak, sebut_berkas=sebut_berkas),
        letak_lain=tuple(
            format_tempat(satu, sebut_berkas=satu.berkas != temuan.letak.berkas) for satu in temuan.letak_lain
        ),
        alasan=alasan,
    )
