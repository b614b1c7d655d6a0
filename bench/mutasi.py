"""
Mutation run over the numeric core: how many small wrong changes does the suite notice?

``python -m bench.mutasi`` continues where the last run stopped. Mutants of all files are taken in one random order with
a fixed seed, so a run cut short at any point is an unbiased sample. A result is kept under ``bench/.hasil`` and used
again as long as the mutated file is the same and either the test that killed it or, for a survivor, all tests are.
Survivors a reviewer found equivalent stand with their reason in ``bench/mutan_setara.toml``.
"""

from __future__ import annotations

import argparse
import ast
import functools
import hashlib
import json
import os
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.mutan import Mutan, find_anggota_enum, list_mutan
from bench.uji_mutan import Putusan, Salinan
from bench.ukur import print_tabel

AKAR: Final = Path(__file__).parents[1]
HASIL: Final = AKAR / "bench/.hasil/mutasi.jsonl"
SETARA: Final = AKAR / "bench/mutan_setara.toml"
HALAMAN: Final = AKAR / "docs/pengembang/mutasi.md"
BENIH: Final = 2020
MENIT: Final = 10
INTI: Final = "src/tolok/core"
UJI: Final = "tests"

DAFTAR_BERKAS: Final = (
    "agregasi.py",
    "angka.py",
    "baca_angka.py",
    "capaian.py",
    "cetak_angka.py",
    "edisi.py",
    "efisiensi.py",
    "gaya_angka.py",
    "hasil_anggaran.py",
    "hasil_indikator.py",
    "hasil_realisasi.py",
    "hasil_tahun.py",
    "lke.py",
    "nilai.py",
    "nisbah.py",
    "penilaian.py",
    "periode.py",
    "pohon.py",
    "rekap_anggaran.py",
    "rumus/bilangan.py",
    "rumus/evaluator.py",
    "rumus/functions.py",
    "rumus/parser.py",
    "satuan.py",
    "skala.py",
    "target_berlaku.py",
)
"""The files in which a wrong sign becomes a wrong number."""

UJI_BERSAMA: Final = (
    "tests/contoh",
    "tests/core/test_hasil_*.py",
    "tests/core/rumus/test_evaluator.py",
    "tests/contoh_paket/test_hasil_contoh.py",
    "tests/contoh_paket/test_formulir_contoh.py",
)
"""Asked after the tests named after the file: worked cases and the whole calculation of a year."""


@dataclass(frozen=True, slots=True)
class Urusan:
    """One mutant with its file (path under the core)."""

    berkas: str
    mutan: Mutan


def list_urusan(benih: int = BENIH, daftar_berkas: Iterable[str] = DAFTAR_BERKAS) -> list[Urusan]:
    """Return every mutant of the files in the random order of the seed."""
    inti = AKAR / INTI
    anggota = find_anggota_enum(jalur.read_bytes() for jalur in sorted(inti.rglob("*.py")))
    semua = (
        Urusan(berkas, mutan)
        for berkas in daftar_berkas
        for mutan in list_mutan(berkas, (inti / berkas).read_bytes(), anggota)
    )
    return sorted(semua, key=lambda urusan: _hash(f"{benih}:{urusan.mutan.id}"))


@functools.cache
def list_uji(berkas: str) -> tuple[str, ...]:
    """Return the test files for a core file: its namesakes first, then the shared ones."""
    jalur = Path(berkas)
    sendiri = sorted((AKAR / UJI / "core" / jalur.parent).glob(f"test_{jalur.stem}*.py"))
    bersama = [ada for pola in UJI_BERSAMA for ada in sorted(AKAR.glob(pola))]
    return tuple(dict.fromkeys(ada.relative_to(AKAR).as_posix() for ada in (*sendiri, *bersama)))


def _hash(*bagian: str | bytes) -> str:
    return hashlib.sha256(b"\0".join(b if isinstance(b, bytes) else b.encode() for b in bagian)).hexdigest()


@functools.cache
def _hash_berkas(jalur: str) -> str:
    return _hash((AKAR / jalur).read_bytes())


@functools.cache
def hash_semua_uji(berkas: str) -> str:
    """Return the hash of every test file asked about a core file, with what stands beside them."""
    daftar = [p for uji in list_uji(berkas) for p in _list_isi(AKAR / uji)]
    daftar += sorted((AKAR / UJI).glob("*.py"))
    return _hash(*(_hash_berkas(p.relative_to(AKAR).as_posix()) for p in dict.fromkeys(daftar)))


def _list_isi(jalur: Path) -> list[Path]:
    if jalur.is_file():
        return [jalur]
    return sorted(p for p in jalur.rglob("*") if p.suffix in {".py", ".toml", ".csv"})


