"""The job that makes the files of a document."""

from __future__ import annotations

from typing import Any, Final

from django.urls import NoReverseMatch, reverse

from tolok import __version__
from tolok.render.daftar_dokumen import Tersusun, susun_dokumen
from tolok.render.format import FORMAT, render_format
from tolok.web.jobs.daftar import JenisPekerjaan, Tautan, register
from tolok.web.jobs.kendali import Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan
from tolok.web.pelaporan.berkas import BerkasTertulis, GalatSimpan, is_utuh, store_berkas
from tolok.web.pelaporan.laporan import Laporan, get_laporan
from tolok.web.pelaporan.models import Dokumen, Terbitan
from tolok.web.pelaporan.operations.dokumen import (
    JENIS_PEKERJAAN,
    BukanKonsep,
    IsiTerbitan,
    add_terbitan,
    get_terbitan_terakhir,
)
from tolok.web.pelaporan.polos import compute_sidik, to_teks
from tolok.web.pelaporan.queries.dokumen import read_nomor_data
from tolok.web.perencanaan.models import TahunKinerja

_JUMLAH_LANGKAH: Final = len(FORMAT) + 2


def buat_dokumen(kendali: Kendali, dokumen: int) -> dict[str, Any]:
    """
    Make the files of a document from the state the history has now, and add them as one snapshot.

    Files are written first, then the rows at once; interrupted anywhere, the job can run again.

    :raises PekerjaanGagal: if the data do not suffice, a file cannot be written, or it is no draft any more
    """
    baris = Dokumen.objects.get(pk=dokumen, tahun__instansi__kode=kendali.instansi)
    kendali.maju(0, _JUMLAH_LANGKAH, "Membaca data")
    nomor_riwayat, laporan = _read_keadaan(baris.tahun_id)
    terakhir = get_terbitan_terakhir(baris)
    sidik_data = laporan.sidik_data(baris.jenis)
    if terakhir is not None and _is_terkini(terakhir, sidik_data):
        return {"terbitan": terakhir.nomor, "sudah_ada": True}
    kendali.maju(1, _JUMLAH_LANGKAH, "Menyusun isi dan menata halaman")
    try:
        tersusun = susun_dokumen(laporan.hasil, baris.jenis, baris.rujukan)
    except ValueError as galat:
        raise PekerjaanGagal(str(galat)) from galat
    try:
        isi = _make_isi(kendali, tersusun, nomor_riwayat=nomor_riwayat, sidik_data=sidik_data)
        return kendali.sekali(
            "terbitan", lambda: {"terbitan": add_terbitan(dokumen, isi, oleh=kendali.oleh).nomor, "sudah_ada": False}
        )
    except (GalatSimpan, BukanKonsep) as galat:
        raise PekerjaanGagal(str(galat)) from galat


def _is_terkini(terbitan: Terbitan, sidik_data: str) -> bool:
    """Whether a snapshot is what would be made now, and all its files are still whole."""
    return (terbitan.sidik_data, terbitan.versi_mesin) == (sidik_data, __version__) and all(
        is_utuh(alamat, sidik) for alamat, sidik in terbitan.daftar_berkas.values_list("berkas", "sidik")
    )


def _read_keadaan(tahun: int) -> tuple[int, Laporan]:
    """Return the complete year and the number of the entry its data stand at, both of one moment."""
    cari = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    while True:
        baris = cari.get(pk=tahun)
        nomor = read_nomor_data(baris.instansi.kode)
        laporan = get_laporan(baris)
        if read_nomor_data(baris.instansi.kode) == nomor:
            return nomor, laporan


def _make_isi(kendali: Kendali, tersusun: Tersusun, *, nomor_riwayat: int, sidik_data: str) -> IsiTerbitan:
    daftar: list[BerkasTertulis] = []
    for urutan, satu in enumerate(FORMAT, start=2):
        kendali.maju(urutan, _JUMLAH_LANGKAH, f"Membuat {satu.upper()}")
        nama = f"{tersusun.naskah.nama_berkas}.{satu}"
        daftar.append(store_berkas(satu, nama, render_format(tersusun.naskah, satu)))
    kendali.maju(_JUMLAH_LANGKAH, _JUMLAH_LANGKAH, "Menyimpan")
    model = to_teks(tersusun.model)
    return IsiTerbitan(
        nomor_riwayat=nomor_riwayat,
        versi_mesin=__version__,
        model=model,
        sidik_model=compute_sidik(model),
        sidik_data=sidik_data,
        daftar_berkas=daftar,
    )


def _tautan(pekerjaan: Pekerjaan) -> tuple[Tautan, ...]:
    """Link to the document a finished job has made."""
    dokumen = Dokumen.objects.select_related("tahun__instansi").filter(pk=pekerjaan.masukan.get("dokumen")).first()
    if dokumen is None:
        return ()
    kunci = {
        "instansi": dokumen.tahun.instansi.kode,
        "tahun": dokumen.tahun.tahun,
        "periode": "tahun",
        "jenis": dokumen.jenis,
    }
    if dokumen.rujukan:
        kunci["rujukan"] = dokumen.rujukan
    try:
        return (Tautan(f"Buka {dokumen.judul}", reverse("dokumen", kwargs=kunci)),)
    except NoReverseMatch:
        return ()


def register_jenis() -> None:
    """Make the job known (when the site and the worker start)."""
    register(JenisPekerjaan(JENIS_PEKERJAAN, "Membuat berkas dokumen", buat_dokumen, _tautan, "dokumen.buat"))
