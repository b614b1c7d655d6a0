"""What the engine makes of the example packages: the figures of the published year, and its honest gaps."""

from __future__ import annotations

import pytest

from tolok.core.cetak_angka import label_keadaan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import AlasanBelumAda, AlasanTakTerhitung, BelumAda, JenisTanda, TidakDapatDihitung, has_tanda
from tolok.core.penyusun.narator import KUNCI_NARASI, Narator
from tolok.core.periode import Periode

from .conftest import AKAR_CONTOH, read_csv

SETAHUN = Periode(2020)
KUNCI_SEPAKAT = {
    "kata_pengantar", "ikhtisar_eksekutif", "sejarah", "gambaran_umum", "permasalahan", "rencana_strategis",
    "program_kegiatan", "perjanjian_kinerja", "metode_pengukuran", "capaian_organisasi", "realisasi_anggaran",
    "kesimpulan", "langkah_perbaikan",
}  # fmt: skip
BERIDENTITAS = [
    (nama, baris)
    for nama in ("probolinggo-2020", "probolinggo-2023")
    for baris in read_csv(AKAR_CONTOH / nama / "perbedaan.csv")
    if baris["identitas"]
]


@pytest.fixture(scope="module")
def hasil_2020(tahun_2020: TahunInstansi) -> HasilTahun:
    return HasilTahun(tahun_2020)


@pytest.fixture(scope="module")
def hasil_2023(tahun_2023: TahunInstansi) -> HasilTahun:
    return HasilTahun(tahun_2023)


@pytest.mark.parametrize(
    ("nama", "baris"), BERIDENTITAS, ids=lambda x: x["identitas"].partition("/")[2] if isinstance(x, dict) else "contoh"
)
def test_daftar_perbedaan_mencatat_yang_dihitung_mesin(
    hasil_2020: HasilTahun, hasil_2023: HasilTahun, nama: str, baris: dict[str, str]
) -> None:
    hasil = (hasil_2020 if nama == "probolinggo-2020" else hasil_2023).cari(baris["identitas"])
    assert (label_keadaan(hasil.nilai) or hasil.tercetak.removeprefix("Rp\u00a0")) == baris["tolok"]


def test_pmks_memakai_nilai_yang_berbagian_dan_menyebut_tandingannya(hasil_2020: HasilTahun) -> None:
    realisasi = hasil_2020.realisasi("pmks", SETAHUN)
    assert realisasi.tercetak == "70,32%"
    assert has_tanda(realisasi.nilai, JenisTanda.BERTENTANGAN)
    assert hasil_2020.capaian("pmks", SETAHUN).tercetak == "81,77%"
    assert hasil_2020.predikat("pmks", SETAHUN).tercetak == "Tinggi"
    assert [lain.tercetak for lain in hasil_2020.daftar_realisasi_lain("pmks", SETAHUN)] == ["92%"]


def test_setiap_triwulan_memakai_rumusan_penyebut_formulirnya(hasil_2020: HasilTahun) -> None:
    edisi = [hasil_2020.edisi_indikator("pmks", Periode(2020, triwulan)).edisi for triwulan in (1, 2, 3, 4, 0)]
    assert edisi == ["pmks-target-tahun-n"] * 3 + ["pmks-jumlah-pmks"] * 2
    assert {hasil_2020.realisasi("pmks", Periode(2020, t)).tercetak for t in (1, 2, 3, 4)} == {"70,32%"}


def test_tenaga_kerja_perempuan_bertanda_nilai_luar(hasil_2020: HasilTahun) -> None:
    realisasi = hasil_2020.realisasi("tkp", SETAHUN)
    assert realisasi.tercetak == "49,48%"
    assert has_tanda(realisasi.nilai, JenisTanda.NILAI_LUAR)
    assert hasil_2020.capaian("tkp", SETAHUN).tercetak == "102,55%"


def test_penurunan_kasus_tidak_dapat_dihitung_dan_angka_tercetaknya_tidak_dipakai(hasil_2020: HasilTahun) -> None:
    nilai = hasil_2020.realisasi("kasus", SETAHUN).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert "2019" in nilai.keterangan
    lain = hasil_2020.daftar_realisasi_lain("kasus", SETAHUN)
    assert [satu.tercetak for satu in lain] == ["161,5%"]
    assert has_tanda(lain[0].nilai, JenisTanda.BERTENTANGAN)


def test_kota_layak_anak_tidak_dievaluasi_dan_tidak_bercapaian(hasil_2020: HasilTahun) -> None:
    for hasil in (hasil_2020.realisasi("kla", SETAHUN), hasil_2020.capaian("kla", SETAHUN)):
        assert isinstance(hasil.nilai, BelumAda)
        assert hasil.nilai.alasan is AlasanBelumAda.TIDAK_DIEVALUASI


@pytest.mark.parametrize(
    ("indikator", "tercetak"), [("pmks", "95,00%"), ("tkp", "26,76%"), ("kasus", "53,00%"), ("kla", "Madya")]
)
def test_hasil_2019_tetap_terbaca(hasil_2020: HasilTahun, indikator: str, tercetak: str) -> None:
    assert hasil_2020.realisasi_tahun(indikator, 2019).tercetak == tercetak


def test_rata_rata_instansi_atas_dua_dari_empat_tanpa_predikat(hasil_2020: HasilTahun) -> None:
    rata = hasil_2020.rata_rata_instansi(SETAHUN)
    assert (rata.hasil.tercetak, rata.terukur, rata.jumlah) == ("92,16%", 2, 4)
    assert isinstance(rata.predikat.nilai, TidakDapatDihitung)


