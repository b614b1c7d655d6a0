"""
Make the vendored front-end files of ``tolok.web.ui`` from their npm packages; the same packages give the same bytes.

    npm install @tabler/core@1.6.1 @tabler/icons@3.52.0 @fontsource-variable/inter@5.3.0 axe-core@4.14.1
    python alat/aset_ui.py node_modules

A new icon: add its name to ``alat/ikon.txt`` and run this again.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Final

AKAR: Final = Path(__file__).resolve().parents[1]
TUJUAN: Final = AKAR / "src/tolok/web/ui/static/ui"
VENDOR_UJI: Final = AKAR / "tests/web/peramban/vendor"
VERSI: Final = {
    "@tabler/core": "1.6.1",
    "@tabler/icons": "3.52.0",
    "@fontsource-variable/inter": "5.3.0",
    "axe-core": "4.14.1",
}


def main(modul: Path) -> None:
    """Write every vendored file; refuse another version than the one ``LISENSI.md`` names."""
    for nama, versi in VERSI.items():
        ada = json.loads((modul / nama / "package.json").read_text(encoding="utf-8"))["version"]
        if ada != versi:
            raise SystemExit(f"{nama} {ada}: yang dipakai {versi}. Ubah juga LISENSI.md bila pindah versi.")
    css = (modul / "@tabler/core/dist/css/tabler.min.css").read_text(encoding="utf-8")
    # The reference to a source map that is not shipped would break the hashed file names.
    (TUJUAN / "tabler.min.css").write_text(re.sub(r"\n?/\*# sourceMappingURL=.*\*/\s*$", "\n", css), encoding="utf-8")
    huruf = modul / "@fontsource-variable/inter"
    shutil.copyfile(huruf / "files/inter-latin-wght-normal.woff2", TUJUAN / "inter-latin-wght-normal.woff2")
    shutil.copyfile(huruf / "LICENSE", TUJUAN / "LICENSE-inter.txt")
    shutil.copyfile(modul / "@tabler/icons/LICENSE", TUJUAN / "LICENSE-tabler.txt")
    (TUJUAN / "ikon.svg").write_text(make_sprite(modul / "@tabler/icons/icons/outline"), encoding="utf-8")
    VENDOR_UJI.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(modul / "axe-core/axe.min.js", VENDOR_UJI / "axe.min.js")
    shutil.copyfile(modul / "axe-core/LICENSE", VENDOR_UJI / "LICENSE-axe-core.txt")


def make_sprite(folder: Path) -> str:
    """Return one SVG with a symbol ``i-<name>`` for each icon listed in ``alat/ikon.txt``."""
    baris = ['<svg xmlns="http://www.w3.org/2000/svg">']
    daftar = (AKAR / "alat/ikon.txt").read_text(encoding="utf-8").split()
    for nama in sorted(set(daftar)):
        isi = (folder / f"{nama}.svg").read_text(encoding="utf-8")
        daftar_bentuk = re.findall(r"<(?:path|circle|rect|line|ellipse|polyline)\b[^>]*/>", isi)
        gambar = "".join(bentuk for bentuk in daftar_bentuk if 'stroke="none"' not in bentuk)
        baris.append(f'<symbol id="i-{nama}" viewBox="0 0 24 24">{gambar}</symbol>')
    return "\n".join([*baris, "</svg>", ""])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Pakai: python alat/aset_ui.py ALAMAT/node_modules")
    main(Path(sys.argv[1]))
