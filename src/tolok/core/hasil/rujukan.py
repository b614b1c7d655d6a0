"""
Looking up the tokens of a narrative in an agency-year: which quantities exist, and under which name they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.identitas import make_identitas
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil
from tolok.core.narasi import GalatToken, Token, suggest
from tolok.core.periode import Periode

INSTANSI: Final = "instansi"

BESARAN_PER_JENIS: Final[Mapping[str, tuple[str, ...]]] = {
    "indikator": (
        "target",
        "realisasi",
        "capaian",
        "capaian_terbatas",
        "predikat",
        "target_akhir",
        "tingkat_kemajuan",
        "pagu",
        "realisasi_anggaran",
        "serapan",
        "bagian",
        "efisiensi",
    ),
    "sasaran": ("rata_rata_capaian", "predikat", "pagu", "realisasi_anggaran", "serapan", "bagian"),
    INSTANSI: ("rata_rata_capaian", "predikat"),
    "anggaran": ("pagu", "realisasi_anggaran", "serapan", "bagian"),
    "variabel": ("nilai",),
}
"""What a token may ask of each kind of object."""

BESARAN_BEREDISI: Final = frozenset({"pagu", "serapan", "bagian", "efisiensi"})
"""Quantities that stand on an edition of the pagu."""

_PERIODE: Final = re.compile(r"(?P<tahun>\d{4})?(?:(?<=\d)-)?(?:tw(?P<triwulan>[1-4])|tahun)?")


def get_edisi_laporan(data: TahunInstansi) -> str:
    """Return the edition of the pagu the yearly report uses: the declared one, else the last, else ``""``."""
    return data.pagu_laporan or (data.daftar_edisi_pagu[-1].id if data.daftar_edisi_pagu else "")


class PencariToken:
    """Callable that returns the ``Hasil`` a token names, for one agency-year."""

    def __init__(self, hasil: HasilTahun) -> None:
        self._hasil = hasil
        data = hasil.data
        self._jenis_per_objek: dict[str, str] = {
            **{satu.id: "variabel" for satu in data.daftar_variabel},
            **{satu.kode: "anggaran" for satu in data.daftar_anggaran},
            **dict.fromkeys(("total", "penunjang", "tanpa_sasaran"), "anggaran"),
            **{satu.id: "sasaran" for satu in data.daftar_simpul},
            **{satu.indikator: "indikator" for satu in data.daftar_indikator},
            INSTANSI: INSTANSI,
        }
        self._daftar_edisi = tuple(edisi.id for edisi in data.daftar_edisi_pagu)

    def __call__(self, token: Token) -> Hasil:
        """
        Return the quantity.

        :raises GalatToken: if the quantity, the object, the period or the edition does not exist
        """
        jenis = self._jenis_per_objek.get(token.objek)
        if jenis is None:
            raise GalatToken(f"Objek “{token.objek}” tidak ada.", suggest(token.objek, self._jenis_per_objek))
        if token.besaran not in BESARAN_PER_JENIS[jenis]:
            raise GalatToken(
                f"Besaran “{token.besaran}” tidak ada untuk {jenis} “{token.objek}”.",
                suggest(token.besaran, BESARAN_PER_JENIS[jenis]),
            )
        periode = self._periode(token)
        besaran = token.besaran
        if besaran in BESARAN_BEREDISI:
            besaran = f"{besaran}@{self._edisi(token, periode)}"
        objek = jenis if jenis == INSTANSI else f"{jenis}:{token.objek}"
        identitas = make_identitas(self._hasil.data.instansi.id, periode, objek, besaran)
        try:
            return self._hasil.cari(identitas)
        except KeyError as galat:
            raise GalatToken(
                f"Besaran “{token.besaran}” dari “{token.objek}” tidak ada untuk {periode.label}."
            ) from galat

    def _periode(self, token: Token) -> Periode:
        cocok = _PERIODE.fullmatch(token.periode)
        if cocok is None:
            raise GalatToken(
                f"Periode “{token.periode}” tidak terbaca.", "Tulis tahun, tw1 sampai tw4, 2019, atau 2019-tw1."
            )
        return Periode(int(cocok["tahun"] or self._hasil.data.tahun), int(cocok["triwulan"] or 0))

    def _edisi(self, token: Token, periode: Periode) -> str:
        if not token.edisi:
            daftar = self._hasil.data.pagu_triwulan
            if 0 < periode.triwulan <= len(daftar):
                return daftar[periode.triwulan - 1]
            return get_edisi_laporan(self._hasil.data)
        if token.edisi not in self._daftar_edisi:
            raise GalatToken(f"Edisi pagu “{token.edisi}” tidak ada.", suggest(token.edisi, self._daftar_edisi))
        return token.edisi
