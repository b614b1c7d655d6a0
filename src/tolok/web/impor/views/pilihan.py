"""What the form of a preview says, as decisions; whatever is no choice of this preview is dropped."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import QueryDict

from tolok.ingest.alih.keputusan import BARU, LEWATI, Keputusan
from tolok.ingest.alih.rancangan import JenisObjek
from tolok.web.impor.queries import Pratinjau
from tolok.web.impor.tampil.halaman import Halaman
from tolok.web.pertukaran.muatan import TAHUN_TERSIMPAN

SEMUA = "semua"
TANPA = "tanpa"
BUAT_SISA = "baru"
LEWATI_SISA = "lewati"


def read_pilihan(isi: QueryDict, pratinjau: Pratinjau, halaman: Halaman) -> tuple[Keputusan, frozenset[str]]:
    """
    Return the decisions of one form, and the values whose reading by a person is taken back.

    Only what the form showed is decided: a box that is not ticked counts, one that was not there does not.
    """
    ikut, nilai, hapus = _read_nilai(isi, pratinjau)
    if isi.get("aksi") in (SEMUA, TANPA):
        ikut |= dict.fromkeys(halaman.daftar_kunci, isi["aksi"] == SEMUA)
    keputusan = Keputusan(
        ikut=ikut,
        nilai=nilai,
        padanan=dict(_read_padanan(isi, pratinjau)),
        target=dict(_read_tujuan(isi, pratinjau, "target")),
        pagu=dict(_read_tujuan(isi, pratinjau, "pagu")),
        tahun=dict(_read_tahun(isi, pratinjau)),
    )
    return keputusan, hapus


def _read_nilai(isi: QueryDict, pratinjau: Pratinjau) -> tuple[dict[str, bool], dict[str, str], frozenset[str]]:
    dikenal = {usulan.kunci for usulan in pratinjau.rancangan.daftar_usulan}
    dicentang = set(isi.getlist("ikut"))
    ikut: dict[str, bool] = {}
    nilai: dict[str, str] = {}
    hapus = set()
    for kunci in isi.getlist("ada"):
        if kunci not in dikenal:
            continue
        ikut[kunci] = kunci in dicentang
        if (teks := isi.get(f"nilai-{kunci}")) is None:
            continue
        if rapi := " ".join(teks.split()):
            nilai[kunci] = rapi
            # What somebody has just typed goes in; unticked afterwards, it stays out.
            ikut[kunci] = ikut[kunci] or pratinjau.keputusan.nilai.get(kunci) != rapi
        else:
            hapus.add(kunci)
    return ikut, nilai, frozenset(hapus)


def _read_padanan(isi: QueryDict, pratinjau: Pratinjau) -> Iterable[tuple[str, str]]:
    data = pratinjau.hasil.data
    pilihan = {
        JenisObjek.INDIKATOR: {edisi.indikator for edisi in data.daftar_indikator},
        JenisObjek.ANGGARAN: {simpul.kode for simpul in data.daftar_anggaran},
    }
    setuju = set(isi.getlist("setuju"))
    aksi = isi.get("aksi")
    for objek in pratinjau.rancangan.daftar_objek:
        if not objek.is_jelas and aksi == LEWATI_SISA:
            yield objek.kunci, LEWATI
            continue
        if not objek.is_jelas and not objek.usul and not objek.masalah and aksi == BUAT_SISA:
            yield objek.kunci, BARU
            continue
        pilih = isi.get(f"padanan-{objek.kunci}")
        if objek.kunci in setuju and objek.usul and not pilih:
            yield objek.kunci, objek.usul
        elif pilih is not None and (pilih in (BARU, LEWATI, "") or pilih in pilihan[objek.jenis]):
            yield objek.kunci, pilih


def _read_tujuan(isi: QueryDict, pratinjau: Pratinjau, nama: str) -> Iterable[tuple[str, str]]:
    data = pratinjau.hasil.data
    if nama == "target":
        boleh = {e.id for e in data.daftar_edisi_rencana} | {p.id for p in data.daftar_perjanjian} | {BARU}
    else:
        boleh = {e.id for e in data.daftar_edisi_pagu} | {BARU, ""}
    for dokumen in pratinjau.rancangan.daftar_dokumen:
        if (pilih := isi.get(f"{nama}-{dokumen.indeks}")) is not None and pilih in boleh:
            yield str(dokumen.indeks), pilih


def _read_tahun(isi: QueryDict, pratinjau: Pratinjau) -> Iterable[tuple[str, int]]:
    for dokumen in pratinjau.rancangan.daftar_dokumen:
        teks = isi.get(f"tahun-{dokumen.indeks}", "")
        if teks.isascii() and teks.isdigit() and int(teks) in TAHUN_TERSIMPAN:
            yield str(dokumen.indeks), int(teks)
