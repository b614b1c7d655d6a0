"""The example packages, loaded once, and the published figures they are compared with."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tolok.core.instansi import TahunInstansi
from tolok.paket.muat import load_paket

AKAR_CONTOH = Path(__file__).parents[2] / "src" / "tolok" / "contoh"
FAKTA = Path(__file__).parent / "fakta"


def read_csv(jalur: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with jalur.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


@pytest.fixture(scope="session")
def tahun_2020() -> TahunInstansi:
    return load_paket(AKAR_CONTOH / "probolinggo-2020")


@pytest.fixture(scope="session")
def tahun_2023() -> TahunInstansi:
    return load_paket(AKAR_CONTOH / "probolinggo-2023")


@pytest.fixture(scope="session")
def fakta_anggaran() -> list[dict[str, str]]:
    return read_csv(FAKTA / "anggaran-2020.csv")


@pytest.fixture(scope="session")
def fakta_keterkaitan() -> list[dict[str, str]]:
    return read_csv(FAKTA / "keterkaitan-2023.csv")
