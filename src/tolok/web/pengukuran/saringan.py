"""What of a list of measurements is shown, and in which order, as the address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from tolok.web.pengukuran.models import StatusPengukuran

PERLU_SAYA: Final = "perlu"
PILIHAN_STATUS: Final = (
    ("", "Semua status"),
    (PERLU_SAYA, "Perlu saya"),
    *((satu.value, satu.label) for satu in StatusPengukuran),
)
URUT: Final = ("nama", "realisasi", "capaian", "status")


@dataclass(frozen=True, slots=True)
class Saringan:
    """Empty fields do not restrict; ``urut`` is a column, with ``-`` before it the other way round."""

    status: str = ""
    unit: str = ""
    urut: str = ""

    def make_kueri(self, **lain: str) -> str:
        """Return the query of an address that shows the same, with ``?`` before it if it says anything."""
        isi = {"status": self.status, "unit": self.unit, "urut": self.urut, **lain}
        kueri = urlencode({nama: nilai for nama, nilai in isi.items() if nilai})
        return f"?{kueri}" if kueri else ""


def read_saringan(kueri: Mapping[str, str]) -> Saringan:
    """Read the query of an address; what is not known is passed over."""
    status, urut = kueri.get("status", ""), kueri.get("urut", "")
    return Saringan(
        status=status if status in dict(PILIHAN_STATUS) else "",
        unit=kueri.get("unit", ""),
        urut=urut if urut.removeprefix("-") in URUT else "",
    )
