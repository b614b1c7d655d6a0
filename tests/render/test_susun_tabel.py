"""Column widths, font sizes and word breaks of tables."""

from __future__ import annotations

import io

import docx
import pytest
from baca_ulang import W, bagian, rapat, teks_pdf
from contoh_naskah import k, p, s
from naskah_kecil import dengan_blok

from tolok.render.docx import render_docx
from tolok.render.gaya import MENDATAR, TEGAK
from tolok.render.pdf import render_pdf
from tolok.render.penggalan import penggal
from tolok.render.susun_tabel import susun_tabel
from tolok.render.tata_letak import SelTabel, Tabel
from tolok.render.titik_pisah import beri_titik_pisah
from tolok.render.ukur_huruf import lebar_per_huruf, lebar_teks_mm

RUPIAH = "Rp\u00a0123.456.789.012"


@pytest.mark.parametrize(
    ("kata", "bagian"),
    [
        ("bulan", "bu-lan"),
        ("mandi", "man-di"),
        ("instrumen", "in-stru-men"),
        ("penanggungjawab", "pe-nang-gung-ja-wab"),
        ("nyanyian", "nya-nyi-an"),
        ("masyarakat", "ma-sya-ra-kat"),
        ("akhirnya", "akhir-nya"),
        ("pemerintah", "pe-me-rin-tah"),
        ("caplok", "cap-lok"),
        ("pandai", "pan-dai"),
        ("Meningkatnya", "Me-ning-kat-nya"),
    ],
)
def test_kata_dipenggal_menurut_eyd(kata, bagian):
    assert "-".join(penggal(kata)) == bagian


@pytest.mark.parametrize("kata", ["123.456", "LKjIP2020", "PPPA", "ia", "apa", "https:", "", "naïf"])
def test_yang_bukan_kata_tidak_dipenggal(kata):
    assert penggal(kata) == (kata,)


def test_lebar_huruf_sama_dengan_ukuran_times():
    huruf = lebar_per_huruf("LiberationSerif-Regular")
    per_seribu = {satu: round(huruf[satu] * 1000) for satu in "0,. %mWi"}
    assert per_seribu == {"0": 500, ",": 250, ".": 250, " ": 250, "%": 833, "m": 778, "W": 944, "i": 278}
    assert round(lebar_per_huruf("LiberationSerif-Bold")["m"] * 1000) == 833
    assert lebar_teks_mm("0000", ukuran=72) == pytest.approx(50.8, abs=0.01)
    assert lebar_teks_mm("\U0001f600", ukuran=72) == pytest.approx(0.6 * 25.4)


def test_bobot_dipakai_bila_semua_muat():
    tabel = Tabel((), ((s("a"), s("b"), s("c")),), (20, 30, 50))
    assert susun_tabel(tabel, TEGAK).lebar == (3100, 4650, 7750)


def test_kolom_angka_mengambil_ruang_dari_yang_lapang():
    tabel = Tabel((), ((s("uraian yang panjang sekali"), s(RUPIAH)),), (95, 5), ukuran_huruf=10)
    susunan = susun_tabel(tabel, TEGAK)
    assert sum(susunan.lebar) == 15500
    assert susunan.lebar[1] / 100 >= lebar_teks_mm(RUPIAH, ukuran=10)
    assert susunan.ukuran == 10


def test_huruf_diperkecil_satu_angka_sebelum_kata_dipenggal():
    tabel = Tabel((), (tuple(s(RUPIAH) for _ in range(6)),), (1,) * 6, ukuran_huruf=9)
    assert susun_tabel(tabel, MENDATAR).ukuran == 9
    assert susun_tabel(Tabel((), (tuple(s(RUPIAH) for _ in range(5)),), (1,) * 5, ukuran_huruf=10), TEGAK).ukuran == 9


def test_halaman_terlalu_sempit_memperkecil_huruf_sampai_batas():
    tabel = Tabel((), (tuple(s(RUPIAH) for _ in range(20)),), (1,) * 20)
    susunan = susun_tabel(tabel, TEGAK)
    assert susunan.ukuran == 6
    assert sum(susunan.lebar) == 15500


def test_sel_gabungan_melebarkan_kolomnya():
    tabel = Tabel((), ((s("a"), s("A" * 30, kolom=2)), (s("b" * 3), s("c"), s("d"))), (90, 5, 5), ukuran_huruf=10)
    susunan = susun_tabel(tabel, TEGAK)
    assert sum(susunan.lebar[1:]) / 100 > lebar_teks_mm("A" * 30, ukuran=10)


def test_baris_panjang_boleh_terbelah_dan_baris_pendek_tidak():
    tabel = Tabel(((k("a"),),), ((s("kata " * 500),), (s("kata"),)), (1,))
    assert susun_tabel(tabel, TEGAK).utuh == (True, False, True)


def test_kata_dipenggal_hanya_bila_tidak_muat():
    lebar = {"ukuran": 10, "tebal": False}
    assert beri_titik_pisah("Penanggungjawab ini", ruang_mm=60, **lebar) == "Penanggungjawab ini"
    assert (
        beri_titik_pisah("Penanggungjawab ini", ruang_mm=15, **lebar) == "Pe\u00adnang\u00adgung\u00adja\u00adwab ini"
    )
    assert beri_titik_pisah("123456789012", ruang_mm=5, **lebar) == "123456789012"
    assert beri_titik_pisah("1234", ruang_mm=5, paksa=True, **lebar) == "1\u200b2\u200b3\u200b4"


