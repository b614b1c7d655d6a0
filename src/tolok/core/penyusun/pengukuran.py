"""From computed results to the quarterly Pengukuran Kinerja."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tolok.core.anggaran import EdisiPagu
from tolok.core.dokumen.pengukuran import (
    BarisAnggaranPengukuran,
    BarisIndikatorPengukuran,
    PengukuranKinerja,
    PengukuranTriwulan,
    SasaranPengukuran,
    UangPengukuran,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.nilai import JenisTanda, has_tanda, is_ada
from tolok.core.penyusun.cabang import list_cabang, split_kode
from tolok.core.penyusun.catatan import compile_catatan, find_sumber
from tolok.core.penyusun.kosong import sel_atau_kosong
from tolok.core.penyusun.pihak import compile_pihak
from tolok.core.penyusun.rumus_huruf import compile_rumus
from tolok.core.periode import Periode
from tolok.core.rencana import SimpulRencana

SEMUA_TRIWULAN = (1, 2, 3, 4)


def compile_pengukuran(hasil: HasilTahun, *, daftar_triwulan: Sequence[int] = SEMUA_TRIWULAN) -> PengukuranKinerja:
    """Return the forms of the given quarters, each judged on the pagu edition declared for it."""
    return PengukuranKinerja(
        instansi=hasil.data.instansi,
        tahun=hasil.data.tahun,
        daftar_triwulan=tuple(_triwulan(hasil, Periode(hasil.data.tahun, satu)) for satu in daftar_triwulan),
    )


class _Penyusun:
    """What is compiled alike for all rows of one quarter."""

    def __init__(self, hasil: HasilTahun, periode: Periode, edisi: str) -> None:
        self.hasil = hasil
        self.periode = periode
        self.edisi = edisi

    def sasaran(self, nomor: int, simpul: SimpulRencana) -> SasaranPengukuran:
        hasil, periode, edisi = self.hasil, self.periode, self.edisi
        daftar_indikator = hasil.daftar_indikator(simpul.id, periode)
        kode = split_kode(hasil, simpul.id, [satu.indikator for satu in daftar_indikator])
        return SasaranPengukuran(
            nomor=str(nomor),
            tujuan=simpul.tujuan_rpjmd,
            uraian=simpul.uraian,
            daftar_indikator=tuple(
                baris for satu in daftar_indikator for baris in self._baris(satu, kode.per_indikator[satu.indikator])
            ),
            daftar_anggaran=self.anggaran(kode.bersama),
            uang=_uang(
                hasil.realisasi_simpul(simpul.id, periode),
                hasil.pagu_simpul(simpul.id, edisi) if edisi else None,
                hasil.serapan_simpul(simpul.id, periode, edisi) if edisi else None,
            ),
        )

    def _baris(self, indikator: EdisiIndikator, daftar_kode: Sequence[str]) -> Iterator[BarisIndikatorPengukuran]:
        """Yield the row of an indicator and those of its parts."""
        yield self._indikator(indikator, daftar_kode)
        for bagian in self.hasil.daftar_bagian(indikator.indikator, self.periode):
            yield replace(self._indikator(bagian, ()), is_bagian=True)

    def _indikator(self, indikator: EdisiIndikator, daftar_kode: Sequence[str]) -> BarisIndikatorPengukuran:
        hasil, periode = self.hasil, self.periode
        return BarisIndikatorPengukuran(
            nama=indikator.nama,
            satuan=indikator.satuan,
            rumus=compile_rumus(hasil, indikator, periode),
            target=Sel.from_hasil(hasil.target(indikator.indikator, periode)),
            realisasi=Sel.from_hasil(hasil.realisasi(indikator.indikator, periode)),
            capaian=Sel.from_hasil(hasil.capaian(indikator.indikator, periode)),
            daftar_anggaran=self.anggaran(daftar_kode),
        )

    def anggaran(self, daftar_kode: Sequence[str]) -> tuple[BarisAnggaranPengukuran, ...]:
        """Return the rows of a part of the budget tree, with money wherever a whole node belongs."""
        berbagi = self.hasil.anggaran.peta.kode_berbagi
        return tuple(
            BarisAnggaranPengukuran(
                kode=satu.simpul.kode,
                nama=satu.simpul.nama,
                tingkat=satu.simpul.tingkat,
                uang=self.uang(satu.simpul.kode) if satu.utuh else None,
                berbagi=satu.simpul.kode in berbagi,
            )
            for satu in list_cabang(self.hasil.anggaran, daftar_kode)
        )

    def uang(self, kode: str) -> UangPengukuran:
        """Return the money of a node, or of all programs (``total``)."""
        hasil, periode, edisi = self.hasil, self.periode, self.edisi
        return _uang(
            hasil.realisasi_anggaran(kode, periode),
            hasil.pagu(kode, edisi) if edisi else None,
            hasil.serapan(kode, periode, edisi) if edisi else None,
        )


def _uang(realisasi: Hasil, pagu: Hasil | None, serapan: Hasil | None) -> UangPengukuran:
    return UangPengukuran(
        pagu=sel_atau_kosong(pagu), realisasi=Sel.from_hasil(realisasi), serapan=sel_atau_kosong(serapan)
    )


def _triwulan(hasil: HasilTahun, periode: Periode) -> PengukuranTriwulan:
    edisi = hasil.anggaran.edisi_per_id.get(hasil.anggaran.edisi_untuk(periode))
    penyusun = _Penyusun(hasil, periode, edisi.id if edisi else "")
    peta = hasil.anggaran.peta
    rata_rata = hasil.rata_rata_instansi(periode)
    penanda, tanggal = compile_pihak(hasil.data, f"pengukuran-tw{periode.triwulan}", "pengukuran", pada=periode.akhir)
    uang = penyusun.uang("total")
    daftar_sasaran = tuple(penyusun.sasaran(n, simpul) for n, simpul in enumerate(hasil.daftar_sasaran(), 1))
    baris = [
        (satu.indikator, periode, _nilai(hasil, satu.indikator, periode))
        for simpul in hasil.daftar_sasaran()
        for induk in hasil.daftar_indikator(simpul.id, periode)
        for satu in (induk, *hasil.daftar_bagian(induk.indikator, periode))
    ]
    return PengukuranTriwulan(
        periode=periode,
        daftar_sasaran=daftar_sasaran,
        daftar_penunjang=penyusun.anggaran(peta.kode_penunjang),
        daftar_tanpa_sasaran=penyusun.anggaran(peta.kode_tanpa_sasaran),
        uang=uang,
        rata_rata=Sel.from_hasil(rata_rata.hasil),
        terukur=rata_rata.terukur,
        jumlah=rata_rata.jumlah,
        catatan=_lengkapi_saingan(hasil, compile_catatan(hasil, *baris), periode),
        kaki=(*_kaki(hasil, periode, edisi, uang), *_kaki_anggaran(daftar_sasaran)),
        penanda=penanda,
        tanggal=tanggal,
    )


def _lengkapi_saingan(
    hasil: HasilTahun, daftar_catatan: Sequence[CatatanTabel], periode: Periode
) -> tuple[CatatanTabel, ...]:
    """Name in the footnotes the rivals of disputed values that are recorded for the whole year only."""
    tambahan_per_identitas: dict[str, Kalimat] = {}
    for satu in hasil.daftar_terukur(periode=periode):
        nilai = hasil.realisasi(satu.indikator, periode)
        if has_tanda(nilai.nilai, JenisTanda.BERTENTANGAN) and not hasil.daftar_realisasi_lain(satu.indikator, periode):
            setahun = hasil.daftar_realisasi_lain(satu.indikator, Periode(periode.tahun))
            tambahan_per_identitas[nilai.identitas] = sum((_kalimat_saingan(lain) for lain in setahun), ())
    return tuple(
        replace(catatan, isi=sum((tambahan_per_identitas.get(satu, ()) for satu in catatan.identitas), catatan.isi))
        for catatan in daftar_catatan
    )


def _kalimat_saingan(lain: Hasil) -> Kalimat:
    sumber = find_sumber(lain)
    return make_kalimat(
        " Nilai setahun menurut sumber lain: ", Sel.from_hasil(lain), f" ({sumber})." if sumber else "."
    )


def _nilai(hasil: HasilTahun, indikator: str, periode: Periode) -> tuple[Hasil, ...]:
    """Return the values of a row; the reason of a missing target or realisasi is not repeated at the capaian."""
    target, realisasi = hasil.target(indikator, periode), hasil.realisasi(indikator, periode)
    capaian = hasil.capaian(indikator, periode)
    return (target, realisasi, capaian) if is_ada(target.nilai) and is_ada(realisasi.nilai) else (target, realisasi)


def _kaki(hasil: HasilTahun, periode: Periode, edisi: EdisiPagu | None, uang: UangPengukuran) -> tuple[Kalimat, ...]:
    """Return the sentences under the table: which pagu, how much of it, and the mean over n of m indicators."""
    rata_rata = hasil.rata_rata_instansi(periode)
    kaki: list[Kalimat] = []
    if edisi is None:
        kaki.append(make_kalimat("Pagu: belum ada edisi pagu yang ditetapkan untuk triwulan ini."))
    else:
        kaki += [
            make_kalimat(f"Pagu: {edisi.nama}", ", berjumlah ", uang.pagu, f". Cakupan: {edisi.cakupan.rstrip('.')}."),
            make_kalimat(
                f"Realisasi sampai dengan {periode.label}: ", uang.realisasi, " atau ", uang.serapan, " dari pagu itu."
            ),
        ]
    return (
        *kaki,
        make_kalimat(
            "Rata-rata capaian kinerja: ",
            Sel.from_hasil(rata_rata.hasil),
            f" ({rata_rata.terukur} dari {rata_rata.jumlah} indikator terukur).",
        ),
        make_kalimat("Target, realisasi, dan capaian dihitung sampai dengan akhir triwulan."),
    )


def _kaki_anggaran(daftar_sasaran: Sequence[SasaranPengukuran]) -> tuple[Kalimat, ...]:
    """Return what the marks beside program names mean, if there are any."""
    semua = [
        baris
        for sasaran in daftar_sasaran
        for daftar in (sasaran.daftar_anggaran, *(satu.daftar_anggaran for satu in sasaran.daftar_indikator))
        for baris in daftar
    ]
    kaki: list[Kalimat] = []
    if any(satu.uang is None for satu in semua):
        kaki.append(make_kalimat("(sebagian): hanya yang tercetak di bawahnya mendukung indikator itu."))
    if any(satu.berbagi for satu in semua):
        kaki.append(make_kalimat("*: mendukung lebih dari satu indikator; dalam total dihitung sekali."))
    return tuple(kaki)
