"""How the arguments of commands are read; each refusal says in Indonesian what is expected."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path


def read_alamat(teks: str) -> Path:
    """Read the address of a file or folder; an empty one, mostly an unset variable of a script, is refused."""
    if not teks.strip():
        raise ArgumentTypeError("alamatnya kosong; tulis nama folder atau berkas, atau . untuk folder ini")
    return Path(teks)


def read_tahun(teks: str) -> int:
    """Read a year; whether it is a possible one is for the command to say."""
    if not (teks.isascii() and teks.isdigit() and len(teks) == 4):
        raise ArgumentTypeError(f"{teks!r} bukan tahun; tulis empat angka, misalnya 2026")
    return int(teks)


def read_banyak(teks: str) -> int:
    """Read how many of something: a whole number from 1 on."""
    if not (teks.isascii() and teks.isdigit() and int(teks)):
        raise ArgumentTypeError(f"{teks!r} bukan banyaknya; tulis bilangan bulat mulai dari 1")
    return int(teks)


def read_tanggal(teks: str) -> date:
    """Read a date as year-month-day."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise ArgumentTypeError(f"{teks!r} bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-01-31") from None
