"""Documents are held against each other only if they speak of one agency."""

from __future__ import annotations

from tests.core.reviu.bangun import dokumen, indikator, nilai, temukan

from tolok.core.bacaan.dokumen import BerkasTerbaca, DokumenTerbaca
from tolok.core.reviu.periksa import review


def _target(persen: str, *teks: str, perangkat: str, judul: str = "") -> DokumenTerbaca:
    isi = (indikator("Nilai AKIP", nilai("target", persen)),)
    return dokumen(*teks, indikator=isi, perangkat_daerah=perangkat, judul=judul)


def test_one_agency_by_its_region_wherever_that_is_named() -> None:
    satu = _target("80%", perangkat="DINAS SOSIAL KOTA MADIUN")
    for dua in (
        _target("81%", "PEMERINTAH KOTA MADIUN", perangkat="Dinas Sosial"),
        _target("81%", perangkat="Dinas Sosial", judul="IKU Kota Madiun"),
    ):
        assert len(temukan("nilai.antar_dokumen", satu, dua)) == 1


def test_a_form_may_shorten_the_name_of_its_agency() -> None:
    panjang = _target("80%", perangkat="Dinas Sosial dan Pemberdayaan Masyarakat Kota Madiun")
    pendek = _target("81%", perangkat="DINAS SOSIAL KOTA MADIUN")
    berkas = BerkasTerbaca("x.txt", "", (panjang, pendek))
    assert len(review([berkas], pilih=frozenset({"nilai.antar_dokumen"}))) == 1


def test_other_regions_and_other_agencies_are_left_alone() -> None:
    satu = _target("80%", perangkat="Dinas Sosial Kota Madiun")
    for dua in (
        _target("81%", perangkat="Dinas Sosial Kota Probolinggo"),
        _target("81%", perangkat="Dinas Kesehatan Kota Madiun"),
        _target("81%", "menuju Kota Layak Anak", perangkat="Dinas Sosial"),
    ):
        assert temukan("nilai.antar_dokumen", satu, dua) == ()
