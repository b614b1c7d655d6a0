"""For random agencies every number the forms print is found again by its identity, printed alike."""

from __future__ import annotations

import pytest

from data_formulir import list_sel
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.keterkaitan import compile_keterkaitan
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.penyusun.perjanjian import compile_perjanjian
from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
from tolok.core.penyusun.renstra import compile_renstra
from tolok.paket.acak import make_instansi_acak
from tolok.render.kisi import place_tabel
from tolok.render.susunan.keterkaitan import layout_keterkaitan
from tolok.render.susunan.pengukuran import layout_pengukuran
from tolok.render.susunan.perjanjian import layout_perjanjian
from tolok.render.susunan.realisasi_anggaran import layout_realisasi_anggaran
from tolok.render.susunan.renstra import layout_renstra
from tolok.render.tata_letak import Tabel

FORMULIR = (
    (compile_pengukuran, layout_pengukuran),
    (compile_perjanjian, layout_perjanjian),
    (compile_keterkaitan, layout_keterkaitan),
    (compile_renstra, layout_renstra),
    (compile_realisasi_anggaran, layout_realisasi_anggaran),
)


@pytest.mark.parametrize("seed", range(12))
def test_every_number_of_a_random_agency_equals_its_recomputation(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    hasil, ulang = HasilTahun(data), HasilTahun(data)
    diperiksa = 0
    for compile_satu, layout in FORMULIR:
        model = compile_satu(hasil)
        for seksi in layout(model).seksi:
            for blok in seksi.blok:
                if isinstance(blok, Tabel):
                    place_tabel(blok)
        for sel in list_sel(model):
            if sel.identitas:
                assert ulang.cari(sel.identitas).tercetak == sel.tercetak
                diperiksa += 1
    assert diperiksa > 50
