"""Fourth stage of reading a printed formula: the shape of the tree, and which names are one name in two years."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from tolok.core.rumus.check import daftar_peubah
from tolok.core.rumus.functions import RATA_RATA
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.pembaca_lambang import AWAL_HITUNG
from tolok.core.rumus.printing import label_terbaca, to_teks


class Bentuk(NamedTuple):
    """The shape of a formula, its canonical tree, and for a quotient its two sides as printed."""

    nama: str
    simpul: Simpul
    pembilang: str | None = None
    penyebut: str | None = None


_WAKTU: Final = re.compile(
    r"[\s,]*(?:\b(?:pada|di|untuk|dalam)\s+)?\(?\b(?:(?P<satuan>tahun|thn|th|periode|triwulan|semester|bulan)\b\.?\s*)?"
    r"(?:ke\s*-?\s*)?\(?\s*(?:(?P<lalu>[nt]\s?-\s?1|lalu|sebelumnya|kemarin|dasar|awal)|(?P<kini>[nt]|ini|berjalan|"
    r"sekarang|laporan|bersangkutan|pelaporan)|(?P<tahun>(?:19|20)\d\d))\b\)?\)?",
    re.IGNORECASE,
)


class _Waktu(NamedTuple):
    dasar: str
    urut: int | None
    geser: str


def _baca_waktu(peubah: Peubah) -> _Waktu:
    """Split a name into its base and the year it speaks of: 0 this year, -1 the year before, 2019 that year."""
    if peubah.geser:
        return _Waktu(peubah.label, -1, peubah.geser)
    label = peubah.label
    for m in reversed(list(_WAKTU.finditer(label))):
        is_n_min_1 = (m["lalu"] or "").endswith("1")
        if not m["satuan"] and not is_n_min_1 and not _is_lambang(m, label):
            continue
        dasar = " ".join((label[: m.start()] + " " + label[m.end() :]).split()).strip(" ,.-()")
        geser = "triwulan_lalu" if (m["satuan"] or "").casefold() == "triwulan" else "tahun_lalu"
        urut = int(m["tahun"]) if m["tahun"] else -1 if m["lalu"] else 0
        return _Waktu(dasar, urut, geser)
    return _Waktu(label, None, "")


def _is_lambang(m: re.Match[str], label: str) -> bool:
    """Whether the mark is a lone ``n`` or ``t`` at the end of the name, with nothing to say it is a word."""
    return m.end() == len(label) and (m["kini"] or "").strip() in ("n", "N", "t")


_HURUF_TERPENDEK: Final = 12
_PERSEN_SAMA: Final = 95


def _rapat(teks: str) -> str:
    return re.sub(r"[\W_]+|\byang\b", "", teks.casefold())


def _is_sama(satu: str, dua: str) -> bool:
    """Whether two names are the same name; a slip of the scanner does not matter."""
    a, b = _rapat(satu), _rapat(dua)
    if a == b:
        return True
    if min(len(a), len(b)) < _HURUF_TERPENDEK:
        return False
    sama = sum(blok.size for blok in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return sama * 200 >= (len(a) + len(b)) * _PERSEN_SAMA


def _ubah_peubah(simpul: Simpul, ubah: Callable[[Peubah], Peubah]) -> Simpul:
    """Replace the names of a tree as it was printed (which has no signs of its own)."""
    match simpul:
        case Peubah():
            return ubah(simpul)
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            return Operasi(operator, _ubah_peubah(kiri, ubah), _ubah_peubah(kanan, ubah))
        case Panggilan(fungsi=fungsi, argumen=argumen):
            return Panggilan(fungsi, tuple(_ubah_peubah(a, ubah) for a in argumen))
        case _:
            return simpul


def substitute(simpul: Simpul, arti: dict[str, str]) -> Simpul:
    """Put the names of a legend in the place of its symbols."""
    return _ubah_peubah(simpul, lambda p: Peubah(arti.get(p.label, p.label))) if arti else simpul


def with_geser(simpul: Simpul) -> Simpul:
    """Return the tree with one name in two years as one variable: ``[Kasus]`` and ``[Kasus]@tahun_lalu``."""
    waktu_per_label = {p.label: _baca_waktu(p) for p in daftar_peubah(simpul)}
    pengganti: dict[str, Peubah] = {}
    for label, waktu in waktu_per_label.items():
        for lain, waktu_lain in waktu_per_label.items():
            if lain == label or waktu.urut is None or not _is_lebih_lama(waktu, waktu_lain):
                continue
            if _is_sama(waktu.dasar, waktu_lain.dasar):
                dasar = waktu_lain.dasar or "Nilai"
                pengganti[label] = Peubah(dasar, waktu.geser)
                pengganti[lain] = Peubah(dasar)
    return _ubah_peubah(simpul, lambda p: pengganti.get(p.label, p))


def _is_lebih_lama(satu: _Waktu, dua: _Waktu) -> bool:
    """Whether ``satu`` speaks of the year right before that of ``dua``; a name without a year is this year's."""
    kini = 0 if dua.urut is None else dua.urut
    return satu.urut is not None and kini - satu.urut == 1


