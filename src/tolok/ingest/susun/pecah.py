"""Cells that hold the values of several rows are split, where the columns of the row agree on how many there are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from tolok.ingest.susun.arti import NILAI, NILAI_ANGGARAN, Arti, Kolom
from tolok.ingest.susun.jenis_sel import TERTULIS, JenisSel, detect_jenis
from tolok.ingest.susun.kata import join_baris, make_kunci
from tolok.ingest.susun.petak_isi import KOSONG, Baris, Isi

_BILANGAN: Final = r"\d(?:[\d.,]*\d)?"
_UANG: Final = re.compile(rf"(?:rp|idr)\.?\s?(?:\(?-?{_BILANGAN}\)?(?:,?-+)?|-+)", re.IGNORECASE)
_UANG_POLOS: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?:,\d{1,2}(?!\d))?|(?<!\S)-(?!\S)")
_PERSEN: Final = re.compile(rf"-?{_BILANGAN}\s?%|#DIV/0!|(?<!\S)-(?!\S)")
_BERANGKA: Final = re.compile(r"\d|-\s*$|^n/?a$", re.IGNORECASE)
_BUKAN_NILAI: Final = frozenset({JenisSel.KALIMAT, JenisSel.RUMUS})
_NOMOR_BUTIR: Final = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-z])[.)]\s+")

Kamus = Mapping[str, tuple[tuple[str, ...], ...]]
"""Names by their first word, each as keys of its words: what a run of names can be parted into."""


def make_kamus(daftar_nama: Sequence[str]) -> Kamus:
    """Return the dictionary of names printed on their own somewhere in the file."""
    kamus: dict[str, dict[tuple[str, ...], None]] = {}
    for nama in daftar_nama:
        kata = _list_kunci(nama)
        if kata:
            kamus.setdefault(kata[0], {})[kata] = None
    return {awal: tuple(daftar) for awal, daftar in kamus.items()}


def split_baris(baris: Baris, daftar_kolom: Sequence[Kolom], kamus: Kamus) -> list[Baris]:
    """
    Return the rows a row stands for: itself, or one for each of the values its cells list.

    It is split only if two columns list equally many values, or one column of names and one of values do.
    """
    daftar = [
        list_nilai(isi.teks, kolom) if kolom.arti in NILAI and not isi.is_ulang else ()
        for isi, kolom in zip(baris, daftar_kolom, strict=True)
    ]
    banyak = [len(nilai) for nilai in daftar if len(nilai) > 1]
    if not banyak or min(banyak) != max(banyak):
        return [baris]
    jumlah = banyak[0]
    is_campur = any(_is_campur(nilai) for nilai in daftar)
    nama = {
        k: bagian
        for k, kolom in enumerate(daftar_kolom)
        if kolom.arti not in NILAI
        and (bagian := split_nama(baris[k].teks, jumlah, kamus))
        and not (is_campur and not _NOMOR_BUTIR.match(join_baris(baris[k].teks)))
    }
    if not nama:
        return [baris]
    hasil = []
    for urut in range(jumlah):
        hasil.append(
            [
                isi._replace(teks=daftar[k][urut])
                if len(daftar[k]) == jumlah
                else isi._replace(teks=nama[k][urut])
                if k in nama
                else isi
                if urut == 0 or isi.is_ulang
                else KOSONG
                for k, isi in enumerate(baris)
            ]
        )
    return hasil


def _is_campur(daftar: Sequence[str]) -> bool:
    """Whether a list mixes numbers with words; a word may as well be the unit or predicate of the number above."""
    berangka = sum(1 for teks in daftar if _BERANGKA.search(teks))
    return 0 < berangka < len(daftar)


def list_nilai(teks: str, kolom: Kolom) -> tuple[str, ...]:
    """Return the values a cell lists; one or none if it is a plain cell."""
    if detect_jenis(teks) in (JenisSel.KOSONG, JenisSel.STRIP, JenisSel.UANG, JenisSel.PERSEN, JenisSel.ANGKA):
        return ()
    if kolom.arti in NILAI_ANGGARAN:
        for pola in (_UANG, _UANG_POLOS, _PERSEN):
            daftar = [cocok[0] for cocok in pola.finditer(teks)]
            if len(daftar) > 1 and not re.search(r"[^\W_]", pola.sub("", teks)):
                return tuple(daftar)
    baris = [potongan.strip() for potongan in teks.split("\n") if potongan.strip()]
    is_nilai = all(
        len(potongan) <= 25 and potongan[0] not in "(%/" and detect_jenis(potongan) not in _BUKAN_NILAI
        for potongan in baris
    )
    if len(baris) > 1 and is_nilai and any(_BERANGKA.search(potongan) for potongan in baris):
        return tuple(baris)
    persen = [cocok[0] for cocok in _PERSEN.finditer(teks)]
    return tuple(persen) if len(persen) > 1 and not re.search(r"[^\W_]", _PERSEN.sub("", teks)) else ()


def split_nama(teks: str, jumlah: int, kamus: Kamus) -> tuple[str, ...]:
    """Return the ``jumlah`` names a cell lists, or none if it is not clear which."""
    if detect_jenis(teks) not in TERTULIS:
        return ()
    baris = [potongan.strip() for potongan in teks.split("\n") if potongan.strip()]
    if len(baris) == jumlah:
        return tuple(baris)
    butir = [potongan.strip() for potongan in _NOMOR_BUTIR.split(join_baris(teks)) if potongan.strip()]
    if len(butir) == jumlah:
        return tuple(butir)
    kelompok = _group_baris(baris)
    if len(kelompok) == jumlah:
        return kelompok
    return _split_kamus(join_baris(teks), jumlah, kamus)


def _group_baris(baris: Sequence[str]) -> tuple[str, ...]:
    """Return the names of lines that were wrapped: one that begins in small letters goes on with the line above."""
    hasil: list[str] = []
    for potongan in baris:
        if hasil and (potongan[0].islower() or hasil[-1].split()[-1] in ("dan", "dan/atau", "serta", "di", "bagi")):
            hasil[-1] += f" {potongan}"
        else:
            hasil.append(potongan)
    return tuple(hasil)


def _split_kamus(teks: str, jumlah: int, kamus: Kamus) -> tuple[str, ...]:
    """Return the one way to read a run of words as so many known names; none if there is no way, or another one."""
    kata = teks.split()
    kunci = [make_kunci(k) for k in kata]
    cara: list[dict[int, list[tuple[int, ...]]]] = [{} for _ in range(len(kata) + 1)]
    cara[0][0] = [()]
    for awal in range(len(kata)):
        for panjang in _list_panjang(kunci, awal, kamus):
            for banyak, jejak in cara[awal].items():
                if banyak < jumlah:
                    tempat = cara[awal + panjang].setdefault(banyak + 1, [])
                    tempat += [(*j, awal) for j in jejak][: 2 - len(tempat)]
    daftar = cara[len(kata)].get(jumlah, [])
    if len(daftar) != 1:
        return ()
    batas = [*daftar[0], len(kata)]
    return tuple(" ".join(kata[i:j]) for i, j in pairwise(batas))


def _list_panjang(kunci: Sequence[str], awal: int, kamus: Kamus) -> set[int]:
    """Return how many words each known name that begins at a place takes there; words of marks only do not count."""
    hasil = set()
    for nama in kamus.get(kunci[awal], ()):
        k, urut = awal, 0
        while urut < len(nama) and k < len(kunci) and (not kunci[k] or kunci[k] == nama[urut]):
            urut += bool(kunci[k])
            k += 1
        if urut == len(nama):
            hasil.add(k - awal)
    return hasil


def _list_kunci(nama: str) -> tuple[str, ...]:
    return tuple(filter(None, (make_kunci(kata) for kata in nama.split())))


def is_nama_tunggal(isi: Isi, kolom: Kolom) -> bool:
    """Whether a cell may serve as a name on its own: words in a column of programs and the like."""
    return kolom.arti in (Arti.PROGRAM, Arti.KEGIATAN, Arti.SUBKEGIATAN, Arti.PROGRAM_KEGIATAN, Arti.INDIKATOR) and (
        detect_jenis(isi.teks) in TERTULIS
    )
