"""Documentation, schemas and notes cannot fall behind the columns, because each is compared with them."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from dasar_paket import PaketUji, make_dasar

from tolok.core.instansi import TahunInstansi
from tolok.paket.keterangan import KOLOM_KETERANGAN, TABEL_KETERANGAN
from tolok.paket.kolom import INSTANSI, KEBIJAKAN, KELAS, KOLOM_INDUK_KELAS, SKALA, TABEL, UMUM
from tolok.paket.kunci import KUNCI
from tolok.paket.skema import format_acuan_kolom, make_skema_muat, make_skema_paket, make_skema_periksa

DOKUMENTASI = Path(__file__).resolve().parents[2] / "docs" / "paket.md"
SEMUA = {"umum": UMUM, "instansi": INSTANSI, "kebijakan": KEBIJAKAN, "skala": SKALA, "kelas": KELAS, **TABEL}


def test_every_tuple_of_the_agency_year_is_a_table() -> None:
    daftar = {nama for nama in TahunInstansi.__dataclass_fields__ if nama.startswith("daftar_")}
    assert daftar == {f"daftar_{nama}" for nama in TABEL} | {"daftar_skala", "daftar_narasi"}


@pytest.mark.parametrize("nama", SEMUA)
def test_every_column_is_named_once_and_explained(nama: str) -> None:
    kolom = SEMUA[nama].kolom
    assert len(set(kolom)) == len(kolom)
    tambahan = {KOLOM_INDUK_KELAS} if nama == "kelas" else set()
    assert set(KOLOM_KETERANGAN[nama]) == set(kolom) | tambahan
    assert TABEL_KETERANGAN[nama]


def test_every_table_has_a_key_of_its_own_columns() -> None:
    assert set(KUNCI) == {"skala", "kelas", *TABEL}
    for nama, kunci in KUNCI.items():
        assert set(kunci) <= {*SEMUA[nama].kolom, KOLOM_INDUK_KELAS}


def test_the_documentation_lists_every_table_and_column() -> None:
    assert DOKUMENTASI.read_text(encoding="utf-8").endswith("\n" + format_acuan_kolom().rstrip() + "\n")


@pytest.mark.parametrize(
    ("nama", "skema"),
    [("paket", make_skema_paket()), ("paket-periksa", make_skema_periksa()), ("muat-paket", make_skema_muat())],
)
def test_the_schema_in_the_package_is_the_one_of_the_columns(nama: str, skema: dict[str, object]) -> None:
    teks = (files("tolok.skema") / f"{nama}.schema.json").read_text(encoding="utf-8")
    assert json.loads(teks) == skema
    jsonschema.Draft202012Validator.check_schema(skema)


def test_a_written_package_fits_its_schema(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path)
    isi = tomllib.loads((paket.folder / "paket.toml").read_text(encoding="utf-8"))
    jsonschema.validate(isi, make_skema_paket())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**isi, "thn": 2020}, make_skema_paket())


def test_written_headers_are_those_of_the_schema(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path, make_dasar())
    for nama, tabel in make_skema_paket()["x-tabel"].items():
        assert paket.baris(nama)[0] == [kolom["nama"] for kolom in tabel["kolom"]]
