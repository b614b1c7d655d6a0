from __future__ import annotations

from importlib import resources

import pytest

from tolok.core.peraturan import PeraturanTidakDikenal, list_skala, load_skala, load_tabel
from tolok.core.skala import check_skala


def _daftar_isi(isi: object) -> list[object]:
    if isinstance(isi, dict):
        return [n for nilai in isi.values() for n in _daftar_isi(nilai)]
    if isinstance(isi, list):
        return [n for nilai in isi for n in _daftar_isi(nilai)]
    return [isi]


def _daftar_berkas() -> list[str]:
    return [b.name for b in resources.files("tolok.core.peraturan").iterdir() if b.name.endswith(".toml")]


@pytest.mark.parametrize("berkas", _daftar_berkas())
def test_no_table_holds_a_float(berkas: str) -> None:
    assert not any(isinstance(n, float) for n in _daftar_isi(load_tabel(berkas)))


def test_every_published_scale_is_sound_and_names_its_basis() -> None:
    assert len(list_skala()) == len({skala.id for skala in list_skala()})
    for skala in list_skala():
        assert check_skala(skala) == ()
        assert skala.dasar


def test_an_unknown_scale_is_refused_with_the_known_ids() -> None:
    with pytest.raises(PeraturanTidakDikenal, match="permendagri-86-2017-bulat"):
        load_skala("tidak-ada")
