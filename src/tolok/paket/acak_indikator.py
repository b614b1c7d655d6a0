"""Random indicators of every kind, with the variables, values, targets and history they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any, Final

from tolok.core.agregasi import is_tergabung_unit
from tolok.core.angka import Angka
from tolok.core.indikator import (
    AgregasiTahun,
    AgregasiTriwulan,
    AgregasiUnit,
    AturanOrdinal,
    EdisiIndikator,
    Gabungan,
    Jembatan,
    NilaiTercatat,
    NilaiVariabel,
    Pembanding,
    Polaritas,
    Sifat,
    Target,
    Variabel,
)
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
    with_tanda,
)
from tolok.core.periode import Periode
from tolok.core.satuan import is_satuan_jumlahan
from tolok.core.skala import Skala, find_kategori

_HAL: Final = (
    "penerima layanan", "keluarga sasaran", "lembaga binaan", "anak", "lanjut usia", "penyandang disabilitas",
    "perempuan pelaku usaha", "laporan yang ditangani", "relawan", "kelompok usaha",
)  # fmt: skip
_CIRI: Final = ("terlayani", "terlatih", "terdata", "mandiri", "terlindungi", "aktif", "berdaya", "terpantau")
_SATUAN: Final = ("orang", "keluarga", "lembaga", "kasus", "kelompok")
_BAGIAN_MAJEMUK: Final = 0.2
_ALASAN: Final = ("Data belum diterima.", "Rekonsiliasi belum selesai.", "Menunggu rilis resmi.")


@dataclass(slots=True)
class BahanIndikator:
    """The growing tables of the plan of one random agency."""

    acak: Random
    tahun: int
    tahun_awal: int
    tahun_akhir: int
    rencana: str
    daftar_perjanjian: tuple[str, ...]
    daftar_skala: tuple[Skala, ...]
    daftar_unit: tuple[str, ...]
    indikator: list[EdisiIndikator] = field(default_factory=list)
    variabel: list[Variabel] = field(default_factory=list)
    nilai_variabel: list[NilaiVariabel] = field(default_factory=list)
    target: list[Target] = field(default_factory=list)
    nilai_tercatat: list[NilaiTercatat] = field(default_factory=list)
    pembanding: list[Pembanding] = field(default_factory=list)
    jembatan: list[Jembatan] = field(default_factory=list)
    jenis: list[str] = field(default_factory=list)
    jumlah: int = 0

    def tambah(self, simpul: str, tingkat: str = "sasaran") -> str:
        """Add one indicator, simple or composite, with everything it needs; returns its id."""
        if self.acak.random() < _BAGIAN_MAJEMUK:
            return self._tambah_majemuk(simpul, tingkat)
        self.jumlah += 1
        return self._tambah(self._buat(), simpul=simpul, tingkat=tingkat)

    def _tambah(self, bagian: dict[str, Any], **lain: Any) -> str:
        """Add the editions of the indicator counted last, with its targets and history; returns its id."""
        nomor = self.jumlah
        edisi = EdisiIndikator(
            indikator=f"i{nomor}",
            edisi=f"i{nomor}-{self.tahun_awal}",
            berlaku_mulai=date(self.tahun_awal, 1, 1),
            dicatat_pada=date(self.tahun_awal, 1, 31),
            dasar="Keputusan Kepala Dinas Contoh",
            agregasi_tahun=self.acak.choice(list(AgregasiTahun)),
            sumber_data=tuple(
                self.acak.sample(("Laporan bidang", "Daftar penerima", "Survei"), self.acak.randint(0, 3))
            ),
            penanggung_jawab=("Bidang Contoh",),
            definisi=self.acak.choice(("", "Dihitung dari daftar yang dimutakhirkan tiap triwulan.")),
            mutu_sumber=self.acak.choice(("", "Direkap dari laporan bidang.")),
            mutu_cakupan=self.acak.choice(("", "Cakupan belum penuh.")),
            mutu_waktu=self.acak.choice(("", "Tersedia dua minggu sesudah triwulan.")),
            mutu_keterbatasan=self.acak.choice(("", "Sumber tunggal.")),
            mutu_verifikasi=self.acak.choice(("", "Diperiksa subbagian program.")),
            **bagian,
            **lain,
        )
        self._tambah_edisi(edisi)
        if edisi.gabungan is None:
            self._tambah_target(edisi)
            self._tambah_sejarah(edisi)
        return edisi.indikator

    def _buat(self) -> dict[str, Any]:
        """Return the fields of the next kind of indicator."""
        if not self.jenis:
            self.jenis = list(_PEMBUAT)
            self.acak.shuffle(self.jenis)
        return _PEMBUAT[self.jenis.pop()](self, self.jumlah)

    def _tambah_majemuk(self, simpul: str, tingkat: str) -> str:
        """Add a composite indicator with two or three parts of any kind; returns its id."""
        gabungan = self.acak.choice(list(Gabungan))
        self.jumlah += 1
        induk = self._tambah(
            {"nama": _nama(self, "Capaian paket", self.jumlah), "satuan": "paket"},
            simpul=simpul,
            tingkat=tingkat,
            gabungan=gabungan,
            bobot="2,5" if self.acak.random() < 0.3 else "",
        )
        for _ in range(self.acak.randint(2, 3)):
            self.jumlah += 1
            bagian = self._buat()
            if gabungan is Gabungan.BERBOBOT:
                bagian["bobot"] = str(self.acak.randint(1, 60))
            self._tambah(bagian, simpul=self.acak.choice(("", simpul)), tingkat=tingkat, bagian_dari=induk)
        return induk

    def tambah_variabel(self, satuan: str, sifat: Sifat, nilai: Callable[[int], Nilai]) -> str:
        """Add a variable with values of last year and this one; returns its label."""
        nomor = len(self.variabel) + 1
        label = f"Jumlah {self.acak.choice(_HAL)} {self.acak.choice(_CIRI)} {nomor}"
        self.variabel.append(
            Variabel(
                id=f"v{nomor}",
                label=label,
                satuan=satuan,
                sifat=sifat,
                definisi=self.acak.choice(("", "Menurut pedoman pendataan.")),
                sumber="Laporan bidang",
                kelas_bukti=self.acak.choice(("terbuka", "terbatas", "rahasia")),
            )
        )
        for tahun in (self.tahun - 1, self.tahun):
            if tahun < self.tahun and self.acak.random() < 0.15:
                continue
            triwulan_tersedia = (0,) if self.acak.random() < 0.1 else (1, 2, 3, 4)
            daftar_unit = {unit: self.acak.randint(0, 4) for unit in self._pilih_unit(satuan)}
            for triwulan in triwulan_tersedia:
                for unit, nilai_unit in self._bagi(nilai(triwulan), daftar_unit, triwulan):
                    self.nilai_variabel.append(
                        NilaiVariabel(
                            variabel=f"v{nomor}",
                            periode=Periode(tahun, triwulan),
                            unit=unit,
                            nilai=self._hias(nilai_unit),
                            sumber=self.acak.choice(("", "Laporan triwulan")),
                            bukti=self.acak.choice(("", f"bukti/v{nomor}-{tahun}-{triwulan}.pdf")),
                            dicatat_pada=self.acak.choice((None, Periode(tahun, triwulan).akhir)),
                        )
                    )
        return label

    def _pilih_unit(self, satuan: str) -> tuple[str, ...]:
        """Return the units that report a variable, ``("",)`` where it is reported for the agency as a whole."""
        if len(self.daftar_unit) < 2 or not is_satuan_jumlahan(satuan) or self.acak.random() < 0.75:
            return ("",)
        return tuple(self.acak.sample(self.daftar_unit, min(len(self.daftar_unit), self.acak.randint(2, 3))))

    def _bagi(self, nilai: Nilai, bagian_per_unit: dict[str, int], triwulan: int) -> Iterator[tuple[str, Nilai]]:
        """
        Yield the value of each unit: its share, in quarters, of what the units before it left over.

        Now and then the last unit does not report, or a total of the agency stands beside them.
        """
        if list(bagian_per_unit) == [""] or not isinstance(nilai, Bilangan):
            yield "", nilai
            return
        *daftar_unit, terakhir = bagian_per_unit
        sisa = nilai.angka.pembilang
        for unit in daftar_unit:
            bagian = sisa * bagian_per_unit[unit] // 4
            sisa -= bagian
            yield unit, replace(nilai, angka=Angka(bagian))
        if triwulan < 2 or self.acak.random() > 0.05:
            yield terakhir, replace(nilai, angka=Angka(sisa))
        if self.acak.random() < 0.05:
            yield "", replace(nilai, angka=nilai.angka + self.acak.randint(0, 1))

    def bilangan(self, satuan: str, bawah: int, atas: int, sifat: Sifat = Sifat.ARUS) -> str:
        """Add a variable of whole numbers that behave as its nature says; returns its label."""
        angka = self.acak.randint(bawah, atas)

        def nilai(triwulan: int) -> Nilai:
            nonlocal angka
            if triwulan == 1 and sifat is Sifat.KUMULATIF:
                angka = self.acak.randint(bawah, atas)
            elif sifat is Sifat.KUMULATIF:
                angka += self.acak.randint(0, max(1, atas // 4))
            else:
                angka = max(bawah, angka + self.acak.randint(-max(1, atas // 10), max(1, atas // 10)))
            return Bilangan(Angka(angka), satuan)

        return self.tambah_variabel(satuan, sifat, nilai)

    def sifat(self) -> Sifat:
        """A random nature."""
        return self.acak.choice(list(Sifat))

    def _hias(self, nilai: Nilai) -> Nilai:
        """Return the value, sometimes marked, sometimes missing."""
        undian = self.acak.random()
        if undian < 0.03:
            return BelumAda(self.acak.choice(list(AlasanBelumAda)), self.acak.choice(("", *_ALASAN)))
        if undian < 0.05:
            return TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, self.acak.choice(_ALASAN))
        if undian < 0.12:
            jenis = self.acak.choice(list(JenisTanda))
            tahun = self.tahun - 1 if jenis is JenisTanda.TAHUN_DATA else None
            nilai = with_tanda(nilai, Tanda(jenis, self.acak.choice(("", *_ALASAN)), tahun))
        if undian < 0.07:
            nilai = with_tanda(nilai, Tanda(JenisTanda.SEMENTARA, "Angka sementara."))
        return nilai

    def _tambah_edisi(self, edisi: EdisiIndikator) -> None:
        """Add the edition, sometimes with a newer one in force this year and a bridge between them."""
        self.indikator.append(edisi)
        if self.tahun > self.tahun_awal and self.acak.random() < 0.2:
            baru = replace(
                edisi,
                edisi=f"{edisi.indikator}-{self.tahun}",
                berlaku_mulai=date(self.tahun, 1, 1),
                dicatat_pada=date(self.tahun, self.acak.randint(1, 12), 15),
                nama=f"{edisi.nama} (disempurnakan)",
                dasar="Perubahan IKU",
            )
            self.indikator.append(baru)
            self.jembatan.append(
                Jembatan(
                    lama=edisi.edisi, baru=baru.edisi, sebanding=self.acak.random() < 0.7, alasan="Sebutan berganti."
                )
            )

    def _tambah_target(self, edisi: EdisiIndikator) -> None:
        for tahun in range(self.tahun_awal, self.tahun_akhir + 1):
            self.target.append(
                Target(
                    indikator=edisi.indikator,
                    periode=Periode(tahun),
                    nilai=self._target(edisi),
                    dokumen=self.rencana,
                    berlaku_mulai=self.acak.choice((None, date(self.tahun_awal, 1, 1))),
                )
            )
        for bulan, dokumen in zip((1, 10), self.daftar_perjanjian, strict=False):
            triwulan_tersedia = (0, 1, 2, 3, 4) if self.acak.random() < 0.2 else (0,)
            for triwulan in triwulan_tersedia:
                self.target.append(
                    Target(
                        indikator=edisi.indikator,
                        periode=Periode(self.tahun, triwulan),
                        nilai=self._target(edisi),
                        dokumen=dokumen,
                        berlaku_mulai=date(self.tahun, bulan, 2),
                        dicatat_pada=date(self.tahun, bulan, 2),
                        dasar="Perjanjian Kinerja",
                    )
                )

    def _target(self, edisi: EdisiIndikator) -> Nilai:
        if edisi.skala:
            return self.kategori(edisi.skala)
        if edisi.polaritas is Polaritas.RENTANG:
            bawah = self.acak.randint(40, 80)
            return Rentang(Angka(bawah), Angka(bawah + self.acak.randint(0, 20)), edisi.satuan)
        if edisi.polaritas is Polaritas.TURUN and self.acak.random() < 0.1:
            return Bilangan(Angka(0), edisi.satuan)
        return self.angka(edisi.satuan)

    def _tambah_sejarah(self, edisi: EdisiIndikator) -> None:
        for mundur in range(1, self.acak.randint(1, 4)):
            self._tercatat(edisi, Periode(self.tahun - mundur), "LKjIP tahun sebelumnya")
        if not edisi.rumus:
            daftar_unit = self._pilih_unit_tercatat(edisi)
            for triwulan in range(5):
                for unit in daftar_unit:
                    self._tercatat(edisi, Periode(self.tahun, triwulan), "Lembaga penilai", unit)
        elif self.acak.random() < 0.1:
            self._tercatat(edisi, Periode(self.tahun), "Naskah laporan")
        if self.acak.random() < 0.4:
            self.pembanding.append(
                Pembanding(
                    indikator=edisi.indikator,
                    tahun=self.tahun - self.acak.randint(0, 1),
                    cakupan=self.acak.choice(("nasional", "provinsi", "kota tetangga")),
                    nilai=self.kategori(edisi.skala) if edisi.skala else self.angka(edisi.satuan),
                    sumber="Publikasi Contoh",
                )
            )

    def _pilih_unit_tercatat(self, edisi: EdisiIndikator) -> tuple[str, ...]:
        """Return the units whose values of an indicator are recorded apart, sometimes with that of the agency."""
        is_tergabung = is_tergabung_unit(satuan=edisi.satuan, agregasi=edisi.agregasi_unit) and not edisi.skala
        if len(self.daftar_unit) < 2 or not is_tergabung or self.acak.random() < 0.5:
            return ("",)
        return (*self.acak.sample(self.daftar_unit, 2), *self.acak.choice(((), ("",))))

    def _tercatat(self, edisi: EdisiIndikator, periode: Periode, sumber: str, unit: str = "") -> None:
        nilai = self.kategori(edisi.skala) if edisi.skala else self.angka(edisi.satuan)
        self.nilai_tercatat.append(
            NilaiTercatat(
                indikator=edisi.indikator,
                periode=periode,
                unit=unit,
                nilai=self._hias(nilai),
                sumber=sumber,
                letak=self.acak.choice(("", "Tabel 3.1")),
                dicatat_pada=self.acak.choice((None, date(periode.tahun + 1, 1, 15))),
            )
        )

    def angka(self, satuan: str) -> Bilangan:
        """A random number of that unit, sometimes with decimals."""
        pecahan = self.acak.choice((0, 0, 25, 5, 37))
        return Bilangan(Angka(self.acak.randint(10, 95)) + Angka(pecahan, 100), satuan)

    def kategori(self, id_skala: str) -> Kategori:
        """A random category of that scale."""
        skala = next(skala for skala in self.daftar_skala if skala.id == id_skala)
        kategori = find_kategori(self.acak.choice(skala.kelas).label, skala)
        if kategori is None:
            raise ValueError(id_skala)
        return kategori


def _nama(bahan: BahanIndikator, awal: str, nomor: int) -> str:
    return f"{awal} {bahan.acak.choice(_HAL)} {bahan.acak.choice(_CIRI)} ({nomor})"


def _rasio(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    satuan = bahan.acak.choice(_SATUAN)
    sifat = bahan.sifat()
    atas = bahan.bilangan(satuan, 5, 90, sifat)
    bawah = bahan.bilangan(satuan, 100, 160, bahan.acak.choice((sifat, Sifat.POSISI)))
    return {"nama": _nama(bahan, "Persentase", nomor), "satuan": "%", "rumus": f"[{atas}] / [{bawah}] * 100%"}


def _rasio_turun(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    return {**_rasio(bahan, nomor), "nama": _nama(bahan, "Angka ketidaktuntasan", nomor), "polaritas": Polaritas.TURUN}


def _rasio_rentang(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    return {**_rasio(bahan, nomor), "polaritas": Polaritas.RENTANG, "digit": 1}


def _penyebut_nol(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    atas = bahan.bilangan("orang", 0, 3)
    bawah = bahan.bilangan("orang", 0, 1)
    return {"nama": _nama(bahan, "Persentase", nomor), "satuan": "%", "rumus": f"[{atas}] / [{bawah}] * 100"}


def _penurunan(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    kasus = bahan.bilangan("kasus", 10, 60, bahan.acak.choice((Sifat.ARUS, Sifat.KUMULATIF)))
    rumus = f"([{kasus}]@tahun_lalu - [{kasus}]) / [{kasus}]@tahun_lalu * 100%"
    return {"nama": _nama(bahan, "Persentase penurunan", nomor), "satuan": "%", "rumus": rumus}


def _jumlah(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    satuan = bahan.acak.choice(_SATUAN)
    daftar = [bahan.bilangan(satuan, 1, 5000, bahan.sifat()) for _ in range(bahan.acak.randint(1, 4))]
    rumus = f"jumlah({'; '.join(f'[{label}]' for label in daftar)})"
    return {"nama": _nama(bahan, "Jumlah", nomor), "satuan": satuan, "digit": 0, "rumus": rumus}


def _selisih(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    satuan = bahan.acak.choice(_SATUAN)
    satu, dua = (bahan.bilangan(satuan, 20, 400, Sifat.POSISI) for _ in range(2))
    return {
        "nama": _nama(bahan, "Selisih", nomor),
        "satuan": satuan,
        "digit": 0,
        "rumus": f"maks([{satu}] - [{dua}]; 0)",
    }


def _rata_rata(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    def nilai(_triwulan: int) -> Nilai:
        return Bilangan(Angka(bahan.acak.randint(5000, 10000), 100), "indeks")

    daftar = [bahan.tambah_variabel("indeks", Sifat.POSISI, nilai) for _ in range(bahan.acak.randint(2, 5))]
    rumus = f"rata_rata({'; '.join(f'[{label}]' for label in daftar)})"
    return {"nama": _nama(bahan, "Indeks layanan", nomor), "satuan": "indeks", "rumus": rumus}


def _bobot(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    satu, dua, tiga, empat = (bahan.bilangan("orang", bawah, atas) for bawah, atas in ((1, 90), (95, 150)) * 2)
    rumus = f"0,6 * [{satu}] / [{dua}] * 100% + 0,4 * [{tiga}] / [{empat}] * 100%"
    return {"nama": _nama(bahan, "Persentase gabungan", nomor), "satuan": "%", "rumus": rumus, "bobot": "2,5"}


def _tetap(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    return {**_jumlah(bahan, nomor), "polaritas": Polaritas.TETAP}


def _level(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    skala = bahan.acak.choice([skala.id for skala in bahan.daftar_skala if skala.jenis == "kategori"])
    label = bahan.tambah_variabel("kategori", Sifat.POSISI, lambda _triwulan: bahan.kategori(skala))
    return {
        "nama": _nama(bahan, "Tingkat kota layak", nomor),
        "satuan": "kategori",
        "digit": 0,
        "rumus": f"kategori([{label}])",
        "skala": skala,
        "aturan_ordinal": bahan.acak.choice((AturanOrdinal.TERCAPAI, AturanOrdinal.PERINGKAT)),
    }


def _dinilai_luar(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    return {
        "nama": _nama(bahan, "Nilai evaluasi", nomor),
        "satuan": "indeks",
        "agregasi_triwulan": bahan.acak.choice(list(AgregasiTriwulan)),
        "agregasi_unit": bahan.acak.choice(list(AgregasiUnit)),
        "maksimum": "100",
    }


def _kategori_luar(bahan: BahanIndikator, nomor: int) -> dict[str, Any]:
    return {**_level(bahan, nomor), "rumus": ""}


_PEMBUAT: Final[dict[str, Callable[[BahanIndikator, int], dict[str, Any]]]] = {
    pembuat.__name__.strip("_"): pembuat
    for pembuat in (
        _rasio, _rasio_turun, _rasio_rentang, _penyebut_nol, _penurunan, _jumlah, _selisih, _rata_rata, _bobot, _tetap,
        _level, _dinilai_luar, _kategori_luar,
    )
}  # fmt: skip
