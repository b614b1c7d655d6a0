"""``tolok muat-paket``: show what a package would change in the database, and load it, whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tolok.berkas import sebab_galat
from tolok.cli.basis_data import sebut_basis_data, siapkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat

if TYPE_CHECKING:
    from tolok.core.instansi import TahunInstansi
    from tolok.web.pertukaran.queries import Pratinjau


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command."""
    parser.description = (
        "Tampilkan yang akan berubah di basis data bila paket ini dimuat, lalu muat sesudah disetujui: seluruhnya atau "
        "tidak sama sekali, sebagai satu catatan riwayat. Kode keluar: 0 dimuat atau memang sama, 1 ditolak atau tidak "
        "disetujui, 2 paket tidak terbaca."
    )
    parser.add_argument("paket", metavar="PAKET", type=read_alamat, help="folder paket atau buku kerja .xlsx")
    parser.add_argument("--ya", action="store_true", help="muat tanpa bertanya (untuk skrip)")
    parser.add_argument(
        "--format",
        choices=("teks", "json"),
        default="teks",
        help="bentuk keluaran (bawaan: teks); json tidak bertanya: tanpa --ya hanya pratinjau",
    )


def run(args: Namespace, layar: Layar) -> int:
    """
    Show the preview, ask, load.

    :raises GalatMasukan: if the package or the database cannot be used, or nobody can be asked
    """
    siapkan()
    from tolok.paket.masalah import GalatPaket
    from tolok.paket.muat import load_paket
    from tolok.paket.sidik import hash_paket
    from tolok.web.pertukaran.queries import preview_muat

    try:
        data = load_paket(args.paket)
        sidik = hash_paket(args.paket)
        pratinjau = preview_muat(data, lingkup=None)
    except GalatPaket as galat:
        raise GalatMasukan(str(galat)) from galat
    except OSError as galat:
        raise GalatMasukan(f"{galat.filename or args.paket} tidak dapat dibaca: {sebab_galat(galat)}.") from galat
    is_teks = args.format == "teks"
    if is_teks:
        from tolok.cli.muat_paket_layar import print_pratinjau

        print_pratinjau(pratinjau, layar, basis_data=sebut_basis_data())
    boleh = not pratinjau.is_ditolak and not pratinjau.is_sama
    nomor = None
    if boleh and (args.ya or (is_teks and _tanya(args.paket, layar))):
        nomor = _muat(data, pratinjau, sidik)
        if is_teks:
            layar.hasil.print(f"[bold green]Dimuat[/] sebagai catatan riwayat nomor {nomor}.")
    if not is_teks:
        from tolok.cli.muat_paket_layar import to_json

        layar.json(to_json(args.paket, pratinjau, sidik=sidik, nomor_catatan=nomor))
        return 1 if pratinjau.is_ditolak else 0
    return 0 if nomor is not None or (pratinjau.is_sama and not pratinjau.is_ditolak) else 1


def _muat(data: TahunInstansi, pratinjau: Pratinjau, sidik: str) -> Any:
    from tolok.web.pertukaran.operations import PratinjauUsang, load_ke_basis_data
    from tolok.web.pertukaran.penolakan import PemuatanDitolak

    try:
        hasil = load_ke_basis_data(data, oleh=None, sidik_paket=sidik, nomor_riwayat=pratinjau.nomor_riwayat)
    except (PratinjauUsang, PemuatanDitolak) as galat:
        raise GalatMasukan(f"{galat} Ulangi perintah ini untuk melihat keadaannya sekarang.") from galat
    return hasil.catatan.nomor


def _tanya(paket: Path, layar: Layar) -> bool:
    layar.hasil.print(f"Muat {paket}? Tulis ya atau tidak: ", end="", markup=False)
    layar.tuntaskan()
    try:
        jawaban = input().strip().casefold()
    except EOFError:
        layar.hasil.print("")
        raise GalatMasukan(
            "Tidak ada jawaban, jadi belum ada yang dimuat. Di dalam skrip tambahkan --ya untuk memuat tanpa bertanya."
        ) from None
    if jawaban in ("ya", "y"):
        return True
    layar.hasil.print("Tidak dimuat; tidak ada yang berubah.")
    return False
