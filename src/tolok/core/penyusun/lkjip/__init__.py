"""
The LKjIP of one agency-year, compiled from its results.

:source: PermenPANRB 53/2014 annex II; domain handbook 2.6, 4, 9, 10, 11, 13.5
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from tolok.core.dokumen.lkjip import Akuntabilitas, CapaianSasaran, Lkjip
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import Alinea, BlokTeks, Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.kalimat import kalimat_bagian
from tolok.core.penyusun.anggaran import (
    compile_baris_anggaran,
    compile_total_anggaran,
    describe_edisi,
    nama_edisi,
)
from tolok.core.penyusun.catatan import compile_catatan
from tolok.core.penyusun.lkjip.cara import compile_cara_hitung
from tolok.core.penyusun.lkjip.metode import compile_metode
from tolok.core.penyusun.lkjip.pendahuluan import (
    compile_ikhtisar,
    compile_kata_pengantar,
    compile_pendahuluan,
    gabung,
    kalimat_anggaran,
    kalimat_rata_rata_instansi,
)
from tolok.core.penyusun.lkjip.perencanaan import compile_perencanaan
from tolok.core.penyusun.lkjip.ringkasan import compile_ringkasan, make_ringkasan_rata
from tolok.core.penyusun.lkjip.sasaran import compile_capaian_sasaran
from tolok.core.penyusun.narator import Narator, belum_diisi
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.penyusun.perjanjian import PerjanjianTidakAda, compile_perjanjian
from tolok.core.penyusun.pihak import compile_pihak
from tolok.core.penyusun.renstra import RencanaTidakAda, compile_renstra
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.periode import Periode

M = TypeVar("M")


def compile_lkjip(hasil: HasilTahun) -> Lkjip:
    """
    Return the report.

    :raises NarasiTidakTerbaca: if narratives hold tokens that name nothing, with all of them
    """
    data = hasil.data
    narator = Narator(hasil)
    uang = UangLaporan(hasil)
    akuntabilitas = _akuntabilitas(hasil, narator, uang)
    penanda, tanggal = compile_pihak(data, "lkjip", pada=date(data.tahun + 1, 1, 31))
    return Lkjip(
        instansi=data.instansi,
        tahun=data.tahun,
        tanggal=tanggal,
        kata_pengantar=compile_kata_pengantar(data, narator),
        penanda=penanda,
        ikhtisar=compile_ikhtisar(hasil, narator, uang, akuntabilitas.ringkasan.baris),
        pendahuluan=compile_pendahuluan(hasil, narator),
        perencanaan=compile_perencanaan(hasil, narator, uang),
        akuntabilitas=akuntabilitas,
        kesimpulan=_kesimpulan(hasil, narator, uang),
        langkah=narator.blok("langkah_perbaikan") or belum_diisi("langkah perbaikan"),
        matriks_renstra=_atau_none(lambda: compile_renstra(hasil), RencanaTidakAda),
        perjanjian=_atau_none(lambda: compile_perjanjian(hasil), PerjanjianTidakAda),
        pengukuran=compile_pengukuran(hasil),
        daftar_penghargaan=data.daftar_penghargaan,
        daftar_cara_hitung=compile_cara_hitung(hasil),
        daftar_cacat=tuple(_daftar_cacat(hasil, narator, akuntabilitas.daftar_sasaran)),
        daftar_temuan_narasi=narator.find_temuan(),
    )


def _atau_none(susun: Callable[[], M], kecuali: type[Exception]) -> M | None:
    """Return an annex, or ``None`` if the package has nothing to make it from."""
    try:
        return susun()
    except kecuali:
        return None


def _akuntabilitas(hasil: HasilTahun, narator: Narator, uang: UangLaporan) -> Akuntabilitas:
    data = hasil.data
    periode = Periode(data.tahun)
    baris = compile_baris_anggaran(hasil, uang)
    ringkasan = compile_ringkasan(hasil)
    return Akuntabilitas(
        metode=compile_metode(hasil, narator),
        ringkasan=ringkasan,
        rata_rata_instansi=make_ringkasan_rata(data.instansi.nama_pendek, hasil.rata_rata_instansi(periode)),
        kalimat_rata_rata=kalimat_rata_rata_instansi(hasil),
        narasi_capaian=narator.blok("capaian_organisasi"),
        daftar_sasaran=tuple(
            compile_capaian_sasaran(hasil, narator, uang, sasaran, nomor=nomor, ringkasan=ringkasan)
            for nomor, sasaran in enumerate(hasil.daftar_sasaran(), start=1)
        ),
        anggaran=TabelIsi(
            nomor="3.2",
            judul=f"Realisasi Anggaran Tahun {data.tahun}",
            baris=baris,
            pengantar=(kalimat_anggaran(hasil, uang),),
            catatan=compile_catatan(
                hasil,
                *(
                    (
                        "",
                        periode,
                        (uang.realisasi(satu.kode), uang.serapan(satu.kode)),
                    )
                    for satu in baris
                ),
            ),
            keterangan=(make_kalimat(describe_edisi(data, uang.edisi)),),
        ),
        total_anggaran=compile_total_anggaran(uang),
        daftar_bagian=tuple(_kalimat_bagian(hasil, uang)),
        narasi_anggaran=narator.blok("realisasi_anggaran"),
    )


def _kalimat_bagian(hasil: HasilTahun, uang: UangLaporan) -> Iterator[Kalimat]:
    """Yield the shares of sasaran, of supporting programs and of programs that serve no sasaran, apart."""
    nama = nama_edisi(hasil.data, uang.edisi)
    for nomor, sasaran in enumerate(hasil.daftar_sasaran(), start=1):
        pagu, _, _, bagian = uang.simpul(sasaran.id)
        yield kalimat_bagian(uraian=f"untuk sasaran {nomor} ({sasaran.uraian})", pagu=pagu, bagian=bagian, edisi=nama)
    for uraian, (pagu, bagian) in (
        ("program penunjang", uang.penunjang()),
        ("program urusan yang belum dihubungkan dengan sasaran", uang.tanpa_sasaran()),
    ):
        yield kalimat_bagian(uraian=uraian, pagu=pagu, bagian=bagian, edisi=nama)


def _kesimpulan(hasil: HasilTahun, narator: Narator, uang: UangLaporan) -> tuple[BlokTeks, ...]:
    awal = Alinea(gabung(kalimat_rata_rata_instansi(hasil), kalimat_anggaran(hasil, uang)))
    return (awal, *narator.blok("kesimpulan"))


def _daftar_cacat(hasil: HasilTahun, narator: Narator, daftar_sasaran: tuple[CapaianSasaran, ...]) -> Iterator[str]:
    """Yield what the law or custom asks for and the package does not hold."""
    for kunci, apa in (
        ("gambaran_umum", "gambaran umum organisasi (narasi gambaran_umum)"),
        ("rencana_strategis", "uraian rencana strategis (narasi rencana_strategis)"),
        ("langkah_perbaikan", "langkah perbaikan (narasi langkah_perbaikan)"),
    ):
        if not narator.blok(kunci):
            yield f"Belum diisi: {apa}."
    for sasaran in daftar_sasaran:
        for baris in (satu for satu in sasaran.h.baris if not satu.is_bagian):
            for isi, apa in ((baris.penyebab, "analisis penyebab"), (baris.solusi, "solusi")):
                if not isi:
                    yield f"Tabel {sasaran.h.nomor}: {apa} untuk {baris.nama} belum diisi."
        for penunjang in sasaran.i.baris:
            if not penunjang.daftar_program and not penunjang.is_bersama:
                yield f"Tabel {sasaran.i.nomor}: belum ada program atau kegiatan untuk {penunjang.nama}."
    if not hasil.data.daftar_perjanjian:
        yield "Belum diisi: dokumen Perjanjian Kinerja."
