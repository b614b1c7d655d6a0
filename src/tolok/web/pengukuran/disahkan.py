"""Results as they were approved: read back, checked, and compared with what the year comes to now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db.models import F, QuerySet

from tolok.core.angka import Angka
from tolok.core.hasil.cari import IdentitasTakDikenal
from tolok.core.hasil.sebagai_data import make_nilai_data, read_jejak_data, read_nilai_data
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.web.audit.kanonik import to_kanonik
from tolok.web.audit.models import Catatan
from tolok.web.pengukuran.alur import SAHKAN
from tolok.web.pengukuran.mesin import get_versi_mesin
from tolok.web.pengukuran.models import HasilDisahkan, StatusPengukuran
from tolok.web.pengukuran.penetapan import BahanPenetapan, compute_sidik, make_objek
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.models import TahunKinerja

TIDAK_ADA_LAGI: Final = "tidak ada lagi"
"""What stands in place of a number whose quantity the year does not have any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Perbedaan:
    """
    A stored result beside what its identity comes to now.

    ``is_berbeda``: the value or its printed text; ``daftar_sebab`` names the inputs, editions and conventions that are
    not those of the approval, also where the number is the same.
    """

    identitas: str
    disahkan: str
    kini: str
    is_berbeda: bool
    daftar_sebab: tuple[str, ...]
    versi_mesin: str


def query_disahkan(tahun: TahunKinerja, *, triwulan: int | None = None) -> QuerySet[HasilDisahkan]:
    """Return the results in force: those of the last approval of every measurement that is approved now."""
    milik = {} if triwulan is None else {"pengukuran__triwulan": triwulan}
    return HasilDisahkan.objects.filter(
        pengukuran__tahun=tahun,
        pengukuran__status=StatusPengukuran.DISAHKAN,
        penetapan=F("pengukuran__penetapan"),
        **milik,
    ).order_by("pengukuran__triwulan", "pk")


def find_disahkan(tahun: TahunKinerja, identitas: str) -> HasilDisahkan | None:
    """Return the result in force of a quantity, with who approved it and when; of several quarters the last."""
    daftar = query_disahkan(tahun).filter(identitas=identitas)
    return daftar.select_related("catatan_riwayat", "pengukuran__indikator").last()


def read_hasil(baris: HasilDisahkan) -> Hasil:
    """
    Return a stored result as the core knows it, equal to what was computed on that day.

    :raises DataRusak: if the row holds no such result
    """
    nilai = read_nilai_data(json.loads(baris.nilai))
    assert not isinstance(nilai, Angka), "a result is a value, never a bare number"
    return Hasil(baris.identitas, nilai, baris.digit, baris.tercetak, read_jejak_data(json.loads(baris.jejak)))


def is_berbeda(hasil: HasilTahun, baris: HasilDisahkan) -> bool:
    """Whether the year comes to something else now than what was approved."""
    kini = _find(hasil, baris.identitas)
    return kini is None or kini.tercetak != baris.tercetak or to_kanonik(make_nilai_data(kini.nilai)) != baris.nilai


def compare(bahan: BahanPenetapan, baris: HasilDisahkan) -> Perbedaan | None:
    """Return how a stored result and all it stood on differ from now, ``None`` if nothing does."""
    kini = _find(bahan.hasil, baris.identitas)
    daftar_sebab = [] if kini is None else list(_list_sebab(baris, bahan.make_kolom(kini)))
    berbeda = is_berbeda(bahan.hasil, baris)
    if not berbeda and not daftar_sebab and baris.versi_mesin == get_versi_mesin():
        return None
    return Perbedaan(
        identitas=baris.identitas,
        disahkan=baris.tercetak,
        kini=TIDAK_ADA_LAGI if kini is None else kini.tercetak,
        is_berbeda=berbeda,
        daftar_sebab=tuple(daftar_sebab),
        versi_mesin=baris.versi_mesin,
    )


class Rusak(NamedTuple):
    """A stored result that is not what was approved: of which approval, and what is wrong with it."""

    objek: str
    penetapan: int
    identitas: str
    sebab: str