def test_kata_panjang_terpenggal_di_pdf_dan_docx_tanpa_mengubah_teks():
    kata = "Pertanggungjawaban"
    baris = tuple(s(kata) for _ in range(12))
    naskah = dengan_blok(Tabel((), (baris,), (1,) * 12), p("akhir"))
    (teks,) = teks_pdf(render_pdf(naskah))
    utuh = rapat(teks).replace("-", "").replace("\x02", "")
    assert utuh.count(kata) == 12
    isi = render_docx(naskah)
    assert len(list(bagian(isi, "word/document.xml").iter(f"{W}softHyphen"))) >= 12
    assert docx.Document(io.BytesIO(isi)).tables[0].cell(0, 0).text.replace("-", "") == kata


def test_sel_kosong_dan_tabel_satu_sel():
    susunan = susun_tabel(Tabel((), ((SelTabel(()),),), (1,)), TEGAK)
    assert (susunan.lebar, susunan.utuh) == ((15500,), (True,))


def test_baris_yang_disatukan_sel_tetap_di_satu_halaman_bila_muat():
    def kelompok(jumlah: int) -> Tabel:
        baris = tuple((s(str(i)),) for i in range(1, jumlah))
        return Tabel((), ((s("A", baris=jumlah), s("0")), *baris, (s("B"), s("z"))), (1, 1))

    kecil = susun_tabel(kelompok(3), TEGAK)
    assert kecil.bersama == (True, True, False, False)
    assert not kecil.boleh_terbelah(kecil.kisi[0][0])
    besar = susun_tabel(kelompok(60), TEGAK)
    assert besar.bersama == (True, *(False,) * 60)
    assert besar.boleh_terbelah(besar.kisi[0][0])
    assert not besar.boleh_terbelah(besar.kisi[0][1])


def test_kelompok_kecil_tidak_terbelah_di_pdf():
    baris = [
        (s(f"K{n}", baris=4), s(f"K{n}a")) if i == 0 else (s(f"K{n}{'abcd'[i]}"),) for n in range(60) for i in range(4)
    ]
    naskah = dengan_blok(Tabel((), tuple(baris), (1, 1), ukuran_huruf=10))
    for teks in teks_pdf(render_pdf(naskah)):
        kata = teks.split()
        nomor = {satu[1:].rstrip("abcd") for satu in kata if satu.startswith("K")}
        assert all(f"K{n}{huruf}" in kata for n in nomor for huruf in "abcd")


def test_teks_sel_gabungan_yang_panjang_tetap_bersama_baris_pertamanya():
    """A group longer than half a page breaks, but not before the rows beside the text of its joined cell."""
    panjang = s(" ".join(["kata"] * 30), baris=60)
    tabel = Tabel((), ((panjang, s("0")), *((s(str(i)),) for i in range(1, 60)), (s("B"), s("z"))), (1, 9))
    bersama = susun_tabel(tabel, TEGAK).bersama
    assert 3 <= bersama.index(False) <= 20
    assert not any(bersama[bersama.index(False) :])


def test_program_dan_jumlah_tidak_ditinggal_sendirian():
    def baris(peran: str) -> tuple[SelTabel, ...]:
        return (SelTabel((p("x"),), peran=peran),)

    daftar = ("", "", "program", "", "", "total")
    tabel = Tabel((baris("kepala"),), tuple(baris(satu) for satu in daftar), (1,))
    susunan = susun_tabel(tabel, TEGAK)
    assert susunan.bersama == (False, True, False, True, False, True, False)
    assert susunan.daftar_rangkai(1) == (2, 2, 2)


def test_tabel_pendek_menyatu_dan_catatan_panjang_dilepas():
    def tabel(jumlah: int, catatan: str) -> Tabel:
        return Tabel((), tuple((s(str(i)),) for i in range(jumlah)), (1,), catatan=(p(catatan, gaya="keterangan"),))

    pendek = susun_tabel(tabel(3, "Sumber."), TEGAK)
    assert (pendek.menyatu, pendek.catatan_pendek) == (True, True)
    panjang = susun_tabel(tabel(80, "Sumber."), TEGAK)
    assert (panjang.menyatu, panjang.catatan_pendek) == (False, True)
    cerewet = susun_tabel(tabel(3, "kata " * 2000), TEGAK)
    assert (cerewet.menyatu, cerewet.catatan_pendek) == (False, False)


def test_catatan_tabel_tidak_terpisah_dari_baris_terakhir():
    for jumlah in range(40, 60):
        tabel = Tabel((), tuple((s(f"b{i}"),) for i in range(jumlah)), (1,), catatan=(p("Sumber: uji."),))
        for teks in teks_pdf(render_pdf(dengan_blok(tabel))):
            assert ("Sumber: uji." in teks) == (f"b{jumlah - 1}" in teks.split())


def test_catatan_yang_lebih_panjang_dari_halaman_tetap_tercetak():
    tabel = Tabel((), ((s("baris"),),), (1,), catatan=(p(" ".join(f"k{i}" for i in range(3000))),))
    daftar = teks_pdf(render_pdf(dengan_blok(tabel)))
    assert len(daftar) > 1
    assert "k2999" in daftar[-1].split()
