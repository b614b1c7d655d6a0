"""Writing what officers say, and the life of the documents."""

from __future__ import annotations

from tolok.web.pelaporan.operations.dokumen import (
    BukanKonsep,
    IsiTerbitan,
    add_terbitan,
    ensure_dokumen,
    request_terbitan,
)
from tolok.web.pelaporan.operations.naskah import put_naskah, save_tulisan
from tolok.web.pelaporan.operations.siklus import (
    Ditolak,
    TandaTangan,
    check_tanda_tangan,
    ready_dokumen,
    renew_dokumen,
    return_dokumen,
    revoke_dokumen,
    sign_dokumen,
)

__all__ = [
    "BukanKonsep",
    "Ditolak",
    "IsiTerbitan",
    "TandaTangan",
    "add_terbitan",
    "check_tanda_tangan",
    "ensure_dokumen",
    "put_naskah",
    "ready_dokumen",
    "renew_dokumen",
    "request_terbitan",
    "return_dokumen",
    "revoke_dokumen",
    "save_tulisan",
    "sign_dokumen",
]
