"""Writing a text of the report: the form, what it prints, and what to do when somebody else was quicker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import SafeString
from django_htmx.http import HttpResponseClientRedirect

from tolok.core.angka_literal import find_angka_literal, has_angka_literal
from tolok.core.dokumen.temuan_narasi import TemuanNarasi
from tolok.core.hasil.rujukan import PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.narasi import GalatNarasi, NarasiTidakTerbaca, parse_narasi
from tolok.core.penyusun.narator import list_dikenal
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.lkjip.token import list_token
from tolok.web.pelaporan.lkjip.tulisan import Tulisan, find_tulisan
from tolok.web.pelaporan.operations.naskah import save_tulisan, sebut_tulisan
from tolok.web.pelaporan.queries.tulisan import get_perubahan_terakhir, get_teks
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.pelaporan.tampilan import narasi_html
from tolok.web.pelaporan.views.lkjip import Alamat
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.simpan.versi import SudahBerubah


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What a text prints, what is wrong in it, and what typed numbers it holds."""

    pratinjau: SafeString
    daftar_galat: tuple[GalatNarasi, ...]
    daftar_temuan: tuple[TemuanNarasi, ...]


@halaman_seluruh("narasi.ubah", metode=("GET", "HEAD", "POST"))
def narasi_ubah(request: HttpRequest, konteks: Konteks, kunci: str) -> HttpResponse:
    """Show the form, show what the text prints (``aksi=lihat``), or store it."""
    laporan = get_laporan(konteks.tahun)
    tulisan = find_tulisan(laporan.hasil, kunci)
    if tulisan is None:
        raise Http404(TIDAK_ADA)
    if request.method != "POST":
        tersimpan = get_teks(konteks.tahun, tulisan)
        return _jawab(request, konteks, laporan.hasil, tulisan, tersimpan.teks, tersimpan.versi)
    teks, versi = _baca_teks(request), _baca_versi(request)
    if request.POST.get("aksi") == "lihat":
        return _jawab(request, konteks, laporan.hasil, tulisan, teks, versi, potongan="pratinjau")
    try:
        save_tulisan(konteks.tahun, tulisan, teks, versi=versi, hasil=laporan.hasil, oleh=konteks.lingkup.pengguna)
    except NarasiTidakTerbaca:
        return _jawab(request, konteks, laporan.hasil, tulisan, teks, versi, status=422)
    except SudahBerubah:
        kini = get_teks(konteks.tahun, tulisan)
        perubahan = get_perubahan_terakhir(konteks.instansi, sebut_tulisan(konteks.tahun, tulisan))
        bentrok: dict[str, Any] = {"bentrok": kini, "perubahan": perubahan}
        return _jawab(request, konteks, laporan.hasil, tulisan, teks, kini.versi, status=409, **bentrok)
    messages.success(request, f"{tulisan.nama} tersimpan.")
    alamat = _kembali(konteks, tulisan)
    return HttpResponseClientRedirect(alamat) if request.htmx else HttpResponseRedirect(alamat)  # type: ignore[attr-defined]


def _jawab(
    request: HttpRequest,
    konteks: Konteks,
    hasil: HasilTahun,
    tulisan: Tulisan,
    teks: str,
    versi: int,
    *,
    status: int = 200,
    potongan: str = "isian",
    **lain: Any,
) -> HttpResponse:
    templat = "pelaporan/narasi_form.html"
    isi = {
        "konteks": konteks,
        "tulisan": tulisan,
        "teks": teks,
        "versi": versi,
        "periksa": _periksa(hasil, tulisan, teks, Alamat(konteks)),
        "is_galat": status == 422,
        "kembali": _kembali(konteks, tulisan),
        **lain,
    }
    if request.htmx:  # type: ignore[attr-defined]
        templat += f"#{potongan}"
    else:
        isi["daftar_kelompok"] = list_token(hasil, sasaran=tulisan.sasaran)
    return render(request, templat, isi, status=status)


def _periksa(hasil: HasilTahun, tulisan: Tulisan, teks: str, alamat: Alamat) -> Pemeriksaan:
    terbaca = parse_narasi(tulisan.kunci, teks, PencariToken(hasil))
    temuan = find_angka_literal(tulisan.kunci, teks, list_dikenal(hasil)) if has_angka_literal(teks) else ()
    return Pemeriksaan(narasi_html(terbaca.blok, alamat.angka), terbaca.daftar_galat, temuan)


def _kembali(konteks: Konteks, tulisan: Tulisan) -> str:
    """Return the part of the report a text stands in; of a quarterly form the indicator in its quarter."""
    if tulisan.bagian:
        return Alamat(konteks).bagian(tulisan.bagian)
    assert tulisan.analisis is not None, "a text without a part of the report belongs to a form"
    _, kode, periode = tulisan.analisis
    return f"{Penaut(konteks).find_alamat('pengukuran', periode=periode.kunci)}?{urlencode({'pilih': kode})}"


def _baca_teks(request: HttpRequest) -> str:
    """Return the text as packages hold it: one kind of line end, nothing around it."""
    return request.POST.get("teks", "").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()


def _baca_versi(request: HttpRequest) -> int:
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 0
