"""
The papers of a reviewer (PermenPANRB 53/2014 annex III): working paper, checklist and statement, from one review.

What only a person can know is left open: cause, effect and answer of a finding, every judgement of the checklist, and
of the statement the conclusion, date and signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tolok.core.bacaan.dokumen import BerkasTerbaca, JenisDokumen
from tolok.core.reviu.catatan import ButirReviu, CatatanReviu, susun_catatan_reviu
from tolok.core.reviu.daftar_periksa import ButirTerjawab, answer_daftar
from tolok.core.reviu.temuan import Keyakinan, Temuan
from tolok.core.reviu.terima import TemuanDiterima


@dataclass(frozen=True, slots=True)
class BarisKertasKerja:
    """
    One finding as a reviewer sets it down.

    ``tanggapan`` holds the reason with which a finding was accepted, if it was; sebab and akibat stay open on paper.
    """

    nomor: int
    letak: str
    kondisi: str
    kriteria: str
    saran: str
    tanggapan: str


@dataclass(frozen=True, slots=True)
class KertasKerjaReviu:
    """All papers; ``perangkat_daerah`` and ``tahun`` of the report, ``""`` and ``None`` if it does not say."""

    catatan: CatatanReviu
    perangkat_daerah: str
    tahun: int | None
    daftar_baris: tuple[BarisKertasKerja, ...]
    daftar_butir: tuple[ButirTerjawab, ...]


def susun_kertas_kerja(
    daftar_berkas: Sequence[BerkasTerbaca],
    daftar_temuan: Sequence[Temuan],
    daftar_diterima: Iterable[TemuanDiterima] = (),
) -> KertasKerjaReviu:
    """
    Return the papers about files that were reviewed; arguments as ``susun_catatan_reviu``.

    The report is the first LKjIP among the files, else the first document.
    """
    catatan = susun_catatan_reviu(daftar_berkas, daftar_temuan, daftar_diterima)
    dokumen = [satu for berkas in daftar_berkas for satu in berkas.dokumen]
    laporan = next((satu for satu in dokumen if satu.jenis is JenisDokumen.LKJIP), dokumen[0] if dokumen else None)
    return KertasKerjaReviu(
        catatan=catatan,
        perangkat_daerah=" ".join(laporan.perangkat_daerah.split()) if laporan else "",
        tahun=laporan.tahun if laporan else None,
        daftar_baris=tuple(_baris(butir) for butir in (*catatan.daftar_butir, *catatan.daftar_diterima)),
        daftar_butir=answer_daftar(daftar_berkas, daftar_temuan),
    )


def _baris(butir: ButirReviu) -> BarisKertasKerja:
    return BarisKertasKerja(
        nomor=butir.nomor,
        letak="; juga ".join((butir.letak or "seluruh dokumen", *butir.letak_lain[:1])),
        kondisi=butir.temuan.pesan,
        kriteria=butir.aturan.dasar,
        saran="" if butir.alasan else _saran(butir.temuan),
        tanggapan=f"Diterima: {butir.alasan}" if butir.alasan else "",
    )


def _saran(temuan: Temuan) -> str:
    """Return what to do; what to write instead only where it follows with certainty."""
    if temuan.keyakinan is Keyakinan.PASTI and temuan.seharusnya:
        return f"Ubah “{temuan.tercetak}” menjadi “{temuan.seharusnya}”, atau terangkan bedanya."
    if temuan.keyakinan is Keyakinan.PERLU_DINILAI:
        return "Nilai apakah penjelasannya sudah ada; bila belum, terangkan atau perbaiki."
    return "Pastikan mana yang benar, lalu perbaiki atau terangkan."
