"""Writing measured values and taking them through their workflow; each operation is one transaction."""

from __future__ import annotations

from tolok.web.pengukuran.operations.alur import (
    approve_bersama,
    approve_pengukuran,
    return_bersama,
    return_pengukuran,
    submit_bersama,
    submit_pengukuran,
    verify_bersama,
    verify_pengukuran,
)
from tolok.web.pengukuran.operations.isi import fill_nilai, fill_tercatat
from tolok.web.pengukuran.operations.muat import put_pengukuran

__all__ = [
    "approve_bersama",
    "approve_pengukuran",
    "fill_nilai",
    "fill_tercatat",
    "put_pengukuran",
    "return_bersama",
    "return_pengukuran",
    "submit_bersama",
    "submit_pengukuran",
    "verify_bersama",
    "verify_pengukuran",
]
