"""Writing the budget. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from tolok.core.instansi import TahunInstansi
from tolok.core.pohon import build_pohon
from tolok.web.anggaran.models import (
    BarisAnggaran,
    EdisiPagu,
    EdisiPemetaan,
    EdisiPohonAnggaran,
    Pagu,
    Pemetaan,
    Realisasi,
    SimpulAnggaran,
)
from tolok.web.anggaran.queries import load_pohon
from tolok.web.organisasi.models import StatusEdisi
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana
from tolok.web.simpan.selaras import Selisih, ensure_identitas, selaraskan
from tolok.web.simpan.versi import BerversiModel


def put_anggaran(
    tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana, *, dicatat_pada: date
) -> tuple[dict[str, int], Selisih]:
    """Make the budget of a year what ``data`` says; return the keys of its pagu editions by code."""
    simpul = ensure_identitas(
        SimpulAnggaran, milik={"tahun": tahun}, daftar_kode=(s.kode for s in data.daftar_anggaran)
    )
    selisih = _put_pohon(tahun, data, simpul, dicatat_pada)
    edisi_pagu, lain = _put_pagu(tahun, data, simpul)
    selisih += lain
    selisih += selaraskan(
        Realisasi,
        milik={},
        cari={"simpul__tahun": tahun},
        kunci=("simpul_id", "tahun", "triwulan"),
        daftar=[
            {
                "simpul_id": simpul[satu.kode],
                "tahun": satu.periode.tahun,
                "triwulan": satu.periode.triwulan,
                "urutan": urutan,
                "sen": satu.sen,
                "sumber": satu.sumber,
            }
            for urutan, satu in enumerate(data.daftar_realisasi)
        ],
    )
    selisih += _put_pemetaan(tahun, data, simpul, identitas)
    return edisi_pagu, selisih


def _put_pohon(tahun: TahunKinerja, data: TahunInstansi, simpul: Mapping[str, int], dicatat_pada: date) -> Selisih:
    terakhir = tahun.daftar_pohon_anggaran.order_by("-nomor").first()
    if terakhir is not None and load_pohon(tahun) == data.daftar_anggaran:
        return Selisih()
    edisi = EdisiPohonAnggaran.objects.create(
        tahun=tahun,
        nomor=terakhir.nomor + 1 if terakhir is not None else 1,
        status=StatusEdisi.TERBIT,
        dicatat_pada=dicatat_pada,
    )
    pohon = build_pohon((satu.kode, satu.induk) for satu in data.daftar_anggaran)
    daftar = []
    for urutan, satu in enumerate(data.daftar_anggaran):
        leluhur = pohon.list_leluhur(satu.kode)
        daftar.append(
            BarisAnggaran(
                edisi=edisi,
                simpul_id=simpul[satu.kode],
                induk_id=simpul.get(satu.induk),
                kedalaman=len(leluhur) - 1,
                jalur=f"/{'/'.join(reversed(leluhur))}/",
                urutan=urutan,
                tingkat=satu.tingkat.value,
                nama=satu.nama,
                sifat=satu.sifat.value,
                indikator=satu.indikator,
                penanggung_jawab=satu.penanggung_jawab,
            )
        )
    BarisAnggaran.objects.bulk_create(daftar, batch_size=500)
    return Selisih(ditambah=len(daftar))


def _put_pagu(tahun: TahunKinerja, data: TahunInstansi, simpul: Mapping[str, int]) -> tuple[dict[str, int], Selisih]:
    selisih = selaraskan(
        EdisiPagu,
        milik={"tahun": tahun},
        kunci=("kode",),
        daftar=[
            {
                "kode": edisi.id,
                "urutan": urutan,
                "nomor": edisi.nomor,
                "status": StatusEdisi.TERBIT,
                "nama": edisi.nama,
                "jenis": edisi.jenis,
                "cakupan": edisi.cakupan,
                "nomor_dokumen": edisi.nomor_dokumen,
                "tanggal": edisi.tanggal,
                "dicatat_pada": edisi.dicatat_pada,
                "sumber": edisi.sumber,
            }
            for urutan, edisi in enumerate(data.daftar_edisi_pagu)
        ],
        hapus_sisa=False,
    )
    selisih += _put_guna(EdisiPagu.objects.filter(tahun=tahun), _guna_pagu(data))
    tersimpan = dict(EdisiPagu.objects.filter(tahun=tahun).values_list("kode", "pk"))
    selisih += selaraskan(
        Pagu,
        milik={},
        cari={"edisi__tahun": tahun},
        kunci=("edisi_id", "simpul_id", "jenis_belanja", "sumber_dana"),
        daftar=[
            {
                "edisi_id": tersimpan[satu.edisi],
                "urutan": urutan,
                "simpul_id": simpul[satu.kode],
                "sen": satu.sen,
                "jenis_belanja": satu.jenis_belanja,
                "sumber_dana": satu.sumber_dana,
            }
            for urutan, satu in enumerate(data.daftar_pagu)
        ],
    )
    return tersimpan, selisih


def _guna_pagu(data: TahunInstansi) -> dict[str, str]:
    """Return for each use of a pagu edition the code of the one the year uses, ``""`` for none."""
    triwulan = dict(enumerate(data.pagu_triwulan, start=1))
    return {"untuk_laporan": data.pagu_laporan, **{f"untuk_tw{n}": triwulan.get(n, "") for n in range(1, 5)}}


def _put_guna(daftar: QuerySet[Any], kode_per_guna: Mapping[str, str]) -> Selisih:
    """Mark the one edition of each use; a mark is unique, so the old one goes before the new one comes."""
    banyak = 0
    for guna, kode in kode_per_guna.items():
        berversi = {"versi": F("versi") + 1} if issubclass(daftar.model, BerversiModel) else {}
        banyak += daftar.filter(**{guna: True}).exclude(kode=kode).update(**{guna: False}, **berversi)
        banyak += daftar.filter(**{guna: False}, kode=kode).update(**{guna: True}, **berversi)
    return Selisih(diubah=banyak)


def _put_pemetaan(
    tahun: TahunKinerja, data: TahunInstansi, simpul: Mapping[str, int], identitas: IdentitasRencana
) -> Selisih:
    selisih = selaraskan(
        EdisiPemetaan,
        milik={"tahun": tahun},
        kunci=("kode",),
        daftar=[
            {"kode": e.id, "urutan": urutan, "status": StatusEdisi.TERBIT, "nama": e.nama, "dasar": e.dasar}
            for urutan, e in enumerate(data.daftar_edisi_pemetaan)
        ],
        hapus_sisa=False,
    )
    daftar_edisi = EdisiPemetaan.objects.filter(tahun=tahun)
    selisih += _put_guna(daftar_edisi, {"is_berlaku": data.pemetaan_berlaku})
    tersimpan = dict(daftar_edisi.values_list("kode", "pk"))
    return selisih + selaraskan(
        Pemetaan,
        milik={},
        cari={"edisi__tahun": tahun},
        kunci=("edisi_id", "simpul_anggaran_id", "simpul_id", "indikator_id"),
        daftar=[
            {
                "edisi_id": tersimpan[satu.edisi],
                "urutan": urutan,
                "simpul_anggaran_id": simpul[satu.kode],
                "simpul_id": identitas.simpul.get(satu.simpul),
                "indikator_id": identitas.indikator.get(satu.indikator),
            }
            for urutan, satu in enumerate(data.daftar_pemetaan)
        ],
    )
