"""
Reading in a cage: what a stranger sent is taken apart by a process of its own, with little time, memory and rights.

The cage gets the bytes through its standard input and answers with plain data, which is checked. Whatever it does,
this process goes on: a crash, a hang or a flood of memory in there becomes a refusal here.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from tolok.core.bacaan.blok import Berkas
from tolok.ingest.baca import open_berkas
from tolok.ingest.batas import BATAS, MB, Batas, BerkasDitolak, tolak
from tolok.ingest.berkas_data import DataRusak, from_data
from tolok.ingest.pekerja import KUNCI_BERKAS, KUNCI_TOLAK, encode_batas

_JAWABAN_TERBESAR: Final = 256 * MB
_SEKALI: Final = 256 * 1024
_PAMIT: Final = 10
"""Seconds that a worker may still live after it closed its output."""
_LINGKUNGAN: Final = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
_PECAH: Final = "Pecah dokumennya lalu baca satu per satu, atau simpan ulang dengan program pembuatnya"


def read_terkurung(path: Path, *, nama: str | None = None, batas: Batas = BATAS) -> Berkas:
    """
    Read a published file as ``baca.read_berkas`` does, in a worker process of its own.

    :param nama: what messages call the file, if not by its name on disk
    :raises BerkasDitolak: also if it takes more time or memory than ``batas`` grants, or breaks the reader
    """
    nama = nama or path.name
    with open_berkas(path, batas) as berkas:
        sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
        berkas.seek(0)
        pekerja = subprocess.Popen(  # noqa: S603  (our own program)
            [sys.executable, "-I", "-B", "-m", "tolok.ingest.pekerja", encode_batas(batas), nama],
            stdin=berkas,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={kunci: os.environ[kunci] for kunci in _LINGKUNGAN if kunci in os.environ} | {"LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    try:
        jawaban = _terima(pekerja, nama, batas)
        status = pekerja.wait(timeout=_PAMIT)
    except subprocess.TimeoutExpired as galat:
        raise _terlalu_lama(nama, batas) from galat
    finally:
        _hentikan(pekerja)
    return _urai(jawaban, status, nama=nama, sidik=sidik, batas=batas)


def _terima(pekerja: subprocess.Popen[bytes], nama: str, batas: Batas) -> bytes:
    """Return what the worker says until it closes its output."""
    assert pekerja.stdout is not None
    akhir = time.monotonic() + batas.detik_dinding
    hasil = bytearray()
    with selectors.DefaultSelector() as pemilih:
        pemilih.register(pekerja.stdout, selectors.EVENT_READ)
        while True:
            sisa = akhir - time.monotonic()
            if sisa <= 0:
                raise _terlalu_lama(nama, batas)
            if not pemilih.select(sisa):
                continue
            potong = os.read(pekerja.stdout.fileno(), _SEKALI)
            if not potong:
                return bytes(hasil)
            hasil += potong
            if len(hasil) > _JAWABAN_TERBESAR:
                raise tolak(nama, "isinya terlalu banyak", _PECAH)


def _hentikan(pekerja: subprocess.Popen[bytes]) -> None:
    """End the worker and whatever it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pekerja.pid, signal.SIGKILL)
    pekerja.wait()
    if pekerja.stdout is not None:
        pekerja.stdout.close()


def _urai(jawaban: bytes, status: int, *, nama: str, sidik: str, batas: Batas) -> Berkas:
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _terlalu_lama(nama, batas)
    try:
        data = json.loads(jawaban)
        if status == 0 and isinstance(data, dict):
            if isinstance(pesan := data.get(KUNCI_TOLAK), str):
                raise BerkasDitolak(pesan)
            return from_data(data.get(KUNCI_BERKAS), nama=nama, sidik=sidik)
    except (ValueError, RecursionError, DataRusak) as galat:
        raise _terhenti(nama) from galat
    raise _terhenti(nama)


def _terlalu_lama(nama: str, batas: Batas) -> BerkasDitolak:
    detik = min(batas.detik_cpu, batas.detik_dinding)
    return tolak(nama, f"membacanya memerlukan lebih dari {detik} detik", _PECAH)


def _terhenti(nama: str) -> BerkasDitolak:
    sebab = "isinya rusak, atau memerlukan memori yang tidak wajar, sehingga pembacaannya terhenti"
    return tolak(nama, sebab, _PECAH)
