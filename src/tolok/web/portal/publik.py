"""What everybody may see: agencies with their years, approved results, and signed documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

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
    """One indicator with its approved results of a quarter or the year."""

    nama: str
    periode: str
    target: str
    realisasi: str
    capaian: str
    sidik: str


@dataclass(frozen=True, slots=True)
class HalamanPublik:
    """Everything public of one year."""

    tahun: TahunKinerja
    sebutan: str
    daftar_baris: tuple[BarisPublik, ...]
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
    daftar_hasil = (
        HasilDisahkan.objects.filter(
            pengukuran__tahun=ada, pengukuran__status=StatusPengukuran.DISAHKAN, besaran__in=BESARAN
        )
        .select_related("pengukuran__indikator")
        .order_by("pengukuran__indikator", "pengukuran__triwulan", "penetapan")
    )
    daftar_berkas = tuple(
        BerkasTerbitan.objects.filter(
            terbitan__dokumen__tahun=ada,
            terbitan__is_resmi=True,
            terbitan__dokumen__status=StatusDokumen.DITANDATANGANI,
        )
        .select_related("terbitan__dokumen")
        .order_by("terbitan__dokumen", "format")
    )
    daftar_baris = _susun(daftar_hasil, ada)
    if not daftar_baris and not daftar_berkas:
        raise Http404(TIDAK_ADA)
    return HalamanPublik(ada, f"{ada.organisasi.pemerintah}, tahun {ada.tahun}", daftar_baris, daftar_berkas)


def _susun(daftar_hasil: Iterable[HasilDisahkan], tahun: TahunKinerja) -> tuple[BarisPublik, ...]:
    nama_per_kode = dict(
        AnggotaIndikator.objects.filter(tahun=tahun)
        .order_by("urutan")
        .values_list("edisi__indikator__kode", "edisi__nama")
    )
    kelompok: dict[tuple[str, str], dict[str, HasilDisahkan]] = {}
    for hasil in daftar_hasil:
        periode = hasil.identitas.split("/")[2]
        kelompok.setdefault((hasil.pengukuran.indikator.kode, periode), {})[hasil.besaran] = hasil
    urutan = {kode: letak for letak, kode in enumerate(nama_per_kode)}
    return tuple(
        BarisPublik(
            nama=nama_per_kode.get(kode, kode),
            periode=f"Triwulan {periode.removeprefix('tw')}" if periode.startswith("tw") else "Setahun",
            target=_tercetak(isi, "target"),
            realisasi=_tercetak(isi, "realisasi"),
            capaian=_tercetak(isi, "capaian"),
            sidik=next(iter(isi.values())).sidik,
        )
        for (kode, periode), isi in sorted(kelompok.items(), key=lambda satu: (urutan.get(satu[0][0], 0), satu[0][1]))
    )


def _tercetak(isi: dict[str, HasilDisahkan], besaran: str) -> str:
    return isi[besaran].tercetak if besaran in isi else "–"
