"""The documents: which tables and text each kind has, whatever the layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from bench.bacaan.tata.bahan import Bahan, Kelompok, Lembar, Mata, Ukuran, persen
from bench.bacaan.tata.kisi import Rekam, Temuan, make_tabel, print_rumus
from bench.bacaan.tata.kolom import expand_kolom
from bench.bacaan.tata.naskah import GantiHalaman, Gaya, Kebenaran, NaskahCetak, Paragraf
from bench.bacaan.tata.tata_letak import TataLetak
from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import BarisIki, DokumenTerbaca, IkiTerbaca, JenisDokumen
from tolok.core.periode import ROMAWI

_PEJABAT: Final = "NAMA PEJABAT CONTOH\nPembina Utama Muda\nNIP 00000000 000000 0 000"
_URUT_TABEL: Final = "ABCDEFGHI"


class Penyusun:
    """A document that grows; every table adds to what a reader must find."""

    def __init__(self, bahan: Bahan, tata: TataLetak, jenis: str) -> None:
        """Start the document of that kind."""
        self.bahan, self.tata = bahan, tata
        self.triwulan = triwulan_dokumen(jenis, bahan)
        self.derau = frozenset(tata.gaya.derau)
        self.naskah = NaskahCetak(
            jenis=jenis,
            is_mendatar=tata.gaya.mendatar,
            potong=tata.gaya.potong,
            teks=tata.gaya.teks,
            is_lembar_tunggal=tata.gaya.lembar_tunggal,
            is_angka_lembar=tata.angka.lembar != "teks",
        )
        self.temuan = Temuan()
        self.iki: list[IkiTerbaca] = []
        self.nomor_tabel = 0

    def isi(self, teks: str) -> str:
        """Fill agency, years and quarter into a text."""
        bahan = self.bahan
        return teks.format(
            pd=bahan.perangkat_daerah,
            PD=bahan.perangkat_daerah.upper(),
            daerah=bahan.daerah,
            DAERAH=bahan.daerah.upper(),
            n=bahan.tahun,
            lalu=bahan.tahun - 1,
            awal=bahan.tahun_awal,
            akhir=bahan.tahun_akhir,
            tw=ROMAWI[self.triwulan],
        )

    def paragraf(self, teks: str, gaya: Gaya = Gaya.ISI) -> None:
        """Add a paragraph."""
        self.naskah.daftar.append(Paragraf(self.isi(teks), gaya))

    def judul(self, kunci: str) -> None:
        """Add the lines of a title, as the layout words them."""
        for baris in self.tata.judul[kunci]:
            self.paragraf(baris, Gaya.JUDUL)

    def ganti_halaman(self) -> None:
        """End the page."""
        self.naskah.daftar.append(GantiHalaman())

    def tabel(self, kunci: str, daftar: list[Rekam], *, keterangan: str = "", nomor: str = "") -> None:
        """Add a table with its caption and what surrounds it; ``kunci`` names the columns in the layout."""
        sisipan = self.bahan.sisipan
        nomor, keterangan = sisipan.nomor.get(kunci, nomor), sisipan.keterangan.get(kunci, keterangan)
        if ganti := sisipan.ukuran.get(kunci):
            daftar = [replace(r, iku=ganti.get(r.iku.nama, r.iku)) if r.iku else r for r in daftar]
        kolom = expand_kolom(self.tata.kolom[kunci], self.tata.kepala, self.bahan, self.triwulan)
        self.nomor_tabel += 1
        sebutan = self.isi(f"Tabel {nomor or self.nomor_tabel}. {keterangan}".rstrip(" .")) if keterangan else ""
        cetak, temuan = make_tabel(list(self._dengan_derau(daftar)), kolom, self.tata, nama=sebutan or kunci)
        if sebutan and self.tata.gaya.keterangan == "atas":
            self.paragraf(sebutan, Gaya.KETERANGAN)
        if self.tata.angka.juta and any(k.kunci in {"pagu", "serap", "anggaran"} for k in kolom):
            self.paragraf(self.tata.kata["juta"], Gaya.KETERANGAN)
        self.naskah.daftar.append(cetak)
        if sebutan and self.tata.gaya.keterangan == "bawah":
            self.paragraf(sebutan, Gaya.KETERANGAN)
        if "catatan" in self.derau:
            self.paragraf(self.tata.kata["catatan"])
        for ruas in ("indikator", "anggaran", "boleh_indikator", "boleh_anggaran"):
            getattr(self.temuan, ruas).extend(getattr(temuan, ruas))

    def _dengan_derau(self, daftar: list[Rekam]) -> Iterator[Rekam]:
        """Yield the rows with the sub-heads and empty rows of the layout between the sasaran."""
        lama: tuple[str, ...] | None = None
        for rekam in daftar:
            awalan = rekam.jalur[:2]
            if awalan and awalan != lama and rekam.penuh is None and not rekam.khusus:
                if lama is not None and "kosong" in self.derau:
                    yield Rekam(penuh="")
                if "subjudul" in self.derau:
                    yield Rekam(penuh=self.tata.kata["subjudul"].format(awalan[1]))
                lama = awalan
            yield rekam

    def tanda_tangan(self) -> None:
        """Add the block of the signature, if the layout has one."""
        if "tanda_tangan" in self.derau:
            self.paragraf("{daerah}, 2 Januari {n}\nKEPALA {PD}\n\n\n" + _PEJABAT, Gaya.TANDA_TANGAN)

    def narasi(self, teks: str) -> None:
        """Add a paragraph of running text, if the layout has any."""
        if "narasi" in self.derau:
            self.paragraf(teks)

    def selesai(self, jenis: JenisDokumen, *, tahun: int | None = None, tahun_akhir: int | None = None) -> NaskahCetak:
        """Return the document with its truth."""
        umum = {
            "jenis": jenis,
            "perangkat_daerah": self.bahan.perangkat_daerah,
            "tahun": self.bahan.tahun if tahun is None else tahun,
            "tahun_akhir": tahun_akhir,
            "triwulan": self.triwulan or None,
        }
        self.naskah.kebenaran = Kebenaran(
            dokumen=(
                DokumenTerbaca(
                    **umum,
                    indikator=tuple(self.temuan.indikator),
                    anggaran=tuple(self.temuan.anggaran),
                    iki=tuple(self.iki),
                ),
            ),
            boleh=(
                DokumenTerbaca(
                    **umum,
                    indikator=tuple(self.temuan.boleh_indikator),
                    anggaran=tuple(self.temuan.boleh_anggaran),
                ),
            ),
        )
        return self.naskah


def _rekam_ukuran(kelompok: tuple[Kelompok, ...]) -> list[Rekam]:
    """One row for each indicator of the agency."""
    return [Rekam(jalur=(u.tujuan, k.nama, u.nama), iku=u) for k in kelompok for u in k.ukuran]


def _rekam_lengkap(bahan: Bahan, *, rincian: bool, dengan_program: bool = True) -> list[Rekam]:
    """
    One row for each budget row under the indicator it serves.

    :param rincian: whether programs are a column of their own, so that only what is below them has rows
    """
    hasil = []
    for kelompok in bahan.kelompok:
        for ukuran, daftar in zip(kelompok.ukuran, kelompok.mata_per_ukuran, strict=True):
            jalur = (ukuran.tujuan, kelompok.nama, ukuran.nama)
            program: Mata | None = None
            baris = []
            for mata in daftar:
                program = mata if mata.tingkat == "program" else program
                if rincian and mata.tingkat == "program":
                    continue
                kode = program.kode if program and dengan_program else ""
                baris.append(
                    Rekam(jalur=(*jalur, kode), iku=ukuran, program=program, mata=mata, keluaran=mata.keluaran)
                )
            hasil.extend(baris or [Rekam(jalur=(*jalur, ""), iku=ukuran)])
    return hasil


def _rekam_mata(daftar: tuple[Mata, ...]) -> list[Rekam]:
    return [Rekam(mata=mata, keluaran=mata.keluaran) for mata in daftar]


def _total(bahan: Bahan, tata: TataLetak) -> list[Rekam]:
    return [Rekam(mata=bahan.total, khusus="total")] if "total" in tata.gaya.derau else []


def _rata_rata(bahan: Bahan, tata: TataLetak, triwulan: int) -> list[Rekam]:
    """The row of the mean achievement, if the layout prints one."""
    daftar = [u.isi.get(("capaian", bahan.tahun, triwulan)) for u in bahan.ukuran]
    angka = [isi.angka for isi in daftar if isi and isi.angka is not None]
    if "rata_rata" not in tata.gaya.derau or not angka:
        return []
    rata = Ukuran(nama="Rata-rata", satuan="%")
    rata.isi["capaian", bahan.tahun, triwulan] = persen(sum(angka, Angka(0)) / len(angka))
    return [Rekam(iku=rata, khusus="rata_rata")]


def triwulan_dokumen(jenis: str, bahan: Bahan) -> int:
    """Return the quarter a kind of document reports, 0 for the year; it differs between layouts and agencies."""
    undian = bahan.seed // 50 + bahan.seed
    return {"pengukuran": undian % 4 + 1, "realisasi_anggaran": undian % 5}.get(jenis, 0)


def iku(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Sheet of the key performance indicators."""
    p = Penyusun(bahan, tata, "iku")
    p.judul("iku")
    p.paragraf("Instansi : {pd} {daerah}")
    p.paragraf(f"Tujuan : {bahan.tujuan}")
    p.tabel("iku", _rekam_ukuran(bahan.kelompok))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.IKU)


