"""How the numbers of the report are made: the conventions of the year in words and formulas, and the scale."""

from __future__ import annotations

from typing import Final

from tolok.core.angka import NOL, SATU, SERATUS, Angka
from tolok.core.cetak_angka import format_angka, format_persen
from tolok.core.dokumen.lkjip import ButirKebijakan, KelasSkala, Metode
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Alinea, BlokTeks, Kalimat, make_kalimat
from tolok.core.gabungan import NAMA_GABUNGAN
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AturanOrdinal, Gabungan, Polaritas
from tolok.core.kebijakan import (
    DalamRentang,
    DasarHitung,
    Kebijakan,
    KebijakanNol,
    KebijakanTidakLapor,
    LuarRentang,
    RataRata,
    RumusEfisiensi,
    RumusTurun,
)
from tolok.core.nilai import Bilangan
from tolok.core.penyusun.narator import Narator
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Peubah, Simpul
from tolok.core.satuan import PERSEN
from tolok.core.skala import Kelas, Skala

_PERSEN: Final = BilanganTetap(SERATUS, persen=True)
_DUA: Final = BilanganTetap(Angka(2))
_SATU: Final = BilanganTetap(SATU)
_LIMA_PULUH: Final = BilanganTetap(Angka(50), persen=True)
_REALISASI: Final = Peubah("Realisasi")
_TARGET: Final = Peubah("Target")
SERAPAN: Final = Peubah("Persentase penyerapan anggaran")
CAPAIAN: Final = Peubah("Persentase capaian kinerja")
_PAGU_CAPAIAN: Final = Peubah("Jumlah pagu × capaian")


def _kali_seratus(isi: Simpul) -> Simpul:
    return Operasi("*", isi, _PERSEN)


_E5: Final = _kali_seratus(
    Operasi("/", Operasi("-", _PAGU_CAPAIAN, Peubah("Jumlah realisasi anggaran")), _PAGU_CAPAIAN)
)

RUMUS_CAPAIAN_NAIK: Final = _kali_seratus(Operasi("/", _REALISASI, _TARGET))
RUMUS_CAPAIAN_TURUN: Final[dict[RumusTurun, Simpul]] = {
    RumusTurun.SELISIH: _kali_seratus(Operasi("/", Operasi("-", Operasi("*", _DUA, _TARGET), _REALISASI), _TARGET)),
    RumusTurun.NISBAH: _kali_seratus(Operasi("/", _TARGET, _REALISASI)),
}
RUMUS_EFISIENSI: Final[dict[RumusEfisiensi, Simpul]] = {
    RumusEfisiensi.E1: _kali_seratus(Operasi("/", SERAPAN, CAPAIAN)),
    RumusEfisiensi.E2: _kali_seratus(Operasi("-", _SATU, Operasi("/", SERAPAN, CAPAIAN))),
    RumusEfisiensi.E3: Operasi("-", CAPAIAN, SERAPAN),
    RumusEfisiensi.E4: Operasi("/", CAPAIAN, SERAPAN),
    RumusEfisiensi.E5: _E5,
    RumusEfisiensi.E6: Operasi("-", _PERSEN, SERAPAN),
    RumusEfisiensi.NE: Operasi(
        "+", _LIMA_PULUH, Operasi("*", Operasi("/", Peubah("Efisiensi"), BilanganTetap(Angka(20))), _LIMA_PULUH)
    ),
}
BACAAN_EFISIENSI: Final[dict[RumusEfisiensi, str]] = {
    RumusEfisiensi.E1: "Nilai di bawah 100% berarti efisien; makin rendah makin baik.",
    RumusEfisiensi.E2: "Nilai di atas 0% berarti efisien; makin tinggi makin baik.",
    RumusEfisiensi.E3: "Selisih di atas 0 poin berarti efisien; makin tinggi makin baik.",
    RumusEfisiensi.E4: "Nisbah di atas 1 berarti efisien; makin tinggi makin baik.",
    RumusEfisiensi.E5: "Nilai di atas 0% berarti efisien; makin tinggi makin baik.",
    RumusEfisiensi.E6: "Sisa anggaran hanya dihitung bila capaian sekurang-kurangnya 100%.",
    RumusEfisiensi.NE: "Nilai 50% berarti impas; nilai di atasnya efisien.",
}
_NOL: Final[dict[KebijakanNol, str]] = {
    KebijakanNol.SERATUS: "capaian 100%",
    KebijakanNol.NOL: "capaian 0%",
    KebijakanNol.BATAS: "capaian sebesar batas",
    KebijakanNol.TANPA_CAPAIAN: "tanpa capaian",
}
_TIDAK_LAPOR: Final[dict[KebijakanTidakLapor, str]] = {
    KebijakanTidakLapor.NOL: "dihitung dengan capaian 0%",
    KebijakanTidakLapor.TAHAN: "rata-rata yang memuatnya tidak dicetak",
    KebijakanTidakLapor.KELUAR: "dikeluarkan dari rata-rata",
}
_ORDINAL: Final[dict[AturanOrdinal, str]] = {
    AturanOrdinal.TERCAPAI: "100% bila kategori realisasi setingkat dengan target atau di atasnya, selain itu 0%",
    AturanOrdinal.PERINGKAT: "peringkat kategori realisasi dibagi peringkat kategori target",
    AturanOrdinal.SKOR: "skor realisasi dibagi skor target",
}


