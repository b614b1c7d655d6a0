"""Which programs and kegiatan serve a sasaran or an indicator, as printed beside it."""

from __future__ import annotations

from typing import NamedTuple

from tolok.core.anggaran import SimpulAnggaran, TingkatAnggaran
from tolok.core.instansi import TahunInstansi
from tolok.core.penyusun.anggaran import walk_anggaran


class Pendukung(NamedTuple):
    """A budget node in a list of supporters; one that stands there only as the heading of others does not serve."""

    simpul: SimpulAnggaran
    is_melayani: bool


def list_pendukung(data: TahunInstansi, simpul: str, *daftar_indikator: str) -> tuple[Pendukung, ...]:
    """
    Return the programs and kegiatan mapped to a sasaran, for the given indicators (``""``: mapped to none).

    Every node follows the nearest mapped node at or above it. A sub-kegiatan is listed only where it is mapped itself;
    a program that serves only in part stands as a heading.
    """
    layanan: dict[str, set[tuple[str, str]]] = {}
    for baris in data.daftar_pemetaan:
        if baris.edisi == data.pemetaan_berlaku:
            layanan.setdefault(baris.kode, set()).add((_simpul(data, baris.simpul, baris.indikator), baris.indikator))
    dicari = {(simpul, indikator) for indikator in daftar_indikator}
    induk = {satu.kode: satu.induk for satu in data.daftar_anggaran}
    urutan = list(walk_anggaran(data))
    warisan: dict[str, set[tuple[str, str]]] = {"": set()}
    for satu in urutan:
        warisan[satu.kode] = layanan.get(satu.kode) or warisan[satu.induk]
    melayani = {
        satu.kode
        for satu in urutan
        if warisan[satu.kode] & dicari and (satu.tingkat is not TingkatAnggaran.SUBKEGIATAN or satu.kode in layanan)
    }
    tampil = set(melayani)
    for kode in melayani:
        while kode := induk[kode]:
            tampil.add(kode)
    return tuple(Pendukung(satu, satu.kode in melayani) for satu in urutan if satu.kode in tampil)


def _simpul(data: TahunInstansi, simpul: str, indikator: str) -> str:
    """Return the node a mapping row serves; a row that names only the indicator serves the node of that."""
    return simpul or next((satu.simpul for satu in data.daftar_indikator if satu.indikator == indikator), "")
