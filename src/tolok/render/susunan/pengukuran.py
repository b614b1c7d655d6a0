"""The layout of Pengukuran Kinerja: a landscape table of twelve columns for each quarter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.nomor_catatan import index_catatan
from tolok.core.dokumen.pengukuran import (
    BarisAnggaranPengukuran,
    BarisIndikatorPengukuran,
    PengukuranKinerja,
    PengukuranTriwulan,
    SasaranPengukuran,
    UangPengukuran,
)
from tolok.render.susunan.formulir import bagi_rata, kaki_formulir, kepala_formulir, sel_lanjutan, susun_kelompok
from tolok.render.susunan.rumus import sel_rumus
from tolok.render.susunan.unsur import kepala, kepala_nomor, sel_angka, sel_teks, tabel, tanda_tangan
from tolok.render.tata_letak import Naskah, Seksi, SelTabel, Tabel

_LEBAR = (7, 19, 22, 24, 37, 13, 15, 15, 54, 23, 23, 15)
_HURUF = 7
_HURUF_PER_BARIS_RUMUS = 24
_BARIS_PER_KELOMPOK = 24
"""Rows that the cells of an indicator may span; longer lists of programs get a continuation cell."""
_INDENTASI = {TingkatAnggaran.PROGRAM: 0, TingkatAnggaran.KEGIATAN: 1, TingkatAnggaran.SUBKEGIATAN: 2}
_TANDA_BERBAGI = " *"

Baris = tuple[SelTabel, ...]
Tanda = Mapping[str | None, str]


def layout_pengukuran(model: PengukuranKinerja) -> Naskah:
    """Return the forms as a document of their own."""
    triwulan = [satu.periode.triwulan for satu in model.daftar_triwulan]
    akhir = f"-tw{triwulan[0]}" if len(triwulan) == 1 else ""
    return Naskah(
        jenis="pengukuran",
        judul=f"Pengukuran Kinerja {model.instansi.nama} Tahun {model.tahun}",
        subjek="Pengukuran Kinerja triwulanan",
        penerbit=f"{model.instansi.nama}, {model.instansi.pemerintah}",
        tanggal=max(satu.tanggal for satu in model.daftar_triwulan),
        seksi=seksi_pengukuran(model),
        nama_berkas=f"pengukuran-kinerja-{model.tahun}{akhir}",
    )


def seksi_pengukuran(model: PengukuranKinerja, *, tingkat_judul: int = 1) -> tuple[Seksi, ...]:
    """Return one landscape section for each quarter."""
    return tuple(_seksi(model, satu, tingkat_judul) for satu in model.daftar_triwulan)


def _seksi(model: PengukuranKinerja, triwulan: PengukuranTriwulan, tingkat_judul: int) -> Seksi:
    return Seksi(
        (
            *kepala_formulir(f"Pengukuran Kinerja {triwulan.periode.label}", model.instansi, tingkat=tingkat_judul),
            _tabel(triwulan),
            tanda_tangan(triwulan.penanda),
        ),
        mendatar=True,
        nomor_halaman="arab",
        kaki=f"Pengukuran Kinerja {triwulan.periode.label} · {model.instansi.nama}",
    )


def _tabel(triwulan: PengukuranTriwulan) -> Tabel:
    return tabel(
        kepala=(
            (
                *(
                    kepala(teks, baris=2)
                    for teks in (
                        "No",
                        "Tujuan RPJMD",
                        "Sasaran strategis",
                        "Indikator kinerja",
                        "Formulasi penghitungan",
                        "Target",
                        "Realisasi",
                        "Capaian (%)",
                        "Program/Kegiatan",
                    )
                ),
                kepala("Anggaran", kolom=3),
            ),
            tuple(kepala(teks) for teks in ("Pagu", "Realisasi", "Capaian (%)")),
            kepala_nomor(12),
        ),
        baris=tuple(_daftar_baris(triwulan)),
        lebar=_LEBAR,
        catatan=kaki_formulir(triwulan.catatan, triwulan.kaki),
        ukuran_huruf=_HURUF,
    )


def _daftar_baris(triwulan: PengukuranTriwulan) -> Iterator[Baris]:
    tanda = index_catatan(triwulan.catatan)
    for sasaran in triwulan.daftar_sasaran:
        for indikator in sasaran.daftar_indikator:
            yield from _baris_indikator(tanda, sasaran, indikator)
        yield from _baris_lain(
            f"Program untuk semua indikator sasaran {sasaran.nomor}: {sasaran.uraian}", sasaran.daftar_anggaran
        )
        yield _baris_jumlah(f"Jumlah sasaran {sasaran.nomor}", sasaran.uang, "subtotal")
    yield from _baris_lain("Program penunjang: mendukung semua sasaran perangkat daerah.", triwulan.daftar_penunjang)
    yield from _baris_lain("Program tanpa sasaran: belum dipetakan ke sasaran mana pun.", triwulan.daftar_tanpa_sasaran)
    yield _baris_jumlah("Total", triwulan.uang, "total")


def _baris_indikator(tanda: Tanda, sasaran: SasaranPengukuran, indikator: BarisIndikatorPengukuran) -> Iterator[Baris]:
    kanan: list[Baris]
    if indikator.is_bagian:
        kanan = [(sel_teks("Bagian indikator di atas; programnya di sana.", kolom=4),)]
    elif indikator.daftar_anggaran:
        kanan = [_sel_anggaran(satu) for satu in indikator.daftar_anggaran]
    else:
        ke_mana = "lihat baris berikutnya" if sasaran.daftar_anggaran else "belum ada"
        kanan = [(sel_teks(f"Program khusus indikator ini: {ke_mana}.", kolom=4),)]
    ukuran = bagi_rata(len(kanan), _BARIS_PER_KELOMPOK)
    kiri = [
        _sel_indikator(tanda, sasaran, indikator, ukuran[0]),
        *((sel_lanjutan(f"Lanjutan: {indikator.nama}", kolom=8, baris=tinggi),) for tinggi in ukuran[1:]),
    ]
    yield from susun_kelompok(kiri, kanan, ukuran)


def _sel_indikator(tanda: Tanda, sasaran: SasaranPengukuran, indikator: BarisIndikatorPengukuran, baris: int) -> Baris:
    return (
        sel_teks(sasaran.nomor, baris=baris, perataan="tengah"),
        sel_teks(sasaran.tujuan or "–", baris=baris),
        sel_teks(sasaran.uraian, baris=baris),
        sel_teks(indikator.nama, baris=baris, indentasi=1 if indikator.is_bagian else 0),
        sel_rumus(indikator.rumus, muat=_HURUF_PER_BARIS_RUMUS, baris=baris),
        *(
            sel_angka(sel, tanda=tanda.get(sel.identitas, ""), baris=baris)
            for sel in (indikator.target, indikator.realisasi, indikator.capaian)
        ),
    )


def _baris_lain(label: str, daftar: Sequence[BarisAnggaranPengukuran]) -> Iterator[Baris]:
    """Yield programs that stand beside no single indicator."""
    if not daftar:
        return
    ukuran = bagi_rata(len(daftar), _BARIS_PER_KELOMPOK)
    kiri = [(sel_lanjutan(label, kolom=8, baris=tinggi),) for tinggi in ukuran]
    yield from susun_kelompok(kiri, [_sel_anggaran(satu) for satu in daftar], ukuran)


def _sel_anggaran(baris: BarisAnggaranPengukuran) -> Baris:
    is_program = baris.tingkat is TingkatAnggaran.PROGRAM
    peran = "program" if is_program else ""
    nama = baris.nama + (_TANDA_BERBAGI if baris.berbagi else "")
    if baris.uang is None:
        return (sel_teks(nama, " (sebagian)", peran=peran, indentasi=_INDENTASI[baris.tingkat]), *_kosong(3, peran))
    return (
        sel_teks(nama, peran=peran, indentasi=_INDENTASI[baris.tingkat], tebal=is_program),
        *(
            sel_angka(sel, peran=peran, tebal=is_program)
            for sel in (baris.uang.pagu, baris.uang.realisasi, baris.uang.serapan)
        ),
    )


def _kosong(jumlah: int, peran: str) -> Baris:
    return tuple(sel_teks("", peran=peran) for _ in range(jumlah))


def _baris_jumlah(label: str, uang: UangPengukuran, peran: str) -> Baris:
    return (
        sel_teks(label, kolom=9, perataan="kanan", peran=peran, tebal=True),
        *(sel_angka(sel, peran=peran, tebal=True) for sel in (uang.pagu, uang.realisasi, uang.serapan)),
    )
