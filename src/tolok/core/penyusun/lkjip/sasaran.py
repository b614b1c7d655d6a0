"""Section 3.1.k of the LKjIP: one sasaran with its nine tables."""

from __future__ import annotations

from tolok.core.dokumen.lkjip import (
    CapaianSasaran,
    RingkasanSasaran,
)
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.lkjip.bahan import BahanSasaran, make_rujukan
from tolok.core.penyusun.lkjip.tabel_anggaran import tabel_e, tabel_f, tabel_g, tabel_i
from tolok.core.penyusun.lkjip.tabel_kinerja import daftar_tahun, tabel_a, tabel_b, tabel_c, tabel_d, tabel_h
from tolok.core.penyusun.narator import Narator
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.rencana import SimpulRencana


def compile_capaian_sasaran(
    hasil: HasilTahun,
    narator: Narator,
    uang: UangLaporan,
    sasaran: SimpulRencana,
    *,
    nomor: int,
    ringkasan: TabelIsi[RingkasanSasaran] | None = None,
) -> CapaianSasaran:
    """
    Return section 3.1.k with its nine tables.

    :param ringkasan: the summary before them, whose long footnotes are referred to instead of being repeated
    """
    rujukan = {satu.isi: make_rujukan(satu, ringkasan.nomor) for satu in ringkasan.catatan} if ringkasan else {}
    bahan = BahanSasaran(hasil, narator, uang, sasaran, f"3.1.{nomor}", rujukan)
    tahun_tabel_b = daftar_tahun(bahan)
    return CapaianSasaran(
        nomor=bahan.nomor,
        uraian=sasaran.uraian,
        narasi=narator.blok(f"sasaran_{sasaran.id}"),
        daftar_tahun=tahun_tabel_b,
        a=tabel_a(bahan),
        b=tabel_b(bahan, tahun_tabel_b),
        c=tabel_c(bahan),
        d=tabel_d(bahan),
        e=tabel_e(bahan),
        f=tabel_f(bahan),
        g=tabel_g(bahan),
        h=tabel_h(bahan),
        i=tabel_i(bahan),
    )
