"""The budget annex of an agreement, beside that of the version before."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.hasil.anggaran import TOTAL
from tolok.web.anggaran.tampil.uang import TANPA_SELISIH, Selisih, compare_uang
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tautan import TANPA_ANGKA, Penaut, TeksAngka
from tolok.web.perjanjian.tampil.versi import Versi


@dataclass(frozen=True, slots=True)
class BarisProgram:
    """A program with its pagu; ``sebelum`` and ``selisih`` stand where there is an earlier version."""

    nama: str
    sumber_dana: str
    sebelum: TeksAngka
    pagu: TeksAngka
    selisih: Selisih


@dataclass(frozen=True, slots=True)
class Lampiran:
    """The annex; ``total`` is ``None`` for a reader of a part of the budget."""

    daftar_program: tuple[BarisProgram, ...]
    total: BarisProgram | None


def make_lampiran(tampak: RencanaTampak, penaut: Penaut, versi: Versi, sebelum: Versi | None) -> Lampiran:
    """Return the programs of the annex whose sums are the reader's."""
    daftar_akar = tampak.hasil.anggaran.pohon.daftar_akar
    dana = {kode: satu.sumber_dana for kode, satu in zip(daftar_akar, versi.dokumen.daftar_program, strict=True)}
    baris = {
        kode: _baris(tampak, penaut, versi, sebelum, kode, dana.get(kode, ""))
        for kode in (*daftar_akar, TOTAL)
        if tampak.anggaran.is_uang_tampak(kode)
    }
    total = baris.pop(TOTAL, None)
    return Lampiran(tuple(baris.values()), total if baris else None)


def _baris(
    tampak: RencanaTampak, penaut: Penaut, versi: Versi, sebelum: Versi | None, kode: str, sumber_dana: str
) -> BarisProgram:
    hasil = tampak.hasil
    simpul = hasil.anggaran.simpul_per_kode.get(kode)
    pagu = hasil.pagu(kode, versi.perjanjian.edisi_pagu)
    lama = hasil.pagu(kode, sebelum.perjanjian.edisi_pagu) if sebelum is not None else None
    return BarisProgram(
        nama=simpul.nama if simpul is not None else "Jumlah",
        sumber_dana=sumber_dana,
        sebelum=TANPA_ANGKA if lama is None else penaut.angka(lama, simbol=False),
        pagu=penaut.angka(pagu, simbol=False),
        selisih=TANPA_SELISIH if lama is None else compare_uang(lama, pagu),
    )
