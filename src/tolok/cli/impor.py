"""``tolok impor``: read a published file, show what it says otherwise than the database, and store what is accepted."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tolok.berkas import GalatBerkas, sebab_galat
from tolok.cli.basis_data import sebut_basis_data, siapkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat, read_tahun

if TYPE_CHECKING:
    from tolok.core.bacaan.dokumen import BerkasTerbaca
    from tolok.ingest.alih.keputusan import Keputusan
    from tolok.ingest.alih.rancangan import Rancangan
    from tolok.web.impor.operations import SalahSel
    from tolok.web.perencanaan.models import TahunKinerja


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command."""
    parser.description = (
        "Baca sebuah dokumen terbitan, tampilkan yang baru dan yang berbeda dari isi basis data beserta tempatnya, "
        "lalu simpan yang disetujui sebagai hasil alih data: seluruhnya atau tidak sama sekali. Nilai yang berbeda, "
        "ragu, atau bernama mirip hanya ikut bila disebut dalam berkas keputusan. Kode keluar: 0 disimpan atau tidak "
        "ada yang perlu disimpan, 1 ditolak atau tidak disetujui, 2 berkas tidak terbaca."
    )
    parser.add_argument("berkas", metavar="BERKAS", type=read_alamat, help="PDF, DOCX, XLSX, atau teks")
    parser.add_argument("--instansi", required=True, metavar="ID", help="perangkat daerah tujuan")
    parser.add_argument("--tahun", required=True, type=read_tahun, help="tahun tujuan; sudah ada di basis data")
    parser.add_argument(
        "--keputusan",
        type=read_alamat,
        metavar="JSON",
        help="keputusan per kunci, sebentuk bidang keputusan keluaran json",
    )
    parser.add_argument(
        "--semua-berbeda", action="store_true", help="ikutkan pula nilai yang berbeda dari yang tersimpan"
    )
    parser.add_argument(
        "--kelas",
        choices=("terbuka", "terbatas", "rahasia"),
        default="terbatas",
        help="yang boleh membuka berkasnya di web (bawaan: terbatas)",
    )
    parser.add_argument("--ya", action="store_true", help="simpan tanpa bertanya (untuk skrip)")
    parser.add_argument(
        "--format",
        choices=("teks", "json"),
        default="teks",
        help="bentuk keluaran (bawaan: teks); json tidak bertanya: tanpa --ya hanya pratinjau",
    )


def run(args: Namespace, layar: Layar) -> int:
    """
    Show the preview, ask, store.

    :raises GalatMasukan: if the file or the database cannot be used, or nobody can be asked
    """
    siapkan()
    from tolok.cli.impor_layar import print_rancangan, print_salah, to_json
    from tolok.web.impor.operations import ImporDitolak

    tahun = _find_tahun(args.instansi, args.tahun)
    terbaca, isi = _baca(args.berkas)
    keputusan, rancangan = _susun(terbaca, tahun, _read_keputusan(args.keputusan), is_semua=args.semua_berbeda)
    is_teks = args.format == "teks"
    if is_teks:
        sebutan = f"{args.instansi}, tahun {args.tahun}; basis data {sebut_basis_data()}"
        print_rancangan(rancangan, terbaca, layar, sebutan=sebutan)
    nomor: int | None = None
    salah: tuple[SalahSel, ...] = ()
    if rancangan.is_berisi and (args.ya or (is_teks and _tanya(rancangan, layar))):
        try:
            nomor = _simpan(terbaca, keputusan, rancangan, tahun, isi, kelas=args.kelas)
        except ImporDitolak as galat:
            salah = galat.daftar_salah
        if is_teks and salah:
            print_salah(salah, layar)
        elif is_teks:
            layar.hasil.print(f"[bold green]Disimpan[/] sebagai catatan riwayat nomor {nomor}.")
    if not is_teks:
        layar.json(
            to_json(rancangan, terbaca, keputusan, instansi=args.instansi, tahun=args.tahun, nomor=nomor, salah=salah)
        )
        return 1 if salah else 0
    return 0 if nomor is not None or not rancangan.is_berisi else 1


