"""Who signs in and what each of them asks for; runs where the city is (``python -m bench.layanan.pemakai N M``)."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from itertools import cycle, islice
from random import Random
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from tolok.web.akun.models import Pengguna
    from tolok.web.perencanaan.models import TahunKinerja

BAGIAN_TAHUN_TERAKHIR: Final = 0.9
"""How much of what is asked for concerns the last year; the rest is spread over the earlier ones."""
POLA: Final = ("beranda_tahun", "indikator", "beranda_tahun", "indikator", "lain")
LAIN: Final = ("pohon", "anggaran", "pengukuran", "indikator_daftar")
SE_KOTA: Final = ("pembina", "bappeda", "evaluator")
BERUNIT: Final = ("penanggung_jawab", "pptk")
PERAN: Final = ("perencana", "pimpinan", "keuangan", "admin", "pembaca", *BERUNIT, *SE_KOTA)


class Permintaan(NamedTuple):
    """One page that is asked for, and its address."""

    halaman: str
    alamat: str


class Pemakai(NamedTuple):
    """One person: their cookie, and the pages they ask for, one after the other."""

    kuki: str
    daftar: tuple[Permintaan, ...]


def make_pemakai(jumlah: int, banyak: int, *, benih: int = 50) -> list[Pemakai]:
    """
    Sign so many people in, one agency and role after the other, and say which ``banyak`` pages each asks for.

    Whoever has a role over the whole city reads any agency, the others their own; whoever has one over a unit opens
    indicators of that unit.
    """
    from tolok.web.organisasi.models import Instansi

    acak = Random(benih)
    daftar_instansi = list(Instansi.objects.order_by("pk"))
    hasil = []
    for nomor, peran in enumerate(islice(cycle(PERAN), jumlah)):
        milik = daftar_instansi[nomor * 7 % len(daftar_instansi)]
        unit = _pilih_unit(milik, acak) if peran in BERUNIT else None
        jangkauan = daftar_instansi if peran in SE_KOTA else [milik]
        kuki = _masuk(_buat(f"pemakai-{nomor:03d}", peran, None if peran in SE_KOTA else milik, unit))
        lain = cycle(LAIN[nomor % len(LAIN) :] + LAIN[: nomor % len(LAIN)])
        daftar = []
        for urutan in range(banyak):
            halaman = POLA[(nomor + urutan) % len(POLA)]
            halaman = next(lain) if halaman == "lain" else halaman
            daftar.append(Permintaan(halaman, _alamat(halaman, _pilih_tahun(acak.choice(jangkauan), acak), unit, acak)))
        hasil.append(Pemakai(kuki, tuple(daftar)))
    return hasil


def _buat(nama: str, peran: str, instansi: Any, unit: Any) -> Pengguna:
    from tolok.web.akun.models import Pengguna
    from tolok.web.organisasi.models import PenugasanPeran

    pengguna = Pengguna(username=nama, nama=f"Pemakai {nama[-3:]}")
    pengguna.set_unusable_password()
    pengguna.save()
    PenugasanPeran.objects.create(pengguna=pengguna, peran=peran, instansi=instansi, unit=unit, mulai=date(2019, 1, 1))
    return pengguna


def _masuk(pengguna: Pengguna) -> str:
    from django.conf import settings
    from django.test import Client

    klien = Client()
    klien.force_login(pengguna, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return f"{settings.SESSION_COOKIE_NAME}={klien.cookies[settings.SESSION_COOKIE_NAME].value}"


def _pilih_unit(instansi: Any, acak: Random) -> Any:
    from tolok.web.organisasi.models import Unit

    return acak.choice(list(Unit.objects.filter(instansi=instansi, kode__startswith="bidang").order_by("pk")))


def _pilih_tahun(instansi: Any, acak: Random) -> TahunKinerja:
    from tolok.web.perencanaan.models import TahunKinerja

    terakhir, *lalu = TahunKinerja.objects.filter(instansi=instansi).select_related("instansi").order_by("-tahun")
    return terakhir if not lalu or acak.random() < BAGIAN_TAHUN_TERAKHIR else acak.choice(lalu)


def _alamat(halaman: str, tahun: TahunKinerja, unit: Any, acak: Random) -> str:
    from django.urls import reverse

    isi = {"instansi": tahun.instansi.kode, "tahun": tahun.tahun, "periode": f"tw{acak.randint(1, 4)}"}
    if halaman == "indikator":
        isi["kode"] = _pilih_indikator(tahun, unit, acak)
    return reverse(halaman, kwargs=isi)


def _pilih_indikator(tahun: TahunKinerja, unit: Any, acak: Random) -> str:
    from tolok.web.organisasi.models import BarisUnit
    from tolok.web.perencanaan.models import AnggotaIndikator

    milik = AnggotaIndikator.objects.filter(tahun=tahun, edisi__bagian_dari__isnull=True).order_by("urutan")
    daftar = milik.values_list("edisi__indikator__kode", "edisi__penanggung_jawab")
    nama = BarisUnit.objects.filter(unit=unit).values_list("nama", flat=True).first() if unit is not None else None
    return acak.choice([kode for kode, pemilik in daftar if nama is None or nama in pemilik])


def main(argv: list[str]) -> int:
    """Print who asks for what as JSON."""
    import django

    django.setup()
    jumlah, banyak = map(int, argv)
    json.dump(make_pemakai(jumlah, banyak), sys.stdout)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.web.settings")
    sys.exit(main(sys.argv[1:]))
