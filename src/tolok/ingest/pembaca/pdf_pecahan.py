"""
Fractions as they are printed: words, a rule, words. They become one word of LaTeX at the height of the rule.

An underlined name has words above and below its rule too; a fraction has in addition an equals sign, a factor or the
like beside the rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tolok.ingest.pembaca.pdf_halaman import Garis, Kata
from tolok.ingest.pembaca.pdf_teks import gabung, susun_baris

_TANDA: Final = re.compile(r"[=×*÷+−–-]|[x=]?100%?|x|%")
_PENDEK: Final = 8.0
_PANJANG: Final = 420.0
_LEWAT: Final = 4.0
_SAMPING: Final = 45.0
_BARIS_TERBANYAK: Final = 5
_GARIS_TERBANYAK: Final = 300
_LOLOS: Final = str.maketrans({"%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "$": r"\$"})


def rangkai_pecahan(daftar: list[Kata], garis: Sequence[Garis]) -> list[Kata]:
    """Return the words of a cell, or of the page outside cells, with those of every fraction made one."""
    for satu in garis[:_GARIS_TERBANYAK]:
        if _PENDEK <= satu.akhir - satu.awal <= _PANJANG:
            daftar = _rangkai(daftar, satu)
    return daftar


def _rangkai(daftar: list[Kata], garis: Garis) -> list[Kata]:
    kiri, kanan = garis.awal, garis.akhir
    sekitar = [k for k in daftar if k.arah == 0 and k.x1 > kiri - _SAMPING and k.x0 < kanan + _SAMPING]
    samping = [k for k in sekitar if k.atas - 1 < garis.letak < k.bawah + 1 and (k.x1 < kiri or k.x0 > kanan)]
    if not any(_TANDA.fullmatch(kata.teks) for kata in samping):
        return daftar
    lain = [kata for kata in sekitar if all(kata is not satu for satu in samping)]
    atas = _bagian([kata for kata in lain if kata.tengah_y < garis.letak], garis, ke_atas=True)
    bawah = _bagian([kata for kata in lain if kata.tengah_y > garis.letak], garis, ke_atas=False)
    if not atas or not bawah:
        return daftar
    ukuran = atas[0].ukuran
    teks = rf"$\frac{{{_latex(atas)}}}{{{_latex(bawah)}}}$"
    pecahan = Kata(teks, garis.awal, garis.akhir, garis.letak - ukuran / 2, garis.letak + ukuran / 2, ukuran, 0, True)
    terpakai = {id(kata) for kata in (*atas, *bawah)}
    return [*(kata for kata in daftar if id(kata) not in terpakai), pecahan]


def _bagian(daftar: list[Kata], garis: Garis, *, ke_atas: bool) -> list[Kata]:
    """Return the words of the lines that follow each other closely from the rule on and are no wider than it."""
    baris = susun_baris(daftar)
    if ke_atas:
        baris.reverse()
    hasil: list[Kata] = []
    tepi = garis.letak
    for urut, satu in enumerate(baris[:_BARIS_TERBANYAK]):
        jarak = tepi - satu.bawah if ke_atas else satu.atas - tepi
        if jarak > (0.9 if urut == 0 else 0.55) * satu.ukuran:
            break
        if satu.x0 < garis.awal - _LEWAT or satu.x1 > garis.akhir + _LEWAT:
            break
        hasil.extend(satu.kata)
        tepi = satu.atas if ke_atas else satu.bawah
    return hasil


def _latex(daftar: list[Kata]) -> str:
    teks = gabung((baris.teks for baris in susun_baris(daftar)), " ")
    return rf"\text{{{teks.translate(_LOLOS)}}}" if re.search(r"[^\W\d_]{2}", teks) else teks.translate(_LOLOS)
