"""The cell of a quantity that does not exist for want of a document: a dash with its reason, never a zero."""

from __future__ import annotations

from typing import Final

from tolok.core.dokumen.sel import Sel
from tolok.core.jejak import Hasil
from tolok.core.nilai import AlasanBelumAda, BelumAda

KOSONG: Final = Sel("–", BelumAda(AlasanBelumAda.BELUM_DIISI, "Dokumen yang menetapkannya belum ada dalam paket."))


def sel_atau_kosong(hasil: Hasil | None) -> Sel:
    """Return the cell of a quantity, or a dash where nothing states it."""
    return KOSONG if hasil is None else Sel.from_hasil(hasil)
