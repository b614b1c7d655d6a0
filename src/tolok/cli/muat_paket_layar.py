"""The preview of ``tolok muat-paket`` on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from rich.markup import escape
from rich.table import Table

from tolok.cli.layar import Layar
from tolok.paket.banding import BedaBaris, BedaTabel
from tolok.web.pertukaran.penolakan import JUDUL_SEBAB, Penolakan
from tolok.web.pertukaran.queries import Pratinjau

BATAS_SEL: Final = 40
"""So many changed cells are shown; JSON has all."""
BATAS_BARIS: Final = 15
"""So many added or removed rows of one table are named."""
LEBAR_TABEL: Final = 60
"""On a narrower terminal differences are printed one a line, not as tables."""


def print_pratinjau(pratinjau: Pratinjau, layar: Layar, *, basis_data: str) -> None:
    """Print what is refused, then what would change, summarised where it is long."""
    cetak = layar.hasil.print
    keadaan = "tahun baru" if pratinjau.is_baru else "sudah tersimpan"
    cetak(
        f"[bold]{escape(pratinjau.instansi)}, tahun {pratinjau.tahun}[/] ({keadaan}); basis data {escape(basis_data)}"
    )
    is_sempit = layar.hasil.width < LEBAR_TABEL
    if pratinjau.is_ditolak:
        _print_penolakan(pratinjau.daftar_penolakan, layar, is_sempit=is_sempit)
    if pratinjau.is_sama:
        if not pratinjau.is_ditolak:
            cetak("[bold green]Isi paket sama dengan yang tersimpan.[/] Tidak ada yang perlu dimuat.")
        return
    if is_sempit:
        for tabel in pratinjau.daftar_tabel:
            cetak(f"{tabel.nama}: {_ringkas(tabel)}", markup=False, soft_wrap=True)
    else:
        cetak(_tabel_ringkasan(pratinjau.daftar_tabel))
    if not pratinjau.is_baru:
        _print_perubahan(pratinjau.daftar_tabel, layar, is_sempit=is_sempit)
    ditambah, diubah, dihapus = pratinjau.jumlah
    cetak(f"Seluruhnya: {ditambah} baris ditambah, {diubah} diubah, {dihapus} dihapus.")
    if pratinjau.is_ditolak:
        cetak("[bold red]Paket ditolak seluruhnya;[/] tidak ada yang berubah.")


def to_json(paket: Path, pratinjau: Pratinjau, *, sidik: str, nomor_catatan: int | None) -> dict[str, Any]:
    """Return the machine-readable outcome, as ``skema/muat-paket.schema.json`` describes it."""
    ditambah, diubah, dihapus = pratinjau.jumlah
    return {
        "paket": str(paket),
        "sidik": sidik,
        "instansi": pratinjau.instansi,
        "tahun": pratinjau.tahun,
        "baru": pratinjau.is_baru,
        "ditolak": pratinjau.is_ditolak,
        "dimuat": nomor_catatan is not None,
        "nomor_riwayat": nomor_catatan if nomor_catatan is not None else pratinjau.nomor_riwayat,
        "jumlah": {"ditambah": ditambah, "diubah": diubah, "dihapus": dihapus},
        "penolakan": [
            {
                "sebab": satu.sebab.value,
                "tabel": satu.tabel,
                "letak": satu.letak,
                "triwulan": satu.triwulan,
                "pesan": satu.pesan,
                "saran": satu.saran,
            }
            for satu in pratinjau.daftar_penolakan
        ],
        "tabel": [
            {
                "tabel": tabel.nama,
                "ditambah": [_baris_json(baris) for baris in tabel.ditambah],
                "diubah": [
                    {**_baris_json(baris), "sel": [sel._asdict() for sel in baris.daftar_sel]} for baris in tabel.diubah
                ],
                "dihapus": [_baris_json(baris) for baris in tabel.dihapus],
                "urutan_berubah": tabel.is_urutan,
            }
            for tabel in pratinjau.daftar_tabel
        ],
    }


def _baris_json(baris: BedaBaris) -> dict[str, Any]:
    return {"kunci": dict(baris.kunci), "isi": dict(baris.isi)}


def _print_penolakan(daftar: Iterable[Penolakan], layar: Layar, *, is_sempit: bool) -> None:
    urut = sorted(daftar, key=lambda satu: list(JUDUL_SEBAB).index(satu.sebab))
    for sebab, kelompok in groupby(urut, lambda satu: satu.sebab):
        if is_sempit:
            for satu in kelompok:
                layar.hasil.print(f"ditolak: {satu}", markup=False, soft_wrap=True)
            continue
        tabel = Table(title=f"Ditolak: {JUDUL_SEBAB[sebab]}", title_justify="left", title_style="bold red")
        for kolom in ("Tabel", "Baris", "Sebab", "Yang dapat dilakukan"):
            tabel.add_column(kolom, overflow="fold")
        for satu in kelompok:
            tabel.add_row(*(escape(teks) for teks in (satu.tabel, satu.letak, satu.pesan, satu.saran)))
        layar.hasil.print(tabel)


def _tabel_ringkasan(daftar: Iterable[BedaTabel]) -> Table:
    tabel = Table(title="Yang akan berubah", title_justify="left", title_style="bold")
    tabel.add_column("Tabel")
    for kolom in ("Ditambah", "Diubah", "Dihapus"):
        tabel.add_column(kolom, justify="right")
    tabel.add_column("Urutan baris")
    for satu in daftar:
        jumlah = (len(satu.ditambah), len(satu.diubah), len(satu.dihapus))
        tabel.add_row(satu.nama, *(str(n) if n else "" for n in jumlah), "berubah" if satu.is_urutan else "")
    return tabel


def _ringkas(tabel: BedaTabel) -> str:
    bagian = ((tabel.ditambah, "ditambah"), (tabel.diubah, "diubah"), (tabel.dihapus, "dihapus"))
    teks = [f"{len(daftar)} {sebutan}" for daftar, sebutan in bagian if daftar]
    return ", ".join([*teks, *(["urutan baris berubah"] if tabel.is_urutan else [])])


def _print_perubahan(daftar_tabel: Iterable[BedaTabel], layar: Layar, *, is_sempit: bool) -> None:
    daftar_tabel = tuple(daftar_tabel)
    semua = [(t.nama, b.sebutan, *sel) for t in daftar_tabel for b in t.diubah for sel in b.daftar_sel]
    if is_sempit:
        for nama, sebutan, kolom, lama, baru in semua[:BATAS_SEL]:
            teks = f"{nama}, {sebutan}, {kolom}: {lama or 'kosong'} menjadi {baru or 'kosong'}"
            layar.hasil.print(teks, markup=False, soft_wrap=True)
    elif semua:
        tabel = Table(title="Isi yang diubah", title_justify="left", title_style="bold")
        for kolom in ("Tabel", "Baris", "Kolom", "Semula", "Menjadi"):
            tabel.add_column(kolom, overflow="fold")
        for isi in semua[:BATAS_SEL]:
            tabel.add_row(*(escape(_pendek(teks)) for teks in isi))
        layar.hasil.print(tabel)
    _print_lebih(len(semua), BATAS_SEL, "sel", layar)
    for satu in daftar_tabel:
        for daftar, sebutan in ((satu.ditambah, "Ditambah"), (satu.dihapus, "Dihapus")):
            for baris in daftar[:BATAS_BARIS]:
                layar.hasil.print(f"{sebutan} di {satu.nama}: {_pendek(baris.sebutan)}", markup=False, soft_wrap=True)
            _print_lebih(len(daftar), BATAS_BARIS, f"baris {satu.nama}", layar)


def _print_lebih(banyak: int, batas: int, sebutan: str, layar: Layar) -> None:
    if banyak > batas:
        layar.hasil.print(f"… dan {banyak - batas} {sebutan} lain; semuanya dengan --format json.", markup=False)


def _pendek(teks: str) -> str:
    return teks if len(teks) <= 120 else f"{teks[:119]}…"
