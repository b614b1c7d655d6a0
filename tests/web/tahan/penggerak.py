"""
Kills a real server and a real worker at seeded random moments while writers write, and checks what is left.

What a writer was told is written (HTTP 200) must be there; what it was not told may be there, once. The plan of kills
depends on the seed alone; what the machine does between two of them does not.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from tests.web.tempat import TOLOK, Tempat

BASI_DETIK: Final = 1
BATAS_TUNGGU_DETIK: Final = 60
PENULIS: Final = 3
SASARAN: Final = ("pelayan", "proses", "pekerja", "pekerja")
"""What is killed: the whole server, one of its processes, or the worker (twice as often) while it has a job."""
BATAS_MENUNGGU_PEKERJAAN_DETIK: Final = 10
JATAH_PEKERJAAN: Final = 6
"""Jobs that writers may ask for between two kills: a worker that is always killed must not fall ever further behind."""


@dataclass
class Diakui:
    """What the writers tried, and what they were told is written; ``jatah``: how many jobs they may ask for so far."""

    dicoba: set[str] = field(default_factory=set)
    tertulis: set[str] = field(default_factory=set)
    pekerjaan: set[str] = field(default_factory=set)
    jatah: int = 4 * JATAH_PEKERJAAN
    kunci: threading.Lock = field(default_factory=threading.Lock)

    @property
    def jumlah(self) -> int:
        """How many writes and jobs have been acknowledged so far."""
        return len(self.tertulis) + len(self.pekerjaan)


@dataclass(frozen=True)
class Hasil:
    """The outcome of one run: how much was done to the system, and every promise that was broken."""

    bunuh: Counter[str]
    tertulis: int
    pekerjaan: int
    diulang: int
    pelanggaran: tuple[str, ...]


def run_tahan(tempat: Tempat, *, benih: int, jumlah: int) -> Hasil:
    """
    Run the test in a place that is ready.

    :param benih: seed of the plan
    :param jumlah: how many kills
    """
    tambahan = {
        "DJANGO_SETTINGS_MODULE": "tests.web.tahan.pengaturan",
        "TOLOK_PEKERJAAN_BASI": str(BASI_DETIK),
    }
    sistem = _Sistem(replace(tempat, lingkungan=tempat.lingkungan | tambahan))
    acak = random.Random(benih)
    diakui, bunuh, diambil = Diakui(), Counter[str](), set[tuple[str, int]]()
    with sistem.berjalan():
        with _menulis(sistem.port, diakui):
            for _ in range(jumlah):
                _tunggu_kemajuan(sistem, diakui)
                sasaran, jeda = acak.choice(SASARAN), acak.uniform(0, 0.2)
                if sasaran == "pekerja":
                    _tunggu_pekerjaan(sistem.port, diambil)
                time.sleep(jeda)
                sistem.bunuh(sasaran, acak)
                bunuh[sasaran] += 1
                diakui.jatah += JATAH_PEKERJAAN
            _tunggu_kemajuan(sistem, diakui)
        keadaan = _tunggu_selesai(sistem.port)
    rusak = tempat.tolok("verifikasi-riwayat")
    pelanggaran = [*_periksa(diakui, keadaan), *([rusak.stdout + rusak.stderr] if rusak.returncode else [])]
    diulang = sum(percobaan > 1 for _, percobaan, _ in keadaan["pekerjaan"].values())
    return Hasil(bunuh, len(diakui.tertulis), len(diakui.pekerjaan), diulang, tuple(pelanggaran))


def _periksa(diakui: Diakui, keadaan: dict[str, Any]) -> Iterator[str]:
    """Yield each broken promise."""
    catatan = Counter(keadaan["catatan"])
    tertulis = {objek for objek in catatan if objek.startswith("tulis:")}
    efek = {objek.removeprefix("efek:") for objek in catatan if objek.startswith("efek:")}
    if hilang := {f"tulis:{nomor}" for nomor in diakui.tertulis} - tertulis:
        yield f"diakui tetapi hilang: {sorted(hilang)}"
    if asing := tertulis - {f"tulis:{nomor}" for nomor in diakui.dicoba}:
        yield f"tidak pernah dicoba: {sorted(asing)}"
    if ganda := [objek for objek, kali in catatan.items() if kali > 1]:
        yield f"lebih dari sekali: {sorted(ganda)}"
    if keadaan["versi"] != 1 + len(tertulis):
        yield f"baris berversi {keadaan['versi']}, padahal ditulis {len(tertulis)} kali"
    if hilang := diakui.pekerjaan - keadaan["pekerjaan"].keys():
        yield f"pekerjaan diakui tetapi hilang: {sorted(hilang)}"
    selesai = {nomor for nomor, (status, _, _) in keadaan["pekerjaan"].items() if status == "selesai"}
    if salah := selesai ^ efek:
        yield f"selesai tanpa efek, atau efek tanpa selesai: {sorted(salah)}"
    for nomor, (status, percobaan, pesan) in keadaan["pekerjaan"].items():
        if status != "selesai" and not (status == "gagal" and percobaan >= 3):
            yield f"pekerjaan {nomor} {status} sesudah {percobaan} percobaan: {pesan}"


class _Sistem:
    """The server and the worker as processes."""

    def __init__(self, tempat: Tempat) -> None:
        self.tempat = tempat
        self.port = _port_bebas()
        self._proses: dict[str, subprocess.Popen[bytes]] = {}

    @contextmanager
    def berjalan(self) -> Iterator[None]:
        """Run both while the block runs."""
        try:
            self._mulai("pelayan")
            self._mulai("pekerja")
            yield
        finally:
            for proses in self._proses.values():
                with suppress(ProcessLookupError):
                    os.killpg(proses.pid, signal.SIGKILL)
                proses.wait()

    def bunuh(self, sasaran: str, acak: random.Random) -> None:
        """Kill at once, without a word; what is gone is started again as systemd would."""
        if sasaran == "proses":
            anak = _daftar_anak(self._proses["pelayan"].pid)
            if anak:
                os.kill(acak.choice(anak), signal.SIGKILL)
            return
        proses = self._proses[sasaran]
        os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()
        self._mulai(sasaran)

    def _mulai(self, nama: str) -> None:
        perintah = {
            "pelayan": ("layani", "--alamat", f"127.0.0.1:{self.port}", "--proses", "2"),
            "pekerja": ("kerja",),
        }[nama]
        with self._catatan(nama).open("ab") as catatan:
            self._proses[nama] = subprocess.Popen(
                [*TOLOK, *perintah],
                env=self.tempat.lingkungan,
                stdout=subprocess.DEVNULL,
                stderr=catatan,
                start_new_session=True,
            )

    def sebut(self) -> str:
        """Return how both are and what they complained of last."""
        daftar = []
        for nama, proses in self._proses.items():
            keluhan = self._catatan(nama).read_text(encoding="utf-8", errors="replace")[-2000:]
            daftar.append(f"{nama}: {'berjalan' if proses.poll() is None else proses.returncode}\n{keluhan}")
        return "\n".join(daftar)

    def _catatan(self, nama: str) -> Path:
        return self.tempat.folder / f"{nama}.log"


@contextmanager
def _menulis(port: int, diakui: Diakui) -> Iterator[None]:
    """Write from several threads while the block runs."""
    cukup = threading.Event()
    utas = [threading.Thread(target=_tulis_terus, args=(port, n, diakui, cukup)) for n in range(PENULIS)]
    for satu in utas:
        satu.start()
    try:
        yield
    finally:
        cukup.set()
        for satu in utas:
            satu.join()


def _tulis_terus(port: int, penulis: int, diakui: Diakui, cukup: threading.Event) -> None:
    kali = 0
    while not cukup.is_set():
        kali += 1
        nomor = str(penulis * 1_000_000 + kali)
        is_pekerjaan = kali % 8 == 0 and len(diakui.pekerjaan) < diakui.jatah
        with diakui.kunci:
            diakui.dicoba.add(nomor)
        if _kirim(port, f"/{'minta' if is_pekerjaan else 'tulis'}/{nomor}/?milidetik=40") is None:
            cukup.wait(0.02)
            continue
        with diakui.kunci:
            (diakui.pekerjaan if is_pekerjaan else diakui.tertulis).add(nomor)
        cukup.wait(0.005)


def _kirim(port: int, alamat: str, metode: str = "POST") -> Any:
    """Return the answer, ``None`` if there was none or none that says it went well."""
    sambungan = http.client.HTTPConnection("127.0.0.1", port, timeout=40)
    try:
        sambungan.request(metode, alamat)
        jawaban = sambungan.getresponse()
        isi = jawaban.read()
        return json.loads(isi) if jawaban.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        sambungan.close()


def _tunggu_kemajuan(sistem: _Sistem, diakui: Diakui) -> None:
    """Wait until a write is acknowledged, so that every kill hits a system that works."""
    semula, batas = diakui.jumlah, time.monotonic() + BATAS_TUNGGU_DETIK
    while diakui.jumlah == semula:
        if time.monotonic() > batas:
            raise TimeoutError(f"Pelayan tidak lagi menerima tulisan.\n{sistem.sebut()}")
        time.sleep(0.01)


def _tunggu_pekerjaan(port: int, diambil: set[tuple[str, int]]) -> None:
    """Wait until the worker has begun a job it had not before (``diambil``: those seen), if there is any to begin."""
    batas = time.monotonic() + BATAS_MENUNGGU_PEKERJAAN_DETIK
    while time.monotonic() < batas:
        kini = {(nomor, percobaan) for nomor, percobaan in _kirim(port, "/berjalan/", "GET") or ()}
        if kini - diambil:
            diambil |= kini
            return
        time.sleep(0.02)


def _tunggu_selesai(port: int) -> dict[str, Any]:
    """Wait, as long as any job ends, until none waits or runs, and return what can be read then."""
    belum, batas = None, time.monotonic() + BATAS_TUNGGU_DETIK
    while True:
        keadaan = _kirim(port, "/keadaan/", "GET")
        if keadaan:
            kini = sum(s in ("menunggu", "berjalan") for s, _, _ in keadaan["pekerjaan"].values())
            if not kini:
                return dict(keadaan)
            if kini != belum:
                belum, batas = kini, time.monotonic() + BATAS_TUNGGU_DETIK
        if time.monotonic() > batas:
            raise TimeoutError(f"Masih ada {belum} pekerjaan yang belum selesai.")
        time.sleep(0.1)


def _daftar_anak(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as berkas:  # noqa: PTH123
        return [int(satu) for satu in berkas.read().split()]


def _port_bebas() -> int:
    with socket.socket() as coba:
        coba.bind(("127.0.0.1", 0))
        return int(coba.getsockname()[1])
