"""
The menus: only what exists and what the reader may open.

An entry whose address nobody has built is left out, and so is one whose page the reader has no right to; the right is
the one the page itself declares (its ``aksi``), so that menu and page cannot disagree. ``request.konteks`` is read as
it is (``perencanaan.konteks.Konteks``): this app stands below the one that makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from tolok.core.periode import ROMAWI


@dataclass(frozen=True, slots=True)
class Butir:
    """One entry of a menu."""

    nama: str
    alamat: str
    ikon: str = ""
    kini: bool = False


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Entries under one word (``""``: none)."""

    judul: str
    daftar: tuple[Butir, ...]


MENU: Final = (
    ("", (("beranda_tahun", "Beranda", "home"),)),
    (
        "Perencanaan",
        (
            ("pohon", "Pohon kinerja", "hierarchy-2"),
            ("indikator_daftar", "Indikator", "target-arrow"),
            ("perjanjian_daftar", "Perjanjian kinerja", "file-certificate"),
        ),
    ),
    ("Pelaksanaan", (("pengukuran", "Pengukuran", "ruler-measure"), ("anggaran", "Anggaran", "report-money"))),
    ("Pelaporan dan evaluasi", (("lkjip", "LKjIP", "file-text"),)),
    (
        "Kelola",
        (
            ("dokumen_daftar", "Dokumen", "files"),
            ("impor", "Impor dokumen", "file-import"),
            ("paket", "Paket", "transfer"),
            ("organisasi", "Organisasi", "building"),
            ("riwayat", "Riwayat", "history"),
            ("pengaturan", "Pengaturan", "settings"),
        ),
    ),
)
TETAP: Final = frozenset({"kode"})
"""Parts of an address that keep their meaning from year to year (an indicator keeps its identity)."""


@dataclass(frozen=True, slots=True)
class Navigasi:
    """Everything the frame of a page links to."""

    instansi: str
    tahun: str
    periode: str
    beranda: str
    daftar_kelompok: tuple[Kelompok, ...]
    daftar_tahun: tuple[Butir, ...]
    daftar_periode: tuple[Butir, ...]
    daftar_akun: tuple[Butir, ...]
    inisial: str
    cari: str
    masuk: str
    keluar: str


def make_navigasi(request: HttpRequest) -> Navigasi:
    """Return what the frame of this page shows; outside a year only the way home."""
    konteks = getattr(request, "konteks", None)
    beranda = _alamat("beranda") or "/"
    if konteks is None:
        kelompok = Kelompok("", (Butir("Beranda", beranda, "home", request.path == beranda),))
        akun = _daftar_akun("")
        return Navigasi(
            "",
            "",
            "",
            beranda,
            (kelompok,),
            (),
            (),
            akun,
            _inisial(request),
            "",
            _alamat("account_login"),
            _alamat("account_logout"),
        )
    kunci = _kunci(konteks)
    return Navigasi(
        instansi=konteks.tahun.organisasi.nama_pendek or konteks.tahun.organisasi.nama,
        tahun=str(konteks.periode.tahun),
        periode=_nama_periode(konteks.periode.triwulan),
        beranda=_boleh(konteks, "beranda_tahun", kunci) or beranda,
        daftar_kelompok=tuple(k for judul, isi in MENU if (k := _kelompok(request, konteks, judul, isi)).daftar),
        daftar_tahun=_daftar_tahun(request, konteks),
        daftar_periode=_daftar_periode(request, konteks),
        daftar_akun=_daftar_akun(_boleh(konteks, "hak", kunci)),
        inisial=_inisial(request),
        cari=_boleh(konteks, "cari", kunci),
        masuk=_alamat("account_login"),
        keluar=_alamat("account_logout"),
    )


def _daftar_akun(hak: str) -> tuple[Butir, ...]:
    daftar = (
        Butir("Akun saya", _alamat("akun_saya"), "user-circle"),
        Butir("Keamanan masuk", _alamat("mfa_index"), "shield-lock"),
        Butir("Pekerjaan", _alamat("pekerjaan_list"), "progress"),
        Butir("Sesi yang masuk", _alamat("usersessions_list"), "device-laptop"),
        Butir("Mengapa saya (tidak) boleh", hak, "key"),
    )
    return tuple(butir for butir in daftar if butir.alamat)


