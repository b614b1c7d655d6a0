"""Every address of the site, read from the URL patterns themselves, and how to fill one in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.dunia import INSTANSI

from tolok.web.organisasi.hak import HAK

TAHUN: Final = {"instansi": INSTANSI, "tahun": 2020, "periode": "tw4"}
ISIAN: Final[dict[str, Any]] = {
    "kode": "pmks",
    "nomor": 1,
    "identitas": f"{INSTANSI}/2020/tw4/indikator:pmks/capaian",
    "kunci": "kesimpulan",
    "jenis": "pengukuran",
    "rujukan": "tw1",
    "langkah": "siap",
    "berkas": 1,
    "bentuk": "xlsx",
    "sidik": "0" * 64,
    "bacaan": "00000000-0000-0000-0000-000000000000",
    "variabel": "pmks-terpenuhi",
    "format": "csv",
}
"""What fills the parts of an address beyond the year."""


class Alamat(NamedTuple):
    """One address: its name, its parts, and what its view declares."""

    nama: str
    bagian: frozenset[str]
    aksi: str | None
    modul: str


def _jalan(pola: list[URLPattern | URLResolver], bagian: frozenset[str] = frozenset()) -> Iterator[Alamat]:
    for satu in pola:
        milik = bagian | set(satu.pattern.converters)
        if isinstance(satu, URLResolver):
            yield from _jalan(satu.url_patterns, milik)
        else:
            view = satu.callback
            yield Alamat(satu.name or "", milik, getattr(view, "aksi", None), view.__module__)


DAFTAR: Final = tuple(_jalan(get_resolver().url_patterns))
HALAMAN_TAHUN: Final = tuple(satu for satu in DAFTAR if satu.aksi in HAK and {"instansi", "tahun"} <= satu.bagian)


def isi_alamat(satu: Alamat, **ganti: Any) -> str:
    """Return the address of a page of the example; ``ganti`` replaces parts."""
    return reverse(satu.nama, kwargs={k: v for k, v in {**TAHUN, **ISIAN, **ganti}.items() if k in satu.bagian})
