"""
The process inside the cage (``kandang``): takes limits on itself, reads its standard input, answers with JSON.

Run as ``python -m tolok.ingest.pekerja LIMITS NAME``.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Final

from tolok.ingest.batas import MB, Batas, BerkasDitolak, tolak

KUNCI_BERKAS: Final = "berkas"
KUNCI_TOLAK: Final = "tolak"
_BERKAS_TERBUKA: Final = 64


def encode_batas(batas: Batas) -> str:
    """Return limits as one argument of a command."""
    return json.dumps(asdict(batas))


def batasi(batas: Batas) -> None:
    """Give up for good: more memory, more processor time, writing files, dumping memory, many open files."""
    try:
        import resource
    except ImportError:  # not on this system; the wall clock of the cage still holds
        return
    for jenis, lunak, keras in (
        (resource.RLIMIT_AS, batas.memori, batas.memori),
        (resource.RLIMIT_CPU, batas.detik_cpu, batas.detik_cpu + 2),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, _BERKAS_TERBUKA, _BERKAS_TERBUKA),
    ):
        teratas = resource.getrlimit(jenis)[1]
        if teratas != resource.RLIM_INFINITY:
            lunak, keras = min(lunak, teratas), min(keras, teratas)
        resource.setrlimit(jenis, (lunak, keras))


def main() -> int:
    """Read one file and write the answer."""
    batas = Batas(**json.loads(sys.argv[1]))
    nama = sys.argv[2]
    batasi(batas)
    from tolok.ingest.baca import read_isi
    from tolok.ingest.berkas_data import to_data

    try:
        isi = sys.stdin.buffer.read(batas.besar_berkas + 1)
        jawaban = json.dumps({KUNCI_BERKAS: to_data(read_isi(isi, nama, batas=batas))})
    except BerkasDitolak as galat:
        jawaban = json.dumps({KUNCI_TOLAK: str(galat)})
    except MemoryError:
        sebab = f"membacanya memerlukan memori lebih dari {batas.memori // MB} MB"
        jawaban = json.dumps({KUNCI_TOLAK: str(tolak(nama, sebab, "Pecah dokumennya lalu baca satu per satu"))})
    sys.stdout.write(jawaban)
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
