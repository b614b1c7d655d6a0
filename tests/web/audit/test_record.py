"""The chain of entries."""

from __future__ import annotations

import pytest
from django.db import transaction

from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.operations import DiLuarTransaksi, record
from tolok.web.audit.queries import KOLOM
from tolok.web.audit.sidik import SIDIK_AWAL, Baris, compute_sidik


def _catat(kata: str) -> Catatan:
    with transaction.atomic():
        return record("uji.dicatat", rantai="dinas", objek="uji:1", isi={"kata": kata}, oleh=None)


@pytest.mark.django_db
def test_each_entry_carries_the_hash_of_the_one_before() -> None:
    pertama, kedua = _catat("satu"), _catat("dua")
    assert (pertama.nomor, kedua.nomor) == (1, 2)
    assert pertama.sidik_sebelum == SIDIK_AWAL
    assert kedua.sidik_sebelum == pertama.sidik
    assert Rantai.objects.get(kode="dinas").sidik == kedua.sidik


@pytest.mark.django_db
def test_the_hash_can_be_computed_again_from_what_is_stored() -> None:
    for catatan in (_catat("satu"), _catat("“dua” é")):
        tersimpan = Catatan.objects.values_list(*KOLOM).get(pk=catatan.pk)
        assert compute_sidik("dinas", Baris(*tersimpan)) == catatan.sidik


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused() -> None:
    with pytest.raises(DiLuarTransaksi):
        record("uji.dicatat", rantai="dinas", objek="uji:1", isi={}, oleh=None)
