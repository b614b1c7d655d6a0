"""Searching a year."""

from __future__ import annotations

from datetime import date

import pytest
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh

from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import get_konteks
from tolok.web.portal.cari import search


def _tampak(peran: Peran, unit: str | None = None) -> TahunTampak:
    muat_contoh()
    lingkup = get_lingkup(buat_pengguna("pencari", peran, unit=unit), pada=date(2021, 1, 15))
    return TahunTampak(get_konteks(lingkup, instansi=INSTANSI, tahun=2020, periode="tw4"))


@pytest.mark.django_db
def test_every_word_must_match_in_any_letter_case() -> None:
    tampak = _tampak(Peran.PERENCANA)
    assert search(tampak, "kota LAYAK anak")[0].nama == "Kategori Kota Layak Anak"
    assert search(tampak, "layak zzz") == ()


@pytest.mark.django_db
def test_a_code_finds_its_budget_node_first() -> None:
    assert search(_tampak(Peran.PERENCANA), "Pengelolaan Administrasi Keuangan")[0].jenis == "Kegiatan"


@pytest.mark.django_db
def test_what_is_outside_the_readers_unit_is_not_found() -> None:
    tampak = _tampak(Peran.PENANGGUNG_JAWAB, unit="bid-rehab")
    assert not [satu for satu in search(tampak, "kota layak anak") if satu.jenis in ("Indikator", "Variabel")]
