"""Twenty writers on one chain at once: nothing is lost, nothing forks, and verifying meanwhile holds nobody up."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Final

from tests.web.tempat import Tempat

PROSES: Final = 4
UTAS: Final = 5
PER_UTAS: Final = 12

TULIS: Final = """
import django, sys, threading
django.setup()
from django.db import connection, transaction
from tolok.web.audit.operations import record
proses, utas, jumlah = map(int, sys.argv[1:])
gagal = []
mulai = threading.Barrier(utas)
def tulis(nomor):
    try:
        mulai.wait()
        for kali in range(jumlah):
            with transaction.atomic():
                record("uji.dicatat", rantai="dinas", objek=f"{proses}/{nomor}/{kali}", isi={}, oleh=None)
    except BaseException as galat:
        gagal.append(galat)
    finally:
        connection.close()
daftar = [threading.Thread(target=tulis, args=(n,)) for n in range(utas)]
[satu.start() for satu in daftar]
[satu.join() for satu in daftar]
sys.exit(repr(gagal) if gagal else 0)
"""


def test_twenty_writers_lose_nothing_and_fork_nothing(tempat_siap: Tempat) -> None:
    daftar = [
        subprocess.Popen(
            [sys.executable, "-c", TULIS, str(nomor), str(UTAS), str(PER_UTAS)],
            env=tempat_siap.lingkungan,
            stderr=subprocess.PIPE,
            text=True,
        )
        for nomor in range(PROSES)
    ]
    while any(proses.poll() is None for proses in daftar):
        jalan = tempat_siap.tolok("verifikasi-riwayat")
        assert jalan.returncode == 0, jalan.stdout + jalan.stderr
    galat = [proses.communicate()[1] for proses in daftar]
    assert [proses.returncode for proses in daftar] == [0] * PROSES, galat
    hasil = json.loads(tempat_siap.tolok("verifikasi-riwayat", "--format", "json").stdout)
    assert hasil["utuh"]
    assert hasil["jumlah_catatan"] == PROSES * UTAS * PER_UTAS
    ditulis = {objek for (objek,) in tempat_siap.sql("SELECT objek FROM audit_catatan")}
    assert ditulis == {f"{p}/{u}/{k}" for p in range(PROSES) for u in range(UTAS) for k in range(PER_UTAS)}
