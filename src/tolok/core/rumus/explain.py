"""The story of a computed value as Indonesian sentences, with the numbers put in and the rounding step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import SPASI_KERAS, count_desimal, format_nilai, label_keadaan
from tolok.core.jejak import Jejak
from tolok.core.nilai import BelumAda, Bilangan, Kategori, Majemuk, Nilai, Rentang, Tanda, TidakDapatDihitung
from tolok.core.rumus.bilangan import format_potong
from tolok.core.rumus.functions import DAFTAR_FUNGSI, FGT, KATEGORI
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import to_teks, with_nilai
from tolok.core.satuan import normalize_satuan

_KATA_BILANGAN: Final = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam")
_SEBUTAN_OPERASI: Final = {"tambah": "+", "kurang": "−", "kali": "×", "bagi": "/", "pangkat": "pangkat"}
_SUMBER: Final = ("variabel", "daftar")


def explain(jejak: Jejak, *, digit: int | None = None) -> tuple[str, ...]:
    """
    Return the sentences that lead from the inputs to the value of ``jejak``.

    :param digit: the decimals the value is printed with; ``None`` leaves the rounding step out
    """
    return tuple(kalimat.replace("….", "…") for kalimat in _uraikan(jejak, digit))


def _uraikan(jejak: Jejak, digit: int | None) -> Iterator[str]:
    if jejak.operasi in _SUMBER:
        yield _sebut_masukan(jejak)
    elif jejak.operasi == "rumus":
        yield from _uraikan_rumus(jejak)
    elif jejak.operasi == KATEGORI:
        yield from (_sebut_masukan(j) for j in jejak.anak)
    else:
        for anak in jejak.anak:
            yield from _uraikan(anak, None)
        catatan = f" ({jejak.catatan})" if jejak.catatan else ""
        yield f"{jejak.uraian} = {_sebut_nilai(jejak.nilai)}{catatan}."
    if digit is not None and isinstance(jejak.nilai, Bilangan):
        yield _sebut_pembulatan(jejak.nilai, digit)


def _uraikan_rumus(jejak: Jejak) -> Iterator[str]:
    daftar_masukan = dict.fromkeys(_sebut_masukan(j) for j in jejak.telusuri() if j.operasi in _SUMBER)
    yield from daftar_masukan
    yield f"Rumus: {to_teks(parse_rumus(jejak.uraian), cetak=True)}."
    nilai = jejak.nilai
    if isinstance(nilai, BelumAda | TidakDapatDihitung):
        yield f"Hasil: {label_keadaan(nilai).lower()}. {nilai.keterangan}".rstrip()
        return
    yield from _langkah(jejak.anak[0])
    yield f"Dengan angkanya: {to_teks(with_nilai(jejak), cetak=True)} = {_sebut_nilai(nilai)}."
    if isinstance(nilai, Bilangan) and nilai.angka.hampiran:
        yield "Nilai ini hampiran dengan 50 digit, karena pangkat pecahan atau akarnya tidak pernah berakhir."


def _langkah(jejak: Jejak) -> Iterator[str]:
    """Yield one sentence for each operation, the innermost first."""
    for anak in jejak.anak if jejak.operasi not in _SUMBER else ():
        yield from _langkah(anak)
    if jejak.operasi in _SEBUTAN_OPERASI:
        kiri, kanan = (_sebut_angka(a) for a in jejak.anak)
        yield f"{kiri} {_SEBUTAN_OPERASI[jejak.operasi]} {kanan} = {_sebut_nilai(jejak.nilai)}."
    elif jejak.operasi == FGT:
        data, garis, alfa = (_sebut_angka(a) for a in jejak.anak)
        yield (f"Indeks FGT dari {data} di bawah garis {garis} dengan alfa {alfa} = {_sebut_nilai(jejak.nilai)}.")
    elif jejak.operasi in DAFTAR_FUNGSI:
        sebutan = DAFTAR_FUNGSI[jejak.operasi].sebutan
        yield f"{sebutan.capitalize()} dari {'; '.join(map(_sebut_angka, jejak.anak))} = {_sebut_nilai(jejak.nilai)}."


def _sebut_angka(jejak: Jejak) -> str:
    """The number of a step without its unit, as it stands in a computation."""
    if jejak.operasi == "daftar":
        return _sebut_nilai(jejak.nilai)
    if jejak.operasi == "tetap" and jejak.uraian.endswith("%"):
        return jejak.uraian
    nilai = jejak.nilai
    return (
        _kurungi(format_potong(nilai.angka if isinstance(nilai, Bilangan) else nilai))
        if isinstance(nilai, Bilangan | Angka)
        else _sebut_nilai(nilai)
    )


def _kurungi(teks: str) -> str:
    return teks if teks[0].isdigit() else f"({teks})"


def _sebut_nilai(nilai: Nilai | Angka) -> str:
    match nilai:
        case Angka():
            return format_potong(nilai)
        case Bilangan(angka=angka, satuan=satuan):
            match normalize_satuan(satuan):
                case "%":
                    return f"{format_potong(angka)}%"
                case "Rp":
                    return f"Rp{SPASI_KERAS}{format_potong(angka)}"
                case "":
                    return format_potong(angka)
                case lain:
                    return f"{format_potong(angka)} {lain}"
        case Kategori() | Rentang() | Majemuk():
            return format_nilai(nilai)
        case _:
            return label_keadaan(nilai).lower()


def sebut_tanda(tanda: Tanda) -> str:
    """Return a mark as a sentence; a remark that begins with the name of the mark says it already."""
    nama = tanda.jenis.replace("_", " ")
    keterangan = tanda.keterangan.strip().rstrip(".")
    if keterangan.lower().startswith(nama):
        return f"{keterangan}."
    return f"Ditandai {nama}: {keterangan}." if keterangan else f"Ditandai {nama}."


def _sebut_masukan(jejak: Jejak) -> str:
    nilai = jejak.nilai
    sumber = f" (sumber: {jejak.sumber})" if jejak.sumber else ""
    catatan = f" Catatan: {jejak.catatan.rstrip('.')}." if jejak.catatan else ""
    tanda = "" if isinstance(nilai, Angka) else "".join(f" {sebut_tanda(satu)}" for satu in nilai.tanda)
    sambung = ": " if isinstance(nilai, BelumAda | TidakDapatDihitung) else " = "
    return f"{jejak.uraian}{sambung}{_sebut_nilai(nilai)}{sumber}.{tanda}{catatan}"


def _sebut_pembulatan(nilai: Bilangan, digit: int) -> str:
    tercetak = format_nilai(nilai, digit=digit, dengan_satuan=True)
    berapa = f"{_KATA_BILANGAN[digit] if digit < len(_KATA_BILANGAN) else digit} desimal" if digit else "bilangan bulat"
    penuh = count_desimal(nilai.angka)
    if penuh is not None and penuh <= digit:
        return f"Ditulis dengan {berapa}: {tercetak}." if digit else f"Ditulis sebagai {berapa}: {tercetak}."
    return f"Dibulatkan {'menjadi ' if not digit else ''}{berapa}, angka 5 ke atas: {tercetak}."
