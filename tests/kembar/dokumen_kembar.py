"""All documents of one agency-year, as the command line makes them: LKjIP and the five forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.keterkaitan import compile_keterkaitan
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.penyusun.perjanjian import compile_perjanjian
from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
from tolok.core.penyusun.renstra import compile_renstra
from tolok.render.susunan.keterkaitan import layout_keterkaitan
from tolok.render.susunan.lkjip import layout_lkjip
from tolok.render.susunan.pengukuran import layout_pengukuran
from tolok.render.susunan.perjanjian import layout_perjanjian
from tolok.render.susunan.realisasi_anggaran import layout_realisasi_anggaran
from tolok.render.susunan.renstra import layout_renstra
from tolok.render.tata_letak import DaftarButir, Gambar, Isi, Judul, Naskah, Paragraf, Tabel, Teks, TeksGambar

JUDUL_CARA_HITUNG: Final = "Cara Setiap Angka Dihitung"
DAFTAR_DOKUMEN: Final[dict[str, Callable[[HasilTahun], Naskah]]] = {
    "lkjip": lambda hasil: layout_lkjip(compile_lkjip(hasil)),
    "pengukuran": lambda hasil: layout_pengukuran(compile_pengukuran(hasil)),
    "perjanjian": lambda hasil: layout_perjanjian(compile_perjanjian(hasil), sampul=True),
    "realisasi-anggaran": lambda hasil: layout_realisasi_anggaran(compile_realisasi_anggaran(hasil)),
    "renstra": lambda hasil: layout_renstra(compile_renstra(hasil)),
    "keterkaitan": lambda hasil: layout_keterkaitan(compile_keterkaitan(hasil)),
}


def list_pemunculan(naskah: Naskah) -> list[tuple[str, str]]:
    """Return identity and printed text of every quantity in reading order, walked here once more."""
    hasil: list[tuple[str, str]] = []
    for seksi in naskah.seksi:
        for blok in seksi.blok:
            match blok:
                case Paragraf():
                    hasil += _dari_isi(blok.isi)
                case DaftarButir():
                    hasil += [satu for butir in blok.butir for satu in _dari_isi(butir)]
                case Tabel():
                    daftar_sel = [sel for baris in (*blok.kepala, *blok.baris) for sel in baris]
                    daftar_paragraf = [paragraf for sel in daftar_sel for paragraf in sel.isi]
                    for paragraf in (*daftar_paragraf, *blok.catatan):
                        hasil += _dari_isi(paragraf.isi)
                case Gambar():
                    hasil += [(b.identitas, b.teks) for b in blok.bentuk if isinstance(b, TeksGambar) and b.identitas]
    return hasil


def list_kalimat(naskah: Naskah) -> Iterator[str]:
    """Yield every sentence, item and note, quantities left out, up to the annex that tells the computations."""
    for blok in (blok for seksi in naskah.seksi for blok in seksi.blok):
        match blok:
            case Judul(teks=teks) if teks.endswith(JUDUL_CARA_HITUNG):
                return
            case Paragraf():
                yield _teks_polos(blok.isi)
            case DaftarButir():
                yield from (_teks_polos(butir) for butir in blok.butir)
            case Tabel():
                yield from (_teks_polos(paragraf.isi) for paragraf in blok.catatan)


def _teks_polos(daftar: tuple[Isi, ...]) -> str:
    return "".join("\0" if isi.sel and isi.sel.identitas else isi.teks for isi in daftar if isinstance(isi, Teks))


def _dari_isi(daftar: tuple[Isi, ...]) -> list[tuple[str, str]]:
    return [(isi.sel.identitas, isi.teks) for isi in daftar if isinstance(isi, Teks) and isi.sel and isi.sel.identitas]
