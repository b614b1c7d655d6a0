"""
First stage of reading a printed formula: markup, LaTeX and scanning noise -> one line of plain text with marks.

The marks are characters of a private area, so that later stages can tell an operator that is certain (a printed
fraction, "dibagi", a rule line) from a character that may belong to a name ("Kab/Kota", "n-1", "(PMKS)").
"""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import zip_longest
from typing import Final

TAMBAH: Final = "\ue001"
KURANG: Final = "\ue002"
KALI: Final = "\ue003"
BAGI: Final = "\ue004"
GARIS: Final = "\ue005"
"""A division printed as a rule line between two lines, or said in words: it divides all that came before."""
BUKA: Final = "\ue006"
TUTUP: Final = "\ue007"
BARIS: Final = "\ue008"
"""The end of a printed line."""
MIRING: Final = "\ue00f"
"""A slash that belongs to a name."""
SIGMA: Final = "Σ"
OPERATOR: Final = TAMBAH + KURANG + KALI + BAGI + GARIS

_BATAS_SARANG: Final = 20

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
_SUMLAH: Final = re.compile(r"\b(?:Ju(?:rn|nn|m)[l1iI|]a[hn]|Jumlab|Junlah|Jumalh|Jumlha)\b", re.IGNORECASE)
_SERATUS: Final = re.compile(
    r"(?:[x×*]|[\s,;]*\b(?:di\s?-?)?kali(?:kan)?(?:\s+dengan)?\s*[x×*]?)\s*(?:1|l|I|i)\s?[0OoQ]\s?[0OoQ](?![\w.,]\d|\w)"
    r"(?P<persen>\s*(?:%|\(%\)|persen|[°oO0]\s?/\s?[oO0]|96\b))?",
    re.IGNORECASE,
)

_SERATUS_KATA: Final = re.compile(r"\bseratus\s*(?:persen|%)", re.IGNORECASE)

_PERINTAH_TEKS: Final = frozenset({
    "text", "mathrm", "textbf", "textit", "mbox", "mathbf", "mathit", "textrm", "operatorname", "underline", "hbox",
    "mathsf", "textsf", "emph", "overline", "boxed",
})  # fmt: skip
_PERINTAH_GANTI: Final = {
    "times": "×", "cdot": "×", "ast": "*", "div": "÷", "sum": f" {SIGMA} ", "Sigma": f" {SIGMA} ", "alpha": "α",
    "quad": " ", "qquad": " ", "left": "", "right": "", "displaystyle": "", "limits": "", "big": "", "Big": "",
    "bigl": "", "bigr": "", "space": " ", "newline": BARIS, "bar": "", "hline": "---", "beta": "β", "cdots": "...",
    "ldots": "...", "dots": "...", "approx": "=", "leq": "<=", "geq": ">=",
}  # fmt: skip
_PERINTAH_PECAHAN: Final = frozenset({"frac", "dfrac", "tfrac", "cfrac", "genfrac"})
_PERINTAH: Final = re.compile(r"\\([a-zA-Z]+|.)", re.DOTALL)


def clean(teks: str) -> str:
    """Return the text without markup, LaTeX and scanning noise; printed fractions are already marked."""
    teks = html.unescape(_PRIBADI.sub(" ", teks))
    teks = _MARKUP_BARIS.sub("\n", _MARKUP_GARIS.sub("\n-----\n", teks))
    teks = _MARKUP.sub(" ", teks)
    teks = _buang_latex(teks).translate(_SEPADAN)
    teks = unicodedata.normalize("NFKC", teks).replace("ƒ", "f").translate(_SEPADAN)
    teks = teks.replace("**", " ").replace("`", "")
    teks = _SUMLAH.sub(lambda m: m[0] if m[0].casefold() == "jumlah" else "Jumlah", teks)
    teks = _SERATUS_KATA.sub("100%", teks)
    teks = re.sub(r"\b[Ss][Uu][Mm]\s*(?=\()", f" {SIGMA} ", teks)
    teks = _SERATUS.sub(lambda m: f" × 100{'%' if m['persen'] else ''}", teks)
    teks = teks.translate(_KURUNG)
    return re.sub(r"[^\S\n]+", " ", teks).strip()


def _buang_latex(teks: str) -> str:
    if "\\" not in teks and "$" not in teks:
        return teks
    return _latex(re.sub(r"\\begin\{[^{}]*\}(?:\{[^{}]*\})?|\\end\{[^{}]*\}|(?<!\\)\$+|\\[()\[\]]", " ", teks), 0)


