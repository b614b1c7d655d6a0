"""
Which values one reader may fill in: variables of the indicators of the period, and values without parts.

A value belongs to every indicator that uses it: whoever fills in for one of them may fill it in, and it is locked as
soon as one of them was submitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import Http404

from tolok.core.hasil.realisasi import Bahan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator, Variabel
from tolok.core.periode import Periode
from tolok.core.skala import Skala
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.pengukuran.baca_isian import is_kategori
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import TIDAK_ADA

ISI: Final = "pengukuran.isi"


@dataclass(frozen=True, slots=True, kw_only=True)
class TempatIsian:
    """
    Where one value is filled in: of a variable, or (``variabel`` ``None``) of an indicator without its parts.

    ``untuk`` is the period of the value itself, ``unit`` who reports it (``""``: the agency); ``daftar_pengguna`` are
    the indicators of the report that use it, ``edisi`` the first of them or the part that is filled in.
    """

    variabel: Variabel | None
    edisi: EdisiIndikator | None
    untuk: Periode
    unit: str
    nama: str
    satuan: str
    skala: Skala | None
    daftar_pengguna: tuple[EdisiIndikator, ...]


def find_periode_isi(bahan: Bahan, periode: Periode) -> Periode | None:
    """
    Return for which period a variable that a formula reads is filled in on the page of ``periode``.

    An earlier year is filled in as a whole where its last quarter is read; an earlier quarter has its own page.
    """
    if bahan.periode.tahun == periode.tahun:
        return periode if bahan.periode == periode else None
    return Periode(bahan.periode.tahun) if bahan.periode.triwulan == 4 else bahan.periode


Pengguna = Mapping[tuple[str, Periode], tuple[EdisiIndikator, ...]]
"""Variable and period of a value -> the indicators of the report that are measured with it."""


def index_pengguna(hasil: HasilTahun, periode: Periode) -> Pengguna:
    """Return which indicators of the report read which values on the page of ``periode``."""
    daftar: dict[tuple[str, Periode], dict[str, EdisiIndikator]] = {}
    for edisi in hasil.daftar_indikator(None, periode):
        for bahan in hasil.daftar_bahan(edisi.indikator, periode):
            if untuk := find_periode_isi(bahan, periode):
                daftar.setdefault((bahan.variabel.id, untuk), {})[edisi.indikator] = edisi
    return {kunci: tuple(per_kode.values()) for kunci, per_kode in daftar.items()}


def get_tempat_variabel(
    tampak: TahunTampak, variabel: str, *, untuk: Periode | None = None, unit: str = ""
) -> TempatIsian:
    """
    Return where a variable is filled in on the page of the reader's period.

    :param untuk: the period of the value if it is not that of the page
    :raises Http404: if there is no such variable, period or unit, or it is not the reader's
    """
    periode = tampak.konteks.periode
    untuk = untuk or periode
    ada = next((satu for satu in tampak.hasil.data.daftar_variabel if satu.id == variabel), None)
    daftar = index_pengguna(tampak.hasil, periode).get((variabel, untuk), ())
    is_milik = any(tampak.is_tampak(edisi) for edisi in daftar) or (tampak.unit_tampak is None and untuk == periode)
    if ada is None or not is_milik:
        raise Http404(TIDAK_ADA)
    _ensure_unit(tampak, unit)
    return make_tempat_variabel(tampak, ada, untuk=untuk, unit=unit, daftar_pengguna=daftar)


def get_tempat_tercatat(tampak: TahunTampak, indikator: str, *, unit: str = "") -> TempatIsian:
    """
    Return where the value of an indicator is filled in without its parts.

    :raises Http404: if there is no such indicator in the report of the period, or it is not the reader's
    """
    edisi = tampak.get_indikator(indikator)
    periode = tampak.konteks.periode
    induk = tuple(
        satu
        for satu in tampak.daftar_indikator()
        if indikator in (satu.indikator, *(b.indikator for b in tampak.hasil.daftar_bagian(satu.indikator, periode)))
    )
    if not induk or edisi.gabungan is not None:
        raise Http404(TIDAK_ADA)
    _ensure_unit(tampak, unit)
    return make_tempat_tercatat(tampak, edisi, unit=unit, daftar_pengguna=induk)


def make_tempat_variabel(
    tampak: TahunTampak,
    variabel: Variabel,
    *,
    untuk: Periode,
    unit: str,
    daftar_pengguna: tuple[EdisiIndikator, ...],
) -> TempatIsian:
    """Return the place of a variable whose users are known (``index_pengguna``)."""
    return TempatIsian(
        variabel=variabel,
        edisi=next((edisi for edisi in daftar_pengguna if tampak.is_tampak(edisi)), None),
        untuk=untuk,
        unit=unit,
        nama=variabel.label,
        satuan=variabel.satuan,
        skala=_find_skala(tampak.hasil, variabel.satuan, daftar_pengguna),
        daftar_pengguna=daftar_pengguna,
    )


def make_tempat_tercatat(
    tampak: TahunTampak, edisi: EdisiIndikator, *, unit: str, daftar_pengguna: tuple[EdisiIndikator, ...]
) -> TempatIsian:
    """Return the place of an indicator, or of a part of one, that counts in ``daftar_pengguna``."""
    return TempatIsian(
        variabel=None,
        edisi=edisi,
        untuk=tampak.konteks.periode,
        unit=unit,
        nama=edisi.nama,
        satuan=edisi.satuan,
        skala=_find_skala(tampak.hasil, edisi.satuan, (edisi,)),
        daftar_pengguna=daftar_pengguna,
    )


def _ensure_unit(tampak: TahunTampak, unit: str) -> None:
    dikenal = {satu.id for satu in tampak.hasil.data.daftar_unit}
    if unit and unit not in (dikenal if tampak.unit_tampak is None else tampak.unit_tampak & dikenal):
        raise Http404(TIDAK_ADA)


def is_boleh_isi(tampak: TahunTampak, tempat: TempatIsian) -> bool:
    """Whether the reader may fill in here, as far as roles and units are concerned."""
    unit = tampak.list_unit(ISI)
    if unit is None:
        return True
    if tempat.unit and tempat.unit not in unit:
        return False
    return any(tampak.is_boleh_atas(ISI, edisi) for edisi in tempat.daftar_pengguna)


def ensure_boleh_isi(tampak: TahunTampak, tempat: TempatIsian) -> None:
    """
    Do nothing if the reader may fill in here.

    :raises TidakBerhak: otherwise, with who may
    """
    tampak.konteks.lingkup.ensure(ISI, tampak.konteks.instansi)
    if not is_boleh_isi(tampak, tempat):
        daftar = dict.fromkeys(unit for edisi in tempat.daftar_pengguna for unit in edisi.penanggung_jawab)
        raise TidakBerhak(
            f"Hak Anda tidak meliputi nilai ini. Yang mengisi: {'; '.join(daftar) or 'Perencana perangkat daerah'}."
        )


def sebut_objek(tempat: TempatIsian) -> str:
    """Return the variable or indicator as identities name it."""
    if tempat.variabel is not None:
        return f"variabel:{tempat.variabel.id}"
    assert tempat.edisi is not None
    return f"indikator:{tempat.edisi.indikator}"


def make_objek_nilai(tempat: TempatIsian) -> str:
    """Return the name under which changes of a value stand in the history."""
    return f"nilai:{tempat.untuk.tahun}/{tempat.untuk.kunci}/{sebut_objek(tempat)}{tempat.unit and f'@{tempat.unit}'}"


def _find_skala(hasil: HasilTahun, satuan: str, daftar_pengguna: tuple[EdisiIndikator, ...]) -> Skala | None:
    """Return the scale of a category: that of the first indicator which names one."""
    if not is_kategori(satuan):
        return None
    daftar_id = [edisi.skala for edisi in daftar_pengguna if edisi.skala]
    return next((skala for skala in hasil.data.daftar_skala if skala.id in daftar_id[:1]), None)
