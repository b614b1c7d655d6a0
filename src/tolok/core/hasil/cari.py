"""Looking quantities up by their identity, and listing the identities of an agency-year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN, TOTAL, HasilAnggaran
from tolok.core.identitas import make_identitas
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode

if TYPE_CHECKING:
    from tolok.core.hasil.tahun import HasilTahun, RataRataCapaian


class IdentitasTakDikenal(KeyError):
    """No quantity of the agency-year has this identity."""

    def __init__(self, identitas: str) -> None:
        super().__init__(identitas)
        self.identitas = identitas

    def __str__(self) -> str:
        return f"Identitas {self.identitas} tidak ada."


class BagianIdentitas(NamedTuple):
    """
    An identity taken apart: ``pmks`` of ``indikator:pmks`` is ``nama`` (``""`` for ``instansi``), and what stands
    behind ``@`` in the quantity is ``rincian``.
    """

    instansi: str
    periode: Periode
    jenis: str
    nama: str
    besaran: str
    rincian: str


def read_identitas(identitas: str) -> BagianIdentitas:
    """
    Take ``agency/year/period/kind:name/quantity@detail`` apart; agencies and names hold no slash.

    :raises IdentitasTakDikenal: if the text has another shape
    """
    bagian = identitas.split("/", 3)
    if len(bagian) != 4:
        raise IdentitasTakDikenal(identitas)
    instansi, tahun, kunci, sisa = bagian
    objek, garis, besaran = sisa.partition("/")
    jenis, _, nama = objek.partition(":")
    besaran, _, rincian = besaran.partition("@")
    periode = _read_periode(tahun, kunci)
    if periode is None or not garis or not besaran:
        raise IdentitasTakDikenal(identitas)
    return BagianIdentitas(instansi, periode, jenis, nama, besaran, rincian)


@lru_cache(maxsize=256)
def _read_periode(tahun: str, kunci: str) -> Periode | None:
    if not (len(tahun) == 4 and tahun.isascii() and tahun.isdigit()):
        return None
    daftar = {Periode(int(tahun), triwulan).kunci: Periode(int(tahun), triwulan) for triwulan in range(5)}
    return daftar.get(kunci)


def find_hasil(hasil: HasilTahun, identitas: str) -> Hasil:
    """
    Return the quantity of this identity, computed now.

    :raises IdentitasTakDikenal: if there is none
    """
    bagian = read_identitas(identitas)
    if bagian.instansi != hasil.data.instansi.id:
        raise IdentitasTakDikenal(identitas)
    try:
        ditemukan = _find(hasil, bagian)
    except KeyError:
        ditemukan = None
    if ditemukan is None:
        raise IdentitasTakDikenal(identitas)
    return ditemukan


def list_identitas(hasil: HasilTahun) -> Iterator[str]:
    """Yield the identities of all quantities of the year, without computing them."""
    tahun = Periode(hasil.data.tahun)
    daftar_edisi = tuple(hasil.anggaran.edisi_per_id)

    def beri(periode: Periode, objek: str, *daftar_besaran: str) -> list[str]:
        awalan = make_identitas(hasil.data.instansi.id, periode, objek, "")
        return [awalan + besaran for besaran in daftar_besaran]

    daftar_pagu = tuple(f"{besaran}@{edisi}" for edisi in daftar_edisi for besaran in ("pagu", "bagian"))
    daftar_serapan = tuple(f"serapan@{edisi}" for edisi in daftar_edisi)
    daftar_efisiensi = tuple(f"efisiensi@{edisi}" for edisi in daftar_edisi)
    daftar_objek_uang = tuple(_list_objek_uang(hasil))
    for objek in daftar_objek_uang:
        yield from beri(tahun, objek, *daftar_pagu)
    for definisi in _list_indikator(hasil, tahun):
        yield from beri(tahun, f"indikator:{definisi.indikator}", *_HITUNG_RENCANA)
        yield from (pembanding.identitas for pembanding in hasil.pembanding(definisi.indikator))
    for periode in (*(Periode(tahun.tahun, triwulan) for triwulan in range(1, 5)), tahun):
        for objek in ("instansi", *(f"sasaran:{sasaran.id}" for sasaran in hasil.daftar_sasaran())):
            yield from beri(periode, objek, *_BESARAN_RATA_RATA)
        for definisi in hasil.daftar_indikator(periode=periode):
            objek = f"indikator:{definisi.indikator}"
            yield from beri(periode, objek, *_HITUNG_INDIKATOR, *daftar_efisiensi)
            for bagian in hasil.daftar_bagian(definisi.indikator, periode):
                yield from beri(periode, f"indikator:{bagian.indikator}", *_HITUNG_INDIKATOR)
        for variabel in hasil.data.daftar_variabel:
            yield from beri(periode, f"variabel:{variabel.id}", "nilai")
        for objek in daftar_objek_uang:
            yield from beri(periode, objek, "realisasi_anggaran", *daftar_serapan)


def _list_indikator(hasil: HasilTahun, periode: Periode) -> Iterator[EdisiIndikator]:
    """Yield every indicator of the report, each followed by its parts."""
    for definisi in hasil.daftar_indikator(periode=periode):
        yield definisi
        yield from hasil.daftar_bagian(definisi.indikator, periode)


def _list_objek_uang(hasil: HasilTahun) -> Iterator[str]:
    if not hasil.data.daftar_anggaran:
        return
    yield from (f"anggaran:{kelompok}" for kelompok in (TOTAL, PENUNJANG, TANPA_SASARAN))
    yield from (f"anggaran:{simpul.kode}" for simpul in hasil.data.daftar_anggaran)
    yield from (f"sasaran:{sasaran.id}" for sasaran in hasil.daftar_sasaran())
    yield from (f"indikator:{definisi.indikator}" for definisi in hasil.daftar_indikator())


def _find(hasil: HasilTahun, bagian: BagianIdentitas) -> Hasil | None:
    if (bagian.besaran, bagian.jenis) in _HITUNG_UANG:
        return _find_uang(hasil, bagian)
    match bagian.jenis:
        case "instansi" if not bagian.nama:
            return _find_rata_rata(hasil.rata_rata_instansi(bagian.periode), bagian)
        case "sasaran":
            return _find_rata_rata(hasil.rata_rata_sasaran(bagian.nama, bagian.periode), bagian)
        case "variabel" if bagian.besaran == "nilai":
            return hasil.nilai_variabel(bagian.nama, bagian.periode)
        case "variabel" if bagian.besaran == "isian":
            return hasil.nilai_isian(bagian.nama, bagian.periode, bagian.rincian or None)
        case "variabel" if bagian.besaran == "isian_instansi":
            nilai = hasil.nilai_isian(bagian.nama, bagian.periode, "")
            return nilai if nilai is not None and nilai.identitas.endswith(bagian.besaran) else None
        case "indikator" if bagian.rincian:
            return _find_rincian(hasil, bagian)
        case "indikator" if bagian.besaran in _HITUNG_INDIKATOR:
            return _HITUNG_INDIKATOR[bagian.besaran](hasil, bagian.nama, bagian.periode)
        case "indikator" if bagian.periode.tahun == hasil.data.tahun and bagian.periode.is_tahunan:
            return _HITUNG_RENCANA[bagian.besaran](hasil, bagian.nama)
    return None


def _find_rata_rata(rata_rata: RataRataCapaian, bagian: BagianIdentitas) -> Hasil | None:
    return dict(zip(_BESARAN_RATA_RATA, (rata_rata.hasil, rata_rata.predikat), strict=True)).get(bagian.besaran)


def _find_rincian(hasil: HasilTahun, bagian: BagianIdentitas) -> Hasil | None:
    """Look up what carries a detail behind ``@``: a document, the number of a record, a pagu edition."""
    indikator, periode, rincian = bagian.nama, bagian.periode, bagian.rincian
    match bagian.besaran:
        case "target":
            return hasil.target_dokumen(indikator, periode, rincian)
        case "efisiensi":
            return hasil.efisiensi(indikator, periode, rincian)
        case "tercatat" if rincian.isascii() and rincian.isdigit():
            return hasil.nilai_tercatat(indikator, periode, int(rincian))
        case "pembanding":
            identitas = make_identitas(bagian.instansi, periode, f"indikator:{indikator}", f"pembanding@{rincian}")
            return next((h for h in hasil.pembanding(indikator) if h.identitas == identitas), None)
    return None


def _find_uang(hasil: HasilTahun, bagian: BagianIdentitas) -> Hasil | None:
    """Look up a budget quantity; pagu and shares belong to an edition and to no quarter."""
    if bagian.periode.tahun != hasil.data.tahun or (bagian.besaran == "realisasi_anggaran") == bool(bagian.rincian):
        return None
    if bagian.jenis == "indikator":
        hasil.edisi_indikator(bagian.nama, bagian.periode)
    return _HITUNG_UANG[bagian.besaran, bagian.jenis](hasil.anggaran, bagian.nama, bagian.periode, bagian.rincian)


_BESARAN_RATA_RATA: Final = ("rata_rata_capaian", "predikat")

_HITUNG_INDIKATOR: Final[dict[str, Callable[[HasilTahun, str, Periode], Hasil]]] = {
    "target": lambda hasil, indikator, periode: hasil.target(indikator, periode),
    "realisasi": lambda hasil, indikator, periode: hasil.realisasi(indikator, periode),
    "capaian": lambda hasil, indikator, periode: hasil.capaian(indikator, periode),
    "capaian_terbatas": lambda hasil, indikator, periode: hasil.capaian_terbatas(indikator, periode),
    "predikat": lambda hasil, indikator, periode: hasil.predikat(indikator, periode),
}

_HITUNG_RENCANA: Final[dict[str, Callable[[HasilTahun, str], Hasil]]] = {
    "target_akhir": lambda hasil, indikator: hasil.target_akhir(indikator),
    "realisasi_rencana": lambda hasil, indikator: hasil.realisasi_rencana(indikator),
    "tingkat_kemajuan": lambda hasil, indikator: hasil.tingkat_kemajuan(indikator),
}

_HITUNG_UANG: Final[dict[tuple[str, str], Callable[[HasilAnggaran, str, Periode, str], Hasil]]] = {
    ("realisasi_anggaran", "anggaran"): lambda uang, nama, periode, _: uang.realisasi(nama, periode),
    ("realisasi_anggaran", "sasaran"): lambda uang, nama, periode, _: uang.realisasi_simpul(nama, periode),
    ("realisasi_anggaran", "indikator"): lambda uang, nama, periode, _: uang.realisasi_indikator(nama, periode),
    ("pagu", "anggaran"): lambda uang, nama, _, edisi: uang.pagu(nama, edisi),
    ("pagu", "sasaran"): lambda uang, nama, _, edisi: uang.pagu_simpul(nama, edisi),
    ("pagu", "indikator"): lambda uang, nama, _, edisi: uang.pagu_indikator(nama, edisi),
    ("bagian", "anggaran"): lambda uang, nama, _, edisi: uang.bagian(nama, edisi),
    ("bagian", "sasaran"): lambda uang, nama, _, edisi: uang.bagian_simpul(nama, edisi),
    ("bagian", "indikator"): lambda uang, nama, _, edisi: uang.bagian_indikator(nama, edisi),
    ("serapan", "anggaran"): HasilAnggaran.serapan,
    ("serapan", "sasaran"): HasilAnggaran.serapan_simpul,
    ("serapan", "indikator"): HasilAnggaran.serapan_indikator,
}
