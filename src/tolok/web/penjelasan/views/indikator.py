"""The pages of one indicator."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tolok.core.hasil.dasar import make_jawaban_data
from tolok.core.hasil.konvensi import compute_andaian
from tolok.core.periode import Periode
from tolok.web.penjelasan.indikator.bukti import PenyusunBukti
from tolok.web.penjelasan.indikator.definisi import make_definisi
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator, make_halaman
from tolok.web.penjelasan.indikator.konvensi import list_konvensi
from tolok.web.penjelasan.indikator.langkah import PenyusunCerita
from tolok.web.penjelasan.indikator.masukan import iter_identitas
from tolok.web.penjelasan.indikator.perjalanan import make_perjalanan
from tolok.web.penjelasan.indikator.perubahan import make_perubahan
from tolok.web.penjelasan.indikator.ringkasan import make_ringkasan
from tolok.web.penjelasan.indikator.saingan import list_saingan
from tolok.web.penjelasan.indikator.target import make_target
from tolok.web.penjelasan.queries import list_tahun_indikator
from tolok.web.penjelasan.riwayat import PencariCatatan, make_objek_pengukuran
from tolok.web.penjelasan.views.bersama import make_unduhan_jejak
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman


@halaman("rencana.lihat")
def indikator(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """Why the number is what it is, step by step."""
    satu = make_halaman(konteks, kode)
    penyusun = PenyusunCerita(satu)
    objek = _objek(satu)
    catatan = PencariCatatan(
        satu.tampak,
        satu.penaut,
        iter_identitas(penyusun.daftar_langkah_masukan) if satu.is_angka else (),
        daftar_objek=(objek,),
    )
    return _render(
        request,
        satu,
        "indikator_detail",
        cerita=penyusun.susun(catatan) if satu.is_angka else None,
        rumus=penyusun.make_rumus(),
        daftar_saingan=list_saingan(satu) if satu.is_angka else (),
        ringkasan=make_ringkasan(satu),
        perjalanan=make_perjalanan(satu),
        daftar_riwayat=catatan.list_riwayat(objek, dengan_draf=_is_draf_tampak(satu)),
        jejak=satu.penaut.find_alamat("indikator_jejak", kode=kode) if satu.is_angka else "",
        isian=satu.penaut.find_alamat("pengukuran"),
    )


@halaman("rencana.lihat")
def indikator_definisi(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """What the indicator is, in all its editions."""
    satu = make_halaman(konteks, kode)
    return _render(request, satu, "indikator_definisi", definisi=make_definisi(satu))


@halaman("rencana.lihat")
def indikator_target(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """What was promised, by document and year."""
    satu = make_halaman(konteks, kode)
    return _render(request, satu, "indikator_target", target=make_target(satu))


@halaman("rencana.lihat")
def indikator_bukti(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """What was recorded, by period, with its evidence."""
    satu = make_halaman(konteks, kode)
    penyusun = PenyusunBukti(satu)
    catatan = PencariCatatan(satu.tampak, satu.penaut, penyusun.daftar_identitas)
    return _render(request, satu, "indikator_bukti", daftar_bukti=penyusun.susun(catatan))


@halaman("rencana.lihat")
def indikator_perubahan(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """Why the number is not what it was, and who approved it when."""
    satu = make_halaman(konteks, kode)
    daftar_objek = [_objek(satu, triwulan) for triwulan in range(satu.periode.triwulan or 4, 0, -1)]
    catatan = PencariCatatan(satu.tampak, satu.penaut, (), daftar_objek=daftar_objek)
    dengan_draf = _is_draf_tampak(satu)
    riwayat = [rujukan for objek in daftar_objek for rujukan in catatan.list_riwayat(objek, dengan_draf=dengan_draf)]
    return _render(request, satu, "indikator_perubahan", perubahan=make_perubahan(satu), daftar_riwayat=riwayat)


@halaman("rencana.lihat")
def indikator_konvensi(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """What the number would be under other conventions."""
    satu = make_halaman(konteks, kode)
    return _render(request, satu, "indikator_konvensi", daftar_konvensi=list_konvensi(satu))


@halaman("pengukuran.lihat")
def indikator_jejak(_: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """The whole story as data, in the form of ``tolok hitung --format json --konvensi``."""
    satu = make_halaman(konteks, kode)
    if not satu.is_angka:
        raise Http404(TIDAK_ADA)
    hasil = satu.tampak.hasil
    capaian = hasil.capaian(kode, satu.periode)
    isi = make_jawaban_data(hasil, capaian, compute_andaian(hasil, capaian.identitas))
    return make_unduhan_jejak(isi, f"jejak-{kode}-{satu.periode.tahun}-{satu.periode.kunci}")


def _render(request: HttpRequest, satu: HalamanIndikator, templat: str, **isi: Any) -> HttpResponse:
    request.tahun_halaman = list_tahun_indikator(satu.konteks, satu.kode)  # type: ignore[attr-defined]
    kini = request.resolver_match.url_name if request.resolver_match else None
    bersama = {
        "konteks": satu.konteks,
        "satu": satu,
        "edisi": satu.edisi,
        "daftar_tab": satu.list_tab(kini or ""),
        "daftar": satu.penaut.find_alamat("indikator_daftar"),
    }
    return render(request, f"penjelasan/{templat}.html", bersama | isi)


def _objek(satu: HalamanIndikator, triwulan: int | None = None) -> str:
    pemegang = satu.tampak.pemegang(satu.edisi).indikator
    periode: Periode = satu.periode
    return make_objek_pengukuran(periode.tahun, periode.triwulan if triwulan is None else triwulan, pemegang)


def _is_draf_tampak(satu: HalamanIndikator) -> bool:
    """Whether the reader may know what happened while the number was a draft."""
    tahun = satu.tampak.tahun
    return tahun.unit_draf is None or bool(tahun.unit_draf & tahun.list_pemilik(satu.tampak.pemegang(satu.edisi)))
