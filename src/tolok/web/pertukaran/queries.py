"""The stored year against a package: what would change, and what forbids it; and the stored year as a package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tolok.core.instansi import TahunInstansi
from tolok.paket.banding import BedaTabel, compare_paket
from tolok.paket.susun import susun_paket
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.lingkup import Lingkup
from tolok.web.organisasi.models import Instansi, Peran
from tolok.web.pelaporan.queries import with_naskah
from tolok.web.pelaporan.queries.dokumen import read_nomor_data
from tolok.web.pengukuran.queries import load_tahun
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perjanjian.queries import get_keadaan_dokumen
from tolok.web.pertukaran.muatan import list_tidak_muat
from tolok.web.pertukaran.penolakan import Penolakan, SebabTolak
from tolok.web.pertukaran.terbit import list_beda_terbit
from tolok.web.pertukaran.terkunci import list_beda_terkunci


@dataclass(frozen=True)
class Pratinjau:
    """
    What loading a package would do.

    ``nomor_riwayat`` is the last entry of the history that changed data (0: there is none): once another comes, the
    preview may be out of date. ``is_baru`` tells that the year is not stored yet.
    """

    instansi: str
    tahun: int
    is_baru: bool
    nomor_riwayat: int
    daftar_tabel: tuple[BedaTabel, ...]
    daftar_penolakan: tuple[Penolakan, ...]

    @property
    def is_ditolak(self) -> bool:
        """Whether the package may not be loaded as it is."""
        return bool(self.daftar_penolakan)

    @property
    def is_sama(self) -> bool:
        """Whether loading would change nothing."""
        return not self.daftar_tabel

    @cached_property
    def jumlah(self) -> tuple[int, int, int]:
        """How many rows would be added, changed and removed."""
        return (
            sum(len(tabel.ditambah) for tabel in self.daftar_tabel),
            sum(len(tabel.diubah) for tabel in self.daftar_tabel),
            sum(len(tabel.dihapus) for tabel in self.daftar_tabel),
        )


def preview_muat(data: TahunInstansi, *, lingkup: Lingkup | None, tersimpan: TahunKinerja | None = None) -> Pratinjau:
    """
    Compare a package with what is stored.

    Who may not load a package of its agency learns that, and nothing of what is stored.

    :param lingkup: who asks; ``None``: a command at the terminal
    :param tersimpan: the year of the package, if it was read already
    :raises GalatPaket: if something that is stored has no text in a package
    """
    kode = data.instansi.id
    if lingkup is not None and not lingkup.is_seluruh("paket.muat", kode):
        return Pratinjau(
            kode, data.tahun, is_baru=True, nomor_riwayat=0, daftar_tabel=(), daftar_penolakan=(_hak(kode),)
        )
    nomor = read_nomor_data(kode)
    tahun = tersimpan or find_tahun(kode, data.tahun)
    lama = None if tahun is None else load_isi_tahun(tahun)
    tersusun = susun_paket(data)
    daftar_tabel = compare_paket(None if lama is None else susun_paket(lama), tersusun)
    beda = {tabel.nama: tabel for tabel in daftar_tabel}
    daftar_penolakan = list(list_tidak_muat(data, tersusun))
    instansi = Instansi.objects.filter(kode=kode).first() if tahun is None else tahun.instansi
    if tahun is not None and lama is not None and daftar_tabel:
        daftar_penolakan += list_beda_terkunci(tahun, data, lama, beda)
    if instansi is not None and daftar_tabel:
        terbit = {} if tahun is None else get_keadaan_dokumen(tahun)
        daftar_penolakan += list_beda_terbit(instansi, data, lama, beda, ditandatangani=terbit)
    return Pratinjau(kode, data.tahun, tahun is None, nomor, daftar_tabel, tuple(daftar_penolakan))


def find_tahun(instansi: str, tahun: int) -> TahunKinerja | None:
    """Return a year as readers need it, or ``None``."""
    cari = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    return cari.filter(instansi__kode=instansi, tahun=tahun).first()


def load_isi_tahun(tahun: TahunKinerja) -> TahunInstansi:
    """
    Return everything a package of the year holds.

    :param tahun: with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` already read
    """
    return with_naskah(load_tahun(tahun), tahun)


def list_tahun_tersimpan(instansi: str | None = None) -> tuple[tuple[str, int], ...]:
    """Return the agency-years there are, for messages of commands."""
    daftar = TahunKinerja.objects.order_by("instansi__kode", "tahun")
    if instansi is not None:
        daftar = daftar.filter(instansi__kode=instansi)
    return tuple(daftar.values_list("instansi__kode", "tahun"))


def _hak(kode: str) -> Penolakan:
    _, boleh = HAK["paket.muat"]
    sebutan = ", ".join(peran.label for peran in Peran if peran in boleh)
    pesan = f"Paket ini milik perangkat daerah {kode!r}, dan Anda tidak berhak memuat paketnya."
    return Penolakan(SebabTolak.HAK, "", "", pesan, f"Yang berhak: {sebutan} atas seluruh perangkat daerah itu.")
