"""A page in Chromium that fails its test on every error it sees, and what such a test looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

FOLDER: Final = Path(__file__).parent
UKURAN: Final = {"lebar": (1366, 768), "ponsel": (390, 844)}
TEMA: Final = {"terang": "light", "gelap": "dark"}
_AXE: Final = (FOLDER / "vendor" / "axe.min.js").read_text(encoding="utf-8")
_LULUS_WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass
class Layar:
    """One window: its context, its page, and the errors it has seen."""

    konteks: BrowserContext
    page: Page
    boleh_status: frozenset[int]
    boleh_kata: tuple[str, ...] = ()
    daftar_kesalahan: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.konteks.on("page", self._dengarkan)
        self._dengarkan(self.page)

    def _dengarkan(self, page: Page) -> None:
        page.on("console", self._dengar_konsol)
        page.on("pageerror", lambda galat: self.daftar_kesalahan.append(f"skrip: {galat}"))
        page.on("requestfailed", self._dengar_gagal)
        page.on("response", self._dengar_jawaban)

    def _dengar_konsol(self, pesan: ConsoleMessage) -> None:
        if pesan.type not in ("error", "warning"):
            return
        diizinkan = "Failed to load resource" in pesan.text and any(f"{s}" in pesan.text for s in self.boleh_status)
        if not diizinkan:
            self.daftar_kesalahan.append(f"konsol: {pesan.text}")

    def _dengar_gagal(self, permintaan: Request) -> None:
        # Chromium cancels what a page still loads when the test leaves it.
        if permintaan.failure != "net::ERR_ABORTED":
            self.daftar_kesalahan.append(f"permintaan: {permintaan.url}: {permintaan.failure}")

    def _dengar_jawaban(self, jawaban: Response) -> None:
        if jawaban.status >= 400 and jawaban.status not in self.boleh_status:
            self.daftar_kesalahan.append(f"jawaban: {jawaban.status} {jawaban.url}")

    def ensure_bersih(self) -> None:
        """Fail if the console, a script, a request or the content security policy complained."""
        daftar = [satu for satu in self.daftar_kesalahan if not any(kata in satu for kata in self.boleh_kata)]
        assert not daftar, "\n".join(daftar)


def buka_layar(
    peramban: Browser,
    *,
    pangkal: str,
    ukuran: str = "lebar",
    tema: str = "terang",
    kuki: dict[str, str] | None = None,
    boleh_status: frozenset[int] = frozenset(),
    boleh_kata: tuple[str, ...] = (),
) -> Layar:
    """
    Open a window of one of the two sizes and themes; ``page.goto("/…")`` is relative to ``pangkal``.

    :param boleh_status: answers that this test provokes
    :param boleh_kata: words of complaints that this test provokes
    """
    lebar, tinggi = UKURAN[ukuran]
    konteks = peramban.new_context(
        base_url=pangkal,
        viewport={"width": lebar, "height": tinggi},
        color_scheme=TEMA[tema],  # type: ignore[arg-type]
        has_touch=ukuran == "ponsel",
        locale="id-ID",
        timezone_id="Asia/Jakarta",
    )
    konteks.set_default_timeout(15_000)
    for nama, isi in (kuki or {}).items():
        konteks.add_cookies([{"name": nama, "value": isi, "url": pangkal}])
    return Layar(konteks, konteks.new_page(), boleh_status, boleh_kata)


def periksa_axe(page: Page, *, di: str = "html", kecuali: tuple[str, ...] = ()) -> None:
    """
    Fail if axe-core finds something serious or critical on the page as it stands.

    The page is judged from its top and put back afterwards: which targets the bar at the top half covers depends on
    where a test happened to have scrolled to, and a person scrolls on.

    :param di: the part that is looked at (what lies above the rest hides targets that are not meant)
    :param kecuali: rules left out, each with its reason beside the call
    """
    if not page.evaluate("() => !!window.axe"):
        page.evaluate(f"() => {{ {_AXE}; window.axe = axe; }}")
    hasil: dict[str, Any] = page.evaluate(
        """async ([di, aturan]) => {
            const y = window.scrollY;
            window.scrollTo({ top: 0, behavior: "instant" });
            try {
                return await axe.run(di, { resultTypes: ["violations"], runOnly: { type: "tag", values: aturan } });
            } finally {
                window.scrollTo({ top: y, behavior: "instant" });
            }
        }""",
        [di, _LULUS_WCAG],
    )
    daftar = [
        f"{satu['id']} ({satu['impact']}): {satu['help']}\n{_sebut(satu['nodes'][:5])}"
        for satu in hasil["violations"]
        if satu["impact"] in ("serious", "critical") and satu["id"] not in kecuali
    ]
    assert not daftar, "\n".join((page.url, *daftar))


def _sebut(daftar_simpul: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"    {simpul['html'][:200]}: {'; '.join(s['message'] for s in simpul['any'] + simpul['all'] + simpul['none'])}"
        for simpul in daftar_simpul
    )


def periksa_tanpa_gulir_samping(page: Page) -> None:
    """Fail if the page itself (not a table in its own frame) is wider than the window."""
    lebih = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert lebih <= 0, f"halaman {page.url} {lebih} px lebih lebar daripada jendela"