@functools.cache
def hash_penguji(penguji: str) -> str:
    """Return the hash of the test function behind a pytest name and of the data files beside it; empty if gone."""
    berkas, _, nama = penguji.partition("::")
    jalur = AKAR / berkas
    if not nama or not jalur.is_file():
        return ""
    nama = nama.split("[")[0].split("::")[-1]
    sumber = jalur.read_text(encoding="utf-8")
    for simpul in ast.walk(ast.parse(sumber)):
        if isinstance(simpul, ast.FunctionDef) and simpul.name == nama:
            awal = min(s.lineno for s in (simpul, *simpul.decorator_list))
            badan = "\n".join(sumber.splitlines()[awal - 1 : simpul.end_lineno])
            data = sorted(p for p in jalur.parent.rglob("*") if p.suffix in {".toml", ".csv"})
            return _hash(badan, *(_hash_berkas(p.relative_to(AKAR).as_posix()) for p in data))
    return ""


class Catatan:
    """The kept results, one JSON line each; the last line about a mutant counts."""

    def __init__(self, jalur: Path = HASIL) -> None:
        self.jalur = jalur
        self._isi: dict[str, dict[str, str]] = {}
        if jalur.exists():
            for baris in jalur.read_text(encoding="utf-8").splitlines():
                isi = json.loads(baris)
                self._isi[isi["id"]] = isi

    def find(self, urusan: Urusan) -> Putusan | None:
        """Return the kept result if it still holds."""
        isi = self._isi.get(urusan.mutan.id)
        if isi is None or isi["sumber"] != _hash_berkas(f"{INTI}/{urusan.berkas}"):
            return None
        kini = hash_penguji(isi["penguji"]) or hash_semua_uji(urusan.berkas)
        return Putusan(isi["keadaan"], isi["penguji"]) if isi["uji"] == kini else None

    def keep(self, urusan: Urusan, putusan: Putusan) -> None:
        """Append one result."""
        isi = {
            "id": urusan.mutan.id,
            "keadaan": putusan.keadaan,
            "penguji": putusan.penguji,
            "sumber": _hash_berkas(f"{INTI}/{urusan.berkas}"),
            "uji": hash_penguji(putusan.penguji) or hash_semua_uji(urusan.berkas),
            "detik": f"{putusan.detik:.2f}",
        }
        self._isi[urusan.mutan.id] = isi
        self.jalur.parent.mkdir(parents=True, exist_ok=True)
        with self.jalur.open("a", encoding="utf-8") as keluaran:
            keluaran.write(json.dumps(isi, ensure_ascii=False) + "\n")


def run_mutasi(daftar: list[Urusan], *, menit: float, paling_banyak: int) -> dict[str, Putusan]:
    """Go through the list in its order until the time or the number is used up; return the verdicts by mutant id."""
    catatan = Catatan()
    habis = time.monotonic() + menit * 60
    hasil: dict[str, Putusan] = {}
    pelaksana: _Pelaksana | None = None
    try:
        for urusan in daftar[:paling_banyak]:
            putusan = catatan.find(urusan)
            if putusan is None:
                if time.monotonic() > habis:
                    break
                pelaksana = pelaksana or _Pelaksana()
                putusan = pelaksana.run(urusan)
                catatan.keep(urusan, putusan)
            hasil[urusan.mutan.id] = putusan
    finally:
        if pelaksana:
            pelaksana.salinan.close()
    return hasil


class _Pelaksana:
    """Holds the copy and, per core file, the seconds its tests take when nothing is wrong."""

    def __init__(self) -> None:
        self.salinan = Salinan(AKAR)
        self._batas: dict[str, float] = {}

    def run(self, urusan: Urusan) -> Putusan:
        uji = list_uji(urusan.berkas)
        jalur = AKAR / INTI / urusan.berkas
        if urusan.berkas not in self._batas:
            murni = self.salinan.run(uji, batas_detik=600)
            if murni.keadaan != "lolos":
                raise SystemExit(f"Uji gagal tanpa mutan: {murni.penguji}. Perbaiki dulu, lalu ulangi.")
            self._batas[urusan.berkas] = 15 + 4 * murni.detik
        relatif = jalur.relative_to(AKAR / "src").as_posix()
        ganti = (relatif, urusan.mutan.apply(jalur.read_bytes()))
        return self.salinan.run(uji, batas_detik=self._batas[urusan.berkas], ganti=ganti)


def load_setara() -> dict[str, str]:
    """Return the reviewed equivalent mutants: id -> reason."""
    if not SETARA.exists():
        return {}
    isi = tomllib.loads(SETARA.read_text(encoding="utf-8"))
    return {satu["mutan"]: satu["sebab"] for satu in isi.get("setara", [])}


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """Counts of a set of verdicts; the score leaves equivalent survivors out."""

    mati: int = 0
    waktu: int = 0
    lolos: int = 0
    setara: int = 0

    @property
    def jumlah(self) -> int:
        """Mutants run."""
        return self.mati + self.waktu + self.lolos + self.setara

    def skor(self, *, tanpa_setara: bool) -> str:
        """Killed (or stopped) of those that can be, in percent."""
        dasar = self.jumlah - (self.setara if tanpa_setara else 0)
        return f"{(self.mati + self.waktu) * 100 / dasar:.1f}" if dasar else "–"


