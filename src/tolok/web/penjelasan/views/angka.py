"""The page of any quantity."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.dasar import make_jawaban_data
from tolok.core.hasil.konvensi import compute_andaian
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.penjelasan.angka.halaman import NAMA_BESARAN, make_angka
from tolok.web.penjelasan.angka.saran import describe_identitas, suggest_identitas
from tolok.web.penjelasan.tampak import AngkaTampak, Ketampakan
from tolok.web.penjelasan.views.bersama import make_unduhan_jejak
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.perencanaan.tautan import Penaut


@halaman("pengukuran.lihat")
def angka(request: HttpRequest, konteks: Konteks, identitas: str) -> HttpResponse:
    """The story of one quantity, from its inputs to what is printed."""
    tampak, penaut = AngkaTampak(TahunTampak(konteks)), Penaut(konteks)
    hasil = tampak.find(identitas)
    if hasil is None:
        saran = suggest_identitas(tampak, identitas)
        daftar = [describe_identitas(tampak, satu, penaut.find_alamat_angka(satu)) for satu in saran]
        return render(request, "penjelasan/angka_tidak_ada.html", {"konteks": konteks, "daftar": daftar}, status=404)
    bagian = read_identitas(hasil.identitas)
    bersama = {"konteks": konteks, "bagian": bagian, "sebutan": NAMA_BESARAN[bagian.besaran]}
    ketampakan = tampak.ketampakan(hasil)
    if ketampakan is not Ketampakan.TAMPAK:
        is_belum = ketampakan is Ketampakan.BELUM
        isi = bersama | {"nama": hasil.jejak.uraian if is_belum else "", "is_belum": is_belum}
        return render(request, "penjelasan/angka_tertutup.html", isi)
    satu = make_angka(
        tampak, penaut, hasil, dari=request.GET.get("dari", ""), semua=request.GET.get("masukan") == "semua"
    )
    jejak = penaut.find_alamat("angka_jejak", identitas=identitas)
    return render(request, "penjelasan/angka.html", bersama | {"satu": satu, "jejak": jejak})


@halaman("pengukuran.lihat")
def angka_jejak(_: HttpRequest, konteks: Konteks, identitas: str) -> HttpResponse:
    """The same story as data, in the form of ``tolok hitung --format json --konvensi``."""
    tampak = AngkaTampak(TahunTampak(konteks))
    hasil = tampak.find(identitas)
    if hasil is None or not tampak.is_tampak(hasil):
        raise Http404(TIDAK_ADA)
    isi = make_jawaban_data(tampak.hasil, hasil, compute_andaian(tampak.hasil, hasil.identitas))
    bagian = read_identitas(hasil.identitas)
    nama = "-".join(teks for teks in (bagian.jenis, bagian.nama, bagian.besaran) if teks)
    return make_unduhan_jejak(isi, f"jejak-{nama}-{bagian.periode.tahun}-{bagian.periode.kunci}")
