"""The example year 2020 says what the published report says, and nothing about real people."""

from __future__ import annotations

from datetime import date

import pytest

from tolok.core.anggaran import SifatProgram, TingkatAnggaran
from tolok.core.angka import Angka
from tolok.core.indikator import Polaritas
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, JenisTanda, Kategori, has_tanda
from tolok.core.periode import Periode
from tolok.paket.muat import check_paket

from .conftest import AKAR_CONTOH

PROGRAM_BERSASARAN = {"tabel-e-i": "234567", "formulir": "2345678", "matriks-renstra": "23"}


def bilangan(teks: str, satuan: str = "%") -> Bilangan:
    return Bilangan(Angka.from_desimal(teks), satuan)


def test_paket_dapat_dimuat_tanpa_galat() -> None:
    assert check_paket(AKAR_CONTOH / "probolinggo-2020").jumlah_galat == 0


@pytest.mark.parametrize(("edisi", "tabel"), [("tw1", "TW1"), ("refocusing", "TW2"), ("t32", "T3.2"), ("t32", "T2.2")])
def test_pagu_sama_dengan_tabel_tercetak(
    tahun_2020: TahunInstansi, fakta_anggaran: list[dict[str, str]], edisi: str, tabel: str
) -> None:
    tercetak = {
        b["kode"]: int(b["pagu"]) * 100 for b in fakta_anggaran if b["tabel"] == tabel and b["tingkat"] == "kegiatan"
    }
    assert len(tercetak) == 19
    assert {p.kode: p.sen for p in tahun_2020.daftar_pagu if p.edisi == edisi} == tercetak


@pytest.mark.parametrize("tabel", ["TW3", "TW4"])
def test_formulir_triwulan_akhir_mencetak_kembali_pagu_triwulan_pertama(
    fakta_anggaran: list[dict[str, str]], tabel: str
) -> None:
    pagu = {
        nama: [(b["kode"], b["pagu"]) for b in fakta_anggaran if b["tabel"] == nama and b["tingkat"] == "kegiatan"]
        for nama in ("TW1", tabel)
    }
    assert pagu["TW1"] == pagu[tabel]


def test_setiap_formulir_memakai_edisi_pagu_yang_tercetak(tahun_2020: TahunInstansi) -> None:
    assert tahun_2020.pagu_triwulan == ("tw1", "refocusing", "tw1", "tw1")
    assert tahun_2020.pagu_laporan == "t32"
    assert [edisi.nomor for edisi in tahun_2020.daftar_edisi_pagu] == [1, 2, 3]


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_realisasi_triwulan_sama_dengan_formulirnya(
    tahun_2020: TahunInstansi, fakta_anggaran: list[dict[str, str]], triwulan: int
) -> None:
    tercetak = {
        b["kode"]: int(b["realisasi"]) * 100
        for b in fakta_anggaran
        if b["tabel"] == f"TW{triwulan}" and b["tingkat"] == "kegiatan"
    }
    periode = Periode(2020, triwulan)
    assert {r.kode: r.sen for r in tahun_2020.daftar_realisasi if r.periode == periode} == tercetak


@pytest.mark.parametrize(
    ("triwulan", "jumlah"), [(1, 433_442_277), (2, 1_047_264_062), (3, 1_693_705_935), (4, 3_057_589_710)]
)
def test_jumlah_realisasi_mengikuti_dari_kegiatan(tahun_2020: TahunInstansi, triwulan: int, jumlah: int) -> None:
    periode = Periode(2020, triwulan)
    assert sum(r.sen for r in tahun_2020.daftar_realisasi if r.periode == periode) == jumlah * 100


@pytest.mark.parametrize(
    ("edisi", "jumlah"), [("tw1", 6_671_923_749), ("refocusing", 3_407_000_210), ("t32", 3_531_680_129)]
)
def test_jumlah_pagu_mengikuti_dari_kegiatan(tahun_2020: TahunInstansi, edisi: str, jumlah: int) -> None:
    assert sum(p.sen for p in tahun_2020.daftar_pagu if p.edisi == edisi) == jumlah * 100


def test_subtotal_program_tercetak_mengikuti_kegiatannya_kecuali_program_tujuh_triwulan_empat(
    fakta_anggaran: list[dict[str, str]],
) -> None:
    menyimpang = []
    for tabel in ("TW1", "TW2", "TW3", "TW4"):
        baris = [b for b in fakta_anggaran if b["tabel"] == tabel]
        for program in (b for b in baris if b["tingkat"] == "program"):
            kegiatan = [b for b in baris if b["kode"].startswith(program["kode"] + ".")]
            for ruas in ("pagu", "realisasi"):
                if sum(int(b[ruas]) for b in kegiatan) != int(program[ruas]):
                    menyimpang.append((tabel, program["kode"], ruas))
    assert menyimpang == [("TW4", "7", "realisasi")]


