"""Search over what a reader sees of a year: names and codes, word by word, the best match first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.nama import make_kunci_nama
from tolok.core.rencana import JenisSimpul
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.tautan import Penaut

BATAS_HASIL: Final = 60


class HasilCari(NamedTuple):
    """One thing that was found."""

    jenis: str
    nama: str
    keterangan: str
    alamat: str


def search(tampak: TahunTampak, kata: str) -> tuple[HasilCari, ...]:
    """
    Return what matches every word of ``kata`` (letter case and spaces do not matter), at most ``BATAS_HASIL``.

    A code or name that begins with the words stands first, then one with a word that begins so, then the rest.
    """
    daftar_kata = make_kunci_nama(kata).split()
    if not daftar_kata:
        return ()
    cocok = []
    for urut, satu in enumerate(_list_semua(tampak)):
        teks = make_kunci_nama(f"{satu.nama} {satu.keterangan}")
        if all(bagian in teks for bagian in daftar_kata):
            cocok.append((_nilai(teks, daftar_kata), urut, satu))
    return tuple(satu for _, _, satu in sorted(cocok, key=lambda isi: isi[:2])[:BATAS_HASIL])


def _nilai(teks: str, daftar_kata: list[str]) -> int:
    if teks.startswith(" ".join(daftar_kata)):
        return 0
    awalan = teks.split()
    return 1 if all(any(kata.startswith(bagian) for kata in awalan) for bagian in daftar_kata) else 2


def _list_semua(tampak: TahunTampak) -> Iterator[HasilCari]:
    konteks, hasil, penaut = tampak.konteks, tampak.hasil, Penaut(tampak.konteks)
    terlihat: dict[str, None] = {}
    for kode in dict.fromkeys(edisi.indikator for edisi in hasil.data.daftar_indikator):
        edisi = hasil.edisi_indikator(kode, konteks.periode)
        if tampak.is_tampak(edisi):
            terlihat[kode] = None
            yield HasilCari("Indikator", edisi.nama, kode, penaut.find_alamat("indikator", kode=kode))
    if len(terlihat) == len({edisi.indikator for edisi in hasil.data.daftar_indikator}):
        for variabel in hasil.data.daftar_variabel:
            identitas = hasil.nilai_variabel(variabel.id, konteks.periode).identitas
            yield HasilCari("Variabel", variabel.label, variabel.id, penaut.find_alamat("angka", identitas=identitas))
    for simpul in hasil.data.daftar_simpul:
        if simpul.edisi == hasil.data.rencana_berlaku:
            jenis = "Tujuan" if simpul.jenis is JenisSimpul.TUJUAN else "Sasaran"
            yield HasilCari(jenis, simpul.uraian, simpul.id, _jangkar(penaut.find_alamat("pohon"), simpul.id))
    for anggaran in hasil.data.daftar_anggaran:
        if tampak.anggaran.is_simpul_tampak(anggaran.kode):
            jenis = {"program": "Program", "kegiatan": "Kegiatan"}.get(anggaran.tingkat.value, "Sub kegiatan")
            alamat = _jangkar(penaut.find_alamat("anggaran"), anggaran.kode)
            yield HasilCari(jenis, anggaran.nama, anggaran.kode, alamat)
    for unit in hasil.data.daftar_unit:
        yield HasilCari("Unit", unit.nama, unit.id, _jangkar(penaut.find_alamat("organisasi"), unit.id))


def _jangkar(alamat: str, id_baris: str) -> str:
    """Return the address of a row on a page (``""``: the page cannot be opened)."""
    return f"{alamat}#{id_baris}" if alamat else ""
