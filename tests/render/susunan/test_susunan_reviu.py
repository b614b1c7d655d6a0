"""Catatan reviu on paper and as a list to filter, read back with other programs than ours."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from tolok.core.bacaan.dokumen import BerkasTerbaca, DokumenTerbaca, JenisDokumen
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.catatan import CatatanReviu, susun_catatan_reviu
from tolok.core.reviu.daftar import DAFTAR_ATURAN
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan
from tolok.core.reviu.terima import TemuanDiterima, make_sidik
from tolok.render.format import FORMAT, render_format
from tolok.render.susunan.reviu import layout_catatan_reviu

RUMUS = '=HYPERLINK("http://contoh.invalid";"buka")'
LKJIP = BerkasTerbaca(
    "LKjIP Dinas [2025].pdf",
    "ab" * 32,
    (DokumenTerbaca(JenisDokumen.LKJIP, "Laporan <Kinerja>", "Dinas Contoh", 2025),),
    ("Halaman 4 tanpa teks.",),
)
PASTI = Temuan(
    aturan="capaian.hitungan",
    tingkat=TingkatTemuan.GALAT,
    keyakinan=Keyakinan.PASTI,
    letak=LetakTemuan(LKJIP.berkas, Letak(12, 7, "Tabel 3.1", "E4")),
    pesan="Capaian tercetak 117%, sedangkan 92% terhadap 86% memberi 107%.",
    tercetak="117%",
    seharusnya="107%",
)
DINILAI = Temuan(
    aturan="nilai.berbeda",
    tingkat=TingkatTemuan.PERINGATAN,
    keyakinan=Keyakinan.PERLU_DINILAI,
    letak=LetakTemuan(LKJIP.berkas, Letak(3)),
    pesan="Nilainya berbeda di dua tempat.",
    tercetak=RUMUS,
    letak_lain=(LetakTemuan(LKJIP.berkas, Letak(9)),),
)
SARAN = Temuan(
    aturan="nama.berbeda",
    tingkat=TingkatTemuan.SARAN,
    keyakinan=Keyakinan.MUNGKIN,
    letak=LetakTemuan(LKJIP.berkas),
    pesan="Pakai satu nama.",
    tercetak="+62 nama",
)


def _catatan(*daftar: Temuan, diterima: tuple[TemuanDiterima, ...] = (), **pilihan: object) -> CatatanReviu:
    return susun_catatan_reviu([LKJIP], daftar, diterima, **pilihan)  # type: ignore[arg-type]


def _render(catatan: CatatanReviu, rupa: str) -> bytes:
    return render_format(layout_catatan_reviu(catatan, format_berkas=rupa), rupa)


def _docx(catatan: CatatanReviu) -> tuple[str, list[list[list[str]]]]:
    dokumen = Document(io.BytesIO(_render(catatan, "docx")))
    tabel = [[[sel.text for sel in baris.cells] for baris in satu.rows] for satu in dokumen.tables]
    return "\n".join(satu.text for satu in dokumen.paragraphs), tabel


def _lembar(isi: bytes, nama: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_name(nama).to_python(skip_empty_area=False)


def test_paper_says_what_was_reviewed_and_what_was_found() -> None:
    diterima = (TemuanDiterima(SARAN, "Nama lama dipakai sebagai kutipan."),)
    teks, (berkas, ringkasan, galat, peringatan, terima) = _docx(
        _catatan(PASTI, DINILAI, diterima=diterima, tanggal=date(2026, 2, 3))
    )
    for isi in (
        "Catatan reviu", "Diperiksa pada 3 Februari 2026", f"SHA-256 {LKJIP.berkas}: {LKJIP.sidik}",
        "Halaman 4 tanpa teks.", f"{len(DAFTAR_ATURAN)} aturan diperiksa. 1 temuan lain diterima",
        "Ketidaksesuaian (1)", "Peringatan (1)", "Diterima dengan alasan (1)",
    ):  # fmt: skip
        assert isi in teks, isi
    assert "Saran (" not in teks
    assert "Tidak ada temuan" not in teks
    assert berkas[1] == ["1", LKJIP.berkas, "LKjIP", "Laporan <Kinerja>", "Dinas Contoh", "2025"]
    assert [baris[2:] for baris in ringkasan[1:]] == [
        ["1", "0", "0", "1"],
        ["0", "0", "1", "1"],
        ["0", "0", "0", "0"],
        ["1", "0", "1", "2"],
    ]
    nomor, letak, uraian, tercetak, seharusnya, aturan = galat[1]
    assert (nomor, letak, tercetak, seharusnya) == ("1", "hal. 12, Tabel 3.1, baris 7, sel E4", "117%", "107%")
    assert uraian.split("\n") == [DAFTAR_ATURAN[PASTI.aturan].judul, PASTI.pesan]
    assert aturan.split("\n") == [PASTI.aturan, DAFTAR_ATURAN[PASTI.aturan].dasar, f"Sidik {make_sidik(PASTI)}"]
    nomor, letak, uraian, tercetak, seharusnya, _ = peringatan[1]
    assert (letak, tercetak, seharusnya) == ("hal. 3\nJuga: hal. 9", RUMUS, "tidak dapat dipastikan")
    assert uraian.endswith("\nPerlu dinilai. Nilainya berbeda di dua tempat.")
    assert terima[1][0:2] == ["3", "seluruh dokumen"]
    assert "\nMungkin. Pakai satu nama." in terima[1][2]
    assert terima[1][5].startswith("Nama lama dipakai sebagai kutipan.\n")


def test_nothing_found_is_said_without_a_promise() -> None:
    teks, daftar_tabel = _docx(_catatan())
    assert len(daftar_tabel) == 2
    assert "Tidak ada temuan dari aturan yang diperiksa. Tolok hanya memeriksa" in teks
    assert "belum tentu tanpa kesalahan" in teks
    assert CalamineWorkbook.from_filelike(io.BytesIO(_render(_catatan(), "xlsx"))).sheet_names[0] == "Catatan reviu"
    teks, _ = _docx(_catatan(diterima=(TemuanDiterima(SARAN, "Kutipan."),)))
    assert "Tidak ada temuan selain yang diterima dengan alasan." in teks


def test_rules_left_out_and_files_without_a_document_are_named() -> None:
    teks, _ = _docx(_catatan(pilih=frozenset(DAFTAR_ATURAN) - {"skala.celah"}))
    assert f"1 aturan tidak diperiksa atas pilihan pemakai: {DAFTAR_ATURAN['skala.celah'].judul} (skala.celah)." in teks
    kosong = susun_catatan_reviu([LKJIP, BerkasTerbaca("foto.pdf", "", ())], [])
    _, (berkas, _) = _docx(kosong)
    assert berkas[2][:3] == ["2", "foto.pdf", "Tidak ada dokumen yang dikenali di dalamnya"]


def test_the_workbook_is_one_list_to_filter() -> None:
    isi = _render(_catatan(PASTI, DINILAI, diterima=(TemuanDiterima(SARAN, "=1+1"),)), "xlsx")
    kepala, *daftar = _lembar(isi, "Temuan")
    assert kepala[:7] == ["No", "Tingkat", "Keyakinan", "Status", "Berkas", "Halaman", "Letak"]
    kolom = [dict(zip(kepala, baris, strict=True)) for baris in daftar]
    assert [(satu["No"], satu["Tingkat"], satu["Keyakinan"], satu["Status"], satu["Halaman"]) for satu in kolom] == [
        (1, "Ketidaksesuaian", "Pasti", "Terbuka", 12),
        (2, "Peringatan", "Perlu dinilai", "Terbuka", 3),
        (3, "Saran", "Mungkin", "Diterima", ""),
    ]
    assert [satu["Letak"] for satu in kolom] == ["Tabel 3.1, baris 7, sel E4", "", ""]
    assert [satu["Seharusnya"] for satu in kolom] == ["107%", "", ""]
    assert (kolom[1]["Juga pada"], kolom[2]["Alasan diterima"]) == ("hal. 9", "=1+1")
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()
        semua = "".join(arsip.read(nama).decode() for nama in arsip.namelist() if "worksheets/sheet" in nama)
    assert '<autoFilter ref="A1:P4"/>' in lembar
    assert re.search(r'<pane ySplit="1" topLeftCell="A2"[^>]* state="frozen"', lembar)
    assert "<mergeCell" not in lembar
    assert "<f>" not in semua
    assert min(float(satu) for satu in re.findall(r'<col [^>]*width="([\d.]+)"', lembar)) > 4


def test_what_looks_like_a_formula_stays_text() -> None:
    isi = _render(_catatan(DINILAI, SARAN), "xlsx")
    kepala, *daftar = _lembar(isi, "Temuan")
    assert [baris[kepala.index("Tercetak")] for baris in daftar] == [RUMUS, "+62 nama"]


def test_html_escapes_what_a_file_prints() -> None:
    halaman = _render(_catatan(PASTI), "html").decode()
    assert "Laporan &lt;Kinerja&gt;" in halaman
    assert "<Kinerja>" not in halaman
    assert "<h2" in halaman


@pytest.mark.parametrize("rupa", FORMAT)
def test_the_same_review_gives_the_same_bytes(rupa: str) -> None:
    assert _render(_catatan(PASTI, DINILAI), rupa) == _render(_catatan(PASTI, DINILAI), rupa)


def test_the_file_is_named_after_the_first_file() -> None:
    satu = layout_catatan_reviu(_catatan(), format_berkas="docx")
    assert (satu.nama_berkas, satu.judul) == ("catatan-reviu-lkjip-dinas-2025", f"Catatan reviu {LKJIP.berkas}")
    assert satu.tanggal == date(2025, 12, 31)
    dua = layout_catatan_reviu(susun_catatan_reviu([LKJIP, LKJIP], []), format_berkas="docx")
    assert dua.nama_berkas == "catatan-reviu-lkjip-dinas-2025-dan-1-lain"
    tanpa = layout_catatan_reviu(susun_catatan_reviu([], []), format_berkas="docx")
    assert (tanpa.nama_berkas, tanpa.judul) == ("catatan-reviu", "Catatan reviu")


def test_a_long_quotation_is_cut_on_paper_and_whole_in_the_list() -> None:
    panjang = Temuan(
        aturan="capaian.arah", tingkat=TingkatTemuan.GALAT, keyakinan=Keyakinan.PASTI,
        letak=LetakTemuan(LKJIP.berkas), pesan="Pesan.", tercetak="kata " * 200,
    )  # fmt: skip
    _, daftar_tabel = _docx(_catatan(panjang))
    kutipan = daftar_tabel[2][1][3]
    assert len(kutipan) == 300
    assert kutipan.endswith("…")
    kepala, baris = _lembar(_render(_catatan(panjang), "xlsx"), "Temuan")
    assert baris[kepala.index("Tercetak")] == panjang.tercetak
