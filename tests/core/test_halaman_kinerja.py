"""The worked tables of ``docs/rumus``: every row is recomputed."""

from __future__ import annotations

import pytest

from data_mesin import KLA, TAHUN, TW1, TW2, TW3, TW4, edisi, isian, make_2020, make_data, target, tercatat, variabel
from halaman_rumus import tabel
from tolok.core.angka import Angka
from tolok.core.baca_angka import read_nilai
from tolok.core.capaian import compute_capaian
from tolok.core.cetak_angka import format_angka, format_nilai
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiTahun, AgregasiTriwulan, AturanOrdinal, Polaritas, Sifat
from tolok.core.jejak import Hasil
from tolok.core.kebijakan import Kebijakan, RumusTurun
from tolok.core.nilai import Bilangan, Nilai
from tolok.core.periode import Periode
from tolok.core.skala import find_kategori


def angka(teks: str) -> Nilai:
    return read_nilai(teks.replace("−", "-").replace("–", "-"), satuan="orang")


def capaian(target: Nilai, realisasi: Nilai, polaritas: str, **lain: object) -> str:
    nilai, _ = compute_capaian(
        target=target,
        realisasi=realisasi,
        polaritas=Polaritas(polaritas),
        **{"kebijakan": Kebijakan(), **lain},  # type: ignore[arg-type]
    )
    return format_nilai(nilai, digit=2)


@pytest.mark.parametrize(("t", "r", "tercetak"), tabel("capaian.md", "T", "R", "Capaian"))
def test_page_of_naik(t: str, r: str, tercetak: str) -> None:
    assert capaian(angka(t), angka(r), "naik") == tercetak


@pytest.mark.parametrize(("t", "r", "selisih", "nisbah"), tabel("capaian.md", "T", "R", "(2T − R) ÷ T", "T ÷ R"))
def test_page_of_turun(t: str, r: str, selisih: str, nisbah: str) -> None:
    for rumus, tercetak in ((RumusTurun.SELISIH, selisih), (RumusTurun.NISBAH, nisbah)):
        assert capaian(angka(t), angka(r), "turun", kebijakan=Kebijakan(rumus_turun=rumus)) == tercetak


@pytest.mark.parametrize(
    ("t", "polaritas", "r", "tercetak"), tabel("capaian.md", "Target", "Polaritas", "R", "Capaian")
)
def test_page_of_ranges(t: str, polaritas: str, r: str, tercetak: str) -> None:
    assert capaian(angka(t), angka(r), polaritas) == tercetak


@pytest.mark.parametrize(("t", "r", "aturan", "tercetak"), tabel("capaian.md", "T", "R", "Aturan", "Capaian"))
def test_page_of_categories(t: str, r: str, aturan: str, tercetak: str) -> None:
    target, realisasi = find_kategori(t, KLA), find_kategori(r, KLA)
    assert target is not None
    assert realisasi is not None
    assert capaian(target, realisasi, "naik", skala=KLA, aturan_ordinal=AturanOrdinal(aturan)) == tercetak


BAGIAN = tabel("agregasi.md", "Triwulan", "Pembilang", "Penyebut")
TRIWULAN = (TW1, TW2, TW3, TW4)


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "hitungan", "tercetak", "peringatan"),
    tabel("agregasi.md", "Pembilang", "Penyebut", "Hitungan", "Setahun", "Peringatan"),
)
def test_page_of_ratios(pembilang: str, penyebut: str, hitungan: str, tercetak: str, peringatan: str) -> None:
    data = make_data(
        daftar_indikator=(edisi("i", rumus="[A] / [B] * 100%"),),
        daftar_variabel=(variabel("a", "A", Sifat(pembilang)), variabel("b", "B", Sifat(penyebut))),
        daftar_nilai_variabel=tuple(
            isian(id_, periode, int(baris[kolom]))
            for periode, baris in zip(TRIWULAN, BAGIAN, strict=True)
            for id_, kolom in (("a", 1), ("b", 2))
        ),
    )
    hasil = HasilTahun(data)
    realisasi = hasil.realisasi("i", TAHUN)
    assert realisasi.tercetak == tercetak
    assert " ÷ ".join(hasil.nilai_variabel(id_, TAHUN).tercetak for id_ in ("a", "b")) == hitungan
    assert ("Peringatan" in (realisasi.jejak.catatan or "")) is (peringatan == "ya")


