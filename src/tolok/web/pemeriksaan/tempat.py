"""The machine and the settings: room, permissions, secrets, addresses, cookies, static files."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from tolok.web.pemeriksaan.butir import Butir, baik, galat, perhatian
from tolok.web.settings.kunci import NAMA_BERKAS

RUANG_GALAT: Final = 200 << 20
RUANG_PERHATIAN: Final = 1 << 30
PANJANG_KUNCI: Final = 50
RAGAM_KUNCI: Final = 10
SETEMPAT: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})


def check_tempat() -> Iterator[Butir]:
    """Yield what is found without asking the database."""
    folder = Path(settings.FOLDER_DATA)
    if not folder.is_dir():
        yield galat("folder", f"Folder data {folder} tidak ada.", "Periksa TOLOK_DATA, lalu jalankan: tolok siapkan")
        return
    yield _check_ruang(folder)
    yield _check_izin(folder)
    yield _check_kunci()
    yield _check_debug()
    yield _check_host()
    yield _check_https()
    yield _check_statis()


def _check_ruang(folder: Path) -> Butir:
    sisa = shutil.disk_usage(folder).free
    pesan = f"Tersisa {sisa >> 20} MB di {folder}."
    saran = "Kosongkan ruang atau pindahkan cadangan lama ke tempat lain."
    if sisa < RUANG_GALAT:
        return galat("ruang", pesan, saran)
    if sisa < RUANG_PERHATIAN:
        return perhatian("ruang", pesan, saran)
    return baik("ruang", pesan)


def _check_izin(folder: Path) -> Butir:
    if folder.stat().st_mode & 0o007:
        return perhatian(
            "izin", f"Folder data {folder} dapat dibuka pengguna lain di komputer ini.", f"Jalankan: chmod o= {folder}"
        )
    return baik("izin", "Folder data hanya untuk pemilik dan kelompoknya.")


def _check_kunci() -> Butir:
    kunci, berkas = str(settings.SECRET_KEY), Path(settings.FOLDER_DATA) / NAMA_BERKAS
    if len(kunci) < PANJANG_KUNCI or len(set(kunci)) < RAGAM_KUNCI:
        return galat(
            "kunci",
            "Kunci rahasia terlalu pendek atau mudah ditebak.",
            f"Hapus TOLOK_KUNCI supaya Tolok membuat yang baru di {berkas}; semua orang lalu masuk lagi.",
        )
    if not os.environ.get("TOLOK_KUNCI") and berkas.stat().st_mode & 0o077:
        return galat("kunci", f"Kunci rahasia {berkas} dapat dibaca pengguna lain.", f"Jalankan: chmod 600 {berkas}")
    return baik("kunci", "Kunci rahasia kuat dan hanya terbaca pemiliknya.")


def _check_debug() -> Butir:
    if settings.DEBUG:
        return galat(
            "debug", "TOLOK_DEBUG menyala: kesalahan memperlihatkan isi program dan data.", "Hapus TOLOK_DEBUG."
        )
    return baik("debug", "Pesan untuk pengembang mati.")


def _check_host() -> Butir:
    daftar = list(settings.ALLOWED_HOSTS)
    saran = "Isi TOLOK_HOST dengan nama situs ini, misalnya TOLOK_HOST=kinerja.kota.go.id"
    if any(nama == "*" or nama.startswith(".") for nama in daftar):
        return galat("host", f"TOLOK_HOST menerima nama apa saja ({', '.join(daftar)}).", saran)
    if _is_setempat():
        return perhatian("host", "Situs hanya menjawab di komputer ini sendiri.", saran)
    return baik("host", f"Situs menjawab sebagai {', '.join(daftar)}.")


def _check_https() -> Butir:
    aman = (
        settings.SESSION_COOKIE_SECURE,
        settings.CSRF_COOKIE_SECURE,
        settings.SECURE_SSL_REDIRECT,
        settings.SECURE_HSTS_SECONDS,
    )
    if all(aman):
        return baik("https", "Sesi hanya dikirim lewat HTTPS.")
    saran = "Pasang TLS di depan Tolok lalu isi TOLOK_HTTPS=1 (docs/panduan/pasang.md)."
    if _is_setempat():
        return perhatian("https", "Tanpa HTTPS; cukup untuk mencoba di komputer ini sendiri.", saran)
    return galat("https", "Tanpa HTTPS: kata sandi dan sesi dapat dibaca di jaringan.", saran)


def _check_statis() -> Butir:
    daftar = Path(settings.STATIC_ROOT) / "staticfiles.json"
    saran = "Jalankan: tolok siapkan"
    try:
        terkumpul = json.loads(daftar.read_bytes())["paths"].keys()
    except (OSError, ValueError, KeyError):
        return galat("statis", f"Berkas statis belum dikumpulkan ({daftar.parent}).", saran)
    perlu = {
        str(Path(getattr(simpanan, "prefix", None) or "") / nama).replace(os.sep, "/")
        for pencari in get_finders()
        for nama, simpanan in pencari.list(["CVS", ".*", "*~"])
    }
    if kurang := sorted(perlu - terkumpul):
        return galat("statis", f"{len(kurang)} berkas statis belum dikumpulkan, antara lain {kurang[0]}.", saran)
    return baik("statis", f"{len(perlu)} berkas statis terkumpul.")


def _is_setempat() -> bool:
    return set(settings.ALLOWED_HOSTS) <= SETEMPAT
