"""The same data gives the same bytes, wherever and whenever the program runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from baca_ulang import RENDER, berkas

_PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from baca_ulang import RENDER
from contoh_naskah import contoh_naskah
for rupa in sorted(RENDER):
    print(rupa, hashlib.sha256(RENDER[rupa](contoh_naskah())).hexdigest())
"""


def _jalankan(**lingkungan: str) -> str:
    hasil = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(Path(__file__).parent)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **lingkungan},
        timeout=120,
    )
    return hasil.stdout


def test_dua_proses_dengan_zona_bahasa_dan_hash_berbeda_menulis_bita_yang_sama():
    satu = _jalankan(TZ="Asia/Jakarta", LANG="id_ID.UTF-8", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    dua = _jalankan(TZ="America/St_Johns", LANG="C", LC_ALL="C", PYTHONHASHSEED="31337", SOURCE_DATE_EPOCH="1")
    assert satu.count("\n") == 4
    assert satu == dua


@pytest.mark.parametrize("rupa", sorted(RENDER))
def test_pembuatan_kedua_dalam_satu_proses_sama(rupa):
    berkas.cache_clear()
    pertama = berkas(rupa)
    berkas.cache_clear()
    assert berkas(rupa) == pertama
