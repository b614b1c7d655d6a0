"""Loading an agency-year into the database, all or nothing, as one entry of the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.utils import timezone

from tolok.core.instansi import TahunInstansi
from tolok.paket.banding import BedaTabel
from tolok.web.akun.models import Pengguna
from tolok.web.anggaran.operations import put_anggaran
from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.lingkup import Lingkup
from tolok.web.organisasi.models import Instansi
from tolok.web.organisasi.operations import put_organisasi
from tolok.web.pelaporan.operations import put_naskah
from tolok.web.pengukuran.operations import put_pengukuran
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.operations import put_tahun
from tolok.web.perjanjian.operations import put_perjanjian
from tolok.web.pertukaran.muatan import list_alamat_tidak_muat
from tolok.web.pertukaran.penolakan import PemuatanDitolak, SebabTolak
from tolok.web.pertukaran.queries import Pratinjau, find_tahun, load_isi_tahun, preview_muat
from tolok.web.simpan.selaras import Selisih

PERBUATAN_MUAT: Final = "paket.dimuat"


class HasilMuat(NamedTuple):
    """What a load did."""

    tahun: TahunKinerja
    selisih: Selisih
    catatan: Catatan


class PratinjauUsang(Exception):
    """The history moved on after the preview was made; ``pratinjau`` is the one of now. Nothing was written."""

    def __init__(self, pratinjau: Pratinjau) -> None:
        super().__init__("Isi basis data berubah sesudah pratinjau dibuat; belum ada yang disimpan.")
        self.pratinjau = pratinjau


class TidakTersimpanUtuh(RuntimeError):
    """What was stored does not read back as the package (a bug); nothing stays written."""


@transaction.atomic
def load_ke_basis_data(
    data: TahunInstansi,
    *,
    oleh: Pengguna | None,
    sidik_paket: str,
    lingkup: Lingkup | None = None,
    nomor_riwayat: int | None = None,
    perbuatan: str = PERBUATAN_MUAT,
    isi_catatan: Mapping[str, Any] | None = None,
) -> HasilMuat:
    """
    Make the stored year what ``data`` says; the agency is made if there is none.

    :param sidik_paket: SHA-256 of the files ``data`` was read from
    :param lingkup: what ``oleh`` may reach; ``None``: a command at the terminal
    :param nomor_riwayat: the history the confirmed preview was made from; ``None``: nobody confirmed one
    :param perbuatan: the deed in the history, and ``isi_catatan`` what its entry says of the source
    :raises PemuatanDitolak: if anything in it may not be loaded; nothing is written
    :raises PratinjauUsang: if the history has moved on since the preview; nothing is written
    """
    if daftar_penolakan := tuple(list_alamat_tidak_muat(data)):
        raise PemuatanDitolak(daftar_penolakan)
    kode = data.instansi.id
    lock_rantai(kode)
    pratinjau = preview_muat(data, lingkup=lingkup)
    is_berhak = all(penolakan.sebab is not SebabTolak.HAK for penolakan in pratinjau.daftar_penolakan)
    if is_berhak and nomor_riwayat is not None and nomor_riwayat != pratinjau.nomor_riwayat:
        raise PratinjauUsang(pratinjau)
    if pratinjau.is_ditolak:
        raise PemuatanDitolak(pratinjau.daftar_penolakan)
    tahun, selisih = _put(data)
    segar = find_tahun(kode, data.tahun)
    if segar is None or load_isi_tahun(segar) != data:
        raise TidakTersimpanUtuh(f"{kode} {data.tahun}")
    ditambah, diubah, dihapus = pratinjau.jumlah
    catatan = record(
        perbuatan,
        rantai=kode,
        objek=f"tahun:{data.tahun}",
        isi={
            **(isi_catatan if isi_catatan is not None else {"sidik_paket": sidik_paket}),
            "ditambah": ditambah,
            "diubah": diubah,
            "dihapus": dihapus,
            "rincian": {tabel.nama: _rincian(tabel) for tabel in pratinjau.daftar_tabel},
        },
        oleh=oleh,
    )
    return HasilMuat(tahun, selisih, catatan)


def _put(data: TahunInstansi) -> tuple[TahunKinerja, Selisih]:
    hari_ini = timezone.localdate()
    instansi, _ = Instansi.objects.get_or_create(kode=data.instansi.id)
    organisasi = put_organisasi(instansi, data, dicatat_pada=hari_ini)
    tahun, identitas, selisih = put_tahun(instansi, data, organisasi=organisasi, dicatat_pada=hari_ini)
    edisi_pagu, lain = put_anggaran(tahun, data, identitas, dicatat_pada=hari_ini)
    selisih += lain
    selisih += put_perjanjian(tahun, data, identitas, jabatan=organisasi.jabatan, edisi_pagu=edisi_pagu)
    selisih += put_pengukuran(tahun, data, identitas)
    selisih += put_naskah(tahun, data, identitas)
    return tahun, selisih


def _rincian(tabel: BedaTabel) -> dict[str, Any]:
    """Return what of a table changed, from what to what; what came stands in the package with the recorded hash."""
    return {
        "ditambah": len(tabel.ditambah),
        "diubah": [[baris.sebutan, *sel] for baris in tabel.diubah for sel in baris.daftar_sel],
        "dihapus": [baris.sebutan for baris in tabel.dihapus],
        "urutan": tabel.is_urutan,
    }
