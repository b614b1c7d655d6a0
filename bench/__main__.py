"""``make bench``: every measurement of Tolok, one after the other."""

from __future__ import annotations

import sys

from bench import dokumen, rumus


def main() -> int:
    """Run all; the exit code says whether an aim of the formula bench was missed."""
    print("# Ukuran Tolok\n\nNisbah diukur berdampingan dalam satu jalan; angka mutlak bergantung pada mesinnya.")
    gagal = rumus.main()
    dokumen.main()
    return gagal


if __name__ == "__main__":
    sys.exit(main())
