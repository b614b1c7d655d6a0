"""What a read file says, beside what the example agency has stored."""

from __future__ import annotations

from functools import cache

import pytest
from tests.ingest.alih.bacaan_uji import PMKS, PMKS_PENDEK, anggaran, berkas, dokumen, indikator, nilai

from tolok.contoh import path_contoh
from tolok.core.bacaan.dokumen import BerkasTerbaca, Besaran, IndikatorTerbaca, JenisDokumen, Tingkat
from tolok.core.dokumen.sel import Letak
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.ingest.alih.keputusan import BARU, LEWATI, Keputusan
from tolok.ingest.alih.padanan import Cara
from tolok.ingest.alih.rancangan import Rancangan, Status, Usulan, format_letak
from tolok.ingest.alih.susun import (
    BUKAN_RINCIAN,
    DIHITUNG,
    TAHUN_DEPAN,
    TAHUN_LAIN,
    TANPA_NILAI,
    TANPA_TAHUN,
    susun_rancangan,
)
from tolok.paket.muat import load_paket

KEGIATAN = "Pengelolaan Administrasi Keuangan"


@cache
def _data() -> TahunInstansi:
    return load_paket(path_contoh("probolinggo-2020"))


def _susun(isi: BerkasTerbaca, **keputusan: dict[str, object]) -> Rancangan:
    return susun_rancangan(isi, _data(), Keputusan.from_data(keputusan))


def _indikator(*daftar: IndikatorTerbaca, jenis: JenisDokumen = JenisDokumen.LKJIP) -> BerkasTerbaca:
    return berkas(dokumen(jenis=jenis, indikator=daftar))


def _satu(rancangan: Rancangan) -> Usulan:
    (usulan,) = rancangan.daftar_usulan
    return usulan


@pytest.mark.parametrize(
    ("tercetak", "angka", "status", "tersimpan"),
    [("86%", "86", Status.SAMA, "86%"), ("87%", "87", Status.BEDA, "86%")],
)
def test_a_target_is_the_stored_one_or_differs(tercetak: str, angka: str, status: Status, tersimpan: str) -> None:
    isi = _indikator(indikator(PMKS, nilai(Besaran.TARGET, tercetak, angka)), jenis=JenisDokumen.PERJANJIAN)
    usulan = _satu(_susun(isi))
    assert (usulan.tujuan, usulan.status, usulan.tersimpan, usulan.tertulis) == ("pk-2020", status, tersimpan, tercetak)
    assert not usulan.is_ikut


def test_a_value_of_which_nothing_is_stored_is_new_and_goes_in() -> None:
    usulan = _satu(_susun(_indikator(indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)))))
    assert (usulan.status, usulan.periode, usulan.is_disimpan) == (Status.BARU, Periode(2017), True)


@pytest.mark.parametrize(
    ("tercetak", "angka", "is_sama"),
    [
        ("92%", "92", True),
        ("70,32%", "70.32", True),
        ("70,3%", "70.3", True),
        ("70%", "70", True),
        ("70,4%", "70.4", False),
    ],
)
def test_a_realisasi_is_stored_if_it_is_so_recorded_or_computed_as_far_as_printed(
    tercetak: str, angka: str, is_sama: bool
) -> None:
    """Recorded are 92 %, computed 1277 of 1816."""
    usulan = _satu(_susun(_indikator(indikator(PMKS, nilai(Besaran.REALISASI, tercetak, angka)))))
    assert (usulan.status is Status.SAMA) == is_sama


def test_a_category_is_read_on_the_scale_of_its_indicator() -> None:
    nama = next(e.nama for e in _data().daftar_indikator if e.indikator == "kla")
    isi = _indikator(
        IndikatorTerbaca(
            nama,
            nilai=(
                nilai(Besaran.TARGET, "Madya", None, kategori="Madya"),
                nilai(Besaran.TARGET, "Emas", None, kategori="Emas", tahun=2021),
            ),
        )
    )
    sama, salah = _susun(isi).daftar_usulan
    assert sama.status is Status.SAMA
    assert "“Emas” tidak ada dalam" in salah.masalah
    assert not salah.is_disimpan


