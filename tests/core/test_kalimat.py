"""Generated sentences: what they say, what they do not claim, and that their numbers are cells."""

from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.dokumen.teks import Kalimat, to_teks
from tolok.core.indikator import Polaritas
from tolok.core.jejak import Hasil, Jejak
from tolok.core.kalimat import (
    TIDAK_EFISIEN_DI_BAWAH_SERATUS,
    add_titik,
    kalimat_akhir_rencana,
    kalimat_alokasi,
    kalimat_bagian,
    kalimat_capaian,
    kalimat_efisiensi,
    kalimat_kinerja_anggaran,
    kalimat_pembanding,
    kalimat_program,
    kalimat_rata_rata,
    kalimat_realisasi_total,
    kalimat_tahun,
    make_alasan,
    make_alasan_predikat,
    make_sebab,
    sebut_efisiensi,
)
from tolok.core.kebijakan import RumusEfisiensi
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
)

NAMA = "Cakupan layanan"
TIDAK_DIEVALUASI = BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Evaluasi ditunda.")
TANPA_TARGET = TidakDapatDihitung(AlasanTakTerhitung.TANPA_TARGET, "Tidak ada.")
PENYEBUT_NOL = TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "Pagu bernilai nol.")


def h(nilai: Nilai | int, satuan: str = "%", *, digit: int | None = 2, kunci: str = "x") -> Hasil:
    isi = Bilangan(Angka(nilai), satuan) if isinstance(nilai, int) else nilai
    return Hasil(kunci, isi, digit, format_nilai(isi, digit=digit), Jejak("uji", "Uji", isi))


def rp(juta: int) -> Hasil:
    return h(juta * 1_000_000, "Rp", digit=None)


def identitas(kalimat: Kalimat) -> list[str | None]:
    return [potongan.sel.identitas for potongan in kalimat if potongan.sel]


def capaian(**lain: Hasil) -> str:
    bawaan = {
        "target": h(86, digit=None),
        "realisasi": h(Bilangan(Angka(127700, 1816), "%")),
        "capaian": h(Bilangan(Angka(12770000, 1816 * 86), "%")),
        "predikat": h(Kategori("Tinggi", 4, "s")),
    }
    return to_teks(kalimat_capaian(nama=NAMA, tahun=2020, **{**bawaan, **lain}))


def test_kalimat_capaian_memuat_target_realisasi_capaian_dan_predikat() -> None:
    assert capaian() == (
        "Target Cakupan layanan tahun 2020 adalah 86% dan realisasinya 70,32%, "
        "sehingga capaiannya 81,77% dengan predikat Tinggi."
    )


def test_setiap_angka_dalam_kalimat_adalah_sel_dengan_identitas() -> None:
    kalimat = kalimat_capaian(
        nama=NAMA,
        tahun=2020,
        target=h(1, kunci="t"),
        realisasi=h(2, kunci="r"),
        capaian=h(3, kunci="c"),
        predikat=h(4, kunci="p"),
    )
    assert identitas(kalimat) == ["t", "r", "c", "p"]


def test_kalimat_capaian_menyebut_sebab_dan_tidak_menyatakan_capaian() -> None:
    assert capaian(realisasi=h(TIDAK_DIEVALUASI)).endswith(
        "; realisasinya tidak dievaluasi, sehingga capaiannya tidak dinyatakan. Evaluasi ditunda."
    )
    tanpa_keterangan = BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI)
    assert capaian(realisasi=h(tanpa_keterangan)).endswith("tidak dievaluasi, sehingga capaiannya tidak dinyatakan.")
    assert capaian(target=h(TANPA_TARGET), capaian=h(TANPA_TARGET)) == (
        "Target Cakupan layanan tahun 2020 tidak ada dan realisasinya 70,32%; capaiannya tidak dapat dihitung."
    )
    assert capaian(target=h(TIDAK_DIEVALUASI)).startswith("Target Cakupan layanan tahun 2020 tidak dievaluasi dan")
    assert capaian(predikat=h(PENYEBUT_NOL)).endswith("capaiannya 81,77%.")


