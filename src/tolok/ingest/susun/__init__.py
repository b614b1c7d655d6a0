"""
Blocks become logical tables: parts joined, heads resolved to their meaning, slipped and cut rows put right, cells that
list several values split, and the caption, year, quarter and sasaran of each found in the text around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tolok.core.bacaan.blok import TANPA_LETAK, Berkas
from tolok.core.bacaan.dokumen import TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.susun.arti import Arti, Kolom
from tolok.ingest.susun.judul import Bagian, Sekitar, read_sekitar
from tolok.ingest.susun.kepala import read_deret_kepala
from tolok.ingest.susun.lanjut import join_lanjutan
from tolok.ingest.susun.luruskan import count_lebar, fit_baris, realign_baris
from tolok.ingest.susun.pecah import Kamus, is_nama_tunggal, list_nilai, make_kamus, split_baris
from tolok.ingest.susun.petak_isi import Isi
from tolok.ingest.susun.sambung import Gabungan, join_tabel
from tolok.ingest.susun.uang import fix_uang
from tolok.ingest.susun.uraian import fix_uraian

_KETERANGAN: Final = 80
"""Letters of a line that only says how amounts are given."""


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
    bagian = Bagian(berkas.daftar_blok)
    daftar = [_Kasar(gabungan, berkas, bagian) for gabungan in join_tabel(berkas.daftar_blok)]
    kamus = make_kamus([nama for kasar in daftar for nama in kasar.list_nama()])
    return tuple(kasar.finish(urut, kamus) for urut, kasar in enumerate(daftar))


class _Kasar:
    """A joined table whose rows stand in the columns of its head; names of it help to part the cells of others."""

    def __init__(self, gabungan: Gabungan, berkas: Berkas, bagian: Bagian) -> None:
        self._gabungan = gabungan
        self._letak = berkas.daftar_blok[gabungan.blok[0]].letak
        self._sekitar = read_sekitar(
            berkas.daftar_blok,
            awal=gabungan.blok[0],
            akhir=gabungan.blok[-1],
            judul_dalam=[*gabungan.kepala.judul, *filter(None, [gabungan.judul])],
            bagian=bagian.list_bagian(gabungan.blok[0]),
        )
        tingkat = gabungan.kepala.tingkat or ((),) * gabungan.lebar
        tingkat = tingkat[: count_lebar(gabungan.baris, tingkat)]
        self._kepala = tuple(" / ".join(t) for t in tingkat)
        dekat = [p.teks for p in self._sekitar.paragraf[-2:] if len(p.teks) <= _KETERANGAN]
        judul = " ".join((self._sekitar.judul, *self._sekitar.judul_dalam, *dekat))
        baris = fit_baris(gabungan.baris, len(tingkat))
        kolom = fix_uraian(fix_uang(read_deret_kepala(tingkat), self._kepala, baris, judul), baris)
        self._kolom = kolom
        self._baris = join_lanjutan(realign_baris(baris, kolom), kolom, gabungan.sambungan)

    def list_nama(self) -> list[str]:
        """Return the names that stand alone in rows which list no other values."""
        return [
            isi.teks
            for baris in self._baris
            if not any(list_nilai(isi.teks, kolom) for isi, kolom in zip(baris, self._kolom, strict=True))
            for isi, kolom in zip(baris, self._kolom, strict=True)
            if is_nama_tunggal(isi, kolom)
        ]

    def finish(self, urut: int, kamus: Kamus) -> TabelSusun:
        """Return the finished table."""
        gabungan = self._gabungan
        isi = tuple(tuple(b) for baris in self._baris for b in split_baris(baris, self._kolom, kamus))
        sekitar = self._sekitar
        nomor = f"Tabel {sekitar.nomor}" if sekitar.nomor else None
        isi = tuple(tuple(_name_tabel(sel, nomor) for sel in baris) for baris in isi)
        tabel = TabelTerbaca(
            indeks=urut,
            nomor=sekitar.nomor,
            judul=sekitar.judul,
            kepala=self._kepala,
            isi=tuple(tuple(sel.teks for sel in baris) for baris in isi),
            letak=replace(self._letak, tabel=nomor),
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
