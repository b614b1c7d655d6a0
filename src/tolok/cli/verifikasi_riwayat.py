"""``tolok verifikasi-riwayat``: whether history is whole, and what is wrong with it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any, Final

from tolok.berkas import GalatBerkas
from tolok.cli.basis_data import siapkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat

if TYPE_CHECKING:
    from tolok.web.audit.queries import HasilVerifikasi
    from tolok.web.audit.verifikasi import Kerusakan

BATAS_CETAK: Final = 100
PEMASANGAN: Final = "(pemasangan)"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe what is verified and against what."""
    parser.description = (
        "Hitung ulang sidik setiap catatan riwayat dan periksa nomor, sambungan, dan kepala rantainya. "
        "Kode keluar: 0 utuh, 1 ada kerusakan, 2 tidak dapat diperiksa."
    )
    parser.add_argument("--instansi", metavar="KODE", help="rantai satu perangkat daerah saja (bawaan: semua)")
    parser.add_argument(
        "--jangkar",
        metavar="BERKAS",
        type=read_alamat,
        action="append",
        default=[],
        help="bandingkan dengan jangkar dari --tulis-jangkar atau manifest.json sebuah cadangan (boleh berulang)",
    )
    parser.add_argument(
        "--tulis-jangkar", metavar="BERKAS", type=read_alamat, help="tulis kepala rantai bila semuanya utuh"
    )
    parser.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")


def run(args: Namespace, layar: Layar) -> int:
    """
    Verify, and say what was found.

    :raises GalatMasukan: if there is no database, no such chain, or a file cannot be read or written
    """
    siapkan()
    from tolok.web.audit.jangkar import JangkarTidakTerbaca, read_jangkar
    from tolok.web.audit.queries import RantaiTidakAda, verify_riwayat

    try:
        jangkar = [kepala for berkas in args.jangkar for kepala in read_jangkar(berkas)]
        hasil = verify_riwayat(instansi=args.instansi, jangkar=jangkar)
    except JangkarTidakTerbaca as galat:
        raise GalatMasukan(str(galat)) from galat
    except RantaiTidakAda as galat:
        raise GalatMasukan(f"Tidak ada riwayat perangkat daerah {args.instansi}. Periksa kodenya.") from galat
    if args.tulis_jangkar and hasil.is_utuh:
        _tulis_jangkar(args, hasil)
    if args.format == "json":
        layar.json(to_json(hasil))
    else:
        _cetak(hasil, layar)
        if args.tulis_jangkar:
            kabar = "Jangkar ditulis" if hasil.is_utuh else "Jangkar tidak ditulis karena riwayat tidak utuh"
            layar.hasil.print(f"{kabar}: {args.tulis_jangkar}", markup=False)
    return 0 if hasil.is_utuh else 1


def to_json(hasil: HasilVerifikasi) -> dict[str, Any]:
    """Return the machine-readable outcome, as ``skema/verifikasi-riwayat.schema.json`` describes it."""
    from tolok.web.audit.jangkar import to_daftar

    return {
        "utuh": hasil.is_utuh,
        "jumlah_catatan": hasil.jumlah_catatan,
        "rantai": to_daftar(hasil.daftar_kepala),
        "kerusakan": [
            {
                "rantai": satu.rantai,
                "jenis": satu.jenis.value,
                "nomor": satu.nomor,
                "waktu": satu.waktu or None,
                "objek": satu.objek or None,
                "pesan": satu.pesan,
            }
            for satu in hasil.daftar_kerusakan
        ],
    }


def _tulis_jangkar(args: Namespace, hasil: HasilVerifikasi) -> None:
    from django.utils import timezone

    from tolok.web.audit.jangkar import write_jangkar

    try:
        write_jangkar(args.tulis_jangkar, hasil.daftar_kepala, pada=timezone.now())
    except GalatBerkas as galat:
        raise GalatMasukan(str(galat)) from galat


def _cetak(hasil: HasilVerifikasi, layar: Layar) -> None:
    for satu in hasil.daftar_kerusakan[:BATAS_CETAK]:
        layar.hasil.print(_sebut(satu), markup=False, soft_wrap=True)
    if (lebih := len(hasil.daftar_kerusakan) - BATAS_CETAK) > 0:
        layar.hasil.print(f"… dan {lebih} kerusakan lain.")
    cakupan = f"{hasil.jumlah_catatan} catatan dalam {len(hasil.daftar_kepala)} rantai"
    if hasil.is_utuh:
        layar.hasil.print(f"[bold green]Riwayat utuh.[/] {cakupan}.")
    else:
        layar.hasil.print(f"[bold red]Riwayat tidak utuh:[/] {len(hasil.daftar_kerusakan)} kerusakan; {cakupan}.")


def _sebut(satu: Kerusakan) -> str:
    letak = f"{satu.rantai or PEMASANGAN} catatan {satu.nomor}"
    keterangan = ", ".join(teks for teks in (satu.waktu, satu.objek) if teks)
    return f"{letak}: {satu.jenis.value}. {satu.pesan}" + (f" [{keterangan}]" if keterangan else "")