def test_satuan_disebut_bila_sel_tidak_mencetaknya() -> None:
    teks = capaian(target=h(Rentang(Angka(7), Angka(8), "bulan"), digit=None), realisasi=h(8, "bulan", digit=0))
    assert "adalah 7–8 bulan dan realisasinya 8 bulan," in teks


@pytest.mark.parametrize(
    ("polaritas", "lalu", "kini", "akhir"),
    [
        (Polaritas.NAIK, 70, 75, "(75,00%) lebih tinggi daripada realisasi tahun 2019 (70,00%), yang berarti membaik."),
        (
            Polaritas.NAIK,
            75,
            70,
            "(70,00%) lebih rendah daripada realisasi tahun 2019 (75,00%), yang berarti memburuk.",
        ),
        (Polaritas.TURUN, 75, 70, "lebih rendah daripada realisasi tahun 2019 (75,00%), yang berarti membaik."),
        (Polaritas.TURUN, 70, 75, "lebih tinggi daripada realisasi tahun 2019 (70,00%), yang berarti memburuk."),
        (Polaritas.RENTANG, 70, 75, "lebih tinggi daripada realisasi tahun 2019 (70,00%)."),
        (Polaritas.NAIK, 70, 70, "sama dengan realisasi tahun 2019 (70,00%)."),
    ],
)
def test_perbandingan_tahun_dinilai_menurut_polaritas(polaritas: Polaritas, lalu: int, kini: int, akhir: str) -> None:
    kalimat = kalimat_tahun(nama=NAMA, polaritas=polaritas, tahun=2020, kini=h(kini), tahun_lalu=2019, lalu=h(lalu))
    assert to_teks(kalimat).endswith(akhir)


def banding(kini: Hasil, lalu: Hasil) -> str:
    return to_teks(
        kalimat_tahun(nama=NAMA, polaritas=Polaritas.NAIK, tahun=2020, kini=kini, tahun_lalu=2019, lalu=lalu)
    )


def test_nilai_yang_tercetak_sama_tidak_disebut_berbeda() -> None:
    sedikit = h(Bilangan(Angka(700001, 10000), "%"))
    assert "sama dengan" in banding(sedikit, h(70))
    eksak_sama = h(Bilangan(Angka(70), "%"), digit=0)
    assert "sama dengan" in banding(eksak_sama, h(70))


def test_kategori_dibandingkan_menurut_peringkat_pada_skala_yang_sama() -> None:
    madya, nindya = Kategori("Madya", 2, "kla"), Kategori("Nindya", 3, "kla")
    assert "(Nindya) lebih tinggi daripada realisasi tahun 2019 (Madya), yang berarti membaik." in banding(
        h(nindya), h(madya)
    )
    lain = Kategori("Nindya", 3, "kla-2023")
    assert banding(h(lain), h(madya)).endswith("berbeda satuan atau skala, sehingga tidak dibandingkan.")


@pytest.mark.parametrize("jenis", [JenisTanda.BERTENTANGAN, JenisTanda.NILAI_LUAR])
def test_angka_yang_meragukan_tidak_disebut_membaik_tanpa_syarat(jenis: JenisTanda) -> None:
    ragu = h(Bilangan(Angka(75), "%", (Tanda(jenis, "tanpa rincian"),)))
    syarat = "bila keduanya sebanding."
    assert banding(ragu, h(70)).endswith(f"(70,00%), yang berarti membaik {syarat}")
    assert banding(h(70), ragu).endswith(f"(75,00%), yang berarti memburuk {syarat}")
    assert banding(ragu, h(75)).endswith("sama dengan realisasi tahun 2019 (75,00%).")
    sementara = h(Bilangan(Angka(75), "%", (Tanda(JenisTanda.SEMENTARA, "belum final"),)))
    assert banding(sementara, h(70)).endswith("yang berarti membaik.")


