"""
Anchors: the heads of the chains, written to a file that is kept elsewhere (on paper, with another office).

The manifest of a backup is one too: its ``rantai`` has the same form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from tolok.berkas import sebab_galat, write_atomik
from tolok.web.audit.kanonik import format_waktu
from tolok.web.audit.verifikasi import Kepala


class JangkarTidakTerbaca(Exception):
    """A file is no anchor; the message says why."""


def to_daftar(daftar_kepala: Iterable[Kepala]) -> list[dict[str, str | int]]:
    """Return heads as plain JSON."""
    return [{"kode": k.kode, "nomor": k.nomor, "sidik": k.sidik} for k in daftar_kepala]


def read_jangkar(berkas: Path) -> tuple[Kepala, ...]:
    """
    Return the heads of an anchor file or of the manifest of a backup.

    :raises JangkarTidakTerbaca: if it is none
    """
    try:
        isi = json.loads(berkas.read_bytes())
        return tuple(make_kepala(satu) for satu in isi["rantai"])
    except OSError as galat:
        raise JangkarTidakTerbaca(f"{berkas} tidak dapat dibaca: {sebab_galat(galat)}.") from galat
    except (ValueError, KeyError, TypeError) as galat:
        raise JangkarTidakTerbaca(
            f"{berkas} bukan jangkar. Pakai berkas dari --tulis-jangkar, atau manifest.json sebuah cadangan."
        ) from galat


def make_kepala(isi: dict[str, object]) -> Kepala:
    """
    Return a head from its JSON.

    :raises ValueError: if a part has another form
    :raises KeyError: if a part is missing
    """
    kode, nomor, sidik = isi["kode"], isi["nomor"], isi["sidik"]
    if not (isinstance(kode, str) and isinstance(nomor, int) and isinstance(sidik, str) and len(sidik) == 64):
        raise ValueError(isi)
    return Kepala(kode, nomor, sidik)


def write_jangkar(berkas: Path, daftar_kepala: Iterable[Kepala], *, pada: datetime) -> None:
    """
    Write heads to a file.

    :raises GalatBerkas: if it cannot be written
    """
    isi = {"dibuat": format_waktu(pada), "rantai": to_daftar(daftar_kepala)}
    write_atomik(berkas, (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode())
