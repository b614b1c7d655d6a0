"""Uploads for tests: small files, and readings of them as a recogniser would give them."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.ingest.alih.bacaan_uji import PMKS, PMKS_PENDEK, anggaran, berkas, dokumen, indikator, nilai
from tests.ingest.alih.pdf_kecil import make_pdf
from tests.web.dunia import INSTANSI

from tolok.core.bacaan.dokumen import BerkasTerbaca, Besaran, TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.instansi import TahunInstansi
from tolok.web.impor.models import BerkasBacaan
from tolok.web.impor.operations import put_bacaan
from tolok.web.pertukaran.queries import find_tahun, load_isi_tahun

PANGKAL: Final = f"/{INSTANSI}/2020/tahun/impor/"
KEGIATAN: Final = "Pengelolaan Administrasi Keuangan"


PDF: Final = make_pdf("Tabel 2.1 Perjanjian Kinerja", f"{PMKS[:60]} 87%", "Indeks kebahagiaan kota 70")


def kirim(client: Client, isi: bytes = PDF, nama: str = "laporan.pdf", kelas: str = "terbatas") -> HttpResponse:
    """Upload a file."""
    return client.post(PANGKAL, {"dokumen": SimpleUploadedFile(nama, isi), "kelas": kelas})


def siapkan(client: Client, terbaca: BerkasTerbaca | None = None, **lain: Any) -> str:
    """Upload a file, give it a reading, and return the address of its preview."""
    alamat = kirim(client, **lain).headers["Location"]
    put_bacaan(pk(alamat), terbaca or bacaan_campur())
    return alamat


def pk(alamat: str) -> UUID:
    """Return the key in an address."""
    return UUID(alamat.rstrip("/").rsplit("/", 1)[1])


def get_baris(alamat: str) -> BerkasBacaan:
    """Return the row behind an address."""
    return BerkasBacaan.objects.get(pk=pk(alamat))


def tersimpan() -> TahunInstansi:
    """Return the stored year."""
    ada = find_tahun(INSTANSI, 2020)
    assert ada is not None
    return load_isi_tahun(ada)


def simpan(client: Client, alamat: str, **lain: Any) -> HttpResponse:
    """Confirm what the preview shows now."""
    sidik = client.get(alamat).context["lihat"].pratinjau.sidik
    return client.post(f"{alamat}simpan/", {"sidik_pratinjau": sidik}, **lain)


def bacaan_campur() -> BerkasTerbaca:
    """
    Return a reading with one value of each kind.

    0.i0.0 differs (target 87 % against 86 %), 0.i0.1 is new, 0.i1.0 is doubtful, 0.i2.0 waits for the name, 0.a0.0 is
    the stored realisasi, 0.a0.1 differs.
    """
    tabel = TabelTerbaca(
        indeks=0,
        nomor="2.1",
        judul="Perjanjian Kinerja",
        kepala=("Indikator", "Target"),
        isi=(("Nomor", "Dua"), (PMKS, "87%"), ("Indeks", "70")),
        letak=Letak(halaman=1, tabel="Tabel 2.1"),
        letak_isi=((Letak(), Letak()), (Letak(halaman=1), Letak(halaman=1, baris=2, sel="B2")), (Letak(), Letak())),
    )
    letak = Letak(halaman=1, baris=2, sel="B2")
    return berkas(
        dokumen(
            indikator=(
                indikator(
                    PMKS,
                    nilai(Besaran.TARGET, "87%", "87", letak=letak, tabel=0),
                    nilai(Besaran.REALISASI, "91%", "91", tahun=2017, letak=letak),
                ),
                indikator(PMKS, nilai(Besaran.REALISASI, "9l%", None, tahun=2016, catatan=("ragu",))),
                indikator(PMKS_PENDEK, nilai(Besaran.REALISASI, "90%", "90", tahun=2015)),
            ),
            anggaran=(
                anggaran(
                    "1.1",
                    KEGIATAN,
                    nilai(Besaran.REALISASI, "10.424.000", "10424000", triwulan=1),
                    nilai(Besaran.REALISASI, "43.332.501", "43332501", triwulan=4),
                ),
            ),
            tabel=(tabel,),
        )
    )
