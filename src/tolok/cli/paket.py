"""``tolok paket``: check a package, turn it from one form into the other, start a new one."""

from __future__ import annotations

import argparse
import re
import shlex
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from rich.markup import escape
from rich.table import Table

from tolok.berkas import GalatBerkas, galat_tulis
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat, read_tahun
from tolok.core.instansi import TahunInstansi
from tolok.paket.baru import PETUNJUK, format_petunjuk, make_paket_awal, make_paket_lanjutan
from tolok.paket.masalah import BATAS_MASALAH, GalatPaket, Masalah, PaketTidakTerbaca, Tingkat
from tolok.paket.muat import HasilPeriksa, check_paket, load_paket
from tolok.paket.teks_sel import BATAS_BULAT
from tolok.paket.tulis import is_buku, write_paket

LEBAR_TABEL: Final = 60
"""On a narrower terminal problems are printed one a line, not as a table."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the three actions."""
    cabang = parser.add_subparsers(dest="tindakan", metavar="TINDAKAN", title="tindakan", required=True)

    periksa = cabang.add_parser(
        "periksa",
        help="periksa sebuah paket dan sebutkan semua masalahnya",
        description=(
            "Periksa sebuah paket (folder atau .xlsx). Kode keluar: 0 tanpa galat, 1 ada galat, 2 paket tidak terbaca."
        ),
    )
    periksa.add_argument("paket", metavar="PAKET", type=read_alamat, help="folder paket atau buku kerja .xlsx")
    periksa.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")

    tulis = cabang.add_parser(
        "tulis",
        help="tulis ulang paket, atau tulis isi basis data, sebagai folder atau .xlsx",
        description=(
            "Tulis ulang sebuah paket, atau tulis satu tahun dari basis data sebagai paket (--instansi dan --tahun, "
            "tanpa PAKET). Hasilnya buku kerja bila TUJUAN berakhiran .xlsx, selain itu folder."
        ),
    )
    tulis.add_argument("paket", metavar="PAKET", type=read_alamat, help="folder paket atau buku kerja .xlsx")
    tujuan = tulis.add_argument(
        "tujuan", metavar="TUJUAN", type=read_alamat, help="folder atau berkas .xlsx yang ditulis"
    )
    tujuan.required = False  # with --instansi the one address is TUJUAN; ``nargs="?"`` would break PAKET --timpa TUJUAN
    tulis.add_argument("--instansi", metavar="KODE", help="kode perangkat daerah di basis data")
    tulis.add_argument("--tahun", metavar="N", type=read_tahun, help="tahun di basis data")
    tulis.add_argument("--timpa", action="store_true", help="timpa paket lain yang sudah ada di TUJUAN")

    baru = cabang.add_parser(
        "baru",
        help="mulai paket baru, kosong atau dari paket tahun lalu",
        description=(
            "Mulai paket baru yang sah. Dengan --dari, organisasi, rencana, indikator, dan pohon anggaran paket lama "
            "dibawa serta, sedangkan nilai, pagu, realisasi, dan teks tahun baru dikosongkan."
        ),
    )
    baru.add_argument("tujuan", metavar="TUJUAN", type=read_alamat, help="folder atau berkas .xlsx yang ditulis")
    baru.add_argument("--tahun", metavar="N", type=read_tahun, required=True, help="tahun paket baru")
    baru.add_argument("--dari", metavar="PAKET_LAMA", type=read_alamat, help="paket yang dilanjutkan")
    baru.add_argument("--timpa", action="store_true", help="timpa paket lain yang sudah ada di TUJUAN")


def run(args: argparse.Namespace, layar: Layar) -> int:
    """
    Do one action.

    :raises GalatMasukan: if a package cannot be read or written
    """
    try:
        if args.tindakan == "periksa":
            return _periksa(args.paket, args.format, layar)
        if args.tindakan == "tulis":
            return _tulis(args, layar)
        return _baru(args.tujuan, args.tahun, args.dari, args.timpa, layar)
    except (GalatPaket, GalatBerkas) as galat:
        raise GalatMasukan(str(galat)) from galat


def _periksa(paket: Path, bentuk: str, layar: Layar) -> int:
    try:
        hasil = check_paket(paket)
    except PaketTidakTerbaca as galat:
        raise GalatMasukan("; ".join(str(masalah) for masalah in galat.daftar_masalah)) from galat
    if bentuk == "json":
        layar.json(to_json(paket, hasil))
    else:
        _cetak(hasil, layar)
    return 1 if hasil.jumlah_galat else 0


def to_json(paket: Path, hasil: HasilPeriksa) -> dict[str, Any]:
    """Return the machine-readable outcome, as ``skema/paket-periksa.schema.json`` describes it."""
    return {
        "paket": str(paket),
        "sah": hasil.jumlah_galat == 0,
        "jumlah_galat": hasil.jumlah_galat,
        "jumlah_peringatan": hasil.jumlah_peringatan,
        "masalah": [
            {
                "tingkat": masalah.tingkat.value,
                "berkas": masalah.berkas,
                "baris": masalah.baris,
                "kolom": masalah.kolom,
                "sel": masalah.sel,
                "tertulis": masalah.tertulis,
                "pesan": masalah.pesan,
            }
            for masalah in hasil.daftar_masalah[:BATAS_MASALAH]
        ],
    }


def _urutan(masalah: Masalah) -> tuple[bool, str]:
    """What keeps the package from being used comes first; inside that, file by file as found."""
    return masalah.tingkat is not Tingkat.GALAT, masalah.berkas


