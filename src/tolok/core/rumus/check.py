"""What can be wrong with a formula that reads well: unknown variables, units that do not fit, a ratio without x 100."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from tolok.core.rumus.functions import ABS, FGT, KATEGORI
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.printing import to_teks
from tolok.core.saran import find_mirip
from tolok.core.satuan import KATEGORI as SATUAN_KATEGORI
from tolok.core.satuan import PERSEN, normalize_satuan

SATUAN_BEBAS: Final = frozenset({"", "indeks", "nilai", "skor", "poin", "rasio", "angka"})
"""Units of an indicator that say nothing of what was counted; any number fits them."""


def daftar_peubah(simpul: Simpul) -> tuple[Peubah, ...]:
    """Return the variables of a formula, each once, in reading order."""
    return tuple(dict.fromkeys(_peubah(simpul)))


def _peubah(simpul: Simpul) -> Iterator[Peubah]:
    match simpul:
        case Peubah():
            yield simpul
        case Negatif(isi=isi):
            yield from _peubah(isi)
        case Operasi(kiri=kiri, kanan=kanan):
            yield from _peubah(kiri)
            yield from _peubah(kanan)
        case Panggilan(argumen=argumen):
            for a in argumen:
                yield from _peubah(a)


def _kolom(peubah: Peubah, teks: str) -> int:
    posisi = teks.find(f"[{peubah.label}]")
    return posisi + 1


def check_rumus(simpul: Simpul, daftar_label: Collection[str], *, teks: str | None = None) -> None:
    """
    Check that every variable of the formula exists.

    :param teks: the formula as it was typed, for the column; without it the canonical text is meant
    :raises GalatRumus: for the first unknown name, with the most similar known one
    """
    sumber = to_teks(simpul) if teks is None else teks
    for peubah in daftar_peubah(simpul):
        if peubah.label not in daftar_label:
            dekat = find_mirip(peubah.label, daftar_label)
            raise GalatRumus(
                f"Variabel [{peubah.label}] tidak ada.",
                _kolom(peubah, sumber),
                f"[{dekat}]" if dekat else "daftarkan variabel ini lebih dahulu",
            )


def _faktor(simpul: Simpul, *, terbalik: bool = False) -> Iterator[tuple[Simpul, bool]]:
    """Yield the factors of a product with whether each stands in the denominator."""
    match simpul:
        case Negatif(isi=isi):
            yield from _faktor(isi, terbalik=terbalik)
        case Operasi(operator="*" | "/" as operator, kiri=kiri, kanan=kanan):
            yield from _faktor(kiri, terbalik=terbalik)
            yield from _faktor(kanan, terbalik=terbalik != (operator == "/"))
        case _:
            yield simpul, terbalik


def is_nisbah(simpul: Simpul) -> bool:
    """Whether the formula is a bare ratio: something divided by counted things, without a factor of 100."""
    ada_penyebut = False
    for faktor, terbalik in _faktor(simpul):
        if isinstance(faktor, BilanganTetap):
            if not terbalik and faktor.angka == 100:
                return False
        elif terbalik and any(True for _ in _peubah(faktor)):
            ada_penyebut = True
    return ada_penyebut


def check_persen(simpul: Simpul, *, satuan_hasil: str) -> None:
    """
    Refuse a bare ratio for an indicator in percent: ``0,7`` would be printed as ``0,70%``.

    :raises GalatRumus: with the formula that was meant
    """
    if normalize_satuan(satuan_hasil) == PERSEN and is_nisbah(simpul):
        raise GalatRumus(
            "Satuan indikator % tetapi rumusnya rasio tanpa pengali 100%.",
            0,
            f"tambahkan * 100%, menjadi {to_teks(simpul)} * 100%",
        )


class _Dimensi(NamedTuple):
    """A unit as powers of plain units; ``bebas`` fits any unit (a literal number)."""

    pangkat: tuple[tuple[str, int], ...] = ()
    bebas: bool = False

    def kali(self, lain: _Dimensi, tanda: int) -> _Dimensi:
        jumlah = dict(self.pangkat)
        for satuan, n in lain.pangkat:
            jumlah[satuan] = jumlah.get(satuan, 0) + tanda * n
        isi = tuple(sorted((s, n) for s, n in jumlah.items() if n))
        return _Dimensi(isi, bebas=self.bebas and lain.bebas)

    def sebutan(self) -> str:
        atas = " × ".join(s for s, n in self.pangkat if n > 0)
        bawah = " × ".join(s for s, n in self.pangkat if n < 0)
        return f"{atas or '1'}/{bawah}" if bawah else atas or "rasio (tanpa satuan)"


_BEBAS: Final = _Dimensi(bebas=True)
_TITIK_PERSEN: Final = _Dimensi(((PERSEN, 1),))


def check_satuan(
    simpul: Simpul, *, satuan_hasil: str, satuan_per_label: Mapping[str, str], teks: str | None = None
) -> None:
    """
    Check the units of a formula: only like units are added, and the result has the unit of the indicator.

    A ratio times 100 has unit ``%``, also between different units (kasus per penduduk), because the factor says so.

    :param satuan_per_label: the unit of every variable; a name that is missing here is ``check_rumus``'s business
    :raises GalatRumus: naming both units and what to do
    """
    sumber = to_teks(simpul) if teks is None else teks
    hasil = normalize_satuan(satuan_hasil)
    if isinstance(simpul, Panggilan) and simpul.fungsi == KATEGORI:
        if hasil != SATUAN_KATEGORI:
            raise GalatRumus(
                "kategori(…) menghasilkan kategori, bukan bilangan.", 0, "ubah satuan indikator menjadi kategori"
            )
        return
    check_persen(simpul, satuan_hasil=satuan_hasil)
    dimensi = _dimensi(simpul, satuan_per_label, sumber)
    if dimensi.bebas or hasil.casefold() in SATUAN_BEBAS:
        return
    if hasil == PERSEN:
        if any(s == PERSEN for s, _ in dimensi.pangkat):
            return
        if not dimensi.pangkat or any(n < 0 for _, n in dimensi.pangkat):
            raise GalatRumus("Satuan indikator % tetapi hasil rumusnya rasio.", 0, "tambahkan * 100%")
    if dimensi.pangkat != ((hasil.casefold(), 1),):
        raise GalatRumus(
            f"Hasil rumus bersatuan {dimensi.sebutan()}, sedangkan satuan indikator {hasil}.",
            0,
            "samakan satuan indikator dengan rumusnya",
        )


def _dimensi(simpul: Simpul, satuan_per_label: Mapping[str, str], teks: str) -> _Dimensi:
    match simpul:
        case BilanganTetap(persen=persen):
            return _TITIK_PERSEN if persen else _BEBAS
        case Peubah(label=label):
            satuan = normalize_satuan(satuan_per_label.get(label, "")).casefold()
            return _Dimensi(((satuan, 1),)) if satuan not in SATUAN_BEBAS else _BEBAS
        case Negatif(isi=isi):
            return _dimensi(isi, satuan_per_label, teks)
        case Operasi(operator="+" | "-", kiri=kiri, kanan=kanan):
            return _sama((kiri, kanan), satuan_per_label, teks)
        case Operasi(operator="^", kiri=kiri, kanan=kanan):
            return _dimensi_pangkat(_dimensi(kiri, satuan_per_label, teks), kanan)
        case Operasi():
            return _dimensi_kali(simpul, satuan_per_label, teks)
        case _:
            if simpul.fungsi == FGT:
                _sama(simpul.argumen[:2], satuan_per_label, teks)
                return _Dimensi()
            if simpul.fungsi == ABS:
                return _dimensi(simpul.argumen[0], satuan_per_label, teks)
            return _sama(simpul.argumen, satuan_per_label, teks)


def _dimensi_kali(simpul: Simpul, satuan_per_label: Mapping[str, str], teks: str) -> _Dimensi:
    """The unit of a product: a ratio that is multiplied by 100 or 100% is in points."""
    hasil = _BEBAS
    ada_seratus = False
    for faktor, terbalik in _faktor(simpul):
        if isinstance(faktor, BilanganTetap):
            ada_seratus = ada_seratus or (faktor.angka == 100 and not terbalik)
        else:
            hasil = hasil.kali(_dimensi(faktor, satuan_per_label, teks), -1 if terbalik else 1)
    is_rasio = not hasil.bebas and (not hasil.pangkat or any(n < 0 for _, n in hasil.pangkat))
    return _TITIK_PERSEN if ada_seratus and is_rasio else hasil


def _dimensi_pangkat(dasar: _Dimensi, pangkat: Simpul) -> _Dimensi:
    if isinstance(pangkat, BilanganTetap) and pangkat.angka.is_bulat:
        n = pangkat.angka.pembilang
        return _Dimensi(tuple((s, k * n) for s, k in dasar.pangkat), bebas=dasar.bebas) if n else _BEBAS
    return _BEBAS


def _sama(daftar: tuple[Simpul, ...], satuan_per_label: Mapping[str, str], teks: str) -> _Dimensi:
    """Return the unit shared by all parts; parts without a unit of their own take that of the others."""
    pertama: _Dimensi | None = None
    for simpul in daftar:
        dimensi = _dimensi(simpul, satuan_per_label, teks)
        if dimensi.bebas:
            continue
        if pertama is None:
            pertama = dimensi
        elif dimensi.pangkat != pertama.pangkat:
            peubah = next(iter(_peubah(simpul)), None)
            raise GalatRumus(
                "Satuan berbeda tidak dapat dijumlahkan atau dibandingkan: "
                f"{pertama.sebutan()} dan {dimensi.sebutan()}.",
                _kolom(peubah, teks) if peubah else 0,
                "samakan satuannya, atau pisahkan menjadi dua indikator",
            )
    return pertama or _BEBAS