def test_perjanjian_mencetak_pagu_triwulan_pertama_kecuali_program_enam(
    fakta_anggaran: list[dict[str, str]],
) -> None:
    perjanjian = {b["kode"]: b["pagu"] for b in fakta_anggaran if b["tabel"] == "PK2020"}
    formulir = {b["kode"]: b["pagu"] for b in fakta_anggaran if b["tabel"] == "TW1" and b["tingkat"] == "program"}
    berbeda = {kode: (perjanjian[kode], formulir[kode]) for kode in formulir if perjanjian[kode] != formulir[kode]}
    assert berbeda == {"6": ("356175375", "356172375")}


def test_pohon_anggaran_berisi_delapan_program_dan_sembilan_belas_kegiatan(tahun_2020: TahunInstansi) -> None:
    per_tingkat = {
        tingkat: [a for a in tahun_2020.daftar_anggaran if a.tingkat is tingkat] for tingkat in TingkatAnggaran
    }
    assert {tingkat: len(daftar) for tingkat, daftar in per_tingkat.items()} == {
        TingkatAnggaran.PROGRAM: 8,
        TingkatAnggaran.KEGIATAN: 19,
        TingkatAnggaran.SUBKEGIATAN: 0,
    }
    assert {a.kode for a in tahun_2020.daftar_anggaran if a.sifat is SifatProgram.PENUNJANG} == {
        "1",
        "1.1",
        "1.2",
        "1.3",
    }


