"""Killed without a word twenty times, the system has lost nothing that it said was written."""

from __future__ import annotations

from tests.web.tahan.penggerak import run_tahan
from tests.web.tempat import Tempat


def test_nothing_acknowledged_is_lost_when_server_and_worker_are_killed(tempat_siap: Tempat) -> None:
    hasil = run_tahan(tempat_siap, benih=3, jumlah=20)
    assert hasil.pelanggaran == ()
    assert hasil.bunuh.total() == 20
    assert min(hasil.bunuh["pelayan"], hasil.bunuh["proses"], hasil.bunuh["pekerja"]) >= 3
    assert hasil.tertulis > 20
    assert hasil.diulang >= 3, "hampir tidak ada pekerjaan yang terputus; uji ini tidak menguji apa pun"
