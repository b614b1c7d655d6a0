"""What the forms share: title, footnotes, and row groups that survive a page break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import Kalimat, Penanda
from tolok.core.organisasi import Instansi
from tolok.render.susunan.ukuran_teks import wrap_teks
from tolok.render.susunan.unsur import Bahan, keterangan, paragraf, sel_teks, tanda_catatan
from tolok.render.tata_letak import Blok, Judul, KolomTandaTangan, Paragraf, SelTabel, TandaTangan

_LEBAR_PENANDA = 700
_HURUF_PENANDA = 11
_BARIS_KOSONG = "\u00a0"


def kepala_formulir(judul: str, instansi: Instansi, *, tingkat: int) -> tuple[Blok, ...]:
    """Return the title of a form with the agency below it; ``tingkat`` is the level of the heading."""
    return (
        Judul(tingkat, judul),
        paragraf(instansi.nama, gaya="tengah", tebal=True),
        paragraf(instansi.pemerintah, gaya="tengah"),
    )


def kaki_formulir(catatan: Sequence[CatatanTabel], kaki: Sequence[Kalimat]) -> tuple[Paragraf, ...]:
    """Return what stands under a table: the numbered footnotes, then the remarks."""
    return (
        *(keterangan(f"{tanda_catatan(satu.nomor)} ", *satu.isi) for satu in catatan),
        *(keterangan(*satu) for satu in kaki),
    )


def bagi_rata(jumlah: int, paling_banyak: int) -> tuple[int, ...]:
    """Split ``jumlah`` rows into the fewest groups of at most ``paling_banyak``, sizes as equal as can be."""
    kelompok = -(-jumlah // paling_banyak)
    return tuple((jumlah + urut) // kelompok for urut in reversed(range(kelompok)))


def susun_kelompok(
    kiri: Iterable[tuple[SelTabel, ...]], kanan: Sequence[Sequence[SelTabel]], ukuran: Sequence[int]
) -> Iterator[tuple[SelTabel, ...]]:
    """
    Yield table rows: group by group the cells at the left, spanning the rows of the group, and beside them ``kanan``.

    :param kiri: for each group its left cells, already as high as the group
    :param ukuran: rows of each group
    """
    awal = 0
    for daftar_sel, tinggi in zip(kiri, ukuran, strict=True):
        yield (*daftar_sel, *kanan[awal])
        yield from (tuple(satu) for satu in kanan[awal + 1 : awal + tinggi])
        awal += tinggi


def sel_lanjutan(*bahan: Bahan, kolom: int, baris: int) -> SelTabel:
    """Return the wide cell that stands at the left of rows which continue a group, or belong to no single row."""
    return sel_teks(*bahan, kolom=kolom, baris=baris)


def dua_penanda(kiri: tuple[str, Penanda], kanan: tuple[str, Penanda]) -> TandaTangan:
    """
    Return two signers side by side, each under a title ("Pihak Kedua,"); place and date stand over the right one.

    Lines are broken here and padded, so that both names stand at the same height.
    """
    atas = [_atas(*kiri, is_bertanggal=False), _atas(*kanan, is_bertanggal=True)]
    tinggi = max(len(satu) for satu in atas)
    return TandaTangan(
        tuple(
            KolomTandaTangan((*baris, *(_BARIS_KOSONG,) * (tinggi - len(baris))), _bawah(penanda))
            for baris, (_, penanda) in zip(atas, (kiri, kanan), strict=True)
        )
    )


def _atas(sebutan: str, penanda: Penanda, *, is_bertanggal: bool) -> tuple[str, ...]:
    tempat = ", ".join(satu for satu in (penanda.tempat, penanda.tanggal) if satu)
    jabatan = wrap_teks(penanda.jabatan, lebar=_LEBAR_PENANDA, ukuran=_HURUF_PENANDA)
    return (tempat if is_bertanggal else _BARIS_KOSONG, sebutan, *jabatan)


def _bawah(penanda: Penanda) -> tuple[str, ...]:
    nip = f"NIP {penanda.nip}" if penanda.nip else ""
    return tuple(satu for satu in (penanda.nama, penanda.pangkat, nip) if satu)
