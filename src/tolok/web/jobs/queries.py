"""Jobs as their readers see them: those they asked for, and those of the agencies they look after."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from tolok.web.akun.models import Pengguna
from tolok.web.jobs.daftar import JenisTidakAda, Tautan, get_jenis
from tolok.web.jobs.jangkauan import KELOLA, LIHAT, Jangkauan, get_jangkauan, is_boleh
from tolok.web.jobs.models import Pekerjaan, StatusPekerjaan


@dataclass(frozen=True, slots=True)
class LihatPekerjaan:
    """One job for one reader: what it is called, what can be opened, what the reader may do."""

    baris: Pekerjaan
    sebutan: str
    daftar_tautan: tuple[Tautan, ...]
    is_boleh_atur: bool

    @property
    def is_boleh_batal(self) -> bool:
        """Whether the reader may call it off now."""
        return self.is_boleh_atur and self.baris.is_terbuka and not self.baris.minta_batal

    @property
    def is_boleh_ulang(self) -> bool:
        """Whether the reader may ask for it again now."""
        return self.is_boleh_atur and self.baris.status in (StatusPekerjaan.GAGAL, StatusPekerjaan.DIBATALKAN)


def list_pekerjaan(pengguna: Pengguna, *, status: str = "") -> QuerySet[Pekerjaan]:
    """
    Return the jobs somebody may see, the latest first.

    :param status: only those in this state; ``""``: all
    """
    daftar = Pekerjaan.objects.filter(_terlihat(pengguna, get_jangkauan(pengguna)))
    if status:
        daftar = daftar.filter(status=status)
    return daftar.select_related("diminta_oleh").order_by("-diminta_pada", "pk")


def get_pekerjaan(pengguna: Pengguna, pekerjaan: UUID) -> LihatPekerjaan:
    """
    Return one job.

    :raises Pekerjaan.DoesNotExist: if there is none, or not for this reader
    """
    jangkauan = get_jangkauan(pengguna)
    terlihat = Pekerjaan.objects.filter(_terlihat(pengguna, jangkauan)).select_related("diminta_oleh")
    baris = terlihat.get(pk=pekerjaan)
    try:
        jenis = get_jenis(baris.jenis)
    except JenisTidakAda:
        return LihatPekerjaan(baris, baris.jenis, (), is_boleh_atur=False)
    is_boleh_atur = baris.diminta_oleh_id == pengguna.pk or is_boleh(jangkauan, KELOLA, baris.instansi)
    if jenis.aksi:
        is_boleh_atur = is_boleh_atur and is_boleh(jangkauan, jenis.aksi, baris.instansi)
    tautan = jenis.tautan(baris) if baris.status == StatusPekerjaan.SELESAI else ()
    return LihatPekerjaan(baris, jenis.sebutan, tautan, is_boleh_atur)


def _terlihat(pengguna: Pengguna, jangkauan: Jangkauan) -> Q:
    """Return the condition for what somebody may see: asked for in an agency they still see, or looked after."""
    kelola, lihat = jangkauan(KELOLA), jangkauan(LIHAT)
    if kelola is None:
        return Q()
    milik = Q(pk__in=Pekerjaan.daftar_peminta.through.objects.filter(pengguna=pengguna).values("pekerjaan"))
    if lihat is not None:
        milik &= Q(instansi__in=lihat)
    return milik | Q(instansi__in=kelola)
