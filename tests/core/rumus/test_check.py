"""Unknown names and units that do not fit."""

from __future__ import annotations

import pytest

from tolok.core.rumus.check import check_rumus, check_satuan, daftar_peubah, is_nisbah
from tolok.core.rumus.nodes import Peubah
from tolok.core.rumus.parser import GalatRumus, parse_rumus

SATUAN = {
    "PMKS": "orang",
    "Layanan": "orang",
    "Kasus": "kasus",
    "Umum": "%",
    "BMD": "Persen",
    "Skor": "nilai",
    "Biaya": "Rp",
}


def test_variables_are_listed_once_in_reading_order() -> None:
    simpul = parse_rumus("([B] - [A]@tahun_lalu) / -[B] * maks([A]; 3)")
    assert daftar_peubah(simpul) == (Peubah("B"), Peubah("A", "tahun_lalu"), Peubah("A"))


def test_known_names_pass() -> None:
    check_rumus(parse_rumus("[A] / [B]@tahun_lalu"), ["A", "B"])


@pytest.mark.parametrize(
    ("rumus", "teks", "kolom", "saran"),
    [
        ("[PMKS terlayan] / [PMKS]", None, 1, "[PMKS terlayani]"),
        ("[PMKS] / [pmks Terlayani]", None, 10, "[PMKS terlayani]"),
        ("[PMKS] / [xyz]", "  [PMKS]  /  [xyz]", 14, "daftarkan variabel ini lebih dahulu"),
        ("[xyz]", "lain", 0, "daftarkan variabel ini lebih dahulu"),
    ],
)
def test_unknown_name_is_named_with_the_nearest(rumus: str, teks: str | None, kolom: int, saran: str) -> None:
    with pytest.raises(GalatRumus, match="tidak ada") as galat:
        check_rumus(parse_rumus(rumus), ["PMKS", "PMKS terlayani"], teks=teks)
    assert (galat.value.kolom, galat.value.saran) == (kolom, saran)


@pytest.mark.parametrize(
    ("rumus", "satuan"),
    [
        ("[Layanan] / [PMKS] * 100%", "%"),
        ("100 * [Layanan] / [PMKS]", "persen"),
        ("[Kasus] / [PMKS] * 100%", "%"),
        ("([Layanan] + [PMKS]) / 2", "orang"),
        ("([Kasus]@tahun_lalu - [Kasus]) / [Kasus]@tahun_lalu * 100%", "%"),
        ("100% - [Layanan] / [PMKS] * 100%", "%"),
        ("rata_rata([Umum]; [BMD])", "%"),
        ("([Umum] + [BMD]) / 2", "%"),
        ("0,5 * [Umum] + 0,5 * [Skor]", "%"),
        ("[Layanan] / [PMKS]", "rasio"),
        ("[Kasus] / [PMKS] * 1000", "indeks"),
        ("abs(-[Kasus])", "kasus"),
        ("[Kasus] - 1", "kasus"),
        ("[Kasus]^2 / [Kasus]", "Kasus"),
        ("[Kasus]^0 * 3", "orang"),
        ("[Kasus]^[Skor]", "orang"),
        ("fgt([Biaya]; [Biaya]; 0) * 100%", "%"),
        ("[Skor]", "nilai"),
        ("[tak dikenal] + [Kasus]", "kasus"),
        ("kategori([Skor])", "kategori"),
        ("12", "orang"),
    ],
)
def test_fitting_units_pass(rumus: str, satuan: str) -> None:
    check_satuan(parse_rumus(rumus), satuan_hasil=satuan, satuan_per_label=SATUAN)


@pytest.mark.parametrize(
    ("rumus", "satuan", "kolom", "sebut"),
    [
        ("[PMKS] + [Kasus]", "orang", 10, "orang dan kasus"),
        ("rata_rata([PMKS]; [Umum])", "%", 19, "orang dan %"),
        ("[PMKS] - 50%", "orang", 0, "orang dan %"),
        ("[PMKS] - [Layanan] / [Layanan]", "orang", 10, "orang dan rasio"),
        ("fgt([Biaya]; [PMKS]; 0)", "indeks", 14, "rp dan orang"),
        ("[Layanan] / [PMKS]", "%", 0, "tanpa pengali 100%"),
        ("1 - [Layanan] / [PMKS]", "%", 0, "hasil rumusnya rasio"),
        ("rata_rata([Layanan] / [PMKS]; [Kasus] / [Kasus])", "%", 0, "hasil rumusnya rasio"),
        ("[Kasus]", "%", 0, "bersatuan kasus"),
        ("[Kasus]", "orang", 0, "bersatuan kasus"),
        ("[Kasus] / [PMKS]", "kasus", 0, "kasus/orang"),
        ("1 / [PMKS]", "kasus", 0, "1/orang"),
        ("[Kasus] * [PMKS]", "kasus", 0, "kasus × orang"),
        ("kategori([Skor])", "%", 0, "menghasilkan kategori"),
    ],
)
def test_units_that_do_not_fit_are_refused(rumus: str, satuan: str, kolom: int, sebut: str) -> None:
    with pytest.raises(GalatRumus) as galat:
        check_satuan(parse_rumus(rumus), satuan_hasil=satuan, satuan_per_label=SATUAN)
    assert sebut in galat.value.pesan
    assert galat.value.kolom == kolom
    assert galat.value.saran


def test_column_refers_to_the_typed_text() -> None:
    teks = "[PMKS]     +     [Kasus]"
    with pytest.raises(GalatRumus) as galat:
        check_satuan(parse_rumus(teks), satuan_hasil="orang", satuan_per_label=SATUAN, teks=teks)
    assert galat.value.kolom == 18


@pytest.mark.parametrize(
    ("rumus", "hasil"), [("[A]/[B]", True), ("[A]/2", False), ("[A]*100/[B]", False), ("[A]/[B]/100", True)]
)
def test_bare_ratio_is_recognised(rumus: str, hasil: bool) -> None:
    assert is_nisbah(parse_rumus(rumus)) is hasil
