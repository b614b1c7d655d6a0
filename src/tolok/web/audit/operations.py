"""Adding an entry to the chain, in the transaction of the change it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from tolok.web.akun.models import Pengguna
from tolok.web.audit.kanonik import to_kanonik
from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.sidik import SIDIK_AWAL, Baris, compute_sidik

PELAKU_SISTEM: Final = "Sistem"


class DiLuarTransaksi(RuntimeError):
    """An entry was to be written outside the transaction of its change (a bug of the caller)."""


def lock_rantai(kode: str) -> Rantai:
    """
    Lock and return the head of an agency's chain (``""``: of the installation); made if there is none.

    Whoever holds it writes alone for that agency until the transaction ends: take it before reading what is changed.
    """
    if not transaction.get_connection().in_atomic_block:
        raise DiLuarTransaksi
    rantai = Rantai.objects.select_for_update().filter(kode=kode).first()
    if rantai is None:
        Rantai.objects.bulk_create([Rantai(kode=kode, sidik=SIDIK_AWAL)], ignore_conflicts=True)
        rantai = Rantai.objects.select_for_update().get(kode=kode)
    return rantai


def record(
    perbuatan: str,
    *,
    rantai: str,
    objek: str,
    isi: Mapping[str, Any],
    oleh: Pengguna | None,
    pada: datetime | None = None,
) -> Catatan:
    """
    Append one entry.

    :param perbuatan: what was done, as ``objek.kata_kerja`` (``pengukuran.disahkan``)
    :param rantai: code of the agency, ``""`` for the installation
    :param objek: the stable name of what was changed, e.g. ``pengukuran:2020/tw4/pmks``
    :param isi: plain data without floats: what changed, from what to what, and why
    :param oleh: who did it; ``None``: the system itself (a command at the terminal)
    :raises DiLuarTransaksi: outside a transaction
    """
    kepala = lock_rantai(rantai)
    catatan = Catatan(
        rantai=kepala,
        nomor=kepala.nomor + 1,
        waktu=pada or timezone.now(),
        pelaku=oleh,
        pelaku_nama=str(oleh) if oleh is not None else PELAKU_SISTEM,
        perbuatan=perbuatan,
        objek=objek,
        isi=to_kanonik(isi),
        sidik_sebelum=kepala.sidik,
    )
    catatan.sidik = compute_sidik(
        rantai,
        Baris(
            catatan.nomor, catatan.waktu, catatan.pelaku_id, catatan.pelaku_nama, catatan.perbuatan, catatan.objek,
            catatan.isi, catatan.sidik_sebelum,
        ),
    )  # fmt: skip
    catatan.save(force_insert=True)
    kepala.nomor, kepala.sidik = catatan.nomor, catatan.sidik
    kepala.save(update_fields=["nomor", "sidik"])
    return catatan
