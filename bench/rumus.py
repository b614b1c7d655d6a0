"""
Evaluation with the full trace against simpleeval with Decimal names, side by side in one run.

Run ``python bench/rumus.py`` with the package importable. simpleeval is measured in its normal use (it parses at each
call) and with the expression parsed before; our results are compared with ``Fraction`` before they are timed.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from simpleeval import SimpleEval

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan
from tolok.core.rumus.evaluator import evaluate
from tolok.core.rumus.parser import parse_rumus

DAFTAR_RUMUS = {
    "rasio": ("[A] / [B] * 100", "A / B * 100"),
    "perubahan": ("([A] - [B]) / [B] * 100", "(A - B) / B * 100"),
    "rata-rata lima": ("([A] + [B] + [C] + [D] + [E]) / 5", "(A + B + C + D + E) / 5"),
    "berbobot": ("0,5 * [A] + 0,25 * [B] + 0,25 * [C] / [D] * 100", "S * A + P * B + P * C / D * 100"),
}
BOBOT = {"S": Decimal("0.5"), "P": Decimal("0.25")}
"""simpleeval reads 0.5 as a float, so it gets its weights as named Decimals."""
AIM = 2


class Waktu(NamedTuple):
    """Seconds a call."""

    tolok: float
    simpleeval: float
    simpleeval_terurai: float


def time_per_call(kerja: Callable[[], object], kali: int) -> float:
    """Return the mean processor seconds of one call; other programs on the machine do not count."""
    mulai = time.process_time()
    for _ in range(kali):
        kerja()
    return (time.process_time() - mulai) / kali


def measure(rumus: str, ekspresi: str, isi: dict[str, int], *, ulangan: int = 61, kali: int = 200) -> list[Waktu]:
    """Time one formula in interleaved rounds, after checking that the result is exact and the trace complete."""
    simpul = parse_rumus(rumus)
    nilai = {huruf: Bilangan(Angka(n), "orang") for huruf, n in isi.items()}
    desimal = SimpleEval(names={huruf: Decimal(n) for huruf, n in isi.items()} | BOBOT)
    pohon = desimal.parse(ekspresi)

    def kita() -> tuple[object, object]:
        return evaluate(simpul, satuan_hasil="%", ambil=lambda peubah: nilai[peubah.label])

    didapat, jejak = evaluate(simpul, satuan_hasil="%", ambil=lambda peubah: nilai[peubah.label])
    tepat = eval(ekspresi, {huruf: Fraction(n) for huruf, n in (isi | BOBOT).items()})
    assert isinstance(didapat, Bilangan)
    assert didapat.angka.to_fraction() == tepat
    assert sum(j.operasi == "variabel" for j in jejak.telusuri()) == rumus.count("[")
    return [
        Waktu(
            time_per_call(kita, kali),
            time_per_call(lambda: desimal.eval(ekspresi), kali),
            time_per_call(lambda: desimal.eval(ekspresi, previously_parsed=pohon), kali),
        )
        for _ in range(ulangan)
    ]


def main() -> int:
    """Print the table; 1 if the aim against simpleeval in its normal use is missed."""
    acak = random.Random(2020)
    lambat = False
    print(f"{'rumus':<16} {'tolok µs':>9} {'simpleeval':>11} {'terurai':>9} {'nisbah':>8} {'nisbah terurai':>15}")
    for nama, (rumus, ekspresi) in DAFTAR_RUMUS.items():
        putaran = measure(rumus, ekspresi, {huruf: acak.randint(1, 10**6) for huruf in "ABCDE"})
        kita, mereka, terurai = (statistics.median(kolom) * 1e6 for kolom in zip(*putaran, strict=True))
        nisbah = statistics.median(w.simpleeval / w.tolok for w in putaran)
        nisbah_terurai = statistics.median(w.simpleeval_terurai / w.tolok for w in putaran)
        lambat |= nisbah < AIM
        print(f"{nama:<16} {kita:9.2f} {mereka:11.2f} {terurai:9.2f} {nisbah:8.2f} {nisbah_terurai:15.2f}")
    print("Hasil Tolok sama dengan Fraction; jejak lengkap disusun pada setiap panggilan.")
    return int(lambat)


if __name__ == "__main__":
    sys.exit(main())
