"""Reading the chains: their heads, their entries in a stream, and whether they are whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connections, transaction

from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.sidik import Baris
from tolok.web.audit.verifikasi import JenisKerusakan, Kepala, Kerusakan, check_rantai

UTAMA: Final = "default"
SEKALI_AMBIL: Final = 2000
KOLOM: Final = (
    "nomor", "waktu", "pelaku_id", "pelaku_nama", "perbuatan", "objek", "isi", "sidik_sebelum", "sidik",
)  # fmt: skip


class RantaiTidakAda(LookupError):
    """There is no chain of this code."""


@dataclass
class HasilVerifikasi:
    """What verifying found: the chains looked at, how many entries they have, and every fault."""

    daftar_kepala: tuple[Kepala, ...]
    jumlah_catatan: int = 0
    daftar_kerusakan: list[Kerusakan] = field(default_factory=list)

    @property
    def is_utuh(self) -> bool:
        """Whether nothing is wrong."""
        return not self.daftar_kerusakan


def list_kepala(*, alias: str = UTAMA) -> tuple[Kepala, ...]:
    """Return the heads of all chains by code."""
    daftar = Rantai.objects.using(alias).order_by("kode").values_list("kode", "nomor", "sidik")
    return tuple(Kepala(*satu) for satu in daftar)


def verify_riwayat(
    *, instansi: str | None = None, jangkar: Iterable[Kepala] = (), alias: str = UTAMA
) -> HasilVerifikasi:
    """
    Hash every entry anew and compare numbers, links and heads; writers are not held up, and what they add meanwhile is
    not looked at.

    :param instansi: code of the agency whose chain is verified; ``None``: all chains
    :param jangkar: heads written down earlier; those of other chains are left alone
    :raises RantaiTidakAda: if neither a chain nor an anchor has the code ``instansi``
    """
    jangkar_per_kode: dict[str, dict[int, set[str]]] = {}
    for satu in jangkar:
        if satu.nomor and instansi in (None, satu.kode):
            jangkar_per_kode.setdefault(satu.kode, {}).setdefault(satu.nomor, set()).add(satu.sidik)
    with _potret(alias), _apa_adanya(alias):
        daftar_kepala = tuple(k for k in list_kepala(alias=alias) if instansi is None or k.kode == instansi)
        if instansi is not None and not daftar_kepala and instansi not in jangkar_per_kode:
            raise RantaiTidakAda(instansi)
        hasil = HasilVerifikasi(daftar_kepala)
        for kepala in daftar_kepala:
            baris = _hitung(_stream_baris(kepala.kode, alias), hasil)
            hasil.daftar_kerusakan += check_rantai(kepala, baris, jangkar=jangkar_per_kode.pop(kepala.kode, {}))
        if instansi is None:
            hasil.daftar_kerusakan += _list_yatim(alias)
        hasil.daftar_kerusakan += _list_rantai_hilang(jangkar_per_kode)
    return hasil


def _hitung(daftar: Iterator[Baris], hasil: HasilVerifikasi) -> Iterator[Baris]:
    for baris in daftar:
        hasil.jumlah_catatan += 1
        yield baris


def _stream_baris(kode: str, alias: str) -> Iterator[Baris]:
    daftar = Catatan.objects.using(alias).filter(rantai__kode=kode).order_by("nomor", "pk")
    return map(Baris._make, daftar.values_list(*KOLOM).iterator(chunk_size=SEKALI_AMBIL))


def _list_yatim(alias: str) -> Iterator[Kerusakan]:
    """Yield the entries whose chain has no head."""
    daftar = Catatan.objects.using(alias).exclude(rantai_id__in=Rantai.objects.using(alias).values("pk"))
    for nomor, objek in daftar.order_by("rantai_id", "nomor").values_list("nomor", "objek"):
        yield Kerusakan(
            "", JenisKerusakan.KEPALA_HILANG, nomor, "Rantai catatan ini tidak mempunyai kepala.", "", objek
        )


def _list_rantai_hilang(jangkar_per_kode: Mapping[str, Mapping[int, set[str]]]) -> Iterator[Kerusakan]:
    for kode, jangkar in jangkar_per_kode.items():
        for nomor in sorted(jangkar):
            yield Kerusakan(
                kode, JenisKerusakan.JANGKAR_TIDAK_COCOK, nomor, "Dicatat pada jangkar; rantainya tidak ada lagi."
            )


@contextmanager
def _potret(alias: str) -> Iterator[None]:
    """Let the block see one state of the database without holding up writers (inside a transaction: that one's)."""
    sambungan = connections[alias]
    if sambungan.in_atomic_block:
        yield
    elif sambungan.vendor == "sqlite":  # an ordinary transaction of ours would take the write lock
        with sambungan.cursor() as kursor:
            kursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                kursor.execute("ROLLBACK")
    else:
        with transaction.atomic(using=alias):
            with sambungan.cursor() as kursor:
                kursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


@contextmanager
def _apa_adanya(alias: str) -> Iterator[None]:
    """Let texts that somebody has made unreadable be read, so that the entry can be named."""
    sambungan = connections[alias]
    if sambungan.vendor != "sqlite":
        yield
        return
    sambungan.ensure_connection()
    dasar: Any = sambungan.connection
    semula = dasar.text_factory
    dasar.text_factory = lambda isi: isi.decode(errors="surrogateescape")
    try:
        yield
    finally:
        dasar.text_factory = semula
