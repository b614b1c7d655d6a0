"""One upload: its progress, the preview beside the source, the decisions, and the import."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers

from tolok.ingest.alih.rancangan import format_letak
from tolok.ingest.simpanan import GalatSimpanan
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.impor.operations import (
    BukanTerbaca,
    ImporDitolak,
    PratinjauUsang,
    SalahSel,
    decide_bacaan,
    discard_bacaan,
    store_impor,
)
from tolok.web.impor.queries import Pratinjau, make_pratinjau
from tolok.web.impor.tampil.baris import make_baris
from tolok.web.impor.tampil.halaman import Halaman
from tolok.web.impor.tampil.sumber import Sumber, make_sumber
from tolok.web.impor.views.bersama import alamat, find_bacaan, get_pengguna
from tolok.web.impor.views.pilihan import read_pilihan
from tolok.web.jobs.models import StatusPekerjaan
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.perencanaan.konteks import Konteks

_TERHENTI: Final = (StatusPekerjaan.GAGAL, StatusPekerjaan.DIBATALKAN)


@halaman_seluruh("impor.kelola", metode=("GET", "HEAD", "POST"))
@vary_on_headers("HX-Request")
def impor_bacaan(request: HttpRequest, konteks: Konteks, bacaan: UUID) -> HttpResponse:
    """
    One upload; ``?tampil=`` is the tab, ``?sumber=`` opens the source of a value.

    Sent back it keeps the decisions of the part that was shown. For htmx it is that part, the source alone, or
    (``?kabar=``) how far the reading is.
    """
    baris = find_bacaan(konteks, bacaan)
    if baris.status == StatusBacaan.DIBACA or (_is_htmx(request) and "kabar" in request.GET):
        return _render_proses(request, konteks, baris)
    if baris.status == StatusBacaan.DISIMPAN:
        return render(request, "impor/bacaan_selesai.html", _isi_selesai(konteks, baris))
    try:
        pratinjau = make_pratinjau(konteks, baris)
    except GalatSimpanan as galat:
        return render(request, "impor/bacaan_proses.html", _isi_proses(konteks, baris) | {"salah": str(galat)})
    halaman = _halaman(request, pratinjau)
    if request.method == "POST":
        keputusan, hapus = read_pilihan(request.POST, pratinjau, halaman)
        try:
            baris.keputusan = decide_bacaan(baris.pk, keputusan, hapus_nilai=hapus).to_data()
        except BukanTerbaca as galat:
            messages.error(request, str(galat))
            return HttpResponseRedirect(request.path)
        if not _is_htmx(request):
            return HttpResponseRedirect(f"{request.path}?{halaman.kueri}")
        halaman = _halaman(request, make_pratinjau(konteks, baris, hasil=pratinjau.hasil))
        return _render(request, konteks, halaman, templat="impor/bacaan_detail.html#kerja")
    sumber = _sumber(konteks, halaman, request.GET.get("sumber", ""))
    if sumber is not None and _is_htmx(request):
        return render(request, "impor/bacaan_detail.html#laci", {"sumber": sumber, "is_potongan": True})
    return _render(request, konteks, halaman, sumber=sumber)


@halaman_seluruh("impor.kelola", metode=("POST",))
def impor_simpan(request: HttpRequest, konteks: Konteks, bacaan: UUID) -> HttpResponse:
    """Store what was accepted, all of it or nothing; refused, the preview says why."""
    baris = find_bacaan(konteks, bacaan)
    kembali = alamat(konteks, "impor_bacaan", bacaan=baris.pk)
    salah: tuple[SalahSel, ...] = ()
    try:
        catatan = store_impor(
            baris.pk,
            sidik_pratinjau=request.POST.get("sidik_pratinjau", ""),
            oleh=get_pengguna(konteks),
            lingkup=konteks.lingkup,
        )
    except BukanTerbaca as galat:
        messages.error(request, str(galat))
        return HttpResponseRedirect(kembali)
    except PratinjauUsang:
        pass
    except ImporDitolak as galat:
        salah = galat.daftar_salah
    else:
        messages.success(request, f"{baris.nama} disimpan; catatan riwayat nomor {catatan.nomor}.")
        return HttpResponseRedirect(kembali)
    if baris.status != StatusBacaan.TERBACA:
        return HttpResponseRedirect(kembali)
    halaman = _halaman(request, make_pratinjau(konteks, baris))
    return _render(request, konteks, halaman, salah=salah, is_usang=not salah, status=409)


@halaman_seluruh("impor.kelola", metode=("POST",))
def impor_buang(request: HttpRequest, konteks: Konteks, bacaan: UUID) -> HttpResponse:
    """Let an upload go."""
    baris = find_bacaan(konteks, bacaan)
    try:
        discard_bacaan(baris.pk, oleh=get_pengguna(konteks))
    except BukanTerbaca as galat:
        messages.error(request, str(galat))
    else:
        messages.info(request, f"{baris.nama} tidak dipakai; tidak ada yang berubah.")
    return HttpResponseRedirect(alamat(konteks, "impor"))


def _halaman(request: HttpRequest, pratinjau: Pratinjau) -> Halaman:
    return Halaman(pratinjau, tampil=request.GET.get("tampil", ""), nomor=request.GET.get("halaman", ""))


def _is_htmx(request: HttpRequest) -> bool:
    htmx: Any = getattr(request, "htmx", False)
    return bool(htmx) and not htmx.history_restore_request


def _sumber(konteks: Konteks, halaman: Halaman, kunci: str) -> Sumber | None:
    """Return the source of a value that was asked for."""
    if not kunci:
        return None
    usulan = halaman.find_usulan(kunci)
    if usulan is None:
        raise Http404
    pratinjau = halaman.pratinjau
    judul = make_baris(usulan, halaman.penamaan, "").label
    return make_sumber(konteks, pratinjau.bacaan, usulan, pratinjau.terbaca.dokumen[usulan.dokumen], judul)


def _render(
    request: HttpRequest,
    konteks: Konteks,
    halaman: Halaman,
    *,
    templat: str = "impor/bacaan_detail.html",
    sumber: Sumber | None = None,
    salah: tuple[SalahSel, ...] = (),
    is_usang: bool = False,
    status: int = 200,
) -> HttpResponse:
    bacaan = halaman.pratinjau.bacaan
    ini = alamat(konteks, "impor_bacaan", bacaan=bacaan.pk)
    isi = {
        "konteks": konteks,
        "bacaan": bacaan,
        "lihat": halaman,
        "sumber": sumber,
        "daftar_salah": [_make_salah(satu, halaman) for satu in salah],
        "is_usang": is_usang,
        "daftar_catatan": halaman.pratinjau.terbaca.catatan,
        "alamat_daftar": alamat(konteks, "impor"),
        "alamat_ini": ini,
        "alamat_berkas": alamat(konteks, "impor_berkas", bacaan=bacaan.pk),
        "alamat_simpan": alamat(konteks, "impor_simpan", bacaan=bacaan.pk),
        "alamat_buang": alamat(konteks, "impor_buang", bacaan=bacaan.pk),
    }
    return render(request, templat, isi, status=status)


def _make_salah(salah: SalahSel, halaman: Halaman) -> dict[str, Any]:
    """Return a refusal as a row: which values of the file, where they stand, why, and what to do."""
    return {
        "tabel": salah.tabel,
        "pesan": salah.pesan,
        "saran": salah.saran,
        "daftar_nilai": [
            (make_baris(usulan, halaman.penamaan, "").label, usulan.tertulis, format_letak(usulan.terbaca.letak))
            for usulan in salah.daftar_usulan
        ],
    }


def _render_proses(request: HttpRequest, konteks: Konteks, baris: BerkasBacaan) -> HttpResponse:
    templat = "impor/bacaan_proses.html" + ("#keadaan" if _is_htmx(request) else "")
    return render(request, templat, _isi_proses(konteks, baris))


def _isi_proses(konteks: Konteks, baris: BerkasBacaan) -> dict[str, Any]:
    pekerjaan = baris.pekerjaan
    assert pekerjaan is not None
    maju = {}
    if pekerjaan.jumlah_langkah:
        maju = {"langkah": str(pekerjaan.langkah), "jumlah": str(pekerjaan.jumlah_langkah)}
    return {
        "konteks": konteks,
        "bacaan": baris,
        "pekerjaan": pekerjaan,
        "is_terhenti": pekerjaan.status in _TERHENTI,
        "maju": maju,
        "kata": pekerjaan.sebutan_langkah or "Menunggu giliran",
        "alamat_ini": alamat(konteks, "impor_bacaan", bacaan=baris.pk),
        "alamat_daftar": alamat(konteks, "impor"),
        "alamat_buang": alamat(konteks, "impor_buang", bacaan=baris.pk),
        "alamat_pekerjaan": reverse("pekerjaan", kwargs={"pekerjaan": pekerjaan.pk}),
    }


def _isi_selesai(konteks: Konteks, baris: BerkasBacaan) -> dict[str, Any]:
    assert baris.catatan_riwayat is not None
    return {
        "konteks": konteks,
        "bacaan": baris,
        "catatan": baris.catatan_riwayat,
        "nomor": str(baris.catatan_riwayat.nomor),
        "alamat_riwayat": alamat(konteks, "riwayat_catatan", nomor=baris.catatan_riwayat.nomor),
        "alamat_daftar": alamat(konteks, "impor"),
        "alamat_berkas": alamat(konteks, "impor_berkas", bacaan=baris.pk),
    }
