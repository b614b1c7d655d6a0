"""The grid as a file: the rows and texts that are seen, as a workbook or as lines for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Final

from tolok.render.susunan.unsur import kepala, paragraf, sel_teks, tabel
from tolok.render.tata_letak import Judul, Naskah, Seksi
from tolok.render.xlsx import render_xlsx
from tolok.web.pengukuran.kisi import BarisKisi, Kisi
from tolok.web.ui.lencana import list_lencana_nilai

_BOM: Final = "\ufeff"
_AWAL_RUMUS: Final = ("=", "+", "-", "@", "\t", "\r")


def render_csv(kisi: Kisi) -> bytes:
    """
    Return the rows as text that a spreadsheet in Indonesian opens as it is.

    Texts that a spreadsheet would run as a formula are disarmed with an apostrophe.
    """
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";", lineterminator="\r\n")
    penulis.writerows([_jinakkan(teks) for teks in baris] for baris in (_kepala(kisi), *_daftar_baris(kisi)))
    return (_BOM + wadah.getvalue()).encode()


def render_buku(kisi: Kisi) -> bytes:
    """Return the rows as a workbook."""
    data, periode = kisi.tampak.hasil.data, kisi.konteks.periode
    judul = f"Pengukuran {periode.label}"
    naskah = Naskah(
        jenis="pengukuran-kisi",
        judul=f"{judul}, {data.instansi.nama}",
        subjek="Pengukuran kinerja",
        penerbit=f"{data.instansi.nama}, {data.instansi.pemerintah}",
        tanggal=periode.akhir,
        seksi=(
            Seksi(
                (
                    Judul(1, judul),
                    paragraf(kisi.ringkasan),
                    tabel(
                        kepala=[[kepala(nama) for nama in _kepala(kisi)]],
                        baris=[tuple(sel_teks(teks) for teks in baris) for baris in _daftar_baris(kisi)],
                        lebar=[10, 40, 12, 12, 12, 12, 12, 14, 14, 24, 30, 24],
                    ),
                ),
                mendatar=True,
            ),
        ),
        nama_berkas=make_nama_berkas(kisi),
    )
    return render_xlsx(naskah)


PEMBUAT: Final[dict[str, tuple[str, Callable[[Kisi], bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", render_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", render_buku),
}
"""Format -> its content type, and what makes it."""


def make_nama_berkas(kisi: Kisi) -> str:
    """Return the name of the file without its ending."""
    konteks = kisi.konteks
    return f"pengukuran-{konteks.instansi}-{konteks.periode.tahun}-{konteks.periode.kunci}"


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


def _daftar_baris(kisi: Kisi) -> Iterator[list[str]]:
    for baris in kisi.daftar_baris:
        yield [
            "indikator",
            baris.nama,
            baris.satuan,
            baris.lama.teks,
            baris.target.teks,
            baris.realisasi.teks,
            baris.capaian.teks,
            baris.predikat,
            baris.status.label,
            _keadaan(baris),
            baris.unit,
            "",
        ]
        for sel in baris.daftar_isian:
            keadaan = ", ".join(satu.kata for satu in list_lencana_nilai(sel.nilai)) if sel.is_tercatat else ""
            kini = sel.teks or "–"
            yield ["nilai", sel.nama, sel.satuan, sel.lama, "", kini, "", "", "", keadaan, "", sel.sumber]


def _keadaan(baris: BarisKisi) -> str:
    if baris.sebab:
        return baris.sebab
    daftar = [satu.kata for n in (baris.nilai, baris.nilai_capaian) if n is not None for satu in list_lencana_nilai(n)]
    return ", ".join(dict.fromkeys(daftar))


def _jinakkan(teks: str) -> str:
    return f"'{teks}" if teks.startswith(_AWAL_RUMUS) else teks
