"""Writing a package and loading it again gives the same agency-year, and the same bytes."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from dasar_paket import PaketUji, make_dasar
from hypothesis import given, settings
from hypothesis import strategies as st

from tolok.core.angka import Angka
from tolok.core.hasil.rujukan import PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import NilaiTercatat
from tolok.core.kebijakan import Kebijakan
from tolok.core.narasi import parse_narasi
from tolok.core.naskah import Isu, Narasi
from tolok.core.nilai import (
    AlasanBelumAda,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Rentang,
    Tanda,
    with_tanda,
)
from tolok.core.periode import Periode
from tolok.core.skala import Kelas, Skala
from tolok.paket.acak import make_instansi_acak
from tolok.paket.masalah import GalatPaket
from tolok.paket.muat import check_paket, load_paket
from tolok.paket.susun import susun_paket
from tolok.paket.tulis import write_paket
from tolok.paket.tulis_buku import format_buku
from tolok.paket.tulis_folder import format_folder

BENTUK = ("folder", "buku.xlsx")


@pytest.mark.parametrize("nama", BENTUK)
def test_a_package_loads_as_it_was_written_without_any_problem(tmp_path: Path, nama: str) -> None:
    data = make_dasar()
    write_paket(data, tmp_path / nama)
    hasil = check_paket(tmp_path / nama)
    assert hasil.daftar_masalah == ()
    assert hasil.data == data


@pytest.mark.parametrize("nama", BENTUK)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=25)
def test_random_agencies_round_trip_to_the_byte(tmp_path_factory: pytest.TempPathFactory, nama: str, seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    jalur = tmp_path_factory.mktemp("acak") / nama
    write_paket(data, jalur)
    hasil = check_paket(jalur)
    assert hasil.jumlah_galat == 0
    assert hasil.data == data
    paket, ulang = susun_paket(data), susun_paket(load_paket(jalur))
    assert format_folder(paket) == format_folder(ulang)
    assert format_buku(paket) == format_buku(ulang)


def test_a_random_agency_holds_something_in_every_table() -> None:
    daftar = [make_instansi_acak(seed=seed) for seed in range(20)]
    kosong = [
        ruas.name
        for ruas in fields(daftar[0])
        if ruas.name.startswith("daftar_") and not any(getattr(data, ruas.name) for data in daftar)
    ]
    assert kosong == []


def test_the_tokens_of_random_narratives_can_be_looked_up() -> None:
    for seed in range(25):
        data = make_instansi_acak(seed=seed)
        cari = PencariToken(HasilTahun(data))
        for narasi in data.daftar_narasi:
            assert parse_narasi(narasi.kunci, narasi.teks, cari).daftar_galat == ()
        for analisis in data.daftar_analisis:
            assert parse_narasi(analisis.indikator, analisis.penyebab, cari).daftar_galat == ()


def test_size_multiplies_a_random_agency() -> None:
    satu = make_instansi_acak(seed=5, jumlah_sasaran=2)
    sepuluh = make_instansi_acak(seed=5, jumlah_sasaran=2, ukuran=10)
    sasaran = [sum(simpul.id.startswith("s") for simpul in data.daftar_simpul) for data in (satu, sepuluh)]
    assert sasaran == [2, 20]
    assert check_anggota(sepuluh) > 5 * check_anggota(satu)


def check_anggota(data: object) -> int:
    return sum(len(getattr(data, ruas.name)) for ruas in fields(data) if ruas.name.startswith("daftar_"))  # type: ignore[arg-type]


def test_the_texts_are_those_an_officer_writes(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path)
    tercatat = paket.baris("nilai_tercatat")
    assert tercatat[1][:7] == ["iku-1", "2019", "0", "", "49,48%", "bertentangan | tahun_data:2018", "dua sumber"]
    assert tercatat[2][4:7] == ["belum_ada:tidak_dievaluasi", "", "Tidak ada evaluasi."]
    assert tercatat[3][4:7] == ["tidak_dapat_dihitung:tanpa_data", "sementara", "Arsip hilang."]
    assert [baris[2] for baris in paket.baris("pagu")] == ["jumlah", "2.501.951.000", "661.755.750,50", "0"]
    assert paket.baris("pagu")[3][4] == "-"
    assert paket.baris("target")[4][3] == "80%-90,5%"
    assert paket.baris("nilai_variabel")[5][4] == "Madya"


@pytest.mark.parametrize("pemisah", [",", ";"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_file_saved_by_excel_reads_the_same(tmp_path: Path, pemisah: str, bom: bytes) -> None:
    paket = PaketUji.make(tmp_path)
    for jalur in paket.folder.glob("*.csv"):
        baris = paket.baris(jalur.stem)
        teks = "\r\n".join(pemisah.join('"' + sel.replace('"', '""') + '"' for sel in satu) for satu in baris)
        jalur.write_bytes(bom + teks.encode() + b"\r\n")
    assert load_paket(paket.folder) == make_dasar()


def test_order_of_columns_and_absent_optional_columns_do_not_matter(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path)
    baris = [satu[::-1] for satu in paket.baris("target")]
    buang = baris[0].index("dasar")
    paket.simpan("target", [[sel for nomor, sel in enumerate(satu) if nomor != buang] for satu in baris])
    (paket.folder / "isu.csv").unlink()
    (paket.folder / "penghargaan.csv").unlink()
    assert load_paket(paket.folder) == make_dasar()


def test_rewriting_keeps_other_files_and_drops_narratives_that_are_gone(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path)
    (paket.folder / "bukti").mkdir()
    (paket.folder / "bukti" / "a.pdf").write_bytes(b"isi")
    (paket.folder / "perbedaan.csv").write_text("letak,kami\n", encoding="utf-8")
    data = replace(make_dasar(), daftar_narasi=(Narasi(kunci="bab/lain", teks="Teks."),))
    write_paket(data, paket.folder)
    assert load_paket(paket.folder) == data
    assert (paket.folder / "bukti" / "a.pdf").read_bytes() == b"isi"
    assert (paket.folder / "perbedaan.csv").exists()
    assert not (paket.folder / "narasi" / "gambaran_umum.md").exists()
    assert [jalur.name for jalur in tmp_path.iterdir()] == ["paket"]


@pytest.mark.parametrize("nama", BENTUK)
def test_no_cap_and_an_empty_text_beside_a_default_survive(tmp_path: Path, nama: str) -> None:
    data = replace(make_dasar(), kebijakan=Kebijakan(batas=None, bagian_minimum=Angka(665, 10)))
    data = replace(data, daftar_indikator=tuple(replace(edisi, tingkat="") for edisi in data.daftar_indikator))
    write_paket(data, tmp_path / nama)
    assert load_paket(tmp_path / nama) == data


@pytest.mark.parametrize("nama", BENTUK)
def test_classes_with_bounds_of_their_own_survive(tmp_path: Path, nama: str) -> None:
    kelas = (
        Kelas(label="Rendah", kode="R", atas=Angka(905, 10), atas_termasuk=True),
        Kelas(label="Tinggi", kode="T", bawah=Angka(905, 10), bawah_termasuk=False),
    )
    skala = Skala(
        id="lain",
        nama="Lain",
        jenis="kelas",
        kelas=kelas,
        berlaku_tahun_awal=2010,
        berlaku_tahun_akhir=2030,
        pembulatan=2,
    )
    data = make_dasar()
    data = replace(data, daftar_skala=(*data.daftar_skala, skala))
    write_paket(data, tmp_path / nama)
    assert load_paket(tmp_path / nama) == data


def _tercatat(nilai: object) -> NilaiTercatat:
    return NilaiTercatat(indikator="iku-1", periode=Periode(2017), nilai=nilai, sumber="x")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("nilai", "potongan"),
    [
        (Bilangan(Angka(1, 3), "%"), "lebih dari 6 desimal"),
        (Bilangan(Angka(5), "orang"), "tidak dapat ditulis di bawah satuan '%'"),
        (Kategori("Utama", 4, "lain"), "tidak dapat ditulis"),
        (Bilangan(Angka(1, hampiran=True), "%"), "hampiran"),
        (Rentang(Angka(10**14), Angka(10**14), "%"), "di luar jangkauan"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(tmp_path: Path, nilai: object, potongan: str) -> None:
    data = replace(make_dasar(), daftar_nilai_tercatat=(_tercatat(nilai),))
    with pytest.raises(GalatPaket) as galat:
        write_paket(data, tmp_path / "paket")
    (masalah,) = galat.value.daftar_masalah
    assert (masalah.berkas, masalah.baris, masalah.kolom) == ("nilai_tercatat.csv", 2, "nilai")
    assert potongan in masalah.pesan
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("teks", [" spasi", "akhir\n", "a\x07b", "a\rb"])
def test_texts_that_would_change_are_not_written(tmp_path: Path, teks: str) -> None:
    with pytest.raises(GalatPaket):
        write_paket(replace(make_dasar(), daftar_isu=(Isu(uraian=teks),)), tmp_path / "paket")


@pytest.mark.parametrize(
    ("nama", "ubahan", "letak"),
    [
        ("daftar_simpul", {"strategi": ("a|b",)}, ("simpul.csv", 2, "strategi")),
        ("daftar_simpul", {"strategi": ("",)}, ("simpul.csv", 2, "strategi")),
        ("daftar_pagu", {"sen": -1}, ("pagu.csv", 2, "jumlah")),
        ("daftar_pagu", {"sumber_dana": "-"}, ("pagu.csv", 2, "sumber_dana")),
        ("daftar_unit", {"nama": ""}, ("unit.csv", 2, "nama")),
        ("daftar_nilai_tercatat", {"nilai": with_tanda(BelumAda(AlasanBelumAda.BELUM_TERBIT, "a|b"))}, None),
        ("daftar_nilai_tercatat", {"nilai": Bilangan(Angka(5), "%", (Tanda(JenisTanda.SEMENTARA, "", 2019),))}, None),
        ("daftar_narasi", {"kunci": "Bab Satu"}, ("narasi/Bab Satu.md", None, None)),
        ("daftar_narasi", {"teks": " a"}, ("narasi/gambaran_umum.md", None, None)),
    ],
)
def test_a_value_without_a_text_is_named_with_its_place(
    tmp_path: Path, nama: str, ubahan: dict[str, object], letak: tuple[str, int | None, str | None] | None
) -> None:
    data = make_dasar()
    pertama, *sisa = getattr(data, nama)
    data = replace(data, **{nama: (replace(pertama, **ubahan), *sisa)})
    with pytest.raises(GalatPaket) as galat:
        write_paket(data, tmp_path / "paket")
    (masalah,) = galat.value.daftar_masalah
    assert (masalah.berkas, masalah.baris, masalah.kolom) == (letak or ("nilai_tercatat.csv", 2, "nilai"))


def test_a_text_too_long_for_a_cell_is_named_and_fits_a_folder(tmp_path: Path) -> None:
    data = replace(make_dasar(), daftar_narasi=(Narasi(kunci="panjang", teks="a" * 40_000),))
    with pytest.raises(GalatPaket, match="40000 karakter"):
        write_paket(data, tmp_path / "buku.xlsx")
    write_paket(data, tmp_path / "folder")
    assert load_paket(tmp_path / "folder") == data


@given(
    teks=st.text(
        st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\ufffe\uffff"), min_size=1, max_size=40
    )
)
@settings(max_examples=60)
def test_any_writable_text_survives_both_forms(tmp_path_factory: pytest.TempPathFactory, teks: str) -> None:
    data = replace(make_dasar(), daftar_isu=(Isu(uraian=teks),))
    akar = tmp_path_factory.mktemp("teks")
    try:
        paket = susun_paket(data)
    except GalatPaket:
        return
    assert paket.tabel["isu"] == ((teks,),)
    for nama in BENTUK:
        write_paket(data, akar / nama)
        assert load_paket(akar / nama) == data
