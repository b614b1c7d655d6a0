"""Writing what officers say. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from tolok.core.instansi import TahunInstansi
from tolok.web.organisasi.models import Jabatan
from tolok.web.pelaporan.models import Analisis, BahanLaporan, Narasi, Penandatangan
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana
from tolok.web.simpan.selaras import Selisih, selaraskan


def put_naskah(tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana) -> Selisih:
    """Make the narratives, analyses, signers and lists of a year what ``data`` says."""
    jabatan = dict(Jabatan.objects.filter(instansi=tahun.instansi_id).values_list("kode", "pk"))
    milik = {"tahun": tahun}
    return (
        selaraskan(
            Narasi,
            milik=milik,
            kunci=("kunci",),
            daftar=[{"kunci": s.kunci, "urutan": u, "teks": s.teks} for u, s in enumerate(data.daftar_narasi)],
        )
        + selaraskan(
            Analisis,
            milik=milik,
            kunci=("indikator_id", "tahun_periode", "triwulan"),
            daftar=[
                {
                    "indikator_id": identitas.indikator[satu.indikator],
                    "tahun_periode": satu.periode.tahun,
                    "triwulan": satu.periode.triwulan,
                    "urutan": urutan,
                    "penyebab": satu.penyebab,
                    "solusi": satu.solusi,
                }
                for urutan, satu in enumerate(data.daftar_analisis)
            ],
        )
        + selaraskan(
            Penandatangan,
            milik=milik,
            kunci=("dokumen", "jabatan_id"),
            daftar=[
                {
                    "dokumen": satu.dokumen,
                    "jabatan_id": jabatan[satu.jabatan],
                    "urutan": urutan,
                    "tempat": satu.tempat,
                    "tanggal": satu.tanggal,
                }
                for urutan, satu in enumerate(data.daftar_penandatangan)
            ],
        )
        + selaraskan(
            BahanLaporan,
            milik=milik,
            kunci=(),
            daftar=[
                {
                    "penghargaan": [[p.nama, p.tingkat, p.tahun] for p in data.daftar_penghargaan],
                    "isu": [isu.uraian for isu in data.daftar_isu],
                    "dasar_hukum": [[d.nama, d.tentang] for d in data.daftar_dasar_hukum],
                }
            ],
        )
    )
