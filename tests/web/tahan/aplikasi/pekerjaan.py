"""A job of a few short steps with one effect."""

from __future__ import annotations

import time
from typing import Any, Final

from tolok.web.audit.operations import record
from tolok.web.jobs.daftar import JenisPekerjaan
from tolok.web.jobs.kendali import Kendali

RANTAI: Final = "tahan"
LANGKAH: Final = 4


def _kerjakan(kendali: Kendali, nomor: int, milidetik: int) -> dict[str, Any]:
    def tulis() -> dict[str, Any]:
        catatan = record(
            "uji.efek", rantai=RANTAI, objek=f"efek:{nomor}", isi={"percobaan": kendali.percobaan}, oleh=None
        )
        return {"catatan": catatan.nomor}

    hasil: dict[str, Any] = {}
    for langkah in range(1, LANGKAH + 1):
        kendali.maju(langkah, LANGKAH)
        time.sleep(milidetik / 1000)
        if langkah == LANGKAH // 2:
            hasil = kendali.sekali("tulis", tulis)
    return hasil


JENIS: Final = JenisPekerjaan("uji.tahan", "Uji tahan", _kerjakan)
