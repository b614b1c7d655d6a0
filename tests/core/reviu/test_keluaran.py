"""Findings as data, and findings that were accepted."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
from tests.core.reviu.bangun import baris_capaian, dokumen

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.reviu.periksa import review
from tolok.core.reviu.sebagai_data import to_data
from tolok.core.reviu.terima import make_sidik, split_diterima


def _berkas(baris: int = 1) -> BerkasTerbaca:
    satu = baris_capaian("86%", "92%", "117%", baris=baris)
    return BerkasTerbaca("x.txt", "", (dokumen(indikator=(satu,), judul="LKjIP"),))


def test_the_data_follow_the_schema() -> None:
    daftar = review([_berkas()])
    sisa, diterima = split_diterima(daftar, alasan_per_sidik={make_sidik(daftar[0]): "Dijelaskan pada hlm. 3"})
    data = to_data([_berkas()], [*sisa, *daftar], diterima)
    jsonschema.validate(data, json.loads((files("tolok.skema") / "reviu.schema.json").read_text(encoding="utf-8")))
    assert data["dokumen"][0]["judul"] == "LKjIP"
    assert data["temuan"][0]["seharusnya"] == "107%"
    assert data["diterima"][0]["alasan"] == "Dijelaskan pada hlm. 3"


def test_an_accepted_finding_stays_accepted_wherever_it_moves() -> None:
    (satu,), (dua,) = review([_berkas(1)]), review([_berkas(9)])
    assert satu.letak != dua.letak
    assert make_sidik(satu) == make_sidik(dua)
    assert split_diterima([dua], alasan_per_sidik={make_sidik(satu): "ya"})[0] == ()
    assert split_diterima([dua], alasan_per_sidik={}) == ((dua,), ())
