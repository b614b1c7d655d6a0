"""Sentences made of texts and cells."""

from __future__ import annotations

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel, TabelIsi
from tolok.core.dokumen.teks import Potongan, make_kalimat, to_teks


def test_kalimat_dari_teks_sel_dan_potongan() -> None:
    sel = Sel("86%", identitas="a/b")
    kalimat = make_kalimat("Target ", "", sel, Potongan(" penuh", tebal=True))
    assert [potongan.sel for potongan in kalimat] == [None, sel, None]
    assert to_teks(kalimat) == "Target 86% penuh"
    assert kalimat[2].tebal


def test_tanda_sel_adalah_nomor_semua_catatannya() -> None:
    catatan = (
        CatatanTabel(nomor="1", identitas=("x", "y"), isi=make_kalimat("satu")),
        CatatanTabel(nomor="2", identitas=("x",), isi=make_kalimat("dua")),
    )
    tabel = TabelIsi(nomor="3.1", judul="Judul", baris=("a",), catatan=catatan)
    assert [tabel.tanda(Sel("1", identitas=kunci)) for kunci in ("x", "y", "z", None)] == ["1,2", "1", "", ""]
