"""
Evaluation with the full trace against simpleeval with Decimal names, side by side in one run.

Run ``python bench/rumus.py`` with the package importable. simpleeval is measured in its normal use (it parses at each
call) and with the expression parsed before; our results are compared with ``Fraction`` as they are timed.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

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


def time_per_call(kerja: Callable[[], object], kali: int) -> float:
    mulai = time.perf_counter()
    for _ in range(kali):
        kerja()
    return (time.perf_counter() - mulai) / kali


def measure(ulangan: int = 15, kali: int = 400) -> dict[str, tuple[float, float, float]]:
    """Return for each formula the median seconds a call: ours, simpleeval, simpleeval parsed before."""
    acak = random.Random(2020)
    hasil = {}
    for nama, (rumus, ekspresi) in DAFTAR_RUMUS.items():
        isi = {huruf: acak.randint(1, 10**6) for huruf in "ABCDE"}
        simpul = parse_rumus(rumus)
        nilai = {h: Bilangan(Angka(v), "orang") for h, v in isi.items()}
        harapan = eval(  # the oracle: Python's own Fraction
            ekspresi, {h: Fraction(v) for h, v in isi.items()} | {h: Fraction(v) for h, v in BOBOT.items()}
        )
        didapat, jejak = evaluate(simpul, satuan_hasil="%", ambil=lambda p: nilai[p.label])
        assert isinstance(didapat, Bilangan) and didapat.angka.to_fraction() == harapan, nama
        assert sum(1 for j in jejak.telusuri() if j.operasi == "variabel") >= 2

        desimal = SimpleEval(names={h: Decimal(v) for h, v in isi.items()} | BOBOT)
        pohon = desimal.parse(ekspresi)
        putaran: list[tuple[float, float, float]] = []
        for _ in range(ulangan):
            putaran.append((
                time_per_call(lambda: evaluate(simpul, satuan_hasil="%", ambil=lambda p: nilai[p.label]), kali),
                time_per_call(lambda: desimal.eval(ekspresi), kali),
                time_per_call(lambda: desimal.eval(ekspresi, previously_parsed=pohon), kali),
            ))
        hasil[nama] = tuple(statistics.median(kolom) for kolom in zip(*putaran, strict=True))
    return hasil


def main() -> int:
    lambat = False
    print(f"{'rumus':<16} {'tolok µs':>9} {'simpleeval':>11} {'terurai':>9} {'nisbah':>8} {'nisbah terurai':>15}")
    for nama, (kita, mereka, terurai) in measure().items():
        lambat |= mereka / kita < AIM
        print(
            f"{nama:<16} {kita * 1e6:9.2f} {mereka * 1e6:11.2f} {terurai * 1e6:9.2f} "
            f"{mereka / kita:8.2f} {terurai / kita:15.2f}"
        )
    print("Hasil Tolok sama dengan Fraction; jejak lengkap disusun pada setiap panggilan.")
    return int(lambat)


if __name__ == "__main__":
    sys.exit(main())
