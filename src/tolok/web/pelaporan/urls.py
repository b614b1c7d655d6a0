"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import URLPattern, path

from tolok.render.html import NAMA_GAYA
from tolok.web.pelaporan.views import dokumen, lkjip, narasi, unduh


def _dua(awalan: str, view: object, nama: str) -> list[URLPattern]:
    """Return the address of a kind of document that there is once, and of one of several."""
    return [
        path(f"{awalan}<slug:jenis>/", view, name=nama),  # type: ignore[call-overload]
        path(f"{awalan}<slug:jenis>/<str:rujukan>/", view, name=nama),  # type: ignore[call-overload]
    ]


urlpatterns = [
    path("lkjip/", lkjip.lkjip, name="lkjip"),
    path("lkjip/pratinjau/", lkjip.lkjip_pratinjau, name="lkjip_pratinjau"),
    path("lkjip/narasi/<path:kunci>/", narasi.narasi_ubah, name="narasi_ubah"),
    path("dokumen/", dokumen.dokumen_daftar, name="dokumen_daftar"),
    path("dokumen/berkas/<int:berkas>/", unduh.dokumen_unduh, name="dokumen_unduh"),
    path(f"dokumen/berkas/<int:berkas>/{NAMA_GAYA}", unduh.dokumen_gaya, name="dokumen_gaya"),
    path("dokumen/buat/", dokumen.dokumen_buat_semua, name="dokumen_buat_semua"),
    *_dua("dokumen/buat/", dokumen.dokumen_buat, "dokumen_buat"),
    *_dua("dokumen/pratinjau/", dokumen.dokumen_pratinjau, "dokumen_pratinjau"),
    *_dua("dokumen/cabut/", dokumen.dokumen_cabut, "dokumen_cabut"),
    *_dua("dokumen/langkah/<slug:langkah>/", dokumen.dokumen_langkah, "dokumen_langkah"),
    *_dua("dokumen/lihat/", dokumen.dokumen, "dokumen"),
]
