"""Cells of every form but ``nilai``: strict readers, and writers that are their exact inverse."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from tolok.core.angka import Angka
from tolok.core.periode import NAMA_BULAN
from tolok.paket.kolom import Bentuk, Isian
from tolok.paket.masalah import sebut, usulkan

DESIMAL_TERBANYAK: Final = 6
BATAS_ANGKA: Final = 9_000_000_000_000
BATAS_SEN: Final = 10**17
PEMISAH: Final = " | "
KOSONG: Final = "-"
"""Written where a blank cell would mean another default than the empty text."""
TANPA: Final = "tanpa"
"""Written where a blank cell would mean another default than no value at all."""

_RIBUAN = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
_POLOS = re.compile(r"-?\d+(,\d+)?", re.ASCII)
_TITIK_DESIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)
_RIBUAN_KOMA = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_TERLARANG = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_TANGGAL_ANGKA = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_TANGGAL_HURUF = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})", re.ASCII)
_BULAN_PER_NAMA = {nama.casefold(): nomor for nomor, nama in enumerate(NAMA_BULAN) if nama}

BATAS_BULAT: Final = {
    "tahun": (1945, 2200),
    "tahun_awal": (1945, 2200),
    "tahun_akhir": (1945, 2200),
    "berlaku_tahun_awal": (1945, 2200),
    "berlaku_tahun_akhir": (1945, 2200),
    "triwulan": (0, 4),
    "digit": (0, DESIMAL_TERBANYAK),
    "pembulatan": (0, DESIMAL_TERBANYAK),
    "nomor": (0, 999),
    "jumlah": (0, 10_000_000),
}


class GalatTeks(Exception):
    """
    A text cannot be read; the message (Indonesian) says what is allowed and what to write instead.

    ``kolom`` names the column when a field is written in more than one.
    """

    def __init__(self, pesan: str, kolom: str | None = None) -> None:
        super().__init__(pesan)
        self.kolom = kolom


class TeksAngka(str):
    """The text of a workbook cell that is typed as a number, already in Indonesian form."""

    __slots__ = ()


def read_angka(teks: str) -> Angka:
    """
    Read an Indonesian number: decimal comma, dots only between correct groups of three.

    :raises GalatTeks: for anything else, with the text it should probably be
    """
    bersih = teks.strip().replace("\u2212", "-")
    if _RIBUAN.fullmatch(bersih) or _POLOS.fullmatch(bersih):
        bulat, _, pecahan = bersih.replace(".", "").partition(",")
        if len(pecahan) > DESIMAL_TERBANYAK:
            raise GalatTeks(f"{teks!r} mempunyai {len(pecahan)} desimal; paling banyak {DESIMAL_TERBANYAK}.")
        if len(bulat) > 20 or abs(int(bulat)) > BATAS_ANGKA:
            raise GalatTeks(f"{_pendek(teks)} di luar jangkauan; nilai terbesar {format_angka(Angka(BATAS_ANGKA))}.")
        return Angka.from_desimal(f"{bulat}.{pecahan}" if pecahan else bulat)
    if _RIBUAN_KOMA.fullmatch(bersih) and (bersih.count(",") > 1 or "." in bersih):
        usul = bersih.translate(str.maketrans(",.", ".,"))
        raise GalatTeks(f"{teks!r} memakai koma sebagai pemisah ribuan; tulis {usul!r}.")
    if _TITIK_DESIMAL.fullmatch(bersih):
        usul = bersih.replace(".", ",")
        raise GalatTeks(f"{teks!r} memakai titik yang bukan pemisah ribuan; kalau itu desimal tulis {usul!r}.")
    raise GalatTeks(f"{_pendek(teks)} bukan angka; contoh yang benar: '1.277', '48,25', '-3'.")


def format_angka(angka: Angka, *, ribuan: bool = True) -> str:
    """
    Return the exact text of a number that has a finite decimal form.

    :raises GalatTeks: if it has more decimals than ``DESIMAL_TERBANYAK``, is out of range, or is only approximate
    """
    if angka.hampiran:
        raise GalatTeks("Nilai hampiran tidak dapat disimpan di dalam paket; simpan nilai asalnya.")
    skala = 10**DESIMAL_TERBANYAK
    sisa = angka * skala
    if not sisa.is_bulat:
        raise GalatTeks(f"Nilai itu mempunyai lebih dari {DESIMAL_TERBANYAK} desimal; simpan variabel pembentuknya.")
    if abs(angka) > BATAS_ANGKA:
        raise GalatTeks("Nilai itu di luar jangkauan.")
    tanda = "-" if angka < 0 else ""
    bulat, pecahan = divmod(abs(sisa.pembilang), skala)
    teks_bulat = f"{bulat:,}".replace(",", ".") if ribuan else str(bulat)
    teks_pecahan = f"{pecahan:0{DESIMAL_TERBANYAK}d}".rstrip("0")
    return f"{tanda}{teks_bulat}" + (f",{teks_pecahan}" if teks_pecahan else "")


def read_sen(teks: str) -> int:
    """
    Read rupiah (``2.501.951.000``, ``Rp 7.500,50``) as sen.

    :raises GalatTeks: if it is no amount, has parts of a sen, is negative or too large
    """
    bersih = re.sub(r"^Rp\.?\s*", "", teks.strip()).removesuffix(",-")
    if _RIBUAN.fullmatch(bersih) or _POLOS.fullmatch(bersih):
        rupiah, _, pecahan = bersih.replace(".", "").partition(",")
        if len(pecahan) > 2:
            raise GalatTeks(f"{teks!r} lebih halus daripada satu sen; tulis paling banyak dua angka di belakang koma.")
        sen = int(rupiah[:30]) * 100 + int(pecahan.ljust(2, "0"))
        if rupiah.startswith("-"):
            raise GalatTeks(f"{teks!r} negatif; jumlah uang di dalam paket tidak boleh kurang dari 0.")
        if len(rupiah) > 30 or sen > BATAS_SEN:
            raise GalatTeks(f"{_pendek(teks)} di luar jangkauan; paling banyak 1.000.000.000.000.000 rupiah.")
        return sen
    read_angka(bersih)
    raise GalatTeks(f"{_pendek(teks)} bukan jumlah rupiah; contoh yang benar: '2.501.951.000'.")


def format_sen(sen: int) -> str:
    """Return sen as rupiah text; the two decimals only when they are not zero."""
    if not 0 <= sen <= BATAS_SEN:
        raise GalatTeks("Jumlah uang itu di luar jangkauan.")
    rupiah, sisa = divmod(sen, 100)
    return f"{rupiah:,}".replace(",", ".") + (f",{sisa:02d}" if sisa else "")


def read_bulat(teks: str, kolom: str) -> int:
    """
    Read an integer within the limits of its column.

    :raises GalatTeks: if it is none, or out of range
    """
    angka = read_angka(teks)
    if not angka.is_bulat:
        raise GalatTeks(f"{teks!r} bukan bilangan bulat.")
    bawah, atas = BATAS_BULAT.get(kolom, (-BATAS_ANGKA, BATAS_ANGKA))
    if not bawah <= angka <= atas:
        raise GalatTeks(f"{teks!r} di luar jangkauan; yang boleh {bawah} sampai {atas}.")
    return angka.pembilang


def read_tanggal(teks: str) -> date:
    """
    Read ``2020-04-03`` or ``3 April 2020``; other orders of day and month are ambiguous and refused.

    :raises GalatTeks: with the text it should be
    """
    bersih = teks.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", bersih, re.ASCII):
            return _dalam_jangkauan(date.fromisoformat(bersih), teks)
        if cocok := _TANGGAL_HURUF.fullmatch(bersih):
            bulan_huruf = _BULAN_PER_NAMA.get(cocok[2].casefold(), 0)
            return _dalam_jangkauan(date(int(cocok[3]), bulan_huruf, int(cocok[1])), teks)
    except ValueError:
        raise GalatTeks(f"Tanggal {teks!r} tidak ada di kalender.") from None
    if cocok := _TANGGAL_ANGKA.fullmatch(bersih):
        hari, bulan, tahun = cocok.groups()
        usul = f"{tahun}-{int(bulan):02d}-{int(hari):02d}"
        raise GalatTeks(f"Tanggal {teks!r} dapat dibaca dua cara; tulis tahun-bulan-hari, misalnya {usul!r}.")
    raise GalatTeks(f"{_pendek(teks)} bukan tanggal; tulis tahun-bulan-hari, misalnya '2020-04-03'.")


def _dalam_jangkauan(tanggal: date, teks: str) -> date:
    awal, akhir = BATAS_BULAT["tahun"]
    if not awal <= tanggal.year <= akhir:
        raise GalatTeks(f"Tanggal {teks!r} di luar jangkauan; tahunnya antara {awal} dan {akhir}.")
    return tanggal


def read_ya_tidak(teks: str) -> bool:
    """
    Read ``ya`` or ``tidak``.

    :raises GalatTeks: for anything else
    """
    kata = teks.strip().casefold()
    if kata in ("ya", "tidak"):
        return kata == "ya"
    raise GalatTeks(f"{_pendek(teks)} tidak dikenal; tulis 'ya' atau 'tidak'.")


_Pilihan = TypeVar("_Pilihan", bound=StrEnum)


def read_pilihan(teks: str, pilihan: type[_Pilihan]) -> _Pilihan:
    """
    Read one word of a closed list.

    :raises GalatTeks: with the list and the nearest word
    """
    kata = teks.strip()
    for anggota in pilihan:
        if anggota.value.casefold() == kata.casefold():
            return anggota
    daftar = [anggota.value for anggota in pilihan]
    raise GalatTeks(f"{_pendek(teks)} tidak dikenal; pilih salah satu dari {sebut(daftar)}.{usulkan(kata, daftar)}")


def read_teks(teks: str) -> str:
    """
    Read free text; a workbook cell typed as a number is taken only if nothing can have been lost.

    :raises GalatTeks: for control characters and for numbers that a workbook has changed
    """
    if isinstance(teks, TeksAngka) and ("," in teks or len(teks) > 15):
        raise GalatTeks(
            f"Sel ini bertipe angka, terbaca {str(teks)!r}; ubah tipe selnya menjadi Teks lalu ketik ulang."
        )
    if terlarang := _TERLARANG.search(teks):
        kode = f"U+{ord(terlarang.group()):04X}"
        raise GalatTeks(f"Ada karakter kendali yang tidak terlihat ({kode}); hapus lalu ketik ulang.")
    return str(teks)


def read_daftar(teks: str) -> tuple[str, ...]:
    """
    Read texts joined by ``|``.

    :raises GalatTeks: if one of them is empty
    """
    bagian = tuple(anggota.strip() for anggota in read_teks(teks).split("|"))
    if not all(bagian):
        raise GalatTeks(f"{_pendek(teks)} berisi bagian kosong di antara tanda '|'; hapus tanda yang berlebih.")
    return bagian


def format_teks(teks: str) -> str:
    """
    Return the text itself if it reads back as it is.

    :raises GalatTeks: if outer spaces or control characters would be lost
    """
    if teks != teks.strip():
        raise GalatTeks(f"{_pendek(teks)} diawali atau diakhiri spasi, yang akan hilang ketika dibaca kembali.")
    return read_teks(teks)


def format_daftar(daftar: tuple[str, ...]) -> str:
    """
    Return the texts joined by ``|``.

    :raises GalatTeks: if one is empty or holds the separator itself
    """
    for anggota in daftar:
        if not anggota or "|" in anggota:
            raise GalatTeks(f"{_pendek(anggota)} tidak dapat menjadi anggota daftar: kosong atau berisi tanda '|'.")
        format_teks(anggota)
    return PEMISAH.join(daftar)


def read_isian(isian: Isian, teks: str) -> Any:
    """
    Read the cell of any field but a period or a ``nilai``; a blank cell is the default.

    :raises GalatTeks: if the text is wrong, or blank where a value is required
    """
    kolom = isian.kolom[0]
    if not teks:
        if isian.wajib:
            raise GalatTeks("Sel ini kosong padahal wajib diisi.")
        return isian.bawaan
    if teks == TANPA and isian.boleh_kosong:
        return None
    if teks == KOSONG and isian.bentuk is Bentuk.TEKS and isian.bawaan:
        return ""
    if isian.bentuk is Bentuk.BULAT:
        return read_bulat(teks, kolom)
    if isian.pilihan is not None:
        return read_pilihan(teks, isian.pilihan)
    return _PEMBACA[isian.bentuk](teks)


def format_isian(isian: Isian, nilai: Any) -> str:
    """
    Return the cell of any field but a period or a ``nilai``; ``read_isian`` gives the value back.

    :raises GalatTeks: if no text does
    """
    if nilai is None:
        return "" if isian.bawaan is None else TANPA
    if isian.bentuk is Bentuk.TEKS:
        if not nilai and isian.wajib:
            raise GalatTeks("Isian ini kosong padahal wajib diisi.")
        if not nilai and isian.bawaan:
            return KOSONG
        if nilai == KOSONG and isian.bawaan:
            raise GalatTeks(f"Teks {KOSONG!r} di kolom ini berarti kosong.")
    return _PENULIS[isian.bentuk](nilai)


def _pendek(teks: str) -> str:
    return repr(teks if len(teks) <= 60 else teks[:60] + "…")


def tanggal_dari(nilai: date | datetime) -> str:
    """Return the ISO text of a date cell of a workbook or a TOML file."""
    return (nilai.date() if isinstance(nilai, datetime) else nilai).isoformat()


_PEMBACA: Final[dict[Bentuk, Callable[[str], Any]]] = {
    Bentuk.TEKS: read_teks,
    Bentuk.TANGGAL: read_tanggal,
    Bentuk.YA_TIDAK: read_ya_tidak,
    Bentuk.DAFTAR: read_daftar,
    Bentuk.ANGKA: read_angka,
    Bentuk.UANG: read_sen,
}
_PENULIS: Final[dict[Bentuk, Callable[[Any], str]]] = {
    Bentuk.TEKS: format_teks,
    Bentuk.BULAT: str,
    Bentuk.TANGGAL: date.isoformat,
    Bentuk.YA_TIDAK: lambda nilai: "ya" if nilai else "tidak",
    Bentuk.PILIHAN: str,
    Bentuk.DAFTAR: format_daftar,
    Bentuk.ANGKA: format_angka,
    Bentuk.UANG: format_sen,
}
