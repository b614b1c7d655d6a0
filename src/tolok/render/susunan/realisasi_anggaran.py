"""The layout of Realisasi Anggaran: editions, the tree with every edition and quarter, shares, and a chart."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.anggaran import EdisiPagu, TingkatAnggaran
from tolok.core.dokumen.realisasi_anggaran import BarisRealisasi, RealisasiAnggaran
from tolok.core.dokumen.sel import Sel
from tolok.core.periode import ROMAWI, format_tanggal
from tolok.render.susunan.formulir import kaki_formulir, kepala_formulir
from tolok.render.susunan.grafik import BatangSerapan, layout_grafik_serapan, split_grafik
from tolok.render.susunan.unsur import kepala, keterangan, sel_angka, sel_teks, tabel, tanda_tangan
from tolok.render.tata_letak import Blok, Judul, Naskah, Seksi, SelTabel, Tabel

_HURUF = 7
_EDISI_PER_TABEL = 3
"""Editions whose pagu and serapan fit beside four quarters; with more, serapan gets a table of its own."""
_INDENTASI = {TingkatAnggaran.PROGRAM: 0, TingkatAnggaran.KEGIATAN: 1, TingkatAnggaran.SUBKEGIATAN: 2}

Baris = tuple[SelTabel, ...]


def layout_realisasi_anggaran(model: RealisasiAnggaran) -> Naskah:
    """Return Realisasi Anggaran as a document of its own."""
    return Naskah(
        jenis="realisasi_anggaran",
        judul=f"Realisasi Anggaran {model.instansi.nama} Tahun {model.tahun}",
        subjek="Realisasi anggaran per program dan kegiatan",
        penerbit=f"{model.instansi.nama}, {model.instansi.pemerintah}",
        tanggal=model.tanggal,
        seksi=seksi_realisasi_anggaran(model),
        nama_berkas=f"realisasi-anggaran-{model.tahun}",
    )


def seksi_realisasi_anggaran(model: RealisasiAnggaran) -> tuple[Seksi, ...]:
    """Return the landscape tables and a portrait page with the chart."""
    kaki = f"Realisasi Anggaran Tahun {model.tahun} · {model.instansi.nama}"
    judul = f"Realisasi Anggaran Tahun {model.tahun}"
    return (
        Seksi(
            (
                *kepala_formulir(judul, model.instansi, tingkat=1),
                _subjudul("Edisi pagu"),
                _tabel_edisi(model),
                _subjudul("Pagu, realisasi, dan serapan"),
                *_daftar_tabel(model),
                _subjudul(f"Pembagian {model.edisi_laporan.nama}"),
                _tabel_bagian(model),
            ),
            mendatar=True,
            nomor_halaman="arab",
            kaki=kaki,
        ),
        Seksi(
            (
                _subjudul(f"Serapan per program terhadap {model.edisi_laporan.nama}"),
                *_grafik(model),
                tanda_tangan(model.penanda),
            ),
            nomor_halaman="arab",
            kaki=kaki,
        ),
    )


def _subjudul(teks: str) -> Blok:
    return Judul(2, teks, tampil_di_daftar=False)


def _tabel_edisi(model: RealisasiAnggaran) -> Tabel:
    return tabel(
        kepala=(tuple(kepala(teks) for teks in ("No", "Edisi pagu", "Jenis", "Dokumen", "Cakupan", "Total (Rp)")),),
        baris=[
            (
                sel_teks(str(satu.edisi.nomor), perataan="tengah"),
                sel_teks(satu.edisi.nama),
                sel_teks(satu.edisi.jenis),
                sel_teks(_dokumen(satu.edisi)),
                sel_teks(satu.edisi.cakupan),
                sel_angka(satu.total),
            )
            for satu in model.daftar_edisi
        ],
        lebar=(8, 50, 25, 55, 84, 35),
        ukuran_huruf=_HURUF + 1,
    )


def _dokumen(edisi: EdisiPagu) -> str:
    tanggal = f"tanggal {format_tanggal(edisi.tanggal)}" if edisi.tanggal else ""
    return " ".join(satu for satu in (edisi.nomor_dokumen, tanggal) if satu) or edisi.sumber or "Tidak diketahui"


def _daftar_tabel(model: RealisasiAnggaran) -> tuple[Blok, ...]:
    """Return one table where all editions fit beside the quarters, else one for amounts and one for serapan."""
    kaki = kaki_formulir((), model.kaki)
    if len(model.daftar_edisi) <= _EDISI_PER_TABEL:
        return (_tabel_rincian(model, is_uang=True, is_serapan=True), *kaki)
    return (
        _tabel_rincian(model, is_uang=True, is_serapan=False),
        _subjudul("Serapan menurut edisi pagu"),
        _tabel_rincian(model, is_uang=False, is_serapan=True),
        *kaki,
    )


def _tabel_rincian(model: RealisasiAnggaran, *, is_uang: bool, is_serapan: bool) -> Tabel:
    edisi = [kepala(satu.edisi.nama) for satu in model.daftar_edisi]
    banyak = len(edisi)
    atas: list[SelTabel] = [kepala("No", baris=2), kepala("Program dan kegiatan", baris=2)]
    bawah: list[SelTabel] = []
    lebar = [8, 52]
    if is_uang:
        atas += [kepala("Pagu (Rp)", kolom=banyak), kepala("Realisasi sejak Januari (Rp)", kolom=4)]
        bawah += [*edisi, *(kepala(f"TW {ROMAWI[nomor]}") for nomor in (1, 2, 3, 4))]
        lebar += [22] * (banyak + 4)
    if is_serapan:
        atas.append(kepala("Serapan setahun terhadap", kolom=banyak))
        bawah += edisi
        lebar += [16] * banyak

    def baris(satu: BarisRealisasi, peran: str) -> Baris:
        uang = (*satu.daftar_pagu, *satu.daftar_realisasi) if is_uang else ()
        serapan = satu.daftar_serapan if is_serapan else ()
        return (
            sel_teks(satu.nomor, perataan="tengah", peran=peran),
            sel_teks(satu.nama, peran=peran, indentasi=_INDENTASI[satu.tingkat]),
            *(sel_angka(sel, peran=peran) for sel in (*uang, *serapan)),
        )

    return tabel(
        kepala=(atas, bawah),
        baris=[
            *(baris(s, "program" if s.tingkat is TingkatAnggaran.PROGRAM else "") for s in model.daftar_baris),
            baris(model.total, "total"),
        ],
        lebar=lebar,
        ukuran_huruf=_HURUF,
    )


def _tabel_bagian(model: RealisasiAnggaran) -> Tabel:
    indeks = model.indeks_laporan
    seluruh: Sequence[Sel] = (
        model.total.daftar_pagu[indeks],
        model.total.daftar_realisasi[-1],
        model.total.daftar_serapan[indeks],
    )
    pagu, realisasi, serapan = (sel_angka(sel, peran="total") for sel in seluruh)
    return tabel(
        kepala=(
            tuple(kepala(teks) for teks in ("Untuk", "Pagu (Rp)", "Bagian dari pagu", "Realisasi (Rp)", "Serapan")),
        ),
        baris=[
            *(
                (
                    sel_teks(satu.uraian),
                    sel_angka(satu.pagu),
                    sel_angka(satu.bagian),
                    sel_angka(satu.realisasi),
                    sel_angka(satu.serapan),
                )
                for satu in model.daftar_bagian
            ),
            (sel_teks("Total", peran="total"), pagu, sel_teks("", peran="total"), realisasi, serapan),
        ],
        lebar=(120, 38, 28, 38, 33),
        catatan=(keterangan(f"Cakupan: {model.edisi_laporan.cakupan.rstrip('.')}."),),
        ukuran_huruf=_HURUF + 1,
    )


def _grafik(model: RealisasiAnggaran) -> tuple[Blok, ...]:
    indeks = model.indeks_laporan
    return split_grafik(
        layout_grafik_serapan,
        [
            BatangSerapan(
                label=satu.nama,
                pagu=satu.daftar_pagu[indeks],
                realisasi=satu.daftar_realisasi[-1],
                serapan=satu.daftar_serapan[indeks],
            )
            for satu in model.daftar_baris
            if satu.tingkat is TingkatAnggaran.PROGRAM
        ],
        nomor="",
        judul="",
    )
