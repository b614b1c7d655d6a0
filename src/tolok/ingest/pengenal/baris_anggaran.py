"""Rows about the budget: what they are called, which level they have, what they belong under, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, NilaiTerbaca, Tingkat
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pengenal.baris_indikator import is_rekap, strip_nomor
from tolok.ingest.pengenal.dasar import KonteksDokumen
from tolok.ingest.pengenal.nilai_baris import PembacaNilai
from tolok.ingest.pengenal.tingkat_anggaran import guess_tingkat, split_kode
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.arti import NAMA_ANGGARAN, NAMA_INDIKATOR, NILAI_ANGGARAN, Arti
from tolok.ingest.susun.jenis_sel import TERTULIS, detect_jenis
from tolok.ingest.susun.kata import join_baris, make_kunci
from tolok.ingest.susun.luruskan import is_jumlah
from tolok.ingest.susun.petak_isi import Isi

_BERTINGKAT: Final = (
    (Arti.SUBKEGIATAN, Tingkat.SUBKEGIATAN),
    (Arti.KEGIATAN, Tingkat.KEGIATAN),
    (Arti.PROGRAM, Tingkat.PROGRAM),
)
_JUMLAH_ANGGARAN: Final = re.compile(
    r"\W*(?:grand\s+)?(?:total\b|jumlah\s+(?:(?:anggaran|belanja|program|pagu|seluruh|keseluruhan|total|realisasi)\b"
    r"|[IVX\d]+\s*[+&]|[IVX\d]+\W*$))",
    re.IGNORECASE,
)
_URUTAN: Final = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUBKEGIATAN)


@dataclass(slots=True)
class _Calon:
    """A row whose level may still be open."""

    nama: str
    kode: str
    letak: Letak
    nilai: tuple[NilaiTerbaca, ...]
    sumber_dana: str = ""
    tingkat: Tingkat | None = None


def extract_anggaran(susun: TabelSusun, konteks: KonteksDokumen) -> tuple[AnggaranTerbaca, ...]:
    """
    Return the budget rows of a table in its order.

    Where programs stand beside their kegiatan in a column of their own, and the amounts are those of the kegiatan, the
    program is a row without values.
    """
    kolom_tunggal = susun.first_kolom(Arti.PROGRAM_KEGIATAN, Arti.URAIAN)
    bertingkat = [(susun.first_kolom(arti), tingkat) for arti, tingkat in _BERTINGKAT if susun.find_kolom(arti)]
    if kolom_tunggal is None and len(bertingkat) == 1 and bertingkat[0][1] is Tingkat.PROGRAM and _is_campur(susun):
        kolom_tunggal, bertingkat = bertingkat[0][0], []
    pembaca = PembacaNilai(susun, konteks)
    calon = [c for b in range(len(susun.isi)) for c in _read_baris(susun, pembaca, b, kolom_tunggal, bertingkat)]
    _settle_tingkat(calon, konteks)
    return tuple(_link_induk(calon, susun.tabel.indeks))


_CAMPUR: Final = re.compile(r"(?:program|(?<!sub )(?<!sub-)kegiatan)\s*(?:/|,|dan)\s*sub", re.IGNORECASE)
"""A head over several levels of work ("Kegiatan/Sub Kegiatan")."""


def list_tingkat_nama(susun: TabelSusun) -> Iterator[tuple[str, Tingkat]]:
    """Yield the key of each name that stands in a column for its level, with the level."""
    for arti, tingkat in _BERTINGKAT:
        for k in susun.find_kolom(arti):
            if _CAMPUR.search(susun.tabel.kepala[k]) or _is_campur(susun):
                continue
            for baris in susun.isi:
                if detect_jenis(baris[k].teks) in TERTULIS and not is_jumlah(baris[k].teks):
                    yield make_kunci(split_kode(strip_nomor(baris[k].teks))[1]), tingkat


def _is_campur(susun: TabelSusun) -> bool:
    """Whether a column headed "Program" holds codes of several levels."""
    k = susun.first_kolom(Arti.KODE)
    panjang = {susun.read_teks(b, k).count(".") for b in range(len(susun.isi)) if susun.read_teks(b, k)}
    return len(panjang) > 1


def _read_baris(
    susun: TabelSusun,
    pembaca: PembacaNilai,
    b: int,
    kolom_tunggal: int | None,
    bertingkat: list[tuple[int | None, Tingkat]],
) -> Iterator[_Calon]:
    """Yield the candidates of one printed row: none, its own, or before it the program it is the first kegiatan of."""
    baris = susun.isi[b]
    nilai = tuple(pembaca.list_nilai(b, NILAI_ANGGARAN))
    sumber = join_baris(susun.read_teks(b, susun.first_kolom(Arti.SUMBER_DANA)))
    kode = join_baris(susun.read_teks(b, susun.first_kolom(Arti.KODE)))
    label_jumlah = next(
        (isi for isi, kolom in zip(baris, susun.kolom, strict=True) if _is_label_jumlah(isi, kolom.arti)), None
    )
    if label_jumlah is not None and nilai:
        yield _Calon(join_baris(label_jumlah.teks), "", label_jumlah.letak, nilai, tingkat=Tingkat.TOTAL)
        return
    if kolom_tunggal is not None and baris[kolom_tunggal].teks and not baris[kolom_tunggal].is_ulang:
        yield _make_calon(baris[kolom_tunggal], kode, nilai, sumber, None)
        return
    terisi = [
        (baris[k], tingkat) for k, tingkat in bertingkat if k is not None and baris[k].teks and not baris[k].is_ulang
    ]
    for urut, (isi, tingkat) in enumerate(reversed(terisi), start=1):
        terdalam = urut == len(terisi)
        yield _make_calon(isi, kode if terdalam else "", nilai if terdalam else (), sumber if terdalam else "", tingkat)


def _is_label_jumlah(isi: Isi, arti: Arti) -> bool:
    """Whether a cell begins a row of totals; "Jumlah …" as the name of a kegiatan or an indicator does not."""
    is_label = arti in NAMA_ANGGARAN or arti in (
        Arti.NOMOR,
        Arti.URAIAN,
        Arti.KODE,
        Arti.SASARAN,
        Arti.INDIKATOR,
        Arti.LAIN,
    )
    if not is_label or isi.is_ulang or not is_jumlah(isi.teks):
        return False
    return is_rekap(isi.teks) or (arti not in NAMA_INDIKATOR and _JUMLAH_ANGGARAN.match(isi.teks) is not None)


def _make_calon(isi: Isi, kode: str, nilai: tuple[NilaiTerbaca, ...], sumber: str, tingkat: Tingkat | None) -> _Calon:
    kode_dalam, nama = split_kode(join_baris(isi.teks))
    return _Calon(strip_nomor(nama), kode or kode_dalam, isi.letak, nilai, sumber, tingkat)


def _settle_tingkat(calon: list[_Calon], konteks: KonteksDokumen) -> None:
    """Give every open candidate its level."""
    terbuka = [c for c in calon if c.tingkat is None]
    daftar = [(c.kode, c.nama, next((n.angka for n in c.nilai if n.besaran is Besaran.PAGU), None)) for c in terbuka]
    for c, tingkat in zip(terbuka, guess_tingkat(daftar, konteks.tingkat_per_nama), strict=True):
        c.tingkat = tingkat


def _link_induk(calon: list[_Calon], indeks: int) -> Iterator[AnggaranTerbaca]:
    """Yield the rows, each under the last row of a higher level."""
    terakhir: dict[Tingkat, int] = {}
    for urut, c in enumerate(calon):
        assert c.tingkat is not None  # settled before
        induk = None
        if c.tingkat in _URUTAN:
            tinggi = _URUTAN.index(c.tingkat)
            induk = max((terakhir[t] for t in _URUTAN[:tinggi] if t in terakhir), default=None)
            terakhir = {t: i for t, i in terakhir.items() if _URUTAN.index(t) < tinggi} | {c.tingkat: urut}
        yield replace(AnggaranTerbaca(c.nama, c.tingkat, c.kode, induk, c.nilai, c.sumber_dana, c.letak), tabel=indeks)
