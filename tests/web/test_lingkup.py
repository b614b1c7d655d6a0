"""Who sees what of a computed year."""

from __future__ import annotations

from datetime import date

import pytest
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh

from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import get_konteks

HARI = date(2021, 1, 15)


def _tampak(peran: Peran, **lain: str) -> TahunTampak:
    muat_contoh()
    lingkup = get_lingkup(buat_pengguna("seseorang", peran, **lain), pada=HARI)
    return TahunTampak(get_konteks(lingkup, instansi=INSTANSI, tahun=2020, periode="tw4"))


@pytest.mark.django_db
def test_a_planner_sees_every_indicator_and_its_draft() -> None:
    tampak = _tampak(Peran.PERENCANA)
    daftar = tampak.daftar_indikator()
    assert [edisi.indikator for edisi in daftar] == ["pmks", "tkp", "kasus", "kla"]
    assert all(tampak.is_angka_tampak(edisi) for edisi in daftar)


@pytest.mark.django_db
def test_somebody_of_one_unit_sees_only_what_the_unit_answers_for() -> None:
    muat_contoh()
    tampak = _tampak(Peran.PENANGGUNG_JAWAB, unit="bid-rehab")
    assert [edisi.indikator for edisi in tampak.daftar_indikator()] == ["pmks"]


@pytest.mark.django_db
def test_an_evaluator_does_not_see_a_draft() -> None:
    tampak = _tampak(Peran.EVALUATOR)
    assert tampak.daftar_indikator()
    assert not any(tampak.is_angka_tampak(edisi) for edisi in tampak.daftar_indikator())


@pytest.mark.django_db
def test_a_role_that_has_ended_shows_nothing() -> None:
    muat_contoh()
    pengguna = buat_pengguna("mantan", Peran.PERENCANA, akhir=date(2020, 12, 31))
    assert not get_lingkup(pengguna, pada=HARI).is_melihat(INSTANSI)
    assert get_lingkup(pengguna, pada=date(2020, 12, 31)).is_melihat(INSTANSI)
