"""
What regulations and published practice set: scales, weights and letters as dated data with their legal basis.

The tables are TOML files beside this module. Numbers stand in them as text, so that no value passes through a float.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from tolok.core.angka import Angka
from tolok.core.skala import Kelas, Skala, ensure_skala

_BERKAS_SKALA = ("capaian.toml", "kategori.toml", "layanan.toml", "lke.toml")


class PeraturanTidakDikenal(LookupError):
    """Asked for an id that no table holds."""


@cache
def load_tabel(berkas: str) -> dict[str, Any]:
    """Return one of the tables beside this module as TOML gives it; callers do not change it."""
    return tomllib.loads(resources.files(__package__).joinpath(berkas).read_text(encoding="utf-8"))


@cache
def list_skala() -> tuple[Skala, ...]:
    """Return every scale of the tables, each checked."""
    return tuple(ensure_skala(_read_skala(baris)) for berkas in _BERKAS_SKALA for baris in load_tabel(berkas)["skala"])


def load_skala(id_skala: str) -> Skala:
    """
    Return the scale with this id.

    :raises PeraturanTidakDikenal: with the ids that exist
    """
    for skala in list_skala():
        if skala.id == id_skala:
            return skala
    daftar_id = ", ".join(skala.id for skala in list_skala())
    raise PeraturanTidakDikenal(f"Skala “{id_skala}” tidak ada. Yang ada: {daftar_id}.")


def _read_skala(baris: dict[str, Any]) -> Skala:
    return Skala(
        id=baris["id"],
        nama=baris["nama"],
        jenis=baris["jenis"],
        kelas=tuple(
            Kelas(
                label=kelas["label"],
                kode=kelas.get("kode", ""),
                bawah=_read_angka(kelas.get("bawah")),
                bawah_termasuk=kelas.get("bawah_termasuk", True),
                atas=_read_angka(kelas.get("atas")),
                atas_termasuk=kelas.get("atas_termasuk", False),
            )
            for kelas in baris["kelas"]
        ),
        dasar=baris["dasar_hukum"],
        berlaku_tahun_awal=baris.get("berlaku_tahun_awal"),
        berlaku_tahun_akhir=baris.get("berlaku_tahun_akhir"),
        pembulatan=baris.get("pembulatan"),
        minimum=_read_angka(baris.get("minimum")),
        maksimum=_read_angka(baris.get("maksimum")),
    )


def _read_angka(teks: str | None) -> Angka | None:
    return None if teks is None else Angka.from_desimal(teks)
