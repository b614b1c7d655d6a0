"""The list as a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tolok.web.penjelasan.daftar.baris import BarisIndikator
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.ui.lencana import get_lencana, list_lencana_nilai
from tolok.web.ui.unduhan import Unduhan

_KEPALA: Final = (
    "Sasaran", "Kode", "Indikator", "Tingkat", "Satuan", "Penanggung jawab",
    "Target", "Realisasi", "Capaian", "Predikat", "Keadaan", "Tanda",
)  # fmt: skip
_LEBAR: Final = (22, 8, 30, 8, 8, 18, 8, 9, 9, 10, 10, 14)


def make_unduhan(daftar: Iterable[BarisIndikator], konteks: Konteks) -> Unduhan:
    """Return the rows as a list to be saved."""
    organisasi = konteks.tahun.organisasi
    return Unduhan(
        nama_berkas=f"indikator-{konteks.instansi}-{konteks.periode.tahun}-{konteks.periode.kunci}",
        judul=f"Indikator kinerja {konteks.periode.label}",
        pengantar="Target, realisasi dari Januari sampai akhir periode, capaian, dan predikatnya.",
        penerbit=organisasi.nama,
        pada=konteks.periode.akhir,
        kepala=_KEPALA,
        lebar=_LEBAR,
        daftar_baris=[
            (
                baris.simpul,
                baris.kode,
                f"{'   ' if baris.is_bagian else ''}{baris.nama}",
                baris.tingkat,
                baris.satuan,
                baris.pemilik,
                baris.target.sel,
                baris.realisasi.sel,
                baris.capaian.sel,
                baris.predikat.sel,
                get_lencana(baris.status).kata if baris.status else "",
                "; ".join(satu.kata for satu in list_lencana_nilai(baris.realisasi.nilai))
                if baris.realisasi.nilai
                else "",
            )
            for baris in daftar
        ],
    )
