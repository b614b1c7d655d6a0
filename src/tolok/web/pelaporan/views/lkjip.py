"""The working place of the LKjIP: outline, paper, and what is still to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from tolok.core.narasi import NarasiTidakTerbaca
from tolok.render.html import id_blok, render_bagian
from tolok.web.pelaporan.laporan import Laporan, get_laporan
from tolok.web.pelaporan.lkjip.bagian import Bagian, find_bagian
from tolok.web.pelaporan.lkjip.catatan import Catatan, Jumlah
from tolok.web.pelaporan.lkjip.isi import IsiLkjip
from tolok.web.pelaporan.lkjip.kalimat import list_kalimat
from tolok.web.pelaporan.lkjip.tulisan import Tulisan, list_tulisan
from tolok.web.pelaporan.queries.dokumen import get_baris
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.pelaporan.tampilan import kalimat_html
from tolok.web.pelaporan.views.baris import TampilanBaris
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.tautan import Penaut


@dataclass(frozen=True, slots=True)
class ButirKerangka:
    """One entry of the outline."""

    bagian: Bagian
    alamat: str
    jumlah: Jumlah
    is_kini: bool
    daftar_anak: tuple[ButirKerangka, ...] = ()


@dataclass(frozen=True, slots=True)
class ButirCatatan:
    """A note with where to look and where to write."""

    catatan: Catatan
    alamat_angka: str
    alamat_tulisan: str


@dataclass(frozen=True, slots=True)
class ButirTulisan:
    """A text of the part with where it is written."""

    tulisan: Tulisan
    alamat: str

    @property
    def is_kosong(self) -> bool:
        """Whether nothing is written yet."""
        return not self.tulisan.teks.strip()


class Alamat:
    """The addresses the pages of the report link to."""

    def __init__(self, konteks: Konteks) -> None:
        self._penaut = Penaut(konteks)
        self.ruang = self._penaut.find_alamat("lkjip")
        self.pratinjau = self._penaut.find_alamat("lkjip_pratinjau")

    def angka(self, identitas: str) -> str:
        """Return where a number is explained."""
        return self._penaut.find_alamat_angka(identitas) if identitas else ""

    def bagian(self, kunci: str) -> str:
        """Return where a part stands."""
        return f"{self.ruang}?bagian={kunci}"

    def tulisan(self, kunci: str) -> str:
        """Return where a text is written, ``""`` if the reader may not."""
        return self._penaut.find_alamat("narasi_ubah", kunci=kunci) if kunci else ""


@halaman_seluruh("lkjip.lihat")
def lkjip(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """One part of the report on paper, with the outline of all and the notes on this one."""
    laporan = get_laporan(konteks.tahun)
    alamat = Alamat(konteks)
    (baris, *_) = get_baris(konteks, laporan, jenis="lkjip", rujukan="")
    isi = {"konteks": konteks, "baris": TampilanBaris(konteks, baris), "alamat": alamat}
    try:
        lkjip = laporan.lkjip
    except NarasiTidakTerbaca as galat:
        return render(request, "pelaporan/lkjip_rusak.html", isi | _rusak(laporan, galat, alamat))
    kini = _pilih(lkjip, request)
    daftar_catatan = tuple(
        ButirCatatan(satu, alamat.angka(satu.identitas), alamat.tulisan(satu.tulisan))
        for satu in lkjip.catatan_per_bagian[kini.kunci]
    )
    isi |= {
        "bagian": kini,
        "kerangka": _kerangka(lkjip, kini, alamat),
        "jumlah": lkjip.jumlah,
        "jumlah_kini": lkjip.jumlah_per_bagian[kini.kunci],
        "kertas": _kertas(lkjip, (kini,), alamat.angka, alamat.bagian),
        "daftar_catatan": daftar_catatan,
        "daftar_kalimat": [kalimat_html(k, alamat.angka) for k in list_kalimat(lkjip.model, kini.kunci)],
        "daftar_tulisan": [
            ButirTulisan(satu, alamat.tulisan(satu.kunci)) for satu in lkjip.daftar_tulisan if satu.bagian == kini.kunci
        ],
        "alamat_pratinjau": alamat.pratinjau,
        **_tetangga(lkjip, kini, alamat),
    }
    return render(request, "pelaporan/lkjip.html", isi)


@halaman_seluruh("lkjip.lihat")
def lkjip_pratinjau(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The paper alone: the whole report, or one part of it (``?bagian=``)."""
    laporan = get_laporan(konteks.tahun)
    alamat = Alamat(konteks)
    isi: dict[str, Any] = {"konteks": konteks, "kembali": alamat.ruang, "judul": f"LKjIP {konteks.periode.tahun}"}
    try:
        lkjip = laporan.lkjip
    except NarasiTidakTerbaca as galat:
        return render(request, "pelaporan/lkjip_rusak.html", isi | _rusak(laporan, galat, alamat))
    daftar = (_pilih(lkjip, request),) if "bagian" in request.GET else lkjip.daftar_bagian
    if len(daftar) == 1:
        isi |= {"kembali": alamat.bagian(daftar[0].kunci)}
    di_halaman = (lambda _: "") if len(daftar) > 1 else alamat.bagian
    isi["kertas"] = _kertas(lkjip, daftar, alamat.angka, di_halaman)
    return render(request, "pelaporan/pratinjau.html", isi)


