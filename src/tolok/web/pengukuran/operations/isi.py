"""Filling in one value: of a variable, or of an indicator without its parts."""

from __future__ import annotations

from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from tolok.core.hasil.sebagai_data import make_nilai_data
from tolok.core.nilai import AlasanBelumAda
from tolok.core.periode import Periode
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.models import Unit
from tolok.web.pengukuran.baca_isian import Isian, IsianTidakTerbaca, read_isian
from tolok.web.pengukuran.isian import (
    TempatIsian,
    ensure_boleh_isi,
    get_tempat_tercatat,
    get_tempat_variabel,
    make_objek_nilai,
)
from tolok.web.pengukuran.kunci import ensure_terbuka
from tolok.web.pengukuran.models import NilaiTercatat, NilaiVariabel
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.models import Indikator, KelasBukti, Variabel
from tolok.web.simpan.nilai import JenisNilai, make_kolom_nilai
from tolok.web.simpan.versi import SudahBerubah, update_berversi

_B = TypeVar("_B", NilaiVariabel, NilaiTercatat)

KOSONG: Final = {"jenis_nilai": JenisNilai.BELUM_ADA, "alasan": AlasanBelumAda.BELUM_DIISI.value, "versi": 0}
"""The columns of a value that nobody has filled in yet."""


@transaction.atomic
def fill_nilai(
    konteks: Konteks, *, variabel: str, isian: Isian, versi: int, untuk: Periode | None = None, unit: str = ""
) -> NilaiVariabel:
    """
    Write the value of a variable into the book of the year; equal content writes nothing.

    :param versi: the version of the value that was looked at, 0 if there was none
    :param untuk: the period of the value, if not that of the context (a formula that looks back)
    :param unit: which unit reports it (``""``: the agency)
    :raises Http404: if there is no such place, or it is not the writer's
    :raises TidakBerhak: if the writer may not fill in here
    :raises Terkunci: if an indicator that uses the value was submitted or approved in this quarter
    :raises IsianTidakTerbaca: if what was typed is no value
    :raises SudahBerubah: if somebody changed it meanwhile
    """
    lock_rantai(konteks.instansi)
    tampak = TahunTampak(konteks)
    tempat = get_tempat_variabel(tampak, variabel, untuk=untuk, unit=unit)
    ensure_boleh_isi(tampak, tempat)
    ensure_terbuka(tampak, tempat)
    kunci = {
        "buku": konteks.tahun,
        "variabel": Variabel.objects.get(instansi=konteks.tahun.instansi_id, kode=variabel),
        "tahun": tempat.untuk.tahun,
        "triwulan": tempat.untuk.triwulan,
        "unit": _find_unit(konteks, unit),
    }
    nilai = read_isian(isian, satuan=tempat.satuan, skala=tempat.skala)
    baris = NilaiVariabel.objects.filter(**kunci).first()
    kolom = {**make_kolom_nilai(nilai), "sumber": isian.sumber.strip(), "bukti": isian.bukti.strip()}
    return _tulis(konteks, baris, NilaiVariabel(**kunci, **KOSONG), kolom, versi=versi, tempat=tempat)


@transaction.atomic
def fill_tercatat(konteks: Konteks, *, indikator: str, isian: Isian, versi: int, unit: str = "") -> NilaiTercatat:
    """
    Write the value of an indicator that is known without its parts; ``isian.bukti`` is its place in the source.

    Where several sources are recorded, it is the first one, which is used, that changes; rivals stay as they are.

    :raises IsianTidakTerbaca: also if the source is not named, or another row has the same one
    """
    lock_rantai(konteks.instansi)
    tampak = TahunTampak(konteks)
    tempat = get_tempat_tercatat(tampak, indikator, unit=unit)
    ensure_boleh_isi(tampak, tempat)
    ensure_terbuka(tampak, tempat)
    nilai = read_isian(isian, satuan=tempat.satuan, skala=tempat.skala)
    kolom = {**make_kolom_nilai(nilai), "sumber": isian.sumber.strip(), "letak": isian.bukti.strip()}
    if not kolom["sumber"]:
        raise IsianTidakTerbaca("Sebutkan sumbernya: nilai ini tidak dihitung dari bagian-bagiannya.", "sumber")
    kunci = {
        "buku": konteks.tahun,
        "indikator": Indikator.objects.get(instansi=konteks.tahun.instansi_id, kode=indikator),
        "tahun": tempat.untuk.tahun,
        "triwulan": tempat.untuk.triwulan,
        "unit": _find_unit(konteks, unit),
    }
    daftar = list(NilaiTercatat.objects.filter(**kunci).order_by("urutan", "pk"))
    baris = daftar[0] if daftar else None
    if any((lain.sumber, lain.letak) == (kolom["sumber"], kolom["letak"]) for lain in daftar[1:]):
        raise IsianTidakTerbaca("Nilai lain dari sumber dan letak ini sudah dicatat.", "sumber")
    return _tulis(konteks, baris, NilaiTercatat(**kunci, **KOSONG), kolom, versi=versi, tempat=tempat)


def _tulis(
    konteks: Konteks, baris: _B | None, baru: _B, kolom: dict[str, Any], *, versi: int, tempat: TempatIsian
) -> _B:
    """Add ``baru`` or change ``baris`` to ``kolom``, with its entry; nothing if the row says that already."""
    if baris is None:
        if versi:
            raise SudahBerubah(baru, kolom)
        dari = None
    elif all(getattr(baris, nama) == isi for nama, isi in kolom.items()):
        return baris
    else:
        dari = _catat(baris, tempat)
    kolom["dicatat_pada"] = timezone.localdate(timezone=ZoneInfo(konteks.tahun.instansi.zona))
    if baris is None:
        for nama, isi in (kolom | {"versi": 1}).items():
            setattr(baru, nama, isi)
        baru.save(force_insert=True)
        baris = baru
    else:
        update_berversi(baris, versi=versi, **kolom)
    record(
        "nilai.diisi",
        rantai=konteks.instansi,
        objek=make_objek_nilai(tempat),
        isi={"dari": dari, "menjadi": _catat(baris, tempat), "versi": baris.versi},
        oleh=konteks.lingkup.pengguna,
    )
    return baris


def _catat(baris: NilaiVariabel | NilaiTercatat, tempat: TempatIsian) -> dict[str, Any]:
    """
    Return what the history keeps of a value.

    Evidence that not everybody may see stays out of it: entries are never deleted, and others may read them.
    """
    isi = {"nilai": make_nilai_data(baris.nilai), "sumber": baris.sumber}
    if isinstance(baris, NilaiTercatat):
        return isi | {"letak": baris.letak}
    terbuka = tempat.variabel is not None and tempat.variabel.kelas_bukti == KelasBukti.TERBUKA
    return isi | {"bukti": baris.bukti if terbuka or not baris.bukti else "ada, tidak dicatat di riwayat"}


def _find_unit(konteks: Konteks, kode: str) -> Unit | None:
    return Unit.objects.get(instansi=konteks.tahun.instansi_id, kode=kode) if kode else None
