"""
Which entries of the history recorded and approved what a number stands on.

An entry is found by the stable name of its object. What was entered through a package has no entry of its own; the last
load of the year then is the entry that recorded it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from tolok.core.hasil.cari import BagianIdentitas, read_identitas
from tolok.core.periode import Periode
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.hak import PERBUATAN_TERBUKA
from tolok.web.pengukuran.penetapan import make_objek
from tolok.web.penjelasan.queries import list_catatan
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.tautan import Penaut

DISAHKAN: Final = "pengukuran.disahkan"


def make_objek_pengukuran(tahun: int, triwulan: int, indikator: str) -> str:
    """Return the name under which the history tells of an indicator in a quarter (0, the year: its last quarter)."""
    return make_objek(Periode(tahun, triwulan or 4), indikator)


@dataclass(frozen=True, slots=True)
class RujukanCatatan:
    """An entry of the history as a page refers to it; ``alamat`` is ``""`` where the reader may not open it."""

    perbuatan: str
    catatan: Catatan
    alamat: str


class PencariCatatan:
    """Finds the entries behind quantities; all that a page asks for is read in one query."""

    def __init__(
        self,
        tampak: AngkaTampak,
        penaut: Penaut,
        daftar_identitas: Iterable[str],
        *,
        daftar_objek: Iterable[str] = (),
        tersimpan: str = "",
    ) -> None:
        """
        Read the entries about these quantities, and about further objects by their names.

        :param tersimpan: the quantity whose approved result is wanted as well
        """
        self._tampak = tampak
        self._penaut = penaut
        self._pencatatan: dict[str, tuple[str, ...]] = {}
        self._pengesahan: dict[str, tuple[str, ...]] = {}
        for identitas in daftar_identitas:
            bagian = read_identitas(identitas)
            self._pencatatan[identitas] = tuple(self._list_pencatatan(bagian))
            self._pengesahan[identitas] = tuple(self._list_pengesahan(bagian))
        self._tahun = f"tahun:{tampak.hasil.data.tahun}"
        bernama = (*self._pencatatan.values(), *self._pengesahan.values(), tuple(daftar_objek), (self._tahun,))
        semua = dict.fromkeys(objek for daftar in bernama for objek in daftar)
        per_objek = list_catatan(tampak.tahun.konteks, semua, identitas=tersimpan)
        self._per_objek = {objek: tuple(satu.catatan for satu in daftar) for objek, daftar in per_objek.items()}
        daftar_tersimpan = [satu for daftar in per_objek.values() for satu in daftar if satu.tersimpan is not None]
        self._tersimpan = max(daftar_tersimpan, key=lambda satu: satu.catatan.nomor, default=None)

    def pencatat(self, identitas: str) -> RujukanCatatan | None:
        """Return the entry that recorded an input last, ``None`` if the history does not tell of it."""
        daftar = self._list(self._pencatatan.get(identitas, ())) or self._list((self._tahun,))
        return self._rujuk(daftar[-1]) if daftar else None

    def pengesah(self, identitas: str) -> RujukanCatatan | None:
        """Return the entry that approved a quantity, or what was computed from an input, last."""
        daftar = [c for c in self._list(self._pengesahan.get(identitas, ())) if c.perbuatan == DISAHKAN]
        return self._rujuk(daftar[-1]) if daftar else None

    def find_tersimpan(self) -> tuple[dict[str, Any], RujukanCatatan] | None:
        """Return the approved result that was asked for, and the entry that approved it last."""
        if self._tersimpan is None or self._tersimpan.tersimpan is None:
            return None
        return self._tersimpan.tersimpan, self._rujuk(self._tersimpan.catatan)

    def list_riwayat(self, objek: str, *, dengan_draf: bool) -> tuple[RujukanCatatan, ...]:
        """Return the entries about one object, the latest first; those of drafts only if asked for."""
        daftar = reversed(self._per_objek.get(objek, ()))
        return tuple(self._rujuk(satu) for satu in daftar if dengan_draf or satu.perbuatan in PERBUATAN_TERBUKA)

    def _list(self, daftar_objek: Iterable[str]) -> list[Catatan]:
        daftar = [catatan for objek in daftar_objek for catatan in self._per_objek.get(objek, ())]
        return sorted(daftar, key=lambda catatan: catatan.nomor)

    def _rujuk(self, catatan: Catatan) -> RujukanCatatan:
        konteks = self._tampak.tahun.konteks
        is_tampak = konteks.lingkup.is_catatan_tampak(catatan.perbuatan, konteks.instansi)
        return RujukanCatatan(
            perbuatan=catatan.perbuatan.rpartition(".")[2].replace("_", " ").capitalize(),
            catatan=catatan,
            alamat=self._penaut.find_alamat("riwayat_catatan", nomor=catatan.nomor) if is_tampak else "",
        )

    def _list_pencatatan(self, bagian: BagianIdentitas) -> Iterator[str]:
        kapan = f"nilai:{bagian.periode.tahun}/{bagian.periode.kunci}"
        if bagian.jenis == "variabel":
            yield f"{kapan}/variabel:{bagian.nama}" + (f"@{bagian.rincian}" if bagian.rincian else "")
        elif bagian.besaran == "tercatat":
            yield f"{kapan}/indikator:{bagian.nama}"
            yield from (f"{kapan}/indikator:{bagian.nama}@{unit.id}" for unit in self._tampak.hasil.data.daftar_unit)

    def _list_pengesahan(self, bagian: BagianIdentitas) -> Iterator[str]:
        """A value is approved with the indicators of the reader that are computed from it."""
        periode, hasil = bagian.periode, self._tampak.hasil
        if bagian.jenis not in ("variabel", "indikator"):
            return
        daftar_kode = hasil.list_pemakai(bagian.nama) if bagian.jenis == "variabel" else (bagian.nama,)
        daftar_triwulan = range(1, 5) if bagian.besaran == "pagu" else (periode.triwulan,)
        for kode in daftar_kode:
            pemegang = self._tampak.pemegang(hasil.edisi_indikator(kode, periode))
            if self._tampak.tahun.is_tampak(pemegang):
                for triwulan in daftar_triwulan:
                    yield make_objek_pengukuran(periode.tahun, triwulan, pemegang.indikator)
