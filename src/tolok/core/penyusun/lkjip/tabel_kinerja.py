"""Tables A to D and H of a sasaran: target, years, end of the plan, benchmarks, causes."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.dokumen.lkjip import (
    BarisAkhirRencana,
    BarisAnalisis,
    BarisCapaian,
    BarisPembanding,
    BarisTahun,
    NilaiPembanding,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.indikator import Pembanding
from tolok.core.jejak import Hasil
from tolok.core.kalimat import (
    kalimat_akhir_rencana,
    kalimat_capaian,
    kalimat_pembanding,
    kalimat_tahun,
    make_alasan,
    make_sambungan,
)
from tolok.core.nilai import AlasanBelumAda, BelumAda, Nilai, is_ada
from tolok.core.penyusun.catatan import find_sumber
from tolok.core.penyusun.lkjip.bahan import BahanSasaran, IndikatorTahun, make_baris_capaian
from tolok.core.periode import Periode

PALING_BANYAK_TAHUN = 4
"""How many earlier years table B shows at most."""


def daftar_tahun(bahan: BahanSasaran) -> tuple[int, ...]:
    """Return the years of table B, oldest first: earlier years with a record, last year, this year."""
    indikator = {satu.id for satu in bahan.daftar}
    tercatat = {
        nilai.periode.tahun
        for nilai in bahan.data.daftar_nilai_tercatat
        if nilai.indikator in indikator and nilai.periode.is_tahunan and nilai.periode.tahun < bahan.tahun
    }
    lampau = sorted(tercatat | {bahan.tahun - 1})[-PALING_BANYAK_TAHUN:]
    return (*lampau, bahan.tahun)


def tabel_a(bahan: BahanSasaran) -> TabelIsi[BarisCapaian]:
    """Return table A: target, realisasi, capaian and predikat of the year (handbook 4.3)."""
    return TabelIsi(
        nomor=f"{bahan.nomor}.A",
        judul="Perbandingan antara Target dan Realisasi",
        baris=tuple(make_baris_capaian(satu) for satu in bahan.daftar_baris),
        pengantar=tuple(
            kalimat_capaian(
                nama=satu.nama,
                tahun=bahan.tahun,
                target=satu.target,
                realisasi=satu.realisasi,
                capaian=satu.capaian,
                predikat=satu.predikat,
            )
            for satu in bahan.daftar
        ),
        catatan=bahan.catatan(
            *((satu, (satu.target, satu.realisasi, satu.capaian, satu.predikat)) for satu in bahan.daftar_baris)
        ),
    )


def tabel_b(bahan: BahanSasaran, daftar_tahun: tuple[int, ...]) -> TabelIsi[BarisTahun]:
    """Return table B: this year beside earlier ones."""
    lalu = bahan.tahun - 1
    baris: list[BarisTahun] = []
    pengantar: list[Kalimat] = []
    daftar_bahan: list[tuple[IndikatorTahun | None, Sequence[Hasil]]] = []
    for satu in bahan.daftar_baris:
        realisasi = [_realisasi_tahun(bahan, satu, tahun) for tahun in daftar_tahun]
        capaian = [bahan.hasil.capaian(satu.id, Periode(lalu)), satu.capaian]
        daftar_bahan.append((satu, (satu.target, *realisasi, *capaian)))
        baris.append(
            BarisTahun(
                nama=satu.nama,
                target=Sel.from_hasil(satu.target),
                daftar_realisasi=tuple(Sel.from_hasil(nilai) for nilai in realisasi),
                daftar_capaian=tuple(Sel.from_hasil(nilai) for nilai in capaian),
                is_bagian=satu.is_bagian,
            )
        )
        if satu.daftar_bagian:
            continue
        pengantar.append(
            kalimat_tahun(
                nama=satu.nama,
                polaritas=satu.edisi.polaritas,
                tahun=bahan.tahun,
                kini=satu.realisasi,
                tahun_lalu=lalu,
                lalu=_realisasi_tahun(bahan, satu, lalu),
            )
        )
    return TabelIsi(
        nomor=f"{bahan.nomor}.B",
        judul=f"Perbandingan Realisasi Tahun {bahan.tahun} dengan Tahun-tahun Sebelumnya",
        baris=tuple(baris),
        pengantar=tuple(pengantar),
        catatan=bahan.catatan(*daftar_bahan),
    )


def _realisasi_tahun(bahan: BahanSasaran, satu: IndikatorTahun, tahun: int) -> Hasil:
    return satu.realisasi if tahun == bahan.tahun else bahan.hasil.realisasi_tahun(satu.id, tahun)


def tabel_c(bahan: BahanSasaran) -> TabelIsi[BarisAkhirRencana]:
    """Return table C: the year against the target at the end of the plan."""
    rencana = next((edisi for edisi in bahan.data.daftar_edisi_rencana if edisi.id == bahan.data.rencana_berlaku), None)
    akhir = rencana.tahun_akhir if rencana else bahan.tahun
    baris: list[BarisAkhirRencana] = []
    pengantar: list[Kalimat] = []
    daftar_bahan: list[tuple[IndikatorTahun | None, Sequence[Hasil]]] = []
    for satu in bahan.daftar_baris:
        target_akhir = bahan.hasil.target_akhir(satu.id)
        kemajuan = bahan.hasil.tingkat_kemajuan(satu.id)
        daftar_bahan.append((satu, (target_akhir, satu.realisasi, kemajuan)))
        baris.append(
            BarisAkhirRencana(
                nama=satu.nama,
                target_akhir=Sel.from_hasil(target_akhir),
                realisasi=Sel.from_hasil(satu.realisasi),
                tingkat_kemajuan=Sel.from_hasil(kemajuan),
                sumber=find_sumber(target_akhir),
                is_bagian=satu.is_bagian,
            )
        )
        if satu.is_bagian:
            continue
        pengantar.append(
            kalimat_akhir_rencana(
                nama=satu.nama,
                tahun_akhir=akhir,
                tahun=bahan.tahun,
                target_akhir=target_akhir,
                realisasi=satu.realisasi,
                kemajuan=kemajuan,
            )
        )
    return TabelIsi(
        nomor=f"{bahan.nomor}.C",
        judul=f"Perbandingan Realisasi Tahun {bahan.tahun} dengan Target Akhir Rencana ({akhir})",
        baris=tuple(baris),
        pengantar=tuple(pengantar),
        catatan=bahan.catatan(*daftar_bahan),
    )


def tabel_d(bahan: BahanSasaran) -> TabelIsi[BarisPembanding]:
    """Return table D: the year against national and other benchmarks."""
    baris: list[BarisPembanding] = []
    pengantar: list[Kalimat] = []
    daftar_bahan: list[tuple[IndikatorTahun | None, Sequence[Hasil]]] = []
    for satu in bahan.daftar_baris:
        pasangan = [
            (acuan, nilai)
            for acuan, nilai in zip(_daftar_pembanding(bahan, satu), bahan.hasil.pembanding(satu.id), strict=True)
            if is_ada(nilai.nilai)
        ]
        daftar_bahan.append((satu, (satu.realisasi, *(nilai for _, nilai in pasangan))))
        baris.append(
            BarisPembanding(
                nama=satu.nama,
                realisasi=Sel.from_hasil(satu.realisasi),
                daftar=tuple(
                    NilaiPembanding(
                        nilai=Sel.from_hasil(nilai), cakupan=acuan.cakupan, tahun=acuan.tahun, sumber=acuan.sumber
                    )
                    for acuan, nilai in pasangan
                ),
                keterangan=_keterangan_pembanding(bahan, satu),
                is_bagian=satu.is_bagian,
            )
        )
        if satu.daftar_bagian:
            continue
        pengantar.append(
            kalimat_pembanding(
                nama=satu.nama,
                tahun=bahan.tahun,
                realisasi=satu.realisasi,
                daftar=[(acuan.cakupan, acuan.tahun, nilai) for acuan, nilai in pasangan],
            )
        )
    return TabelIsi(
        nomor=f"{bahan.nomor}.D",
        judul="Perbandingan Realisasi dengan Standar Nasional",
        baris=tuple(baris),
        pengantar=tuple(pengantar),
        catatan=bahan.catatan(*daftar_bahan),
    )


def _daftar_pembanding(bahan: BahanSasaran, satu: IndikatorTahun) -> list[Pembanding]:
    return [acuan for acuan in bahan.data.daftar_pembanding if acuan.indikator == satu.id]


def _keterangan_pembanding(bahan: BahanSasaran, satu: IndikatorTahun) -> str:
    """Say why a benchmark that was looked for has no value."""
    if satu.daftar_bagian:
        return "Dibandingkan bagian demi bagian."
    daftar = (_alasan_pembanding(nilai.nilai) for nilai in bahan.hasil.pembanding(satu.id))
    return " ".join(dict.fromkeys(alasan for alasan in daftar if alasan))


def tabel_h(bahan: BahanSasaran) -> TabelIsi[BarisAnalisis]:
    """Return table H: causes and answers, by indicator."""
    baris: list[BarisAnalisis] = []
    for satu in bahan.daftar_baris:
        penyebab, solusi = bahan.narator.analisis(satu.id, bahan.periode)
        baris.append(
            BarisAnalisis(
                nama=satu.nama,
                target=Sel.from_hasil(satu.target),
                realisasi=Sel.from_hasil(satu.realisasi),
                penyebab=penyebab,
                solusi=solusi,
                is_bagian=satu.is_bagian,
            )
        )
    return TabelIsi(
        nomor=f"{bahan.nomor}.H",
        judul="Analisis Penyebab Keberhasilan atau Kegagalan serta Solusi",
        baris=tuple(baris),
        pengantar=(
            make_kalimat(
                "Penyebab keberhasilan atau kegagalan setiap indikator dan solusi yang telah atau akan dilakukan "
                "diuraikan dalam tabel berikut."
            ),
        ),
        catatan=bahan.catatan(*((satu, (satu.target, satu.realisasi)) for satu in bahan.daftar_baris)),
    )


def _alasan_pembanding(nilai: Nilai) -> str:
    """Return why a benchmark has no value; a remark on one that was not filled in says enough by itself."""
    if isinstance(nilai, BelumAda) and nilai.alasan is AlasanBelumAda.BELUM_DIISI and nilai.keterangan:
        return make_sambungan(nilai.keterangan)
    return make_alasan(nilai)
