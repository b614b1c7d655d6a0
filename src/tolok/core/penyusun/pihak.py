"""Who signs a form: the holder of a position on its day, and the day its files carry."""

from __future__ import annotations

from datetime import date

from tolok.core.dokumen.teks import Penanda
from tolok.core.instansi import TahunInstansi
from tolok.core.penyusun.pejabat import AWALAN_STATUS, find_pejabat
from tolok.core.periode import format_tanggal

RUAS_KOSONG = "." * 30
"""A blank that is filled in by hand."""


def compile_pihak(data: TahunInstansi, *daftar_dokumen: str, pada: date) -> tuple[Penanda, date]:
    """
    Return the signer of a document and the day its files carry.

    The package may name a signer for any of ``daftar_dokumen``; the first that it knows counts. Without one the head
    of the agency signs: the first position in the top unit.

    :param pada: the day whose holder signs, and the day of the files, where the date of signing is unknown
    """
    per_dokumen = {satu.dokumen: satu for satu in reversed(data.daftar_penandatangan)}
    satu = next((per_dokumen[nama] for nama in daftar_dokumen if nama in per_dokumen), None)
    jabatan = satu.jabatan if satu else find_jabatan_kepala(data)
    tempat = satu.tempat if satu else data.instansi.kota
    tanggal = satu.tanggal if satu else None
    penanda = make_pihak(data, jabatan=jabatan, tempat=tempat, tanggal=tanggal, pada=pada)
    return penanda, tanggal or pada


def make_pihak(data: TahunInstansi, *, jabatan: str, tempat: str, tanggal: date | None, pada: date) -> Penanda:
    """
    Return a signer by position; whatever is unknown is a blank to fill in.

    :param jabatan: id of a position; ``""`` for the head of an agency whose positions the package does not list
    :param pada: the day whose holder signs where the date of signing is unknown
    """
    nama = next((satu.nama for satu in data.daftar_jabatan if satu.id == jabatan), "")
    nama = nama or jabatan or f"Kepala {data.instansi.nama}"
    tercetak = format_tanggal(tanggal) if tanggal else RUAS_KOSONG
    pejabat = find_pejabat(data, jabatan, tanggal or pada)
    if pejabat is None:
        return Penanda(tempat, tercetak, nama, RUAS_KOSONG)
    return Penanda(tempat, tercetak, AWALAN_STATUS[pejabat.status] + nama, pejabat.nama, pejabat.pangkat, pejabat.nip)


def find_jabatan_kepala(data: TahunInstansi) -> str:
    """Return the id of the head of the agency: the first position in the top unit, ``""`` if there is none."""
    daftar_atas = {unit.id for unit in data.daftar_unit if not unit.induk}
    return next((satu.id for satu in data.daftar_jabatan if satu.unit in daftar_atas), "")