def test_a_name_that_drifted_is_asked_about_before_its_values_go_in() -> None:
    isi = _indikator(indikator(PMKS_PENDEK, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)))
    rancangan = _susun(isi)
    (objek,) = rancangan.daftar_objek
    assert (objek.usul, objek.cara, objek.pilihan) == ("pmks", Cara.MIRIP, "")
    assert rancangan.daftar_belum_jelas == (objek,)
    assert not rancangan.daftar_simpan
    pasti = _susun(isi, padanan={objek.kunci: "pmks"})
    assert [usulan.objek.pilihan for usulan in pasti.daftar_simpan] == ["pmks"]
    assert not _susun(isi, padanan={objek.kunci: LEWATI}).daftar_simpan


@pytest.mark.parametrize("catatan", ["ocr", "ragu"])
def test_a_doubtful_value_waits_for_a_person(catatan: str) -> None:
    angka = "91" if catatan == "ocr" else None
    isi = _indikator(indikator(PMKS, nilai(Besaran.REALISASI, "91%", angka, tahun=2017, catatan=(catatan,))))
    usulan = _satu(_susun(isi))
    assert (usulan.is_ragu, usulan.is_disimpan) == (True, False)
    pasti = _satu(_susun(isi, nilai={usulan.kunci: "19%"}))
    assert (pasti.tertulis, pasti.is_disimpan) == ("19%", True)
    assert _satu(_susun(isi, ikut={usulan.kunci: True})).is_disimpan == (catatan == "ocr")
    salah = _satu(_susun(isi, nilai={usulan.kunci: "sekitar 19"}))
    assert (salah.is_disimpan, "bukan angka" in salah.masalah) == (False, True)


def test_another_unit_and_too_many_decimals_are_named() -> None:
    isi = _indikator(
        indikator(PMKS, nilai(Besaran.TARGET, "86 orang", "86", satuan="orang")),
        indikator(PMKS, nilai(Besaran.TARGET, "86,1234567", "86.1234567", tahun=2021)),
    )
    satuan, desimal = _susun(isi).daftar_usulan
    assert "bersatuan “%”" in satuan.masalah
    assert "lebih dari enam" in desimal.masalah


def test_the_same_value_in_several_tables_is_one_with_all_its_places() -> None:
    lain = Letak(halaman=9)
    isi = _indikator(
        indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)),
        indikator(PMKS, nilai(Besaran.REALISASI, "91,0%", "91.0", tahun=2017, letak=lain)),
    )
    assert _satu(_susun(isi)).daftar_letak == (lain,)


def test_a_file_that_contradicts_itself_chooses_nothing() -> None:
    isi = _indikator(
        indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)),
        indikator(PMKS, nilai(Besaran.REALISASI, "92%", "92", tahun=2017)),
    )
    rancangan = _susun(isi)
    assert [(u.is_bertentangan, u.is_ikut) for u in rancangan.daftar_usulan] == [(True, False)] * 2
    satu, dua = (usulan.kunci for usulan in rancangan.daftar_usulan)
    assert [u.tertulis for u in _susun(isi, ikut={dua: True}).daftar_simpan] == ["92%"]
    assert len(_susun(isi, ikut={satu: True, dua: True}).daftar_bentrok) == 2


def test_what_is_not_stored_is_counted_with_its_reason() -> None:
    isi = berkas(
        dokumen(
            tahun=None,
            indikator=(
                indikator(
                    PMKS,
                    nilai(Besaran.CAPAIAN, "107%", "107"),
                    nilai(Besaran.TARGET, "-", None),
                    nilai(Besaran.TARGET, "86%", "86", tahun=None),
                    nilai(Besaran.TARGET_AKHIR, "75%", "75", tahun=None),
                    nilai(Besaran.KONDISI_AWAL, "70%", "70", tahun=None),
                    nilai(Besaran.REALISASI, "86%", "86", tahun=2023),
                ),
                indikator("Jumlah laporan", nilai(Besaran.TARGET, "12", "12"), tingkat="individu"),
            ),
            anggaran=(
                anggaran(
                    "1", "Peningkatan Kinerja Lembaga dan Aparatur Pemerintah", _pagu("9"), tingkat=Tingkat.PROGRAM
                ),
                anggaran("1.1", KEGIATAN, _pagu("1", tahun=2019), induk=0),
                anggaran("", "Jumlah", _pagu("9"), tingkat=Tingkat.TOTAL),
            ),
        )
    )
    rancangan = _susun(isi)
    assert not rancangan.daftar_usulan
    assert rancangan.lain == {
        DIHITUNG: 1, TANPA_NILAI: 1, TANPA_TAHUN: 3, TAHUN_DEPAN: 1, BUKAN_RINCIAN: 1, TAHUN_LAIN: 1,
    }  # fmt: skip
    assert _satu(_susun(isi, tahun={"0": 2021})).periode == Periode(2021)