def summarise(daftar: Iterable[Urusan], hasil: dict[str, Putusan], setara: dict[str, str]) -> Ringkasan:
    """Count the verdicts of some mutants."""
    hitung = Counter(
        "setara" if hasil[u.mutan.id].keadaan == "lolos" and u.mutan.id in setara else hasil[u.mutan.id].keadaan
        for u in daftar
        if u.mutan.id in hasil
    )
    return Ringkasan(**hitung)


def tulis_baris(daftar: list[Urusan], hasil: dict[str, Putusan], setara: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the table: one row a file and the sum."""
    for nama in (*sorted({u.berkas for u in daftar}), "semua"):
        bagian = [u for u in daftar if nama in (u.berkas, "semua")]
        r = summarise(bagian, hasil, setara)
        yield (
            nama,
            f"{r.jumlah} dari {len(bagian)}",
            *(str(n) for n in (r.mati, r.waktu, r.lolos, r.setara)),
            r.skor(tanpa_setara=True),
        )


KEPALA: Final = ("berkas", "dijalankan", "mati", "waktu", "lolos", "setara", "skor")


def write_halaman(daftar: list[Urusan], hasil: dict[str, Putusan], setara: dict[str, str], *, perintah: str) -> None:
    """Write the page with the score, the table and the survivors."""
    r = summarise(daftar, hasil, setara)
    tanggal = time.strftime("%Y-%m-%d", time.gmtime())
    baris = [
        "# Mutation score of the numeric core",
        "",
        f"Score {r.skor(tanpa_setara=True)} % over {r.jumlah} of {len(daftar)} mutants, drawn at random over all files; "
        f"{r.skor(tanpa_setara=False)} % when the {r.setara} survivors judged equivalent count as missed.",
        f"Measured {tanggal} by `{perintah}`. Written by the run; change `bench/mutasi.py`, not this page.",
        "",
        "A mutant is one small wrong change (`bench/mutan.py`). It is *mati* when a test fails, *waktu* when the tests are",
        "stopped at four times their usual time (counts as noticed), *lolos* when every test still passes, *setara* when it",
        "passes and a reviewer found that it changes nothing a caller can see. The tests asked are those named after the",
        "file, the worked cases and the calculation of a whole year; the rest of the suite is not asked, so the score is a",
        "lower bound.",
        "",
        "| " + " | ".join(KEPALA) + " |",
        "|---|" + "---:|" * (len(KEPALA) - 1),
        *("| " + " | ".join(isi) + " |" for isi in tulis_baris(daftar, hasil, setara)),
        "",
    ]
    lolos = [u for u in daftar if u.mutan.id in hasil and hasil[u.mutan.id].keadaan == "lolos"]
    for judul, termasuk in (("Survivors not yet killed", False), ("Survivors judged equivalent", True)):
        pilihan = sorted((u.mutan.id, u.mutan.baris) for u in lolos if (u.mutan.id in setara) == termasuk)
        baris += [f"## {judul}", ""]
        baris += [f"- `{id_mutan}`" + (f": {setara[id_mutan]}" if termasuk else "") for id_mutan, _ in pilihan]
        baris += [] if pilihan else ["None."]
        baris += [""]
    HALAMAN.write_text("\n".join(baris).rstrip() + "\n", encoding="utf-8")


def main(argumen: list[str] | None = None) -> int:
    """Continue the run, print the table and the survivors, and write the page if asked."""
    pengurai = argparse.ArgumentParser(prog="python -m bench.mutasi", description="Melanjutkan uji mutasi.")
    bawaan = float(os.environ.get("TOLOK_MUTASI_MENIT", MENIT))
    pengurai.add_argument("--menit", type=float, default=bawaan, help="lama paling banyak (bawaan: %(default)s)")
    pengurai.add_argument("--benih", type=int, default=BENIH, help="benih urutan acak (bawaan: %(default)s)")
    pengurai.add_argument("--jumlah", type=int, default=sys.maxsize, help="hanya sekian mutan pertama menurut urutan")
    pengurai.add_argument("--berkas", nargs="+", default=DAFTAR_BERKAS, help="hanya berkas ini di core")
    pengurai.add_argument("--tulis", action="store_true", help="tulis docs/pengembang/mutasi.md")
    pilihan = pengurai.parse_args(argumen)
    os.nice(10)
    daftar = list_urusan(pilihan.benih, pilihan.berkas)
    hasil = run_mutasi(daftar, menit=pilihan.menit, paling_banyak=pilihan.jumlah)
    setara = load_setara()
    print_tabel("Uji mutasi", KEPALA, list(tulis_baris(daftar, hasil, setara)))
    for urusan in daftar:
        putusan = hasil.get(urusan.mutan.id)
        if putusan and putusan.keadaan == "lolos" and urusan.mutan.id not in setara:
            print(f"lolos: baris {urusan.mutan.baris}: {urusan.mutan.id}")
    if pilihan.tulis:
        write_halaman(daftar, hasil, setara, perintah=f"python -m bench.mutasi --benih {pilihan.benih} --tulis")
    return 0


if __name__ == "__main__":
    sys.exit(main())
