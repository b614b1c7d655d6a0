"""
Work on files nobody vouches for, in a process of its own: little memory, little time, and nothing of ours to read.

The process gets the address of a file and gives bytes back. It knows neither the secret key nor the database; what
fails in it, however badly, fails there.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from tolok.berkas import GalatBerkas

MB: Final = 1 << 20
_DITOLAK: Final = 3
_KEHABISAN: Final = 4
_JEDA: Final = 0.2
_LINGKUNGAN: Final = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "TMPDIR", "TESSDATA_PREFIX", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class BatasProses:
    """What the process may take: seconds, memory and output in bytes."""

    detik: int = 300
    memori: int = 1536 * MB
    keluaran: int = 256 * MB


class GalatTerkurung(GalatBerkas):
    """The work was refused or did not come to an end; the message says why and what to do."""


def run_terkurung(tugas: str, *, batas: BatasProses, kabar: Callable[[], None] | None = None, **masukan: Any) -> bytes:
    """
    Do a piece of work (``TUGAS``) in a process of its own and return what it gives.

    :param kabar: called several times a second while the process works; what it raises ends the process
    :raises GalatTerkurung: if the work is refused, takes too long or too much
    """
    lingkungan = {nama: isi for nama in _LINGKUNGAN if (isi := os.environ.get(nama))}
    perintah = [sys.executable, "-m", "tolok.ingest.terkurung", tugas]
    with tempfile.TemporaryFile() as keluar, tempfile.TemporaryFile() as galat:
        proses = subprocess.Popen(  # noqa: S603  our own interpreter and module; the file is only an argument
            perintah, stdin=subprocess.PIPE, stdout=keluar, stderr=galat, env=lingkungan, start_new_session=True
        )
        try:
            assert proses.stdin is not None
            proses.stdin.write(json.dumps({"batas": [batas.detik, batas.memori, batas.keluaran], **masukan}).encode())
            proses.stdin.close()
            _tunggu(proses, batas, kabar)
        except BrokenPipeError:
            proses.wait()
        finally:
            _henti(proses)
        if proses.returncode:
            raise GalatTerkurung(_sebut_sebab(proses.returncode, galat))
        keluar.seek(0)
        return keluar.read()


def _tunggu(proses: subprocess.Popen[bytes], batas: BatasProses, kabar: Callable[[], None] | None) -> None:
    akhir = time.monotonic() + batas.detik
    while True:
        try:
            proses.wait(_JEDA)
            return
        except subprocess.TimeoutExpired:
            if time.monotonic() > akhir:
                return
            if kabar is not None:
                kabar()


def _henti(proses: subprocess.Popen[bytes]) -> None:
    """End the process and all it has started."""
    if proses.poll() is None:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()


def _sebut_sebab(kode: int, galat: IO[bytes]) -> str:
    galat.seek(0)
    teks = galat.read(64 * 1024).decode(errors="replace").strip()
    if kode == _DITOLAK and teks:
        return teks
    if kode in (-signal.SIGKILL, -signal.SIGXCPU):
        return "Berkas ini terlalu lama dibaca, jadi dihentikan. Bagi berkasnya menjadi beberapa bagian, lalu ulangi."
    if kode in (_KEHABISAN, -signal.SIGXFSZ):
        return "Berkas ini memerlukan memori terlalu banyak. Bagi berkasnya menjadi beberapa bagian, lalu ulangi."
    return "Berkas ini tidak dapat dibaca; isinya rusak atau bentuknya tidak dikenal. Simpan ulang, lalu coba lagi."


def _baca(alamat: str, nama: str) -> bytes:
    """Read a published file and recognise what it says, as JSON (``ingest.simpanan``)."""
    from importlib import import_module

    from tolok.ingest.simpanan import to_simpanan

    berkas = import_module("tolok.ingest.baca").read_berkas(Path(alamat))
    terbaca = import_module("tolok.ingest.pengenal").recognise(berkas)
    return json.dumps({**to_simpanan(terbaca), "berkas": nama}).encode()


def _gambar(alamat: str, halaman: int, cari: str, dekat: str) -> bytes:
    from tolok.ingest.gambar import HalamanTidakAda, render_halaman

    try:
        return render_halaman(Path(alamat), halaman, cari=cari, dekat=dekat)
    except HalamanTidakAda as galat:
        raise GalatBerkas("Halaman ini tidak dapat digambar.") from galat


TUGAS: Final[dict[str, Callable[..., bytes]]] = {"baca": _baca, "gambar": _gambar}
"""What the process can do, by name."""


def _main() -> int:
    """Be the process."""
    masukan = json.load(sys.stdin)
    detik, memori, keluaran = masukan.pop("batas")
    for batas, isi in (
        (resource.RLIMIT_AS, memori),
        (resource.RLIMIT_CPU, detik),
        (resource.RLIMIT_FSIZE, keluaran),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(batas, (isi, isi))
    try:
        sys.stdout.buffer.write(TUGAS[sys.argv[1]](**masukan))
    except GalatBerkas as galat:
        sys.stderr.write(str(galat))
        return _DITOLAK
    except MemoryError:
        return _KEHABISAN
    return 0


if __name__ == "__main__":
    sys.exit(_main())
