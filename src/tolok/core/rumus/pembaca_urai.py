"""
Second stage of reading a printed formula: decide which signs are operators, then build the tree.

A sign is an operator only with evidence: the words beside it, brackets, a factor of 100, year marks. What remains is
part of a name. The tree holds the names as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Peubah, Simpul
from tolok.core.rumus.pembaca_teks import (
    BAGI,
    BARIS,
    BUKA,
    GARIS,
    KALI,
    KURANG,
    MIRING,
    OPERATOR,
    SIGMA,
    TAMBAH,
    TUTUP,
)

HITUNG: Final = r"(?:jumlah|jml|jlh|jmlh|juml|total|banyaknya|seluruh|keseluruhan|Σ)"
_DASAR: Final = (
    rf"(?:{HITUNG}|target|realisasi|pagu|rencana|standar|nilai maksimal|nilai ideal|skor maksimal|skor ideal)"
)
AWAL_HITUNG: Final = re.compile(rf"\W*{HITUNG}(?![a-z])", re.IGNORECASE)
_AWAL_DASAR: Final = re.compile(rf"[\s(]*{_DASAR}(?![a-z])", re.IGNORECASE)
_PASANGAN: Final = re.compile(
    r"(?:kab(?:upaten)?\.?/kota|dan/atau|desa/kelurahan|kelurahan/desa|barang/jasa|juklak/juknis|laki-laki/perempuan|"
    r"sarana/prasarana|pa/kpa|l/p|kota/kabupaten|bupati/wali\s?kota|wali\s?kota/bupati|k/l|a\.n|smp/mts|sma/smk(?:/ma)?|"
    r"sd/mi|atau/dan|24/7)(?![a-z])",
    re.IGNORECASE,
)

_MIN: Final = "\ue011"
"""The hyphen of ``n-1`` and ``t-1``."""
_WAKTU_LALU: Final = re.compile(r"(?<![^\W\d_])([nt]\s*)-(\s*1)(?![a-z\d])", re.IGNORECASE)
_AKHIR_LALU: Final = re.compile(rf"{_MIN}\s*1\s*[)\]]?\s*$")
_RENTANG: Final = re.compile(r"(?<=\d)\s?-\s?(?=\d)")

_GARIS: Final = re.compile(r"[-_=]{3,}|\.{6,}")
_KATA_BAGI: Final = re.compile(
    r"[\s,;]*(?<!yang )\bdi\s?-?bagi\b(?!\s+(?:kepada|untuk|menjadi|dalam))"
    r"(?:\s+(?:dengan|oleh|terhadap|atas))?\s*[:/]?\s*",
    re.IGNORECASE,
)
_KATA_KALI: Final = re.compile(r"(?<!\d)[\s,;]+kali(?:kan)?(?:\s+dengan)?\s+(?=\d)", re.IGNORECASE)
_KATA_DIKALI: Final = re.compile(r"[\s,;]*\bdi\s?-?kali(?:kan)?\b(?:\s+dengan)?\s*", re.IGNORECASE)
_KATA_KURANG: Final = re.compile(r"[\s,;]*(?<!yang )\bdikurangi?(?:kan)?\b(?:\s+dengan)?\s*", re.IGNORECASE)
_KATA_TAMBAH: Final = re.compile(r"[\s,;]*(?<!yang )\bditambah(?:kan)?\b(?:\s+dengan)?\s*", re.IGNORECASE)
_PENGALI: Final = re.compile(rf"{KALI}\s*(\d[\d.,]*)\s*(%|persen\b)?", re.IGNORECASE)
_BILANGAN: Final = re.compile(r"\d[\d.,]*")
_BILANGAN_PERSEN: Final = re.compile(r"(\d[\d.,]*)\s*(%|persen)?", re.IGNORECASE)
_PEMBUKA: Final = re.compile(
    r"^(?:(?:menghitung|dihitung|penghitungan|perhitungan|diukur|diperoleh|didapat(?:kan)?|menjumlahkan|merupakan|"
    r"hasil(?=\s+(?:bagi|pembagian|perbandingan))|adalah|yaitu|membagi)(?:\s+(?:dari|dengan|cara|melalui|hasil))*\s+)+",
    re.IGNORECASE,
)
_NAMA_PERSEN: Final = re.compile(
    r"^(?:persentase|prosentase|presentase|prosentasi|persen|%|rasio|tingkat|capaian)\s+"
    rf"(?=(?:dari\s+)?{HITUNG}\b)",
    re.IGNORECASE,
)
_BANDING: Final = r"(?:dibanding(?:kan)?|berbanding)(?:\s+(?:dengan|terhadap))?"
_PERBANDINGAN: Final = re.compile(
    r"^(?:mem)?(?:bandingkan|perbandingan|rasio|hasil bagi|bagi|hasil pembagian|pembagian|proporsi)\s+(?:antara\s+)?",
    re.IGNORECASE,
)
_SAMBUNG: Final = (
    re.compile(rf"\s+(?:dengan|terhadap|dan|per)\s+(?={_DASAR}\b)", re.IGNORECASE),
    re.compile(rf"\s+(?:terhadap|{_BANDING})\s+", re.IGNORECASE),
    re.compile(r"\s+dengan\s+", re.IGNORECASE),
)
_SAMBUNG_SERATUS: Final = (
    re.compile(rf"\s+(?:{_BANDING}|terhadap|dari|per|dengan|atas)\s+(?={HITUNG}\b)", re.IGNORECASE),
    re.compile(rf"\s+(?:{_BANDING}|terhadap)\s+", re.IGNORECASE),
)
_SAMBUNG_HITUNG: Final = re.compile(rf"\s+{_BANDING}\s+(?={HITUNG}\b)", re.IGNORECASE)
_NAMA_DARI: Final = re.compile(
    rf"^(?:persentase|prosentase|presentase)\s+(.+?)\s+dari\s+({HITUNG}\b.+)$", re.IGNORECASE | re.DOTALL
)
_PER_SERIBU: Final = re.compile(rf"^({HITUNG}\b.+?)\s+per\s+(1[0.]{{2,7}})\s+(\D+)$", re.IGNORECASE | re.DOTALL)
SELISIH: Final = re.compile(
    r"selisih\s+(?:antara\s+)?(.+?)\s+(?:dengan|dan|terhadap)\s+(.+)", re.IGNORECASE | re.DOTALL
)
_NAMA_TERHADAP: Final = re.compile(
    rf"^(?:persentase|prosentase|presentase|rasio|proporsi)\s+(.+?)\s+(?:terhadap|{_BANDING})\s+(.+)$",
    re.IGNORECASE | re.DOTALL,
)


class Bacaan(NamedTuple):
    """The tree as printed, and remarks: what was left aside, what had to be assumed."""

    simpul: Simpul
    rata_rata: bool
    catatan: tuple[str, ...]


class TidakTerurai(Exception):
    """The text is no arithmetic; the message says why."""


def has_operator(teks: str) -> bool:
    """Whether anything in the marked text is an operator."""
    return any(tanda in teks for tanda in OPERATOR)


def mark(teks: str) -> str:
    """Mark the operators of a cleaned text; what stays unmarked belongs to names."""
    teks = _WAKTU_LALU.sub(rf"\1{_MIN}\2", teks)
    teks = _PASANGAN.sub(lambda m: m[0].replace("/", MIRING), teks)
    teks = _RENTANG.sub("\ue012", teks)
    teks = pick_sisi(_GARIS.sub(f" {GARIS} ", teks))
    teks = _PEMBUKA.sub("", teks.strip())
    teks = _mark_kata(teks)
    teks = _mark_kali(teks)
    teks = _mark_kurung(teks)
    teks = _mark_tambah(teks)
    teks = _mark_kurang(teks)
    teks = _mark_bagi(teks)
    return teks.replace("\n", " ")


def pick_sisi(teks: str) -> str:
    """Return the side of ``name = formula`` that holds the formula."""
    bagian = [b for b in re.split(r"=", teks) if b.strip(" \n.:;")]
    if len(bagian) < 2:
        return teks.replace("=", " ")

    def bobot(indeks: int) -> tuple[int, int]:
        b = bagian[indeks]
        kata = len(re.findall(r"[^\W\d_]{3,}", b))
        huruf = bool(re.search(r"[^\W\d_]", re.sub(r"\b[xX]\b", "", b)))
        tanda = len(re.findall(rf"[{OPERATOR}/+×*÷]|{HITUNG}\b|dibagi|rata-rata", b, re.IGNORECASE))
        is_rumus = 2 if tanda and huruf else 1 if kata and indeks else 0
        return (is_rumus, -indeks if indeks else -len(bagian))

    terpilih = max(range(len(bagian)), key=bobot)
    ekor = bagian[terpilih + 1] if terpilih + 1 < len(bagian) else ""
    if re.fullmatch(r"\s*[×xX*]\s*1[\d.]*\s*%?\s*", ekor):
        return bagian[terpilih] + ekor
    return bagian[terpilih]


def _mark_kata(teks: str) -> str:
    teks = _KATA_BAGI.sub(f" {GARIS} ", teks)
    teks = _KATA_KURANG.sub(f" {KURANG} ", teks)
    teks = _KATA_TAMBAH.sub(f" {TAMBAH} ", teks)
    teks = _KATA_DIKALI.sub(f" {KALI} ", teks)
    return _KATA_KALI.sub(f" {KALI} ", teks)


def _mark_kali(teks: str) -> str:
    teks = re.sub(r"×|(?<![*\n])\*(?![*])", f" {KALI} ", teks)
    teks = re.sub(r"(?<=[\d)%\]\s" + TUTUP + r"])[xX](?=\s*1[0.]{2,})", f" {KALI} ", teks)
    teks = re.sub(r"(?<=[a-z])\s+[xX](?=\s*\d)", f" {KALI} ", teks)
    teks = re.sub(r"(?<=[\d)%" + TUTUP + r"])\s*[xX]\s*(?=[(\w" + BUKA + r"])", f" {KALI} ", teks)
    return re.sub(r"(?<=\S)\s+(?:[xX]\s+(?=[(" + BUKA + r"\d])|x\s+(?=[^\W\d_]))", f" {KALI} ", teks)


def _pasangan_kurung(teks: str) -> dict[int, int]:
    """Return the partner of each bracket that has one."""
    buka: list[int] = []
    hasil: dict[int, int] = {}
    for i, huruf in enumerate(teks):
        if huruf in "([":
            buka.append(i)
        elif huruf in ")]" and buka:
            j = buka.pop()
            hasil[j] = i
            hasil[i] = j
    return hasil


_TANDA_HITUNG: Final = re.compile(rf"[{OPERATOR}÷/:]|\+|\s-\s|Σ|{HITUNG}\b", re.IGNORECASE)
_SEBELUM: Final = re.compile(rf"(?:^|[{OPERATOR}{BUKA}+/:÷({SIGMA}\[]|\s-)\s*$")
_DIBAGI_BILANGAN: Final = re.compile(rf"\s*{TUTUP}?\s*[{BAGI}{GARIS}/:÷]\s*{BUKA}?\s*\d")
_SESUDAH: Final = re.compile(rf"\s*(?:$|[{OPERATOR}{TUTUP}+/:÷)\].,;\n]|-\s)")


def _mark_kurung(teks: str) -> str:
    """Mark the brackets that group; those around an acronym or a remark stay part of the name."""
    pasangan = _pasangan_kurung(teks)
    huruf = list(teks)
    for i, j in pasangan.items():
        if j < i:
            continue
        isi, depan, belakang = teks[i + 1 : j], teks[max(0, i - 40) : i], teks[j + 1 : j + 20]
        awal, akhir = bool(_SEBELUM.search(depan)), bool(_SESUDAH.match(belakang))
        ada_hitung = bool(_TANDA_HITUNG.search(isi))
        angka_di_depan = bool(re.search(r"\d\s*$", depan))
        sebutan = "+" in isi and (bool(_DIBAGI_BILANGAN.match(belakang)) or len(_operan_kiri(teks, i).split()) <= 2)
        if (awal and (akhir or ada_hitung)) or (akhir and (sebutan or (angka_di_depan and ada_hitung))):
            huruf[i], huruf[j] = BUKA, TUTUP
    for i, h in enumerate(huruf):
        if h in "()[]" and i not in pasangan:
            huruf[i] = " "
    return "".join(huruf)


def _luar_kurung(teks: str) -> list[bool]:
    """Say of each character whether it stands outside brackets that belong to a name."""
    pasangan = _pasangan_kurung(teks)
    luar = [True] * len(teks)
    for i, j in pasangan.items():
        if i < j:
            luar[i : j + 1] = [False] * (j + 1 - i)
    return luar


def _ganti(teks: str, posisi: int, panjang: int, tanda: str) -> str:
    return teks[:posisi] + f" {tanda} " + teks[posisi + panjang :]


def _mark_tambah(teks: str) -> str:
    luar = _luar_kurung(teks)
    hasil = []
    for i, h in enumerate(teks):
        hasil.append(f" {TAMBAH} " if h == "+" and luar[i] and teks[i + 1 :].strip() and teks[:i].strip() else h)
    return "".join(hasil)


def _kata(teks: str) -> set[str]:
    return {k for k in re.findall(r"[^\W\d_]{3,}", teks.casefold()) if k not in _KATA_UMUM}


_KATA_UMUM: Final = frozenset({
    "jumlah", "yang", "dan", "atau", "tahun", "pada", "dengan", "total", "seluruh", "dari", "untuk", "dalam", "jml",
    "persentase", "prosentase", "presentase",
})  # fmt: skip


def _operan_kiri(teks: str, i: int) -> str:
    return re.split(rf"[{OPERATOR}{BUKA}]", teks[:i])[-1]


def _operan_kanan(teks: str, i: int) -> str:
    return re.split(rf"[{OPERATOR}{TUTUP}]", teks[i:])[0]


def _mark_kurang(teks: str) -> str:
    """Mark a minus where both sides can be operands: year marks, counts, brackets, numbers, or shared words."""
    i = len(teks)
    luar = _luar_kurung(teks)
    while (i := teks.rfind("-", 0, i)) >= 0:
        kiri, kanan = teks[:i], teks[i + 1 :]
        rapat = kiri[-1:].isalnum() and kanan[:1].isalnum()
        if not kiri.strip() or not kanan.strip() or rapat or not luar[i]:
            continue
        a, b = _operan_kiri(teks, i), _operan_kanan(teks, i + 1)
        terbukti = (
            kiri.rstrip()[-1] == TUTUP
            or bool(_AKHIR_LALU.search(kiri))
            or kanan.lstrip()[0] in BUKA + SIGMA
            or _MIN in b
            or bool(_AWAL_DASAR.match(kanan))
            or bool(_BILANGAN.fullmatch(a.strip()))
            or (_is_huruf(re.split("[/:]", a)[-1]) and _is_huruf(re.split("[/:]", b)[0]))
            or (has_operator(teks) and len(_kata(a) & _kata(b)) >= max(1, min(len(_kata(a)), len(_kata(b))) // 2))
        )
        if terbukti:
            teks = _ganti(teks, i, 1, KURANG)
    return teks


def _is_huruf(teks: str) -> bool:
    """Whether the operand is a symbol such as ``A`` or ``X1``."""
    return bool(re.fullmatch(r"\s*[A-Za-z]{1,2}\d{0,2}\s*", teks))


def _has_pembagian(teks: str) -> bool:
    return BAGI in teks or GARIS in teks


def _mark_bagi(teks: str) -> str:
    seratus = bool(_PENGALI.search(teks)) or bool(re.match(rf"\s*1[\d.]*\s*%?\s*{KALI}", teks))
    teks = teks.replace("÷", f" {BAGI} ")
    i = len(teks)
    luar = _luar_kurung(teks)
    while (i := teks.rfind("/", 0, i)) >= 0:
        if luar[i] and _is_bagi_pasti(teks, i):
            teks = _ganti(teks, i, 1, BAGI)
    if not _has_pembagian(teks) and seratus:
        teks = _pilih_garis_miring(teks)
    teks = _mark_titik_dua(teks, seratus=seratus)
    if not _has_pembagian(teks):
        teks = _mark_sambung(teks, seratus=seratus)
    return teks


def _is_bagi_pasti(teks: str, i: int) -> bool:
    kiri, kanan = teks[:i].rstrip(), teks[i + 1 :].lstrip()
    if not kiri or not kanan:
        return False
    a, b = _operan_kiri(teks, i), _operan_kanan(teks, i + 1)
    if kiri[-1] in TUTUP or kanan[0] in BUKA + SIGMA or _AWAL_DASAR.match(kanan):
        return True
    if re.fullmatch(r"\d+(?:[.,]\d+)?", b.strip()) and not re.search(r"\d/?$", kiri):
        return True
    if re.fullmatch(r"\d+(?:[.,]\d+)?", a.strip()) and re.match(r"\d", kanan):
        return True
    return (_is_huruf(a) or bool(_BILANGAN.fullmatch(a.strip()))) and _is_huruf(b)


def _pilih_garis_miring(teks: str) -> str:
    """Take the one slash most likely meant as a division, since the formula is multiplied by 100."""
    luar = _luar_kurung(teks)
    terbaik, nilai_terbaik = -1, (-1, -1, -1)
    for i, h in enumerate(teks):
        if h != "/" or not luar[i] or not teks[:i].strip() or not teks[i + 1 :].strip():
            continue
        a, b = _operan_kiri(teks, i), _operan_kanan(teks, i + 1)
        spasi = int(teks[i - 1].isspace()) + int(teks[i + 1].isspace())
        nilai = (int(spasi == 2), len(_kata(a) & _kata(b)), spasi)
        if nilai > nilai_terbaik:
            terbaik, nilai_terbaik = i, nilai
    return _ganti(teks, terbaik, 1, BAGI) if terbaik >= 0 else teks


def _mark_titik_dua(teks: str, *, seratus: bool) -> str:
    """A colon divides counts; after a name it only introduces the formula."""
    i = len(teks)
    luar = _luar_kurung(teks)
    while (i := teks.rfind(":", 0, i)) >= 0:
        if not luar[i]:
            continue
        kiri, kanan = teks[:i].rstrip(), teks[i + 1 :].lstrip()
        if not kiri or not kanan:
            teks = teks[:i] + " " + teks[i + 1 :]
        elif not _has_pembagian(teks) and (
            kiri[-1] in TUTUP
            or kanan[0] in BUKA
            or (_AWAL_DASAR.match(kanan) and (seratus or AWAL_HITUNG.match(kiri.lstrip(BUKA))))
            or (seratus and (AWAL_HITUNG.match(kiri.lstrip(BUKA + " ")) or BUKA in kiri))
        ):
            teks = _ganti(teks, i, 1, BAGI)
        elif BUKA not in kiri and not has_operator(kiri):
            return teks[i + 1 :]
    return teks


def _mark_sambung(teks: str, *, seratus: bool) -> str:
    """Find the division that is said with words only: "perbandingan A dengan B", "A terhadap jumlah B x 100%"."""
    if awal := _PERBANDINGAN.match(teks):
        isi = teks[awal.end() :]
        for pola in _SAMBUNG:
            if m := pola.search(isi):
                return f"{isi[: m.start()]} {GARIS} {isi[m.end() :]}"
    if not seratus and (m := _NAMA_TERHADAP.match(teks)):
        return f"{m[1]} {GARIS} {m[2]} {KALI} 100%"
    if not seratus and (m := _NAMA_DARI.match(teks)):
        return f"{m[1]} {GARIS} {m[2]} {KALI} 100%"
    if not seratus and (m := _PER_SERIBU.match(teks)):
        return f"{m[1]} {GARIS} {m[3]} {KALI} {m[2]}"
    if not seratus:
        m = _SAMBUNG_HITUNG.search(teks)
        return f"{teks[: m.start()]} {GARIS} {teks[m.end() :]}" if m else teks
    for pola in _SAMBUNG_SERATUS:
        if m := pola.search(teks):
            return f"{teks[: m.start()]} {GARIS} {teks[m.end() :]}"
    baris = [b for b in teks.split("\n") if b.strip()]
    if len(baris) == 2 and AWAL_HITUNG.match(baris[1]) and not has_operator(baris[0]):
        return f"{baris[0]} {GARIS} {baris[1]}"
    return teks


# --- the tree -------------------------------------------------------------------------------------------------------


def urai(teks: str) -> Bacaan:
    """
    Build the tree of a marked text.

    :raises TidakTerurai: if an operand is missing or the nesting is broken
    """
    teks, catatan = _rapikan_pengali(teks)
    pengurai = _Pengurai(list(_token(teks)))
    simpul = pengurai.read_semua()
    if pengurai.sisa:
        catatan = (*catatan, f"Bagian “{pengurai.sisa}” tidak ikut dibaca.")
    return Bacaan(simpul, pengurai.rata_rata, catatan)


def _rapikan_pengali(teks: str) -> tuple[str, tuple[str, ...]]:
    """Bring ``A ---- x 100 B`` and ``A x 100% B`` into order, and cut what follows a finished formula."""
    m = next((m for m in _PENGALI.finditer(teks) if _is_pengali(m)), None)
    if m is None:
        return teks, ()
    depan, faktor, belakang = teks[: m.start()], f"{KALI} {m[1]}{'%' if m[2] else ''}", teks[m.end() :]
    ekor = belakang.strip(" \n.,;:|-" + TUTUP)
    if depan.rstrip().endswith(GARIS):
        lanjut = re.split(rf"[{OPERATOR}]", ekor)[0]
        return f"{depan} {lanjut} {faktor}", ()
    if not ekor:
        return f"{depan} {faktor} {''.join(h for h in belakang if h == TUTUP)}", ()
    if belakang.lstrip()[:1] in OPERATOR + TUTUP:
        return teks, ()
    if not _has_pembagian(depan) and not _has_pembagian(ekor):
        return f"{depan} {GARIS} {ekor} {faktor}", ("Garis pecahan tidak tercetak; pembilang di depan pengali.",)
    if _has_pembagian(depan):
        lebih = f"Bagian “{_bersih(re.sub(f'[{OPERATOR}{BUKA}{TUTUP}]', ' ', ekor))}” tidak ikut dibaca."
        return f"{depan} {faktor}", (lebih,)
    return teks, ()


def _is_pengali(m: re.Match[str]) -> bool:
    angka = m[1].rstrip(".,").replace(".", "")
    return angka.isdigit() and int(angka) >= 100 and set(angka[1:]) == {"0"} and angka[0] == "1"


class _Token(NamedTuple):
    jenis: str
    teks: str


def _token(teks: str) -> Iterator[_Token]:
    for potong in re.split(rf"([{OPERATOR}{BUKA}{TUTUP}])", teks):
        if potong and potong in OPERATOR + BUKA + TUTUP:
            yield _Token(potong, potong)
        elif potong.strip(" \n.,;:"):
            yield _Token("operan", potong)


_OPERATOR_PER_TANDA: Final = {TAMBAH: "+", KURANG: "-", KALI: "*", BAGI: "/", GARIS: "/"}
_BATAS_KURUNG: Final = 20


class _Pengurai:
    """A small recursive-descent reader; rule lines and words divide all that stands before them."""

    def __init__(self, daftar: list[_Token]) -> None:
        self._daftar = daftar
        self._i = 0
        self._dalam = 0
        self.rata_rata = False
        self.sisa = ""

    def _lihat(self) -> str:
        return self._daftar[self._i].jenis if self._i < len(self._daftar) else ""

    def _ambil(self) -> _Token:
        self._i += 1
        return self._daftar[self._i - 1]

    def read_semua(self) -> Simpul:
        simpul = self._deret()
        if self._i < len(self._daftar):
            raise TidakTerurai("Tanda kurungnya tidak berpasangan.")
        return simpul

    def _deret(self) -> Simpul:
        """A sequence whose rule lines and word divisions take everything to their left."""
        simpul = self._jumlahan()
        while (jenis := self._lihat()) and jenis in OPERATOR:
            operator = _OPERATOR_PER_TANDA[self._ambil().jenis]
            if jenis == GARIS:
                kanan = self._jumlahan(tanpa_kali=True)
            else:
                kanan = self._atom() if jenis in KALI + BAGI else self._perkalian(tanpa_kali=False)
            simpul = Operasi(operator, simpul, kanan)
        return simpul

    def _jumlahan(self, *, tanpa_kali: bool = False) -> Simpul:
        simpul = self._perkalian(tanpa_kali=tanpa_kali)
        while self._lihat() and self._lihat() in TAMBAH + KURANG:
            operator = _OPERATOR_PER_TANDA[self._ambil().jenis]
            simpul = Operasi(operator, simpul, self._perkalian(tanpa_kali=tanpa_kali))
        return simpul

    def _perkalian(self, *, tanpa_kali: bool) -> Simpul:
        simpul = self._atom()
        while (jenis := self._lihat()) and jenis in BUKA + (BAGI if tanpa_kali else KALI + BAGI):
            operator = "*" if jenis == BUKA else _OPERATOR_PER_TANDA[self._ambil().jenis]
            simpul = Operasi(operator, simpul, self._atom())
        return simpul

    def _atom(self) -> Simpul:
        jenis = self._lihat()
        if jenis == "operan":
            return self._operan(self._ambil().teks)
        if jenis != BUKA:
            raise TidakTerurai("Ada operator yang kurang, atau tanpa nama di sebelahnya.")
        self._dalam += 1
        if self._dalam > _BATAS_KURUNG:
            raise TidakTerurai("Tanda kurung bertumpuk terlalu dalam.")
        self._ambil()
        simpul = self._deret()
        if self._lihat() == TUTUP:
            self._ambil()
        self._dalam -= 1
        if self._lihat() == "operan":
            self.sisa = _bersih(self._ambil().teks)
        return simpul

    def _operan(self, teks: str) -> Simpul:
        """A name or number; words in front of a bracket qualify it and are no operand of their own."""
        tetap = read_tetap(teks)
        if self._lihat() == BUKA and tetap is None:
            self.rata_rata = self.rata_rata or bool(re.search(r"\brata\s*-?\s*rata\b|\brerata\b", teks, re.IGNORECASE))
            return self._atom()
        if tetap is not None:
            return tetap
        nama = _bersih(teks)
        if not re.search(r"\w", nama) or re.match(r"\d+\s*% ", nama):
            raise TidakTerurai("Ada operator yang kurang, atau tanpa nama di sebelahnya.")
        if selisih := SELISIH.fullmatch(nama):
            return Operasi("-", Peubah(_bersih(selisih[1])), Peubah(_bersih(selisih[2])))
        return Peubah(nama)


def read_tetap(teks: str) -> BilanganTetap | None:
    """Return the number an operand consists of, ``100%`` as points and other percentages as fractions."""
    m = _BILANGAN_PERSEN.fullmatch(teks.strip(" \n.,;:"))
    if m is None:
        return None
    angka = _angka(m[1].rstrip(".,"))
    if angka is None:
        return None
    if not m[2]:
        return BilanganTetap(angka)
    return BilanganTetap(angka, persen=True) if angka == 100 else BilanganTetap(angka / 100)


def _angka(teks: str) -> Angka | None:
    """Read a printed number: a dot before exactly three digits groups thousands, else either sign is the decimal."""
    if len(teks) > 25:
        return None
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", teks):
        teks = teks.replace(".", "")
    m = re.fullmatch(r"(\d+)(?:[.,](\d+))?", teks)
    if m is None:
        return None
    pecahan = m[2] or ""
    return Angka(int(m[1] + pecahan), 10 ** len(pecahan))


_TANDA_TEKS: Final = {_MIN: "-", "\ue012": "-", MIRING: "/", SIGMA: " ", BARIS: " ", "\n": " "}


def _bersih(teks: str) -> str:
    """Return a name as printed: single spaces, no bullets, no marks, no loose punctuation at its ends."""
    for tanda, ganti in _TANDA_TEKS.items():
        teks = teks.replace(tanda, ganti)
    teks = " ".join(teks.replace("[", "(").replace("]", ")").split())
    teks = re.sub(r"\s+([,.;:)])", r"\1", teks)
    teks = re.sub(r"\(\s+", "(", teks)
    teks = _NAMA_PERSEN.sub("", teks.strip(" .,;:|\"'*_=-"))
    teks = re.sub(r"^(?:dari|adalah|antara|yaitu)\s+(?=" + HITUNG + r"\b)", "", teks, flags=re.IGNORECASE)
    teks = re.sub(r"^(?:[f]\s*\(x\)|\d{1,2}[.)](?!\d)|[a-z][.)])\s*[:=]?\s*", "", teks, flags=re.IGNORECASE)
    if teks.count("(") != teks.count(")"):
        teks = teks.strip("()") if teks.count("(") + teks.count(")") == 1 and teks[:1] + teks[-1:] != "" else teks
    return teks.strip(" .,;:|\"'*_=")


def clean_nama(teks: str) -> str:
    """See ``_bersih``; for texts without operators."""
    return _bersih(teks)
