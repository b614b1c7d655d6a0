"""Everything the page of one quantity shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.hasil.anggaran import KELOMPOK
from tolok.core.hasil.cari import BagianIdentitas, read_identitas
from tolok.core.hasil.dasar import describe_kebijakan, list_edisi, list_mutu
from tolok.core.hasil.konvensi import BESARAN_BERKEBIJAKAN
from tolok.core.hasil.penjelasan import Masukan, explain_hasil, list_masukan
from tolok.core.hasil.sebagai_data import read_nilai_data
from tolok.core.jejak import Hasil
from tolok.core.kalimat import make_alasan, make_nilai
from tolok.core.nilai import Nilai
from tolok.core.periode import format_tanggal
from tolok.web.pengukuran.bukti import is_bukti_tampak
from tolok.web.penjelasan.angka.pohon import PohonJejak, make_pohon_jejak, name_baca
from tolok.web.penjelasan.matematika import Matematika, make_matematika
from tolok.web.penjelasan.riwayat import PencariCatatan, RujukanCatatan
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.tautan import Penaut, TeksAngka

BATAS_KALIMAT: Final = 24
BATAS_MASUKAN: Final = 100
NAMA_BESARAN: Final = {
    "target": "Target",
    "realisasi": "Realisasi",
    "capaian": "Capaian",
    "capaian_terbatas": "Capaian untuk rata-rata",
    "predikat": "Predikat",
    "target_akhir": "Target akhir rencana",
    "realisasi_rencana": "Realisasi selama rencana",
    "tingkat_kemajuan": "Tingkat kemajuan",
    "rata_rata_capaian": "Rata-rata capaian",
    "efisiensi": "Efisiensi",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran",
    "serapan": "Serapan",
    "bagian": "Bagian dari seluruh anggaran",
    "pembanding": "Pembanding",
    "tercatat": "Nilai yang dicatat",
    "isian": "Isian",
    "isian_instansi": "Isian untuk seluruh instansi",
    "nilai": "Nilai variabel",
}
"""What each quantity of an identity is called."""


@dataclass(frozen=True, slots=True)
class BarisMasukan:
    """A recorded input with the way to its story and to the entries that recorded and approved it."""

    masukan: Masukan
    angka: TeksAngka
    pencatat: RujukanCatatan | None
    pengesah: RujukanCatatan | None


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """The result as it was approved, and whether the year still comes to the same."""

    tercetak: str
    sidik: str
    versi_mesin: str
    penetapan: str
    pengesah: RujukanCatatan
    is_sama: bool


@dataclass(frozen=True, slots=True)
class BarisIsian:
    """A record behind an input, with its evidence as far as the reader may see it."""

    unit: str
    sumber: str
    bukti: str
    is_tertutup: bool
    kelas: str
    dicatat: str


@dataclass(frozen=True, slots=True)
class AngkaTampil:
    """The story of a quantity."""

    hasil: Hasil
    bagian: BagianIdentitas
    nama: str
    sebutan: str
    objek: str
    satuan: str
    nilai: Nilai
    sebab: str
    is_dicatat: bool
    alamat_indikator: str
    matematika: Matematika | None
    daftar_awal: tuple[str, ...]
    daftar_kalimat: tuple[str, ...]
    jumlah_awal: str
    daftar_masukan: tuple[BarisMasukan, ...]
    sisa_masukan: str
    daftar_isian: tuple[BarisIsian, ...]
    daftar_edisi: tuple[tuple[str, str], ...]
    daftar_kebijakan: tuple[tuple[str, str], ...]
    daftar_mutu: tuple[tuple[str, str], ...]
    pohon: PohonJejak
    tersimpan: Tersimpan | None
    pengesah: RujukanCatatan | None


def make_angka(
    tampak: AngkaTampak, penaut: Penaut, hasil: Hasil, *, dari: str = "", semua: bool = False
) -> AngkaTampil:
    """
    Return the story of a quantity that the reader sees.

    :param dari: the step the tree begins with
    :param semua: all recorded inputs, however many
    :raises Http404: if there is no such step
    """
    bagian = read_identitas(hasil.identitas)
    masukan = list_masukan(hasil)
    terlihat = masukan if semua else masukan[:BATAS_MASUKAN]
    dicari = (hasil.identitas, *(satu.identitas for satu in terlihat))
    catatan = PencariCatatan(tampak, penaut, dicari, tersimpan=hasil.identitas)
    kalimat = explain_hasil(hasil)
    awal, akhir = kalimat[:-BATAS_KALIMAT], kalimat[-BATAS_KALIMAT:]
    is_berkebijakan = bagian.besaran in BESARAN_BERKEBIJAKAN
    return AngkaTampil(
        hasil=hasil,
        bagian=bagian,
        nama=name_baca(hasil.jejak),
        sebutan=NAMA_BESARAN[bagian.besaran],
        objek=_nama_objek(tampak, bagian),
        satuan="".join(satu for satu in make_nilai(hasil)[1:] if isinstance(satu, str)).strip(),
        nilai=hasil.nilai,
        sebab=make_alasan(hasil.nilai),
        is_dicatat=not hasil.jejak.anak,
        alamat_indikator=penaut.find_alamat("indikator", kode=bagian.nama) if bagian.jenis == "indikator" else "",
        matematika=make_matematika(hasil.jejak),
        daftar_awal=awal,
        daftar_kalimat=akhir,
        jumlah_awal=format_angka(Angka(len(awal))),
        daftar_masukan=tuple(
            BarisMasukan(
                satu,
                TeksAngka(
                    satu.tercetak, penaut.find_alamat_angka(satu.identitas) if satu.identitas != hasil.identitas else ""
                ),
                catatan.pencatat(satu.identitas),
                catatan.pengesah(satu.identitas),
            )
            for satu in terlihat
        ),
        sisa_masukan=format_angka(Angka(len(masukan) - len(terlihat))) if len(masukan) > len(terlihat) else "",
        daftar_isian=tuple(_list_isian(tampak, bagian)),
        daftar_edisi=tuple(list_edisi(tampak.hasil, hasil)),
        daftar_kebijakan=tuple(describe_kebijakan(tampak.hasil)) if is_berkebijakan else (),
        daftar_mutu=list_mutu(tampak.hasil, hasil) if bagian.besaran in ("realisasi", "tercatat") else (),
        pohon=make_pohon_jejak(hasil.jejak, penaut, dari=dari),
        tersimpan=_tersimpan(catatan, hasil),
        pengesah=catatan.pengesah(hasil.identitas),
    )


def _nama_objek(tampak: AngkaTampak, bagian: BagianIdentitas) -> str:
    """Return what the quantity is of."""
    data = tampak.hasil.data
    match bagian.jenis:
        case "indikator":
            return tampak.hasil.edisi_indikator(bagian.nama, bagian.periode).nama
        case "variabel":
            return next(v.label for v in data.daftar_variabel if v.id == bagian.nama)
        case "sasaran":
            return next(s.uraian for s in data.daftar_simpul if s.id == bagian.nama and s.edisi == data.rencana_berlaku)
        case "anggaran":
            simpul = tampak.hasil.anggaran.simpul_per_kode.get(bagian.nama)
            return simpul.nama if simpul is not None else KELOMPOK[bagian.nama].capitalize()
    return data.instansi.nama


def _tersimpan(catatan: PencariCatatan, hasil: Hasil) -> Tersimpan | None:
    ditemukan = catatan.find_tersimpan()
    if ditemukan is None:
        return None
    isi, pengesah = ditemukan
    return Tersimpan(
        tercetak=isi["tercetak"],
        sidik=isi["sidik"],
        versi_mesin=isi["versi_mesin"],
        penetapan=format_angka(Angka(isi["penetapan"])),
        pengesah=pengesah,
        is_sama=read_nilai_data(json.loads(isi["nilai"])) == hasil.nilai and isi["tercetak"] == hasil.tercetak,
    )


def _list_isian(tampak: AngkaTampak, bagian: BagianIdentitas) -> list[BarisIsian]:
    """Return the records of exactly this input."""
    if bagian.besaran not in ("isian", "isian_instansi"):
        return []
    data = tampak.hasil.data
    variabel = next(v for v in data.daftar_variabel if v.id == bagian.nama)
    daftar_edisi = (tampak.hasil.edisi_indikator(k, bagian.periode) for k in tampak.hasil.list_pemakai(bagian.nama))
    pemilik = frozenset(u for edisi in daftar_edisi for u in tampak.tahun.list_pemilik(tampak.pemegang(edisi)))
    is_terlihat = is_bukti_tampak(tampak.tahun, variabel.kelas_bukti, pemilik)
    nama_unit = {unit.id: unit.nama for unit in data.daftar_unit}
    return [
        BarisIsian(
            unit=nama_unit.get(nilai.unit, nilai.unit),
            sumber=nilai.sumber or variabel.sumber,
            bukti=nilai.bukti if is_terlihat else "",
            is_tertutup=bool(nilai.bukti) and not is_terlihat,
            kelas=variabel.kelas_bukti,
            dicatat=format_tanggal(nilai.dicatat_pada) if nilai.dicatat_pada is not None else "",
        )
        for nilai in data.daftar_nilai_variabel
        if (nilai.variabel, nilai.periode) == (bagian.nama, bagian.periode) and bagian.rincian in ("", nilai.unit)
    ]
