"""A page with many values asks once what every quarter stands on, not once for each value."""

from __future__ import annotations

import pytest
from bench.kota.bangun import KECIL, build_kota
from tests.web.dunia import buat_pengguna, masuk

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.models import TahunKinerja


@pytest.mark.django_db
def test_the_grid_asks_for_each_indicator_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    build_kota(KECIL)
    tahun = TahunKinerja.objects.select_related("instansi").filter(tahun=2021).order_by("pk")[0]
    client = masuk(buat_pengguna("perencana", Peran.PERENCANA, instansi=tahun.instansi.kode))
    ditanya: list[str] = []
    semula = HasilTahun.realisasi

    def realisasi(hasil: HasilTahun, indikator: str, periode: Periode) -> Hasil:
        ditanya.append(indikator)
        return semula(hasil, indikator, periode)

    monkeypatch.setattr(HasilTahun, "realisasi", realisasi)
    halaman = client.get(f"/{tahun.instansi.kode}/2021/tw2/pengukuran/").content.decode()
    assert "berstatus" in halaman
    assert 0 < len(ditanya) <= 12 * len(set(ditanya))