def test_total_triwulan_empat_pada_setiap_edisi_pagu(hasil_2020: HasilTahun) -> None:
    periode = Periode(2020, 4)
    assert hasil_2020.realisasi_anggaran("total", periode).tercetak == "Rp\u00a03.057.589.710"
    serapan = {edisi: hasil_2020.serapan("total", periode, edisi).tercetak for edisi in ("tw1", "refocusing", "t32")}
    assert serapan == {"tw1": "45,83%", "refocusing": "89,74%", "t32": "86,58%"}


def test_pembagian_pagu_menurut_sasaran(hasil_2020: HasilTahun) -> None:
    assert [hasil_2020.bagian_simpul(s, "t32").tercetak for s in ("s1", "s2", "s3")] == ["49,99%", "9,53%", "4,10%"]
    assert hasil_2020.bagian_penunjang("t32").tercetak == "35,05%"
    assert hasil_2020.bagian_tanpa_sasaran("t32").tercetak == "1,33%"


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_persentase_triwulan_sama_dengan_tercetak_atau_tercatat_sebagai_perbedaan(
    hasil_2020: HasilTahun, fakta_anggaran: list[dict[str, str]], triwulan: int
) -> None:
    tercatat = {
        baris["identitas"]: baris["tercetak"] for nama, baris in BERIDENTITAS if nama == "probolinggo-2020"
    }  # fmt: skip
    edisi = hasil_2020.data.pagu_triwulan[triwulan - 1]
    diperiksa = 0
    for baris in (b for b in fakta_anggaran if b["tabel"] == f"TW{triwulan}" and b["persen"]):
        hasil = hasil_2020.serapan(baris["kode"], Periode(2020, triwulan), edisi)
        tercetak = f"{baris['persen'].replace('.', ',')}%"
        if hasil.tercetak != tercetak:
            assert tercatat[hasil.identitas] == tercetak
        diperiksa += 1
    assert diperiksa >= 26


def test_persentase_tabel_3_2_sama_kecuali_satu_kegiatan(
    hasil_2020: HasilTahun, fakta_anggaran: list[dict[str, str]]
) -> None:
    berbeda = {}
    for baris in (b for b in fakta_anggaran if b["tabel"] == "T3.2"):
        hasil = hasil_2020.serapan(baris["kode"], SETAHUN, "t32").tercetak
        if hasil != f"{baris['persen'].replace('.', ',')}%":
            berbeda[baris["kode"]] = hasil
    assert berbeda == {"2.3": "93,09%"}


def test_target_akhir_dan_indikator_renstra(hasil_2020: HasilTahun) -> None:
    assert [hasil_2020.target_akhir(i).tercetak for i in ("pmks", "tkp", "kasus", "kla")] == [
        "75%", "49,25%", "75%", "Madya"
    ]  # fmt: skip
    assert [e.indikator for e in hasil_2020.daftar_indikator("renstra-s1")] == ["p0"]
    assert isinstance(hasil_2020.realisasi("p0", SETAHUN).nilai, BelumAda)
    assert hasil_2020.target("p0", SETAHUN).tercetak == "7,05%"


def test_setiap_narasi_punya_tempat_dan_tokennya_ada(hasil_2020: HasilTahun) -> None:
    narator = Narator(hasil_2020)
    kunci = {narasi.kunci for narasi in hasil_2020.data.daftar_narasi}
    assert kunci >= KUNCI_SEPAKAT
    per_sasaran = {f"sasaran_{sasaran.id}" for sasaran in hasil_2020.daftar_sasaran()}
    assert kunci <= (set(KUNCI_NARASI) | per_sasaran)
    assert narator.find_temuan() == ()


def test_setiap_indikator_punya_penyebab_dan_solusi(tahun_2020: TahunInstansi) -> None:
    lengkap = {a.indikator for a in tahun_2020.daftar_analisis if a.periode == SETAHUN and a.penyebab and a.solusi}
    assert lengkap == {"pmks", "tkp", "kasus", "kla"}
    assert {a.periode.triwulan for a in tahun_2020.daftar_analisis if a.indikator == "pmks"} == {0, 1, 2, 3, 4}


def test_keterkaitan_2023_memuat_indikator_baru_saja(hasil_2023: HasilTahun) -> None:
    per_sasaran = {
        s.id: [e.indikator for e in hasil_2023.daftar_indikator(s.id)] for s in hasil_2023.daftar_sasaran()
    }  # fmt: skip
    assert per_sasaran == {"s1": ["pmks"], "s2": ["pug"], "s3": ["kasus-tertangani", "kla"], "s4": ["administrasi"]}
    assert hasil_2023.pagu("total", "keterkaitan-2023").tercetak == "Rp\u00a03.092.651.500"


@pytest.mark.parametrize("indikator", ["pmks", "pug", "kasus-tertangani"])
def test_nilai_2020_tidak_menyeberangi_jembatan_yang_tidak_sebanding(hasil_2023: HasilTahun, indikator: str) -> None:
    nilai = hasil_2023.realisasi_tahun(indikator, 2020).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.alasan is AlasanTakTerhitung.EDISI_TIDAK_SEBANDING


def test_kota_layak_anak_menyeberangi_jembatan(hasil_2023: HasilTahun) -> None:
    assert hasil_2023.realisasi_tahun("kla", 2019).tercetak == "Madya"
    assert hasil_2023.realisasi_tahun("kla", 2022).tercetak == "Nindya"
