"""The grid as a list to be saved: the rows and texts that are seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tolok.core.dokumen.sel import Sel
from tolok.web.pengukuran.kisi import BarisKisi, Kisi
from tolok.web.ui.lencana import list_lencana_nilai
from tolok.web.ui.unduhan import Isi, Unduhan

_LEBAR: Final = (10, 40, 12, 12, 12, 12, 12, 14, 14, 24, 30, 24)


def make_unduhan(kisi: Kisi) -> Unduhan:
    """Return the rows of the grid as a list to be saved."""
    konteks, periode = kisi.konteks, kisi.konteks.periode
    return Unduhan(
        nama_berkas=f"pengukuran-{konteks.instansi}-{periode.tahun}-{periode.kunci}",
        judul=f"Pengukuran {periode.label}",
        pengantar=kisi.ringkasan,
        penerbit=kisi.tampak.hasil.data.instansi.nama,
        pada=periode.akhir,
        kepala=_kepala(kisi),
        lebar=_LEBAR,
        daftar_baris=list(_daftar_baris(kisi)),
    )


def _kepala(kisi: Kisi) -> list[str]:
    return [
        "Jenis",
        "Nama",
        "Satuan",
        kisi.judul_lama,
        "Target",
        kisi.judul_kini,
        "Capaian",
        "Predikat",
        "Status",
        "Keadaan",
        "Penanggung jawab",
        "Sumber",
    ]


def _daftar_baris(kisi: Kisi) -> Iterator[list[Isi]]:
    for baris in kisi.daftar_baris:
        angka = [baris.sel.get(satu, "") for satu in ("lama", "target", "realisasi", "capaian")]
        lain = [baris.predikat, baris.status.label, _keadaan(baris), baris.unit, ""]
        yield ["indikator", baris.nama, baris.satuan, *angka, *lain]
        for sel in baris.daftar_isian:
            keadaan = ", ".join(satu.kata for satu in list_lencana_nilai(sel.nilai)) if sel.is_tercatat else ""
            lama, kini = Sel(sel.lama, sel.nilai_lama), Sel(sel.teks, sel.nilai)
            yield ["nilai", sel.nama, sel.satuan, lama, "", kini, "", "", "", keadaan, "", sel.sumber]


def _keadaan(baris: BarisKisi) -> str:
    if baris.sebab:
        return baris.sebab
    daftar = [satu.kata for n in (baris.nilai, baris.nilai_capaian) if n is not None for satu in list_lencana_nilai(n)]
    return ", ".join(dict.fromkeys(daftar))
