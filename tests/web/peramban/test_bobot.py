"""What a page weighs over the wire, served as in production: hashed, compressed, cached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Response
from tests.web.peramban.layar import buka_layar
from tests.web.situs import Situs, serve
from tests.web.tempat import make_tempat

pytestmark = pytest.mark.peramban
BATAS_PERTAMA = 700_000
BATAS_BERIKUT = 100_000
TAHUN = "/dinas/2020/tw4/"


@pytest.fixture(scope="module")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    with make_tempat(tmp_path_factory.mktemp("bobot") / "tempat") as tempat:
        tempat.siapkan()
        with serve(tempat, DJANGO_SETTINGS_MODULE="tests.web.pameran.pengaturan") as situs:
            yield situs


def _bobot(page: Page, alamat: str) -> tuple[int, list[Response]]:
    """Return the bytes that came over the wire for a page (heads included), and the answers."""
    jumlah: list[int] = []
    daftar: list[Response] = []
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.on("Network.loadingFinished", lambda kabar: jumlah.append(int(kabar["encodedDataLength"])))

    def catat(jawaban: Response) -> None:
        daftar.append(jawaban)

    page.on("response", catat)
    page.goto(alamat)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", catat)
    cdp.detach()
    return sum(jumlah), daftar


def test_the_first_page_and_the_next_ones_stay_within_their_budget(peramban: Any, situs: Situs) -> None:
    layar = buka_layar(peramban, pangkal=situs.alamat)
    pertama, daftar = _bobot(layar.page, TAHUN)
    assert any("inter-latin" in j.url for j in daftar)
    assert 50_000 < pertama < BATAS_PERTAMA, pertama
    for alamat in (f"{TAHUN}pengukuran/", f"{TAHUN}pohon/", TAHUN):
        berikut, _ = _bobot(layar.page, alamat)
        assert 500 < berikut < BATAS_BERIKUT, (alamat, berikut)
    layar.konteks.close()
    layar.ensure_bersih()


def test_files_are_compressed_hashed_and_kept_for_good(peramban: Any, situs: Situs) -> None:
    layar = buka_layar(peramban, pangkal=situs.alamat)
    _, daftar = _bobot(layar.page, TAHUN)
    assert daftar[0].headers["content-encoding"] == "gzip"
    statis = {Path(j.url).name.split(".")[0]: j.headers for j in daftar if "/statis/" in j.url}
    assert {"tabler", "tolok", "ikon", "htmx-4", "inter-latin-wght-normal"} <= statis.keys()
    for nama, kepala in statis.items():
        assert "immutable" in kepala["cache-control"], nama
        assert kepala.get("content-encoding") == "gzip" or nama.startswith("inter"), nama
    layar.konteks.close()
    layar.ensure_bersih()
