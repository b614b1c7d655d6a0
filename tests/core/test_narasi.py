"""Narratives: markup, tokens, and every fault with its place."""

from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.core.dokumen.teks import Alinea, Butir, Kalimat, to_teks
from tolok.core.jejak import Hasil, Jejak
from tolok.core.narasi import (
    GalatToken,
    NarasiTidakTerbaca,
    Token,
    find_letak,
    parse_narasi,
    parse_token,
    suggest,
)
from tolok.core.nilai import Bilangan

CAPAIAN = Bilangan(Angka(8177, 100), "%")
HASIL = Hasil("x/2020/tahun/indikator:pmks/capaian", CAPAIAN, 2, "81,77%", Jejak("capaian", "Capaian", CAPAIAN))


def cari(token: Token) -> Hasil:
    if token.objek != "pmks":
        raise GalatToken(f"Objek “{token.objek}” tidak ada.", suggest(token.objek, ["pmks"]))
    return HASIL


def baca(teks: str) -> list[str | tuple[str, list[str]]]:
    terbaca = parse_narasi("uji", teks, cari)
    assert terbaca.daftar_galat == ()
    return [
        to_teks(blok.isi) if isinstance(blok, Alinea) else (blok.jenis, [to_teks(butir) for butir in blok.daftar])
        for blok in terbaca.blok
    ]


def isi_pertama(teks: str) -> Kalimat:
    blok = parse_narasi("uji", teks, cari).blok[0]
    assert isinstance(blok, Alinea)
    return blok.isi


def test_paragraf_dipisahkan_baris_kosong_dan_baris_di_dalamnya_disambung() -> None:
    assert baca("Satu\n  dua.\n\n\nTiga.\n") == ["Satu dua.", "Tiga."]


def test_teks_kosong_tidak_memberi_blok() -> None:
    assert baca(" \n\n") == []


def test_butir_sejenis_menjadi_satu_daftar_dan_jenis_lain_daftar_baru() -> None:
    teks = "Pembuka.\n- satu\n  lanjutan\n- dua\n1. pertama\n2. kedua\nPenutup tanpa jarak."
    assert baca(teks) == [
        "Pembuka.",
        ("bulatan", ["satu lanjutan", "dua"]),
        ("angka", ["pertama", "kedua Penutup tanpa jarak."]),
    ]


def test_daftar_diputus_oleh_paragraf() -> None:
    assert baca("- satu\n\nTeks.\n\n- dua") == [("bulatan", ["satu"]), "Teks.", ("bulatan", ["dua"])]


def test_butir_yang_terpisah_baris_kosong_tetap_satu_daftar() -> None:
    assert baca("1. satu\n\n2. dua") == [("angka", ["satu", "dua"])]


def test_strip_tanpa_isi_dan_angka_tanpa_spasi_bukan_butir() -> None:
    assert baca("- \n") == ["-"]
    assert baca("1.277 orang") == ["1.277 orang"]


def test_tebal_dan_miring_boleh_bersarang() -> None:
    isi = isi_pertama("a **b *c* d** e *f*")
    assert [(p.teks, p.tebal, p.miring) for p in isi] == [
        ("a ", False, False),
        ("b ", True, False),
        ("c", True, True),
        (" d", True, False),
        (" e ", False, False),
        ("f", False, True),
    ]


@pytest.mark.parametrize("teks", ["5 * 3 * 2", "** a", "**", "a*"])
def test_bintang_yang_bukan_penanda_dicetak_apa_adanya(teks: str) -> None:
    assert baca(teks) == [teks]


def test_token_menjadi_sel_dengan_identitas_tabelnya() -> None:
    potongan = isi_pertama("Capaian **{ capaian : pmks }**.")[1]
    assert potongan.teks == "81,77%"
    assert potongan.tebal
    assert potongan.sel is not None
    assert potongan.sel.identitas == "x/2020/tahun/indikator:pmks/capaian"
    assert potongan.sel.nilai == CAPAIAN


def test_token_di_dalam_butir_terbaca() -> None:
    blok = parse_narasi("uji", "- nilai {capaian:pmks}", cari).blok[0]
    assert isinstance(blok, Butir)
    assert blok.daftar[0][1].sel is not None


@pytest.mark.parametrize(
    ("teks", "token"),
    [
        ("{capaian:pmks}", Token("capaian", "pmks")),
        ("{capaian:pmks@tw1}", Token("capaian", "pmks", "tw1")),
        ("{serapan:total@tahun#t32}", Token("serapan", "total", "tahun", "t32")),
        ("{pagu:1.06.04#murni}", Token("pagu", "1.06.04", "", "murni")),
    ],
)
def test_bagian_token(teks: str, token: Token) -> None:
    assert parse_token(teks) == token


@pytest.mark.parametrize("teks", ["{capaian}", "{:pmks}", "{capaian:}", "{}", "{capaian:pmks@}"])
def test_token_berbentuk_lain_ditolak_dengan_contoh(teks: str) -> None:
    with pytest.raises(GalatToken, match="tidak terbaca") as galat:
        parse_token(teks)
    assert "{capaian:pmks}" in galat.value.saran


def test_semua_galat_terkumpul_dengan_letaknya_dan_teksnya_tetap_tercetak() -> None:
    terbaca = parse_narasi("ikhtisar", "Baik {capaian:pmsk}.\n\n- lalu **{rusak}** dan } sisa", cari)
    assert [(g.kunci, g.baris, g.kolom) for g in terbaca.daftar_galat] == [
        ("ikhtisar", 1, 6),
        ("ikhtisar", 3, 10),
        ("ikhtisar", 3, 24),
    ]
    assert terbaca.daftar_galat[0].saran == "Maksudnya “pmks”?"
    assert str(terbaca.daftar_galat[0]) == (
        "Narasi ikhtisar, baris 1, kolom 6: Objek “pmsk” tidak ada. Maksudnya “pmks”?"
    )
    awal = terbaca.blok[0]
    assert isinstance(awal, Alinea)
    assert to_teks(awal.isi) == "Baik {capaian:pmsk}."


def test_daftar_galat_menjadi_satu_pesan() -> None:
    terbaca = parse_narasi("a", "{capaian:zzz} {", cari)
    pesan = str(NarasiTidakTerbaca(terbaca.daftar_galat))
    assert pesan.splitlines()[0].startswith("Narasi a, baris 1, kolom 1:")
    assert "Tanda { tidak berpasangan." in pesan.splitlines()[1]


def test_galat_tanpa_saran_tidak_berekor() -> None:
    def tolak(token: Token) -> Hasil:
        raise GalatToken("Salah.")

    galat = parse_narasi("k", "{a:b}", tolak).daftar_galat[0]
    assert str(galat) == "Narasi k, baris 1, kolom 1: Salah."


def test_saran_menyebut_yang_terdekat_atau_daftarnya() -> None:
    assert suggest("capaain", ["target", "capaian"]) == "Maksudnya “capaian”?"
    assert suggest("xyz", ["satu", "dua"]) == "Yang ada: satu, dua."
    assert suggest("xyz", [str(n) for n in range(10)]).endswith("6, 7, dan 2 lainnya.")
    assert suggest("xyz", []) == ""


def test_letak_dihitung_dari_satu() -> None:
    assert find_letak("ab\ncd", 0) == (1, 1)
    assert find_letak("ab\ncd", 4) == (2, 2)
