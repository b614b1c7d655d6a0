"""Twenty writers on one value: one wins, the others lose nothing and see both values, the history is whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.tempat import Tempat

NASKAH = Path(__file__).with_name("dua_puluh.py")


@pytest.mark.parametrize("jalan", ["operasi", "halaman"])
def test_exactly_one_of_twenty_writes_and_the_others_see_both_values(tempat: Tempat, jalan: str) -> None:
    tempat.siapkan()
    proses = subprocess.run(
        [sys.executable, str(NASKAH), jalan],
        env=tempat.lingkungan | {"DJANGO_SETTINGS_MODULE": "tolok.web.settings", "TOLOK_HOST": "localhost"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert proses.returncode == 0, proses.stderr
    laporan = json.loads(proses.stdout.splitlines()[-1])
    for nomor, putaran in enumerate(laporan["putaran"], start=1):
        hasil = putaran["hasil"]
        pemenang = [n for n, satu in enumerate(hasil) if satu == ["tersimpan"]]
        assert len(pemenang) == 1, hasil
        nilai = nomor * 1000 + pemenang[0]
        assert (putaran["nilai"], putaran["versi"]) == (nilai, nomor + 1)
        for n, satu in enumerate(hasil):
            if n != pemenang[0]:
                assert [kata.replace(".", "") for kata in satu] == ["berubah", str(nilai), str(nomor * 1000 + n)]
    entri = laporan["entri"]
    assert len(entri) == 2
    assert entri[1][0] == entri[0][0] + 1
    riwayat = tempat.tolok("verifikasi-riwayat")
    assert riwayat.returncode == 0, riwayat.stdout + riwayat.stderr