def _cetak(hasil: HasilPeriksa, layar: Layar) -> None:
    daftar = sorted(hasil.daftar_masalah, key=_urutan)[:BATAS_MASALAH]
    for berkas, kelompok in groupby(daftar, lambda masalah: masalah.berkas):
        if layar.hasil.width < LEBAR_TABEL:
            for masalah in kelompok:
                layar.hasil.print(f"{masalah.tingkat.value}: {masalah}", markup=False, soft_wrap=True)
        else:
            layar.hasil.print(_tabel(berkas, kelompok))
    if (lebih := len(hasil.daftar_masalah) - len(daftar)) > 0:
        layar.hasil.print(f"… dan {lebih} masalah lain.")
    if hasil.jumlah_galat:
        layar.hasil.print(
            f"[bold red]Paket belum dapat dipakai:[/] {hasil.jumlah_galat} galat, {hasil.jumlah_peringatan} peringatan."
        )
    elif hasil.jumlah_peringatan:
        layar.hasil.print(f"[bold yellow]Paket dapat dipakai,[/] dengan {hasil.jumlah_peringatan} peringatan.")
    else:
        layar.hasil.print("[bold green]Paket dapat dipakai.[/] Tidak ada masalah.")


def _tabel(berkas: str, daftar_masalah: Iterable[Masalah]) -> Table:
    tabel = Table(title=escape(berkas), title_justify="left", title_style="bold", show_lines=False, expand=False)
    tabel.add_column("Tingkat")
    tabel.add_column("Baris", justify="right")
    tabel.add_column("Kolom")
    tabel.add_column("Masalah", overflow="fold")
    for masalah in daftar_masalah:
        warna = "red" if masalah.tingkat is Tingkat.GALAT else "yellow"
        kolom = f"{masalah.kolom} ({masalah.sel})" if masalah.sel else masalah.kolom or ""
        baris = "" if masalah.baris is None else str(masalah.baris)
        tabel.add_row(f"[{warna}]{masalah.tingkat.value}[/]", baris, escape(kolom), escape(masalah.pesan))
    return tabel


def _tulis(args: argparse.Namespace, layar: Layar) -> int:
    data, tujuan = _asal(args)
    _jaga_tujuan(tujuan, data, args.timpa)
    write_paket(data, tujuan)
    layar.hasil.print(f"Ditulis: {escape(str(tujuan))}")
    return 0


def _asal(args: argparse.Namespace) -> tuple[TahunInstansi, Path]:
    """Return what is written, of a package or of the database, and where to."""
    if args.instansi is None and args.tahun is None:
        if args.tujuan is None:
            raise GalatMasukan("TUJUAN belum ditulis: tolok paket tulis PAKET TUJUAN")
        return load_paket(args.paket), args.tujuan
    if args.instansi is None or args.tahun is None:
        raise GalatMasukan("--instansi dan --tahun ditulis bersama: tolok paket tulis --instansi KODE --tahun N TUJUAN")
    if args.tujuan is not None:
        raise GalatMasukan(
            f"Isinya diambil dari basis data, jadi PAKET ({args.paket}) tidak ditulis: "
            "tolok paket tulis --instansi KODE --tahun N TUJUAN"
        )
    from tolok.cli.tersimpan import load_tersimpan

    return load_tersimpan(args.instansi, args.tahun), args.paket


def _baru(tujuan: Path, tahun: int, dari: Path | None, timpa: bool, layar: Layar) -> int:
    bawah, atas = BATAS_BULAT["tahun"]
    if not bawah <= tahun <= atas:
        raise GalatMasukan(f"Tahun {tahun} di luar jangkauan; tulis --tahun antara {bawah} dan {atas}.")
    if dari is None:
        data = make_paket_awal(tahun=tahun, id_instansi=_id_dari(tujuan))
    else:
        lama = load_paket(dari)
        if lama.tahun == tahun:
            raise GalatMasukan(f"{dari} sudah berisi tahun {tahun}; pilih --tahun yang lain.")
        data = make_paket_lanjutan(lama, tahun=tahun)
    _jaga_tujuan(tujuan, data, timpa)
    tambahan = {} if is_buku(tujuan) else {PETUNJUK: format_petunjuk().encode()}
    write_paket(data, tujuan, tambahan=tambahan)
    layar.hasil.print(f"Paket tahun {tahun} ditulis: {escape(str(tujuan))}")
    pekerjaan = "Ganti setiap teks yang diawali ISI:, isi nilai yang belum ada"
    if dari is not None:
        pekerjaan = f"Isi target perjanjian, pagu, nilai, dan narasi tahun {tahun}"
    layar.hasil.print(f"{pekerjaan}, lalu periksa dengan:", markup=False)
    layar.hasil.print(f"  tolok paket periksa {shlex.quote(str(tujuan))}", markup=False)
    return 0


def _id_dari(tujuan: Path) -> str:
    """Return an id made of the name of a package: lower case, digits and hyphens."""
    polos = unicodedata.normalize("NFKD", tujuan.stem).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", polos)) or "dinas"


def _jaga_tujuan(tujuan: Path, data: TahunInstansi, timpa: bool) -> None:
    """Refuse to write over something else unless asked to: only the same agency and year may be rewritten."""
    try:
        is_isi = tujuan.is_dir() and any(tujuan.iterdir())
        is_berkas = tujuan.is_file()
    except OSError as galat:
        raise galat_tulis(tujuan, galat) from galat
    if timpa or not (is_isi or is_berkas):
        return
    try:
        lama = check_paket(tujuan).data
    except PaketTidakTerbaca:
        lama = None
    if lama is None or (lama.instansi.id, lama.tahun) != (data.instansi.id, data.tahun):
        raise GalatMasukan(
            f"{tujuan} sudah berisi hal lain. Pilih tempat lain, atau tambahkan --timpa untuk menggantinya."
        )
