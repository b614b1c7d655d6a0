"""Tokens looked up in an agency-year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from instansi_mini import MINI
from tolok.core.hasil.rujukan import PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.narasi import GalatToken, parse_token


def cari(teks: str) -> tuple[str, str]:
    hasil = PencariToken(HasilTahun(MINI))(parse_token(teks))
    return hasil.tercetak, hasil.identitas


@pytest.mark.parametrize(
    ("teks", "tercetak", "identitas"),
    [
        ("{capaian:cakupan}", "93,75%", "mini/2024/tahun/indikator:cakupan/capaian"),
        ("{target:cakupan}", "80%", "mini/2024/tahun/indikator:cakupan/target"),
        ("{realisasi:cakupan@2023}", "70,00%", "mini/2023/tahun/indikator:cakupan/realisasi"),
        ("{efisiensi:cakupan}", "96,00%", "mini/2024/tahun/indikator:cakupan/efisiensi@perubahan"),
        ("{rata_rata_capaian:instansi}", "91,25%", "mini/2024/tahun/instansi/rata_rata_capaian"),
        ("{predikat:instansi}", "Sangat tinggi", "mini/2024/tahun/instansi/predikat"),
        ("{rata_rata_capaian:s2@tahun}", "90,00%", "mini/2024/tahun/sasaran:s2/rata_rata_capaian"),
        ("{bagian:s1}", "60,00%", "mini/2024/tahun/sasaran:s1/bagian@perubahan"),
        ("{pagu:total#murni}", "Rp\u00a01.000.000.000", "mini/2024/tahun/anggaran:total/pagu@murni"),
        ("{pagu:penunjang}", "Rp\u00a0150.000.000", "mini/2024/tahun/anggaran:penunjang/pagu@perubahan"),
        ("{serapan:total@tw4}", "86,00%", "mini/2024/tw4/anggaran:total/serapan@perubahan"),
        ("{serapan:1.1}", "90,00%", "mini/2024/tahun/anggaran:1.1/serapan@perubahan"),
        ("{nilai:terlayani@2024-tw4}", "45", "mini/2024/tw4/variabel:terlayani/nilai"),
    ],
)
def test_token_memberi_besaran_dengan_identitas_tabel(teks: str, tercetak: str, identitas: str) -> None:
    assert cari(teks) == (tercetak, identitas)


def test_triwulan_memakai_edisi_pagu_formulirnya() -> None:
    assert cari("{serapan:total@tw1}")[1] == "mini/2024/tw1/anggaran:total/serapan@murni"


def test_triwulan_tanpa_edisi_sendiri_memakai_edisi_laporan() -> None:
    cari_lain = PencariToken(HasilTahun(replace(MINI, pagu_triwulan=())))
    assert cari_lain(parse_token("{serapan:total@tw1}")).identitas.endswith("serapan@perubahan")


@pytest.mark.parametrize(
    ("teks", "pesan", "saran"),
    [
        ("{capaian:cakupam}", "Objek “cakupam” tidak ada.", "Maksudnya “cakupan”?"),
        ("{capain:cakupan}", "Besaran “capain” tidak ada untuk indikator “cakupan”.", "Maksudnya “capaian”?"),
        ("{capaian:terlayani}", "Besaran “capaian” tidak ada untuk variabel “terlayani”.", "Yang ada: nilai."),
        ("{capaian:cakupan@tw5}", "Periode “tw5” tidak terbaca.", "Tulis tahun, tw1 sampai tw4, 2019, atau 2019-tw1."),
        ("{pagu:total#murny}", "Edisi pagu “murny” tidak ada.", "Maksudnya “murni”?"),
    ],
)
def test_token_yang_tidak_ada_ditolak_dengan_saran(teks: str, pesan: str, saran: str) -> None:
    with pytest.raises(GalatToken) as galat:
        cari(teks)
    assert (str(galat.value), galat.value.saran) == (pesan, saran)


def test_pagu_tanpa_edisi_apa_pun_ditolak() -> None:
    tanpa = replace(MINI, pagu_laporan="", pagu_triwulan=(), daftar_edisi_pagu=(), daftar_pagu=(), daftar_perjanjian=())
    with pytest.raises(GalatToken, match="tidak ada untuk Tahun 2024"):
        PencariToken(HasilTahun(tanpa))(parse_token("{pagu:total}"))
