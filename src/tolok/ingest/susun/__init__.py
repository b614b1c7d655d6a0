"""
Blocks become logical tables: parts joined, heads resolved to their meaning, slipped and cut rows put right, cells that
list several values split, and the caption, year, quarter and sasaran of each found in the text around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tolok.core.bacaan.blok import TANPA_LETAK, Berkas
from tolok.core.bacaan.dokumen import TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.susun.arti import NILAI_KINERJA, Arti, Kolom
from tolok.ingest.susun.jenis_sel import JenisSel, detect_jenis
from tolok.ingest.susun.judul import Sekitar, read_sekitar
from tolok.ingest.susun.kepala import read_deret_kepala
from tolok.ingest.susun.lanjut import join_lanjutan
from tolok.ingest.susun.luruskan import realign_baris
from tolok.ingest.susun.pecah import Kamus, is_nama_tunggal, list_nilai, make_kamus, split_baris
from tolok.ingest.susun.petak_isi import Baris, Isi
from tolok.ingest.susun.sambung import Gabungan, join_tabel


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelSusun:
    """
    A logical table with what recognisers need beside it.

    ``tabel.indeks`` counts over the file. ``kolom[k]`` is what head ``k`` says. ``isi[b][k]`` is the cell
    ``tabel.isi[b][k]`` with its marks: ``is_ulang`` where a merged cell is repeated. ``blok``: indices of its blocks.
    """

    tabel: TabelTerbaca
    kolom: tuple[Kolom, ...]
    isi: tuple[tuple[Isi, ...], ...]
    sekitar: Sekitar
    blok: tuple[int, ...]

    def find_kolom(self, *arti: Arti) -> tuple[int, ...]:
        """Return the columns of these meanings, in their order."""
        return tuple(k for k, kolom in enumerate(self.kolom) if kolom.arti in arti)

    def first_kolom(self, *arti: Arti) -> int | None:
        """Return the first column of the first of these meanings that the table has, or ``None``."""
        return next((k for a in arti for k in self.find_kolom(a)), None)

    def read_teks(self, b: int, k: int | None) -> str:
        """Return the text of a cell, or ``""`` for a column the table does not have."""
        return "" if k is None else self.tabel.isi[b][k]


def compose_tabel(berkas: Berkas) -> tuple[TabelSusun, ...]:
    """Return the logical tables of a file in reading order."""
    daftar = [_Kasar(gabungan) for gabungan in join_tabel(berkas.daftar_blok)]
    kamus = make_kamus([nama for kasar in daftar for nama in kasar.list_nama()])
    return tuple(kasar.finish(urut, berkas, kamus) for urut, kasar in enumerate(daftar))


_UANG: Final = {Arti.TARGET: Arti.PAGU, Arti.REALISASI: Arti.REALISASI_ANGGARAN, Arti.CAPAIAN: Arti.PERSEN_ANGGARAN}


class _Kasar:
    """A joined table whose rows stand in the columns of its head; names of it help to part the cells of others."""

    def __init__(self, gabungan: Gabungan) -> None:
        self._gabungan = gabungan
        tingkat = gabungan.kepala.tingkat or ((),) * gabungan.lebar
        self._kepala = tuple(" / ".join(t) for t in tingkat)
        kolom = read_deret_kepala(tingkat)
        baris = join_lanjutan(realign_baris(gabungan.baris, kolom), kolom, gabungan.sambungan)
        self._kolom = _fix_uang(kolom, baris)
        self._baris = baris

    def list_nama(self) -> list[str]:
        """Return the names that stand alone in rows which list no other values."""
        return [
            isi.teks
            for baris in self._baris
            if not any(list_nilai(isi.teks, kolom) for isi, kolom in zip(baris, self._kolom, strict=True))
            for isi, kolom in zip(baris, self._kolom, strict=True)
            if is_nama_tunggal(isi, kolom)
        ]

    def finish(self, urut: int, berkas: Berkas, kamus: Kamus) -> TabelSusun:
        """Return the finished table."""
        gabungan = self._gabungan
        isi = tuple(tuple(b) for baris in self._baris for b in split_baris(baris, self._kolom, kamus))
        sekitar = read_sekitar(
            berkas.daftar_blok,
            awal=gabungan.blok[0],
            akhir=gabungan.blok[-1],
            judul_dalam=[*gabungan.kepala.judul, *filter(None, [gabungan.judul])],
        )
        nomor = f"Tabel {sekitar.nomor}" if sekitar.nomor else None
        isi = tuple(tuple(_name_tabel(sel, nomor) for sel in baris) for baris in isi)
        tabel = TabelTerbaca(
            indeks=urut,
            nomor=sekitar.nomor,
            judul=sekitar.judul,
            kepala=self._kepala,
            isi=tuple(tuple(sel.teks for sel in baris) for baris in isi),
            letak=replace(berkas.daftar_blok[gabungan.blok[0]].letak, tabel=nomor),
            letak_isi=tuple(tuple(sel.letak for sel in baris) for baris in isi),
            arti=tuple(str(kolom.arti) for kolom in self._kolom),
            tahun=sekitar.tahun,
            triwulan=sekitar.triwulan,
            sasaran=sekitar.sasaran,
        )
        return TabelSusun(tabel=tabel, kolom=self._kolom, isi=isi, sekitar=sekitar, blok=tuple(gabungan.blok))


def _name_tabel(isi: Isi, nomor: str | None) -> Isi:
    return isi if isi.letak is TANPA_LETAK else isi._replace(letak=_letak_bernama(isi.letak, nomor))


def _letak_bernama(letak: Letak, nomor: str | None) -> Letak:
    return letak if nomor is None or letak.tabel else replace(letak, tabel=nomor)


def _fix_uang(daftar_kolom: tuple[Kolom, ...], daftar_baris: Sequence[Baris]) -> tuple[Kolom, ...]:
    """
    Return the columns with money told from performance by what they hold, where the heads do not say it.

    "Program | Target | Realisasi | %" over amounts is a budget table: its columns hold rupiah, and "%" is their share.
    """
    hasil = list(daftar_kolom)
    for k, kolom in enumerate(daftar_kolom):
        if kolom.arti in (Arti.TARGET, Arti.REALISASI) and _is_kolom_uang(daftar_baris, k):
            hasil[k] = replace(kolom, arti=_UANG[kolom.arti], satuan="Rp")
    if hasil != list(daftar_kolom) and not any(kolom.arti in NILAI_KINERJA - {Arti.CAPAIAN} for kolom in hasil):
        hasil = [replace(k, arti=_UANG[k.arti], satuan="%") if k.arti is Arti.CAPAIAN else k for k in hasil]
    return tuple(hasil)


def _is_kolom_uang(daftar_baris: Sequence[Baris], k: int) -> bool:
    """Whether nearly every number of a column is an amount of money."""
    jenis = [detect_jenis(baris[k].teks) for baris in daftar_baris]
    uang = jenis.count(JenisSel.UANG)
    lain = sum(1 for satu in jenis if satu not in (JenisSel.UANG, JenisSel.KOSONG, JenisSel.STRIP))
    return uang > 0 and lain * 5 <= uang and not _is_cacah(daftar_baris, k)


def _is_cacah(daftar_baris: Sequence[Baris], k: int) -> bool:
    """Whether the amounts of a column are small enough to be counts (below a hundred thousand) and none says Rp."""
    daftar = [baris[k].teks for baris in daftar_baris if detect_jenis(baris[k].teks) is JenisSel.UANG]
    return all("rp" not in teks.casefold() and len("".join(filter(str.isdigit, teks))) <= 6 for teks in daftar)
