"""Pages of measuring."""

from __future__ import annotations

from tolok.web.pengukuran.views.isi import isi_indikator, isi_variabel
from tolok.web.pengukuran.views.kisi import kisi, unduh
from tolok.web.pengukuran.views.langkah import ajukan, kembalikan, sahkan, verifikasi

__all__ = ["ajukan", "isi_indikator", "isi_variabel", "kembalikan", "kisi", "sahkan", "unduh", "verifikasi"]
