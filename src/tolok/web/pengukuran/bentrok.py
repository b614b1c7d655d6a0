"""Two people changed one value: both, who changed it and when; the reader chooses."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.cetak_angka import LABEL_BELUM_ADA, format_nilai, label_keadaan
from tolok.core.nilai import AlasanBelumAda, Nilai, is_ada
from tolok.web.audit.models import Catatan
from tolok.web.pengukuran.baca_isian import Isian
from tolok.web.pengukuran.isian import TempatIsian, make_objek_nilai
from tolok.web.pengukuran.models import NilaiTercatat, NilaiVariabel
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.simpan.versi import SudahBerubah
from tolok.web.ui.waktu import format_waktu


@dataclass(frozen=True, slots=True)
class Banding:
    """One field: what is stored now, and what the reader wanted to store."""

    nama: str
    kini: str
    diminta: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bentrok:
    """A conflict over one value; ``versi`` is that of the stored one, to write over it knowingly."""

    kini: str
    diminta: str
    oleh: str
    versi: int
    daftar_banding: tuple[Banding, ...]


def make_bentrok(konteks: Konteks, tempat: TempatIsian, galat: SudahBerubah, isian: Isian) -> Bentrok:
    """Return what a conflict page shows (one query)."""
    kini = galat.kini
    assert isinstance(kini, NilaiVariabel | NilaiTercatat)
    bukti = ("Bukti", kini.bukti) if isinstance(kini, NilaiVariabel) else ("Letak di dalam sumber", kini.letak)
    tersimpan = _sebut(kini.nilai)
    diminta = isian.nilai.strip() or (LABEL_BELUM_ADA[AlasanBelumAda(isian.alasan)] if isian.alasan else "–")
    return Bentrok(
        kini=tersimpan,
        diminta=diminta,
        oleh=_sebut_pengubah(konteks, tempat),
        versi=kini.versi,
        daftar_banding=(
            Banding("Nilai", tersimpan, diminta),
            Banding("Sumber", kini.sumber or "–", isian.sumber.strip() or "–"),
            Banding(bukti[0], bukti[1] or "–", isian.bukti.strip() or "–"),
        ),
    )


def _sebut(nilai: Nilai) -> str:
    """Return a value, or why there is none."""
    return format_nilai(nilai, dengan_satuan=True) if is_ada(nilai) else label_keadaan(nilai)


def _sebut_pengubah(konteks: Konteks, tempat: TempatIsian) -> str:
    entri = Catatan.objects.filter(rantai__kode=konteks.instansi, objek=make_objek_nilai(tempat))
    terakhir = entri.order_by("-nomor").values_list("pelaku_nama", "waktu").first()
    if terakhir is None:
        return "Diubah dengan memuat paket."
    return f"Diubah {terakhir[0]}, {format_waktu(terakhir[1])}."
