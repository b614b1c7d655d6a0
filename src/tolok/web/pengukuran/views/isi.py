"""Filling in one value: the whole form, and the field of the grid that saves itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from tolok.core.hasil.cari import IdentitasTakDikenal, read_identitas
from tolok.core.nilai import JenisTanda
from tolok.core.periode import Periode
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.pengukuran.baca_isian import Isian, IsianTidakTerbaca
from tolok.web.pengukuran.bentrok import Bentrok, make_bentrok
from tolok.web.pengukuran.forms import NAMA_TANDA, IsianForm, make_awal, make_isian_sebaris
from tolok.web.pengukuran.isian import (
    TempatIsian,
    ensure_boleh_isi,
    get_tempat_tercatat,
    get_tempat_variabel,
)
from tolok.web.pengukuran.kisi import BarisKisi, Kisi
from tolok.web.pengukuran.kunci import Terkunci
from tolok.web.pengukuran.operations import fill_nilai, fill_tercatat
from tolok.web.pengukuran.sel_isian import SelIsian
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.simpan.versi import SudahBerubah
from tolok.web.ui.galat import render_tidak_berhak
from tolok.web.ui.grafik import make_batang
from tolok.web.ui.waktu import format_jam

_METODE: Final = ("GET", "HEAD", "POST")
Tulis = Callable[[Isian, int], object]


@dataclass(frozen=True, slots=True)
class Ditolak:
    """Why what was sent was not written: at which field, or because of whom."""

    status: int
    galat: str = ""
    bidang: str = ""
    bentrok: Bentrok | None = None


@halaman("pengukuran.isi", metode=_METODE)
def isi_variabel(request: HttpRequest, konteks: Konteks, *, variabel: str) -> HttpResponse:
    """The form of a variable; ``?untuk=2019-tahun`` for an earlier period, ``?unit=`` for one unit."""
    untuk, unit = _read_untuk(request.GET.get("untuk", "")), request.GET.get("unit", "")
    kisi = Kisi(konteks)
    tempat = get_tempat_variabel(kisi.tampak, variabel, untuk=untuk, unit=unit)

    def tulis(isian: Isian, versi: int) -> object:
        return fill_nilai(konteks, variabel=variabel, isian=isian, versi=versi, untuk=untuk, unit=unit)

    return _jawab(request, kisi, tempat, tulis)


@halaman("pengukuran.isi", metode=_METODE)
def isi_indikator(request: HttpRequest, konteks: Konteks, *, kode: str) -> HttpResponse:
    """The form of the value of an indicator that is known without its parts."""
    unit = request.GET.get("unit", "")
    kisi = Kisi(konteks)
    tempat = get_tempat_tercatat(kisi.tampak, kode, unit=unit)

    def tulis(isian: Isian, versi: int) -> object:
        return fill_tercatat(konteks, indikator=kode, isian=isian, versi=versi, unit=unit)

    return _jawab(request, kisi, tempat, tulis)


def _jawab(request: HttpRequest, kisi: Kisi, tempat: TempatIsian, tulis: Tulis) -> HttpResponse:
    try:
        ensure_boleh_isi(kisi.tampak, tempat)
    except TidakBerhak as galat:
        return render_tidak_berhak(request, str(galat))
    sel = kisi.sel.make_sel(tempat)
    if request.method != "POST":
        return _render_form(request, kisi, sel, IsianForm(initial=make_awal(sel)))
    is_sebaris = "sebaris" in request.POST
    form = IsianForm(request.POST, initial=make_awal(sel))
    isian = Isian(nilai=request.POST.get("nilai", ""))
    try:
        isian = make_isian_sebaris(sel, isian.nilai) if is_sebaris else form.make_isian()
        tulis(isian, _read_versi(request.POST.get("versi", "")))
    except IsianTidakTerbaca as galat:
        ditolak = Ditolak(422, str(galat), galat.bidang)
    except Terkunci as galat:
        ditolak = Ditolak(422, str(galat), "nilai")
    except SudahBerubah as galat:
        ditolak = Ditolak(409, bentrok=make_bentrok(kisi.konteks, tempat, galat, isian))
    else:
        return _berhasil(request, kisi.konteks, tempat, is_sebaris=is_sebaris)
    if is_sebaris and getattr(request, "htmx", False):
        sel = replace(sel, teks=isian.nilai, galat=ditolak.galat, bentrok=ditolak.bentrok)
        return _render_baris(request, Kisi(kisi.konteks), tempat, ditolak=sel, status=ditolak.status)
    return _render_form(request, kisi, sel, form, ditolak)


def _berhasil(request: HttpRequest, konteks: Konteks, tempat: TempatIsian, *, is_sebaris: bool) -> HttpResponse:
    pesan = f"Tersimpan {format_jam(timezone.now())}"
    if is_sebaris and getattr(request, "htmx", False):
        return _render_baris(request, Kisi(konteks), tempat, tersimpan=pesan)
    messages.success(request, f"{pesan}: {tempat.nama}.")
    alamat = _alamat_kisi(konteks, tempat)
    return HttpResponseClientRedirect(alamat) if getattr(request, "htmx", False) else HttpResponseRedirect(alamat)


def _render_baris(
    request: HttpRequest,
    kisi: Kisi,
    tempat: TempatIsian,
    *,
    ditolak: SelIsian | None = None,
    tersimpan: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the row that was written in, and beside it every other row that uses the value."""
    daftar = [kisi.make_baris(edisi) for edisi in tempat.daftar_pengguna if kisi.tampak.is_tampak(edisi)]
    daftar.sort(key=lambda baris: baris.kode != request.POST.get("baris", ""))
    if ditolak is not None:
        daftar = [_sisipkan(baris, ditolak) for baris in daftar[:1]]
    isi = {
        "konteks": kisi.konteks,
        "kisi": kisi,
        "daftar": daftar,
        "tersimpan": tersimpan,
        "pilih": request.POST.get("pilih", ""),
    }
    return render(request, "pengukuran/baris_jawaban.html", isi, status=status)


