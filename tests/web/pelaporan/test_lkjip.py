"""The working place of the LKjIP."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh
from tests.web.pelaporan.bantu import buat, ubah_data

from tolok.core.hasil.tahun import HasilTahun
from tolok.paket.acak import make_instansi_acak
from tolok.render.html import render_bagian, render_html
from tolok.render.tata_letak import GantiHalaman
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.lkjip.isi import IsiLkjip
from tolok.web.pengukuran.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja

BATAS_SQL = 25
YANG_MEMBUKA = set(Peran) - {Peran.EVALUATOR, Peran.PEMBACA}


def _alamat(nama: str = "lkjip", *, tahun: int = 2020, periode: str = "tahun", bagian: str = "") -> str:
    alamat = reverse(nama, kwargs={"instansi": INSTANSI, "tahun": tahun, "periode": periode})
    return f"{alamat}?bagian={bagian}" if bagian else alamat


def _teks(jawab: Any) -> str:
    return " ".join(jawab.content.decode().split())


@pytest.fixture
def client_perencana(perencana: Pengguna) -> Client:
    return masuk(perencana)


@pytest.mark.parametrize("seed", range(12))
def test_the_parts_together_are_the_whole_report(seed: int) -> None:
    isi = IsiLkjip(HasilTahun(make_instansi_acak(seed=seed)))
    letak = [
        (rentang.seksi, nomor)
        for bagian in isi.daftar_bagian
        for rentang in bagian.daftar_rentang
        for nomor in range(len(isi.naskah.seksi[rentang.seksi].blok))[rentang.awal : rentang.akhir]
    ]
    semua = [
        (urut, nomor)
        for urut, seksi in enumerate(isi.naskah.seksi)
        for nomor, blok in enumerate(seksi.blok)
        if not isinstance(blok, GantiHalaman)
    ]
    assert [satu for satu in letak if not isinstance(isi.naskah.seksi[satu[0]].blok[satu[1]], GantiHalaman)] == semua
    assert len({bagian.kunci for bagian in isi.daftar_bagian}) == len(isi.daftar_bagian)


@pytest.mark.parametrize("seed", range(12))
def test_every_missing_value_and_contradiction_of_a_table_has_a_note(seed: int) -> None:
    isi = IsiLkjip(HasilTahun(make_instansi_acak(seed=seed)))
    for bagian in isi.daftar_bagian:
        catatan = isi.catatan_per_bagian[bagian.kunci]
        kosong = re.findall(
            r'<td[^>]*><data value="(?:belum_ada|tidak_dapat_dihitung):',
            render_bagian(isi.naskah, bagian.daftar_rentang),
        )
        assert bool(kosong) <= any(satu.nilai is not None for satu in catatan), bagian.kunci
        assert all(satu.judul for satu in catatan)


def test_the_first_page_is_where_most_is_left_to_do(tahun: TahunKinerja, client_perencana: Client) -> None:
    teks = _teks(client_perencana.get(_alamat()))
    assert "AKUNTABILITAS KINERJA" in teks
    assert "Ketidaksesuaian" in teks
    assert "Formulir Pengukuran Kinerja Triwulan IV 2020" in teks
    assert "70,32%" in teks
    assert "92%" in teks


def test_a_part_shows_its_paper_its_notes_its_texts_and_its_sentences(
    tahun: TahunKinerja, client_perencana: Client
) -> None:
    teks = _teks(client_perencana.get(_alamat(bagian="3-1-1")))
    assert "Tabel 3.1.1.A" in teks
    assert "Tabel 3.1.2.A" not in teks
    assert "Kalimat buatan Tolok" in teks
    assert (
        reverse("narasi_ubah", kwargs={"instansi": INSTANSI, "tahun": 2020, "periode": "tahun", "kunci": "sasaran_s1"})
        in teks
    )
    assert 'href="#b2-78"' in teks or "#b2-" in teks


def test_the_paper_is_that_of_the_document(tahun: TahunKinerja, client_perencana: Client) -> None:
    """Part by part the page prints what the file prints, apart from the links around its numbers."""
    lkjip = get_laporan(tahun).lkjip
    utuh = render_html(lkjip.naskah).decode()
    for bagian in lkjip.daftar_bagian:
        for tabel in re.findall(r"<table.*?</table>", render_bagian(lkjip.naskah, bagian.daftar_rentang)):
            assert tabel in utuh
    halaman = client_perencana.get(_alamat("lkjip_pratinjau")).content.decode()
    tanpa_tautan = re.sub(r'<a class="jejak"[^>]*>(.*?)</a>', r"\1", halaman)
    assert tanpa_tautan.count("data-identitas=") == utuh.count("data-identitas=")
    for tabel in re.findall(r"<table.*?</table>", utuh):
        assert tabel in tanpa_tautan


def test_the_contents_link_to_the_part_a_heading_stands_in(tahun: TahunKinerja, client_perencana: Client) -> None:
    teks = client_perencana.get(_alamat(bagian="depan")).content.decode()
    assert f'<a href="{_alamat(bagian="3-1-2")}#b2-103">3.1.2 ' in teks


def test_a_quarter_in_the_address_changes_nothing_and_says_so(tahun: TahunKinerja, client_perencana: Client) -> None:
    teks = _teks(client_perencana.get(_alamat(periode="tw2", bagian="bab-iv")))
    assert "pilihan triwulan tidak mengubah isinya" in teks
    assert client_perencana.get(_alamat("lkjip_pratinjau", periode="tw2", bagian="bab-iv")).status_code == 200


def test_another_year_has_its_own_report(tahun: TahunKinerja, client_perencana: Client) -> None:
    muat_contoh("probolinggo-2023")
    assert "LKjIP 2023" in _teks(client_perencana.get(_alamat(tahun=2023)))
    assert client_perencana.get(_alamat(tahun=2019)).status_code == 404


@pytest.mark.parametrize("bagian", ["bab-v", "3-1-9", "<script>", "x" * 500])
def test_a_part_that_is_not_there_is_not_found(tahun: TahunKinerja, client_perencana: Client, bagian: str) -> None:
    assert client_perencana.get(_alamat(bagian=bagian)).status_code == 404


@pytest.mark.parametrize("peran", list(Peran))
def test_the_working_place_is_for_those_who_write_or_guide(tahun: TahunKinerja, peran: Peran) -> None:
    client = masuk(buat_pengguna("seseorang", peran))
    assert client.get(_alamat()).status_code == (200 if peran in YANG_MEMBUKA else 403)


def test_nobody_but_a_planner_is_offered_to_write(tahun: TahunKinerja) -> None:
    teks = _teks(masuk(buat_pengguna("kepala", Peran.PIMPINAN)).get(_alamat(bagian="3-1-1")))
    assert "/lkjip/narasi/" not in teks
    assert "Analisis sasaran 3.1.1" in teks


def test_narratives_that_cannot_be_read_are_named_with_where_to_repair_them(
    tahun: TahunKinerja, client_perencana: Client
) -> None:
    ubah_data(tahun, "Capaian {capaian:tidak-ada}.")
    for nama in ("lkjip", "lkjip_pratinjau"):
        teks = _teks(client_perencana.get(_alamat(nama)))
        assert "belum dapat disusun" in teks
        assert "Narasi kesimpulan, baris 1, kolom 9" in teks
        assert "/lkjip/narasi/kesimpulan/" in teks
    assert client_perencana.get(_alamat().replace("lkjip/", "dokumen/")).status_code == 200


def test_a_text_that_is_missing_is_a_note_with_the_way_to_write_it(
    tahun: TahunKinerja, client_perencana: Client
) -> None:
    from django.db import transaction

    from tolok.web.audit.operations import record
    from tolok.web.pelaporan.models import Analisis, Narasi

    with transaction.atomic():
        Narasi.objects.filter(kunci="langkah_perbaikan").update(teks="")
        Analisis.objects.filter(indikator__kode="pmks", triwulan=0).update(solusi="")
        record("uji.diubah", rantai=tahun.instansi.kode, objek="uji", isi={}, oleh=None)
    teks = _teks(client_perencana.get(_alamat(bagian="bab-iv")))
    assert "Langkah perbaikan belum diisi" in teks
    assert "/lkjip/narasi/langkah_perbaikan/" in teks
    teks = _teks(client_perencana.get(_alamat(bagian="3-1-1")))
    assert "belum ditulis" in teks
    assert "/lkjip/narasi/solusi/pmks/2020/" in teks


def test_a_typed_number_that_contradicts_a_table_is_a_note(tahun: TahunKinerja, client_perencana: Client) -> None:
    ubah_data(tahun, "Serapan anggaran 12,34%.")
    teks = _teks(client_perencana.get(_alamat(bagian="bab-iv")))
    assert "Angka ketikan 12,34% bertentangan dengan tabel" in teks
    assert "86,58%" in teks


def test_downloads_stand_beside_the_report(tahun: TahunKinerja, client_perencana: Client) -> None:
    assert "Berkasnya belum pernah dibuat" in _teks(client_perencana.get(_alamat()))
    terbitan = buat(tahun, "lkjip", "")
    teks = _teks(client_perencana.get(_alamat()))
    for berkas in terbitan.daftar_berkas.all():
        assert f"/dokumen/berkas/{berkas.pk}/" in teks


@pytest.mark.parametrize("nama", ["lkjip", "lkjip_pratinjau"])
def test_a_page_takes_few_statements_even_when_nothing_is_in_memory(
    tahun: TahunKinerja, client_perencana: Client, nama: str
) -> None:
    buat(tahun, "lkjip", "")
    clear_simpanan()
    with CaptureQueriesContext(connection) as dingin:
        client_perencana.get(_alamat(nama))
    assert len(dingin) <= BATAS_SQL
    with CaptureQueriesContext(connection) as hangat:
        client_perencana.get(_alamat(nama))
    assert len(hangat) <= 8


def test_the_report_is_compiled_once_for_each_state(tahun: TahunKinerja) -> None:
    pertama = get_laporan(tahun)
    assert get_laporan(tahun).lkjip is pertama.lkjip
    ubah_data(tahun)
    kedua = get_laporan(tahun)
    assert kedua is not pertama
    assert kedua.sidik_data("lkjip") != pertama.sidik_data("lkjip")
    assert kedua.sidik_data("renstra") == pertama.sidik_data("renstra")
