"""Bab III of the LKjIP: method, summary, tables A to I of each sasaran, budget."""

from __future__ import annotations

from typing import Protocol

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.lkjip import (
    Akuntabilitas,
    BarisCapaian,
    BarisPembanding,
    BarisPenunjang,
    CapaianSasaran,
    Metode,
    RingkasanRata,
    RingkasanSasaran,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.render.susunan.grafik import (
    BatangCapaian,
    BatangSerapan,
    layout_grafik_capaian,
    layout_grafik_serapan,
    split_grafik,
)
from tolok.render.susunan.lkjip_rencana import layout_tabel_anggaran
from tolok.render.susunan.unsur import (
    BELUM_DIISI,
    blok_teks,
    catatan_tabel,
    daftar_butir,
    kalimat,
    kepala,
    paragraf,
    pengantar,
    sel_alinea,
    sel_angka,
    sel_narasi,
    sel_nilai,
    sel_teks,
    tabel,
)
from tolok.render.tata_letak import Blok, Gambar, Judul, Matematika, SelTabel, Tabel

TANPA_STANDAR = "Tidak ada standar nasional"
TIDAK_BERLAKU = ""
MELALUI_SASARAN = "Melalui program seluruh sasaran"
LIHAT_INDUK = "Lihat indikatornya."


def layout_akuntabilitas(bab: Akuntabilitas, *, tahun: int) -> tuple[Blok, ...]:
    """Return Bab III."""
    return (
        Judul(1, "AKUNTABILITAS KINERJA", "BAB III"),
        Judul(2, "Capaian Kinerja Organisasi", "3.1"),
        *_metode(bab.metode),
        Judul(3, "Ringkasan Capaian"),
        kalimat(bab.kalimat_rata_rata),
        _ringkasan(bab),
        *_grafik_capaian(bab, tahun),
        *blok_teks(bab.narasi_capaian),
        *(blok for sasaran in bab.daftar_sasaran for blok in layout_sasaran(sasaran)),
        Judul(2, "Realisasi Anggaran", "3.2"),
        *pengantar(bab.anggaran),
        daftar_butir(bab.daftar_bagian, "bulatan"),
        layout_tabel_anggaran(bab.anggaran, bab.total_anggaran),
        *_grafik_serapan(bab, tahun),
        *blok_teks(bab.narasi_anggaran),
    )


def _metode(metode: Metode) -> tuple[Blok, ...]:
    return (
        Judul(3, "Cara Mengukur"),
        *blok_teks(metode.pengantar),
        paragraf("Ketentuan berikut berlaku untuk seluruh laporan ini."),
        tabel(
            kepala=[[kepala("Ketentuan"), kepala("Isi")]],
            baris=[
                [
                    sel_teks(satu.nama),
                    sel_alinea(
                        [
                            *([(Matematika(satu.rumus),)] if satu.rumus else []),
                            *([satu.isi] if satu.isi else []),
                        ]
                    ),
                ]
                for satu in metode.daftar_kebijakan
            ],
            lebar=(50, 110),
        ),
        *_skala(metode),
    )


def _skala(metode: Metode) -> tuple[Blok, ...]:
    pembuka = paragraf(metode.nama_skala)
    if not metode.daftar_kelas:
        return (pembuka,)
    return (
        pembuka,
        tabel(
            kepala=[[kepala("Capaian"), kepala("Predikat"), kepala("Kode")]],
            baris=[
                [sel_teks(satu.batas), sel_teks(satu.label), sel_teks(satu.kode, perataan="tengah")]
                for satu in metode.daftar_kelas
            ],
            lebar=(80, 55, 25),
        ),
    )


def _ringkasan(bab: Akuntabilitas) -> Tabel:
    sumber = bab.ringkasan
    return tabel(
        kepala=[
            [
                kepala("No."),
                kepala("Sasaran Strategis"),
                kepala("Indikator"),
                kepala("Target"),
                kepala("Realisasi"),
                kepala("Capaian"),
                kepala("Predikat"),
            ]
        ],
        baris=[
            *(baris for sasaran in sumber.baris for baris in _baris_ringkasan(sumber, sasaran)),
            _baris_rata(sumber, bab.rata_rata_instansi, peran="total"),
        ],
        lebar=(8, 36, 44, 17, 19, 18, 18),
        nomor=sumber.nomor,
        judul=sumber.judul,
        catatan=catatan_tabel(sumber),
        ukuran_huruf=9,
    )


def _baris_ringkasan(sumber: TabelIsi[RingkasanSasaran], sasaran: RingkasanSasaran) -> list[list[SelTabel]]:
    baris: list[list[SelTabel]] = []
    for nomor, satu in enumerate(sasaran.daftar_indikator):
        kiri = (
            [
                sel_teks(sasaran.nomor, perataan="tengah", baris=len(sasaran.daftar_indikator)),
                sel_teks(sasaran.uraian, baris=len(sasaran.daftar_indikator)),
            ]
            if not nomor
            else []
        )
        baris.append([*kiri, _sel_nama(satu), *_sel_capaian(sumber, satu), _sel_predikat(sumber, satu.predikat)])
    return [*baris, _baris_rata(sumber, sasaran.rata_rata, peran="subtotal")]


class _Baris(Protocol):
    """A row of an indicator, or of a part of one."""

    @property
    def nama(self) -> str: ...
    @property
    def is_bagian(self) -> bool: ...


def _sel_nama(satu: _Baris) -> SelTabel:
    """Return the cell of a name; a part stands indented below its indicator."""
    return sel_teks(satu.nama, indentasi=1 if satu.is_bagian else 0)


def _sel_capaian(sumber: TabelIsi[object], satu: BarisCapaian) -> tuple[SelTabel, ...]:
    return tuple(sel_nilai(sumber, sel) for sel in (satu.target, satu.realisasi, satu.capaian))


def _sel_predikat(sumber: TabelIsi[object], sel: Sel) -> SelTabel:
    return sel_angka(sel, tanda=sumber.tanda(sel), perataan="tengah")


def _baris_rata(sumber: TabelIsi[object], rata: RingkasanRata, *, peran: str) -> list[SelTabel]:
    judul = f"Rata-rata {rata.nama} ({rata.terukur} dari {rata.jumlah} indikator)"
    return [
        sel_teks(judul, kolom=5, peran=peran, tebal=True),
        sel_angka(rata.rata_rata, tanda=sumber.tanda(rata.rata_rata), peran=peran, tebal=True),
        sel_angka(rata.predikat, tanda=sumber.tanda(rata.predikat), peran=peran, perataan="tengah", tebal=True),
    ]


def _grafik_capaian(bab: Akuntabilitas, tahun: int) -> tuple[Gambar, ...]:
    daftar = [
        BatangCapaian(label=satu.nama, capaian=satu.capaian)
        for sasaran in bab.ringkasan.baris
        for satu in sasaran.daftar_indikator
        if not satu.is_bagian
    ]
    judul = f"Capaian Indikator Kinerja Utama Tahun {tahun}"
    return split_grafik(layout_grafik_capaian, daftar, nomor="3.1", judul=judul)


def _grafik_serapan(bab: Akuntabilitas, tahun: int) -> tuple[Gambar, ...]:
    daftar = [
        BatangSerapan(label=satu.nama, pagu=satu.pagu, realisasi=satu.realisasi, serapan=satu.serapan)
        for satu in bab.anggaran.baris
        if satu.tingkat is TingkatAnggaran.PROGRAM
    ]
    judul = f"Pagu dan Realisasi Program Tahun {tahun}"
    return split_grafik(layout_grafik_serapan, daftar, nomor="3.2", judul=judul)


def layout_sasaran(sasaran: CapaianSasaran) -> tuple[Blok, ...]:
    """Return section 3.1.k with tables A to I, each after its sentences."""
    bagian: tuple[tuple[TabelIsi[object], Tabel], ...] = (
        (sasaran.a, _tabel_a(sasaran)),
        (sasaran.b, _tabel_b(sasaran)),
        (sasaran.c, _tabel_c(sasaran)),
        (sasaran.d, _tabel_d(sasaran)),
        (sasaran.e, _tabel_e(sasaran)),
        (sasaran.f, _tabel_f(sasaran)),
        (sasaran.g, _tabel_g(sasaran)),
        (sasaran.h, _tabel_h(sasaran)),
        (sasaran.i, _tabel_i(sasaran)),
    )
    blok: list[Blok] = [
        Judul(3, f"Capaian Kinerja Sasaran Strategis {sasaran.uraian}", sasaran.nomor),
        *blok_teks(sasaran.narasi),
    ]
    for sumber, satu in bagian:
        huruf = sumber.nomor.rpartition(".")[2]
        blok += [Judul(4, sumber.judul, f"{huruf}.", tampil_di_daftar=False), *pengantar(sumber), satu]
    return tuple(blok)


def _susun(
    sumber: TabelIsi[object], kepala_: list[list[SelTabel]], baris: list[list[SelTabel]], lebar: tuple[int, ...]
) -> Tabel:
    return tabel(
        kepala=kepala_,
        baris=baris,
        lebar=lebar,
        nomor=sumber.nomor,
        judul=sumber.judul,
        catatan=catatan_tabel(sumber),
    )


def _tabel_a(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.a
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), *(kepala(k) for k in ("Target", "Realisasi", "Capaian", "Predikat"))]],
        [[_sel_nama(satu), *_sel_capaian(sumber, satu), _sel_predikat(sumber, satu.predikat)] for satu in sumber.baris],
        (70, 22, 23, 22, 23),
    )


