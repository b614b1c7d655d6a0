"""``tolok hitung``: any quantity of a package or the database, recomputed now, with its story and other conventions."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from tolok.cli.bandingkan import bandingkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat, read_banyak, read_tahun
from tolok.cli.tahun_tersimpan import list_tahun_tersimpan, load_tahun_tersimpan
from tolok.core.cetak_angka import label_keadaan
from tolok.core.hasil.cari import IdentitasTakDikenal
from tolok.core.hasil.dasar import describe_kebijakan, list_edisi, list_mutu, make_jawaban_data
from tolok.core.hasil.konvensi import Andaian, compute_andaian
from tolok.core.hasil.penjelasan import explain_hasil, list_masukan
from tolok.core.hasil.rujukan import PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.narasi import GalatToken, parse_token
from tolok.paket.masalah import GalatPaket
from tolok.paket.muat import load_paket


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = (
        "Hitung ulang sebuah nilai dan terangkan asalnya. Sumbernya sebuah paket, atau dengan --instansi basis data. "
        "Tanpa IDENTITAS, semua identitas didaftar. Dengan --bandingkan, semua hasil yang sudah disahkan diperiksa "
        "sidiknya, dihitung ulang, dan perbedaannya dilaporkan beserta sebabnya; tanpa --instansi untuk semua "
        "perangkat daerah dalam tahun itu."
    )
    parser.epilog = (
        "Kode keluar: 0 selesai dan tidak ada yang berbeda, 1 ada hasil yang berbeda atau rusak (--bandingkan), "
        "2 masukan tidak dapat dibaca."
    )
    parser.add_argument(
        "paket",
        metavar="PAKET",
        nargs="?",
        type=read_alamat,
        help="folder paket atau buku kerja .xlsx; tidak ditulis bila ada --instansi",
    )
    parser.add_argument(
        "identitas",
        metavar="IDENTITAS",
        nargs="?",
        help="identitas lengkap, atau bentuk pendek BESARAN:OBJEK[@PERIODE][#EDISI] seperti serapan:total@tw4",
    )
    parser.add_argument("--instansi", metavar="KODE", help="baca dari basis data: kode instansinya")
    parser.add_argument("--tahun", metavar="TAHUN", type=read_tahun, help="tahun di basis data")
    parser.add_argument(
        "--bandingkan", action="store_true", help="bandingkan hasil yang disahkan di basis data dengan hitungan kini"
    )
    parser.add_argument(
        "--triwulan", metavar="N", type=int, choices=(1, 2, 3, 4), help="dengan --bandingkan: hanya triwulan ini"
    )
    parser.add_argument(
        "--proses",
        metavar="N",
        type=read_banyak,
        help="dengan --bandingkan: banyaknya proses yang berbagi instansi (bawaan: sebanyak inti mesin)",
    )
    parser.add_argument("--cari", metavar="TEKS", default="", help="daftar hanya identitas yang memuat TEKS")
    parser.add_argument(
        "--konvensi",
        action="store_true",
        help="tampilkan juga nilainya menurut rumus turun, batas, atau dasar yang lain",
    )
    parser.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")


def run(args: argparse.Namespace, layar: Layar) -> int:
    """
    List the identities, show one quantity, or compare what was approved with what it comes to now.

    :raises GalatMasukan: if the package, the database or the identity cannot be used
    """
    if args.instansi is None and args.bandingkan and args.paket is None:
        daftar = list_tahun_tersimpan(args.tahun)
        return bandingkan(daftar, args.triwulan, args.format, layar, banyak_proses=args.proses)
    if args.instansi is None:
        if args.paket is None:
            raise GalatMasukan("Sebutkan PAKET, atau --instansi KODE untuk membaca basis data.")
        if args.bandingkan or args.tahun is not None:
            raise GalatMasukan("--bandingkan dan --tahun membaca basis data, jadi PAKET tidak ditulis.")
        return _jawab(args, args.identitas, _muat_paket(args.paket), f"Paket {args.paket}", layar)
    # Without PAKET the first word is the identity.
    if args.identitas is not None or (args.bandingkan and args.paket is not None):
        raise GalatMasukan(f"Masukan ini berlebih: {args.identitas or args.paket}.")
    tahun = load_tahun_tersimpan(args.instansi, args.tahun)
    if args.bandingkan:
        return bandingkan([tahun], args.triwulan, args.format, layar, banyak_proses=args.proses)
    from tolok.web.perencanaan.hasil import get_hasil

    identitas = None if args.paket is None else str(args.paket)
    return _jawab(args, identitas, get_hasil(tahun), f"Tahun {tahun.tahun} {args.instansi}", layar)


def _jawab(args: argparse.Namespace, identitas: str | None, hasil: HasilTahun, sebutan: str, layar: Layar) -> int:
    try:
        if identitas is None:
            _tampilkan_daftar(hasil, args.cari, args.format, layar)
        else:
            nilai = find_nilai(hasil, identitas)
            daftar_andaian = compute_andaian(hasil, nilai.identitas) if args.konvensi else None
            _tampilkan(hasil, nilai, daftar_andaian, args.format, layar)
    except ValueError as galat:
        raise GalatMasukan(f"{sebutan} tidak dapat dihitung. {galat}") from galat
    return 0


def _muat_paket(alamat: Path) -> HasilTahun:
    try:
        return HasilTahun(load_paket(alamat))
    except GalatPaket as galat:
        raise GalatMasukan(str(galat)) from galat


def find_nilai(hasil: HasilTahun, identitas: str) -> Hasil:
    """
    Return the quantity of an identity or of its short form.

    :raises GalatMasukan: if there is none, with the nearest ones
    """
    if "/" not in identitas:
        try:
            return PencariToken(hasil)(parse_token("{" + identitas.strip("{}") + "}"))
        except GalatToken as galat:
            raise GalatMasukan(f"{galat} {galat.saran}".rstrip()) from galat
    try:
        return hasil.cari(identitas)
    except IdentitasTakDikenal as galat:
        mirip = get_close_matches(identitas, list(hasil.daftar_identitas()), n=3)
        saran = f"Yang mirip: {', '.join(mirip)}." if mirip else "Daftarnya: tolok hitung PAKET."
        raise GalatMasukan(f"{galat} {saran}") from galat


def _tampilkan_daftar(hasil: HasilTahun, teks: str, bentuk: str, layar: Layar) -> None:
    daftar = [identitas for identitas in hasil.daftar_identitas() if teks.casefold() in identitas.casefold()]
    if bentuk == "json":
        layar.json({"identitas": daftar})
        return
    for identitas in daftar:
        _tulis(layar, identitas)
    layar.pesan.print(f"{len(daftar)} identitas. Terangkan salah satu: tolok hitung PAKET IDENTITAS.", markup=False)


def _tampilkan(
    hasil: HasilTahun, nilai: Hasil, daftar_andaian: tuple[Andaian, ...] | None, bentuk: str, layar: Layar
) -> None:
    if bentuk == "json":
        layar.json(make_jawaban_data(hasil, nilai, daftar_andaian))
        return
    tercetak = nilai.tercetak
    keadaan = label_keadaan(nilai.nilai)
    _tulis(layar, nilai.identitas)
    _tulis(layar, f"Nilai: {tercetak} ({keadaan.lower()})" if keadaan else f"Nilai: {tercetak}")
    _tulis_bagian(layar, "Penjelasan", explain_hasil(nilai))
    _tulis_bagian(
        layar,
        "Masukan",
        (f"{m.uraian} = {m.tercetak}{f' (sumber: {m.sumber})' if m.sumber else ''}" for m in list_masukan(nilai)),
    )
    _tulis_bagian(layar, "Mutu data", (f"{nama}: {isi}" for nama, isi in list_mutu(hasil, nilai)))
    _tulis_bagian(layar, "Edisi yang dipakai", (f"{nama}: {isi}" for nama, isi in list_edisi(hasil, nilai)))
    _tulis_bagian(layar, "Kebijakan", (f"{nama}: {isi}" for nama, isi in describe_kebijakan(hasil)))
    if daftar_andaian is not None:
        _tulis_bagian(
            layar,
            "Menurut konvensi lain",
            [f"{a.nama}: {a.hasil.tercetak}{_sebut_beda(a, nilai)}" for a in daftar_andaian]
            or ["Nilai ini tidak bergantung pada konvensi capaian."],
        )


def _sebut_beda(andaian: Andaian, nilai: Hasil) -> str:
    if not andaian.berbeda:
        return " (sama)"
    return " (berbeda sebelum dibulatkan)" if andaian.hasil.tercetak == nilai.tercetak else ""


def _tulis_bagian(layar: Layar, judul: str, daftar: Iterable[str]) -> None:
    baris = [f"  {kalimat}" for kalimat in daftar]
    if baris:
        _tulis(layar, "")
        _tulis(layar, judul)
        for kalimat in baris:
            _tulis(layar, kalimat)


def _tulis(layar: Layar, teks: str) -> None:
    layar.hasil.print(teks, markup=False)
