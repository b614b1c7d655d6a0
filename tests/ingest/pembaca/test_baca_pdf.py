"""PDF: tables by their lines or their columns, paragraphs, nothing that returns on every page."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from buat_berkas import baca, buat_pdf, daftar_tabel, daftar_teks, rentang

from tolok.core.bacaan.blok import Format, Paragraf, Tabel

_HALAMAN = '#set page(width: 21cm, height: 29.7cm, margin: 2.5cm)\n#set text(font: "Liberation Sans", size: 10pt)\n'


def _pdf(naskah: str, sebelum: str = "") -> bytes:
    return buat_pdf(_HALAMAN + sebelum + naskah)


def test_a_ruled_table_keeps_merged_cells_and_wrapped_lines() -> None:
    berkas = baca(
        _pdf("""
Tabel 3.1 Capaian
#table(columns: (4cm, 2cm, 2cm, 3cm),
  table.cell(rowspan: 2)[Indikator], table.cell(colspan: 2)[Kinerja], table.cell(rowspan: 2)[Pagu],
  [Target], [Realisasi],
  [Persentase penyandang masalah kesejahteraan sosial], [86%], [70,32%], [Rp 2.501.951.000],
  [Jumlah], table.cell(colspan: 2)[–], [Rp 1],
)
Sumber: laporan.
""")
    )
    assert berkas.format is Format.PDF
    assert berkas.jumlah_halaman == 1
    (tabel,) = berkas.list_tabel()
    assert daftar_tabel(berkas) == [
        [
            ["Indikator", "Kinerja", None, "Pagu"],
            [None, "Target", "Realisasi", None],
            ["Persentase\npenyandang masalah\nkesejahteraan sosial", "86%", "70,32%", "Rp\n2.501.951.000"],
            ["Jumlah", "–", None, "Rp 1"],
        ]
    ]
    assert rentang(tabel) == {"Indikator": (2, 1), "Kinerja": (1, 2), "Pagu": (2, 1), "–": (1, 2)}
    assert daftar_teks(berkas) == ["Tabel 3.1 Capaian", "Sumber: laporan."]
    assert (tabel.letak.halaman, tabel.sel[2][1].letak.halaman, tabel.sel[2][1].letak.sel) == (1, 1, "B3")


def test_a_missing_rule_merges_cells() -> None:
    berkas = baca(
        _pdf("""
#table(columns: (3cm, 3cm), stroke: none,
  table.hline(), table.vline(x: 0, stroke: 1pt), table.vline(x: 1, stroke: 1pt), table.vline(x: 2, stroke: 1pt),
  [Sasaran], [Indikator], table.hline(),
  [Meningkatnya layanan], [a], table.hline(start: 1, end: 2),
  [], [b], table.hline(),
)
""")
    )
    (tabel,) = berkas.list_tabel()
    assert daftar_tabel(berkas) == [[["Sasaran", "Indikator"], ["Meningkatnya\nlayanan", "a"], [None, "b"]]]
    assert rentang(tabel) == {"Meningkatnya\nlayanan": (2, 1)}


def test_a_table_open_at_its_sides_keeps_its_outer_columns() -> None:
    berkas = baca(
        _pdf("""
#table(columns: (3cm, 3cm, 3cm), stroke: (x, y) => (left: if x > 0 { 1pt }, top: 1pt, bottom: 1pt),
  [No], [Nama], [Nilai], [1], [a], [10], [2], [b], [20],
)
""")
    )
    assert daftar_tabel(berkas) == [[["No", "Nama", "Nilai"], ["1", "a", "10"], ["2", "b", "20"]]]


_ISI = (
    "[No], [Indikator], [Target], [Pagu],"
    "[1], [Persentase penyandang masalah kesejahteraan sosial yang terpenuhi], [86%], [Rp 2.501.951.000],"
    "[2], [Persentase tenaga kerja perempuan], [48,25%], [Rp 661.755.750],"
    "[3], [Kategori Kota Layak Anak], [Madya], [Rp 300.474.000],"
    "[4], [Nilai SAKIP perangkat daerah hasil evaluasi inspektorat], [BB], [Rp 1.000],"
)
_TERBACA = [
    ["No", "Indikator", "Target", "Pagu"],
    ["1", "Persentase penyandang masalah kesejahteraan sosial yang terpenuhi", "86%", "Rp 2.501.951.000"],
    ["2", "Persentase tenaga kerja perempuan", "48,25%", "Rp 661.755.750"],
    ["3", "Kategori Kota Layak Anak", "Madya", "Rp 300.474.000"],
    ["4", "Nilai SAKIP perangkat daerah hasil evaluasi inspektorat", "BB", "Rp 1.000"],
]


@pytest.mark.parametrize(
    "rupa",
    [
        "stroke: none",
        "stroke: none, align: horizon",
        "stroke: none, inset: (y: 1.5pt)",
        "stroke: none, align: (x, y) => if x > 1 { right } else { left }",
        "stroke: none, fill: (x, y) => if y == 0 { luma(200) }",
        "stroke: none, fill: (x, y) => if calc.odd(y) { luma(230) }",
        "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)",
        "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), align: horizon",
        "stroke: (x, y) => (top: if y < 2 { 1pt }, bottom: if y == 4 { 1pt })",
    ],
)
def test_a_table_without_upright_rules_is_found_by_its_columns(rupa: str) -> None:
    tabel = f"#table(columns: (1cm, 6cm, 2.5cm, 3.5cm), {rupa}, {_ISI})"
    berkas = baca(_pdf(f"Berikut tabelnya.\n{tabel}\nDemikian laporan ini."))
    assert [[sel and sel.replace("\n", " ") for sel in baris] for baris in daftar_tabel(berkas)[0]] == _TERBACA
    assert daftar_teks(berkas) == ["Berikut tabelnya.", "Demikian laporan ini."]


def test_rules_between_rows_alone_part_the_rows() -> None:
    berkas = baca(
        _pdf("""
