"""The secret key: from the environment, else a file that is made once beside the data."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

NAMA_BERKAS: Final = "kunci-rahasia"


def read_kunci_rahasia(folder: Path) -> str:
    """Return ``TOLOK_KUNCI``, else the key in ``folder``; a missing file is made, readable by its owner only."""
    if kunci := os.environ.get("TOLOK_KUNCI"):
        return kunci
    berkas = folder / NAMA_BERKAS
    try:
        return berkas.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        kunci = secrets.token_urlsafe(64)
        try:
            nomor = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process made it just now
            return berkas.read_text(encoding="ascii").strip()
        with os.fdopen(nomor, "w", encoding="ascii") as tujuan:
            tujuan.write(kunci)
        return kunci
