"""The site as a process of its own, on a place made by ``make_tempat``: what a browser and a fault really meet."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlencode

from tests.web.tempat import Tempat

BATAS_DETIK = 60


@dataclass(frozen=True)
class Jawaban:
    """What the site answered, uncompressed."""

    status: int
    kepala: Mapping[str, str]
    teks: str


@dataclass(frozen=True)
class Situs:
    """A running site."""

    port: int
    pid: int

    @property
    def alamat(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def minta(
        self, alamat: str, *, kirim: Mapping[str, str] | None = None, kepala: Mapping[str, str] | None = None
    ) -> Jawaban:
        """Ask for a page, or send a form (with a token that matches)."""
        sambungan = http.client.HTTPConnection("127.0.0.1", self.port, timeout=BATAS_DETIK)
        semua = dict(kepala or {})
        badan = None
        if kirim is not None:
            token = "t" * 32
            semua |= {"Content-Type": "application/x-www-form-urlencoded"}
            semua["Cookie"] = "; ".join(filter(None, (semua.get("Cookie", ""), f"csrftoken={token}")))
            badan = urlencode({**kirim, "csrfmiddlewaretoken": token})
        sambungan.request("GET" if badan is None else "POST", alamat, badan, semua)
        jawaban = sambungan.getresponse()
        teks = jawaban.read().decode()
        sambungan.close()
        return Jawaban(jawaban.status, jawaban.headers, teks)


@contextmanager
def serve(tempat: Tempat, **lain: str) -> Iterator[Situs]:
    """
    Serve the site with gunicorn until the block ends.

    Unlike ``tolok layani`` this starts without asking the database, so that it can also be met when that is away.

    :param lain: further environment (``DJANGO_SETTINGS_MODULE``, ``TOLOK_BASIS_DATA``)
    """
    with socket.socket() as coba:
        coba.bind(("127.0.0.1", 0))
        port = coba.getsockname()[1]
    perintah = [sys.executable, "-m", "gunicorn", "tolok.web.wsgi", "--bind", f"127.0.0.1:{port}"]
    with tempfile.TemporaryFile() as catatan:
        proses = subprocess.Popen(
            [*perintah, "--workers", "1", "--threads", "4", "--log-level", "warning"],
            env=tempat.lingkungan | lain,
            stderr=catatan,
            start_new_session=True,
        )
        try:
            _tunggu(port, proses, catatan)
            yield Situs(port, proses.pid)
        finally:
            os.killpg(proses.pid, signal.SIGTERM)
            try:
                proses.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(proses.pid, signal.SIGKILL)
                proses.wait()


def _tunggu(port: int, proses: subprocess.Popen[bytes], catatan: IO[bytes]) -> None:
    akhir = time.monotonic() + BATAS_DETIK
    while time.monotonic() < akhir:
        if proses.poll() is not None:
            catatan.seek(0)
            raise RuntimeError(catatan.read().decode())
        with socket.socket() as coba:
            if coba.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("situs tidak menjawab")
