"""From the package to the matrix of the Renstra."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.anggaran import Pemetaan, TingkatAnggaran
from tolok.core.dokumen.renstra import (
    IndikatorRenstra,
    MatriksRenstra,
    ProgramRenstra,
    SasaranRenstra,
    TujuanRenstra,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.penyusun.cabang import list_cabang
from tolok.core.penyusun.kosong import sel_atau_kosong
from tolok.core.penyusun.pihak import compile_pihak
from tolok.core.penyusun.rumus_huruf import compile_rumus
from tolok.core.periode import Periode, format_tanggal
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana


class RencanaTidakAda(ValueError):
    """The agency-year holds no such plan edition; the message (Indonesian) says which there are."""


def find_renstra(hasil: HasilTahun, edisi: str = "") -> EdisiRencana:
    """
    Return a plan edition that has a tree.

    Where none is named: the Renstra, or if no edition is called so, the plan the year reports on.

    :raises RencanaTidakAda: if there is no such edition
    """
    data = hasil.data
    bersimpul = {satu.edisi for satu in data.daftar_simpul}
    calon = [satu for satu in data.daftar_edisi_rencana if satu.id in bersimpul]
    urutan = (
        [satu for satu in calon if satu.id == edisi]
        if edisi
        else [
            *(satu for satu in calon if satu.dokumen.lower() == "renstra"),
            *(satu for satu in calon if satu.id == data.rencana_berlaku),
        ]
    )
    if urutan:
        return urutan[0]
    tersedia = ", ".join(satu.id for satu in calon) or "tidak ada"
    raise RencanaTidakAda(
        f"Rencana {edisi or data.rencana_berlaku or '(kosong)'} tidak ada atau tidak memuat tujuan dan sasaran; "
        f"yang dapat dicetak: {tersedia}."
    )


def compile_renstra(hasil: HasilTahun, *, edisi: str = "") -> MatriksRenstra:
    """
    Return the matrix of a plan edition, with the targets as that edition states them.

    :param edisi: id of the plan edition; ``""`` for the Renstra
    :raises RencanaTidakAda: if there is no such edition
    """
    data = hasil.data
    rencana = find_renstra(hasil, edisi)
    penanda, tanggal = compile_pihak(data, "renstra", pada=rencana.berlaku_mulai or rencana.dicatat_pada)
    return MatriksRenstra(
        instansi=data.instansi,
        nama=rencana.nama,
        dasar=rencana.dasar,
        tahun_awal=rencana.tahun_awal - 1,
        daftar_tahun=tuple(range(rencana.tahun_awal, rencana.tahun_akhir + 1)),
        daftar_tujuan=_daftar_tujuan(hasil, rencana),
        kaki=_kaki(rencana),
        penanda=penanda,
        tanggal=tanggal,
    )


def _daftar_tujuan(hasil: HasilTahun, rencana: EdisiRencana) -> tuple[TujuanRenstra, ...]:
    """Return the tujuan in order; sasaran without one stand under a tujuan without a name."""
    daftar_simpul = [satu for satu in hasil.data.daftar_simpul if satu.edisi == rencana.id]
    daftar_tujuan = [satu for satu in daftar_simpul if satu.jenis is JenisSimpul.TUJUAN]
    daftar_sasaran = [satu for satu in daftar_simpul if satu.jenis is JenisSimpul.SASARAN]
    nomor_per_id = {satu.id: str(nomor) for nomor, satu in enumerate(daftar_sasaran, 1)}
    bawah_per_tujuan: dict[str, list[SimpulRencana]] = {satu.id: [] for satu in daftar_tujuan}
    lepas: list[SimpulRencana] = []
    for satu in daftar_sasaran:
        bawah_per_tujuan.get(satu.induk, lepas).append(satu)
    pemetaan_per_simpul: dict[str, list[Pemetaan]] = {}
    for baris in hasil.data.daftar_pemetaan:
        pemetaan_per_simpul.setdefault(baris.simpul, []).append(baris)

    def rakit(uraian: str, simpul: SimpulRencana | None, bawah: list[SimpulRencana]) -> TujuanRenstra:
        return TujuanRenstra(
            uraian=uraian,
            daftar_indikator=_daftar_indikator(hasil, rencana, simpul) if simpul else (),
            daftar_sasaran=tuple(
                _sasaran(hasil, rencana, nomor_per_id[satu.id], satu, pemetaan_per_simpul.get(satu.id, ()))
                for satu in bawah
            ),
        )

    daftar = [rakit(tujuan.uraian, tujuan, bawah_per_tujuan[tujuan.id]) for tujuan in daftar_tujuan]
    return (*daftar, rakit("", None, lepas)) if lepas else tuple(daftar)


def _sasaran(
    hasil: HasilTahun,
    rencana: EdisiRencana,
    nomor: str,
    simpul: SimpulRencana,
    daftar_pemetaan: Sequence[Pemetaan],
) -> SasaranRenstra:
    return SasaranRenstra(
        nomor=nomor,
        uraian=simpul.uraian,
        daftar_indikator=_daftar_indikator(hasil, rencana, simpul),
        strategi=simpul.strategi,
        kebijakan=simpul.kebijakan,
        daftar_program=_daftar_program(hasil, daftar_pemetaan),
    )


def _daftar_indikator(hasil: HasilTahun, rencana: EdisiRencana, simpul: SimpulRencana) -> tuple[IndikatorRenstra, ...]:
    return tuple(
        _indikator(hasil, rencana, satu) for satu in hasil.daftar_indikator(simpul.id, Periode(hasil.data.tahun))
    )


def _indikator(hasil: HasilTahun, rencana: EdisiRencana, indikator: EdisiIndikator) -> IndikatorRenstra:
    kode = indikator.indikator
    return IndikatorRenstra(
        nama=indikator.nama,
        satuan=indikator.satuan,
        rumus=compile_rumus(hasil, indikator),
        kondisi_awal=Sel.from_hasil(hasil.realisasi_tahun(kode, rencana.tahun_awal - 1)),
        daftar_target=tuple(
            sel_atau_kosong(hasil.target_dokumen(kode, Periode(tahun), rencana.id))
            for tahun in range(rencana.tahun_awal, rencana.tahun_akhir + 1)
        ),
    )


def _daftar_program(hasil: HasilTahun, daftar_pemetaan: Sequence[Pemetaan]) -> tuple[ProgramRenstra, ...]:
    """Return programs and kegiatan that mapping rows name, by the mapping in use or else by any."""
    berlaku = [satu.kode for satu in daftar_pemetaan if satu.edisi == hasil.data.pemetaan_berlaku]
    daftar_kode = berlaku or [satu.kode for satu in daftar_pemetaan]
    return tuple(
        ProgramRenstra(nama=satu.simpul.nama, tingkat=satu.simpul.tingkat)
        for satu in list_cabang(hasil.anggaran, daftar_kode)
        if satu.simpul.tingkat is not TingkatAnggaran.SUBKEGIATAN
    )


def _kaki(rencana: EdisiRencana) -> tuple[Kalimat, ...]:
    mulai = (
        f"berlaku mulai {format_tanggal(rencana.berlaku_mulai)}"
        if rencana.berlaku_mulai
        else "tanggal berlakunya tidak diketahui"
    )
    dasar = f" Dasar: {rencana.dasar.rstrip('.')}." if rencana.dasar else ""
    return (
        make_kalimat(f"{rencana.nama}, {mulai}.{dasar}"),
        make_kalimat("Target dicetak sebagaimana dinyatakan dokumen rencana ini."),
    )
