"""What is noticed about numbers that were typed into a narrative instead of being referred to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanNarasi:
    """A typed number that repeats or contradicts a known value; place counted from 1."""

    kunci: str
    baris: int
    kolom: int
    jenis: Literal["berulang", "bertentangan"]
    tertulis: str
    seharusnya: str
    identitas: str
    pesan: str
