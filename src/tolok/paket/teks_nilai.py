"""
The texts of a ``nilai`` and of its two companions ``tanda`` and ``keterangan``: an exact pair of reader and writer.

A text has its meaning only in a ``Konteks``: the unit of the indicator or variable it belongs to, and the scales its
category may come from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from tolok.core.angka import Angka
from tolok.core.nama import make_kunci_nama
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
)
from tolok.core.skala import JENIS_KATEGORI, Skala, find_kategori
from tolok.paket.masalah import sebut, usulkan
from tolok.paket.teks_sel import (
    PEMISAH,
    GalatTeks,
    TeksAngka,
    format_angka,
    format_teks,
    read_angka,
    read_bulat,
    read_pilihan,
    read_teks,
)

_BATAS: Final = r"[-\u2212]?\d[^-\u2013\s]*"
_RENTANG: Final = re.compile(rf"(?P<bawah>{_BATAS})\s*(?:-|\u2013|s\.d\.)\s*(?P<atas>{_BATAS})")
_AWALAN: Final = {"belum_ada": AlasanBelumAda, "tidak_dapat_dihitung": AlasanTakTerhitung}
_KIRA_PECAHAN: Final = 10
"""Up to here a workbook number under a % head may be a fraction (0,86 shown as 86%)."""


@dataclass(frozen=True, slots=True)
class LabelSkala:
    """The categories of a scale by their label and code, whatever their case."""

    id: str
    is_kategori: bool
    daftar_label: tuple[str, ...]
    kategori_per_nama: Mapping[str, Kategori]

    @classmethod
    def from_skala(cls, skala: Skala) -> LabelSkala:
        """Return the labels of a scale; ranks are those of the core."""
        kategori_per_nama = {}
        for kelas in skala.kelas:
            for nama in (kelas.kode, kelas.label):
                if kategori := find_kategori(nama, skala):
                    kategori_per_nama[make_kunci_nama(nama)] = kategori
        label = tuple(kelas.label for kelas in skala.kelas)
        return cls(skala.id, skala.jenis == JENIS_KATEGORI, label, kategori_per_nama)

    def cari(self, nama: str) -> Kategori | None:
        """Return the category of that label or code."""
        return self.kategori_per_nama.get(make_kunci_nama(nama))


@dataclass(frozen=True, slots=True)
class Konteks:
    """
    What a cell may mean: its unit, units of other editions (to be written out), scales.

    ``dikenal`` is false when the object the cell belongs to is unknown or broken; then only the form is judged.
    """

    satuan: str
    satuan_lain: tuple[str, ...] = ()
    daftar_skala: tuple[LabelSkala, ...] = ()
    skala_per_id: Mapping[str, LabelSkala] = field(default_factory=dict)
    dikenal: bool = True


KONTEKS_TAK_DIKENAL: Final = Konteks("", dikenal=False)


def read_teks_nilai(teks: str, konteks: Konteks) -> Nilai | None:
    """
    Read a cell without its marks; ``None`` if the context is unknown and the text might be a category.

    A blank cell is a value nobody has filled in yet.

    :raises GalatTeks: if the text is wrong in this context
    """
    bersih = read_teks(teks).strip() if not isinstance(teks, TeksAngka) else teks
    if not bersih:
        return BelumAda(AlasanBelumAda.BELUM_DIISI)
    awalan, titik_dua, sisa = bersih.partition(":")
    if titik_dua and awalan.casefold() in _AWALAN:
        return _read_keadaan(awalan.casefold(), sisa)
    if kategori := _cari_kategori(bersih, konteks):
        return kategori
    if rentang := _RENTANG.fullmatch(bersih):
        return _read_rentang(bersih, rentang["bawah"], rentang["atas"], konteks)
    if bersih[0].isdigit() or bersih[0] in "-\u2212" or bersih.startswith("Rp"):
        return Bilangan(*_read_bersatuan(teks, bersih, konteks))
    if not konteks.dikenal:
        return None
    label = [label for skala in konteks.daftar_skala for label in skala.daftar_label]
    if label:
        raise GalatTeks(f"{teks!r} tidak ada di dalam skalanya; yang ada: {sebut(label)}.{usulkan(bersih, label)}")
    raise GalatTeks(
        f"{teks!r} bukan angka dan bukan keadaan; contoh yang benar: '86%', '1.277', 'belum_ada:tidak_dievaluasi'."
        f"{usulkan(awalan, _AWALAN)}"
    )


def _read_keadaan(awalan: str, alasan: str) -> Nilai:
    if awalan == "belum_ada":
        return BelumAda(read_pilihan(alasan, AlasanBelumAda))
    return TidakDapatDihitung(read_pilihan(alasan, AlasanTakTerhitung), "")


def _cari_kategori(teks: str, konteks: Konteks) -> Kategori | None:
    cocok = [kategori for skala in konteks.daftar_skala if (kategori := skala.cari(teks))]
    if len(cocok) > 1:
        pilihan = [f"{kategori.skala}:{kategori.label}" for kategori in cocok]
        raise GalatTeks(f"{teks!r} ada di lebih dari satu skala; tulis salah satu dari {sebut(pilihan)}.")
    if cocok:
        return cocok[0]
    id_skala, titik_dua, label = teks.partition(":")
    if not titik_dua or id_skala.strip() not in konteks.skala_per_id:
        return None
    skala = konteks.skala_per_id[id_skala.strip()]
    if kategori := skala.cari(label.strip()):
        return kategori
    raise GalatTeks(f"{label.strip()!r} tidak ada di skala {skala.id!r}; yang ada: {sebut(skala.daftar_label)}.")


def _read_rentang(teks: str, bawah: str, atas: str, konteks: Konteks) -> Rentang:
    angka_atas, satuan = _read_bersatuan(atas, atas, konteks)
    angka_bawah, satuan_bawah = _read_bersatuan(bawah, bawah, konteks)
    if satuan != satuan_bawah:
        raise GalatTeks(f"Kedua batas {teks!r} berbeda satuan.")
    if angka_bawah > angka_atas:
        raise GalatTeks(f"Batas bawah {teks!r} lebih besar daripada batas atasnya; tukar keduanya.")
    return Rentang(angka_bawah, angka_atas, satuan)


def _read_bersatuan(asal: str, teks: str, konteks: Konteks) -> tuple[Angka, str]:
    if isinstance(asal, TeksAngka) and konteks.satuan == "%":
        angka = read_angka(asal)
        if angka != 0 and abs(angka) <= _KIRA_PECAHAN:
            persen = format_angka((angka * 100).bulat(4))
            raise GalatTeks(
                f"Sel ini bertipe angka ({asal}); itu dapat berarti {asal}% atau {persen}%. "
                "Ubah tipe selnya menjadi Teks lalu tulis persennya, misalnya '86%'."
            )
        return angka, "%"
    if teks.startswith("Rp"):
        angka, satuan = read_angka(teks[2:].lstrip(". \u00a0").removesuffix(",-")), "Rp"
    elif teks.endswith("%"):
        angka, satuan = read_angka(teks[:-1].rstrip()), "%"
    else:
        badan, _, satuan = teks.replace("\u00a0", " ").partition(" ")
        angka, satuan = read_angka(badan), satuan.strip() or konteks.satuan
        if satuan == "%" and 0 < abs(angka) <= 1:
            persen = format_angka((angka * 100).bulat(4))
            raise GalatTeks(f"{teks!r} dapat berarti {teks}% atau {persen}%; tulis dengan tanda persennya.")
    if not konteks.dikenal or satuan == konteks.satuan or satuan in konteks.satuan_lain:
        return angka, satuan
    for dikenal in (konteks.satuan, *konteks.satuan_lain):
        if satuan.casefold() == dikenal.casefold():
            return angka, dikenal
    raise GalatTeks(f"{teks!r} bersatuan {satuan!r}, padahal seharusnya {konteks.satuan!r}; ubah nilai atau satuannya.")


def format_teks_nilai(nilai: Nilai, konteks: Konteks) -> str:
    """
    Return the text of a value without its marks; reading it in the same context gives the value back.

    :raises GalatTeks: if no text does (other unit, unknown scale, too many decimals)
    """
    polos: Nilai = replace(nilai, tanda=())
    if isinstance(polos, BelumAda | TidakDapatDihitung):
        polos = replace(polos, keterangan="")
    for teks in _calon_teks(polos):
        try:
            if read_teks_nilai(teks, konteks) == polos:
                return teks
        except GalatTeks:
            continue
    raise GalatTeks(f"Nilai {_calon_teks(polos)[-1]!r} tidak dapat ditulis di bawah satuan {konteks.satuan!r}.")


def _calon_teks(nilai: Nilai) -> tuple[str, ...]:
    match nilai:
        case Bilangan(angka, "%"):
            return (f"{format_angka(angka)}%",)
        case Bilangan(angka, satuan):
            return (format_angka(angka), f"{format_angka(angka)} {satuan}")
        case Kategori(label, _, skala):
            return (label, f"{skala}:{label}")
        case Rentang(bawah, atas, "%"):
            return (f"{format_angka(bawah)}%-{format_angka(atas)}%",)
        case Rentang(bawah, atas):
            return (f"{format_angka(bawah)}-{format_angka(atas)}",)
        case Majemuk():
            raise GalatTeks("Nilai majemuk tidak disimpan; simpan nilai bagian-bagiannya.")
        case BelumAda(alasan):
            return (f"belum_ada:{alasan}",)
        case TidakDapatDihitung(alasan):
            return (f"tidak_dapat_dihitung:{alasan}",)


class _Kata(StrEnum):
    """Words of the column ``tanda``; the year of the data is written after a colon."""

    SEMENTARA = JenisTanda.SEMENTARA.value
    NILAI_LUAR = JenisTanda.NILAI_LUAR.value
    BERTENTANGAN = JenisTanda.BERTENTANGAN.value
    ALIH_DATA = JenisTanda.ALIH_DATA.value


def read_tanda(nilai: Nilai, tanda: str, keterangan: str) -> Nilai:
    """
    Return the value with its marks and explanations.

    The explanations stand in the order: of the state (if the value is one), then of each mark.

    :raises GalatTeks: with ``kolom`` ``tanda`` or ``keterangan`` as second argument
    """
    try:
        daftar = [_read_satu_tanda(kata.strip()) for kata in tanda.split("|")] if tanda else []
    except GalatTeks as galat:
        raise GalatTeks(str(galat), "tanda") from None
    is_keadaan = isinstance(nilai, BelumAda | TidakDapatDihitung)
    try:
        bagian = [teks.strip() for teks in read_teks(keterangan).split("|")] if keterangan else []
    except GalatTeks as galat:
        raise GalatTeks(str(galat), "keterangan") from None
    tempat = len(daftar) + is_keadaan
    if len(bagian) > tempat:
        anjuran = "beri tanda di kolom 'tanda' atau kosongkan" if not tempat else "hapus tanda '|' yang berlebih"
        raise GalatTeks(f"Ada {len(bagian)} keterangan untuk {tempat} tanda; {anjuran}.", "keterangan")
    bagian += [""] * (tempat - len(bagian))
    if isinstance(nilai, BelumAda | TidakDapatDihitung):
        nilai = replace(nilai, keterangan=bagian.pop(0))
    if not daftar:
        return nilai
    pasangan = zip(daftar, bagian, strict=True)
    return replace(nilai, tanda=tuple(Tanda(jenis, teks, tahun) for (jenis, tahun), teks in pasangan))


def _read_satu_tanda(kata: str) -> tuple[JenisTanda, int | None]:
    jenis, titik_dua, tahun = kata.partition(":")
    if jenis.strip().casefold() == JenisTanda.TAHUN_DATA:
        if not titik_dua:
            raise GalatTeks("Tanda 'tahun_data' memerlukan tahunnya, misalnya 'tahun_data:2019'.")
        return JenisTanda.TAHUN_DATA, read_bulat(tahun, "tahun")
    try:
        return JenisTanda(read_pilihan(kata, _Kata)), None
    except GalatTeks:
        daftar = [*(anggota.value for anggota in _Kata), "tahun_data:2019"]
        raise GalatTeks(f"Tanda {kata!r} tidak dikenal; yang ada: {sebut(daftar)}.{usulkan(kata, daftar)}") from None


def format_tanda(nilai: Nilai) -> tuple[str, str]:
    """
    Return the texts of the columns ``tanda`` and ``keterangan``.

    :raises GalatTeks: if an explanation holds the separator, or a year stands on a mark that has none
    """
    bagian = [nilai.keterangan] if isinstance(nilai, BelumAda | TidakDapatDihitung) else []
    bagian += [tanda.keterangan for tanda in nilai.tanda]
    for teks in bagian:
        if "|" in teks:
            raise GalatTeks(f"Keterangan {teks!r} berisi tanda '|' yang memisahkan keterangan.")
        format_teks(teks)
    while bagian and not bagian[-1]:
        bagian.pop()
    kata = []
    for tanda in nilai.tanda:
        if (tanda.jenis is JenisTanda.TAHUN_DATA) != (tanda.tahun is not None):
            raise GalatTeks(f"Tanda {tanda.jenis.value!r}: tahun hanya dan selalu untuk 'tahun_data'.")
        kata.append(f"{tanda.jenis.value}:{tanda.tahun}" if tanda.tahun is not None else tanda.jenis.value)
    return PEMISAH.join(kata), PEMISAH.join(bagian).strip()