#table(columns: (6cm, 3cm, 3cm), stroke: none, align: horizon,
  table.hline(), [Indikator], [Target], [Realisasi], table.hline(),
  [Persentase penyandang masalah kesejahteraan sosial yang terpenuhi], [86%], [92%], table.hline(),
  [Kategori Kota Layak Anak], [Madya], [Madya], table.hline(),
)
""")
    )
    assert [[sel and sel.replace("\n", " ") for sel in baris] for baris in daftar_tabel(berkas)[0]] == [
        ["Indikator", "Target", "Realisasi"],
        ["Persentase penyandang masalah kesejahteraan sosial yang terpenuhi", "86%", "92%"],
        ["Kategori Kota Layak Anak", "Madya", "Madya"],
    ]


@pytest.mark.parametrize(
    "naskah",
    [
        "+ Meningkatkan layanan.\n+ Menambah sarana.\n+ Menguatkan data.\n+ Melaporkan hasil.",
        "#grid(columns: (4cm, 0.5cm, 8cm), row-gutter: 8pt, [Nama], [:], [Contoh], [Jabatan], [:], [Kepala], "
        "[Tahun], [:], [2020])",
        "#grid(columns: (1fr, 1fr), row-gutter: 8pt, [Pihak Kedua,], [Pihak Pertama,], [Wali Kota], "
        "[Kepala Dinas], [Contoh A], [Contoh B])",
        "#grid(columns: (4cm, 6cm, 2cm), row-gutter: 8pt, ..range(4).map(n => ([Program #n], "
        "rect(width: 3cm + n * 5mm, height: 3mm, fill: blue), [#(n * 10)%])).flatten())",
        "#outline()\n= Satu\nIsi\n= Dua\nIsi\n= Tiga\nIsi",
        "#set par(justify: true)\n#lorem(120)",
    ],
)
def test_lists_form_lines_signatures_and_contents_are_no_tables(naskah: str) -> None:
    assert daftar_tabel(baca(_pdf(naskah))) == []


def test_running_heads_feet_and_page_numbers_are_dropped() -> None:
    kepala = """
#set page(header: [Laporan Kinerja Dinas], footer: context [Pemerintah Kota #h(1fr) #counter(page).display("1")])
"""
    halaman = "#pagebreak()\n".join(f"Isi bab {n} yang berbeda-beda.\n" for n in ("satu", "dua", "tiga", "empat"))
    assert daftar_teks(baca(_pdf(halaman, kepala))) == [
        f"Isi bab {n} yang berbeda-beda." for n in ("satu", "dua", "tiga", "empat")
    ]


def test_the_title_of_a_form_on_every_page_stays() -> None:
    halaman = "#pagebreak()\n".join("*INDIKATOR KINERJA INDIVIDU*\n\nIsi.\n" for _ in range(4))
    assert daftar_teks(baca(_pdf(halaman))).count("INDIKATOR KINERJA INDIVIDU") == 4


def test_lines_become_paragraphs_and_broken_words_are_whole_again() -> None:
    naskah = """