def _tabel_b(sasaran: CapaianSasaran) -> Tabel:
    sumber, daftar_tahun = sasaran.b, sasaran.daftar_tahun
    jumlah = len(daftar_tahun)
    return _susun(
        sumber,
        [
            [
                kepala("Indikator Kinerja Utama", baris=2),
                kepala(f"Target\n{daftar_tahun[-1]}", baris=2),
                kepala("Realisasi", kolom=jumlah),
                kepala("Capaian", kolom=2),
            ],
            [kepala(str(tahun)) for tahun in (*daftar_tahun, *daftar_tahun[-2:])],
        ],
        [
            [
                _sel_nama(satu),
                *(sel_nilai(sumber, sel) for sel in (satu.target, *satu.daftar_realisasi, *satu.daftar_capaian)),
            ]
            for satu in sumber.baris
        ],
        (50, 20, *(20 for _ in range(jumlah)), 20, 20),
    )


def _tabel_c(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.c
    daftar = (
        "Target Akhir Rencana",
        f"Realisasi {sasaran.daftar_tahun[-1]}",
        "Tingkat Kemajuan",
        "Sumber Target Akhir",
    )
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), *(kepala(k) for k in daftar)]],
        [
            [
                _sel_nama(satu),
                *(sel_nilai(sumber, sel) for sel in (satu.target_akhir, satu.realisasi, satu.tingkat_kemajuan)),
                sel_teks(satu.sumber or "Tidak dicatat"),
            ]
            for satu in sumber.baris
        ],
        (50, 22, 22, 22, 44),
    )


