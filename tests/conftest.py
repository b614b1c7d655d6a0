"""What every test shares: a skipped test is listed by name, and fails where the machine promised to have everything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run; TOLOK_ACAK=1 looks for new ones.
settings.register_profile(
    "rumah",
    deadline=None,
    max_examples=100,
    print_blob=True,
    database=None,
    derandomize=not os.environ.get("TOLOK_ACAK"),
)
settings.load_profile("rumah")


FOLDER_WEB = Path(__file__).parent / "web"
FOLDER_INTI = tuple(Path(__file__).parent / nama for nama in ("core", "contoh", "contoh_paket"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Mark the tests that must cover the core (its own, with written values; what Hypothesis draws does not count) and
    those of the web that run on both databases.
    """
    for item in items:
        sekali = any(item.get_closest_marker(nama) for nama in ("peramban", "sqlite_saja"))
        if FOLDER_WEB in item.path.parents and not sekali:
            item.add_marker("basis_data")
        if item.get_closest_marker("hypothesis") is None and any(f in item.path.parents for f in FOLDER_INTI):
            item.add_marker("nilai_inti")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    laporan = yield
    boleh = item.get_closest_marker("dokumen_nyata") and not os.environ.get("TOLOK_DOKUMEN_NYATA")
    if laporan.skipped and os.environ.get("TOLOK_TANPA_LEWAT") and not boleh:
        laporan.outcome = "failed"
        laporan.longrepr = f"{item.nodeid} dilewati, padahal TOLOK_TANPA_LEWAT=1: {laporan.longrepr}"
    return laporan


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    daftar = terminalreporter.stats.get("skipped", [])
    if daftar:
        terminalreporter.write_line("Dilewati di mesin ini (menurut nama):")
        for laporan in daftar:
            sebab = laporan.longrepr[2] if isinstance(laporan.longrepr, tuple) else laporan.longrepr
            terminalreporter.write_line(f"  {laporan.nodeid}: {sebab}")
