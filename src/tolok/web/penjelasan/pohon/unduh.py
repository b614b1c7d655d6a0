"""The tree as a file: one line a node, indented by level."""

from __future__ import annotations

from typing import Final

from tolok.web.penjelasan.pohon import PohonKinerja
from tolok.web.penjelasan.pohon.baris import AngkaBaris, BarisPohon
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.ui.lencana import get_lencana
from tolok.web.ui.unduhan import Isi, Unduhan

_KEPALA: Final = (
    "Tingkat", "Kode", "Uraian", "Indikator", "Penanggung jawab",
    "Target", "Capaian", "Keadaan", "Pagu (Rp)", "Periksa",
)  # fmt: skip
_LEBAR: Final = (9, 8, 34, 22, 18, 8, 8, 10, 13, 14)


def make_unduhan(pohon: PohonKinerja, konteks: Konteks) -> Unduhan:
    """Return the rows of the page as a list to be saved."""
    data, edisi = pohon.pilihan.hasil.data, pohon.pilihan.edisi
    dipakai = "" if pohon.pilihan.is_berlaku else f" Edisi ini tidak dipakai untuk laporan {data.tahun}."
    return Unduhan(
        nama_berkas=f"pohon-kinerja-{data.instansi.id}-{data.tahun}-{konteks.periode.kunci}",
        judul=f"Pohon kinerja {konteks.periode.label}",
        pengantar=f"{edisi.nama}.{dipakai} Pagu menurut {pohon.nama_pagu or 'edisi yang belum ada'}.",
        penerbit=data.instansi.nama,
        pada=konteks.periode.akhir,
        kepala=_KEPALA,
        lebar=_LEBAR,
        daftar_baris=[_baris(satu) for satu in pohon.daftar_baris],
        daftar_catatan=pohon.daftar_merata,
    )


def _baris(baris: BarisPohon) -> tuple[Isi, ...]:
    return (
        baris.kata_jenis,
        baris.kode,
        f"{'   ' * baris.dalam}{baris.nama}",
        baris.keterangan,
        baris.pemilik,
        _isi(baris.target),
        _isi(baris.capaian),
        get_lencana(baris.status).kata if baris.status else "",
        _isi(baris.pagu),
        "; ".join(baris.kata_tanda),
    )


def _isi(angka: AngkaBaris | None) -> Isi:
    return "" if angka is None else angka.sel
