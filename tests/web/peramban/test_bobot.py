"""What a page weighs over the wire, served as in production: hashed, compressed, cached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Response
from tests.web.dunia import INSTANSI
from tests.web.peramban.layar import buka_layar
from tests.web.situs import Situs, serve
from tests.web.tempat import make_tempat

from tolok.contoh import path_contoh

pytestmark = pytest.mark.peramban
BATAS_PERTAMA = 700_000
BATAS_BERIKUT = 100_000
TAHUN = "/dinas/2020/tw4/"
NYATA = f"/{INSTANSI}/2020/tw4/"
BAGIAN = (
    "indikator/pmks/", "pohon/", "anggaran/", "anggaran/sasaran/", "pengukuran/", "perjanjian/", "lkjip/", "dokumen/",
    "organisasi/", "riwayat/", "indikator/", "pengaturan/",
)  # fmt: skip
"""Pages of the example, the heaviest among them, in an order in which somebody might open them."""
MASUK = """
import sys, django; django.setup()
from tests.web.dunia import buat_pengguna, masuk
from tolok.web.organisasi.models import Peran
sys.stdout.write(masuk(buat_pengguna("seseorang", Peran.PERENCANA)).cookies["sessionid"].value)
"""


@pytest.fixture(scope="module")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    with make_tempat(tmp_path_factory.mktemp("bobot") / "tempat") as tempat:
        tempat.siapkan()
        with serve(tempat, DJANGO_SETTINGS_MODULE="tests.web.pameran.pengaturan") as situs:
            yield situs


@pytest.fixture(scope="module")
def situs_contoh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Situs, str]]:
    """The site with the example, and the session of a planner."""
    with make_tempat(tmp_path_factory.mktemp("bobot-contoh") / "tempat") as tempat:
        tempat.siapkan()
        jalan = tempat.tolok("muat-paket", str(path_contoh("probolinggo-2020")), "--ya")
        assert jalan.returncode == 0, jalan.stdout + jalan.stderr
        sesi = tempat.python(MASUK)
        with serve(tempat) as situs:
            yield situs, sesi


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


def test_pages_of_the_example_stay_within_their_budget(peramban: Any, situs_contoh: tuple[Situs, str]) -> None:
    situs, sesi = situs_contoh
    layar = buka_layar(peramban, pangkal=situs.alamat, kuki={"sessionid": sesi})
    pertama, daftar = _bobot(layar.page, NYATA)
    assert daftar[0].status == 200
    assert 50_000 < pertama < BATAS_PERTAMA, pertama
    bobot = {}
    for bagian in BAGIAN:
        bobot[bagian], daftar = _bobot(layar.page, NYATA + bagian)
        assert daftar[0].status == 200, bagian
    assert all(1_000 < satu < BATAS_BERIKUT for satu in bobot.values()), bobot
    layar.konteks.close()
    layar.ensure_bersih()
