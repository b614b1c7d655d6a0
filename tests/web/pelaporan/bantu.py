"""What tests of documents do again and again."""

from __future__ import annotations

from pathlib import Path

from tolok.render.daftar_dokumen import ButirDokumen
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.models import Dokumen, Narasi, Terbitan
from tolok.web.pelaporan.operations import request_terbitan
from tolok.web.perencanaan.models import TahunKinerja


def butir(tahun: TahunKinerja, jenis: str = "lkjip", rujukan: str = "") -> ButirDokumen:
    """Return a document of the year."""
    daftar = get_laporan(tahun).daftar_dokumen
    return next(satu for satu in daftar if (satu.jenis, satu.rujukan) == (jenis, rujukan))


def buat(tahun: TahunKinerja, jenis: str = "perjanjian", rujukan: str = "pk-2020") -> Terbitan:
    """Make the files of a document as the worker does, and return the newest snapshot."""
    pekerjaan = request_terbitan(tahun, butir(tahun, jenis, rujukan), oleh=None)
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == "selesai", pekerjaan.pesan
    return Terbitan.objects.filter(dokumen=pekerjaan.masukan["dokumen"]).latest("nomor")


def kerjakan(tahun: TahunKinerja, jenis: str = "perjanjian", rujukan: str = "pk-2020") -> Pekerjaan:
    """Ask for a document, let the worker do it, and return the job as it ended."""
    pekerjaan = request_terbitan(tahun, butir(tahun, jenis, rujukan), oleh=None)
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    return pekerjaan


def isi_berkas(terbitan: Terbitan) -> dict[str, bytes]:
    """Return the content of the files of a snapshot by format."""
    return {satu.format: Path(satu.berkas.path).read_bytes() for satu in terbitan.daftar_berkas.all()}


def daftar_berkas_di(folder: Path) -> list[str]:
    """Return everything that stands in a folder, hidden files too."""
    return sorted(str(satu.relative_to(folder)) for satu in folder.rglob("*") if satu.is_file())


def dokumen(terbitan: Terbitan) -> Dokumen:
    """Return the document of a snapshot as it is now."""
    return Dokumen.objects.get(pk=terbitan.dokumen_id)


def ubah_data(tahun: TahunKinerja, teks: str = "Ditulis ulang.") -> None:
    """Change what the LKjIP says, as an operation does it: with an entry."""
    from django.db import transaction

    from tolok.web.audit.operations import record

    with transaction.atomic():
        Narasi.objects.filter(tahun=tahun, kunci="kesimpulan").update(teks=teks)
        record("uji.diubah", rantai=tahun.instansi.kode, objek="uji", isi={}, oleh=None)
