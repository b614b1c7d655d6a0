"""
Reads formulas as documents print them: LaTeX, Σ, rule lines, "dibagi", "Jumlah A / Jumlah B x 100", scanning noise.

What is no formula is refused with a reason (``tidak_dapat_dihitung``); nothing is guessed from the name of an
indicator. The stages stand in ``pembaca_teks``, ``pembaca_tanda``, ``pembaca_urai``, ``pembaca_bentuk``;
texts without arithmetic in ``pembaca_nama``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import Angka
from tolok.core.rumus.check import daftar_peubah
from tolok.core.rumus.functions import FGT
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nodes import BilanganTetap, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.pembaca_bentuk import Bentuk, classify, classify_tercetak, substitute
from tolok.core.rumus.pembaca_lambang import BAGI, BUKA, HITUNG, NAMA_DEPAN, OPERATOR, TUTUP, has_operator
from tolok.core.rumus.pembaca_nama import TAK_TERHITUNG, classify_nama
from tolok.core.rumus.pembaca_tanda import mark, pick_sisi
from tolok.core.rumus.pembaca_teks import clean, split_keterangan
from tolok.core.rumus.pembaca_urai import Bacaan, TidakTerurai, urai
from tolok.core.rumus.printing import to_latex, to_teks

BATAS_HURUF: Final = 4_000
BATAS_OPERATOR: Final = 300
_AKAR: Final = re.compile(
    r"[√∛∜]|\\sqrt\b|\bakar\s+(?:pangkat|kuadrat|dari)\b|(?:\)|\])\s*\^|\b(?:log|ln)\s*\(", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BacaanRumus:
    """
    What a printed formula says; the fields up to ``latex`` are the published interface of ``tolok rumus``.

    ``rumus`` is the canonical text, ``None`` if nothing can be computed (then ``alasan`` says why); ``pembilang`` and
    ``penyebut`` are the two sides of a quotient in the words of the text; ``catatan`` what was assumed or left aside.
    """

    teks: str
    bentuk: str
    rumus: str | None = None
    pembilang: str | None = None
    penyebut: str | None = None
    variabel: tuple[str, ...] = ()
    alasan: str | None = None
    latex: str | None = None
    catatan: tuple[str, ...] = ()
    simpul: Simpul | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the reading as the JSON object of the interface."""
        return {
            "teks": self.teks,
            "bentuk": self.bentuk,
            "rumus": self.rumus,
            "pembilang": self.pembilang,
            "penyebut": self.penyebut,
            "variabel": list(self.variabel),
            "alasan": self.alasan,
            "latex": self.latex,
            "catatan": list(self.catatan),
        }


def read_rumus_tercetak(teks: str) -> BacaanRumus:
    """
    Read one printed formula, or one in the formula language itself; never raises.

    :source: domain handbook 6.3, 9.2; docs/rumus/bahasa-rumus.md
    """
    if len(teks) > BATAS_HURUF:
        return _tolak(teks, f"Teks lebih dari {BATAS_HURUF} huruf; sebuah rumus lebih pendek. Salin rumusnya saja.")
    if _is_bahasa_rumus(teks):
        try:
            return _terima(teks, classify(parse_rumus(teks)))
        except GalatRumus as galat:
            return _tolak(teks, str(galat))
    bersih = clean(teks)
    if bacaan := _read_fgt(teks, bersih):
        return bacaan
    if _AKAR.search(teks):
        return _tolak(teks, "Memuat akar, pangkat, atau logaritma yang tidak terbaca dari cetakan.")
    badan, arti = split_keterangan(bersih)
    badan, catatan = _ambil_pertama(badan)
    bertanda = mark(_luruskan_pecahan(badan))
    if not has_operator(bertanda):
        return _read_nama(teks, badan, catatan)
    if sum(map(bertanda.count, OPERATOR)) > BATAS_OPERATOR:
        return _tolak(teks, f"Lebih dari {BATAS_OPERATOR} hitungan dalam satu rumus; pecah menjadi beberapa variabel.")
    try:
        bacaan_rumus = urai(bertanda)
    except TidakTerurai as galat:
        nama = _read_nama(teks, badan, catatan)
        return nama if nama.rumus and not re.search(r"[×=]", badan) else _tolak(teks, str(galat))
    return _susun(teks, bacaan_rumus._replace(catatan=catatan + bacaan_rumus.catatan), arti)


