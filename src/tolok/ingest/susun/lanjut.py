"""Names that were cut at a line or page end are rejoined with the row they began in."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from tolok.ingest.susun.arti import NAMA_INDIKATOR, NILAI, Arti, Kolom
from tolok.ingest.susun.jenis_sel import TERTULIS, detect_jenis
from tolok.ingest.susun.petak_isi import KOSONG, Baris

_HURUF_KECIL: Final = re.compile(r"[a-z]+(?![A-Z])|[(&/]|(?:dan|serta|yang|di|ke|dari|untuk|dengan|pada|atau)\b")
_GANTUNG: Final = re.compile(
    r"(?:,|\b(?:dan|atau|serta|yang|di|ke|dari|dengan|untuk|pada|oleh|dalam|terhadap|bagi|atas))\s*$", re.IGNORECASE
)
_BUTIR: Final = re.compile(r"(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s|[-•–]")


def join_lanjutan(
    daftar_baris: Sequence[Baris], daftar_kolom: Sequence[Kolom], sambungan: Collection[int]
) -> list[Baris]:
    """
    Return the rows with cut names rejoined.

    :param sambungan: indices of rows a page began with
    """
    kecil = [_is_kolom_kecil(daftar_baris, k) for k in range(len(daftar_kolom))]
    hasil: list[Baris] = []
    for b, baris in enumerate(daftar_baris):
        sisa = list(baris)
        if hasil and any(_is_nomor(sisa, k, kolom) for k, kolom in enumerate(daftar_kolom)):
            pass  # a number of its own begins a row
        elif hasil and b in sambungan and (asal := _find_gantung(hasil, sisa, daftar_kolom)) is not None:
            _join_baris(hasil[asal], sisa)
        elif hasil and (b in sambungan or _is_potongan_penuh(sisa, daftar_kolom)):
            for k, kolom in enumerate(daftar_kolom):
                if _is_potongan(sisa, k, kolom, kecil[k]) or (
                    b in sambungan and _is_kunci_terpotong(sisa, hasil[-1], k, daftar_kolom)
                ):
                    _join(hasil, k, sisa)
        if any(isi.teks and not isi.is_ulang for isi in sisa):
            hasil.append(sisa)
    return hasil


def _is_nomor(baris: Baris, k: int, kolom: Kolom) -> bool:
    return (
        kolom.arti is Arti.NOMOR
        and not baris[k].is_ulang
        and re.fullmatch(r"\(?\d{1,3}[.)]?", baris[k].teks) is not None
    )


def _is_potongan_penuh(baris: Baris, daftar_kolom: Sequence[Kolom]) -> bool:
    """Whether nothing in a row within a page begins anew: no word with a capital, no value, no number."""
    return all(
        isi.is_ulang or _HURUF_KECIL.match(isi.teks) is not None
        for isi, kolom in zip(baris, daftar_kolom, strict=True)
        if isi.teks
    )


def _find_gantung(hasil: Sequence[Baris], baris: Baris, daftar_kolom: Sequence[Kolom]) -> int | None:
    """
    Return which row above a page begins with the rest of, where it is not the last one: pages out of order.

    Its indicator ends with a word that cannot be the last, and that of the last row does not.
    """
    k = next((i for i, kolom in enumerate(daftar_kolom) if kolom.arti in NAMA_INDIKATOR), None)
    if k is None or not baris[k].teks or _HURUF_KECIL.match(baris[k].teks) is None:
        return None
    berisi = [i for i, atas in enumerate(hasil) if atas[k].teks and not atas[k].is_ulang]
    if not berisi or _GANTUNG.search(hasil[berisi[-1]][k].teks):
        return None
    return next((i for i in reversed(berisi) if _GANTUNG.search(hasil[i][k].teks)), None)


def _join_baris(atas: Baris, sisa: Baris) -> None:
    """Put every cell of a row behind the one of the row it goes on with."""
    for k, isi in enumerate(sisa):
        if isi.teks and not isi.is_ulang:
            atas[k] = atas[k]._replace(teks=f"{atas[k].teks} {isi.teks}".strip())
            sisa[k] = KOSONG


def _is_kolom_kecil(daftar_baris: Sequence[Baris], k: int) -> bool:
    """Whether the names of a column are written in small letters, the first too, so that one says nothing."""
    daftar = [baris[k].teks for baris in daftar_baris if detect_jenis(baris[k].teks) in TERTULIS]
    kecil = [_HURUF_KECIL.match(teks) is not None for teks in daftar]
    return bool(kecil) and kecil[0] and sum(kecil) * 3 > len(kecil)


def _is_potongan(baris: Baris, k: int, kolom: Kolom, is_kecil: bool) -> bool:
    """Whether a cell goes on with the name above it: words in small letters in a column of names."""
    teks = baris[k].teks
    if not teks or baris[k].is_ulang or is_kecil or kolom.arti in NILAI or kolom.arti in (Arti.NOMOR, Arti.SATUAN):
        return False
    if _BUTIR.match(teks) or detect_jenis(teks) not in TERTULIS:
        return False
    return _HURUF_KECIL.match(teks) is not None


def _is_kunci_terpotong(baris: Baris, atas: Baris, k: int, daftar_kolom: Sequence[Kolom]) -> bool:
    """Whether a page begins with the rest of the first name: it has a name, but no values as the row above."""
    if next((i for i, isi in enumerate(baris) if isi.teks), None) != k or daftar_kolom[k].arti in NILAI:
        return False
    if not atas[k].teks or baris[k].is_ulang or detect_jenis(baris[k].teks) not in TERTULIS or len(baris[k].teks) > 40:
        return False
    nilai = [i for i, kolom in enumerate(daftar_kolom) if kolom.arti in NILAI]
    return bool(nilai) and any(atas[i].teks for i in nilai) and not any(baris[i].teks for i in nilai)


def _join(hasil: list[Baris], k: int, sisa: Baris) -> None:
    """Put a cell behind the nearest text above it in its column."""
    for atas in reversed(hasil):
        if atas[k].teks and not atas[k].is_ulang:
            atas[k] = atas[k]._replace(teks=f"{atas[k].teks} {sisa[k].teks}")
            sisa[k] = KOSONG
            return
