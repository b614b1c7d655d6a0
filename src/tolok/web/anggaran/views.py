"""Pages of the budget."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tolok.core.anggaran import EdisiPagu
from tolok.web.anggaran.tampil.edisi import compare_edisi, describe_dokumen, list_keterangan_edisi
from tolok.web.anggaran.tampil.layanan import make_layanan
from tolok.web.anggaran.tampil.pilihan import Pilihan, make_pilihan
from tolok.web.anggaran.tampil.rincian import list_rincian
from tolok.web.anggaran.tampil.ringkasan import list_kotak, make_pemakaian
from tolok.web.anggaran.tampil.tabel import SARINGAN, make_tabel
from tolok.web.anggaran.tampil.unduhan import make_unduhan
from tolok.web.anggaran.tampil.warna import is_dinilai
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.ui.navigasi import Butir
from tolok.web.ui.unduhan import BENTUK, make_jawaban

_TAB: Final = (
    ("anggaran", "Pagu dan realisasi"),
    ("anggaran_edisi", "Edisi pagu"),
    ("anggaran_rincian", "Jenis belanja dan sumber dana"),
    ("anggaran_layanan", "Sasaran yang didukung"),
)


@halaman("anggaran.lihat")
def anggaran(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The tree with all editions, realisasi per quarter, serapan and share."""
    pilihan = _pilih(request, konteks)
    if pilihan is None:
        return _kosong(request)
    tabel = make_tabel(pilihan, **_saringan(request))
    isi = {
        "tabel": tabel,
        "daftar_kotak": list_kotak(pilihan),
        "pemakaian": make_pemakaian(pilihan),
        "is_dinilai": is_dinilai(pilihan),
        "daftar_dokumen": [(edisi, describe_dokumen(edisi)) for edisi in pilihan.daftar_edisi],
        "daftar_saringan": SARINGAN.items(),
        "daftar_unduh": [
            Butir(bentuk.upper(), alamat + _ekor(request))
            for bentuk in reversed(BENTUK)
            if (alamat := pilihan.penaut.find_alamat("anggaran_unduh", bentuk=bentuk))
        ],
        **_saringan(request),
    }
    return render(request, "anggaran/anggaran_list.html", _bersama(request, pilihan) | isi)


@halaman("anggaran.lihat")
def anggaran_unduh(request: HttpRequest, konteks: Konteks, bentuk: str) -> HttpResponse:
    """The same table as a file."""
    pilihan = _pilih(request, konteks)
    if bentuk not in BENTUK or pilihan is None:
        raise Http404(TIDAK_ADA)
    return make_jawaban(make_unduhan(pilihan, make_tabel(pilihan, **_saringan(request))), bentuk)


@halaman("anggaran.lihat")
def anggaran_edisi(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The editions, and the difference between two of them."""
    pilihan = _pilih(request, konteks)
    if pilihan is None:
        return _kosong(request)
    dari, ke = _pasangan(request, pilihan)
    banding = compare_edisi(pilihan, dari=dari, ke=ke) if dari != ke else None
    isi = {"daftar_keterangan": list_keterangan_edisi(pilihan), "banding": banding, "dari": dari, "ke": ke}
    return render(request, "anggaran/edisi_list.html", _bersama(request, pilihan) | isi)


@halaman("anggaran.lihat")
def anggaran_rincian(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The pagu by kind of spending and by source of funds."""
    pilihan = _pilih(request, konteks)
    if pilihan is None:
        return _kosong(request)
    isi = {"daftar_rincian": list_rincian(pilihan)}
    return render(request, "anggaran/rincian_list.html", _bersama(request, pilihan) | isi)


@halaman("anggaran.lihat")
def anggaran_layanan(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """What the budget serves."""
    pilihan = _pilih(request, konteks)
    if pilihan is None:
        return _kosong(request)
    isi = {"layanan": make_layanan(pilihan)}
    return render(request, "anggaran/layanan_list.html", _bersama(request, pilihan) | isi)


def _pilih(request: HttpRequest, konteks: Konteks) -> Pilihan | None:
    return make_pilihan(konteks, request.GET.get("edisi", ""))


def _saringan(request: HttpRequest) -> dict[str, str]:
    saring = request.GET.get("saring", "")
    return {"saring": saring if saring in SARINGAN else "", "cari": request.GET.get("q", "").strip()[:100]}


def _pasangan(request: HttpRequest, pilihan: Pilihan) -> tuple[EdisiPagu, EdisiPagu]:
    """Return the editions to compare: as asked, else the first with the one that is used (or the last)."""
    per_kode = {edisi.id: edisi for edisi in pilihan.daftar_edisi}
    awal, akhir = pilihan.daftar_edisi[0], pilihan.daftar_edisi[-1]
    try:
        dari = per_kode[request.GET.get("dari") or awal.id]
        ke = per_kode[request.GET.get("ke") or akhir.id]
    except KeyError as galat:
        raise Http404(TIDAK_ADA) from galat
    return dari, ke


def _ekor(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


def _bersama(request: HttpRequest, pilihan: Pilihan) -> dict[str, Any]:
    """Return what all pages of the budget show."""
    kini = request.resolver_match.url_name if request.resolver_match else ""
    ekor = f"?edisi={pilihan.edisi.id}" if request.GET.get("edisi") else ""
    tab = (Butir(kata, pilihan.penaut.find_alamat(nama) + ekor, kini=nama == kini) for nama, kata in _TAB)
    return {"pilihan": pilihan, "is_seluruh": pilihan.tampak.anggaran.is_seluruh, "daftar_tab": tuple(tab)}


def _kosong(request: HttpRequest) -> HttpResponse:
    return render(request, "anggaran/kosong.html")
