"""Approval stores what the year comes to, with all it stands on, and nothing changes it later."""

from __future__ import annotations

import json

import pytest
from tests.web.dunia import INSTANSI
from tests.web.pengukuran.bantu import konteks, sahkan_semua

from tolok.core.hasil.sebagai_data import read_jejak_data, read_nilai_data
from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.pengukuran.mesin import get_versi_mesin
from tolok.web.pengukuran.models import HasilDisahkan, NilaiVariabel, Pengukuran
from tolok.web.pengukuran.operations import approve_pengukuran, submit_pengukuran, verify_pengukuran
from tolok.web.pengukuran.penetapan import compute_sidik
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.models import EdisiIndikator, TahunKinerja

pytestmark = pytest.mark.django_db
PANGKAL = f"{INSTANSI}/2020"


@pytest.fixture
def disahkan(perencana: Pengguna, pimpinan: Pengguna) -> dict[str, HasilDisahkan]:
    submit_pengukuran(konteks(perencana), indikator="pmks")
    verify_pengukuran(konteks(perencana), indikator="pmks")
    approve_pengukuran(konteks(pimpinan), indikator="pmks")
    return {satu.identitas: satu for satu in HasilDisahkan.objects.all()}


def test_it_stores_the_quarter_the_year_the_money_and_the_variables(disahkan: dict[str, HasilDisahkan]) -> None:
    besaran = ("target", "realisasi", "capaian", "capaian_terbatas", "predikat")
    assert disahkan.keys() == {
        *(f"{PANGKAL}/{periode}/indikator:pmks/{satu}" for periode in ("tw4", "tahun") for satu in besaran),
        *(f"{PANGKAL}/{p}/variabel:{v}/nilai" for p in ("tw4", "tahun") for v in ("pmks-terpenuhi", "pmks-jumlah")),
        *(f"{PANGKAL}/tahun/indikator:pmks/pagu@{edisi}" for edisi in ("tw1", "t32")),
        *(f"{PANGKAL}/{periode}/indikator:pmks/realisasi_anggaran" for periode in ("tw4", "tahun")),
        *(f"{PANGKAL}/tw4/indikator:pmks/{satu}@tw1" for satu in ("serapan", "efisiensi")),
        *(f"{PANGKAL}/tahun/indikator:pmks/{satu}@t32" for satu in ("serapan", "efisiensi")),
    }
    capaian = disahkan[f"{PANGKAL}/tw4/indikator:pmks/capaian"]
    assert (capaian.tercetak, capaian.digit, capaian.besaran, capaian.penetapan) == ("81,77%", 2, "capaian", 1)
    assert disahkan[f"{PANGKAL}/tw4/indikator:pmks/realisasi"].tercetak == "70,32%"
    assert disahkan[f"{PANGKAL}/tahun/indikator:pmks/predikat"].tercetak == "Tinggi"
    assert disahkan[f"{PANGKAL}/tw4/variabel:pmks-jumlah/nilai"].tercetak == "1.816"


def test_value_and_story_are_exactly_those_of_the_computed_year(
    disahkan: dict[str, HasilDisahkan], perencana: Pengguna
) -> None:
    hasil = TahunTampak(konteks(perencana)).hasil
    for identitas, satu in disahkan.items():
        kini = hasil.cari(identitas)
        assert read_nilai_data(json.loads(satu.nilai)) == kini.nilai
        assert read_jejak_data(json.loads(satu.jejak)) == kini.jejak
        assert (satu.tercetak, satu.digit) == (kini.tercetak, kini.digit)


def test_inputs_are_kept_with_their_rows_and_versions(disahkan: dict[str, HasilDisahkan]) -> None:
    masukan = {m["identitas"]: m for m in json.loads(disahkan[f"{PANGKAL}/tw4/indikator:pmks/capaian"].masukan)}
    baris = NilaiVariabel.objects.get(variabel__kode="pmks-jumlah", tahun=2020, triwulan=4)
    isian = masukan[f"{PANGKAL}/tw4/variabel:pmks-jumlah/isian"]
    assert isian["baris"] == [{"tabel": "pengukuran_nilaivariabel", "id": baris.pk, "versi": 1}]
    assert (isian["tercetak"], isian["sumber"]) == ("1.816 orang", "Formulir Pengukuran Kinerja Triwulan IV 2020")
    target = masukan[f"{PANGKAL}/tahun/indikator:pmks/target@pk-2020"]
    assert [satu["tabel"] for satu in target["baris"]] == ["perjanjian_targetperjanjian"]
    for satu in disahkan.values():
        for masukan_lain in json.loads(satu.masukan):
            assert masukan_lain["baris"], masukan_lain["identitas"]


