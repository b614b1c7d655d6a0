"""Which plan edition the tree shows: the one in force, or another one, computed as if it were."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import Http404

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.rencana import EdisiRencana
from tolok.web.perencanaan.konteks import TIDAK_ADA


@dataclass(frozen=True, slots=True)
class PilihanEdisi:
    """The edition that is shown with the year read by it; ``is_berlaku`` says whether the year reports on it."""

    edisi: EdisiRencana
    is_berlaku: bool
    hasil: HasilTahun


def choose_edisi(hasil: HasilTahun, kode: str) -> PilihanEdisi:
    """
    Return the edition of this code (``""``: the one in force).

    :raises Http404: if the year has none of this code
    """
    kode = kode or hasil.data.rencana_berlaku
    edisi = next((satu for satu in hasil.data.daftar_edisi_rencana if satu.id == kode), None)
    if edisi is None:
        raise Http404(TIDAK_ADA)
    if edisi.id == hasil.data.rencana_berlaku:
        return PilihanEdisi(edisi, True, hasil)
    data = replace(hasil.data, rencana_berlaku=edisi.id, pemetaan_berlaku=_find_pemetaan(hasil.data, edisi.id))
    return PilihanEdisi(edisi, False, HasilTahun(data))


def _find_pemetaan(data: TahunInstansi, edisi: str) -> str:
    """Return the mapping edition that leads to nodes of a plan edition, ``""`` if there is none."""
    simpul = {satu.id for satu in data.daftar_simpul if satu.edisi == edisi}
    daftar = (satu.edisi for satu in data.daftar_pemetaan if satu.simpul in simpul)
    return next(daftar, "")
