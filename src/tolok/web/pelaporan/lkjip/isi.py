"""The compiled report with everything its working place shows of it; made once for each state of the year."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from tolok.core.dokumen.lkjip import Lkjip
from tolok.core.hasil.tahun import HasilTahun
from tolok.render.daftar_dokumen import susun_lkjip
from tolok.web.pelaporan.lkjip.bagian import Bagian, list_bagian
from tolok.web.pelaporan.lkjip.catatan import Catatan, Jumlah, PencariCatatan, count_catatan
from tolok.web.pelaporan.lkjip.tulisan import Tulisan, list_tulisan


class IsiLkjip:
    """The report of one year in one state."""

    def __init__(self, hasil: HasilTahun) -> None:
        """
        Compile it.

        :raises ValueError: if it cannot be compiled; of narratives that hold tokens which name nothing
            ``NarasiTidakTerbaca``
        """
        tersusun = susun_lkjip(hasil)
        self.model: Final[Lkjip] = tersusun.model
        self.naskah: Final = tersusun.naskah
        self._hasil = hasil

    @cached_property
    def daftar_bagian(self) -> tuple[Bagian, ...]:
        """The parts in reading order."""
        return list_bagian(self.naskah)

    @cached_property
    def daftar_tulisan(self) -> tuple[Tulisan, ...]:
        """The texts officers write."""
        return list_tulisan(self._hasil)

    @cached_property
    def catatan_per_bagian(self) -> dict[str, tuple[Catatan, ...]]:
        """The notes of every part."""
        pencari = PencariCatatan(self._hasil, self.model, self.naskah, self.daftar_tulisan)
        return {satu.kunci: pencari.list(satu) for satu in self.daftar_bagian}

    @cached_property
    def jumlah_per_bagian(self) -> dict[str, Jumlah]:
        """How many notes every part has."""
        return {kunci: count_catatan(daftar) for kunci, daftar in self.catatan_per_bagian.items()}

    @cached_property
    def jumlah(self) -> Jumlah:
        """How many notes the report has; a cause that shows in several parts counts once."""
        semua = (satu for daftar in self.catatan_per_bagian.values() for satu in daftar)
        return count_catatan(tuple({(satu.tingkat, satu.uraian or satu.judul): satu for satu in semua}.values()))

    def find_bagian_awal(self) -> Bagian:
        """Return the part to begin with: the first with the gravest notes, else the first."""
        for nama in ("galat", "peringatan"):
            for satu in self.daftar_bagian:
                if getattr(self.jumlah_per_bagian[satu.kunci], nama):
                    return satu
        return self.daftar_bagian[0]
