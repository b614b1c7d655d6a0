"""What a run says: counts, scores, the table, and the page in the developers' documentation."""

from __future__ import annotations

import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bench.mutasi.salinan import Putusan
from bench.mutasi.urusan import AKAR, Urusan

SETARA: Final = AKAR / "bench/mutasi/setara.toml"
HALAMAN: Final = AKAR / "docs/pengembang/mutasi.md"


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
        f"Score {r.skor(tanpa_setara=True)} % over {r.jumlah} of {len(daftar)} mutants drawn at random over all files;",
        f"{r.skor(tanpa_setara=False)} % when the {r.setara} survivors judged equivalent count as missed.",
        f"Measured {tanggal} by `{perintah}`, which also wrote this page.",
        "",
        "A mutant is one small wrong change (`bench/mutasi/mutan.py`). It is *mati* when a test fails, *waktu*",
        "when the tests are stopped at four times their usual time (counts as noticed), *lolos* when every test",
        "passes, and *setara* when it passes and a reviewer found that no caller can see it",
        "(`bench/mutasi/setara.toml`). The tests asked are those named after the file, the worked cases and the",
        "calculation of a whole year, not the rest of the suite; so the score is a lower bound. A survivor listed",
        "here is work left, not a judgement.",
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
