"""The documents of a year: their list, the page of each, the steps of their life, and downloads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import SafeString

from tolok.render.daftar_dokumen import ButirDokumen, susun_dokumen
from tolok.render.html import Rentang, render_bagian
from tolok.web.pelaporan.berkas import GalatSimpan, find_akhiran, store_berkas
from tolok.web.pelaporan.forms import FormAlasan, FormTandaTangan, list_bidang
from tolok.web.pelaporan.laporan import Laporan, get_laporan
from tolok.web.pelaporan.operations.dokumen import BukanKonsep, request_terbitan
from tolok.web.pelaporan.operations.siklus import (
    Ditolak,
    TandaTangan,
    check_tanda_tangan,
    ready_dokumen,
    renew_dokumen,
    return_dokumen,
    revoke_dokumen,
    sign_dokumen,
)
from tolok.web.pelaporan.polos import compute_sidik, to_teks
from tolok.web.pelaporan.queries.dokumen import (
    BarisDokumen,
    get_baris,
    list_baris,
)
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.pelaporan.views.baris import TampilanBaris, TampilanTerbitan
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.perencanaan.tautan import Penaut


@halaman("dokumen.lihat")
def dokumen_daftar(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """All documents of the year; for htmx one row (``?dokumen=jenis/rujukan``), read again while a job runs."""
    laporan = get_laporan(konteks.tahun)
    if request.htmx and "dokumen" in request.GET:  # type: ignore[attr-defined]
        jenis, _, rujukan = request.GET["dokumen"].partition("/")
        baris = TampilanBaris(konteks, get_baris(konteks, laporan, jenis=jenis, rujukan=rujukan)[0])
        return render(request, "pelaporan/dokumen_list.html#baris", {"konteks": konteks, "dok": baris})
    daftar = [TampilanBaris(konteks, satu) for satu in list_baris(konteks, laporan)]
    isi = {"konteks": konteks, "daftar": daftar, "alamat_buat_semua": ""}
    if any(satu.is_perlu_dibuat for satu in daftar):
        isi["alamat_buat_semua"] = Penaut(konteks).find_alamat("dokumen_buat_semua")
    return render(request, "pelaporan/dokumen_list.html", isi)


@halaman("dokumen.lihat")
def dokumen(request: HttpRequest, konteks: Konteks, jenis: str, rujukan: str = "") -> HttpResponse:
    """One document: its life, its snapshots and its older versions."""
    laporan = get_laporan(konteks.tahun)
    kini, *lama = get_baris(konteks, laporan, jenis=jenis, rujukan=rujukan)
    isi = {
        "konteks": konteks,
        "dok": TampilanBaris(konteks, kini),
        "daftar_lama": [TampilanBaris(konteks, satu) for satu in lama],
        "daftar_terbitan": [TampilanTerbitan(konteks, satu) for satu in kini.daftar_terbitan],
        "alamat_daftar": Penaut(konteks).find_alamat("dokumen_daftar"),
    }
    return render(request, "pelaporan/dokumen_detail.html", isi)


@halaman_seluruh("dokumen.buat", metode=("POST",))
def dokumen_buat(request: HttpRequest, konteks: Konteks, jenis: str, rujukan: str = "") -> HttpResponse:
    """Ask for the files of a document."""
    laporan = get_laporan(konteks.tahun)
    butir = _find_butir(laporan, jenis, rujukan)
    try:
        request_terbitan(konteks.tahun, butir, oleh=konteks.lingkup.pengguna)
    except BukanKonsep as galat:
        messages.error(request, str(galat))
    return HttpResponseRedirect(_asal(request, konteks))


@halaman_seluruh("dokumen.buat", metode=("POST",))
def dokumen_buat_semua(_request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Ask for the files of every draft that has none or whose data have changed."""
    laporan = get_laporan(konteks.tahun)
    for baris in list_baris(konteks, laporan):
        if TampilanBaris(konteks, baris).is_perlu_dibuat:
            request_terbitan(
                konteks.tahun, _find_butir(laporan, baris.jenis, baris.rujukan), oleh=konteks.lingkup.pengguna
            )
    return HttpResponseRedirect(Penaut(konteks).find_alamat("dokumen_daftar"))


