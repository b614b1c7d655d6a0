"""
Tree -> value, exact, with the full story of how it came about.

A tree is compiled once to closures; evaluating it builds the value and the trace in one walk. A missing variable does
not stop the walk: the trace stays complete and the result says which variables are missing.

:source: domain handbook 9.2, 9.3, 9.7; docs/rumus/bahasa-rumus.md
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.cetak_angka import label_keadaan
from tolok.core.hampiran import GalatPangkat, pangkat_pecahan, rata_rata_geometrik
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import (
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Kategori,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
    with_tanda,
)
from tolok.core.rumus.check import check_persen, is_nisbah
from tolok.core.rumus.functions import (
    ABS,
    DAFTAR_FUNGSI,
    FGT,
    JUMLAH,
    KATEGORI,
    MAKS,
    MIN,
    RATA_RATA,
    RATA_RATA_GEOMETRIK,
)
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import BATAS_PANGKAT
from tolok.core.rumus.printing import label_terbaca, to_teks

BATAS_BIT: Final = 2048
"""A power with more bits than this (616 decimal digits) is no performance figure; it is not computed."""

OPERASI_PER_OPERATOR: Final = {"+": "tambah", "-": "kurang", "*": "kali", "/": "bagi", "^": "pangkat"}


@dataclass(frozen=True, slots=True)
class DaftarNilai:
    """The value of a list variable (one number per household, per unit …), for ``fgt``, ``jumlah`` and the like."""

    daftar: tuple[Angka, ...]
    satuan: str
    tanda: tuple[Tanda, ...] = ()
    identitas: str | None = None
    sumber: str | None = None


Masukan = Hasil | Nilai | DaftarNilai
Ambil = Callable[[Peubah], Masukan]

_Angka = Angka | tuple[Angka, ...] | None
_Langkah = Callable[[Ambil, list[Tanda]], tuple[Angka | None, Jejak]]
_LangkahDaftar = Callable[[Ambil, list[Tanda]], tuple[_Angka, Jejak]]

_new = tuple.__new__


def _buat_jejak(operasi: str, uraian: str, nilai: Nilai | Angka, anak: tuple[Jejak, ...]) -> Jejak:
    """Make a trace step without the detour over the keyword constructor; the hot path."""
    return _new(Jejak, (operasi, uraian, nilai, anak, None, None, None))


def _gagal(operasi: str, uraian: str, anak: tuple[Jejak, ...]) -> tuple[None, Jejak]:
    """A step that lacks an input: it takes over the state of its inputs."""
    return None, _buat_jejak(operasi, uraian, _keadaan_utama(j.nilai for j in anak), anak)


def _keadaan_utama(daftar: Iterable[Nilai | Angka]) -> BelumAda | TidakDapatDihitung:
    """Choose the state that decides: what can never be computed outweighs what is not there yet."""
    keadaan = [n for n in daftar if isinstance(n, BelumAda | TidakDapatDihitung)]
    return next((k for k in keadaan if isinstance(k, TidakDapatDihitung)), keadaan[0])


def _gabung_sebab(jejak: Jejak) -> BelumAda | TidakDapatDihitung:
    """Return the deciding state with the sentences of all steps where something was missing, each once."""
    asal = [
        j.nilai
        for j in _telusuri_rumus(jejak)
        if isinstance(j.nilai, BelumAda | TidakDapatDihitung)
        and (j.operasi == "variabel" or not any(isinstance(a.nilai, BelumAda | TidakDapatDihitung) for a in j.anak))
    ]
    return replace(_keadaan_utama(asal), keterangan=" ".join(dict.fromkeys(k.keterangan for k in asal)))


def _telusuri_rumus(jejak: Jejak) -> Iterator[Jejak]:
    """Yield the steps of the formula; below a variable stands the story of its value, whose gaps it has settled."""
    tumpukan = [jejak]
    while tumpukan:
        kini = tumpukan.pop()
        yield kini
        if kini.operasi != "variabel":
            tumpukan.extend(reversed(kini.anak))


def _tak_terhitung(
    operasi: str, uraian: str, alasan: AlasanTakTerhitung, keterangan: str, anak: tuple[Jejak, ...]
) -> tuple[None, Jejak]:
    return None, _buat_jejak(operasi, uraian, TidakDapatDihitung(alasan, keterangan), anak)


def _keadaan_peubah(uraian: str, nilai: Nilai | DaftarNilai) -> BelumAda | TidakDapatDihitung:
    """The state of a variable that gives no number, in a sentence that names it."""
    nama = f"“{uraian}”"
    match nilai:
        case BelumAda(alasan=alasan, keterangan=keterangan):
            sebab = keterangan or label_keadaan(nilai).lower()
            return BelumAda(alasan, _sebut_sebab(uraian, f"Nilai variabel {nama} belum ada", sebab))
        case TidakDapatDihitung(alasan=alasan, keterangan=keterangan):
            sebab = keterangan or alasan
            return TidakDapatDihitung(
                alasan, _sebut_sebab(uraian, f"Nilai variabel {nama} tidak dapat dihitung", sebab)
            )
        case Kategori(label=label):
            sebab = f"Variabel {nama} berupa kategori ({label}), bukan bilangan; rumusnya kategori([{uraian}])."
        case Rentang():
            sebab = f"Variabel {nama} berupa rentang, bukan satu bilangan; isi dengan satu bilangan."
        case DaftarNilai():
            sebab = f"Variabel {nama} berupa daftar nilai; pakai di dalam jumlah(…), rata_rata(…) atau fgt(…)."
        case _:
            sebab = f"Variabel {nama} berupa satu bilangan, sedangkan fgt(…) memerlukan daftar nilai."
    return TidakDapatDihitung(AlasanTakTerhitung.BUKAN_ANGKA, sebab)


def _sebut_sebab(uraian: str, awal: str, sebab: str) -> str:
    """Return why a variable is missing; a reason that already names the variable stands alone."""
    sebab = f"{sebab.rstrip('.')}."
    nama = uraian.removesuffix(" tahun lalu").removesuffix(" triwulan lalu")
    return sebab if sebab.startswith(nama) else f"{awal}: {sebab}"


def _compile_peubah(peubah: Peubah, *, daftar: bool = False, bilangan: bool = True) -> _LangkahDaftar:
    """Compile a variable; ``daftar`` and ``bilangan`` say which of the two kinds of value are welcome."""
    uraian = label_terbaca(peubah)

    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[_Angka, Jejak]:
        masukan = ambil(peubah)
        anak: tuple[Jejak, ...] = ()
        identitas = sumber = catatan = None
        nilai: Nilai | DaftarNilai
        if masukan.__class__ is Hasil:
            identitas, nilai, _, _, cerita = masukan
            anak, sumber, catatan = cerita.anak, cerita.sumber, cerita.catatan
        else:
            nilai = masukan  # type: ignore[assignment]
        if nilai.tanda:
            tanda.extend(nilai.tanda)
        if nilai.__class__ is Bilangan and bilangan:
            return nilai.angka, _new(Jejak, ("variabel", uraian, nilai, anak, identitas, sumber, catatan))
        if isinstance(nilai, DaftarNilai) and daftar:
            banyak = Bilangan(Angka(len(nilai.daftar)), "data")
            return nilai.daftar, Jejak("daftar", uraian, banyak, (), nilai.identitas, nilai.sumber)
        keadaan = _keadaan_peubah(uraian, nilai)
        return None, Jejak("variabel", uraian, keadaan, anak, identitas, sumber, catatan)

    return langkah


def _compile(simpul: Simpul) -> _Langkah:
    match simpul:
        case Peubah():
            return _compile_peubah(simpul)  # type: ignore[return-value]
        case BilanganTetap(angka=angka):
            tetap = (angka, _buat_jejak("tetap", to_teks(simpul), angka, ()))
            return lambda _ambil, _tanda: tetap
        case Negatif(isi=isi):
            return _compile_satu("negatif", to_teks(simpul), _compile(isi), Angka.__neg__)
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            return _compile_operasi(operator, to_teks(simpul), to_teks(kanan), _compile(kiri), _compile(kanan))
        case Panggilan(fungsi="abs", argumen=(isi,)):
            return _compile_satu(ABS, to_teks(simpul), _compile(isi), Angka.__abs__)
        case Panggilan(fungsi="fgt", argumen=(Peubah() as data, garis, alfa)):
            return _compile_fgt(to_teks(simpul), data, _compile(garis), _compile(alfa))
        case _:
            return _compile_kumpulan(simpul.fungsi, to_teks(simpul), simpul.argumen)


def _compile_satu(operasi: str, uraian: str, isi: _Langkah, hitung: Callable[[Angka], Angka]) -> _Langkah:
    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[Angka | None, Jejak]:
        angka, jejak = isi(ambil, tanda)
        if angka is None:
            return _gagal(operasi, uraian, (jejak,))
        hasil = hitung(angka)
        return hasil, _buat_jejak(operasi, uraian, hasil, (jejak,))

    return langkah


def _compile_operasi(operator: str, uraian: str, uraian_kanan: str, kiri: _Langkah, kanan: _Langkah) -> _Langkah:
    operasi = OPERASI_PER_OPERATOR[operator]
    if operator == "/":
        return _compile_bagi(uraian, uraian_kanan, kiri, kanan)
    if operator == "^":
        return _compile_pangkat(uraian, kiri, kanan)
    hitung = {"+": Angka.__add__, "-": Angka.__sub__, "*": Angka.__mul__}[operator]

    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[Angka | None, Jejak]:
        a, jejak_a = kiri(ambil, tanda)
        b, jejak_b = kanan(ambil, tanda)
        if a is None or b is None:
            return _gagal(operasi, uraian, (jejak_a, jejak_b))
        hasil = hitung(a, b)
        return hasil, _new(Jejak, (operasi, uraian, hasil, (jejak_a, jejak_b), None, None, None))

    return langkah


def _compile_bagi(uraian: str, uraian_kanan: str, kiri: _Langkah, kanan: _Langkah) -> _Langkah:
    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[Angka | None, Jejak]:
        a, jejak_a = kiri(ambil, tanda)
        b, jejak_b = kanan(ambil, tanda)
        if a is None or b is None:
            return _gagal("bagi", uraian, (jejak_a, jejak_b))
        if not b:
            keterangan = f"Penyebut {uraian_kanan} bernilai 0, sehingga {uraian} tidak dapat dihitung."
            return _tak_terhitung("bagi", uraian, AlasanTakTerhitung.PENYEBUT_NOL, keterangan, (jejak_a, jejak_b))
        hasil = a / b
        return hasil, _new(Jejak, ("bagi", uraian, hasil, (jejak_a, jejak_b), None, None, None))

    return langkah


def _compile_pangkat(uraian: str, kiri: _Langkah, kanan: _Langkah) -> _Langkah:
    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[Angka | None, Jejak]:
        a, jejak_a = kiri(ambil, tanda)
        b, jejak_b = kanan(ambil, tanda)
        anak = (jejak_a, jejak_b)
        if a is None or b is None:
            return _gagal("pangkat", uraian, anak)
        if not a and b < 0:
            keterangan = f"Pangkat negatif dari 0 tidak ada, sehingga {uraian} tidak dapat dihitung."
            return _tak_terhitung("pangkat", uraian, AlasanTakTerhitung.PENYEBUT_NOL, keterangan, anak)
        if _is_terlalu_besar(a, b):
            keterangan = f"Hasil {uraian} terlalu besar untuk sebuah ukuran kinerja; periksa pangkatnya."
            return _tak_terhitung("pangkat", uraian, AlasanTakTerhitung.BUKAN_ANGKA, keterangan, anak)
        try:
            hasil = _pangkat(a, b)
        except GalatPangkat as galat:
            return _tak_terhitung("pangkat", uraian, AlasanTakTerhitung.BUKAN_ANGKA, f"{uraian}: {galat}", anak)
        return hasil, _buat_jejak("pangkat", uraian, hasil, anak)

    return langkah


def _is_terlalu_besar(dasar: Angka, pangkat: Angka) -> bool:
    besar = max(dasar.pembilang.bit_length(), dasar.penyebut.bit_length())
    return abs(pangkat) > BATAS_PANGKAT or abs(pangkat) * besar > BATAS_BIT


def _pangkat(dasar: Angka, pangkat: Angka) -> Angka:
    """Return the power: exact for whole exponents, else an approximation that carries its mark."""
    return dasar**pangkat.pembilang if pangkat.is_bulat else pangkat_pecahan(dasar, pangkat)


def _compile_fgt(uraian: str, data: Peubah, garis: _Langkah, alfa: _Langkah) -> _Langkah:
    """
    Compile the poverty index P-alpha: the mean over all of ``((z - y) / z) ^ alpha``, where only y < z counts.

    :source: Foster, Greer and Thorbecke 1984, as used by BPS
    """
    ambil_data = _compile_peubah(data, daftar=True, bilangan=False)

    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[Angka | None, Jejak]:
        daftar, jejak_data = ambil_data(ambil, tanda)
        z, jejak_garis = garis(ambil, tanda)
        a, jejak_alfa = alfa(ambil, tanda)
        anak = (jejak_data, jejak_garis, jejak_alfa)
        if not isinstance(daftar, tuple) or z is None or a is None:
            return _gagal(FGT, uraian, anak)
        if not daftar:
            keterangan = f"Daftar “{jejak_data.uraian}” kosong, sehingga {uraian} tidak dapat dihitung."
            return _tak_terhitung(FGT, uraian, AlasanTakTerhitung.TANPA_DATA, keterangan, anak)
        if z <= 0:
            keterangan = f"Garis kemiskinan pada {uraian} harus lebih besar dari 0."
            return _tak_terhitung(FGT, uraian, AlasanTakTerhitung.PENYEBUT_NOL, keterangan, anak)
        if a < 0 or a > BATAS_PANGKAT:
            keterangan = f"Nilai alfa pada {uraian} harus di antara 0 dan {BATAS_PANGKAT}."
            return _tak_terhitung(FGT, uraian, AlasanTakTerhitung.BUKAN_ANGKA, keterangan, anak)
        try:
            hasil = sum((_pangkat((z - y) / z, a) for y in daftar if y < z), NOL) / len(daftar)
        except GalatPangkat as galat:
            return _tak_terhitung(FGT, uraian, AlasanTakTerhitung.BUKAN_ANGKA, f"{uraian}: {galat}", anak)
        return hasil, _buat_jejak(FGT, uraian, hasil, anak)

    return langkah


_HITUNG_PER_FUNGSI: Final[dict[str, Callable[[list[Angka]], Angka]]] = {
    JUMLAH: lambda daftar: sum(daftar[1:], daftar[0]),
    RATA_RATA: lambda daftar: sum(daftar[1:], daftar[0]) / len(daftar),
    MAKS: max,
    MIN: min,
    RATA_RATA_GEOMETRIK: rata_rata_geometrik,
}


def _compile_kumpulan(fungsi: str, uraian: str, argumen: tuple[Simpul, ...]) -> _Langkah:
    """Compile a function over any number of parts; a list variable among them counts with all its numbers."""
    daftar_langkah = tuple(_compile_peubah(a, daftar=True) if isinstance(a, Peubah) else _compile(a) for a in argumen)
    hitung = _HITUNG_PER_FUNGSI[fungsi]
    sebutan = DAFTAR_FUNGSI[fungsi].sebutan

    def langkah(ambil: Ambil, tanda: list[Tanda]) -> tuple[Angka | None, Jejak]:
        bagian = [bagian(ambil, tanda) for bagian in daftar_langkah]
        anak = tuple(jejak for _, jejak in bagian)
        daftar: list[Angka] = []
        for angka, _ in bagian:
            if angka is None:
                return _gagal(fungsi, uraian, anak)
            if isinstance(angka, tuple):
                daftar.extend(angka)
            else:
                daftar.append(angka)
        if not daftar:
            keterangan = f"Tidak ada data untuk {sebutan} pada {uraian}."
            return _tak_terhitung(fungsi, uraian, AlasanTakTerhitung.TANPA_DATA, keterangan, anak)
        try:
            hasil = hitung(daftar)
        except GalatPangkat as galat:
            return _tak_terhitung(fungsi, uraian, AlasanTakTerhitung.BUKAN_ANGKA, f"{uraian}: {galat}", anak)
        return hasil, _buat_jejak(fungsi, uraian, hasil, anak)

    return langkah


class RumusTerkompilasi:
    """A formula made ready to be evaluated many times."""

    __slots__ = ("_langkah", "_perlu_seratus", "_peubah_kategori", "simpul", "teks")

    def __init__(self, simpul: Simpul) -> None:
        self.simpul = simpul
        self.teks = to_teks(simpul)
        self._peubah_kategori: Peubah | None = None
        self._perlu_seratus = is_nisbah(simpul)
        match simpul:
            case Panggilan(fungsi="kategori", argumen=(Peubah() as peubah,)):
                self._peubah_kategori = peubah
            case _:
                self._langkah = _compile(simpul)

    def evaluate(self, *, satuan_hasil: str, ambil: Ambil) -> tuple[Nilai, Jejak]:
        """See :func:`evaluate`."""
        if self._perlu_seratus:
            check_persen(self.simpul, satuan_hasil=satuan_hasil)
        if self._peubah_kategori is not None:
            return self._evaluate_kategori(self._peubah_kategori, ambil)
        tanda: list[Tanda] = []
        angka, jejak = self._langkah(ambil, tanda)
        nilai: Nilai
        if angka is not None:
            nilai = Bilangan(angka, satuan_hasil, tuple(dict.fromkeys(tanda)) if tanda else ())
        else:
            nilai = with_tanda(_gabung_sebab(jejak), *tanda)
        return nilai, _new(Jejak, ("rumus", self.teks, nilai, (jejak,), None, None, None))

    def _evaluate_kategori(self, peubah: Peubah, ambil: Ambil) -> tuple[Nilai, Jejak]:
        masukan = ambil(peubah)
        uraian = label_terbaca(peubah)
        anak: tuple[Jejak, ...] = ()
        identitas = sumber = None
        nilai: Nilai | DaftarNilai = masukan  # type: ignore[assignment]
        if isinstance(masukan, Hasil):
            nilai, identitas, sumber, anak = masukan.nilai, masukan.identitas, masukan.jejak.sumber, masukan.jejak.anak
        hasil: Nilai
        if isinstance(nilai, Kategori):
            hasil = nilai
        elif isinstance(nilai, BelumAda | TidakDapatDihitung):
            hasil = with_tanda(_keadaan_peubah(uraian, nilai), *nilai.tanda)
        else:
            sebab = f"Variabel “{uraian}” bukan kategori; isi dengan salah satu tingkat pada skalanya."
            hasil = TidakDapatDihitung(AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA, sebab, nilai.tanda)
        jejak = Jejak("variabel", uraian, hasil, anak, identitas, sumber)
        return hasil, Jejak(KATEGORI, self.teks, hasil, (jejak,))


_BATAS_SIMPANAN: Final = 1024
_simpanan: dict[int, RumusTerkompilasi] = {}


def compile_rumus(simpul: Simpul) -> RumusTerkompilasi:
    """Return the formula ready for evaluation; the same tree is compiled once."""
    siap = _simpanan.get(id(simpul))
    if siap is not None and siap.simpul is simpul:
        return siap
    if len(_simpanan) >= _BATAS_SIMPANAN:
        _simpanan.clear()
    siap = _simpanan[id(simpul)] = RumusTerkompilasi(simpul)
    return siap


def evaluate(simpul: Simpul, *, satuan_hasil: str, ambil: Ambil) -> tuple[Nilai, Jejak]:
    """
    Evaluate a formula exactly.

    The value is in ``satuan_hasil`` (percent in points) and carries every mark of its inputs. A variable without a
    value, a category or a zero denominator makes the result ``BelumAda`` or ``TidakDapatDihitung`` with a sentence
    that names it. The trace has the operation ``rumus`` at its root and one step for each part below.

    :param ambil: gives the value of a variable: a ``Hasil`` (its identity goes into the trace), a bare ``Nilai``, or
        a ``DaftarNilai`` for a list; what it raises passes through
    :raises GalatRumus: if the unit is % and the formula is a ratio without x 100
    """
    return compile_rumus(simpul).evaluate(satuan_hasil=satuan_hasil, ambil=ambil)
