"""Drawings: every text fits its box, no boxes overlap, lines are orthogonal, missing values are no bars."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tolok.core.angka import Angka
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import AlasanBelumAda, AlasanTakTerhitung, BelumAda, Bilangan, TidakDapatDihitung
from tolok.core.organisasi import Jabatan, Unit
from tolok.render.susunan.bagan_organisasi import layout_bagan_organisasi
from tolok.render.susunan.grafik import (
    BatangCapaian,
    BatangSerapan,
    layout_grafik_capaian,
    layout_grafik_serapan,
    split_grafik,
)
from tolok.render.susunan.ukuran_teks import measure_teks
from tolok.render.tata_letak import Gambar, Garis, Kotak, TeksGambar
from tolok.render.warna import WARNA, hex_teks_di_atas, hex_warna

DINAS = (
    Unit(id="d", nama="Dinas Contoh"),
    Unit(id="s", nama="Sekretariat", induk="d"),
    Unit(id="s1", nama="Subbagian Umum", induk="s"),
    Unit(id="b1", nama="Bidang Rehabilitasi dan Perlindungan Sosial", induk="d"),
    Unit(id="b11", nama="Seksi Anak dan Lanjut Usia", induk="b1"),
    Unit(id="b12", nama="Seksi Penyandang Disabilitas", induk="b1"),
    Unit(id="b2", nama="Bidang Pemberdayaan Perempuan", induk="d"),
    Unit(id="u", nama="UPT Rumah Singgah", induk="d"),
)


def _kotak(gambar: Gambar) -> list[Kotak]:
    return [b for b in gambar.bentuk if isinstance(b, Kotak)]


def _teks(gambar: Gambar) -> list[str]:
    return [" ".join(k.teks) for k in _kotak(gambar)]


def _periksa(gambar: Gambar) -> None:
    for bentuk in gambar.bentuk:
        if isinstance(bentuk, Garis):
            assert bentuk.x1 == bentuk.x2 or bentuk.y1 == bentuk.y2
            assert 0 <= min(bentuk.x1, bentuk.x2) <= max(bentuk.x1, bentuk.x2) <= gambar.lebar
            assert 0 <= min(bentuk.y1, bentuk.y2) <= max(bentuk.y1, bentuk.y2) <= gambar.tinggi
    for kotak in _kotak(gambar):
        assert kotak.x >= 0
        assert kotak.y >= 0
        assert kotak.x + kotak.lebar <= gambar.lebar
        assert kotak.y + kotak.tinggi <= gambar.tinggi
        for baris in kotak.teks:
            assert measure_teks(baris, ukuran=kotak.ukuran, tebal=kotak.tebal) <= kotak.lebar
    for a, b in combinations(_kotak(gambar), 2):
        terpisah = a.x + a.lebar <= b.x or b.x + b.lebar <= a.x or a.y + a.tinggi <= b.y or b.y + b.tinggi <= a.y
        assert terpisah, (a.teks, b.teks)


def test_chart_shows_each_unit_once_and_the_head_by_position() -> None:
    jabatan = (
        Jabatan(id="k", nama="Kepala Dinas Contoh", unit="d"),
        Jabatan(id="f", nama="Pekerja", unit="d", jenis="fungsional"),
    )
    gambar = layout_bagan_organisasi(DINAS, jabatan, nomor="1.1", judul="Susunan organisasi")
    _periksa(gambar)
    assert sorted(_teks(gambar)) == sorted(
        ["Kepala Dinas Contoh", "Kelompok Jabatan Fungsional", *(unit.nama for unit in DINAS[1:])]
    )
    assert "Sekretariat (membawahkan Subbagian Umum)" in gambar.alt
    assert (gambar.nomor, gambar.judul) == ("1.1", "Susunan organisasi")


def test_staff_stands_right_of_the_trunk_and_upt_below_all() -> None:
    gambar = layout_bagan_organisasi(DINAS)
    per_nama = {" ".join(k.teks): k for k in _kotak(gambar)}
    assert per_nama["Sekretariat"].x > gambar.lebar // 2
    assert per_nama["UPT Rumah Singgah"].y > per_nama["Seksi Penyandang Disabilitas"].y
    assert per_nama["Bidang Pemberdayaan Perempuan"].y == per_nama["Bidang Rehabilitasi dan Perlindungan Sosial"].y


def test_kind_of_a_unit_goes_before_its_name() -> None:
    unit = (Unit(id="d", nama="Dinas"), Unit(id="b", nama="Sekretariat Daerah Bayangan", induk="d", jenis="Bidang"))
    kotak = _kotak(layout_bagan_organisasi(unit))[1]
    assert abs(kotak.x + kotak.lebar // 2 - 800) <= 15


def test_functional_group_named_as_unit_is_not_drawn_twice() -> None:
    unit = (Unit(id="d", nama="Dinas"), Unit(id="f", nama="Kelompok Jabatan Fungsional", induk="d"))
    gambar = layout_bagan_organisasi(unit, (Jabatan(id="p", nama="Pekerja", unit="d", jenis="fungsional"),))
    assert _teks(gambar).count("Kelompok Jabatan Fungsional") == 1
    _periksa(gambar)


def test_no_units_one_unit_and_several_at_the_top() -> None:
    assert _teks(layout_bagan_organisasi(())) == ["Susunan organisasi belum diisi"]
    assert _teks(layout_bagan_organisasi(DINAS[:1])) == ["Dinas Contoh"]
    dua = layout_bagan_organisasi((Unit(id="a", nama="Sekretariat"), Unit(id="b", nama="Unit B", induk="tak dikenal")))
    assert _teks(dua) == ["Sekretariat", "Unit B"]
    _periksa(dua)


def test_many_seksi_below_one_bidang_stand_in_stacks_on_one_page() -> None:
    unit = [Unit(id="d", nama="Dinas"), Unit(id="b", nama="Bidang", induk="d")]
    unit += [Unit(id=f"s{n}", nama=f"Seksi {n} yang namanya cukup panjang", induk="b") for n in range(58)]
    gambar = layout_bagan_organisasi(unit)
    _periksa(gambar)
    assert gambar.tinggi <= 2100
    assert len(_kotak(gambar)) == 60


def _dinas_besar(jumlah_bidang: int, jumlah_seksi: int) -> list[Unit]:
    unit = [Unit(id="d", nama="Dinas")]
    for n in range(jumlah_bidang):
        unit.append(Unit(id=f"b{n}", nama=f"Bidang Penyelenggaraan Kesejahteraan {n}", induk="d"))
        unit += [
            Unit(id=f"b{n}.{m}", nama=f"Seksi Pemberdayaan Masyarakat {m}", induk=f"b{n}") for m in range(jumlah_seksi)
        ]
    return unit


def test_chart_too_large_for_any_font_grows_taller_instead_of_overlapping() -> None:
    gambar = layout_bagan_organisasi(_dinas_besar(6, 9), tinggi=300)
    _periksa(gambar)
    assert gambar.tinggi > 300
    assert len(_kotak(gambar)) == 61


def test_chart_of_many_units_leaves_out_the_lowest_level_and_says_how_many_units_that_are() -> None:
    gambar = layout_bagan_organisasi(_dinas_besar(12, 9), tinggi=900)
    _periksa(gambar)
    assert gambar.tinggi <= 900
    assert len(_kotak(gambar)) == 1 + 12
    catatan = " ".join(b.teks for b in gambar.bentuk if isinstance(b, TeksGambar))
    assert catatan.startswith("108 unit di bawahnya tidak digambar karena tidak muat")
    assert gambar.alt.endswith(catatan)


def test_chart_of_a_hundred_units_that_fit_the_page_is_whole() -> None:
    gambar = layout_bagan_organisasi(_dinas_besar(12, 7))
    _periksa(gambar)
    assert gambar.tinggi <= 2100
    assert len(_kotak(gambar)) == 1 + 12 * 8
    assert not [b for b in gambar.bentuk if isinstance(b, TeksGambar)]


@pytest.mark.parametrize("puncak", [True, False])
def test_chart_of_hundreds_of_units_on_one_level_shows_a_page_of_them(puncak: bool) -> None:
    unit = [*_dinas_besar(400, 1)][0 if puncak else 1 :]
    gambar = layout_bagan_organisasi(unit)
    _periksa(gambar)
    assert gambar.tinggi <= 2100
    assert 12 <= len(_kotak(gambar)) - puncak <= 120
    digambar = len(_kotak(gambar)) - puncak
    assert f"{800 - digambar} unit di bawahnya tidak digambar" in gambar.alt


def test_description_of_a_chart_is_short_and_counts_what_it_leaves_out() -> None:
    gambar = layout_bagan_organisasi(_dinas_besar(50, 1))
    assert len(gambar.alt) < 2000
    bagian = gambar.alt.partition(": ")[2].split("; ")
    disebut = sum(satu.startswith("Bidang") for satu in bagian)
    assert 0 < disebut < 50
    assert f"{50 - disebut} unit lainnya dapat dibaca dalam tabel" in gambar.alt


def test_deep_chain_of_units_stays_inside_the_page() -> None:
    unit = [Unit(id="0", nama="Dinas")]
    unit += [Unit(id=str(n), nama=f"Unit Pemberdayaan {n}", induk=str(n - 1)) for n in range(1, 40)]
    gambar = layout_bagan_organisasi(unit)
    _periksa(gambar)
    assert len(_kotak(gambar)) == 40


@settings(max_examples=60)
@given(
    induk=st.lists(st.integers(min_value=0, max_value=59), min_size=0, max_size=59),
    kata=st.lists(
        st.sampled_from(["Seksi", "Bidang", "Pemberdayaan", "dan", "Sosial", "PPPA"]), min_size=1, max_size=9
    ),
)
def test_any_tree_is_drawn_whole_without_overlap(induk: list[int], kata: list[str]) -> None:
    unit = [Unit(id="0", nama="Dinas")]
    for nomor, atas in enumerate(induk, 1):
        unit.append(Unit(id=str(nomor), nama=f"{' '.join(kata)} {nomor}", induk=str(atas % nomor)))
    gambar = layout_bagan_organisasi(unit)
    _periksa(gambar)
    assert len(_kotak(gambar)) == len(unit)


def _persen(pembilang: int, penyebut: int, tercetak: str) -> Sel:
    return Sel(tercetak, Bilangan(Angka(pembilang, penyebut), "%"), identitas=f"x/{tercetak}")


def _batang(gambar: Gambar) -> list[Kotak]:
    return [k for k in _kotak(gambar) if k.isi == "utama" and k.tinggi == 44]


def test_bars_are_as_long_as_their_values() -> None:
    gambar = layout_grafik_capaian(
        [
            BatangCapaian(label="Satu", capaian=_persen(50, 1, "50,00%")),
            BatangCapaian(label="Dua", capaian=_persen(100, 1, "100,00%")),
        ]
    )
    separuh, penuh = _batang(gambar)
    assert abs(penuh.lebar - 2 * separuh.lebar) <= 1
    seratus = next(b for b in gambar.bentuk if isinstance(b, Garis) and b.warna == "galat")
    assert penuh.x + penuh.lebar == seratus.x1


def test_numbers_carry_their_identity_and_stand_inside_the_drawing() -> None:
    gambar = layout_grafik_capaian([BatangCapaian(label="Satu", capaian=_persen(8177, 100, "81,77%"))])
    angka = next(b for b in gambar.bentuk if isinstance(b, TeksGambar) and b.identitas)
    assert (angka.teks, angka.identitas, angka.x, angka.perataan) == ("81,77%", "x/81,77%", gambar.lebar, "kanan")


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "tanpa data"), "Tidak dapat dihitung"),
        (BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI), "Tidak dievaluasi"),
        (None, "–"),
    ],
)
def test_missing_value_is_a_dashed_frame_with_its_reason(nilai: object, kata: str) -> None:
    gambar = layout_grafik_capaian([BatangCapaian(label="Satu", capaian=Sel("–", nilai))])
    assert _batang(gambar) == []
    assert sum(1 for b in gambar.bentuk if isinstance(b, Garis) and b.putus) == 4
    assert kata in [b.teks for b in gambar.bentuk if isinstance(b, TeksGambar)]
    assert kata in gambar.alt


def test_negative_capaian_runs_left_of_zero() -> None:
    gambar = layout_grafik_capaian(
        [
            BatangCapaian(label="Turun", capaian=_persen(-6154, 100, "−61,54%")),
            BatangCapaian(label="Naik", capaian=_persen(50, 1, "50,00%")),
        ]
    )
    kiri, kanan = _batang(gambar)
    assert kiri.x + kiri.lebar == kanan.x
    assert "−100%" in [b.teks for b in gambar.bentuk if isinstance(b, TeksGambar)]


def test_axis_of_huge_values_has_only_a_handful_of_lines() -> None:
    gambar = layout_grafik_capaian([BatangCapaian(label="Besar", capaian=_persen(123456, 1, "123.456,00%"))])
    kisi = [b for b in gambar.bentuk if isinstance(b, Garis) and b.warna == "garis_lemah"]
    assert 2 <= len(kisi) <= 9
    assert _batang(gambar)[0].x + _batang(gambar)[0].lebar <= gambar.lebar


def _rp(rupiah: int) -> Sel:
    return Sel(f"Rp\u00a0{rupiah}", Bilangan(Angka(rupiah), "Rp"), identitas=f"rp/{rupiah}")


def test_realisasi_fills_its_pagu_and_both_are_named() -> None:
    gambar = layout_grafik_serapan(
        [
            BatangSerapan(label="A", pagu=_rp(200), realisasi=_rp(100), serapan=_persen(50, 1, "50,00%")),
            BatangSerapan(label="B", pagu=Sel("–"), realisasi=_rp(0), serapan=Sel("–")),
        ]
    )
    pagu = [k for k in _kotak(gambar) if k.isi == "lintasan" and k.tinggi == 44]
    realisasi = [k for k in _kotak(gambar) if k.isi == "utama" and k.tinggi == 24]
    assert abs(pagu[0].lebar - 2 * realisasi[0].lebar) <= 1
    assert (pagu[1].lebar, realisasi[1].lebar) == (0, 0)
    identitas = [b.identitas for b in gambar.bentuk if isinstance(b, TeksGambar) and b.identitas]
    assert identitas[:3] == ["rp/100", "rp/200", "x/50,00%"]


@pytest.mark.parametrize(("jumlah", "banyak"), [(1, [1]), (25, [25]), (26, [13, 13]), (300, [25] * 12), (0, [])])
def test_long_chart_continues_on_further_drawings(jumlah: int, banyak: list[int]) -> None:
    daftar = [BatangCapaian(label=f"Indikator {n}", capaian=_persen(n, 1, f"{n},00%")) for n in range(1, jumlah + 1)]
    hasil = split_grafik(layout_grafik_capaian, daftar, nomor="3.1", judul="Capaian")
    assert [len(_batang(gambar)) for gambar in hasil] == banyak
    tercetak = [b.teks for gambar in hasil for b in gambar.bentuk if isinstance(b, TeksGambar) and b.identitas]
    assert tercetak == [satu.capaian.tercetak for satu in daftar]
    akhiran = [f" (bagian {n} dari {len(banyak)})" for n in range(1, len(banyak) + 1)] if len(banyak) > 1 else [""]
    assert [gambar.judul for gambar in hasil] == [f"Capaian{satu}" for satu in akhiran[: len(banyak)]]


def test_drawings_of_one_chart_share_their_axis() -> None:
    daftar = [BatangCapaian(label="Kecil", capaian=_persen(50, 1, "50,00%"))] * 25
    daftar.append(BatangCapaian(label="Besar", capaian=_persen(700, 1, "700,00%")))
    awal, akhir = split_grafik(layout_grafik_capaian, daftar, nomor="", judul="")
    assert awal.judul == "(bagian 1 dari 2)"
    assert _batang(awal)[0].lebar == _batang(akhir)[0].lebar
    uang = [BatangSerapan(label="K", pagu=_rp(2), realisasi=_rp(1), serapan=_persen(50, 1, "50,00%"))] * 25
    uang.append(BatangSerapan(label="B", pagu=_rp(200), realisasi=_rp(100), serapan=_persen(50, 1, "50,00%")))
    awal, akhir = split_grafik(layout_grafik_serapan, uang, nomor="", judul="")
    pagu_awal, pagu_akhir = ([k for k in _kotak(g) if k.isi == "lintasan" and k.tinggi == 44] for g in (awal, akhir))
    assert pagu_awal[0].lebar == pagu_akhir[0].lebar < pagu_akhir[-1].lebar // 50


def test_description_of_a_bar_chart_is_short_and_counts_what_it_leaves_out() -> None:
    daftar = [BatangCapaian(label="Persentase " * 10, capaian=_persen(n, 1, f"{n},00%")) for n in range(25)]
    alt = layout_grafik_capaian(daftar).alt
    assert len(alt) < 1600
    assert f"; {25 - alt.count(',00%')} indikator lainnya dapat dibaca dalam tabel." in alt


def test_description_of_a_bar_with_an_endless_name_still_tells_its_value() -> None:
    alt = layout_grafik_capaian([BatangCapaian(label="x" * 40_000, capaian=_persen(1, 1, "1,00%"))]).alt
    assert len(alt) < 400
    assert alt.endswith("…: 1,00%.")


def test_charts_without_bars_are_still_drawings() -> None:
    assert layout_grafik_capaian([]).tinggi > 0
    assert layout_grafik_serapan([]).tinggi > 0


def test_colour_names_are_six_digits_and_text_on_them_can_be_read() -> None:
    assert all(len(bytes.fromhex(kode)) == 3 for kode in WARNA.values())
    assert hex_warna("utama") == "14548a"
    assert hex_teks_di_atas("utama") == WARNA["putih"]
    assert hex_teks_di_atas("utama_lunak") == hex_teks_di_atas("") == WARNA["teks"]
    with pytest.raises(KeyError):
        hex_warna("pelangi")