def classify(simpul: Simpul, *, rata_rata: bool = False) -> Bentuk:
    """Name the shape of a tree; its sides are in the words of the tree."""
    inti, faktor = _lepas_seratus(simpul)
    match inti:
        case Panggilan(fungsi="fgt"):
            return Bentuk("fgt", simpul)
        case Panggilan(fungsi="kategori" | "jumlah" | "rata_rata" as fungsi) if faktor is None:
            return Bentuk(fungsi, simpul)
        case Peubah() if faktor is None:
            return Bentuk("jumlah", simpul)
        case Operasi(operator="/", kiri=kiri, kanan=kanan):
            return _bagi(simpul, kiri, kanan, faktor, rata_rata=rata_rata)
        case Operasi("*", Operasi("/", BilanganTetap(angka=satu), kanan), isi) if satu == 1:
            return _bagi(simpul, isi, kanan, faktor, rata_rata=rata_rata)
        case Operasi("-", Peubah(), Peubah()) if faktor is None:
            return Bentuk("selisih", simpul)
        case Operasi(operator="+") if all(isinstance(s, Peubah) for s in _suku(inti)) and faktor is None:
            if rata_rata:
                return Bentuk("rata_rata", Panggilan(RATA_RATA, _suku(inti)))
            return Bentuk("jumlah", simpul)
        case _:
            return Bentuk("ekspresi", simpul)


def classify_tercetak(simpul: Simpul, *, rata_rata: bool = False) -> Bentuk:
    """Name the shape of a tree as printed, and make it canonical: lost brackets, means, years as ``@tahun_lalu``."""
    bentuk = classify(_perbaiki_urutan(simpul), rata_rata=rata_rata)
    kanonik = bentuk.simpul
    if bentuk.nama == "rata_rata":
        kanonik = _jadi_rata_rata(kanonik)
    return bentuk._replace(simpul=with_geser(_kali(*_lepas_seratus(kanonik))))


def _jadi_rata_rata(simpul: Simpul) -> Simpul:
    """Write ``(A + B) / 2`` and ``1/2 (A + B)`` as the function; other means stay as they are."""
    inti, faktor = _lepas_seratus(simpul)
    match inti:
        case Operasi("/", isi, BilanganTetap(angka=n)) | Operasi("*", Operasi("/", _, BilanganTetap(angka=n)), isi) if (
            n == len(_suku(isi)) > 1
        ):
            return _kali(Panggilan(RATA_RATA, _suku(isi)), faktor)
        case _:
            return simpul


def _suku(simpul: Simpul) -> tuple[Simpul, ...]:
    """Return the summands of a sum."""
    daftar: list[Simpul] = []
    while isinstance(simpul, Operasi) and simpul.operator == "+":
        daftar.append(simpul.kanan)
        simpul = simpul.kiri
    return (simpul, *reversed(daftar))


def _kali(simpul: Simpul, faktor: BilanganTetap | None) -> Simpul:
    return simpul if faktor is None else Operasi("*", simpul, faktor)


def _is_seratus(simpul: Simpul) -> bool:
    """Whether a factor only scales a ratio: 100, 100%, 1.000, 100.000."""
    if not isinstance(simpul, BilanganTetap) or not simpul.angka.is_bulat:
        return False
    teks = str(simpul.angka.pembilang)
    return len(teks) >= 3 and teks[0] == "1" and set(teks[1:]) == {"0"}


