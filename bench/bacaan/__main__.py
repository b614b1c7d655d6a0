"""
How well published documents are read, by layout, format and kind: ``python -m bench bacaan``.

``--kelompok latih`` reads the layouts for practice only, ``--gagal`` lists cells missed or wrong (practice layouts
only), ``--tulis FOLDER`` writes the practice documents with their truth as JSON instead of reading. The layouts of the
group ``uji`` are not shown, so that nobody writes a recogniser by them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.bacaan.nilai import Nilai, Skor, score_berkas, score_sel
from bench.bacaan.tata.bahan import make_bahan
from bench.bacaan.tata.jenis import DAFTAR_JENIS
from bench.bacaan.tata.naskah import Kebenaran, NaskahCetak
from bench.bacaan.tata.tata_letak import DAFTAR_KELOMPOK, TataLetak, load_tata_letak
from bench.bacaan.tulis import DAFTAR_FORMAT
from bench.ukur import detik_cpu, memori_puncak, print_kabar, print_tabel
from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import DokumenTerbaca

AIM_REKAL, AIM_PRESISI = 0.85, 0.95


@dataclass(slots=True)
class Hasil:
    """What reading one file gave; ``galat`` is the error that ended it."""

    tata: str
    kelompok: str
    format: str
    jenis: str
    nilai: Nilai = field(default_factory=Nilai)
    detik: float = 0.0
    memori: float = 0.0
    galat: str = ""


def make_naskah(tata: TataLetak, jenis: str, nomor: int) -> NaskahCetak:
    """Return the document of that kind in that layout; each layout has agencies of its own."""
    awal = 1000 if tata.kelompok == "latih" else 5000
    urut = [satu.id for satu in load_tata_letak() if satu.kelompok == tata.kelompok].index(tata.id)
    return DAFTAR_JENIS[jenis](make_bahan(awal + urut * 50 + nomor), tata)


def score_tata(id_tata: str, daftar_format: tuple[str, ...], daftar_jenis: tuple[str, ...]) -> list[Hasil]:
    """Read every document of one layout, as files, and score what was read."""
    from tolok.ingest.baca import read_berkas
    from tolok.ingest.pengenal import recognise

    tata = next(satu for satu in load_tata_letak() if satu.id == id_tata)
    daftar = []
    with TemporaryDirectory() as folder:
        for nomor, jenis in enumerate(DAFTAR_JENIS):
            if jenis not in daftar_jenis:
                continue
            naskah = make_naskah(tata, jenis, nomor)
            for nama in daftar_format:
                akhiran, tulis = DAFTAR_FORMAT[nama]
                alamat = Path(folder) / f"{jenis}.{akhiran}"
                alamat.write_bytes(tulis(naskah))
                hasil = Hasil(tata.id, tata.kelompok, nama, jenis)
                mulai = detik_cpu()
                terbaca: tuple[DokumenTerbaca, ...] = ()
                sel = Skor()
                try:
                    berkas = read_berkas(alamat)
                    sel = score_sel(naskah, berkas)
                    terbaca = recognise(berkas).dokumen
                except Exception as galat:  # a crash is a result: every cell of the file is missed
                    hasil.galat = f"{type(galat).__name__}: {galat}"
                hasil.detik, hasil.memori = detik_cpu() - mulai, memori_puncak()
                hasil.nilai = score_berkas(naskah.kebenaran, terbaca)
                hasil.nilai.sel = sel
                daftar.append(hasil)
    return daftar


def write_contoh(folder: Path) -> None:
    """Write the documents of the practice layouts and what is to be found in them."""
    for tata in load_tata_letak():
        if tata.kelompok != "latih":
            continue
        tujuan = folder / tata.id
        tujuan.mkdir(parents=True, exist_ok=True)
        for nomor, jenis in enumerate(DAFTAR_JENIS):
            naskah = make_naskah(tata, jenis, nomor)
            for akhiran, tulis in DAFTAR_FORMAT.values():
                (tujuan / f"{jenis}.{akhiran}").write_bytes(tulis(naskah))
            isi = json.dumps(_kebenaran(naskah.kebenaran), ensure_ascii=False, indent=1)
            (tujuan / f"{jenis}.json").write_text(isi, encoding="utf-8")
        print_kabar(f"{tata.id}: {tata.nama}")


def _kebenaran(kebenaran: Kebenaran) -> dict[str, Any]:
    return {"dokumen": _polos(asdict(kebenaran)["dokumen"]), "boleh": _polos(asdict(kebenaran)["boleh"])}


def _polos(isi: Any) -> Any:
    """Return data for JSON without what is empty; numbers as decimal text."""
    if isinstance(isi, Angka):
        digit = 0
        while not (isi * 10**digit).is_bulat:
            digit += 1
        teks = str(isi.bulat_terskala(digit))
        return teks if not digit else f"{teks[:-digit] or '0'}.{teks[-digit:]}"
    if isinstance(isi, dict):
        return {k: _polos(v) for k, v in isi.items() if v not in (None, "", ()) and k not in {"letak", "tabel", "blok"}}
    return [_polos(satu) for satu in isi] if isinstance(isi, list | tuple) else isi


def _jumlah(daftar: list[Hasil], kunci: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Nilai]]:
    per_kunci: dict[tuple[str, ...], Nilai] = defaultdict(Nilai)
    for hasil in daftar:
        per_kunci[tuple(getattr(hasil, k) for k in kunci)] += hasil.nilai
    yield from per_kunci.items()


def _kolom(skor: Skor) -> tuple[str, str]:
    return f"{skor.rekal:.1%}", f"{skor.presisi:.1%}"


def _isi(nilai: Nilai) -> tuple[str, ...]:
    return str(nilai.angka.ada), *_kolom(nilai.angka), *_kolom(nilai.teks), _kolom(nilai.dokumen)[0]


def print_hasil(daftar: list[Hasil]) -> bool:
    """Print the tables; returns whether the aims are met on the scoring layouts."""
    kepala = ("sel tercetak", "presisi sel", "nilai", "rekal", "presisi", "rekal teks", "presisi teks", "dokumen")
    for kelompok in DAFTAR_KELOMPOK:
        bagian = [hasil for hasil in daftar if hasil.kelompok == kelompok]
        if not bagian:
            continue
        for judul, kunci in (
            ("format", ("format",)),
            ("jenis dokumen", ("jenis",)),
            ("tata letak", ("tata", "format")),
        ):
            baris = [(*nama, *_kolom(n.sel), *_isi(n)) for nama, n in _jumlah(bagian, kunci)]
            total = next(n for _, n in _jumlah(bagian, ()))
            baris.append(("seluruhnya", *[""] * (len(kunci) - 1), *_kolom(total.sel), *_isi(total)))
            print_tabel(f"Membaca dokumen, tata letak {kelompok}: menurut {judul}", (*kunci, *kepala), baris)
    _print_sebab(daftar)
    waktu = [
        (nama, f"{sum(h.detik for h in bagian) / len(bagian):.2f} s", f"{max(h.detik for h in bagian):.2f} s",
         f"{max(h.memori for h in bagian):.0f} MB")
        for nama in DAFTAR_FORMAT
        if (bagian := [hasil for hasil in daftar if hasil.format == nama])
    ]  # fmt: skip
    print_tabel("Membaca dokumen: waktu CPU satu berkas", ("format", "rata-rata", "terlama", "memori puncak"), waktu)
    total = next((n for k, n in _jumlah(daftar, ("kelompok",)) if k == ("uji",)), Nilai())
    return total.angka.rekal >= AIM_REKAL and total.angka.presisi >= AIM_PRESISI


def _print_sebab(daftar: list[Hasil]) -> None:
    """Print what goes wrong most often, in words that say nothing of a layout."""
    sebab: Counter[tuple[str, str, str]] = Counter()
    for hasil in daftar:
        if hasil.galat:
            sebab["berkas gagal dibaca", hasil.jenis, hasil.format] += hasil.nilai.angka.ada
            continue
        for nama, skor in (("nilai", hasil.nilai.angka), ("teks", hasil.nilai.teks)):
            for kejadian, daftar_sel in (("tidak ditemukan", skor.hilang), ("keliru", skor.keliru)):
                for sel in daftar_sel:
                    sebab[f"{nama} {sel[0]} {sel[2]} {kejadian}", hasil.jenis, hasil.format] += 1
    baris = [(*kunci, str(jumlah)) for kunci, jumlah in sebab.most_common(25)]
    print_tabel("Membaca dokumen: kegagalan terbanyak", ("kegagalan", "jenis", "format", "sel"), baris)


def _bagian(nilai: Nilai) -> tuple[tuple[str, Skor], ...]:
    return ("sel", nilai.sel), ("nilai", nilai.angka), ("teks", nilai.teks), ("dokumen", nilai.dokumen)


def print_gagal(daftar: list[Hasil], batas: int) -> None:
    """Print cells missed and wrong in the practice layouts."""
    for hasil in daftar:
        if hasil.kelompok != "latih":
            continue
        if hasil.galat:
            print(f"! {hasil.tata} {hasil.jenis} {hasil.format}: {hasil.galat}")
        for nama, skor in _bagian(hasil.nilai):
            for tanda, daftar_sel in (("-", skor.hilang), ("+", skor.keliru)):
                for sel in daftar_sel[:batas]:
                    print(f"{tanda} {hasil.tata} {hasil.jenis} {hasil.format} {nama} {sel}")


def main() -> int:
    """Run; 1 if an aim is missed."""
    urai = argparse.ArgumentParser(prog="python -m bench bacaan", description=__doc__)
    urai.add_argument("--kelompok", choices=DAFTAR_KELOMPOK)
    urai.add_argument("--tata", action="append", default=[])
    urai.add_argument("--format", action="append", choices=tuple(DAFTAR_FORMAT), default=[])
    urai.add_argument("--jenis", action="append", choices=tuple(DAFTAR_JENIS), default=[])
    urai.add_argument("--gagal", type=int, default=0, metavar="BANYAK")
    urai.add_argument("--tulis", type=Path, metavar="FOLDER")
    argumen = urai.parse_args()
    if argumen.tulis:
        write_contoh(argumen.tulis)
        return 0
    daftar_tata = [
        tata.id
        for tata in load_tata_letak()
        if argumen.kelompok in (None, tata.kelompok) and (not argumen.tata or tata.id in argumen.tata)
    ]
    mulai = time.perf_counter()
    daftar: list[Hasil] = []
    with ProcessPoolExecutor(max_workers=2) as kolam:
        pilihan = (tuple(argumen.format or DAFTAR_FORMAT), tuple(argumen.jenis or DAFTAR_JENIS))
        for tata, pekerjaan in [(tata, kolam.submit(score_tata, tata, *pilihan)) for tata in daftar_tata]:
            daftar.extend(pekerjaan.result())
            print_kabar(f"{tata}: {time.perf_counter() - mulai:.0f} s")
    tercapai = print_hasil(daftar)
    if argumen.gagal:
        print_gagal(daftar, argumen.gagal)
    return 0 if tercapai else 1


if __name__ == "__main__":
    sys.exit(main())
