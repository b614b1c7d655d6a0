"""From a file to the database with nothing in between replaced: upload, cage, recognisers, preview, import."""

from __future__ import annotations

from typing import Final

from django.test import Client
from tests.ingest.alih.bacaan_uji import PMKS
from tests.web.impor.bantu import kirim, simpan, tersimpan

from tolok.core.cetak_angka import format_nilai
from tolok.core.nilai import JenisTanda, has_tanda
from tolok.web.jobs.pekerja import kerjakan_semua

PERJANJIAN: Final = f"""\
# PERJANJIAN KINERJA TAHUN 2020

DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK

| No | Sasaran Strategis | Indikator Kinerja | Target |
|---|---|---|---|
| (1) | (2) | (3) | (4) |
| 1 | Kualitas PMKS meningkat | {PMKS} | 87% |
| 2 | Anak terlindungi | Kategori Kota Layak Anak (KLA) | Madya |
"""


def test_an_agreement_as_text_is_read_compared_and_stored(client: Client) -> None:
    alamat = kirim(client, PERJANJIAN.encode(), "pk-2020.md").headers["Location"]
    kerjakan_semua()
    lihat = client.get(alamat).context["lihat"]
    assert [(b.sebutan, b.tujuan, b.tersimpan, b.tertulis) for b in lihat.daftar_baris] == [
        ("Target Tahun 2020", "Perjanjian pk-2020", "86%", "87%")
    ]
    (kunci,) = (baris.kunci for baris in lihat.daftar_baris)
    sumber = client.get(alamat, {"sumber": kunci}).context["sumber"]
    (sorot,) = [baris for baris in sumber.daftar_baris if baris.is_sorot]
    assert [sel.teks for sel in sorot.daftar_sel if sel.is_sorot] == ["87%"]
    client.post(f"{alamat}?tampil=beda", {"ada": [kunci], "ikut": [kunci]})
    assert simpan(client, alamat).status_code == 302
    (target,) = [t for t in tersimpan().daftar_target if (t.dokumen, t.indikator) == ("pk-2020", "pmks")]
    assert format_nilai(target.nilai) == "87%"
    assert has_tanda(target.nilai, JenisTanda.ALIH_DATA)
    assert "baris 8" in target.nilai.tanda[0].keterangan
