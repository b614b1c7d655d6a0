"""New packages are valid from the start; the next year keeps what stays and empties what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from dasar_paket import make_dasar, terisi
from hypothesis import given, settings
from hypothesis import strategies as st

from tolok.core.naskah import Narasi
from tolok.core.nilai import AlasanBelumAda, BelumAda
from tolok.paket.acak import make_instansi_acak
from tolok.paket.baru import format_petunjuk, make_paket_awal, make_paket_lanjutan
from tolok.paket.muat import check_paket
from tolok.paket.periksa_isian import AWALAN_ISIAN
from tolok.paket.tulis import write_paket


@pytest.mark.parametrize("nama", ["paket", "paket.xlsx"])
def test_a_new_package_can_be_used_and_lists_what_is_to_be_written(tmp_path: Path, nama: str) -> None:
    awal = make_paket_awal(tahun=2027, id_instansi="dinas-saya")
    write_paket(awal, tmp_path / nama)
    hasil = check_paket(tmp_path / nama)
    assert hasil.data == awal
    assert hasil.jumlah_galat == 0
    assert len(hasil.daftar_masalah) == repr(awal).count(f"'{AWALAN_ISIAN} ")
    (masalah,) = (satu for satu in hasil.daftar_masalah if satu.kolom == "instansi.nama")
    assert masalah.pesan == "Belum diisi; tulis nama lengkap perangkat daerah."
    assert masalah.baris is not None


def test_a_written_package_has_nothing_left_to_write(tmp_path: Path) -> None:
    write_paket(terisi(make_paket_awal(tahun=2027)), tmp_path / "paket")
    assert check_paket(tmp_path / "paket").daftar_masalah == ()


@pytest.mark.parametrize("nama", ["paket", "paket.xlsx"])
def test_a_narrative_that_is_still_a_suggestion_is_listed(tmp_path: Path, nama: str) -> None:
    data = replace(make_dasar(), daftar_narasi=(Narasi(kunci="sejarah", teks="ISI: sejarah"),))
    write_paket(data, tmp_path / nama)
    (masalah,) = check_paket(tmp_path / nama).daftar_masalah
    assert (masalah.pesan, masalah.tingkat.value) == ("Belum diisi; tulis sejarah.", "peringatan")


@given(seed=st.integers(0, 10**6))
@settings(max_examples=20)
def test_the_next_year_of_any_agency_can_be_used(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    lama = make_instansi_acak(seed=seed)
    baru = make_paket_lanjutan(lama, tahun=lama.tahun + 1)
    folder = tmp_path_factory.mktemp("lanjut") / "paket"
    write_paket(baru, folder)
    hasil = check_paket(folder)
    assert hasil.jumlah_galat == 0, [str(masalah) for masalah in hasil.daftar_masalah]
    assert hasil.data == baru


def test_the_next_year_keeps_the_plan_and_its_history_and_empties_the_year() -> None:
    lama = make_dasar()
    baru = make_paket_lanjutan(lama, tahun=2021)
    for nama in (
        "daftar_unit",
        "daftar_jabatan",
        "daftar_simpul",
        "daftar_indikator",
        "daftar_variabel",
        "daftar_anggaran",
    ):
        assert getattr(baru, nama) == getattr(lama, nama)
    assert baru.daftar_pagu == baru.daftar_realisasi == baru.daftar_analisis == ()
    assert [target.dokumen for target in baru.daftar_target if target.periode.tahun == 2021] == [
        "renstra-2020", "pk-2021", "pk-2021",
    ]  # fmt: skip
    nilai_baru = [isi.nilai for isi in baru.daftar_nilai_variabel if isi.periode.tahun == 2021]
    assert set(nilai_baru) == {BelumAda(AlasanBelumAda.BELUM_DIISI)}
    assert len(nilai_baru) == 4 * len(lama.daftar_variabel)
    assert [isi for isi in baru.daftar_nilai_variabel if isi.periode.tahun == 2020] == list(lama.daftar_nilai_variabel)
    assert [(pk.id, pk.nomor, pk.edisi_pagu) for pk in baru.daftar_perjanjian] == [("pk-2021", "", "murni-2021")]
    assert [narasi.teks for narasi in baru.daftar_narasi] == [""]


def test_the_next_year_of_a_package_without_agreement_and_pagu_can_be_made() -> None:
    lama = replace(make_dasar(), daftar_perjanjian=(), daftar_edisi_pagu=())
    baru = make_paket_lanjutan(lama, tahun=2021)
    assert baru.daftar_perjanjian == ()
    assert {target.dokumen for target in baru.daftar_target} == {"renstra-2020"}


def test_the_guide_names_every_file() -> None:
    assert "### `nilai_variabel.csv`" in format_petunjuk()
