"""Names of one thing that drift between tables and documents of an agency."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from tolok.core.bacaan.dokumen import Tingkat
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import Kesamaan, compare_nama, make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

DRIFT: Final = Aturan(
    "nama.berbeda",
    "Nama yang sama ditulis berbeda di tempat lain",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran III: keselarasan dokumen perencanaan dan laporan",
)
_BANYAK: Final = 5
"""More drifting names than these are told in one finding."""
_KATA_TERPOTONG: Final = 3
_Tempat = tuple[str, int, int | None]


class _Nama(NamedTuple):
    """One way of writing a name, where it first stands, and every table that has it."""

    nama: str
    letak: LetakTemuan
    tempat: set[_Tempat]


def periksa_antar(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """
    Yield names of indicators, programs and kegiatan that mean the same but are written otherwise (letter case aside).

    Two names that stand in one table are two things. A name that lacks its last word counts as drift of the whole one.
    """
    pasangan = list(_list_drift(_kumpulkan(daftar_bahan)))
    if len(pasangan) > _BANYAK:
        contoh = "; ".join(f"“{satu.nama}” dan “{dua.nama}”" for satu, dua in pasangan[:3])
        yield DRIFT.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=pasangan[0][0].letak,
            letak_lain=tuple(n.letak for p in pasangan for n in p)[1:],
            tercetak=pasangan[0][0].nama,
            pesan=f"{len(pasangan)} nama ditulis dengan lebih dari satu cara, antara lain {contoh}.",
        )
        return
    for satu, dua in pasangan:
        yield DRIFT.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=satu.letak,
            letak_lain=(dua.letak,),
            tercetak=satu.nama,
            pesan=f"“{satu.nama}” di tempat lain ditulis “{dua.nama}”; pakai satu nama.",
        )


def _kumpulkan(daftar_bahan: tuple[Bahan, ...]) -> dict[str, dict[str, _Nama]]:
    """Return, for indicators and for each level of budget rows, the names by their words in lower case."""
    hasil: dict[str, dict[str, _Nama]] = {}
    for nomor, bahan in enumerate(daftar_bahan):
        daftar = [("indikator", i.nama, i.letak, i.tabel) for i in bahan.dokumen.indikator]
        daftar += [
            (a.tingkat.value, a.nama, a.letak, a.tabel)
            for a in bahan.dokumen.anggaran
            if a.tingkat is not Tingkat.TOTAL
        ]
        for jenis, tercetak, letak, tabel in daftar:
            nama = " ".join(tercetak.split())
            baru = _Nama(nama, bahan.di(letak), set())
            hasil.setdefault(jenis, {}).setdefault(nama.casefold(), baru).tempat.add((bahan.berkas, nomor, tabel))
    return hasil


def _list_drift(per_jenis: dict[str, dict[str, _Nama]]) -> Iterator[tuple[_Nama, _Nama]]:
    """Yield pairs that mean the same, each name once."""
    for per_kata in per_jenis.values():
        sudah: set[str] = set()
        for satu, dua in (*_list_terpotong(per_kata), *_list_serupa(per_kata)):
            if not {satu.nama, dua.nama} & sudah and not satu.tempat & dua.tempat:
                sudah |= {satu.nama, dua.nama}
                yield satu, dua


def _list_terpotong(per_kata: dict[str, _Nama]) -> Iterator[tuple[_Nama, _Nama]]:
    """Yield names with the same name without its last word."""
    for kata, panjang in per_kata.items():
        awal = kata.rpartition(" ")[0]
        if awal in per_kata and awal.count(" ") + 1 >= _KATA_TERPOTONG:
            yield per_kata[awal], panjang


def _list_serupa(per_kata: dict[str, _Nama]) -> Iterator[tuple[_Nama, _Nama]]:
    """Yield names that differ in abbreviations, renamed terms, or a letter or two."""
    per_panjang: dict[int, list[_Nama]] = {}
    for kata, satu in per_kata.items():
        per_panjang.setdefault(len(make_kunci_serupa(kata).split()), []).append(satu)
    for kelompok in per_panjang.values():
        for satu, dua in combinations(kelompok, 2):
            if _huruf(satu) != _huruf(dua) and compare_nama(satu.nama, dua.nama) is not Kesamaan.BEDA:
                yield satu, dua


def _huruf(satu: _Nama) -> str:
    """Return the letters and digits alone: a comma more or less is no drift."""
    return "".join(h for h in satu.nama.casefold() if h.isalnum())
