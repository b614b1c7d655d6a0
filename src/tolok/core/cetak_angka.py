"""
Numbers as Indonesian documents print them: decimal comma, thousands dot, ``Rp`` in front, ``%`` behind, and in words.

Every printed number of Tolok comes from here, and rounding (half up) happens here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from tolok.core.angka import Angka
from tolok.core.nilai import (
    AlasanBelumAda,
    BagianNilai,
    BelumAda,
    Bilangan,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    TidakDapatDihitung,
)
from tolok.core.satuan import PERSEN, RUPIAH, normalize_satuan

KOSONG: Final = "–"
"""What a cell prints when there is no value; never ``0``."""

MINUS: Final = "−"
SPASI_KERAS: Final = "\u00a0"
_DIGIT_PENUH: Final = 6
_DIGIT_BAWAAN: Final = 2

BATAS_TERBILANG: Final = 10**24
"""Numbers from here on are refused: "triliun triliun" would no longer be read in one way."""

_SATUAN: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_TINGKAT: Final = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)

LABEL_BELUM_ADA: Final = {
    AlasanBelumAda.TIDAK_DIEVALUASI: "Tidak dievaluasi",
    AlasanBelumAda.BELUM_TERBIT: "Belum terbit",
    AlasanBelumAda.TIDAK_DILAPORKAN: "Tidak dilaporkan",
    AlasanBelumAda.BELUM_WAKTUNYA: "Belum diukur",
    AlasanBelumAda.BELUM_DIISI: "Belum diisi",
}
LABEL_TAK_TERHITUNG: Final = "Tidak dapat dihitung"


def count_desimal(angka: Angka) -> int | None:
    """Return how many decimals the number needs to be written in full, or ``None`` if it never ends (1/3)."""
    penyebut = angka.penyebut
    if penyebut == 1:
        return 0
    dua = (penyebut & -penyebut).bit_length() - 1
    penyebut >>= dua
    lima = 0
    while penyebut % 5 == 0:
        penyebut //= 5
        lima += 1
    return max(dua, lima) if penyebut == 1 else None


def count_desimal_bersama(daftar: Iterable[Nilai]) -> int | None:
    """
    Return the decimals that values of one row share: those of the most precise one, ``7,00%`` beside ``7,05%``.

    ``None`` (each as it was given) if all are whole, or if one needs more than 6 decimals; rupiah never share sen.
    """
    terbanyak = 0
    for nilai in daftar:
        for angka in _list_angka(nilai):
            desimal = count_desimal(angka)
            if desimal is None or desimal > _DIGIT_PENUH:
                return None
            terbanyak = max(terbanyak, desimal)
    return terbanyak or None


def _list_angka(nilai: Nilai) -> tuple[Angka, ...]:
    match nilai:
        case Bilangan(angka=angka, satuan=satuan) if normalize_satuan(satuan) != RUPIAH:
            return (angka,)
        case Rentang(bawah=bawah, atas=atas, satuan=satuan) if normalize_satuan(satuan) != RUPIAH:
            return (bawah, atas)
        case _:
            return ()


def format_angka(angka: Angka, *, digit: int | None = None, ribuan: bool = True) -> str:
    """
    Return the number as ``1.234,56``, the minus as ``−``.

    :param digit: decimals, rounded half up; ``None`` prints all decimals if there are at most 6, else 2
    :param ribuan: whether thousands are set apart by dots
    :source: domain handbook 9.8
    """
    if digit is None:
        penuh = count_desimal(angka)
        digit = penuh if penuh is not None and penuh <= _DIGIT_PENUH else _DIGIT_BAWAAN
    bulat = angka.bulat_terskala(digit)
    utuh, pecahan = divmod(abs(bulat), 10**digit)
    teks = f"{utuh:,}".replace(",", ".") if ribuan else str(utuh)
    if digit:
        teks = f"{teks},{pecahan:0{digit}d}"
    return f"{MINUS}{teks}" if bulat < 0 else teks


def format_persen(angka: Angka, *, digit: int | None = 2) -> str:
    """Return points of a hundred as ``70,32%``."""
    return f"{format_angka(angka, digit=digit)}%"


def format_rupiah(sen: int, simbol: bool = True) -> str:
    """Return an amount in sen as ``Rp 2.501.951.000`` (hard space); sen are shown only if they are not zero."""
    return _format_rupiah(Angka(sen, 100), digit=None if sen % 100 == 0 else 2, simbol=simbol)


def _format_rupiah(rupiah: Angka, *, digit: int | None, simbol: bool = True) -> str:
    if digit is None:
        digit = 0 if rupiah.is_bulat else 2
    teks = format_angka(rupiah, digit=digit)
    if not simbol:
        return teks
    badan = teks.removeprefix(MINUS)
    return f"{MINUS if badan != teks else ''}Rp{SPASI_KERAS}{badan}"


def format_nilai(nilai: Nilai, *, digit: int | None = None, dengan_satuan: bool = False) -> str:
    """
    Return a value as a cell prints it: ``70,32%``, ``Rp 2.501.951.000``, ``Madya``, ``80–90%``, ``1.277``, ``–``.

    A composite value is printed part by part, each with its own decimals and unit: ``2 dokumen; 3 kegiatan``.

    :param digit: decimals (``None``: as given; whole rupiah without sen)
    :param dengan_satuan: also print units other than % and Rp: ``1.277 orang``
    """
    match nilai:
        case Bilangan(angka=angka, satuan=satuan):
            if normalize_satuan(satuan) == RUPIAH:
                return _format_rupiah(angka, digit=digit)
            return format_angka(angka, digit=digit) + _ekor(satuan, dengan_satuan)
        case Kategori(label=label):
            return label
        case Rentang(bawah=bawah, atas=atas, satuan=satuan):
            rupiah = normalize_satuan(satuan) == RUPIAH
            tepi = [_format_rupiah(a, digit=digit) if rupiah else format_angka(a, digit=digit) for a in (bawah, atas)]
            sambung = f"{SPASI_KERAS}s.d.{SPASI_KERAS}" if rupiah or bawah < 0 else "–"
            return sambung.join(tepi) + ("" if rupiah else _ekor(satuan, dengan_satuan))
        case Majemuk(daftar=daftar):
            return "; ".join(_format_bagian(satu) for satu in daftar)
        case BelumAda() | TidakDapatDihitung():
            return KOSONG
        case _:
            assert_never(nilai)


def _format_bagian(bagian: BagianNilai) -> str:
    """Return one part with its unit; a line never ends between the two."""
    polos = format_nilai(bagian.nilai, digit=bagian.digit)
    ekor = format_nilai(bagian.nilai, digit=bagian.digit, dengan_satuan=True).removeprefix(polos)
    return polos + ekor.replace(" ", SPASI_KERAS, 1)


def _ekor(satuan: str, dengan_satuan: bool) -> str:
    if normalize_satuan(satuan) == PERSEN:
        return "%"
    return f" {satuan}" if dengan_satuan and satuan else ""


def label_keadaan(nilai: Nilai) -> str:
    """Return what stands in words for a missing value: ``Tidak dievaluasi``, …; ``""`` if there is a value."""
    match nilai:
        case BelumAda(alasan=alasan):
            return LABEL_BELUM_ADA[alasan]
        case TidakDapatDihitung():
            return LABEL_TAK_TERHITUNG
        case _:
            return ""


def terbilang(n: int | Angka, *, digit: int | None = None) -> str:
    """
    Return the number in words: ``minus dua belas koma nol lima``; from 10^15 on in the usual way ``seribu triliun``.

    A number with decimals is read as it is printed by ``format_angka`` with the same ``digit``.

    :raises ValueError: from 10^24 on, on either side of zero
    """
    if isinstance(n, int):
        return f"minus {_ucap(-n)}" if n < 0 else _ucap(n)
    tercetak = format_angka(n, digit=digit, ribuan=False)
    utuh, koma, pecahan = tercetak.removeprefix(MINUS).partition(",")
    kata = [_ucap(int(utuh))]
    if koma:
        kata += ["koma", *(_SATUAN[int(angka)] for angka in pecahan)]
    if tercetak.startswith(MINUS):
        kata.insert(0, "minus")
    return " ".join(kata)


def terbilang_rupiah(sen: int) -> str:
    """Return an amount in sen in words: ``dua juta rupiah``, ``satu rupiah lima puluh sen``."""
    rupiah, sisa = divmod(abs(sen), 100)
    kata = f"{_ucap(rupiah)} rupiah" + (f" {_ucap(sisa)} sen" if sisa else "")
    return f"minus {kata}" if sen < 0 else kata


def _ucap(n: int) -> str:
    """Return a natural number in words."""
    if n >= BATAS_TERBILANG:
        raise ValueError("Angka sebesar ini tidak dapat ditulis dengan huruf; batasnya di bawah 10 pangkat 24.")
    if n < 12:
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    besar, nama = next(tingkat for tingkat in _TINGKAT if n >= tingkat[0])
    banyak, sisa = divmod(n, besar)
    kepala = f"se{nama}" if banyak == 1 and besar <= 1000 else f"{_ucap(banyak)} {nama}"
    return f"{kepala} {_ucap(sisa)}" if sisa else kepala