def test_kategori_dari_lembaga_luar_sebanding_pada_skala_yang_sama() -> None:
    luar = Kategori("Nindya", 3, "kla", tanda=(Tanda(JenisTanda.NILAI_LUAR, "kementerian"),))
    assert banding(h(luar), h(Kategori("Madya", 2, "kla"))).endswith("yang berarti membaik.")
    beda = Kategori("Nindya", 3, "kla", tanda=(Tanda(JenisTanda.BERTENTANGAN, "dua sumber"),))
    assert banding(h(beda), h(Kategori("Madya", 2, "kla"))).endswith("bila keduanya sebanding.")


def test_tahun_tanpa_nilai_tidak_dibandingkan() -> None:
    assert "tidak dapat dibandingkan dengan tahun 2019." in banding(h(TIDAK_DIEVALUASI), h(70))
    assert banding(h(75), h(PENYEBUT_NOL)).endswith("karena realisasi tahun itu tidak dapat dihitung.")


def akhir(**lain: Hasil) -> str:
    bawaan = {"target_akhir": h(90, digit=None), "realisasi": h(75), "kemajuan": h(Bilangan(Angka(250, 3), "%"))}
    return to_teks(kalimat_akhir_rencana(nama=NAMA, tahun_akhir=2024, tahun=2020, **{**bawaan, **lain}))


def test_tingkat_kemajuan_hanya_disebut_bila_ada() -> None:
    assert akhir() == (
        "Target Cakupan layanan pada akhir rencana (2024) adalah 90%. Dengan realisasi sampai dengan tahun 2020 "
        "sebesar 75,00%, tingkat kemajuannya 83,33%."
    )
    assert akhir(target_akhir=h(TANPA_TARGET)).endswith(
        "(2024) tidak ada, sehingga tingkat kemajuannya tidak dinyatakan."
    )
    assert akhir(kemajuan=h(TIDAK_DIEVALUASI)).endswith("; tingkat kemajuan sampai dengan tahun 2020 tidak dievaluasi.")


def test_tanpa_pembanding_dinyatakan_tidak_ada_standar_nasional() -> None:
    kosong = kalimat_pembanding(nama=NAMA, tahun=2020, realisasi=h(75), daftar=[])
    assert "tidak ada standar nasional" in to_teks(kosong)


def test_pembanding_disebut_dengan_cakupan_dan_tahunnya() -> None:
    daftar = [("nasional", 2019, h(9, digit=None)), ("provinsi", 2020, h(TIDAK_DIEVALUASI))]
    ada = to_teks(kalimat_pembanding(nama=NAMA, tahun=2020, realisasi=h(12), daftar=daftar))
    assert ada == (
        "Realisasi Cakupan layanan tahun 2020 adalah 12,00%; nilai nasional tahun 2019 9%; "
        "nilai provinsi tahun 2020 tidak dievaluasi."
    )
    tanpa = to_teks(kalimat_pembanding(nama=NAMA, tahun=2020, realisasi=h(TIDAK_DIEVALUASI), daftar=daftar[:1]))
    assert tanpa.startswith("Realisasi Cakupan layanan tahun 2020 tidak dievaluasi;")


def test_alokasi_menyebut_penyebutnya() -> None:
    assert to_teks(kalimat_alokasi(nama=NAMA, pagu=rp(600), bagian=h(60), edisi="pagu murni", total=rp(1000))) == (
        "Anggaran untuk Cakupan layanan sebesar Rp\u00a0600.000.000 atau 60,00% dari pagu murni "
        "sebesar Rp\u00a01.000.000.000."
    )
    tanpa_bagian = kalimat_alokasi(nama=NAMA, pagu=rp(600), bagian=h(PENYEBUT_NOL), edisi="e", total=rp(0))
    assert to_teks(tanpa_bagian).endswith("sebesar Rp\u00a0600.000.000; bagiannya tidak dapat dihitung.")
    tanpa_pagu = kalimat_alokasi(nama=NAMA, pagu=h(PENYEBUT_NOL), bagian=h(60), edisi="e", total=rp(1))
    assert to_teks(tanpa_pagu) == "Anggaran untuk Cakupan layanan tidak dapat dihitung."


