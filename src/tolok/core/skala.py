"""Scales: classes of capaian (predikat) and ordered categories, with the checks a scale must pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from tolok.core.angka import NOL, Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.nama import make_kunci_nama
from tolok.core.nilai import AlasanTakTerhitung, Kategori, TidakDapatDihitung

JENIS_KELAS: Final = "kelas"
JENIS_KATEGORI: Final = "kategori"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelas:
    """One class: from ``bawah`` (``None``: from below) to the next class; ``bawah_termasuk`` owns the bound."""

    label: str
    kode: str = ""
    bawah: Angka | None = None
    bawah_termasuk: bool = True
    atas: Angka | None = None
    atas_termasuk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """
    A scale of classes over 0 to infinity, or (``jenis="kategori"``) of ranked labels from low to high.

    Classes may stand from low to high or from high to low, as printed. ``pembulatan`` rounds a number to so many
    decimals before it is classified (``None``: exact); ``minimum`` and ``maksimum`` close a scale that does not run
    from 0 to infinity (``None``: it does).
    """

    id: str
    nama: str
    jenis: str
    kelas: tuple[Kelas, ...]
    dasar: str = ""
    berlaku_tahun_awal: int | None = None
    berlaku_tahun_akhir: int | None = None
    pembulatan: int | None = None
    minimum: Angka | None = None
    maksimum: Angka | None = None

    def __hash__(self) -> int:
        """Hash the identity alone: every classification looks its scale up, and the bounds are many fractions."""
        return hash(self.id)


class GalatSkala(ValueError):
    """A scale that cannot be used; ``daftar_masalah`` explains each fault in an Indonesian sentence."""

    def __init__(self, skala: Skala, daftar_masalah: tuple[str, ...]) -> None:
        """Keep the faults and make one message of them."""
        super().__init__(f"Skala “{skala.nama}” tidak dapat dipakai. " + " ".join(daftar_masalah))
        self.daftar_masalah = daftar_masalah


class _Selang(NamedTuple):
    """A class with both of its ends worked out."""

    kelas: Kelas
    bawah: Angka
    bawah_termasuk: bool
    atas: Angka | None
    atas_termasuk: bool

    def has(self, angka: Angka) -> bool:
        """Whether the number lies in the class."""
        if angka < self.bawah or (angka == self.bawah and not self.bawah_termasuk):
            return False
        return self.atas is None or angka < self.atas or (angka == self.atas and self.atas_termasuk)


def check_skala(skala: Skala) -> tuple[str, ...]:
    """
    Return what is wrong with a scale in Indonesian sentences; an empty tuple if nothing is.

    Classes must be ordered, without gap or overlap, cover the whole range, and every bound must belong to exactly
    one class. Labels must differ.

    :source: domain handbook 11.2
    """
    if not skala.kelas:
        return ("Skala belum mempunyai kelas.",)
    daftar_nama = [
        nama for kelas in skala.kelas for nama in {make_kunci_nama(kelas.label), make_kunci_nama(kelas.kode)} - {""}
    ]
    kembar = sorted({nama for nama in daftar_nama if daftar_nama.count(nama) > 1})
    daftar_masalah = [f"Nama “{nama}” dipakai oleh lebih dari satu kelas." for nama in kembar]
    if not _has_batas(skala):
        if skala.jenis != JENIS_KATEGORI:
            daftar_masalah.append("Kelas belum mempunyai batas.")
        return tuple(daftar_masalah)
    if sum(kelas.bawah is None for kelas in skala.kelas) > 1:
        return (*daftar_masalah, "Hanya kelas terendah yang boleh tanpa batas bawah.")
    urut = _urutkan(skala)
    if urut is None:
        return (*daftar_masalah, "Kelas tidak berurutan; susun dari yang terendah atau dari yang tertinggi.")
    daftar_selang = _susun_selang(urut, skala)
    for selang in daftar_selang:
        daftar_masalah += _check_selang(selang)
    for rendah, tinggi in pairwise(daftar_selang):
        daftar_masalah += _check_sambungan(rendah, tinggi, skala.pembulatan)
    daftar_masalah += _check_ujung(daftar_selang[0], daftar_selang[-1], skala)
    return tuple(daftar_masalah)


def ensure_skala(skala: Skala) -> Skala:
    """
    Return the scale itself if it is sound.

    :raises GalatSkala: with every fault explained
    """
    daftar_masalah = check_skala(skala)
    if daftar_masalah:
        raise GalatSkala(skala, daftar_masalah)
    return skala


def classify(angka: Angka, skala: Skala) -> Kategori | TidakDapatDihitung:
    """
    Return the class a number belongs to, exact at every bound; ``peringkat`` counts from 1 (lowest).

    A negative number belongs to the lowest class of a scale without ``minimum``. A number outside ``minimum`` and
    ``maksimum`` has no class.

    :raises GalatSkala: if the scale itself is faulty
    :source: domain handbook 11
    """
    daftar_selang = _siapkan(skala)
    if not daftar_selang:
        return TidakDapatDihitung(AlasanTakTerhitung.BUKAN_ANGKA, f"{skala.nama} tidak mempunyai batas angka.")
    dinilai = angka if skala.pembulatan is None else angka.bulat(skala.pembulatan)
    if skala.minimum is None and dinilai < 0:
        dinilai = NOL
    for peringkat, selang in enumerate(daftar_selang, start=1):
        if selang.has(dinilai):
            return Kategori(selang.kelas.label, peringkat, skala.id)
    return TidakDapatDihitung(
        AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA,
        f"Nilai {format_angka(dinilai)} berada di luar jangkauan {skala.nama}.",
    )


def find_kategori(label: str, skala: Skala) -> Kategori | None:
    """Return the category a label or code names (letter case and spaces do not matter), or ``None``."""
    dicari = make_kunci_nama(label)
    for peringkat, kelas in enumerate(_urutkan(skala) or skala.kelas, start=1):
        if dicari and dicari in (make_kunci_nama(kelas.label), make_kunci_nama(kelas.kode)):
            return Kategori(kelas.label, peringkat, skala.id)
    return None


def read_kategori(label: str, skala: Skala, *, tahun: int | None = None) -> Kategori | TidakDapatDihitung:
    """Return the category a label names in the edition valid in ``tahun``, or the reason why there is none."""
    if tahun is not None and not is_skala_berlaku(skala, tahun):
        return TidakDapatDihitung(
            AlasanTakTerhitung.EDISI_TIDAK_SEBANDING, f"{skala.nama} tidak berlaku untuk tahun {tahun}."
        )
    kategori = find_kategori(label, skala)
    if kategori is None:
        daftar_label = ", ".join(kelas.label for kelas in skala.kelas)
        return TidakDapatDihitung(
            AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA,
            f"“{label}” tidak ada dalam {skala.nama}. Yang ada: {daftar_label}.",
        )
    return kategori


def is_skala_berlaku(skala: Skala, tahun: int) -> bool:
    """Whether this edition of the scale is the one for ``tahun``."""
    awal, akhir = skala.berlaku_tahun_awal, skala.berlaku_tahun_akhir
    return (awal is None or awal <= tahun) and (akhir is None or tahun <= akhir)


def compare_kategori(satu: Kategori, dua: Kategori) -> int | TidakDapatDihitung:
    """
    Return a negative number, 0 or a positive one as ``satu`` ranks below, with or above ``dua``.

    Ranks of two scales, also of two editions of one scale, are not comparable.

    :source: domain handbook 9.5, 16.2
    """
    if satu.skala != dua.skala:
        return TidakDapatDihitung(
            AlasanTakTerhitung.EDISI_TIDAK_SEBANDING,
            f"“{satu.label}” ({satu.skala}) dan “{dua.label}” ({dua.skala}) berasal dari skala yang berbeda.",
        )
    return satu.peringkat - dua.peringkat


def _has_batas(skala: Skala) -> bool:
    return any(kelas.bawah is not None or kelas.atas is not None for kelas in skala.kelas)


@lru_cache(maxsize=256)
def _siapkan(skala: Skala) -> tuple[_Selang, ...]:
    """Return the checked classes of a scale from low to high; none for a scale of labels without bounds."""
    urut = _urutkan(ensure_skala(skala))
    return _susun_selang(urut, skala) if urut and _has_batas(skala) else ()


def _urutkan(skala: Skala) -> tuple[Kelas, ...] | None:
    """Return the classes from low to high, or ``None`` if they follow no order; labels without bounds as they are."""
    if not _has_batas(skala):
        return skala.kelas
    daftar_kunci = [
        (False, NOL, False) if kelas.bawah is None else (True, kelas.bawah, not kelas.bawah_termasuk)
        for kelas in skala.kelas
    ]
    if all(satu <= dua for satu, dua in pairwise(daftar_kunci)):
        return skala.kelas
    if all(satu >= dua for satu, dua in pairwise(daftar_kunci)):
        return skala.kelas[::-1]
    return None


def _susun_selang(urut: tuple[Kelas, ...], skala: Skala) -> tuple[_Selang, ...]:
    """Return the classes with both ends: an unstated upper end is where the next class begins."""
    daftar_selang: list[_Selang] = []
    atas, atas_termasuk = skala.maksimum, skala.maksimum is not None
    for kelas in reversed(urut):
        if kelas.atas is not None:
            atas, atas_termasuk = kelas.atas, kelas.atas_termasuk
        bawah, termasuk = (skala.minimum or NOL, True) if kelas.bawah is None else (kelas.bawah, kelas.bawah_termasuk)
        daftar_selang.append(_Selang(kelas, bawah, termasuk, atas, atas_termasuk))
        atas, atas_termasuk = bawah, not termasuk
    return tuple(reversed(daftar_selang))


def _check_selang(selang: _Selang) -> Iterator[str]:
    if selang.atas is None or selang.bawah < selang.atas:
        return
    if selang.bawah > selang.atas or not (selang.bawah_termasuk and selang.atas_termasuk):
        yield (
            f"Kelas “{selang.kelas.label}” kosong: batas bawahnya {format_angka(selang.bawah)}, "
            f"batas atasnya {format_angka(selang.atas)}."
        )


def _check_sambungan(rendah: _Selang, tinggi: _Selang, pembulatan: int | None) -> Iterator[str]:
    """Say where two neighbouring classes leave a number out or both take it."""
    pasangan = f"“{rendah.kelas.label}” dan “{tinggi.kelas.label}”"
    bawah = format_angka(tinggi.bawah)
    assert rendah.atas is not None  # an unstated end below another class was set to where that class begins
    atas = format_angka(rendah.atas)
    if rendah.atas == tinggi.bawah:
        if rendah.atas_termasuk and tinggi.bawah_termasuk:
            yield f"Nilai {atas} masuk dua kelas sekaligus, {pasangan}."
        elif not rendah.atas_termasuk and not tinggi.bawah_termasuk:
            yield f"Nilai {atas} tidak masuk kelas mana pun (antara {pasangan})."
    elif rendah.atas > tinggi.bawah:
        mulai = "mulai" if tinggi.bawah_termasuk else "di atas"
        sampai = "sampai dengan" if rendah.atas_termasuk else "di bawah"
        yield f"Nilai {mulai} {bawah} {sampai} {atas} masuk dua kelas sekaligus, {pasangan}."
    elif not _is_bertetangga(rendah, tinggi, pembulatan):
        mulai = "di atas" if rendah.atas_termasuk else "mulai"
        sampai = "di bawah" if tinggi.bawah_termasuk else "sampai dengan"
        yield f"Nilai {mulai} {atas} {sampai} {bawah} tidak masuk kelas mana pun (antara {pasangan})."


def _is_bertetangga(rendah: _Selang, tinggi: _Selang, pembulatan: int | None) -> bool:
    """Whether no rounded number lies between two classes, as between 75 and 76 in whole numbers."""
    if pembulatan is None or not (rendah.atas_termasuk and tinggi.bawah_termasuk):
        return False
    assert rendah.atas is not None
    kali: int = 10**pembulatan
    return (rendah.atas * kali).is_bulat and (tinggi.bawah - rendah.atas) * kali == 1


def _check_ujung(terendah: _Selang, tertinggi: _Selang, skala: Skala) -> Iterator[str]:
    """Say which numbers below the lowest or above the highest class are left out."""
    dasar = skala.minimum or NOL
    if terendah.bawah > dasar:
        sampai = "di bawah" if terendah.bawah_termasuk else "sampai dengan"
        yield f"Nilai dari {format_angka(dasar)} {sampai} {format_angka(terendah.bawah)} tidak masuk kelas mana pun."
    elif terendah.bawah == dasar and not terendah.bawah_termasuk:
        yield f"Nilai {format_angka(dasar)} tidak masuk kelas mana pun."
    if tertinggi.atas is None:
        return
    batas = skala.maksimum
    if batas is None or tertinggi.atas < batas or (tertinggi.atas == batas and not tertinggi.atas_termasuk):
        mulai = "di atas" if tertinggi.atas_termasuk else "mulai"
        yield f"Nilai {mulai} {format_angka(tertinggi.atas)} tidak masuk kelas mana pun."
