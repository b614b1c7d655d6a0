"""The budget pages print the figures of the published report, on the edition they name."""

from __future__ import annotations

import pytest
from tests.web.baca_html import get_baris, get_isi, get_teks
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


@pytest.mark.parametrize(
    ("edisi", "nama", "serapan"),
    [
        ("tw1", "Pagu Triwulan I", "45,83%"),
        ("refocusing", "Pagu setelah refocusing", "89,74%"),
        ("t32", "Pagu perubahan", "86,58%"),
    ],
)
def test_the_total_of_the_fourth_quarter_is_taken_of_the_edition_in_the_head(
    perencana: Pengguna, edisi: str, nama: str, serapan: str
) -> None:
    jawaban = buka(perencana, "anggaran", kueri={"edisi": edisi})
    baris = get_baris(jawaban, "Total")
    assert baris[1:8] == [
        "6.671.923.749", "3.407.000.210", "3.531.680.129",
        "433.442.277", "1.047.264.062", "1.693.705.935", "3.057.589.710",
    ]  # fmt: skip
    assert baris[8] == serapan
    assert f"Serapan terhadap {nama}" in get_teks(jawaban)


def test_the_form_of_a_quarter_uses_the_edition_that_was_printed_on_it(perencana: Pengguna) -> None:
    assert get_baris(buka(perencana, "anggaran", periode="tw2"), "Total")[-2] == "30,74%"
    assert get_baris(buka(perencana, "anggaran", periode="tw4"), "Total")[-2] == "45,83%"
    assert get_baris(buka(perencana, "anggaran", periode="tahun"), "Total")[-2] == "86,58%"


def test_all_editions_give_their_serapan_at_once(perencana: Pengguna) -> None:
    teks = get_teks(buka(perencana, "anggaran"))
    for serapan in ("serapan 45,83%", "serapan 89,74%", "serapan 86,58%"):
        assert serapan in teks


def test_support_stands_apart_from_what_serves_no_sasaran(perencana: Pengguna) -> None:
    teks = get_teks(buka(perencana, "anggaran", periode="tahun"))
    assert (
        "Sasaran 1 (Meningkatnya Kualitas dan Kemampuan Penyandang Masalah Kesejahteraan Sosial (PMKS)) 49,99%" in teks
    )
    assert "Penunjang 35,05%" in teks
    assert "Program urusan tanpa sasaran 1,33%" in teks
    assert "tanpa sasaran: Keberdayaan Masyarakat" in teks


def test_a_quarter_shows_only_what_was_known_at_its_end(perencana: Pengguna) -> None:
    baris = get_baris(buka(perencana, "anggaran", periode="tw2"), "Total")
    assert baris[4:6] == ["433.442.277", "1.047.264.062"]
    assert "3.057.589.710" not in get_isi(buka(perencana, "anggaran", periode="tw2"))


def test_each_sasaran_shows_what_serves_it(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "anggaran_layanan", periode="tahun")
    assert get_baris(jawaban, "Sasaran 1")[1:] == ["1.765.364.050", "1.623.745.409", "91,98%", "49,99%"]
    assert get_baris(jawaban, "Kategori Kota Layak Anak")[1:] == ["70.444.225", "67.902.500", "96,39%", "1,99%"]
    assert get_baris(jawaban, "Penunjang")[1:] == ["1.237.799.594", "996.824.501", "80,53%", "35,05%"]
    assert get_baris(jawaban, "Program urusan tanpa sasaran")[1:] == ["46.975.000", "46.065.500", "98,06%", "1,33%"]


def test_kinds_of_spending_and_sources_of_funds_add_up_to_the_total(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "anggaran_rincian", periode="tahun")
    pagu = ["6.671.923.749", "3.407.000.210", "3.531.680.129", "100,00%"]
    assert get_baris(jawaban, "belanja langsung")[1:] == pagu
    assert get_baris(jawaban, "APBD")[1:] == pagu


def test_two_editions_are_compared_node_by_node(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "anggaran_edisi", kueri={"dari": "tw1", "ke": "refocusing"})
    assert get_baris(jawaban, "Total")[1:] == ["6.671.923.749", "3.407.000.210", "−3.264.923.539", "−48,94%"]
    assert get_baris(jawaban, "Keberdayaan Masyarakat")[1:] == ["195.822.750", "118.612.250", "−77.210.500", "−39,43%"]
    kembali = buka(perencana, "anggaran_edisi", kueri={"dari": "refocusing", "ke": "tw1"})
    assert get_baris(kembali, "Total")[3:] == ["+3.264.923.539", "+95,83%"]


def test_every_edition_says_its_document_scope_and_use(perencana: Pengguna) -> None:
    baris = get_baris(buka(perencana, "anggaran_edisi"), "1. Pagu Triwulan I")
    assert "nomor dan tanggal DPA belum dicatat" in baris[1]
    assert baris[2].startswith("Belanja langsung pada 8 program dan 19 kegiatan")
    assert baris[3] == "formulir TW I, formulir TW III, formulir TW IV"
