"""What a person decided about a read file; kept as plain JSON between visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

BARU: Final = "+baru"
"""In place of an id: make a new one."""
LEWATI: Final = "+lewati"
"""In place of an id: leave it out."""
PANJANG_NILAI: Final = 200


@dataclass(frozen=True, slots=True)
class Keputusan:
    """
    Decisions by the keys of a ``Rancangan``; what nobody has decided is not in them.

    ``padanan``: object -> id, ``BARU`` or ``LEWATI``. ``target`` and ``pagu``: document -> id of the plan edition,
    agreement or pagu edition its targets and pagu are compared with and stored in, or ``BARU``. ``tahun``: document ->
    the year of a document that prints none. ``ikut``: value -> whether it is stored. ``nilai``: value -> what a person
    read in its place, which also confirms it.
    """

    padanan: Mapping[str, str] = field(default_factory=dict)
    target: Mapping[str, str] = field(default_factory=dict)
    pagu: Mapping[str, str] = field(default_factory=dict)
    tahun: Mapping[str, int] = field(default_factory=dict)
    ikut: Mapping[str, bool] = field(default_factory=dict)
    nilai: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Keputusan:
        """Return decisions from plain data; what is none is dropped."""

        def pilih(nama: str, tipe: type) -> dict[str, Any]:
            isi = data.get(nama)
            return {k: v for k, v in isi.items() if type(v) is tipe} if isinstance(isi, dict) else {}

        return cls(
            padanan=pilih("padanan", str),
            target=pilih("target", str),
            pagu=pilih("pagu", str),
            tahun=pilih("tahun", int),
            ikut=pilih("ikut", bool),
            nilai={kunci: teks[:PANJANG_NILAI] for kunci, teks in pilih("nilai", str).items()},
        )

    def to_data(self) -> dict[str, Any]:
        """Return the decisions as plain JSON data."""
        return {
            "padanan": dict(self.padanan),
            "target": dict(self.target),
            "pagu": dict(self.pagu),
            "tahun": dict(self.tahun),
            "ikut": dict(self.ikut),
            "nilai": dict(self.nilai),
        }

    def with_lain(self, lain: Keputusan) -> Keputusan:
        """Return these decisions with those of ``lain`` in their place."""
        baru = lain.to_data()
        return Keputusan(**{nama: {**isi, **baru[nama]} for nama, isi in self.to_data().items()})
