"""The database: how it keeps what was acknowledged, the heads of the chains, the clock, the queue, the last backup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import Count, F, Max
from django.utils import timezone

from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.sidik import SIDIK_AWAL
from tolok.web.jobs.models import Pekerja, Pekerjaan, StatusPekerjaan
from tolok.web.jobs.pekerja import get_basi
from tolok.web.pemeriksaan.butir import Butir, baik, galat, perhatian

SELISIH_JAM: Final = timedelta(seconds=5)
SELISIH_JAM_BERAT: Final = timedelta(minutes=1)
ANTRE_LAMA: Final = timedelta(minutes=15)
CADANGAN_LAMA: Final = timedelta(hours=36)
CADANGAN_TERLALU_LAMA: Final = timedelta(days=7)
CADANGAN: Final = "cadangan.dibuat"

_PRAGMA: Final = {
    "journal_mode": ("wal", "WAL"),
    "synchronous": (2, "FULL"),
    "foreign_keys": (1, "ON"),
    "wal_autocheckpoint": (0, "0"),
}
_SETELAN_POSTGRESQL: Final = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
}
_SARAN_SETELAN: Final = "Kembalikan setelan itu; tanpanya yang sudah disimpan dapat hilang ketika listrik padam."


def check_basis_data() -> Iterator[Butir]:
    """Yield what is found in a database that answers and is current."""
    yield _check_ketahanan()
    yield _check_kepala()
    yield _check_jam()
    yield _check_pekerja()
    yield _check_antrean()
    yield _check_cadangan()


def _check_ketahanan() -> Butir:
    nama = "ketahanan"
    if connection.vendor == "sqlite":
        kini = {satu: _tanya(f"PRAGMA {satu}") for satu in _PRAGMA}
        salah = [f"{satu} bukan {kata}" for satu, (harus, kata) in _PRAGMA.items() if kini[satu] != harus]
    else:
        setelan = {satu: _tanya(f"SHOW {satu}") for satu in _SETELAN_POSTGRESQL}
        salah = [
            f"{satu} = {setelan[satu]}" for satu, boleh in _SETELAN_POSTGRESQL.items() if setelan[satu] not in boleh
        ]
    if salah:
        return galat(nama, f"Setelan ketahanan basis data berubah: {', '.join(salah)}.", _SARAN_SETELAN)
    return baik(nama, "Setiap simpanan ditulis sampai ke penyimpanan sebelum dinyatakan berhasil.")


def _check_kepala() -> Butir:
    """Compare every head with the last entry of its chain and their number; hashes are for ``verifikasi-riwayat``."""
    nama = "rantai"
    terakhir = {
        rantai: (jumlah, nomor)
        for rantai, jumlah, nomor in Catatan.objects.values_list("rantai").annotate(Count("pk"), Max("nomor"))
    }
    sidik = dict(Catatan.objects.filter(nomor=F("rantai__nomor")).values_list("rantai", "sidik"))
    salah = [
        rantai.kode or "(pemasangan)"
        for rantai in Rantai.objects.order_by("kode")
        if terakhir.get(rantai.pk, (0, 0)) != (rantai.nomor, rantai.nomor)
        or sidik.get(rantai.pk, SIDIK_AWAL) != rantai.sidik
    ]
    if salah:
        return galat(
            nama,
            f"Kepala rantai riwayat tidak cocok dengan catatannya: {', '.join(salah)}.",
            "Jalankan tolok verifikasi-riwayat, dan simpan basis data ini apa adanya untuk pemeriksaan.",
        )
    return baik(nama, f"Kepala {len(terakhir)} rantai riwayat cocok dengan catatan terakhirnya.")


def _check_jam() -> Butir:
    nama = "jam"
    kini = timezone.now()
    selisih = abs(_waktu_basis_data() - kini)
    if selisih > SELISIH_JAM_BERAT:
        return galat(
            nama, f"Jam basis data berselisih {_lama(selisih)} dari jam komputer ini.", "Samakan keduanya (NTP)."
        )
    terakhir: datetime | None = Catatan.objects.aggregate(Max("waktu"))["waktu__max"]
    if terakhir is not None and terakhir - kini > SELISIH_JAM_BERAT:
        return galat(
            nama,
            f"Catatan riwayat terakhir bertanggal {_lama(terakhir - kini)} di masa depan: jam komputer ini mundur.",
            "Betulkan jam (NTP) sebelum ada yang disimpan lagi.",
        )
    if selisih > SELISIH_JAM:
        return perhatian(nama, f"Jam basis data berselisih {_lama(selisih)} dari jam komputer ini.", "Periksa NTP.")
    return baik(nama, "Jam basis data dan komputer ini sama; tidak ada catatan dari masa depan.")


def _check_pekerja() -> Butir:
    nama = "pekerja"
    terakhir: datetime | None = Pekerja.objects.aggregate(Max("denyut"))["denyut__max"]
    saran = "Jalankan tolok kerja sebagai layanan (docs/panduan/pasang.md)."
    if terakhir is None:
        return galat(nama, "Tidak ada pekerja; dokumen tidak dapat dibuat.", saran)
    umur = timezone.now() - terakhir
    if umur > get_basi():
        return galat(nama, f"Pekerja terakhir memberi tanda hidup {_lama(umur)} yang lalu.", saran)
    return baik(nama, f"Pekerja hidup; tanda terakhir {_lama(umur)} yang lalu.")


def _check_antrean() -> Butir:
    nama = "antrean"
    menunggu = Pekerjaan.objects.filter(status=StatusPekerjaan.MENUNGGU)
    tertua = menunggu.order_by("diminta_pada").first()
    if tertua is not None and (umur := timezone.now() - tertua.diminta_pada) > ANTRE_LAMA:
        return perhatian(
            nama,
            f"{menunggu.count()} pekerjaan menunggu, yang tertua sejak {_lama(umur)} yang lalu.",
            "Tambah pekerja (jalankan tolok kerja sekali lagi), atau periksa catatan layanannya.",
        )
    return baik(nama, f"{menunggu.count()} pekerjaan menunggu.")


def _check_cadangan() -> Butir:
    nama = "cadangan"
    saran = "Jadwalkan tolok cadangkan setiap hari (docs/panduan/pulih.md)."
    terakhir: datetime | None = Catatan.objects.filter(rantai__kode="", perbuatan=CADANGAN).aggregate(Max("waktu"))[
        "waktu__max"
    ]
    if terakhir is None:
        return perhatian(nama, "Belum pernah ada cadangan.", saran)
    umur = timezone.now() - terakhir
    pesan = f"Cadangan terakhir dibuat {_lama(umur)} yang lalu."
    if umur > CADANGAN_TERLALU_LAMA:
        return galat(nama, pesan, saran)
    if umur > CADANGAN_LAMA:
        return perhatian(nama, pesan, saran)
    return baik(nama, pesan)


def _waktu_basis_data() -> datetime:
    """Return the time of the machine the database runs on (SQLite: this one)."""
    if connection.vendor == "sqlite":
        return timezone.now()
    waktu: datetime = _tanya("SELECT clock_timestamp()")
    return waktu


def _tanya(perintah: str) -> Any:
    with connection.cursor() as kursor:
        kursor.execute(perintah)
        ((isi,),) = kursor.fetchall()
    return isi


def _lama(selang: timedelta) -> str:
    """Return a span in the largest unit that is not zero, "3 jam"."""
    detik = int(selang.total_seconds())
    for nama, banyak in (("hari", 86_400), ("jam", 3_600), ("menit", 60)):
        if detik >= banyak:
            return f"{detik // banyak} {nama}"
    return f"{detik} detik"
