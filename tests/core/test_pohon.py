"""Trees: every fault has its name and path; size and depth do not hurt."""

from __future__ import annotations

import pytest

from tolok.core.pohon import JenisCacat, PohonRusak, build_pohon, check_pohon

ANGGARAN = [("1.06", ""), ("1.06.01", "1.06"), ("1.06.02", "1.06"), ("1.06.02.1", "1.06.02"), ("2.08", "")]


def test_tree_keeps_the_order_given() -> None:
    pohon = build_pohon(ANGGARAN)
    assert pohon.daftar_akar == ("1.06", "2.08")
    assert pohon.anak_per_id["1.06"] == ("1.06.01", "1.06.02")
    assert tuple(pohon.telusuri()) == ("1.06", "1.06.01", "1.06.02", "1.06.02.1", "2.08")
    assert tuple(pohon.telusuri("1.06.02")) == ("1.06.02", "1.06.02.1")
    assert pohon.daftar_pascaurut == ("1.06.01", "1.06.02.1", "1.06.02", "1.06", "2.08")
    assert pohon.list_leluhur("1.06.02.1") == ("1.06.02.1", "1.06.02", "1.06")
    assert pohon.is_daun("2.08")
    assert not pohon.is_daun("1.06")


def test_cycle_is_named_as_a_path() -> None:
    (cacat,) = check_pohon([("x", "a"), ("a", "c"), ("b", "a"), ("c", "b")])
    assert cacat.jenis is JenisCacat.SIKLUS
    assert cacat.jalur == ("a", "c", "b", "a")
    assert "a → c → b → a" in cacat.pesan


def test_node_that_is_above_itself() -> None:
    (cacat,) = check_pohon([("a", "a")])
    assert cacat.jalur == ("a", "a")


def test_orphan_and_duplicate_are_named() -> None:
    yatim, ganda = sorted(check_pohon([("a", ""), ("b", "z"), ("c", "b"), ("a", "b")]), reverse=True)
    assert (yatim.jenis, yatim.jalur) == (JenisCacat.YATIM, ("b", "z"))
    assert (ganda.jenis, ganda.id) == (JenisCacat.GANDA, "a")


def test_each_cause_is_told_once() -> None:
    assert len(check_pohon([("b", "z"), ("c", "b"), ("d", "c"), ("e", "c")])) == 1


def test_depth_has_a_bound() -> None:
    rantai = [(str(n), str(n - 1) if n else "") for n in range(5)]
    assert check_pohon(rantai, batas_dalam=5) == ()
    (cacat,) = check_pohon(rantai, batas_dalam=4)
    assert (cacat.jenis, cacat.id) == (JenisCacat.TERLALU_DALAM, "4")


def test_the_first_node_too_deep_is_named_once_for_each_branch() -> None:
    rantai = [("a", ""), ("b", "a"), ("c", "b"), ("d", "c"), ("c2", "b"), ("d2", "c2")]
    daftar = check_pohon(rantai, batas_dalam=2)
    assert [(cacat.id, cacat.jalur) for cacat in daftar] == [("c", ("c",)), ("c2", ("c2",))]
    assert daftar[0].pesan == "c berada lebih dari 2 tingkat di bawah puncak; periksa induknya."


def test_without_another_bound_a_tree_has_at_most_64_levels() -> None:
    rantai = [(str(n), str(n - 1) if n else "") for n in range(65)]
    assert check_pohon(rantai[:64]) == ()
    assert [cacat.id for cacat in check_pohon(rantai)] == ["64"]


def test_broken_tree_is_not_built() -> None:
    with pytest.raises(PohonRusak, match="Induk z dari b tidak ada") as galat:
        build_pohon([("b", "z")])
    assert galat.value.daftar_cacat[0].id == "b"


def test_a_broken_tree_tells_its_first_five_faults_and_keeps_all() -> None:
    with pytest.raises(PohonRusak) as galat:
        build_pohon([(f"s{n}", f"hilang{n}") for n in range(7)])
    assert [f"hilang{n}" in str(galat.value) for n in range(7)] == [True] * 5 + [False] * 2
    assert len(galat.value.daftar_cacat) == 7


def test_chain_deeper_than_the_stack_of_the_machine() -> None:
    rantai = [(str(n), str(n - 1) if n else "") for n in range(100_000)]
    assert len(build_pohon(reversed(rantai), batas_dalam=100_000).daftar_pascaurut) == 100_000
    assert check_pohon(reversed(rantai))[0].jenis is JenisCacat.TERLALU_DALAM
