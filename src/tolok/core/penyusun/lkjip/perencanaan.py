"""Bab II of the LKjIP: plans that cover the year, programs, and the agreement."""

from __future__ import annotations

from collections.abc import Iterable

from tolok.core.anggaran import SimpulAnggaran, TingkatAnggaran
from tolok.core.dokumen.lkjip import (
    BarisPerjanjian,
    BarisProgramPerjanjian,
    BarisRencana,
    Perencanaan,
    Rencana,
    SasaranRencana,
    TujuanRencana,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.naskah import Perjanjian
from tolok.core.penyusun.anggaran import (
    compile_baris_anggaran,
    compile_total_anggaran,
    describe_edisi,
    nama_edisi,
)
from tolok.core.penyusun.cabang import list_cabang
from tolok.core.penyusun.catatan import compile_catatan
from tolok.core.penyusun.kosong import sel_atau_kosong
from tolok.core.penyusun.narator import Narator, belum_diisi
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.periode import Periode, format_tanggal
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana


def compile_perencanaan(hasil: HasilTahun, narator: Narator, uang: UangLaporan) -> Perencanaan:
    """Return Bab II."""
    data = hasil.data
    perjanjian = data.daftar_perjanjian[-1] if data.daftar_perjanjian else None
    uang_perjanjian = UangLaporan(hasil, perjanjian.edisi_pagu if perjanjian else None)
    daftar_edisi = [edisi for edisi in data.daftar_edisi_rencana if edisi.tahun_awal <= data.tahun <= edisi.tahun_akhir]
    daftar_simpul = {
        edisi.id: [simpul for simpul in data.daftar_simpul if simpul.edisi == edisi.id] for edisi in daftar_edisi
    }
    berisi = [edisi for edisi in daftar_edisi if daftar_simpul[edisi.id]]
    return Perencanaan(
        narasi_rencana=narator.blok("rencana_strategis") or belum_diisi("uraian rencana strategis"),
        daftar_rencana=tuple(
            _rencana(hasil, edisi, daftar_simpul[edisi.id], nomor=f"2.1.{urut}" if len(berisi) > 1 else "2.1")
            for urut, edisi in enumerate(berisi, start=1)
        ),
        narasi_program=narator.blok("program_kegiatan"),
        program=TabelIsi(
            nomor="2.2",
            judul=f"Program dan Kegiatan Tahun {data.tahun}",
            baris=compile_baris_anggaran(hasil, uang),
            keterangan=(make_kalimat(describe_edisi(data, uang.edisi)),),
        ),
        total_program=compile_total_anggaran(uang),
        narasi_perjanjian=narator.blok("perjanjian_kinerja"),
        perjanjian=_perjanjian(hasil, perjanjian),
        program_perjanjian=_program_perjanjian(hasil, uang_perjanjian),
        total_perjanjian=Sel.from_hasil(uang_perjanjian.pagu()),
    )


def _rencana(hasil: HasilTahun, edisi: EdisiRencana, daftar_simpul: list[SimpulRencana], *, nomor: str) -> Rencana:
    return Rencana(
        nama=edisi.nama,
        dasar=edisi.dasar,
        daftar_tujuan=_daftar_tujuan(daftar_simpul),
        daftar_tahun=tuple(range(edisi.tahun_awal, edisi.tahun_akhir + 1)),
        target=_target_rencana(hasil, edisi, daftar_simpul, nomor),
    )


def _daftar_tujuan(daftar_simpul: list[SimpulRencana]) -> tuple[TujuanRencana, ...]:
    tujuan = {simpul.id: simpul.uraian for simpul in daftar_simpul if simpul.jenis is JenisSimpul.TUJUAN}
    sasaran = [simpul for simpul in daftar_simpul if simpul.jenis is JenisSimpul.SASARAN]
    kelompok = [
        TujuanRencana(uraian=uraian, daftar_sasaran=_daftar_sasaran(s for s in sasaran if s.induk == induk))
        for induk, uraian in tujuan.items()
    ]
    if lepas := [simpul for simpul in sasaran if simpul.induk not in tujuan]:
        kelompok.append(TujuanRencana(uraian="", daftar_sasaran=_daftar_sasaran(lepas)))
    return tuple(kelompok)


def _daftar_sasaran(daftar: Iterable[SimpulRencana]) -> tuple[SasaranRencana, ...]:
    return tuple(
        SasaranRencana(uraian=simpul.uraian, strategi=simpul.strategi, kebijakan=simpul.kebijakan) for simpul in daftar
    )


def _target_rencana(
    hasil: HasilTahun, edisi: EdisiRencana, daftar_simpul: list[SimpulRencana], nomor: str
) -> TabelIsi[BarisRencana]:
    """Return the targets as the edition itself states them; those of other documents stand in their own tables."""
    daftar_tahun = range(edisi.tahun_awal, edisi.tahun_akhir + 1)
    baris: list[BarisRencana] = []
    for simpul in daftar_simpul:
        for indikator in hasil.daftar_indikator(simpul.id):
            daftar_target = [
                hasil.target_dokumen(indikator.indikator, Periode(tahun), edisi.id) for tahun in daftar_tahun
            ]
            if any(daftar_target):
                baris.append(
                    BarisRencana(
                        simpul=f"{simpul.jenis.value.capitalize()}: {simpul.uraian}",
                        nama=indikator.nama,
                        satuan=indikator.satuan,
                        daftar_target=tuple(sel_atau_kosong(target) for target in daftar_target),
                    )
                )
    return TabelIsi(
        nomor=nomor,
        judul=f"Indikator dan Target {edisi.nama}",
        baris=tuple(baris),
        keterangan=(make_kalimat(f"Sumber: {edisi.dasar.rstrip('.')}."),) if edisi.dasar else (),
    )


def _perjanjian(hasil: HasilTahun, perjanjian: Perjanjian | None) -> TabelIsi[BarisPerjanjian]:
    data = hasil.data
    periode = Periode(data.tahun)
    baris: list[BarisPerjanjian] = []
    bahan: list[tuple[str, Periode, tuple[Hasil, ...]]] = []
    for nomor, sasaran in enumerate(hasil.daftar_sasaran(), start=1):
        for indikator in hasil.daftar_indikator(sasaran.id):
            target = hasil.target(indikator.indikator, periode)
            bahan.append((indikator.indikator, periode, (target,)))
            baris.append(
                BarisPerjanjian(
                    nomor=str(nomor), sasaran=sasaran.uraian, nama=indikator.nama, target=Sel.from_hasil(target)
                )
            )
    return TabelIsi(
        nomor="2.3.1",
        judul=f"Perjanjian Kinerja Tahun {data.tahun}",
        baris=tuple(baris),
        catatan=compile_catatan(hasil, *bahan),
        keterangan=(make_kalimat(_dokumen_perjanjian(perjanjian)),),
    )


def _dokumen_perjanjian(perjanjian: Perjanjian | None) -> str:
    if perjanjian is None:
        return "Belum diisi: dokumen Perjanjian Kinerja."
    dokumen = f"Perjanjian Kinerja {perjanjian.jenis}"
    if not perjanjian.nomor and not perjanjian.tanggal:
        return f"Dokumen: {dokumen}; nomor dan tanggalnya tidak dicatat."
    nomor = f"Nomor {perjanjian.nomor}" if perjanjian.nomor else "nomor tidak dicatat"
    tanggal = f"tanggal {format_tanggal(perjanjian.tanggal)}" if perjanjian.tanggal else "tanggal tidak dicatat"
    return f"Dokumen: {dokumen}, {nomor}, {tanggal}."


def _program_perjanjian(hasil: HasilTahun, uang: UangLaporan) -> TabelIsi[BarisProgramPerjanjian]:
    data = hasil.data
    program = [simpul for simpul in data.daftar_anggaran if simpul.tingkat is TingkatAnggaran.PROGRAM]
    return TabelIsi(
        nomor="2.3.2",
        judul=f"Anggaran Program dalam Perjanjian Kinerja Tahun {data.tahun}",
        baris=tuple(
            BarisProgramPerjanjian(
                nomor=str(nomor),
                nama=simpul.nama,
                anggaran=Sel.from_hasil(uang.pagu(simpul.kode)),
                sumber_dana=_sumber_dana(hasil, simpul, uang.edisi),
            )
            for nomor, simpul in enumerate(program, start=1)
        ),
        keterangan=(make_kalimat(f"Anggaran menurut {nama_edisi(data, uang.edisi)}."),),
    )


def _sumber_dana(hasil: HasilTahun, program: SimpulAnggaran, edisi: str) -> str:
    """Return the sources of money of all leaves of a program, each once."""
    di_bawah = {cabang.simpul.kode for cabang in list_cabang(hasil.anggaran, [program.kode]) if cabang.utuh}
    daftar = (pagu.sumber_dana for pagu in hasil.data.daftar_pagu if pagu.edisi == edisi and pagu.kode in di_bawah)
    return ", ".join(dict.fromkeys(satu for satu in daftar if satu))
