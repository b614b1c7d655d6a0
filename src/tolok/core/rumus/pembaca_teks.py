"""First stage of reading a printed formula: markup and scanning noise -> plain text, and the legend behind it."""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import zip_longest
from typing import Final

from tolok.core.rumus.pembaca_lambang import SIGMA
from tolok.core.rumus.pembaca_latex import strip_latex

_SEPADAN: Final = str.maketrans({
    "✕": "×", "✖": "×", "⨯": "×", "х": "x", "Х": "X", "∗": "*", "⋅": "×", "·": "×", "•": "\n", "▪": "\n", "●": "\n",
    "⁄": "/", "∕": "/", "／": "/", "∑": SIGMA, "Ʃ": SIGMA, "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "―": "-",
    "“": '"', "”": '"', "’": "'", "\u200b": "", "\ufeff": "", "\u00ad": "", "％": "%", "：": ":", "＝": "=",
})  # fmt: skip
_KURUNG: Final = str.maketrans("[]{}", "()()")
_MARKUP_BARIS: Final = re.compile(r"<\s*(?:br|/p|/li|/div|/tr)\b[^<>]*>", re.IGNORECASE)
_MARKUP_GARIS: Final = re.compile(r"<\s*hr\b[^<>]*>", re.IGNORECASE)
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_PRIBADI: Final = re.compile("[\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f]")
_TITIK_BUTIR: Final = re.compile(r"(?:^|(?<=\n))\s*·")
_JUMLAH: Final = re.compile(r"\b(?:Ju(?:rn|nn|m)[l1iI|]a[hn]|Jumlab|Junlah|Jumalh|Jumlha)\b", re.IGNORECASE)
_SERATUS: Final = re.compile(
    r"(?:[x×*]|[\s,;]*\b(?:di\s?-?)?kali(?:kan)?(?:\s+dengan)?\s*[x×*]?)\s*(?:1|l|I|i)\s?[0OoQ]\s?[0OoQ](?![\w.,]\d|\w)"
    r"(?P<persen>\s*(?:%|\(%\)|persen|[°oO0]\s?/\s?[oO0]|96\b))?",
    re.IGNORECASE,
)

_KALI_SERATUS: Final = re.compile(r"(kali(?:kan)?(?:\s+dengan)?)\s+seratus\b", re.IGNORECASE)
_SERATUS_KATA: Final = re.compile(r"\bseratus\s*(?:persen|%)", re.IGNORECASE)


def clean(teks: str) -> str:
    """Return the text without markup, LaTeX and scanning noise; printed fractions are already marked."""
    teks = html.unescape(_PRIBADI.sub(" ", teks))
    teks = _MARKUP_BARIS.sub("\n", _MARKUP_GARIS.sub("\n-----\n", teks))
    teks = _MARKUP.sub(" ", teks)
    teks = strip_latex(_TITIK_BUTIR.sub("\n", teks)).translate(_SEPADAN)
    teks = unicodedata.normalize("NFKC", teks).replace("ƒ", "f").translate(_SEPADAN)
    teks = teks.replace("**", " ").replace("`", "")
    teks = _JUMLAH.sub(lambda m: m[0] if m[0].casefold() == "jumlah" else "Jumlah", teks)
    teks = _KALI_SERATUS.sub(r"\1 100", _SERATUS_KATA.sub("100%", teks))
    teks = re.sub(r"\b[Ss][Uu][Mm]\s*(?=\()", f" {SIGMA} ", teks)
    teks = _SERATUS.sub(lambda m: f" × 100{'%' if m['persen'] else ''}", teks)
    teks = teks.translate(_KURUNG)
    return re.sub(r"[^\S\n]+", " ", teks).strip()


_KEPALA_RUMUS: Final = re.compile(
    r"\b(?:(?:formulasi|formula|rumus(?:an)?|cara|metode|teknik|dasar)\s*"
    r"(?:perhitungan|penghitungan|pengitungan|pengukuran|menghitung|hitung|indikator)?"
    r"|perhitungan|penghitungan|pengukuran)(?:\s+(?:nya|indikator|kinerja|capaian))?\s*[:=]\s*",
    re.IGNORECASE,
)
_KEPALA_KETERANGAN: Final = re.compile(
    r"(?:^|(?<=[\s.;,)%]))(?:with\s+keterangan"
    r"|(?:keterangan|ket|catatan|note|sumber data|definisi operasional|contoh|di\s?mana|penjelasan)\s*\.?\s*:"
    r"|di\s?mana(?=\s*,|\s+[a-z]{1,3}\s*=)|(?-i:Penjelasan|PENJELASAN)(?=\s))\s*",
    re.IGNORECASE,
)
_KEPALA_AWAL: Final = re.compile(r"^(?:penjelasan|keterangan|definisi operasional)\s*[:.]?\s*", re.IGNORECASE)
_DEFINISI: Final = re.compile(r"(?:^|(?<=[\s,;.(]))([A-Za-z]{1,4}\d{0,2})\s*[=:]\s*")

_DEFINISI_HURUF: Final = re.compile(r"(?<=[\s,;%])[A-Za-z]\d?\s*[=:]\s*(?=[A-Za-z]{3})")


def _cari_definisi(teks: str) -> list[re.Match[str]]:
    """Find a legend without a heading; behind the factor of 100 a colon defines as well as an equals sign."""
    akhir = teks.find("100") if "100" in teks else len(teks)
    return [m for m in _DEFINISI_HURUF.finditer(teks) if "=" in m[0] or m.start() > akhir]


def split_keterangan(teks: str) -> tuple[str, dict[str, str]]:
    """Return the part that holds the formula, and the legend behind it (``A = jumlah kasus``) as a table."""
    legenda = ""
    kepala = [m for m in _KEPALA_RUMUS.finditer(teks) if teks[m.end() :].strip()]
    teks = teks[kepala[-1].end() :] if kepala else _KEPALA_AWAL.sub("", teks)
    if (ekor := _KEPALA_KETERANGAN.search(teks)) and teks[: ekor.start()].strip(" \n-.,;:"):
        teks, legenda = teks[: ekor.start()], teks[ekor.end() :]
    elif len(tanpa_kepala := _cari_definisi(teks)) > 1:
        teks, legenda = teks[: tanpa_kepala[0].start()], teks[tanpa_kepala[0].start() :]
    arti: dict[str, str] = {}
    daftar = list(_DEFINISI.finditer(legenda))
    for m, lanjut in zip_longest(daftar, daftar[1:]):
        isi = legenda[m.end() : lanjut.start() if lanjut else len(legenda)].strip(" \n.,;-")
        if isi:
            arti.setdefault(m[1], " ".join(isi.split()))
    return teks.strip(), arti
