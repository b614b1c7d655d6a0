"""Whose document it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tolok.ingest.susun.kata import join_baris

_INSTANSI: Final = re.compile(
    r"\W*(?:nama\s+)?(?:instansi|perangkat\s+daerah|opd|skpd|unit\s+(?:organisasi|kerja)|satuan\s+kerja)\s*:\s*(?P<nama>[^:;]{4,150})",
    re.IGNORECASE,
)
_NAMA: Final = re.compile(
    r"\b(?P<nama>(?:dinas|badan|inspektorat|kecamatan|kelurahan|sekretariat\s+(?:daerah|dprd)|satuan\s+polisi\s+pamong\s+praja"
    r"|rumah\s+sakit|rsud|puskesmas|kantor|bagian)\b(?:[^\S\n]*[\w,/&()-]+){0,14}?)"
    r"(?P<wilayah>\s+(?:kota|kabupaten|kab\.?|provinsi|prov\.?)\s+\w+(?:\s+(?:selatan|utara|barat|timur|tengah|tenggara|raya|hulu|hilir"
    r"|jaya|besar|agung|baru|pinang|tinggi))?)?(?=\s*(?:$|[.;:]|\b(?:pemerintah|tahun|periode|triwulan|tw|nomor|jl|jalan)\b))",
    re.IGNORECASE,
)
_AKHIR: Final = re.compile(r"\s*(?:pemerintah|tahun|periode)\b.*", re.IGNORECASE)


def find_perangkat_daerah(daftar_teks: Iterable[str]) -> str:
    """
    Return the agency that lines of a title page or a form head name, as printed; ``""`` without one.

    A line "Instansi : …" is believed before any other.
    """
    kandidat = ""
    for teks in daftar_teks:
        if cocok := _INSTANSI.match(teks):
            return _AKHIR.sub("", join_baris(cocok["nama"])).strip(" .,")
        rapi = join_baris(teks)
        if not kandidat and len(rapi) <= 300 and (ketemu := _NAMA.search(rapi)):
            kandidat = f"{ketemu['nama']}{ketemu['wilayah'] or ''}".strip(" .,")
    return kandidat
