"""Who signs a document: the position named for it, and whoever held that position on that day."""

from __future__ import annotations

from datetime import date
from typing import Final

from tolok.core.dokumen.teks import Penanda
from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Pejabat, StatusPejabat
from tolok.core.periode import Periode, format_tanggal

AWALAN_STATUS: Final = {StatusPejabat.DEFINITIF: "", StatusPejabat.PLT: "Plt. ", StatusPejabat.PLH: "Plh. "}


def compile_penanda(data: TahunInstansi, dokumen: str) -> Penanda:
    """
    Return the signer of a document.

    A document without a date is signed by whoever holds the position at the end of the reporting year, and its date
    is left open to be written by hand.
    """
    baris = next((satu for satu in data.daftar_penandatangan if satu.dokumen == dokumen), None)
    if baris is None:
        return Penanda(data.instansi.kota, "", f"Kepala {data.instansi.nama}")
    tanggal = baris.tanggal or Periode(data.tahun).akhir
    pejabat = find_pejabat(data, baris.jabatan, tanggal)
    jabatan = next((satu.nama for satu in data.daftar_jabatan if satu.id == baris.jabatan), baris.jabatan)
    tercetak = format_tanggal(baris.tanggal) if baris.tanggal else ""
    if pejabat is None:
        return Penanda(baris.tempat, tercetak, jabatan)
    return Penanda(
        baris.tempat, tercetak, AWALAN_STATUS[pejabat.status] + jabatan, pejabat.nama, pejabat.pangkat, pejabat.nip
    )


def find_pejabat(data: TahunInstansi, jabatan: str, tanggal: date) -> Pejabat | None:
    """Return who held a position on a day: the greatest ``berlaku_mulai`` on or before it."""
    daftar = [satu for satu in data.daftar_pejabat if satu.jabatan == jabatan and satu.berlaku_mulai <= tanggal]
    return max(daftar, key=lambda satu: (satu.berlaku_mulai, satu.dicatat_pada), default=None)
