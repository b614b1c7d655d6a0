"""PDF: read again by pdfium."""

from __future__ import annotations

import json
import re

import pytest
from baca_ulang import (
    berkas,
    daftar_sel,
    identitas_pdf,
    is_bertanda_pdf,
    judul_pdf,
    label_halaman_pdf,
    lampiran_pdf,
    rapat,
    teks_pdf,
)
from contoh_naskah import JAHAT, PANJANG, contoh_naskah, p, s
from naskah_kecil import dengan_blok

from tolok.render.kisi import GalatKisi
from tolok.render.pdf import nomor_halaman, render_pdf
from tolok.render.tata_letak import DaftarTabel, Judul, SelTabel, Tabel, Teks


def test_setiap_angka_tercetak_dan_terlampir():
    isi = berkas("pdf")
    harapan = daftar_sel(contoh_naskah())
    assert len(harapan) > 200
    assert [(satu["identitas"], satu["tercetak"]) for satu in identitas_pdf(isi)] == harapan
    teks = rapat("".join(teks_pdf(isi)))
    hilang = [tercetak for _, tercetak in harapan if rapat(tercetak) not in teks]
    assert hilang == []


def test_angka_muncul_sebanyak_di_tata_letak():
    teks = rapat("".join(teks_pdf(berkas("pdf"))))
    # Sel pagu ke-41: sekali di tabel, tidak di tempat lain.
    assert teks.count("Rp2.501.951.041") == 1
    # 70,32%: kalimat, sel tabel, catatan tabel, dan teks gambar.
    assert teks.count("70,32%") == 4


def test_lampiran_menyebut_nilai_tepat_dan_keterangan_naskah():
    daftar = lampiran_pdf(berkas("pdf"))
    assert list(daftar) == ["tolok-identitas.json"]
    isi = json.loads(daftar["tolok-identitas.json"])
    assert (isi["versi_format"], isi["jenis"], isi["tanggal"], isi["data"]) == (
        1,
        "lkjip",
        "2021-02-05",
        {"keadaan": "konsep"},
    )
    capaian = next(satu for satu in isi["pemunculan"] if satu["identitas"].endswith("pmks/capaian"))
    assert (capaian["tercetak"], capaian["nilai"], capaian["satuan"]) == ("81,77%", "798125/9761", "%")


def test_berkas_adalah_pdf_a_3b_bertanda():
    isi = berkas("pdf")
    xmp = isi[isi.index(b"<x:xmpmeta") : isi.index(b"</x:xmpmeta>")].decode()
    assert re.search(r"pdfaid:part[>=\"' ]*3", xmp)
    assert re.search(r"pdfaid:conformance[>=\"' ]*B", xmp)
    assert "2021-02-05" in xmp
    assert is_bertanda_pdf(isi)


def test_nomor_halaman_romawi_lalu_arab():
    label = label_halaman_pdf(berkas("pdf"))
    assert label[1:5] == ["i", "ii", "iii", "1"]
    assert label[-1].isdigit()
    kaki = [halaman.strip().splitlines()[-1] for halaman in teks_pdf(berkas("pdf"))]
    assert kaki[1].endswith("i")
    assert kaki[4].endswith("1")


def test_penanda_buku_menyebut_judul_dan_halamannya():
    judul = judul_pdf(berkas("pdf"))
    assert [(tingkat, " ".join(teks.split())) for tingkat, teks, _ in judul] == [
        (1, "KATA PENGANTAR"),
        (1, "BAB I PENDAHULUAN"),
        (2, "1.1 Latar Belakang"),
        (3, "1.1.1 Teks yang ganjil"),
        (4, "Rumus"),
        (1, "BAB III AKUNTABILITAS KINERJA"),
        (2, "3.1 Capaian Kinerja Sasaran " + PANJANG.strip()),
        (1, "LAMPIRAN"),
    ]
    teks = teks_pdf(berkas("pdf"))
    for _, satu, halaman in judul:
        assert rapat(satu) in rapat(teks[halaman - 1])


def test_daftar_isi_dan_daftar_tabel_mencetak_halaman_yang_benar():
    teks = teks_pdf(berkas("pdf"))
    label = label_halaman_pdf(berkas("pdf"))
    tabel_panjang = next(i for i, satu in enumerate(teks) if "Tabel 4.1 Pengukuran" in satu and i > 4)
    baris = next(satu for satu in teks[3].splitlines() if satu.startswith("Tabel 4.1"))
    assert baris.rsplit(None, 1)[-1].lstrip(".") == label[tabel_panjang]
    assert "BAB I PENDAHULUAN" in teks[2]
    assert "DAFTAR ISI" not in [satu for _, satu, _ in judul_pdf(berkas("pdf"))]


def test_nomor_halaman_untuk_format_lain_sama_dengan_penanda_buku():
    label = label_halaman_pdf(berkas("pdf"))
    halaman = nomor_halaman(contoh_naskah())
    assert halaman["judul"] == [label[satu - 1] for _, _, satu in judul_pdf(berkas("pdf"))]
    assert len(halaman["tabel"]) == 3
    assert len(halaman["gambar"]) == 1


def test_kepala_tabel_berulang_di_setiap_halaman():
    teks = [satu for satu in teks_pdf(berkas("pdf")) if "Rp 2.501.951" in satu.replace("\u00a0", " ")]
    assert len(teks) >= 4
    assert all("Sasaran" in satu and "Serapan" in satu for satu in teks)


