"""
Taking measurements from draft to approval, one indicator or many of a quarter at a time.

Many at a time are one transaction: all of them take the step, or none. Each has its own entry in the history, so that
the history of an indicator is read the same whether it went alone or with others (decision 0012).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from tolok.core.indikator import EdisiIndikator
from tolok.core.nilai import AlasanBelumAda, BelumAda, Nilai, TidakDapatDihitung
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.pengukuran.alur import (
    AJUKAN,
    KEMBALIKAN,
    SAHKAN,
    VERIFIKASI,
    Langkah,
    LangkahTerlarang,
    ensure_langkah,
)
from tolok.web.pengukuran.models import HasilDisahkan, Pengukuran
from tolok.web.pengukuran.penetapan import BahanPenetapan, compute_sidik, compute_sidik_angka, list_hasil, make_objek
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.models import Indikator, TahunKinerja
from tolok.web.simpan.versi import SudahBerubah, update_berversi

Dilihat = Mapping[str, int | None]
"""Code of an indicator -> version of its measurement that was looked at (0: none yet; ``None``: not asked for)."""


class BelumLengkap(Exception):
    """A measurement cannot be submitted: it has no value, and nobody said why."""


class AlasanKosong(Exception):
    """A step that needs a reason was taken without one."""


class AngkaBerubah(Exception):
    """The numbers are no longer those that whoever approves was shown."""


class PengajuMengesahkan(TidakBerhak):
    """Whoever submitted a measurement may not approve it."""


def submit_pengukuran(
    konteks: Konteks, *, indikator: str, versi: int | None = None, catatan: str = "", pada: datetime | None = None
) -> Pengukuran:
    """
    Submit an indicator of the quarter for verification.

    :param catatan: why there is no value, where there is none; else anything the verifier should know
    :param pada: when, if not now
    :raises BelumLengkap: if there is neither a value nor a reason
    :raises LangkahTerlarang: if it is not open
    :raises SudahBerubah: if somebody changed its state meanwhile
    """
    return _take(konteks, AJUKAN, {indikator: versi}, catatan, pada)[0]


def verify_pengukuran(
    konteks: Konteks, *, indikator: str, versi: int | None = None, catatan: str = "", pada: datetime | None = None
) -> Pengukuran:
    """Confirm that a submitted measurement may go to approval (raises as ``submit_pengukuran``)."""
    return _take(konteks, VERIFIKASI, {indikator: versi}, catatan, pada)[0]


def approve_pengukuran(
    konteks: Konteks,
    *,
    indikator: str,
    versi: int | None = None,
    catatan: str = "",
    sidik_angka: Mapping[str, str] | None = None,
    pada: datetime | None = None,
) -> Pengukuran:
    """
    Approve a verified measurement and store its results (``penetapan.list_hasil``).

    :param sidik_angka: ``compute_sidik_angka`` of what was shown, by indicator; ``None``: not asked for
    :raises PengajuMengesahkan: if the same person submitted it
    :raises AngkaBerubah: if the numbers are others than those shown
    """
    return _take(konteks, SAHKAN, {indikator: versi}, catatan, pada, sidik_angka)[0]


def return_pengukuran(
    konteks: Konteks, *, indikator: str, alasan: str, versi: int | None = None, pada: datetime | None = None
) -> Pengukuran:
    """
    Give a measurement back to whoever fills it in; the stored results of an approved one stay.

    :raises AlasanKosong: without a reason
    """
    return _take(konteks, KEMBALIKAN, {indikator: versi}, alasan, pada)[0]


def submit_bersama(
    konteks: Konteks, *, daftar: Dilihat | None = None, catatan: str = "", pada: datetime | None = None
) -> list[Pengukuran]:
    """Submit many (``None``: all of the quarter that are open to the submitter); ``catatan`` is said of each."""
    return _take(konteks, AJUKAN, daftar, catatan, pada)


def verify_bersama(
    konteks: Konteks, *, daftar: Dilihat | None = None, catatan: str = "", pada: datetime | None = None
) -> list[Pengukuran]:
    """Verify many (``None``: all that were submitted and are the verifier's)."""
    return _take(konteks, VERIFIKASI, daftar, catatan, pada)


def approve_bersama(
    konteks: Konteks,
    *,
    daftar: Dilihat | None = None,
    catatan: str = "",
    sidik_angka: Mapping[str, str] | None = None,
    pada: datetime | None = None,
) -> list[Pengukuran]:
    """Approve many (``None``: all that were verified, but not those the approver submitted)."""
    return _take(konteks, SAHKAN, daftar, catatan, pada, sidik_angka)


def return_bersama(
    konteks: Konteks, *, alasan: str, daftar: Dilihat | None = None, pada: datetime | None = None
) -> list[Pengukuran]:
    """Give many back for one reason (``None``: all that were submitted, verified or approved)."""
    return _take(konteks, KEMBALIKAN, daftar, alasan, pada)


def is_perlu_alasan(nilai: Nilai) -> bool:
    """Whether a realisasi is missing without anybody having said why."""
    if isinstance(nilai, BelumAda):
        return nilai.alasan is AlasanBelumAda.BELUM_DIISI
    return isinstance(nilai, TidakDapatDihitung)


def is_dapat_melangkah(tampak: TahunTampak, langkah: Langkah, edisi: EdisiIndikator) -> bool:
    """Whether the reader could take the step with an indicator of the quarter now."""
    if tampak.status(edisi.indikator) not in langkah.dari or not tampak.is_boleh_atas(langkah.aksi, edisi):
        return False
    return langkah is not SAHKAN or not _is_pengaju(tampak, tampak.find_pengukuran(edisi.indikator))


@transaction.atomic
def _take(
    konteks: Konteks,
    langkah: Langkah,
    daftar: Dilihat | None,
    catatan: str,
    pada: datetime | None,
    sidik_angka: Mapping[str, str] | None = None,
) -> list[Pengukuran]:
    lock_rantai(konteks.instansi)
    segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    konteks = replace(konteks, tahun=segar.get(pk=konteks.tahun.pk))
    tampak = TahunTampak(konteks)
    if konteks.periode.is_tahunan:
        raise LangkahTerlarang("Pengukuran diajukan dan disahkan per triwulan. Setahun ikut Triwulan IV.")
    konteks.lingkup.ensure(langkah.aksi, konteks.instansi)
    if langkah.wajib_alasan and not catatan.strip():
        raise AlasanKosong(f"Tulis alasannya. {langkah.kata} selalu dengan alasan.")
    edisi_per_kode = {edisi.indikator: edisi for edisi in tampak.daftar_indikator()}
    if daftar is None:
        daftar = {kode: None for kode, e in edisi_per_kode.items() if is_dapat_melangkah(tampak, langkah, e)}
        if not daftar:
            label = konteks.periode.label
            raise LangkahTerlarang(f"Pada {label} tidak ada pengukuran yang dapat Anda {langkah.kata.lower()}.")
    if daftar.keys() - edisi_per_kode.keys():
        raise Http404(TIDAK_ADA)
    daftar_edisi = [edisi for kode, edisi in edisi_per_kode.items() if kode in daftar]
    _ensure_boleh(tampak, langkah, daftar_edisi, catatan)
    hasil_per_kode = _hitung(tampak, daftar_edisi, sidik_angka) if langkah is SAHKAN else {}
    oleh, saat = konteks.lingkup.pengguna, pada or timezone.now()
    kolom = {"status": langkah.ke, "catatan": catatan.strip(), "diubah_pada": saat, "diubah_oleh": oleh}
    if langkah is AJUKAN:
        kolom["diajukan_oleh"] = oleh
    daftar_baris = []
    for edisi in daftar_edisi:
        kode = edisi.indikator
        dari = tampak.status(kode)
        tambahan = {"penetapan": _penetapan(tampak, kode) + 1} if langkah is SAHKAN else {}
        baris = _put_baris(tampak, kode, daftar[kode], kolom | tambahan)
        objek = make_objek(konteks.periode, kode)
        daftar_hasil = [HasilDisahkan(pengukuran=baris, **tambahan, **satu) for satu in hasil_per_kode.get(kode, ())]
        for satu in daftar_hasil:
            satu.sidik = compute_sidik(satu, instansi=konteks.instansi, objek=objek)
        isi: dict[str, Any] = {"dari": dari, "ke": langkah.ke, "catatan": kolom["catatan"]}
        if langkah is SAHKAN:
            isi |= tambahan | {"hasil": {satu.identitas: satu.sidik for satu in daftar_hasil}}
        entri = record(langkah.perbuatan, rantai=konteks.instansi, objek=objek, isi=isi, oleh=oleh, pada=pada)
        for satu in daftar_hasil:
            satu.catatan_riwayat = entri
        HasilDisahkan.objects.bulk_create(daftar_hasil)
        daftar_baris.append(baris)
    return daftar_baris


def _ensure_boleh(tampak: TahunTampak, langkah: Langkah, daftar: Sequence[EdisiIndikator], catatan: str) -> None:
    """Refuse the step for all if one cannot take it, and say of each why."""
    for edisi in daftar:
        tampak.ensure_boleh(langkah.aksi, edisi)
    daftar_sebab = []
    for edisi in daftar:
        try:
            sebutan = f"“{edisi.nama}” pada {tampak.konteks.periode.label}"
            ensure_langkah(langkah, tampak.status(edisi.indikator), sebutan=sebutan)
        except LangkahTerlarang as galat:
            daftar_sebab.append(str(galat))
    if daftar_sebab:
        raise LangkahTerlarang(" ".join(daftar_sebab))
    if langkah is SAHKAN:
        milik = [e.nama for e in daftar if _is_pengaju(tampak, tampak.find_pengukuran(e.indikator))]
        if milik:
            raise PengajuMengesahkan(
                f"Anda sendiri yang mengajukan “{'”, “'.join(milik)}”. Yang mengesahkan harus orang lain."
            )
    if langkah is AJUKAN and not catatan.strip():
        kosong = [
            edisi.nama
            for edisi in daftar
            if is_perlu_alasan(tampak.hasil.realisasi(edisi.indikator, tampak.konteks.periode).nilai)
        ]
        if kosong:
            raise BelumLengkap(
                f"“{'”, “'.join(kosong)}” belum mempunyai nilai. Isi nilainya, atau tulis alasan mengapa belum ada."
            )


def _is_pengaju(tampak: TahunTampak, baris: Pengukuran | None) -> bool:
    pengguna = tampak.konteks.lingkup.pengguna
    return baris is not None and pengguna is not None and baris.diajukan_oleh_id == pengguna.pk


def _hitung(
    tampak: TahunTampak, daftar: Sequence[EdisiIndikator], sidik_angka: Mapping[str, str] | None
) -> dict[str, list[dict[str, Any]]]:
    """Return the columns of the results to store, by indicator."""
    periode = tampak.konteks.periode
    hasil_per_kode = {edisi.indikator: list_hasil(tampak.hasil, edisi.indikator, periode) for edisi in daftar}
    if sidik_angka is not None and any(
        sidik_angka.get(kode) != compute_sidik_angka(daftar_hasil) for kode, daftar_hasil in hasil_per_kode.items()
    ):
        raise AngkaBerubah("Angkanya berubah sesudah Anda membukanya. Belum ada yang disahkan; periksa yang sekarang.")
    bahan = BahanPenetapan(tampak.konteks.tahun, tampak.hasil)
    return {kode: [bahan.make_kolom(satu) for satu in daftar_hasil] for kode, daftar_hasil in hasil_per_kode.items()}


def _penetapan(tampak: TahunTampak, kode: str) -> int:
    baris = tampak.find_pengukuran(kode)
    return baris.penetapan if baris is not None else 0


def _put_baris(tampak: TahunTampak, kode: str, versi: int | None, kolom: dict[str, Any]) -> Pengukuran:
    """Change the state of a measurement; the first step makes its row."""
    konteks = tampak.konteks
    baris = tampak.find_pengukuran(kode)
    if baris is not None:
        update_berversi(baris, versi=baris.versi if versi is None else versi, **kolom)
        return baris
    indikator = Indikator.objects.get(instansi=konteks.tahun.instansi_id, kode=kode)
    baru = Pengukuran(tahun=konteks.tahun, triwulan=konteks.periode.triwulan, indikator=indikator, **kolom)
    if versi:
        baru.versi = 0
        raise SudahBerubah(baru, kolom)
    baru.save(force_insert=True)
    return baru
