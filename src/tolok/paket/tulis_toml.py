"""``paket.toml`` from texts, with the explanations an officer needs at each key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.paket.baca_toml import KUNCI_VERSI
from tolok.paket.keterangan import KOLOM_KETERANGAN
from tolok.paket.kolom import (
    INSTANSI,
    KEBIJAKAN,
    KELAS,
    SKALA,
    UMUM,
    VERSI_FORMAT,
    Bentuk,
    Isian,
    Tabel,
)
from tolok.paket.susun import PaketTersusun
from tolok.paket.teks_sel import PEMISAH, format_isian

_BULAT: Final = re.compile(r"-?(0|[1-9]\d{0,14})", re.ASCII)
_LOLOS: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_PEMBUKA: Final = "# Paket Tolok: satu perangkat daerah, satu tahun. Keterangan setiap isian ada di docs/paket.md.\n"


def format_toml(paket: PaketTersusun) -> str:
    """Return the text of ``paket.toml``."""
    bagian = [_PEMBUKA + f"{KUNCI_VERSI} = {VERSI_FORMAT}\n" + "".join(_isi(UMUM, paket.umum))]
    bagian.append("[instansi]\n" + "".join(_isi(INSTANSI, paket.instansi)))
    bagian.append("[kebijakan]\n" + "".join(_isi(KEBIJAKAN, paket.kebijakan)))
    for skala in paket.daftar_skala:
        bagian.append("[[skala]]\n" + "".join(_isi(SKALA, skala.isi)))
        bagian.extend("[[skala.kelas]]\n" + "".join(_isi(KELAS, kelas)) for kelas in skala.daftar_kelas)
    return "\n".join(bagian)


def _isi(tabel: Tabel, baris: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of one section; classes are many, so theirs say only what differs from the default."""
    for isian, teks in zip(tabel.daftar_isian, baris, strict=True):
        is_bawaan = tabel is KELAS and not isian.wajib and teks == format_isian(isian, isian.bawaan)
        if not is_bawaan and (teks or isian.bentuk in (Bentuk.TEKS, Bentuk.DAFTAR)):
            if tabel is not KELAS:
                yield f"# {KOLOM_KETERANGAN[tabel.nama][isian.nama]}{_pilihan(isian)}\n"
            yield f"{isian.nama} = {_nilai(isian, teks)}\n"


def _pilihan(isian: Isian) -> str:
    if isian.pilihan is None:
        return ""
    return f" Pilihan: {', '.join(anggota.value for anggota in isian.pilihan)}."


def _nilai(isian: Isian, teks: str) -> str:
    if isian.bentuk is Bentuk.DAFTAR:
        return "[" + ", ".join(_string(anggota) for anggota in teks.split(PEMISAH) if anggota) + "]"
    if isian.bentuk is Bentuk.YA_TIDAK:
        return "true" if teks == "ya" else "false"
    if isian.bentuk in (Bentuk.BULAT, Bentuk.ANGKA) and _BULAT.fullmatch(teks):
        return teks
    return _string(teks)


def _string(teks: str) -> str:
    return '"' + "".join(_LOLOS.get(huruf, huruf) for huruf in teks) + '"'
