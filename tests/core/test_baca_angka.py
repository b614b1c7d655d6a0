from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.angka import Angka
from tolok.core.baca_angka import GalatBaca, read_nilai
from tolok.core.cetak_angka import format_nilai
from tolok.core.lambang import BATAS_PANJANG
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Kategori,
    Nilai,
    Rentang,
    TidakDapatDihitung,
)
from tolok.core.skala import Kelas, Skala

KLA = Skala(
    id="kla",
    nama="Kategori KLA",
    jenis="kategori",
    kelas=tuple(Kelas(label=label) for label in ("Pratama", "Madya", "Nindya", "Utama", "KLA")),
)


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai"),
    [
        ("86%", "%", Bilangan(Angka(86), "%")),
        ("86 persen", "%", Bilangan(Angka(86), "%")),
        ("48,25%", "%", Bilangan(Angka(4825, 100), "%")),
        ("49,48", "%", Bilangan(Angka(4948, 100), "%")),
        ("0,86%", "%", Bilangan(Angka(86, 100), "%")),
        ("1,5", "%", Bilangan(Angka(15, 10), "%")),
        ("5-5", "%", Rentang(Angka(5), Angka(5), "%")),
        ("0", "%", Bilangan(Angka(0), "%")),
        ("−61,54%", "%", Bilangan(Angka(-6154, 100), "%")),
        ("1.277", "orang", Bilangan(Angka(1277), "orang")),
        ("1277", "orang", Bilangan(Angka(1277), "orang")),
        ("4.000 berkas", "Berkas", Bilangan(Angka(4000), "Berkas")),
        ("4.000 berkas", "", Bilangan(Angka(4000), "berkas")),
        ("Rp\u00a02.501.951.000", "Rp", Bilangan(Angka(2501951000), "Rp")),
        ("Rp. 661.755.750,-", "Rp", Bilangan(Angka(661755750), "Rp")),
        ("2.501.951.000,50", "Rp", Bilangan(Angka(250195100050, 100), "Rp")),
        ("-Rp 5", "Rp", Bilangan(Angka(-5), "Rp")),
        ("Rp -5", "Rp", Bilangan(Angka(-5), "Rp")),
        ("٨٦٪", "%", Bilangan(Angka(86), "%")),
        ("80%-90%", "%", Rentang(Angka(80), Angka(90), "%")),
        ("80 – 90 %", "%", Rentang(Angka(80), Angka(90), "%")),
        ("0,8-0,9%", "%", Rentang(Angka(8, 10), Angka(9, 10), "%")),
        ("7 s/d 8 bulan", "bulan", Rentang(Angka(7), Angka(8), "bulan")),
        ("7 sampai dengan 8", "", Rentang(Angka(7), Angka(8), "")),
        ("-5 s.d. -1", "%", Rentang(Angka(-5), Angka(-1), "%")),
        ("belum_ada:tidak_dievaluasi", "%", BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "ket")),
        ("tidak_dapat_dihitung:tanpa_data", "%", TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "ket")),
    ],
)
def test_read_nilai_reads_indonesian_cells(teks: str, satuan: str, nilai: Nilai) -> None:
    assert read_nilai(teks, satuan=satuan, keterangan="ket") == nilai


def test_read_nilai_reads_a_category_of_its_scale_whatever_the_letter_case() -> None:
    assert read_nilai(" madya ", satuan="kategori", skala=KLA) == Kategori("Madya", 2, "kla")
    with pytest.raises(GalatBaca, match="Yang ada: Pratama, Madya, Nindya, Utama, KLA"):
        read_nilai("Mentor", satuan="kategori", skala=KLA)


@pytest.mark.parametrize(
    ("teks", "satuan", "pesan"),
    [
        ("87.25", "%", "tulis 87,25"),
        ("0.123", "%", "tulis 0,123"),
        ("1,009,235,000", "Rp", "Pemisah ribuan ditulis dengan titik"),
        ("6.671.923,749.1", "Rp", "bukan angka"),
        ("12.34.567", "", "bukan angka"),
        ("1234.567", "", "tulis 1234,567"),
        ("1.", "", "bukan angka"),
        ("sepuluh", "", "bukan angka gaya Indonesia. Tulis misalnya 1.277 atau 48,25%"),
        ("5 Kecamatan 29 Kelurahan", "kecamatan", "bukan angka"),
        ("86%", "orang", "berbeda dengan satuan"),
        ("Rp 5", "orang", "berbeda dengan satuan"),
        ("0,86", "%", "Tulis tanda persennya"),
        ("1", "%", "Tulis tanda persennya"),
        ("-0,5", "%", "Tulis tanda persennya"),
        ("0,8-0,9", "persen", "Tulis tanda persennya"),
        ("90-80", "%", "lebih besar daripada batas atas"),
        ("", "%", "belum_ada:belum_diisi"),
        ("-", "%", "belum_ada:belum_diisi"),
        ("N/A", "%", "belum_ada:belum_diisi"),
        ("belum_ada", "%", "Alasan “” tidak dikenal"),
        ("belum_ada:lupa", "%", "tidak_dievaluasi, belum_terbit"),
        ("tidak_dapat_dihitung:belum_terbit", "%", "penyebut_nol"),
        ("9" * (BATAS_PANJANG + 1), "", "201 huruf"),
    ],
)
def test_read_nilai_refuses_everything_else_with_a_suggestion(teks: str, satuan: str, pesan: str) -> None:
    with pytest.raises(GalatBaca, match=pesan):
        read_nilai(teks, satuan=satuan)


_DESIMAL = st.builds(lambda p, d: Angka(p, 10**d), st.integers(-(10**20), 10**20), st.integers(0, 6))


@given(_DESIMAL, st.sampled_from(["orang", "Rp", ""]))
def test_a_printed_number_reads_back_as_itself(angka: Angka, satuan: str) -> None:
    digit = 6 if satuan == "Rp" and not angka.is_bulat else None
    assert read_nilai(format_nilai(Bilangan(angka, satuan), digit=digit), satuan=satuan) == Bilangan(angka, satuan)


@given(_DESIMAL)
def test_a_printed_percentage_reads_back_as_itself(angka: Angka) -> None:
    assert read_nilai(format_nilai(Bilangan(angka, "%")), satuan="%") == Bilangan(angka, "%")


@given(_DESIMAL, _DESIMAL, st.sampled_from(["%", "bulan", "Rp"]))
def test_a_printed_range_reads_back_as_itself(satu: Angka, dua: Angka, satuan: str) -> None:
    rentang = Rentang(min(satu, dua), max(satu, dua), satuan)
    digit = 6 if satuan == "Rp" else None
    assert read_nilai(format_nilai(rentang, digit=digit), satuan=satuan) == rentang
