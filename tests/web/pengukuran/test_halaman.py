"""The pages of measuring through the real client: what each reader sees, fills in, and is told."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook
from tests.web.dunia import INSTANSI, buat_pengguna, masuk
from tests.web.pengukuran.bantu import ALASAN, konteks, sahkan_semua

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.baca_isian import Isian
from tolok.web.pengukuran.models import HasilDisahkan, NilaiTercatat, NilaiVariabel, Pengukuran
from tolok.web.pengukuran.operations import fill_nilai, return_pengukuran, submit_bersama, verify_bersama
from tolok.web.perencanaan.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja

pytestmark = pytest.mark.django_db
TW4 = f"/{INSTANSI}/2020/tw4/pengukuran/"
ISIAN = f"{TW4}variabel/pmks-terpenuhi/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def baca(client: Client, alamat: str = TW4, *, status: int = 200, **lain: str) -> str:
    jawab = client.get(alamat, **lain)  # type: ignore[arg-type]
    assert jawab.status_code == status, jawab.status_code
    return teks(jawab.content)


def teks(isi: bytes) -> str:
    """The words of a page, with single spaces."""
    tanpa = re.sub(r"<(script|template|noscript).*?</\1>|<[^>]+>", " ", isi.decode(), flags=re.S)
    return " ".join(unescape(tanpa).replace("\u00a0", " ").split())


def test_the_fourth_quarter_shows_the_figures_of_the_example(perencana: Pengguna) -> None:
    isi = baca(masuk(perencana))
    assert "2 dari 4 indikator mempunyai nilai." in isi
    awal = isi.index("Persentase Penyandang Masalah")
    baris = isi[awal : isi.index("Persentase tenaga kerja perempuan")]
    for sebutan in ("70,32%", "81,77%", "Tinggi", "target 86%", "Draf", "Bertentangan", "1.277"):
        assert sebutan in baris
    for sebutan in ("49,48%", "102,55%", "Tidak dapat dihitung", "Tidak dievaluasi", "target Madya", "Setahun: 42"):
        assert sebutan in isi


@pytest.mark.parametrize(
    ("kueri", "ada", "tidak"),
    [
        ("unit=bid-perempuan", ["tenaga kerja perempuan"], ["Kota Layak Anak"]),
        ("status=perlu", ["Kota Layak Anak"], []),
        ("status=disahkan", ["Tidak ada indikator yang cocok", "Hapus saringan"], ["Kota Layak Anak"]),
        ("status=ngawur&urut=ngawur&unit=", ["Kota Layak Anak"], []),
    ],
)
def test_the_grid_is_filtered_by_state_and_unit(
    perencana: Pengguna, kueri: str, ada: list[str], tidak: list[str]
) -> None:
    isi = masuk(perencana).get(f"{TW4}?{kueri}").content.decode()
    badan = isi[isi.index("</form>") :]
    assert all(satu in badan for satu in ada)
    assert not any(satu in badan for satu in tidak)


@pytest.mark.parametrize(
    ("urut", "awal"),
    [("capaian", "pmks"), ("-capaian", "tkp"), ("nama", "kla"), ("-nama", "tkp"), ("-realisasi", "pmks")],
)
def test_the_grid_is_sorted_and_what_has_no_number_stands_last(perencana: Pengguna, urut: str, awal: str) -> None:
    isi = masuk(perencana).get(f"{TW4}?urut={urut}").content.decode()
    urutan = re.findall(r'<tbody id="baris-([a-z]+)"', isi)
    assert urutan[0] == awal
    if "nama" not in urut:
        assert set(urutan[2:]) == {"kasus", "kla"}


def test_the_drawer_is_a_part_of_the_page_and_a_fragment_of_its_own(perencana: Pengguna) -> None:
    client = masuk(perencana)
    utuh, potongan = baca(client, f"{TW4}?pilih=pmks"), baca(client, f"{TW4}?pilih=pmks", **HTMX)
    for isi in (utuh, potongan):
        assert "Bukti dan sumber" in isi
        assert "Sumber: Formulir Pengukuran Kinerja Triwulan IV 2020" in isi
    narasi = baca(client, f"{TW4}?pilih=pmks&narasi=1", **HTMX)
    assert narasi.startswith("Narasi Penyebab Target belum tercapai")
    assert narasi in potongan
    assert "Narasi di ruang kerja LKjIP" in utuh
    assert "Sunting penyebab" in narasi
    assert "Kota Layak Anak" in utuh
    assert "Kota Layak Anak" not in potongan
    assert client.get(f"{TW4}?pilih=p0").status_code == 404
    assert client.get(f"{TW4}?pilih=tidak-ada").status_code == 404


def test_the_drawer_tells_who_returned_it_and_why(perencana: Pengguna, pengisi: Pengguna) -> None:
    submit_bersama(konteks(perencana), catatan=ALASAN)
    return_pengukuran(konteks(perencana), indikator="pmks", alasan="Lampirkan rekap per bulan.")
    isi = baca(masuk(pengisi), f"{TW4}?pilih=pmks")
    assert "Dikembalikan Lampirkan rekap per bulan. Contoh Perencana · " in isi
    assert "Riwayat Dikembalikan Contoh Perencana" in isi


@pytest.mark.parametrize("peran", [Peran.EVALUATOR, Peran.PEMBACA])
def test_a_reader_sees_no_draft_and_is_told_when_they_can(contoh: TahunKinerja, peran: Peran) -> None:
    client = masuk(buat_pengguna("pembaca", peran))
    isi = baca(client, f"{TW4}?pilih=pmks")
    assert "Belum diajukan. Angkanya dapat Anda lihat sesudah pengukuran diajukan" in isi
    for rahasia in ("70,32%", "81,77%", "1.816", "Formulir Pengukuran", "Target belum tercapai"):
        assert rahasia not in isi
    assert "target 86%" in isi
    berkas = client.get(f"{TW4}unduh.csv").content.decode()
    assert "81,77%" not in berkas
    assert "1.816" not in berkas


def test_an_evaluator_sees_what_was_submitted_and_others_what_was_approved(
    perencana: Pengguna, pimpinan: Pengguna
) -> None:
    evaluator = masuk(buat_pengguna("evaluator", Peran.EVALUATOR))
    pembaca = masuk(buat_pengguna("pembaca", Peran.PEMBACA))
    submit_bersama(konteks(perencana), catatan=ALASAN)
    assert "81,77%" in baca(evaluator)
    isi = baca(pembaca)
    assert "81,77%" not in isi
    assert "Belum disahkan." in isi
    verify_bersama(konteks(perencana))
    from tolok.web.pengukuran.operations import approve_bersama

    approve_bersama(konteks(pimpinan))
    assert "81,77%" in baca(pembaca)


def test_somebody_of_one_unit_sees_only_their_own(pengisi: Pengguna) -> None:
    client = masuk(pengisi)
    isi = baca(client)
    assert "Penyandang Masalah" in isi
    assert "Kota Layak Anak" not in isi
    for alamat in ("?pilih=kla", "variabel/tk-perempuan/", "indikator/kla/", "ajukan/?indikator=kla"):
        assert client.get(f"{TW4}{alamat}").status_code == 404, alamat


@pytest.mark.parametrize(("unit", "tampak"), [("bid-rehab", True), ("bid-perempuan", False)])
def test_secret_evidence_is_for_the_unit_and_those_who_verify(
    contoh: TahunKinerja, perencana: Pengguna, unit: str, tampak: bool
) -> None:
    isian = Isian(nilai="1.300", bukti="Berkas 17")
    fill_nilai(konteks(perencana), variabel="pmks-terpenuhi", isian=isian, versi=1)
    contoh.daftar_anggotavariabel.get(edisi__variabel__kode="pmks-terpenuhi")
    type(contoh.daftar_anggotavariabel.first().edisi).objects.filter(variabel__kode="pmks-terpenuhi").update(  # type: ignore[union-attr]
        kelas_bukti="rahasia"
    )
    clear_simpanan()
    assert "Berkas 17" in baca(masuk(perencana), f"{TW4}?pilih=pmks")
    keuangan = baca(masuk(buat_pengguna("keuangan", Peran.KEUANGAN)), f"{TW4}?pilih=pmks")
    assert "Berkas 17" not in keuangan
    assert "Ada bukti, tetapi bukan untuk Anda." in keuangan
    pelaku = masuk(buat_pengguna("bidang", Peran.PENANGGUNG_JAWAB, unit=unit))
    assert pelaku.get(f"{TW4}?pilih=pmks").status_code == (200 if tampak else 404)


def test_what_is_seen_comes_as_text_and_as_a_workbook(perencana: Pengguna) -> None:
    client = masuk(perencana)
    csv = client.get(f"{TW4}unduh.csv?unit=bid-rehab")
    assert csv.headers["Content-Disposition"] == f'attachment; filename="pengukuran-{INSTANSI}-2020-tw4.csv"'
    baris = csv.content.decode("utf-8-sig").splitlines()
    assert len(baris) == 4
    assert ";86;70,32;81,77;Tinggi;Draf;Bertentangan;" in baris[1]
    assert ";orang;1277;;1277;" in baris[2]
    buku = CalamineWorkbook.from_filelike(BytesIO(client.get(f"{TW4}unduh.xlsx").content))
    daftar = buku.get_sheet_by_name(buku.sheet_names[0]).to_python()
    pmks = next(satu for satu in daftar if any("terpenuhi kebutuhan dasarnya" in str(isi) for isi in satu))
    assert [isi for isi in pmks if isinstance(isi, float)][-3:] == [86.0, 70.32, 81.77]
    assert 1277.0 in next(satu for satu in daftar if "nilai" in satu)
    assert any("Kategori Kota Layak Anak" in satu for satu in daftar)
    identitas = {satu[2]: satu[3] for satu in buku.get_sheet_by_name("_identitas").to_python()}
    assert identitas[f"{INSTANSI}/2020/tw4/indikator:pmks/capaian"] == "81,77%"
    assert client.get(f"{TW4}unduh.pdf").status_code == 404


def test_a_field_of_the_grid_saves_and_answers_with_its_row(perencana: Pengguna) -> None:
    kirim = {"sebaris": "ya", "baris": "pmks", "versi": "1", "nilai": "1500"}
    jawab = masuk(perencana).post(ISIAN, kirim, **HTMX)  # type: ignore[arg-type]
    assert jawab.status_code == 200
    isi = jawab.content.decode()
    assert isi.startswith('<tbody id="baris-pmks"')
    for sebutan in ('value="1.500"', "82,60%", "96,05%", 'name="versi" value="2"', "Tersimpan "):
        assert sebutan in isi
    baris = NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4)
    assert (baris.sumber, len(baris.tanda)) == ("Formulir Pengukuran Kinerja Triwulan IV 2020", 1)


def test_what_cannot_be_read_stays_in_its_field_with_the_reason(perencana: Pengguna) -> None:
    client = masuk(perencana)
    kirim = {"sebaris": "ya", "baris": "pmks", "versi": "1", "nilai": "seribu <b>"}
    jawab = client.post(ISIAN, kirim, **HTMX)  # type: ignore[arg-type]
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    assert 'value="seribu &lt;b&gt;"' in isi
    assert 'aria-invalid="true"' in isi
    assert "bukan angka gaya Indonesia" in isi
    jawab = client.post(ISIAN, {"versi": "1", "nilai": "80-90", "sumber": "Rekap <i>", "bukti": "B"})
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    for sebutan in ('value="80-90"', 'value="Rekap &lt;i&gt;"', ">B</textarea>", "bukan rentang"):
        assert sebutan in isi
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).versi == 1


def test_the_form_works_without_scripts(perencana: Pengguna) -> None:
    client = masuk(perencana)
    assert "Jumlah PMKS yang terpenuhi kebutuhan dasarnya" in baca(client, ISIAN)
    kirim = {
        "versi": "1", "nilai": "", "alasan": "belum_terbit", "keterangan": "Menunggu rekap.", "sumber": "Rekap",
        "tanda_tahun_data": "on", "tahun_data": "2019", "ket_tahun_data": "Data lama.",
    }  # fmt: skip
    jawab = client.post(ISIAN, kirim, follow=True)
    assert jawab.redirect_chain[0][1] == 302
    assert "Tersimpan " in teks(jawab.content)
    assert "Belum terbit" in jawab.content.decode()
    baris = NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4)
    assert (baris.alasan, baris.keterangan, baris.tanda) == (
        "belum_terbit", "Menunggu rekap.", [["tahun_data", "Data lama.", 2019]],
    )  # fmt: skip
    isi = client.get(ISIAN).content.decode()
    assert "Menunggu rekap.</textarea>" in isi
    assert 'value="2019"' in isi


def test_a_mark_of_another_year_needs_the_year(perencana: Pengguna) -> None:
    client = masuk(perencana)
    for tahun in ("", "dua ribu"):
        jawab = client.post(ISIAN, {"versi": "1", "nilai": "5", "tanda_tahun_data": "on", "tahun_data": tahun})
        assert jawab.status_code == 422
        assert "misalnya 2019" in jawab.content.decode()


@pytest.mark.parametrize("sebaris", [True, False])
def test_a_conflict_shows_both_values_who_and_when_and_lets_the_reader_choose(
    perencana: Pengguna, pengisi: Pengguna, sebaris: bool
) -> None:
    fill_nilai(konteks(perencana), variabel="pmks-terpenuhi", isian=Isian(nilai="1.300", sumber="Rekap"), versi=1)
    client = masuk(pengisi)
    kirim = {"versi": "1", "nilai": "1.400"} | ({"sebaris": "ya", "baris": "pmks"} if sebaris else {})
    jawab = client.post(ISIAN, kirim, **(HTMX if sebaris else {}))  # type: ignore[arg-type]
    assert jawab.status_code == 409
    isi = teks(jawab.content)
    assert "1.300 orang" in isi
    assert "1.400" in isi
    assert re.search(r"Diubah Contoh Perencana, \d+ \w+ \d{4} pukul \d\d\.\d\d WIB\.", isi)
    assert "Pakai yang tersimpan" in isi
    assert "Tulis isian saya" in isi
    assert 'name="versi" value="2"' in jawab.content.decode()
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).mikro == 1_300_000_000
    assert client.post(ISIAN, kirim | {"versi": "2"}).status_code in (200, 302)
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).mikro == 1_400_000_000


def test_an_ended_session_answers_401_and_writes_nothing(contoh: TahunKinerja) -> None:
    for lain in (HTMX, {}):
        jawab = Client().post(ISIAN, {"versi": "1", "nilai": "5"}, **lain)  # type: ignore[arg-type]
        assert jawab.status_code == 401
    assert NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).versi == 1


def test_a_locked_value_is_shown_with_the_reason_and_refused(perencana: Pengguna, pengisi: Pengguna) -> None:
    submit_bersama(konteks(perencana), catatan=ALASAN)
    client = masuk(pengisi)
    assert "berstatus Diajukan" in client.get(TW4).content.decode()
    assert 'id="v-pmks-terpenuhi-2020-tw4"' not in client.get(TW4).content.decode()
    jawab = client.post(ISIAN, {"versi": "1", "nilai": "5"})
    assert jawab.status_code == 422
    assert "dikembalikan dahulu" in jawab.content.decode()


@pytest.mark.parametrize("peran", [Peran.PIMPINAN, Peran.EVALUATOR, Peran.PEMBACA, Peran.ADMIN])
def test_others_are_told_who_fills_in(contoh: TahunKinerja, peran: Peran) -> None:
    client = masuk(buat_pengguna("lain", peran))
    for jawab in (client.get(ISIAN), client.post(ISIAN, {"versi": "1", "nilai": "5"})):
        assert jawab.status_code == 403
        assert "Perencana, Penanggung jawab indikator" in jawab.content.decode()
    assert "<input id=" not in client.get(TW4).content.decode().split("tk-ukur")[1]


def test_earlier_years_and_units_have_addresses_of_their_own(perencana: Pengguna) -> None:
    client = masuk(perencana)
    alamat = f"{TW4}variabel/jumlah-kasus/?untuk=2019-tahun"
    assert "Tahun 2019" in baca(client, alamat)
    client.post(alamat, {"versi": "0", "nilai": "56", "sumber": "P2TP2A"})
    assert "25,00%" in baca(client)
    for salah in ("untuk=2018-tahun", "untuk=besok", "untuk=2019-tw9", "unit=tidak-ada"):
        assert client.get(f"{TW4}variabel/jumlah-kasus/?{salah}").status_code == 404


def test_a_category_is_chosen_from_its_scale(perencana: Pengguna) -> None:
    client = masuk(perencana)
    isi = client.get(f"{TW4}indikator/kla/").content.decode()
    assert "<option>Nindya</option>" in isi
    jawab = client.post(f"{TW4}indikator/kla/", {"versi": "0", "nilai": "Nindya"})
    assert jawab.status_code == 422
    assert "Sebutkan sumbernya" in jawab.content.decode()
    client.post(f"{TW4}indikator/kla/", {"versi": "0", "nilai": "Nindya", "sumber": "Keputusan Menteri"})
    assert NilaiTercatat.objects.get(indikator__kode="kla", triwulan=4).label == "Nindya"
    assert "Nindya" in baca(client)


def kirim_langkah(client: Client, langkah: str, *kode: str, catatan: str = "") -> tuple[int, str]:
    """Open the page of a step, and send its form as it stands."""
    kueri = "&".join(f"indikator={satu}" for satu in kode)
    isi = client.get(f"{TW4}{langkah}/?{kueri}").content.decode()
    kirim: dict[str, object] = dict(re.findall(r'name="((?:versi|sidik)-[a-z]+)" value="(\w+)"', isi))
    kirim |= {"indikator": list(kode), "catatan": catatan}
    jawab = client.post(f"{TW4}{langkah}/", kirim, follow=True)
    return jawab.status_code, teks(jawab.content)


def test_the_steps_are_taken_page_by_page_and_approval_says_what_it_means(
    perencana: Pengguna, pimpinan: Pengguna
) -> None:
    penyusun, kepala = masuk(perencana), masuk(pimpinan)
    status, isi = kirim_langkah(penyusun, "ajukan", "pmks", "kasus")
    assert status == 422
    assert "belum mempunyai nilai" in isi
    assert "Belum ada yang dilakukan" in isi
    assert (
        "2 pengukuran Triwulan IV Tahun 2020 diajukan."
        in kirim_langkah(penyusun, "ajukan", "pmks", "kasus", catatan=ALASAN)[1]
    )
    assert (
        "2 pengukuran Triwulan IV Tahun 2020 diverifikasi." in kirim_langkah(penyusun, "verifikasi", "pmks", "kasus")[1]
    )
    isi = baca(kepala, f"{TW4}sahkan/")
    assert "Pengesahan tidak dapat ditarik." in isi
    assert "81,77% Tinggi" in isi
    assert "Kategori Kota Layak Anak" not in isi
    assert "2 pengukuran Triwulan IV Tahun 2020 disahkan." in kirim_langkah(kepala, "sahkan", "pmks", "kasus")[1]
    assert HasilDisahkan.objects.filter(besaran="capaian", tercetak="81,77%").count() == 2
    status, isi = kirim_langkah(kepala, "kembalikan", "pmks")
    assert (status, "Tulis alasannya." in isi) == (422, True)
    kirim_langkah(kepala, "kembalikan", "pmks", catatan="Periksa rekap.")
    assert Pengukuran.objects.get(indikator__kode="pmks").status == "dikembalikan"


def test_numbers_that_changed_after_they_were_shown_are_not_approved(perencana: Pengguna, pimpinan: Pengguna) -> None:
    submit_bersama(konteks(perencana), catatan=ALASAN)
    verify_bersama(konteks(perencana))
    kirim = {"indikator": "pmks", "versi-pmks": "2", "sidik-pmks": "0" * 64}
    jawab = masuk(pimpinan).post(f"{TW4}sahkan/", kirim)
    assert jawab.status_code == 409
    assert "Angkanya berubah sesudah Anda membukanya." in jawab.content.decode()
    jawab = masuk(pimpinan).post(f"{TW4}sahkan/", kirim | {"versi-pmks": "1"})
    assert jawab.status_code == 409
    assert not HasilDisahkan.objects.exists()


def test_nothing_chosen_nothing_done(perencana: Pengguna) -> None:
    jawab = masuk(perencana).post(f"{TW4}ajukan/", {"catatan": "x"})
    assert jawab.status_code == 422
    assert "Pilih sedikitnya satu indikator." in jawab.content.decode()
    assert "Tidak ada yang menunggu langkah ini" in baca(masuk(perencana), f"{TW4}verifikasi/")


def test_an_approved_quarter_shows_what_was_approved_and_that_it_differs_now(
    perencana: Pengguna, pimpinan: Pengguna
) -> None:
    sahkan_semua(perencana, perencana, pimpinan)
    NilaiVariabel.objects.filter(variabel__kode="pmks-terpenuhi", triwulan=4).update(mikro=1_500_000_000)
    clear_simpanan()
    isi = baca(masuk(perencana), f"{TW4}?pilih=pmks")
    assert "81,77%" in isi
    assert "Hitungan kini berbeda dari yang disahkan Realisasi: disahkan 70,32%, kini 82,60%." in isi


def test_the_year_follows_its_last_quarter_and_has_no_steps(perencana: Pengguna) -> None:
    isi = baca(masuk(perencana), f"/{INSTANSI}/2020/tahun/pengukuran/")
    assert "Setahun diajukan dan disahkan bersama Triwulan IV." in isi
    assert "81,77%" in isi
    assert masuk(perencana).get(f"/{INSTANSI}/2020/tahun/pengukuran/ajukan/").status_code == 404


def test_the_narrative_of_an_indicator_in_a_quarter_is_written_from_its_drawer(
    perencana: Pengguna, pimpinan: Pengguna
) -> None:
    client, laci = masuk(perencana), f"{TW4}?pilih=kla&narasi=1"
    formulir = f"/{INSTANSI}/2020/tw4/lkjip/narasi/solusi/kla/2020-tw4/"
    jawab = client.get(laci, **HTMX)  # type: ignore[arg-type]
    assert jawab.content.decode().count("Belum ditulis.") == 2
    assert f'href="{formulir}"' in jawab.content.decode()
    assert client.get(formulir).status_code == 200
    jawab = client.post(formulir, {"teks": "Menunggu evaluasi {target:kla}.", "versi": "0", "aksi": "simpan"})
    assert jawab.headers["Location"] == f"{TW4}?pilih=kla"
    assert "Tindak lanjut Menunggu evaluasi {target:kla}. Sunting" in baca(client, laci, **HTMX)
    lain = baca(masuk(pimpinan), laci, **HTMX)
    assert "Menunggu evaluasi" in lain
    assert "Sunting" not in lain
    assert "Penyebab" not in lain
    for salah in ("solusi/kla/2019-tw4", "solusi/tiada/2020-tw4", "solusi/kla/2020-tw5", "sebab/kla/2020-tw4"):
        assert client.get(f"/{INSTANSI}/2020/tw4/lkjip/narasi/{salah}/").status_code == 404


@pytest.mark.parametrize(
    "alamat", ["", "?pilih=pmks", "unduh.csv", "variabel/pmks-terpenuhi/", "indikator/kla/", "ajukan/", "kembalikan/"]
)
def test_no_page_asks_the_database_more_than_25_times(perencana: Pengguna, pimpinan: Pengguna, alamat: str) -> None:
    sahkan_semua(perencana, perencana, pimpinan)
    client = masuk(perencana)
    clear_simpanan()
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(f"{TW4}{alamat}").status_code == 200
    assert len(kueri) <= 25, "\n".join(satu["sql"][:120] for satu in kueri)
