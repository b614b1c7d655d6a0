"""A composite indicator laid out: its parts indented below it, out of the chart, and data quality in the annex."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from instansi_majemuk import make_majemuk
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.render.docx import render_docx
from tolok.render.html import render_html
from tolok.render.pdf import render_pdf
from tolok.render.susunan.lkjip import layout_lkjip
from tolok.render.susunan.pengukuran import layout_pengukuran
from tolok.render.tata_letak import DaftarButir, Gambar, Judul, Naskah, SelTabel, Tabel, Teks
from tolok.render.xlsx import render_xlsx


@pytest.fixture(scope="module")
def naskah() -> Naskah:
    return layout_lkjip(compile_lkjip(HasilTahun(make_majemuk())))


def teks(sel: SelTabel) -> str:
    return "\n".join("".join(i.teks for i in p.isi if isinstance(i, Teks)) for p in sel.isi)


def tabel(naskah: Naskah, nomor: str) -> Tabel:
    return next(b for s in naskah.seksi for b in s.blok if isinstance(b, Tabel) and b.nomor == nomor)


def baris_bagian(satu: Tabel) -> Iterator[tuple[SelTabel, ...]]:
    for baris in satu.baris:
        if any(teks(sel) in ("Banyak dokumen", "Banyak kegiatan") for sel in baris):
            yield tuple(baris)


@pytest.mark.parametrize("huruf", ["A", "B", "C", "D", "F", "H"])
def test_parts_are_indented(naskah: Naskah, huruf: str) -> None:
    satu = tabel(naskah, f"3.1.1.{huruf}")
    assert [baris[0].indentasi for baris in satu.baris][:4] == [0, 0, 1, 1]
    assert len(list(baris_bagian(satu))) == 2


def test_the_summary_spans_the_parts_too(naskah: Naskah) -> None:
    baris = tabel(naskah, "3.1").baris
    assert baris[0][0].baris == 4
    assert [satu[0].indentasi for satu in baris_bagian(tabel(naskah, "3.1"))] == [1, 1]


def test_the_money_of_a_part_is_blank_and_its_analysis_points_up(naskah: Naskah) -> None:
    f, _ = baris_bagian(tabel(naskah, "3.1.1.F"))
    assert [teks(sel) for sel in f[4:]] == ["", "", ""]
    dokumen, kegiatan = baris_bagian(tabel(naskah, "3.1.1.H"))
    assert [teks(sel) for sel in dokumen[3:]] == ["Lihat indikatornya."] * 2
    assert teks(kegiatan[3]) == "Satu kegiatan tertunda: 75,00%."
    induk = tabel(naskah, "3.1.1.H").baris[1]
    assert teks(induk[3]) == "Belum diisi"


def test_the_chart_shows_the_indicator_only(naskah: Naskah) -> None:
    gambar = next(b for s in naskah.seksi for b in s.blok if isinstance(b, Gambar) and b.nomor == "3.1")
    semua = f"{gambar.alt} {gambar.bentuk}"
    assert "Banyak paket" in semua
    assert "Banyak dokumen" not in semua


def test_the_annex_lists_five_disclosures_and_names_the_missing(naskah: Naskah) -> None:
    blok = [b for s in naskah.seksi for b in s.blok]
    awal = next(n for n, b in enumerate(blok) if isinstance(b, Judul) and b.teks == "Banyak dokumen")
    daftar = [b for b in blok[awal:] if isinstance(b, DaftarButir)][1]
    assert ["".join(i.teks for i in butir if isinstance(i, Teks)) for butir in daftar.butir] == [
        "Cara pengumpulan: Arsip.",
        "Cakupan: Semua bidang.",
        "Waktu: belum diterangkan.",
        "Keterbatasan: belum diterangkan.",
        "Pemeriksaan: belum diterangkan.",
    ]


def test_the_quarterly_form_indents_parts_and_sends_them_up_for_programs() -> None:
    naskah = layout_pengukuran(compile_pengukuran(HasilTahun(make_majemuk()), daftar_triwulan=(4,)))
    (satu,) = [b for b in naskah.seksi[0].blok if isinstance(b, Tabel)]
    for baris in baris_bagian(satu):
        assert baris[3].indentasi == 1
        assert teks(baris[-1]) == "Bagian indikator di atas; programnya di sana."


def test_every_format_prints_a_composite_value(naskah: Naskah) -> None:
    assert "2\u00a0dokumen; 4\u00a0kegiatan" in render_html(naskah).decode()
    for render in (render_docx, render_xlsx, render_pdf):
        assert render(naskah)