def _lepas_seratus(simpul: Simpul) -> tuple[Simpul, BilanganTetap | None]:
    """Return the formula without its factor of 100 (at either end, or inside the numerator), and the factor."""
    match simpul:
        case Operasi(operator="*", kiri=kiri, kanan=BilanganTetap() as faktor) if _is_seratus(faktor):
            return kiri, faktor
        case Operasi(operator="*", kiri=BilanganTetap() as faktor, kanan=kanan) if _is_seratus(faktor):
            return kanan, faktor
        case Operasi(operator="/", kiri=Operasi(operator="*") as kiri, kanan=kanan):
            isi, di_dalam = _lepas_seratus(kiri)
            return (Operasi("/", isi, kanan), di_dalam) if di_dalam else (simpul, None)
        case _:
            return simpul, None


def _perbaiki_urutan(simpul: Simpul) -> Simpul:
    """
    Put back brackets that print without: ``A n - A n-1 / A n-1 x 100%`` and ``A + B + C / 3``.

    Only where the text leaves no doubt: the divisor is one of the two names, or the number of summands.
    """
    inti, faktor = _lepas_seratus(simpul)
    if faktor is None and isinstance(simpul, Operasi) and simpul.operator in "+-":
        ekor, faktor = _lepas_seratus(simpul.kanan)
        inti = Operasi(simpul.operator, simpul.kiri, ekor)
    match inti:
        case Operasi("-", Peubah() as a, Operasi("/", Peubah() as b, Peubah() as c)):
            if any(_is_sama(c.label, p.label) for p in (a, b)):
                return _kali(Operasi("/", Operasi("-", a, b), c), faktor)
        case Operasi("+", kiri, Operasi("/", Peubah() as b, BilanganTetap() as n)):
            jumlahan = Operasi("+", kiri, b)
            if n.angka == len(_suku(jumlahan)):
                return _kali(Operasi("/", jumlahan, n), faktor)
    return simpul


def _bagi(utuh: Simpul, kiri: Simpul, kanan: Simpul, faktor: BilanganTetap | None, *, rata_rata: bool) -> Bentuk:
    banyak = len(_suku(kiri))
    if isinstance(kanan, BilanganTetap):
        is_hitungan = isinstance(kiri, Peubah) and bool(AWAL_HITUNG.match(kiri.label))
        if kanan.angka == banyak > 1 or (faktor is None and kanan.angka > 1 and (rata_rata or is_hitungan)):
            return Bentuk("rata_rata", utuh)
    if faktor is None and isinstance(kiri, Peubah) and isinstance(kanan, Peubah) and kanan.label in ("n", "N"):
        return Bentuk("rata_rata", utuh)
    match kiri, kanan:
        case Operasi("-", Peubah() as a, Peubah() as b), Peubah() as dasar:
            if perubahan := _perubahan(a, b, dasar):
                return Bentuk(perubahan, utuh, print_sisi(kiri), print_sisi(kanan))
    if _is_sisi(kiri) and _is_sisi(kanan):
        return Bentuk("rasio", utuh, print_sisi(kiri), print_sisi(kanan))
    return Bentuk("ekspresi", utuh)


def _perubahan(a: Peubah, b: Peubah, dasar: Peubah) -> str:
    """Name the change of ``(a - b) / dasar``: years decide first, then which of the two is the base."""
    waktu_a, waktu_b = _baca_waktu(a), _baca_waktu(b)
    if _is_sama(waktu_a.dasar, waktu_b.dasar):
        if _is_lebih_lama(waktu_b, waktu_a) or (waktu_a.urut or 0) > (waktu_b.urut or 0):
            return "perubahan"
        if _is_lebih_lama(waktu_a, waktu_b) or (waktu_a.urut or 0) < (waktu_b.urut or 0):
            return "penurunan"
    if _is_sama(label_terbaca(dasar), label_terbaca(b)):
        return "perubahan"
    return "penurunan" if _is_sama(label_terbaca(dasar), label_terbaca(a)) else ""


def _is_sisi(simpul: Simpul) -> bool:
    """Whether one side of a quotient is a name, a number, or names added and subtracted."""
    match simpul:
        case Peubah() | BilanganTetap():
            return True
        case Operasi(operator="+" | "-", kiri=kiri, kanan=kanan):
            return _is_sisi(kiri) and _is_sisi(kanan)
        case _:
            return False


def print_sisi(simpul: Simpul) -> str:
    """Return one side of a quotient in the words of the text."""
    match simpul:
        case Peubah():
            return label_terbaca(simpul)
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            return f"{print_sisi(kiri)} {operator} {print_sisi(kanan)}"
        case _:
            return to_teks(simpul)
