"""What ``tolok baca`` shows on a terminal: the documents of a file, their rows with the place, and what is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rich.markup import escape
from rich.table import Table

from tolok.core.bacaan.dokumen import Besaran
from tolok.core.bacaan.sebutan import JUDUL_JENIS, format_letak, format_masa
from tolok.core.cetak_angka import format_angka
from tolok.core.periode import ROMAWI

if TYPE_CHECKING:
    from tolok.cli.konsol import Konsol
    from tolok.core.bacaan.dokumen import (
        AnggaranTerbaca,
        BerkasTerbaca,
        DokumenTerbaca,
        IkiTerbaca,
        IndikatorTerbaca,
        NilaiTerbaca,
        TabelTerbaca,
    )

NAMA_BESARAN: Final = {
    **{besaran: besaran.value.replace("_", " ") for besaran in Besaran},
    Besaran.PERSEN: "serapan",
}


def print_berkas(berkas: BerkasTerbaca, konsol: Konsol) -> None:
    """Print one file, document by document."""
    konsol.print(f"[bold]{escape(berkas.berkas)}[/]")
    if not berkas.dokumen:
        konsol.print("Tidak ada dokumen yang dikenal di dalamnya.")
    for dokumen in berkas.dokumen:
        _print_dokumen(dokumen, konsol)
    for catatan in berkas.catatan:
        konsol.print(f"[yellow]Catatan[/] {escape(catatan)}")
    konsol.print()


def format_nilai_terbaca(nilai: NilaiTerbaca) -> str:
    """Return a value as printed, with what it is, its period, how it was read, and the doubt that is left."""
    waktu = " ".join(
        kata
        for kata in (
            f"TW {ROMAWI[nilai.triwulan]}" if nilai.triwulan else "",
            str(nilai.tahun) if nilai.tahun else "",
        )
        if kata
    )
    teks = " ".join(filter(None, (NAMA_BESARAN[nilai.besaran], waktu, nilai.tercetak.strip() or "kosong")))
    if nilai.catatan and nilai.angka is not None:
        return f"{teks} → {format_angka(nilai.angka)} ({', '.join(nilai.catatan)})"
    return f"{teks} ({', '.join(nilai.catatan)})" if nilai.catatan else teks


def describe_dokumen(dokumen: DokumenTerbaca) -> str:
    """Return the counts of what a document holds: ``4 indikator dengan 4 nilai, 8 baris anggaran``."""
    jumlah_nilai = sum(len(satu.nilai) for satu in dokumen.indikator)
    jumlah_baris = sum(len(iki.baris) for iki in dokumen.iki)
    bagian = [
        (len(dokumen.indikator), f"indikator dengan {jumlah_nilai} nilai"),
        (len(dokumen.anggaran), "baris anggaran"),
        (len(dokumen.iki), f"lembar IKI dengan {jumlah_baris} baris"),
        (len(dokumen.tabel_tak_dikenal), "tabel tidak dikenal"),
    ]
    return ", ".join(f"{n} {kata}" for n, kata in bagian if n) or "tidak ada isi yang dikenal"


def _print_dokumen(dokumen: DokumenTerbaca, konsol: Konsol) -> None:
    sebutan = f"{JUDUL_JENIS[dokumen.jenis]} {format_masa(dokumen)}".strip()
    konsol.print(f"\n[bold cyan]{sebutan}[/]")
    for baris in (dokumen.judul, dokumen.perangkat_daerah):
        if baris:
            konsol.print(escape(" ".join(baris.split())))
    konsol.print(describe_dokumen(dokumen))
    if dokumen.indikator:
        konsol.print(_tabel_indikator(dokumen.indikator))
    if dokumen.anggaran:
        konsol.print(_tabel_anggaran(dokumen.anggaran))
    if dokumen.iki:
        konsol.print(_tabel_iki(dokumen.iki))
    for tabel in dokumen.tabel_tak_dikenal:
        konsol.print(_sebut_tak_dikenal(tabel))
    daftar_nilai = [nilai for indikator in dokumen.indikator for nilai in indikator.nilai]
    daftar_nilai += [nilai for anggaran in dokumen.anggaran for nilai in anggaran.nilai]
    ragu = Counter(catatan for nilai in daftar_nilai for catatan in nilai.catatan)
    if ragu:
        konsol.print("Cara baca: " + ", ".join(f"{n} nilai {escape(kata)}" for kata, n in ragu.items()))


def _tabel(judul: Iterable[str]) -> Table:
    tabel = Table(show_lines=True, title_justify="left")
    for kepala in judul:
        tabel.add_column(kepala, overflow="fold")
    return tabel


def _tabel_indikator(daftar: Iterable[IndikatorTerbaca]) -> Table:
    tabel = _tabel(("Indikator", "Nilai", "Letak"))
    for satu in daftar:
        nama = escape(satu.nama) + (f" [dim]({escape(satu.satuan)})[/]" if satu.satuan else "")
        nilai = "\n".join(escape(format_nilai_terbaca(nilai)) for nilai in satu.nilai)
        tabel.add_row(nama, nilai, escape(format_letak(satu.letak)))
    return tabel


def _tabel_anggaran(daftar: Iterable[AnggaranTerbaca]) -> Table:
    tabel = _tabel(("Tingkat", "Program, kegiatan, subkegiatan", "Nilai", "Letak"))
    for satu in daftar:
        nilai = "\n".join(escape(format_nilai_terbaca(nilai)) for nilai in satu.nilai)
        nama = f"{satu.kode} {satu.nama}".strip()
        tabel.add_row(satu.tingkat.value, escape(nama), nilai, escape(format_letak(satu.letak)))
    return tabel


def _tabel_iki(daftar: Iterable[IkiTerbaca]) -> Table:
    tabel = _tabel(("Jabatan", "Isi", "Letak"))
    for satu in daftar:
        isi = f"{len(satu.tugas)} tugas, {len(satu.fungsi)} fungsi, {len(satu.baris)} indikator"
        tabel.add_row(escape(satu.jabatan), isi, escape(format_letak(satu.letak)))
    return tabel


def _sebut_tak_dikenal(tabel: TabelTerbaca) -> str:
    letak = format_letak(tabel.letak)
    kepala = " | ".join(" ".join(satu.split()) for satu in tabel.kepala if satu)
    tempat = f" ({letak})" if letak else ""
    return f"[yellow]Tabel tidak dikenal[/]{escape(tempat)}: {escape(kepala or 'tanpa kepala')}"
