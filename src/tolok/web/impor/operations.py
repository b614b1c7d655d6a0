"""What people do with an upload: send it, decide about it, store what they accepted, or let it go."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.instansi import TahunInstansi
from tolok.ingest.alih.keputusan import Keputusan
from tolok.ingest.alih.rancangan import Rancangan, Usulan, format_letak
from tolok.ingest.alih.susun import susun_rancangan
from tolok.ingest.alih.terapkan import Terapan, apply_rancangan
from tolok.ingest.simpanan import to_simpanan
from tolok.paket.banding import compare_tabel
from tolok.paket.masalah import GalatPaket, Masalah, Tingkat
from tolok.paket.muat import check_paket
from tolok.paket.susun import susun_paket, susun_tabel
from tolok.paket.tulis_folder import format_folder
from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.impor.queries import compute_sidik_rancangan, load_terbaca
from tolok.web.jobs.operations import request_pekerjaan
from tolok.web.organisasi.lingkup import Lingkup
from tolok.web.pelaporan.berkas import store_berkas
from tolok.web.perencanaan.models import KelasBukti, TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data
from tolok.web.pertukaran.penolakan import PemuatanDitolak, Penolakan
from tolok.web.pertukaran.queries import find_tahun, load_isi_tahun

JENIS_PEKERJAAN: Final = "impor.baca"
FOLDER: Final = "bacaan"
PERBUATAN_SIMPAN: Final = "impor.disimpan"
_PANJANG_NAMA: Final = 255


class BukanTerbaca(Exception):
    """The upload is not (any more) in the state this step needs; the message says so."""


class PratinjauUsang(Exception):
    """What would be written, or what stands there, is not what was confirmed; nothing was written."""


@dataclass(frozen=True, slots=True)
class SalahSel:
    """One reason why the import is refused, with the values of the file it comes from."""

    tabel: str
    pesan: str
    saran: str
    daftar_usulan: tuple[Usulan, ...]


class ImporDitolak(Exception):
    """The import was refused as a whole, nothing was written; ``daftar_salah`` says why, value by value."""

    def __init__(self, daftar_salah: tuple[SalahSel, ...]) -> None:
        super().__init__(f"Impor ditolak ({len(daftar_salah)} sebab); tidak ada yang disimpan.")
        self.daftar_salah = daftar_salah


@transaction.atomic
def upload_berkas(
    tahun: TahunKinerja, *, isi: bytes, nama: str, format_berkas: str, kelas_bukti: str, oleh: Pengguna | None
) -> BerkasBacaan:
    """
    Keep a published file and ask for its reading.

    :raises GalatSimpan: if the file cannot be written
    """
    instansi = tahun.instansi.kode
    rapi = _rapikan_nama(nama, format_berkas)
    tertulis = store_berkas(format_berkas, f"berkas.{format_berkas}", isi, folder=FOLDER)
    lock_rantai(instansi)
    bacaan = BerkasBacaan.objects.create(
        tahun=tahun,
        nama=rapi,
        format=format_berkas,
        sidik=tertulis.sidik,
        berkas=tertulis.alamat,
        ukuran=tertulis.ukuran,
        kelas_bukti=KelasBukti(kelas_bukti),
        diunggah_oleh=oleh,
    )
    bacaan.pekerjaan = request_pekerjaan(
        jenis=JENIS_PEKERJAAN,
        kunci=f"impor:{bacaan.pk}",
        judul=f"Membaca {rapi}" if kelas_bukti != KelasBukti.RAHASIA else "Membaca dokumen rahasia",
        masukan={"bacaan": str(bacaan.pk)},
        instansi=instansi,
        oleh=oleh,
    )
    bacaan.save(update_fields=["pekerjaan"])
    record(
        "impor.diunggah",
        rantai=instansi,
        objek=sebut_objek(bacaan),
        isi={"nama": rapi, "sidik": bacaan.sidik, "ukuran": bacaan.ukuran, "kelas_bukti": bacaan.kelas_bukti},
        oleh=oleh,
    )
    return bacaan


@transaction.atomic
def import_berkas(
    terbaca: BerkasTerbaca,
    keputusan: Keputusan,
    *,
    tahun: TahunKinerja,
    isi: bytes,
    format_berkas: str,
    kelas_bukti: str,
    sidik_pratinjau: str,
) -> Catatan:
    """
    Store what was accepted of a file that a command has read, and keep the file; errors as ``store_impor``.

    :raises GalatSimpan: if the file cannot be written; nothing is stored
    """
    tertulis = store_berkas(format_berkas, f"berkas.{format_berkas}", isi, folder=FOLDER)
    catatan = store_rancangan(
        terbaca,
        keputusan,
        instansi=tahun.instansi.kode,
        tahun=tahun.tahun,
        sidik_pratinjau=sidik_pratinjau,
        oleh=None,
        lingkup=None,
        isi_catatan={"kelas_bukti": KelasBukti(kelas_bukti).value},
    )
    BerkasBacaan.objects.create(
        tahun=tahun,
        nama=_rapikan_nama(terbaca.berkas, format_berkas),
        format=format_berkas,
        sidik=tertulis.sidik,
        berkas=tertulis.alamat,
        ukuran=tertulis.ukuran,
        kelas_bukti=KelasBukti(kelas_bukti),
        status=StatusBacaan.DISIMPAN,
        bacaan=json.dumps(to_simpanan(terbaca)),
        keputusan=keputusan.to_data(),
        catatan_riwayat=catatan,
    )
    return catatan


def put_bacaan(bacaan: UUID, terbaca: BerkasTerbaca) -> None:
    """Keep what was read; a step of the job. An upload that was let go meanwhile stays so."""
    BerkasBacaan.objects.filter(pk=bacaan, status=StatusBacaan.DIBACA).update(
        bacaan=json.dumps(to_simpanan(terbaca)), status=StatusBacaan.TERBACA
    )


@transaction.atomic
def decide_bacaan(bacaan: UUID, keputusan: Keputusan, *, hapus_nilai: frozenset[str] = frozenset()) -> Keputusan:
    """
    Add decisions to those there are, and return all of them. They change nothing but the preview.

    :param hapus_nilai: values whose reading by a person is taken back
    :raises BukanTerbaca: if the upload is stored or let go
    """
    baris = _lock(bacaan)
    semua = Keputusan.from_data(baris.keputusan).with_lain(keputusan)
    data = semua.to_data()
    data["nilai"] = {kunci: teks for kunci, teks in semua.nilai.items() if kunci not in hapus_nilai}
    baris.keputusan = data
    baris.save(update_fields=["keputusan"])
    return Keputusan.from_data(data)


@transaction.atomic
def store_impor(bacaan: UUID, *, sidik_pratinjau: str, oleh: Pengguna | None, lingkup: Lingkup | None) -> Catatan:
    """
    Store what was accepted of an upload, all of it or nothing, as one entry of the history.

    :param sidik_pratinjau: what was confirmed (``Pratinjau.sidik``)
    :raises BukanTerbaca: if the upload is stored or let go
    :raises PratinjauUsang: if it would not be what was confirmed
    :raises ImporDitolak: with every reason and the values it comes from
    """
    tahun_id = BerkasBacaan.objects.values_list("tahun__instansi__kode", "tahun__tahun").get(pk=bacaan)
    lock_rantai(tahun_id[0])
    baris = _lock(bacaan)
    hasil = store_rancangan(
        load_terbaca(baris),
        Keputusan.from_data(baris.keputusan),
        instansi=tahun_id[0],
        tahun=tahun_id[1],
        sidik_pratinjau=sidik_pratinjau,
        oleh=oleh,
        lingkup=lingkup,
        isi_catatan={"bacaan": str(baris.pk), "kelas_bukti": baris.kelas_bukti},
    )
    baris.status, baris.catatan_riwayat = StatusBacaan.DISIMPAN, hasil
    baris.save(update_fields=["status", "catatan_riwayat"])
    return hasil


@transaction.atomic
def store_rancangan(
    terbaca: BerkasTerbaca,
    keputusan: Keputusan,
    *,
    instansi: str,
    tahun: int,
    sidik_pratinjau: str,
    oleh: Pengguna | None,
    lingkup: Lingkup | None,
    isi_catatan: Mapping[str, Any] | None = None,
) -> Catatan:
    """Store what was accepted of a read file; arguments and errors as ``store_impor``."""
    lock_rantai(instansi)
    ada = find_tahun(instansi, tahun)
    assert ada is not None
    lama = load_isi_tahun(ada)
    rancangan = susun_rancangan(terbaca, lama, keputusan)
    if compute_sidik_rancangan(rancangan) != sidik_pratinjau or not rancangan.is_berisi:
        raise PratinjauUsang
    if rancangan.daftar_bentrok:
        raise ImporDitolak(tuple(_list_bentrok(rancangan)))
    terapan = apply_rancangan(rancangan, lama, pada=timezone.localdate())
    if daftar_salah := tuple(_list_tidak_utuh(terapan, lama, rancangan)):
        raise ImporDitolak(daftar_salah)
    try:
        return load_ke_basis_data(
            terapan.data,
            oleh=oleh,
            sidik_paket="",
            lingkup=lingkup,
            perbuatan=PERBUATAN_SIMPAN,
            isi_catatan={
                "berkas": terbaca.berkas,
                "sidik_berkas": terbaca.sidik,
                "nilai": [_sebut_nilai(usulan) for usulan in rancangan.daftar_simpan],
                "baru": [[objek.jenis.value, objek.nama] for objek in rancangan.daftar_baru],
                **(isi_catatan or {}),
            },
        ).catatan
    except PemuatanDitolak as galat:
        sebutan = _sebut_baris(terapan)
        daftar = tuple(_make_salah(satu, rancangan, sebutan) for satu in galat.daftar_penolakan)
        raise ImporDitolak(daftar) from galat


@transaction.atomic
def discard_bacaan(bacaan: UUID, *, oleh: Pengguna | None) -> None:
    """
    Let an upload go; its file stays on disk for the history.

    :raises BukanTerbaca: if it is stored or let go already
    """
    instansi = BerkasBacaan.objects.values_list("tahun__instansi__kode", flat=True).get(pk=bacaan)
    lock_rantai(instansi)
    baris = _lock(bacaan)
    baris.status = StatusBacaan.DIBUANG
    baris.save(update_fields=["status"])
    record("impor.dibuang", rantai=instansi, objek=sebut_objek(baris), isi={"sidik": baris.sidik}, oleh=oleh)


def sebut_objek(bacaan: BerkasBacaan) -> str:
    """Return the name of an upload in history."""
    return f"bacaan:{bacaan.pk}"


def _rapikan_nama(nama: str, format_berkas: str) -> str:
    """Return the name of a file as it is stored: what can be printed, the end of it if it is too long."""
    rapi = "".join(huruf for huruf in nama if huruf.isprintable()).strip()
    return rapi[-_PANJANG_NAMA:] or f"tanpa nama.{format_berkas}"


def _lock(bacaan: UUID) -> BerkasBacaan:
    baris = BerkasBacaan.objects.select_for_update().get(pk=bacaan)
    if baris.status not in (StatusBacaan.DIBACA, StatusBacaan.TERBACA):
        raise BukanTerbaca(f"Dokumen ini berstatus {StatusBacaan(baris.status).label.lower()}.")
    return baris


def _sebut_nilai(usulan: Usulan) -> list[str]:
    """Return one stored value as the history tells it: what, for when, from what to what, and where it is printed."""
    return [
        usulan.objek.pilihan if not usulan.objek.pilihan.startswith("+") else usulan.objek.nama,
        usulan.besaran.value,
        usulan.periode.label,
        usulan.tersimpan,
        usulan.tertulis,
        format_letak(usulan.terbaca.letak),
    ]


def _list_bentrok(rancangan: Rancangan) -> list[SalahSel]:
    pesan = "Lebih dari satu nilai akan disimpan di tempat yang sama."
    return [
        SalahSel(satu.objek.jenis.value, pesan, "Pilih satu saja; yang lain jangan diikutkan.", (satu,))
        for satu in rancangan.daftar_bentrok
    ]


def _list_tidak_utuh(terapan: Terapan, lama: TahunInstansi, rancangan: Rancangan) -> list[SalahSel]:
    """Check the year after the import as every package is checked, and return what the import makes wrong."""
    masalah = _list_masalah(terapan.data)
    if not masalah:
        return []
    semula = {(satu.berkas, satu.pesan) for satu in _list_masalah(lama)}
    baru = [satu for satu in masalah if (satu.berkas, satu.pesan) not in semula]
    return [_make_salah_masalah(satu, terapan, rancangan) for satu in baru]


def _list_masalah(data: TahunInstansi) -> list[Masalah]:
    """Return what forbids the use of a year as a package."""
    try:
        isi_per_berkas = format_folder(susun_paket(data))
    except GalatPaket as galat:
        return list(galat.daftar_masalah)
    with tempfile.TemporaryDirectory(prefix="impor-") as folder:
        for nama, isi in isi_per_berkas.items():
            berkas = Path(folder) / nama
            berkas.parent.mkdir(parents=True, exist_ok=True)
            berkas.write_bytes(isi)
        return [satu for satu in check_paket(folder).daftar_masalah if satu.tingkat is Tingkat.GALAT]


def _make_salah_masalah(masalah: Masalah, terapan: Terapan, rancangan: Rancangan) -> SalahSel:
    """Find the values a problem comes from by the row of the table it is in."""
    nama = Path(masalah.berkas).stem
    daftar = getattr(terapan.data, f"daftar_{nama}", ())
    urut = (masalah.baris or 0) - 2
    baris = daftar[urut] if 0 <= urut < len(daftar) else None
    kunci = {k for k, (tabel, isi) in terapan.baris_per_usulan.items() if tabel == nama and isi is baris}
    daftar_usulan = tuple(usulan for usulan in rancangan.daftar_simpan if usulan.kunci in kunci)
    return SalahSel(nama.replace("_", " "), masalah.pesan, "Perbaiki atau jangan ikutkan nilainya.", daftar_usulan)


def _sebut_baris(terapan: Terapan) -> dict[tuple[str, str], str]:
    """Return the value behind each written row, by table and the words a refusal calls the row with."""
    hasil = {}
    for kunci, (nama, baris) in terapan.baris_per_usulan.items():
        (beda,) = compare_tabel(nama, (), susun_tabel(nama, (baris,))).ditambah
        hasil[nama, beda.sebutan] = kunci
    return hasil


def _make_salah(penolakan: Penolakan, rancangan: Rancangan, sebutan: Mapping[tuple[str, str], str]) -> SalahSel:
    kunci = sebutan.get((penolakan.tabel, penolakan.letak))

    def cocok(usulan: Usulan) -> bool:
        if kunci is not None:
            return usulan.kunci == kunci
        return penolakan.tabel == "indikator" and usulan.objek.pilihan == penolakan.letak

    daftar = tuple(usulan for usulan in rancangan.daftar_simpan if cocok(usulan))
    return SalahSel(penolakan.tabel.replace("_", " "), f"{penolakan.letak}: {penolakan.pesan}", penolakan.saran, daftar)
