"""Approved results stay what they were, whatever is entered or decided later, and the command says what differs."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from tests.web.dunia import INSTANSI
from tests.web.pengukuran.bantu import konteks, sahkan_semua

from tolok.cli import main
from tolok.contoh import path_contoh
from tolok.core.angka import Angka
from tolok.paket.muat import load_paket
from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.pengukuran import disahkan, mesin
from tolok.web.pengukuran.baca_isian import Isian
from tolok.web.pengukuran.disahkan import find_disahkan, list_rusak, read_hasil
from tolok.web.pengukuran.models import HasilDisahkan, NilaiVariabel, Pengukuran
from tolok.web.pengukuran.operations import (
    approve_pengukuran,
    fill_nilai,
    return_pengukuran,
    submit_pengukuran,
    verify_pengukuran,
)
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.models import TahunKinerja

pytestmark = pytest.mark.django_db
SKEMA = json.loads((files("tolok") / "skema" / "hitung.schema.json").read_text(encoding="utf-8"))
CAPAIAN = f"{INSTANSI}/2020/tw4/indikator:pmks/capaian"


@pytest.fixture
def tw4(contoh: TahunKinerja, perencana: Pengguna, pimpinan: Pengguna) -> list[dict[str, Any]]:
    """The stored rows of the approved fourth quarter."""
    sahkan_semua(perencana, perencana, pimpinan, "tw4")
    return salin()


def salin(penetapan: int = 1) -> list[dict[str, Any]]:
    return list(HasilDisahkan.objects.filter(penetapan=penetapan).order_by("pk").values())


def isi_ulang(perencana: Pengguna, nilai: str) -> None:
    return_pengukuran(konteks(perencana), indikator="pmks", alasan="Rekap kedua berbeda.")
    versi = NilaiVariabel.objects.get(variabel__kode="pmks-terpenuhi", triwulan=4).versi
    fill_nilai(konteks(perencana), variabel="pmks-terpenuhi", isian=Isian(nilai=nilai, sumber="Rekap"), versi=versi)


def jalankan(capsys: pytest.CaptureFixture[str], *masukan: str, kode: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert main(["hitung", "--instansi", INSTANSI, *masukan]) == kode
    keluar = capsys.readouterr()
    return keluar.out.replace("\u00a0", " "), " ".join(keluar.err.split())


def test_returning_and_entering_another_value_leaves_stored_results_alone(
    tw4: list[dict[str, Any]], perencana: Pengguna
) -> None:
    isi_ulang(perencana, "1.500")
    assert TahunTampak(konteks(perencana)).hasil.cari(CAPAIAN).tercetak == "96,05%"
    assert salin() == tw4


def test_another_approval_adds_the_next_results_and_keeps_the_first(
    tw4: list[dict[str, Any]], perencana: Pengguna, pimpinan: Pengguna, contoh: TahunKinerja
) -> None:
    isi_ulang(perencana, "1.500")
    submit_pengukuran(konteks(perencana), indikator="pmks")
    verify_pengukuran(konteks(perencana), indikator="pmks")
    approve_pengukuran(konteks(pimpinan), indikator="pmks")
    assert salin() == tw4
    assert Pengukuran.objects.get(indikator__kode="pmks").penetapan == 2
    kini = find_disahkan(contoh, CAPAIAN)
    assert kini is not None
    assert (kini.penetapan, kini.tercetak) == (2, "96,05%")
    assert len(salin(2)) == HasilDisahkan.objects.filter(pengukuran__indikator__kode="pmks", penetapan=1).count()
    assert list(list_rusak(contoh)) == []


def test_another_policy_leaves_stored_results_alone_and_is_named_as_the_cause(
    tw4: list[dict[str, Any]], contoh: TahunKinerja, capsys: pytest.CaptureFixture[str]
) -> None:
    ganti_batas(contoh, Angka(80))
    assert salin() == tw4
    keluar, pesan = jalankan(capsys, "--tahun", "2020", "--bandingkan", kode=1)
    baris = keluar.splitlines()
    awal = baris.index(f"{INSTANSI}/2020/tw4/indikator:pmks/capaian_terbatas: disahkan 81,77%, kini 80,00%")
    assert baris[awal + 1 : awal + 3] == ["  Kebijakan batas: 120 menjadi 80.", "  Kebijakan edisi: 1 menjadi 2."]
    assert "Semua sidik sesuai." in pesan


def test_without_an_agency_all_that_have_the_year_are_compared(
    tw4: list[dict[str, Any]], contoh: TahunKinerja, capsys: pytest.CaptureFixture[str]
) -> None:
    ganti_batas(contoh, Angka(80))
    assert main(["hitung", "--instansi", INSTANSI, "--bandingkan", "--format", "json"]) == 1
    satu = json.loads(capsys.readouterr().out)
    assert main(["hitung", "--tahun", "2020", "--bandingkan", "--proses", "1", "--format", "json"]) == 1
    semua = json.loads(capsys.readouterr().out)
    assert semua == satu
    assert semua["dibandingkan"] == len(tw4)
    for masukan, pesan in (((), "Sebutkan --tahun TAHUN"), (("--tahun", "1999"), "Yang ada: 2020.")):
        assert main(["hitung", "--bandingkan", *masukan]) == 2
        assert pesan in " ".join(capsys.readouterr().err.split())


def ganti_batas(contoh: TahunKinerja, batas: Angka) -> None:
    from tolok.web.audit.operations import record
    from tolok.web.perencanaan.operations.rencana import make_kolom_kebijakan
    from tolok.web.perencanaan.queries import make_kebijakan

    assert contoh.kebijakan is not None
    lain = replace(make_kebijakan(contoh.kebijakan), batas=batas)
    contoh.kebijakan = contoh.daftar_kebijakan.create(nomor=2, **make_kolom_kebijakan(lain))
    contoh.save()
    record("kebijakan.diubah", rantai=INSTANSI, objek="tahun:2020", isi={}, oleh=None)


def test_nothing_differs_right_after_approval(tw4: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    keluar, pesan = jalankan(capsys, "--bandingkan")
    assert keluar == ""
    assert pesan.startswith(f"{len(tw4)} hasil yang disahkan dibandingkan: 0 berbeda")


def test_a_changed_input_behind_the_back_of_the_workflow_is_named_with_both_values(
    tw4: list[dict[str, Any]], contoh: TahunKinerja, capsys: pytest.CaptureFixture[str]
) -> None:
    from tolok.web.perencanaan.hasil import clear_simpanan

    NilaiVariabel.objects.filter(variabel__kode="pmks-terpenuhi", triwulan=4).update(mikro=1_500_000_000, versi=2)
    clear_simpanan()
    keluar, _ = jalankan(capsys, "--bandingkan", "--triwulan", "4", kode=1)
    baris = keluar.splitlines()
    awal = baris.index(f"{CAPAIAN}: disahkan 81,77%, kini 96,05%")
    assert baris[awal + 1] == (
        "  Jumlah PMKS yang terpenuhi kebutuhan dasarnya, Triwulan IV Tahun 2020: 1.277 orang menjadi 1.500 orang."
    )
    assert jalankan(capsys, "--bandingkan", "--triwulan", "1")[0] == ""


def test_the_comparison_as_json_follows_its_schema(
    tw4: list[dict[str, Any]], contoh: TahunKinerja, capsys: pytest.CaptureFixture[str]
) -> None:
    ganti_batas(contoh, Angka(80))
    HasilDisahkan.objects.filter(identitas=CAPAIAN).update(tercetak="100%")
    isi = json.loads(jalankan(capsys, "--bandingkan", "--format", "json", kode=1)[0])
    jsonschema.validate(isi, SKEMA)
    assert isi["dibandingkan"] == len(tw4)
    assert [satu["sebab"] for satu in isi["rusak"]] == ["isinya tidak sesuai dengan sidiknya"]
    beda = {satu["identitas"]: satu for satu in isi["perbedaan"]}
    terbatas = beda[CAPAIAN.replace("capaian", "capaian_terbatas")]
    assert (terbatas["disahkan"], terbatas["kini"], terbatas["berbeda"]) == ("81,77%", "80,00%", True)


def test_results_of_another_engine_are_told_and_are_no_fault_while_their_numbers_agree(
    tw4: list[dict[str, Any]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for modul in (mesin, disahkan):
        monkeypatch.setattr(modul, "get_versi_mesin", lambda: "9.9.9+abcdef")
    monkeypatch.setattr("tolok.web.pengukuran.penetapan.get_versi_mesin", lambda: "9.9.9+abcdef")
    keluar, pesan = jalankan(capsys, "--bandingkan")
    assert keluar == ""
    assert "mesin ini 9.9.9+abcdef" in pesan
    assert salin() == tw4


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        (
            lambda satu: HasilDisahkan.objects.filter(pk=satu.pk).update(nilai="{}"),
            "isinya tidak sesuai dengan sidiknya",
        ),
        (
            lambda satu: HasilDisahkan.objects.filter(pk=satu.pk).update(sidik="0" * 64),
            "tidak disebut oleh catatan riwayat pengesahannya",
        ),
        (
            lambda satu: HasilDisahkan.objects.filter(pk=satu.pk).update(
                catatan_riwayat=Catatan.objects.earliest("pk")
            ),
            "tidak disebut oleh catatan riwayat pengesahannya",
        ),
        (lambda satu: HasilDisahkan.objects.filter(pk=satu.pk).delete(), "barisnya hilang"),
    ],
)
def test_a_tampered_result_is_found_and_named(
    tw4: list[dict[str, Any]], contoh: TahunKinerja, capsys: pytest.CaptureFixture[str], ubah: Any, sebab: str
) -> None:
    ubah(HasilDisahkan.objects.get(identitas=CAPAIAN))
    (rusak,) = list_rusak(contoh)
    assert (rusak.objek, rusak.penetapan, rusak.identitas, rusak.sebab) == (
        "pengukuran:2020/tw4/pmks", 1, CAPAIAN, sebab,
    )  # fmt: skip
    keluar, pesan = jalankan(capsys, "--bandingkan", kode=1)
    assert f"RUSAK {CAPAIAN} (pengukuran:2020/tw4/pmks, pengesahan ke-1): {sebab}." in keluar
    assert "1 rusak." in pesan


def test_a_result_that_was_added_behind_the_back_of_approval_is_found(
    tw4: list[dict[str, Any]], contoh: TahunKinerja
) -> None:
    satu = HasilDisahkan.objects.get(identitas=CAPAIAN)
    satu.pk, satu.identitas = None, CAPAIAN.replace("pmks", "lain")
    satu.save(force_insert=True)
    (rusak,) = list_rusak(contoh)
    assert rusak.sebab == "tidak disebut oleh catatan riwayat pengesahannya"


def test_a_stored_result_is_read_back_as_it_was_computed(
    tw4: list[dict[str, Any]], contoh: TahunKinerja, perencana: Pengguna
) -> None:
    asli = TahunTampak(konteks(perencana)).hasil.cari(CAPAIAN)
    isi_ulang(perencana, "1.500")
    satu = HasilDisahkan.objects.get(identitas=CAPAIAN)
    assert read_hasil(satu) == asli
    assert find_disahkan(contoh, CAPAIAN) is None  # the quarter is open again


def test_loading_the_package_again_leaves_stored_results_alone(tw4: list[dict[str, Any]]) -> None:
    from tolok.web.pertukaran.operations import load_ke_basis_data

    load_ke_basis_data(load_paket(path_contoh("probolinggo-2020")), oleh=None, sidik_paket="")
    assert salin() == tw4


def test_the_database_answers_like_the_package(contoh: TahunKinerja, capsys: pytest.CaptureFixture[str]) -> None:
    keluar, _ = jalankan(capsys, "--tahun", "2020", "capaian:pmks@tw4")
    assert keluar.startswith(f"{CAPAIAN}\nNilai: 81,77%\n")
    assert main(["hitung", str(path_contoh("probolinggo-2020")), "capaian:pmks@tw4"]) == 0
    assert capsys.readouterr().out.replace("\u00a0", " ") == keluar
    assert f"{CAPAIAN}\n" in jalankan(capsys)[0]


@pytest.mark.parametrize(
    ("masukan", "pesan"),
    [
        (["--instansi", "lain"], "Instansi lain tidak ada"),
        (["--instansi", INSTANSI, "--tahun", "1999"], "Tahun 1999 tidak ada; yang ada"),
        (["--instansi", INSTANSI, "capaian:pmks", "lagi"], "Masukan ini berlebih: lagi"),
        (["--instansi", INSTANSI, "--bandingkan", "capaian:pmks"], "Masukan ini berlebih: capaian:pmks"),
        (["--instansi", INSTANSI, "capaian:pmk"], "Maksudnya “pmks”?"),
        (["paket", "--bandingkan"], "membaca basis data, jadi PAKET tidak ditulis"),
        ([], "Sebutkan PAKET, atau --instansi"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(
    contoh: TahunKinerja, capsys: pytest.CaptureFixture[str], masukan: list[str], pesan: str
) -> None:
    capsys.readouterr()
    assert main(["hitung", *masukan]) == 2
    assert pesan in " ".join(capsys.readouterr().err.split())
