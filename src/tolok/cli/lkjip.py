"""``tolok lkjip``: the Laporan Kinerja Instansi Pemerintah of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from tolok.cli.dokumen import add_arguments_dokumen, load_hasil, write_naskah
from tolok.cli.layar import GalatMasukan, Layar
from tolok.render.daftar_dokumen import susun_lkjip

if TYPE_CHECKING:
    from tolok.core.dokumen.lkjip import Lkjip

PALING_BANYAK_CATATAN: Final = 10
"""So many notes of each kind are listed; the rest is counted."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_dokumen(parser)


def run(args: Namespace, layar: Layar) -> int:
    """Write the report, print its paths on stdout, and say on stderr what is missing in it."""
    layar.pesan.print(f"Membaca {args.paket} …", markup=False)
    hasil = load_hasil(args.paket)
    layar.pesan.print(f"Menyusun LKjIP {hasil.data.instansi.nama_pendek} {hasil.data.tahun} …", markup=False)
    try:
        model, naskah = susun_lkjip(hasil)
    except ValueError as galat:
        raise GalatMasukan(str(galat)) from galat
    for nama in args.format:
        layar.pesan.print(f"Menulis {nama} …", markup=False)
        for jalur in write_naskah(naskah, keluaran=args.keluaran, daftar_format=(nama,)):
            layar.hasil.print(str(jalur), markup=False)
    _print_catatan(layar, model)
    return 0


def _print_catatan(layar: Layar, model: Lkjip) -> None:
    """Say what is printed as missing, and which typed numbers repeat or contradict a computed one."""
    temuan = [
        f"Narasi {satu.kunci}, baris {satu.baris}, kolom {satu.kolom}: {satu.pesan}"
        for satu in model.daftar_temuan_narasi
    ]
    for judul, daftar in (
        ("Yang belum lengkap dan tercetak demikian", model.daftar_cacat),
        ("Angka yang diketik dalam narasi", temuan),
    ):
        if not daftar:
            continue
        layar.pesan.print(f"\n{judul}:", markup=False)
        for satu in daftar[:PALING_BANYAK_CATATAN]:
            layar.pesan.print(f"- {satu}", markup=False)
        if len(daftar) > PALING_BANYAK_CATATAN:
            layar.pesan.print(f"… dan {len(daftar) - PALING_BANYAK_CATATAN} lainnya.", markup=False)
