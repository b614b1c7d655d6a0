"""
The canonical JSON and the hash of an entry are the same on every database.

The expected hash is computed here from the values alone, before any database has seen them; the test runs on both.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

import pytest
from django.db import models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tolok.web.audit.kanonik import format_waktu, to_kanonik
from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.operations import record
from tolok.web.audit.queries import verify_riwayat

TEKS = st.text(st.characters(exclude_categories=["Cs"]))
POLOS = st.none() | st.booleans() | st.integers() | TEKS | st.dates() | st.datetimes(timezones=st.just(UTC))
ISI = st.dictionaries(TEKS, st.recursive(POLOS, lambda d: st.lists(d) | st.dictionaries(TEKS, d), max_leaves=20))
NAMA = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
WAKTU = st.timedeltas(timedelta(0), timedelta(days=365_000)).map(lambda lewat: datetime(1900, 1, 1, tzinfo=UTC) + lewat)


def _json_sendiri(isi: Any) -> str:
    """Write canonical JSON by hand, from its definition."""
    match isi:
        case None | bool():
            return {None: "null", True: "true", False: "false"}[isi]
        case datetime():
            return f'"{isi:%Y-%m-%dT%H:%M:%S.%f}Z"'.replace('"', '"' + "0" * (4 - len(str(isi.year))), 1)
        case date():
            return f'"{isi.isoformat()}"'
        case int():
            return str(isi)
        case str():
            return json.dumps(isi, ensure_ascii=False)
        case list():
            return "[" + ",".join(map(_json_sendiri, isi)) + "]"
    return "{" + ",".join(f"{_json_sendiri(k)}:{_json_sendiri(isi[k])}" for k in sorted(isi)) + "}"


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(isi=ISI, objek=NAMA, waktu=WAKTU)
def test_an_entry_hashes_the_same_from_the_values_and_from_the_database(
    isi: dict[str, Any], objek: str, waktu: datetime
) -> None:
    Catatan.objects.all().delete()
    Rantai.objects.all().delete()
    with transaction.atomic():
        catatan = record("uji.dicatat", rantai="dinas", objek=objek, isi=isi, oleh=None, pada=waktu)
    bahan = ["dinas", 1, waktu, None, "Sistem", "uji.dicatat", objek, _json_sendiri(isi), "0" * 64]
    assert catatan.sidik == hashlib.sha256(_json_sendiri(bahan).encode()).hexdigest()
    tersimpan = Catatan.objects.get()
    assert (tersimpan.isi, tersimpan.objek, tersimpan.waktu) == (_json_sendiri(isi), objek, waktu)
    assert verify_riwayat().is_utuh


def test_a_moment_is_the_same_in_every_zone() -> None:
    wit = datetime(2020, 4, 3, 9, 5, tzinfo=timezone(timedelta(hours=9)))
    assert format_waktu(wit) == "2020-04-03T00:05:00.000000Z"


def test_a_year_before_one_thousand_keeps_four_digits() -> None:
    assert format_waktu(datetime(33, 4, 3, tzinfo=UTC)).startswith("0033-")


class _Status(models.TextChoices):
    DRAF = "draf", "Draf"


class _Tingkat(IntEnum):
    SATU = 1


class _Jenis(Enum):
    HARI = date(2020, 4, 3)


def test_states_are_written_as_their_values() -> None:
    assert to_kanonik([_Status.DRAF, _Tingkat.SATU, _Jenis.HARI, (1, 2)]) == '["draf",1,"2020-04-03",[1,2]]'


def test_keys_are_sorted_and_nothing_is_escaped_that_need_not_be() -> None:
    assert to_kanonik({"é": 1, "a": {"z": [], "b": True}}) == '{"a":{"b":true,"z":[]},"é":1}'


@pytest.mark.parametrize("isi", [0.5, Decimal("0.5"), {"a": [1.0]}, float("nan"), b"x", {1, 2}])
def test_what_has_no_single_text_is_refused(isi: Any) -> None:
    with pytest.raises(TypeError):
        to_kanonik(isi)


def test_two_keys_that_become_one_text_are_refused() -> None:
    with pytest.raises(TypeError, match="kunci"):
        to_kanonik({1: "a", "1": "b"})
