"""Writing the budget. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

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
from tolok.web.anggaran.queries import load_bagian_anggaran
from tolok.web.organisasi.models import StatusEdisi
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana
from tolok.web.simpan.selaras import Selisih, ensure_identitas, selaraskan


def put_anggaran(
    tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana, *, dicatat_pada: date
) -> tuple[dict[str, int], Selisih]:
    """
    Make the budget of a year what ``data`` says; return the keys of its pagu editions by code.

    :raises EdisiBerbeda: if it says something else of an edition that is issued already
    """
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
    if terakhir is not None and load_bagian_anggaran(tahun)["daftar_anggaran"] == data.daftar_anggaran:
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
    guna = ("untuk_laporan", "untuk_tw1", "untuk_tw2", "untuk_tw3", "untuk_tw4")
    # The marks are unique within the year: all go before the new ones come.
    EdisiPagu.objects.filter(tahun=tahun).update(**dict.fromkeys(guna, False))
    selisih = Selisih()
    for urutan, edisi in enumerate(data.daftar_edisi_pagu):
        selisih += selaraskan(
            EdisiPagu,
            milik={"tahun": tahun},
            cari={"tahun": tahun, "kode": edisi.id},
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
            ],
            beku=f"Edisi pagu {edisi.id}",
        )
    tersimpan = dict(EdisiPagu.objects.filter(tahun=tahun).values_list("kode", "pk"))
    for nama, kode in zip(guna, (data.pagu_laporan, *data.pagu_triwulan), strict=False):
        EdisiPagu.objects.filter(tahun=tahun, kode=kode).update(**{nama: True})
    for kode, pk in tersimpan.items():
        selisih += selaraskan(
            Pagu,
            milik={"edisi_id": pk},
            kunci=("simpul_id", "jenis_belanja", "sumber_dana"),
            daftar=[
                {
                    "urutan": urutan,
                    "simpul_id": simpul[satu.kode],
                    "sen": satu.sen,
                    "jenis_belanja": satu.jenis_belanja,
                    "sumber_dana": satu.sumber_dana,
                }
                for urutan, satu in enumerate(data.daftar_pagu)
                if satu.edisi == kode
            ],
            beku=f"Edisi pagu {kode}",
        )
    return tersimpan, selisih


def _put_pemetaan(
    tahun: TahunKinerja, data: TahunInstansi, simpul: Mapping[str, int], identitas: IdentitasRencana
) -> Selisih:
    EdisiPemetaan.objects.filter(tahun=tahun).update(is_berlaku=False)
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
    EdisiPemetaan.objects.filter(tahun=tahun, kode=data.pemetaan_berlaku).update(is_berlaku=True)
    for kode, pk in EdisiPemetaan.objects.filter(tahun=tahun).values_list("kode", "pk"):
        selisih += selaraskan(
            Pemetaan,
            milik={"edisi_id": pk},
            kunci=("simpul_anggaran_id", "simpul_id", "indikator_id"),
            daftar=[
                {
                    "urutan": urutan,
                    "simpul_anggaran_id": simpul[satu.kode],
                    "simpul_id": identitas.simpul.get(satu.simpul),
                    "indikator_id": identitas.indikator.get(satu.indikator),
                }
                for urutan, satu in enumerate(data.daftar_pemetaan)
                if satu.edisi == kode
            ],
            beku=f"Edisi pemetaan {kode}",
        )
    return selisih
