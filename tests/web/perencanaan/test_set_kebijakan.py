"""Changing the conventions of a year: a new edition with its reason in the history, never under approved results."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh

from tolok.core.angka import Angka
from tolok.core.kebijakan import Kebijakan, RataRata, RumusTurun
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.lingkup import Lingkup, TidakBerhak, get_lingkup
from tolok.web.organisasi.models import Instansi, Peran
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.models import EdisiKebijakan, Indikator, TahunKinerja
from tolok.web.perencanaan.operations import KebijakanSama, KebijakanTerkunci, set_kebijakan
from tolok.web.perencanaan.queries import make_kebijakan
from tolok.web.simpan.versi import SudahBerubah

HARI = date(2021, 1, 15)


@pytest.fixture
def tahun(db: None) -> TahunKinerja:
    return muat_contoh()


def _lingkup(peran: Peran = Peran.PERENCANA, **lain: str) -> Lingkup:
    return get_lingkup(buat_pengguna(f"p{peran}", peran, **lain), pada=HARI)


def _kebijakan(tahun: TahunKinerja) -> Kebijakan:
    assert tahun.kebijakan is not None
    return make_kebijakan(tahun.kebijakan)


def _segar(tahun: TahunKinerja) -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan").get(
        pk=tahun.pk
    )


def _ubah(tahun: TahunKinerja, baru: Kebijakan, **lain: object) -> EdisiKebijakan:
    isi: dict[str, object] = {
        "tahun_id": tahun.pk, "kebijakan": baru, "alasan": "Keputusan 2.", "versi": tahun.versi, "pada": HARI,
    } | lain  # fmt: skip
    if "lingkup" not in isi:
        isi["lingkup"] = _lingkup()
    return set_kebijakan(**isi)  # type: ignore[arg-type]


def test_the_year_stands_on_the_new_edition_and_the_old_one_stays(tahun: TahunKinerja) -> None:
    lama = _kebijakan(tahun)
    baru = replace(lama, rumus_turun=RumusTurun.NISBAH, batas=None, dasar="Keputusan Kepala Dinas 2.")
    edisi = _ubah(tahun, baru)
    segar = _segar(tahun)
    assert segar.kebijakan == edisi
    assert _kebijakan(segar) == baru
    assert (edisi.nomor, edisi.dicatat_pada, segar.versi) == (2, HARI, tahun.versi + 1)
    assert make_kebijakan(EdisiKebijakan.objects.get(tahun=tahun, nomor=1)) == lama


def test_what_is_computed_afterwards_follows_it(tahun: TahunKinerja) -> None:
    assert get_hasil(tahun).kebijakan.batas == Angka(120)
    _ubah(tahun, replace(_kebijakan(tahun), batas=Angka(100)))
    # A page that read the row of the year before the change computes with the change as well.
    assert get_hasil(tahun).kebijakan.batas == Angka(100)
    assert get_hasil(_segar(tahun)).kebijakan.batas == Angka(100)


def test_one_entry_of_the_history_says_what_changed_and_why(tahun: TahunKinerja) -> None:
    sebelum = Catatan.objects.count()
    lingkup = _lingkup()
    _ubah(
        tahun,
        replace(_kebijakan(tahun), batas=Angka(100), rata_rata=RataRata.SASARAN),
        lingkup=lingkup,
        alasan="  Sesuai pedoman.  ",
    )
    catatan = Catatan.objects.order_by("-nomor").first()
    assert catatan is not None
    assert Catatan.objects.count() == sebelum + 1
    assert (catatan.perbuatan, catatan.objek, catatan.pelaku) == (
        "kebijakan.ditetapkan",
        "kebijakan:2020",
        lingkup.pengguna,
    )
    assert json.loads(catatan.isi) == {
        "nomor": 2, "alasan": "Sesuai pedoman.",
        "berubah": {"batas": [120_000_000, 100_000_000], "rata_rata": ["indikator", "sasaran"]},
    }  # fmt: skip


def _sahkan(tahun: TahunKinerja, triwulan: int, *, indikator: str = "pmks") -> Pengukuran:
    return Pengukuran.objects.create(
        tahun=tahun, triwulan=triwulan, indikator=Indikator.objects.get(kode=indikator),
        status=StatusPengukuran.DISAHKAN, diubah_pada=timezone.now(),
    )  # fmt: skip


def test_it_is_refused_while_a_quarter_is_approved_and_nothing_is_written(tahun: TahunKinerja) -> None:
    _sahkan(tahun, 1)
    _sahkan(tahun, 1, indikator="tkp")
    _sahkan(tahun, 3)
    sebelum = Catatan.objects.count()
    with pytest.raises(KebijakanTerkunci) as galat:
        _ubah(tahun, replace(_kebijakan(tahun), batas=None))
    assert galat.value.daftar_sebab == (
        "Triwulan I sudah disahkan (2 indikator); kembalikan pengukurannya lebih dahulu.",
        "Triwulan III sudah disahkan (1 indikator); kembalikan pengukurannya lebih dahulu.",
    )
    assert EdisiKebijakan.objects.filter(tahun=tahun).count() == 1
    assert Catatan.objects.count() == sebelum


@pytest.mark.parametrize(
    "status",
    [StatusPengukuran.DRAF, StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI, StatusPengukuran.DIKEMBALIKAN],
)
def test_what_is_not_approved_stands_in_nobodys_way(tahun: TahunKinerja, status: StatusPengukuran) -> None:
    Pengukuran.objects.filter(pk=_sahkan(tahun, 1).pk).update(status=status)
    assert _ubah(tahun, replace(_kebijakan(tahun), batas=None)).nomor == 2


def test_a_quarter_approved_in_another_year_stands_in_nobodys_way(tahun: TahunKinerja) -> None:
    lain = muat_contoh("probolinggo-2023")
    _sahkan(lain, 1)
    assert _ubah(tahun, replace(_kebijakan(tahun), batas=None)).nomor == 2


def test_whoever_read_an_older_version_is_told_and_overwrites_nothing(tahun: TahunKinerja) -> None:
    lingkup = _lingkup()
    _ubah(tahun, replace(_kebijakan(tahun), batas=Angka(100)), lingkup=lingkup)
    with pytest.raises(SudahBerubah) as galat:
        _ubah(tahun, replace(_kebijakan(tahun), batas=None), lingkup=lingkup)
    assert isinstance(galat.value.kini, TahunKinerja)
    assert _kebijakan(galat.value.kini).batas == Angka(100)
    assert EdisiKebijakan.objects.filter(tahun=tahun).count() == 2


def test_the_same_again_makes_no_edition(tahun: TahunKinerja) -> None:
    with pytest.raises(KebijakanSama):
        _ubah(tahun, _kebijakan(tahun))
    assert EdisiKebijakan.objects.filter(tahun=tahun).count() == 1


@pytest.mark.parametrize("peran", [satu for satu in Peran if satu not in (Peran.ADMIN, Peran.PERENCANA)])
def test_only_admin_and_planner_may(tahun: TahunKinerja, peran: Peran) -> None:
    with pytest.raises(TidakBerhak):
        _ubah(tahun, replace(_kebijakan(tahun), batas=None), lingkup=_lingkup(peran))


def test_a_planner_of_one_unit_may_not(tahun: TahunKinerja) -> None:
    with pytest.raises(TidakBerhak, match="seluruh perangkat daerah"):
        _ubah(tahun, replace(_kebijakan(tahun), batas=None), lingkup=_lingkup(Peran.PERENCANA, unit="bid-rehab"))


def test_an_administrator_of_another_agency_may_not(tahun: TahunKinerja) -> None:
    Instansi.objects.create(kode="dinas-lain")
    lingkup = _lingkup(Peran.ADMIN, instansi="dinas-lain")
    assert INSTANSI not in {izin.instansi for izin in lingkup.daftar_izin}
    with pytest.raises(TidakBerhak):
        _ubah(tahun, replace(_kebijakan(tahun), batas=None), lingkup=lingkup)


def test_a_year_without_declared_conventions_gets_its_first_edition(tahun: TahunKinerja) -> None:
    TahunKinerja.objects.filter(pk=tahun.pk).update(kebijakan=None)
    EdisiKebijakan.objects.filter(tahun=tahun).delete()
    edisi = _ubah(tahun, Kebijakan(batas=None))
    assert edisi.nomor == 1
    assert _segar(tahun).kebijakan == edisi


def test_the_database_refuses_a_second_edition_of_one_number(tahun: TahunKinerja) -> None:
    asli = EdisiKebijakan.objects.get(tahun=tahun)
    asli.pk = None
    with pytest.raises(IntegrityError):
        asli.save(force_insert=True)
