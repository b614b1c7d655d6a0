"""The layout of the cascade table: twelve landscape columns from the goal of the region to the money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.keterkaitan import (
    BarisKegiatan,
    IndikatorKeterkaitan,
    KeterkaitanIku,
    ProgramKeterkaitan,
    SasaranKeterkaitan,
)
from tolok.core.dokumen.nomor_catatan import index_catatan
from tolok.core.dokumen.sel import Sel
from tolok.render.susunan.formulir import bagi_rata, kaki_formulir, kepala_formulir, sel_lanjutan, susun_kelompok
from tolok.render.susunan.unsur import kepala, kepala_nomor, sel_angka, sel_teks, tabel, tanda_tangan
from tolok.render.tata_letak import Naskah, Seksi, SelTabel, Tabel

_LEBAR = (6, 19, 17, 21, 22, 12, 15, 24, 27, 36, 40, 23)
_HURUF = 7
_BARIS_PER_KELOMPOK = 12
"""Rows that the cells of an indicator may span; a kegiatan alone may run over several lines."""
_KOLOM_KIRI = 7

Baris = tuple[SelTabel, ...]


class _Lajur(NamedTuple):
    """One table row at the right: a kegiatan of a program, or (``None``) the sum of the program."""

    program: ProgramKeterkaitan
    kegiatan: BarisKegiatan | None


def layout_keterkaitan(model: KeterkaitanIku) -> Naskah:
    """Return the cascade as a document of its own."""
    return Naskah(
        jenis="keterkaitan",
        judul=f"Keterkaitan IKU dengan Program dan Kegiatan {model.instansi.nama} Tahun {model.tahun}",
        subjek="Keterkaitan indikator kinerja utama dengan program, kegiatan, dan anggaran",
        penerbit=f"{model.instansi.nama}, {model.instansi.pemerintah}",
        tanggal=model.tanggal,
        seksi=seksi_keterkaitan(model),
        nama_berkas=f"keterkaitan-iku-{model.tahun}",
    )


def seksi_keterkaitan(model: KeterkaitanIku) -> tuple[Seksi, ...]:
    """Return the cascade as one landscape section."""
    judul = f"Keterkaitan IKU dengan Program dan Kegiatan Tahun {model.tahun}"
    return (
        Seksi(
            (
                *kepala_formulir(judul, model.instansi, tingkat=1),
                _tabel(model),
                tanda_tangan(model.penanda),
            ),
            mendatar=True,
            nomor_halaman="arab",
            kaki=f"Keterkaitan IKU Tahun {model.tahun} · {model.instansi.nama}",
        ),
    )


def _tabel(model: KeterkaitanIku) -> Tabel:
    daftar_kepala = (
        "No",
        "Tujuan RPJMD",
        "IKU kota",
        "Sasaran strategis",
        "Indikator kinerja",
        f"Target {model.tahun}",
        f"Realisasi {model.tahun - 1}",
        "Program",
        "Indikator program",
        "Kegiatan/Sub kegiatan",
        "Indikator kegiatan/sub kegiatan",
        "Anggaran (Rp)",
    )
    return tabel(
        kepala=(tuple(kepala(teks) for teks in daftar_kepala), kepala_nomor(12)),
        baris=tuple(_daftar_baris(model)),
        lebar=_LEBAR,
        catatan=kaki_formulir(model.catatan, model.kaki),
        ukuran_huruf=_HURUF,
    )


def _daftar_baris(model: KeterkaitanIku) -> Iterator[Baris]:
    tanda = index_catatan(model.catatan)
    for sasaran in model.daftar_sasaran:
        for indikator in sasaran.daftar_indikator:
            yield from _baris_indikator(tanda, sasaran, indikator)
        label = f"Program untuk semua indikator sasaran {sasaran.nomor}: {sasaran.uraian}"
        yield from _baris_lain(label, sasaran.daftar_program)
        yield _baris_jumlah(f"Jumlah sasaran {sasaran.nomor}", sasaran.jumlah, "subtotal")
    yield from _baris_lain("Program penunjang: mendukung semua sasaran perangkat daerah.", model.daftar_penunjang)
    yield from _baris_lain("Program tanpa sasaran: belum dipetakan ke sasaran mana pun.", model.daftar_tanpa_sasaran)
    yield _baris_jumlah("Total", model.total, "total")


def _baris_indikator(
    tanda: Mapping[str | None, str], sasaran: SasaranKeterkaitan, indikator: IndikatorKeterkaitan
) -> Iterator[Baris]:
    def kiri(tinggi: int) -> Baris:
        return (
            sel_teks(sasaran.nomor, baris=tinggi, perataan="tengah"),
            *(
                sel_teks(teks or "–", baris=tinggi)
                for teks in (sasaran.tujuan, sasaran.iku_kota, sasaran.uraian, indikator.nama)
            ),
            *(
                sel_angka(sel, tanda=tanda.get(sel.identitas, ""), baris=tinggi)
                for sel in (indikator.target, indikator.realisasi_lalu)
            ),
        )

    daftar = _list_lajur(indikator.daftar_program)
    if not daftar:
        ke_mana = "lihat baris berikutnya" if sasaran.daftar_program else "belum ada"
        yield (*kiri(1), sel_teks(f"Program khusus indikator ini: {ke_mana}.", kolom=5))
        return
    ukuran = _bagi_program(daftar)
    lanjutan = f"Lanjutan: {indikator.nama}"
    daftar_kiri = [kiri(ukuran[0]), *((sel_lanjutan(lanjutan, kolom=_KOLOM_KIRI, baris=n),) for n in ukuran[1:])]
    yield from susun_kelompok(daftar_kiri, tuple(_sel_kanan(daftar, ukuran)), ukuran)


def _baris_lain(label: str, daftar_program: Sequence[ProgramKeterkaitan]) -> Iterator[Baris]:
    daftar = _list_lajur(daftar_program)
    if daftar:
        ukuran = _bagi_program(daftar)
        daftar_kiri = [(sel_lanjutan(label, kolom=_KOLOM_KIRI, baris=tinggi),) for tinggi in ukuran]
        yield from susun_kelompok(daftar_kiri, tuple(_sel_kanan(daftar, ukuran)), ukuran)


def _list_lajur(daftar_program: Iterable[ProgramKeterkaitan]) -> list[_Lajur]:
    """Return the rows of programs: each kegiatan, then the sum; a program without kegiatan is one row."""
    return [
        _Lajur(program, kegiatan)
        for program in daftar_program
        for kegiatan in (*program.daftar_kegiatan, *(() if program.jumlah is None else (None,)))
    ]


def _bagi_program(daftar: Sequence[_Lajur]) -> tuple[int, ...]:
    """Return how many rows each group has: whole programs as long as they fit, a longer program in equal parts."""
    hasil: list[int] = []
    for _, lajur in groupby(daftar, key=lambda satu: id(satu.program)):
        jumlah = len(list(lajur))
        if hasil and hasil[-1] + jumlah <= _BARIS_PER_KELOMPOK:
            hasil[-1] += jumlah
        else:
            hasil += bagi_rata(jumlah, _BARIS_PER_KELOMPOK)
    return tuple(hasil)


def _sel_kanan(daftar: Sequence[_Lajur], ukuran: Sequence[int]) -> Iterator[Baris]:
    """Yield the five right cells of each row; a program is named again where a new group of rows begins."""
    awal = 0
    for tinggi in ukuran:
        kelompok = daftar[awal : awal + tinggi]
        for urut, lajur in enumerate(kelompok):
            if lajur.kegiatan is None:
                yield _sel_jumlah_program(lajur.program)
                continue
            sebelum = kelompok[urut - 1] if urut else None
            is_baru = sebelum is None or sebelum.program is not lajur.program
            rentang = sum(1 for satu in kelompok[urut:] if satu.program is lajur.program and satu.kegiatan)
            nama = (
                sel_teks(lajur.program.nama, baris=rentang, tebal=True),
                sel_teks(lajur.program.indikator or "–", baris=rentang),
            )
            yield (*(nama if is_baru else ()), *_sel_kegiatan(lajur.kegiatan))
        awal += tinggi


def _sel_kegiatan(kegiatan: BarisKegiatan) -> Baris:
    is_kegiatan = kegiatan.tingkat is TingkatAnggaran.KEGIATAN
    indentasi = 0 if is_kegiatan else 1
    return (
        sel_teks(kegiatan.nama, indentasi=indentasi, tebal=is_kegiatan),
        sel_teks(kegiatan.indikator or "–", indentasi=indentasi),
        sel_teks("") if kegiatan.anggaran is None else sel_angka(kegiatan.anggaran, tebal=is_kegiatan),
    )


def _sel_jumlah_program(program: ProgramKeterkaitan) -> Baris:
    assert program.jumlah is not None
    nama = program.nama if program.nama.lower().startswith("program ") else f"program {program.nama}"
    label = f"Jumlah {nama}" if program.daftar_kegiatan else program.nama
    peran = "subtotal" if program.daftar_kegiatan else "program"
    return (sel_teks(label, kolom=4, peran=peran), sel_angka(program.jumlah, peran=peran))


def _baris_jumlah(label: str, jumlah: Sel, peran: str) -> Baris:
    return (sel_teks(label, kolom=11, perataan="kanan", peran=peran), sel_angka(jumlah, peran=peran))
