"""Which indicators and budget rows a file speaks of, each once, and which stored ones they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tolok.core.anggaran import SimpulAnggaran
from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, BerkasTerbaca, DokumenTerbaca, IndikatorTerbaca, Tingkat
from tolok.core.indikator import EdisiIndikator
from tolok.core.instansi import TahunInstansi
from tolok.ingest.alih.keputusan import BARU, LEWATI, Keputusan
from tolok.ingest.alih.padanan import Cara, Padanan, compare_nama, find_padanan, make_kunci
from tolok.ingest.alih.rancangan import JenisObjek, Objek

_PERORANGAN: Final = "individu"
_ATAS: Final = frozenset({"tujuan", "sasaran", ""})
"""Levels of the agency itself; the others are those of its budget."""
_TANPA_SATUAN: Final = "Satuannya tidak tercetak, jadi tidak dapat dibuat sebagai indikator baru."
_TANPA_KODE: Final = "Kodenya tidak tercetak, jadi tidak dapat dibuat sebagai baris anggaran baru."
_AMBANG_KODE: Final = Angka(1, 2)


@dataclass(slots=True)
class PetaObjek:
    """The objects of a file by their key, and the object of each of its rows by (document, row)."""

    daftar: dict[str, Objek] = field(default_factory=dict)
    per_indikator: dict[tuple[int, int], str] = field(default_factory=dict)
    per_anggaran: dict[tuple[int, int], str] = field(default_factory=dict)


def find_objek(berkas: BerkasTerbaca, data: TahunInstansi, keputusan: Keputusan) -> PetaObjek:
    """
    Return what the rows of a file are about.

    Rows of individual indicators and of totals are about nothing that is stored, and are left out.
    """
    peta = PetaObjek()
    pencari = _Pencari(data)
    for nomor, dokumen in enumerate(berkas.dokumen):
        for urut, indikator in enumerate(dokumen.indikator):
            if indikator.tingkat != _PERORANGAN and indikator.nama.strip():
                kunci = _kunci("i", "" if indikator.tingkat in _ATAS else indikator.tingkat, indikator.nama)
                if indikator.tingkat == "tujuan":
                    kunci = _kunci("i", "tujuan", indikator.nama)
                peta.per_indikator[nomor, urut] = kunci
                if kunci not in peta.daftar:
                    peta.daftar[kunci] = _make_indikator(kunci, nomor, indikator, pencari, keputusan)
        for urut, anggaran, induk in _list_anggaran(dokumen):
            kunci_induk = peta.per_anggaran.get((nomor, induk), "") if induk is not None else ""
            kunci = _kunci("a", anggaran.tingkat.value, anggaran.kode or anggaran.nama, anggaran.nama, kunci_induk)
            peta.per_anggaran[nomor, urut] = kunci
            if kunci not in peta.daftar:
                induk_objek = peta.daftar.get(kunci_induk)
                peta.daftar[kunci] = _make_anggaran(kunci, nomor, anggaran, induk_objek, pencari, keputusan)
    return peta


def _list_anggaran(dokumen: DokumenTerbaca) -> Iterator[tuple[int, AnggaranTerbaca, int | None]]:
    """Yield the budget rows that are no totals: index, row, and the index of the row above in the document."""
    urut_per_tabel: dict[int | None, list[int]] = {}
    for urut, baris in enumerate(dokumen.anggaran):
        milik = urut_per_tabel.setdefault(baris.tabel, [])
        milik.append(urut)
        if baris.tingkat is Tingkat.TOTAL or not baris.nama.strip():
            continue
        induk = milik[baris.induk] if baris.induk is not None and baris.induk < len(milik) else None
        yield urut, baris, induk


class _Pencari:
    """Finds stored objects by their names and codes."""

    def __init__(self, data: TahunInstansi) -> None:
        terukur = [edisi for edisi in data.daftar_indikator if edisi.gabungan is None]
        self._indikator: dict[str, list[EdisiIndikator]] = {}
        for edisi in terukur:
            self._indikator.setdefault(edisi.indikator, []).append(edisi)
        self._anggaran = data.daftar_anggaran
        self._per_kode = {_rapikan_kode(simpul.kode): simpul for simpul in data.daftar_anggaran}

    def indikator(self, baca: IndikatorTerbaca) -> Padanan | None:
        """Return the indicator a row means: among those of its level first, then among all."""
        semua = [(edisi.indikator, edisi.nama) for daftar in self._indikator.values() for edisi in daftar]
        setingkat = [
            (edisi.indikator, edisi.nama)
            for daftar in self._indikator.values()
            for edisi in daftar
            if edisi.tingkat == (baca.tingkat or "sasaran")
        ]
        padanan = find_padanan(baca.nama, setingkat)
        if padanan is not None and padanan.cara is Cara.NAMA:
            return padanan
        return find_padanan(baca.nama, semua) or padanan

    def anggaran(self, baca: AnggaranTerbaca, induk: Objek | None) -> Padanan | None:
        """Return the budget row a row means: by code if the name bears it out, else by name below its parent."""
        ada = self._per_kode.get(_rapikan_kode(baca.kode)) if baca.kode else None
        if ada is not None:
            if make_kunci(ada.nama) == make_kunci(baca.nama):
                return Padanan(ada.kode, Cara.KODE)
            if compare_nama(ada.nama, baca.nama) >= _AMBANG_KODE:
                return Padanan(ada.kode, Cara.MIRIP)
        setingkat = [s for s in self._anggaran if s.tingkat == baca.tingkat.value]
        milik_induk = [s for s in setingkat if induk is None or s.induk == (induk.pilihan or induk.usul)]
        for daftar in (milik_induk, setingkat):
            if padanan := find_padanan(baca.nama, _pasangan(daftar)):
                # Under another parent, the same name is no proof.
                is_terbukti = padanan.cara is Cara.NAMA and daftar is milik_induk
                return padanan if is_terbukti else Padanan(padanan.id, Cara.MIRIP)
        return None


def _pasangan(daftar: list[SimpulAnggaran]) -> Iterator[tuple[str, str]]:
    return ((simpul.kode, simpul.nama) for simpul in daftar)


def _make_indikator(kunci: str, nomor: int, baca: IndikatorTerbaca, pencari: _Pencari, keputusan: Keputusan) -> Objek:
    padanan = pencari.indikator(baca)
    is_bawah = baca.tingkat not in _ATAS
    return Objek(
        kunci=kunci,
        jenis=JenisObjek.INDIKATOR,
        nama=" ".join(baca.nama.split()),
        keterangan=" ".join((baca.sasaran or baca.program).split()),
        usul=padanan.id if padanan else "",
        cara=padanan.cara if padanan else None,
        # What belongs to a program or kegiatan is not asked about unless it is known.
        pilihan=keputusan.padanan.get(kunci) or _pilih(padanan) or (LEWATI if is_bawah and not padanan else ""),
        masalah="" if baca.satuan.strip() else _TANPA_SATUAN,
        contoh=baca,
        dokumen=nomor,
    )


def _make_anggaran(
    kunci: str, nomor: int, baca: AnggaranTerbaca, induk: Objek | None, pencari: _Pencari, keputusan: Keputusan
) -> Objek:
    padanan = pencari.anggaran(baca, induk)
    return Objek(
        kunci=kunci,
        jenis=JenisObjek.ANGGARAN,
        nama=" ".join(baca.nama.split()),
        keterangan=" ".join(f"{baca.tingkat.value} {baca.kode}".split()),
        usul=padanan.id if padanan else "",
        cara=padanan.cara if padanan else None,
        pilihan=keputusan.padanan.get(kunci) or _pilih(padanan),
        masalah="" if baca.kode.strip() else _TANPA_KODE,
        contoh=baca,
        dokumen=nomor,
        induk=induk.kunci if induk is not None else "",
    )


def _pilih(padanan: Padanan | None) -> str:
    return padanan.id if padanan is not None and padanan.cara is not Cara.MIRIP else ""


def _rapikan_kode(kode: str) -> str:
    """Return a code as it is compared: leading zeros of its parts do not count, nor does a point at its end."""
    bagian = kode.replace(" ", "").strip(".").split(".")
    return ".".join(satu.lstrip("0") or "0" for satu in bagian)


def _kunci(awal: str, *bagian: str) -> str:
    isi = "\n".join(make_kunci(satu) or satu for satu in bagian)
    return f"{awal}{hashlib.sha256(isi.encode()).hexdigest()[:12]}"


def list_pilihan_baru(objek: Objek) -> tuple[str, ...]:
    """Return the choices of an object beside the stored ones."""
    return (LEWATI,) if objek.masalah else (LEWATI, BARU)
