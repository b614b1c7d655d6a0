"""Cells that hold several things: numbered or bulleted items, one thing a line, or joined by a scanner."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_PELURU: Final = r"[-–•●▪▫◦*✓➢❖·]"
_BUTIR: Final = re.compile(
    rf"^\s*(?:(?P<peluru>{_PELURU})\s+(?:{_PELURU}\s*)?|\(?(?P<angka>\d{{1,2}})(?:[.)]\s*|\s+)(?=[^\W\d])"
    r"|\(?(?P<huruf>[a-z])[.)]\s+)"
)
_PELURU_SEBARIS: Final = re.compile(r"(?:^|\s)[•●▪➢❖]\s*")
_ANGKA_SEBARIS: Final = re.compile(r"(?:^|(?<=[\s;.,)]))\(?(\d{1,2})[.)]\s+(?=[^\W\d])")
_AWALAN: Final = re.compile(
    rf"^\s*(?:{_PELURU}\s+|\(?\d{{1,2}}[.)]\s*(?=[^\W\d])|\(?[a-z][.)]\s+|(?<!\d)\.(?=[^\W\d]))+"
)
_KATA_INDIKATOR: Final = re.compile(
    r"^(?:persentase|prosentase|presentase|jumlah|nilai|indeks|cakupan|rasio|angka|tingkat|rata-rata|predikat|kategori|"
    r"capaian|skor|opini|proporsi|laju|level|nisbah)\b",
    re.IGNORECASE,
)


def satu_baris(teks: str) -> str:
    """Return a text in one line; a line that ends with a slash goes on without a space ("Kabupaten/" "Kota")."""
    return " ".join(re.sub(r"(?<=\S)/\s*\n\s*", "/", teks).split())


def strip_nomor(teks: str) -> str:
    """Return a text in one line without the number, letter or bullet in front of it: ``1. Persentase …``."""
    return " ".join(_AWALAN.sub("", satu_baris(teks)).split()).rstrip(";").rstrip()


def split_butir(teks: str) -> tuple[str, ...]:
    """
    Return the items of a cell that marks them, each in one line and without its mark; one item otherwise.

    A cell whose first line stands before the marks (``Meliputi: - a - b``) is one text. A letter below a number
    (``1. … a. …``) belongs to the item of the number.
    """
    if not teks.strip():
        return ()
    daftar = _split_baris([baris for baris in teks.split("\n") if baris.strip()]) or _split_sebaris(teks)
    bersih = [strip_nomor(satu) for satu in daftar]
    return tuple(satu for satu in bersih if satu)


def _split_baris(daftar_baris: list[str]) -> list[str]:
    """Split at marked lines, if the first line is marked and the marks are of one kind."""
    pertama = _BUTIR.match(daftar_baris[0])
    if pertama is None:
        return []
    jenis = pertama.lastgroup
    hasil: list[str] = []
    for baris in daftar_baris:
        cocok = _BUTIR.match(baris)
        if (
            cocok
            and cocok.lastgroup == jenis
            and (jenis != "angka" or int(cocok["angka"]) == _next_angka(hasil, cocok))
        ):
            hasil.append(baris)
        else:
            hasil[-1] += f" {baris}"
    return hasil if len(hasil) > 1 else []


def _next_angka(hasil: list[str], cocok: re.Match[str]) -> int:
    """Return the number the next item must have; the first one may have any."""
    if not hasil:
        return int(cocok["angka"])
    terakhir = _BUTIR.match(hasil[-1])
    return int(terakhir["angka"]) + 1 if terakhir and terakhir["angka"] else -1


def _split_sebaris(teks: str) -> list[str]:
    """Split items that stand behind each other in one line: ``• A • B`` or ``1. A 2. B``."""
    rapat = " ".join(teks.split())
    if len(_PELURU_SEBARIS.findall(rapat)) > 1 and _PELURU_SEBARIS.match(rapat):
        return _PELURU_SEBARIS.split(rapat)
    daftar = list(_ANGKA_SEBARIS.finditer(rapat))
    urut = [cocok for i, cocok in enumerate(daftar) if int(cocok[1]) == i + 1]
    if len(urut) > 1 and len(urut) == len(daftar) and urut[0].start() == 0:
        batas = [cocok.start() for cocok in urut] + [len(rapat)]
        return [rapat[awal:akhir] for awal, akhir in pairwise(batas)]
    return [rapat]


def split_sebanyak(teks: str, jumlah: int) -> tuple[str, ...] | None:
    """Return the items of a cell if it shows just so many: marked ones, or one a line; ``None`` otherwise."""
    daftar = split_butir(teks)
    if len(daftar) == jumlah:
        return daftar
    daftar_baris = tuple(satu_baris(baris) for baris in teks.split("\n") if baris.strip())
    return daftar_baris if len(daftar_baris) == jumlah else None


def split_indikator(teks: str) -> tuple[str, ...]:
    """Return the indicators of a cell: marked items, or lines that each begin a new one ("Persentase …")."""
    daftar = split_butir(teks)
    if len(daftar) > 1:
        return daftar
    hasil: list[str] = []
    for baris in (satu.strip() for satu in teks.split("\n")):
        if not baris:
            continue
        if hasil and not (_KATA_INDIKATOR.match(baris) and baris[0].isupper() and not is_gantung(hasil[-1])):
            hasil[-1] += f" {baris}"
        else:
            hasil.append(baris)
    return tuple(strip_nomor(satu) for satu in hasil) if len(hasil) > 1 else daftar


_GANTUNG: Final = re.compile(
    r"(?:[,/(-]|\b(?:dan|atau|serta|yang|di|ke|dari|dengan|untuk|pada|oleh|dalam|terhadap|bagi|atas|per|jumlah|antara))$",
    re.IGNORECASE,
)


def is_gantung(teks: str) -> bool:
    """Whether a text cannot end here: it ends with "dan", "yang" or a comma."""
    return _GANTUNG.search(teks.rstrip()) is not None


def is_sambungan(teks: str) -> bool:
    """Whether a text goes on from somewhere else: it begins with a small word that begins no indicator."""
    kata = teks.split()
    return bool(kata) and kata[0].islower() and not _KATA_INDIKATOR.match(teks.strip())
