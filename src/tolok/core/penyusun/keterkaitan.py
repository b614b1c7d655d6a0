"""From computed results to the cascade table (Keterkaitan IKU)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.keterkaitan import (
    BarisKegiatan,
    IndikatorKeterkaitan,
    KeterkaitanIku,
    ProgramKeterkaitan,
    SasaranKeterkaitan,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.penyusun.cabang import SimpulCabang, list_cabang, split_kode
from tolok.core.penyusun.catatan import compile_catatan
from tolok.core.penyusun.kosong import sel_atau_kosong
from tolok.core.penyusun.pihak import compile_pihak
from tolok.core.penyusun.uang import PaguTidakAda
from tolok.core.periode import Periode
from tolok.core.rencana import SimpulRencana


def compile_keterkaitan(hasil: HasilTahun, *, edisi: str = "") -> KeterkaitanIku:
    """
    Return the cascade of the year.

    :param edisi: the pagu edition whose amounts are printed; ``""`` for that of the report
    :raises PaguTidakAda: if there is no such edition
    """
    data = hasil.data
    daftar_edisi = hasil.anggaran.edisi_per_id
    if edisi and edisi not in daftar_edisi:
        tersedia = ", ".join(daftar_edisi) or "tidak ada"
        raise PaguTidakAda(f"Edisi pagu {edisi} tidak ada dalam paket; yang ada: {tersedia}.")
    pagu = edisi or (data.pagu_laporan if data.pagu_laporan in daftar_edisi else "")
    setahun, tahun_lalu = Periode(data.tahun), Periode(data.tahun - 1)
    peta = hasil.anggaran.peta
    penanda, tanggal = compile_pihak(data, "keterkaitan", "iku", pada=date(data.tahun, 1, 31))
    daftar_id = [
        satu.indikator for simpul in hasil.daftar_sasaran() for satu in hasil.daftar_indikator(simpul.id, setahun)
    ]
    baris = [
        nilai
        for satu in daftar_id
        for nilai in (
            (satu, setahun, (hasil.target(satu, setahun),)),
            (satu, tahun_lalu, (hasil.realisasi_tahun(satu, data.tahun - 1),)),
        )
    ]
    return KeterkaitanIku(
        instansi=data.instansi,
        tahun=data.tahun,
        daftar_sasaran=tuple(
            _sasaran(hasil, nomor, simpul, pagu) for nomor, simpul in enumerate(hasil.daftar_sasaran(), 1)
        ),
        daftar_penunjang=_daftar_program(hasil, peta.kode_penunjang, pagu),
        daftar_tanpa_sasaran=_daftar_program(hasil, peta.kode_tanpa_sasaran, pagu),
        total=sel_atau_kosong(hasil.pagu("total", pagu) if pagu else None),
        catatan=compile_catatan(hasil, *baris),
        kaki=_kaki(hasil, pagu),
        penanda=penanda,
        tanggal=tanggal,
    )


def _sasaran(hasil: HasilTahun, nomor: int, simpul: SimpulRencana, pagu: str) -> SasaranKeterkaitan:
    daftar_indikator = hasil.daftar_indikator(simpul.id, Periode(hasil.data.tahun))
    kode = split_kode(hasil, simpul.id, [satu.indikator for satu in daftar_indikator])
    return SasaranKeterkaitan(
        nomor=str(nomor),
        tujuan=simpul.tujuan_rpjmd,
        iku_kota=simpul.iku_kota,
        uraian=simpul.uraian,
        daftar_indikator=tuple(
            _indikator(hasil, satu, kode.per_indikator[satu.indikator], pagu) for satu in daftar_indikator
        ),
        daftar_program=_daftar_program(hasil, kode.bersama, pagu),
        jumlah=sel_atau_kosong(hasil.pagu_simpul(simpul.id, pagu) if pagu else None),
    )


def _indikator(
    hasil: HasilTahun, indikator: EdisiIndikator, daftar_kode: Sequence[str], pagu: str
) -> IndikatorKeterkaitan:
    tahun = hasil.data.tahun
    return IndikatorKeterkaitan(
        nama=indikator.nama,
        target=Sel.from_hasil(hasil.target(indikator.indikator, Periode(tahun))),
        realisasi_lalu=Sel.from_hasil(hasil.realisasi_tahun(indikator.indikator, tahun - 1)),
        daftar_program=_daftar_program(hasil, daftar_kode, pagu),
    )


def _daftar_program(hasil: HasilTahun, daftar_kode: Sequence[str], pagu: str) -> tuple[ProgramKeterkaitan, ...]:
    """Return the branches of the budget tree below each program."""
    kelompok: list[list[SimpulCabang]] = []
    for satu in list_cabang(hasil.anggaran, daftar_kode):
        if not satu.simpul.induk:
            kelompok.append([])
        kelompok[-1].append(satu)
    return tuple(_program(hasil, satu, pagu) for satu in kelompok)


def _program(hasil: HasilTahun, cabang: Sequence[SimpulCabang], pagu: str) -> ProgramKeterkaitan:
    puncak, *bawah = cabang

    def uang(satu: SimpulCabang) -> Sel | None:
        if not satu.utuh:
            return None
        return sel_atau_kosong(hasil.pagu(satu.simpul.kode, pagu) if pagu else None)

    return ProgramKeterkaitan(
        nama=puncak.simpul.nama,
        indikator=puncak.simpul.indikator,
        daftar_kegiatan=tuple(
            BarisKegiatan(
                nama=satu.simpul.nama,
                indikator=satu.simpul.indikator,
                tingkat=satu.simpul.tingkat,
                anggaran=uang(satu),
            )
            for satu in bawah
        ),
        jumlah=uang(puncak),
    )


def count_tingkat(daftar: Sequence[TingkatAnggaran]) -> str:
    """Return how many programs, kegiatan and sub-kegiatan there are, as words: "10 program, 17 kegiatan"."""
    sebutan = {
        TingkatAnggaran.PROGRAM: "program",
        TingkatAnggaran.KEGIATAN: "kegiatan",
        TingkatAnggaran.SUBKEGIATAN: "sub kegiatan",
    }
    return ", ".join(f"{daftar.count(tingkat)} {kata}" for tingkat, kata in sebutan.items() if tingkat in daftar)


def _kaki(hasil: HasilTahun, pagu: str) -> tuple[Kalimat, ...]:
    data = hasil.data
    edisi = hasil.anggaran.edisi_per_id.get(pagu)
    isi = count_tingkat([satu.tingkat for satu in data.daftar_anggaran])
    nama_pagu = (
        f"Anggaran menurut {edisi.nama}; cakupan: {edisi.cakupan.rstrip('.')}."
        if edisi
        else "Edisi pagu belum ditetapkan."
    )
    return (
        make_kalimat(nama_pagu),
        make_kalimat(f"Anggaran tercatat pada {isi}; jumlah dihitung dari simpul paling bawah."),
        make_kalimat(f"Realisasi {data.tahun - 1} adalah nilai akhir tahun itu."),
    )
