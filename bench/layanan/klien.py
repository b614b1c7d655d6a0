"""The fifty: one small asyncio process that asks for pages in its own time and notes what each took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from bench.layanan.jam import KEPALA, Waktu, read_waktu
from bench.layanan.pemakai import Pemakai, Permintaan

BATAS_DETIK: Final = 120


class Ukuran(NamedTuple):
    """One answer: which page, when it was asked for (seconds from the start), what it took at the client (ms)."""

    halaman: str
    alamat: str
    saat: float
    status: int
    klien: float
    waktu: Waktu | None
    ukuran: int


def run_pemakai(port: int, daftar: Sequence[Pemakai], *, jeda: float, benih: int = 5) -> list[Ukuran]:
    """
    Let everybody ask for all their pages, one each ``jeda`` seconds, spread and not in step.

    What is not answered within two minutes is given up, with status 0.
    """
    return asyncio.run(_run(port, daftar, jeda, Random(benih)))


async def _run(port: int, daftar: Sequence[Pemakai], jeda: float, acak: Random) -> list[Ukuran]:
    mulai = time.perf_counter()
    kerja = []
    for nomor, pemakai in enumerate(daftar):
        awal = nomor * jeda / len(daftar)
        saat = [awal + urutan * jeda + acak.uniform(0, jeda / 2) for urutan in range(len(pemakai.daftar))]
        kerja.append(_pakai(port, pemakai, mulai, saat))
    return [ukuran for satu in await asyncio.gather(*kerja) for ukuran in satu]


async def _pakai(port: int, pemakai: Pemakai, mulai: float, daftar_saat: Sequence[float]) -> list[Ukuran]:
    hasil = []
    for permintaan, saat in zip(pemakai.daftar, daftar_saat, strict=True):
        await asyncio.sleep(max(0.0, mulai + saat - time.perf_counter()))
        try:
            hasil.append(await asyncio.wait_for(_minta(port, pemakai.kuki, permintaan, mulai), BATAS_DETIK))
        except TimeoutError:
            hasil.append(Ukuran(*permintaan, saat, 0, BATAS_DETIK * 1000.0, None, 0))
    return hasil


async def _minta(port: int, kuki: str, permintaan: Permintaan, mulai: float) -> Ukuran:
    awal = time.perf_counter()
    pembaca, penulis = await asyncio.open_connection("127.0.0.1", port)
    baris = (
        f"GET {permintaan.alamat} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: {kuki}",
        "Accept-Encoding: gzip",
        "Connection: close",
    )
    penulis.write(("\r\n".join(baris) + "\r\n\r\n").encode())
    isi = await pembaca.read(-1)
    selesai = time.perf_counter()
    penulis.close()
    kepala, _, _ = isi.partition(b"\r\n\r\n")
    status, *daftar_kepala = kepala.decode("latin-1").split("\r\n")
    per_nama = {nama.lower(): nilai.strip() for nama, _, nilai in (satu.partition(":") for satu in daftar_kepala)}
    waktu = per_nama.get(KEPALA.lower())
    return Ukuran(
        halaman=permintaan.halaman,
        alamat=permintaan.alamat,
        saat=awal - mulai,
        status=int(status.split()[1]),
        klien=(selesai - awal) * 1000,
        waktu=read_waktu(waktu) if waktu else None,
        ukuran=len(isi),
    )
