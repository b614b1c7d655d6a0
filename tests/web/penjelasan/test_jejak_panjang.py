"""A long story is cut: steps are folded with how many parts they have, inputs and sentences with how many are left."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.http import Http404
from tests.web.dunia import INSTANSI
from tests.web.penjelasan.conftest import alamat, make_konteks

from tolok.core.angka import Angka
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import Bilangan
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.penjelasan.angka import halaman as modul_halaman
from tolok.web.penjelasan.angka.halaman import make_angka
from tolok.web.penjelasan.angka.pohon import BATAS_LANGKAH, SimpulJejak, make_pohon_jejak
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.tautan import Penaut


def _jejak(lebar: int, dalam: int, *, identitas: str | None = None) -> Jejak:
    anak = tuple(_jejak(lebar, dalam - 1) for _ in range(lebar)) if dalam else ()
    return Jejak("agregasi.jumlah", "Langkah", Bilangan(Angka(lebar), "orang"), anak, identitas)


@dataclass
class _Hitung:
    langkah: int = 0
    daftar_sisa: tuple[tuple[str, str], ...] = ()

    def jalan(self, simpul: SimpulJejak) -> None:
        self.langkah += 1
        if simpul.sisa:
            self.daftar_sisa += ((simpul.sisa, simpul.alamat_sisa),)
        for anak in simpul.anak:
            self.jalan(anak)


@pytest.fixture
def penaut(tahun: TahunKinerja) -> Penaut:
    return Penaut(make_konteks(tahun))


def test_no_more_steps_are_shown_than_the_limit(penaut: Penaut) -> None:
    pohon = make_pohon_jejak(_jejak(10, 3), penaut)
    hitung = _Hitung()
    hitung.jalan(pohon.akar)
    assert hitung.langkah <= BATAS_LANGKAH
    assert not pohon.is_penuh
    assert set(hitung.daftar_sisa) >= {("10 bagian", "?dari=9.9#langkah")}


def test_a_short_story_is_shown_whole(penaut: Penaut) -> None:
    pohon = make_pohon_jejak(_jejak(3, 3), penaut)
    hitung = _Hitung()
    hitung.jalan(pohon.akar)
    assert (hitung.langkah, hitung.daftar_sisa, pohon.is_penuh) == (40, (), True)


def test_what_is_left_out_is_opened_where_it_stands_or_on_its_own_page(penaut: Penaut) -> None:
    identitas = f"{INSTANSI}/2020/tahun/anggaran:2/pagu@t32"
    besar = _jejak(150, 1, identitas=identitas)
    akar = Jejak("pagu.jumlah", "Semua", besar.nilai, (_jejak(150, 1), besar))
    hitung = _Hitung()
    hitung.jalan(make_pohon_jejak(akar, penaut).akar)
    assert hitung.daftar_sisa == (("150 bagian", alamat("angka", identitas=identitas)),)
    dalam = make_pohon_jejak(akar, penaut, dari="0")
    assert len(dalam.akar.anak) == 150
    with pytest.raises(Http404):
        make_pohon_jejak(akar, penaut, dari="5")


def test_many_inputs_and_sentences_are_folded(tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul_halaman, "BATAS_MASUKAN", 4)
    monkeypatch.setattr(modul_halaman, "BATAS_KALIMAT", 3)
    tampak = AngkaTampak(TahunTampak(make_konteks(tahun)))
    hasil: Hasil = tampak.hasil.pagu("total", "t32")
    satu = make_angka(tampak, Penaut(tampak.tahun.konteks), hasil)
    assert (len(satu.daftar_masukan), satu.sisa_masukan) == (4, "15")
    assert (len(satu.daftar_kalimat), satu.jumlah_awal) == (3, "6")
    semua = make_angka(tampak, Penaut(tampak.tahun.konteks), hasil, semua=True)
    assert (len(semua.daftar_masukan), semua.sisa_masukan) == (19, "")
