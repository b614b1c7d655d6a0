"""The preview: differences first, every value beside its source, and decisions that stay."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from tests.ingest.alih.bacaan_uji import PMKS, PMKS_PENDEK, berkas, dokumen, indikator, nilai
from tests.web.dunia import INSTANSI
from tests.web.impor.bantu import bacaan_campur, get_baris, pk, siapkan, tersimpan

from tolok.core.bacaan.dokumen import Besaran, TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.alih.keputusan import BARU, LEWATI
from tolok.web.impor.models import BerkasBacaan
from tolok.web.perencanaan.hasil import clear_simpanan

BATAS = 25


def _lihat(client: Client, alamat: str, **kueri: str) -> Any:
    return client.get(alamat, kueri).context["lihat"]


def _pilih(client: Client, alamat: str, tampil: str, **isi: Any) -> Any:
    jawab = client.post(f"{alamat}?tampil={tampil}", isi)
    assert jawab.status_code == 302
    return _lihat(client, alamat, tampil=tampil)


def test_differences_come_first_and_are_not_taken_by_themselves(client: Client) -> None:
    lihat = _lihat(client, siapkan(client))
    assert lihat.tampil == "beda"
    assert [(b.sebutan, b.tersimpan, b.tertulis, b.is_ikut) for b in lihat.daftar_baris] == [
        ("Target Tahun 2020", "86%", "87%", False),
        ("Realisasi Triwulan IV Tahun 2020", "Rp\u00a043.332.500", "Rp\u00a043.332.501", False),
    ]
    assert {tab.kunci: tab.jumlah for tab in lihat.daftar_tab} == {
        "beda": "2", "baru": "1", "ragu": "1", "padanan": "1", "sama": "1", "dokumen": "1", "lain": "1",
    }  # fmt: skip
    assert lihat.rincian_simpan == "1 nilai indikator"
    assert lihat.daftar_tunda == (
        "1 nilai menunggu keputusan tentang namanya",
        "1 nilai belum dipastikan",
        "2 nilai berbeda tidak Anda ikutkan",
    )


def test_every_part_shows_what_belongs_to_it(client: Client) -> None:
    alamat = siapkan(client)
    assert [b.sebutan for b in _lihat(client, alamat, tampil="baru").daftar_baris] == ["Realisasi Tahun 2017"]
    (ragu,) = _lihat(client, alamat, tampil="ragu").daftar_baris
    assert (ragu.is_ragu, ragu.is_terbaca, ragu.tercetak) == (True, False, "9l%")
    (sama,) = _lihat(client, alamat, tampil="sama").daftar_baris
    assert not sama.is_pilihan
    padanan = _lihat(client, alamat, tampil="padanan").daftar_objek
    assert (padanan[0].nama, padanan[0].usul, padanan[0].is_usulan) == (PMKS_PENDEK, PMKS, True)
    assert [p.is_jelas for p in padanan] == [False, True, True]
    (dok,) = _lihat(client, alamat, tampil="dokumen").daftar_dokumen
    assert (dok.jenis, dok.isi) == ("LKjIP", "3 baris indikator, 1 baris anggaran")
    assert [p.kunci for p in dok.daftar_target][-2:] == ["pk-2020", BARU]
    (asing,) = _lihat(client, alamat, tampil="lain").daftar_asing
    assert asing.kepala == "Indikator; Target"
    assert _lihat(client, alamat, tampil="apa").tampil == "beda"


def test_a_difference_is_taken_by_ticking_it_and_left_by_unticking(client: Client) -> None:
    alamat = siapkan(client)
    _pilih(client, alamat, "beda", ada=["0.i0.0", "0.a0.1"], ikut=["0.i0.0"])
    assert [b.is_ikut for b in _lihat(client, alamat).daftar_baris] == [True, False]
    _pilih(client, alamat, "beda", ada=["0.i0.0", "0.a0.1"])
    assert [b.is_ikut for b in _lihat(client, alamat).daftar_baris] == [False, False]
    _pilih(client, alamat, "beda", aksi="semua")
    assert [b.is_ikut for b in _lihat(client, alamat).daftar_baris] == [True, True]
    assert _lihat(client, alamat).rincian_simpan == "2 nilai indikator, 1 nilai anggaran"


def test_a_doubtful_value_goes_in_once_somebody_wrote_it(client: Client) -> None:
    alamat = siapkan(client)
    isi = {"ada": ["0.i1.0"], "nilai-0.i1.0": " 91% "}
    (baris,) = _pilih(client, alamat, "ragu", **isi).daftar_baris
    assert (baris.isian, baris.tertulis, baris.is_ikut) == ("91%", "91%", True)
    (baris,) = _pilih(client, alamat, "ragu", **isi).daftar_baris
    assert not baris.is_ikut, "isian sama, centangnya dilepas"
    (baris,) = _pilih(client, alamat, "ragu", **isi, ikut=["0.i1.0"]).daftar_baris
    assert baris.is_ikut
    (baris,) = _pilih(client, alamat, "ragu", **{"ada": ["0.i1.0"], "nilai-0.i1.0": "banyak"}).daftar_baris
    assert (baris.is_terbaca, baris.is_ikut) == (False, False)
    assert "bukan angka gaya Indonesia" in baris.daftar_catatan[0]
    (baris,) = _pilih(client, alamat, "ragu", **{"ada": ["0.i1.0"], "nilai-0.i1.0": ""}).daftar_baris
    assert baris.isian == ""


def test_a_proposed_name_is_agreed_to_or_replaced(client: Client) -> None:
    alamat = siapkan(client)
    kunci = _lihat(client, alamat, tampil="padanan").daftar_objek[0].kunci
    lihat = _pilih(client, alamat, "padanan", setuju=kunci, **{f"padanan-{kunci}": ""})
    assert not lihat.rancangan.daftar_belum_jelas
    assert [b.sebutan for b in _lihat(client, alamat, tampil="baru").daftar_baris] == [
        "Realisasi Tahun 2017", "Realisasi Tahun 2015",
    ]  # fmt: skip
    for pilih, banyak in ((LEWATI, 1), ("tkp", 2), (BARU, 2), ("tidak-ada", 2)):
        _pilih(client, alamat, "padanan", **{f"padanan-{kunci}": pilih})
        assert len(_lihat(client, alamat, tampil="baru").daftar_baris) == banyak, pilih
    assert get_baris(alamat).keputusan["padanan"] == {kunci: BARU}, "yang bukan pilihan tidak disimpan"


def test_what_is_no_choice_of_the_preview_is_dropped(client: Client) -> None:
    alamat = siapkan(client)
    _pilih(
        client, alamat, "dokumen", ada=["9.i9.9", "x"], ikut=["9.i9.9"],
        **{"target-0": "apa", "pagu-0": "apa", "tahun-0": "1", "padanan-apa": BARU},
    )  # fmt: skip
    isi = get_baris(alamat).keputusan
    assert not any(isi.values())


def test_the_documents_say_where_their_targets_go(client: Client) -> None:
    alamat = siapkan(client)
    _pilih(client, alamat, "dokumen", **{"target-0": BARU, "pagu-0": "tw1", "tahun-0": "2021"})
    isi = get_baris(alamat).keputusan
    assert (isi["target"], isi["pagu"], isi["tahun"]) == ({"0": BARU}, {"0": "tw1"}, {"0": 2021})
    lihat = _lihat(client, alamat, tampil="beda")
    assert [b.tujuan for b in lihat.daftar_baris if b.sebutan.startswith("Target")] == ["edisi baru"]


def test_decisions_outlive_the_session(client: Client) -> None:
    alamat = siapkan(client)
    _pilih(client, alamat, "beda", ada=["0.i0.0"], ikut=["0.i0.0"])
    orang = client.session["_auth_user_id"]
    client.logout()
    jawab = client.post(f"{alamat}?tampil=beda", {"ada": ["0.i0.0"]}, headers={"HX-Request": "true"})
    assert jawab.status_code == 401
    from tolok.web.akun.models import Pengguna

    client.force_login(Pengguna.objects.get(pk=orang), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert [b.is_ikut for b in _lihat(client, alamat).daftar_baris] == [True, False]


def test_for_htmx_the_answer_is_the_part_alone(client: Client) -> None:
    alamat = siapkan(client)
    kepala = {"HX-Request": "true"}
    isi = client.post(f"{alamat}?tampil=beda", {"ada": ["0.i0.0"], "ikut": ["0.i0.0"]}, headers=kepala).content.decode()
    assert isi.lstrip().startswith('<div id="kerja"')
    assert "2 nilai indikator" in isi
    isi = client.get(f"{alamat}?sumber=0.i0.0", headers=kepala).content.decode()
    assert isi.lstrip().startswith("<aside")


def test_the_source_of_a_value_is_its_page_and_its_row(client: Client) -> None:
    alamat = siapkan(client)
    sumber = client.get(alamat, {"sumber": "0.i0.0"}).context["sumber"]
    assert (sumber.letak, sumber.tercetak, sumber.judul_tabel) == (
        "halaman 1, baris 2, sel B2", "87%", "2.1 Perjanjian Kinerja",
    )  # fmt: skip
    assert [(baris.is_sorot, [sel.is_sorot for sel in baris.daftar_sel]) for baris in sumber.daftar_baris] == [
        (False, [False, False]), (True, [False, True]), (False, [False, False]),
    ]  # fmt: skip
    assert sumber.alamat_gambar == f"{alamat}halaman/1/?nilai=0.i0.0"
    assert client.get(alamat, {"sumber": "9.i9.9"}).status_code == 404


def test_the_page_is_a_picture_with_the_place_marked(client: Client) -> None:
    alamat = siapkan(client)
    polos = client.get(f"{alamat}halaman/1/")
    jawab = client.get(f"{alamat}halaman/1/", {"nilai": "0.i0.0"})
    assert (jawab.status_code, jawab.headers["Content-Type"]) == (200, "image/png")
    gambar = Image.open(io.BytesIO(jawab.content))
    assert gambar.size == (1190, 1684)
    assert _list_kuning(gambar)
    assert not _list_kuning(Image.open(io.BytesIO(polos.content)))
    ulang = client.get(f"{alamat}halaman/1/", {"nilai": "0.i0.0"}, headers={"If-None-Match": jawab.headers["ETag"]})
    assert ulang.status_code == 304


def _list_kuning(gambar: Image.Image) -> set[int]:
    """Return the rows of pixels in which something is marked."""
    lebar, tinggi = gambar.size
    isi = gambar.convert("RGB").tobytes()
    merah, biru = isi[0::3], isi[2::3]
    return {y for y in range(tinggi) if any(merah[y * lebar + x] - biru[y * lebar + x] > 60 for x in range(lebar))}


@pytest.mark.parametrize("ekor", ["halaman/0/", "halaman/2/", "halaman/1/?nilai=x", "halaman/1/?nilai=0.i9.0"])
def test_there_is_no_picture_of_what_is_not_there(client: Client, ekor: str) -> None:
    assert client.get(f"{siapkan(client)}{ekor}").status_code == 404


def test_there_are_pictures_of_a_pdf_only(client: Client) -> None:
    alamat = siapkan(client, isi=b"Nilai\t86%\n", nama="nilai.txt")
    assert client.get(f"{alamat}halaman/1/").status_code == 404
    sumber = client.get(alamat, {"sumber": "0.i0.0"}).context["sumber"]
    assert sumber.alamat_gambar == ""
    assert sumber.daftar_baris


def test_a_value_outside_known_tables_shows_the_lines_around_it(client: Client) -> None:
    from tolok.core.bacaan.blok import Paragraf

    letak = Letak(baris=12)
    isi = berkas(
        dokumen(
            indikator=(indikator(PMKS, nilai(Besaran.TARGET, "87%", "87", letak=letak)),),
            blok=(Paragraf("Jauh", Letak(baris=2)), Paragraf("Target PMKS 87% tahun 2020", letak)),
        )
    )
    sumber = client.get(siapkan(client, isi), {"sumber": "0.i0.0"}).context["sumber"]
    assert [(sel.teks, sel.is_sorot) for sel in sumber.daftar_teks] == [("Target PMKS 87% tahun 2020", True)]


def test_a_reading_of_another_version_asks_to_be_read_again(client: Client) -> None:
    alamat = siapkan(client)
    BerkasBacaan.objects.filter(pk=pk(alamat)).update(bacaan='{"asing": 1}')
    isi = client.get(alamat).content.decode()
    assert "Baca ulang berkasnya" in isi
    assert client.get(f"{alamat}halaman/1/?nilai=0.i0.0").status_code == 404


def test_a_preview_writes_nothing(client: Client) -> None:
    sebelum = tersimpan()
    alamat = siapkan(client)
    for tampil in ("beda", "baru", "ragu", "padanan", "sama", "dokumen", "lain"):
        client.get(alamat, {"tampil": tampil})
    assert tersimpan() == sebelum


@pytest.mark.parametrize("tampil", ["beda", "padanan", "dokumen", "lain"])
def test_no_page_asks_more_than_the_limit(client: Client, tampil: str) -> None:
    daftar = tuple(
        indikator(f"Indeks rekaan nomor {n}", nilai(Besaran.TARGET, "70", "70"), satuan="indeks") for n in range(60)
    )
    tabel = TabelTerbaca(0, "", "", ("a",), (("b",),), Letak(), ((Letak(),),))
    campur = bacaan_campur().dokumen[0]
    alamat = siapkan(client, berkas(campur, dokumen(indikator=daftar, tabel=(tabel,))))
    for satu in (f"/{INSTANSI}/2020/tahun/impor/", alamat, f"{alamat}?tampil={tampil}&sumber=0.i0.0"):
        clear_simpanan()
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(satu).status_code == 200
        assert len(kueri) <= BATAS, [re.sub(r"\s+", " ", k["sql"])[:90] for k in kueri]
    with CaptureQueriesContext(connection) as kueri:
        client.post(f"{alamat}?tampil={tampil}", {"ada": ["0.i0.0"]}, headers={"HX-Request": "true"})
    assert len(kueri) <= BATAS
