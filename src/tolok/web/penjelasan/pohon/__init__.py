"""The performance tree: from tujuan to sub kegiatan, in the plan edition in force or in another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.hasil.anggaran import TOTAL
from tolok.web.penjelasan.pohon.baris import BarisPohon, Kekurangan
from tolok.web.penjelasan.pohon.edisi import PilihanEdisi, choose_edisi
from tolok.web.penjelasan.pohon.saring import SARINGAN, describe_isi, filter_baris, limit_baris, put_tanda
from tolok.web.penjelasan.pohon.susun import BELUM_TERSAMBUNG, JENIS_PER_TINGKAT, PenyusunPohon
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.tautan import Penaut, TeksAngka

__all__ = ["BATAS_BARIS", "SARINGAN", "BarisPohon", "PohonKinerja", "make_pohon"]

BATAS_BARIS: Final = 400
"""Longer trees open down to their programs."""


@dataclass(frozen=True, slots=True)
class PohonKinerja:
    """
    Everything the page shows.

    ``kata_cocok`` says how many nodes the search found, ``jumlah_tanda`` how many carry a badge (``""``: none);
    ``daftar_merata`` what no budget node of a level has.
    """

    pilihan: PilihanEdisi
    daftar_baris: tuple[BarisPohon, ...]
    kata_cocok: str
    jumlah_tanda: str
    lepas: tuple[str, ...]
    daftar_merata: tuple[str, ...]
    isi: str
    nama_pagu: str
    pagu_total: TeksAngka | None


def make_pohon(
    tampak: AngkaTampak,
    penaut: Penaut,
    *,
    edisi: str = "",
    cari: str = "",
    saring: str = "",
    dibuka: str = "",
    batas: int | None = BATAS_BARIS,
) -> PohonKinerja:
    """
    Return the tree as the reader sees it.

    :param edisi: the plan edition (``""``: the one in force)
    :param dibuka: in a long tree, the program whose rows are shown
    :param batas: from so many rows on a tree is long; ``None``: never
    :raises Http404: if there is no such edition
    """
    pilihan = choose_edisi(tampak.hasil, edisi)
    semua, merata = put_tanda(PenyusunPohon(tampak, pilihan, penaut).susun())
    daftar, jumlah = filter_baris(semua, cari=cari, saring=saring)
    if batas is not None and not (cari or saring):
        daftar = limit_baris(
            daftar, batas=batas, dibuka=dibuka, make_alamat=lambda kode: f"?buka={kode}#program-{kode}"
        )
    hasil = pilihan.hasil
    edisi_pagu = hasil.anggaran.edisi_untuk(tampak.tahun.konteks.periode)
    total = hasil.pagu(TOTAL, edisi_pagu) if edisi_pagu else None
    return PohonKinerja(
        pilihan=pilihan,
        daftar_baris=daftar,
        kata_cocok=f"{format_angka(Angka(jumlah))} cocok",
        jumlah_tanda=format_angka(Angka(banyak)) if (banyak := sum(bool(b.daftar_tanda) for b in semua)) else "",
        lepas=tuple(b.nama for b in semua if b.induk == BELUM_TERSAMBUNG and Kekurangan.INDUK in b.kekurangan),
        daftar_merata=merata,
        isi=describe_isi(
            semua,
            [
                JENIS_PER_TINGKAT[simpul.tingkat]
                for simpul in hasil.data.daftar_anggaran
                if tampak.tahun.anggaran.is_simpul_tampak(simpul.kode)
            ],
        ),
        nama_pagu=hasil.anggaran.edisi_per_id[edisi_pagu].nama if edisi_pagu else "",
        pagu_total=penaut.angka(total) if total is not None and tampak.is_tampak(total) else None,
    )