def test_pagu_sasaran_pertama_dan_bagian_tanpa_sasaran(tahun_2020: TahunInstansi) -> None:
    pagu = {p.kode: p.sen // 100 for p in tahun_2020.daftar_pagu if p.edisi == "t32"}
    total = sum(pagu.values())

    def persen(kode: str) -> str:
        bagian = sum(rupiah for kegiatan, rupiah in pagu.items() if kegiatan[0] in kode)
        angka = (Angka(bagian * 100) / Angka(total)).bulat(2)
        return f"{angka.pembilang * 100 // angka.penyebut}"

    assert (persen("234"), persen("1"), persen("8")) == ("4999", "3505", "133")


def test_pemetaan_yang_dipakai_bernama_dan_yang_lain_tetap_dicatat(tahun_2020: TahunInstansi) -> None:
    assert tahun_2020.pemetaan_berlaku == "tabel-e-i"
    per_edisi = {
        edisi.id: {p.kode[0] for p in tahun_2020.daftar_pemetaan if p.edisi == edisi.id}
        for edisi in tahun_2020.daftar_edisi_pemetaan
    }
    assert per_edisi == {edisi: set(kode) for edisi, kode in PROGRAM_BERSASARAN.items()}
    indikator_per_kode = {p.kode: p.indikator for p in tahun_2020.daftar_pemetaan if p.edisi == "tabel-e-i"}
    assert indikator_per_kode == {
        "2": "pmks", "3": "pmks", "4": "pmks", "5": "tkp", "7": "tkp", "6.1": "kasus", "6.2": "kla"
    }  # fmt: skip


def test_pmks_disimpan_dengan_bagian_dan_dengan_angka_tandingannya(tahun_2020: TahunInstansi) -> None:
    for triwulan in (1, 2, 3, 4):
        isian = {n.variabel: n.nilai for n in tahun_2020.daftar_nilai_variabel if n.periode == Periode(2020, triwulan)}
        penyebut = "pmks-jumlah" if triwulan == 4 else "pmks-target"
        assert {kode: nilai.angka for kode, nilai in isian.items() if isinstance(nilai, Bilangan)} == {
            "pmks-terpenuhi": Angka(1277),
            penyebut: Angka(1816),
        }
        assert all(has_tanda(nilai, JenisTanda.BERTENTANGAN) for nilai in isian.values())
    tandingan = [n.nilai for n in tahun_2020.daftar_nilai_tercatat if (n.indikator, n.periode.tahun) == ("pmks", 2020)]
    assert [nilai.angka for nilai in tandingan if isinstance(nilai, Bilangan)] == [Angka(92)]
    assert has_tanda(tandingan[0], JenisTanda.BERTENTANGAN)


def test_kedua_rumusan_penyebut_pmks_menjadi_dua_edisi(tahun_2020: TahunInstansi) -> None:
    edisi = [e for e in tahun_2020.daftar_indikator if e.indikator == "pmks"]
    assert [(e.berlaku_mulai, "target di tahun n" in e.rumus) for e in edisi] == [
        (date(2020, 1, 1), True),
        (date(2020, 10, 1), False),
    ]


def test_hasil_indikator_lain_sesuai_sumbernya(tahun_2020: TahunInstansi) -> None:
    tercatat = {(n.indikator, n.periode.tahun): n.nilai for n in tahun_2020.daftar_nilai_tercatat}
    for indikator, tahun, angka in (("tkp", 2020, "49.48"), ("tkp", 2019, "26.76"), ("pmks", 2019, "95")):
        nilai = tercatat[indikator, tahun]
        assert isinstance(nilai, Bilangan)
        assert nilai.angka == Angka.from_desimal(angka)
        assert has_tanda(nilai, JenisTanda.NILAI_LUAR)
    kla_2019, kla_2020 = tercatat["kla", 2019], tercatat["kla", 2020]
    assert isinstance(kla_2019, Kategori)
    assert (kla_2019.label, kla_2019.peringkat) == ("Madya", 2)
    assert isinstance(kla_2020, BelumAda)
    assert kla_2020.alasan is AlasanBelumAda.TIDAK_DIEVALUASI


def test_jumlah_kasus_ada_untuk_2020_dan_tidak_untuk_2019(tahun_2020: TahunInstansi) -> None:
    isian = {n.periode.tahun: n.nilai for n in tahun_2020.daftar_nilai_variabel if n.variabel == "jumlah-kasus"}
    assert isian[2020] == bilangan("42", "kasus")
    assert not any(isinstance(nilai, Bilangan) for tahun, nilai in isian.items() if tahun != 2020)


def test_target_perjanjian_dan_target_akhir_menyebut_dokumennya(tahun_2020: TahunInstansi) -> None:
    target = {(t.indikator, t.dokumen): t for t in tahun_2020.daftar_target if not t.indikator.startswith("p0")}
    assert {
        kunci: t.nilai.angka for kunci, t in target.items() if isinstance(t.nilai, Bilangan)
    } == {
        ("pmks", "pk-2020"): Angka(86),
        ("tkp", "pk-2020"): Angka.from_desimal("48.25"),
        ("kasus", "pk-2020"): Angka(95),
        ("pmks", "lkjip-2020-tabel-c"): Angka(75),
        ("tkp", "lkjip-2020-tabel-c"): Angka.from_desimal("49.25"),
        ("kasus", "lkjip-2020-tabel-c"): Angka(75),
    }  # fmt: skip
    assert {t.nilai.label for t in target.values() if isinstance(t.nilai, Kategori)} == {"Madya"}
    assert {t.periode.tahun for t in target.values() if t.dokumen == "lkjip-2020-tabel-c"} == {2024}


def test_indikator_matriks_renstra_menurun_dan_hanya_bernilai_pada_kondisi_awal(tahun_2020: TahunInstansi) -> None:
    edisi = next(e for e in tahun_2020.daftar_indikator if e.indikator == "p0")
    assert edisi.polaritas is Polaritas.TURUN
    assert edisi.rumus.startswith("fgt(")
    target = [t.nilai for t in tahun_2020.daftar_target if t.indikator == "p0"]
    assert target == [bilangan(teks) for teks in ("7.1", "7.05", "7", "6.95", "6.9", "6.9")]
    assert [(n.periode, n.nilai) for n in tahun_2020.daftar_nilai_tercatat if n.indikator == "p0"] == [
        (Periode(2018), bilangan("7.2"))
    ]


def test_sasaran_yang_dilaporkan_adalah_milik_perjanjian(tahun_2020: TahunInstansi) -> None:
    sasaran = [s.id for s in tahun_2020.daftar_simpul if s.edisi == tahun_2020.rencana_berlaku and s.jenis == "sasaran"]
    assert sasaran == ["s1", "s2", "s3"]
    dilaporkan = {e.indikator for e in tahun_2020.daftar_indikator if e.simpul in sasaran}
    assert dilaporkan == {"pmks", "tkp", "kasus", "kla"}


def test_pegawai_berjumlah_tiga_puluh_delapan(tahun_2020: TahunInstansi) -> None:
    assert [k.jumlah for k in tahun_2020.daftar_pegawai] == [16, 1, 1, 1, 19]


def test_penanda_tangan_mengikuti_tanggal_formulir(tahun_2020: TahunInstansi) -> None:
    tanggal = {p.dokumen: p.tanggal for p in tahun_2020.daftar_penandatangan}
    assert tanggal["pengukuran-tw1"] == date(2020, 4, 3)
    assert tanggal["pengukuran-tw2"] == date(2020, 7, 3)
    assert tanggal["pengukuran-tw3"] == date(2020, 10, 9)
    assert tanggal["pengukuran-tw4"] is None
    assert {p.jabatan for p in tahun_2020.daftar_penandatangan} == {"kepala-dinas"}


def test_penghargaan_ada_tujuh_dan_dua_di_antaranya_tahun_2019(tahun_2020: TahunInstansi) -> None:
    assert [p.tahun for p in tahun_2020.daftar_penghargaan] == [2020] * 5 + [2019] * 2


def test_skala_yang_dipakai_berbatas_bawah_91_76_66_51(tahun_2020: TahunInstansi) -> None:
    skala = next(s for s in tahun_2020.daftar_skala if s.id == tahun_2020.kebijakan.skala)
    assert [kelas.bawah for kelas in skala.kelas] == [None, Angka(51), Angka(66), Angka(76), Angka(91)]
    assert all(kelas.bawah_termasuk for kelas in skala.kelas)


def test_setiap_pejabat_rekaan(tahun_2020: TahunInstansi, tahun_2023: TahunInstansi) -> None:
    for pejabat in (*tahun_2020.daftar_pejabat, *tahun_2023.daftar_pejabat):
        assert pejabat.nama.startswith("Contoh ")
        assert pejabat.nip == "" or pejabat.nip.startswith("00000000 000000 0 ")
        assert "rekaan" in pejabat.dasar
