"""Each kind of bad input: one problem, at its cell, with what is wrong and what to do."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dasar_paket import PaketUji, make_dasar

from tolok.core.indikator import Polaritas
from tolok.paket.masalah import BATAS_MASALAH, GalatPaket, Masalah, PaketTidakTerbaca, Tingkat
from tolok.paket.muat import check_paket, load_paket


@pytest.fixture
def paket(tmp_path: Path) -> PaketUji:
    return PaketUji.make(tmp_path)


def _letak(masalah: Masalah) -> tuple[str, int | None, str | None]:
    return masalah.berkas, masalah.baris, masalah.kolom


SEL_SALAH = [
    # tabel, baris, kolom, teks, potongan pesan
    ("target", 2, "nilai", "49.48", "'49,48'"),
    ("target", 4, "nilai", "Utama", "yang ada: 'Pratama', 'Madya', 'Nindya'"),
    ("target", 2, "nilai", "86 orang", "bersatuan 'orang', padahal seharusnya '%'"),
    ("target", 2, "tahun", "dua ribu", "bukan angka"),
    ("target", 2, "tahun", "20200", "yang boleh 1945 sampai 2200"),
    ("target", 2, "triwulan", "5", "yang boleh 0 sampai 4"),
    ("target", 2, "tahun", "", "kosong padahal wajib"),
    ("target", 3, "dokumen", "pk-2002", "Mungkin maksudnya 'pk-2020'"),
    ("nilai_variabel", 2, "variabel", "terlayan", "Mungkin maksudnya 'terlayani'"),
    ("nilai_variabel", 3, "nilai", "1,277.5", "'1.277,5'"),
    ("nilai_variabel", 6, "nilai", "Madia", "Mungkin maksudnya 'Madya'"),
    ("nilai_tercatat", 2, "tanda", "bertentang", "Tanda 'bertentang' tidak dikenal"),
    ("nilai_tercatat", 4, "keterangan", "a | b | c", "3 keterangan untuk 2 tanda"),
    ("indikator", 2, "polaritas", "naikk", "Mungkin maksudnya 'naik'"),
    ("indikator", 2, "digit", "dua", "bukan angka"),
    ("indikator", 2, "berlaku_mulai", "01/02/2020", "dua cara"),
    ("indikator", 2, "simpul", "s2", "tidak ada di kolom 'id' simpul.csv"),
    ("indikator", 3, "skala", "kal", "Mungkin maksudnya 'kla'"),
    ("indikator", 2, "maksimum", "banyak", "bukan angka"),
    ("indikator", 2, "rumus", "[Jumlah warga yang terlayani] / (2", "Kolom "),
    ("indikator", 2, "rumus", "[Jumlah warga terlayani] / [Jumlah warga yang memerlukan layanan] * 100%", "terlayani]"),
    ("indikator", 2, "rumus", "[Jumlah warga yang terlayani] / [Jumlah warga yang memerlukan layanan]", "* 100%"),
    ("indikator", 2, "rumus", "[Jumlah warga yang terlayani] + [Level KLA]", "Satuan berbeda"),
    ("simpul", 3, "induk", "t9", "Induk 't9' tidak ada di edisi"),
    ("simpul", 2, "induk", "s1", "Induk berputar: t1 → s1 → t1"),
    ("simpul", 2, "strategi", "satu | | dua", "bagian kosong"),
    ("simpul", 2, "jenis", "misi", "pilih salah satu dari 'tujuan', 'sasaran'"),
    ("unit", 2, "induk", "bidang", "Induk berputar: dinas"),
    ("anggaran", 3, "induk", "1.06.02.2.01", "Induk berputar"),
    ("anggaran", 4, "induk", "", "Kegiatan '1.06.02.2.01' tidak berinduk"),
    ("anggaran", 4, "induk", "1.06.02.2.02", "induknya harus program"),
    ("anggaran", 2, "sifat", "wajib", "'urusan', 'penunjang'"),
    ("pagu", 3, "kode", "1.06.02", "masih mempunyai rincian"),
    ("pagu", 2, "jumlah", "-5", "negatif"),
    ("pagu", 2, "edisi", "murni", "Mungkin maksudnya 'murni-2020'"),
    ("realisasi", 2, "jumlah", "7.5", "'7,5'"),
    ("realisasi", 3, "kode", "1.06.02", "masih mempunyai rincian"),
    ("pemetaan", 2, "simpul", "s3", "tidak ada"),
    ("pemetaan", 2, "kode", "1.06.2", "Mungkin maksudnya '1.06.02'"),
    ("jembatan", 2, "baru", "kla@kla-2021", "Mungkin maksudnya 'kla@kla-2020'"),
    ("jembatan", 2, "sebanding", "mungkin", "'ya' atau 'tidak'"),
    ("perjanjian", 2, "pihak_kedua", "bupati", "tidak ada di kolom 'id' jabatan.csv"),
    ("pejabat", 2, "status", "pjs", "'definitif', 'plt', 'plh'"),
    ("analisis", 2, "penyebab", "Capai {capaian:iku-2}.", "objek 'iku-2' tidak ada"),
    ("edisi_rencana", 2, "tahun_akhir", "2010", "mendahului tahun awal 2020"),
]


@pytest.mark.parametrize(("tabel", "baris", "kolom", "teks", "potongan"), SEL_SALAH)
def test_one_wrong_cell_is_named_exactly(
    paket: PaketUji, tabel: str, baris: int, kolom: str, teks: str, potongan: str
) -> None:
    paket.ubah(tabel, baris, kolom, teks)
    daftar = [masalah for masalah in paket.periksa() if masalah.tingkat is Tingkat.GALAT]
    assert [_letak(masalah) for masalah in daftar] == [(f"{tabel}.csv", baris, kolom)], daftar
    assert potongan in daftar[0].pesan
    assert daftar[0].tertulis == (teks or None)
    huruf = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[paket.baris(tabel)[0].index(kolom)]
    assert daftar[0].sel == f"{huruf}{baris}"
    with pytest.raises(GalatPaket) as galat:
        load_paket(paket.folder)
    assert galat.value.daftar_masalah == tuple(daftar)


def test_a_wrong_cell_among_thousands_is_the_only_one_named(tmp_path: Path) -> None:
    from tolok.paket.acak import make_instansi_acak

    paket = PaketUji.make(tmp_path, make_instansi_acak(seed=11, jumlah_sasaran=3, ukuran=40))
    baris = paket.baris("nilai_variabel")
    assert len(baris) > 2000
    paket.ubah("nilai_variabel", 1234, "nilai", "12.34")
    (masalah,) = (satu for satu in paket.periksa() if satu.tingkat is Tingkat.GALAT)
    assert _letak(masalah) == ("nilai_variabel.csv", 1234, "nilai")
    assert "'12,34'" in masalah.pesan


@pytest.mark.parametrize(
    ("tabel", "asal", "ubahan", "kolom", "potongan"),
    [
        ("target", 2, {"nilai": "90%"}, "indikator", "Target ganda untuk satu indikator, tahun dan dokumen"),
        ("nilai_variabel", 2, {"nilai": "5"}, "variabel", "Nilai ganda untuk satu variabel, periode, dan unit"),
        ("realisasi", 2, {"sumber": "lain"}, "kode", "Realisasi ganda"),
        ("unit", 3, {"nama": "Lain"}, "id", "Baris ganda (id 'bidang')"),
        ("indikator", 3, {"nama": "Lain"}, "indikator", "Baris ganda"),
        ("pagu", 2, {"jumlah": "1"}, "kode", "Baris ganda"),
    ],
)
def test_a_doubled_row_names_both_rows(
    paket: PaketUji, tabel: str, asal: int, ubahan: dict[str, str], kolom: str, potongan: str
) -> None:
    baris = paket.baris(tabel)
    nomor = paket.tambah(tabel, **(dict(zip(baris[0], baris[asal - 1], strict=True)) | ubahan))
    masalah = next(m for m in paket.periksa() if m.tingkat is Tingkat.GALAT)
    assert _letak(masalah) == (f"{tabel}.csv", nomor, kolom)
    assert potongan in masalah.pesan
    assert f"baris {asal} dan baris {nomor}" in masalah.pesan


@pytest.mark.parametrize("label", ["Level KLA", "level  kla"])
def test_two_variables_of_one_label_are_refused(paket: PaketUji, label: str) -> None:
    nomor = paket.tambah("variabel", id="kembar", label=label, satuan="kategori", sifat="posisi")
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("variabel.csv", nomor, "label")
    assert "sudah dipakai variabel 'level'" in masalah.pesan


def test_a_blank_quarter_and_a_zero_are_the_same_period(paket: PaketUji) -> None:
    paket.tambah("target", indikator="iku-1", tahun="2020", triwulan="", nilai="5%", dokumen="pk-2020")
    assert "baris 3 dan baris 6" in paket.satu_masalah().pesan


PERINGATAN = [
    ("realisasi", 3, "jumlah", "50.000", "lebih kecil daripada periode sebelumnya (100.000, baris 2)"),
    ("realisasi", 3, "jumlah", "3.000.000.000", "melampaui pagu 2.501.951.000 di edisi 'murni-2020'"),
    ("nilai_variabel", 3, "nilai", "1.100", "lebih kecil daripada triwulan sebelumnya (baris 2)"),
    ("nilai_variabel", 5, "nilai", "-3", "negatif"),
    ("indikator", 2, "nama", "Persentase penurunan kasus", "tidak membandingkan dengan tahun lalu"),
    ("indikator", 2, "maksimum", "90", "melampaui nilai terbesar"),
    ("edisi_rencana", 2, "tahun_awal", "2021", "Tahun 2020 di luar rencana"),
]


@pytest.mark.parametrize(("tabel", "baris", "kolom", "teks", "potongan"), PERINGATAN)
def test_doubtful_values_are_warnings_and_do_not_stop_the_package(
    paket: PaketUji, tabel: str, baris: int, kolom: str, teks: str, potongan: str
) -> None:
    paket.ubah(tabel, baris, kolom, teks)
    daftar = paket.periksa()
    assert {masalah.tingkat for masalah in daftar} == {Tingkat.PERINGATAN}
    assert any(potongan in masalah.pesan for masalah in daftar), daftar
    load_paket(paket.folder)


def test_a_sasaran_without_indicator_is_a_warning(paket: PaketUji) -> None:
    baris = paket.tambah("simpul", edisi="renstra-2020", id="s2", jenis="sasaran", uraian="Lain", induk="t1")
    masalah = paket.satu_masalah()
    assert (_letak(masalah), masalah.tingkat) == (("simpul.csv", baris, "id"), Tingkat.PERINGATAN)
    assert "tidak mempunyai indikator" in masalah.pesan


def test_an_indicator_without_target_is_a_warning(paket: PaketUji) -> None:
    paket.simpan("target", [baris for baris in paket.baris("target") if baris[0] != "kla"])
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("indikator.csv", 3, "indikator")
    assert "tidak mempunyai target tahun 2020" in masalah.pesan


def test_a_reduction_called_turun_is_a_warning(tmp_path: Path) -> None:
    data = make_dasar()
    turun = replace(data.daftar_indikator[0], nama="Persentase pengurangan kasus", polaritas=Polaritas.TURUN)
    paket = PaketUji.make(tmp_path, replace(data, daftar_indikator=(turun, *data.daftar_indikator[1:])))
    assert [masalah.kolom for masalah in paket.periksa()] == ["polaritas", "rumus"]


def test_two_pagu_editions_of_one_number_are_a_warning(paket: PaketUji) -> None:
    paket.tambah("edisi_pagu", id="lain", nomor="1", nama="Lain", jenis="perubahan", cakupan="semua")
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("edisi_pagu.csv", 3, "nomor")
    assert "baris 2 dan 3" in masalah.pesan


def test_a_missing_reference_is_told_once_with_all_its_rows(paket: PaketUji) -> None:
    for baris in (2, 3):
        paket.ubah("nilai_variabel", baris, "variabel", "melayani")
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("nilai_variabel.csv", 2, "variabel")
    assert "Juga di 1 baris lain: 3" in masalah.pesan


# ---- files and their bytes


def test_a_file_that_is_not_utf8_says_where_and_how_to_save_it(paket: PaketUji) -> None:
    jalur = paket.folder / "isu.csv"
    jalur.write_bytes(b"uraian\nSatu\nCaf\xe9\n")
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("isu.csv", 3, None)
    assert "Bita ke-16 (0xE9) bukan UTF-8" in masalah.pesan
    assert "CSV UTF-8" in masalah.pesan


@pytest.mark.parametrize("berkas", ["paket.toml", "narasi/kesimpulan.md"])
@pytest.mark.parametrize("isi", [b"nama = '\xe9'\n", b"\xff\xfen\0", b"nama\0"])
def test_a_text_file_that_is_not_utf8_is_not_sent_to_a_spreadsheet(paket: PaketUji, berkas: str, isi: bytes) -> None:
    jalur = paket.folder / berkas
    jalur.parent.mkdir(exist_ok=True)
    jalur.write_bytes(isi)
    (masalah,) = [satu for satu in paket.periksa() if satu.berkas == berkas]
    assert masalah.baris == 1
    assert masalah.pesan.endswith("Di penyunting teks: Simpan Sebagai, pilih penyandian (encoding) UTF-8.")


def test_an_unreadable_paket_toml_hides_no_other_file(paket: PaketUji) -> None:
    (paket.folder / "paket.toml").write_bytes(b"versi_format = 1\nnama = '\xe9'\n")
    paket.ubah("target", 2, "nilai", "49.48")
    assert [_letak(masalah) for masalah in paket.periksa()] == [("paket.toml", 2, None), ("target.csv", 2, "nilai")]


def test_bytes_after_a_bom_are_counted_from_the_start_of_the_file(paket: PaketUji) -> None:
    (paket.folder / "isu.csv").write_bytes(b"\xef\xbb\xbfuraian\n\xff\n")
    assert "Bita ke-11 (0xFF)" in paket.satu_masalah().pesan


@pytest.mark.parametrize(
    ("isi", "baris", "potongan"),
    [
        ("uraian\nSatu\n".encode("utf-16"), 1, "UTF-16"),
        (b"uraian\nSa\0tu\n", 2, "Bita ke-10 bernilai NUL"),
        (b'uraian\n"Satu\nDua\n', 2, "tidak ditutup sampai akhir berkas"),
        (b'uraian\n"Satu" x\n', 2, "salah tempat"),
        (b"", 1, "Berkas kosong; baris pertama harus berisi nama kolom: uraian"),
        (b"uraian\n" + b"a" * 200_000 + b"\n", 2, "lebih dari 100000 karakter"),
        (b"uraian\n" + b"a" * 110_000 + b"\n", 2, "lebih dari 100000 karakter"),
        (b"uraian\nSatu,Dua\nTiga;Empat\n", 2, "di luar kolom bernama"),
        (b"uraian,\nSatu,Dua\n", 2, "di luar kolom bernama"),
        (b"uraian,,x\nSatu\n", 1, "Kolom ke-2 tidak bernama"),
        (b"uraian,uraian\nSatu,Dua\n", 1, "ada dua kali"),
        (b"uraian,catatan\nSatu,Dua\n", 1, "Kolom 'catatan' tidak dikenal. Yang ada: 'uraian'"),
        (b"urain\nSatu\n", 1, "Mungkin maksudnya 'uraian'"),
    ],
)
def test_broken_bytes_and_headers_are_told(paket: PaketUji, isi: bytes, baris: int, potongan: str) -> None:
    (paket.folder / "isu.csv").write_bytes(isi)
    masalah = paket.periksa()[0]
    assert (masalah.berkas, masalah.baris) == ("isu.csv", baris)
    assert potongan in masalah.pesan


def test_a_missing_required_column_is_told_once_and_hides_no_other_file(paket: PaketUji) -> None:
    baris = paket.baris("variabel")
    paket.simpan("variabel", [satu[1:] for satu in baris])
    paket.ubah("target", 2, "nilai", "49.48")
    daftar = paket.periksa()
    assert [_letak(masalah) for masalah in daftar] == [("variabel.csv", 1, "id"), ("target.csv", 2, "nilai")]
    assert "tidak ada padahal wajib" in daftar[0].pesan


@pytest.mark.parametrize("nama", ["indikator", "simpul", "edisi_rencana"])
def test_a_missing_required_file_is_told(paket: PaketUji, nama: str) -> None:
    (paket.folder / f"{nama}.csv").unlink()
    assert any(m.berkas == f"{nama}.csv" and "tidak ada padahal wajib" in m.pesan for m in paket.periksa())


def test_a_file_with_a_nearly_right_name_is_a_galat_and_a_strange_one_a_warning(paket: PaketUji) -> None:
    (paket.folder / "targets.csv").write_text("x\n", encoding="utf-8")
    (paket.folder / "catatan rapat.csv").write_text("x\n", encoding="utf-8")
    daftar = paket.periksa()
    assert [(m.berkas, m.tingkat.value) for m in daftar] == [
        ("targets.csv", "galat"),
        ("catatan rapat.csv", "peringatan"),
    ]
    assert "Mungkin maksudnya 'target'" in daftar[0].pesan


def test_a_file_that_cannot_be_opened_is_told(paket: PaketUji, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = Path.read_bytes

    def tolak(jalur: Path) -> bytes:
        if jalur.name == "isu.csv":
            raise PermissionError(13, "Permission denied")
        return asli(jalur)

    monkeypatch.setattr(Path, "read_bytes", tolak)
    assert "tidak dapat dibuka" in paket.periksa()[0].pesan


# ---- paket.toml


@pytest.mark.parametrize(
    ("lama", "baru", "kolom", "potongan"),
    [
        ("tahun = 2020", 'tahun = "dua"', "tahun", "bukan angka"),
        ("tahun = 2020", "tahun = 2020.5", "tahun", "bukan bilangan bulat"),
        ("tahun = 2020", "tahu = 2020", "tahu", "Mungkin maksudnya 'tahun'"),
        ("versi_format = 1", "versi_format = 2", "versi_format", "Pasang Tolok yang lebih baru"),
        ("versi_format = 1", "", "versi_format", "versi yang dikenal 1"),
        ('rencana_berlaku = "renstra-2020"', 'rencana_berlaku = "renstra"', "rencana_berlaku", "'renstra-2020'"),
        (', "murni-2020"]', "]", "pagu_triwulan", "Ada 3 edisi pagu triwulan"),
        ('"murni-2020", "murni-2020"]', '"murni", "murni-2020"]', "pagu_triwulan", "'murni' tidak ada"),
        ('nama_pendek = "nama pendek"', 'nama_pendek = ""', "instansi.nama_pendek", "wajib"),
        ('nama_pendek = "nama pendek"', "nama_pendek = {}", "instansi.nama_pendek", "Jenis isi ini tidak dikenal"),
        ("urusan = []", 'urusan = ["a|b"]', "instansi.urusan", "tanda '|'"),
        ("urusan = []", "urusan = [true, 2020-01-01, 10:00:00]", "instansi.urusan", "Jenis isi"),
        ('efisiensi = "E1"', 'efisiensi = "E9"', "kebijakan.efisiensi", "'E1', 'E2'"),
        ("bagian_minimum = 75", 'bagian_minimum = "75.5"', "kebijakan.bagian_minimum", "'75,5'"),
        ("bagian_minimum = 75", "bagian_minimum = 1e999", "kebijakan.bagian_minimum", "bukan angka"),
        ('skala = "permendagri-86-2017"', 'skala = "permendagri"', "kebijakan.skala", "tidak ada di kolom 'id'"),
        ("bawah = 66", "bawah = true", "skala.kelas.bawah", "bukan angka"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(paket: PaketUji, lama: str, baru: str, kolom: str, potongan: str) -> None:
    baris = paket.ganti("paket.toml", lama, baru)
    masalah = next(m for m in paket.periksa() if m.kolom == kolom)
    assert masalah.berkas == "paket.toml"
    assert masalah.baris in (baris, None if baru == "" else baris)
    assert potongan in masalah.pesan


def test_an_exact_decimal_of_toml_is_no_float(paket: PaketUji) -> None:
    from tolok.core.angka import Angka

    paket.ganti("paket.toml", "bagian_minimum = 75", "bagian_minimum = 66.1")
    assert load_paket(paket.folder).kebijakan.bagian_minimum == Angka(661, 10)


@pytest.mark.parametrize(
    ("lama", "baru"),
    [("tahun = 2020", "tahun 2020"), ("tahun = 2020", 'tahun = "'), ("tahun = 2020", "tahun = " + "9" * 5000)],
)
def test_toml_that_does_not_parse_is_told_once(paket: PaketUji, lama: str, baru: str) -> None:
    baris = paket.ganti("paket.toml", lama, baru)
    masalah = paket.satu_masalah()
    assert masalah.berkas == "paket.toml"
    assert masalah.baris in (baris, None)
    assert "bukan TOML yang benar" in masalah.pesan


@pytest.mark.parametrize(("lama", "baru"), [("[instansi]", "[instansi_kami]"), ("[[skala]]\n", "[skala]\n")])
def test_a_wrong_section_is_told(paket: PaketUji, lama: str, baru: str) -> None:
    paket.ganti("paket.toml", lama, baru)
    assert any(m.berkas == "paket.toml" and m.tingkat is Tingkat.GALAT for m in paket.periksa())


def test_sections_of_the_wrong_kind_are_told(paket: PaketUji) -> None:
    teks = (paket.folder / "paket.toml").read_text(encoding="utf-8")
    kepala = teks[: teks.index("[instansi]")]
    (paket.folder / "paket.toml").write_text(kepala + "instansi = 1\nskala = 2\n", encoding="utf-8")
    pesan = [masalah.pesan for masalah in paket.periksa()]
    assert any("tulis '[instansi]'" in satu for satu in pesan)
    assert any("tulis '[[skala]]'" in satu for satu in pesan)


def test_a_scale_with_a_gap_is_refused_with_its_place(paket: PaketUji) -> None:
    teks = (paket.folder / "paket.toml").read_text(encoding="utf-8")
    awal = teks.index("bawah = 66")
    baris = teks[: teks.index('id = "permendagri-86-2017"')].count("\n") + 1
    (paket.folder / "paket.toml").write_text(
        teks[:awal] + "bawah = 66\natas = 70" + teks[awal + 10 :], encoding="utf-8"
    )
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("paket.toml", baris, "skala.id")
    assert "Nilai mulai 70 di bawah 76 tidak masuk kelas mana pun" in masalah.pesan


def test_a_category_without_a_scale_is_told_at_the_indicator(paket: PaketUji) -> None:
    paket.ubah("indikator", 3, "skala", "")
    daftar = paket.periksa()
    assert _letak(daftar[0]) == ("indikator.csv", 3, "skala")
    assert "memerlukan skala" in daftar[0].pesan


def test_a_category_in_a_package_without_scales_is_told(paket: PaketUji) -> None:
    paket.simpan("indikator", [baris for baris in paket.baris("indikator") if baris[0] != "kla"])
    paket.simpan("target", [baris for baris in paket.baris("target") if baris[0] != "kla"])
    paket.simpan("nilai_tercatat", [baris for baris in paket.baris("nilai_tercatat") if baris[0] != "kla"])
    paket.simpan("jembatan", paket.baris("jembatan")[:1])
    teks = (paket.folder / "paket.toml").read_text(encoding="utf-8")
    (paket.folder / "paket.toml").write_text(teks[: teks.rindex("[[skala]]")], encoding="utf-8")
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("nilai_variabel.csv", 6, "nilai")
    assert "'Madya' tidak dapat dimengerti" in masalah.pesan


def test_a_broken_class_is_told_once_and_not_again_for_every_category(paket: PaketUji) -> None:
    baris = paket.ganti("paket.toml", 'label = "Madya"', 'label = ""')
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("paket.toml", baris, "skala.kelas.label")


# ---- narratives


@pytest.mark.parametrize(
    ("teks", "potongan"),
    [
        ("{capaian:iku-9}", "objek 'iku-9' tidak ada. Mungkin maksudnya 'iku-1'"),
        ("{capaian:iku-1@tw5}", "periode 'tw5' tidak ada"),
        ("{serapan:total@tw1#perubahan}", "edisi pagu 'perubahan' tidak ada"),
        ("{capaian}", "tidak terbaca"),
        ("{capain:iku-1}", "besaran 'capain' tidak ada untuk indikator"),
        ("{capaian:total}", "besaran 'capaian' tidak ada untuk anggaran"),
    ],
)
def test_a_token_that_names_nothing_is_told_with_line_and_column(paket: PaketUji, teks: str, potongan: str) -> None:
    (paket.folder / "narasi" / "gambaran_umum.md").write_text(f"\n\nSatu.\n\nLalu {teks}.\n", encoding="utf-8")
    masalah = paket.satu_masalah()
    assert _letak(masalah) == ("narasi/gambaran_umum.md", 5, "6")
    assert potongan in masalah.pesan


def test_a_key_that_is_no_safe_name_is_told(paket: PaketUji) -> None:
    (paket.folder / "narasi" / "Bab Satu.md").write_text("Teks\n", encoding="utf-8")
    (paket.folder / "narasi" / "gambar.png").write_bytes(b"x")
    (paket.folder / "narasi" / "rusak.md").write_bytes(b"\xff")
    pesan = {masalah.berkas: masalah.pesan for masalah in paket.periksa()}
    assert "pakai a-z" in pesan["narasi/Bab Satu.md"]
    assert "Hanya berkas .md" in pesan["narasi/gambar.png"]
    assert "bukan UTF-8" in pesan["narasi/rusak.md"]


# ---- no package at all, and very many problems


def test_a_place_without_a_package_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "berkas.txt").write_text("x", encoding="utf-8")
    for jalur, potongan in (
        (tmp_path, "tidak ada paket.toml"),
        (tmp_path / "tiada", "tidak ada. Periksa ejaannya"),
        (tmp_path / "berkas.txt", "Bukan folder paket dan bukan buku kerja .xlsx"),
    ):
        with pytest.raises(PaketTidakTerbaca, match=potongan):
            check_paket(jalur)


def test_a_package_in_which_everything_is_wrong_is_judged_in_bounded_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tolok.paket import masalah as modul
    from tolok.paket.acak import make_instansi_acak

    paket = PaketUji.make(tmp_path, make_instansi_acak(seed=3, jumlah_sasaran=3, ukuran=10))
    baris = paket.baris("variabel")
    asing = [[f"w{nomor}", f"Lain {nomor}", *satu[2:]] for nomor, satu in enumerate(baris[1:])]
    paket.simpan("variabel", [baris[0], *asing])
    perbandingan = []
    asli = modul.get_close_matches

    def hitung(kata: str, daftar: dict[str, str], **pilihan: float) -> list[str]:
        perbandingan.append(len(daftar))
        return asli(kata, daftar, **pilihan)  # type: ignore[arg-type]

    monkeypatch.setattr(modul, "get_close_matches", hitung)
    monkeypatch.setattr(modul, "BATAS_PERBANDINGAN", 1000)
    daftar = paket.periksa()
    assert len(daftar) >= len(baris) - 1
    assert sum(perbandingan) <= 1000


def test_very_many_problems_are_counted_and_the_first_listed(tmp_path: Path) -> None:
    from tolok.paket.acak import make_instansi_acak

    paket = PaketUji.make(tmp_path, make_instansi_acak(seed=2, jumlah_sasaran=3, ukuran=20))
    baris = paket.baris("nilai_variabel")
    posisi = baris[0].index("nilai")
    paket.simpan("nilai_variabel", [baris[0], *([*satu[:posisi], "x.y", *satu[posisi + 1 :]] for satu in baris[1:])])
    with pytest.raises(GalatPaket) as galat:
        load_paket(paket.folder)
    assert len(galat.value.daftar_masalah) == BATAS_MASALAH
    assert galat.value.jumlah == len(baris) - 1
    assert f"dan {len(baris) - 1 - BATAS_MASALAH} masalah lain" in str(galat.value)


@pytest.mark.parametrize(("isi", "harapan"), [
    ("uraian\nSatu, dua\n", ["Satu, dua"]),
    ("uraian\r\nSatu, dua\r\n\"Tiga; empat\"\r\n", ["Satu, dua", "Tiga; empat"]),
    ('uraian\n"Satu, dua"\nTiga; empat\n', ["Satu, dua", "Tiga; empat"]),
])  # fmt: skip
def test_a_table_of_one_column_is_read_with_either_separator(paket: PaketUji, isi: str, harapan: list[str]) -> None:
    (paket.folder / "isu.csv").write_bytes(isi.encode())
    assert [satu.uraian for satu in load_paket(paket.folder).daftar_isu] == harapan


def test_tabs_separate_columns_too(paket: PaketUji) -> None:
    (paket.folder / "penghargaan.csv").write_text("nama\ttingkat\ttahun\nSatu, dua\tkota\t2020\n", encoding="utf-8")
    (satu,) = load_paket(paket.folder).daftar_penghargaan
    assert (satu.nama, satu.tahun) == ("Satu, dua", 2020)


def test_a_folder_in_place_of_a_table_is_told(paket: PaketUji) -> None:
    (paket.folder / "isu.csv").unlink(missing_ok=True)
    (paket.folder / "isu.csv").mkdir()
    (masalah,) = paket.periksa()
    assert str(masalah) == "isu.csv: isu.csv sebuah folder, bukan berkas. Ganti namanya."


def test_what_cannot_be_opened_is_told_once_and_never_passed_over(
    paket: PaketUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = Path.read_bytes

    def read_bytes(jalur: Path) -> bytes:
        if jalur.name == "unit.csv" or jalur.suffix == ".md":
            raise PermissionError(errno.EACCES, "Permission denied", str(jalur))
        return asli(jalur)

    (narasi,) = load_paket(paket.folder).daftar_narasi
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    pesan = [str(masalah) for masalah in paket.periksa()]
    for berkas in ("unit.csv", f"narasi/{narasi.kunci}.md"):
        assert f"{berkas}: Berkas tidak dapat dibuka: tidak ada izin. Periksa izinnya." in pesan
        assert sum(satu.startswith(berkas) for satu in pesan) == 1


def test_a_folder_of_narratives_that_cannot_be_listed_is_told(paket: PaketUji, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = os.scandir

    def scandir(jalur: str | Path) -> Any:
        if Path(jalur).name == "narasi":
            raise PermissionError(errno.EACCES, "Permission denied", str(jalur))
        return asli(jalur)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [str(masalah) for masalah in paket.periksa()] == [
        "narasi: Folder tidak dapat dibuka: tidak ada izin. Periksa izinnya."
    ]


@pytest.mark.parametrize(("nama", "sebab"), [("a" * 300, "namanya terlalu panjang"), ("\0", "tidak ada")])
def test_an_impossible_address_is_unreadable(tmp_path: Path, nama: str, sebab: str) -> None:
    with pytest.raises(PaketTidakTerbaca, match=sebab):
        check_paket(tmp_path / nama)


@pytest.mark.parametrize(
    ("per_triwulan", "pesan"),
    [
        ({1: "5", 2: "6", 4: "9"}, "Triwulan III 2020 belum diisi padahal Triwulan IV sudah"),
        ({1: "5", 4: "6"}, "Triwulan II, III 2020 belum diisi padahal Triwulan IV sudah"),
        ({4: "6"}, ""),
        ({1: "5", 2: "", 3: "6"}, "Triwulan II 2020 belum diisi padahal Triwulan III sudah"),
        ({1: "5", 2: "belum_ada:tidak_dilaporkan", 3: "6"}, ""),
        ({1: "5", 2: "6"}, ""),
        ({0: "9"}, ""),
    ],
)
def test_a_quarter_that_was_passed_over_is_noted(paket: PaketUji, per_triwulan: dict[int, str], pesan: str) -> None:
    baris = "".join(f"terlayani,2020,{triwulan},{nilai}\n" for triwulan, nilai in per_triwulan.items())
    (paket.folder / "nilai_variabel.csv").write_text(f"variabel,tahun,triwulan,nilai\n{baris}", encoding="utf-8")
    daftar = [masalah for masalah in paket.periksa() if masalah.kolom == "triwulan"]
    assert bool(daftar) is bool(pesan)
    for masalah in daftar:
        assert masalah.tingkat is Tingkat.PERINGATAN
        assert (masalah.baris, masalah.sel) == (len(per_triwulan) + 1, f"C{len(per_triwulan) + 1}")
        assert masalah.pesan.startswith(pesan)