def compile_metode(hasil: HasilTahun, narator: Narator) -> Metode:
    """Return the method section of Bab III."""
    data = hasil.data
    skala = next((satu for satu in data.daftar_skala if satu.id == data.kebijakan.skala), None)
    return Metode(
        pengantar=narator.blok("metode_pengukuran") or _pengantar(),
        daftar_kebijakan=tuple(_daftar_kebijakan(hasil, data.kebijakan)),
        nama_skala=_nama_skala(skala),
        daftar_kelas=list_kelas(skala) if skala else (),
    )


def _pengantar() -> tuple[BlokTeks, ...]:
    return (
        Alinea(
            make_kalimat(
                "Capaian membandingkan realisasi dengan target dalam satuan yang sama. Indikator yang belum diukur, "
                "tidak dievaluasi, atau tidak dapat dihitung disebutkan dengan alasannya dan tidak dianggap nol."
            )
        ),
    )


def _daftar_kebijakan(hasil: HasilTahun, kebijakan: Kebijakan) -> list[ButirKebijakan]:
    daftar_indikator = hasil.daftar_terukur()
    daftar_gabungan = {satu.gabungan for satu in hasil.daftar_indikator()}
    polaritas = {indikator.polaritas for indikator in daftar_indikator if not indikator.skala}
    ordinal = {indikator.aturan_ordinal for indikator in daftar_indikator if indikator.skala}
    daftar: list[ButirKebijakan] = []
    if polaritas - {Polaritas.TURUN}:
        daftar.append(_butir("Capaian, makin tinggi makin baik", "", rumus=RUMUS_CAPAIAN_NAIK))
    if Polaritas.TURUN in polaritas:
        daftar.append(_butir("Capaian, makin rendah makin baik", "", rumus=RUMUS_CAPAIAN_TURUN[kebijakan.rumus_turun]))
        daftar.append(
            _butir(
                "Nilai nol, makin rendah makin baik",
                f"Target 0 tetapi realisasinya tidak: {_NOL[kebijakan.turun_target_nol]}. "
                f"Realisasi 0: {_sebut_realisasi_nol(kebijakan)}.",
            )
        )
    if Polaritas.RENTANG in polaritas:
        isi = "100%" if kebijakan.dalam_rentang is DalamRentang.SERATUS else "realisasi dibagi batas atas"
        atas = "R ÷ batas atas" if kebijakan.luar_rentang is LuarRentang.BATAS_ATAS else "berkurang"
        daftar.append(
            _butir(
                "Capaian, target rentang", f"Di dalam rentang {isi}; di bawahnya R ÷ batas bawah; di atasnya {atas}."
            )
        )
    daftar.extend(
        _butir("Capaian kategori", f"{_ORDINAL[aturan][0].upper()}{_ORDINAL[aturan][1:]}.")
        for aturan in AturanOrdinal
        if aturan in ordinal
    )
    if polaritas - {Polaritas.TURUN}:
        daftar.append(_butir("Target 0, makin tinggi makin baik", f"{_besar(_NOL[kebijakan.naik_target_nol])}."))
    tanpa_nilai = "Bagian tanpa nilai membuat capaiannya tidak dinyatakan."
    if kebijakan.tidak_lapor is KebijakanTidakLapor.NOL:
        tanpa_nilai += " Bagian yang tidak dilaporkan dihitung dengan capaian 0%."
    daftar.extend(
        _butir(
            "Indikator majemuk",
            f"Capaiannya {NAMA_GABUNGAN[gabungan]}; batas dikenakan sesudahnya. {tanpa_nilai}",
        )
        for gabungan in Gabungan
        if gabungan in daftar_gabungan
    )
    return [*daftar, *_kebijakan_umum(kebijakan)]


