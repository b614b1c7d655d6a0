"""From computed results to Realisasi Anggaran on every edition of the pagu."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.anggaran import EdisiPagu, TingkatAnggaran
from tolok.core.dokumen.realisasi_anggaran import BagianAnggaran, BarisRealisasi, EdisiRealisasi, RealisasiAnggaran
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN, TOTAL
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.cabang import list_cabang
from tolok.core.penyusun.pihak import compile_pihak
from tolok.core.penyusun.uang import PaguTidakAda
from tolok.core.periode import Periode


def compile_realisasi_anggaran(hasil: HasilTahun) -> RealisasiAnggaran:
    """
    Return the budget of the year, node by node, with one serapan for each named edition.

    :raises PaguTidakAda: if there is no edition of the pagu
    """
    data = hasil.data
    daftar_edisi = tuple(sorted(data.daftar_edisi_pagu, key=lambda satu: satu.nomor))
    if not daftar_edisi:
        raise PaguTidakAda("Paket ini belum memuat edisi pagu; isikan dalam edisi_pagu.csv dan pagu.csv.")
    indeks = next((i for i, satu in enumerate(daftar_edisi) if satu.id == data.pagu_laporan), len(daftar_edisi) - 1)
    laporan = daftar_edisi[indeks]
    penanda, tanggal = compile_pihak(data, "realisasi-anggaran", "lkjip", pada=Periode(data.tahun).akhir)
    return RealisasiAnggaran(
        instansi=data.instansi,
        tahun=data.tahun,
        daftar_edisi=tuple(
            EdisiRealisasi(edisi=satu, total=Sel.from_hasil(hasil.pagu(TOTAL, satu.id))) for satu in daftar_edisi
        ),
        daftar_baris=_daftar_baris(hasil, daftar_edisi),
        total=_baris(hasil, daftar_edisi, kode=TOTAL, nama="Total"),
        edisi_laporan=laporan,
        indeks_laporan=indeks,
        daftar_bagian=_daftar_bagian(hasil, laporan.id),
        kaki=_kaki(hasil, daftar_edisi),
        penanda=penanda,
        tanggal=tanggal,
    )


def _daftar_baris(hasil: HasilTahun, daftar_edisi: Sequence[EdisiPagu]) -> tuple[BarisRealisasi, ...]:
    daftar_anggaran = hasil.data.daftar_anggaran
    nomor_per_kode: dict[str, str] = {}
    for satu in daftar_anggaran:
        if not satu.induk:
            nomor_per_kode[satu.kode] = str(len(nomor_per_kode) + 1)
    return tuple(
        _baris(
            hasil,
            daftar_edisi,
            kode=satu.simpul.kode,
            nama=satu.simpul.nama,
            tingkat=satu.simpul.tingkat,
            nomor=nomor_per_kode.get(satu.simpul.kode, ""),
        )
        for satu in list_cabang(hasil.anggaran, nomor_per_kode.keys())
    )


def _baris(
    hasil: HasilTahun,
    daftar_edisi: Sequence[EdisiPagu],
    *,
    kode: str,
    nama: str,
    tingkat: TingkatAnggaran = TingkatAnggaran.PROGRAM,
    nomor: str = "",
) -> BarisRealisasi:
    tahun = hasil.data.tahun
    return BarisRealisasi(
        nomor=nomor,
        kode=kode,
        nama=nama,
        tingkat=tingkat,
        daftar_pagu=tuple(Sel.from_hasil(hasil.pagu(kode, satu.id)) for satu in daftar_edisi),
        daftar_realisasi=tuple(
            Sel.from_hasil(hasil.realisasi_anggaran(kode, Periode(tahun, triwulan))) for triwulan in (1, 2, 3, 4)
        ),
        daftar_serapan=tuple(Sel.from_hasil(hasil.serapan(kode, Periode(tahun), satu.id)) for satu in daftar_edisi),
    )


def _daftar_bagian(hasil: HasilTahun, edisi: str) -> tuple[BagianAnggaran, ...]:
    periode = Periode(hasil.data.tahun)
    peta = hasil.anggaran.peta
    return (
        *(
            BagianAnggaran(
                uraian=f"Sasaran {nomor}: {simpul.uraian}",
                pagu=Sel.from_hasil(hasil.pagu_simpul(simpul.id, edisi)),
                bagian=Sel.from_hasil(hasil.bagian_simpul(simpul.id, edisi)),
                realisasi=Sel.from_hasil(hasil.realisasi_simpul(simpul.id, periode)),
                serapan=Sel.from_hasil(hasil.serapan_simpul(simpul.id, periode, edisi)),
            )
            for nomor, simpul in enumerate(hasil.daftar_sasaran(), 1)
        ),
        *(
            BagianAnggaran(
                uraian=uraian,
                pagu=Sel.from_hasil(hasil.pagu(kelompok, edisi)),
                bagian=Sel.from_hasil(hasil.anggaran.bagian(kelompok, edisi)),
                realisasi=Sel.from_hasil(hasil.realisasi_anggaran(kelompok, periode)),
                serapan=Sel.from_hasil(hasil.serapan(kelompok, periode, edisi)),
            )
            for kelompok, uraian, daftar_kode in (
                (PENUNJANG, "Program penunjang", peta.kode_penunjang),
                (TANPA_SASARAN, "Program tanpa sasaran", peta.kode_tanpa_sasaran),
            )
            if daftar_kode
        ),
    )


def _kaki(hasil: HasilTahun, daftar_edisi: Sequence[EdisiPagu]) -> tuple[Kalimat, ...]:
    """Return what a reader must know: cumulative realisasi, serapan by edition, scopes that differ."""
    periode = Periode(hasil.data.tahun)
    realisasi = Sel.from_hasil(hasil.realisasi_anggaran(TOTAL, periode))
    serapan: list[str | Sel] = []
    for satu in daftar_edisi:
        serapan += [
            "; " if serapan else "",
            Sel.from_hasil(hasil.serapan(TOTAL, periode, satu.id)),
            f" dari {satu.nama}",
        ]
    kaki = [
        make_kalimat("Realisasi setiap triwulan dihitung sejak Januari sampai dengan akhir triwulan itu."),
        make_kalimat(f"Realisasi {periode.label.lower()} ", realisasi, ": ", *serapan, "."),
        make_kalimat(
            "Jumlah program dan total dijumlahkan dari simpul paling bawah; serapan adalah total dibagi total."
        ),
    ]
    if len({satu.cakupan for satu in daftar_edisi}) > 1:
        kaki.append(
            make_kalimat("Cakupan edisi pagu berbeda-beda, sehingga jumlahnya tidak dapat dibandingkan begitu saja.")
        )
    return tuple(kaki)
