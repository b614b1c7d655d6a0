"""The editions of the conventions of a year, with who set each, when and why."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tolok.web.audit.models import Catatan
from tolok.web.perencanaan.models import EdisiKebijakan, TahunKinerja
from tolok.web.perencanaan.operations.kebijakan import PERBUATAN, make_objek


@dataclass(frozen=True, slots=True)
class CatatanKebijakan:
    """One edition; ``catatan`` is the entry of the history that made it, ``None`` for one that came with a package."""

    edisi: EdisiKebijakan
    catatan: Catatan | None
    alasan: str


def list_riwayat_kebijakan(tahun: TahunKinerja) -> tuple[CatatanKebijakan, ...]:
    """Return the editions of a year, the latest first (two queries)."""
    daftar_catatan = Catatan.objects.filter(
        rantai__kode=tahun.instansi.kode, objek=make_objek(tahun), perbuatan=PERBUATAN
    )
    per_nomor = {}
    for catatan in daftar_catatan.order_by("nomor"):
        isi = json.loads(catatan.isi)
        per_nomor[isi["nomor"]] = (catatan, isi["alasan"])
    return tuple(
        CatatanKebijakan(edisi, *per_nomor.get(edisi.nomor, (None, "")))
        for edisi in tahun.daftar_kebijakan.order_by("-nomor")
    )
