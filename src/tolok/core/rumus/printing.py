"""
Tree -> text: the canonical surface, and LaTeX, MathML, OMML and Typst with real fractions.

``to_teks`` is what is stored and typed: ``parse_rumus(to_teks(t)) == t``. The other four are for documents; they
take any tree, also one with numbers put in (``with_nilai``). One walk serves them all; each form is a ``Gaya`` that
only knows how its parts are written.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final, Protocol

from tolok.core.angka import Angka
from tolok.core.cetak_angka import MINUS, SPASI_KERAS
from tolok.core.jejak import Jejak
from tolok.core.nilai import Bilangan, Kategori
from tolok.core.rumus.bilangan import format_potong, format_tetap
from tolok.core.rumus.functions import ABS, DAFTAR_FUNGSI, KATEGORI
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.satuan import PERSEN, RUPIAH, normalize_satuan

_KUAT: Final = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}
_KUAT_NEGATIF: Final = 3
_KUAT_SETELAH_TANDA: Final = 4
"""What is negative gets brackets after another sign where people read it: ``5 − (−2)``."""
_KUAT_ATOM: Final = 5

_XML_TERLARANG: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

SEBUTAN_GESER: Final = {"": "", "tahun_lalu": "tahun lalu", "triwulan_lalu": "triwulan lalu"}


def label_terbaca(peubah: Peubah) -> str:
    """Return the name of a variable as a reader says it: ``Kasus tahun lalu``."""
    return f"{peubah.label} {SEBUTAN_GESER[peubah.geser]}".rstrip()


def _kuat(simpul: Simpul) -> int:
    match simpul:
        case Operasi(operator=operator):
            return _KUAT[operator]
        case Negatif():
            return _KUAT_NEGATIF
        case BilanganTetap(angka=angka) if angka < 0:
            return _KUAT_NEGATIF
        case _:
            return _KUAT_ATOM


def to_teks(simpul: Simpul, *, cetak: bool = False) -> str:
    """
    Return the canonical text of a formula.

    :param cetak: write ``×`` and ``−`` and the names without brackets, for sentences; such text is not read back
    """
    match simpul:
        case BilanganTetap(angka=angka, persen=persen):
            teks = format_tetap(angka) + ("%" if persen else "")
            return teks if cetak else teks.replace(MINUS, "-")
        case Peubah(label=label, geser=geser):
            return label_terbaca(simpul) if cetak else f"[{label}]{'@' + geser if geser else ''}"
        case Negatif(isi=isi):
            return (MINUS if cetak else "-") + _kurungi(isi, _KUAT_NEGATIF, cetak)
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            kuat = _KUAT[operator]
            if operator == "^":
                return f"{_kurungi(kiri, kuat + 1, cetak)}^{_kurungi(kanan, _KUAT_NEGATIF, cetak)}"
            tanda = {"*": "×", "-": MINUS}.get(operator, operator) if cetak else operator
            batas = _KUAT_SETELAH_TANDA if cetak and _kuat(kanan) == _KUAT_NEGATIF else kuat + 1
            return f"{_kurungi(kiri, kuat, cetak)} {tanda} {_kurungi(kanan, batas, cetak)}"
        case _:
            nama = DAFTAR_FUNGSI[simpul.fungsi].sebutan if cetak else simpul.fungsi
            return f"{nama}({'; '.join(to_teks(a, cetak=cetak) for a in simpul.argumen)})"


def _kurungi(simpul: Simpul, paling_lemah: int, cetak: bool) -> str:
    teks = to_teks(simpul, cetak=cetak)
    return f"({teks})" if _kuat(simpul) < paling_lemah else teks


class Gaya(Protocol):
    """How one output form writes the parts of a formula."""

    def bilangan(self, teks: str) -> str:
        """A number, perhaps with ``%`` behind it."""

    def nama(self, teks: str) -> str:
        """The name of a variable or function."""

    def tanda(self, operator: str) -> str:
        """One of ``+ - * ;``."""

    def kurung(self, isi: str, buka: str, tutup: str) -> str:
        """Brackets that grow with their contents."""

    def pecahan(self, atas: str, bawah: str) -> str:
        """A fraction."""

    def pangkat(self, dasar: str, pangkat: str) -> str:
        """A power."""


def _susun(simpul: Simpul, gaya: Gaya) -> str:
    match simpul:
        case BilanganTetap(angka=angka, persen=persen):
            return gaya.bilangan(format_tetap(angka) + ("%" if persen else ""))
        case Peubah():
            return gaya.nama(label_terbaca(simpul))
        case Negatif(isi=isi):
            return gaya.tanda("-") + _susun_kurung(isi, _KUAT_NEGATIF, gaya)
        case Operasi(operator="/", kiri=kiri, kanan=kanan):
            return gaya.pecahan(_susun(kiri, gaya), _susun(kanan, gaya))
        case Operasi(operator="^", kiri=kiri, kanan=kanan):
            is_polos = isinstance(kiri, Peubah | Panggilan) or _is_polos(kiri)
            alas = _susun(kiri, gaya) if is_polos else gaya.kurung(_susun(kiri, gaya), "(", ")")
            return gaya.pangkat(alas, _susun(kanan, gaya))
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            kuat = _KUAT[operator]
            batas = _KUAT_SETELAH_TANDA if _kuat(kanan) == _KUAT_NEGATIF else kuat + 1
            return _susun_kurung(kiri, kuat, gaya) + gaya.tanda(operator) + _susun_kurung(kanan, batas, gaya)
        case _:
            deret = gaya.tanda(";").join(_susun(a, gaya) for a in simpul.argumen)
            if simpul.fungsi == KATEGORI:
                return deret
            if simpul.fungsi == ABS:
                return gaya.kurung(deret, "|", "|")
            return gaya.nama(DAFTAR_FUNGSI[simpul.fungsi].sebutan) + gaya.kurung(deret, "(", ")")


def _is_polos(simpul: Simpul) -> bool:
    return isinstance(simpul, BilanganTetap) and simpul.angka >= 0


def _susun_kurung(simpul: Simpul, paling_lemah: int, gaya: Gaya) -> str:
    teks = _susun(simpul, gaya)
    is_pecahan = isinstance(simpul, Operasi) and simpul.operator == "/"
    return teks if is_pecahan or _kuat(simpul) >= paling_lemah else gaya.kurung(teks, "(", ")")


class _Latex:
    _LOLOS: Final = {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "^": r"\^{}",
        "_": r"\_", "~": r"\~{}", "%": r"\%",
    }  # fmt: skip
    _TANDA: Final = {"+": " + ", "-": " - ", "*": r" \times ", ";": "; "}

    def bilangan(self, teks: str) -> str:
        return teks.replace("%", r"\%").replace(MINUS, "-").replace(",", "{,}").replace("…", r"\ldots ")

    def nama(self, teks: str) -> str:
        return rf"\text{{{''.join(self._LOLOS.get(h, h) for h in teks)}}}"

    def tanda(self, operator: str) -> str:
        return self._TANDA[operator]

    def kurung(self, isi: str, buka: str, tutup: str) -> str:
        return rf"\left{buka}{isi}\right{tutup}"

    def pecahan(self, atas: str, bawah: str) -> str:
        return rf"\frac{{{atas}}}{{{bawah}}}"

    def pangkat(self, dasar: str, pangkat: str) -> str:
        return f"{{{dasar}}}^{{{pangkat}}}"


def _xml(teks: str) -> str:
    return escape(_XML_TERLARANG.sub("", teks), quote=False)


class _Mathml:
    _TANDA: Final = {"+": "+", "-": MINUS, "*": "×", ";": ";"}

    def bilangan(self, teks: str) -> str:
        angka, persen, _ = teks.partition("%")
        return f"<mn>{angka}</mn>" + ("<mo>%</mo>" if persen else "")

    def nama(self, teks: str) -> str:
        return f"<mtext>{_xml(teks)}</mtext>"

    def tanda(self, operator: str) -> str:
        return f"<mo>{self._TANDA[operator]}</mo>"

    def kurung(self, isi: str, buka: str, tutup: str) -> str:
        return f"<mrow><mo>{buka}</mo>{isi}<mo>{tutup}</mo></mrow>"

    def pecahan(self, atas: str, bawah: str) -> str:
        return f"<mfrac><mrow>{atas}</mrow><mrow>{bawah}</mrow></mfrac>"

    def pangkat(self, dasar: str, pangkat: str) -> str:
        return f"<msup><mrow>{dasar}</mrow><mrow>{pangkat}</mrow></msup>"


class _Omml:
    _TANDA: Final = {"+": "+", "-": MINUS, "*": "×", ";": "; "}

    def bilangan(self, teks: str) -> str:
        return f"<m:r><m:t>{teks}</m:t></m:r>"

    def nama(self, teks: str) -> str:
        return f'<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve">{_xml(teks)}</m:t></m:r>'

    def tanda(self, operator: str) -> str:
        return f'<m:r><m:t xml:space="preserve">{self._TANDA[operator]}</m:t></m:r>'

    def kurung(self, isi: str, buka: str, tutup: str) -> str:
        sifat = f'<m:dPr><m:begChr m:val="{buka}"/><m:endChr m:val="{tutup}"/></m:dPr>'
        return f"<m:d>{sifat}<m:e>{isi}</m:e></m:d>"

    def pecahan(self, atas: str, bawah: str) -> str:
        return f"<m:f><m:num>{atas}</m:num><m:den>{bawah}</m:den></m:f>"

    def pangkat(self, dasar: str, pangkat: str) -> str:
        return f"<m:sSup><m:e>{dasar}</m:e><m:sup>{pangkat}</m:sup></m:sSup>"


class _Typst:
    _TANDA: Final = {"+": " + ", "-": " - ", "*": " times ", ";": '"; "'}

    def bilangan(self, teks: str) -> str:
        return f'"{teks}"'

    def nama(self, teks: str) -> str:
        aman = _XML_TERLARANG.sub("", teks).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{" ".join(aman.split())}"'

    def tanda(self, operator: str) -> str:
        return self._TANDA[operator]

    def kurung(self, isi: str, buka: str, tutup: str) -> str:
        return f" lr({buka} {isi} {tutup})"

    def pecahan(self, atas: str, bawah: str) -> str:
        return f"frac({atas}, {bawah})"

    def pangkat(self, dasar: str, pangkat: str) -> str:
        return f"attach({dasar}, t: {pangkat})"


def to_latex(simpul: Simpul) -> str:
    """Return the formula as LaTeX math without delimiters: ``\\frac{\\text{…}}{\\text{…}} \\times 100\\%``."""
    return _susun(simpul, _Latex()).strip()


def to_mathml(simpul: Simpul, *, hasil: Bilangan | None = None) -> str:
    """
    Return a ``<math display="block">`` element; names are escaped.

    :param hasil: what the formula comes to, written behind it in full or cut with an ellipsis: ``= 70,3193832…%``
    """
    ruang = "http://www.w3.org/1998/Math/MathML"
    isi = _susun(simpul, _Mathml()) + (_susun_hasil(hasil) if hasil is not None else "")
    return f'<math xmlns="{ruang}" display="block"><mrow>{isi}</mrow></math>'


def _susun_hasil(hasil: Bilangan) -> str:
    tanda = "≈" if hasil.angka.hampiran else "="
    satuan, teks = normalize_satuan(hasil.satuan), f"<mn>{format_potong(hasil.angka)}</mn>"
    if satuan == RUPIAH:
        teks = f"<mtext>{RUPIAH}{SPASI_KERAS}</mtext>{teks}"
    elif satuan == PERSEN:
        teks += "<mo>%</mo>"
    elif satuan:
        teks += f"<mtext>{SPASI_KERAS}{_xml(satuan)}</mtext>"
    return f"<mo>{tanda}</mo>{teks}"


def to_omml(simpul: Simpul) -> str:
    """Return an ``<m:oMath>`` element for Office documents, with its namespace."""
    ruang = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return f'<m:oMath xmlns:m="{ruang}">{_susun(simpul, _Omml())}</m:oMath>'


def to_typst(simpul: Simpul) -> str:
    """Return Typst math markup without dollar signs; every name and number is quoted."""
    return _susun(simpul, _Typst()).strip()


_OPERATOR_PER_OPERASI: Final = {"tambah": "+", "kurang": "-", "kali": "*", "bagi": "/", "pangkat": "^"}


def with_nilai(jejak: Jejak) -> Simpul:
    """
    Return the formula of an evaluation with its numbers put in, for any of the printers above.

    A variable without a value keeps its name; a list shows how many numbers it holds.

    :raises ValueError: if the trace holds no formula
    """
    akar = next((j for j in jejak.telusuri() if j.operasi in ("rumus", KATEGORI)), None)
    if akar is None:
        raise ValueError("jejak ini bukan jejak sebuah rumus")
    return _isi_nilai(akar)


def _isi_nilai(jejak: Jejak) -> Simpul:
    match jejak:
        case Jejak(operasi="rumus", anak=(isi,)):
            return _isi_nilai(isi)
        case Jejak(operasi="variabel", nilai=Bilangan(angka=angka)):
            return BilanganTetap(angka)
        case Jejak(operasi="variabel", nilai=Kategori(label=label)):
            return Peubah(label)
        case Jejak(operasi="daftar", uraian=uraian, nilai=Bilangan(angka=banyak)):
            return Peubah(f"{format_tetap(banyak)} data {uraian}")
        case Jejak(operasi="tetap", uraian=uraian, nilai=Angka() as angka):
            return BilanganTetap(angka, persen=uraian.endswith("%"))
        case Jejak(operasi="negatif", anak=(isi,)):
            return Negatif(_isi_nilai(isi))
        case Jejak(operasi=operasi, anak=(kiri, kanan)) if operasi in _OPERATOR_PER_OPERASI:
            return Operasi(_OPERATOR_PER_OPERASI[operasi], _isi_nilai(kiri), _isi_nilai(kanan))
        case Jejak(operasi=operasi, anak=anak) if operasi in DAFTAR_FUNGSI:
            return Panggilan(operasi, tuple(_isi_nilai(a) for a in anak))
        case _:
            return Peubah(jejak.uraian)