def _inisial(request: HttpRequest) -> str:
    """Return up to two capitals for the round mark beside a name."""
    nama = str(getattr(request, "user", ""))
    return "".join(kata[0] for kata in nama.split()[:2]).upper()


def _kunci(konteks: Any) -> dict[str, Any]:
    return {"instansi": konteks.instansi, "tahun": konteks.periode.tahun, "periode": konteks.periode.kunci}


def _alamat(nama: str, kunci: dict[str, Any] | None = None) -> str:
    try:
        return reverse(nama, kwargs=kunci)
    except NoReverseMatch:
        return ""


def _boleh(konteks: Any, nama: str, kunci: dict[str, Any]) -> str:
    """Return the address if the page exists and the reader may open it, else ``""``."""
    alamat = _alamat(nama, kunci)
    if not alamat:
        return ""
    try:
        view = resolve(alamat).func
    except Resolver404:
        return ""
    return alamat if konteks.is_boleh_membuka(view) else ""


def _kelompok(request: HttpRequest, konteks: Any, judul: str, isi: tuple[tuple[str, str, str], ...]) -> Kelompok:
    kini = getattr(request.resolver_match, "url_name", None) or ""
    kunci = _kunci(konteks)
    daftar = []
    for nama, kata, ikon in isi:
        if alamat := _boleh(konteks, nama, kunci):
            pangkal = nama.removesuffix("_daftar").removesuffix("_tahun")
            daftar.append(Butir(kata, alamat, ikon, kini == nama or kini.split("_")[0] == pangkal))
    return Kelompok(judul, tuple(daftar))


def _nama_periode(triwulan: int) -> str:
    return f"Triwulan {ROMAWI[triwulan]}" if triwulan else "Satu tahun"


def _daftar_periode(request: HttpRequest, konteks: Any) -> tuple[Butir, ...]:
    cocok = request.resolver_match
    if cocok is None or "periode" not in cocok.kwargs:
        return ()
    kueri = request.GET.copy()
    kueri.pop("halaman", None)
    ekor = f"?{kueri.urlencode()}" if kueri else ""
    daftar = []
    for triwulan in (1, 2, 3, 4, 0):
        kunci = f"tw{triwulan}" if triwulan else "tahun"
        if alamat := _alamat(cocok.view_name, {**cocok.kwargs, "periode": kunci}):
            kini = triwulan == konteks.periode.triwulan
            daftar.append(Butir(_nama_periode(triwulan), alamat + ekor, kini=kini))
    return tuple(daftar)


def _daftar_tahun(request: HttpRequest, konteks: Any) -> tuple[Butir, ...]:
    """Link each year to the same page, or, where its object belongs to this year only, to the list it stands in."""
    cocok = request.resolver_match
    if cocok is None or "tahun" not in cocok.kwargs:
        return ()
    lain = cocok.kwargs.keys() - {"instansi", "tahun", "periode"}
    tersedia = getattr(request, "tahun_halaman", None)
    daftar = []
    for tahun in konteks.daftar_tahun:
        kunci = {**_kunci(konteks), "tahun": tahun}
        sama = lain <= TETAP and (tersedia is None or tahun in tersedia)
        alamat = _alamat(cocok.view_name, {**cocok.kwargs, "tahun": tahun}) if sama else ""
        alamat = alamat or _alamat(_induk(cocok.url_name), kunci) or _alamat("beranda_tahun", kunci)
        if alamat:
            daftar.append(Butir(str(tahun), alamat, kini=tahun == konteks.periode.tahun))
    return tuple(daftar)


def _induk(nama: str | None) -> str:
    pangkal = (nama or "").split("_")[0]
    return next((satu for _, isi in MENU for satu, _, _ in isi if satu.split("_")[0] == pangkal), "beranda_tahun")
