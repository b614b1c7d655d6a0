"""A read file against the stored year: every value that could be stored, beside what is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tolok.core.bacaan.dokumen import BerkasTerbaca, Besaran, DokumenTerbaca, JenisDokumen, NilaiTerbaca
from tolok.core.cetak_angka import format_nilai
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.ingest.alih.keputusan import BARU, Keputusan
from tolok.ingest.alih.nilai import CATATAN_RAGU, Terjemahan, translate_nilai, translate_uang
from tolok.ingest.alih.objek import PetaObjek, find_objek
from tolok.ingest.alih.rancangan import (
    DokumenRancangan,
    Objek,
    Rancangan,
    Status,
    Usulan,
    get_tempat,
)
from tolok.ingest.alih.tersimpan import Isi, IsiTersimpan

_TARGET: Final = frozenset({Besaran.TARGET, Besaran.TARGET_AKHIR})
_REALISASI: Final = frozenset({Besaran.REALISASI, Besaran.KONDISI_AWAL})
_PERJANJIAN: Final = frozenset({JenisDokumen.PERJANJIAN, JenisDokumen.RENCANA_AKSI})
DIHITUNG: Final = "dihitung Tolok sendiri"
TANPA_NILAI: Final = "selnya kosong"
TANPA_TAHUN: Final = "tahunnya tidak tercetak"
TAHUN_LAIN: Final = "anggaran tahun lain"
TAHUN_DEPAN: Final = "realisasi tahun sesudah buku ini"
BUKAN_RINCIAN: Final = "jumlah baris atas, dihitung dari rinciannya"


def susun_rancangan(
    berkas: BerkasTerbaca, data: TahunInstansi, keputusan: Keputusan, *, hasil: HasilTahun | None = None
) -> Rancangan:
    """
    Return the preview of a read file.

    Whatever is stored as a computed value only (capaian, totals of the budget) is counted, and not offered.

    :param hasil: the year ``data`` computed, if somebody has it
    """
    penyusun = _Penyusun(berkas, data, keputusan, hasil or HasilTahun(data))
    daftar = tuple(_gabungkan(penyusun.list_usulan(), keputusan))
    return Rancangan(
        berkas=berkas.berkas,
        sidik=berkas.sidik,
        daftar_dokumen=penyusun.daftar_dokumen,
        daftar_objek=tuple(penyusun.peta.daftar.values()),
        daftar_usulan=daftar,
        lain=penyusun.lain,
    )


class _Penyusun:
    def __init__(self, berkas: BerkasTerbaca, data: TahunInstansi, keputusan: Keputusan, hasil: HasilTahun) -> None:
        self.berkas = berkas
        self.data = data
        self.keputusan = keputusan
        self.lain: Counter[str] = Counter()
        self.tersimpan = IsiTersimpan(data, hasil)
        self.peta: PetaObjek = find_objek(berkas, data, keputusan)
        self.daftar_dokumen = tuple(self._dokumen(n, dokumen) for n, dokumen in enumerate(berkas.dokumen))
        self._berinduk = {objek.induk for objek in self.peta.daftar.values()}
        self._indikator_ada = {edisi.indikator for edisi in data.daftar_indikator}

    def _dokumen(self, nomor: int, dokumen: DokumenTerbaca) -> DokumenRancangan:
        kunci = str(nomor)
        besaran = {nilai.besaran for baris in dokumen.indikator for nilai in baris.nilai}
        return DokumenRancangan(
            indeks=nomor,
            terbaca=dokumen,
            tahun=dokumen.tahun or self.keputusan.tahun.get(kunci),
            target=self.keputusan.target.get(kunci) or self._target_bawaan(dokumen.jenis),
            pagu=self.keputusan.pagu.get(kunci, "") or ("" if self.data.daftar_edisi_pagu else BARU),
            has_target=bool(besaran & _TARGET),
            has_pagu=any(n.besaran is Besaran.PAGU for baris in dokumen.anggaran for n in baris.nilai),
        )

    def _target_bawaan(self, jenis: JenisDokumen) -> str:
        if jenis in _PERJANJIAN and self.data.daftar_perjanjian:
            return self.data.daftar_perjanjian[-1].id
        return self.data.rencana_berlaku

    def list_usulan(self) -> Iterator[Usulan]:
        """Yield every value that could be stored, in the order of the file."""
        for satu in self.daftar_dokumen:
            for urut, indikator in enumerate(satu.terbaca.indikator):
                if kunci := self.peta.per_indikator.get((satu.indeks, urut)):
                    for nomor, nilai in enumerate(indikator.nilai):
                        alamat = f"{satu.indeks}.i{urut}.{nomor}"
                        yield from self._indikator(alamat, satu, self.peta.daftar[kunci], indikator.satuan, nilai)
            for urut, anggaran in enumerate(satu.terbaca.anggaran):
                if kunci := self.peta.per_anggaran.get((satu.indeks, urut)):
                    for nomor, nilai in enumerate(anggaran.nilai):
                        yield from self._anggaran(
                            f"{satu.indeks}.a{urut}.{nomor}", satu, self.peta.daftar[kunci], nilai
                        )

    def _indikator(
        self, alamat: str, dokumen: DokumenRancangan, objek: Objek, satuan_baris: str, nilai: NilaiTerbaca
    ) -> Iterator[Usulan]:
        if nilai.besaran not in _TARGET | _REALISASI:
            self.lain[DIHITUNG] += 1
            return
        periode = self._periode(dokumen, nilai)
        if periode is None:
            return
        is_target = nilai.besaran in _TARGET
        if not is_target and periode.tahun > self.data.tahun:
            self.lain[TAHUN_DEPAN] += 1
            return
        tujuan = dokumen.target if is_target else ""
        ganti = self.keputusan.nilai.get(alamat, "")
        id_objek = objek.pilihan if objek.pilihan != BARU else ""
        id_objek = id_objek or objek.usul
        if id_objek in self._indikator_ada:
            edisi = self.tersimpan.edisi(id_objek, periode)
            skala = self.tersimpan.skala_per_id.get(edisi.skala) if edisi.skala else None
            terjemahan = translate_nilai(nilai, satuan=edisi.satuan, skala=skala, ganti=ganti)
            isi = (
                self.tersimpan.target(tujuan, id_objek, periode)
                if is_target
                else self.tersimpan.realisasi(id_objek, periode)
            )
        else:
            terjemahan = translate_nilai(nilai, satuan=satuan_baris, skala=None, ganti=ganti)
            isi = Isi()
        yield self._usulan(alamat, dokumen, objek, nilai, periode, tujuan, terjemahan, isi)

    def _anggaran(self, alamat: str, dokumen: DokumenRancangan, objek: Objek, nilai: NilaiTerbaca) -> Iterator[Usulan]:
        if nilai.besaran not in (Besaran.PAGU, Besaran.REALISASI):
            self.lain[DIHITUNG] += 1
            return
        kode = (objek.pilihan if objek.pilihan != BARU else "") or objek.usul
        if objek.kunci in self._berinduk or (kode and not self.tersimpan.is_daun(kode)):
            self.lain[BUKAN_RINCIAN] += 1
            return
        periode = self._periode(dokumen, nilai)
        if periode is None:
            return
        if periode.tahun != self.data.tahun:
            self.lain[TAHUN_LAIN] += 1
            return
        terjemahan = translate_uang(nilai, ganti=self.keputusan.nilai.get(alamat, ""))
        if nilai.besaran is Besaran.PAGU:
            triwulan = nilai.triwulan or dokumen.terbaca.triwulan
            tujuan = dokumen.pagu or self.tersimpan.pagu_bawaan(triwulan)
            pembanding = self.tersimpan.pagu_bawaan(triwulan) if tujuan == BARU else tujuan
            isi = self.tersimpan.pagu(pembanding, kode)
            if self.tersimpan.is_pagu_terinci(tujuan, kode) and terjemahan.nilai is not None:
                pesan = "Pagunya tersimpan terinci menurut jenis belanja atau sumber dana; ubah rinciannya di paket."
                terjemahan = Terjemahan(terjemahan.nilai, "" if isi.is_memuat(terjemahan.nilai) else pesan)
            yield self._usulan(alamat, dokumen, objek, nilai, Periode(periode.tahun), tujuan, terjemahan, isi)
            return
        periode = Periode(periode.tahun, periode.triwulan or 4)
        isi = self.tersimpan.realisasi_anggaran(kode, periode)
        yield self._usulan(alamat, dokumen, objek, nilai, periode, "", terjemahan, isi)

    def _periode(self, dokumen: DokumenRancangan, nilai: NilaiTerbaca) -> Periode | None:
        """Return the period of a value, or count why it has none: no year, or nothing printed."""
        if nilai.angka is None and nilai.kategori is None and not CATATAN_RAGU.intersection(nilai.catatan):
            self.lain[TANPA_NILAI] += 1
            return None
        tahun = nilai.tahun
        if tahun is None and nilai.besaran is Besaran.TARGET_AKHIR:
            tahun = dokumen.terbaca.tahun_akhir
        elif tahun is None and nilai.besaran is not Besaran.KONDISI_AWAL:
            tahun = dokumen.tahun
        if tahun is None:
            self.lain[TANPA_TAHUN] += 1
            return None
        return Periode(tahun, nilai.triwulan or 0)

    def _usulan(
        self,
        alamat: str,
        dokumen: DokumenRancangan,
        objek: Objek,
        nilai: NilaiTerbaca,
        periode: Periode,
        tujuan: str,
        terjemahan: Terjemahan,
        isi: Isi,
    ) -> Usulan:
        is_ragu = bool(CATATAN_RAGU.intersection(nilai.catatan)) or terjemahan.nilai is None
        is_dipastikan = alamat in self.keputusan.nilai or self.keputusan.ikut.get(alamat) is True
        status = Status.BARU
        if isi.daftar:
            status = Status.SAMA if terjemahan.nilai and isi.is_memuat(terjemahan.nilai) else Status.BEDA
        # A new edition is stored whole; else what is new goes in, what differs only when somebody says so.
        bawaan = tujuan == BARU or status is Status.BARU or alamat in self.keputusan.nilai
        is_ikut = self.keputusan.ikut.get(alamat, bawaan) and (status is not Status.SAMA or tujuan == BARU)
        return Usulan(
            kunci=alamat,
            objek=objek,
            dokumen=dokumen.indeks,
            besaran=nilai.besaran,
            periode=periode,
            tujuan=tujuan,
            terbaca=nilai,
            nilai=terjemahan.nilai,
            tertulis=format_nilai(terjemahan.nilai, dengan_satuan=True) if terjemahan.nilai else nilai.tercetak.strip(),
            tersimpan=isi.tercetak,
            status=status,
            masalah=terjemahan.masalah,
            is_ragu=is_ragu,
            is_dipastikan=is_dipastikan,
            is_ikut=is_ikut and (is_dipastikan or not is_ragu),
        )


def _gabungkan(daftar: Iterator[Usulan], keputusan: Keputusan) -> Iterator[Usulan]:
    """Yield each value once with all its places; where a file contradicts itself, every value, none of them chosen."""
    per_tempat: dict[object, list[Usulan]] = {}
    for usulan in daftar:
        per_tempat.setdefault(get_tempat(usulan), []).append(usulan)
    for kelompok in per_tempat.values():
        berbeda: list[Usulan] = []
        for usulan in kelompok:
            for urut, ada in enumerate(berbeda):
                if _is_satu(ada, usulan):
                    berbeda[urut] = replace(ada, daftar_letak=(*ada.daftar_letak, usulan.terbaca.letak))
                    break
            else:
                berbeda.append(usulan)
        if len(berbeda) == 1:
            yield berbeda[0]
            continue
        for usulan in berbeda:
            is_dipilih = keputusan.ikut.get(usulan.kunci) is True
            yield replace(usulan, is_bertentangan=True, is_ikut=usulan.is_ikut and is_dipilih)


def _is_satu(ada: Usulan, usulan: Usulan) -> bool:
    return ada.nilai == usulan.nilai and ada.is_ragu == usulan.is_ragu and not (ada.is_ragu or usulan.is_ragu)
