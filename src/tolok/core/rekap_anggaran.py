"""
The budget added up: from the leaves only, level by level, with the story of every sum.

A percentage of budget is always a total over a total. Told in ``docs/rumus/anggaran.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from tolok.core.anggaran import Pemetaan, SifatProgram, SimpulAnggaran
from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.jejak import Jejak, get_nilai
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Nilai,
    TidakDapatDihitung,
)
from tolok.core.pohon import Pohon
from tolok.core.satuan import RUPIAH

_BATAS_SEBUT: Final = 3


class UangBukanDaun(ValueError):
    """Money was recorded at a node that has nodes below it; only leaves carry money."""


class KodeTakDikenal(ValueError):
    """A mapping names a budget node that does not exist."""


class BarisUang(NamedTuple):
    """An amount recorded at a leaf, in sen, with its source; ``asal`` is its identity if its own period is another."""

    kode: str
    sen: int
    uraian: str
    sumber: str = ""
    asal: str | None = None


def roll_up(
    pohon: Pohon,
    daftar_baris: Iterable[BarisUang],
    *,
    nama_per_kode: Mapping[str, str],
    make_identitas: Callable[[str], str],
    operasi: str,
    wajib: frozenset[str] = frozenset(),
) -> dict[str, Jejak]:
    """
    Return, for every node, the step that adds up its leaves; one pass over the tree.

    A leaf of ``wajib`` without an amount is ``BelumAda`` and so is everything above it: an incomplete sum is not
    printed as a total. Other leaves without an amount stay out. Steps of lower nodes are shared: memory is linear.

    :param make_identitas: the identity of the sum at a node
    :param operasi: the word of the step, ``pagu`` or ``realisasi_anggaran``
    :param wajib: leaves that must have an amount
    :raises UangBukanDaun: if an amount stands at a node with nodes below it, or at an unknown one
    :source: domain handbook 13.4 and 9.7
    """
    baris_per_kode: dict[str, list[BarisUang]] = {}
    for baris in daftar_baris:
        if pohon.anak_per_id.get(baris.kode) != ():
            raise UangBukanDaun(
                f"{baris.uraian} tercatat pada {baris.kode}, yang bukan simpul paling bawah anggaran; "
                "catat uang pada simpul paling bawahnya saja."
            )
        baris_per_kode.setdefault(baris.kode, []).append(baris)
    jejak_per_kode: dict[str, Jejak] = {}
    for kode in pohon.daftar_pascaurut:
        nama, identitas = nama_per_kode[kode], make_identitas(kode)
        if pohon.is_daun(kode):
            jejak = _jejak_daun(baris_per_kode.get(kode, []), nama, identitas, operasi, wajib=kode in wajib)
        else:
            daftar_anak = tuple(jejak_per_kode[anak] for anak in pohon.anak_per_id[kode])
            jejak = sum_jejak(daftar_anak, label=nama, identitas=identitas, operasi=operasi)
        jejak_per_kode[kode] = jejak
    return jejak_per_kode


def sum_jejak(
    daftar: Sequence[Jejak], *, label: str, identitas: str, operasi: str, catatan: str | None = None
) -> Jejak:
    """
    Return the step that adds amounts up, in rupiah.

    An amount that is due but missing (``BelumAda``) stops the sum and is named; one that nobody budgeted
    (``TidakDapatDihitung``) stays out, and if nothing is left the sum is not computable either.

    :source: domain handbook 13.4
    """
    ada = tuple([jejak for jejak in daftar if isinstance(jejak.nilai, Bilangan)])
    nilai: Nilai
    if len(ada) < len(daftar) and (kurang := [j.uraian for j in daftar if isinstance(j.nilai, BelumAda)]):
        ekor = f" dan {len(kurang) - _BATAS_SEBUT} lainnya" if len(kurang) > _BATAS_SEBUT else ""
        pesan = f"{_kapital(label)} belum lengkap: {'; '.join(kurang[:_BATAS_SEBUT])}{ekor}."
        nilai, ada = BelumAda(AlasanBelumAda.BELUM_DIISI, pesan), tuple(daftar)
    elif not ada:
        nilai = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, f"{_kapital(label)}: tidak ada jumlah yang dicatat.")
    else:
        nilai = _rupiah(sum((j.nilai.angka for j in ada if isinstance(j.nilai, Bilangan)), NOL))
    return Jejak(f"{operasi}.jumlah", label, nilai, ada, identitas, catatan=catatan)


def compute_persen(
    *, bagian: Jejak, seluruh: Jejak, label: str, identitas: str, operasi: str, catatan: str | None = None
) -> Jejak:
    """
    Return the step that divides one amount by another, in points of percent (serapan, share of a total).

    :param catatan: what the total is, by name (edition, scope)
    :source: domain handbook 9.7: total over total, never a mean of percentages
    """
    nilai: Nilai
    if not isinstance(bagian.nilai, Bilangan):
        nilai = get_nilai(bagian)
    elif not isinstance(seluruh.nilai, Bilangan):
        nilai = get_nilai(seluruh)
    elif not seluruh.nilai.angka:
        nilai = TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, f"{_kapital(seluruh.uraian)} bernilai nol.")
    else:
        nilai = Bilangan(bagian.nilai.angka / seluruh.nilai.angka * SERATUS, "%")
    return Jejak(operasi, label, nilai, (bagian, seluruh), identitas, catatan=catatan)


class PetaAnggaran(NamedTuple):
    """
    Which budget serves what, as the highest nodes that serve it wholly.

    ``kode_penunjang`` and ``kode_tanpa_sasaran`` serve no sasaran: the first by nature, the second for want of a link.
    ``kode_berbagi`` serve more than one node of the plan and count in each of them.
    """

    kode_per_simpul: dict[str, tuple[str, ...]]
    kode_per_indikator: dict[str, tuple[str, ...]]
    kode_penunjang: tuple[str, ...]
    kode_tanpa_sasaran: tuple[str, ...]
    kode_berbagi: frozenset[str]


_PENUNJANG: Final = (("penunjang", ""),)
_TANPA_SASARAN: Final = (("tanpa_sasaran", ""),)


def build_peta(
    pohon: Pohon,
    *,
    daftar_anggaran: Iterable[SimpulAnggaran],
    daftar_pemetaan: Iterable[Pemetaan],
    simpul_per_indikator: Mapping[str, str],
) -> PetaAnggaran:
    """
    Return the mapping of one edition, resolved: every leaf follows the nearest mapped node at or above it.

    :param daftar_pemetaan: the rows of one mapping edition; a row with an indicator alone also serves its node, a row
        with neither takes its budget out of what stands above it
    :raises KodeTakDikenal: if a row names a budget node that does not exist
    :source: domain handbook 10 (last rule) and 13.5
    """
    layanan_per_kode: dict[str, dict[tuple[str, str], None]] = {}
    for baris in daftar_pemetaan:
        if baris.kode not in pohon.induk_per_id:
            raise KodeTakDikenal(f"Pemetaan {baris.edisi} menyebut kode anggaran {baris.kode} yang tidak ada.")
        simpul = baris.simpul or simpul_per_indikator.get(baris.indikator, "")
        layanan_per_kode.setdefault(baris.kode, {})[simpul, baris.indikator] = None
    penunjang = {baris.kode for baris in daftar_anggaran if baris.sifat is SifatProgram.PENUNJANG}
    layanan: dict[str, tuple[tuple[str, str], ...]] = {}
    for kode in pohon.telusuri():
        induk = pohon.induk_per_id[kode]
        if induk in penunjang:
            penunjang.add(kode)
        sendiri = tuple(tujuan for tujuan in layanan_per_kode.get(kode, ()) if any(tujuan))
        if sendiri:
            layanan[kode] = sendiri
        elif kode in layanan_per_kode or not induk or layanan[induk] in (_PENUNJANG, _TANPA_SASARAN):
            layanan[kode] = _PENUNJANG if kode in penunjang else _TANPA_SASARAN
        else:
            layanan[kode] = layanan[induk]
    seragam: dict[str, tuple[tuple[str, str], ...] | None] = {}
    for kode in pohon.daftar_pascaurut:
        bawah = {seragam[anak] for anak in pohon.anak_per_id[kode]} or {layanan[kode]}
        seragam[kode] = bawah.pop() if len(bawah) == 1 else None
    return _susun_peta(pohon, seragam)


def _susun_peta(pohon: Pohon, seragam: Mapping[str, tuple[tuple[str, str], ...] | None]) -> PetaAnggaran:
    per_simpul: dict[str, dict[str, None]] = {}
    per_indikator: dict[str, dict[str, None]] = {}
    penunjang: list[str] = []
    tanpa_sasaran: list[str] = []
    berbagi: set[str] = set()
    for kode in pohon.telusuri():
        layanan, induk = seragam[kode], pohon.induk_per_id[kode]
        if layanan is None or (induk and seragam[induk] is not None):
            continue
        if layanan == _PENUNJANG:
            penunjang.append(kode)
            continue
        if layanan == _TANPA_SASARAN:
            tanpa_sasaran.append(kode)
            continue
        for simpul, indikator in layanan:
            if simpul:
                per_simpul.setdefault(simpul, {})[kode] = None
            if indikator:
                per_indikator.setdefault(indikator, {})[kode] = None
        if len({simpul for simpul, _ in layanan}) > 1 or len({indikator for _, indikator in layanan}) > 1:
            berbagi.add(kode)
    return PetaAnggaran(
        kode_per_simpul={simpul: tuple(isi) for simpul, isi in per_simpul.items()},
        kode_per_indikator={indikator: tuple(isi) for indikator, isi in per_indikator.items()},
        kode_penunjang=tuple(penunjang),
        kode_tanpa_sasaran=tuple(tanpa_sasaran),
        kode_berbagi=frozenset(berbagi),
    )


def _jejak_daun(daftar_baris: Sequence[BarisUang], nama: str, identitas: str, operasi: str, *, wajib: bool) -> Jejak:
    nilai: Nilai
    if len(daftar_baris) == 1:
        baris = daftar_baris[0]
        rupiah, sumber = _rupiah(Angka(baris.sen, 100)), baris.sumber or None
        anak = (Jejak(operasi, nama, rupiah, (), baris.asal, sumber),) if baris.asal else ()
        return Jejak(operasi, nama, rupiah, anak, identitas, sumber)
    if daftar_baris:
        daftar_anak = tuple(
            Jejak(operasi, baris.uraian, _rupiah(Angka(baris.sen, 100)), (), None, baris.sumber or None)
            for baris in daftar_baris
        )
        nilai = _rupiah(Angka(sum(baris.sen for baris in daftar_baris), 100))
        return Jejak(f"{operasi}.jumlah", nama, nilai, daftar_anak, identitas)
    if wajib:
        nilai = BelumAda(AlasanBelumAda.BELUM_DIISI, f"{nama} belum diisi.")
    else:
        nilai = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, f"{nama}: tidak ada jumlah yang dicatat.")
    return Jejak(operasi, nama, nilai, (), identitas)


def _kapital(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _rupiah(angka: Angka) -> Bilangan:
    return Bilangan(angka, RUPIAH)
