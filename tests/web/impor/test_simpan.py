"""All of what was accepted is stored, or nothing; guards refuse, value by value; nothing changes unseen."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.ingest.alih.bacaan_uji import PMKS, SIDIK, anggaran, berkas, dokumen, indikator, nilai
from tests.web.dunia import INSTANSI, buat_pengguna
from tests.web.impor.bantu import KEGIATAN, PANGKAL, bacaan_campur, get_baris, siapkan, simpan, tersimpan
from tests.web.pengukuran.bantu import ALASAN, konteks

from tolok.core.bacaan.dokumen import Besaran, JenisDokumen, Tingkat
from tolok.core.nilai import JenisTanda, has_tanda
from tolok.core.periode import Periode
from tolok.ingest.alih.keputusan import BARU
from tolok.web.audit.models import Catatan
from tolok.web.impor.models import StatusBacaan
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.queries.dokumen import read_nomor_data
from tolok.web.pengukuran.models import NilaiTercatat
from tolok.web.pengukuran.operations import submit_bersama


def test_what_was_accepted_is_stored_as_one_entry_that_names_file_hash_and_places(client: Client) -> None:
    sebelum = tersimpan()
    alamat = siapkan(client)
    jawab = simpan(client, alamat, follow=True)
    isi = jawab.content.decode()
    assert "laporan.pdf disimpan; catatan riwayat nomor" in isi
    sesudah = tersimpan()
    (baru,) = [n for n in sesudah.daftar_nilai_tercatat if n not in sebelum.daftar_nilai_tercatat]
    assert (baru.indikator, baru.periode) == ("pmks", Periode(2017))
    assert has_tanda(baru.nilai, JenisTanda.ALIH_DATA)
    assert SIDIK in baru.sumber
    assert sesudah.daftar_target == sebelum.daftar_target
    baris = get_baris(alamat)
    assert baris.status == StatusBacaan.DISIMPAN
    catatan = Catatan.objects.get(perbuatan="impor.disimpan")
    assert baris.catatan_riwayat == catatan
    tercatat = json.loads(catatan.isi)
    assert (tercatat["berkas"], tercatat["sidik_berkas"], tercatat["bacaan"]) == ("laporan.pdf", SIDIK, str(baris.pk))
    assert tercatat["nilai"] == [["pmks", "realisasi", "Tahun 2017", "", "91%", "halaman 1, baris 2, sel B2"]]
    assert "sidik_paket" not in tercatat
    assert catatan.pelaku is not None
    assert catatan.pelaku.username == "perencana"
    assert f"Catatan riwayat nomor {catatan.nomor}" in client.get(alamat).content.decode()


def test_documents_are_out_of_date_once_it_is_stored_and_not_before(client: Client) -> None:
    nomor = read_nomor_data(INSTANSI)
    client.post(f"{siapkan(client)}buang/")
    alamat = siapkan(client)
    assert read_nomor_data(INSTANSI) == nomor
    simpan(client, alamat)
    assert read_nomor_data(INSTANSI) == Catatan.objects.get(perbuatan="impor.disimpan").nomor


def test_it_is_stored_once(client: Client) -> None:
    alamat = siapkan(client)
    sidik = client.get(alamat).context["lihat"].pratinjau.sidik
    for _ in range(2):
        client.post(f"{alamat}simpan/", {"sidik_pratinjau": sidik})
    assert Catatan.objects.filter(perbuatan="impor.disimpan").count() == 1
    jawab = client.post(f"{alamat}buang/", follow=True)
    assert "berstatus sudah disimpan" in jawab.content.decode()
    assert client.post(f"{alamat}?tampil=beda", {"ada": ["0.i0.0"]}).status_code == 200


def test_the_same_file_again_finds_everything_stored(client: Client) -> None:
    simpan(client, siapkan(client))
    lihat = client.get(siapkan(client)).context["lihat"]
    assert lihat.rincian_simpan == ""
    assert {tab.kunci: tab.jumlah for tab in lihat.daftar_tab}["sama"] == "2"


def test_what_changed_since_it_was_seen_is_shown_anew_and_not_stored(client: Client) -> None:
    alamat = siapkan(client)
    sidik = client.get(alamat).context["lihat"].pratinjau.sidik
    client.post(f"{alamat}?tampil=beda", {"ada": ["0.i0.0"], "ikut": ["0.i0.0"]})
    jawab = client.post(f"{alamat}simpan/", {"sidik_pratinjau": sidik})
    assert jawab.status_code == 409
    assert "Belum ada yang disimpan" in jawab.content.decode()
    assert not Catatan.objects.filter(perbuatan="impor.disimpan").exists()
    assert get_baris(alamat).status == StatusBacaan.TERBACA


def test_other_work_in_the_agency_does_not_stand_in_the_way(client: Client) -> None:
    alamat = siapkan(client)
    sidik = client.get(alamat).context["lihat"].pratinjau.sidik
    siapkan(client)
    assert client.post(f"{alamat}simpan/", {"sidik_pratinjau": sidik}).status_code == 302
    assert get_baris(alamat).status == StatusBacaan.DISIMPAN


def test_nothing_accepted_stores_nothing(client: Client) -> None:
    alamat = siapkan(client, berkas())
    assert simpan(client, alamat).status_code == 409
    assert not Catatan.objects.filter(perbuatan="impor.disimpan").exists()


def test_an_issued_edition_refuses_all_of_it_and_names_the_cell(client: Client) -> None:
    """The target 87 % would stand in the issued mapping of pagu; the new value goes not in either."""
    sebelum = tersimpan()
    isi = berkas(
        dokumen(
            indikator=(indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)),),
            anggaran=(anggaran("1.1", KEGIATAN, nilai(Besaran.PAGU, "Rp 1.000", "1000")),),
        )
    )
    alamat = siapkan(client, isi)
    client.post(f"{alamat}?tampil=beda", {"ada": ["0.a0.0"], "ikut": ["0.a0.0"]})
    jawab = simpan(client, alamat)
    assert jawab.status_code == 409
    teks = jawab.content.decode()
    assert "Ditolak seluruhnya; tidak ada yang berubah" in teks
    (salah,) = jawab.context["daftar_salah"]
    assert salah["daftar_nilai"] == [
        (f"Pagu Tahun 2020, {KEGIATAN}", "Rp\u00a01.000", "halaman 3, Tabel 2.1, baris 7, sel C2")
    ]
    assert "Sudah terbit" in salah["pesan"]
    assert tersimpan() == sebelum
    client.post(f"{alamat}?tampil=dokumen", {"pagu-0": BARU})
    assert simpan(client, alamat).status_code == 302
    assert tersimpan().daftar_edisi_pagu[-1].sumber.endswith(f"(SHA-256 {SIDIK})")


def test_a_quarter_that_was_submitted_refuses_it_and_names_the_cell(client: Client) -> None:
    perencana = buat_pengguna("penanggung", Peran.PERENCANA)
    submit_bersama(konteks(perencana), catatan=ALASAN)
    isi = berkas(
        dokumen(jenis=JenisDokumen.PERJANJIAN, indikator=(indikator(PMKS, nilai(Besaran.TARGET, "87%", "87")),))
    )
    alamat = siapkan(client, isi)
    client.post(f"{alamat}?tampil=beda", {"ada": ["0.i0.0"], "ikut": ["0.i0.0"]})
    sebelum = tersimpan()
    jawab = simpan(client, alamat)
    assert jawab.status_code == 409
    salah = jawab.context["daftar_salah"][0]
    assert "sudah diajukan" in salah["pesan"]
    assert salah["daftar_nilai"][0][:2] == (f"Target Tahun 2020, {PMKS}", "87%")
    assert tersimpan() == sebelum


def test_two_values_for_one_place_are_refused(client: Client) -> None:
    isi = berkas(
        dokumen(
            indikator=(
                indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)),
                indikator(PMKS, nilai(Besaran.REALISASI, "92%", "92", tahun=2017)),
            )
        )
    )
    alamat = siapkan(client, isi)
    client.post(f"{alamat}?tampil=baru", {"ada": ["0.i0.0", "0.i1.0"], "ikut": ["0.i0.0", "0.i1.0"]})
    jawab = simpan(client, alamat)
    assert jawab.status_code == 409
    assert "di tempat yang sama" in jawab.content.decode()
    assert [satu["daftar_nilai"][0][1] for satu in jawab.context["daftar_salah"]] == ["91%", "92%"]


def test_what_would_leave_the_year_unsound_is_refused_with_its_cell(client: Client) -> None:
    """A new sub-kegiatan below a leaf that carries money: the leaf would not be one any more."""
    isi = berkas(
        dokumen(
            anggaran=(
                anggaran("1.1", KEGIATAN),
                anggaran(
                    "1.1.1", "Pembayaran gaji", nilai(Besaran.REALISASI, "Rp 5", "5", triwulan=1),
                    tingkat=Tingkat.SUBKEGIATAN, induk=0,
                ),
            )
        )
    )  # fmt: skip
    alamat = siapkan(client, isi)
    kunci = client.get(f"{alamat}?tampil=padanan").context["lihat"].daftar_objek[0].kunci
    client.post(f"{alamat}?tampil=padanan", {f"padanan-{kunci}": BARU})
    sebelum = tersimpan()
    jawab = simpan(client, alamat)
    assert jawab.status_code == 409
    assert any("1.1" in satu["pesan"] for satu in jawab.context["daftar_salah"])
    assert tersimpan() == sebelum


def test_a_plan_and_its_indicators_come_in_as_a_new_edition(client: Client) -> None:
    baru = indikator(
        "Indeks kebahagiaan kota", nilai(Besaran.TARGET, "70", "70", tahun=2021), satuan="indeks",
        tujuan="Mewujudkan kota bahagia", sasaran="Meningkatnya kebahagiaan",
    )  # fmt: skip
    alamat = siapkan(client, berkas(dokumen(jenis=JenisDokumen.RENSTRA, tahun_akhir=2024, indikator=(baru,))))
    lihat = client.get(alamat).context["lihat"]
    assert lihat.tampil == "padanan"
    client.post(f"{alamat}?tampil=padanan", {f"padanan-{lihat.daftar_objek[0].kunci}": BARU})
    client.post(f"{alamat}?tampil=dokumen", {"target-0": BARU})
    assert "1 indikator atau baris anggaran baru" in client.get(alamat).context["lihat"].rincian_simpan
    assert simpan(client, alamat).status_code == 302
    data = tersimpan()
    assert data.daftar_edisi_rencana[-1].dicatat_pada >= date(2026, 1, 1)
    assert [s.uraian for s in data.daftar_simpul[-2:]] == ["Mewujudkan kota bahagia", "Meningkatnya kebahagiaan"]
    assert data.daftar_indikator[-1].simpul == data.daftar_simpul[-1].id
    assert client.get(f"/{INSTANSI}/2020/tahun/indikator/").status_code == 200


def test_indicators_without_values_come_in_too_all_at_once(client: Client) -> None:
    """A list of indicators states definitions, and no values."""
    daftar = (
        indikator("Indeks kebahagiaan kota", satuan="indeks", rumus="Hasil survei", sumber_data=("BPS",)),
        indikator("Indeks tanpa satuan", satuan=""),
        indikator("Prosentase PMKS yang terpenuhi kebutuhan dasarnya"),
    )
    alamat = siapkan(client, berkas(dokumen(jenis=JenisDokumen.IKU, indikator=daftar)))
    sebelum = tersimpan()
    client.post(f"{alamat}?tampil=padanan", {"aksi": "baru"})
    lihat = client.get(alamat).context["lihat"]
    assert [objek.nama for objek in lihat.rancangan.daftar_baru] == ["Indeks kebahagiaan kota"]
    client.post(f"{alamat}?tampil=padanan", {"aksi": "lewati"})
    assert not client.get(alamat).context["lihat"].rancangan.daftar_belum_jelas
    assert simpan(client, alamat).status_code == 302
    (baru,) = [e for e in tersimpan().daftar_indikator if e not in sebelum.daftar_indikator]
    assert (baru.nama, baru.sumber_data, baru.definisi) == (
        "Indeks kebahagiaan kota", ("BPS",), "Rumus tercetak: Hasil survei",
    )  # fmt: skip
    tercatat = json.loads(Catatan.objects.get(perbuatan="impor.disimpan").isi)
    assert (tercatat["nilai"], tercatat["baru"]) == ([], [["indikator", "Indeks kebahagiaan kota"]])


def test_the_stored_values_are_read_back_from_the_pages(client: Client) -> None:
    simpan(client, siapkan(client))
    baris = NilaiTercatat.objects.get(tahun=2017)
    assert baris.tanda[0][0] == "alih_data"
    assert "impor.disimpan" in client.get(f"/{INSTANSI}/2020/tahun/riwayat/").content.decode()


def test_no_upload_is_let_go_unless_asked(client: Client) -> None:
    alamat = siapkan(client, bacaan_campur())
    assert client.get(f"{alamat}buang/").status_code == 405
    assert client.get(f"{alamat}simpan/").status_code == 405
    assert alamat in _teks(client.get(PANGKAL))
    client.post(f"{alamat}buang/")
    assert alamat not in _teks(client.get(PANGKAL))


def _teks(jawab: Any) -> str:
    return str(jawab.content.decode())


@pytest.mark.parametrize("isi", [{}, {"sidik_pratinjau": "x"}])
def test_a_confirmation_of_something_else_is_none(client: Client, isi: dict[str, str]) -> None:
    alamat = siapkan(client)
    assert client.post(f"{alamat}simpan/", isi).status_code == 409
