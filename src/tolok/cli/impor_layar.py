"""The preview of ``tolok impor`` on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from rich.markup import escape
from rich.table import Table

from tolok.cli.layar import Layar
from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.alih.keputusan import BARU, Keputusan
from tolok.ingest.alih.rancangan import Objek, Rancangan, Status, Usulan, format_letak
from tolok.web.impor.operations import SalahSel
from tolok.web.impor.tampil.baris import SEBUTAN_BESARAN, Kelompok, find_kelompok

BATAS_BARIS: Final = 40
"""So many values of one kind are shown; JSON has all."""
_JUDUL: Final = (
    (Kelompok.BEDA, "Berbeda dari yang tersimpan"),
    (Kelompok.BARU, "Baru"),
    (Kelompok.RAGU, "Perlu dipastikan; tidak ikut tanpa berkas keputusan"),
)


def print_rancangan(rancangan: Rancangan, terbaca: BerkasTerbaca, layar: Layar, *, sebutan: str) -> None:
    """Print differences first, then what is new, what waits for a person, and what is left out."""
    cetak = layar.hasil.print
    cetak(f"[bold]{escape(terbaca.berkas)}[/] ke {escape(sebutan)}")
    for catatan in terbaca.catatan:
        cetak(f"Catatan: {catatan}", markup=False, soft_wrap=True)
    for kelompok, judul in _JUDUL:
        daftar = [usulan for usulan in rancangan.daftar_usulan if find_kelompok(usulan) is kelompok]
        if daftar:
            cetak(_tabel(judul, daftar[:BATAS_BARIS]))
            if len(daftar) > BATAS_BARIS:
                cetak(f"… dan {len(daftar) - BATAS_BARIS} nilai lain; semuanya dengan --format json.", markup=False)
    for objek in rancangan.daftar_belum_jelas:
        usul = f"; mirip {objek.usul}" if objek.usul else ""
        cetak(f"Belum dipadankan: {objek.nama} (kunci {objek.kunci}{usul})", markup=False, soft_wrap=True)
    sama = sum(1 for _ in rancangan.list_status(Status.SAMA))
    if sama:
        cetak(f"Sama dengan yang tersimpan: {sama} nilai.")
    for sebab, banyak in rancangan.lain.most_common():
        cetak(f"Tidak disimpan: {banyak} nilai, {sebab}.", markup=False)
    asing = sum(len(dokumen.tabel_tak_dikenal) for dokumen in terbaca.dokumen)
    if asing:
        cetak(f"Tabel yang tidak dikenal: {asing}; tolok baca menyebutkannya.")
    if rancangan.daftar_baru:
        cetak(f"Indikator atau baris anggaran baru: {len(rancangan.daftar_baru)}.")
    cetak(f"Yang akan disimpan: {len(rancangan.daftar_simpan)} nilai.")


def print_salah(daftar: Iterable[SalahSel], layar: Layar) -> None:
    """Print why an import was refused, value by value."""
    layar.hasil.print("[bold red]Ditolak seluruhnya;[/] tidak ada yang berubah.")
    for salah in daftar:
        letak = "; ".join(f"{_sebut(u)} ({format_letak(u.terbaca.letak)})" for u in salah.daftar_usulan)
        layar.hasil.print(f"- {letak or salah.tabel}: {salah.pesan} {salah.saran}", markup=False, soft_wrap=True)


def to_json(
    rancangan: Rancangan,
    terbaca: BerkasTerbaca,
    keputusan: Keputusan,
    *,
    instansi: str,
    tahun: int,
    nomor: int | None,
    salah: Iterable[SalahSel],
) -> dict[str, Any]:
    """Return the machine-readable outcome, as ``skema/impor.schema.json`` describes it."""
    daftar_salah = [
        {
            "tabel": satu.tabel,
            "pesan": satu.pesan,
            "saran": satu.saran,
            "nilai": [usulan.kunci for usulan in satu.daftar_usulan],
        }
        for satu in salah
    ]
    return {
        "berkas": terbaca.berkas,
        "sidik": terbaca.sidik,
        "instansi": instansi,
        "tahun": tahun,
        "ditolak": bool(daftar_salah),
        "disimpan": nomor is not None,
        "nomor_riwayat": nomor,
        "objek": [_objek_json(objek) for objek in rancangan.daftar_objek],
        "nilai": [_usulan_json(usulan) for usulan in rancangan.daftar_usulan],
        "tidak_disimpan": dict(rancangan.lain),
        "tabel_tak_dikenal": sum(len(dokumen.tabel_tak_dikenal) for dokumen in terbaca.dokumen),
        "catatan": list(terbaca.catatan),
        "salah": daftar_salah,
        "keputusan": keputusan.to_data(),
    }


def _objek_json(objek: Objek) -> dict[str, Any]:
    return {
        "kunci": objek.kunci,
        "jenis": objek.jenis.value,
        "nama": objek.nama,
        "usul": objek.usul or None,
        "cara": objek.cara.value if objek.cara else None,
        "pilihan": objek.pilihan or None,
    }


def _usulan_json(usulan: Usulan) -> dict[str, Any]:
    return {
        "kunci": usulan.kunci,
        "objek": usulan.objek.kunci,
        "besaran": usulan.besaran.value,
        "tahun": usulan.periode.tahun,
        "triwulan": usulan.periode.triwulan or None,
        "tujuan": usulan.tujuan or None,
        "status": usulan.status.value,
        "tersimpan": usulan.tersimpan or None,
        "tercetak": usulan.terbaca.tercetak,
        "tertulis": usulan.tertulis,
        "ragu": usulan.is_ragu,
        "bertentangan": usulan.is_bertentangan,
        "masalah": usulan.masalah or None,
        "ikut": usulan.is_disimpan,
        "letak": _letak_json(usulan.terbaca.letak),
    }


def _letak_json(letak: Letak) -> dict[str, Any]:
    return {"halaman": letak.halaman, "baris": letak.baris, "tabel": letak.tabel, "sel": letak.sel}


def _sebut(usulan: Usulan) -> str:
    return f"{SEBUTAN_BESARAN[usulan.besaran]} {usulan.periode.label}, {usulan.objek.nama}"


def _tabel(judul: str, daftar: Iterable[Usulan]) -> Table:
    tabel = Table(title=judul, title_justify="left", title_style="bold")
    for kolom in ("Kunci", "Nilai", "Tersimpan", "Di dalam berkas", "Tempat", "Ikut"):
        tabel.add_column(kolom, overflow="fold")
    for satu in daftar:
        tujuan = "" if not satu.tujuan else f" ({'edisi baru' if satu.tujuan == BARU else satu.tujuan})"
        catatan = f" {satu.masalah}" if satu.masalah else ""
        isi = (
            satu.kunci,
            _sebut(satu) + tujuan,
            satu.tersimpan or "belum ada",
            satu.tertulis + catatan,
            format_letak(satu.terbaca.letak),
            "ya" if satu.is_disimpan else "tidak",
        )
        tabel.add_row(*(escape(teks) for teks in isi))
    return tabel
