"""Which edition of the organisation a page shows: the one in force at the end of the period, or the one asked for."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from tolok.core.edisi import find_edisi
from tolok.core.periode import format_tanggal
from tolok.web.organisasi.models import EdisiOrganisasi, StatusEdisi
from tolok.web.organisasi.queries import BagianOrganisasi, load_bagian_organisasi
from tolok.web.perencanaan.konteks import TIDAK_ADA
from tolok.web.perencanaan.tampak import RencanaTampak


@dataclass(frozen=True, slots=True)
class PilihanEdisi:
    """The editions a reader may choose from, the one that is shown, and what it says."""

    daftar: tuple[tuple[str, str], ...]
    """Number and name of each edition."""
    kini: EdisiOrganisasi
    nomor: str
    sebutan: str
    bagian: BagianOrganisasi
    is_milik_tahun: bool
    """Whether the year works with this edition: only then do indicators and budget stand beside its units."""


def make_pilihan_edisi(tampak: RencanaTampak, nomor: str = "") -> PilihanEdisi:
    """
    Return the edition to show (one query, two more for an edition the year does not work with).

    :param nomor: the number asked for; ``""``: the edition in force at the end of the period
    :raises Http404: if there is no such edition for this reader
    """
    konteks = tampak.konteks
    daftar = list(EdisiOrganisasi.objects.filter(instansi=konteks.tahun.instansi).order_by("nomor"))
    if not konteks.is_boleh("draf.lihat"):
        daftar = [edisi for edisi in daftar if edisi.status == StatusEdisi.TERBIT]
    per_nomor = {str(edisi.nomor): edisi for edisi in daftar}
    if nomor and nomor not in per_nomor:
        raise Http404(TIDAK_ADA)
    terbit = [edisi for edisi in daftar if edisi.status == StatusEdisi.TERBIT]
    kini = per_nomor[nomor] if nomor else find_edisi(terbit, pada=konteks.periode.akhir) or konteks.tahun.organisasi
    is_milik_tahun = kini.pk == konteks.tahun.organisasi_id
    return PilihanEdisi(
        daftar=tuple((str(edisi.nomor), _sebut(edisi)) for edisi in daftar),
        kini=kini,
        nomor=str(kini.nomor),
        sebutan=_sebut(kini),
        bagian=_bagian(tampak) if is_milik_tahun else _muat(tampak, kini),
        is_milik_tahun=is_milik_tahun,
    )


def _bagian(tampak: RencanaTampak) -> BagianOrganisasi:
    data = tampak.hasil.data
    return BagianOrganisasi(
        instansi=data.instansi,
        daftar_unit=data.daftar_unit,
        daftar_jabatan=data.daftar_jabatan,
        daftar_pegawai=data.daftar_pegawai,
    )


def _muat(tampak: RencanaTampak, edisi: EdisiOrganisasi) -> BagianOrganisasi:
    edisi.instansi = tampak.konteks.tahun.instansi
    return load_bagian_organisasi(edisi)


def _sebut(edisi: EdisiOrganisasi) -> str:
    mulai = f"berlaku mulai {format_tanggal(edisi.berlaku_mulai)}" if edisi.berlaku_mulai else "tanggal tidak diketahui"
    konsep = ", konsep" if edisi.status == StatusEdisi.KONSEP else ""
    return f"Edisi {edisi.nomor}, {mulai}{konsep}"
