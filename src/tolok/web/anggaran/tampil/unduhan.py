"""The table of the page as a list to be saved: the same rows and texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.anggaran import TOTAL
from tolok.core.jejak import Hasil
from tolok.web.anggaran.tampil.edisi import describe_dokumen
from tolok.web.anggaran.tampil.pilihan import Pilihan, list_periode, nama_periode
from tolok.web.anggaran.tampil.tabel import NAMA_TINGKAT, TabelAnggaran
from tolok.web.ui.unduhan import Isi, Unduhan

_TERSEMBUNYI: Final = "tidak ditampilkan"
_KEPALA: Final = ("Kode", "Tingkat", "Nama", "Sifat", "Penanggung jawab")
_LEBAR: Final = (8, 8, 28, 8, 14)


def make_unduhan(pilihan: Pilihan, isi: TabelAnggaran) -> Unduhan:
    """Return the rows of the table as a list to be saved."""
    data, edisi = pilihan.hasil.data, pilihan.edisi
    kepala_uang = _kepala_uang(pilihan)
    return Unduhan(
        nama_berkas=f"anggaran-{data.instansi.id}-{data.tahun}-{pilihan.periode.kunci}",
        judul=f"Pagu dan realisasi {pilihan.periode.label}",
        pengantar=f"Rupiah. Realisasi kumulatif. Serapan dan bagian terhadap {edisi.nama}.",
        penerbit=data.instansi.nama,
        pada=pilihan.periode.akhir,
        kepala=(*_KEPALA, *kepala_uang),
        lebar=(*_LEBAR, *([10] * len(kepala_uang))),
        daftar_baris=list(_daftar_baris(pilihan, isi, banyak=len(kepala_uang))),
        daftar_catatan=[
            f"{satu.nama} ({satu.jenis}): {describe_dokumen(satu)}. Cakupan: {satu.cakupan.rstrip('.')}."
            for satu in pilihan.daftar_edisi
        ],
    )


def _kepala_uang(pilihan: Pilihan) -> tuple[str, ...]:
    return (
        *(f"Pagu {edisi.nama}" for edisi in pilihan.daftar_edisi),
        *(f"Realisasi {nama_periode(satu)}" for satu in list_periode(pilihan.periode)),
        "Serapan (%)",
        "Bagian (%)",
    )


def _daftar_baris(pilihan: Pilihan, isi: TabelAnggaran, *, banyak: int) -> Iterator[tuple[Isi, ...]]:
    for baris in isi.daftar_baris:
        simpul = baris.simpul
        teks = (simpul.kode, NAMA_TINGKAT[simpul.tingkat], simpul.nama, simpul.sifat.value, simpul.penanggung_jawab)
        uang: tuple[Isi, ...] = (_TERSEMBUNYI,) * banyak
        if baris.uang is not None:
            uang = _isi_uang(pilihan, simpul.kode, banyak=banyak)
        yield (*teks, *uang)
    if isi.total is not None:
        yield ("", "", "Total", "", "", *_isi_uang(pilihan, TOTAL, banyak=banyak))


def _isi_uang(pilihan: Pilihan, kode: str, *, banyak: int) -> tuple[Isi, ...]:
    isi = tuple(Sel.from_hasil(hasil) for hasil in _uang(pilihan, kode))
    return (*isi, *([""] * (banyak - len(isi))))


def _uang(pilihan: Pilihan, kode: str) -> tuple[Hasil, ...]:
    anggaran, edisi = pilihan.hasil.anggaran, pilihan.edisi.id
    bagian = (anggaran.bagian(kode, edisi),) if pilihan.tampak.anggaran.is_seluruh else ()
    return (
        *(anggaran.pagu(kode, satu.id) for satu in pilihan.daftar_edisi),
        *(anggaran.realisasi(kode, satu) for satu in list_periode(pilihan.periode)),
        anggaran.serapan(kode, pilihan.periode, edisi),
        *bagian,
    )
