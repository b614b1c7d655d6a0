"""
Writing what officers say. The ``put_…`` functions are steps of a larger operation, which locks and records.

A text is checked before it is stored: a token that names nothing would break every document of the year.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from tolok.core.hasil.rujukan import PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.narasi import NarasiTidakTerbaca, parse_narasi
from tolok.web.akun.models import Pengguna
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.models import Jabatan
from tolok.web.pelaporan.lkjip.tulisan import Tulisan
from tolok.web.pelaporan.models import Analisis, BahanLaporan, Narasi, Penandatangan
from tolok.web.pelaporan.polos import compute_sidik
from tolok.web.perencanaan.models import Indikator, TahunKinerja
from tolok.web.perencanaan.operations import IdentitasRencana
from tolok.web.simpan.selaras import Selisih, selaraskan
from tolok.web.simpan.versi import SudahBerubah, update_berversi


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


@transaction.atomic
def save_tulisan(
    tahun: TahunKinerja, tulisan: Tulisan, teks: str, *, versi: int, hasil: HasilTahun, oleh: Pengguna | None
) -> None:
    """
    Store a narrative or one half of an analysis, with the old and the new text in its entry.

    :param versi: the version of the row the writer read, 0 if there was none
    :param hasil: the year whose quantities the tokens may name
    :raises NarasiTidakTerbaca: with every fault and its place; nothing is stored
    :raises SudahBerubah: if somebody stored another text meanwhile
    """
    if daftar_galat := parse_narasi(tulisan.kunci, teks, PencariToken(hasil)).daftar_galat:
        raise NarasiTidakTerbaca(daftar_galat)
    lock_rantai(tahun.instansi.kode)
    baris, kolom = _get_baris(tahun, tulisan)
    lama = getattr(baris, kolom)
    if baris.pk is None:
        if versi:
            raise SudahBerubah(baris, {kolom: teks})
        setattr(baris, kolom, teks)
        baris.save(force_insert=True)
    else:
        if baris.versi != versi:
            raise SudahBerubah(baris, {kolom: teks})
        if lama == teks:
            return
        update_berversi(baris, versi=versi, **{kolom: teks})
    record(
        "narasi.diubah",
        rantai=tahun.instansi.kode,
        objek=sebut_tulisan(tahun, tulisan),
        isi={
            "versi": baris.versi,
            "sebelum": {"sidik": compute_sidik(lama), "teks": lama},
            "sesudah": {"sidik": compute_sidik(teks), "teks": teks},
        },
        oleh=oleh,
    )


def sebut_tulisan(tahun: TahunKinerja, tulisan: Tulisan) -> str:
    """Return the name of a text in history."""
    return f"narasi:{tahun.tahun}/{tulisan.kunci}"


def _get_baris(tahun: TahunKinerja, tulisan: Tulisan) -> tuple[Narasi | Analisis, str]:
    """Return the row a text stands in, a new one if there is none, and its column."""
    analisis = tulisan.analisis
    if analisis is None:
        narasi = Narasi.objects.filter(tahun=tahun, kunci=tulisan.kunci).first()
        return narasi or Narasi(tahun=tahun, kunci=tulisan.kunci, urutan=_urutan_baru(Narasi, tahun)), "teks"
    kolom, kode, periode = analisis
    indikator = Indikator.objects.get(instansi=tahun.instansi_id, kode=kode)
    kunci = {"indikator": indikator, "tahun_periode": periode.tahun, "triwulan": periode.triwulan}
    baris = Analisis.objects.filter(tahun=tahun, **kunci).first()
    return baris or Analisis(tahun=tahun, urutan=_urutan_baru(Analisis, tahun), **kunci), kolom


def _urutan_baru(kelas: Any, tahun: TahunKinerja) -> int:
    terbesar = kelas.objects.filter(tahun=tahun).aggregate(terbesar=Max("urutan"))["terbesar"]
    return 0 if terbesar is None else int(terbesar) + 1
