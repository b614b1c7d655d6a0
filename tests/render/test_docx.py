"""DOCX: read again by python-docx, lxml and LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from baca_ulang import W, bagian, berkas, daftar_sel, peta_docx, rapat, sdt_docx, tabel, teks_pdf
from contoh_naskah import JAHAT, RUMUS, contoh_naskah, p, s
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from naskah_kecil import dengan_blok

from tolok.render.docx import render_docx
from tolok.render.pdf import nomor_halaman
from tolok.render.tata_letak import (
    DaftarButir,
    DaftarTabel,
    Gambar,
    GantiHalaman,
    Garis,
    Judul,
    Matematika,
    Tabel,
    Teks,
)

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


@pytest.fixture(scope="module")
def dokumen():
    return docx.Document(io.BytesIO(berkas("docx")))


def test_setiap_angka_berada_dalam_kendali_isi_dengan_identitasnya():
    peta = peta_docx(berkas("docx"))
    assert [(peta[tag], teks) for tag, teks in sdt_docx(berkas("docx"))] == daftar_sel(contoh_naskah())


def test_tag_muat_di_word_dan_berbeda_untuk_setiap_identitas():
    peta = peta_docx(berkas("docx"))
    assert max(len(tag) for tag in peta) <= 64
    assert sorted(peta.values()) == sorted({identitas for identitas, _ in daftar_sel(contoh_naskah())})


def test_bagian_xml_menyimpan_nilai_tepat_dan_terhubung_dari_dokumen(dokumen):
    baris = next(
        satu
        for satu in bagian(berkas("docx"), "customXml/item1.xml").iter("{*}sel")
        if satu.get("identitas").endswith("pmks/realisasi")
    )
    assert (baris.get("nilai"), baris.get("satuan"), baris.get("tercetak")) == ("31925/454", "%", "70,32%")
    hubungan = [satu for satu in dokumen.part.rels.values() if satu.reltype == RELATIONSHIP_TYPE.CUSTOM_XML]
    assert [satu.target_part.partname for satu in hubungan] == ["/customXml/item1.xml"]


def test_id_tidak_ada_yang_ganda():
    akar = bagian(berkas("docx"), "word/document.xml")
    kendali = [satu.get(f"{W}val") for satu in akar.iter(f"{W}id")]
    penanda = [satu.get(f"{W}id") for satu in akar.iter(f"{W}bookmarkStart")]
    bentuk = [satu.get("id") for satu in akar.iter(f"{WPS}cNvPr", "{*}docPr")]
    for daftar in (kendali, penanda, bentuk):
        assert len(daftar) > 3
        assert len(set(daftar)) == len(daftar)


def test_isi_tabel_dan_sel_gabungan(dokumen):
    asal = tabel(contoh_naskah(), "4.1")
    hasil = next(t for t in dokumen.tables if len(t.columns) == 12)
    assert len(hasil.rows) == len(asal.kepala) + len(asal.baris)
    kepala = [sel.text for sel in hasil.rows[0].cells]
    assert kepala[4:6] == ["Triwulan I", "Triwulan I"]
    assert [sel.text for sel in hasil.rows[1].cells][3:7] == ["Target", "Realisasi", "Capaian", "Program/Kegiatan"]
    nomor = [hasil.rows[3 + i].cells[0].text for i in range(3)]
    assert nomor == ["1", "1", "1"]
    assert hasil.rows[-1].cells[0].text == "TOTAL"
    assert hasil.rows[-1].cells[7].text == ""
    sdt = hasil.rows[-1]._tr.findall(f".//{W}sdt")
    assert ["".join(t.text for t in satu.iter(f"{W}t")) for satu in sdt] == ["Rp\u00a0123.456.789.012.345.678"]


def test_kepala_berulang_dan_baris_pendek_tidak_terbelah(dokumen):
    baris = next(t for t in dokumen.tables if len(t.columns) == 12)._tbl.tr_lst
    berulang = [satu.find(f"{W}trPr/{W}tblHeader") is not None for satu in baris]
    assert berulang == [True] * 3 + [False] * (len(baris) - 3)
    assert all(satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in baris)
    panjang = next(t for t in dokumen.tables if t.cell(0, 0).text == "Uraian")._tbl.tr_lst
    assert [satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in panjang] == [True, False, True, True]


def test_lebar_kolom_sebanding_dan_tepat_selebar_halaman(dokumen):
    kolom = [int(satu.get(f"{W}w")) for satu in dokumen.tables[1]._tbl.tblGrid]
    assert sum(kolom) == 8787
    assert kolom[0] == pytest.approx(8787 * 46 / 100, abs=1)


def test_seksi_kertas_arah_dan_nomor(dokumen):
    arah = [(satu.orientation, round(satu.page_width.mm), round(satu.page_height.mm)) for satu in dokumen.sections]
    assert arah == [(WD_ORIENT.PORTRAIT, 210, 297)] * 3 + [(WD_ORIENT.LANDSCAPE, 297, 210)]
    assert [round(satu.left_margin.mm) for satu in dokumen.sections] == [30, 30, 30, 20]
    nomor = [satu._sectPr.find(f"{W}pgNumType") for satu in dokumen.sections]
    assert nomor[0] is None
    assert [(satu.get(f"{W}fmt"), satu.get(f"{W}start")) for satu in nomor[1:]] == [
        ("lowerRoman", "1"),
        ("decimal", "1"),
        ("decimal", None),
    ]
    kaki = [satu.footer.paragraphs[0].text for satu in dokumen.sections]
    assert kaki[0] == ""
    assert all(satu.startswith("Laporan Kinerja Dinas Contoh Tahun 2020") for satu in kaki[1:])
    assert " PAGE " in [t.text for t in dokumen.sections[2].footer._element.iter(f"{W}instrText")]


def test_gaya_nyata_dan_bahasa(dokumen):
    gaya = [(satu.style.name, satu.text.replace("\n", " ")) for satu in dokumen.paragraphs if satu.text]
    assert ("Heading 1", "BAB I PENDAHULUAN") in gaya
    assert ("Heading 2", "1.1 Latar Belakang") in gaya
    assert ("Judul Tanpa Daftar 1", "DAFTAR ISI") in gaya
    assert ("Caption", "Tabel 3.1.1.A Perbandingan antara Target dan Realisasi") in gaya
    assert {nama for nama, _ in gaya} >= {"Title", "Subtitle", "Quote", "List Number", "List Bullet", "Keterangan"}
    bahasa = dokumen.styles.element.find(f"{W}docDefaults//{W}lang")
    assert bahasa.get(f"{W}val") == "id-ID"
    assert "TabelTolok" in {t.style.style_id for t in dokumen.tables}


def test_sifat_inti_memakai_tanggal_naskah(dokumen):
    sifat = dokumen.core_properties
    assert (sifat.title, sifat.author, sifat.language) == (
        "Laporan Kinerja Tahun 2020",
        "Dinas Contoh Kota Contoh",
        "id-ID",
    )
    assert sifat.created.replace(tzinfo=None) == sifat.modified.replace(tzinfo=None) == datetime(2021, 2, 5)  # noqa: DTZ001


def test_daftar_isi_terisi_dengan_tautan_dan_halaman():
    akar = bagian(berkas("docx"), "word/document.xml")
    perintah = [t.text.strip() for t in akar.iter(f"{W}instrText")]
    assert r'TOC \o "1-4" \h \z' in perintah
    assert r'TOC \h \z \c "Tabel"' in perintah
    assert r'TOC \h \z \c "Gambar"' in perintah
    penanda = {satu.get(f"{W}name") for satu in akar.iter(f"{W}bookmarkStart")}
    tautan = list(akar.iter(f"{W}hyperlink"))
    assert len(tautan) == 12
    assert {satu.get(f"{W}anchor") for satu in tautan} == penanda
    halaman = nomor_halaman(contoh_naskah())
    cetakan = [["".join(t.text for t in larik.iter(f"{W}t")) for larik in satu.iter(f"{W}r")] for satu in tautan]
    assert [next(t for t in reversed(satu) if t) for satu in cetakan] == (
        halaman["judul"] + halaman["tabel"] + halaman["gambar"]
    )
    assert sum(1 for satu in akar.iter(f"{W}fldChar") if satu.get(f"{W}dirty")) == 0


@pytest.mark.parametrize(
    ("nomor", "perintah", "hasil"),
    [
        ("3.1.1.A", r"SEQ Tabel \* ALPHABETIC \r 1", "A"),
        ("3.1.1.I", r"SEQ Tabel \* ALPHABETIC \r 9", "I"),
        ("2.b", r"SEQ Tabel \* alphabetic \r 2", "b"),
        ("3.12", r"SEQ Tabel \* ARABIC \r 12", "12"),
        ("4", r"SEQ Tabel \* ARABIC \r 4", "4"),
        ("IV", r"SEQ Tabel \h", ""),
        ("3.07", r"SEQ Tabel \h", ""),
    ],
)
def test_nomor_keterangan_adalah_medan_urutan_yang_menampilkan_nomor_kita(nomor, perintah, hasil):
    isi = render_docx(dengan_blok(DaftarTabel(), Tabel((), ((s("a"),),), (1,), nomor, "Judul tabel")))
    dokumen = docx.Document(io.BytesIO(isi))
    keterangan = next(satu for satu in dokumen.paragraphs if satu.style.name == "Caption")
    assert keterangan.text == f"Tabel {nomor} Judul tabel"
    assert [t.text.strip() for t in keterangan._p.iter(f"{W}instrText")] == [perintah]
    (hasil_medan,) = [
        "".join(t.text or "" for t in larik.iter(f"{W}t"))
        for larik in keterangan._p.iter(f"{W}r")
        if (jenis := larik.getprevious()).find(f"{W}fldChar") is not None
        and jenis.find(f"{W}fldChar").get(f"{W}fldCharType") == "separate"
    ]
    assert hasil_medan == hasil


def test_rumus_adalah_omml():
    akar = bagian(berkas("docx"), "word/document.xml")
    rumus = list(akar.iter(f"{M}oMath"))
    assert len(rumus) == 3
    for satu in rumus:
        assert "".join(satu.find(f".//{M}num").itertext()) == "PMKS yang terpenuhi kebutuhan dasarnya"
    assert len(list(akar.iter(f"{M}oMathPara"))) == 2


def test_gambar_adalah_bentuk_yang_dapat_disunting_dengan_uraian():
    akar = bagian(berkas("docx"), "word/document.xml")
    (sifat,) = akar.iter("{*}docPr")
    assert "kepala dinas membawahi" in sifat.get("descr")
    assert len(list(akar.iter(f"{WPS}wsp"))) == 16
    assert list(akar.iter("{*}pic")) == []
    teks = ["".join(t.text for t in satu.iter(f"{W}t")) for satu in akar.iter(f"{W}txbxContent")]
    assert "KEPALA DINASContoh Pejabat Satu" in teks
    assert "Bidang <PPPA> & Anak" in teks


def test_garis_naik_dibalik_dan_gambar_lebar_diperkecil():
    gambar = Gambar(4000, 100, (Garis(0, 100, 4000, 0),), alt="garis")
    akar = bagian(render_docx(dengan_blok(gambar)), "word/document.xml")
    (bidang,) = [satu for satu in akar.iter("{*}xfrm") if satu.get("flipV") == "1"]
    assert bidang.find("{*}ext").get("cx") == str(4000 * 3600)
    assert akar.find(".//{*}extent").get("cx") == str(155 * 36000)


def test_daftar_butir_mulai_dari_awal_setiap_kali():
    isi = render_docx(
        dengan_blok(
            DaftarButir(((Teks("a"),), (Teks("b"),)), "angka"),
            DaftarButir(((Teks("c"),),), "angka"),
            DaftarButir(((Teks("d"),),), "bulatan"),
        )
    )
    nomor = [satu.get(f"{W}val") for satu in bagian(isi, "word/document.xml").iter(f"{W}numId")]
    assert nomor == ["1", "1", "2", "3"]
    tetapan = bagian(isi, "word/numbering.xml")
    assert [satu.get(f"{W}val") for satu in tetapan.iter(f"{W}startOverride")] == ["1", "1", "1"]
    bentuk = {
        satu.get(f"{W}abstractNumId"): satu.find(f"{W}lvl/{W}numFmt").get(f"{W}val")
        for satu in tetapan.iter(f"{W}abstractNum")
    }
    assert [bentuk[satu.find(f"{W}abstractNumId").get(f"{W}val")] for satu in tetapan.iter(f"{W}num")] == [
        "decimal",
        "decimal",
        "bullet",
    ]


def test_ganti_halaman_menempel_pada_blok_berikutnya():
    isi = render_docx(
        dengan_blok(p("satu"), GantiHalaman(), Judul(1, "dua"), GantiHalaman(), Tabel((), ((s("a"),),), (1,)))
    )
    dokumen = docx.Document(io.BytesIO(isi))
    baru = [satu.text for satu in dokumen.paragraphs if satu.paragraph_format.page_break_before]
    assert baru == ["dua", ""]


def test_daftar_tanpa_isi_tetap_medan_yang_dapat_diperbarui():
    akar = bagian(render_docx(dengan_blok(DaftarTabel())), "word/document.xml")
    assert [satu.get(f"{W}fldCharType") for satu in akar.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert list(akar.iter(f"{W}hyperlink")) == []


def test_teks_jahat_dan_baris_baru(dokumen):
    assert [satu.text for satu in dokumen.paragraphs].count(JAHAT) == 1
    isi = render_docx(dengan_blok(p("a\nb\tc & <w:p/> \x0b \ud800"), Judul(1, "<&>\"'")))
    daftar = docx.Document(io.BytesIO(isi)).paragraphs
    assert daftar[0].text == "a\nb\tc & <w:p/>  "
    assert daftar[1].text == "<&>\"'"


def test_arsip_memuat_bagian_wajib_dengan_waktu_tetap():
    with zipfile.ZipFile(io.BytesIO(berkas("docx"))) as arsip:
        assert arsip.testzip() is None
        assert arsip.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert {satu.date_time for satu in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_rumus_dalam_kalimat_dan_dalam_sel():
    isi = render_docx(dengan_blok(p("x ", Matematika(RUMUS)), Tabel((), ((s(Matematika(RUMUS)),),), (1,))))
    akar = bagian(isi, "word/document.xml")
    assert len(list(akar.iter(f"{M}oMath"))) == 2
    assert len(list(akar.iter(f"{M}oMathPara"))) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_libreoffice_membuka_dan_mencetak_semuanya(tmp_path: Path):
    (tmp_path / "uji.docx").write_bytes(berkas("docx"))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profil",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "uji.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    halaman = teks_pdf((tmp_path / "uji.pdf").read_bytes())
    teks = rapat("".join(halaman))
    assert [tercetak for _, tercetak in daftar_sel(contoh_naskah()) if rapat(tercetak) not in teks] == []
    assert "Tabel3.1.1.APerbandinganantaraTargetdanRealisasiIndikator" in teks
    daftar_tabel = next(satu for satu in halaman if "DAFTAR TABEL" in satu)
    baris = next(satu for satu in daftar_tabel.splitlines() if satu.startswith("Tabel 3.1.1.A"))
    letak = next(i for i, satu in enumerate(halaman) if "Tabel 3.1.1.A" in satu and "DAFTAR TABEL" not in satu)
    assert re.findall(r"Dinas Contoh Tahun 2020\s+([0-9]+)", halaman[letak]) == [baris.rsplit(".", 1)[-1].strip()]
