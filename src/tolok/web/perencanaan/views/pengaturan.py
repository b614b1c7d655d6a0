"""Pages of the settings: conventions and scales of the year, what another convention would change, and changing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from tolok.core.kebijakan import Kebijakan
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.perencanaan.forms import KebijakanForm, PengandaianForm, make_awal
from tolok.web.perencanaan.konteks import Konteks, halaman
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations.kebijakan import (
    KebijakanSama,
    KebijakanTerkunci,
    ensure_boleh_mengubah,
    set_kebijakan,
)
from tolok.web.perencanaan.penjaga import list_halangan
from tolok.web.perencanaan.queries import make_kebijakan
from tolok.web.perencanaan.riwayat_kebijakan import list_riwayat_kebijakan
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tampil.akibat import make_akibat
from tolok.web.perencanaan.tampil.kebijakan import cetak, list_butir, nama_pokok
from tolok.web.perencanaan.tampil.rencana import list_edisi_rencana
from tolok.web.perencanaan.tampil.skala import list_rumus_rujukan, list_skala_rujukan, list_skala_tampil
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.simpan.versi import SudahBerubah
from tolok.web.ui.galat import BarisBentrok, render_bentrok, render_tidak_berhak


@halaman("pengaturan.lihat")
def pengaturan(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The conventions of the year in words, its scales and plan editions, and the reference tables."""
    tampak, penaut = RencanaTampak(konteks), Penaut(konteks)
    data = tampak.hasil.data
    isi = {
        "konteks": konteks,
        "kebijakan": data.kebijakan,
        "daftar_butir": list_butir(data.kebijakan, data.daftar_skala),
        "daftar_riwayat": list_riwayat_kebijakan(konteks.tahun),
        "daftar_skala": list_skala_tampil(data.daftar_skala, dipakai=data.kebijakan.skala),
        "daftar_rencana": list_edisi_rencana(data),
        "daftar_skala_rujukan": list_skala_rujukan(),
        "daftar_rumus_rujukan": list_rumus_rujukan(),
        "alamat_akibat": penaut.find_alamat("pengaturan_akibat"),
        "alamat_ubah": penaut.find_alamat("pengaturan_kebijakan") if _is_boleh_mengubah(konteks) else "",
        "is_melihat_riwayat": konteks.is_boleh("riwayat.lihat"),
    }
    return render(request, "perencanaan/pengaturan_detail.html", isi)


@halaman("draf.lihat")
def pengaturan_akibat(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """What other conventions (named in the address) would change in the period."""
    tampak, penaut = RencanaTampak(konteks), Penaut(konteks)
    data = tampak.hasil.data
    formulir = PengandaianForm(request.GET.dict(), kini=data.kebijakan, daftar_skala=data.daftar_skala)
    is_sah = formulir.is_valid()
    lain = formulir.make_kebijakan() if is_sah else data.kebijakan
    isi = {
        "konteks": konteks,
        "formulir": formulir,
        "daftar_beda": _list_beda(tampak, data.kebijakan, lain),
        "akibat": make_akibat(tampak, penaut, lain) if is_sah else None,
        "alamat_pengaturan": penaut.find_alamat("pengaturan"),
        "alamat_ubah": penaut.find_alamat("pengaturan_kebijakan") if _is_boleh_mengubah(konteks) else "",
        "kueri": request.GET.urlencode(),
    }
    templat = "perencanaan/akibat_detail.html" + ("#akibat" if getattr(request, "htmx", False) else "")
    return render(request, templat, isi)


@halaman("pengaturan.ubah", metode=("GET", "HEAD", "POST"))
def pengaturan_kebijakan(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The form that sets other conventions."""
    try:
        ensure_boleh_mengubah(konteks.lingkup, konteks.instansi)
    except TidakBerhak as galat:
        return render_tidak_berhak(request, str(galat))
    tampak = RencanaTampak(konteks)
    data = tampak.hasil.data
    if request.method != "POST":
        # The address may name other choices, as a page of effects hands them on.
        awal = {**make_awal(data.kebijakan), **request.GET.dict(), "versi": konteks.tahun.versi}
        formulir = KebijakanForm(initial=awal, daftar_skala=data.daftar_skala)
        return _render_formulir(request, tampak, formulir)
    formulir = KebijakanForm(request.POST, daftar_skala=data.daftar_skala)
    if not formulir.is_valid():
        return _render_formulir(request, tampak, formulir, status=422)
    baru = formulir.make_kebijakan()
    try:
        edisi = set_kebijakan(
            tahun_id=konteks.tahun.pk,
            kebijakan=baru,
            alasan=formulir.cleaned_data["alasan"],
            versi=formulir.cleaned_data["versi"],
            lingkup=konteks.lingkup,
            pada=timezone.localdate(),
        )
    except SudahBerubah as galat:
        return _render_bentrok(request, tampak, galat, baru)
    except KebijakanTerkunci as galat:
        formulir.add_error(None, str(galat))
        return _render_formulir(request, tampak, formulir, status=422)
    except KebijakanSama:
        formulir.add_error(None, "Belum ada yang berubah dari kebijakan yang berlaku.")
        return _render_formulir(request, tampak, formulir, status=422)
    messages.success(request, f"Kebijakan edisi {edisi.nomor} ditetapkan dan tercatat dalam riwayat.")
    return redirect(Penaut(konteks).find_alamat("pengaturan"))


def _is_boleh_mengubah(konteks: Konteks) -> bool:
    return konteks.lingkup.is_seluruh("pengaturan.ubah", konteks.instansi)


def _list_beda(tampak: RencanaTampak, kini: Kebijakan, lain: Kebijakan) -> list[tuple[str, str, str]]:
    """Return each convention that differs: its name, as it is, as it would be."""
    skala = tampak.hasil.data.daftar_skala
    return [
        (nama_pokok(kunci), cetak(kini, kunci, skala), cetak(lain, kunci, skala))
        for kunci in make_awal(kini)
        if getattr(kini, kunci) != getattr(lain, kunci)
    ]


def _render_formulir(
    request: HttpRequest, tampak: RencanaTampak, formulir: KebijakanForm, *, status: int = 200
) -> HttpResponse:
    penaut = Penaut(tampak.konteks)
    isi: dict[str, Any] = {
        "konteks": tampak.konteks,
        "formulir": formulir,
        "daftar_halangan": list_halangan(tampak.konteks.tahun),
        "alamat_akibat": penaut.find_alamat("pengaturan_akibat"),
        "alamat_pengaturan": penaut.find_alamat("pengaturan"),
    }
    return render(request, "perencanaan/kebijakan_form.html", isi, status=status)


def _render_bentrok(
    request: HttpRequest, tampak: RencanaTampak, galat: SudahBerubah, diminta: Kebijakan
) -> HttpResponse:
    """Show what is set now beside what was to be set; everything that differs, or the basis if nothing does."""
    assert isinstance(galat.kini, TahunKinerja)
    kini = Kebijakan() if galat.kini.kebijakan is None else make_kebijakan(galat.kini.kebijakan)
    daftar = [BarisBentrok(*satu) for satu in _list_beda(tampak, kini, diminta)]
    return render_bentrok(request, daftar, oleh="Kebijakan atau data tahun ini diubah sesudah Anda membukanya.")
