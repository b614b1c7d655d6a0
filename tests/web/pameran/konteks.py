"""A context as ``perencanaan.konteks`` makes it, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from tolok.core.periode import Periode


@dataclass(frozen=True)
class KonteksPameran:
    """The agency, year and period of an address; ``dilarang`` are actions its reader has no right to."""

    instansi: str
    periode: Periode
    dilarang: frozenset[str] = frozenset()
    daftar_tahun: tuple[int, ...] = (2023, 2020)

    @property
    def tahun(self) -> Any:
        """What the frame reads of the year."""
        organisasi = SimpleNamespace(nama="Dinas Sosial", nama_pendek="Dinas Sosial, PPPA Kota Probolinggo")
        return SimpleNamespace(organisasi=organisasi, instansi=SimpleNamespace(zona="Asia/Jakarta"))

    def is_boleh(self, aksi: str) -> bool:
        """Whether the reader may do this."""
        return aksi not in self.dilarang

    def is_boleh_membuka(self, view: object) -> bool:
        """Whether the reader may open a page."""
        aksi = getattr(view, "aksi", None)
        return aksi is None or self.is_boleh(aksi)


def make_konteks_pameran(instansi: str, tahun: int, periode: str) -> KonteksPameran:
    """Return the context of an address."""
    return KonteksPameran(instansi, Periode(tahun, 0 if periode == "tahun" else int(periode[2:])))