def _latex(teks: str, dalam: int) -> str:
    """Turn LaTeX into marked text; what is broken stays as it stands."""
    hasil: list[str] = []
    i = 0
    while i < len(teks):
        if teks[i] == "\\" and (cocok := _PERINTAH.match(teks, i)):
            potong, i = _perintah(cocok[1], teks, cocok.end(), dalam)
            hasil.append(potong)
        elif teks[i] in "^_" and not teks.startswith("__", i) and (i == 0 or teks[i - 1] != "_"):
            isi, i = _argumen(teks, i + 1)
            if not hasil or not hasil[-1].rstrip().endswith(SIGMA):
                hasil.append(_indeks(_latex(isi, dalam + 1) if dalam < _BATAS_SARANG else isi))
        elif teks[i] in "{}":
            i += 1
        else:
            hasil.append(teks[i])
            i += 1
    return "".join(hasil)


def _indeks(isi: str) -> str:
    """Keep a sub- or superscript that names a year (``n-1``, ``t``, ``2020``); drop every other."""
    return f" {isi.strip()} " if re.fullmatch(r"\(?[nt](?:-1)?\)?|\d{4}", isi.replace(" ", "")) else ""


def _perintah(nama: str, teks: str, i: int, dalam: int) -> tuple[str, int]:
    """Return what a LaTeX command stands for, and where the text goes on."""
    if nama in _PERINTAH_PECAHAN and dalam < _BATAS_SARANG:
        atas, i = _argumen(teks, i)
        bawah, i = _argumen(teks, i)
        return f" {BUKA}{_latex(atas, dalam + 1)}{TUTUP}{BAGI}{BUKA}{_latex(bawah, dalam + 1)}{TUTUP} ", i
    if nama in _PERINTAH_TEKS and dalam < _BATAS_SARANG:
        isi, i = _argumen(teks, i)
        return _latex(isi, dalam + 1).replace("/", MIRING), i
    if nama == "\\":
        return "\n", i
    if nama in _PERINTAH_GANTI:
        return _PERINTAH_GANTI[nama], i
    return (nama if nama in "%&#_{}$" else " "), i


_PENGALI_LATEX: Final = re.compile(r"\\times\s*1")


def _argumen(teks: str, i: int) -> tuple[str, int]:
    """Return one LaTeX argument from ``i`` on (a group or a single sign) and where it ends; a lost brace ends it."""
    while i < len(teks) and teks[i].isspace():
        i += 1
    if i >= len(teks) or teks[i] != "{":
        return teks[i : i + 1], i + 1
    sarang = 0
    for j in range(i, len(teks)):
        if teks[j] == "{" and teks[j - 1] != "\\":
            sarang += 1
        elif teks[j] == "}" and teks[j - 1] != "\\":
            sarang -= 1
            if sarang == 0:
                return teks[i + 1 : j], j + 1
    ekor = _PENGALI_LATEX.search(teks, i)
    akhir = ekor.start() if ekor else len(teks)
    return teks[i + 1 : akhir], akhir


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

_DEFINISI_HURUF: Final = re.compile(r"(?<=[\s,;%])[A-Za-z]\d?\s*=\s*(?=[A-Za-z]{3})")


def split_keterangan(teks: str) -> tuple[str, dict[str, str]]:
    """Return the part that holds the formula, and the legend behind it (``A = jumlah kasus``) as a table."""
    legenda = ""
    kepala = [m for m in _KEPALA_RUMUS.finditer(teks) if teks[m.end() :].strip()]
    teks = teks[kepala[-1].end() :] if kepala else _KEPALA_AWAL.sub("", teks)
    if (ekor := _KEPALA_KETERANGAN.search(teks)) and teks[: ekor.start()].strip(" \n-.,;:"):
        teks, legenda = teks[: ekor.start()], teks[ekor.end() :]
    elif len(tanpa_kepala := list(_DEFINISI_HURUF.finditer(teks))) > 1:
        teks, legenda = teks[: tanpa_kepala[0].start()], teks[tanpa_kepala[0].start() :]
    arti: dict[str, str] = {}
    daftar = list(_DEFINISI.finditer(legenda))
    for m, lanjut in zip_longest(daftar, daftar[1:]):
        isi = legenda[m.end() : lanjut.start() if lanjut else len(legenda)].strip(" \n.,;-")
        if isi:
            arti.setdefault(m[1], " ".join(isi.split()))
    return teks.strip(), arti