@halaman_seluruh("dokumen.konsep")
def dokumen_pratinjau(request: HttpRequest, konteks: Konteks, jenis: str, rujukan: str = "") -> HttpResponse:
    """A document as it would be made now."""
    laporan = get_laporan(konteks.tahun)
    butir = _find_butir(laporan, jenis, rujukan)
    penaut = Penaut(konteks)
    isi: dict[str, Any] = {"konteks": konteks, "judul": butir.judul, "kembali": penaut.find_alamat("dokumen_daftar")}
    try:
        naskah = susun_dokumen(laporan.hasil, jenis, rujukan).naskah
    except ValueError as galat:
        return render(request, "pelaporan/pratinjau.html", isi | {"galat": str(galat)})
    rentang = (Rentang(urut) for urut in range(len(naskah.seksi)))
    isi["kertas"] = SafeString(render_bagian(naskah, rentang, tautan=penaut.find_alamat_angka))
    return render(request, "pelaporan/pratinjau.html", isi)


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of the life of a document: what its page says, what it asks, and the operation it ends in."""

    judul: str
    akibat: str
    tombol: str
    berhasil: str
    formulir: type[forms.Form]
    kerjakan: Callable[[Konteks, Laporan, BarisDokumen, dict[str, Any], int], object]


def _siapkan(konteks: Konteks, laporan: Laporan, baris: BarisDokumen, _isi: dict[str, Any], versi: int) -> object:
    """Freeze the last snapshot, if the document would still come out as it is."""
    try:
        model = susun_dokumen(laporan.hasil, baris.jenis, baris.rujukan).model
    except ValueError as galat:
        raise Ditolak(str(galat)) from galat
    return ready_dokumen(
        _pk(baris), versi=versi, sidik_model=compute_sidik(to_teks(model)), oleh=konteks.lingkup.pengguna
    )


def _tandatangani(konteks: Konteks, _laporan: Laporan, baris: BarisDokumen, isi: dict[str, Any], versi: int) -> object:
    """Store the signed file, then record that it was signed."""
    bita: bytes = isi["berkas"].read()
    nomor, tanggal = str(isi["nomor"]), isi["tanggal"]
    assert isinstance(tanggal, date)
    check_tanda_tangan(_pk(baris), nomor=nomor, tanggal=tanggal, sidik=compute_sidik(bita))
    pangkal = baris.terbitan.daftar_berkas[0].nama.rpartition(".")[0] if baris.terbitan else baris.jenis
    berkas = store_berkas("ttd", f"{pangkal}-ditandatangani.{find_akhiran(bita)}", bita)
    return sign_dokumen(
        _pk(baris),
        versi=versi,
        tanda_tangan=TandaTangan(nomor=nomor, tanggal=tanggal, berkas=berkas),
        oleh=konteks.lingkup.pengguna,
    )


LANGKAH: Final = {
    "siap": Langkah(
        "Siapkan untuk tanda tangan",
        "Berkas terakhir dibekukan: tidak dibuat ulang lagi sampai dokumen ditandatangani atau dikembalikan ke konsep. "
        "Nomor dan tanggal boleh masih kosong.",
        "Siapkan untuk tanda tangan",
        "siap ditandatangani. Unduh PDF-nya, cetak, lalu catat tanda tangannya di sini.",
        forms.Form,
        _siapkan,
    ),
    "kembali": Langkah(
        "Kembalikan ke konsep",
        "Berkas dapat dibuat ulang. Lembar yang sudah dicetak tidak berlaku.",
        "Kembalikan ke konsep",
        "kembali menjadi konsep.",
        FormAlasan,
        lambda konteks, _l, baris, isi, versi: return_dokumen(
            _pk(baris), versi=versi, alasan=isi["alasan"], oleh=konteks.lingkup.pengguna
        ),
    ),
    "tanda-tangan": Langkah(
        "Catat tanda tangan",
        "Sesudah dicatat, dokumen tidak dapat diubah: perubahan berarti pengganti dengan nomor baru. Berkas yang "
        "ditandatangani disimpan bersama SHA-256-nya dan dapat diunduh siapa saja.",
        "Catat sebagai ditandatangani",
        "tercatat ditandatangani.",
        FormTandaTangan,
        _tandatangani,
    ),
    "ganti": Langkah(
        "Buat pengganti",
        "Versi baru dimulai sebagai konsep. Yang sekarang tetap berlaku sampai penggantinya ditandatangani.",
        "Mulai pengganti",
        "mempunyai pengganti yang masih konsep.",
        FormAlasan,
        lambda konteks, _l, baris, isi, versi: renew_dokumen(
            _pk(baris), versi=versi, alasan=isi["alasan"], oleh=konteks.lingkup.pengguna
        ),
    ),
}
_CABUT: Final = Langkah(
    "Cabut dokumen",
    "Dokumen tidak berlaku lagi dan hilang dari halaman publik. Berkas dan riwayatnya tetap tersimpan.",
    "Cabut",
    "dicabut.",
    FormAlasan,
    lambda konteks, _l, baris, isi, versi: revoke_dokumen(
        _pk(baris), versi=versi, alasan=isi["alasan"], oleh=konteks.lingkup.pengguna
    ),
)


@halaman_seluruh("dokumen.terbitkan", metode=("GET", "HEAD", "POST"))
def dokumen_langkah(
    request: HttpRequest, konteks: Konteks, langkah: str, jenis: str, rujukan: str = ""
) -> HttpResponse:
    """Ask before a step of the life of a document, then take it."""
    satu = LANGKAH.get(langkah)
    if satu is None:
        raise Http404(TIDAK_ADA)
    return _jalankan(request, konteks, satu, jenis, rujukan)


@halaman_seluruh("dokumen.cabut", metode=("GET", "HEAD", "POST"))
def dokumen_cabut(request: HttpRequest, konteks: Konteks, jenis: str, rujukan: str = "") -> HttpResponse:
    """Ask before a signed document is taken out of force, then do it."""
    return _jalankan(request, konteks, _CABUT, jenis, rujukan)


def _jalankan(request: HttpRequest, konteks: Konteks, langkah: Langkah, jenis: str, rujukan: str) -> HttpResponse:
    laporan = get_laporan(konteks.tahun)
    baris = get_baris(konteks, laporan, jenis=jenis, rujukan=rujukan)[0]
    if baris.pk is None:
        raise Http404(TIDAK_ADA)
    tampilan = TampilanBaris(konteks, baris)
    formulir = langkah.formulir(request.POST or None, request.FILES or None, initial=_isian_awal(laporan, baris))
    ditolak, status = "", 200
    if request.method == "POST":
        versi = request.POST.get("versi", "")
        if formulir.is_valid():
            try:
                langkah.kerjakan(konteks, laporan, baris, formulir.cleaned_data, int(versi) if versi.isdigit() else 0)
            except (Ditolak, GalatSimpan) as galat:
                ditolak = str(galat)
            else:
                messages.success(request, f"{tampilan.judul} {langkah.berhasil}")
                return HttpResponseRedirect(tampilan.alamat)
        status = 422
    isi = {
        "konteks": konteks,
        "langkah": langkah,
        "dok": tampilan,
        "daftar_bidang": list_bidang(formulir),
        "is_berkas": langkah.formulir.base_fields.get("berkas") is not None,
        "ditolak": ditolak,
    }
    return render(request, "pelaporan/dokumen_form.html", isi, status=status)


def _isian_awal(laporan: Laporan, baris: BarisDokumen) -> dict[str, Any]:
    """Return number and date of an agreement that has them already; any other document gets its own."""
    if baris.jenis != "perjanjian":
        return {}
    ada = next((satu for satu in laporan.hasil.data.daftar_perjanjian if satu.id == baris.rujukan), None)
    return {"nomor": ada.nomor, "tanggal": ada.tanggal} if ada is not None else {}


def _pk(baris: BarisDokumen) -> int:
    assert baris.pk is not None
    return baris.pk


def _find_butir(laporan: Laporan, jenis: str, rujukan: str) -> ButirDokumen:
    for satu in laporan.daftar_dokumen:
        if (satu.jenis, satu.rujukan) == (jenis, rujukan):
            return satu
    raise Http404(TIDAK_ADA)


def _asal(request: HttpRequest, konteks: Konteks) -> str:
    """Return the page the button stood on: the working place of the report, or the list."""
    nama = "lkjip" if request.POST.get("asal") == "lkjip" else "dokumen_daftar"
    alamat = Penaut(konteks).find_alamat(nama)
    bagian = request.POST.get("bagian", "")
    return f"{alamat}?bagian={bagian}" if nama == "lkjip" and bagian.replace("-", "").isalnum() else alamat
