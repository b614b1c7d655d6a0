"""``tolok pulihkan``: a backup back in its place, all of it or nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from tolok.berkas import sebab_galat
from tolok.cli.basis_data import bangunkan, list_belum_termigrasi, sebut_basis_data, siapkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat

if TYPE_CHECKING:
    from pathlib import Path

    from tolok.web.pemulihan.pulihkan import HasilPulih

KATA_SETUJU: Final = "timpa"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe what is restored, and what may be replaced."""
    parser.description = (
        "Periksa sebuah cadangan, tulis di samping yang ada, verifikasi riwayatnya, lalu tempatkan. Hentikan web dan "
        "pekerja dahulu. Tempat yang berisi hanya diganti dengan --timpa; isinya yang lama disimpan dengan nama lain."
    )
    parser.add_argument(
        "sumber", metavar="SUMBER", type=read_alamat, help="folder atau berkas .tar dari tolok cadangkan"
    )
    parser.add_argument("--timpa", action="store_true", help="ganti data yang ada")
    parser.add_argument("--ya", action="store_true", help="jangan tanya lagi sebelum mengganti (untuk skrip)")


def run(args: Namespace, layar: Layar) -> int:
    """
    Restore.

    :raises GalatMasukan: if it cannot be done; nothing has changed then
    """
    bangunkan()
    from django.conf import settings
    from django.db import connection

    from tolok.web.pemulihan.galat import GalatPemulihan
    from tolok.web.simpan.pemakaian import SedangDipakai, hold_sendiri

    if connection.vendor != "sqlite":  # asking SQLite would make the file
        siapkan(is_termigrasi=False)
    try:
        with hold_sendiri(settings.FOLDER_DATA):
            hasil = _pulihkan(args.sumber, layar, is_timpa=args.timpa, is_ya=args.ya)
    except GalatPemulihan as galat:
        raise GalatMasukan(f"{galat} Tidak ada yang berubah.") from galat
    except OSError as galat:
        raise GalatMasukan(
            f"Tidak dapat dipulihkan: {galat.filename or args.sumber}: {sebab_galat(galat)}. Tidak ada yang berubah."
        ) from galat
    except SedangDipakai as galat:
        raise GalatMasukan(
            f"Data di {settings.FOLDER_DATA} sedang dipakai. Hentikan tolok layani dan tolok kerja dahulu."
        ) from galat
    _cetak(hasil, layar)
    return 0 if hasil.verifikasi.is_utuh else 1


def _pulihkan(sumber: Path, layar: Layar, *, is_timpa: bool, is_ya: bool) -> HasilPulih:
    from tolok.web.pemulihan.pulihkan import check_cadangan, list_isi_lama, restore_cadangan
    from tolok.web.pemulihan.wadah import buka_cadangan

    with buka_cadangan(sumber) as cadangan:
        check_cadangan(cadangan)
        lama = list_isi_lama()
        if lama and not is_timpa:
            raise GalatMasukan(
                f"Tempat ini sudah berisi: {' dan '.join(lama)}. Pulihkan ke tempat kosong (TOLOK_DATA atau "
                "TOLOK_BASIS_DATA lain), atau tambahkan --timpa."
            )
        if lama and not is_ya:
            _minta_setuju(lama, cadangan.manifest.dibuat, layar)
        return restore_cadangan(cadangan)


def _minta_setuju(lama: tuple[str, ...], dibuat: str, layar: Layar) -> None:
    if not sys.stdin.isatty():
        raise GalatMasukan("Tidak ada terminal untuk menyetujui penggantian. Tambahkan --ya bila sudah pasti.")
    layar.pesan.print(f"Akan diganti: {' dan '.join(lama)}", markup=False)
    layar.pesan.print(f"dengan cadangan yang dibuat {dibuat}. Yang sesudah itu tidak ikut.", markup=False)
    layar.pesan.print(f"Ketik {KATA_SETUJU} untuk melanjutkan: ", end="")
    if input().strip().lower() != KATA_SETUJU:
        raise GalatMasukan("Tidak disetujui. Tidak ada yang berubah.")


def _cetak(hasil: HasilPulih, layar: Layar) -> None:
    layar.hasil.print(f"Dipulihkan: cadangan {hasil.manifest.dibuat} ke {sebut_basis_data()}", markup=False)
    for kepala in hasil.manifest.rantai:
        layar.hasil.print(
            f"  {kepala.kode or '(pemasangan)'}: {kepala.nomor} catatan, kepala {kepala.sidik[:16]}", markup=False
        )
    if hasil.disimpan:
        layar.hasil.print(f"Yang lama disimpan: {', '.join(hasil.disimpan)}", markup=False)
    if not hasil.verifikasi.is_utuh:
        layar.hasil.print(
            f"[bold red]Riwayat sudah tidak utuh ketika dicadangkan[/] ({len(hasil.verifikasi.daftar_kerusakan)} "
            "kerusakan). Lihat: tolok verifikasi-riwayat"
        )
    if list_belum_termigrasi():
        layar.hasil.print("Cadangan ini dari versi yang lebih lama. Jalankan: tolok siapkan")
