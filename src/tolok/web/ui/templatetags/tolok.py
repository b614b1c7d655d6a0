"""Template tags of the product, available in every template (``docs/pengembang/rupa.md`` shows each in use)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tolok.core.nilai import Nilai
from tolok.web.ui import waktu as teks_waktu
from tolok.web.ui.grafik import Grafik
from tolok.web.ui.ikon import make_alamat_ikon
from tolok.web.ui.lembar import make_lembar
from tolok.web.ui.lencana import Lencana, get_lencana, list_lencana_nilai
from tolok.web.ui.navigasi import Navigasi, make_navigasi

register = template.Library()


@register.simple_tag(takes_context=True)
def navigasi(context: Context) -> Navigasi:
    """Return what the frame of this page links to."""
    return make_navigasi(context["request"])


@register.simple_tag
def ikon(nama: str, kelas: str = "", sebutan: str = "") -> SafeString:
    """Draw an icon of the sprite; ``sebutan`` names it where no word stands beside it."""
    bantu = format_html('role="img" aria-label="{}"', sebutan) if sebutan else SafeString('aria-hidden="true"')
    kelas_ikon = f"ikon {kelas}".strip()
    return format_html('<svg class="{}" {}><use href="{}"></use></svg>', kelas_ikon, bantu, make_alamat_ikon(nama))


@register.simple_tag
def lencana(kunci: str, kata: str = "") -> SafeString:
    """Draw the badge of a state of work or of a value."""
    return _gambar_lencana(get_lencana(str(kunci), kata=kata))


@register.simple_tag
def lencana_nilai(nilai: Nilai) -> SafeString:
    """Draw the badges a value carries (none for a plain number)."""
    return format_html_join(" ", "{}", ((_gambar_lencana(satu),) for satu in list_lencana_nilai(nilai)))


def _gambar_lencana(satu: Lencana) -> SafeString:
    kelas = f"tk-lencana {satu.warna}".strip()
    return format_html('<span class="{}">{}{}</span>', kelas, ikon(satu.ikon), satu.kata)


@register.simple_tag
def chip(kata: str, alamat: str, ikon_chip: str = "file-text") -> SafeString:
    """Draw a reference that can be followed."""
    return format_html('<a class="tk-chip" href="{}">{}<span>{}</span></a>', alamat, ikon(ikon_chip), kata)


_IKON_PESAN = {
    "": "info-circle", "info": "info-circle", "polos": "info-circle",
    "baik": "circle-check", "waspada": "alert-triangle", "galat": "alert-circle",
}  # fmt: skip


@register.simple_block_tag
def pesan(content: SafeString, jenis: str = "", peran: str = "", ikon_pesan: str = "") -> SafeString:
    """
    Draw a message box around its content.

    :param jenis: ``""``, ``baik``, ``waspada``, ``galat`` or ``polos``
    :param peran: ``status`` or ``alert`` if it appears after the page was read
    """
    peran_html = format_html(' role="{}"', peran) if peran else ""
    return format_html(
        '<div class="{}"{}>{}<div>{}</div></div>',
        f"tk-pesan {jenis}".strip(), peran_html, ikon(ikon_pesan or _IKON_PESAN[jenis]), content,
    )  # fmt: skip


@register.simple_block_tag
def kosong(content: SafeString, judul: str, ikon_kosong: str = "inbox", tingkat: str = "2") -> SafeString:
    """Draw the state of an empty page or list: what is missing, why, and (in the content) the next step."""
    kepala = format_html("<h{0}>{1}</h{0}>", tingkat, judul)
    return format_html('<div class="tk-kosong">{}{}{}</div>', ikon(ikon_kosong), kepala, content)


_KELAS_BUKTI = {
    "terbuka": ("Terbuka", "world", ""),
    "terbatas": ("Terbatas", "users", "Pegawai perangkat daerah"),
    "rahasia": ("Rahasia", "lock", "Hanya unit pemilik dan verifikator"),
}


@register.simple_tag
def kelas_bukti(kelas: str) -> SafeString:
    """Draw who may see a piece of evidence."""
    kata, gambar, keterangan = _KELAS_BUKTI[str(kelas)]
    ket = format_html('<span class="kecil redup">{}</span>', keterangan) if keterangan else ""
    return format_html(
        '<span class="tk-kelas-baris"><span class="tk-kelas {}">{}{}</span>{}</span>', kelas, ikon(gambar), kata, ket
    )


_ALUR = {
    "kerja": ("draf", "diajukan", "diverifikasi", "disahkan"),
    "dokumen": ("konsep", "siap", "ditandatangani"),
}


@register.inclusion_tag("ui/komponen/langkah.html")
def langkah(status: str, sebutan: str = "Alur", alur: str = "kerja") -> dict[str, Any]:
    """Draw the steps of a workflow and where this object stands; a returned one stands before the verification."""
    daftar_kunci = list(_ALUR[alur])
    status = str(status)
    if status == "dikembalikan":
        daftar_kunci.insert(2, status)
    elif status not in daftar_kunci:
        daftar_kunci.append(status)
    letak = daftar_kunci.index(status)
    daftar = [
        {"kata": get_lencana(kunci).kata, "sudah": i < letak, "kini": i == letak, "balik": kunci == "dikembalikan"}
        for i, kunci in enumerate(daftar_kunci)
    ]
    return {"daftar": daftar, "sebutan": sebutan}


@register.simple_tag(takes_context=True)
def kepala_urut(context: Context, kunci: str, kata: str, kelas: str = "") -> SafeString:
    """Draw a column head that sorts by ``?urut=kunci`` and, pressed again, by ``?urut=-kunci``."""
    request: HttpRequest = context["request"]
    kini = request.GET.get("urut", "")
    arah, berikut, gambar = {
        kunci: ("ascending", f"-{kunci}", "sort-ascending"),
        f"-{kunci}": ("descending", kunci, "sort-descending"),
    }.get(kini, ("none", kunci, "arrows-sort"))
    kueri = request.GET.copy()
    kueri["urut"] = berikut
    kueri.pop("halaman", None)
    return format_html(
        '<th scope="col" class="{}" aria-sort="{}"><a class="tk-urut" href="?{}">{}{}</a></th>',
        kelas, arah, kueri.urlencode(), kata, ikon(gambar, "ikon-12"),
    )  # fmt: skip


@register.inclusion_tag("ui/komponen/lembar.html", takes_context=True)
def lembar(context: Context, halaman: Page[Any]) -> dict[str, Any]:
    """Draw the links to the pages of a list (``?halaman=2``) and which part of it is shown."""
    return {"lembar": make_lembar(context["request"], halaman)}


@register.simple_tag
def grafik(satu: Grafik) -> SafeString:
    """Draw a chart made by ``ui.grafik``."""
    return render_to_string(satu.TEMPLAT, {"grafik": satu})


@register.simple_block_tag(takes_context=True)
def saring(context: Context, content: SafeString, sebutan: str = "Saring daftar") -> SafeString:
    """
    Draw a filter bar around its fields (GET, so that a filtered list has an address of its own).

    The order of the list stays; a list that is filtered can be freed of it in one press. ``urut``, ``halaman`` and
    ``pilih`` (the row whose drawer is open) filter nothing.
    """
    request: HttpRequest = context["request"]
    urut = request.GET.get("urut", "")
    aktif = any(
        isi for nama in request.GET if nama not in ("urut", "halaman", "pilih") for isi in request.GET.getlist(nama)
    )
    isi = {"isi": content, "sebutan": sebutan, "urut": urut, "aktif": aktif, "alamat": request.path}
    return render_to_string("ui/komponen/saring.html", isi)


@register.filter
def tanggal(saat: date | datetime | None) -> str:
    """Return "3 April 2020"."""
    return teks_waktu.format_hari(saat)


@register.filter
def waktu(saat: datetime | None) -> str:
    """Return "3 April 2020 pukul 10.42 WIB"."""
    return teks_waktu.format_waktu(saat)


@register.filter
def jam(saat: datetime | None) -> str:
    """Return "10.42 WIB"."""
    return teks_waktu.format_jam(saat)
