"""Years of many agencies are shared among processes, each done wholly by one of them."""

from __future__ import annotations

import os

import pytest

from tolok.web.organisasi.models import Instansi
from tolok.web.pengukuran.kota import map_tahun
from tolok.web.perencanaan.models import TahunKinerja

DAFTAR = [TahunKinerja(pk=pk, tahun=2020 + pk, instansi=Instansi(kode=f"dinas-{pk}")) for pk in range(1, 5)]


def sebut(tahun: TahunKinerja) -> tuple[str, int, int]:
    """Name a year, and the process that had it."""
    return tahun.instansi.kode, tahun.tahun, os.getpid()


def gagal(tahun: TahunKinerja) -> None:
    raise LookupError(tahun.instansi.kode)


@pytest.mark.parametrize("banyak_proses", [1, 2])
def test_the_answers_come_in_the_order_of_the_years(banyak_proses: int) -> None:
    hasil = list(map_tahun(sebut, DAFTAR, banyak_proses=banyak_proses))
    assert [satu[:2] for satu in hasil] == [(f"dinas-{n}", 2020 + n) for n in range(1, 5)]
    assert (os.getpid() in {pid for *_, pid in hasil}) == (banyak_proses == 1)


def test_one_year_is_done_here() -> None:
    assert list(map_tahun(sebut, DAFTAR[:1])) == [("dinas-1", 2021, os.getpid())]
    assert list(map_tahun(sebut, [])) == []


def test_what_goes_wrong_in_another_process_is_raised_here() -> None:
    with pytest.raises(LookupError, match="dinas-1"):
        list(map_tahun(gagal, DAFTAR, banyak_proses=2))
