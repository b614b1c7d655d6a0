"""``tolok reviu``: review published files as an inspector would, alone or several together."""

from __future__ import annotations

import tomllib
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tolok.berkas import sebab_galat
from tolok.cli.baca import read_daftar
from tolok.cli.dokumen import KELUARAN_BAWAAN, read_format, write_naskah
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat
from tolok.render.format import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tolok.core.reviu.catatan import CatatanReviu
    from tolok.core.reviu.temuan import Temuan

_LAYAR: Final = ("teks", "json")


def add_arguments(parser: ArgumentParser) -> None:
    """Add the files, the choice of rules, accepted findings, and the form of the output."""
    parser.description = (
        "Periksa dokumen terbitan seperti seorang pemeriksa: hitungan, jumlah, nilai yang berbeda di dua tempat, "
        "skala, masa, rumus, dan narasi. Beberapa berkas dibandingkan satu sama lain."
    )
    parser.add_argument("berkas", metavar="BERKAS", nargs="+", type=read_alamat, help="berkas yang diperiksa")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=_read_format,
        default=("teks",),
        help=f"teks, json, atau berkas: {', '.join(FORMAT)}, boleh beberapa dipisahkan koma (bawaan: teks)",
    )
    parser.add_argument(
        "--keluaran",
        metavar="FOLDER",
        type=read_alamat,
        help=f"folder tempat berkas ditulis (bawaan: ./{KELUARAN_BAWAAN})",
    )
    parser.add_argument(
        "--pilih", metavar="ATURAN", action="append", default=[], help="hanya aturan ini (boleh berulang)"
    )
    parser.add_argument(
        "--abaikan", metavar="ATURAN", action="append", default=[], help="tanpa aturan ini (boleh berulang)"
    )
    parser.add_argument(
        "--diterima",
        metavar="BERKAS",
        type=read_alamat,
        help="berkas TOML dengan temuan yang diterima beserta alasannya",
    )
    parser.add_argument(
        "--tulis-diterima",
        metavar="BERKAS",
        type=Path,
        help="tulis temuan yang tersisa ke berkas TOML untuk diberi alasan",
    )
    parser.epilog = "Kode keluar: 0 tanpa galat, 1 ada sedikitnya satu galat, 2 berkas tidak dapat dibaca."


def run(args: Namespace, layar: Layar) -> int:
    """
    Read, review, print; 1 if there is at least one ``galat`` that nobody accepted.

    :raises GalatMasukan: if a file, a rule code or the file of accepted findings cannot be used
    """
    from tolok.core.reviu.periksa import review
    from tolok.core.reviu.temuan import TingkatTemuan
    from tolok.core.reviu.terima import split_diterima

    if args.keluaran and set(args.format) <= set(_LAYAR):
        raise GalatMasukan(f"--keluaran hanya untuk berkas; tambahkan --format dengan {', '.join(FORMAT)}.")
    pilih = _pilih_aturan(args.pilih, args.abaikan)
    alasan = read_diterima(args.diterima) if args.diterima else {}
    daftar_berkas = read_daftar(args.berkas, layar)
    sisa, diterima = split_diterima(review(daftar_berkas, pilih=pilih), alasan_per_sidik=alasan)
    if args.tulis_diterima:
        _tulis_diterima(args.tulis_diterima, sisa)
    if args.format == ("json",):
        from tolok.core.reviu.sebagai_data import to_data

        layar.json(to_data(daftar_berkas, sisa, diterima))
    elif args.format == ("teks",):
        from tolok.cli.reviu_layar import print_temuan

        print_temuan(daftar_berkas, sisa, diterima, layar.hasil)
    else:
        from tolok.core.reviu.catatan import susun_catatan_reviu

        _tulis_catatan(susun_catatan_reviu(daftar_berkas, sisa, diterima, pilih=pilih), args, layar)
    return 1 if any(satu.tingkat is TingkatTemuan.GALAT for satu in sisa) else 0


