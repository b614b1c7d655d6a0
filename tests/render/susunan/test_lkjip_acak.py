"""Random agencies: every printed quantity is its recomputation, every table is whole, the same data give the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.paket.acak import make_instansi_acak
from tolok.render.identitas import collect_identitas
from tolok.render.kisi import place_tabel
from tolok.render.susunan.lkjip import layout_lkjip
from tolok.render.tata_letak import Tabel


@settings(max_examples=25)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_lkjip_instansi_acak_mencetak_hitungan_ulangnya(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    model = compile_lkjip(HasilTahun(data))
    naskah = layout_lkjip(model)
    ulang = HasilTahun(data)
    daftar = collect_identitas(naskah)
    assert daftar
    for satu in daftar:
        assert satu.tercetak == ulang.cari(satu.identitas).tercetak
    for seksi in naskah.seksi:
        for blok in seksi.blok:
            if isinstance(blok, Tabel):
                place_tabel(blok)
    assert layout_lkjip(compile_lkjip(ulang)) == naskah