def _sisipkan(baris: BarisKisi, ditolak: SelIsian) -> BarisKisi:
    return replace(baris, daftar_isian=tuple(ditolak if s.id == ditolak.id else s for s in baris.daftar_isian))


def _render_form(
    request: HttpRequest, kisi: Kisi, sel: SelIsian, form: IsianForm, ditolak: Ditolak | None = None
) -> HttpResponse:
    daftar = kisi.tampak.daftar_indikator()
    induk = next((satu for satu in sel.tempat.daftar_pengguna if satu in daftar), None)
    baris = kisi.make_baris(induk) if induk is not None else None
    daftar_tanda = [_TandaForm(form, jenis, nama) for jenis, nama in NAMA_TANDA.items()]
    isi = {
        "konteks": kisi.konteks,
        "sel": sel,
        "form": form,
        "baris": baris,
        "daftar_lain": [satu for satu in baris.daftar_isian if satu.id != sel.id] if baris is not None else [],
        "batang": make_batang(kisi.tampak.hasil.capaian(baris.kode, kisi.konteks.periode).nilai) if baris else None,
        "pengukuran": kisi.tampak.find_pengukuran(baris.kode) if baris is not None else None,
        "ditolak": ditolak,
        "daftar_tanda": daftar_tanda,
        "ada_tanda": any(satu.dipilih for satu in daftar_tanda),
        "alamat_kisi": _alamat_kisi(kisi.konteks, sel.tempat),
        "alamat": request.get_full_path(),
    }
    potongan = "#isian" if getattr(request, "htmx", False) and request.method == "POST" else ""
    return render(request, f"pengukuran/isi.html{potongan}", isi, status=ditolak.status if ditolak else 200)


class _TandaForm:
    """The fields of one mark, as a template writes them."""

    def __init__(self, form: IsianForm, jenis: JenisTanda, nama: str) -> None:
        self.nama = nama
        self.kotak = form[f"tanda_{jenis.value}"]
        self.keterangan = form[f"ket_{jenis.value}"]
        self.nama_kecil = nama.lower()
        self.tahun = form["tahun_data"] if jenis is JenisTanda.TAHUN_DATA else None
        self.isi_tahun = str(form["tahun_data"].value() or "")

    @property
    def dipilih(self) -> bool:
        """Whether the value carries the mark."""
        return bool(self.kotak.value())


def _alamat_kisi(konteks: Konteks, tempat: TempatIsian) -> str:
    kunci = {"instansi": konteks.instansi, "tahun": konteks.periode.tahun, "periode": konteks.periode.kunci}
    jangkar = f"#baris-{tempat.daftar_pengguna[0].indikator}" if tempat.daftar_pengguna else ""
    return reverse("pengukuran", kwargs=kunci) + jangkar


def _read_versi(teks: str) -> int:
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 0


def _read_untuk(teks: str) -> Periode | None:
    """Read ``2019-tw4`` or ``2019-tahun``."""
    if not teks:
        return None
    tahun, _, kunci = teks.partition("-")
    try:
        return read_identitas(f"-/{tahun}/{kunci}/-/-").periode
    except IdentitasTakDikenal as galat:
        raise Http404(TIDAK_ADA) from galat
