"""Making the files of a document: its row, the job, and the snapshot that the job adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.render.daftar_dokumen import ButirDokumen
from tolok.web.akun.models import Pengguna
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.operations import request_pekerjaan
from tolok.web.pelaporan.berkas import BerkasTertulis
from tolok.web.pelaporan.models import BerkasTerbitan, Dokumen, StatusDokumen, Terbitan
from tolok.web.perencanaan.models import TahunKinerja

JENIS_PEKERJAAN: Final = "dokumen.buat"


class BukanKonsep(Exception):
    """The document is no draft any more, so its files stay as they are; the message (Indonesian) says what to do."""

    def __init__(self, dokumen: Dokumen) -> None:
        sebutan = StatusDokumen(dokumen.status).label.lower()
        saran = "Kembalikan ke konsep dahulu" if dokumen.status == StatusDokumen.SIAP else "Buat penggantinya"
        super().__init__(f"{dokumen.judul} sudah {sebutan}, jadi berkasnya tidak dibuat lagi. {saran}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiTerbitan:
    """What a job has made of a document, before it is a snapshot."""

    nomor_riwayat: int
    versi_mesin: str
    model: str
    sidik_model: str
    sidik_data: str
    daftar_berkas: Sequence[BerkasTertulis]


@transaction.atomic
def ensure_dokumen(
    tahun: TahunKinerja, daftar: Iterable[ButirDokumen], *, oleh: Pengguna | None
) -> dict[tuple[str, str], Dokumen]:
    """Return the newest version of each document of the list by kind and ``rujukan``; what is not there is added."""
    lock_rantai(tahun.instansi.kode)
    ada = {(satu.jenis, satu.rujukan): satu for satu in Dokumen.objects.filter(tahun=tahun).order_by("ke")}
    baru = {
        (satu.jenis, satu.rujukan): Dokumen(tahun=tahun, jenis=satu.jenis, rujukan=satu.rujukan, judul=satu.judul)
        for satu in daftar
        if (satu.jenis, satu.rujukan) not in ada
    }
    if baru:
        for satu in baru.values():
            satu.save(force_insert=True)
        record(
            "dokumen.didaftarkan",
            rantai=tahun.instansi.kode,
            objek=f"dokumen:{tahun.tahun}",
            isi={"daftar": [sebut_dokumen(satu) for satu in baru.values()]},
            oleh=oleh,
        )
    return ada | baru


def request_terbitan(tahun: TahunKinerja, butir: ButirDokumen, *, oleh: Pengguna | None) -> Pekerjaan:
    """
    Ask for the files of a document as the data are now, or return the job that is making them.

    :raises BukanKonsep: if the document is ready to be signed, or signed
    """
    dokumen = ensure_dokumen(tahun, (butir,), oleh=oleh)[butir.jenis, butir.rujukan]
    if dokumen.status != StatusDokumen.KONSEP:
        raise BukanKonsep(dokumen)
    return request_pekerjaan(
        jenis=JENIS_PEKERJAAN,
        kunci=f"dokumen:{dokumen.pk}",
        judul=butir.judul,
        masukan={"dokumen": dokumen.pk},
        instansi=tahun.instansi.kode,
        oleh=oleh,
    )


@transaction.atomic
def add_terbitan(dokumen: int, isi: IsiTerbitan, *, oleh: Pengguna | None) -> Terbitan:
    """
    Add the snapshot of a document for one state of the history, or return the one there is.

    :raises BukanKonsep: if the document has left the drafts meanwhile
    """
    kode = Dokumen.objects.values_list("tahun__instansi__kode", flat=True).get(pk=dokumen)
    lock_rantai(kode)
    baris = Dokumen.objects.select_related("tahun__instansi").get(pk=dokumen)
    kunci = f"{baris.pk}@{isi.nomor_riwayat}/{isi.versi_mesin}"
    ada = Terbitan.objects.filter(kunci=kunci).first()
    if ada is not None:
        return ada
    if baris.status != StatusDokumen.KONSEP:
        raise BukanKonsep(baris)
    terbitan = put_terbitan(baris, isi, kunci=kunci, is_resmi=False, oleh=oleh)
    record(
        "dokumen.dibuat",
        rantai=kode,
        objek=sebut_dokumen(baris),
        isi={
            "terbitan": terbitan.nomor,
            "nomor_riwayat": isi.nomor_riwayat,
            "versi_mesin": isi.versi_mesin,
            "sidik_data": isi.sidik_data,
            "sidik_model": isi.sidik_model,
            "berkas": {satu.format: satu.sidik for satu in isi.daftar_berkas},
        },
        oleh=oleh,
    )
    return terbitan


def put_terbitan(dokumen: Dokumen, isi: IsiTerbitan, *, kunci: str, is_resmi: bool, oleh: Pengguna | None) -> Terbitan:
    """Add a snapshot with its files: a step of an operation that locks and records."""
    terakhir = get_terbitan_terakhir(dokumen)
    terbitan = Terbitan.objects.create(
        dokumen=dokumen,
        nomor=terakhir.nomor + 1 if terakhir is not None else 1,
        kunci=kunci,
        is_resmi=is_resmi,
        nomor_riwayat=isi.nomor_riwayat,
        dibuat_pada=timezone.now(),
        dibuat_oleh=oleh,
        versi_mesin=isi.versi_mesin,
        model=isi.model,
        sidik_model=isi.sidik_model,
        sidik_data=isi.sidik_data,
    )
    BerkasTerbitan.objects.bulk_create(
        BerkasTerbitan(
            terbitan=terbitan,
            format=satu.format,
            nama=satu.nama,
            berkas=satu.alamat,
            ukuran=satu.ukuran,
            sidik=satu.sidik,
        )
        for satu in isi.daftar_berkas
    )
    return terbitan


def get_terbitan_terakhir(dokumen: Dokumen) -> Terbitan | None:
    """Return the newest snapshot of a document."""
    return dokumen.daftar_terbitan.order_by("-nomor").first()


def sebut_dokumen(dokumen: Dokumen) -> str:
    """Return the name of a document in history: ``dokumen:2020/perjanjian/pk-2020``, ``…/2`` for a second version."""
    bagian = [str(dokumen.tahun.tahun), dokumen.jenis, dokumen.rujukan, str(dokumen.ke) if dokumen.ke > 1 else ""]
    return f"dokumen:{'/'.join(satu for satu in bagian if satu)}"
