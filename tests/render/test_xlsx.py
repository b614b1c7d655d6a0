"""XLSX: read again by calamine, the look by lxml."""

from __future__ import annotations

import pytest
from baca_ulang import bagian, berkas, buku, daftar_sel, identitas_xlsx, sel_xlsx
from contoh_naskah import (
    BESAR,
    CAPAIAN,
    JAHAT,
    KATEGORI,
    KOSONG,
    RENTANG,
    TARGET,
    TURUN,
    contoh_naskah,
    ident,
    p,
    persen,
    rupiah,
    s,
    tabel_panjang,
)
from naskah_kecil import dengan_blok

from tolok.core.angka import Angka
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import Bilangan
from tolok.render.tata_letak import (
    Gambar,
    Judul,
    KolomTandaTangan,
    Kotak,
    Seksi,
    Tabel,
    TandaTangan,
    Teks,
    TeksGambar,
)
from tolok.render.ukur_huruf import lebar_teks_mm
from tolok.render.xlsx import render_xlsx
from tolok.render.xlsx.angka import to_angka_lembar
from tolok.render.xlsx.blok import batas_kisi
from tolok.render.xlsx.lembar import count_baris

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_setiap_angka_ada_di_lembar_tersembunyi_dan_selnya_memuatnya():
    baris = identitas_xlsx(berkas("xlsx"))
    assert sorted((satu["identitas"], satu["tercetak"]) for satu in baris) == sorted(daftar_sel(contoh_naskah()))
    isi = sel_xlsx(berkas("xlsx"))
    for satu in baris:
        nilai = isi[satu["lembar"], satu["sel"]]
        if isinstance(nilai, float | int):
            angka = (
                satu["tercetak"]
                .strip("%")
                .removeprefix("Rp\u00a0")
                .replace(".", "")
                .replace(",", ".")
                .replace("−", "-")
            )
            assert nilai == float(angka), satu
        else:
            assert satu["tercetak"] in str(nilai), satu


def test_nilai_tepat_dan_satuan_di_lembar_tersembunyi():
    satu = next(b for b in identitas_xlsx(berkas("xlsx")) if b["identitas"] == CAPAIAN.identitas and b["nilai_tepat"])
    assert (satu["nilai_tepat"], satu["satuan"]) == ("798125/9761", "%")
    tersembunyi = [
        satu.get("name")
        for satu in bagian(berkas("xlsx"), "xl/workbook.xml").iter(f"{S}sheet")
        if satu.get("state") == "hidden"
    ]
    assert tersembunyi == ["_identitas"]


def test_laporan_mempunyai_daftar_naskah_dan_satu_lembar_setiap_tabel():
    assert buku(berkas("xlsx")).sheet_names == [
        "Daftar",
        "Naskah",
        "3.1.1.A",
        "3.1.1.H",
        "Capaian Kinerja Sasaran",
        "4.1",
        "_identitas",
    ]
    daftar = buku(berkas("xlsx")).get_sheet_by_name("Daftar").to_python()
    assert ["3.1.1.A", "Perbandingan antara Target dan Realisasi", "3.1.1.A"] in daftar
    tujuan = [satu.get("location") for satu in bagian(berkas("xlsx"), "xl/worksheets/sheet1.xml").iter(f"{S}hyperlink")]
    assert tujuan == ["'3.1.1.A'!A1", "'3.1.1.H'!A1", "'Capaian Kinerja Sasaran'!A1", "'4.1'!A1"]
    naskah = ["".join(map(str, baris)) for baris in buku(berkas("xlsx")).get_sheet_by_name("Naskah").to_python()]
    assert JAHAT in naskah
    assert "b. Beta" in naskah


def test_sel_angka_memuat_nilai_tercetak():
    baris = buku(berkas("xlsx")).get_sheet_by_name("3.1.1.A").to_python()
    assert baris[0][0] == "Tabel 3.1.1.A Perbandingan antara Target dan Realisasi"
    assert baris[2] == ["Persentase PMKS yang terpenuhi kebutuhan dasarnya", 86.0, 70.32, 81.77]
    assert baris[3] == ["Kota Layak Anak", "Nindya", "Madya", "–"]
    assert baris[4] == ["Penurunan kasus", "80–90%", -61.54, ""]