#set text(lang: "id", hyphenate: true)
#set par(justify: true)
#block(width: 5cm)[Dalam rangka mempertanggungjawabkan penyelenggaraan pemerintahan daerah, anak-anak dan
sekurang-kurangnya undang-undang memberdayakan kesejahteraan masyarakat sepenuhnya.]
"""
    (teks,) = daftar_teks(baca(_pdf(naskah)))
    assert teks == (
        "Dalam rangka mempertanggungjawabkan penyelenggaraan pemerintahan daerah, anak-anak dan "
        "sekurang-kurangnya undang-undang memberdayakan kesejahteraan masyarakat sepenuhnya."
    )


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    berkas = baca(_pdf("Laporan ini disusun dengan\n#pagebreak()\ndata yang lengkap."))
    assert daftar_teks(berkas) == ["Laporan ini disusun dengan data yang lengkap."]


def test_headings_are_known_by_their_size() -> None:
    berkas = baca(
        _pdf("#text(size: 16pt)[BAB I PENDAHULUAN]\n\n#text(size: 13pt)[1.1 Latar]\n\n" + "Isi laporan ini. " * 30)
    )
    assert [blok.tingkat for blok in berkas.daftar_blok if isinstance(blok, Paragraf)] == [1, 2, 0]


_MENDATAR = """
#table(columns: (3cm, 2cm, 2cm), [Indikator], [Target], [Capaian], [PMKS], [86%], [82%], [KLA], [Madya], [100%])
"""
_TABEL_MENDATAR = [[["Indikator", "Target", "Capaian"], ["PMKS", "86%", "82%"], ["KLA", "Madya", "100%"]]]


@pytest.mark.parametrize("putar", [90, 180, 270])
def test_a_page_that_the_file_turns_reads_the_same(putar: int) -> None:
    with pypdfium2.PdfDocument(_pdf(_MENDATAR)) as dokumen:
        dokumen[0].set_rotation(putar)
        hasil = io.BytesIO()
        dokumen.save(hasil)
    assert daftar_tabel(baca(hasil.getvalue())) == _TABEL_MENDATAR


@pytest.mark.parametrize("sudut", [90, -90])
def test_a_table_set_sideways_reads_the_same(sudut: int) -> None:
    assert daftar_tabel(baca(_pdf(f"#rotate({sudut}deg, reflow: true)[{_MENDATAR}]"))) == _TABEL_MENDATAR


def test_upright_text_in_a_head_is_read_in_its_own_direction() -> None:
    berkas = baca(
        _pdf("""
#table(columns: (4cm, 1cm, 3cm),
  [Indikator], rotate(-90deg, reflow: true)[Target Akhir], [Capaian kinerja tahun], [PMKS], [86%], [82%])
""")
    )
    assert daftar_tabel(berkas)[0][0] == ["Indikator", "Target Akhir", "Capaian kinerja\ntahun"]


def test_places_count_pages_and_lines() -> None:
    berkas = baca(_pdf("Satu.\n\nDua.\n#pagebreak()\nTiga.\n" + _MENDATAR))
    letak = [(blok.letak.halaman, blok.letak.baris) for blok in berkas.daftar_blok]
    assert letak == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert isinstance(berkas.daftar_blok[-1], Tabel)
    assert [baris[0].letak.baris for baris in berkas.daftar_blok[-1].sel] == [2, 3, 4]


def test_a_fraction_is_latex_and_an_underlined_name_is_not() -> None:
    berkas = baca(
        _pdf("""
#table(columns: (4cm, 10cm), [Indikator], [Rumus],
  [PMKS], [$ frac("Jumlah PMKS yang terpenuhi", "Jumlah PMKS") times 100% $],
  [Sasaran], [Capaian = $display(frac("Realisasi", "Target")) times 100%$ \\ menurut laporan])

#align(center)[#underline(offset: 2pt)[Contoh Pejabat, S.E.] \\ Pembina]
""")
    )
    isi = [baris[1] for baris in daftar_tabel(berkas)[0]]
    assert isi[1] == r"$\frac{\text{Jumlah PMKS yang terpenuhi}}{\text{Jumlah PMKS}}$ × 100%"
    assert isi[2] == "Capaian = $\\frac{\\text{Realisasi}}{\\text{Target}}$ × 100%\nmenurut laporan"
    assert not any("frac" in teks for teks in daftar_teks(berkas))


def test_rows_between_upright_rules_alone_are_parted_by_their_values() -> None:
    baris = "".join(f"[{n}], [Program nomor {n} yang namanya panjang], [Rp {n}.000], [{n}0%]," for n in range(1, 6))
    berkas = baca(
        _pdf(f"""
#table(columns: (1cm, 4cm, 3cm, 2cm), stroke: (x, y) => (left: 1pt, right: 1pt, top: if y < 2 {{ 1pt }}),
  [No], [Program], [Pagu], [Serapan], {baris} table.hline())
""")
    )
    assert [[sel and sel.replace("\n", " ") for sel in satu] for satu in daftar_tabel(berkas)[0]] == [
        ["No", "Program", "Pagu", "Serapan"],
        *([str(n), f"Program nomor {n} yang namanya panjang", f"Rp {n}.000", f"{n}0%"] for n in range(1, 6)),
    ]


def test_several_values_in_one_cell_of_ruled_rows_stay_together() -> None:
    berkas = baca(
        _pdf("""
#table(columns: 4, [No], [Indikator], [Target], [Realisasi],
  [1], [a \\ b \\ c \\ d], [1% \\ 2% \\ 3% \\ 4%], [5% \\ 6% \\ 7% \\ 8%],
  [2], [e], [1%], [2%], [3], [f], [1%], [2%], [4], [g], [1%], [2%])
""")
    )
    assert daftar_tabel(berkas)[0][1] == ["1", "a\nb\nc\nd", "1%\n2%\n3%\n4%", "5%\n6%\n7%\n8%"]


def test_borders_drawn_a_little_apart_are_one() -> None:
    berkas = baca(
        _pdf("""
#table(columns: (4cm, 4pt, 4cm), table.cell(colspan: 2)[Indikator], [Target], [PMKS], table.cell(colspan: 2)[86%])
""")
    )
    assert daftar_tabel(berkas) == [[["Indikator", "Target"], ["PMKS", "86%"]]]
