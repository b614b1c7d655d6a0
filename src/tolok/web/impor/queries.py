"""Uploads as their readers see them, and the preview of one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.hasil.tahun import HasilTahun
from tolok.ingest.alih.keputusan import Keputusan
from tolok.ingest.alih.rancangan import Rancangan
from tolok.ingest.alih.susun import susun_rancangan
from tolok.ingest.simpanan import from_simpanan
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.models import KelasBukti

AKSI_KELAS: Final = {KelasBukti.TERBATAS: "bukti.terbatas", KelasBukti.RAHASIA: "bukti.rahasia"}
"""The right a class of evidence takes; what is open takes none."""


def list_kelas(konteks: Konteks) -> tuple[KelasBukti, ...]:
    """Return the classes of evidence the reader may open in the whole agency."""
    return tuple(k for k in KelasBukti if k not in AKSI_KELAS or konteks.is_boleh_seluruh(AKSI_KELAS[k]))


def list_bacaan(konteks: Konteks) -> QuerySet[BerkasBacaan]:
    """Return the uploads of a year that the reader may open, the latest first, without what was read."""
    daftar = BerkasBacaan.objects.filter(tahun=konteks.tahun, kelas_bukti__in=list_kelas(konteks))
    daftar = daftar.exclude(status=StatusBacaan.DIBUANG).defer("bacaan", "keputusan")
    return daftar.select_related("diunggah_oleh", "pekerjaan", "catatan_riwayat").order_by("-diunggah_pada", "pk")


def get_bacaan(konteks: Konteks, bacaan: UUID) -> BerkasBacaan:
    """
    Return one upload.

    :raises BerkasBacaan.DoesNotExist: if there is none, or not for this reader
    """
    daftar = BerkasBacaan.objects.filter(tahun=konteks.tahun, kelas_bukti__in=list_kelas(konteks))
    return daftar.select_related("diunggah_oleh", "pekerjaan", "catatan_riwayat", "tahun__instansi").get(pk=bacaan)


@dataclass(frozen=True)
class Pratinjau:
    """An upload that was read, beside the year as it is stored."""

    bacaan: BerkasBacaan
    terbaca: BerkasTerbaca
    hasil: HasilTahun
    keputusan: Keputusan
    rancangan: Rancangan

    @property
    def sidik(self) -> str:
        """The fingerprint of what would be written and what stands there now: what a person confirms."""
        return compute_sidik_rancangan(self.rancangan)


def make_pratinjau(konteks: Konteks, bacaan: BerkasBacaan, *, hasil: HasilTahun | None = None) -> Pratinjau:
    """
    Return the preview of an upload.

    :param hasil: the stored year, if it was just read
    :raises GalatSimpanan: if what was read is from another version of Tolok
    """
    terbaca = load_terbaca(bacaan)
    hasil = hasil or get_hasil(konteks.tahun)
    keputusan = Keputusan.from_data(bacaan.keputusan)
    return Pratinjau(bacaan, terbaca, hasil, keputusan, susun_rancangan(terbaca, hasil.data, keputusan, hasil=hasil))


def load_terbaca(bacaan: BerkasBacaan) -> BerkasTerbaca:
    """
    Return what was read from an upload.

    :raises GalatSimpanan: if it is from another version of Tolok
    """
    return _baca(bacaan.bacaan)


@lru_cache(maxsize=4)
def _baca(teks: str) -> BerkasTerbaca:
    return from_simpanan(json.loads(teks))


def compute_sidik_rancangan(rancangan: Rancangan) -> str:
    """Return the SHA-256 over everything that would be stored, where, and what it would stand beside."""
    isi = [[objek.kunci, objek.nama] for objek in rancangan.daftar_baru]
    isi += [
        [u.kunci, u.objek.pilihan, u.objek.nama, u.tujuan, u.tertulis, u.tersimpan, u.status.value]
        for u in rancangan.daftar_simpan
    ]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()
