"""The definition of an indicator: what it means, all its editions, its variables, and what it follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from tolok.core.edisi import is_berlaku_surut
from tolok.core.gabungan import NAMA_GABUNGAN
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import NAMA_POLARITAS, EdisiIndikator, Jembatan, Variabel
from tolok.core.periode import Periode, format_tanggal
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nisbah import iter_peubah
from tolok.core.rumus.parser import parse_rumus
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.penjelasan.matematika import draw_rumus
from tolok.web.ui.navigasi import Butir


@dataclass(frozen=True, slots=True)
class BarisEdisi:
    """One edition: its state in the period of the page, and whether its values compare with the one in use."""

    kode: str
    nama: str
    mulai: str
    dicatat: str
    dasar: str
    rumus: SafeString
    rumus_teks: str
    dipakai: bool
    is_surut: bool
    is_nanti: bool
    is_sesudah_periode: bool
    sebanding: str
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisVariabel:
    """A variable of the formula, with the other indicators of the reader that read it."""

    variabel: Variabel
    alamat: str
    pemakai: tuple[Butir, ...]


@dataclass(frozen=True, slots=True)
class Pendahulu:
    """Another indicator that this one follows."""

    nama: str
    alamat: str
    sebanding: str
    alasan: str


@dataclass(frozen=True, slots=True)
class DefinisiTampil:
    """Everything the tab shows."""

    definisi: str
    daftar_sifat: tuple[tuple[str, str], ...]
    daftar_mutu: tuple[tuple[str, str], ...]
    daftar_edisi: tuple[BarisEdisi, ...]
    daftar_variabel: tuple[BarisVariabel, ...]
    daftar_pendahulu: tuple[Pendahulu, ...]


def make_definisi(halaman: HalamanIndikator) -> DefinisiTampil:
    """Return the definition as the period reads it, with all other editions."""
    edisi, hasil = halaman.edisi, halaman.tampak.hasil
    semua = [satu for satu in hasil.data.daftar_indikator if satu.indikator == edisi.indikator]
    semua.sort(key=lambda satu: (satu.berlaku_mulai, satu.dicatat_pada), reverse=True)
    return DefinisiTampil(
        definisi=edisi.definisi,
        daftar_sifat=tuple((nama, isi) for nama, isi in _list_sifat(halaman) if isi),
        daftar_mutu=_list_mutu(halaman),
        daftar_edisi=tuple(_edisi(satu, edisi, halaman.periode, hasil) for satu in semua),
        daftar_variabel=tuple(_list_variabel(halaman)),
        daftar_pendahulu=tuple(_list_pendahulu(halaman)),
    )


def _list_mutu(halaman: HalamanIndikator) -> tuple[tuple[str, str], ...]:
    """Return what is disclosed of the data; it often quotes them, so it is shown together with them."""
    mutu = halaman.edisi.mutu_per_nama
    return tuple(mutu.items()) if halaman.is_angka and any(mutu.values()) else ()


def _list_sifat(halaman: HalamanIndikator) -> tuple[tuple[str, str], ...]:
    edisi, data = halaman.edisi, halaman.tampak.hasil.data
    skala = next((satu.nama for satu in data.daftar_skala if satu.id == edisi.skala), edisi.skala)
    gabungan = f"majemuk, {NAMA_GABUNGAN[edisi.gabungan]}" if edisi.gabungan is not None else ""
    return (
        ("Tingkat", edisi.tingkat),
        ("Satuan", edisi.satuan),
        ("Dicetak dengan", f"{edisi.digit} desimal" if edisi.digit else "bilangan bulat"),
        ("Polaritas", NAMA_POLARITAS[edisi.polaritas]),
        ("Capaian", gabungan),
        ("Nilai setahun dari triwulan", "" if edisi.rumus else _kata(edisi.agregasi_triwulan)),
        ("Nilai dari beberapa unit", "" if edisi.rumus else _kata(edisi.agregasi_unit)),
        ("Kemajuan selama rencana", _kata(edisi.agregasi_tahun)),
        ("Skala kategori", skala),
        ("Aturan kategori", _kata(edisi.aturan_ordinal) if edisi.skala else ""),
        ("Nilai tertinggi", edisi.maksimum),
        ("Bobot", edisi.bobot),
        ("Sumber data", "; ".join(edisi.sumber_data)),
        ("Penanggung jawab", "; ".join(edisi.penanggung_jawab)),
        ("Dasar", edisi.dasar),
    )


def _kata(pilihan: str) -> str:
    return str(pilihan).replace("_", " ")


def _edisi(satu: EdisiIndikator, kini: EdisiIndikator, periode: Periode, hasil: HasilTahun) -> BarisEdisi:
    jembatan = hasil.find_jembatan(lama=satu, baru=kini) or hasil.find_jembatan(lama=kini, baru=satu)
    rumus = draw_rumus(satu.rumus)
    return BarisEdisi(
        kode=satu.edisi,
        nama=satu.nama,
        mulai=format_tanggal(satu.berlaku_mulai),
        dicatat=format_tanggal(satu.dicatat_pada),
        dasar=satu.dasar,
        rumus=rumus,
        rumus_teks="" if rumus else satu.rumus or "Tanpa rumus",
        dipakai=satu == kini,
        is_surut=is_berlaku_surut(satu, periode),
        is_nanti=satu.berlaku_mulai > periode.akhir,
        is_sesudah_periode=satu.dicatat_pada > periode.akhir,
        sebanding="" if satu == kini else _sebanding(jembatan),
        alasan=jembatan.alasan if jembatan is not None else "",
    )


def _sebanding(jembatan: Jembatan | None) -> str:
    if jembatan is None:
        return "Belum dinyatakan sebanding"
    return "Sebanding" if jembatan.sebanding else "Tidak sebanding"


def _list_variabel(halaman: HalamanIndikator) -> list[BarisVariabel]:
    hasil = halaman.tampak.hasil
    try:
        daftar = [hasil.find_variabel(p.label) for p in iter_peubah(parse_rumus(halaman.edisi.rumus))]
    except GalatRumus:
        return []
    return [
        BarisVariabel(
            variabel,
            halaman.penaut.find_alamat_angka(hasil.nilai_variabel(variabel.id, halaman.periode).identitas),
            tuple(_list_pemakai(halaman, variabel.id)),
        )
        for variabel in dict.fromkeys(satu for satu in daftar if satu is not None)
    ]


def _list_pemakai(halaman: HalamanIndikator, variabel: str) -> list[Butir]:
    hasil = halaman.tampak.hasil
    daftar = [hasil.edisi_indikator(k, halaman.periode) for k in hasil.list_pemakai(variabel) if k != halaman.kode]
    return [
        Butir(edisi.nama, halaman.penaut.find_alamat("indikator_definisi", kode=edisi.indikator))
        for edisi in daftar
        if halaman.tampak.is_milik(edisi)
    ]


def _list_pendahulu(halaman: HalamanIndikator) -> Iterator[Pendahulu]:
    hasil = halaman.tampak.hasil
    for kode, jembatan in hasil.list_pendahulu(halaman.edisi):
        edisi = hasil.edisi_indikator(kode, halaman.periode)
        if halaman.tampak.is_milik(edisi):
            alamat = halaman.penaut.find_alamat("indikator_definisi", kode=kode)
            yield Pendahulu(edisi.nama, alamat, _sebanding(jembatan), jembatan.alasan)
