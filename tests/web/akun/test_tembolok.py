"""The cache that all processes share."""

from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone

from tolok.web.akun.models import Tembolok


def test_a_value_is_kept_and_taken_away() -> None:
    assert cache.get("a", "tiada") == "tiada"
    cache.set("a", [1.5, "dua"])
    assert cache.get("a") == [1.5, "dua"]
    cache.set("a", None)
    assert cache.get("a", "tiada") is None
    assert cache.delete("a")
    assert not cache.delete("a")
    assert cache.get("a", "tiada") == "tiada"


def test_a_value_is_added_only_where_there_is_none() -> None:
    assert cache.add("a", 1)
    assert not cache.add("a", 2)
    assert cache.get("a") == 1


def test_what_has_ended_is_gone_and_makes_room() -> None:
    cache.set("a", 1, timeout=60)
    cache.set("selamanya", 1, timeout=None)
    Tembolok.objects.filter(sampai__isnull=False).update(sampai=timezone.now() - timedelta(seconds=1))
    assert cache.get("a") is None
    assert not cache.touch("a", 60)
    assert cache.add("b", 2, timeout=60)
    assert Tembolok.objects.count() == 2
    assert cache.add("a", 3)
    assert cache.touch("b", 120)


def test_a_value_without_time_is_not_kept() -> None:
    cache.set("a", 1, timeout=0)
    assert cache.get("a") is None
