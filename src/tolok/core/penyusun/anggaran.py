"""Budget tables of documents: rows of the budget tree with pagu, realisasi and serapan of one edition."""

from __future__ import annotations

from collections.abc import Iterable

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.lkjip import BarisAnggaran, TotalAnggaran
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.penyusun.cabang import list_cabang
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.periode import format_tanggal


def compile_baris_anggaran(hasil: HasilTahun, uang: UangLaporan) -> tuple[BarisAnggaran, ...]:
    """Return every node of the budget tree, each program before what is below it."""
    nomor = 0
    daftar: list[BarisAnggaran] = []
    for simpul, _ in list_cabang(hasil.anggaran, [satu.kode for satu in hasil.data.daftar_anggaran]):
        is_program = simpul.tingkat is TingkatAnggaran.PROGRAM
        nomor += is_program
        daftar.append(
            BarisAnggaran(
                nomor=str(nomor) if is_program else "",
                kode=simpul.kode,
                nama=simpul.nama,
                tingkat=simpul.tingkat,
                pagu=Sel.from_hasil(uang.pagu(simpul.kode)),
                realisasi=Sel.from_hasil(uang.realisasi(simpul.kode)),
                serapan=Sel.from_hasil(uang.serapan(simpul.kode)),
            )
        )
    return tuple(daftar)


def compile_total_anggaran(uang: UangLaporan) -> TotalAnggaran:
    """Return the total over all leaves."""
    return TotalAnggaran(
        pagu=Sel.from_hasil(uang.pagu()),
        realisasi=Sel.from_hasil(uang.realisasi()),
        serapan=Sel.from_hasil(uang.serapan()),
    )


def count_program(data: TahunInstansi, daftar_kode: Iterable[str]) -> tuple[int, int]:
    """Return how many of the codes are programs and how many kegiatan."""
    kode = set(daftar_kode)
    tingkat = [simpul.tingkat for simpul in data.daftar_anggaran if simpul.kode in kode]
    return tingkat.count(TingkatAnggaran.PROGRAM), tingkat.count(TingkatAnggaran.KEGIATAN)


def nama_edisi(data: TahunInstansi, edisi: str) -> str:
    """Return the printed name of an edition of the pagu, as it stands inside a sentence."""
    nama = next((satu.nama for satu in data.daftar_edisi_pagu if satu.id == edisi), edisi)
    return nama if nama[1:2].isupper() else nama[:1].lower() + nama[1:]


def refer_edisi(data: TahunInstansi, edisi: str) -> str:
    """Return which edition a table of Bab III uses; its source and scope stand under the table of programs."""
    satu = next((satu for satu in data.daftar_edisi_pagu if satu.id == edisi), None)
    if satu is None:
        return describe_edisi(data, edisi)
    return f"Pagu yang dipakai: {satu.nama}; sumber dan cakupannya di bawah Tabel 2.2."


def describe_edisi(data: TahunInstansi, edisi: str) -> str:
    """Return what a reader must know of an edition: name, document, scope, source; one sentence or two."""
    satu = next((satu for satu in data.daftar_edisi_pagu if satu.id == edisi), None)
    if satu is None:
        return "Pagu yang dipakai: belum ditentukan."
    dokumen = " ".join(
        bagian
        for bagian in (satu.nomor_dokumen, f"tanggal {format_tanggal(satu.tanggal)}" if satu.tanggal else "")
        if bagian
    )
    sumber = dokumen or satu.sumber
    return (
        f"Pagu yang dipakai: {satu.nama}{f', sumber {sumber}' if sumber else ''}. "
        f"Cakupan: {satu.cakupan[:1].lower()}{satu.cakupan[1:].rstrip('.')}."
    )