def sk_iku(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Decree on the key performance indicators, the sheet as its annex."""
    p = Penyusun(bahan, tata, "sk_iku")
    p.paragraf("KEPUTUSAN KEPALA {PD} {DAERAH}", Gaya.JUDUL)
    p.paragraf("NOMOR 050/12/{n}", Gaya.JUDUL)
    p.paragraf("TENTANG INDIKATOR KINERJA UTAMA {PD} {DAERAH} TAHUN {awal}-{akhir}", Gaya.JUDUL)
    p.paragraf("Menimbang : bahwa untuk mengukur kinerja perlu menetapkan Indikator Kinerja Utama;")
    p.paragraf("Mengingat : 1. Peraturan Presiden Nomor 29 Tahun 2014; 2. Peraturan Menteri PANRB Nomor 53 Tahun 2014;")
    p.paragraf("MEMUTUSKAN :", Gaya.SUBJUDUL)
    p.paragraf("KESATU : Menetapkan Indikator Kinerja Utama sebagaimana tercantum dalam Lampiran Keputusan ini.")
    p.paragraf("KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.")
    p.tanda_tangan()
    p.ganti_halaman()
    p.paragraf("LAMPIRAN KEPUTUSAN KEPALA {PD} {DAERAH}\nNOMOR : 050/12/{n}\nTANGGAL : 2 Januari {n}")
    p.paragraf("INDIKATOR KINERJA UTAMA {PD} {DAERAH} TAHUN {awal}-{akhir}", Gaya.JUDUL)
    p.tabel("sk_iku", _rekam_ukuran(bahan.kelompok))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.IKU, tahun=bahan.tahun_awal, tahun_akhir=bahan.tahun_akhir)


def keterkaitan(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """How the indicators depend on programs and what is below them."""
    p = Penyusun(bahan, tata, "keterkaitan")
    p.judul("keterkaitan")
    p.tabel("keterkaitan", [r for r in _rekam_lengkap(bahan, rincian=True) if r.mata])
    p.tanda_tangan()
    return p.selesai(JenisDokumen.KETERKAITAN)


def sk_iki(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Individual indicators, one sheet for each position."""
    p = Penyusun(bahan, tata, "sk_iki")
    p.judul("sk_iki")
    for nomor, lembar in enumerate(bahan.lembar):
        if nomor:
            p.ganti_halaman()
        p.paragraf(tata.kata["judul_iki"], Gaya.JUDUL)
        p.paragraf(tata.kata["jabatan"].format(lembar.jabatan))
        p.paragraf(tata.kata["tugas"].format(lembar.tugas[0]))
        p.paragraf(tata.kata["fungsi"])
        for urut, fungsi in enumerate(lembar.fungsi):
            p.paragraf(f"{'abcdef'[urut]}. {fungsi}")
        daftar = [Rekam(jalur=("", u.sasaran, u.nama), iku=u) for u in lembar.ukuran]
        p.tabel("iki", daftar)
        p.iki.append(_iki(p, lembar))
    p.temuan = Temuan()
    p.tanda_tangan()
    return p.selesai(JenisDokumen.SK_IKI)


def _iki(p: Penyusun, lembar: Lembar) -> IkiTerbaca:
    """Return what is printed of a sheet."""
    kunci = {str(k).partition("=")[0] for k in p.tata.kolom["iki"]}
    kolom = expand_kolom(p.tata.kolom["iki"], p.tata.kepala, p.bahan, 0)
    cetak = {}
    if "target" in kunci:
        satu = next(k for k in kolom if k.kunci == "target")
        for ukuran in lembar.ukuran:
            _, temuan = make_tabel(
                [Rekam(iku=ukuran)], tuple(k for k in kolom if k.kunci in {"indikator", "target"}), p.tata
            )
            nilai = temuan.indikator[0].nilai
            cetak[id(ukuran)] = nilai[0].tercetak if nilai and satu else None
    return IkiTerbaca(
        jabatan=lembar.jabatan,
        tugas=lembar.tugas,
        fungsi=lembar.fungsi,
        baris=tuple(
            BarisIki(
                sasaran=u.sasaran if "sasaran" in kunci else "",
                indikator=u.nama,
                rumus=print_rumus(u, p.tata) if "rumus" in kunci else "",
                sumber_data=p.tata.gaya.butir.join(u.sumber) if "sumber" in kunci else "",
                satuan=u.satuan if "satuan" in kunci else None,
                target=cetak.get(id(u)),
            )
            for u in lembar.ukuran
        ),
    )


def renstra(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Matrix of the strategic plan: targets of the sasaran, then programs with targets and money of each year."""
    p = Penyusun(bahan, tata, "renstra")
    p.judul("renstra")
    p.narasi("Tujuan dan sasaran jangka menengah {pd} selama tahun {awal}-{akhir} disajikan pada tabel berikut.")
    p.tabel("renstra", _rekam_ukuran(bahan.kelompok), keterangan="Tujuan dan Sasaran Jangka Menengah Pelayanan {pd}")
    p.ganti_halaman()
    p.tabel(
        "renstra_program",
        [r for r in _rekam_lengkap(bahan, rincian=False, dengan_program=False) if r.mata],
        keterangan="Rencana Program, Kegiatan, dan Pendanaan {pd}",
    )
    return p.selesai(JenisDokumen.RENSTRA, tahun=bahan.tahun_awal, tahun_akhir=bahan.tahun_akhir)


def renstra_capaian(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """What the plan reached: target, realisasi and ratio of every year; budget, spending and growth."""
    p = Penyusun(bahan, tata, "renstra_capaian")
    p.judul("renstra_capaian")
    p.tabel("renstra_capaian", _rekam_ukuran(bahan.kelompok), keterangan="Pencapaian Kinerja Pelayanan {pd}")
    p.ganti_halaman()
    daftar = tuple(mata for mata in bahan.mata if mata.tingkat == "program")
    p.tabel(
        "renstra_dana",
        _rekam_mata(daftar) + _total(bahan, tata),
        keterangan="Anggaran dan Realisasi Pendanaan Pelayanan {pd}",
    )
    return p.selesai(JenisDokumen.RENSTRA, tahun=bahan.tahun_awal, tahun_akhir=bahan.tahun_akhir)


def perjanjian(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Performance agreement: the statement, then the annex with indicators and programs."""
    p = Penyusun(bahan, tata, "perjanjian")
    p.judul("perjanjian")
    p.paragraf(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
        "pada hasil, yang bertanda tangan di bawah ini:"
    )
    p.paragraf("Nama : NAMA PEJABAT CONTOH\nJabatan : Kepala {pd}\nselanjutnya disebut PIHAK PERTAMA")
    p.paragraf("PIHAK PERTAMA berjanji akan mewujudkan target kinerja tahun {n} sesuai lampiran perjanjian ini.")
    p.tanda_tangan()
    p.ganti_halaman()
    p.judul("perjanjian_lampiran")
    p.tabel("perjanjian", _rekam_ukuran(bahan.kelompok))
    daftar = tuple(mata for mata in bahan.mata if mata.tingkat == "program")
    if bahan.sisipan.program_ganda:
        daftar = (*daftar, daftar[0])
    p.tabel("perjanjian_program", _rekam_mata(daftar) + _total(bahan, tata))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.PERJANJIAN)


def perjanjian_bidang(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Agreement of a level below the head: programs or kegiatan as the goal, outputs as indicators."""
    p = Penyusun(bahan, tata, "perjanjian_bidang")
    p.judul("perjanjian")
    p.paragraf("Nama : NAMA PEJABAT CONTOH\nJabatan : Kepala Bidang Contoh\nselanjutnya disebut PIHAK PERTAMA")
    p.ganti_halaman()
    p.judul("perjanjian_lampiran")
    program = next(mata for mata in reversed(bahan.mata) if mata.tingkat == "program")
    bawah = tuple(mata for mata in bahan.mata if mata.kode.startswith(f"{program.kode}."))
    p.tabel("perjanjian_bidang", [Rekam(mata=m, keluaran=m.keluaran) for m in (program, *bawah)])
    p.tabel("perjanjian_kegiatan", _rekam_mata(bawah))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.PERJANJIAN)


def rencana_aksi(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Action plan: targets by quarter or marks by month."""
    p = Penyusun(bahan, tata, "rencana_aksi")
    p.judul("rencana_aksi")
    p.tabel("rencana_aksi", _rekam_ukuran(bahan.kelompok))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.RENCANA_AKSI)


def pengukuran(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Quarterly measurement with the programs and their money beside each indicator."""
    p = Penyusun(bahan, tata, "pengukuran")
    p.judul("pengukuran")
    daftar = _rekam_lengkap(bahan, rincian=False, dengan_program=False)
    p.tabel("pengukuran", daftar + _total(bahan, tata))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.PENGUKURAN)


def pengukuran_tahunan(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Measurement of the year with the four quarters side by side."""
    p = Penyusun(bahan, tata, "pengukuran_tahunan")
    p.judul("pengukuran_tahunan")
    p.tabel("pengukuran_tahunan", _rekam_ukuran(bahan.kelompok) + _rata_rata(bahan, tata, 0))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.PENGUKURAN)


def realisasi_anggaran(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Budget and spending of every program and what is below it."""
    p = Penyusun(bahan, tata, "realisasi_anggaran")
    p.judul("realisasi_anggaran" if p.triwulan else "realisasi_anggaran_tahunan")
    p.tabel("realisasi_anggaran", _rekam_mata(bahan.mata) + _total(bahan, tata))
    p.tanda_tangan()
    return p.selesai(JenisDokumen.REALISASI_ANGGARAN)


def evaluasi_renja(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Formulir E.81: results of the yearly plan, performance and money in pairs."""
    p = Penyusun(bahan, tata, "evaluasi_renja")
    p.judul("evaluasi_renja")
    p.tabel("evaluasi_renja", [r for r in _rekam_lengkap(bahan, rincian=False, dengan_program=False) if r.mata])
    p.paragraf("Faktor pendorong keberhasilan kinerja: koordinasi yang baik.")
    p.paragraf("Tindak lanjut yang diperlukan dalam triwulan berikutnya: percepatan kegiatan.")
    p.tanda_tangan()
    return p.selesai(JenisDokumen.EVALUASI_RENJA)


_JUDUL_TABEL: Final = {
    "A": "Perbandingan antara Target dan Realisasi Kinerja Tahun {n}",
    "B": "Perbandingan Realisasi Kinerja Tahun {lalu} dengan Tahun {n}",
    "C": "Perbandingan Realisasi Kinerja sampai dengan Akhir Periode Renstra",
    "D": "Perbandingan Realisasi Kinerja dengan Standar Nasional",
    "E": "Alokasi Anggaran per Sasaran",
    "F": "Pencapaian Kinerja dan Anggaran",
    "G": "Efisiensi Penggunaan Sumber Daya",
    "H": "Analisis Penyebab Keberhasilan atau Kegagalan",
    "I": "Program dan Kegiatan yang Menunjang Pencapaian Kinerja",
}


def lkjip(bahan: Bahan, tata: TataLetak) -> NaskahCetak:
    """Yearly performance report: agreement, tables A to I of each sasaran with text between, and the budget."""
    p = Penyusun(bahan, tata, "lkjip")
    p.judul("lkjip")
    p.ganti_halaman()
    p.paragraf("BAB I PENDAHULUAN", Gaya.SUBJUDUL)
    p.narasi("{pd} {daerah} dibentuk dengan Peraturan Daerah Nomor 7 Tahun 2016 dan mempunyai 38 orang pegawai.")
    p.paragraf("BAB II PERENCANAAN KINERJA", Gaya.SUBJUDUL)
    p.paragraf("2.1 Perjanjian Kinerja Tahun {n}", Gaya.SUBJUDUL)
    p.tabel("perjanjian", _rekam_ukuran(bahan.kelompok), keterangan="Perjanjian Kinerja {pd} Tahun {n}", nomor="2.1")
    p.paragraf("BAB III AKUNTABILITAS KINERJA", Gaya.SUBJUDUL)
    p.paragraf("3.1 Capaian Kinerja Organisasi", Gaya.SUBJUDUL)
    for nomor, kelompok in enumerate(bahan.kelompok, 1):
        p.paragraf(f"3.1.{nomor} Capaian Kinerja Sasaran Strategis {kelompok.nama}", Gaya.SUBJUDUL)
        for huruf in _URUT_TABEL:
            _tabel_lkjip(p, kelompok, nomor, huruf)
    p.paragraf("3.2 Realisasi Anggaran", Gaya.SUBJUDUL)
    p.narasi("Realisasi anggaran {pd} tahun {n} menurut program dan kegiatan disajikan pada tabel berikut.")
    p.tabel(
        "realisasi_anggaran", _rekam_mata(bahan.mata) + _total(bahan, tata), keterangan="Realisasi Anggaran Tahun {n}",
        nomor="3.2",
    )  # fmt: skip
    for kalimat in bahan.sisipan.narasi:
        p.paragraf(kalimat)
    p.paragraf("BAB IV PENUTUP", Gaya.SUBJUDUL)
    p.narasi("Pelaksanaan program dan kegiatan tahun {n} berjalan baik dan menjadi dasar perbaikan tahun berikutnya.")
    p.tanda_tangan()
    return p.selesai(JenisDokumen.LKJIP)


def _tabel_lkjip(p: Penyusun, kelompok: Kelompok, nomor: int, huruf: str) -> None:
    judul = _JUDUL_TABEL[huruf]
    p.paragraf(f"{huruf}. {judul}", Gaya.SUBJUDUL)
    ukuran = kelompok.ukuran[0]
    nyata = ukuran.isi.get(("realisasi", p.bahan.tahun, 0))
    if huruf == "A" and nyata and nyata.angka is not None:
        p.narasi(f"Sasaran ini diukur dengan {len(kelompok.ukuran)} indikator. {ukuran.sebab}")
    if huruf == "I":
        p.tabel("lkjip_I", _rekam_program(kelompok), keterangan=judul, nomor=f"3.1.{nomor}.{huruf}")
    else:
        p.tabel(f"lkjip_{huruf}", _rekam_ukuran((kelompok,)), keterangan=judul, nomor=f"3.1.{nomor}.{huruf}")
    if huruf == "H":
        p.narasi("Kendala utama adalah keterlambatan data pada triwulan I; solusinya rekonsiliasi setiap bulan.")


def _rekam_program(kelompok: Kelompok) -> list[Rekam]:
    return [
        Rekam(jalur=(u.tujuan, kelompok.nama, u.nama), iku=u, mata=mata)
        for u, daftar in zip(kelompok.ukuran, kelompok.mata_per_ukuran, strict=True)
        for mata in ([m for m in daftar if m.tingkat != "subkegiatan"] or [None])
    ]


DAFTAR_JENIS: Final[dict[str, Callable[[Bahan, TataLetak], NaskahCetak]]] = {
    fungsi.__name__: fungsi
    for fungsi in (
        iku, sk_iku, keterkaitan, sk_iki, renstra, renstra_capaian, perjanjian, perjanjian_bidang, rencana_aksi,
        pengukuran, pengukuran_tahunan, realisasi_anggaran, evaluasi_renja, lkjip,
    )
}  # fmt: skip
"""Kind of document -> what lays it out."""