@pytest.mark.parametrize(("agregasi", "setahun"), tabel("agregasi.md", "Agregasi", "Nilai setahun dari 10, 30, 45, 50"))
def test_page_of_quarters(agregasi: str, setahun: str) -> None:
    data = make_data(
        daftar_indikator=(edisi("i", satuan="orang", agregasi_triwulan=AgregasiTriwulan(agregasi)),),
        daftar_nilai_tercatat=tuple(
            tercatat("i", periode, angka(baris[1])) for periode, baris in zip(TRIWULAN, BAGIAN, strict=True)
        ),
    )
    nilai = HasilTahun(data).realisasi("i", TAHUN).nilai
    assert isinstance(nilai, Bilangan)
    assert format_angka(nilai.angka) == setahun


def test_page_of_the_mean() -> None:
    ((capaian, rata_rata, terukur, predikat),) = tabel("agregasi.md", "Capaian", "Rata-rata", "Terukur", "Predikat")
    hasil = HasilTahun(make_2020())
    nilai = hasil.rata_rata_instansi(TAHUN)
    daftar = [hasil.capaian(e.indikator, TAHUN) for e in hasil.daftar_indikator()]
    assert [teks for teks in capaian.split("; ") if "%" in teks] == [h.tercetak for h in daftar if "%" in h.tercetak]
    assert (nilai.hasil.tercetak, f"{nilai.terukur} dari {nilai.jumlah}") == (rata_rata, terukur)
    assert (predikat, nilai.predikat.tercetak) == ("tidak diberikan", "–")


def tanpa_rp(hasil: Hasil) -> str:
    return hasil.tercetak.removeprefix("Rp\u00a0")


@pytest.mark.parametrize(("edisi_pagu", "pagu", "serapan"), tabel("anggaran.md", "Edisi", "Pagu", "Serapan"))
def test_page_of_serapan(edisi_pagu: str, pagu: str, serapan: str) -> None:
    hasil = HasilTahun(make_2020())
    assert tanpa_rp(hasil.pagu("total", edisi_pagu)) == pagu
    assert hasil.serapan("total", TW4, edisi_pagu).tercetak == serapan


@pytest.mark.parametrize(("kelompok", "pagu", "bagian"), tabel("anggaran.md", "Kelompok", "Pagu", "Bagian"))
def test_page_of_shares(kelompok: str, pagu: str, bagian: str) -> None:
    hasil = HasilTahun(make_2020())
    if kelompok.startswith("s"):
        daftar = hasil.pagu_simpul(kelompok, "t32"), hasil.bagian_simpul(kelompok, "t32")
    else:
        daftar = hasil.anggaran.pagu(kelompok, "t32"), hasil.anggaran.bagian(kelompok, "t32")
    assert (tanpa_rp(daftar[0]), daftar[1].tercetak) == (pagu, bagian)


@pytest.mark.parametrize(
    ("agregasi", "target_tahun", "lalu", "kini", "kemajuan"),
    tabel("kemajuan.md", "Agregasi", "Target per tahun", "Realisasi 2019", "Realisasi 2020", "Kemajuan"),
)
def test_page_of_progress(agregasi: str, target_tahun: str, lalu: str, kini: str, kemajuan: str) -> None:
    data = make_data(
        daftar_indikator=(edisi("i", satuan="orang", agregasi_tahun=AgregasiTahun(agregasi)),),
        daftar_target=tuple(target("i", angka(target_tahun), Periode(tahun), "renstra") for tahun in range(2019, 2025)),
        daftar_nilai_tercatat=(tercatat("i", Periode(2019), angka(lalu)), tercatat("i", TAHUN, angka(kini))),
    )
    hasil = HasilTahun(data)
    assert hasil.tingkat_kemajuan("i").tercetak == kemajuan
    akhir = hasil.target_akhir("i").nilai
    assert isinstance(akhir, Bilangan)
    assert akhir.angka == Angka(600 if agregasi == "jumlah" else 100)