def list_rusak(tahun: TahunKinerja, *, triwulan: int | None = None) -> Iterator[Rusak]:
    """
    Yield every stored result, of all approvals, that is not what was approved.

    A result must have its own hash and be named with it by the history entry of its approval, and every result that an
    entry names must be there; the entries themselves are guarded by their chain (``tolok verifikasi-riwayat``).
    """
    awalan = make_objek(Periode(tahun.tahun, triwulan), "") if triwulan else f"pengukuran:{tahun.tahun}/"
    entri = Catatan.objects.filter(
        rantai__kode=tahun.instansi.kode, perbuatan=SAHKAN.perbuatan, objek__startswith=awalan
    ).order_by("nomor")
    seharusnya: dict[tuple[str, int, str], tuple[str, int]] = {}
    for pk, objek, isi in entri.values_list("pk", "objek", "isi"):
        catatan = json.loads(isi)
        seharusnya |= {(objek, catatan["penetapan"], kode): (sidik, pk) for kode, sidik in catatan["hasil"].items()}
    milik = {} if triwulan is None else {"pengukuran__triwulan": triwulan}
    daftar = HasilDisahkan.objects.filter(pengukuran__tahun=tahun, **milik).select_related("pengukuran__indikator")
    for satu in daftar.order_by("pk").iterator(chunk_size=500):
        pengukuran = satu.pengukuran
        objek = make_objek(Periode(tahun.tahun, pengukuran.triwulan), pengukuran.indikator.kode)
        tercatat = seharusnya.pop((objek, satu.penetapan, satu.identitas), None)
        if tercatat != (satu.sidik, satu.catatan_riwayat_id):
            yield Rusak(objek, satu.penetapan, satu.identitas, "tidak disebut oleh catatan riwayat pengesahannya")
        elif compute_sidik(satu, instansi=tahun.instansi.kode, objek=objek) != satu.sidik:
            yield Rusak(objek, satu.penetapan, satu.identitas, "isinya tidak sesuai dengan sidiknya")
    for objek, penetapan, identitas in seharusnya:
        yield Rusak(objek, penetapan, identitas, "barisnya hilang")


class Pembandingan(NamedTuple):
    """What was approved in a year beside what it comes to now: how many results, which differ, which are damaged."""

    jumlah: int
    daftar_beda: tuple[Perbedaan, ...]
    daftar_rusak: tuple[Rusak, ...]


def compare_tahun(tahun: TahunKinerja, *, triwulan: int | None = None) -> Pembandingan:
    """Check and recompute every result in force of a year, or of one of its quarters."""
    bahan = BahanPenetapan(tahun, get_hasil(tahun))
    daftar_rusak = tuple(list_rusak(tahun, triwulan=triwulan))
    jumlah, daftar_beda = 0, []
    for baris in query_disahkan(tahun, triwulan=triwulan).iterator(chunk_size=500):
        jumlah += 1
        if perbedaan := compare(bahan, baris):
            daftar_beda.append(perbedaan)
    return Pembandingan(jumlah, tuple(daftar_beda), daftar_rusak)


def _find(hasil: HasilTahun, identitas: str) -> Hasil | None:
    try:
        return hasil.cari(identitas)
    except IdentitasTakDikenal:
        return None


def _list_sebab(baris: HasilDisahkan, kini: dict[str, Any]) -> Iterator[str]:
    """Yield what a result stands on now that differs from its approval, in sentences."""
    yield from _beda_masukan(json.loads(baris.masukan), json.loads(kini["masukan"]))
    yield from _beda_edisi(json.loads(baris.edisi), json.loads(kini["edisi"]))
    lama, baru = json.loads(baris.kebijakan), json.loads(kini["kebijakan"])
    for nama in sorted((lama.keys() | baru.keys()) - {"id"}):
        if lama.get(nama) != baru.get(nama):
            yield f"Kebijakan {nama.replace('_', ' ')}: {_sebut(lama.get(nama))} menjadi {_sebut(baru.get(nama))}."


def _beda_masukan(lama: list[dict[str, Any]], baru: list[dict[str, Any]]) -> Iterator[str]:
    dulu, kini = ({satu["identitas"]: satu for satu in daftar} for daftar in (lama, baru))
    for identitas in dict.fromkeys((*dulu, *kini)):
        satu, dua = dulu.get(identitas), kini.get(identitas)
        if satu is None or dua is None:
            ada = satu or dua or {}
            yield f"{ada['uraian']} = {ada['tercetak']}: {'tidak dipakai lagi' if dua is None else 'baru dipakai'}."
        elif satu["tercetak"] != dua["tercetak"]:
            yield f"{dua['uraian']}: {satu['tercetak']} menjadi {dua['tercetak']}."
        elif satu["baris"] != dua["baris"] or satu["sumber"] != dua["sumber"]:
            yield f"{dua['uraian']}: ditulis ulang, nilainya tetap {dua['tercetak']}."


def _beda_edisi(lama: list[dict[str, Any]], baru: list[dict[str, Any]]) -> Iterator[str]:
    dulu, kini = (_edisi_per_kunci(daftar) for daftar in (lama, baru))
    for kunci in dict.fromkeys((*dulu, *kini)):
        if dulu.get(kunci) != kini.get(kunci):
            sebutan = " ".join(kata.replace("_", " ") for kata in kunci if kata)
            yield f"Edisi {sebutan}: {_sebut(dulu.get(kunci))} menjadi {_sebut(kini.get(kunci))}."


def _edisi_per_kunci(daftar: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    hasil: dict[tuple[str, str], str] = {}
    for satu in daftar:
        kunci = (satu["jenis"], satu["objek"])
        hasil[kunci] = f"{hasil[kunci]}, {satu['kode']}" if kunci in hasil else satu["kode"]
    return hasil


def _sebut(isi: object) -> str:
    return "tidak ada" if isi is None else str(isi)
