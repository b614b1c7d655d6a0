"""The papers of a reviewer on paper: what is filled, and above all what never is."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from python_calamine import CalamineWorkbook
from tests.core.reviu.bangun import dokumen, indikator, nilai

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.kertas_kerja import KertasKerjaReviu, susun_kertas_kerja
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan
from tolok.render.format import FORMAT, render_format
from tolok.render.susunan.kertas_kerja import layout_kertas_kerja

SATU = indikator("Persentase jalan mantap", nilai("target", "86%"), sasaran="Meningkatnya jalan mantap")
LKJIP = BerkasTerbaca("LKjIP 2020.pdf", "ab", (replace(dokumen(indikator=(SATU,)), perangkat_daerah="Dinas Contoh"),))
TEMUAN = Temuan(
    aturan="capaian.hitungan",
    tingkat=TingkatTemuan.GALAT,
    keyakinan=Keyakinan.PASTI,
    letak=LetakTemuan(LKJIP.berkas, Letak(12, 7, "Tabel 3.1", "E4")),
    pesan="Capaian tercetak 117%, sedangkan 92% terhadap 86% memberi 107%.",
    tercetak="117%",
    seharusnya="107%",
)


def _kertas(*daftar: Temuan) -> KertasKerjaReviu:
    return susun_kertas_kerja([LKJIP], daftar)


def _docx(kertas: KertasKerjaReviu) -> tuple[str, list[list[list[str]]]]:
    naskah = Document(io.BytesIO(render_format(layout_kertas_kerja(kertas), "docx")))
    tabel = [[[sel.text for sel in baris.cells] for baris in satu.rows] for satu in naskah.tables]
    return "\n".join(satu.text for satu in naskah.paragraphs), tabel


def test_a_finding_is_a_row_with_open_columns() -> None:
    _, (kerja, *_) = _docx(_kertas(TEMUAN))
    assert kerja[0] == ["No", "Letak", "Kondisi", "Kriteria", "Sebab", "Akibat", "Saran", "Tanggapan"]
    (isi,) = kerja[2:]
    assert isi[:3] == ["1", "hal. 12, Tabel 3.1, baris 7, sel E4", TEMUAN.pesan]
    assert (isi[4], isi[5], isi[7]) == ("", "", "")
    assert isi[6] == "Ubah “117%” menjadi “107%”, atau terangkan bedanya."


def test_the_checklist_marks_what_is_shown_and_never_a_no() -> None:
    _, (_, _, periksa, *_) = _docx(_kertas(TEMUAN))
    baris = {satu[0]: satu for satu in periksa}
    assert baris["I.2"][2:] == ["√", "", "1 indikator dengan target (LKjIP 2020.pdf: baris 1, sel A)"]
    assert baris["III.10"][2:] == ["", "", ""]
    assert baris["III.9"][4] == "Dijawab bila III.8 dijawab tidak."
    assert {satu[3] for kode, satu in baris.items() if "." in kode} == {""}


def test_the_statement_has_no_conclusion_and_no_name() -> None:
    teks, _ = _docx(_kertas())
    assert "Laporan Kinerja Dinas Contoh Tahun 2020" in teks
    assert "tidak menemukan apa pun pada berkas ini; itu bukan kesimpulan reviu" in teks
    kesimpulan = teks[teks.index("Kesimpulan (pilih salah satu") :]
    assert "tidak ada hal yang membuat kami meragukan" in kesimpulan
    assert "hal berikut perlu diperhatikan" in kesimpulan


def test_a_report_that_does_not_name_itself_gets_dots() -> None:
    teks, _ = _docx(susun_kertas_kerja([BerkasTerbaca("kosong.pdf", "", ())], []))
    assert "Laporan Kinerja ……" in teks


@pytest.mark.parametrize("rupa", FORMAT)
def test_every_format_is_written_and_the_same_each_time(rupa: str) -> None:
    satu, dua = (render_format(layout_kertas_kerja(_kertas(TEMUAN)), rupa) for _ in range(2))
    assert satu == dua
    if rupa == "xlsx":
        buku = CalamineWorkbook.from_filelike(io.BytesIO(satu))
        kata = [
            str(sel) for nama in buku.sheet_names for baris in buku.get_sheet_by_name(nama).to_python() for sel in baris
        ]
        assert TEMUAN.pesan in kata