@pytest.mark.parametrize(
    ("sel", "nilai", "pola"),
    [
        (TARGET, 86, '[$-421]#,##0"%";[$-421]"−"#,##0"%"'),
        (CAPAIAN, 81.77, '[$-421]#,##0.00"%";[$-421]"−"#,##0.00"%"'),
        (TURUN, -61.54, '[$-421]#,##0.00"%";[$-421]"−"#,##0.00"%"'),
        (rupiah(2501951000, "a", "b"), 2501951000, '[$-421]"Rp\u00a0"#,##0;[$-421]"−Rp\u00a0"#,##0'),
        (
            Sel("−Rp\u00a05,50", Bilangan(Angka(-11, 2), "Rp")),
            -5.5,
            '[$-421]"Rp\u00a0"#,##0.00;[$-421]"−Rp\u00a0"#,##0.00',
        ),
        (Sel("Rp −5", Bilangan(Angka(-5), "Rp")), -5, '[$-421]"Rp "#,##0;[$-421]"Rp −"#,##0'),
        (Sel("2020", Bilangan(Angka(2020), "tahun")), 2020, '[$-421]0;[$-421]"−"0'),
        (Sel("1.277 orang", Bilangan(Angka(1277), "orang")), 1277, '[$-421]#,##0" orang";[$-421]"−"#,##0" orang"'),
        (Sel("0,00%", Bilangan(Angka(0), "%")), 0, '[$-421]#,##0.00"%";[$-421]"−"#,##0.00"%"'),
    ],
)
def test_bentuk_angka_lembar(sel, nilai, pola):
    hasil = to_angka_lembar(sel.tercetak, sel.nilai)
    assert hasil is not None
    assert (hasil.nilai, hasil.pola) == (nilai, pola)


@pytest.mark.parametrize(
    "sel",
    [
        BESAR,
        KATEGORI,
        KOSONG,
        RENTANG,
        Sel("70,33%", Bilangan(Angka(127700, 1816), "%")),
        Sel("dua", Bilangan(Angka(2), "orang")),
        Sel("12.34", Bilangan(Angka(1234, 100), "%")),
        Sel("5"),
    ],
)
def test_yang_bukan_angka_tercetak_tetap_teks(sel):
    assert to_angka_lembar(sel.tercetak, sel.nilai) is None


def test_angka_bercatatan_kaki_tetap_angka():
    hasil = to_angka_lembar("70,32%", Bilangan(Angka(127700, 1816), "%"), ekor="¹")
    assert hasil is not None
    assert hasil.pola.startswith('[$-421]#,##0.00"%¹"')


def test_formulir_adalah_satu_lembar_siap_cetak():
    naskah = dengan_blok(
        Judul(1, "PENGUKURAN KINERJA"),
        p("Dinas Contoh", gaya="tengah"),
        tabel_panjang(10, "TW I"),
        p("Kaki: ", persen(1, 2, "50,00%", "kaki", "serapan")),
        TandaTangan((None, KolomTandaTangan(("Kota Contoh, 1 April 2020", "Kepala Dinas"), ("Contoh Pejabat Satu",)))),
        mendatar=True,
        kaki="Pengukuran & Kinerja",
    )
    isi = render_xlsx(naskah)
    assert buku(isi).sheet_names == ["TW I", "_identitas"]
    baris = buku(isi).get_sheet_by_name("TW I").to_python()
    teks = ["|".join(str(sel) for sel in satu if sel != "") for satu in baris]
    assert teks[:3] == ["PENGUKURAN KINERJA", "Dinas Contoh", "Tabel TW I Pengukuran Kinerja Triwulan I"]
    assert teks[3].startswith("No.|Sasaran Strategis|Indikator Kinerja|Target|Triwulan I|")
    assert "Kaki: 50,00%" in teks
    assert teks[-1] == "Contoh Pejabat Satu"
    lembar = bagian(isi, "xl/worksheets/sheet1.xml")
    cetak = lembar.find(f"{S}pageSetup")
    assert (cetak.get("paperSize"), cetak.get("orientation"), cetak.get("fitToHeight")) == ("9", "landscape", "0")
    assert lembar.find(f"{S}headerFooter/{S}oddFooter").text == "&L&9Pengukuran && Kinerja&R&9&P"
    gabung = {satu.get("ref") for satu in lembar.iter(f"{S}mergeCell")}
    assert {"A1:L1", "A4:A5", "E4:F4"} <= gabung
    nama = {satu.get("name"): satu.text for satu in bagian(isi, "xl/workbook.xml").iter(f"{S}definedName")}
    assert nama["_xlnm.Print_Titles"] == "'TW I'!$4:$6"
    assert nama["_xlnm.Print_Area"] == f"'TW I'!$A$1:$L${len(baris)}"


def test_dua_tabel_berbeda_kolom_berbagi_satu_kisi():
    satu = Tabel((), ((s("a"), s("b")),), (50, 50))
    dua = Tabel((), ((s("c"), s("d"), s("e")),), (25, 25, 50))
    assert batas_kisi((satu.lebar, dua.lebar)) == (0, 250, 500, 1000)
    baris = buku(render_xlsx(dengan_blok(satu, dua))).get_sheet_by_name("Halaman 1").to_python()
    assert [satu for satu in baris if any(satu)] == [["a", "", "b"], ["c", "d", "e"]]


