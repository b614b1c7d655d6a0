"""What measurements have to say before the conventions of their year change."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.periode import ROMAWI
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.perencanaan.models import TahunKinerja


def list_triwulan_disahkan(tahun: TahunKinerja) -> Iterator[str]:
    """Yield a sentence for each quarter with approved results: they keep the conventions they were approved under."""
    disahkan = tahun.daftar_pengukuran.filter(status=StatusPengukuran.DISAHKAN)
    for triwulan, jumlah in disahkan.values_list("triwulan").annotate(n=Count("pk")).order_by("triwulan"):
        yield (
            f"Triwulan {ROMAWI[triwulan]} sudah disahkan ({format_angka(Angka(jumlah))} indikator); "
            "kembalikan pengukurannya lebih dahulu."
        )
