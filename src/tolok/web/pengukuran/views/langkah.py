"""One step of the workflow for one or many indicators: what will be done to which, then doing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.pengukuran.alur import AJUKAN, KEMBALIKAN, SAHKAN, VERIFIKASI, Langkah, LangkahTerlarang
from tolok.web.pengukuran.kisi import BarisKisi, Kisi
from tolok.web.pengukuran.models import Pengukuran
from tolok.web.pengukuran.operations import approve_bersama, return_bersama, submit_bersama, verify_bersama
from tolok.web.pengukuran.operations.alur import AlasanKosong, AngkaBerubah, BelumLengkap, is_perlu_alasan
from tolok.web.pengukuran.penetapan import compute_sidik_angka, list_hasil
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.simpan.versi import SudahBerubah
from tolok.web.ui.galat import render_tidak_berhak

_METODE = ("GET", "HEAD", "POST")
Lakukan = Callable[[Konteks, Mapping[str, int | None], str, Mapping[str, str]], list[Pengukuran]]


@dataclass(frozen=True, slots=True)
class Calon:
    """An indicator that the step can be taken with; ``dilihat`` is its state and numbers, as the form sends them."""

    baris: BarisKisi
    versi: str
    sidik: str
    perlu_alasan: bool
    dipilih: bool


@halaman(AJUKAN.aksi, metode=_METODE)
def ajukan(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Submit for verification."""
    return _jawab(request, konteks, AJUKAN, lambda k, d, c, _: submit_bersama(k, daftar=d, catatan=c))


@halaman(VERIFIKASI.aksi, metode=_METODE)
def verifikasi(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Confirm what was submitted."""
    return _jawab(request, konteks, VERIFIKASI, lambda k, d, c, _: verify_bersama(k, daftar=d, catatan=c))


@halaman(SAHKAN.aksi, metode=_METODE)
def sahkan(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Approve what was verified; exactly the numbers that the page shows are stored."""
    return _jawab(request, konteks, SAHKAN, lambda k, d, c, s: approve_bersama(k, daftar=d, catatan=c, sidik_angka=s))


@halaman(KEMBALIKAN.aksi, metode=_METODE)
def kembalikan(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Give back, with a reason."""
    return _jawab(request, konteks, KEMBALIKAN, lambda k, d, c, _: return_bersama(k, daftar=d, alasan=c))


def _jawab(request: HttpRequest, konteks: Konteks, langkah: Langkah, lakukan: Lakukan) -> HttpResponse:
    if konteks.periode.is_tahunan:
        raise Http404(TIDAK_ADA)
    kisi = Kisi(konteks)
    sumber = request.POST if request.method == "POST" else request.GET
    dipilih = sumber.getlist("indikator")
    if set(dipilih) - {edisi.indikator for edisi in kisi.tampak.daftar_indikator()}:
        raise Http404(TIDAK_ADA)
    if request.method != "POST":
        return _render(request, kisi, langkah, dipilih)
    catatan = request.POST.get("catatan", "")
    daftar = {kode: _read_versi(request.POST.get(f"versi-{kode}", "")) for kode in dipilih}
    sidik = {kode: request.POST.get(f"sidik-{kode}", "") for kode in dipilih}
    if not daftar:
        return _render(
            request, kisi, langkah, [], pesan="Pilih sedikitnya satu indikator.", catatan=catatan, status=422
        )
    try:
        hasil = lakukan(konteks, daftar, catatan, sidik)
    except TidakBerhak as galat:
        return render_tidak_berhak(request, str(galat))
    except (LangkahTerlarang, BelumLengkap, AlasanKosong) as galat:
        return _render(request, Kisi(konteks), langkah, dipilih, pesan=str(galat), catatan=catatan, status=422)
    except AngkaBerubah as galat:
        return _render(request, Kisi(konteks), langkah, dipilih, pesan=str(galat), catatan=catatan, status=409)
    except SudahBerubah:
        pesan = (
            "Keadaan pengukuran ini berubah sesudah Anda membukanya. Belum ada yang dilakukan; periksa yang sekarang."
        )
        return _render(request, Kisi(konteks), langkah, dipilih, pesan=pesan, catatan=catatan, status=409)
    jumlah = format_angka(Angka(len(hasil)))
    messages.success(request, f"{jumlah} pengukuran {konteks.periode.label} {langkah.ke.label.lower()}.")
    return HttpResponseRedirect(_alamat_kisi(konteks, dipilih))


def _render(
    request: HttpRequest,
    kisi: Kisi,
    langkah: Langkah,
    dipilih: list[str],
    *,
    pesan: str = "",
    catatan: str = "",
    status: int = 200,
) -> HttpResponse:
    daftar_calon = [
        _make_calon(kisi, langkah, baris, dipilih) for baris in kisi.semua if langkah in baris.daftar_langkah
    ]
    if dipilih:
        daftar_calon = [satu for satu in daftar_calon if satu.dipilih] or daftar_calon
    isi: dict[str, Any] = {
        "konteks": kisi.konteks,
        "kisi": kisi,
        "langkah": langkah,
        "daftar_calon": daftar_calon,
        "perlu_alasan": [satu.baris.nama for satu in daftar_calon if satu.perlu_alasan],
        "pesan_galat": pesan,
        "catatan": catatan,
        "alamat_kisi": _alamat_kisi(kisi.konteks, dipilih),
    }
    return render(request, "pengukuran/langkah.html", isi, status=status)


def _make_calon(kisi: Kisi, langkah: Langkah, baris: BarisKisi, dipilih: list[str]) -> Calon:
    tampak, periode = kisi.tampak, kisi.konteks.periode
    pengukuran = tampak.find_pengukuran(baris.kode)
    sidik = compute_sidik_angka(list_hasil(tampak.hasil, baris.kode, periode)) if langkah is SAHKAN else ""
    return Calon(
        baris=baris,
        versi=str(pengukuran.versi if pengukuran is not None else 0),
        sidik=sidik,
        perlu_alasan=langkah is AJUKAN and is_perlu_alasan(tampak.hasil.realisasi(baris.kode, periode).nilai),
        dipilih=not dipilih or baris.kode in dipilih,
    )


def _alamat_kisi(konteks: Konteks, dipilih: list[str]) -> str:
    kunci = {"instansi": konteks.instansi, "tahun": konteks.periode.tahun, "periode": konteks.periode.kunci}
    alamat = reverse("pengukuran", kwargs=kunci)
    return f"{alamat}?pilih={dipilih[0]}" if len(dipilih) == 1 else alamat


def _read_versi(teks: str) -> int | None:
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else None
