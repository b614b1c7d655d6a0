"""The performance tree: everything a reader knows, in one tree, and what is missing in it."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from typing import Any

import pytest
from tests.web.dunia import INSTANSI, muat_contoh
from tests.web.penjelasan.conftest import Masuk, alamat, make_konteks, tandai, teks

from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.penjelasan.pohon import PohonKinerja, make_pohon
from tolok.web.penjelasan.pohon.baris import BarisPohon
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.tautan import Penaut


def _pohon(tahun: TahunKinerja, **lain: Any) -> PohonKinerja:
    tampak = AngkaTampak(TahunTampak(make_konteks(tahun)))
    return make_pohon(tampak, Penaut(tampak.tahun.konteks), **lain)


def _nama(isi: str) -> list[str]:
    return [unescape(nama) for nama in re.findall(r'class="nama"[^>]*>([^<]*)<', isi)]


def _cari(pohon: PohonKinerja, nama: str) -> BarisPohon:
    return next(baris for baris in pohon.daftar_baris if baris.nama == nama)


def test_the_tree_leads_from_tujuan_to_kegiatan_with_target_capaian_and_pagu(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("pohon"))
    assert "3 sasaran, 4 indikator, 8 program, 19 kegiatan" in isi
    daftar = _nama(isi)
    letak = [
        daftar.index(nama)
        for nama in (
            "Meningkatkan Kesejahteraan Sosial Masyarakat",
            "Meningkatnya Kualitas dan Kemampuan Penyandang Masalah Kesejahteraan Sosial (PMKS)",
            "Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya",
            "Pelayanan Rehabilitasi, Perlindungan, dan Jaminan Sosial",
            "Perlindungan dan Jaminan Sosial",
        )
    ]
    assert letak == sorted(letak)
    for angka in ("86%", "81,77%", "1.765.364.050", "3.531.680.129", "Madya", "540.347.600"):
        assert angka in isi, angka
    assert isi.count("Draf") == 4


def test_money_that_serves_no_sasaran_stands_apart_from_penunjang(tahun: TahunKinerja) -> None:
    pohon = _pohon(tahun)
    penunjang = _cari(pohon, "Program penunjang")
    tanpa = _cari(pohon, "Program yang belum mendukung sasaran")
    assert penunjang.pagu is not None
    assert penunjang.pagu.tampil.teks == "1.237.799.594"
    assert [b.kode for b in pohon.daftar_baris if b.induk == penunjang.id] == ["1"]
    assert [b.kode for b in pohon.daftar_baris if b.induk == tanpa.id] == ["8"]
    assert tanpa.kata_tanda == ("Tanpa induk",)


def test_a_kegiatan_that_serves_without_its_program_names_it(tahun: TahunKinerja) -> None:
    baris = _cari(_pohon(tahun), "Peningkatan Perlindungan Perempuan dan Anak")
    assert (baris.induk, baris.keterangan) == ("indikator-kasus", "Dari program Perlindungan Perempuan dan Anak")


def test_what_all_nodes_of_a_level_lack_is_said_once(tahun: TahunKinerja) -> None:
    pohon = _pohon(tahun)
    assert pohon.daftar_merata == ("Tanpa indikator: semua program dan kegiatan.",)
    assert _cari(pohon, "Pemberdayaan Perempuan").daftar_tanda == ()
    assert "Keberdayaan Masyarakat" in [baris.nama for baris in _pohon(tahun, saring="pemilik").daftar_baris]


def test_what_hangs_under_nothing_is_shown_first_of_all(masuk: Masuk) -> None:
    muat_contoh("probolinggo-2023")
    isi = teks(masuk(), alamat("pohon", tahun=2023))
    assert "Ada yang belum tersambung:" in isi
    assert "4 sasaran, 5 indikator, 10 program, 17 kegiatan, 33 sub kegiatan" in isi
    daftar = _nama(isi)
    assert daftar[daftar.index("Belum tersambung") + 1] == "Meningkatnya Manajemen Perkantoran"
    assert "Tanpa program" in isi
    assert "Tanpa target" in isi


def test_search_on_the_server_keeps_the_way_to_what_was_found(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("pohon") + "?q=bencana+jaminan")
    assert "Tidak ada simpul yang cocok" in isi
    isi = teks(masuk(Peran.PIMPINAN), alamat("pohon") + "?q=fakir+miskin")
    assert _nama(isi) == [
        "Meningkatkan Kesejahteraan Sosial Masyarakat",
        "Meningkatnya Kualitas dan Kemampuan Penyandang Masalah Kesejahteraan Sosial (PMKS)",
        "Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya",
        "Pemberdayaan Sosial dan Penanganan Fakir Miskin",
        "Penanganan Fakir Miskin",
    ]
    assert "3 cocok" in isi


@pytest.mark.parametrize(
    ("saring", "ada"),
    [("induk", "Program yang belum mendukung sasaran"), ("pemilik", "Keberdayaan Masyarakat"), ("tanda", "")],
)
def test_nodes_can_be_filtered_by_what_they_lack(masuk: Masuk, saring: str, ada: str) -> None:
    daftar = _nama(teks(masuk(), alamat("pohon") + f"?saring={saring}"))
    assert not ada or ada in daftar
    assert "Program penunjang" not in daftar or saring == "pemilik"


def test_another_plan_edition_is_marked_and_shows_its_own_targets(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("pohon") + "?edisi=renstra-2019-2024")
    assert "Edisi ini tidak dipakai untuk laporan 2020." in isi
    assert "7,05%" in isi
    for angka in ("81,77%", "86%", "Draf"):
        assert angka not in isi, angka
    assert masuk(Peran.PIMPINAN).get(alamat("pohon") + "?edisi=tidak-ada").status_code == 404


def test_a_reader_sees_no_draft_in_the_tree(masuk: Masuk, tahun: TahunKinerja) -> None:
    isi = teks(masuk(Peran.PEMBACA), alamat("pohon"))
    assert "81,77%" not in isi
    assert "Belum diajukan" in isi
    tandai(tahun, "pmks", StatusPengukuran.DISAHKAN)
    assert "81,77%" in teks(masuk(Peran.BAPPEDA), alamat("pohon"))
    terlihat = teks(masuk(Peran.EVALUATOR), alamat("pohon"))
    assert "81,77%" in terlihat
    assert "102,55%" not in terlihat


def test_somebody_of_one_unit_sees_what_is_theirs_and_no_total_of_others(masuk: Masuk) -> None:
    isi = teks(masuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab"), alamat("pohon"))
    assert "81,77%" in isi
    for nama in ("Kategori Kota Layak Anak", "tenaga kerja perempuan", "3.531.680.129", "Keberdayaan Masyarakat"):
        assert nama not in isi, nama
    assert "1 sasaran, 1 indikator" in isi


def test_a_long_tree_opens_down_to_its_programs(tahun: TahunKinerja) -> None:
    pohon = _pohon(tahun, batas=20)
    assert {baris.jenis.value for baris in pohon.daftar_baris} >= {"program"}
    program = _cari(pohon, "Pemberdayaan Perempuan")
    assert program.bawah == "?buka=5#program-5"
    assert not any(baris.kode.startswith("5.") for baris in pohon.daftar_baris)


def test_a_program_of_a_long_tree_can_be_opened(tahun: TahunKinerja) -> None:
    pohon = _pohon(tahun, batas=20, dibuka="5")
    assert [baris.kode for baris in pohon.daftar_baris if baris.kode.startswith("5.")] == ["5.1", "5.2"]


def test_the_tree_is_saved_as_lines_for_a_spreadsheet(masuk: Masuk) -> None:
    jawab = masuk().get(alamat("pohon_unduh", bentuk="csv"))
    assert jawab["Content-Disposition"] == f'attachment; filename="pohon-kinerja-{INSTANSI}-2020-tahun.csv"'
    baris = jawab.content.decode("utf-8-sig").splitlines()
    assert baris[0].startswith("Tingkat;Kode;Uraian;Indikator;Penanggung jawab;Target;Capaian")
    pmks = next(satu for satu in baris if satu.startswith("Indikator;pmks;"))
    assert pmks.split(";")[-5:] == ["86", "81,77", "Draf", "1765364050", ""]
    assert any(satu.split(";")[-1] == "Tanpa induk" for satu in baris)


def test_the_tree_is_saved_as_a_workbook_with_the_same_filter(masuk: Masuk) -> None:
    jawab = masuk().get(alamat("pohon_unduh", bentuk="xlsx") + "?q=fakir+miskin")
    with zipfile.ZipFile(io.BytesIO(jawab.content)) as berkas:
        isi = berkas.read("xl/sharedStrings.xml").decode()
    assert "Penanganan Fakir Miskin" in isi
    assert "Keberdayaan Masyarakat" not in isi
    assert f"{INSTANSI}/2020/tahun/anggaran:3.1/pagu@t32" in isi


def test_an_unknown_kind_of_file_is_not_found(masuk: Masuk) -> None:
    assert masuk().get(alamat("pohon_unduh", bentuk="exe")).status_code == 404
