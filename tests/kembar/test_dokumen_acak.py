"""
Every number in every document of a random agency carries an identity, equals the twin's recomputation, and is really
there in each file format; no other digit stands in a table cell without being on the list of ``kenal_angka``.

The files are read back with other programs than ours (``baca_kembar``).
"""

from __future__ import annotations

from functools import cache

import pytest
from baca_kembar import Pasangan, baca_docx, baca_html, baca_pdf, baca_xlsx, rapat
from benih import daftar_benih
from dokumen_kembar import DAFTAR_DOKUMEN, list_kalimat, list_pemunculan
from goyah import goyahkan
from kenal_angka import Pengenal

from kembar import Kembar
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.paket.acak import make_instansi_acak
from tolok.render.docx import render_docx
from tolok.render.html import render_html
from tolok.render.pdf import render_pdf
from tolok.render.tata_letak import Naskah
from tolok.render.xlsx import render_xlsx

BENIH_BERKAS = daftar_benih(4)
BENIH_PDF = daftar_benih(2)
BENIH_NASKAH = daftar_benih(12, mulai=100)


@cache
def siapkan(seed: int) -> tuple[TahunInstansi, Kembar, dict[str, Naskah]]:
    data = make_instansi_acak(seed=seed)
    return data, Kembar(data), susun(data)


def susun(data: TahunInstansi) -> dict[str, Naskah]:
    hasil = HasilTahun(data)
    return {nama: buat(hasil) for nama, buat in DAFTAR_DOKUMEN.items()}


def angka_tercetak(teks: str) -> float:
    """Return the number that a printed text shows; a cell of a sheet holds what is printed."""
    polos = teks.replace("Rp", "").replace("%", "").replace("\u00a0", "").replace(".", "")
    return float(polos.replace(",", ".").replace("−", "-"))


def cocokkan(kembar: Kembar, pemunculan: Pasangan) -> None:
    beda = [(i, teks, kembar.cetak(i)) for i, teks in pemunculan if teks != kembar.cetak(i)]
    assert not beda, beda[:10]


@pytest.mark.parametrize("seed", BENIH_NASKAH)
def test_all_documents_print_what_the_twin_computes(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    for satu in (data, goyahkan(data, seed=seed)):
        kembar = Kembar(satu)
        for naskah in susun(satu).values():
            pemunculan = list_pemunculan(naskah)
            assert pemunculan
            cocokkan(kembar, pemunculan)


@pytest.mark.parametrize("seed", BENIH_NASKAH)
def test_sentences_and_notes_hold_no_number_without_identity(seed: int) -> None:
    """The annex that tells every step of a computation is left out: its numbers are the steps themselves."""
    data = make_instansi_acak(seed=seed)
    for satu in (data, goyahkan(data, seed=seed)):
        pengenal = Pengenal(satu, Kembar(satu))
        for nama, naskah in susun(satu).items():
            asing = [sisa for teks in list_kalimat(naskah) if (sisa := pengenal.asing_kalimat(teks))]
            assert not asing, (nama, asing[:10])


@pytest.mark.parametrize("seed", BENIH_BERKAS)
def test_docx_holds_every_quantity_and_no_other_number(seed: int) -> None:
    data, kembar, daftar_naskah = siapkan(seed)
    pengenal = Pengenal(data, kembar)
    for nama, naskah in daftar_naskah.items():
        baca = baca_docx(render_docx(naskah))
        assert baca.besaran == list_pemunculan(naskah), nama
        cocokkan(kembar, baca.besaran)
        dalam_tabel = sum(len(sel.besaran) for tabel in baca.tabel for baris in tabel.baris for sel in baris)
        assert dalam_tabel > len(baca.besaran) / 2
        asing = [teks for tabel in baca.tabel for teks in pengenal.asing(tabel)]
        assert not asing, (nama, asing[:10])


@pytest.mark.parametrize("seed", BENIH_BERKAS)
def test_xlsx_holds_every_quantity_in_its_cell(seed: int) -> None:
    _, kembar, daftar_naskah = siapkan(seed)
    for nama, naskah in daftar_naskah.items():
        baca = baca_xlsx(render_xlsx(naskah))
        assert sorted((i, teks) for i, teks, _ in baca) == sorted(list_pemunculan(naskah)), nama
        cocokkan(kembar, [(i, teks) for i, teks, _ in baca])
        for identitas, tercetak, sel in baca:
            if isinstance(sel, str):
                assert tercetak in sel, (identitas, sel)
                continue
            assert isinstance(sel, int | float)
            assert sel == pytest.approx(angka_tercetak(tercetak), rel=1e-12), (identitas, tercetak)


@pytest.mark.parametrize("seed", BENIH_BERKAS)
def test_html_holds_every_quantity(seed: int) -> None:
    _, kembar, daftar_naskah = siapkan(seed)
    for nama, naskah in daftar_naskah.items():
        baca = baca_html(render_html(naskah))
        assert baca == list_pemunculan(naskah), nama
        cocokkan(kembar, baca)


@pytest.mark.parametrize("seed", BENIH_PDF)
def test_pdf_lists_every_quantity_and_its_pages_show_it(seed: int) -> None:
    _, kembar, daftar_naskah = siapkan(seed)
    for nama, naskah in daftar_naskah.items():
        baca, halaman = baca_pdf(render_pdf(naskah))
        assert baca == list_pemunculan(naskah), nama
        cocokkan(kembar, baca)
        hilang = [(i, teks) for i, teks in baca if rapat(teks) not in halaman]
        assert not hilang, (nama, hilang[:10])