def _tabel_d(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.d
    daftar = (f"Realisasi {sasaran.daftar_tahun[-1]}", "Standar atau Realisasi Nasional", "Keterangan")
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), *(kepala(k) for k in daftar)]],
        [[_sel_nama(satu), sel_nilai(sumber, satu.realisasi), *_sel_pembanding(sumber, satu)] for satu in sumber.baris],
        (52, 22, 34, 52),
    )


def _sel_pembanding(sumber: TabelIsi[object], satu: BarisPembanding) -> tuple[SelTabel, SelTabel]:
    if not satu.daftar:
        return sel_teks(TANPA_STANDAR, perataan="tengah"), sel_teks(satu.keterangan or "Tidak dibandingkan.")
    nilai = [(f"{acuan.cakupan} {acuan.tahun}: ", acuan.nilai, sumber.tanda(acuan.nilai)) for acuan in satu.daftar]
    asal = [f"Sumber {acuan.cakupan}: {acuan.sumber.rstrip('.')}." for acuan in satu.daftar]
    return sel_alinea(nilai), sel_alinea([*asal, *([satu.keterangan] if satu.keterangan else [])])


def _tabel_e(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.e
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), kepala("Anggaran"), kepala("Persentase terhadap Pagu Perangkat Daerah")]],
        [[sel_teks(satu.nama), *(sel_nilai(sumber, sel) for sel in (satu.pagu, satu.bagian))] for satu in sumber.baris],
        (80, 42, 38),
    )


