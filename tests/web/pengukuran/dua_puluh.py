"""
Twenty people write one value at the same moment; run as a process of its own in a place with a database of its own.

``python dua_puluh.py operasi|halaman`` prints what each of them was told, and what is stored, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread
from typing import Any

import django

BANYAK = 20


def _lewat_operasi(pengguna: Any, nilai: str, versi: int) -> list[str]:
    from tolok.core.cetak_angka import format_nilai
    from tolok.web.organisasi.lingkup import get_lingkup
    from tolok.web.pengukuran.baca_isian import Isian
    from tolok.web.pengukuran.operations import fill_nilai
    from tolok.web.perencanaan.konteks import get_konteks
    from tolok.web.simpan.versi import SudahBerubah

    lingkup = get_lingkup(pengguna, pada=date(2021, 1, 20))
    konteks = get_konteks(lingkup, instansi="probolinggo-dinsos-pppa", tahun=2020, periode="tw4")
    try:
        fill_nilai(konteks, variabel="pmks-terpenuhi", isian=Isian(nilai=nilai), versi=versi)
    except SudahBerubah as galat:
        kini: Any = galat.kini
        return ["berubah", format_nilai(kini.nilai), str(galat.diminta["mikro"] // 1_000_000)]
    return ["tersimpan"]


def _lewat_halaman(pengguna: Any, nilai: str, versi: int) -> list[str]:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(pengguna, backend="allauth.account.auth_backends.AuthenticationBackend")
    jawab = client.post(
        "/probolinggo-dinsos-pppa/2020/tw4/pengukuran/variabel/pmks-terpenuhi/",
        {"sebaris": "ya", "baris": "pmks", "versi": str(versi), "nilai": nilai},
        headers={"hx-request": "true"},
    )
    isi = jawab.content.decode()
    if jawab.status_code == 409:
        kini, _, sisa = isi.partition("Tersimpan sekarang: <b>")[2].partition("</b>")
        return ["berubah", kini.removesuffix(" orang"), sisa.partition("<b>")[2].partition("</b>")[0]]
    return ["tersimpan"] if jawab.status_code == 200 else [str(jawab.status_code), isi[:500]]


def main(tulis: Callable[[Any, str, int], list[str]]) -> None:
    """Load the example, let them write twice over, and tell what happened."""
    from django.db import connections
    from tests.web.dunia import buat_pengguna, muat_contoh

    from tolok.web.audit.models import Catatan
    from tolok.web.organisasi.models import Peran
    from tolok.web.pengukuran.models import NilaiVariabel

    muat_contoh()
    daftar = [buat_pengguna(f"penulis{n}", Peran.PERENCANA) for n in range(BANYAK)]
    laporan = []
    for putaran in (1, 2):
        serentak, hasil = Barrier(BANYAK), [[""]] * BANYAK

        def kerja(n: int, putaran: int = putaran, serentak: Barrier = serentak, hasil: list[list[str]] = hasil) -> None:
            try:
                serentak.wait()
                hasil[n] = tulis(daftar[n], str(putaran * 1000 + n), putaran)
            except Exception as galat:
                hasil[n] = [f"{type(galat).__name__}: {galat}"]
            finally:
                connections.close_all()

        utas = [Thread(target=kerja, args=(n,)) for n in range(BANYAK)]
        for satu in utas:
            satu.start()
        for satu in utas:
            satu.join()
        baris = NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4)
        laporan.append({"hasil": hasil, "nilai": baris.mikro // 1_000_000, "versi": baris.versi})
    entri = Catatan.objects.filter(perbuatan="nilai.diisi").order_by("nomor")
    print(json.dumps({"putaran": laporan, "entri": [[satu.nomor, satu.pelaku_nama] for satu in entri]}))


if __name__ == "__main__":
    django.setup()
    main({"operasi": _lewat_operasi, "halaman": _lewat_halaman}[sys.argv[1]])
