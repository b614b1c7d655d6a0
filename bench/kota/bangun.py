"""
A city in a database: agencies with years, plans, values, budgets and work states, made in minutes.

A few agencies are made at random (``tolok.paket.acak``) and loaded through the product's own operation, one year after
the other; the rest are copies of them, made by the database itself: rows of one agency refer to rows of that agency
only, so a copy adds the same number to every key of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import islice
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import Max
from django.utils import timezone

from tolok.core.angka import Angka
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode
from tolok.paket.acak import make_instansi_acak
from tolok.web.audit.operations import record
from tolok.web.organisasi.models import Instansi
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.perencanaan.models import AnggotaIndikator, TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data

APP = ("organisasi", "perencanaan", "anggaran", "perjanjian", "pengukuran", "pelaporan")
TAHUN_AWAL = 2020


@dataclass(frozen=True)
class UkuranKota:
    """How large a city is; ``jumlah_contoh`` of its agencies differ, the others are copies."""

    jumlah_instansi: int = 50
    jumlah_contoh: int = 5
    jumlah_tahun: int = 5
    jumlah_indikator: int = 400
    jumlah_anggaran: int = 900
    benih: int = 2020


KECIL = UkuranKota(jumlah_instansi=4, jumlah_contoh=2, jumlah_tahun=2, jumlah_indikator=20, jumlah_anggaran=60)


def build_kota(ukuran: UkuranKota, *, kabar: Callable[[str], None] = lambda _: None) -> None:
    """
    Fill an empty database with a city; the same size gives the same rows.

    Quarters of earlier years are approved, those of the last one are in every state.

    :param kabar: is told how far it is
    :raises ValueError: if the database already holds an agency, or copies would not come out even
    """
    if Instansi.objects.exists() or ukuran.jumlah_instansi % ukuran.jumlah_contoh:
        raise ValueError("Kota dibuat di basis data kosong, dan jumlah instansinya kelipatan jumlah contohnya.")
    for nomor in range(ukuran.jumlah_contoh):
        for data in make_tahun_kota(ukuran, nomor):
            load_ke_basis_data(data, oleh=None, sidik_paket="")
        kabar(f"instansi contoh {nomor + 1} dari {ukuran.jumlah_contoh} dimuat")
    _add_pengukuran(ukuran)
    _salin(ukuran.jumlah_instansi // ukuran.jumlah_contoh - 1, kabar)


def make_tahun_kota(ukuran: UkuranKota, nomor: int) -> Iterator[TahunInstansi]:
    """Yield the years of one agency that is no copy, the earliest first; editions stay what they are in all of them."""
    data = make_instansi_acak(
        seed=ukuran.benih + nomor,
        jumlah_sasaran=max(2, ukuran.jumlah_indikator // 20),
        jumlah_indikator=ukuran.jumlah_indikator,
        jumlah_anggaran=ukuran.jumlah_anggaran,
    )
    awal = _bagi_pemilik(_geser(data, TAHUN_AWAL - data.tahun))
    rencana = awal.daftar_edisi_rencana[0]
    awal = replace(
        awal,
        instansi=replace(awal.instansi, id=f"dinas-{nomor + 1:02d}"),
        daftar_edisi_rencana=(replace(rencana, tahun_akhir=TAHUN_AWAL + ukuran.jumlah_tahun),),
    )
    for mundur in range(ukuran.jumlah_tahun):
        yield awal if mundur == 0 else _tahun_berikut(awal, mundur)


def _bagi_pemilik(data: TahunInstansi) -> TahunInstansi:
    """Let the sections of the agency answer for its indicators and its budget in turn, so that readers see parts."""
    bidang = [unit.nama for unit in data.daftar_unit if unit.id.startswith("bidang")]
    daftar_utuh = dict.fromkeys(e.bagian_dari or e.indikator for e in data.daftar_indikator)
    urutan = {kode: n for n, kode in enumerate(daftar_utuh)}
    return replace(
        data,
        daftar_indikator=tuple(
            replace(edisi, penanggung_jawab=(bidang[urutan[edisi.bagian_dari or edisi.indikator] % len(bidang)],))
            for edisi in data.daftar_indikator
        ),
        daftar_anggaran=tuple(
            replace(simpul, penanggung_jawab=bidang[n % len(bidang)] if simpul.penanggung_jawab else "")
            for n, simpul in enumerate(data.daftar_anggaran)
        ),
    )


def _tahun_berikut(data: TahunInstansi, selisih: int) -> TahunInstansi:
    """Return a later year: what is of the year moves, with somewhat larger numbers; what lasts stays."""
    rencana = {edisi.id for edisi in data.daftar_edisi_rencana}
    milik_tahun = ("nilai_tercatat", "pembanding", "edisi_pagu", "realisasi")
    milik_tahun += ("perjanjian", "penandatangan", "analisis", "penghargaan")
    return replace(
        data,
        tahun=data.tahun + selisih,
        daftar_nilai_variabel=tuple(
            replace(_geser(satu, selisih), nilai=_tumbuhkan(satu.nilai, selisih)) for satu in data.daftar_nilai_variabel
        ),
        daftar_target=tuple(satu if satu.dokumen in rencana else _geser(satu, selisih) for satu in data.daftar_target),
        **{f"daftar_{n}": tuple(_geser(s, selisih) for s in getattr(data, f"daftar_{n}")) for n in milik_tahun},
    )


def _tumbuhkan(nilai: Any, selisih: int) -> Any:
    if isinstance(nilai, Bilangan) and nilai.angka.is_bulat and nilai.satuan != "%":
        return replace(nilai, angka=Angka(nilai.angka.pembilang * (100 + 3 * selisih) // 100))
    return nilai


def _geser(isi: Any, selisih: int) -> Any:
    """Return a value of the core with every date, period and year in it moved by so many years."""
    match isi:
        case date():
            return isi.replace(year=isi.year + selisih)
        case Periode():
            return Periode(isi.tahun + selisih, isi.triwulan)
        case Enum() | Angka():
            return isi
        case tuple():
            return isi if hasattr(isi, "_fields") else tuple(_geser(satu, selisih) for satu in isi)
    if not is_dataclass(isi) or isinstance(isi, type):
        return isi
    baru = {}
    for ruas in fields(isi):
        nilai = getattr(isi, ruas.name)
        is_tahun = isinstance(nilai, int) and "tahun" in ruas.name
        baru[ruas.name] = nilai + selisih if is_tahun else _geser(nilai, selisih)
    return replace(isi, **baru)


def _add_pengukuran(ukuran: UkuranKota) -> None:
    """Give every indicator of every quarter a work state."""
    terakhir = TAHUN_AWAL + ukuran.jumlah_tahun - 1
    daftar_status = list(StatusPengukuran)
    kini = timezone.now()
    for tahun in TahunKinerja.objects.order_by("pk"):
        anggota = AnggotaIndikator.objects.filter(tahun=tahun)
        daftar_indikator = sorted(set(anggota.values_list("edisi__indikator", flat=True)))
        Pengukuran.objects.bulk_create(
            (
                Pengukuran(
                    tahun=tahun,
                    triwulan=triwulan,
                    indikator_id=indikator,
                    status=daftar_status[(indikator + triwulan) % len(daftar_status)]
                    if tahun.tahun == terakhir
                    else StatusPengukuran.DISAHKAN,
                    diubah_pada=kini,
                )
                for indikator in daftar_indikator
                for triwulan in range(1, 5)
            ),
            batch_size=2000,
        )


class _Tabel(NamedTuple):
    nama: str
    model: type[models.Model]
    lebar: int


def _salin(banyak: int, kabar: Callable[[str], None]) -> None:
    """Copy all that is there so many times; keys of a copy are those of the original plus a multiple of a width."""
    daftar = [
        _Tabel(model._meta.db_table, model, model._default_manager.aggregate(n=Max("pk"))["n"] or 0)
        for app in APP
        for model in apps.get_app_config(app).get_models()
    ]
    lebar_per_tabel = {satu.nama: satu.lebar for satu in daftar}
    with transaction.atomic(), connection.constraint_checks_disabled():
        for salinan in range(1, banyak + 1):
            with connection.cursor() as kursor:
                for satu in daftar:
                    if satu.lebar:
                        kursor.execute(_perintah_salin(satu, salinan, lebar_per_tabel))
            kabar(f"salinan {salinan} dari {banyak}")
        _record_salinan()
    with connection.cursor() as kursor:
        for perintah in connection.ops.sequence_reset_sql(_tanpa_gaya(), [satu.model for satu in daftar]):
            kursor.execute(perintah)
        kursor.execute("ANALYZE")


def _perintah_salin(tabel: _Tabel, salinan: int, lebar_per_tabel: dict[str, int]) -> str:
    kutip = connection.ops.quote_name
    kolom, isi = [], []
    for bidang in tabel.model._meta.concrete_fields:
        nama = kutip(bidang.column)
        kolom.append(nama)
        if bidang.primary_key:
            isi.append(f"{nama} + {salinan * tabel.lebar}")
        elif bidang.is_relation and bidang.related_model._meta.db_table in lebar_per_tabel:
            isi.append(f"{nama} + {salinan * lebar_per_tabel[bidang.related_model._meta.db_table]}")
        elif tabel.model is Instansi and bidang.name == "kode":
            isi.append(f"{nama} || '-{salinan:02d}'")
        else:
            isi.append(nama)
    return (
        f"INSERT INTO {kutip(tabel.nama)} ({', '.join(kolom)}) "
        f"SELECT {', '.join(isi)} FROM {kutip(tabel.nama)} WHERE id <= {tabel.lebar}"
    )


def _record_salinan() -> None:
    """Give each copy a history: one entry a year, in a chain of its own."""
    for kode, tahun in TahunKinerja.objects.order_by("pk").values_list("instansi__kode", "tahun"):
        if kode.count("-") == 2:
            record("paket.dimuat", rantai=kode, objek=f"tahun:{tahun}", isi={"sidik_paket": ""}, oleh=None)


def _tanpa_gaya() -> Any:
    from django.core.management.color import no_style

    return no_style()


def list_sampel(banyak: int) -> list[TahunKinerja]:
    """Return agency-years spread over the city, as readers read them."""
    segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    semua = segar.order_by("pk")
    return list(islice(semua[:: max(1, semua.count() // banyak)], banyak))
