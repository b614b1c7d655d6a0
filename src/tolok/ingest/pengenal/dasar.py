"""What a recogniser is: a function that says what one logical table means, or that it does not know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tolok.core.bacaan.dokumen import AnggaranTerbaca, IkiTerbaca, IndikatorTerbaca, JenisDokumen, Tingkat
from tolok.core.gaya_angka import Gaya
from tolok.ingest.susun import TabelSusun


@dataclass(frozen=True, slots=True, kw_only=True)
class KonteksDokumen:
    """
    What is known of the document a table stands in, before its tables are recognised.

    ``jenis`` is ``LAIN`` where no title says it. ``tingkat_per_nama``: the level of budget rows by the key of their
    name (``kata.make_kunci``), from tables of the file that have a column for each level. ``gaya``: how nearly all its
    tables set decimals apart, for the table whose numbers do not tell.
    """

    jenis: JenisDokumen = JenisDokumen.LAIN
    judul: str = ""
    perangkat_daerah: str = ""
    tahun: int | None = None
    tahun_akhir: int | None = None
    triwulan: int | None = None
    tingkat_per_nama: Mapping[str, Tingkat] = field(default_factory=dict)
    gaya: Gaya | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilTabel:
    """
    What a table means. ``jenis`` is what it is (``TabelTerbaca.jenis``); ``dokumen`` the kind of document that such a
    table makes of an annex without a title.
    """

    jenis: str
    dokumen: JenisDokumen = JenisDokumen.LAIN
    indikator: tuple[IndikatorTerbaca, ...] = ()
    anggaran: tuple[AnggaranTerbaca, ...] = ()
    iki: tuple[IkiTerbaca, ...] = ()


Pengenal = Callable[[TabelSusun, KonteksDokumen], HasilTabel | None]
"""Return what a table means, or ``None`` for a table this recogniser does not know; it never guesses."""
