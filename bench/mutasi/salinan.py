"""
Runs tests against a copy of ``src`` in a forked child, so that pytest is imported once for thousands of runs.

The parent never imports ``tolok``: each child reads it anew from the copy.
"""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import _hypothesis_pytestplugin  # noqa: F401  (loaded here so that no child has to)
import hypothesis
import hypothesis.strategies
import lark  # noqa: F401
import pytest

MEMORI = 3 * 1024**3
"""A mutant that eats memory dies in its own process."""


@dataclass(frozen=True, slots=True)
class Putusan:
    """What the tests said: ``lolos``, ``mati`` (with the test that failed first), ``waktu`` (stopped at the limit)."""

    keadaan: str
    penguji: str = ""
    detik: float = 0.0


class _Pencatat:
    """Remembers the first failed test; makes Hypothesis repeatable and stops it from shrinking."""

    def __init__(self) -> None:
        self.gagal = ""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        hypothesis.settings.register_profile(
            "mutasi",
            deadline=None,
            derandomize=True,
            database=None,
            max_examples=60,
            phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        )
        hypothesis.settings.load_profile("mutasi")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.gagal:
            self.gagal = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.gagal:
            self.gagal = report.nodeid


class Salinan:
    """A compiled copy of ``src`` in a temporary folder, in which one file at a time is wrong."""

    def __init__(self, akar: Path) -> None:
        if "tolok" in sys.modules:
            raise RuntimeError("tolok sudah dimuat di proses ini: anaknya tidak akan membaca salinan yang diubah")
        self._folder = tempfile.TemporaryDirectory(prefix="tolok-mutasi-")
        self.akar = akar
        self.src = Path(self._folder.name) / "src"
        shutil.copytree(akar / "src", self.src, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))

    def close(self) -> None:
        """Remove the copy."""
        self._folder.cleanup()

    def run(self, daftar_uji: Sequence[str], *, batas_detik: float, ganti: tuple[str, bytes] | None = None) -> Putusan:
        """Run tests, with ``ganti`` (path under src, source) put in for the time of the run."""
        if ganti is None:
            return self._fork(daftar_uji, batas_detik, tulis_bita=True)
        jalur = self.src / ganti[0]
        asli = jalur.read_bytes()
        bita = Path(importlib.util.cache_from_source(str(jalur)))
        bita.unlink(missing_ok=True)
        try:
            jalur.write_bytes(ganti[1])
            return self._fork(daftar_uji, batas_detik, tulis_bita=False)
        finally:
            jalur.write_bytes(asli)

    def _fork(self, daftar_uji: Sequence[str], batas_detik: float, *, tulis_bita: bool) -> Putusan:
        catatan = Path(self._folder.name) / "putusan.json"
        catatan.unlink(missing_ok=True)
        mulai = time.perf_counter()
        anak = os.fork()
        if not anak:
            self._jadi_anak(daftar_uji, batas_detik, catatan, tulis_bita=tulis_bita)
        _, status = os.waitpid(anak, 0)
        detik = time.perf_counter() - mulai
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
            return Putusan("waktu", detik=detik)
        if not catatan.exists():
            return Putusan("mati", "(proses berhenti)", detik)
        kode, gagal = json.loads(catatan.read_text())
        if kode in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return Putusan("lolos", detik=detik)
        return Putusan("mati", gagal or f"(pytest {kode})", detik)

    def _jadi_anak(self, daftar_uji: Sequence[str], batas_detik: float, catatan: Path, *, tulis_bita: bool) -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, batas_detik)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
        sys.dont_write_bytecode = not tulis_bita
        sys.path.insert(0, str(self.src))
        os.environ["PYTHONPATH"] = str(self.src)
        os.chdir(self.akar)
        kosong = os.open(os.devnull, os.O_RDWR)
        for nomor in range(3):
            os.dup2(kosong, nomor)
        pencatat = _Pencatat()
        argumen = ["-x", "--no-header", "--tb=no", "-p", "no:xdist", "-p", "no:cov", *daftar_uji]
        argumen += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
        kode = 3
        try:
            kode = int(pytest.main(argumen, plugins=[pencatat]))
        finally:
            catatan.write_text(json.dumps([kode, pencatat.gagal]))
            os._exit(0)
