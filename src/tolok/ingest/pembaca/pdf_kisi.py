"""Ruling lines of a page become grids: where the cells of its tables are, merged ones where a rule is missing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tolok.ingest.pembaca.pdf_halaman import Garis

_DEKAT: Final = 2.6
"""Lines closer than this are one."""
_SAMBUNG: Final = 3.5
"""A gap in a line, or between a line and the one it meets, that is still closed."""
_PENDEK: Final = 4.0
_JUMLAH_GARIS: Final = 4_000
_LEBIH: Final = 6.0
_TERTUTUP: Final = 0.6
"""How much of the edge of a cell must be ruled to part it from its neighbour."""


@dataclass(frozen=True, slots=True)
class Bidang:
    """A cell of a grid: its first row and column, and how many it covers."""

    baris: int
    kolom: int
    rentang_baris: int
    rentang_kolom: int


@dataclass(slots=True)
class Kisi:
    """A grid: its column borders from left to right, its row borders from top to bottom, and its cells."""

    batas_x: list[float]
    batas_y: list[float]
    bidang: list[Bidang]
    pada: list[list[int]]
    """Index into ``bidang`` for every row and column."""
    lunak: bool = False
    """Coloured areas make it, no rule."""

    def cari(self, x: float, y: float) -> int | None:
        """Return the cell at a point, or ``None`` outside."""
        kolom, baris = bisect_right(self.batas_x, x) - 1, bisect_right(self.batas_y, y) - 1
        if 0 <= baris < len(self.pada) and 0 <= kolom < len(self.pada[0]):
            return self.pada[baris][kolom]
        return None


def rapikan_garis(daftar: Iterable[Garis]) -> tuple[list[Garis], list[Garis]]:
    """Return the level and the upright lines; pieces and doubles made one, stubs left out."""
    hasil: list[list[Garis]] = []
    semua = list(daftar)
    for datar in (True, False):
        urut = sorted((g for g in semua if g.datar == datar), key=lambda g: g.letak)
        jadi: list[Garis] = []
        i = 0
        while i < len(urut):
            j = i + 1
            while (
                j < len(urut)
                and urut[j].letak - urut[j - 1].letak <= _DEKAT / 2
                and urut[j].letak - urut[i].letak <= _DEKAT
            ):
                j += 1
            jadi.extend(_sambung(urut[i:j], datar=datar))
            i = j
        hasil.append([g for g in jadi if g.akhir - g.awal >= _PENDEK])
    return hasil[0], hasil[1]


def _sambung(daftar: list[Garis], *, datar: bool) -> list[Garis]:
    """Return the lines at one place as few lines as they make."""
    kelompok: list[list[Garis]] = []
    ujung = 0.0
    for garis in sorted(daftar, key=lambda g: g.awal):
        if kelompok and garis.awal <= ujung + _SAMBUNG:
            kelompok[-1].append(garis)
            ujung = max(ujung, garis.akhir)
        else:
            kelompok.append([garis])
            ujung = garis.akhir
    return [_satukan(isi, datar=datar) for isi in kelompok]


def _satukan(daftar: list[Garis], *, datar: bool) -> Garis:
    bobot = sum(g.akhir - g.awal for g in daftar)
    letak = sum(g.letak * (g.akhir - g.awal) for g in daftar) / bobot if bobot > 0 else daftar[0].letak
    awal, akhir = min(g.awal for g in daftar), max(g.akhir for g in daftar)
    return Garis(datar, letak, awal, akhir, all(g.lunak for g in daftar))


def make_kisi(datar: list[Garis], tegak: list[Garis]) -> tuple[list[Kisi], list[Garis]]:
    """
    Return the grids that lines which meet make, and the lines that are part of none.

    Grids of a single cell are frames, no tables, and are left out.
    """
    if not datar or not tegak or len(datar) + len(tegak) > _JUMLAH_GARIS:
        return [], [*datar, *tegak]
    kelompok = _hubungkan(datar, tegak)
    hasil: list[Kisi] = []
    terpakai: set[int] = set()
    for nomor_datar, nomor_tegak in kelompok:
        kisi = _kisi([datar[i] for i in nomor_datar], [tegak[i] for i in nomor_tegak])
        if kisi is not None:
            hasil.append(kisi)
            terpakai.update(nomor_datar, (len(datar) + i for i in nomor_tegak))
    return hasil, [satu for i, satu in enumerate((*datar, *tegak)) if i not in terpakai]


def _hubungkan(datar: list[Garis], tegak: list[Garis]) -> list[tuple[list[int], list[int]]]:
    """Return the groups of lines that meet, directly or through others."""
    induk = list(range(len(datar) + len(tegak)))

    def akar(i: int) -> int:
        while induk[i] != i:
            induk[i] = induk[induk[i]]
            i = induk[i]
        return i

    urut = sorted(range(len(tegak)), key=lambda i: tegak[i].letak)
    letak = [tegak[i].letak for i in urut]
    for i, garis in enumerate(datar):
        for j in range(bisect_left(letak, garis.awal - _SAMBUNG), bisect_right(letak, garis.akhir + _SAMBUNG)):
            lain = tegak[urut[j]]
            if lain.awal - _SAMBUNG <= garis.letak <= lain.akhir + _SAMBUNG:
                induk[akar(i)] = akar(len(datar) + urut[j])
    anggota: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i in range(len(induk)):
        bagian = anggota[akar(i)]
        (bagian[0] if i < len(datar) else bagian[1]).append(i if i < len(datar) else i - len(datar))
    return [satu for satu in anggota.values() if satu[0] and satu[1]]


def _kisi(datar: list[Garis], tegak: list[Garis]) -> Kisi | None:
    batas_x = _batas([g.letak for g in tegak], [(g.awal, g.akhir) for g in datar])
    batas_y = _batas([g.letak for g in datar], [(g.awal, g.akhir) for g in tegak])
    tinggi, lebar = len(batas_y) - 1, len(batas_x) - 1
    if tinggi < 1 or lebar < 1 or tinggi * lebar < 2:
        return None
    kanan = _tertutup(tegak, batas_x, batas_y)
    bawah = _tertutup(datar, batas_y, batas_x)
    # kanan[j][i]: a rule stands at column border j beside row i; bawah[i][j]: one lies at row border i over column j
    pada = [[-1] * lebar for _ in range(tinggi)]
    bidang: list[Bidang] = []
    for i in range(tinggi):
        for j in range(lebar):
            if pada[i][j] >= 0:
                continue
            akhir_kolom = j + 1
            while akhir_kolom < lebar and pada[i][akhir_kolom] < 0 and not kanan[akhir_kolom][i]:
                akhir_kolom += 1
            akhir_baris = i + 1
            while akhir_baris < tinggi and _menyambung(pada, kanan, bawah, akhir_baris, j, akhir_kolom):
                akhir_baris += 1
            for b in range(i, akhir_baris):
                pada[b][j:akhir_kolom] = [len(bidang)] * (akhir_kolom - j)
            bidang.append(Bidang(i, j, akhir_baris - i, akhir_kolom - j))
    lunak = all(garis.lunak for garis in (*datar, *tegak))
    return Kisi(batas_x, batas_y, bidang, pada, lunak) if len(bidang) > 1 else None


def _menyambung(
    pada: list[list[int]], kanan: list[list[bool]], bawah: list[list[bool]], baris: int, awal: int, akhir: int
) -> bool:
    """Whether a row goes on with the cell above it: no rule over any of it, none within it, and its sides as above."""
    if any(bawah[baris][awal:akhir]) or any(satu >= 0 for satu in pada[baris][awal:akhir]):
        return False
    if any(kanan[k][baris] for k in range(awal + 1, akhir)):
        return False
    sisi_kiri = awal == 0 or kanan[awal][baris] or pada[baris][awal - 1] >= 0
    sisi_kanan = akhir == len(pada[0]) or kanan[akhir][baris]
    return sisi_kiri and sisi_kanan


def _batas(letak: list[float], rentang: list[tuple[float, float]]) -> list[float]:
    """Return the borders; where several lines across run on beyond the last one, the table is open there and ends."""
    hasil: list[float] = []
    for satu in sorted(letak):
        if not hasil or satu - hasil[-1] > _DEKAT:
            hasil.append(satu)
    awal = sorted(a for a, _ in rentang)
    akhir = sorted((b for _, b in rentang), reverse=True)
    if len(awal) > 1 and awal[1] < hasil[0] - _LEBIH:
        hasil.insert(0, awal[1])
    if len(akhir) > 1 and akhir[1] > hasil[-1] + _LEBIH:
        hasil.append(akhir[1])
    return hasil


def _tertutup(garis: list[Garis], batas: list[float], silang: list[float]) -> list[list[bool]]:
    """Return for every border and every stretch between two crossing borders whether a line covers it."""
    per_batas: list[list[Garis]] = [[] for _ in batas]
    for satu in garis:
        i = bisect_left(batas, satu.letak)
        if i == len(batas) or (i > 0 and satu.letak - batas[i - 1] <= batas[i] - satu.letak):
            i -= 1
        per_batas[i].append(satu)
    hasil = []
    for daftar in per_batas:
        baris = [False] * (len(silang) - 1)
        for satu in daftar:
            for k in range(
                max(bisect_right(silang, satu.awal) - 1, 0), min(bisect_left(silang, satu.akhir), len(baris))
            ):
                tumpang = min(satu.akhir, silang[k + 1]) - max(satu.awal, silang[k])
                if tumpang >= _TERTUTUP * (silang[k + 1] - silang[k]):
                    baris[k] = True
        hasil.append(baris)
    return hasil
