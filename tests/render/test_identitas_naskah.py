"""The list of printed quantities, and the small shared pieces."""

from __future__ import annotations

import io
import zipfile

import pytest
from baca_ulang import daftar_sel
from contoh_naskah import CAPAIAN, KATEGORI, KOSONG, RENTANG, contoh_naskah, p
from naskah_kecil import dengan_blok

from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import AlasanTakTerhitung, TidakDapatDihitung
from tolok.render.gaya import clean_teks, taksir_jumlah_baris
from tolok.render.identitas import collect_identitas, format_nilai_tepat, satuan_nilai, tag_identitas
from tolok.render.jangkar import daftar_jangkar
from tolok.render.tata_letak import Judul
from tolok.render.warna import WARNA, hex_teks_di_atas
from tolok.render.zip_tetap import rewrite_zip, write_zip


def test_pemunculan_berurutan_dan_lengkap():
    daftar = collect_identitas(contoh_naskah())
    assert [(satu.identitas, satu.tercetak) for satu in daftar] == daftar_sel(contoh_naskah())


def test_tempat_adalah_keterangan_tabel_atau_judul_terdekat():
    tempat = {satu.tempat for satu in collect_identitas(contoh_naskah())}
    assert tempat == {
        "1.1 Latar Belakang",
        "Tabel 3.1.1.A Perbandingan antara Target dan Realisasi",
        "Gambar 2.1 Struktur organisasi dan capaian",
        "Tabel 4.1 Pengukuran Kinerja Triwulan I",
    }


def test_angka_tanpa_identitas_tidak_dicatat():
    assert collect_identitas(dengan_blok(p(Sel("5")))) == ()


@pytest.mark.parametrize(
    ("nilai", "teks", "satuan"),
    [
        (CAPAIAN.nilai, "798125/9761", "%"),
        (RENTANG.nilai, "80..90", "%"),
        (KATEGORI.nilai, "Madya", ""),
        (KOSONG.nilai, "belum_ada:tidak_dievaluasi", ""),
        (TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "x"), "tidak_dapat_dihitung:tanpa_data", ""),
        (None, "", ""),
    ],
)
def test_nilai_tepat_sebagai_teks(nilai, teks, satuan):
    assert (format_nilai_tepat(nilai), satuan_nilai(nilai)) == (teks, satuan)


def test_tag_tetap_dan_pendek():
    assert tag_identitas("a/2020/tahun/instansi/nilai") == "tolok-774d226b586b64ae07d4"
    assert len(tag_identitas("x" * 500)) <= 64


def test_jangkar_hanya_judul_yang_tampil_dan_benda_berketerangan():
    naskah = dengan_blok(Judul(1, "A"), Judul(2, "B", tampil_di_daftar=False), Judul(3, "C", "1.1.1"))
    assert [(j.nomor, j.blok, j.tingkat, j.teks) for j in daftar_jangkar(naskah)] == [
        (1, 0, 1, "A"),
        (2, 2, 3, "1.1.1 C"),
    ]


def test_teks_dibersihkan_dari_huruf_terlarang():
    assert clean_teks("a\r\nb\rc\td\x00\x0b\x1f\ud800\uffff é") == "a\nb\nc\td é"


def test_taksiran_baris_bertambah_dengan_teks_dan_baris_baru():
    assert taksir_jumlah_baris("", lebar_mm=50, ukuran=10) == 1
    assert taksir_jumlah_baris("a\nb", lebar_mm=50, ukuran=10) == 2
    assert taksir_jumlah_baris("a" * 100, lebar_mm=50, ukuran=10) == 4
    assert taksir_jumlah_baris("abc", lebar_mm=0, ukuran=10) == 3


def _terang(hex_: str) -> float:
    kanal = [int(hex_[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [k / 12.92 if k <= 0.03928 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("nama", ["", *WARNA])
def test_teks_di_atas_setiap_warna_terbaca(nama):
    latar, teks = _terang(WARNA[nama] if nama else "ffffff"), _terang(hex_teks_di_atas(nama))
    terang, gelap = max(latar, teks), min(latar, teks)
    assert (terang + 0.05) / (gelap + 0.05) >= 3.5


def test_arsip_tidak_bergantung_pada_urutan_dan_waktu_masukan():
    satu = write_zip({"b": b"2", "_rels/.rels": b"r", "a": b"1", "[Content_Types].xml": b"c"})
    penampung = io.BytesIO()
    with zipfile.ZipFile(penampung, "w", zipfile.ZIP_STORED) as arsip:
        for nama, isi in (("a", b"1"), ("[Content_Types].xml", b"c"), ("b", b"2"), ("_rels/.rels", b"r")):
            arsip.writestr(zipfile.ZipInfo(nama, (2024, 5, 6, 7, 8, 10)), isi)
    assert rewrite_zip(penampung.getvalue()) == satu
    with zipfile.ZipFile(io.BytesIO(satu)) as arsip:
        assert arsip.namelist() == ["[Content_Types].xml", "_rels/.rels", "a", "b"]
