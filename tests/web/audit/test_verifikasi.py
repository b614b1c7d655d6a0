"""
Tampering with the chain, past the site, straight in the database: each way is found and named.

A tamperer may recompute hashes; then the fault shows where the chain no longer meets itself, at worst at its head.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from django.db import connection, transaction
from django.db.models import F

from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.operations import record
from tolok.web.audit.queries import RantaiTidakAda, list_kepala, verify_riwayat
from tolok.web.audit.sidik import SIDIK_AWAL, Baris, compute_sidik
from tolok.web.audit.verifikasi import JenisKerusakan, Kepala

pytestmark = pytest.mark.django_db
J = JenisKerusakan
PANJANG: Final = 6


@pytest.fixture(autouse=True)
def rantai() -> None:
    """Two chains; the tests tamper with the first."""
    orang = Pengguna.objects.create_user("perencana", nama="Perencana “Uji” é")
    for nomor in range(1, PANJANG + 1):
        with transaction.atomic():
            record("uji.dicatat", rantai="dinas", objek=f"uji:{nomor}", isi={"nomor": nomor}, oleh=orang)
            record("uji.dicatat", rantai="lain", objek=f"lain:{nomor}", isi={"nomor": nomor}, oleh=None)


def _kerusakan(jangkar: tuple[Kepala, ...] = ()) -> list[tuple[JenisKerusakan, int | None]]:
    daftar = verify_riwayat(jangkar=jangkar).daftar_kerusakan
    return [(satu.jenis, satu.nomor) for satu in daftar]


def _catatan(nomor: int) -> Catatan:
    return Catatan.objects.get(rantai__kode="dinas", nomor=nomor)


def _ubah(nomor: int, /, **kolom: object) -> None:
    Catatan.objects.filter(rantai__kode="dinas", nomor=nomor).update(**kolom)


def _sahkan(catatan: Catatan, kode: str = "dinas") -> None:
    """Recompute the hash of an entry, as a tamperer does who knows how."""
    catatan.sidik = compute_sidik(
        kode,
        Baris(
            catatan.nomor, catatan.waktu, catatan.pelaku_id, catatan.pelaku_nama, catatan.perbuatan, catatan.objek,
            catatan.isi, catatan.sidik_sebelum,
        ),
    )  # fmt: skip
    catatan.save()


def _sambung_ulang(sejak: int) -> None:
    """Recompute every link and hash from an entry on, and the head."""
    rantai = Rantai.objects.get(kode="dinas")
    sebelum = _catatan(sejak - 1).sidik if sejak > 1 else SIDIK_AWAL
    nomor = sejak - 1
    for catatan in Catatan.objects.filter(rantai=rantai, nomor__gte=sejak).order_by("nomor"):
        nomor += 1
        catatan.nomor, catatan.sidik_sebelum = nomor, sebelum
        _sahkan(catatan)
        sebelum = catatan.sidik
    rantai.nomor, rantai.sidik = nomor, sebelum
    rantai.save()


def test_an_untouched_history_is_whole() -> None:
    hasil = verify_riwayat()
    assert hasil.is_utuh
    assert hasil.jumlah_catatan == 2 * PANJANG
    assert [k.kode for k in hasil.daftar_kepala] == ["dinas", "lain"]


PERUBAHAN: Final[dict[str, Callable[[], object]]] = {
    "waktu": lambda: _catatan(3).waktu.replace(year=2001),
    "pelaku": lambda: None,
    "pelaku_nama": lambda: "Orang Lain",
    "perbuatan": lambda: "uji.lain",
    "objek": lambda: "uji:9",
    "isi": lambda: '{"nomor":9}',
    "sidik_sebelum": lambda: _catatan(4).sidik,
    "sidik": lambda: _catatan(4).sidik,
}


@pytest.mark.parametrize("kolom", PERUBAHAN)
@pytest.mark.parametrize("nomor", [1, 3, PANJANG])
def test_a_changed_column_is_named_with_its_entry(kolom: str, nomor: int) -> None:
    _ubah(nomor, **{kolom: PERUBAHAN[kolom]()})
    daftar = verify_riwayat().daftar_kerusakan
    assert [(satu.jenis, satu.nomor) for satu in daftar] == [(J.ISI_DIUBAH, nomor)]
    assert daftar[0].rantai == "dinas"
    assert daftar[0].waktu.endswith("Z")
    assert daftar[0].objek == ("uji:9" if kolom == "objek" else f"uji:{nomor}")


def test_every_column_of_an_entry_is_guarded() -> None:
    dijaga = {*PERUBAHAN, "nomor", "rantai", "id"}
    assert {bidang.name for bidang in Catatan._meta.fields} == dijaga


def test_a_changed_number_is_named() -> None:
    _ubah(3, nomor=99)
    assert (J.CATATAN_HILANG, 3) in _kerusakan()
    assert (J.ISI_DIUBAH, 99) in _kerusakan()


@pytest.mark.parametrize("nomor", [1, 3])
def test_a_deleted_entry_is_named(nomor: int) -> None:
    _catatan(nomor).delete()
    assert _kerusakan() == [(J.CATATAN_HILANG, nomor)]


def test_several_deleted_entries_are_one_fault() -> None:
    Catatan.objects.filter(rantai__kode="dinas", nomor__in=[2, 3, 4]).delete()
    (kerusakan,) = verify_riwayat().daftar_kerusakan
    assert kerusakan.pesan == "Catatan 2 sampai 4 tidak ada lagi."


def test_a_deleted_last_entry_is_named() -> None:
    _catatan(PANJANG).delete()
    assert _kerusakan() == [(J.TERAKHIR_HILANG, PANJANG)]


def test_an_emptied_chain_is_named() -> None:
    Catatan.objects.filter(rantai__kode="dinas").delete()
    assert _kerusakan() == [(J.RANTAI_KOSONG, 1)]


def test_an_entry_replaced_with_its_hash_breaks_the_link_after_it() -> None:
    catatan = _catatan(3)
    catatan.isi = '{"nomor":9}'
    _sahkan(catatan)
    (kerusakan,) = verify_riwayat().daftar_kerusakan
    assert (kerusakan.jenis, kerusakan.nomor) == (J.SAMBUNGAN_PUTUS, 4)
    assert "catatan 3" in kerusakan.pesan


def test_a_last_entry_replaced_with_its_hash_does_not_fit_the_head() -> None:
    catatan = _catatan(PANJANG)
    catatan.isi = '{"nomor":9}'
    _sahkan(catatan)
    assert _kerusakan() == [(J.KEPALA_TIDAK_COCOK, PANJANG)]


def test_a_gap_closed_by_linking_over_it_is_named() -> None:
    _catatan(3).delete()
    catatan = _catatan(4)
    catatan.sidik_sebelum = _catatan(2).sidik
    _sahkan(catatan)
    assert _kerusakan() == [(J.CATATAN_HILANG, 3), (J.SAMBUNGAN_PUTUS, 5)]


def test_a_gap_closed_by_renumbering_is_named() -> None:
    _catatan(3).delete()
    for nomor in range(4, PANJANG + 1):
        _ubah(nomor, nomor=nomor - 1)
    assert (J.ISI_DIUBAH, 3) in _kerusakan()
    assert (J.TERAKHIR_HILANG, PANJANG) in _kerusakan()


def test_an_inserted_entry_is_named() -> None:
    for nomor in range(PANJANG, 3, -1):
        _ubah(nomor, nomor=nomor + 1)
    palsu = _catatan(3)
    palsu.pk, palsu.nomor, palsu.sidik_sebelum = None, 4, palsu.sidik
    _sahkan(palsu)
    daftar = _kerusakan()
    assert (J.ISI_DIUBAH, 5) in daftar
    assert (J.KEPALA_TIDAK_COCOK, PANJANG) in daftar


def test_an_entry_added_behind_the_head_is_named() -> None:
    palsu = _catatan(PANJANG)
    palsu.pk, palsu.nomor, palsu.sidik_sebelum = None, PANJANG + 1, palsu.sidik
    _sahkan(palsu)
    assert _kerusakan() == [(J.KEPALA_TIDAK_COCOK, PANJANG)]


def test_two_swapped_entries_are_named() -> None:
    _ubah(3, nomor=99)
    _ubah(4, nomor=3)
    _ubah(99, nomor=4)
    assert {(J.ISI_DIUBAH, 3), (J.ISI_DIUBAH, 4)} <= set(_kerusakan())


def test_an_entry_moved_to_another_chain_is_named_in_both() -> None:
    Rantai.objects.filter(kode="lain").update(nomor=F("nomor") + 1)
    Catatan.objects.filter(rantai__kode="dinas", nomor=3).update(
        rantai=Rantai.objects.get(kode="lain"), nomor=PANJANG + 1
    )
    daftar = {(satu.rantai, satu.jenis, satu.nomor) for satu in verify_riwayat().daftar_kerusakan}
    assert {("dinas", J.CATATAN_HILANG, 3), ("lain", J.ISI_DIUBAH, PANJANG + 1)} <= daftar


@pytest.mark.parametrize("kolom", ["nomor", "sidik"])
def test_a_changed_head_is_named(kolom: str) -> None:
    lama = Rantai.objects.get(kode="dinas")
    Rantai.objects.filter(kode="dinas").update(
        **({"nomor": lama.nomor - 1} if kolom == "nomor" else {"sidik": "e" * 64})
    )
    assert [jenis for jenis, _ in _kerusakan()] == [J.KEPALA_TIDAK_COCOK]


def test_a_renamed_chain_is_named() -> None:
    Rantai.objects.filter(kode="dinas").update(kode="dinas-baru")
    assert [jenis for jenis, _ in _kerusakan()] == [J.ISI_DIUBAH] * PANJANG


class TestWithAnAnchor:
    """Whoever recomputes everything from a place on, head included, leaves a chain that is whole in itself."""

    @pytest.fixture
    def jangkar(self) -> tuple[Kepala, ...]:
        """The heads as they were before."""
        return list_kepala()

    def test_an_untouched_history_is_whole(self, jangkar: tuple[Kepala, ...]) -> None:
        with transaction.atomic():
            record("uji.dicatat", rantai="dinas", objek="sesudah", isi={}, oleh=None)
        assert _kerusakan(jangkar) == []

    def test_a_cut_chain_with_a_rewritten_head_is_named(self, jangkar: tuple[Kepala, ...]) -> None:
        _catatan(PANJANG).delete()
        _sambung_ulang(1)
        assert _kerusakan() == []
        assert _kerusakan(jangkar) == [(J.JANGKAR_TIDAK_COCOK, PANJANG)]

    @pytest.mark.parametrize("sejak", [1, 3, PANJANG])
    def test_a_chain_rewritten_from_a_place_on_is_named(self, jangkar: tuple[Kepala, ...], sejak: int) -> None:
        _ubah(sejak, isi='{"nomor":9}')
        _sambung_ulang(sejak)
        assert _kerusakan() == []
        assert _kerusakan(jangkar) == [(J.JANGKAR_TIDAK_COCOK, PANJANG)]

    def test_a_chain_shortened_in_the_middle_and_grown_again_is_named(self, jangkar: tuple[Kepala, ...]) -> None:
        _catatan(3).delete()
        _sambung_ulang(3)
        with transaction.atomic():
            record("uji.dicatat", rantai="dinas", objek="pengisi", isi={}, oleh=None)
        assert _kerusakan() == []
        assert _kerusakan(jangkar) == [(J.JANGKAR_TIDAK_COCOK, PANJANG)]

    def test_of_two_anchors_that_contradict_each_other_one_does_not_fit(self, jangkar: tuple[Kepala, ...]) -> None:
        lain = Kepala("dinas", PANJANG, "d" * 64)
        for urutan in ((*jangkar, lain), (lain, *jangkar)):
            assert _kerusakan(urutan) == [(J.JANGKAR_TIDAK_COCOK, PANJANG)]

    def test_the_anchor_of_an_empty_chain_fits_any(self) -> None:
        assert _kerusakan((Kepala("dinas", 0, SIDIK_AWAL), Kepala("belum-ada", 0, SIDIK_AWAL))) == []

    def test_a_chain_that_is_gone_with_its_head_is_named(self, jangkar: tuple[Kepala, ...]) -> None:
        Catatan.objects.filter(rantai__kode="dinas").delete()
        Rantai.objects.filter(kode="dinas").delete()
        assert _kerusakan() == []
        (kerusakan,) = verify_riwayat(jangkar=jangkar).daftar_kerusakan
        assert (kerusakan.rantai, kerusakan.jenis) == ("dinas", J.JANGKAR_TIDAK_COCOK)
        assert not verify_riwayat(instansi="dinas", jangkar=jangkar).is_utuh


def test_one_chain_can_be_verified_alone() -> None:
    _ubah(3, isi="{}")
    assert verify_riwayat(instansi="lain").is_utuh
    assert not verify_riwayat(instansi="dinas").is_utuh
    with pytest.raises(RantaiTidakAda):
        verify_riwayat(instansi="tidak-ada")


if connection.vendor == "sqlite":  # PostgreSQL refuses a value that is not of the kind of its column

    @pytest.mark.parametrize(
        ("kolom", "isi"),
        [
            ("waktu", "'kemarin'"),
            ("isi", "X'ff00ff'"),
            ("isi", "CAST(X'22ff22' AS TEXT)"),
            ("isi", "5"),
            ("pelaku_nama", "X'00'"),
        ],
    )
    def test_a_value_of_another_kind_is_named(kolom: str, isi: str) -> None:
        with connection.cursor() as kursor:
            kursor.execute(f"UPDATE audit_catatan SET {kolom} = {isi} WHERE objek = 'uji:3'")
        assert _kerusakan() == [(J.ISI_DIUBAH, 3)]


def test_an_entry_whose_chain_has_no_head_is_named() -> None:
    """Foreign keys keep this from happening, unless somebody switches them off."""
    rantai = Rantai.objects.get(kode="dinas")
    matikan = {"sqlite": "PRAGMA defer_foreign_keys = ON", "postgresql": "SET LOCAL session_replication_role = replica"}
    with connection.cursor() as kursor:
        kursor.execute(matikan[connection.vendor])
        kursor.execute("DELETE FROM audit_rantai WHERE id = %s", [rantai.pk])
        hasil = verify_riwayat()
        kursor.execute("DELETE FROM audit_catatan WHERE rantai_id = %s", [rantai.pk])
    assert [(k.jenis, k.nomor) for k in hasil.daftar_kerusakan] == [(J.KEPALA_HILANG, n) for n in range(1, 7)]
