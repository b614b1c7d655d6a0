"""The source of one value: the picture of its page, and the printed row it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tolok.core.bacaan.blok import Paragraf, Tabel
from tolok.core.bacaan.dokumen import DokumenTerbaca, NilaiTerbaca, TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.alih.rancangan import Usulan, format_letak
from tolok.web.impor.models import BerkasBacaan
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.tautan import Penaut

_SEKITAR: Final = 5
"""So many rows before and after are shown."""
_PANJANG_SEL: Final = 400


class SelSumber(NamedTuple):
    """One printed cell."""

    teks: str
    is_sorot: bool


class BarisSumber(NamedTuple):
    """One printed row."""

    daftar_sel: tuple[SelSumber, ...]
    is_sorot: bool


class Sumber(NamedTuple):
    """What the panel beside the rows shows."""

    kunci: str
    judul: str
    letak: str
    dokumen: str
    tercetak: str
    alamat_gambar: str
    halaman: str
    judul_tabel: str
    kepala: tuple[str, ...]
    daftar_baris: tuple[BarisSumber, ...]
    daftar_teks: tuple[SelSumber, ...]


def make_sumber(konteks: Konteks, bacaan: BerkasBacaan, usulan: Usulan, dokumen: DokumenTerbaca, judul: str) -> Sumber:
    """Return the source of a value."""
    nilai = usulan.terbaca
    halaman = nilai.letak.halaman
    tabel = _find_tabel(dokumen, nilai)
    kepala, daftar_baris = _potong(tabel, nilai, usulan.objek.nama) if tabel is not None else ((), ())
    gambar = ""
    if bacaan.format == "pdf" and halaman is not None:
        gambar = Penaut(konteks).find_alamat("impor_halaman", bacaan=bacaan.pk, nomor=halaman)
        gambar = f"{gambar}?nilai={usulan.kunci}" if gambar else ""
    return Sumber(
        kunci=usulan.kunci,
        judul=judul,
        letak=format_letak(nilai.letak) or "Tempatnya di dalam berkas tidak diketahui",
        dokumen=dokumen.judul,
        tercetak=" ".join(nilai.tercetak.split()),
        alamat_gambar=gambar,
        halaman=str(halaman or ""),
        judul_tabel=" ".join(f"{tabel.nomor} {tabel.judul}".split()) if tabel is not None else "",
        kepala=kepala,
        daftar_baris=daftar_baris,
        daftar_teks=() if daftar_baris else tuple(_list_teks(dokumen, nilai)),
    )


def _find_tabel(dokumen: DokumenTerbaca, nilai: NilaiTerbaca) -> TabelTerbaca | None:
    if nilai.tabel is None or not 0 <= nilai.tabel < len(dokumen.tabel):
        return None
    return dokumen.tabel[nilai.tabel]


def _potong(tabel: TabelTerbaca, nilai: NilaiTerbaca, nama: str) -> tuple[tuple[str, ...], tuple[BarisSumber, ...]]:
    """Return the head and the rows around the value; none if the table does not show where it is."""
    urut = _find_baris(tabel, nilai, nama)
    if urut is None:
        return (), ()
    awal = max(0, urut - _SEKITAR)
    daftar = []
    for nomor in range(awal, min(len(tabel.isi), urut + _SEKITAR + 1)):
        sorot = _find_kolom(tabel.isi[nomor], tabel.letak_isi[nomor], nilai) if nomor == urut else None
        sel = tuple(SelSumber(_pendek(teks), kolom == sorot) for kolom, teks in enumerate(tabel.isi[nomor]))
        daftar.append(BarisSumber(sel, nomor == urut))
    return tuple(_pendek(teks) for teks in tabel.kepala), tuple(daftar)


def _find_baris(tabel: TabelTerbaca, nilai: NilaiTerbaca, nama: str) -> int | None:
    for urut, daftar in enumerate(tabel.letak_isi):
        if nilai.letak in daftar and nilai.letak != Letak():
            return urut
    tercetak = nilai.tercetak.strip()
    cocok = [urut for urut, isi in enumerate(tabel.isi) if tercetak and any(tercetak in teks for teks in isi)]
    bernama = [
        urut for urut in cocok if any(nama.casefold() in " ".join(t.split()).casefold() for t in tabel.isi[urut])
    ]
    return next(iter(bernama or cocok), None)


def _find_kolom(isi: Sequence[str], letak: Sequence[Letak], nilai: NilaiTerbaca) -> int | None:
    if nilai.letak != Letak() and list(letak).count(nilai.letak) == 1:
        return list(letak).index(nilai.letak)
    tercetak = nilai.tercetak.strip()
    return next((kolom for kolom, teks in enumerate(isi) if tercetak and tercetak in teks), None)


def _list_teks(dokumen: DokumenTerbaca, nilai: NilaiTerbaca) -> list[SelSumber]:
    """Return the lines around the place of a value that stands in no table, or in one that is not known."""
    baris = nilai.letak.baris
    daftar = []
    for blok in dokumen.blok:
        letak, teks = blok.letak, _teks_blok(blok, nilai)
        if letak.halaman != nilai.letak.halaman or baris is None or letak.baris is None or not teks:
            continue
        if abs(letak.baris - baris) <= _SEKITAR:
            daftar.append(SelSumber(_pendek(teks), nilai.tercetak.strip() in teks))
    return daftar


def _teks_blok(blok: Paragraf | Tabel, nilai: NilaiTerbaca) -> str:
    if isinstance(blok, Paragraf):
        return blok.teks
    for isi in blok.sel:
        teks = " | ".join(" ".join(sel.teks.split()) for sel in isi if sel is not None)
        if nilai.tercetak.strip() in teks:
            return teks
    return ""


def _pendek(teks: str) -> str:
    return teks if len(teks) <= _PANJANG_SEL else f"{teks[: _PANJANG_SEL - 1]}…"