def kinerja_anggaran(capaian: Hasil | None, serapan: Hasil) -> str:
    return to_teks(kalimat_kinerja_anggaran(nama=NAMA, capaian=capaian, pagu=rp(10), realisasi=rp(9), serapan=serapan))


def test_kinerja_dan_anggaran_disebut_bersama() -> None:
    uang = "realisasi anggaran Rp\u00a09.000.000 dari pagu Rp\u00a010.000.000 atau 90,00%"
    assert kinerja_anggaran(h(80), h(90)) == f"Capaian Cakupan layanan sebesar 80,00% didukung {uang}."
    assert kinerja_anggaran(None, h(90)) == f"Untuk Cakupan layanan, {uang}."
    assert kinerja_anggaran(h(TIDAK_DIEVALUASI), h(90)) == (
        f"Untuk Cakupan layanan, {uang}, sedangkan capaian kinerjanya tidak dievaluasi."
    )
    assert kinerja_anggaran(h(80), h(PENYEBUT_NOL)) == "Penyerapan anggaran Cakupan layanan tidak dapat dihitung."


@pytest.mark.parametrize(
    ("rumus", "capaian", "serapan", "efisiensi", "bacaan"),
    [
        (RumusEfisiensi.E1, h(110), h(88), h(80), "Efisien."),
        (RumusEfisiensi.E1, h(100), h(100), h(100), "Tidak efisien."),
        (RumusEfisiensi.E2, h(110), h(88), h(20), "Efisien."),
        (RumusEfisiensi.E3, h(100), h(100), h(0), "Tidak efisien."),
        (RumusEfisiensi.E4, h(110), h(88), h(Bilangan(Angka(5, 4), "")), "Efisien."),
        (RumusEfisiensi.E4, h(100), h(100), h(1, ""), "Tidak efisien."),
        (RumusEfisiensi.E6, h(110), h(88), h(12), "Efisien."),
        (RumusEfisiensi.NE, h(110), h(88), h(51), "Efisien."),
        (RumusEfisiensi.NE, h(110), h(88), h(50), "Tidak efisien."),
        (RumusEfisiensi.E1, h(Bilangan(Angka(8177, 100), "%")), h(60), h(73), TIDAK_EFISIEN_DI_BAWAH_SERATUS),
        (RumusEfisiensi.E1, h(110), h(101), h(92), "Perlu diperiksa: penyerapan di atas 100%."),
        (RumusEfisiensi.E1, h(110), h(0), h(0), "Perlu diperiksa: anggaran tidak terserap padahal ada capaian."),
        (RumusEfisiensi.E1, h(TIDAK_DIEVALUASI), h(90), h(TIDAK_DIEVALUASI),
         "Tidak dinyatakan karena capaian tidak dievaluasi."),
        (RumusEfisiensi.E1, h(90), h(PENYEBUT_NOL), h(PENYEBUT_NOL),
         "Tidak dinyatakan karena penyerapan tidak dapat dihitung."),
        (RumusEfisiensi.E1, h(0), h(90), h(PENYEBUT_NOL), "Tidak dapat dihitung. Pagu bernilai nol."),
        (RumusEfisiensi.E1, h(Kategori("Madya", 2, "k")), h(90), h(80),
         "Tidak dapat dinyatakan karena capaian atau penyerapan bukan angka."),
    ],
)  # fmt: skip
def test_bacaan_efisiensi_tidak_mengaku_lebih_dari_angkanya(
    rumus: RumusEfisiensi, capaian: Hasil, serapan: Hasil, efisiensi: Hasil, bacaan: str
) -> None:
    assert sebut_efisiensi(rumus=rumus, capaian=capaian, serapan=serapan, efisiensi=efisiensi) == bacaan


def test_kalimat_efisiensi_diikuti_bacaannya() -> None:
    ada = kalimat_efisiensi(nama=NAMA, efisiensi=h(80), bacaan="Efisien.")
    assert to_teks(ada) == "Tingkat efisiensi Cakupan layanan sebesar 80,00%, yang berarti efisien."
    tanpa = kalimat_efisiensi(nama=NAMA, efisiensi=h(TIDAK_DIEVALUASI), bacaan="Tidak dinyatakan karena ini.")
    assert to_teks(tanpa) == "Tingkat efisiensi Cakupan layanan tidak dinyatakan karena ini."