_BUTIR: Final = re.compile(
    rf"(?:^|(?<=[;\n])|(?<=\s))\s*(?:[-*]|\d{{1,2}}[.)]|[A-Za-z][.)])\s+(?=(?:{HITUNG}|persentase|prosentase)\b|[{BUKA}])",
    re.IGNORECASE,
)


def _ambil_pertama(badan: str) -> tuple[str, tuple[str, ...]]:
    """Return the first of several formulas in one cell, with a remark that there are more."""
    daftar = [b for b in badan.split("||") if b.strip()]
    if _BUTIR.match(badan):
        daftar = [b for b in _BUTIR.split(badan) if b.strip()]
    if len(daftar) < 2:
        return (daftar[0] if daftar else badan), ()
    return daftar[0].strip(" ;\n"), (f"Teks memuat {len(daftar)} rumus; yang dibaca yang pertama.",)


_KATA_BAHASA: Final = re.compile(r"@\w*|\b[a-z_]+(?=\s*\()|\b[xX]\b")


def _is_bahasa_rumus(teks: str) -> bool:
    """Whether the text is meant in the formula language: names only inside square brackets."""
    daftar_label = re.findall(r"\[([^\[\]]*)\]", teks)
    if "[" not in teks or "\\" in teks or any(label.lstrip().startswith("(") for label in daftar_label):
        return False
    if len(daftar_label) == 1 and re.search(r"[/:]", daftar_label[0]) and re.search(r"\]\s*[x×*]\s*1", teks):
        return False
    luar = _KATA_BAHASA.sub("", re.sub(r"\[[^\[\]]*(?:\]|$)", "", teks))
    return not re.search(r"[^\W\d_]", luar)


def _terima(teks: str, bentuk: Bentuk, catatan: tuple[str, ...] = ()) -> BacaanRumus:
    """Give the reading back, unless the formula language itself refuses what was read."""
    rumus = to_teks(bentuk.simpul)
    try:
        simpul = parse_rumus(rumus)
    except GalatRumus as galat:
        return _tolak(teks, f"Terbaca sebagai {bentuk.nama}, tetapi tidak dapat dipakai: {galat.pesan}")
    return BacaanRumus(
        teks=teks,
        bentuk=bentuk.nama,
        rumus=rumus,
        pembilang=bentuk.pembilang,
        penyebut=bentuk.penyebut,
        variabel=tuple(dict.fromkeys(p.label for p in daftar_peubah(simpul))),
        latex=to_latex(simpul),
        catatan=catatan,
        simpul=simpul,
    )


def _tolak(teks: str, alasan: str) -> BacaanRumus:
    return BacaanRumus(teks=teks, bentuk=TAK_TERHITUNG, alasan=alasan)


def _read_nama(teks: str, badan: str, catatan: tuple[str, ...] = ()) -> BacaanRumus:
    nama = classify_nama(pick_sisi(badan))
    if nama.simpul is None:
        return _tolak(teks, nama.alasan)
    return _terima(teks, Bentuk(nama.bentuk, nama.simpul), catatan)


def _susun(teks: str, bacaan: Bacaan, arti: dict[str, str]) -> BacaanRumus:
    simpul = substitute(bacaan.simpul, arti)
    bentuk = classify_tercetak(simpul, rata_rata=bacaan.rata_rata)
    if not daftar_peubah(simpul) and bentuk.nama != "rasio":
        return _tolak(teks, "Hanya berisi bilangan; tidak ada nama yang dapat diisi datanya.")
    if bentuk.nama == "ekspresi" and _is_tanpa_penyebut(bentuk.simpul):
        return _tolak(teks, "Ada pengali 100 tetapi penyebutnya tidak tercetak.")
    catatan = bacaan.catatan
    if bentuk.nama == "rasio" and (bentuk.pembilang or "").casefold() == (bentuk.penyebut or "").casefold():
        catatan = (*catatan, "Pembilang dan penyebut tercetak sama; rasionya akan selalu 100%.")
    return _terima(teks, bentuk, catatan)