def test_editions_conventions_and_engine_are_kept(disahkan: dict[str, HasilDisahkan], contoh: TahunKinerja) -> None:
    capaian = disahkan[f"{PANGKAL}/tw4/indikator:pmks/capaian"]
    edisi = {(satu["jenis"], satu["objek"]): satu for satu in json.loads(capaian.edisi)}
    definisi = EdisiIndikator.objects.get(kode="pmks-jumlah-pmks")
    assert edisi["indikator", "pmks"] == {
        "jenis": "indikator", "objek": "pmks", "kode": "pmks-jumlah-pmks", "id": definisi.pk,
    }  # fmt: skip
    assert edisi["organisasi", ""]["kode"] == "1"
    assert edisi["rencana", ""]["kode"] == "sasaran-pk-2020"
    assert edisi["dokumen", ""]["kode"] == "pk-2020"
    assert {"pmks-jumlah", "pmks-terpenuhi"} == {objek for jenis, objek in edisi if jenis == "variabel"}
    serapan = json.loads(disahkan[f"{PANGKAL}/tahun/indikator:pmks/serapan@t32"].edisi)
    assert {(satu["jenis"], satu["kode"]) for satu in serapan} >= {
        ("pagu", "t32"),
        ("pemetaan", "tabel-e-i"),
        ("pohon_anggaran", "1"),
    }
    predikat = json.loads(disahkan[f"{PANGKAL}/tw4/indikator:pmks/predikat"].edisi)
    assert ("skala", "permendagri-86-2017") in {(satu["jenis"], satu["objek"]) for satu in predikat}
    kebijakan = json.loads(capaian.kebijakan)
    assert contoh.kebijakan is not None
    assert (kebijakan["edisi"], kebijakan["id"]) == (1, contoh.kebijakan.pk)
    assert (kebijakan["batas"], kebijakan["rumus_turun"], kebijakan["bagian_minimum"]) == ("120", "(2T-R)/T", "75")
    assert capaian.versi_mesin == get_versi_mesin()


def test_each_result_is_hashed_and_named_by_the_entry_that_approved_it(disahkan: dict[str, HasilDisahkan]) -> None:
    entri = Catatan.objects.get(perbuatan="pengukuran.disahkan")
    assert entri.objek == "pengukuran:2020/tw4/pmks"
    isi = json.loads(entri.isi)
    assert (isi["dari"], isi["ke"], isi["penetapan"]) == ("diverifikasi", "disahkan", 1)
    assert isi["hasil"] == {satu.identitas: satu.sidik for satu in disahkan.values()}
    for satu in disahkan.values():
        assert satu.catatan_riwayat == entri
        assert satu.sidik == compute_sidik(satu, instansi=INSTANSI, objek=entri.objek)
    satu.tercetak = "99,99%"
    assert satu.sidik != compute_sidik(satu, instansi=INSTANSI, objek=entri.objek)


def test_the_whole_quarter_can_be_approved_at_once(perencana: Pengguna, pimpinan: Pengguna) -> None:
    for triwulan in ("tw1", "tw2", "tw3", "tw4"):
        sahkan_semua(perencana, perencana, pimpinan, triwulan)
    assert Pengukuran.objects.filter(status="disahkan").count() == 16
    entri = Catatan.objects.filter(perbuatan="pengukuran.disahkan").values_list("objek", flat=True)
    assert len(set(entri)) == 16
    kasus = HasilDisahkan.objects.get(identitas=f"{PANGKAL}/tw4/indikator:kasus/realisasi")
    assert kasus.tercetak == "–"
    assert Pengukuran.objects.get(indikator__kode="kasus", triwulan=1).catatan == ""


def test_what_is_stored_of_a_first_quarter_is_of_that_quarter_only(perencana: Pengguna, pimpinan: Pengguna) -> None:
    sahkan_semua(perencana, perencana, pimpinan, "tw1")
    daftar_periode = {
        identitas.split("/")[2] for identitas in HasilDisahkan.objects.values_list("identitas", flat=True)
    }
    assert daftar_periode == {"tw1", "tahun"}  # the pagu belongs to no quarter
    assert not HasilDisahkan.objects.filter(identitas__contains="/tahun/").exclude(besaran="pagu").exists()
