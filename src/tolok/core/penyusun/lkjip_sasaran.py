"""Section 3.1 of the LKjIP: the summary of all indicators, and tables A to I of each sasaran."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.lkjip import (
    BarisAkhirRencana,
    BarisAlokasi,
    BarisAnalisis,
    BarisCapaian,
    BarisEfisiensi,
    BarisKinerjaAnggaran,
    BarisPembanding,
    BarisPenunjang,
    BarisTahun,
    CapaianSasaran,
    NilaiPembanding,
    ProgramPenunjang,
    RingkasanRata,
    RingkasanSasaran,
)
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel, TabelIsi
from tolok.core.dokumen.teks import Kalimat, make_kalimat, to_teks
from tolok.core.hasil_tahun import HasilTahun, RataRataCapaian
from tolok.core.indikator import EdisiIndikator, Pembanding
from tolok.core.jejak import Hasil
from tolok.core.kalimat import (
    is_ada,
    kalimat_akhir_rencana,
    kalimat_alokasi,
    kalimat_capaian,
    kalimat_efisiensi,
    kalimat_kinerja_anggaran,
    kalimat_pembanding,
    kalimat_program,
    kalimat_tahun,
    make_alasan,
    make_alasan_predikat,
    make_sambungan,
    sebut_efisiensi,
)
from tolok.core.nilai import AlasanBelumAda, BelumAda, Nilai
from tolok.core.penyusun.anggaran import count_program, nama_edisi, refer_edisi
from tolok.core.penyusun.cabang import SimpulCabang, list_cabang, split_kode
from tolok.core.penyusun.catatan import compile_catatan, find_sumber
from tolok.core.penyusun.lkjip_metode import NAMA_EFISIENSI
from tolok.core.penyusun.narator import Narator
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.periode import Periode
from tolok.core.rencana import SimpulRencana

NAMA_SASARAN = "Seluruh sasaran"
SEBUTAN_SASARAN = "seluruh sasaran ini"

PANJANG_CATATAN = 70
"""A longer footnote is told in full under the summary only; the tables A to I refer to it."""

PALING_BANYAK_TAHUN = 4
"""How many earlier years table B shows at most."""


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """The four results of an indicator that most tables repeat, always the very same objects, and its parts."""

    edisi: EdisiIndikator
    target: Hasil
    realisasi: Hasil
    capaian: Hasil
    predikat: Hasil
    daftar_bagian: tuple[HasilIndikator, ...] = ()
    is_bagian: bool = False

    @property
    def id(self) -> str:
        """The identity of the indicator."""
        return self.edisi.indikator

    @property
    def nama(self) -> str:
        """The printed name."""
        return self.edisi.nama


def list_hasil(hasil: HasilTahun, sasaran: SimpulRencana) -> tuple[HasilIndikator, ...]:
    """Return the results of the year for every indicator of a sasaran."""
    periode = Periode(hasil.data.tahun)

    def rakit(edisi: EdisiIndikator, *daftar_bagian: HasilIndikator, is_bagian: bool = False) -> HasilIndikator:
        return HasilIndikator(
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


def with_bagian(daftar: Iterable[HasilIndikator]) -> tuple[HasilIndikator, ...]:
    """Return every indicator followed by its parts, as tables print them."""
    return tuple(baris for satu in daftar for baris in (satu, *satu.daftar_bagian))


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
                daftar_indikator=tuple(_baris_capaian(satu) for satu in daftar),
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


def _baris_capaian(satu: HasilIndikator) -> BarisCapaian:
    return BarisCapaian(
        indikator=satu.id,
        nama=satu.nama,
        target=Sel.from_hasil(satu.target),
        realisasi=Sel.from_hasil(satu.realisasi),
        capaian=Sel.from_hasil(satu.capaian),
        predikat=Sel.from_hasil(satu.predikat),
        is_bagian=satu.is_bagian,
    )


def compile_capaian_sasaran(
    hasil: HasilTahun,
    narator: Narator,
    uang: UangLaporan,
    sasaran: SimpulRencana,
    *,
    nomor: int,
    ringkasan: TabelIsi[RingkasanSasaran] | None = None,
) -> CapaianSasaran:
    """
    Return section 3.1.k with its nine tables.

    :param ringkasan: the summary before them, whose long footnotes are referred to instead of being repeated
    """
    rujukan = {satu.isi: _rujuk(satu, ringkasan.nomor) for satu in ringkasan.catatan} if ringkasan else {}
    return _PenyusunSasaran(hasil, narator, uang, sasaran, f"3.1.{nomor}", rujukan).compile()


def _rujuk(catatan: CatatanTabel, nomor_tabel: str) -> Kalimat:
    """Return a footnote that names the state and refers to the full text; a short one stays as it is."""
    teks = to_teks(catatan.isi)
    if len(teks) <= PANJANG_CATATAN:
        return catatan.isi
    return make_kalimat(f"{teks.partition('.')[0]}; lihat catatan {catatan.nomor} di bawah Tabel {nomor_tabel}.")


class _PenyusunSasaran:
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

    def compile(self) -> CapaianSasaran:
        daftar_tahun = self._daftar_tahun()
        return CapaianSasaran(
            nomor=self.nomor,
            uraian=self.sasaran.uraian,
            narasi=self.narator.blok(f"sasaran_{self.sasaran.id}"),
            daftar_tahun=daftar_tahun,
            a=self._tabel_a(),
            b=self._tabel_b(daftar_tahun),
            c=self._tabel_c(),
            d=self._tabel_d(),
            e=self._tabel_e(),
            f=self._tabel_f(),
            g=self._tabel_g(),
            h=self._tabel_h(),
            i=self._tabel_i(),
        )

    def _catatan(self, *daftar: tuple[HasilIndikator | None, Sequence[Hasil]]) -> tuple[CatatanTabel, ...]:
        catatan = compile_catatan(
            self.hasil, *((satu.id if satu else "", self.periode, tuple(nilai)) for satu, nilai in daftar)
        )
        return tuple(replace(satu, isi=self.rujukan.get(satu.isi, satu.isi)) for satu in catatan)

    def _is_bersama(self, satu: HasilIndikator | None) -> bool:
        """Whether the money of an indicator is mapped to the sasaran as a whole only."""
        if satu is None or satu.is_bagian:
            return False
        return bool(self.kode.bersama) and not self.kode.per_indikator[satu.id]

    def _catatan_uang(
        self, *daftar: tuple[HasilIndikator | None, Sequence[Hasil], Sequence[Hasil]]
    ) -> tuple[CatatanTabel, ...]:
        """Return the footnotes of a table with money; each row gives its performance, then its money."""
        biasa = [(satu, kinerja if self._is_bersama(satu) else (*kinerja, *uang)) for satu, kinerja, uang in daftar]
        catatan = self._catatan(*biasa)
        bersama = tuple(nilai.identitas for satu, _, uang in daftar if self._is_bersama(satu) for nilai in uang)
        if not bersama:
            return catatan
        isi = make_kalimat("Anggaran dipetakan ke sasaran, tidak ke indikator ini; lihat baris seluruh sasaran.")
        return (*catatan, CatatanTabel(nomor=str(len(catatan) + 1), identitas=bersama, isi=isi))

    def _daftar_tahun(self) -> tuple[int, ...]:
        """Return the years of table B, oldest first: earlier years with a record, last year, this year."""
        indikator = {satu.id for satu in self.daftar}
        tercatat = {
            nilai.periode.tahun
            for nilai in self.data.daftar_nilai_tercatat
            if nilai.indikator in indikator and nilai.periode.is_tahunan and nilai.periode.tahun < self.tahun
        }
        lampau = sorted(tercatat | {self.tahun - 1})[-PALING_BANYAK_TAHUN:]
        return (*lampau, self.tahun)

    def _tabel_a(self) -> TabelIsi[BarisCapaian]:
        return TabelIsi(
            nomor=f"{self.nomor}.A",
            judul="Perbandingan antara Target dan Realisasi",
            baris=tuple(_baris_capaian(satu) for satu in self.daftar_baris),
            pengantar=tuple(
                kalimat_capaian(
                    nama=satu.nama,
                    tahun=self.tahun,
                    target=satu.target,
                    realisasi=satu.realisasi,
                    capaian=satu.capaian,
                    predikat=satu.predikat,
                )
                for satu in self.daftar
            ),
            catatan=self._catatan(
                *((satu, (satu.target, satu.realisasi, satu.capaian, satu.predikat)) for satu in self.daftar_baris)
            ),
        )

    def _tabel_b(self, daftar_tahun: tuple[int, ...]) -> TabelIsi[BarisTahun]:
        lalu = self.tahun - 1
        baris: list[BarisTahun] = []
        pengantar: list[Kalimat] = []
        bahan: list[tuple[HasilIndikator | None, Sequence[Hasil]]] = []
        for satu in self.daftar_baris:
            realisasi = [self._realisasi_tahun(satu, tahun) for tahun in daftar_tahun]
            capaian = [self.hasil.capaian(satu.id, Periode(lalu)), satu.capaian]
            bahan.append((satu, (satu.target, *realisasi, *capaian)))
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
                    tahun=self.tahun,
                    kini=satu.realisasi,
                    tahun_lalu=lalu,
                    lalu=self._realisasi_tahun(satu, lalu),
                )
            )
        return TabelIsi(
            nomor=f"{self.nomor}.B",
            judul=f"Perbandingan Realisasi Tahun {self.tahun} dengan Tahun-tahun Sebelumnya",
            baris=tuple(baris),
            pengantar=tuple(pengantar),
            catatan=self._catatan(*bahan),
        )

    def _realisasi_tahun(self, satu: HasilIndikator, tahun: int) -> Hasil:
        return satu.realisasi if tahun == self.tahun else self.hasil.realisasi_tahun(satu.id, tahun)

    def _tabel_c(self) -> TabelIsi[BarisAkhirRencana]:
        rencana = next(
            (edisi for edisi in self.data.daftar_edisi_rencana if edisi.id == self.data.rencana_berlaku), None
        )
        akhir = rencana.tahun_akhir if rencana else self.tahun
        baris: list[BarisAkhirRencana] = []
        pengantar: list[Kalimat] = []
        bahan: list[tuple[HasilIndikator | None, Sequence[Hasil]]] = []
        for satu in self.daftar_baris:
            target_akhir = self.hasil.target_akhir(satu.id)
            kemajuan = self.hasil.tingkat_kemajuan(satu.id)
            bahan.append((satu, (target_akhir, satu.realisasi, kemajuan)))
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
                    tahun=self.tahun,
                    target_akhir=target_akhir,
                    realisasi=satu.realisasi,
                    kemajuan=kemajuan,
                )
            )
        return TabelIsi(
            nomor=f"{self.nomor}.C",
            judul=f"Perbandingan Realisasi Tahun {self.tahun} dengan Target Akhir Rencana ({akhir})",
            baris=tuple(baris),
            pengantar=tuple(pengantar),
            catatan=self._catatan(*bahan),
        )

    def _tabel_d(self) -> TabelIsi[BarisPembanding]:
        baris: list[BarisPembanding] = []
        pengantar: list[Kalimat] = []
        bahan: list[tuple[HasilIndikator | None, Sequence[Hasil]]] = []
        for satu in self.daftar_baris:
            pasangan = [
                (acuan, nilai)
                for acuan, nilai in zip(self._daftar_pembanding(satu), self.hasil.pembanding(satu.id), strict=True)
                if is_ada(nilai.nilai)
            ]
            bahan.append((satu, (satu.realisasi, *(nilai for _, nilai in pasangan))))
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
                    keterangan=self._keterangan_pembanding(satu),
                    is_bagian=satu.is_bagian,
                )
            )
            if satu.daftar_bagian:
                continue
            pengantar.append(
                kalimat_pembanding(
                    nama=satu.nama,
                    tahun=self.tahun,
                    realisasi=satu.realisasi,
                    daftar=[(acuan.cakupan, acuan.tahun, nilai) for acuan, nilai in pasangan],
                )
            )
        return TabelIsi(
            nomor=f"{self.nomor}.D",
            judul="Perbandingan Realisasi dengan Standar Nasional",
            baris=tuple(baris),
            pengantar=tuple(pengantar),
            catatan=self._catatan(*bahan),
        )

    def _daftar_pembanding(self, satu: HasilIndikator) -> list[Pembanding]:
        return [acuan for acuan in self.data.daftar_pembanding if acuan.indikator == satu.id]

    def _keterangan_pembanding(self, satu: HasilIndikator) -> str:
        """Say why a benchmark that was looked for has no value."""
        if satu.daftar_bagian:
            return "Dibandingkan bagian demi bagian."
        daftar = (_alasan_pembanding(nilai.nilai) for nilai in self.hasil.pembanding(satu.id))
        return " ".join(dict.fromkeys(alasan for alasan in daftar if alasan))

    def _tabel_e(self) -> TabelIsi[BarisAlokasi]:
        total = self.uang.pagu()
        semua: list[tuple[HasilIndikator | None, str, Hasil, Hasil]] = []
        for satu in self.daftar:
            pagu, _, _, bagian = self.uang.indikator(satu.id)
            semua.append((satu, satu.nama, pagu, bagian))
        if len(self.daftar) > 1:
            pagu, _, _, bagian = self.uang.simpul(self.sasaran.id)
            semua.append((None, NAMA_SASARAN, pagu, bagian))
        return TabelIsi(
            nomor=f"{self.nomor}.E",
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
                    edisi=self.nama_edisi,
                    total=total,
                )
                for satu, nama, pagu, bagian in semua
                if not self._is_bersama(satu)
            ),
            catatan=self._catatan_uang(*((satu, (), (pagu, bagian)) for satu, _, pagu, bagian in semua)),
            keterangan=(
                make_kalimat("Penyebut semua persentase: jumlah pagu ", Sel.from_hasil(total), "."),
                self.uraian_edisi,
                *self._keterangan_pemetaan(lengkap=True),
            ),
        )

    def _keterangan_pemetaan(self, *, lengkap: bool = False) -> tuple[Kalimat, ...]:
        satu = next((e for e in self.data.daftar_edisi_pemetaan if e.id == self.data.pemetaan_berlaku), None)
        if satu is None:
            return ()
        dasar = f": {satu.dasar.rstrip('.')}" if satu.dasar and lengkap else ""
        return (make_kalimat(f"{satu.nama}{dasar}."),)

    def _tabel_f(self) -> TabelIsi[BarisKinerjaAnggaran]:
        baris: list[BarisKinerjaAnggaran] = []
        pengantar: list[Kalimat] = []
        bahan: list[tuple[HasilIndikator | None, Sequence[Hasil], Sequence[Hasil]]] = []
        for satu in self.daftar_baris:
            if satu.is_bagian:
                bahan.append((satu, (satu.target, satu.realisasi, satu.capaian), ()))
                baris.append(_baris_f(satu.nama, None, satu))
                continue
            uang = self.uang.indikator(satu.id)[:3]
            bahan.append((satu, (satu.target, satu.realisasi, satu.capaian), uang))
            baris.append(_baris_f(satu.nama, uang, satu))
            if not self._is_bersama(satu):
                pengantar.append(
                    kalimat_kinerja_anggaran(
                        nama=satu.nama, capaian=satu.capaian, pagu=uang[0], realisasi=uang[1], serapan=uang[2]
                    )
                )
        if len(self.daftar) > 1:
            uang = self.uang.simpul(self.sasaran.id)[:3]
            bahan.append((None, (), uang))
            baris.append(_baris_f(NAMA_SASARAN, uang, None))
            pengantar.append(
                kalimat_kinerja_anggaran(
                    nama=SEBUTAN_SASARAN, capaian=None, pagu=uang[0], realisasi=uang[1], serapan=uang[2]
                )
            )
        return TabelIsi(
            nomor=f"{self.nomor}.F",
            judul="Pencapaian Kinerja dan Anggaran",
            baris=tuple(baris),
            pengantar=tuple(pengantar),
            catatan=self._catatan_uang(*bahan),
            keterangan=(self.uraian_edisi,),
        )

    def _tabel_g(self) -> TabelIsi[BarisEfisiensi]:
        rumus = self.data.kebijakan.efisiensi
        baris: list[BarisEfisiensi] = []
        pengantar: list[Kalimat] = []
        bahan: list[tuple[HasilIndikator | None, Sequence[Hasil], Sequence[Hasil]]] = []
        for satu in self.daftar:
            serapan = self.uang.indikator(satu.id)[2]
            efisiensi = self.uang.efisiensi(satu.id)
            bacaan = sebut_efisiensi(rumus=rumus, capaian=satu.capaian, serapan=serapan, efisiensi=efisiensi)
            if self._is_bersama(satu):
                bacaan = "Tidak dinyatakan karena anggaran dipetakan ke seluruh sasaran."
            berlaku = (efisiensi,) if is_ada(efisiensi.nilai) else ()
            bahan.append((satu, (satu.capaian,), (serapan, *berlaku)))
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
            nomor=f"{self.nomor}.G",
            judul=f"Efisiensi Penggunaan Sumber Daya ({NAMA_EFISIENSI[rumus]})",
            baris=tuple(baris),
            pengantar=tuple(pengantar),
            catatan=self._catatan_uang(*bahan),
            keterangan=(self.uraian_edisi,),
        )

    def _tabel_h(self) -> TabelIsi[BarisAnalisis]:
        baris: list[BarisAnalisis] = []
        for satu in self.daftar_baris:
            penyebab, solusi = self.narator.analisis(satu.id, self.periode)
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
            nomor=f"{self.nomor}.H",
            judul="Analisis Penyebab Keberhasilan atau Kegagalan serta Solusi",
            baris=tuple(baris),
            pengantar=(
                make_kalimat(
                    "Penyebab keberhasilan atau kegagalan setiap indikator dan solusi yang telah atau akan dilakukan "
                    "diuraikan dalam tabel berikut."
                ),
            ),
            catatan=self._catatan(*((satu, (satu.target, satu.realisasi)) for satu in self.daftar_baris)),
        )

    def _tabel_i(self) -> TabelIsi[BarisPenunjang]:
        baris = [self._baris_i(satu.nama, self.kode.per_indikator[satu.id], satu) for satu in self.daftar]
        if self.kode.bersama:
            baris.append(self._baris_i(NAMA_SASARAN, self.kode.bersama, None))
        semua = (*(k for daftar in self.kode.per_indikator.values() for k in daftar), *self.kode.bersama)
        kode = [cabang.simpul.kode for cabang in self._list_cabang(semua) if cabang.utuh]
        program, kegiatan = count_program(self.data, kode)
        bahan = ((satu, (satu.target, satu.realisasi)) for satu in self.daftar)
        return TabelIsi(
            nomor=f"{self.nomor}.I",
            judul="Program dan Kegiatan yang Menunjang Pencapaian Kinerja",
            baris=tuple(baris),
            pengantar=(kalimat_program(nama="Sasaran ini", program=program, kegiatan=kegiatan),),
            catatan=self._catatan(*bahan),
            keterangan=self._keterangan_pemetaan(),
        )

    def _baris_i(self, nama: str, daftar_kode: Sequence[str], satu: HasilIndikator | None) -> BarisPenunjang:
        return BarisPenunjang(
            nama=nama,
            target=Sel.from_hasil(satu.target) if satu else None,
            realisasi=Sel.from_hasil(satu.realisasi) if satu else None,
            daftar_program=tuple(
                ProgramPenunjang(
                    kode=cabang.simpul.kode,
                    nama=cabang.simpul.nama,
                    tingkat=cabang.simpul.tingkat,
                    serapan=Sel.from_hasil(self.uang.serapan(cabang.simpul.kode)) if cabang.utuh else None,
                )
                for cabang in self._list_cabang(daftar_kode)
            ),
            is_bersama=self._is_bersama(satu),
        )

    def _list_cabang(self, daftar_kode: Sequence[str]) -> list[SimpulCabang]:
        """Return programs and kegiatan; a sub-kegiatan only where it serves without the kegiatan above it."""
        return [
            cabang
            for cabang in list_cabang(self.data.daftar_anggaran, daftar_kode)
            if cabang.simpul.tingkat is not TingkatAnggaran.SUBKEGIATAN or cabang.simpul.kode in daftar_kode
        ]


def _alasan_pembanding(nilai: Nilai) -> str:
    """Return why a benchmark has no value; a remark on one that was not filled in says enough by itself."""
    if isinstance(nilai, BelumAda) and nilai.alasan is AlasanBelumAda.BELUM_DIISI and nilai.keterangan:
        return make_sambungan(nilai.keterangan)
    return make_alasan(nilai)


def _baris_f(nama: str, uang: tuple[Hasil, Hasil, Hasil] | None, satu: HasilIndikator | None) -> BarisKinerjaAnggaran:
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
