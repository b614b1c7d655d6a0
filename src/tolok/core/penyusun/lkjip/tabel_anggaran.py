"""Tables E to G and I of a sasaran: allocation, performance and money, efficiency, programs."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.lkjip import (
    BarisAlokasi,
    BarisEfisiensi,
    BarisKinerjaAnggaran,
    BarisPenunjang,
    ProgramPenunjang,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.efisiensi import NAMA_EFISIENSI
from tolok.core.jejak import Hasil
from tolok.core.kalimat import (
    kalimat_alokasi,
    kalimat_efisiensi,
    kalimat_kinerja_anggaran,
    kalimat_program,
    sebut_efisiensi,
)
from tolok.core.nilai import is_ada
from tolok.core.penyusun.anggaran import count_program
from tolok.core.penyusun.cabang import SimpulCabang, list_cabang
from tolok.core.penyusun.lkjip.bahan import NAMA_SASARAN, SEBUTAN_SASARAN, BahanSasaran, IndikatorTahun


def tabel_e(bahan: BahanSasaran) -> TabelIsi[BarisAlokasi]:
    """Return table E: the pagu of each indicator and its share of the named total."""
    total = bahan.uang.pagu()
    semua: list[tuple[IndikatorTahun | None, str, Hasil, Hasil]] = []
    for satu in bahan.daftar:
        pagu, _, _, bagian = bahan.uang.indikator(satu.id)
        semua.append((satu, satu.nama, pagu, bagian))
    if len(bahan.daftar) > 1:
        pagu, _, _, bagian = bahan.uang.simpul(bahan.sasaran.id)
        semua.append((None, NAMA_SASARAN, pagu, bagian))
    return TabelIsi(
        nomor=f"{bahan.nomor}.E",
        judul="Alokasi Anggaran per Sasaran",
        baris=tuple(
            BarisAlokasi(nama=nama, pagu=Sel.from_hasil(pagu), bagian=Sel.from_hasil(bagian))
            for _, nama, pagu, bagian in semua
        ),
        pengantar=tuple(
            kalimat_alokasi(
                nama=nama if satu else SEBUTAN_SASARAN,
                pagu=pagu,
                bagian=bagian,
                edisi=bahan.nama_edisi,
                total=total,
            )
            for satu, nama, pagu, bagian in semua
            if not bahan.is_bersama(satu)
        ),
        catatan=bahan.catatan_uang(*((satu, (), (pagu, bagian)) for satu, _, pagu, bagian in semua)),
        keterangan=(
            make_kalimat("Penyebut semua persentase: jumlah pagu ", Sel.from_hasil(total), "."),
            bahan.uraian_edisi,
            *_keterangan_pemetaan(bahan, lengkap=True),
        ),
    )


def _keterangan_pemetaan(bahan: BahanSasaran, *, lengkap: bool = False) -> tuple[Kalimat, ...]:
    satu = next((e for e in bahan.data.daftar_edisi_pemetaan if e.id == bahan.data.pemetaan_berlaku), None)
    if satu is None:
        return ()
    dasar = f": {satu.dasar.rstrip('.')}" if satu.dasar and lengkap else ""
    return (make_kalimat(f"{satu.nama}{dasar}."),)


def tabel_f(bahan: BahanSasaran) -> TabelIsi[BarisKinerjaAnggaran]:
    """Return table F: performance and money side by side."""
    baris: list[BarisKinerjaAnggaran] = []
    pengantar: list[Kalimat] = []
    daftar_bahan: list[tuple[IndikatorTahun | None, Sequence[Hasil], Sequence[Hasil]]] = []
    for satu in bahan.daftar_baris:
        if satu.is_bagian:
            daftar_bahan.append((satu, (satu.target, satu.realisasi, satu.capaian), ()))
            baris.append(_baris_f(satu.nama, None, satu))
            continue
        uang = bahan.uang.indikator(satu.id)[:3]
        daftar_bahan.append((satu, (satu.target, satu.realisasi, satu.capaian), uang))
        baris.append(_baris_f(satu.nama, uang, satu))
        if not bahan.is_bersama(satu):
            pengantar.append(
                kalimat_kinerja_anggaran(
                    nama=satu.nama, capaian=satu.capaian, pagu=uang[0], realisasi=uang[1], serapan=uang[2]
                )
            )
    if len(bahan.daftar) > 1:
        uang = bahan.uang.simpul(bahan.sasaran.id)[:3]
        daftar_bahan.append((None, (), uang))
        baris.append(_baris_f(NAMA_SASARAN, uang, None))
        pengantar.append(
            kalimat_kinerja_anggaran(
                nama=SEBUTAN_SASARAN, capaian=None, pagu=uang[0], realisasi=uang[1], serapan=uang[2]
            )
        )
    return TabelIsi(
        nomor=f"{bahan.nomor}.F",
        judul="Pencapaian Kinerja dan Anggaran",
        baris=tuple(baris),
        pengantar=tuple(pengantar),
        catatan=bahan.catatan_uang(*daftar_bahan),
        keterangan=(bahan.uraian_edisi,),
    )


def tabel_g(bahan: BahanSasaran) -> TabelIsi[BarisEfisiensi]:
    """Return table G: efficiency by the declared formula."""
    rumus = bahan.data.kebijakan.efisiensi
    baris: list[BarisEfisiensi] = []
    pengantar: list[Kalimat] = []
    daftar_bahan: list[tuple[IndikatorTahun | None, Sequence[Hasil], Sequence[Hasil]]] = []
    for satu in bahan.daftar:
        serapan = bahan.uang.indikator(satu.id)[2]
        efisiensi = bahan.uang.efisiensi(satu.id)
        bacaan = sebut_efisiensi(rumus=rumus, capaian=satu.capaian, serapan=serapan, efisiensi=efisiensi)
        if bahan.is_bersama(satu):
            bacaan = "Tidak dinyatakan karena anggaran dipetakan ke seluruh sasaran."
        berlaku = (efisiensi,) if is_ada(efisiensi.nilai) else ()
        daftar_bahan.append((satu, (satu.capaian,), (serapan, *berlaku)))
        baris.append(
            BarisEfisiensi(
                nama=satu.nama,
                capaian=Sel.from_hasil(satu.capaian),
                serapan=Sel.from_hasil(serapan),
                efisiensi=Sel.from_hasil(efisiensi),
                bacaan=bacaan,
            )
        )
        pengantar.append(kalimat_efisiensi(nama=satu.nama, efisiensi=efisiensi, bacaan=bacaan))
    return TabelIsi(
        nomor=f"{bahan.nomor}.G",
        judul=f"Efisiensi Penggunaan Sumber Daya ({NAMA_EFISIENSI[rumus]})",
        baris=tuple(baris),
        pengantar=tuple(pengantar),
        catatan=bahan.catatan_uang(*daftar_bahan),
        keterangan=(bahan.uraian_edisi,),
    )


def tabel_i(bahan: BahanSasaran) -> TabelIsi[BarisPenunjang]:
    """Return table I: the programs and kegiatan that support the sasaran."""
    baris = [_baris_i(bahan, satu.nama, bahan.kode.per_indikator[satu.id], satu) for satu in bahan.daftar]
    if bahan.kode.bersama:
        baris.append(_baris_i(bahan, NAMA_SASARAN, bahan.kode.bersama, None))
    semua = (*(k for daftar in bahan.kode.per_indikator.values() for k in daftar), *bahan.kode.bersama)
    kode = [cabang.simpul.kode for cabang in _list_cabang(bahan, semua) if cabang.utuh]
    program, kegiatan = count_program(bahan.data, kode)
    daftar_bahan = ((satu, (satu.target, satu.realisasi)) for satu in bahan.daftar)
    return TabelIsi(
        nomor=f"{bahan.nomor}.I",
        judul="Program dan Kegiatan yang Menunjang Pencapaian Kinerja",
        baris=tuple(baris),
        pengantar=(kalimat_program(nama="Sasaran ini", program=program, kegiatan=kegiatan),),
        catatan=bahan.catatan(*daftar_bahan),
        keterangan=_keterangan_pemetaan(bahan),
    )


def _baris_i(bahan: BahanSasaran, nama: str, daftar_kode: Sequence[str], satu: IndikatorTahun | None) -> BarisPenunjang:
    return BarisPenunjang(
        nama=nama,
        target=Sel.from_hasil(satu.target) if satu else None,
        realisasi=Sel.from_hasil(satu.realisasi) if satu else None,
        daftar_program=tuple(
            ProgramPenunjang(
                kode=cabang.simpul.kode,
                nama=cabang.simpul.nama,
                tingkat=cabang.simpul.tingkat,
                serapan=Sel.from_hasil(bahan.uang.serapan(cabang.simpul.kode)) if cabang.utuh else None,
            )
            for cabang in _list_cabang(bahan, daftar_kode)
        ),
        is_bersama=bahan.is_bersama(satu),
    )


def _list_cabang(bahan: BahanSasaran, daftar_kode: Sequence[str]) -> list[SimpulCabang]:
    """Return programs and kegiatan; a sub-kegiatan only where it serves without the kegiatan above it."""
    return [
        cabang
        for cabang in list_cabang(bahan.hasil.anggaran, daftar_kode)
        if cabang.simpul.tingkat is not TingkatAnggaran.SUBKEGIATAN or cabang.simpul.kode in daftar_kode
    ]


def _baris_f(nama: str, uang: tuple[Hasil, Hasil, Hasil] | None, satu: IndikatorTahun | None) -> BarisKinerjaAnggaran:
    pagu, realisasi_anggaran, serapan = map(Sel.from_hasil, uang) if uang else (None, None, None)
    return BarisKinerjaAnggaran(
        nama=nama,
        target=Sel.from_hasil(satu.target) if satu else None,
        realisasi=Sel.from_hasil(satu.realisasi) if satu else None,
        capaian=Sel.from_hasil(satu.capaian) if satu else None,
        pagu=pagu,
        realisasi_anggaran=realisasi_anggaran,
        serapan=serapan,
        is_bagian=satu is not None and satu.is_bagian,
    )