def _tabel_f(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.f
    return _susun(
        sumber,
        [
            [kepala("Indikator Kinerja Utama", baris=2), kepala("Kinerja", kolom=3), kepala("Anggaran", kolom=3)],
            [kepala(k) for k in ("Target", "Realisasi", "Capaian", "Pagu", "Realisasi", "Serapan")],
        ],
        [
            [
                _sel_nama(satu),
                *(_sel_atau_kosong(sumber, sel) for sel in (satu.target, satu.realisasi, satu.capaian)),
                *(_sel_atau_kosong(sumber, sel) for sel in (satu.pagu, satu.realisasi_anggaran, satu.serapan)),
            ]
            for satu in sumber.baris
        ],
        (42, 16, 19, 17, 30, 30, 17),
    )


def _sel_atau_kosong(sumber: TabelIsi[object], sel: Sel | None) -> SelTabel:
    return sel_nilai(sumber, sel) if sel else sel_teks(TIDAK_BERLAKU)


def _tabel_g(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.g
    daftar = ("Persentase Capaian Kinerja", "Persentase Penyerapan Anggaran", "Tingkat Efisiensi", "Bacaan")
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), *(kepala(k) for k in daftar)]],
        [
            [
                sel_teks(satu.nama),
                *(sel_nilai(sumber, sel) for sel in (satu.capaian, satu.serapan, satu.efisiensi)),
                sel_teks(satu.bacaan),
            ]
            for satu in sumber.baris
        ],
        (48, 23, 25, 22, 42),
    )


def _tabel_h(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.h
    daftar = ("Target", "Realisasi", "Analisis Penyebab", "Solusi")
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), *(kepala(k) for k in daftar)]],
        [
            [
                _sel_nama(satu),
                *(sel_nilai(sumber, sel) for sel in (satu.target, satu.realisasi)),
                *(
                    sel_narasi(isi, kosong=LIHAT_INDUK if satu.is_bagian else BELUM_DIISI)
                    for isi in (satu.penyebab, satu.solusi)
                ),
            ]
            for satu in sumber.baris
        ],
        (33, 17, 20, 48, 42),
    )


def _tabel_i(sasaran: CapaianSasaran) -> Tabel:
    sumber = sasaran.i
    daftar = ("Target", "Realisasi", "Program / Kegiatan", "Serapan")
    return _susun(
        sumber,
        [[kepala("Indikator Kinerja Utama"), *(kepala(k) for k in daftar)]],
        [baris for satu in sumber.baris for baris in _baris_i(sumber, satu)],
        (44, 19, 20, 60, 17),
    )


def _baris_i(sumber: TabelIsi[object], satu: BarisPenunjang) -> list[list[SelTabel]]:
    tinggi = max(1, len(satu.daftar_program))
    kiri = [
        sel_teks(satu.nama, baris=tinggi),
        *(
            sel_nilai(sumber, sel, baris=tinggi) if sel else sel_teks(TIDAK_BERLAKU, baris=tinggi)
            for sel in (satu.target, satu.realisasi)
        ),
    ]
    if not satu.daftar_program:
        isi = sel_teks(MELALUI_SASARAN) if satu.is_bersama else sel_teks("Belum dipetakan", tebal=True)
        return [[*kiri, isi, sel_teks(TIDAK_BERLAKU)]]
    baris: list[list[SelTabel]] = []
    for nomor, program in enumerate(satu.daftar_program):
        is_program = program.tingkat is TingkatAnggaran.PROGRAM
        baris.append(
            [
                *(kiri if not nomor else ()),
                sel_teks(program.nama, tebal=is_program, indentasi=0 if is_program else 1),
                _sel_atau_kosong(sumber, program.serapan),
            ]
        )
    return baris