def test_halaman_mendatar_dan_tegak():
    import pypdfium2

    with pypdfium2.PdfDocument(berkas("pdf")) as dokumen:
        ukuran = [tuple(round(satu) for satu in halaman.get_size()) for halaman in dokumen]
    assert ukuran[0] == (595, 842)
    assert ukuran[-1] == (842, 595)


def test_teks_jahat_tercetak_apa_adanya():
    teks = rapat("".join(teks_pdf(berkas("pdf"))))
    assert teks.count(rapat(JAHAT)) == 2


@pytest.mark.parametrize(
    "teks",
    [
        '"#import "x"',
        "\\u{41} \\\\ \\",
        "#panic()",
        "$ frac(1, 0) $",
        "*",
        "]]]",
        "= judul",
        "- butir",
        "/* x",
        "<a> @a",
        "`",
        "https://x.id/~a",
    ],
)
def test_setiap_tempat_teks_kebal_terhadap_markah(teks):
    naskah = dengan_blok(
        Judul(2, teks, teks),
        p(teks),
        Tabel(((s(teks, peran="kepala"),),), ((s(teks),),), (1,), "1", teks),
        DaftarTabel(),
        judul=teks,
        kaki=teks,
    )
    hasil = rapat("".join(teks_pdf(render_pdf(naskah))))
    assert hasil.count(rapat(teks)) >= 6


def test_huruf_tanpa_bentuk_menjadi_kotak_bukan_kegagalan():
    teks = "".join(teks_pdf(render_pdf(dengan_blok(p("emoji \U0001f600 arab \u0627 kendali \x07 selesai")))))
    assert "emoji □ arab □ kendali" in teks


def test_sel_sangat_panjang_pindah_halaman():
    naskah = dengan_blok(Tabel((), ((s("A"), s(PANJANG * 60)),), (1, 3), "1", "Panjang"))
    teks = teks_pdf(render_pdf(naskah))
    assert len(teks) >= 3
    assert rapat("".join(teks)).count("Meningkatnyakualitas") == 60


def test_sel_yang_tidak_memenuhi_tabel_ditolak():
    with pytest.raises(GalatKisi, match="baris 1 kurang sel"):
        render_pdf(dengan_blok(Tabel((), ((s("A"),),), (1, 1))))


def test_pdf_dan_nomor_halaman_dari_satu_susunan(monkeypatch):
    from tolok.render import pdf

    dibaca = []
    asli = pdf.to_json
    monkeypatch.setattr(pdf, "to_json", lambda naskah: dibaca.append(naskah) or asli(naskah))
    satu, kembar = (dengan_blok(Judul(1, "Bab"), p("isi")) for _ in range(2))
    assert nomor_halaman(satu)["judul"] == ["1"]
    isi = render_pdf(satu)
    assert len(dibaca) == 1
    assert render_pdf(kembar) == isi
    assert len(dibaca) == 2


def test_sebelum_dokumen_lain_yang_lama_dilupakan(monkeypatch):
    from tolok.render import pdf

    class Kosong:
        jumlah = 0

        def compile(self, **pilihan):
            Kosong.jumlah += 1

    monkeypatch.setattr(pdf, "_kosong", Kosong)
    monkeypatch.setattr(pdf, "_TERAKHIR", pdf._Terakhir())
    naskah = dengan_blok(p("satu"))
    render_pdf(naskah)
    render_pdf(naskah)
    assert Kosong.jumlah == 0
    render_pdf(dengan_blok(p("dua")))
    assert Kosong.jumlah == pdf._UMUR_INGATAN


def test_halaman_kosong_dapat_ditata():
    from tolok.render import pdf

    assert pdf._kosong().compile(format="pdf").startswith(b"%PDF")


def test_dokumen_memenuhi_syarat_akses_pdf_ua(monkeypatch):
    from tolok.render import pdf

    asli = pdf._TERAKHIR.compiler

    class Ketat:
        def __init__(self, naskah):
            self._dalam = asli(naskah)

        def compile_with_warnings(self, **pilihan):
            return self._dalam.compile_with_warnings(**{**pilihan, "pdf_standards": ["ua-1"]})

    monkeypatch.setattr(pdf._TERAKHIR, "compiler", Ketat)
    assert b"pdfuaid" in render_pdf(contoh_naskah(10))


@pytest.mark.parametrize(
    ("templat", "pesan"),
    [('#panic("rusak")', "rusak"), ('#set text(font: "Huruf Tidak Ada")\nx', "unknown font family")],
)
def test_galat_dan_peringatan_penata_huruf_adalah_kegagalan(monkeypatch, tmp_path, templat, pesan):
    from tolok.render import pdf

    (tmp_path / "uji.typ").write_text(templat)
    monkeypatch.setattr(pdf, "_TEMPLAT", tmp_path / "uji.typ")
    with pytest.raises(pdf.GalatPdf, match=pesan):
        render_pdf(dengan_blok(p("x")))
    with pytest.raises(pdf.GalatPdf):
        nomor_halaman(dengan_blok(p("x")))


def test_rata_teks_dan_huruf_miring_tercetak():
    naskah = dengan_blok(
        p(Teks("miring", miring=True), gaya="biasa", perataan="kanan"),
        Tabel((), ((SelTabel((p("kanan", perataan="kanan"), p("tengah", gaya="tengah")), perataan="kiri"),),), (1,)),
    )
    assert rapat("".join(teks_pdf(render_pdf(naskah)))).startswith("miringkanantengah")
