"""The steps of a story as a tree that folds; a long one is cut, and says how much is left out and where it is."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

from django.http import Http404

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.hasil.penjelasan import nama_langkah
from tolok.core.jejak import Jejak, get_nilai
from tolok.core.rumus.evaluator import OPERASI_PER_OPERATOR
from tolok.core.rumus.functions import DAFTAR_FUNGSI
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import to_teks
from tolok.web.penjelasan.indikator.masukan import make_teks
from tolok.web.perencanaan.konteks import TIDAK_ADA
from tolok.web.perencanaan.tautan import Penaut, TeksAngka

BATAS_LANGKAH: Final = 200
"""Steps that are shown at once."""

_RUMUS: Final = frozenset({"rumus", "tetap", "negatif", *OPERASI_PER_OPERATOR.values(), *DAFTAR_FUNGSI})


@dataclass(frozen=True, slots=True)
class SimpulJejak:
    """
    One step; ``sisa`` says how many parts are left out below it, ``alamat_sisa`` where they are shown.

    A step with parts is a line to fold, and such a line holds no link: its own story is at ``alamat``, below it.
    """

    nama: str
    angka: TeksAngka
    alamat: str
    sumber: str
    catatan: str
    anak: tuple[SimpulJejak, ...]
    sisa: str
    alamat_sisa: str
    is_terbuka: bool


@dataclass(frozen=True, slots=True)
class PohonJejak:
    """The tree from one step on; ``is_penuh`` says whether nothing is left out."""

    akar: SimpulJejak
    is_penuh: bool


def make_pohon_jejak(akar: Jejak, penaut: Penaut, *, dari: str = "") -> PohonJejak:
    """
    Return the tree of a story.

    :param dari: the step it begins with, as the places of the steps on the way down (``0.2``; ``""``: the whole)
    :raises Http404: if there is no such step
    """
    awal = _find(akar, dari)
    terlihat = _list_terlihat(awal)
    is_penuh = True

    def susun(jejak: Jejak, jalur: str, dalam: int) -> SimpulJejak:
        nonlocal is_penuh
        is_dibuka = id(jejak) in terlihat
        is_penuh = is_penuh and (is_dibuka or not jejak.anak)
        anak = (
            tuple(susun(satu, f"{jalur}.{n}" if jalur else str(n), dalam + 1) for n, satu in enumerate(jejak.anak))
            if is_dibuka
            else ()
        )
        tersisa = jejak.anak and not is_dibuka
        identitas = jejak.identitas or "" if jejak is not akar else ""
        return SimpulJejak(
            nama=name_baca(jejak),
            angka=make_teks(penaut, get_nilai(jejak), "" if anak else identitas),
            alamat=penaut.find_alamat_angka(identitas) if anak else "",
            sumber=jejak.sumber or "",
            catatan=jejak.catatan or "",
            anak=anak,
            sisa=f"{format_angka(Angka(len(jejak.anak)))} bagian" if tersisa else "",
            alamat_sisa=(penaut.find_alamat_angka(identitas) or f"?dari={jalur}#langkah") if tersisa else "",
            is_terbuka=dalam < 3,
        )

    return PohonJejak(susun(awal, dari, 0), is_penuh)


def name_baca(jejak: Jejak) -> str:
    """Return what a step is called; a piece of a formula as a reader writes it."""
    if jejak.operasi not in _RUMUS:
        return nama_langkah(jejak)
    try:
        return to_teks(parse_rumus(jejak.uraian), cetak=True)
    except GalatRumus:
        return jejak.uraian


def _list_terlihat(akar: Jejak) -> set[int]:
    """Return the steps whose parts are shown: breadth first, as long as all of them together stay within the limit."""
    antrean = deque([akar])
    terlihat: set[int] = set()
    jumlah = 1
    while antrean:
        jejak = antrean.popleft()
        if jejak.anak and jumlah + len(jejak.anak) <= BATAS_LANGKAH:
            terlihat.add(id(jejak))
            jumlah += len(jejak.anak)
            antrean.extend(jejak.anak)
    return terlihat


def _find(akar: Jejak, dari: str) -> Jejak:
    jejak = akar
    try:
        for nomor in filter(None, dari.split(".")):
            jejak = jejak.anak[int(nomor)]
    except (ValueError, IndexError) as galat:
        raise Http404(TIDAK_ADA) from galat
    return jejak
