"""``tolok pengguna``: accounts and the roles they hold, for whoever runs the installation."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tolok.cli.basis_data import siapkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_tanggal

if TYPE_CHECKING:
    from tolok.web.akun.models import Pengguna
    from tolok.web.organisasi.models import Peran


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the actions."""
    cabang = parser.add_subparsers(dest="tindakan", metavar="TINDAKAN", title="tindakan", required=True)

    buat = cabang.add_parser(
        "buat",
        help="buat akun dan cetak kata sandi sementaranya",
        description="Buat akun. Kata sandi sementara dicetak satu kali dan wajib diganti saat pertama kali masuk.",
    )
    _tambah_nama(buat)
    buat.add_argument("--nama", metavar="NAMA", required=True, help="nama lengkap, seperti pada dokumen dan riwayat")
    buat.add_argument("--surel", metavar="SUREL", default="", help="alamat surel, untuk masuk dan tautan kata sandi")

    sandi = cabang.add_parser(
        "sandi",
        help="beri kata sandi sementara yang baru",
        description="Beri kata sandi sementara. Semua sesi akun itu berakhir dan kuncinya terbuka.",
    )
    _tambah_nama(sandi)
    sandi.add_argument(
        "--cabut-pengaman", action="store_true", help="cabut juga pengaman dua langkah (ponsel dan kode hilang)"
    )

    for nama, bantuan in (
        ("nonaktif", "larang akun masuk; sesinya berakhir, riwayatnya tetap"),
        ("aktif", "izinkan lagi akun yang nonaktif"),
    ):
        _tambah_nama(cabang.add_parser(nama, help=bantuan, description=f"{bantuan[0].upper()}{bantuan[1:]}."))

    peran = cabang.add_parser(
        "peran",
        help="beri peran pada instansi atau unit, untuk suatu masa",
        description="Beri peran. Tercatat pada riwayat instansi itu.",
    )
    _tambah_nama(peran)
    _tambah_peran(peran)
    peran.add_argument("--mulai", metavar="TANGGAL", type=read_tanggal, required=True, help="hari pertama")
    peran.add_argument("--akhir", metavar="TANGGAL", type=read_tanggal, help="hari terakhir (bawaan: tanpa akhir)")
    peran.add_argument("--dasar", metavar="TEKS", default="", help="dasarnya, misalnya nomor surat keputusan")

    cabut = cabang.add_parser(
        "cabut-peran",
        help="akhiri peran",
        description="Akhiri peran yang sedang atau akan berlaku. Tanpa --akhir, peran itu berakhir sekarang juga.",
    )
    _tambah_nama(cabut)
    _tambah_peran(cabut)
    cabut.add_argument(
        "--akhir", metavar="TANGGAL", type=read_tanggal, help="hari terakhir peran itu (bawaan: kemarin)"
    )
    cabut.add_argument("--dasar", metavar="TEKS", default="", help="dasarnya, misalnya nomor surat keputusan")

    daftar = cabang.add_parser("daftar", help="daftar semua akun", description="Daftar semua akun dan perannya.")
    daftar.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")


