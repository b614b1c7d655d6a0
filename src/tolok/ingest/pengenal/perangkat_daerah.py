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
    r"|rumah\s+sakit|rsud|puskesmas|kantor|bagian)\b(?:,?\s+[\w,/&()-]+){0,14}?)"
    r"(?P<wilayah>\s+(?:kota|kabupaten|kab\.?|provinsi|prov\.?)\s+\w+(?:\s+(?:selatan|utara|barat|timur|tengah|tenggara|raya|hulu|hilir"
    r"|jaya|besar|agung|baru|pinang|tinggi))?)?(?=\s*(?:$|[.;:]|\b(?:pemerintah|tahun|periode|triwulan|tw|nomor|jl|jalan)\b))",
    re.IGNORECASE,
)
_PENGHUBUNG: Final = frozenset({"dan", "di", "serta", "pada", "untuk", "dan/atau"})
_SEBARIS: Final = 300
_WAJAR: Final = 120
_WILAYAH: Final = re.compile(r"\b(?:kota|kabupaten|kab\.?|provinsi)\s+(\w+)", re.IGNORECASE)
_AKHIR: Final = re.compile(r"\s*(?:pemerintah|tahun|periode)\b.*", re.IGNORECASE)


def find_perangkat_daerah(daftar_teks: Iterable[str]) -> str:
    """
    Return the agency that lines of a title page or a form head name, as printed; ``""`` without one.

    A line "Instansi : …" is believed before any other.
    """
    daftar: list[str] = []
    for teks in daftar_teks:
        if cocok := _INSTANSI.match(teks):
            return _AKHIR.sub("", join_baris(cocok["nama"])).strip(" .,")
        rapi = join_baris(teks)
        if len(rapi) <= _SEBARIS:
            daftar += [nama for ketemu in _NAMA.finditer(rapi) if (nama := _read_nama(ketemu))][:1]
    # A title page breaks a long name over lines; where it is whole, it is longest.
    sama = [nama for nama in daftar if is_instansi_sama(nama, daftar[0])]
    return max((nama for nama in sama if len(nama) <= _WAJAR), key=len, default=next(iter(sama), ""))


def is_instansi_sama(satu: str, dua: str) -> bool:
    """
    Whether two names may be of one agency: one is unknown, or they begin alike and name no different region.

    Documents shorten names ("Dinas Sosial PPPA"), so only the first two words count.
    """
    if not satu or not dua:
        return True
    wilayah = [cocok[1].casefold() if (cocok := _WILAYAH.search(nama)) else None for nama in (satu, dua)]
    if None not in wilayah and wilayah[0] != wilayah[1]:
        return False
    return re.findall(r"\w+", satu.casefold())[:2] == re.findall(r"\w+", dua.casefold())[:2]


def _read_nama(ketemu: re.Match[str]) -> str:
    """
    Return a name found in a line, up to the first word that is not written as part of a name.

    "tugas dinas lain" is no name, and "…, sebagaimana telah diubah" does not belong to one.
    """
    kata = f"{ketemu['nama']}{ketemu['wilayah'] or ''}".split()
    akhir = next((k for k, satu in enumerate(kata) if satu[0].islower() and satu not in _PENGHUBUNG), len(kata))
    nama = " ".join(kata[:akhir]).strip(" .,")
    return nama if akhir > 1 and nama[0].isupper() else ""
