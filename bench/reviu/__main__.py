"""
What the review finds of known faults, and what it says of documents without any: ``python -m bench reviu``.

Every fault is put into a document of a random agency in every layout, the format going round; every kind of document
without a fault is reviewed the same way. Only layouts of the group ``uji`` count (``--kelompok latih`` tries the others
and, with ``--rinci``, shows what was missed and what was said without need).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.bacaan.tata.bahan import make_bahan
from bench.bacaan.tata.cetak import print_kuantitas
from bench.bacaan.tata.jenis import DAFTAR_JENIS, triwulan_dokumen
from bench.bacaan.tata.naskah import NaskahCetak
from bench.bacaan.tata.tata_letak import DAFTAR_KELOMPOK, TataLetak, load_tata_letak
from bench.bacaan.tulis import DAFTAR_FORMAT
from bench.reviu.kesalahan import DAFTAR_KESALAHAN, Harapan, Kesalahan
from bench.ukur import print_kabar, print_tabel

AIM_REKAL = 0.8
AIM_SALAH_TUDUH = 1
_SEED = 9000
_BUKAN_HURUF = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Catatan:
    """
    One finding, as far as the score needs it.

    ``teks`` is what it quotes and says, in lower case without marks.
    """

    aturan: str
    tingkat: str
    teks: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """What the review said of one file; ``kesalahan`` is empty for a document without fault."""

    tata: str
    format: str
    jenis: str
    kesalahan: str
    is_ditemukan: bool
    temuan: tuple[Catatan, ...]
    galat: str = ""


def score_tata(id_tata: str) -> list[Hasil]:
    """Review the documents of one layout, with each fault and with none."""
    daftar_tata = load_tata_letak()
    urut, tata = next((i, satu) for i, satu in enumerate(daftar_tata) if satu.id == id_tata)
    daftar_format = tuple(DAFTAR_FORMAT)
    hasil = []
    with TemporaryDirectory() as folder:
        for nomor, jenis in enumerate(DAFTAR_JENIS):
            nama = daftar_format[(urut + nomor) % len(daftar_format)]
            naskah = DAFTAR_JENIS[jenis](make_bahan(_SEED + 50 * urut + nomor, is_lengkap=True), tata)
            temuan, galat = _periksa(naskah, nama, Path(folder))
            hasil.append(Hasil(id_tata, nama, jenis, "", False, temuan, galat))
        for nomor, kesalahan in enumerate(DAFTAR_KESALAHAN):
            nama = daftar_format[(urut + nomor) % len(daftar_format)]
            jenis = kesalahan.jenis[urut % len(kesalahan.jenis)]
            dibuat = _sisipkan(kesalahan, jenis, tata, _SEED + 50 * urut + nomor)
            if dibuat is None:
                continue
            naskah, harapan, _ = dibuat
            temuan, galat = _periksa(naskah, nama, Path(folder))
            cocok = any(_is_cocok(satu, harapan, tata) for satu in temuan)
            hasil.append(Hasil(id_tata, nama, jenis, kesalahan.nama, cocok, temuan, galat))
    return hasil


def _sisipkan(kesalahan: Kesalahan, jenis: str, tata: TataLetak, seed: int) -> tuple[NaskahCetak, Harapan, int] | None:
    """
    Return a document with the fault, what must be found, and the seed of the agency.

    Agencies without a place for the fault are passed over, in the end the fault is.
    """
    for coba in range(8):
        bahan = make_bahan(seed + 1000 * coba, is_lengkap=True)
        harapan = kesalahan.sisipkan(bahan, Random(seed), triwulan_dokumen(jenis, bahan))
        if harapan is not None and (kesalahan.nama != "jumlah seluruhnya salah" or "total" in tata.gaya.derau):
            return DAFTAR_JENIS[jenis](bahan, tata), harapan, bahan.seed
    return None


def _periksa(naskah: NaskahCetak, nama_format: str, folder: Path) -> tuple[tuple[Catatan, ...], str]:
    """Write, read, recognise and review a document."""
    from tolok.core.reviu.periksa import review
    from tolok.ingest.baca import read_berkas
    from tolok.ingest.pengenal import recognise

    akhiran, tulis = DAFTAR_FORMAT[nama_format]
    alamat = folder / f"{naskah.jenis}.{akhiran}"
    alamat.write_bytes(tulis(naskah))
    try:
        daftar = review([recognise(read_berkas(alamat))])
    except Exception as galat:  # a crash is a result: nothing is found
        return (), f"{type(galat).__name__}: {galat}"
    return tuple(
        Catatan(satu.aturan, satu.tingkat.value, _rapi(f"{satu.tercetak} {satu.pesan} {satu.letak.letak.tabel or ''}"))
        for satu in daftar
    ), ""


def _is_cocok(catatan: Catatan, harapan: Harapan, tata: TataLetak) -> bool:
    """Whether a finding is the expected one: its rule, and a quotation of the place."""
    if catatan.aturan not in harapan.aturan:
        return False
    tercetak = [print_kuantitas(isi, tata.angka, is_kolom_persen=True).teks for isi in harapan.nilai]
    kutipan = [_rapi(satu) for satu in (*tercetak, *harapan.teks)]
    return not kutipan or any(satu in catatan.teks for satu in kutipan)


def _rapi(teks: str) -> str:
    return _BUKAN_HURUF.sub(" ", teks).strip().casefold()


def _rekal(daftar: Iterable[Hasil]) -> tuple[str, str, str]:
    isi = list(daftar)
    benar = sum(hasil.is_ditemukan for hasil in isi)
    return str(len(isi)), str(benar), f"{benar / len(isi):.0%}" if isi else "-"


def _tuduhan(hasil: Hasil) -> list[Catatan]:
    """Return what is said of a document beyond hints."""
    return [satu for satu in hasil.temuan if satu.tingkat != "saran"]


def print_hasil(daftar: list[Hasil]) -> bool:
    """Print the tables; returns whether the aims are met."""
    bersih = [hasil for hasil in daftar if not hasil.kesalahan]
    salah = [hasil for hasil in daftar if hasil.kesalahan]
    nama = [satu.nama for satu in DAFTAR_KESALAHAN]
    kepala = ("disisipkan", "ditemukan", "rekal")
    baris = [(satu, *_rekal(h for h in salah if h.kesalahan == satu)) for satu in nama]
    baris.append(("seluruhnya", *_rekal(salah)))
    print_tabel("Reviu: kesalahan yang ditemukan", ("kesalahan", *kepala), baris)
    baris = [(satu, *_rekal(h for h in salah if h.format == satu)) for satu in DAFTAR_FORMAT]
    print_tabel("Reviu: kesalahan yang ditemukan menurut format", ("format", *kepala), baris)
    per_aturan = Counter(satu.aturan for hasil in bersih for satu in _tuduhan(hasil))
    baris = [(aturan, str(jumlah), *_per_format(bersih, aturan)) for aturan, jumlah in per_aturan.most_common()]
    banyak = len(bersih)
    jumlah = sum(per_aturan.values())
    baris.append((f"seluruhnya pada {banyak} dokumen", str(jumlah), *_per_format(bersih, "")))
    print_tabel("Reviu: dokumen tanpa kesalahan, salah tuduh", ("aturan", "temuan", *DAFTAR_FORMAT), baris)
    lebih = sum(len(_tuduhan(hasil)) > AIM_SALAH_TUDUH for hasil in bersih)
    gagal = sum(bool(hasil.galat) for hasil in daftar)
    print(f"\nDokumen tanpa kesalahan dengan lebih dari satu salah tuduh: {lebih} dari {banyak}.")
    print(f"Gagal diperiksa: {gagal}.")
    return not lebih and sum(hasil.is_ditemukan for hasil in salah) >= AIM_REKAL * len(salah)


def _per_format(daftar: list[Hasil], aturan: str) -> Iterator[str]:
    for nama in DAFTAR_FORMAT:
        bagian = (satu for hasil in daftar if hasil.format == nama for satu in _tuduhan(hasil))
        yield str(sum(not aturan or satu.aturan == aturan for satu in bagian))


def print_rinci(daftar: list[Hasil]) -> None:
    """Print, of practice layouts, what was missed and what was said without need."""
    for hasil in daftar:
        tempat = f"{hasil.tata} {hasil.jenis} {hasil.format}"
        if hasil.galat:
            print(f"! {tempat}: {hasil.galat}")
        if hasil.kesalahan and not hasil.is_ditemukan:
            print(f"- {tempat}: {hasil.kesalahan}; ditemukan: {sorted({satu.aturan for satu in hasil.temuan})}")
        if not hasil.kesalahan:
            for satu in _tuduhan(hasil):
                print(f"+ {tempat}: {satu.aturan} ({satu.tingkat}) {satu.teks[:200]}")


def main() -> int:
    """Run; 1 if an aim is missed."""
    urai = argparse.ArgumentParser(prog="python -m bench reviu", description=__doc__)
    urai.add_argument("--kelompok", choices=DAFTAR_KELOMPOK, default="uji")
    urai.add_argument("--tata", action="append", default=[])
    urai.add_argument("--rinci", action="store_true")
    argumen = urai.parse_args()
    daftar_tata = [
        tata.id
        for tata in load_tata_letak()
        if tata.kelompok == argumen.kelompok and (not argumen.tata or tata.id in argumen.tata)
    ]
    daftar: list[Hasil] = []
    with ProcessPoolExecutor(max_workers=2) as kolam:
        for tata, hasil in zip(daftar_tata, kolam.map(score_tata, daftar_tata), strict=True):
            daftar.extend(hasil)
            print_kabar(tata)
    tercapai = print_hasil(daftar)
    if argumen.rinci and argumen.kelompok == "latih":
        print_rinci(daftar)
    return 0 if tercapai else 1


if __name__ == "__main__":
    sys.exit(main())
