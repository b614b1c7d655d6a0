"""
Text -> tree: the formula language as an officer writes it.

The grammar stands in ``rumus.lark``. Hostile input ends soon: length, number of parts, depth, digits and exponents
are bounded, and the parser is LALR, so its time is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from tolok.core.angka import Angka
from tolok.core.rumus.bilangan import format_tetap
from tolok.core.rumus.functions import DAFTAR_FUNGSI, FGT, KATEGORI, nearest_fungsi
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.saran import find_mirip

__all__ = ["GalatRumus", "parse_rumus", "read_bilangan"]

BATAS_HURUF: Final = 10_000
BATAS_SIMPUL: Final = 500
BATAS_KEDALAMAN: Final = 64
BATAS_ANGKA: Final = 30
BATAS_PANGKAT: Final = 64

DAFTAR_GESER: Final = ("tahun_lalu", "triwulan_lalu")

_SATU: Final = {"−": "-", "–": "-", "×": "*", "·": "*", "x": "*", "X": "*", "÷": "/", ":": "/", "∕": "/", "⁄": "/"}
_BULAT: Final = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DESIMAL: Final = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)")
_TITIK: Final = re.compile(r"([0-9]+)\.([0-9]+)")
_KENDALI: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class _Bagian(NamedTuple):
    """A finished part of the tree with what the limits and the messages need."""

    simpul: Simpul
    kolom: int
    dalam: int
    banyak: int


def read_bilangan(teks: str, kolom: int = 0) -> Angka:
    """
    Read a number as formulas write it: ``1.277``, ``0,5``, ``1.277,25``.

    :raises GalatRumus: for anything else, with the reading that was probably meant
    """
    if len(teks) > BATAS_ANGKA:
        raise GalatRumus(f"Bilangan ini lebih dari {BATAS_ANGKA} huruf.", kolom, "periksa angka yang terulang")
    if _BULAT.fullmatch(teks):
        return Angka(int(teks.replace(".", "")))
    if cocok := _DESIMAL.fullmatch(teks):
        pecahan = cocok[2]
        return Angka(int(cocok[1].replace(".", "") + pecahan), 10 ** len(pecahan))
    saran = f"{cocok[1]},{cocok[2]}" if (cocok := _TITIK.fullmatch(teks)) else "1.277 atau 0,5"
    raise GalatRumus(
        f"Bilangan {teks} tidak dapat dibaca: desimal memakai koma dan ribuan memakai titik.", kolom, f"tulis {saran}"
    )


def _literal(simpul: Simpul) -> BilanganTetap | None:
    while isinstance(simpul, Negatif):
        simpul = simpul.isi
    return simpul if isinstance(simpul, BilanganTetap) else None


def _check_persen(operator: str, kiri: _Bagian, kanan: _Bagian) -> None:
    """Refuse a percent literal where its meaning would be unclear; only a factor of 100% is points."""
    if operator in "+-":
        return
    for bagian, boleh_seratus in ((kiri, operator in "*/"), (kanan, operator == "*")):
        tetap = _literal(bagian.simpul)
        if tetap is None or not tetap.persen or (boleh_seratus and tetap.angka == 100):
            continue
        if tetap.angka == 100:
            raise GalatRumus("100% hanya dipakai sebagai pengali.", bagian.kolom, "tulis 100 tanpa tanda %")
        pecahan = tetap.angka / 100
        raise GalatRumus(
            "Persen selain 100% tidak dipakai dalam perkalian atau pembagian, agar tidak terbaca dua arti.",
            bagian.kolom,
            f"tulis {format_tetap(pecahan)}",
        )


def _check_pangkat(kanan: _Bagian) -> None:
    tetap = _literal(kanan.simpul)
    if tetap is not None and tetap.angka > BATAS_PANGKAT:
        raise GalatRumus(
            f"Pangkat lebih besar dari {BATAS_PANGKAT} tidak diterima.", kanan.kolom, "pakai pangkat yang lebih kecil"
        )


def _check_utuh(bagian: _Bagian) -> None:
    if isinstance(bagian.simpul, Panggilan) and bagian.simpul.fungsi == KATEGORI:
        raise GalatRumus(
            "kategori(…) harus berdiri sendiri; kategori tidak dapat ikut dihitung.",
            bagian.kolom,
            "pisahkan menjadi indikator sendiri",
        )


def _gabung(simpul: Simpul, kolom: int, *anak: _Bagian) -> _Bagian:
    for a in anak:
        _check_utuh(a)
    dalam = 1 + max(a.dalam for a in anak)
    if dalam > BATAS_KEDALAMAN:
        raise GalatRumus(
            f"Rumus lebih dari {BATAS_KEDALAMAN} tingkat dan tidak akan terbaca orang.",
            kolom,
            "pecah menjadi beberapa variabel, atau pakai jumlah(…; …) untuk penjumlahan panjang",
        )
    banyak = 1 + sum(a.banyak for a in anak)
    if banyak > BATAS_SIMPUL:
        raise GalatRumus(f"Rumus lebih dari {BATAS_SIMPUL} bagian.", kolom, "pecah menjadi beberapa variabel")
    return _Bagian(simpul, kolom, dalam, banyak)


@v_args(inline=True)
class _Penyusun(Transformer[Token, Simpul]):
    """Builds the tree while the text is parsed, so that nothing here recurses."""

    def start(self, isi: _Bagian) -> Simpul:
        return isi.simpul

    def operasi(self, kiri: _Bagian, tanda: Token, kanan: _Bagian) -> _Bagian:
        operator = _SATU.get(tanda, str(tanda))
        _check_persen(operator, kiri, kanan)
        if operator == "^":
            _check_pangkat(kanan)
        return _gabung(Operasi(operator, kiri.simpul, kanan.simpul), kiri.kolom, kiri, kanan)

    def negatif(self, tanda: Token, isi: _Bagian) -> _Bagian:
        return _gabung(Negatif(isi.simpul), _kolom(tanda), isi)

    def kurung(self, isi: _Bagian) -> _Bagian:
        return isi

    def bilangan(self, teks: Token) -> _Bagian:
        return _Bagian(BilanganTetap(read_bilangan(teks, _kolom(teks))), _kolom(teks), 1, 1)

    def persen(self, teks: Token) -> _Bagian:
        angka = read_bilangan(teks.rstrip("%").rstrip(), _kolom(teks))
        return _Bagian(BilanganTetap(angka, persen=True), _kolom(teks), 1, 1)

    def peubah(self, teks: Token) -> _Bagian:
        return _Bagian(Peubah(_label(teks)), _kolom(teks), 1, 1)

    def peubah_geser(self, teks: Token, geser: Token) -> _Bagian:
        nama = geser[1:]
        if nama not in DAFTAR_GESER:
            dekat = find_mirip(nama, DAFTAR_GESER)
            raise GalatRumus(
                f"Penunjuk waktu {geser} tidak dikenal; yang ada: @tahun_lalu dan @triwulan_lalu.",
                _kolom(geser),
                f"@{dekat}" if dekat else "",
            )
        return _Bagian(Peubah(_label(teks), nama), _kolom(teks), 1, 1)

    def panggilan(self, nama: Token, *argumen: _Bagian) -> _Bagian:
        fungsi = DAFTAR_FUNGSI.get(nama)
        if fungsi is None:
            raise GalatRumus(
                f"Fungsi {nama} tidak dikenal; yang ada: {', '.join(DAFTAR_FUNGSI)}.",
                _kolom(nama),
                nearest_fungsi(nama),
            )
        if fungsi.banyak is not None and len(argumen) != fungsi.banyak:
            raise GalatRumus(
                f"{nama}(…) memerlukan {fungsi.banyak} bagian yang dipisah titik koma, di sini ada {len(argumen)}.",
                _kolom(nama),
                fungsi.contoh,
            )
        if fungsi.nama in (KATEGORI, FGT) and not isinstance(argumen[0].simpul, Peubah):
            raise GalatRumus(
                f"Bagian pertama {nama}(…) harus sebuah variabel dalam kurung siku.", argumen[0].kolom, fungsi.contoh
            )
        return _gabung(Panggilan(fungsi.nama, tuple(a.simpul for a in argumen)), _kolom(nama), *argumen)


def _label(teks: Token) -> str:
    label = " ".join(teks[1:-1].split())
    if not label:
        raise GalatRumus("Nama variabel di dalam kurung siku kosong.", _kolom(teks), "[Nama variabel]")
    return label


def _kolom(token: Token) -> int:
    return (token.start_pos or 0) + 1


@cache
def _parser() -> Lark:
    tata_bahasa = files("tolok.core.rumus").joinpath("rumus.lark").read_text(encoding="utf-8")
    return Lark(tata_bahasa, parser="lalr", transformer=_Penyusun(), maybe_placeholders=False)


def _check_kurung(teks: str) -> None:
    """Refuse brackets that do not match, with the column of the culprit."""
    buka: list[int] = []
    siku = 0
    for kolom, huruf in enumerate(teks, start=1):
        if huruf == "[":
            if siku:
                raise GalatRumus("Kurung siku [ ini belum ditutup.", siku, "tambahkan ] di akhir nama variabel")
            siku = kolom
        elif huruf == "]":
            if not siku:
                raise GalatRumus("Kurung tutup ] tanpa kurung buka [.", kolom, "tambahkan [ di awal nama variabel")
            siku = 0
        elif siku:
            continue
        elif huruf == "(":
            buka.append(kolom)
        elif huruf == ")":
            if not buka:
                raise GalatRumus("Kurung tutup ) tanpa kurung buka (.", kolom, "hapus ) ini atau tambahkan (")
            buka.pop()
    if siku:
        raise GalatRumus("Kurung siku [ ini belum ditutup.", siku, "tambahkan ] di akhir nama variabel")
    if buka:
        raise GalatRumus("Kurung ( ini belum ditutup.", buka[-1], "tambahkan )")


_KATA: Final = re.compile(r"[^\W\d_][\w'./-]*(?:[ \t]+[^\W\d_][\w'./-]*)*")

_KATA_AKHIR: Final = re.compile(r"([^\W\d_][^\[\]@;()]*)$")


def _galat_huruf(teks: str, posisi: int) -> GalatRumus:
    """Say what is wrong at a place where the text stops making sense."""
    kolom = posisi + 1
    huruf = teks[posisi]
    if kata := next((k for k in _KATA.finditer(teks) if k.start() <= posisi < k.end()), None):
        isi = kata[0]
        fungsi = DAFTAR_FUNGSI.get(nearest_fungsi(isi))
        return GalatRumus(
            "Nama variabel ditulis dalam kurung siku, dan bagian fungsi dalam kurung biasa.",
            kata.start() + 1,
            f"[{isi}] atau {fungsi.contoh}" if fungsi else f"[{isi}]",
        )
    if huruf == "%":
        return GalatRumus("Tanda % hanya mengikuti bilangan, misalnya 100%.", kolom, "tulis * 100% di akhir rasio")
    if huruf == ",":
        return GalatRumus("Koma hanya dipakai di dalam bilangan, misalnya 0,5.", kolom, "pisahkan bagian dengan ;")
    if huruf == ";":
        return GalatRumus("Titik koma hanya memisahkan bagian sebuah fungsi.", kolom, "rata_rata([A]; [B])")
    if huruf == "=":
        return GalatRumus("Rumus ditulis tanpa nama di kiri dan tanpa tanda =.", kolom, "tulis bagian kanannya saja")
    if huruf == "@":
        return GalatRumus("Penunjuk waktu mengikuti variabel, misalnya [Kasus]@tahun_lalu.", kolom)
    if huruf in "[(" or huruf.isdigit():
        return GalatRumus("Ada dua bagian berurutan tanpa operator di antaranya.", kolom, "tambahkan + - * atau /")
    if huruf in "+-*/^×÷·−–:∕⁄)":
        return GalatRumus(f"Sebelum tanda {huruf} harus ada variabel atau bilangan.", kolom)
    return GalatRumus(f"Tanda {huruf!r} tidak dikenal dalam rumus.", kolom, "pakai + - * / ^ dan kurung")


@lru_cache(maxsize=1024)
def parse_rumus(teks: str) -> Simpul:
    """
    Read one formula.

    :raises GalatRumus: with the column and, where one is known, a suggestion
    """
    if len(teks) > BATAS_HURUF:
        raise GalatRumus(
            f"Rumus terlalu panjang: {len(teks)} huruf, batasnya {BATAS_HURUF}.", 0, "pecah menjadi beberapa variabel"
        )
    if not teks.strip():
        raise GalatRumus("Rumus kosong.", 0, "[A] / [B] * 100%")
    if kendali := _KENDALI.search(teks):
        raise GalatRumus("Ada huruf kendali yang tidak tampak di layar.", kendali.start() + 1, "ketik ulang bagian ini")
    _check_kurung(teks)
    try:
        hasil: Any = _parser().parse(teks)
    except UnexpectedCharacters as galat:
        raise _galat_huruf(teks, galat.pos_in_stream or 0) from None
    except UnexpectedToken as galat:
        if galat.token.type != "$END":
            raise _galat_huruf(teks, _kolom(galat.token) - 1) from None
        if ekor := _KATA_AKHIR.search(teks):
            raise _galat_huruf(teks, ekor.start(1)) from None
        raise GalatRumus(
            "Rumus berhenti sebelum selesai.", len(teks.rstrip()) + 1, "lengkapi dengan variabel atau bilangan"
        ) from None
    assert isinstance(hasil, BilanganTetap | Peubah | Negatif | Operasi | Panggilan)
    return hasil
