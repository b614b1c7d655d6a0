"""The story of any quantity: what it is, what it rests on, who approved it, and for whom it is not."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.dunia import INSTANSI, buat_pengguna
from tests.web.penjelasan.conftest import Masuk, alamat, simpan_hasil, tandai, teks

from tolok.core.hasil.sebagai_data import read_jejak_data, read_nilai_data
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.periode import Periode
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import NilaiVariabel, StatusPengukuran
from tolok.web.perencanaan.hasil import clear_simpanan, get_hasil
from tolok.web.perencanaan.models import TahunKinerja

TAHUN = Periode(2020)


def _angka(identitas: str, periode: str = "tahun") -> str:
    return alamat("angka", periode, identitas=f"{INSTANSI}/{identitas}")


def _polos(isi: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", isi)).split())


def _hasil(tahun: TahunKinerja) -> HasilTahun:
    return get_hasil(tahun)


def test_a_capaian_is_told_in_sentences_inputs_editions_and_conventions(masuk: Masuk) -> None:
    isi = teks(masuk(), _angka("2020/tahun/indikator:pmks/capaian"))
    polos = _polos(isi)
    for kalimat in (
        "Mengapa 81,77%?",
        "Rumus: Jumlah PMKS yang terpenuhi kebutuhan dasarnya / Jumlah PMKS × 100%.",
        "Dengan angkanya: 1.277 / 1.816 × 100% = 70,3193832…%.",
        "Tercetak 81,77%: dibulatkan ke 2 desimal hanya saat dicetak (angka 5 ke atas).",
        "Ditandai bertentangan: Formulir mencetak 1.277 dan 1.816; naskah laporan menyebut 92% tanpa rinciannya.",
        "pmks-jumlah-pmks, berlaku mulai 1 Oktober 2020",
        "Batas untuk rata-rata 120%",
        f"{INSTANSI}/2020/tahun/indikator:pmks/capaian",
    ):
        assert kalimat in polos, kalimat
    assert "<mn>81,7667247…</mn><mo>%</mo>" in isi
    assert f'href="{alamat("indikator", kode="pmks")}"' in isi


@pytest.mark.parametrize(
    ("identitas", "tercetak", "kalimat"),
    [
        ("2020/tahun/anggaran:total/pagu@t32", "Rp\u00a03.531.680.129", "Edisi pagu: Pagu perubahan"),
        ("2020/tw4/anggaran:total/serapan@t32", "86,58%", "3.057.589.710"),
        ("2020/tahun/instansi/rata_rata_capaian", "92,16%", "= (81,7667247…% + 102,5492227…%) / 2 = 92,15"),
        ("2020/tahun/instansi/predikat", "–", "Predikat tidak diberikan karena hanya 50% indikator yang terukur"),
        ("2020/tw4/indikator:tkp/efisiensi@t32", "74,20%", "dengan C = 102,5492227…% dan S = 76,0937266…%"),
        ("2020/tahun/variabel:pmks-jumlah/nilai", "1.816", "Jumlah PMKS = 1.816 orang"),
        ("2020/tahun/indikator:pmks/tercatat@1", "92%", "LKjIP 2020, Tabel 3.1.1.A sampai 3.1.1.I"),
        ("2020/tahun/indikator:kasus/realisasi", "–", "tahun 2019 tidak dicatat"),
        ("2020/tahun/indikator:pmks/target@pk-2020", "86%", "Lampiran Perjanjian Kinerja 2020"),
    ],
)
def test_every_kind_of_quantity_has_its_story(masuk: Masuk, identitas: str, tercetak: str, kalimat: str) -> None:
    polos = teks(masuk(), _angka(identitas))
    assert tercetak in unescape(polos)
    assert kalimat in _polos(polos)


def test_three_clicks_lead_from_a_printed_number_to_the_entry_that_approved_its_input(
    masuk: Masuk, tahun: TahunKinerja
) -> None:
    catatan = tandai(tahun, "pmks", StatusPengukuran.DISAHKAN, oleh=buat_pengguna("kadis", Peran.PIMPINAN))
    client = masuk()
    pertama = teks(client, _angka("2020/tahun/indikator:pmks/capaian"))
    masukan = _angka("2020/tw4/variabel:pmks-terpenuhi/isian")
    assert f'href="{masukan}"' in pertama
    kedua = teks(client, masukan)
    ketiga = alamat("riwayat_catatan", nomor=catatan.nomor)
    assert f'href="{ketiga}"' in kedua
    assert "Pengukuran disahkan" in teks(client, ketiga)


def test_an_input_shows_what_was_recorded_and_its_evidence_by_class(masuk: Masuk, tahun: TahunKinerja) -> None:
    NilaiVariabel.objects.filter(buku=tahun, triwulan=4).update(bukti="daftar-penerima.pdf")
    letak = _angka("2020/tw4/variabel:pmks-terpenuhi/isian")
    isi = teks(masuk(), letak)
    assert "daftar-penerima.pdf" in isi
    assert "Tertanggal" in isi
    tertutup = teks(masuk(Peran.PEMBINA), letak)
    assert "daftar-penerima.pdf" not in tertutup
    assert "Ada, tidak ditampilkan" in tertutup


def test_an_approved_result_is_shown_and_equal(masuk: Masuk, tahun: TahunKinerja) -> None:
    catatan = tandai(tahun, "pmks", StatusPengukuran.DISAHKAN, oleh=buat_pengguna("kadis", Peran.PIMPINAN))
    simpan_hasil(tahun, _hasil(tahun).capaian("pmks", TAHUN), catatan)
    polos = _polos(teks(masuk(), _angka("2020/tahun/indikator:pmks/capaian")))
    assert "Hasil yang disahkan Disahkan 81,77% Sama dengan hitungan kini." in polos
    assert "Contoh Kadis" in polos
    assert "f" * 64 in polos


def test_an_approved_result_that_the_year_no_longer_comes_to_is_told(masuk: Masuk, tahun: TahunKinerja) -> None:
    catatan = tandai(tahun, "pmks", StatusPengukuran.DISAHKAN)
    simpan_hasil(tahun, _hasil(tahun).capaian("pmks", TAHUN), catatan)
    NilaiVariabel.objects.filter(buku=tahun, variabel__kode="pmks-terpenuhi", triwulan=4).update(mikro=1_300_000_000)
    clear_simpanan()
    polos = _polos(teks(masuk(), _angka("2020/tahun/indikator:pmks/capaian")))
    assert "Hasil yang disahkan Disahkan 81,77%" in polos
    assert "Hitungan kini 83,24%: berbeda dari yang disahkan" in polos


def test_the_last_of_several_approvals_counts(masuk: Masuk, tahun: TahunKinerja) -> None:
    hasil = _hasil(tahun).capaian("pmks", TAHUN)
    simpan_hasil(tahun, hasil, tandai(tahun, "pmks", StatusPengukuran.DISAHKAN))
    simpan_hasil(
        tahun, hasil._replace(tercetak="80,00%"), tandai(tahun, "pmks", StatusPengukuran.DISAHKAN), penetapan=2
    )
    polos = _polos(teks(masuk(), _angka("2020/tahun/indikator:pmks/capaian")))
    assert "Disahkan 80,00%" in polos
    assert "Penetapan ke-2" in polos


@pytest.mark.parametrize("peran", [Peran.EVALUATOR, Peran.PERENCANA, Peran.PEMBACA])
def test_an_approved_number_is_read_in_few_statements(masuk: Masuk, tahun: TahunKinerja, peran: Peran) -> None:
    catatan = tandai(tahun, "pmks", StatusPengukuran.DISAHKAN)
    simpan_hasil(tahun, _hasil(tahun).capaian("pmks", TAHUN), catatan)
    client = masuk(peran)
    for letak, ada in (
        (_angka("2020/tahun/indikator:pmks/capaian"), "Sama dengan hitungan kini"),
        (alamat("indikator", kode="pmks"), "81,77%"),
        (alamat("indikator_bukti", kode="pmks"), "1.277 orang"),
        (alamat("indikator_perubahan", kode="pmks"), "Mengapa berubah"),
        (alamat("pohon"), "81,77%"),
        (alamat("indikator_daftar"), "81,77%"),
    ):
        clear_simpanan()
        with CaptureQueriesContext(connection) as kueri:
            assert ada in teks(client, letak)
        assert len(kueri) <= 25, letak


def test_a_draft_is_not_shown_but_named(masuk: Masuk) -> None:
    client = masuk(Peran.PEMBACA)
    for identitas in ("2020/tahun/indikator:pmks/capaian", "2020/tw4/variabel:pmks-terpenuhi/isian"):
        isi = teks(client, _angka(identitas))
        assert "Belum diajukan" in isi
        for angka in ("81,77", "1.277", "70,3"):
            assert angka not in isi, identitas
    assert "Belum diajukan" in teks(client, _angka("2020/tahun/instansi/rata_rata_capaian"))
    assert "86%" in teks(client, _angka("2020/tahun/indikator:pmks/target"))


@pytest.mark.parametrize(
    "identitas",
    [
        "2020/tahun/indikator:kla/capaian",
        "2020/tahun/indikator:kla/target",
        "2020/tahun/variabel:jumlah-kasus/nilai",
        "2020/tahun/sasaran:s3/rata_rata_capaian",
        "2020/tahun/sasaran:s3/pagu@t32",
        "2020/tahun/anggaran:6.2/pagu@t32",
        "2020/tahun/anggaran:total/pagu@t32",
    ],
)
def test_what_is_of_another_unit_does_not_exist(masuk: Masuk, identitas: str) -> None:
    jawab = masuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab").get(_angka(identitas))
    assert jawab.status_code == 404
    isi = jawab.content.decode()
    for nama in ("Kota Layak Anak", "Kekerasan", "Jumlah kasus"):
        assert nama not in isi, nama


def test_a_number_of_several_units_is_withheld_from_one_of_them(masuk: Masuk) -> None:
    isi = teks(masuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab"), _angka("2020/tahun/instansi/rata_rata_capaian"))
    assert "Memuat angka di luar unit Anda" in isi
    assert "92,16" not in isi


def test_an_unknown_identity_offers_what_is_alike_and_seen(masuk: Masuk) -> None:
    jawab = masuk().get(_angka("2020/tahun/indikator:pmks/capaan"))
    assert jawab.status_code == 404
    assert _angka("2020/tahun/indikator:pmks/capaian") in jawab.content.decode()
    terbatas = masuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab").get(_angka("2020/tahun/indikator:klas/capaian"))
    assert terbatas.status_code == 404
    assert "indikator:kla/" not in terbatas.content.decode()


@pytest.mark.parametrize(
    "identitas",
    ["x", "a/b/c/d", f"{INSTANSI}/2020/tw9/indikator:pmks/capaian", "dinas-lain/2020/tahun/instansi/predikat"],
)
def test_what_is_no_identity_is_not_found(masuk: Masuk, identitas: str) -> None:
    assert masuk().get(alamat("angka", identitas=identitas)).status_code == 404


def test_the_story_is_saved_as_data(masuk: Masuk) -> None:
    identitas = f"{INSTANSI}/2020/tw4/anggaran:total/serapan@t32"
    client, unduh = masuk(), alamat("angka_jejak", identitas=identitas)
    assert f'href="{unduh}"' in teks(client, alamat("angka", identitas=identitas))
    jawab = client.get(unduh)
    assert jawab["Content-Disposition"] == 'attachment; filename="jejak-anggaran-total-serapan-2020-tw4.json"'
    isi = json.loads(jawab.content)
    assert read_jejak_data(isi["jejak"]).nilai == read_nilai_data(isi["nilai"])
    assert (isi["identitas"], isi["tercetak"], isi["konvensi"]) == (identitas, "86,58%", [])
    rahasia = f"{INSTANSI}/2020/tahun/indikator:pmks/capaian"
    pembaca = masuk(Peran.PEMBACA)
    assert pembaca.get(alamat("angka_jejak", identitas=rahasia)).status_code == 404
    assert "Unduh jejak" not in teks(pembaca, alamat("angka", identitas=rahasia))


def test_a_step_can_be_opened_on_its_own(masuk: Masuk) -> None:
    client = masuk()
    letak = _angka("2020/tahun/indikator:pmks/capaian")
    isi = teks(client, f"{letak}?dari=1.0.0")
    assert "1.277 orang" in isi[isi.index("Langkah demi langkah") :]
    for salah in ("9", "x", "0.9"):
        assert client.get(f"{letak}?dari={salah}").status_code == 404
