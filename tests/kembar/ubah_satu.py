"""One changed input of an agency-year: a value of a variable, a target, a row of pagu or of realisasi."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from tolok.core.angka import Angka
from tolok.core.identitas import make_identitas
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode

Perubahan = tuple[TahunInstansi, str]
"""The changed agency-year and the identity of the input that changed."""


def _geser(acak: Random, nilai: Bilangan) -> Bilangan:
    return replace(nilai, angka=nilai.angka + Angka(acak.randint(1, 40) * 7, 4))


def ubah_variabel(acak: Random, data: TahunInstansi) -> Perubahan:
    """Change the value of a variable in one period of this year or the last."""
    calon = [nomor for nomor, satu in enumerate(data.daftar_nilai_variabel) if isinstance(satu.nilai, Bilangan)]
    terpilih = acak.choice(calon)
    baris = list(data.daftar_nilai_variabel)
    lama = baris[terpilih]
    assert isinstance(lama.nilai, Bilangan)
    baris[terpilih] = replace(lama, nilai=_geser(acak, lama.nilai))
    seperiode = [s for s in data.daftar_nilai_variabel if (s.variabel, s.periode) == (lama.variabel, lama.periode)]
    besaran = f"isian@{lama.unit}" if lama.unit else "isian_instansi" if any(s.unit for s in seperiode) else "isian"
    identitas = make_identitas(data.instansi.id, lama.periode, f"variabel:{lama.variabel}", besaran)
    return replace(data, daftar_nilai_variabel=tuple(baris)), identitas


def ubah_target(acak: Random, data: TahunInstansi) -> Perubahan:
    """Change one target of an agreement or of the plan."""
    calon = [nomor for nomor, satu in enumerate(data.daftar_target) if isinstance(satu.nilai, Bilangan)]
    if not calon:
        return ubah_variabel(acak, data)
    terpilih = acak.choice(calon)
    baris = list(data.daftar_target)
    lama = baris[terpilih]
    assert isinstance(lama.nilai, Bilangan)
    baris[terpilih] = replace(lama, nilai=_geser(acak, lama.nilai))
    identitas = make_identitas(data.instansi.id, lama.periode, f"indikator:{lama.indikator}", f"target@{lama.dokumen}")
    return replace(data, daftar_target=tuple(baris)), identitas


def ubah_pagu(acak: Random, data: TahunInstansi) -> Perubahan:
    """Change the pagu of one leaf in one edition."""
    terpilih = acak.choice([nomor for nomor, satu in enumerate(data.daftar_pagu) if satu.sen])
    baris = list(data.daftar_pagu)
    lama = baris[terpilih]
    baris[terpilih] = replace(lama, sen=lama.sen + acak.randint(1, 10**9) * 100)
    identitas = make_identitas(data.instansi.id, Periode(data.tahun), f"anggaran:{lama.kode}", f"pagu@{lama.edisi}")
    return replace(data, daftar_pagu=tuple(baris)), identitas


def ubah_realisasi(acak: Random, data: TahunInstansi) -> Perubahan:
    """Change the realisasi of one leaf in one quarter."""
    terpilih = acak.randrange(len(data.daftar_realisasi))
    baris = list(data.daftar_realisasi)
    lama = baris[terpilih]
    baris[terpilih] = replace(lama, sen=lama.sen + acak.randint(1, 10**8) * 100)
    identitas = make_identitas(data.instansi.id, lama.periode, f"anggaran:{lama.kode}", "realisasi_anggaran")
    return replace(data, daftar_realisasi=tuple(baris)), identitas


DAFTAR_UBAH: Final[dict[str, Callable[[Random, TahunInstansi], Perubahan]]] = {
    "variabel": ubah_variabel,
    "target": ubah_target,
    "pagu": ubah_pagu,
    "realisasi": ubah_realisasi,
}
