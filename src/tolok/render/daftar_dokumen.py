"""
The documents Tolok makes: what a year has the data for, what each is called, how it is compiled and laid out.

Commands, demo and site all take them from here. Compilers and layouts are imported when a document is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tolok.core.periode import ROMAWI

if TYPE_CHECKING:
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.core.instansi import TahunInstansi
    from tolok.render.tata_letak import Naskah


class Tersusun(NamedTuple):
    """A document as typed cells and text (``core.dokumen``), and on its pages."""

    model: Any
    naskah: Naskah


@dataclass(frozen=True, slots=True)
class JenisDokumen:
    """
    One kind of document.

    ``rujukan`` tells apart the documents of a kind: ``tw1`` … of the quarterly form, or the id of an agreement.

    :param susun: makes the document; a ``ValueError`` of it is a fault of the data, with an Indonesian message
    :param list_rujukan: the documents of this kind the year has the data for
    :param sebut: what such a document is called in lists
    """

    kode: str
    susun: Callable[[HasilTahun, str], Tersusun]
    list_rujukan: Callable[[TahunInstansi], tuple[str, ...]]
    sebut: Callable[[TahunInstansi, str], str]


class ButirDokumen(NamedTuple):
    """One document of a year."""

    jenis: str
    rujukan: str
    judul: str


def list_dokumen(data: TahunInstansi) -> tuple[ButirDokumen, ...]:
    """Return the documents the year has the data for."""
    return tuple(
        ButirDokumen(jenis.kode, rujukan, jenis.sebut(data, rujukan))
        for jenis in DAFTAR_JENIS.values()
        for rujukan in jenis.list_rujukan(data)
    )


def susun_dokumen(hasil: HasilTahun, jenis: str, rujukan: str = "") -> Tersusun:
    """
    Make a document.

    :raises ValueError: if the data do not suffice; the message (Indonesian) says what is missing
    """
    return DAFTAR_JENIS[jenis].susun(hasil, rujukan)


def susun_lkjip(hasil: HasilTahun, _rujukan: str = "") -> Tersusun:
    """Make the LKjIP."""
    from tolok.core.penyusun.lkjip import compile_lkjip
    from tolok.render.susunan.lkjip import layout_lkjip

    model = compile_lkjip(hasil)
    return Tersusun(model, layout_lkjip(model))


def susun_pengukuran(hasil: HasilTahun, rujukan: str = "") -> Tersusun:
    """Make the form of one quarter (``tw1`` …), or of all four in one document."""
    from tolok.core.penyusun.pengukuran import SEMUA_TRIWULAN, compile_pengukuran
    from tolok.render.susunan.pengukuran import layout_pengukuran

    daftar = (int(rujukan.removeprefix("tw")),) if rujukan else SEMUA_TRIWULAN
    model = compile_pengukuran(hasil, daftar_triwulan=daftar)
    return Tersusun(model, layout_pengukuran(model))


def susun_perjanjian(hasil: HasilTahun, rujukan: str = "", *, sampul: bool = True) -> Tersusun:
    """Make an agreement (``""``: the last one), with or without a cover sheet."""
    from tolok.core.penyusun.perjanjian import compile_perjanjian
    from tolok.render.susunan.perjanjian import layout_perjanjian

    model = compile_perjanjian(hasil, id_perjanjian=rujukan)
    return Tersusun(model, layout_perjanjian(model, sampul=sampul))


def susun_renstra(hasil: HasilTahun, rujukan: str = "") -> Tersusun:
    """Make the matrix of a plan edition (``""``: of the Renstra)."""
    from tolok.core.penyusun.renstra import compile_renstra
    from tolok.render.susunan.renstra import layout_renstra

    model = compile_renstra(hasil, edisi=rujukan)
    return Tersusun(model, layout_renstra(model))


def susun_realisasi(hasil: HasilTahun, _rujukan: str = "") -> Tersusun:
    """Make Realisasi Anggaran."""
    from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
    from tolok.render.susunan.realisasi_anggaran import layout_realisasi_anggaran

    model = compile_realisasi_anggaran(hasil)
    return Tersusun(model, layout_realisasi_anggaran(model))


def susun_keterkaitan(hasil: HasilTahun, rujukan: str = "") -> Tersusun:
    """Make the cascade with the amounts of a pagu edition (``""``: of that of the report)."""
    from tolok.core.penyusun.keterkaitan import compile_keterkaitan
    from tolok.render.susunan.keterkaitan import layout_keterkaitan

    model = compile_keterkaitan(hasil, edisi=rujukan)
    return Tersusun(model, layout_keterkaitan(model))


def _satu(_data: TahunInstansi) -> tuple[str, ...]:
    return ("",)


def _triwulan(_data: TahunInstansi) -> tuple[str, ...]:
    return ("tw1", "tw2", "tw3", "tw4")


def _perjanjian(data: TahunInstansi) -> tuple[str, ...]:
    return tuple(satu.id for satu in data.daftar_perjanjian)


def _bila_ada_pagu(data: TahunInstansi) -> tuple[str, ...]:
    return ("",) if data.daftar_edisi_pagu else ()


def _sebut_pengukuran(data: TahunInstansi, rujukan: str) -> str:
    triwulan = ROMAWI[int(rujukan.removeprefix("tw"))] if rujukan else "I–IV"
    return f"Pengukuran Kinerja Triwulan {triwulan} {data.tahun}"


def _sebut_renstra(data: TahunInstansi, rujukan: str) -> str:
    daftar = [
        *(satu for satu in data.daftar_edisi_rencana if satu.id == rujukan),
        *(satu for satu in data.daftar_edisi_rencana if satu.dokumen.lower() == "renstra"),
        *(satu for satu in data.daftar_edisi_rencana if satu.id == data.rencana_berlaku),
    ]
    return f"Matriks Renstra {daftar[0].tahun_awal}–{daftar[0].tahun_akhir}" if daftar else "Matriks Renstra"


def _sebut_perjanjian(data: TahunInstansi, rujukan: str) -> str:
    jenis = next((satu.jenis for satu in data.daftar_perjanjian if satu.id == rujukan), "")
    return f"Perjanjian Kinerja {data.tahun}{f' ({jenis})' if jenis else ''}"


DAFTAR_JENIS: Final[dict[str, JenisDokumen]] = {
    jenis.kode: jenis
    for jenis in (
        JenisDokumen("lkjip", susun_lkjip, _satu, lambda data, _: f"LKjIP {data.tahun}"),
        JenisDokumen("pengukuran", susun_pengukuran, _triwulan, _sebut_pengukuran),
        JenisDokumen("perjanjian", susun_perjanjian, _perjanjian, _sebut_perjanjian),
        JenisDokumen("renstra", susun_renstra, _satu, _sebut_renstra),
        JenisDokumen("realisasi", susun_realisasi, _bila_ada_pagu, lambda data, _: f"Realisasi Anggaran {data.tahun}"),
        JenisDokumen("keterkaitan", susun_keterkaitan, _satu, lambda data, _: f"Keterkaitan IKU {data.tahun}"),
    )
}
"""The kinds, in the order lists show them."""
