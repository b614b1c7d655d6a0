"""The statements of every page of a city with nothing kept in memory (``python -m bench.layanan.pernyataan``)."""

from __future__ import annotations

import json
import os
import sys


def main() -> int:
    """Print for each role the most statements of every page over agency-years spread over the city, as JSON."""
    import django

    django.setup()
    from tests.web.dunia import buat_pengguna, masuk
    from tests.web.pernyataan import PERAN, count_pernyataan

    from bench.kota.bangun import list_sampel

    hasil: dict[str, dict[str, int]] = {}
    for peran in PERAN:
        klien = masuk(buat_pengguna(f"hitung-{peran.value}", peran, instansi=None))
        klien.defaults["SERVER_NAME"] = "localhost"
        terbanyak = hasil.setdefault(peran.label, {})
        for tahun in list_sampel(2):
            for nama, satu in count_pernyataan(klien, tahun).items():
                terbanyak[nama] = max(satu.banyak, terbanyak.get(nama, 0))
    json.dump(hasil, sys.stdout)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.web.settings")
    sys.exit(main())
