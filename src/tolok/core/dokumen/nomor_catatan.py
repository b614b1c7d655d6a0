"""Which footnote numbers stand at which quantity."""

from __future__ import annotations

from collections.abc import Iterable

from tolok.core.dokumen.tabel import CatatanTabel


def index_catatan(daftar_catatan: Iterable[CatatanTabel]) -> dict[str | None, str]:
    """Return the footnote numbers by the identity of the cell that carries them: ``{"…/realisasi": "1,2"}``."""
    daftar_per_identitas: dict[str | None, list[str]] = {}
    for satu in daftar_catatan:
        for identitas in satu.identitas:
            daftar_per_identitas.setdefault(identitas, []).append(satu.nomor)
    return {identitas: ",".join(daftar) for identitas, daftar in daftar_per_identitas.items()}