def _find_tahun(instansi: str, tahun: int) -> TahunKinerja:
    from tolok.cli.tahun_tersimpan import load_tahun_tersimpan

    return load_tahun_tersimpan(instansi, tahun)


def _baca(alamat: Path) -> tuple[BerkasTerbaca, bytes]:
    """Return what a file says, read in a process of its own, and the file."""
    from tolok.ingest.kandang import read_terkurung
    from tolok.ingest.pengenal import recognise

    try:
        isi = alamat.read_bytes()
        return recognise(read_terkurung(alamat)), isi
    except GalatBerkas as galat:
        raise GalatMasukan(str(galat)) from galat
    except OSError as galat:
        raise GalatMasukan(f"{alamat} tidak dapat dibaca: {sebab_galat(galat)}.") from galat


def _read_keputusan(alamat: Path | None) -> Keputusan:
    from tolok.ingest.alih.keputusan import Keputusan

    if alamat is None:
        return Keputusan()
    try:
        data = json.loads(alamat.read_text(encoding="utf-8"))
    except (OSError, ValueError) as galat:
        raise GalatMasukan(
            f"Berkas keputusan {alamat} tidak terbaca sebagai JSON. Periksa isi dan alamatnya."
        ) from galat
    if not isinstance(data, dict):
        raise GalatMasukan(f"Berkas keputusan {alamat} harus berisi satu objek JSON, sebentuk keluaran --format json.")
    return Keputusan.from_data(data)


def _susun(
    terbaca: BerkasTerbaca, tahun: TahunKinerja, keputusan: Keputusan, *, is_semua: bool
) -> tuple[Keputusan, Rancangan]:
    """Return the preview, and the decisions with every difference taken if that was asked for."""
    from tolok.ingest.alih.keputusan import Keputusan
    from tolok.ingest.alih.rancangan import Status
    from tolok.ingest.alih.susun import susun_rancangan
    from tolok.web.pertukaran.queries import load_isi_tahun

    data = load_isi_tahun(tahun)
    rancangan = susun_rancangan(terbaca, data, keputusan)
    if not is_semua:
        return keputusan, rancangan
    beda = (u for u in rancangan.list_status(Status.BEDA) if not u.is_ragu and not u.is_bertentangan)
    keputusan = Keputusan(ikut={usulan.kunci: True for usulan in beda}).with_lain(keputusan)
    return keputusan, susun_rancangan(terbaca, data, keputusan)


def _simpan(
    terbaca: BerkasTerbaca, keputusan: Keputusan, rancangan: Rancangan, tahun: TahunKinerja, isi: bytes, *, kelas: str
) -> int:
    from tolok.web.impor.jenis_berkas import find_format
    from tolok.web.impor.operations import PratinjauUsang, import_berkas
    from tolok.web.impor.queries import compute_sidik_rancangan
    from tolok.web.pelaporan.berkas import GalatSimpan

    try:
        catatan = import_berkas(
            terbaca,
            keputusan,
            tahun=tahun,
            isi=isi,
            format_berkas=find_format(isi) or "txt",
            kelas_bukti=kelas,
            sidik_pratinjau=compute_sidik_rancangan(rancangan),
        )
    except PratinjauUsang as galat:
        pesan = "Isi basis data berubah sesudah pratinjau dibuat; belum ada yang disimpan. Ulangi perintah ini."
        raise GalatMasukan(pesan) from galat
    except GalatSimpan as galat:
        raise GalatMasukan(str(galat)) from galat
    nomor: Any = catatan.nomor
    return int(nomor)


def _tanya(rancangan: Rancangan, layar: Layar) -> bool:
    banyak = len(rancangan.daftar_simpan) + len(rancangan.daftar_baru)
    layar.hasil.print(f"Simpan {banyak} isi? Tulis ya atau tidak: ", end="", markup=False)
    layar.tuntaskan()
    try:
        jawaban = input().strip().casefold()
    except EOFError:
        layar.hasil.print("")
        raise GalatMasukan(
            "Tidak ada jawaban, jadi belum ada yang disimpan. Di dalam skrip tambahkan --ya untuk menyimpan tanpa "
            "bertanya."
        ) from None
    if jawaban in ("ya", "y"):
        return True
    layar.hasil.print("Tidak disimpan; tidak ada yang berubah.")
    return False
