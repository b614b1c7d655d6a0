"""
``make bench``: every measurement of Tolok, one after the other, then a bounded stretch of the mutation run.

The mutation run gets its own process, since it must not have ``tolok`` loaded; ``TOLOK_MUTASI_MENIT`` bounds it.
``python -m bench tahan …`` runs one measurement alone.
"""

from __future__ import annotations

import subprocess
import sys

from bench import baca, dokumen, rumus


def main() -> int:
    """Run all, or the one named; the exit code says whether an aim of the formula bench was missed."""
    if sys.argv[1:]:
        return subprocess.run([sys.executable, "-m", f"bench.{sys.argv[1]}", *sys.argv[2:]], check=False).returncode
    print("# Ukuran Tolok\n\nNisbah diukur berdampingan dalam satu jalan; angka mutlak bergantung pada mesinnya.")
    gagal = rumus.main()
    dokumen.main()
    baca.main()
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "bench.kota"], check=True)
    subprocess.run([sys.executable, "-m", "bench.mutasi"], check=True)
    return gagal


if __name__ == "__main__":
    sys.exit(main())