def _tambah_nama(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pengguna", metavar="PENGGUNA", help="nama pengguna, misalnya siti.aminah")


def _tambah_peran(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--peran", metavar="PERAN", required=True, help="admin, perencana, pimpinan, dan seterusnya")
    tempat = parser.add_mutually_exclusive_group(required=True)
    tempat.add_argument("--instansi", metavar="KODE", default="", help="kode instansi")
    tempat.add_argument("--semua-instansi", action="store_true", help="semua instansi pada pemasangan ini")
    parser.add_argument("--unit", metavar="KODE", default="", help="unit beserta bawahannya (bawaan: seluruh instansi)")


def run(args: argparse.Namespace, layar: Layar) -> int:
    """
    Do one action; what it changes is written to the history as done by the system.

    :raises GalatMasukan: if it cannot be done
    """
    siapkan()
    from tolok.web.akun.operations import PenggunaDitolak
    from tolok.web.organisasi.operations import PeranDitolak

    try:
        if args.tindakan == "daftar":
            _daftar(args.format, layar)
        elif args.tindakan == "buat":
            _buat(args, layar)
        else:
            _ubah(args, layar)
    except (PenggunaDitolak, PeranDitolak) as galat:
        raise GalatMasukan(str(galat)) from galat
    return 0


def _buat(args: argparse.Namespace, layar: Layar) -> None:
    from tolok.web.akun.operations import create_pengguna

    pengguna, sandi = create_pengguna(username=args.pengguna, nama=args.nama, surel=args.surel, oleh=None)
    layar.pesan.print(f"Akun {pengguna.username} dibuat. Kata sandi sementara, tampil satu kali:", markup=False)
    layar.hasil.print(sandi, markup=False)


def _ubah(args: argparse.Namespace, layar: Layar) -> None:
    from tolok.web.akun.operations import reset_sandi, set_aktif

    pengguna = _get_pengguna(args.pengguna)
    match args.tindakan:
        case "sandi":
            sandi = reset_sandi(pengguna_id=pengguna.pk, oleh=None, cabut_pengaman=args.cabut_pengaman)
            layar.pesan.print(f"Kata sandi sementara {pengguna.username}, tampil satu kali:", markup=False)
            layar.hasil.print(sandi, markup=False)
        case "nonaktif" | "aktif":
            set_aktif(pengguna_id=pengguna.pk, aktif=args.tindakan == "aktif", oleh=None)
            layar.pesan.print(f"{pengguna.username} sekarang {args.tindakan}.", markup=False)
        case "peran":
            _beri_peran(pengguna, args, layar)
        case _:
            _cabut_peran(pengguna, args, layar)


def _beri_peran(pengguna: Pengguna, args: argparse.Namespace, layar: Layar) -> None:
    from tolok.web.organisasi.operations import grant_peran

    peran = _read_peran(args.peran)
    grant_peran(
        pengguna=pengguna,
        peran=peran,
        instansi=args.instansi,
        unit=args.unit,
        mulai=args.mulai,
        akhir=args.akhir,
        dasar=args.dasar,
        oleh=None,
    )
    layar.pesan.print(f"{pengguna.username}: {peran.label} {_sebut_tempat(args)} sejak {args.mulai}.", markup=False)


def _cabut_peran(pengguna: Pengguna, args: argparse.Namespace, layar: Layar) -> None:
    from django.utils import timezone

    from tolok.web.organisasi.operations import PeranDitolak, revoke_peran
    from tolok.web.organisasi.queries import list_penugasan

    peran, hari_ini = _read_peran(args.peran), timezone.localdate()
    akhir: date = args.akhir or hari_ini - timedelta(days=1)
    cocok = [
        satu
        for satu in list_penugasan(sejak=hari_ini)
        if (satu.pengguna_id, satu.peran) == (pengguna.pk, peran)
        and (satu.instansi.kode if satu.instansi else "") == args.instansi
        and (satu.unit.kode if satu.unit else "") == args.unit
    ]
    if not cocok:
        raise PeranDitolak(
            f"{pengguna.username} tidak sedang dan tidak akan {peran.label} {_sebut_tempat(args)}. "
            "Lihat: tolok pengguna daftar"
        )
    for satu in cocok:
        revoke_peran(penugasan_id=satu.pk, akhir=akhir, oleh=None, dasar=args.dasar)
    layar.pesan.print(f"{pengguna.username}: {peran.label} {_sebut_tempat(args)} sampai {akhir}.", markup=False)


def _daftar(bentuk: str, layar: Layar) -> None:
    from django.utils import timezone

    from tolok.web.akun.queries import list_pengguna
    from tolok.web.organisasi.queries import list_penugasan

    peran_per_pengguna: dict[int, list[str]] = {}
    for satu in list_penugasan(sejak=timezone.localdate()):
        tempat = satu.instansi.kode if satu.instansi else "semua instansi"
        unit = f"/{satu.unit.kode}" if satu.unit else ""
        masa = f" {satu.mulai} s.d. {satu.akhir}" if satu.akhir else f" sejak {satu.mulai}"
        peran_per_pengguna.setdefault(satu.pengguna_id, []).append(f"{satu.peran} {tempat}{unit}{masa}")
    daftar = [
        {
            "pengguna": satu.username,
            "nama": satu.nama,
            "surel": satu.email,
            "aktif": satu.is_active,
            "wajib_ganti_sandi": satu.wajib_ganti_sandi,
            "dua_langkah": is_dua_langkah,
            "masuk_terakhir": satu.last_login.isoformat() if satu.last_login else None,
            "peran": peran_per_pengguna.get(satu.pk, []),
        }
        for satu, is_dua_langkah in list_pengguna()
    ]
    if bentuk == "json":
        layar.json({"pengguna": daftar})
    else:
        _cetak(daftar, layar)


def _cetak(daftar: list[dict[str, Any]], layar: Layar) -> None:
    if not daftar:
        layar.pesan.print("Belum ada akun. Buat: tolok pengguna buat NAMA --nama 'Nama Lengkap'", markup=False)
    for satu in daftar:
        tanda = [
            kata
            for kata, ada in (
                ("nonaktif", not satu["aktif"]),
                ("belum mengganti kata sandi sementara", satu["wajib_ganti_sandi"]),
                ("dua langkah", satu["dua_langkah"]),
            )
            if ada
        ]
        kepala = f"{satu['pengguna']}  {satu['nama']}" + (f"  <{satu['surel']}>" if satu["surel"] else "")
        layar.hasil.print(kepala + (f"  ({', '.join(tanda)})" if tanda else ""), markup=False)
        for peran in satu["peran"] or ["tanpa peran"]:
            layar.hasil.print(f"    {peran}", markup=False)


def _get_pengguna(nama: str) -> Pengguna:
    from tolok.web.akun.operations import PenggunaDitolak
    from tolok.web.akun.queries import get_pengguna

    ada = get_pengguna(nama)
    if ada is None:
        raise PenggunaDitolak(f"Tidak ada akun {nama!r}. Lihat: tolok pengguna daftar")
    return ada


def _read_peran(teks: str) -> Peran:
    from tolok.web.organisasi.models import Peran
    from tolok.web.organisasi.operations import PeranDitolak

    try:
        return Peran(teks)
    except ValueError:
        raise PeranDitolak(f"Peran {teks!r} tidak ada; yang ada: {', '.join(Peran.values)}.") from None


def _sebut_tempat(args: argparse.Namespace) -> str:
    if not args.instansi:
        return "di semua instansi"
    return f"di {args.instansi}" + (f", unit {args.unit}" if args.unit else "")
