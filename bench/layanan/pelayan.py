"""``tolok layani`` as a process, as it ships, with the watch around what answers."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from tests.web.tempat import TOLOK, Tempat

BATAS_SIAP_DETIK: Final = 120


class Pelayan(NamedTuple):
    """A running server."""

    port: int
    pid: int

    def memori(self) -> float:
        """Return the MB that its processes hold together; what they share counts once."""
        anak = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii").split()
        rekap = (Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii") for pid in (str(self.pid), *anak))
        return sum(int(bagi) for satu in rekap for bagi in re.findall(r"^Pss:\s+(\d+)", satu, re.MULTILINE)) / 1024


@contextmanager
def serve(tempat: Tempat) -> Iterator[Pelayan]:
    """
    Serve the site until the block ends.

    :raises TimeoutError: if it does not answer within two minutes
    """
    with socket.socket() as coba:
        coba.bind(("127.0.0.1", 0))
        port = coba.getsockname()[1]
    lingkungan = tempat.lingkungan | {"DJANGO_SETTINGS_MODULE": "bench.layanan.pengaturan"}
    perintah = [*TOLOK, "layani", "--alamat", f"127.0.0.1:{port}"]
    proses = subprocess.Popen(perintah, env=lingkungan, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        _tunggu(port)
        yield Pelayan(port, proses.pid)
    finally:
        os.killpg(proses.pid, signal.SIGTERM)
        proses.wait()


def _tunggu(port: int) -> None:
    akhir = time.monotonic() + BATAS_SIAP_DETIK
    while time.monotonic() < akhir:
        with socket.socket() as coba:
            if coba.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("Pelayan tidak menjawab.")
