"""The mutation run itself: which mutants there are, that they change one place, when an old verdict still holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench.mutasi import catatan as catatan_mutan
from bench.mutasi.catatan import Catatan
from bench.mutasi.laporan import summarise
from bench.mutasi.mutan import Mutan, find_anggota_enum, list_mutan
from bench.mutasi.salinan import Putusan
from bench.mutasi.urusan import Urusan, list_urusan

SUMBER = '''"""Docstring 1 < 2."""
class Warna(StrEnum):
    MERAH = "merah"
    BIRU = "biru"

@cache(maxsize=5)
def f(a: int | None, b=2) -> tuple[int, ...]:
    """Docstring."""
    if (a or b) < 3 and not b:
        raise ValueError(f"é {a - 1}")
    daftar.append(-a)
    total += a * (b + 1)
    for x in zip(a, b, strict=True):
        continue
    return max(x for x in a if x is not Warna.MERAH) if b == "%" else "a" + b
    return x not in "ab"
'''


def mutan() -> tuple[Mutan, ...]:
    return list_mutan("f.py", SUMBER.encode(), find_anggota_enum(iter([SUMBER.encode()])))


def test_every_kind_of_change_is_made() -> None:
    assert {(m.jenis, m.sebelum, m.sesudah) for m in mutan()} == {
        ("konstanta", "2", "3"),
        ("konstanta", "2", "1"),
        ("syarat", "(a or b) < 3 and not b", "(not ((a or b) < 3 and not b))"),
        ("logika", "(a or b) < 3 and not b", "((a or b) < 3) or (not b)"),
        ("banding", "(a or b) < 3", "(a or b) <= 3"),
        ("banding", "(a or b) < 3", "(a or b) >= 3"),
        ("logika", "a or b", "a and b"),
        ("konstanta", "3", "4"),
        ("konstanta", "3", "2"),
        ("tanda", "not b", "b"),
        ("hapus", 'raise ValueError(f"é {a - 1}")', "pass"),
        ("hapus", "daftar.append(-a)", "pass"),
        ("tanda", "-a", "a"),
        ("hapus", "total += a * (b + 1)", "pass"),
        ("hitung", "total += a * (b + 1)", "total = a * (b + 1)"),
        ("hitung", "a * (b + 1)", "(a + (b + 1))"),
        ("hitung", "b + 1", "(b - 1)"),
        ("konstanta", "1", "2"),
        ("konstanta", "1", "0"),
        ("lompat", "continue", "break"),
        (
            "kembalikan",
            'return max(x for x in a if x is not Warna.MERAH) if b == "%" else "a" + b',
            "return None",
        ),
        ("fungsi", "max", "min"),
        ("banding", "x is not Warna.MERAH", "x is Warna.MERAH"),
        ("enum", "Warna.MERAH", "Warna.BIRU"),
        ("banding", 'b == "%"', 'b != "%"'),
        ("teks", '"%"', "'%X'"),
        ("kembalikan", 'return x not in "ab"', "return None"),
        ("banding", 'x not in "ab"', 'x in "ab"'),
        ("teks", '"ab"', "'b'"),
    }


def test_a_mutant_differs_from_the_source_in_one_place_only() -> None:
    for satu in mutan():
        salah = satu.apply(SUMBER.encode()).decode()
        assert ast.dump(ast.parse(salah)) != ast.dump(ast.parse(SUMBER))
        awal = len(SUMBER.encode()[: satu.mulai].decode())
        assert salah[:awal] + satu.sebelum + salah[awal + len(satu.sesudah) :] == SUMBER


def test_names_of_mutants_are_unique_and_say_where() -> None:
    nama = [satu.id for satu in mutan()]
    assert len(set(nama)) == len(nama)
    assert "f.py::f::banding::(a or b) < 3 -> (a or b) <= 3#1" in nama


def test_the_order_follows_the_seed_and_not_the_files() -> None:
    satu, dua = (list_urusan(benih, ("edisi.py", "pohon.py")) for benih in (1, 2))
    assert [u.mutan.id for u in satu] == [u.mutan.id for u in list_urusan(1, ("pohon.py", "edisi.py"))]
    assert [u.mutan.id for u in satu] != [u.mutan.id for u in dua]
    assert {u.mutan.id for u in satu} == {u.mutan.id for u in dua}
    assert {u.berkas for u in satu[:20]} == {"edisi.py", "pohon.py"}


@pytest.fixture
def akar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small project in which verdicts are kept; hashes of files are read anew."""
    for jalur, isi in (
        ("src/tolok/core/f.py", SUMBER),
        ("tests/core/test_f.py", "def test_a():\n    assert f(1)\n\n\ndef test_b():\n    assert f(2)\n"),
    ):
        (tmp_path / jalur).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / jalur).write_text(isi)
    monkeypatch.setattr(catatan_mutan, "AKAR", tmp_path)
    monkeypatch.setattr(catatan_mutan, "list_uji", lambda berkas: ("tests/core/test_f.py",))
    segarkan()
    yield tmp_path
    segarkan()


def segarkan() -> None:
    for simpanan in (catatan_mutan.hash_berkas, catatan_mutan.hash_penguji, catatan_mutan.hash_semua_uji):
        simpanan.cache_clear()


@pytest.mark.parametrize(
    ("berkas", "lama", "baru", "mati_tetap", "lolos_tetap"),
    [
        ("tests/core/test_f.py", "f(2)", "f(3)", True, False),
        ("tests/core/test_f.py", "f(1)", "f(3)", False, False),
        ("tests/core/test_f.py", "test_a", "test_c", False, False),
        ("src/tolok/core/f.py", "< 3", "< 4", False, False),
    ],
)
def test_a_verdict_holds_while_what_it_rests_on_is_the_same(
    akar: Path, berkas: str, lama: str, baru: str, mati_tetap: bool, lolos_tetap: bool
) -> None:
    urusan = [Urusan("f.py", satu) for satu in mutan()[:3]]
    simpan = Catatan(akar / "hasil.jsonl")
    simpan.keep(urusan[0], Putusan("mati", "tests/core/test_f.py::test_a"))
    simpan.keep(urusan[1], Putusan("lolos"))
    kini = Catatan(akar / "hasil.jsonl")
    assert [kini.find(u) for u in urusan] == [Putusan("mati", "tests/core/test_f.py::test_a"), Putusan("lolos"), None]
    jalur = akar / berkas
    jalur.write_text(jalur.read_text().replace(lama, baru))
    segarkan()
    assert [kini.find(u) is not None for u in urusan] == [mati_tetap, lolos_tetap, False]


def test_the_score_is_given_with_and_without_equivalent_survivors() -> None:
    urusan = [Urusan("f.py", replace(satu, id=str(n))) for n, satu in enumerate(mutan()[:6])]
    hasil = {str(n): Putusan(k) for n, k in enumerate(("mati", "mati", "waktu", "lolos", "lolos"))}
    ringkas = summarise(urusan, hasil, {"4": "tidak terlihat"})
    assert (ringkas.jumlah, ringkas.mati, ringkas.waktu, ringkas.lolos, ringkas.setara) == (5, 2, 1, 1, 1)
    assert (ringkas.skor(tanpa_setara=True), ringkas.skor(tanpa_setara=False)) == ("75.0", "60.0")
