"""The way of a measurement: every state, step and role; who may, what is said, and that nothing else happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

import pytest
from django.http import Http404
from tests.web.dunia import buat_pengguna
from tests.web.pengukuran.bantu import ALASAN, konteks

from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.alur import LANGKAH, LangkahTerlarang
from tolok.web.pengukuran.baca_isian import Isian
from tolok.web.pengukuran.models import HasilDisahkan, NilaiVariabel, Pengukuran, StatusPengukuran
from tolok.web.pengukuran.operations import (
    approve_bersama,
    approve_pengukuran,
    fill_nilai,
    return_bersama,
    return_pengukuran,
    submit_bersama,
    submit_pengukuran,
    verify_bersama,
    verify_pengukuran,
)
from tolok.web.pengukuran.operations.alur import AlasanKosong, AngkaBerubah, BelumLengkap, PengajuMengesahkan
from tolok.web.pengukuran.penetapan import compute_sidik_angka, list_hasil
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.models import Indikator, TahunKinerja
from tolok.web.simpan.versi import SudahBerubah

pytestmark = pytest.mark.django_db

BOLEH: Final = {
    "ajukan": {Peran.PERENCANA, Peran.PENANGGUNG_JAWAB},
    "verifikasi": {Peran.PERENCANA},
    "sahkan": {Peran.PIMPINAN},
    "kembalikan": {Peran.PERENCANA, Peran.PIMPINAN},
}
TUJUAN: Final = {
    ("draf", "ajukan"): "diajukan",
    ("dikembalikan", "ajukan"): "diajukan",
    ("diajukan", "verifikasi"): "diverifikasi",
    ("diverifikasi", "sahkan"): "disahkan",
    ("diajukan", "kembalikan"): "dikembalikan",
    ("diverifikasi", "kembalikan"): "dikembalikan",
    ("disahkan", "kembalikan"): "dikembalikan",
}
LAKUKAN: Final[dict[str, Callable[..., Pengukuran]]] = {
    "ajukan": submit_pengukuran,
    "verifikasi": verify_pengukuran,
    "sahkan": approve_pengukuran,
    "kembalikan": lambda k, **isi: return_pengukuran(k, alasan="Periksa lagi.", **isi),
}


def atur(contoh: TahunKinerja, status: str, pengaju: Pengguna | None = None) -> None:
    """Put ``pmks`` in the fourth quarter into a state."""
    if status != "draf":
        Pengukuran.objects.create(
            tahun=contoh,
            triwulan=4,
            indikator=Indikator.objects.get(kode="pmks"),
            status=status,
            diubah_pada="2021-01-15T00:00:00Z",
            diajukan_oleh=pengaju,
        )


def status_kini() -> str:
    baris = Pengukuran.objects.filter(triwulan=4, indikator__kode="pmks").first()
    return baris.status if baris is not None else "draf"


def jumlah_entri() -> int:
    return Catatan.objects.count()


@pytest.mark.parametrize("status", [str(s) for s in StatusPengukuran])
@pytest.mark.parametrize("langkah", LANGKAH)
@pytest.mark.parametrize("peran", list(Peran))
def test_every_state_step_and_role(contoh: TahunKinerja, status: str, langkah: str, peran: Peran) -> None:
    atur(contoh, status)
    pelaku = buat_pengguna("pelaku", peran)
    sebelum = jumlah_entri()
    if peran not in BOLEH[langkah]:
        with pytest.raises(TidakBerhak) as tolak:
            LAKUKAN[langkah](konteks(pelaku), indikator="pmks")
        for boleh in BOLEH[langkah]:
            assert boleh.label in str(tolak.value)
    elif (status, langkah) not in TUJUAN:
        with pytest.raises(LangkahTerlarang) as larang:
            LAKUKAN[langkah](konteks(pelaku), indikator="pmks")
        assert f"pada Triwulan IV Tahun 2020 berstatus {StatusPengukuran(status).label}." in str(larang.value)
        assert "Yang dapat dilakukan sekarang: " in str(larang.value)
    else:
        baris = LAKUKAN[langkah](konteks(pelaku), indikator="pmks")
        assert (baris.status, status_kini()) == (TUJUAN[status, langkah],) * 2
        assert (baris.diubah_oleh, jumlah_entri()) == (pelaku, sebelum + 1)
        entri = Catatan.objects.latest("nomor")
        assert (entri.objek, entri.perbuatan, entri.pelaku) == (
            "pengukuran:2020/tw4/pmks", LANGKAH[langkah].perbuatan, pelaku,
        )  # fmt: skip
        assert json.loads(entri.isi)["dari"] == status
        return
    assert (status_kini(), jumlah_entri()) == (status, sebelum)
    assert not HasilDisahkan.objects.exists()


def test_a_refusal_names_what_can_be_done_and_by_whom(contoh: TahunKinerja, perencana: Pengguna) -> None:
    atur(contoh, "disahkan")
    with pytest.raises(LangkahTerlarang) as larang:
        submit_pengukuran(konteks(perencana), indikator="pmks")
    assert str(larang.value).endswith(
        "berstatus Disahkan. Yang dapat dilakukan sekarang: Kembalikan (oleh Perencana, Pimpinan)."
    )


@pytest.mark.parametrize("langkah", LANGKAH)
def test_an_indicator_of_other_units_does_not_exist(contoh: TahunKinerja, langkah: str) -> None:
    peran = Peran.PENANGGUNG_JAWAB if langkah == "ajukan" else next(iter(BOLEH[langkah]))
    pelaku = buat_pengguna("pelaku", peran, unit="bid-perempuan")
    for kode in ("pmks", "tidak-ada", "p0"):
        with pytest.raises(Http404):
            LAKUKAN[langkah](konteks(pelaku), indikator=kode)
    assert not Pengukuran.objects.exists()


def test_a_right_for_one_unit_is_none_for_another_that_is_only_seen(contoh: TahunKinerja) -> None:
    from tolok.web.organisasi.models import PenugasanPeran

    pelaku = buat_pengguna("pelaku", Peran.PENANGGUNG_JAWAB, unit="bid-perempuan")
    PenugasanPeran.objects.create(pengguna=pelaku, peran=Peran.PEMBACA, instansi=contoh.instansi, mulai="2019-01-01")
    with pytest.raises(TidakBerhak, match="Bidang Rehabilitasi"):
        submit_pengukuran(konteks(pelaku), indikator="pmks")
    submit_pengukuran(konteks(pelaku), indikator="tkp")


def test_a_foreign_agency_is_not_found(contoh: TahunKinerja) -> None:
    from tolok.web.organisasi.models import Instansi

    Instansi.objects.create(kode="dinas-lain")
    with pytest.raises(Http404):
        konteks(buat_pengguna("lain", Peran.PERENCANA, instansi="dinas-lain"))


def test_the_year_as_a_whole_has_no_steps_of_its_own(perencana: Pengguna) -> None:
    with pytest.raises(LangkahTerlarang, match="per triwulan"):
        submit_pengukuran(konteks(perencana, "tahun"), indikator="pmks")


def test_whoever_submitted_may_not_approve(contoh: TahunKinerja) -> None:
    from tolok.web.organisasi.models import PenugasanPeran

    pelaku = buat_pengguna("pelaku", Peran.PERENCANA)
    PenugasanPeran.objects.create(pengguna=pelaku, peran=Peran.PIMPINAN, instansi=contoh.instansi, mulai="2019-01-01")
    submit_pengukuran(konteks(pelaku), indikator="pmks")
    verify_pengukuran(konteks(pelaku), indikator="pmks")
    with pytest.raises(PengajuMengesahkan, match="harus orang lain"):
        approve_pengukuran(konteks(pelaku), indikator="pmks")
    with pytest.raises(LangkahTerlarang, match="tidak ada pengukuran yang dapat Anda sahkan"):
        approve_bersama(konteks(pelaku))
    assert not HasilDisahkan.objects.exists()
    approve_pengukuran(konteks(buat_pengguna("kepala", Peran.PIMPINAN)), indikator="pmks")


@pytest.mark.parametrize("alasan", ["", "  \n "])
def test_returning_takes_a_reason(contoh: TahunKinerja, pimpinan: Pengguna, alasan: str) -> None:
    atur(contoh, "disahkan")
    with pytest.raises(AlasanKosong):
        return_pengukuran(konteks(pimpinan), indikator="pmks", alasan=alasan)
    return_pengukuran(konteks(pimpinan), indikator="pmks", alasan=" Nilainya sama dengan Triwulan III. ")
    baris = Pengukuran.objects.get()
    assert (baris.status, baris.catatan) == ("dikembalikan", "Nilainya sama dengan Triwulan III.")


def test_submitting_takes_a_value_or_a_reason(perencana: Pengguna) -> None:
    with pytest.raises(BelumLengkap, match=r"Penurunan Kasus.*tulis alasan"):
        submit_pengukuran(konteks(perencana), indikator="kasus")
    assert not Pengukuran.objects.exists()
    baris = submit_pengukuran(konteks(perencana), indikator="kasus", catatan=ALASAN)
    assert baris.catatan == ALASAN


@pytest.mark.parametrize(("indikator", "periode"), [("pmks", "tw4"), ("kla", "tw4"), ("tkp", "tw1")])
def test_a_reason_that_is_recorded_with_the_value_needs_no_other(
    perencana: Pengguna, indikator: str, periode: str
) -> None:
    assert submit_pengukuran(konteks(perencana, periode), indikator=indikator).status == "diajukan"


def test_a_step_is_refused_to_whoever_looked_at_an_older_state(perencana: Pengguna) -> None:
    submit_pengukuran(konteks(perencana), indikator="pmks", versi=0)
    with pytest.raises(SudahBerubah):
        verify_pengukuran(konteks(perencana), indikator="pmks", versi=0)
    return_pengukuran(konteks(perencana), indikator="pmks", versi=1, alasan="Lampirkan rekap.")
    with pytest.raises(SudahBerubah) as berubah:
        submit_pengukuran(konteks(perencana), indikator="pmks", versi=1)
    assert getattr(berubah.value.kini, "status", "") == "dikembalikan"
    with pytest.raises(SudahBerubah):
        submit_pengukuran(konteks(perencana), indikator="tkp", versi=3)
    assert Pengukuran.objects.count() == 1


def test_approval_stores_only_what_was_shown(perencana: Pengguna, pimpinan: Pengguna) -> None:
    submit_pengukuran(konteks(perencana), indikator="pmks")
    verify_pengukuran(konteks(perencana), indikator="pmks")
    tampak = TahunTampak(konteks(pimpinan))
    dilihat = compute_sidik_angka(list_hasil(tampak.hasil, "pmks", tampak.konteks.periode))
    with pytest.raises(AngkaBerubah):
        approve_pengukuran(konteks(pimpinan), indikator="pmks", sidik_angka={"pmks": "0" * 64})
    assert status_kini() == "diverifikasi"
    approve_pengukuran(konteks(pimpinan), indikator="pmks", sidik_angka={"pmks": dilihat})


def test_many_take_a_step_together_or_none(perencana: Pengguna, pimpinan: Pengguna) -> None:
    sebelum = jumlah_entri()
    with pytest.raises(BelumLengkap):
        submit_bersama(konteks(perencana))
    assert (Pengukuran.objects.count(), jumlah_entri()) == (0, sebelum)
    daftar = submit_bersama(konteks(perencana), catatan=ALASAN)
    assert [satu.indikator.kode for satu in daftar] == ["pmks", "tkp", "kasus", "kla"]
    assert jumlah_entri() == sebelum + 4
    verify_bersama(konteks(perencana), daftar={"pmks": 1, "tkp": 1})
    with pytest.raises(LangkahTerlarang, match=r"Kategori Kota Layak Anak.*berstatus Diajukan"):
        approve_bersama(konteks(pimpinan), daftar={"pmks": None, "kla": None})
    with pytest.raises(SudahBerubah):
        approve_bersama(konteks(pimpinan), daftar={"pmks": 2, "tkp": 1})
    assert not HasilDisahkan.objects.exists()
    assert len(approve_bersama(konteks(pimpinan))) == 2
    return_bersama(konteks(pimpinan), alasan="Rekap menyusul.", daftar={"tkp": None, "kasus": None})
    assert dict(Pengukuran.objects.values_list("indikator__kode", "status")) == {
        "pmks": "disahkan", "tkp": "dikembalikan", "kasus": "dikembalikan", "kla": "diajukan",
    }  # fmt: skip


def test_many_of_one_unit_are_only_those_of_the_unit(contoh: TahunKinerja) -> None:
    pelaku = buat_pengguna("pelaku", Peran.PENANGGUNG_JAWAB, unit="bid-pppa")
    daftar = submit_bersama(konteks(pelaku), catatan=ALASAN)
    assert [satu.indikator.kode for satu in daftar] == ["kasus", "kla"]
    with pytest.raises(Http404):
        submit_bersama(konteks(pelaku), daftar={"pmks": None}, catatan=ALASAN)


def test_a_returned_quarter_can_be_filled_and_submitted_again(perencana: Pengguna, pengisi: Pengguna) -> None:
    submit_pengukuran(konteks(perencana), indikator="pmks")
    return_pengukuran(konteks(perencana), indikator="pmks", alasan="Periksa.")
    versi = NilaiVariabel.objects.get(variabel__kode="pmks-jumlah").versi
    fill_nilai(konteks(pengisi), variabel="pmks-jumlah", isian=Isian(nilai="1.820"), versi=versi)
    baris = submit_pengukuran(konteks(pengisi), indikator="pmks")
    assert (baris.status, baris.diajukan_oleh) == ("diajukan", pengisi)


def test_the_steps_are_told_by_data() -> None:
    for nama, langkah in LANGKAH.items():
        assert {str(dari) for dari in langkah.dari} == {dari for dari, satu in TUJUAN if satu == nama}
        assert all(TUJUAN[dari, nama] == langkah.ke for dari, satu in TUJUAN if satu == nama)
