"""What a page of the budget was asked for: whose eyes, which period, which edition of the pagu."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from tolok.core.anggaran import EdisiPagu
from tolok.core.hasil.rujukan import get_edisi_laporan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.periode import ROMAWI, Periode
from tolok.web.anggaran.queries import list_kode_edisi_konsep
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tautan import Penaut


@dataclass(frozen=True)
class Pilihan:
    """The reader, the period and the editions of a page; ``edisi`` is the one that percentages are taken of."""

    tampak: RencanaTampak
    penaut: Penaut
    daftar_edisi: tuple[EdisiPagu, ...]
    edisi: EdisiPagu

    @property
    def hasil(self) -> HasilTahun:
        """The computed year."""
        return self.tampak.hasil

    @property
    def periode(self) -> Periode:
        """The period of the address."""
        return self.tampak.konteks.periode

    @property
    def is_edisi_laporan(self) -> bool:
        """Whether the edition is the one of the yearly report."""
        return self.edisi.id == get_edisi_laporan(self.hasil.data)


def list_edisi_tampak(tampak: RencanaTampak) -> tuple[EdisiPagu, ...]:
    """Return the editions the reader may see, by number: drafts only with the right to see drafts."""
    konteks = tampak.konteks
    konsep = frozenset() if konteks.is_boleh("draf.lihat") else list_kode_edisi_konsep(konteks.tahun)
    daftar = (edisi for edisi in tampak.hasil.data.daftar_edisi_pagu if edisi.id not in konsep)
    return tuple(sorted(daftar, key=lambda satu: satu.nomor))


def make_pilihan(konteks: Konteks, kode_edisi: str = "") -> Pilihan | None:
    """
    Return what a page stands on; ``None`` if there is no edition of the pagu to show.

    :param kode_edisi: the edition asked for; ``""``: the one that governs the period
    :raises Http404: if there is no such edition, or it is not for this reader
    """
    tampak = RencanaTampak(konteks)
    daftar_edisi = list_edisi_tampak(tampak)
    if not daftar_edisi:
        return None
    per_kode = {edisi.id: edisi for edisi in daftar_edisi}
    if kode_edisi and kode_edisi not in per_kode:
        raise Http404(TIDAK_ADA)
    bawaan = tampak.hasil.anggaran.edisi_untuk(konteks.periode) or get_edisi_laporan(tampak.hasil.data)
    edisi = per_kode.get(kode_edisi or bawaan, daftar_edisi[-1])
    return Pilihan(tampak, Penaut(konteks), daftar_edisi, edisi)


def list_periode(periode: Periode) -> tuple[Periode, ...]:
    """Return the quarters up to a period; the year stands in place of its last quarter."""
    if periode.is_tahunan:
        return (*(Periode(periode.tahun, triwulan) for triwulan in (1, 2, 3)), periode)
    return tuple(Periode(periode.tahun, triwulan) for triwulan in range(1, periode.triwulan + 1))


def nama_periode(periode: Periode) -> str:
    """Return the head of a column: ``TW II``, or ``Setahun``."""
    return f"TW {ROMAWI[periode.triwulan]}" if periode.triwulan else "Setahun"
