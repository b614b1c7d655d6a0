"""``tolok kertas-kerja``: the papers of a reviewer about published files, filled as far as the files answer."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.baca import read_daftar
from tolok.cli.dokumen import add_arguments_keluaran, write_naskah
from tolok.cli.layar import Layar
from tolok.cli.masukan import read_alamat
from tolok.cli.reviu import read_diterima


def add_arguments(parser: ArgumentParser) -> None:
    """Add the files, accepted findings, and where the papers go."""
    parser.description = (
        "Buat kertas kerja reviu, daftar periksa, dan pernyataan telah direviu atas dokumen terbitan. Temuan dan "
        "jawaban yang terlihat pada berkasnya sudah terisi beserta buktinya; sebab, akibat, tanggapan, kesimpulan, "
        "dan tanda tangan diisi orang."
    )
    parser.add_argument("berkas", metavar="BERKAS", nargs="+", type=read_alamat, help="berkas yang direviu")
    parser.add_argument(
        "--diterima",
        metavar="BERKAS",
        type=read_alamat,
        help="berkas TOML dengan temuan yang diterima beserta alasannya",
    )
    add_arguments_keluaran(parser)


def run(args: Namespace, layar: Layar) -> int:
    """
    Read, review, write the papers and print their paths.

    :raises GalatMasukan: if a file or the file of accepted findings cannot be used, or the papers cannot be written
    """
    from tolok.core.reviu.kertas_kerja import susun_kertas_kerja
    from tolok.core.reviu.periksa import review
    from tolok.core.reviu.terima import split_diterima
    from tolok.render.susunan.kertas_kerja import layout_kertas_kerja

    alasan = read_diterima(args.diterima) if args.diterima else {}
    daftar_berkas = read_daftar(args.berkas, layar)
    sisa, diterima = split_diterima(review(daftar_berkas), alasan_per_sidik=alasan)
    naskah = layout_kertas_kerja(susun_kertas_kerja(daftar_berkas, sisa, diterima))
    for jalur in write_naskah(naskah, keluaran=args.keluaran, daftar_format=args.format):
        layar.hasil.print(str(jalur), markup=False)
    return 0