def _sebut_realisasi_nol(kebijakan: Kebijakan) -> str:
    """The formula of differences answers by itself; the cap then works in averages only."""
    is_selisih = kebijakan.rumus_turun is RumusTurun.SELISIH
    if is_selisih and kebijakan.turun_realisasi_nol is KebijakanNol.BATAS:
        return "capaian menurut rumusnya, dibatasi dalam rata-rata"
    return _NOL[kebijakan.turun_realisasi_nol]


def _kebijakan_umum(kebijakan: Kebijakan) -> list[ButirKebijakan]:
    if kebijakan.batas is None:
        batas: Kalimat = make_kalimat("Tidak dibatasi.")
    else:
        batas = make_kalimat(
            "Paling tinggi ",
            _persen(kebijakan.batas),
            " dan paling rendah 0% dalam rata-rata. Tabel tetap mencetak nilai aslinya.",
        )
    dasar = {
        DasarHitung.PENUH: "Angka penuh; pembulatan lima ke atas hanya saat dicetak.",
        DasarHitung.TERCETAK: "Realisasi dibulatkan lima ke atas seperti tercetak sebelum capaian dihitung.",
    }[kebijakan.dasar_hitung]
    rata = {
        RataRata.INDIKATOR: "Rata-rata capaian semua indikator yang terukur.",
        RataRata.SASARAN: "Rata-rata dari rata-rata capaian setiap sasaran.",
    }[kebijakan.rata_rata]
    daftar = [
        ButirKebijakan(nama="Batas capaian", isi=batas),
        _butir("Dasar hitung", dasar),
        _butir("Rata-rata instansi", rata),
        ButirKebijakan(
            nama="Syarat predikat",
            isi=make_kalimat(
                "Sekurang-kurangnya ",
                _persen(kebijakan.bagian_minimum),
                " indikator terukur; di bawahnya predikat rata-rata tidak diberikan.",
            ),
        ),
        _butir("Indikator tidak dilaporkan", f"{_besar(_TIDAK_LAPOR[kebijakan.tidak_lapor])}."),
        _butir(
            f"Efisiensi ({kebijakan.efisiensi.value})",
            f"{BACAAN_EFISIENSI[kebijakan.efisiensi]} Efisiensi tidak dinyatakan bila capaian di bawah 100%.",
            rumus=RUMUS_EFISIENSI[kebijakan.efisiensi],
        ),
    ]
    if kebijakan.dasar:
        daftar.append(_butir("Dasar kebijakan", kebijakan.dasar))
    return daftar


def _butir(nama: str, isi: str, *, rumus: Simpul | None = None) -> ButirKebijakan:
    return ButirKebijakan(nama=nama, isi=make_kalimat(isi), rumus=rumus)


def _besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _persen(angka: Angka) -> Sel:
    return Sel(format_persen(angka, digit=None), Bilangan(angka, PERSEN))


def _nama_skala(skala: Skala | None) -> str:
    if skala is None:
        return "Skala predikat tidak ditetapkan, sehingga predikat tidak diberikan."
    return f"{skala.nama}. {skala.dasar.rstrip('.')}." if skala.dasar else f"{skala.nama}."


def list_kelas(skala: Skala) -> tuple[KelasSkala, ...]:
    """Return the classes of a scale from the highest down, each bound owned by exactly one class."""
    daftar: list[KelasSkala] = []
    atas: Kelas | None = None
    for kelas in sorted(skala.kelas, key=lambda satu: (satu.bawah is not None, satu.bawah or NOL), reverse=True):
        daftar.append(KelasSkala(batas=_batas(kelas, atas), label=kelas.label, kode=kelas.kode))
        atas = kelas
    return tuple(daftar)


def _batas(kelas: Kelas, atas: Kelas | None) -> str:
    tepi_atas = ""
    if atas is not None and atas.bawah is not None:
        kata = "kurang dari" if atas.bawah_termasuk else "paling tinggi"
        tepi_atas = f"{kata} {format_angka(atas.bawah)}%"
    if kelas.bawah is None:
        return _besar(tepi_atas or "semua capaian")
    tepi_bawah = f"{format_angka(kelas.bawah)}%" if kelas.bawah_termasuk else f"lebih dari {format_angka(kelas.bawah)}%"
    if not tepi_atas:
        return f"{_besar(tepi_bawah)} ke atas" if kelas.bawah_termasuk else _besar(tepi_bawah)
    return _besar(f"{tepi_bawah} sampai {tepi_atas}")
