"""``tolok demo``: the main job on the example year, from plain files to every document."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tolok.cli.dokumen import add_arguments_keluaran, load_hasil, write_naskah
from tolok.cli.layar import GalatMasukan, Layar
from tolok.render.daftar_dokumen import DAFTAR_JENIS, JenisDokumen

if TYPE_CHECKING:
    from tolok.core.hasil.tahun import HasilTahun

CONTOH: Final = "probolinggo-2020"
CONTOH_KETERKAITAN: Final = "probolinggo-2023"


class Pekerjaan(NamedTuple):
    """One document of the demo: which example it is made of, and its kind."""

    contoh: str
    jenis: JenisDokumen


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_keluaran(parser)


def run(args: Namespace, layar: Layar) -> int:
    """Write all documents with progress, then say what was written, what it shows, and what to do next."""
    from tolok.contoh import path_contoh

    hasil_per_contoh = {nama: load_hasil(path_contoh(nama)) for nama in (CONTOH, CONTOH_KETERKAITAN)}
    daftar_pekerjaan = list_pekerjaan()
    tertulis: list[tuple[str, tuple[Path, ...]]] = []
    with _kemajuan(layar, len(daftar_pekerjaan)) as maju:
        for satu in daftar_pekerjaan:
            hasil = hasil_per_contoh[satu.contoh]
            nama = satu.jenis.sebut(hasil.data, "")
            maju(nama)
            try:
                naskah = satu.jenis.susun(hasil, "").naskah
            except ValueError as galat:
                raise GalatMasukan(f"{nama}: {galat}") from galat
            tertulis.append((nama, write_naskah(naskah, keluaran=args.keluaran, daftar_format=args.format)))
    _print_berkas(layar, args.keluaran, tertulis)
    _print_ringkasan(layar, hasil_per_contoh[CONTOH])
    _print_langkah(layar, path_contoh(CONTOH))
    return 0


def list_pekerjaan() -> tuple[Pekerjaan, ...]:
    """Return the documents of the demo, in the order they are made."""
    return tuple(
        Pekerjaan(CONTOH_KETERKAITAN if jenis.kode == "keterkaitan" else CONTOH, jenis)
        for jenis in DAFTAR_JENIS.values()
    )


@contextmanager
def _kemajuan(layar: Layar, jumlah: int) -> Iterator[Callable[[str], None]]:
    """Show on stderr which document is being made; a bar for a person, a line each for a log."""
    if not layar.pesan.is_terminal:
        yield lambda nama: layar.pesan.print(f"Menyusun {nama} …", markup=False)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=layar.pesan, transient=True
    ) as progres:
        tugas = progres.add_task("Menyusun dokumen", total=jumlah)
        mulai = False

        def maju(nama: str) -> None:
            nonlocal mulai
            progres.update(tugas, description=f"Menyusun {nama}", advance=1 if mulai else 0)
            mulai = True

        yield maju


def _print_berkas(layar: Layar, keluaran: Path, tertulis: list[tuple[str, tuple[Path, ...]]]) -> None:
    from rich.table import Table

    tabel = Table(title=None, show_lines=True)
    tabel.add_column("Dokumen")
    tabel.add_column("Berkas", overflow="fold")
    for nama, daftar in tertulis:
        tabel.add_row(nama, "\n".join(str(jalur) for jalur in daftar))
    # A folded address cannot be copied.
    if layar.hasil.measure(tabel, options=layar.hasil.options.update(max_width=10_000)).maximum <= layar.hasil.width:
        layar.hasil.print(tabel, soft_wrap=False)
    else:
        for nama, daftar in tertulis:
            layar.hasil.print("\n".join([nama, *(f"  {jalur}" for jalur in daftar)]), markup=False, soft_wrap=True)
    jumlah = sum(len(daftar) for _, daftar in tertulis)
    layar.hasil.print(f"{jumlah} berkas ditulis ke {keluaran.resolve()}", markup=False)


def _print_ringkasan(layar: Layar, hasil: HasilTahun) -> None:
    """Print the numbers everybody asks for first, each with what it is measured against."""
    from tolok.core.nilai import TidakDapatDihitung
    from tolok.core.periode import Periode

    periode = Periode(hasil.data.tahun)
    rata_rata = hasil.rata_rata_instansi(periode)
    predikat = rata_rata.predikat
    alasan = predikat.nilai.keterangan if isinstance(predikat.nilai, TidakDapatDihitung) else ""
    realisasi = hasil.realisasi_anggaran("total", periode)
    baris = [
        "",
        f"{hasil.data.instansi.nama}, {hasil.data.instansi.kota}, {periode.label}",
        f"  Rata-rata capaian   {rata_rata.hasil.tercetak} ({rata_rata.terukur} dari {rata_rata.jumlah} indikator)",
        f"  Predikat            {_sebut_predikat(alasan) or predikat.tercetak}",
        f"  Realisasi anggaran  {realisasi.tercetak}",
        *(
            f"                      {hasil.serapan('total', periode, edisi.id).tercetak} dari {edisi.nama} "
            f"({hasil.pagu('total', edisi.id).tercetak})"
            for edisi in hasil.data.daftar_edisi_pagu
        ),
    ]
    for satu in baris:
        layar.hasil.print(satu, markup=False)


def _sebut_predikat(alasan: str) -> str:
    """Return why there is no predicate, to stand after the label."""
    sisa = alasan.removeprefix("Predikat ")
    return sisa[:1].upper() + sisa[1:]


def _print_langkah(layar: Layar, contoh: Path) -> None:
    tolok = _nama_perintah()
    for satu in (
        "",
        "Selanjutnya:",
        f"  Lihat isi paketnya                {contoh}",
        f"  Mulai paket instansi Anda         {tolok} paket baru FOLDER",
        f"  Periksa paket sebelum dicetak     {tolok} paket periksa FOLDER",
        f"  Terangkan sebuah angka            {tolok} hitung {contoh} capaian:pmks --konvensi",
    ):
        layar.hasil.print(satu, markup=False)


def _nama_perintah() -> str:
    """Return what to type: the bare name where the shell finds it, else the path that started this run."""
    dipakai = Path(sys.argv[0])
    return "tolok" if dipakai.name != "tolok" or shutil.which("tolok") else str(dipakai)