def _pagu(angka: str, **lain: object):  # type: ignore[no-untyped-def]
    return nilai(Besaran.PAGU, f"Rp {angka}", angka, **lain)


@pytest.mark.parametrize(
    ("kode", "nama", "usul", "cara", "is_jelas"),
    [
        ("1.1", KEGIATAN, "1.1", Cara.KODE, True),
        ("01.01.", KEGIATAN.upper(), "1.1", Cara.KODE, True),
        ("1.1", "Pengelolaan Adm. Keuangan", "1.1", Cara.MIRIP, False),
        ("1.1", "Perlindungan dan Jaminan Sosial", "2.3", Cara.NAMA, True),
        ("", KEGIATAN, "1.1", Cara.NAMA, True),
        ("9.9", "Pengadaan Mobil Jenazah", "", None, False),
    ],
)
def test_a_budget_row_is_found_by_code_and_name(
    kode: str, nama: str, usul: str, cara: Cara | None, is_jelas: bool
) -> None:
    isi = berkas(dokumen(anggaran=(anggaran(kode, nama, _pagu("1")),)))
    (objek,) = _susun(isi).daftar_objek
    assert (objek.usul, objek.cara, objek.is_jelas) == (usul, cara, is_jelas)


def test_the_same_name_under_another_program_is_only_a_proposal() -> None:
    isi = berkas(
        dokumen(
            anggaran=(
                anggaran("", "Pemberdayaan Perempuan", tingkat=Tingkat.PROGRAM),
                anggaran("", KEGIATAN, _pagu("1"), induk=0),
            )
        )
    )
    program, kegiatan = _susun(isi).daftar_objek
    assert (program.pilihan, kegiatan.usul, kegiatan.cara) == ("5", "1.1", Cara.MIRIP)


def test_money_is_compared_with_the_edition_and_the_quarter_of_the_document() -> None:
    isi = berkas(
        dokumen(
            triwulan=2,
            anggaran=(
                anggaran(
                    "1.1",
                    KEGIATAN,
                    _pagu("62733100"),
                    nilai(Besaran.REALISASI, "22.702.500", "22702500", triwulan=2),
                    nilai(Besaran.REALISASI, "43.332.501", "43332501"),
                ),
            ),
        )
    )
    pagu, triwulan, setahun = _susun(isi).daftar_usulan
    assert (pagu.tujuan, pagu.periode) == ("refocusing", Periode(2020))
    assert (triwulan.status, triwulan.periode) == (Status.SAMA, Periode(2020, 2))
    assert (setahun.status, setahun.periode, setahun.tersimpan) == (
        Status.BEDA, Periode(2020, 4), "Rp\u00a043.332.500",
    )  # fmt: skip


def test_a_new_pagu_edition_is_stored_whole() -> None:
    isi = berkas(dokumen(anggaran=(anggaran("1.1", KEGIATAN, _pagu("62733100")),)))
    baru = _satu(_susun(isi, pagu={"0": BARU}))
    assert (baru.tujuan, baru.is_disimpan) == (BARU, True)
    assert not _satu(_susun(isi, pagu={"0": "tw1"})).is_ikut


def test_places_are_printed_in_words() -> None:
    assert format_letak(Letak(3, 7, "Tabel 2.1", "C2")) == "halaman 3, Tabel 2.1, baris 7, sel C2"
    assert format_letak(Letak()) == ""


def test_decisions_survive_json_and_what_is_none_is_dropped() -> None:
    isi = {"padanan": {"a": "b"}, "tahun": {"0": 2020, "1": "x"}, "ikut": {"k": False}, "lain": 1, "target": []}
    keputusan = Keputusan.from_data(isi)
    assert keputusan == Keputusan(padanan={"a": "b"}, tahun={"0": 2020}, ikut={"k": False})
    assert Keputusan.from_data(keputusan.to_data()) == keputusan
    baru = keputusan.with_lain(Keputusan(ikut={"k": True}, nilai={"k": "1"}))
    assert (baru.ikut, baru.nilai, baru.padanan) == ({"k": True}, {"k": "1"}, {"a": "b"})
