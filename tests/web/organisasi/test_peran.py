"""Giving and taking back roles."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import create_pengguna
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Instansi, PenugasanPeran, Peran, Unit
from tolok.web.organisasi.operations import PeranDitolak, grant_peran, revoke_peran

MULAI, AKHIR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def siti(db: None) -> Pengguna:
    """Somebody without a role, and an agency with one unit."""
    dinas = Instansi.objects.create(kode="dinas")
    Unit.objects.create(instansi=dinas, kode="bid-1")
    Instansi.objects.create(kode="badan")
    return create_pengguna(username="siti", nama="Siti Contoh", oleh=None)[0]


def beri(siti: Pengguna, **lain: Any) -> PenugasanPeran:
    """Give a role, by default perencana of the agency for a year."""
    isi = {"peran": Peran.PERENCANA, "instansi": "dinas", "mulai": MULAI, "akhir": AKHIR, "oleh": None}
    return grant_peran(pengguna=siti, **(isi | lain))


def is_perencana(siti: Pengguna, hari: date, instansi: str = "dinas") -> bool:
    """Whether she may do on a day what a perencana may."""
    return get_lingkup(siti, pada=hari).is_boleh("narasi.ubah", instansi)


def test_a_role_counts_from_its_first_to_its_last_day_in_its_agency(siti: Pengguna) -> None:
    beri(siti)
    hari = [date(2025, 12, 31), MULAI, AKHIR, date(2027, 1, 1)]
    assert [is_perencana(siti, satu) for satu in hari] == [False, True, True, False]
    assert not is_perencana(siti, MULAI, "badan")


def test_a_role_is_written_down_on_the_chain_of_its_agency(siti: Pengguna) -> None:
    beri(siti, unit="bid-1", dasar="SK 1/2026", oleh=siti)
    catatan = Catatan.objects.get(perbuatan="peran.diberikan")
    assert (catatan.rantai.kode, catatan.objek, catatan.pelaku) == ("dinas", "peran:siti/perencana", siti)
    assert json.loads(catatan.isi) == {
        "unit": "bid-1", "mulai": "2026-01-01", "akhir": "2026-12-31", "dasar": "SK 1/2026",
    }  # fmt: skip


def test_a_role_over_every_agency_stands_on_the_chain_of_the_installation(siti: Pengguna) -> None:
    beri(siti, instansi="", akhir=None)
    assert is_perencana(siti, AKHIR, "badan")
    assert Catatan.objects.get(perbuatan="peran.diberikan").rantai.kode == ""


@pytest.mark.parametrize(
    ("lain", "sebab"),
    [
        ({"instansi": "dina"}, "Yang ada: badan, dinas"),
        ({"unit": "bid-9"}, "Yang ada: bid-1"),
        ({"instansi": "badan", "unit": "bid-1"}, "Yang ada: belum satu pun"),
        ({"instansi": "", "unit": "bid-1"}, "bersama instansinya"),
        ({"akhir": date(2025, 1, 1)}, "Masa peran kosong"),
    ],
)
def test_a_role_over_what_does_not_exist_is_refused(siti: Pengguna, lain: dict[str, Any], sebab: str) -> None:
    with pytest.raises(PeranDitolak, match=sebab):
        beri(siti, **lain)
    assert not PenugasanPeran.objects.exists()
    assert not Catatan.objects.filter(perbuatan__startswith="peran.").exists()


@pytest.mark.parametrize(
    ("mulai", "akhir", "boleh"),
    [
        (date(2026, 6, 1), date(2027, 6, 1), False),
        (date(2025, 6, 1), None, False),
        (date(2026, 12, 31), None, False),
        (date(2025, 1, 1), date(2025, 12, 31), True),
        (date(2027, 1, 1), None, True),
    ],
)
def test_a_role_is_not_held_twice_at_one_time(siti: Pengguna, mulai: date, akhir: date | None, boleh: bool) -> None:
    beri(siti)
    if boleh:
        beri(siti, mulai=mulai, akhir=akhir)
    else:
        with pytest.raises(PeranDitolak, match="sudah Perencana di sana"):
            beri(siti, mulai=mulai, akhir=akhir)
    assert PenugasanPeran.objects.count() == (2 if boleh else 1)


def test_another_role_or_unit_may_be_held_at_the_same_time(siti: Pengguna) -> None:
    beri(siti)
    beri(siti, peran=Peran.KEUANGAN)
    beri(siti, unit="bid-1")
    assert PenugasanPeran.objects.count() == 3


def test_a_role_that_is_taken_back_counts_up_to_its_last_day(siti: Pengguna) -> None:
    penugasan = beri(siti, akhir=None)
    revoke_peran(penugasan_id=penugasan.pk, akhir=date(2026, 3, 31), dasar="mutasi", oleh=None)
    assert is_perencana(siti, date(2026, 3, 31))
    assert not is_perencana(siti, date(2026, 4, 1))
    catatan = Catatan.objects.get(perbuatan="peran.dicabut")
    assert (catatan.rantai.kode, catatan.objek) == ("dinas", "peran:siti/perencana")
    assert json.loads(catatan.isi) == {
        "unit": "", "mulai": "2026-01-01", "akhir": "2026-03-31", "akhir_semula": None, "dasar": "mutasi",
    }  # fmt: skip


def test_a_role_taken_back_before_it_began_is_gone_and_remembered(siti: Pengguna) -> None:
    penugasan = beri(siti)
    revoke_peran(penugasan_id=penugasan.pk, akhir=date(2025, 12, 31), oleh=None)
    assert not PenugasanPeran.objects.exists()
    assert Catatan.objects.filter(perbuatan="peran.dicabut").count() == 1


def test_a_role_that_has_ended_is_not_taken_back_again(siti: Pengguna) -> None:
    penugasan = beri(siti)
    with pytest.raises(PeranDitolak, match="sudah berakhir pada 2026-12-31"):
        revoke_peran(penugasan_id=penugasan.pk, akhir=AKHIR, oleh=None)
