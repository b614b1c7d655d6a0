"""The versions of the agreements of a year: which there are for this reader, and where each stands in its life."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tolok.core.dokumen.perjanjian import PerjanjianKinerja
from tolok.core.edisi import find_edisi
from tolok.core.hasil.anggaran import TOTAL
from tolok.core.naskah import Perjanjian
from tolok.core.penyusun.perjanjian import compile_perjanjian
from tolok.core.periode import format_tanggal
from tolok.core.pohon import build_pohon
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tautan import TANPA_ANGKA, Penaut, TeksAngka
from tolok.web.perjanjian.models import StatusPerjanjian
from tolok.web.perjanjian.queries import KeadaanPerjanjian, get_keadaan_per_kode


@dataclass(frozen=True, slots=True)
class Versi:
    """
    One version; ``dokumen`` is what is printed.

    ``is_dipakai`` says that its targets judge the period, ``is_utuh`` that all of it is the reader's.
    """

    perjanjian: Perjanjian
    dokumen: PerjanjianKinerja
    nama: str
    status: StatusPerjanjian
    nomor: str
    tanggal: str
    pagu: TeksAngka
    edisi_pagu: str
    alamat: str
    is_dipakai: bool
    is_utuh: bool


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The versions of one agreement: the same first party, in the order they were made."""

    judul: str
    daftar_versi: tuple[Versi, ...]


@dataclass(frozen=True, slots=True)
class _Berlaku:
    """An agreement as the rule of editions reads it; an unknown date is the earliest."""

    perjanjian: Perjanjian
    berlaku_mulai: date | None
    dicatat_pada: date | None = None


def list_kelompok(tampak: RencanaTampak, penaut: Penaut) -> tuple[Kelompok, ...]:
    """Return the agreements the reader may see: drafts only with the right to see drafts."""
    konteks, data = tampak.konteks, tampak.hasil.data
    keadaan_per_kode = get_keadaan_per_kode(konteks.tahun)
    melihat_konsep = konteks.is_boleh("draf.lihat")
    per_pihak: dict[str, list[Perjanjian]] = {}
    for satu in data.daftar_perjanjian:
        konsep = keadaan_per_kode[satu.id].status is StatusPerjanjian.KONSEP
        if (melihat_konsep or not konsep) and _is_tampak(tampak, satu):
            per_pihak.setdefault(satu.pihak_pertama, []).append(satu)
    nama_jabatan = {satu.id: satu.nama for satu in data.daftar_jabatan}
    return tuple(
        Kelompok(
            f"{nama_jabatan[pihak]} dengan {nama_jabatan[daftar[0].pihak_kedua]}",
            _list_versi(tampak, penaut, daftar, keadaan_per_kode),
        )
        for pihak, daftar in per_pihak.items()
    )


def _is_tampak(tampak: RencanaTampak, perjanjian: Perjanjian) -> bool:
    """Whether the first party is one of the reader's units or stands above them."""
    if tampak.unit_tampak is None:
        return True
    data = tampak.hasil.data
    unit = next((satu.unit for satu in data.daftar_jabatan if satu.id == perjanjian.pihak_pertama), "")
    pohon = build_pohon((satu.id, satu.induk) for satu in data.daftar_unit)
    return any(unit in pohon.list_leluhur(satu) for satu in tampak.unit_tampak)


def _list_versi(
    tampak: RencanaTampak,
    penaut: Penaut,
    daftar: Iterable[Perjanjian],
    keadaan_per_kode: Mapping[str, KeadaanPerjanjian],
) -> tuple[Versi, ...]:
    daftar = tuple(daftar)
    berlaku = find_edisi([_Berlaku(satu, satu.tanggal) for satu in daftar], pada=tampak.konteks.periode.akhir)
    hasil = []
    jumlah_perubahan = 0
    for satu in daftar:
        dokumen = compile_perjanjian(tampak.hasil, id_perjanjian=satu.id)
        jumlah_perubahan += dokumen.is_perubahan
        nama = "Murni"
        if dokumen.is_perubahan:
            nama = "Perubahan" if jumlah_perubahan == 1 else f"Perubahan {jumlah_perubahan}"
        edisi = tampak.hasil.anggaran.edisi_per_id[satu.edisi_pagu]
        keadaan = keadaan_per_kode[satu.id]
        hasil.append(
            Versi(
                perjanjian=satu,
                dokumen=dokumen,
                nama=nama,
                status=keadaan.status,
                nomor=keadaan.nomor or "belum dicatat",
                tanggal=format_tanggal(keadaan.tanggal) if keadaan.tanggal else "belum dicatat",
                pagu=(
                    penaut.angka(tampak.hasil.pagu(TOTAL, edisi.id))
                    if tampak.anggaran.is_uang_tampak(TOTAL)
                    else TANPA_ANGKA
                ),
                edisi_pagu=edisi.nama,
                alamat=penaut.find_alamat("perjanjian", kode=satu.id),
                is_dipakai=berlaku is not None and berlaku.perjanjian == satu,
                is_utuh=tampak.unit_tampak is None,
            )
        )
    return tuple(hasil)