def _pilih(lkjip: IsiLkjip, request: HttpRequest) -> Bagian:
    kunci = request.GET.get("bagian")
    if not kunci:
        return lkjip.find_bagian_awal()
    for satu in lkjip.daftar_bagian:
        if satu.kunci == kunci:
            return satu
    raise Http404(TIDAK_ADA)


def _kertas(
    lkjip: IsiLkjip,
    daftar: tuple[Bagian, ...],
    angka: Callable[[str], str],
    alamat_bagian: Callable[[str], str],
) -> SafeString:
    def alamat(seksi: int, blok: int) -> str:
        bagian = find_bagian(lkjip.daftar_bagian, seksi, blok)
        return f"{alamat_bagian(bagian.kunci)}#{id_blok(seksi, blok)}"

    rentang = [satu for bagian in daftar for satu in bagian.daftar_rentang]
    return SafeString(render_bagian(lkjip.naskah, rentang, tautan=angka, alamat=alamat))


def _kerangka(lkjip: IsiLkjip, kini: Bagian, alamat: Alamat) -> tuple[ButirKerangka, ...]:
    def butir(satu: Bagian) -> ButirKerangka:
        anak = tuple(butir(lain) for lain in lkjip.daftar_bagian if lain.induk == satu.kunci)
        return ButirKerangka(satu, alamat.bagian(satu.kunci), lkjip.jumlah_per_bagian[satu.kunci], satu == kini, anak)

    return tuple(butir(satu) for satu in lkjip.daftar_bagian if not satu.induk)


def _tetangga(lkjip: IsiLkjip, kini: Bagian, alamat: Alamat) -> dict[str, str]:
    letak = lkjip.daftar_bagian.index(kini)
    daftar = lkjip.daftar_bagian
    return {
        "sebelum": alamat.bagian(daftar[letak - 1].kunci) if letak else "",
        "sesudah": alamat.bagian(daftar[letak + 1].kunci) if letak + 1 < len(daftar) else "",
    }


def _rusak(laporan: Laporan, galat: NarasiTidakTerbaca, alamat: Alamat) -> dict[str, Any]:
    """Return the faults of the narratives, each with where it is repaired."""
    kunci_per_nama = {satu.dikenal: satu for satu in list_tulisan(laporan.hasil)}
    return {
        "daftar_galat": [
            (str(satu), alamat.tulisan(kunci_per_nama[satu.kunci].kunci) if satu.kunci in kunci_per_nama else "")
            for satu in galat.daftar
        ],
    }
