"""What the columns of the database can hold; a package may be written more freely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.db import models

from tolok.core.instansi import TahunInstansi
from tolok.core.pohon import build_pohon
from tolok.paket.banding import KOLOM_TABEL, list_tabel
from tolok.paket.susun import PaketTersusun
from tolok.web.anggaran.models import BarisAnggaran, EdisiPagu, EdisiPemetaan, Pagu, SimpulAnggaran
from tolok.web.organisasi.models import (
    BarisJabatan,
    BarisUnit,
    EdisiOrganisasi,
    Instansi,
    Jabatan,
    Pegawai,
    Penempatan,
    Unit,
)
from tolok.web.pelaporan.models import Narasi, Penandatangan
from tolok.web.pengukuran.models import NilaiVariabel
from tolok.web.perencanaan.models import (
    BarisSimpul,
    EdisiIndikator,
    EdisiRencana,
    EdisiSkala,
    EdisiVariabel,
    Indikator,
    KelasBukti,
    Pembanding,
    Simpul,
    Variabel,
)
from tolok.web.perjanjian.models import Perjanjian
from tolok.web.pertukaran.penolakan import Penolakan, SebabTolak

TAHUN_TERSIMPAN: Final = range(2000, 2201)
_SLUG: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_MODEL: Final[Mapping[str, tuple[type[models.Model], ...]]] = {
    "instansi": (EdisiOrganisasi,),
    "skala": (EdisiSkala,),
    "kelas": (NilaiVariabel,),
    "unit": (BarisUnit,),
    "jabatan": (BarisJabatan,),
    "pejabat": (Penempatan, Pegawai),
    "edisi_rencana": (EdisiRencana,),
    "simpul": (BarisSimpul,),
    "indikator": (EdisiIndikator,),
    "variabel": (EdisiVariabel,),
    "pembanding": (Pembanding,),
    "anggaran": (BarisAnggaran,),
    "edisi_pagu": (EdisiPagu,),
    "pagu": (Pagu,),
    "edisi_pemetaan": (EdisiPemetaan,),
    "perjanjian": (Perjanjian,),
    "penandatangan": (Penandatangan,),
    "narasi": (Narasi,),
}
"""Where the columns of a table are stored under their own name."""
_KODE: Final[Mapping[tuple[str, str], type[models.Model]]] = {
    ("skala", "id"): EdisiSkala,
    ("unit", "id"): Unit,
    ("jabatan", "id"): Jabatan,
    ("edisi_rencana", "id"): EdisiRencana,
    ("simpul", "id"): Simpul,
    ("indikator", "indikator"): Indikator,
    ("indikator", "edisi"): EdisiIndikator,
    ("variabel", "id"): Variabel,
    ("anggaran", "kode"): SimpulAnggaran,
    ("edisi_pagu", "id"): EdisiPagu,
    ("edisi_pemetaan", "id"): EdisiPemetaan,
    ("perjanjian", "id"): Perjanjian,
}
"""Where a column is stored as ``kode``."""
_BERALAMAT: Final = frozenset({"unit", "jabatan", "simpul", "indikator", "variabel", "anggaran", "perjanjian"})
"""Tables whose codes stand in addresses of pages and in paths, where ``/`` separates."""
_PENDEKKAN: Final = "Pendekkan teksnya."


def list_tidak_muat(data: TahunInstansi, tersusun: PaketTersusun) -> Iterator[Penolakan]:
    """Yield what of a package cannot be stored."""
    yield from list_alamat_tidak_muat(data)
    batas_per_tabel = {nama: dict(_list_batas(nama)) for nama in KOLOM_TABEL}
    for nama, daftar_baris in list_tabel(tersusun).items():
        kolom = KOLOM_TABEL[nama]
        for nomor, baris in enumerate(daftar_baris, 2):
            for satu, teks in zip(kolom, baris, strict=True):
                if len(teks) > (batas := batas_per_tabel[nama].get(satu, len(teks))):
                    pesan = f"{teks[:40]!r}… memuat {len(teks)} karakter, yang dapat disimpan {batas}."
                    yield _tolak(nama, f"baris {nomor}, kolom {satu}", pesan, _PENDEKKAN)
                if "/" in teks and nama in _BERALAMAT and (nama, satu) in _KODE:
                    pesan = f"Kode {teks!r} menjadi bagian alamat web, jadi tidak boleh berisi '/'."
                    yield _tolak(nama, f"baris {nomor}, kolom {satu}", pesan, "Ganti dengan '-' atau '.'.")
    for variabel in data.daftar_variabel:
        if variabel.kelas_bukti not in KelasBukti.values:
            pesan = f"Kelas bukti {variabel.kelas_bukti!r} tidak dikenal."
            yield _tolak("variabel", variabel.id, pesan, f"Pilih salah satu: {', '.join(KelasBukti.values)}.")
    yield from _list_jalur("unit", BarisUnit, ((u.id, u.induk) for u in data.daftar_unit))
    yield from _list_jalur("anggaran", BarisAnggaran, ((a.kode, a.induk) for a in data.daftar_anggaran))
    for edisi in data.daftar_edisi_rencana:
        pasangan = ((s.id, s.induk) for s in data.daftar_simpul if s.edisi == edisi.id)
        yield from _list_jalur("simpul", BarisSimpul, pasangan)


def list_alamat_tidak_muat(data: TahunInstansi) -> Iterator[Penolakan]:
    """Yield why a package has no place in the database at all."""
    if data.tahun not in TAHUN_TERSIMPAN:
        pesan = f"Tahun {data.tahun} di luar yang dapat disimpan."
        yield _tolak("umum", "tahun", pesan, f"Pilih {TAHUN_TERSIMPAN[0]} sampai {TAHUN_TERSIMPAN[-1]}.")
    batas = _batas(Instansi, "kode")
    if not _SLUG.fullmatch(data.instansi.id) or len(data.instansi.id) > batas:
        pesan = f"Id perangkat daerah {data.instansi.id[:100]!r} tidak dapat menjadi alamat web."
        yield _tolak("instansi", "id", pesan, f"Pakai a-z, angka, '-' dan '_' saja, paling banyak {batas} karakter.")


def _list_batas(nama: str) -> Iterator[tuple[str, int]]:
    """Yield the columns of a table that hold only so many characters."""
    for kolom in KOLOM_TABEL[nama]:
        if (nama, kolom) in _KODE:
            yield kolom, _batas(_KODE[nama, kolom], "kode")
            continue
        for model in _MODEL.get(nama, ()):
            bidang = {satu.name: satu for satu in model._meta.get_fields()}.get(kolom)
            if isinstance(bidang, models.CharField):
                yield kolom, _batas(model, kolom)


def _batas(model: type[models.Model], kolom: str) -> int:
    bidang = model._meta.get_field(kolom)
    assert isinstance(bidang, models.CharField)
    return bidang.max_length or 0


def _list_jalur(nama: str, model: type[models.Model], pasangan: Iterable[tuple[str, str]]) -> Iterator[Penolakan]:
    """Yield the nodes whose path of codes from the top is too long."""
    batas = _batas(model, "jalur")
    pohon = build_pohon(pasangan)
    for kode in pohon.telusuri():
        panjang = sum(len(leluhur) + 1 for leluhur in pohon.list_leluhur(kode)) + 1
        if panjang > batas:
            pesan = f"Kode {kode!r} beserta induk-induknya memuat {panjang} karakter, yang dapat disimpan {batas}."
            yield _tolak(nama, kode, pesan, "Pendekkan kodenya.")


def _tolak(tabel: str, letak: str, pesan: str, saran: str) -> Penolakan:
    return Penolakan(SebabTolak.TIDAK_MUAT, tabel, letak, pesan, saran)
