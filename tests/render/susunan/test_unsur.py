"""The shared blocks of layouts."""

from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import Alinea, Butir, Penanda, Potongan, make_kalimat
from tolok.core.nilai import Bilangan, Kategori
from tolok.core.rumus.nodes import BilanganTetap
from tolok.render.susunan.unsur import (
    blok_teks,
    catatan_tabel,
    gabung_sama,
    isi,
    kalimat,
    kepala,
    kepala_nomor,
    paragraf,
    pengantar,
    sel_angka,
    sel_narasi,
    sel_nilai,
    tanda_catatan,
    tanda_tangan,
)
from tolok.render.tata_letak import DaftarButir, KolomTandaTangan, Matematika, Paragraf, Teks

SEL = Sel("86%", Bilangan(Angka(86), "%"), None, "a/b")


def test_sel_tetap_membawa_identitasnya() -> None:
    rumus = Matematika(BilanganTetap(Angka(1)))
    assert isi("x", "", SEL, Potongan("y", miring=True), rumus, tebal=True) == (
        Teks("x", tebal=True),
        Teks("86%", tebal=True, sel=SEL),
        Teks("y", tebal=True, miring=True),
        rumus,
    )


def test_kalimat_disambung_dengan_satu_spasi() -> None:
    hasil = kalimat(make_kalimat("Satu."), (), make_kalimat("Dua ", SEL, "."))
    assert "".join(satu.teks for satu in hasil.isi if isinstance(satu, Teks)) == "Satu. Dua 86%."


def test_narasi_menjadi_paragraf_dan_daftar() -> None:
    satu, dua = blok_teks((Alinea(make_kalimat("a")), Butir((make_kalimat("b"),), "huruf")))
    assert satu == paragraf("a")
    assert dua == DaftarButir(((Teks("b"),),), "huruf")


def test_narasi_di_dalam_sel_bernomor_sendiri() -> None:
    blok = (
        Alinea(make_kalimat("a")),
        Butir((make_kalimat("b"), make_kalimat("c")), "angka"),
        Butir((make_kalimat("d"),), "huruf"),
        Butir((make_kalimat("e"),), "bulatan"),
    )
    teks = ["".join(i.teks for i in p.isi if isinstance(i, Teks)) for p in sel_narasi(blok).isi]
    assert teks == ["a", "1. b", "2. c", "a. d", "• e"]
    assert sel_narasi(()).isi[0].isi == (Teks("Belum diisi", tebal=True),)


@pytest.mark.parametrize(
    ("nomor", "tercetak"), [("", ""), ("1", "¹"), ("1,2", "¹ ²"), ("12", "¹²"), ("9,10", " (9,10)")]
)
def test_tanda_catatan(nomor: str, tercetak: str) -> None:
    assert tanda_catatan(nomor) == tercetak


def test_angka_rata_kanan_dan_kategori_di_tengah() -> None:
    tabel = TabelIsi(nomor="1", judul="J", baris=())
    assert sel_nilai(tabel, SEL).perataan == "kanan"
    assert sel_nilai(tabel, Sel("Madya", Kategori("Madya", 2, "k"))).perataan == "tengah"
    assert sel_angka(SEL, tanda="3").isi[0].isi[1] == Teks("³")


def test_kepala_bernomor_dan_berbaris() -> None:
    assert len(kepala("Atas\nBawah", kolom=2).isi) == 2
    assert [sel.isi[0].isi[0] for sel in kepala_nomor(2)] == [Teks("1"), Teks("2")]


def test_baris_yang_sama_digabung() -> None:
    daftar = ["a", "a", "b", "a"]
    tinggi = [[sel.baris for sel in gabung_sama(daftar, nomor, str)] for nomor in range(4)]
    assert tinggi == [[2], [], [1], [1]]


def test_keterangan_tabel_menyusul_catatannya() -> None:
    kosong = TabelIsi(nomor="1", judul="J", baris=())
    assert catatan_tabel(kosong) == ()
    assert pengantar(kosong) == ()
    ada = TabelIsi(nomor="1", judul="J", baris=(), pengantar=(make_kalimat("P."),), keterangan=(make_kalimat("K."),))
    assert pengantar(ada) == (paragraf("P."),)
    assert catatan_tabel(ada) == (Paragraf((Teks("K."),), "keterangan"),)


def test_satu_penanda_berdiri_di_kanan() -> None:
    satu = tanda_tangan(Penanda("Kota", "1 Mei 2024", "Kepala", "Nama", "Pembina", "1"))
    assert satu.kolom == (None, KolomTandaTangan(("Kota, 1 Mei 2024", "Kepala"), ("Nama", "Pembina", "NIP 1")))
    dua = tanda_tangan(Penanda("", "", "Pihak"), None)
    assert dua.kolom == (KolomTandaTangan(("Pihak",), ()), None)