def _is_tanpa_penyebut(simpul: Simpul) -> bool:
    """Whether a factor of 100 is left without any division: the line of the fraction was lost."""
    rumus = to_teks(simpul)
    return " / " not in rumus and bool(re.search(r"\* 1[0.]{2,}%?(?:$| )|(?:^| )1[0.]{2,}%? \*", rumus))


_PECAHAN_AWAL: Final = re.compile(
    rf"^(?P<depan>[^{BUKA}{TUTUP}=]*?[^{BUKA}{TUTUP}=\s])\s*{BUKA}(?P<atas>[^{BUKA}{TUTUP}]*){TUTUP}{BAGI}"
    rf"{BUKA}[^{BUKA}{TUTUP}]*{TUTUP}(?P<ekor>.*)$",
    re.DOTALL,
)


def _luruskan_pecahan(teks: str) -> str:
    """
    Mend a fraction whose numerator a scanner put in front of it: ``Jumlah A \\frac{Jumlah B}{…}``.

    The words in front are the numerator only if they speak of the same thing as the first line of the fraction.
    """
    m = _PECAHAN_AWAL.match(teks)
    if m is None:
        return teks
    depan, atas = m["depan"].strip(" :.-\n"), m["atas"].strip()
    if not re.search(r"[^\W\d_]{3}", depan) or re.search(r"[×xX*+/:-]$", depan):
        return teks
    hitungan = re.compile(rf"{HITUNG}\b", re.IGNORECASE)
    inti_depan, inti_atas = (hitungan.sub("", s).casefold().split() for s in (depan, atas))
    if NAMA_DEPAN.match(depan) or inti_depan == inti_atas or not set(inti_depan) & set(inti_atas):
        return teks[m.start("ekor") :] if not m["ekor"] else teks[len(m["depan"]) :]
    return f"{BUKA}{depan}{TUTUP}{BAGI}{BUKA}{atas}{TUTUP}{m['ekor']}"


_FGT: Final = re.compile(r"\bfgt\b|foster.{0,12}greer|[pP]_?\\?\{?(?:\\alpha|alpha|α)", re.IGNORECASE)
_KESENJANGAN: Final = re.compile(r"\(?z[-−–]y_?i?\)?(?:\}\{|/|)\(?z")
_PANGKAT_ALFA: Final = re.compile(r"\^\{?(?:\\alpha|alpha|α|a\b)|α|\\alpha")
_ALFA: Final = re.compile(r"(?:\\alpha|alpha|alfa|α|a)\$?\s*=\s*\$?\s*(\d)", re.IGNORECASE)


def _read_fgt(teks: str, bersih: str) -> BacaanRumus | None:
    """Recognise the poverty index: ``((z - y) / z) ^ alpha`` summed over the poor, however it is printed."""
    rapat = re.sub(r"\\(?:left|right|,|;|!)|[\s$\[\]]", "", teks + " " + bersih).replace(BUKA, "").replace(TUTUP, "")
    kesenjangan = bool(_KESENJANGAN.search(rapat.replace(BAGI, "/").casefold()))
    if not (kesenjangan and _PANGKAT_ALFA.search(rapat)) and not _FGT.search(teks):
        return None
    cocok = _ALFA.search(teks)
    catatan = () if cocok else ("Alfa tidak disebut; dibaca 0 (persentase penduduk di bawah garis).",)
    alfa = BilanganTetap(Angka(int(cocok[1]) if cocok else 0))
    simpul = Panggilan(FGT, (Peubah("pengeluaran per kapita"), Peubah("garis kemiskinan"), alfa))
    return _terima(teks, Bentuk("fgt", simpul), catatan)
