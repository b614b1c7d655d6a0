"""
The organisation chart: the head on top, staff units beside the trunk, one column a bidang with its seksi below it.

Box widths follow the room there is, box heights the wrapped text. Tall columns are cut into parallel stacks and wide
rows into several rows; the largest font size whose chart fits the page is taken. Of an agency with too many units for
one page the upper levels are drawn, and the chart says how many units are left to the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tolok.core.organisasi import Jabatan, Unit
from tolok.render.susunan.alt import list_alt, shorten
from tolok.render.susunan.ukuran_teks import measure_baris, measure_teks, wrap_teks
from tolok.render.tata_letak import LEBAR_GAMBAR, Bentuk, Gambar, Garis, Kotak, TeksGambar

UKURAN: Final = (8, 7, 6, 5)
"""Font sizes in points, tried in this order."""

_LEBAR_PER_TITIK: Final = 36
"""Least width of a column for each point of the font size, in tenths of a millimetre."""
_LEBAR_TERBESAR_PER_TITIK: Final = 60
_LEBAR_TERKECIL_PER_TITIK: Final = 20
_PINGGIR: Final = 3
"""Room around the chart, so that no frame is cut at the edge of the drawing."""
_TEPI: Final = 12
_SELA_KOLOM: Final = 30
_SELA_BARIS: Final = 60
_SELA_TUMPUK: Final = 22
_MASUK: Final = 36
_KOSONG: Final = "Susunan organisasi belum diisi"
_FUNGSIONAL: Final = "Kelompok Jabatan Fungsional"
_STAF: Final = frozenset({"sekretariat", "fungsional"})
_SELALU_UTUH: Final = 60
"""So many units are always drawn, if need be on a drawing higher than the page."""

_TERBANYAK: Final = 120
"""More units nobody can read on one page, so it is not tried."""

_TERSEDIKIT: Final = 12
"""Of one single level so many units are drawn at least."""


@dataclass(frozen=True, slots=True)
class _Simpul:
    """A unit with its box text and the units below it."""

    teks: str
    jenis: str
    anak: tuple[_Simpul, ...] = ()

    def telusuri(self) -> Iterator[_Simpul]:
        yield self
        for satu in self.anak:
            yield from satu.telusuri()

    @property
    def banyak(self) -> int:
        """How many boxes stand here and below."""
        return sum(1 for _ in self.telusuri())

    @property
    def dalam(self) -> int:
        """How many levels stand here and below."""
        return 1 + max((satu.dalam for satu in self.anak), default=0)

    def cut(self, tingkat: int) -> _Simpul:
        """Return the unit with at most so many levels, itself counted."""
        return replace(self, anak=tuple(satu.cut(tingkat - 1) for satu in self.anak) if tingkat > 1 else ())


@dataclass(frozen=True, slots=True)
class _Bagan:
    """The units sorted by where they stand; ``puncak`` is ``None`` if several units stand at the top."""

    puncak: _Simpul | None
    staf: tuple[_Simpul, ...]
    lini: tuple[_Simpul, ...]
    upt: tuple[_Simpul, ...]

    @property
    def cabang(self) -> tuple[_Simpul, ...]:
        return (*self.staf, *self.lini, *self.upt)


@dataclass(frozen=True, slots=True)
class _Blok:
    """A unit of the second level and the number of stacks its units stand in."""

    simpul: _Simpul
    tumpukan: int = 1


@dataclass(slots=True)
class _Kanvas:
    """What has been drawn so far, and the measures it is drawn with."""

    huruf: int
    lebar: int
    lebar_kolom: int = 0
    garis: list[Garis] = field(default_factory=list)
    kotak: list[Kotak] = field(default_factory=list)
    catatan: list[TeksGambar] = field(default_factory=list)

    def line(self, x1: int, y1: int, x2: int, y2: int) -> None:
        """Draw a line unless it has no length."""
        if (x1, y1) != (x2, y2):
            self.garis.append(Garis(x1, y1, x2, y2))

    def box(self, teks: str, x: int, y: int, lebar: int, *, tingkat: int) -> Kotak:
        """Draw a box as high as its wrapped text needs; the first two levels are bold on a tinted ground."""
        tebal = tingkat < 2
        baris = wrap_teks(teks, lebar=lebar - 2 * _TEPI, ukuran=self.huruf, tebal=tebal)
        tinggi = len(baris) * measure_baris(self.huruf) + 2 * _TEPI
        latar = ("utama_lunak", "netral_lunak", "putih")[tingkat]
        kotak = Kotak(x, y, lebar, tinggi, latar, "garis", baris, self.huruf, tebal)
        self.kotak.append(kotak)
        return kotak

    def shifted(self, jarak: int) -> tuple[Bentuk, ...]:
        """Return all shapes, lines first, moved right and down."""
        return (
            *(replace(g, x1=g.x1 + jarak, y1=g.y1 + jarak, x2=g.x2 + jarak, y2=g.y2 + jarak) for g in self.garis),
            *(replace(k, x=k.x + jarak, y=k.y + jarak) for k in self.kotak),
            *(replace(t, x=t.x + jarak, y=t.y + jarak) for t in self.catatan),
        )

    def width_of(self, blok: _Blok) -> int:
        """Return the width of a block: its stacks side by side."""
        return blok.tumpukan * self.lebar_kolom + (blok.tumpukan - 1) * _SELA_KOLOM


def layout_bagan_organisasi(
    daftar_unit: Sequence[Unit],
    daftar_jabatan: Sequence[Jabatan] = (),
    *,
    tinggi: int = 2100,
    nomor: str = "",
    judul: str = "",
) -> Gambar:
    """
    Return the organisation chart of an agency as a drawing of full width (``LEBAR_GAMBAR``).

    Units of kind ``sekretariat`` and ``fungsional`` stand beside the trunk, units of kind ``upt`` in rows of their own
    at the foot. The top box names the position of the head. Of more than 60 units the lowest levels are left out if
    they do not fit ``tinggi`` at the smallest font, and a line at the foot says how many units that are. Fewer are
    drawn whole: then the drawing is taller rather than unreadable or overlapping.

    :param tinggi: what the page has room for, in tenths of a millimetre
    """
    puncak, utuh = _build(daftar_unit, daftar_jabatan)
    ruang, batas = LEBAR_GAMBAR - 2 * _PINGGIR, tinggi - 2 * _PINGGIR
    for cabang in _list_lingkup(utuh):
        bagan = _arrange(puncak, cabang)
        catatan = _tell_sisa(_count(utuh) - _count(cabang))
        kanvas, terpakai = _fit_huruf(bagan, ruang, batas - _note_height(catatan, ruang))
        terpakai = _draw_note(kanvas, catatan, terpakai)
        if terpakai <= batas:
            break
    return Gambar(
        LEBAR_GAMBAR, terpakai + 2 * _PINGGIR, kanvas.shifted(_PINGGIR), _describe(bagan, catatan), nomor, judul
    )


def _list_lingkup(utuh: tuple[_Simpul, ...]) -> Iterator[tuple[_Simpul, ...]]:
    """Yield the units below the top: all of them, then ever fewer levels, then ever fewer units of the first level."""
    if _count(utuh) <= _SELALU_UTUH:
        yield utuh
        return
    for tingkat in range(max(satu.dalam for satu in utuh), 0, -1):
        cabang = tuple(satu.cut(tingkat) for satu in utuh)
        if _count(cabang) <= _TERBANYAK:
            yield cabang
    jumlah = min(_TERBANYAK, len(utuh))
    while True:
        yield tuple(satu.cut(1) for satu in utuh[:jumlah])
        if jumlah <= _TERSEDIKIT:
            return
        jumlah = max(_TERSEDIKIT, jumlah * 3 // 4)


def _count(cabang: tuple[_Simpul, ...]) -> int:
    return sum(satu.banyak for satu in cabang)


def _tell_sisa(sisa: int) -> str:
    if not sisa:
        return ""
    return (
        f"{sisa} unit di bawahnya tidak digambar karena tidak muat; seluruh unit dapat dibaca dalam tabel unit kerja."
    )


def _wrap_note(catatan: str, lebar: int) -> tuple[str, ...]:
    return wrap_teks(catatan, lebar=lebar, ukuran=UKURAN[0]) if catatan else ()


def _note_height(catatan: str, lebar: int) -> int:
    """Return the height of the line at the foot, with the gap above it."""
    daftar = _wrap_note(catatan, lebar)
    return _SELA_BARIS + len(daftar) * measure_baris(UKURAN[0]) if daftar else 0


def _draw_note(kanvas: _Kanvas, catatan: str, y: int) -> int:
    """Write what is left out below the chart; return the lowest y used."""
    baris = measure_baris(UKURAN[0])
    for nomor, satu in enumerate(_wrap_note(catatan, kanvas.lebar), 1):
        kanvas.catatan.append(TeksGambar(0, y + _SELA_BARIS + nomor * baris - 8, satu, UKURAN[0], warna="teks_lemah"))
    return y + _note_height(catatan, kanvas.lebar)


def _build(
    daftar_unit: Sequence[Unit], daftar_jabatan: Sequence[Jabatan]
) -> tuple[_Simpul | None, tuple[_Simpul, ...]]:
    """Return the top, if there is one, and the units below it."""
    if not daftar_unit:
        return _Simpul(_KOSONG, ""), ()
    dikenal = {unit.id for unit in daftar_unit}
    anak_per_induk: dict[str, list[Unit]] = {}
    for unit in daftar_unit:
        anak_per_induk.setdefault(unit.induk if unit.induk in dikenal else "", []).append(unit)

    def rakit(induk: str) -> tuple[_Simpul, ...]:
        return tuple(_Simpul(unit.nama, _kind(unit), rakit(unit.id)) for unit in anak_per_induk.get(induk, ()))

    akar = anak_per_induk.get("", [])
    cabang = rakit("")
    if len(akar) != 1:
        return None, cabang
    jabatan = [satu for satu in daftar_jabatan if satu.unit == akar[0].id]
    puncak = _Simpul(next((j.nama for j in jabatan if j.jenis != "fungsional"), akar[0].nama), "")
    cabang = cabang[0].anak
    if any(j.jenis == "fungsional" for j in jabatan) and all(s.jenis != "fungsional" for s in cabang):
        cabang = (_Simpul(_FUNGSIONAL, "fungsional"), *cabang)
    return puncak, cabang


def _arrange(puncak: _Simpul | None, cabang: tuple[_Simpul, ...]) -> _Bagan:
    """Sort the units below the top by where they stand; without a top there is no trunk for staff to stand beside."""
    return _Bagan(
        puncak,
        tuple(satu for satu in cabang if puncak and satu.jenis in _STAF),
        tuple(satu for satu in cabang if not (puncak and satu.jenis in _STAF) and satu.jenis != "upt"),
        tuple(satu for satu in cabang if satu.jenis == "upt"),
    )


def _kind(unit: Unit) -> str:
    """Return the kind of a unit, read from its name where the package names none."""
    nama = (unit.jenis or unit.nama).lower()
    for awal, jenis in (("sekretariat", "sekretariat"), ("kelompok jabatan fungsional", "fungsional"), ("upt", "upt")):
        if nama.startswith(awal):
            return jenis
    return nama if unit.jenis else ""


def _fit_huruf(bagan: _Bagan, lebar: int, tinggi: int) -> tuple[_Kanvas, int]:
    """Draw at the largest font size that fits, else at the smallest."""
    kanvas, terpakai = _fit(bagan, UKURAN[0], lebar, tinggi)
    for huruf in UKURAN[1:]:
        if terpakai <= tinggi:
            break
        kanvas, terpakai = _fit(bagan, huruf, lebar, tinggi)
    return kanvas, terpakai


def _fit(bagan: _Bagan, huruf: int, lebar: int, tinggi: int) -> tuple[_Kanvas, int]:
    """Draw at one font size, cutting the tallest column into one more stack until the chart fits or cannot be cut."""
    terpanjang = max(
        (
            measure_teks(kata, ukuran=huruf, tebal=True)
            for cabang in bagan.cabang
            for simpul in cabang.telusuri()
            for kata in simpul.teks.split()
        ),
        default=0,
    )
    terkecil = max(_LEBAR_PER_TITIK * huruf, terpanjang + 2 * _TEPI + _MASUK)
    muat = max(1, (lebar + _SELA_KOLOM) // (terkecil + _SELA_KOLOM))
    lini = [_Blok(satu) for satu in bagan.lini]
    upt = [_Blok(satu) for satu in bagan.upt]
    while True:
        kanvas = _Kanvas(huruf, lebar)
        terpakai = _draw(kanvas, bagan, [*_rows(lini, muat), *_rows(upt, muat)])
        if terpakai <= tinggi or not (_cut_tallest(lini, muat) or _cut_tallest(upt, muat)):
            return kanvas, terpakai


def _cut_tallest(daftar: list[_Blok], muat: int) -> bool:
    """Give the block with the tallest stacks one stack more; ``False`` if none can have more."""
    calon = [i for i, blok in enumerate(daftar) if blok.tumpukan < min(muat, len(blok.simpul.anak))]
    if not calon:
        return False
    terpilih = max(calon, key=lambda i: daftar[i].simpul.banyak // daftar[i].tumpukan)
    daftar[terpilih] = _Blok(daftar[terpilih].simpul, daftar[terpilih].tumpukan + 1)
    return True


def _rows(daftar: Sequence[_Blok], muat: int) -> list[list[_Blok]]:
    """Split blocks into rows of at most ``muat`` columns, about equally full, in order."""
    jumlah = sum(blok.tumpukan for blok in daftar)
    penuh = -(-jumlah // max(1, -(-jumlah // muat)))
    baris: list[list[_Blok]] = []
    terisi = muat
    for blok in daftar:
        if terisi + blok.tumpukan > muat or terisi >= penuh:
            baris.append([])
            terisi = 0
        baris[-1].append(blok)
        terisi += blok.tumpukan
    return baris


def _draw(kanvas: _Kanvas, bagan: _Bagan, baris: Sequence[Sequence[_Blok]]) -> int:
    """Draw the whole chart and return its height."""
    kolom = max((sum(blok.tumpukan for blok in satu) for satu in baris), default=1)
    rel = _SELA_KOLOM if len(baris) > 1 else 0
    tersedia = (kanvas.lebar - rel + _SELA_KOLOM) // kolom - _SELA_KOLOM
    kanvas.lebar_kolom = min(tersedia, _LEBAR_TERBESAR_PER_TITIK * kanvas.huruf)
    tengah = kanvas.lebar // 2
    batang: list[int] = []
    y = 0
    if bagan.puncak is not None:
        selebar = min(kanvas.lebar, 2 * _LEBAR_TERBESAR_PER_TITIK * kanvas.huruf)
        kaki = kanvas.box(bagan.puncak.teks, tengah - selebar // 2, 0, selebar, tingkat=0).tinggi
        y, sambungan = _draw_staf(kanvas, bagan.staf, tengah, kaki)
        batang = [kaki, sambungan]
    y_bus_sebelum = 0
    for nomor, satu in enumerate(baris):
        y_bus = y + _SELA_BARIS // 2 if y else 0
        pusat, y = _draw_row(kanvas, satu, y_bus, rel)
        if rel:
            pusat.append(0)
        if nomor:
            kanvas.line(0, y_bus_sebelum, 0, y_bus)
        elif batang:
            pusat.append(tengah)
            batang.append(y_bus)
        kanvas.line(min(pusat), y_bus, max(pusat), y_bus)
        y_bus_sebelum = y_bus
    if batang:
        kanvas.line(tengah, min(batang), tengah, max(batang))
    return y


def _draw_row(kanvas: _Kanvas, baris: Sequence[_Blok], y_bus: int, rel: int) -> tuple[list[int], int]:
    """Draw one row of blocks below its bus; return where they hang on it and the lowest y used."""
    selebar = sum(kanvas.width_of(blok) for blok in baris) + _SELA_KOLOM * (len(baris) - 1)
    x = rel + (kanvas.lebar - rel - selebar) // 2
    atas = y_bus + _SELA_BARIS // 2
    pusat: list[int] = []
    terendah = atas
    for blok in baris:
        lebar = kanvas.width_of(blok)
        pusat.append(x + lebar // 2)
        kanvas.line(pusat[-1], y_bus, pusat[-1], atas)
        kepala = kanvas.box(blok.simpul.teks, x, atas, lebar, tingkat=1)
        for nomor, anak in enumerate(_stacks(blok)):
            kiri = x + nomor * (kanvas.lebar_kolom + _SELA_KOLOM)
            bawah = _draw_stack(kanvas, anak, kiri, atas + kepala.tinggi, kanvas.lebar_kolom)
            terendah = max(terendah, bawah)
        x += lebar + _SELA_KOLOM
    return pusat, terendah


def _stacks(blok: _Blok) -> list[list[_Simpul]]:
    """Deal the units below a block over its stacks, in order, about equally tall."""
    jumlah = blok.simpul.banyak - 1
    daftar: list[list[_Simpul]] = [[] for _ in range(blok.tumpukan)]
    terisi = 0
    for satu in blok.simpul.anak:
        daftar[terisi * blok.tumpukan // jumlah].append(satu)
        terisi += satu.banyak
    return daftar


def _draw_staf(kanvas: _Kanvas, staf: Sequence[_Simpul], tengah: int, y: int) -> tuple[int, int]:
    """
    Draw functional groups left and secretariats right of the trunk.

    Return the lowest y used and the y of the lowest joint with the trunk.
    """
    selebar = min(tengah - 2 * _SELA_KOLOM, _LEBAR_TERBESAR_PER_TITIK * kanvas.huruf)
    terendah = sambungan = y
    for jenis, x, tepi in (
        ("fungsional", tengah - 2 * _SELA_KOLOM - selebar, tengah - 2 * _SELA_KOLOM),
        ("sekretariat", tengah + 2 * _SELA_KOLOM, tengah + 2 * _SELA_KOLOM),
    ):
        atas = y + _SELA_BARIS // 2
        for simpul in staf:
            if simpul.jenis != jenis:
                continue
            kepala = kanvas.box(simpul.teks, x, atas, selebar, tingkat=1)
            titik = atas + kepala.tinggi // 2
            kanvas.line(min(tepi, tengah), titik, max(tepi, tengah), titik)
            sambungan = max(sambungan, titik)
            bawah = _draw_stack(kanvas, simpul.anak, x, atas + kepala.tinggi, selebar)
            terendah = max(terendah, bawah)
            atas = bawah + _SELA_TUMPUK
    return terendah, sambungan


def _draw_stack(kanvas: _Kanvas, daftar: Sequence[_Simpul], x: int, y: int, lebar: int) -> int:
    """
    Draw units one below the other, hung on a line at their left; return the lowest y used.

    Units below them are indented as long as enough width is left, then they hang on the same line.
    """
    tiang = x + _MASUK // 2
    kiri, selebar = x + _MASUK, lebar - _MASUK
    is_masuk = selebar - _MASUK >= _LEBAR_TERKECIL_PER_TITIK * kanvas.huruf
    bawah = titik = y
    for simpul in daftar:
        kotak = kanvas.box(simpul.teks, kiri, bawah + _SELA_TUMPUK, selebar, tingkat=2)
        titik = kotak.y + kotak.tinggi // 2
        kanvas.line(tiang, titik, kiri, titik)
        x_anak, lebar_anak = (kiri, selebar) if is_masuk else (x, lebar)
        bawah = _draw_stack(kanvas, simpul.anak, x_anak, kotak.y + kotak.tinggi, lebar_anak)
    kanvas.line(tiang, y, tiang, titik)
    return bawah


def _describe(bagan: _Bagan, catatan: str) -> str:
    """Return the chart in words."""
    bagian = [
        shorten(satu.teks) + (f" (membawahkan {_describe_anak(satu.anak)})" if satu.anak else "")
        for satu in bagan.cabang
    ]
    awal = f"Bagan organisasi. {shorten(bagan.puncak.teks)}" if bagan.puncak else "Bagan organisasi"
    alt = list_alt(f"{awal}. Unit di bawahnya:", bagian, sebutan="unit") if bagian else f"{awal}."
    return f"{alt} {catatan}".strip()


def _describe_anak(daftar: Sequence[_Simpul]) -> str:
    """Return the names of the units below, or only their number where the names are long."""
    nama = ", ".join(satu.teks for satu in daftar)
    return nama if nama == shorten(nama) else f"{len(daftar)} unit"
