"""Table 3.1 of the LKjIP: all indicators, and the mean of each sasaran and of the agency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tolok.core.dokumen.lkjip import (
    RingkasanRata,
    RingkasanSasaran,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel, TabelIsi
from tolok.core.dokumen.teks import make_kalimat
from tolok.core.hasil.tahun import HasilTahun, RataRataCapaian
from tolok.core.jejak import Hasil
from tolok.core.kalimat import (
    make_alasan_predikat,
)
from tolok.core.nilai import is_ada
from tolok.core.penyusun.catatan import compile_catatan
from tolok.core.penyusun.lkjip.bahan import list_hasil, make_baris_capaian, with_bagian
from tolok.core.periode import Periode


def compile_ringkasan(hasil: HasilTahun) -> TabelIsi[RingkasanSasaran]:
    """Return table 3.1: every indicator with target, realisasi, capaian, predikat, and the mean of each sasaran."""
    periode = Periode(hasil.data.tahun)
    baris: list[RingkasanSasaran] = []
    bahan: list[tuple[str, Periode, tuple[Hasil, ...]]] = []
    daftar_rata: list[RataRataCapaian] = []
    for nomor, sasaran in enumerate(hasil.daftar_sasaran(), start=1):
        daftar = with_bagian(list_hasil(hasil, sasaran))
        daftar_rata.append(hasil.rata_rata_sasaran(sasaran.id, periode))
        bahan += [(satu.id, periode, (satu.target, satu.realisasi, satu.capaian, satu.predikat)) for satu in daftar]
        baris.append(
            RingkasanSasaran(
                nomor=str(nomor),
                uraian=sasaran.uraian,
                daftar_indikator=tuple(make_baris_capaian(satu) for satu in daftar),
                rata_rata=make_ringkasan_rata(f"sasaran {nomor}", daftar_rata[-1]),
            )
        )
    daftar_rata.append(hasil.rata_rata_instansi(periode))
    catatan = compile_catatan(hasil, *bahan)
    return TabelIsi(
        nomor="3.1",
        judul=f"Capaian Indikator Kinerja Utama Tahun {hasil.data.tahun}",
        baris=tuple(baris),
        catatan=(*catatan, *_catatan_rata(daftar_rata, awal=len(catatan) + 1)),
    )


def _catatan_rata(daftar: Sequence[RataRataCapaian], *, awal: int) -> Iterator[CatatanTabel]:
    """Yield why a mean has no value, or no predicate."""
    for rata in daftar:
        if alasan := make_alasan_predikat(rata.predikat.nilai):
            kosong = (rata.hasil, rata.predikat) if not is_ada(rata.hasil.nilai) else (rata.predikat,)
            identitas = tuple(satu.identitas for satu in kosong)
            yield CatatanTabel(nomor=str(awal), identitas=identitas, isi=make_kalimat(alasan))
            awal += 1


def make_ringkasan_rata(nama: str, rata: RataRataCapaian) -> RingkasanRata:
    """Return a mean with its coverage."""
    return RingkasanRata(
        nama=nama,
        rata_rata=Sel.from_hasil(rata.hasil),
        terukur=rata.terukur,
        jumlah=rata.jumlah,
        predikat=Sel.from_hasil(rata.predikat),
    )
