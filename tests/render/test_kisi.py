"""Where cells stand once spans are resolved."""

from __future__ import annotations

import pytest

from tolok.render.kisi import GalatKisi, place_sel, place_tabel
from tolok.render.tata_letak import SelTabel, Tabel


def sel(kolom: int = 1, baris: int = 1) -> SelTabel:
    return SelTabel((), kolom, baris)


def bentuk(daftar, jumlah):
    return [[(p.baris, p.kolom) for p in baris] for baris in place_sel(daftar, jumlah)]


def test_sel_gabungan_menutup_baris_di_bawahnya():
    daftar = ((sel(1, 2), sel(2, 1)), (sel(), sel()))
    assert bentuk(daftar, 3) == [[(0, 0), (0, 1)], [(0, 0), (1, 1), (1, 2)]]


def test_gabungan_dua_arah_di_tengah():
    daftar = ((sel(), sel(2, 2), sel()), (sel(), sel()), (sel(4),))
    assert bentuk(daftar, 4) == [[(0, 0), (0, 1), (0, 3)], [(1, 0), (0, 1), (1, 3)], [(2, 0)]]


def test_baris_yang_seluruhnya_tertutup_boleh_kosong():
    assert bentuk(((sel(1, 2), sel(1, 2)), ()), 2) == [[(0, 0), (0, 1)], [(0, 0), (0, 1)]]


@pytest.mark.parametrize(
    ("daftar", "jumlah", "pesan"),
    [
        (((sel(),),), 2, "baris 1 kurang sel: kolom 2 dari 2"),
        (((sel(), sel(), sel()),), 2, "baris 1 kelebihan sel"),
        (((sel(3),),), 2, "selebar 3 tidak muat"),
        (((sel(0),),), 1, "selebar 0 tidak muat"),
        (((sel(1, 3),), ()), 1, "setinggi 3 melewati tabel"),
        (((sel(), sel(1, 2)), (sel(2),)), 2, "baris 2 kolom 1: sel selebar 2 tidak muat"),
    ],
)
def test_susunan_yang_salah_ditolak_dengan_tempatnya(daftar, jumlah, pesan):
    with pytest.raises(GalatKisi, match=pesan):
        place_sel(daftar, jumlah)


def test_kepala_dan_badan_diberi_nomor_berurutan():
    tabel = Tabel(((sel(2),),), ((sel(), sel(1, 2)), (sel(),)), (1, 1))
    assert [[(p.baris, p.kolom) for p in baris] for baris in place_tabel(tabel)] == [
        [(0, 0)],
        [(1, 0), (1, 1)],
        [(2, 0), (1, 1)],
    ]


def test_sel_kepala_tidak_dapat_masuk_ke_badan():
    with pytest.raises(GalatKisi):
        place_tabel(Tabel(((sel(1, 2),),), ((),), (1,)))
