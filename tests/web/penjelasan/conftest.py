"""What the tests of the explaining pages share: the example, readers, and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web import dunia
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh

from tolok.core.hasil.sebagai_data import make_jejak_data, make_nilai_data
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.web.akun.models import Pengguna
from tolok.web.audit.kanonik import to_kanonik
from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import record
from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import HasilDisahkan, Pengukuran, StatusPengukuran
from tolok.web.perencanaan.hasil import clear_simpanan
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.models import Indikator, TahunKinerja

Masuk = Callable[..., Client]


@pytest.fixture(autouse=True)
def _tanpa_simpanan() -> Iterator[None]:
    clear_simpanan()
    yield
    clear_simpanan()


@pytest.fixture
def tahun(db: None) -> TahunKinerja:
    """The published year 2020 in the database, all of it draft."""
    return muat_contoh()


@pytest.fixture
def masuk(tahun: TahunKinerja) -> Masuk:
    """Sign somebody in: ``masuk(Peran.PEMBACA, unit="bid-rehab")``."""

    def _masuk(peran: Peran | None = Peran.PERENCANA, **lain: Any) -> Client:
        return dunia.masuk(buat_pengguna(f"{peran}{lain.get('unit', '')}"[:30].lower(), peran, **lain))

    return _masuk


def alamat(nama: str, periode: str = "tahun", tahun: int = 2020, **kunci: Any) -> str:
    """Return an address of the example."""
    return reverse(nama, kwargs={"instansi": INSTANSI, "tahun": tahun, "periode": periode, **kunci})


def make_konteks(
    tahun: TahunKinerja, peran: Peran | None = Peran.PERENCANA, *, periode: Periode | None = None, **lain: Any
) -> Konteks:
    """Return what a page of the year stands on for a new reader in a role."""
    nama = f"{peran}-{Pengguna.objects.count()}"
    lingkup = get_lingkup(buat_pengguna(nama, peran, instansi=tahun.instansi.kode, **lain), pada=date(2021, 3, 1))
    return Konteks(tahun, periode or Periode(tahun.tahun), lingkup)


def teks(client: Client, letak: str) -> str:
    """Return the page at an address; it must be there."""
    jawab = client.get(letak)
    assert jawab.status_code == 200, letak
    return jawab.content.decode()


def tandai(
    tahun: TahunKinerja, kode: str, status: StatusPengukuran, *, triwulan: int = 4, oleh: Pengguna | None = None
) -> Catatan:
    """Bring an indicator into a work state, with the entry of the history that tells of it."""
    indikator = Indikator.objects.get(instansi=tahun.instansi, kode=kode)
    Pengukuran.objects.update_or_create(
        tahun=tahun,
        triwulan=triwulan,
        indikator=indikator,
        defaults={"status": status, "diubah_pada": timezone.now(), "diubah_oleh": oleh},
    )
    with transaction.atomic():
        return record(
            f"pengukuran.{status.value}",
            rantai=tahun.instansi.kode,
            objek=f"pengukuran:{tahun.tahun}/tw{triwulan}/{kode}",
            isi={},
            oleh=oleh,
        )


def simpan_hasil(
    tahun: TahunKinerja, hasil: Hasil, catatan: Catatan, *, kode: str = "pmks", penetapan: int = 1
) -> None:
    """Store a result as approval does."""
    HasilDisahkan.objects.create(
        pengukuran=Pengukuran.objects.get(tahun=tahun, triwulan=4, indikator__kode=kode),
        penetapan=penetapan,
        identitas=hasil.identitas,
        besaran=hasil.identitas.rpartition("/")[2],
        tercetak=hasil.tercetak,
        digit=hasil.digit,
        nilai=to_kanonik(make_nilai_data(hasil.nilai)),
        jejak=to_kanonik(make_jejak_data(hasil.jejak)),
        masukan="[]",
        edisi="[]",
        kebijakan="{}",
        versi_mesin="0.1.0+uji",
        catatan_riwayat=catatan,
        sidik="f" * 64,
    )
