"""A quantity of the budget is a reader's only if everything it was computed from is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.web.dunia import INSTANSI, buat_pengguna
from tests.web.dunia_uang import make_data, muat

from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.konteks import get_konteks
from tolok.web.perencanaan.tampak import RencanaTampak

PERIODE = f"{INSTANSI}/2020/tw4"
TAHUN = f"{INSTANSI}/2020/tahun"


def _tampak(unit: str | None) -> RencanaTampak:
    muat(make_data())
    lingkup = get_lingkup(buat_pengguna("orang", Peran.PPTK, unit=unit), pada=date(2021, 1, 15))
    return RencanaTampak(get_konteks(lingkup, instansi=INSTANSI, tahun=2020, periode="tw4"))


MILIK = (
    f"{PERIODE}/anggaran:2/realisasi_anggaran",
    f"{PERIODE}/anggaran:2.1/serapan@tw1",
    f"{TAHUN}/anggaran:2.3/pagu@t32",
    f"{PERIODE}/indikator:pmks/capaian",
)
ORANG_LAIN = (
    f"{PERIODE}/anggaran:total/realisasi_anggaran",
    f"{PERIODE}/anggaran:total/serapan@t32",
    f"{TAHUN}/anggaran:penunjang/pagu@t32",
    f"{TAHUN}/anggaran:tanpa_sasaran/bagian@t32",
    f"{TAHUN}/anggaran:2/bagian@t32",  # the share would tell the total
    f"{TAHUN}/anggaran:3/pagu@t32",
    f"{TAHUN}/anggaran:6.1/pagu@t32",
    f"{TAHUN}/sasaran:s1/pagu@t32",  # programs 2 to 4
    f"{TAHUN}/indikator:pmks/pagu@t32",
    f"{PERIODE}/indikator:pmks/efisiensi@tw1",
)


@pytest.mark.django_db
@pytest.mark.parametrize("identitas", MILIK)
def test_what_stands_on_own_leaves_alone_is_seen(identitas: str) -> None:
    tampak = _tampak("bid-rehab")
    assert tampak.anggaran.is_hasil_tampak(tampak.hasil.cari(identitas))


@pytest.mark.django_db
@pytest.mark.parametrize("identitas", ORANG_LAIN)
def test_what_holds_a_leaf_of_others_is_not(identitas: str) -> None:
    tampak = _tampak("bid-rehab")
    assert not tampak.anggaran.is_hasil_tampak(tampak.hasil.cari(identitas))


@pytest.mark.django_db
def test_who_sees_the_whole_agency_sees_every_quantity() -> None:
    tampak = _tampak(None)
    assert all(tampak.anggaran.is_hasil_tampak(tampak.hasil.cari(satu)) for satu in (*MILIK, *ORANG_LAIN))
    assert tampak.anggaran.is_seluruh


@pytest.mark.django_db
def test_the_head_of_all_units_sees_leaves_that_somebody_answers_for() -> None:
    tampak = _tampak("dinas")
    assert tampak.anggaran.is_uang_tampak("6")
    assert not tampak.anggaran.is_uang_tampak("1")  # nobody is named for it
    assert not tampak.anggaran.is_seluruh


@pytest.mark.django_db
def test_a_leaf_follows_the_nearest_unit_above_it() -> None:
    pemilik = _tampak(None).anggaran.pemilik_per_kode
    assert pemilik["2.1"] == {"sie-anak-lansia"}
    assert pemilik["2.2"] == {"bid-rehab"}
    assert pemilik["6.2"] == {"bid-perempuan"}
    assert pemilik["1.1"] == frozenset()
