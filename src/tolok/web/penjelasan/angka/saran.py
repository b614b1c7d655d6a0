"""What a reader may have meant by an identity that is none of theirs."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from tolok.core.hasil.cari import IdentitasTakDikenal, read_identitas
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.ui.navigasi import Butir

BANYAK: Final = 5
_CALON: Final = 24


def suggest_identitas(tampak: AngkaTampak, identitas: str) -> tuple[str, ...]:
    """
    Return up to ``BANYAK`` identities that are written alike, only such whose number the reader sees.

    Objects are compared first, so that a large agency is not searched quantity by quantity.
    """
    per_objek: dict[str, list[str]] = {}
    for satu in tampak.hasil.daftar_identitas():
        per_objek.setdefault(satu.split("/")[3], []).append(satu)
    bagian = identitas.split("/")
    objek = bagian[3] if len(bagian) > 3 else bagian[-1]
    mirip = get_close_matches(objek, per_objek, n=3, cutoff=0.5)
    calon = get_close_matches(identitas, [satu for o in mirip for satu in per_objek[o]], n=_CALON, cutoff=0.4)
    terlihat = (satu for satu in calon if _is_tampak(tampak, satu))
    return tuple(satu for satu, _ in zip(terlihat, range(BANYAK), strict=False))


def _is_tampak(tampak: AngkaTampak, identitas: str) -> bool:
    hasil = tampak.find(identitas)
    return hasil is not None and tampak.is_tampak(hasil)


def describe_identitas(tampak: AngkaTampak, identitas: str, alamat: str) -> Butir:
    """Return a link to a quantity, with what it is called."""
    hasil = tampak.find(identitas)
    nama = hasil.jejak.uraian if hasil is not None else identitas
    try:
        periode = read_identitas(identitas).periode.label
    except IdentitasTakDikenal:
        periode = ""
    return Butir(", ".join(teks for teks in (nama, periode) if teks), alamat)