def _read_format(teks: str) -> tuple[str, ...]:
    """Read one form for the screen, or the formats of files as every command that writes documents reads them."""
    if (rapi := teks.strip().lower()) in _LAYAR:
        return (rapi,)
    try:
        return read_format(teks)
    except ArgumentTypeError as galat:
        raise ArgumentTypeError(f"{galat}; untuk layar, salah satu saja dari {' atau '.join(_LAYAR)}") from None


def _tulis_catatan(catatan: CatatanReviu, args: Namespace, layar: Layar) -> None:
    """Write the files, print their paths on stdout and the counts on stderr."""
    from tolok.core.reviu.sebutan import format_jumlah
    from tolok.render.susunan.reviu import layout_catatan_reviu

    for nama in args.format:
        naskah = layout_catatan_reviu(catatan, format_berkas=nama)
        for jalur in write_naskah(naskah, keluaran=args.keluaran or KELUARAN_BAWAAN, daftar_format=(nama,)):
            layar.hasil.print(str(jalur), markup=False)
    ekor = f"; {len(catatan.daftar_diterima)} diterima dengan alasan" if catatan.daftar_diterima else ""
    layar.pesan.print(f"{format_jumlah(butir.temuan for butir in catatan.daftar_butir)}{ekor}.", markup=False)


def _pilih_aturan(pilih: list[str], abaikan: list[str]) -> frozenset[str]:
    from tolok.core.reviu.daftar import DAFTAR_ATURAN
    from tolok.core.saran import find_mirip

    for kode in (*pilih, *abaikan):
        if kode not in DAFTAR_ATURAN:
            mirip = find_mirip(kode, DAFTAR_ATURAN)
            raise GalatMasukan(
                f"Aturan “{kode}” tidak ada."
                + (f" Mungkin maksudnya {mirip}." if mirip else " Daftar aturan: docs/reviu/.")
            )
    return frozenset(pilih or DAFTAR_ATURAN) - frozenset(abaikan)


def read_diterima(alamat: Path) -> dict[str, str]:
    """
    Return the reason of each accepted finding, by its short name.

    :raises GalatMasukan: if it is no TOML of that shape, or a reason is missing
    """
    try:
        isi = tomllib.loads(alamat.read_text(encoding="utf-8"))
    except OSError as galat:
        raise GalatMasukan(f"{alamat} tidak dapat dibaca: {sebab_galat(galat)}.") from galat
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as galat:
        raise GalatMasukan(f"{alamat} bukan TOML yang sah: {galat}.") from galat
    hasil = {}
    for urut, satu in enumerate(isi.get("diterima", []), start=1):
        if not isinstance(satu, dict) or not isinstance(satu.get("temuan"), str):
            raise GalatMasukan(f"{alamat}: diterima ke-{urut} tidak menyebut temuan (sidik 12 huruf dari tolok reviu).")
        if not str(satu.get("alasan", "")).strip():
            raise GalatMasukan(
                f"{alamat}: temuan {satu['temuan']} belum diberi alasan. Isi alasan, atau hapus barisnya."
            )
        hasil[satu["temuan"]] = str(satu["alasan"]).strip()
    return hasil


def _tulis_diterima(alamat: Path, daftar: Iterable[Temuan]) -> None:
    from tolok.core.reviu.terima import make_sidik

    bagian = ["# Temuan reviu yang diterima. Isi alasan tiap temuan; hapus yang akan diperbaiki.\n"]
    for satu in daftar:
        pesan = satu.pesan.replace("\n", " ")
        bagian.append(
            f'\n# {satu.letak.berkas}: {pesan}\n[[diterima]]\ntemuan = "{make_sidik(satu)}"\naturan = "{satu.aturan}"\n'
            'alasan = ""\n'
        )
    try:
        with alamat.open("x", encoding="utf-8") as berkas:
            berkas.write("".join(bagian))
    except FileExistsError as galat:
        raise GalatMasukan(
            f"{alamat} sudah ada; beri nama lain agar alasan yang sudah ditulis tidak hilang."
        ) from galat
    except OSError as galat:
        raise GalatMasukan(f"{alamat} tidak dapat ditulis: {sebab_galat(galat)}.") from galat
