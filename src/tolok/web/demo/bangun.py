"""Building the example in an empty database, through the operations that officers use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from tolok.contoh import path_contoh
from tolok.paket.muat import load_paket
from tolok.paket.sidik import hash_paket
from tolok.render.daftar_dokumen import list_dokumen
from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import change_sandi, create_pengguna
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.organisasi.lingkup import Lingkup, get_lingkup
from tolok.web.organisasi.models import Peran
from tolok.web.organisasi.operations import grant_peran
from tolok.web.pelaporan.operations import request_terbitan
from tolok.web.pengukuran.operations import approve_bersama, submit_pengukuran, verify_bersama
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.konteks import Konteks, get_konteks
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data

TAHUN: Final = 2020
DAFTAR_CONTOH: Final = ("probolinggo-2020", "probolinggo-2023")
MULAI: Final = date(2019, 1, 1)
HARI_SAH: Final = {1: date(2020, 4, 9), 2: date(2020, 7, 9), 3: date(2020, 10, 8), 4: date(2021, 1, 21)}
"""The day each quarter of the example is approved; the printed forms carry dates of the same weeks."""
CATATAN_KOSONG: Final = "Bagian rumusnya tidak dicatat dalam laporan; diminta kepada unitnya."


class AkunDemo(NamedTuple):
    """An account of the demo: how it signs in, as what, and over which unit (``""``: the whole agency)."""

    username: str
    nama: str
    peran: Peran
    unit: str = ""
    is_semua_instansi: bool = False


DAFTAR_AKUN: Final = (
    AkunDemo("admin", "Contoh Admin", Peran.ADMIN),
    AkunDemo("perencana", "Contoh Perencana", Peran.PERENCANA),
    AkunDemo("kabid-rehab", "Contoh Kepala Bidang Rehabilitasi", Peran.PENANGGUNG_JAWAB, "bid-rehab"),
    AkunDemo("pptk", "Contoh PPTK", Peran.PPTK, "bid-dayasos"),
    AkunDemo("keuangan", "Contoh Keuangan", Peran.KEUANGAN),
    AkunDemo("kepala-dinas", "Contoh Kepala Dinas", Peran.PIMPINAN),
    AkunDemo("pembina", "Contoh Pembina SAKIP", Peran.PEMBINA, is_semua_instansi=True),
    AkunDemo("bappeda", "Contoh Bappeda", Peran.BAPPEDA, is_semua_instansi=True),
    AkunDemo("evaluator", "Contoh Inspektorat", Peran.EVALUATOR, is_semua_instansi=True),
    AkunDemo("pembaca", "Contoh Pembaca", Peran.PEMBACA),
)
"""One account a role."""


def bangun_demo(*, sandi: str, kabar: Callable[[str], None] = lambda _: None) -> None:
    """
    Fill an empty database with the example: two years, accounts, four approved quarters of 2020, all documents.

    :param sandi: the password of every account, which meets the rules
    :param kabar: told what is being done, step by step
    """
    kabar("Memuat paket contoh")
    for nama in DAFTAR_CONTOH:
        load_ke_basis_data(load_paket(path_contoh(nama)), oleh=None, sidik_paket=hash_paket(path_contoh(nama)))
    tahun = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan").get(
        tahun=TAHUN
    )
    kabar("Membuat akun tiap peran")
    akun = {satu.username: _buat_akun(satu, tahun.instansi.kode, sandi) for satu in DAFTAR_AKUN}
    for triwulan, hari in HARI_SAH.items():
        kabar(f"Mengesahkan pengukuran Triwulan {triwulan}")
        _sahkan(tahun.instansi.kode, triwulan, hari, akun)
    kabar("Membuat dokumen")
    for milik in TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan"):
        for butir in list_dokumen(get_hasil(milik).data):
            request_terbitan(milik, butir, oleh=akun["perencana"])
    kerjakan_semua()


def _buat_akun(satu: AkunDemo, instansi: str, sandi: str) -> Pengguna:
    pengguna, _ = create_pengguna(username=satu.username, nama=satu.nama, oleh=None)
    change_sandi(pengguna, sandi)
    grant_peran(
        pengguna=pengguna,
        peran=satu.peran,
        instansi="" if satu.is_semua_instansi else instansi,
        unit=satu.unit,
        mulai=MULAI,
        dasar="Contoh",
        oleh=None,
    )
    return pengguna


def _sahkan(instansi: str, triwulan: int, hari: date, akun: dict[str, Pengguna]) -> None:
    """The unit submits what is its own, the planner the rest; the planner verifies, the head of agency approves."""

    def konteks(username: str) -> Konteks:
        lingkup: Lingkup = get_lingkup(akun[username], pada=hari)
        return get_konteks(lingkup, instansi=instansi, tahun=TAHUN, periode=f"tw{triwulan}")

    def saat(jam: int) -> datetime:
        return datetime(hari.year, hari.month, hari.day, jam, 15, tzinfo=UTC)

    diajukan: set[str] = set()
    for username in ("kabid-rehab", "perencana"):
        for indikator, catatan in _yang_diajukan(konteks(username)):
            if indikator not in diajukan:
                diajukan.add(indikator)
                submit_pengukuran(konteks(username), indikator=indikator, catatan=catatan, pada=saat(2))
    verify_bersama(konteks("perencana"), pada=saat(4))
    approve_bersama(konteks("kepala-dinas"), pada=saat(6))


def _yang_diajukan(konteks: Konteks) -> Iterator[tuple[str, str]]:
    """Yield the reader's indicators, each with the note it is submitted with where it has no value."""
    from tolok.web.pengukuran.operations.alur import is_perlu_alasan

    tampak = TahunTampak(konteks)
    for edisi in tampak.daftar_indikator():
        realisasi = tampak.hasil.realisasi(edisi.indikator, konteks.periode)
        yield edisi.indikator, CATATAN_KOSONG if is_perlu_alasan(realisasi.nilai) else ""