def rata(rata_rata: Hasil, predikat: Hasil) -> str:
    return to_teks(kalimat_rata_rata(nama="instansi", rata_rata=rata_rata, terukur=2, jumlah=4, predikat=predikat))


def test_rata_rata_selalu_menyebut_n_dari_m() -> None:
    assert rata(h(92), h(Kategori("Tinggi", 4, "s"))) == (
        "Rata-rata capaian instansi adalah 92,00% atas 2 dari 4 indikator dengan predikat Tinggi."
    )
    kurang = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "Hanya 2 dari 4 indikator terukur.")
    assert rata(h(92), h(kurang)) == (
        "Rata-rata capaian instansi adalah 92,00% atas 2 dari 4 indikator. Hanya 2 dari 4 indikator terukur."
    )
    assert rata(h(TIDAK_DIEVALUASI), h(kurang)) == "Rata-rata capaian instansi (2 dari 4 indikator) tidak dievaluasi."


def test_alasan_tanpa_predikat() -> None:
    assert make_alasan_predikat(Kategori("Tinggi", 4, "s")) == ""
    assert make_alasan_predikat(BelumAda(AlasanBelumAda.BELUM_DIISI)) == "Predikat tidak diberikan: belum diisi."


def total(serapan: Hasil) -> str:
    return to_teks(
        kalimat_realisasi_total(
            tahun=2020, pagu=rp(10), realisasi=rp(9), serapan=serapan, edisi="pagu murni", program=8, kegiatan=19
        )
    )


def test_banyaknya_program_ditulis_dengan_huruf() -> None:
    assert total(h(90)) == (
        "Realisasi anggaran tahun 2020 sebesar Rp\u00a09.000.000 dari pagu murni sebesar Rp\u00a010.000.000 "
        "atau 90,00%, melalui delapan program dan sembilan belas kegiatan."
    )
    assert total(h(PENYEBUT_NOL)) == "Penyerapan anggaran tahun 2020 tidak dapat dihitung."


def test_bagian_anggaran_menyebut_edisinya() -> None:
    ada = kalimat_bagian(uraian="program penunjang", pagu=rp(2), bagian=h(20), edisi="pagu murni")
    assert to_teks(ada) == "Anggaran program penunjang sebesar Rp\u00a02.000.000 atau 20,00% dari pagu murni."
    tanpa = kalimat_bagian(uraian="program penunjang", pagu=rp(2), bagian=h(PENYEBUT_NOL), edisi="x")
    assert to_teks(tanpa) == "Anggaran program penunjang tidak dapat dihitung."


@pytest.mark.parametrize(
    ("program", "kegiatan", "teks"),
    [
        (2, 3, "Sasaran ini didukung oleh dua program dan tiga kegiatan."),
        (0, 1, "Sasaran ini didukung oleh satu kegiatan."),
        (0, 0, "Belum ada program atau kegiatan yang dipetakan ke Sasaran ini."),
    ],
)
def test_program_pendukung(program: int, kegiatan: int, teks: str) -> None:
    assert to_teks(kalimat_program(nama="Sasaran ini", program=program, kegiatan=kegiatan)) == teks


def test_sebab_dan_alasan() -> None:
    assert make_sebab(Bilangan(Angka(1), "%")) == ""
    assert make_sebab(BelumAda(AlasanBelumAda.BELUM_DIISI)) == "belum diisi"
    assert make_alasan(Bilangan(Angka(1), "%")) == ""
    assert make_alasan(BelumAda(AlasanBelumAda.BELUM_DIISI)) == "Belum diisi."
    assert make_alasan(TIDAK_DIEVALUASI) == "Tidak dievaluasi. Evaluasi ditunda."
    assert add_titik("Apa?") == "Apa?"
    assert add_titik("Begini: ") == "Begini."
