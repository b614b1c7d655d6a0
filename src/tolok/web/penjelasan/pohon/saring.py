"""Looking for rows of the tree: by words, and by what a node lacks; ancestors of what is found stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.nama import make_kunci_nama
from tolok.web.penjelasan.pohon.baris import KATA_JENIS, KATA_KEKURANGAN, BarisPohon, Jenis, Kekurangan

PERLU_DIPERIKSA: Final = "tanda"
SARINGAN: Final = {
    PERLU_DIPERIKSA: "Perlu diperiksa",
    Kekurangan.INDUK.value: "Simpul tanpa induk",
    Kekurangan.INDIKATOR.value: "Simpul tanpa indikator",
    Kekurangan.PEMILIK.value: "Simpul tanpa pemilik",
}
_ANGGARAN: Final = (Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUBKEGIATAN)


def put_tanda(daftar: Sequence[BarisPohon]) -> tuple[tuple[BarisPohon, ...], tuple[str, ...]]:
    """
    Return the rows with the badges of what they lack, and in sentences what no budget node of a level has.

    What all nodes of a level lack is said once and not in a badge at each of them; the filter still finds it.
    """
    banyak = Counter({baris.jenis: 0 for baris in daftar})
    kurang: Counter[tuple[Jenis, Kekurangan]] = Counter()
    for baris in daftar:
        banyak[baris.jenis] += 1
        kurang.update((baris.jenis, satu) for satu in baris.kekurangan)
    merata = {
        (jenis, satu) for (jenis, satu), n in kurang.items() if jenis in _ANGGARAN and n == banyak[jenis] and n > 1
    }
    bertanda = tuple(
        replace(
            baris,
            daftar_tanda=tuple(s for s in Kekurangan if s in baris.kekurangan and (baris.jenis, s) not in merata),
        )
        for baris in daftar
    )
    kalimat = tuple(
        f"{KATA_KEKURANGAN[satu]}: semua {_sebut(daftar_jenis)}."
        for satu in Kekurangan
        if (daftar_jenis := [KATA_JENIS[jenis].lower() for jenis in _ANGGARAN if (jenis, satu) in merata])
    )
    return bertanda, kalimat


def filter_baris(daftar: Sequence[BarisPohon], *, cari: str, saring: str) -> tuple[tuple[BarisPohon, ...], int]:
    """
    Return the rows that match, with the rows above them, and how many matched.

    :param cari: words that must all stand in the name, the code, the owner or the indicator (``""``: any)
    :param saring: a key of ``SARINGAN`` (``""``: any)
    """
    daftar_kata = make_kunci_nama(cari).split()
    if not daftar_kata and not saring:
        return tuple(daftar), len(daftar)
    per_id = {baris.id: baris for baris in daftar}
    terlihat: set[str] = set()
    jumlah = 0
    for baris in daftar:
        if not (_is_cocok(baris, daftar_kata) and _is_kurang(baris, saring)):
            continue
        jumlah += 1
        kini: BarisPohon | None = baris
        while kini is not None and kini.id not in terlihat:
            terlihat.add(kini.id)
            kini = per_id.get(kini.induk)
    berinduk = {baris.induk for baris in daftar if baris.id in terlihat}
    return (
        tuple(replace(baris, has_anak=baris.id in berinduk) for baris in daftar if baris.id in terlihat),
        jumlah,
    )


def limit_baris(
    daftar: Sequence[BarisPohon], *, batas: int, dibuka: str, make_alamat: Callable[[str], str]
) -> tuple[BarisPohon, ...]:
    """
    Return a long tree without what is below its programs, each with the address that shows it.

    :param batas: up to so many rows nothing is left out
    :param dibuka: the code of the program whose rows are shown all the same
    """
    if len(daftar) <= batas:
        return tuple(daftar)
    per_id = {baris.id: baris for baris in daftar}
    hasil = []
    for baris in daftar:
        if (program := _program_di_atas(baris, per_id)) is None or program.kode == dibuka:
            tertutup = baris.jenis is Jenis.PROGRAM and baris.has_anak and baris.kode != dibuka
            hasil.append(replace(baris, has_anak=False, bawah=make_alamat(baris.kode)) if tertutup else baris)
    return tuple(hasil)


def _program_di_atas(baris: BarisPohon, per_id: Mapping[str, BarisPohon]) -> BarisPohon | None:
    kini = per_id.get(baris.induk)
    while kini is not None and kini.jenis is not Jenis.PROGRAM:
        kini = per_id.get(kini.induk)
    return kini


def describe_isi(daftar: Sequence[BarisPohon], daftar_anggaran: Iterable[Jenis]) -> str:
    """
    Return how many nodes of each level there are; a node that stands twice counts once.

    :param daftar_anggaran: the level of every budget node, also of programs of which only parts stand in the tree
    """
    banyak: Counter[Jenis] = Counter(jenis for jenis, _ in {(b.jenis, b.kode) for b in daftar})
    for jenis in _ANGGARAN:
        banyak[jenis] = 0
    banyak.update(daftar_anggaran)
    return ", ".join(
        f"{format_angka(Angka(banyak[jenis]))} {KATA_JENIS[jenis].lower()}"
        for jenis in (Jenis.SASARAN, Jenis.INDIKATOR, *_ANGGARAN)
        if banyak[jenis]
    )


def _sebut(daftar: Sequence[str]) -> str:
    return " dan ".join(satu for satu in (", ".join(daftar[:-1]), daftar[-1]) if satu)


def _is_cocok(baris: BarisPohon, daftar_kata: Sequence[str]) -> bool:
    teks = make_kunci_nama(f"{baris.nama} {baris.kode} {baris.pemilik} {baris.keterangan}")
    return all(kata in teks for kata in daftar_kata)


def _is_kurang(baris: BarisPohon, saring: str) -> bool:
    if not saring:
        return True
    if saring == PERLU_DIPERIKSA:
        return bool(baris.daftar_tanda)
    return Kekurangan(saring) in baris.kekurangan