def test_nama_lembar_sah_dan_tidak_ganda():
    daftar = tuple(
        Tabel((), ((s("x"),),), (1,), nomor)
        for nomor in ("A/B:[C]*?", "a/b:[c]*?", "'" * 3, "History", "_identitas", "x" * 40, "x" * 40)
    )
    naskah = dengan_blok()
    naskah = type(naskah)(
        naskah.jenis, naskah.judul, naskah.subjek, naskah.penerbit, naskah.tanggal,
        tuple(Seksi((satu,)) for satu in daftar), naskah.nama_berkas,
    )  # fmt: skip
    nama = buku(render_xlsx(naskah)).sheet_names
    assert nama[:7] == [
        "A-B--C---",
        "a-b--c--- (2)",
        "Lembar",
        "History (2)",
        "_identitas (2)",
        "x" * 31,
        "x" * 27 + " (2)",
    ]


def test_rumus_dan_tautan_dalam_teks_tidak_pernah_dijalankan():
    isi = render_xlsx(dengan_blok(Tabel((), ((s("=1+1"), s("https://contoh.id"), s("@SUM(A1)")),), (1, 1, 1))))
    assert buku(isi).get_sheet_by_name("Halaman 1").to_python() == [["=1+1", "https://contoh.id", "@SUM(A1)"]]
    lembar = bagian(isi, "xl/worksheets/sheet1.xml")
    assert list(lembar.iter(f"{S}f")) == []
    assert list(lembar.iter(f"{S}hyperlink")) == []


def test_teks_terlalu_panjang_dipotong_dengan_tanda():
    isi = render_xlsx(dengan_blok(p("a" * 40_000)))
    (baris,) = buku(isi).get_sheet_by_name("Halaman 1").to_python()
    assert baris[0] == "a" * 32_766 + "…"


def test_gambar_menjadi_teks_dengan_identitas():
    gambar = Gambar(
        100,
        100,
        (Kotak(0, 0, 10, 10, teks=("Kepala", "Dinas")), TeksGambar(1, 1, "81,77%", identitas=ident("x", "capaian"))),
        alt="bagan",
    )
    isi = render_xlsx(dengan_blok(gambar))
    kolom = [satu[0] for satu in buku(isi).get_sheet_by_name("Halaman 1").to_python()]
    assert kolom == ["Gambar: bagan", "Kepala Dinas", "81,77%"]
    assert [(satu["sel"], satu["identitas"]) for satu in identitas_xlsx(isi)] == [("A3", ident("x", "capaian"))]


def test_nama_lembar_formulir_dari_judul_dipotong_di_batas_kata():
    isi = render_xlsx(dengan_blok(Judul(1, "Pengukuran Kinerja Triwulan I Tahun 2020"), p("kanan", perataan="kanan")))
    assert buku(isi).sheet_names[0] == "Pengukuran Kinerja Triwulan I"


def test_dua_angka_dalam_satu_sel_menjadi_teks():
    sel = s(TARGET, Teks(" / "), CAPAIAN)
    isi = render_xlsx(dengan_blok(Tabel((), ((sel,),), (1,))))
    assert buku(isi).get_sheet_by_name("Halaman 1").to_python() == [["86% / 81,77%"]]
    assert [satu["sel"] for satu in identitas_xlsx(isi)] == ["A1", "A1"]


def test_baris_teks_dihitung_dari_lebar_hurufnya():
    assert count_baris("", lebar_mm=20, ukuran=10) == 1
    assert count_baris("satu dua", lebar_mm=100, ukuran=10) == 1
    lebar = lebar_teks_mm("mmmmmmmmmm", ukuran=10)
    assert count_baris("mmmmmmmmmm mmmmmmmmmm mmmmmmmmmm", lebar_mm=lebar * 2.2, ukuran=10) == 2
    assert count_baris("m" * 30, lebar_mm=lebar, ukuran=10) == 4


def test_uraian_gambar_tidak_diulang_sebagai_baris():
    gambar = Gambar(
        100,
        100,
        (TeksGambar(1, 1, "120%"), TeksGambar(1, 9, "81,77%", identitas=ident("x", "capaian"))),
        alt="Capaian: 81,77%",
    )
    isi = render_xlsx(dengan_blok(gambar))
    assert buku(isi).get_sheet_by_name("Halaman 1").to_python() == [["Gambar: Capaian: 81,77%"]]
    assert [satu["sel"] for satu in identitas_xlsx(isi)] == ["A1"]
