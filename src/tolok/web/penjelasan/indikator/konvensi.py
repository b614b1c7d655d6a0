"""What if the agency had declared another convention: the same capaian and predicate, computed under each."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.cetak_angka import label_keadaan
from tolok.core.hasil.konvensi import compute_andaian
from tolok.core.hasil.perubahan import describe_selisih
from tolok.core.jejak import Hasil
from tolok.core.nilai import Bilangan
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator


@dataclass(frozen=True, slots=True)
class BarisKonvensi:
    """One convention: raw capaian, capaian for means, predicate; ``beda`` says how far the raw one moved."""

    nama: str
    capaian: str
    terbatas: str
    predikat: str
    beda: str
    is_kini: bool = False


def list_konvensi(halaman: HalamanIndikator) -> tuple[BarisKonvensi, ...]:
    """Return the convention in force, then each other one; nothing if the numbers are not shown."""
    if not halaman.is_angka:
        return ()
    hasil, kode, periode = halaman.tampak.hasil, halaman.kode, halaman.periode
    kini = hasil.capaian(kode, periode)
    daftar = [
        BarisKonvensi(
            "Kebijakan yang berlaku",
            _teks(kini),
            _teks(hasil.capaian_terbatas(kode, periode)),
            _teks(hasil.predikat(kode, periode)),
            "",
            is_kini=True,
        )
    ]
    for andaian in compute_andaian(hasil, kini.identitas):
        lain = andaian.tahun
        daftar.append(
            BarisKonvensi(
                nama=f"{andaian.nama[0].upper()}{andaian.nama[1:]}",
                capaian=_teks(andaian.hasil),
                terbatas=_teks(lain.capaian_terbatas(kode, periode)),
                predikat=_teks(lain.predikat(kode, periode)),
                beda=_beda(kini, andaian.hasil),
            )
        )
    return tuple(daftar)


def _teks(hasil: Hasil) -> str:
    return label_keadaan(hasil.nilai) or hasil.tercetak


def _beda(kini: Hasil, lain: Hasil) -> str:
    if kini.nilai == lain.nilai:
        return "sama"
    if isinstance(kini.nilai, Bilangan) and isinstance(lain.nilai, Bilangan):
        return describe_selisih(lain.nilai.angka - kini.nilai.angka, kini.nilai.satuan)
    return "berbeda"
