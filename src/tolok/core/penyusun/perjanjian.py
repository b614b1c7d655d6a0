"""From computed results to the Perjanjian Kinerja of the head of an agency."""

from __future__ import annotations

from datetime import date

from tolok.core.cetak_angka import terbilang
from tolok.core.dokumen.perjanjian import (
    IndikatorPerjanjian,
    PerjanjianKinerja,
    ProgramPerjanjian,
    SasaranPerjanjian,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.naskah import Perjanjian
from tolok.core.nilai import Bilangan, Nilai
from tolok.core.penyusun.kosong import sel_atau_kosong
from tolok.core.penyusun.pihak import make_pihak
from tolok.core.periode import Periode, format_tanggal
from tolok.core.rencana import SimpulRencana

ALASAN = {
    "1": "pergantian atau mutasi pejabat",
    "2": "perubahan strategi yang memengaruhi tujuan, sasaran, program, kegiatan, atau alokasi anggaran",
    "3": "perubahan prioritas atau asumsi yang berpengaruh besar pada pencapaian sasaran",
}
""":source: domain handbook 3.5"""


class PerjanjianTidakAda(ValueError):
    """The agency-year holds no such agreement; the message (Indonesian) says which there are."""


def find_perjanjian(hasil: HasilTahun, id_perjanjian: str = "") -> Perjanjian:
    """
    Return an agreement of the year, the last one where none is named.

    :raises PerjanjianTidakAda: if there is no agreement, or none of that id
    """
    daftar = hasil.data.daftar_perjanjian
    if not daftar:
        raise PerjanjianTidakAda("Paket ini belum memuat Perjanjian Kinerja; isikan dalam perjanjian.csv.")
    if not id_perjanjian:
        return daftar[-1]
    for satu in daftar:
        if satu.id == id_perjanjian:
            return satu
    tersedia = ", ".join(satu.id for satu in daftar)
    raise PerjanjianTidakAda(f"Perjanjian Kinerja {id_perjanjian} tidak ada dalam paket; yang ada: {tersedia}.")


def compile_perjanjian(hasil: HasilTahun, *, id_perjanjian: str = "") -> PerjanjianKinerja:
    """
    Return an agreement with its annex; number, date and holders that are unknown stay blanks to fill in.

    :param id_perjanjian: which agreement; ``""`` for the last one
    :raises PerjanjianTidakAda: if there is no agreement, or none of that id
    """
    data = hasil.data
    perjanjian = find_perjanjian(hasil, id_perjanjian)
    is_perubahan = bool(
        perjanjian.alasan or "perubahan" in perjanjian.jenis.lower() or perjanjian != data.daftar_perjanjian[0]
    )
    pada = perjanjian.tanggal or _pada(hasil, perjanjian, is_perubahan)
    pertama, kedua = (
        make_pihak(data, jabatan=jabatan, tempat=perjanjian.tempat, tanggal=perjanjian.tanggal, pada=pada)
        for jabatan in (perjanjian.pihak_pertama, perjanjian.pihak_kedua)
    )
    total = sel_atau_kosong(_pagu(hasil, "total", perjanjian.edisi_pagu))
    return PerjanjianKinerja(
        id=perjanjian.id,
        instansi=data.instansi,
        tahun=data.tahun,
        is_perubahan=is_perubahan,
        nomor=perjanjian.nomor,
        tanggal=perjanjian.tanggal,
        alasan=ALASAN.get(perjanjian.alasan, perjanjian.alasan),
        pihak_pertama=pertama,
        pihak_kedua=kedua,
        daftar_sasaran=tuple(
            _sasaran(hasil, perjanjian, nomor, simpul) for nomor, simpul in enumerate(hasil.daftar_sasaran(), 1)
        ),
        daftar_program=_daftar_program(hasil, perjanjian.edisi_pagu),
        total=total,
        terbilang=_terbilang_rupiah(total.nilai),
        keterangan=_keterangan(hasil, perjanjian.edisi_pagu),
        tanggal_naskah=pada,
    )


def _pada(hasil: HasilTahun, perjanjian: Perjanjian, is_perubahan: bool) -> date:
    """
    Return the day whose holders sign an undated agreement.

    :source: domain handbook 1: in January; a changed one after the changed budget
    """
    if not is_perubahan:
        return date(hasil.data.tahun, 1, 31)
    edisi = hasil.anggaran.edisi_per_id.get(perjanjian.edisi_pagu)
    return (edisi.tanggal if edisi else None) or Periode(hasil.data.tahun).akhir


def _sasaran(hasil: HasilTahun, perjanjian: Perjanjian, nomor: int, simpul: SimpulRencana) -> SasaranPerjanjian:
    periode = Periode(hasil.data.tahun)
    return SasaranPerjanjian(
        nomor=str(nomor),
        uraian=simpul.uraian,
        daftar_indikator=tuple(
            IndikatorPerjanjian(
                nama=satu.nama,
                satuan=satu.satuan,
                target=Sel.from_hasil(
                    hasil.target_dokumen(satu.indikator, periode, perjanjian.id)
                    or hasil.target(satu.indikator, periode)
                ),
            )
            for satu in hasil.daftar_indikator(simpul.id, periode)
        ),
    )


def _pagu(hasil: HasilTahun, kode: str, edisi: str) -> Hasil | None:
    return hasil.pagu(kode, edisi) if edisi in hasil.anggaran.edisi_per_id else None


def _daftar_program(hasil: HasilTahun, edisi: str) -> tuple[ProgramPerjanjian, ...]:
    data = hasil.data
    dana_per_program: dict[str, dict[str, None]] = {}
    for pagu in data.daftar_pagu:
        if pagu.edisi == edisi:
            dana_per_program.setdefault(hasil.anggaran.pohon.list_leluhur(pagu.kode)[-1], {})[pagu.sumber_dana] = None
    return tuple(
        ProgramPerjanjian(
            nomor=str(nomor),
            nama=satu.nama,
            anggaran=sel_atau_kosong(_pagu(hasil, satu.kode, edisi)),
            sumber_dana=", ".join(dana_per_program.get(satu.kode, ())),
        )
        for nomor, satu in enumerate((satu for satu in data.daftar_anggaran if not satu.induk), 1)
    )


def _terbilang_rupiah(nilai: Nilai | None) -> str:
    """Return an amount in words with its unit, ``""`` where there is none."""
    if not isinstance(nilai, Bilangan):
        return ""
    kata = terbilang(nilai.angka, digit=0 if nilai.angka.is_bulat else 2)
    return f"{kata[0].upper()}{kata[1:]} rupiah"


def _keterangan(hasil: HasilTahun, edisi: str) -> tuple[Kalimat, ...]:
    """Return what the amounts are taken from."""
    satu = hasil.anggaran.edisi_per_id.get(edisi)
    if satu is None:
        return (make_kalimat("Edisi pagu perjanjian ini belum ditetapkan."),)
    dokumen = f" ({satu.nomor_dokumen})" if satu.nomor_dokumen else ""
    tanggal = f" tanggal {format_tanggal(satu.tanggal)}" if satu.tanggal else ""
    return (make_kalimat(f"Anggaran menurut {satu.nama}{dokumen}{tanggal}. Cakupan: {satu.cakupan.rstrip('.')}."),)
