"""Our own quarterly forms, of random agencies, read back: every printed value in its place, no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tolok.core.bacaan.dokumen import DokumenTerbaca, JenisDokumen
from tolok.core.dokumen.pengukuran import BarisAnggaranPengukuran, PengukuranTriwulan
from tolok.core.hasil.tahun import HasilTahun
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.pengenal import recognise
from tolok.paket.acak import make_instansi_acak
from tolok.render.daftar_dokumen import susun_pengukuran
from tolok.render.html import render_html


def _rapat(teks: str) -> str:
    """A printed text without spaces and the marks of footnotes."""
    return re.sub(r"\((?:\d+,)+\d+\)$|[\s¹²³⁴⁵⁶⁷⁸⁹⁰]", "", teks)


def _anggaran(triwulan: PengukuranTriwulan) -> Iterator[BarisAnggaranPengukuran]:
    for sasaran in triwulan.daftar_sasaran:
        for indikator in sasaran.daftar_indikator:
            yield from indikator.daftar_anggaran
        yield from sasaran.daftar_anggaran
    yield from triwulan.daftar_penunjang
    yield from triwulan.daftar_tanpa_sasaran


def _check_indikator(triwulan: PengukuranTriwulan, dokumen: DokumenTerbaca) -> int:
    terbaca = [(b.nama, [_rapat(n.tercetak) for n in b.nilai]) for b in dokumen.indikator]
    tercetak = [
        (b.nama, [_rapat(sel.tercetak) for sel in (b.target, b.realisasi, b.capaian) if sel.tercetak])
        for sasaran in triwulan.daftar_sasaran
        for b in sasaran.daftar_indikator
    ]
    assert terbaca == tercetak
    return len(tercetak)


def _check_anggaran(triwulan: PengukuranTriwulan, dokumen: DokumenTerbaca) -> None:
    terbaca = [(b.nama, str(b.tingkat), [_rapat(n.tercetak) for n in b.nilai]) for b in dokumen.anggaran]
    for baris in _anggaran(triwulan):
        if baris.uang is not None:
            nilai = [_rapat(sel.tercetak) for sel in (baris.uang.pagu, baris.uang.realisasi, baris.uang.serapan)]
            assert (baris.nama, str(baris.tingkat), nilai) in terbaca


@pytest.mark.parametrize("seed", range(4))
def test_forms_of_random_agencies_are_read_back_without_a_wrong_value(seed: int) -> None:
    model, naskah = susun_pengukuran(HasilTahun(make_instansi_acak(seed=seed)))
    berkas = recognise(read_teks(render_html(naskah), "x.html"))
    assert {d.jenis for d in berkas.dokumen} == {JenisDokumen.PENGUKURAN}
    assert [(d.tahun, d.triwulan) for d in berkas.dokumen] == [(model.tahun, n) for n in (1, 2, 3, 4)]
    jumlah = 0
    for triwulan, dokumen in zip(model.daftar_triwulan, berkas.dokumen, strict=True):
        jumlah += _check_indikator(triwulan, dokumen)
        _check_anggaran(triwulan, dokumen)
    assert jumlah > 0
