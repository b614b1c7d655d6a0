"""
Changing one input changes exactly what depends on it: in the results, and everywhere in the documents.

The twin says which identities must change. Each of them names the changed input among its origins; in the documents no
other quantity changes, and no digit outside of quantities changes except beside one that does (the numbers put into a
formula, the steps of an annex, the scale of a chart, a count of measured indicators).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from random import Random
from typing import NamedTuple

import pytest
from baca_kembar import baca_docx
from benih import daftar_benih
from dokumen_kembar import DAFTAR_DOKUMEN, list_pemunculan
from ubah_satu import DAFTAR_UBAH, Perubahan

from kembar import Kembar
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.rumus.printing import to_teks
from tolok.paket.acak import make_instansi_acak
from tolok.render.docx import render_docx
from tolok.render.tata_letak import (
    DaftarButir,
    Gambar,
    Isi,
    Judul,
    Kotak,
    Naskah,
    Paragraf,
    Tabel,
    Teks,
    TeksGambar,
)

BENIH_HASIL = daftar_benih(15)
BENIH_DOKUMEN = daftar_benih(5)
BENIH_BERKAS = daftar_benih(1, mulai=1)


def siapkan(seed: int, jenis: str) -> tuple[TahunInstansi, Perubahan]:
    data = make_instansi_acak(seed=seed)
    return data, DAFTAR_UBAH[jenis](Random(f"{seed} {jenis}"), data)


def list_berubah(lama: Kembar, baru: Kembar, daftar: Iterator[str] | set[str]) -> set[str]:
    """Return the identities whose print the twin sees changing."""
    return {identitas for identitas in daftar if lama.cetak(identitas) != baru.cetak(identitas)}


@pytest.mark.parametrize("jenis", DAFTAR_UBAH)
@pytest.mark.parametrize("seed", BENIH_HASIL)
def test_exactly_the_dependent_results_change(seed: int, jenis: str) -> None:
    data, (diubah, masukan) = siapkan(seed, jenis)
    lama, baru = HasilTahun(data), HasilTahun(diubah)
    daftar = set(lama.daftar_identitas())
    assert daftar == set(baru.daftar_identitas())
    berubah = {identitas for identitas in daftar if lama.cari(identitas).tercetak != baru.cari(identitas).tercetak}
    assert berubah == list_berubah(Kembar(data), Kembar(diubah), daftar)
    for identitas in berubah - {masukan}:
        assert masukan in lama.cari(identitas).asal(), identitas
        assert masukan in baru.cari(identitas).asal(), identitas


class Satuan(NamedTuple):
    """A row, a sentence or a drawing: its place, its text without quantities, the quantities near it."""

    tempat: str
    teks: str
    besaran: frozenset[str]


def list_satuan(naskah: Naskah) -> Iterator[Satuan]:
    """Yield what a reader takes in at once; the steps of an annex have only their heading to say what they are of."""
    tempat = ""
    for seksi in naskah.seksi:
        for blok in seksi.blok:
            match blok:
                case Judul():
                    tempat = blok.teks
                    yield Satuan("judul", f"{blok.nomor} {blok.teks}", frozenset())
                case Paragraf():
                    yield _satuan(tempat, [blok.isi])
                case DaftarButir():
                    yield from (_satuan(tempat, [butir]) for butir in blok.butir)
                case Tabel():
                    daftar = [
                        _satuan(tempat, [paragraf.isi for sel in baris for paragraf in sel.isi])
                        for baris in (*blok.kepala, *blok.baris)
                    ]
                    yield from daftar
                    semua = frozenset(satu for satuan in daftar for satu in satuan.besaran)
                    for paragraf in blok.catatan:
                        catatan = _satuan(tempat, [paragraf.isi])
                        yield catatan._replace(besaran=catatan.besaran | semua)
                case Gambar():
                    teks = [b.teks for b in blok.bentuk if isinstance(b, TeksGambar) and not b.identitas]
                    kotak = [" ".join(b.teks) for b in blok.bentuk if isinstance(b, Kotak)]
                    besaran = {b.identitas for b in blok.bentuk if isinstance(b, TeksGambar) and b.identitas}
                    yield Satuan(tempat, "|".join((*teks, *kotak, blok.alt)), frozenset(besaran))


def _satuan(tempat: str, daftar: list[tuple[Isi, ...]]) -> Satuan:
    potongan: list[str] = []
    besaran: set[str] = set()
    for isi in chain.from_iterable(daftar):
        if not isinstance(isi, Teks):
            potongan.append(to_teks(isi.simpul))
        elif isi.sel and isi.sel.identitas:
            potongan.append("\0")
            besaran.add(isi.sel.identitas)
        else:
            potongan.append(isi.teks)
    return Satuan(tempat, "".join(potongan), frozenset(besaran))


def periksa_besaran(lama: Naskah, baru: Naskah, kembar: tuple[Kembar, Kembar], masukan: str, hasil: HasilTahun) -> int:
    """Check the quantities of a document; returns how many identities changed."""
    tercetak_lama, tercetak_baru = Counter(list_pemunculan(lama)), Counter(list_pemunculan(baru))
    identitas_lama = {identitas for identitas, _ in tercetak_lama}
    identitas_baru = {identitas for identitas, _ in tercetak_baru}
    assert len(tercetak_lama) == len(identitas_lama), "satu besaran, satu cetakan"
    assert len(tercetak_baru) == len(identitas_baru), "satu besaran, satu cetakan"
    for identitas in identitas_lama ^ identitas_baru:
        assert masukan in hasil.cari(identitas).asal(), identitas
    bersama = identitas_lama & identitas_baru
    per_identitas = [dict(satu.keys()) for satu in (tercetak_lama, tercetak_baru)]
    berubah = {identitas for identitas in bersama if per_identitas[0][identitas] != per_identitas[1][identitas]}
    assert berubah == list_berubah(*kembar, bersama)
    for identitas in berubah:
        assert identitas == masukan or masukan in hasil.cari(identitas).asal(), identitas
    return len(berubah)


def periksa_sekitar(lama: Naskah, baru: Naskah, data: TahunInstansi, kembar: tuple[Kembar, Kembar]) -> None:
    """Check that digits outside of quantities change only beside quantities that depend on the input."""
    daftar_lama, daftar_baru = Counter(list_satuan(lama)), Counter(list_satuan(baru))
    berubah = list_berubah(*kembar, {i for satu in (*daftar_lama, *daftar_baru) for i in satu.besaran})
    semua = list_berubah(*kembar, set(HasilTahun(data).daftar_identitas()))
    nama_berubah = {
        edisi.nama for edisi in data.daftar_indikator if any(f"/indikator:{edisi.indikator}/" in i for i in semua)
    }
    teks_lama, teks_baru = (
        Counter(s.teks for s in daftar_lama.elements()),
        Counter(s.teks for s in daftar_baru.elements()),
    )
    baru_saja = teks_baru - teks_lama
    for satuan in daftar_baru:
        if satuan.teks not in baru_saja or not re.search(r"\d", satuan.teks):
            continue
        assert satuan.besaran & berubah or satuan.tempat in nama_berubah, satuan


@pytest.mark.parametrize("jenis", DAFTAR_UBAH)
@pytest.mark.parametrize("seed", BENIH_DOKUMEN)
def test_exactly_the_dependent_numbers_of_documents_change(seed: int, jenis: str) -> None:
    data, (diubah, masukan) = siapkan(seed, jenis)
    hasil, hasil_baru = HasilTahun(data), HasilTahun(diubah)
    kembar = Kembar(data), Kembar(diubah)
    banyak = 0
    for buat in DAFTAR_DOKUMEN.values():
        lama, baru = buat(hasil), buat(hasil_baru)
        banyak += periksa_besaran(lama, baru, kembar, masukan, hasil_baru)
        periksa_sekitar(lama, baru, data, kembar)
    if jenis in ("pagu", "realisasi"):
        assert banyak


@pytest.mark.parametrize("seed", BENIH_BERKAS)
def test_the_same_holds_for_the_file(seed: int) -> None:
    data, (diubah, _) = siapkan(seed, "variabel")
    kembar = Kembar(data), Kembar(diubah)
    lama, baru = (baca_docx(render_docx(DAFTAR_DOKUMEN["lkjip"](HasilTahun(satu)))) for satu in (data, diubah))
    bersama = {i for i, _ in lama.besaran} & {i for i, _ in baru.besaran}
    per_identitas = [dict(satu.besaran) for satu in (lama, baru)]
    berubah = {i for i in bersama if per_identitas[0][i] != per_identitas[1][i]}
    assert berubah == list_berubah(*kembar, bersama)
