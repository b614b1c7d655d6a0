"""What other conventions would change: every quantity of the period that comes out differently, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.hasil.rujukan import get_edisi_laporan
from tolok.core.hasil.tahun import HasilTahun, RataRataCapaian
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.kebijakan import Kebijakan
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tautan import Penaut, TeksAngka


@dataclass(frozen=True, slots=True)
class BarisAkibat:
    """One quantity that changes."""

    nama: str
    besaran: str
    kini: TeksAngka
    menjadi: str


@dataclass(frozen=True, slots=True)
class Akibat:
    """All that changes among ``jumlah`` quantities of the reader."""

    daftar_baris: tuple[BarisAkibat, ...]
    jumlah_berubah: str
    jumlah: str


Ambil = Callable[[HasilTahun], Hasil]


def make_akibat(tampak: RencanaTampak, penaut: Penaut, kebijakan: Kebijakan) -> Akibat:
    """Return what ``kebijakan`` would change in the period, for the indicators whose drafts the reader sees."""
    lain = HasilTahun(tampak.hasil.data, kebijakan=kebijakan)
    jumlah = 0
    daftar: list[BarisAkibat] = []
    for nama, besaran, ambil in _daftar_besaran(tampak):
        kini, menjadi = ambil(tampak.hasil), ambil(lain)
        jumlah += 1
        if kini.nilai != menjadi.nilai:
            daftar.append(BarisAkibat(nama, besaran, penaut.angka(kini), menjadi.tercetak))
    return Akibat(tuple(daftar), format_angka(Angka(len(daftar))), format_angka(Angka(jumlah)))


def _daftar_besaran(tampak: RencanaTampak) -> Iterator[tuple[str, str, Ambil]]:
    """Yield each quantity that rests on a convention: whose it is, what it is, and how it is asked for."""
    hasil, periode = tampak.hasil, tampak.konteks.periode
    edisi_pagu = hasil.anggaran.edisi_untuk(periode) or get_edisi_laporan(hasil.data)
    for edisi in tampak.daftar_indikator():
        if _is_draf_tampak(tampak, edisi):
            yield from _besaran_indikator(tampak, edisi, edisi_pagu)
    if tampak.unit_draf is None:
        for simpul in hasil.daftar_sasaran():
            yield from _rata_rata(
                simpul.uraian, partial(HasilTahun.rata_rata_sasaran, simpul=simpul.id, periode=periode)
            )
        yield from _rata_rata(hasil.data.instansi.nama, partial(HasilTahun.rata_rata_instansi, periode=periode))


def _besaran_indikator(
    tampak: RencanaTampak, edisi: EdisiIndikator, edisi_pagu: str
) -> Iterator[tuple[str, str, Ambil]]:
    kunci: dict[str, Any] = {"indikator": edisi.indikator, "periode": tampak.konteks.periode}
    yield edisi.nama, "Capaian", partial(HasilTahun.capaian, **kunci)
    yield edisi.nama, "Capaian dalam rata-rata", partial(HasilTahun.capaian_terbatas, **kunci)
    yield edisi.nama, "Predikat", partial(HasilTahun.predikat, **kunci)
    if edisi_pagu and tampak.anggaran.is_hasil_tampak(tampak.hasil.serapan_indikator(**kunci, edisi=edisi_pagu)):
        yield edisi.nama, "Efisiensi", partial(HasilTahun.efisiensi, **kunci, edisi=edisi_pagu)


def _rata_rata(nama: str, ambil: Callable[[HasilTahun], RataRataCapaian]) -> Iterator[tuple[str, str, Ambil]]:
    yield nama, "Rata-rata capaian", lambda hasil: ambil(hasil).hasil
    yield nama, "Predikat", lambda hasil: ambil(hasil).predikat


def _is_draf_tampak(tampak: RencanaTampak, edisi: EdisiIndikator) -> bool:
    return tampak.unit_draf is None or bool(tampak.unit_draf & tampak.list_pemilik(edisi))
