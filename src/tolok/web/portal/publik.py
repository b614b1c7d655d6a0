"""What everybody may see: agencies with their years, approved results, and signed documents."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from tolok.core.angka import Angka
from tolok.core.cetak_angka import KOSONG, label_keadaan
from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.sebagai_data import read_nilai_data
from tolok.web.pelaporan.models import BerkasTerbitan, StatusDokumen
from tolok.web.pengukuran.models import HasilDisahkan, StatusPengukuran
from tolok.web.perencanaan.konteks import TIDAK_ADA
from tolok.web.perencanaan.models import AnggotaIndikator, TahunKinerja

BESARAN = ("target", "realisasi", "capaian")


@dataclass(frozen=True, slots=True)
class TahunPublik:
    """One year of an agency that has something to show."""

    nama: str
    kode: str
    tahun: str


def list_tahun_publik() -> tuple[TahunPublik, ...]:
    """Return the years with an approved measurement or a signed document by agency, the latest first."""
    disahkan = HasilDisahkan.objects.filter(pengukuran__status=StatusPengukuran.DISAHKAN).values_list(
        "pengukuran__tahun"
    )
    terbit = BerkasTerbitan.objects.filter(
        terbitan__is_resmi=True, terbitan__dokumen__status=StatusDokumen.DITANDATANGANI
    ).values_list("terbitan__dokumen__tahun")
    daftar = TahunKinerja.objects.filter(pk__in=disahkan.union(terbit)).select_related("instansi", "organisasi")
    return tuple(
        TahunPublik(nama=satu.organisasi.nama, kode=satu.instansi.kode, tahun=str(satu.tahun))
        for satu in daftar.order_by("organisasi__nama", "-tahun")
    )


@dataclass(frozen=True, slots=True)
class BarisPublik:
    """The approved results of a quarter or the year."""

    periode: str
    target: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True)
class KelompokPublik:
    """One indicator with its quarters and the year."""

    nama: str
    banyak: str
    daftar: tuple[BarisPublik, ...]


@dataclass(frozen=True, slots=True)
class HalamanPublik:
    """Everything public of one year."""

    tahun: TahunKinerja
    sebutan: str
    daftar_kelompok: tuple[KelompokPublik, ...]
    daftar_berkas: tuple[BerkasTerbitan, ...]


def get_halaman_publik(instansi: str, tahun: int) -> HalamanPublik:
    """
    Return the public page of a year.

    :raises Http404: if there is nothing public
    """
    ada = (
        TahunKinerja.objects.select_related("instansi", "organisasi")
        .filter(instansi__kode=instansi, tahun=tahun)
        .first()
    )
    if ada is None:
        raise Http404(TIDAK_ADA)
    daftar_hasil = HasilDisahkan.objects.filter(
        pengukuran__tahun=ada, pengukuran__status=StatusPengukuran.DISAHKAN, besaran__in=BESARAN
    ).order_by("pengukuran__triwulan", "penetapan", "pk")
    daftar_berkas = tuple(
        BerkasTerbitan.objects.filter(
            terbitan__dokumen__tahun=ada,
            terbitan__is_resmi=True,
            terbitan__dokumen__status=StatusDokumen.DITANDATANGANI,
        )
        .select_related("terbitan__dokumen")
        .order_by("terbitan__dokumen", "format")
    )
    daftar_kelompok = _susun(daftar_hasil, ada)
    if not daftar_kelompok and not daftar_berkas:
        raise Http404(TIDAK_ADA)
    return HalamanPublik(ada, f"{ada.organisasi.pemerintah}, tahun {ada.tahun}", daftar_kelompok, daftar_berkas)


def _susun(daftar_hasil: Iterable[HasilDisahkan], tahun: TahunKinerja) -> tuple[KelompokPublik, ...]:
    nama_per_kode: dict[str, str] = dict(
        AnggotaIndikator.objects.filter(tahun=tahun)
        .order_by("urutan")
        .values_list("edisi__indikator__kode", "edisi__nama")
    )
    kelompok: dict[str, dict[str, dict[str, HasilDisahkan]]] = {}
    for hasil in daftar_hasil:
        # The approval of a composite indicator holds the results of its parts too; each stands for itself.
        bagian = read_identitas(hasil.identitas)
        per_periode = kelompok.setdefault(bagian.nama, {})
        per_periode.setdefault(bagian.periode.label, {})[hasil.besaran] = hasil
    return tuple(
        KelompokPublik(
            nama=nama,
            banyak=str(len(kelompok[kode])),
            daftar=tuple(
                BarisPublik(label, *(_sebut(isi.get(besaran)) for besaran in BESARAN))
                for label, isi in kelompok[kode].items()
            ),
        )
        for kode, nama in nama_per_kode.items()
        if kode in kelompok
    )


def _sebut(hasil: HasilDisahkan | None) -> str:
    """Return what was printed, or in words why there is no value."""
    if hasil is None:
        return KOSONG
    nilai = read_nilai_data(json.loads(hasil.nilai))
    return (label_keadaan(nilai) if not isinstance(nilai, Angka) else "") or hasil.tercetak
