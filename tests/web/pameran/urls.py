"""The addresses of the small site; names as the product's own, so that the menus have something to link to."""

from __future__ import annotations

from django.urls import include, path
from tests.web.pameran import views

_TAHUN = "<slug:instansi>/<int:tahun>/<str:periode>/"
_NAMA = (
    "pohon", "indikator_daftar", "perjanjian_daftar", "pengukuran", "anggaran", "lkjip",
    "dokumen_daftar", "organisasi", "riwayat", "pengaturan", "cari", "hak",
)  # fmt: skip

urlpatterns = [
    path("akun/", include("tolok.web.akun.urls")),
    path("", views.polos, name="beranda"),
    path(f"{_TAHUN}", views.komponen, name="beranda_tahun"),
    path(f"{_TAHUN}indikator/<slug:kode>/", views.kosong, name="indikator"),
    path(f"{_TAHUN}pengukuran/simpan/", views.simpan, name="pengukuran_simpan"),
    path(f"{_TAHUN}potongan/", views.potongan, name="potongan"),
    *(path(f"{_TAHUN}{nama}/", getattr(views, nama, views.kosong), name=nama) for nama in _NAMA),
    path("simpanan/", views.simpanan, name="simpanan"),
    path("galat/<slug:jenis>/", views.gagal, name="gagal"),
]

handler400 = "tolok.web.ui.galat.views.show_rusak"
handler403 = "tolok.web.ui.galat.views.show_tidak_berhak"
handler404 = "tolok.web.ui.galat.views.show_tidak_ada"
handler429 = "tolok.web.ui.galat.views.show_terlalu_sering"
handler500 = "tolok.web.ui.galat.views.show_gagal"
