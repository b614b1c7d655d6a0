"""What the tables A to I of one sasaran are made of: its indicators with their results, its money, its footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tolok.core.dokumen.lkjip import (
    BarisCapaian,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import Kalimat, make_kalimat, to_teks
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.penyusun.anggaran import nama_edisi, refer_edisi
from tolok.core.penyusun.cabang import split_kode
from tolok.core.penyusun.catatan import compile_catatan
from tolok.core.penyusun.narator import Narator
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.periode import Periode
from tolok.core.rencana import SimpulRencana

NAMA_SASARAN = "Seluruh sasaran"
SEBUTAN_SASARAN = "seluruh sasaran ini"

PANJANG_CATATAN = 70
"""A longer footnote is told in full under the summary only; the tables A to I refer to it."""


@dataclass(frozen=True, slots=True)
class IndikatorTahun:
    """The four results of an indicator that most tables repeat, always the very same objects, and its parts."""

    edisi: EdisiIndikator
    target: Hasil
    realisasi: Hasil
    capaian: Hasil
    predikat: Hasil
    daftar_bagian: tuple[IndikatorTahun, ...] = ()
    is_bagian: bool = False

    @property
    def id(self) -> str:
        """The identity of the indicator."""
        return self.edisi.indikator

    @property
    def nama(self) -> str:
        """The printed name."""
        return self.edisi.nama


def list_hasil(hasil: HasilTahun, sasaran: SimpulRencana) -> tuple[IndikatorTahun, ...]:
    """Return the results of the year for every indicator of a sasaran."""
    periode = Periode(hasil.data.tahun)

    def rakit(edisi: EdisiIndikator, *daftar_bagian: IndikatorTahun, is_bagian: bool = False) -> IndikatorTahun:
        return IndikatorTahun(
            edisi,
            hasil.target(edisi.indikator, periode),
            hasil.realisasi(edisi.indikator, periode),
            hasil.capaian(edisi.indikator, periode),
            hasil.predikat(edisi.indikator, periode),
            daftar_bagian,
            is_bagian,
        )

    return tuple(
        rakit(edisi, *(rakit(bagian, is_bagian=True) for bagian in hasil.daftar_bagian(edisi.indikator, periode)))
        for edisi in hasil.daftar_indikator(sasaran.id, periode)
    )


def with_bagian(daftar: Iterable[IndikatorTahun]) -> tuple[IndikatorTahun, ...]:
    """Return every indicator followed by its parts, as tables print them."""
    return tuple(baris for satu in daftar for baris in (satu, *satu.daftar_bagian))


def make_baris_capaian(satu: IndikatorTahun) -> BarisCapaian:
    """Return the row that table 3.1 and table A print alike."""
    return BarisCapaian(
        indikator=satu.id,
        nama=satu.nama,
        target=Sel.from_hasil(satu.target),
        realisasi=Sel.from_hasil(satu.realisasi),
        capaian=Sel.from_hasil(satu.capaian),
        predikat=Sel.from_hasil(satu.predikat),
        is_bagian=satu.is_bagian,
    )


class BahanSasaran:
    """The sasaran, and the helpers that several of its tables share."""

    def __init__(
        self,
        hasil: HasilTahun,
        narator: Narator,
        uang: UangLaporan,
        sasaran: SimpulRencana,
        nomor: str,
        rujukan: Mapping[Kalimat, Kalimat],
    ) -> None:
        self.hasil = hasil
        self.data = hasil.data
        self.narator = narator
        self.sasaran = sasaran
        self.nomor = nomor
        self.rujukan = rujukan
        self.tahun = hasil.data.tahun
        self.periode = Periode(self.tahun)
        self.uang = uang
        self.nama_edisi = nama_edisi(hasil.data, uang.edisi)
        self.uraian_edisi = make_kalimat(refer_edisi(hasil.data, uang.edisi))
        self.daftar = list_hasil(hasil, sasaran)
        self.daftar_baris = with_bagian(self.daftar)
        self.kode = split_kode(hasil, sasaran.id, [satu.id for satu in self.daftar])

    def catatan(self, *daftar: tuple[IndikatorTahun | None, Sequence[Hasil]]) -> tuple[CatatanTabel, ...]:
        catatan = compile_catatan(
            self.hasil, *((satu.id if satu else "", self.periode, tuple(nilai)) for satu, nilai in daftar)
        )
        return tuple(replace(satu, isi=self.rujukan.get(satu.isi, satu.isi)) for satu in catatan)

    def is_bersama(self, satu: IndikatorTahun | None) -> bool:
        """Whether the money of an indicator is mapped to the sasaran as a whole only."""
        if satu is None or satu.is_bagian:
            return False
        return bool(self.kode.bersama) and not self.kode.per_indikator[satu.id]

    def catatan_uang(
        self, *daftar: tuple[IndikatorTahun | None, Sequence[Hasil], Sequence[Hasil]]
    ) -> tuple[CatatanTabel, ...]:
        """Return the footnotes of a table with money; each row gives its performance, then its money."""
        biasa = [(satu, kinerja if self.is_bersama(satu) else (*kinerja, *uang)) for satu, kinerja, uang in daftar]
        catatan = self.catatan(*biasa)
        bersama = tuple(nilai.identitas for satu, _, uang in daftar if self.is_bersama(satu) for nilai in uang)
        if not bersama:
            return catatan
        isi = make_kalimat("Anggaran dipetakan ke sasaran, tidak ke indikator ini; lihat baris seluruh sasaran.")
        return (*catatan, CatatanTabel(nomor=str(len(catatan) + 1), identitas=bersama, isi=isi))


def make_rujukan(catatan: CatatanTabel, nomor_tabel: str) -> Kalimat:
    """Return a footnote that names the state and refers to the full text; a short one stays as it is."""
    teks = to_teks(catatan.isi)
    if len(teks) <= PANJANG_CATATAN:
        return catatan.isi
    return make_kalimat(f"{teks.partition('.')[0]}; lihat catatan {catatan.nomor} di bawah Tabel {nomor_tabel}.")
