"""Runs, content controls, formulas and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tolok.core.rumus.printing import to_omml
from tolok.render.docx.xml import alinea, atribut_xml, larik
from tolok.render.gaya import UKURAN_ISI
from tolok.render.identitas import identitas_sel, tag_identitas
from tolok.render.tata_letak import Isi, Matematika, Paragraf, Perataan, Teks

_PANJANG_ALIAS = 64
"""Word shows at most this many characters of the title of a content control and refuses more."""

_TEKS_RUMUS = re.compile("<m:t[ >]")
_GAYA_PER_PARAGRAF: dict[str, tuple[str, Perataan | None]] = {
    "biasa": ("BodyText", "rata"),
    "tengah": ("BodyText", "tengah"),
    "keterangan": ("Keterangan", None),
    "sampul": ("Subtitle", "tengah"),
    "sampul_besar": ("Title", "tengah"),
    "kutipan": ("Quote", "rata"),
}


@dataclass(slots=True)
class Penghitung:
    """
    The running numbers of one document; whatever needs an id takes the next, so ids never depend on chance.

    It also notes which lists and which font sizes of tables the document uses, for the parts that define them.
    """

    terakhir: int = 0
    daftar_butir: list[str] = field(default_factory=list)
    daftar_ukuran: set[int] = field(default_factory=set)

    def next_id(self) -> int:
        """Return the next id."""
        self.terakhir += 1
        return self.terakhir

    def next_daftar(self, jenis: str) -> int:
        """Return the number of a new list of this kind."""
        self.daftar_butir.append(jenis)
        return len(self.daftar_butir)


def kendali(isi: str, identitas: str, penghitung: Penghitung) -> str:
    """Return runs inside a content control that names the quantity they print."""
    alias = atribut_xml(identitas.rsplit("/", 1)[-1][:_PANJANG_ALIAS])
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag_identitas(identitas)}"/>'
        f'<w:id w:val="{penghitung.next_id()}"/></w:sdtPr><w:sdtContent>{isi}</w:sdtContent></w:sdt>'
    )


def isi_xml(
    daftar: Iterable[Isi],
    penghitung: Penghitung,
    *,
    tebal: bool = False,
    miring: bool = False,
    ukuran: int = UKURAN_ISI,
    ubah: Callable[[str], str] = str,
) -> str:
    """
    Return the runs of a paragraph.

    ``tebal``, ``miring`` and ``ukuran`` (of formulas) come from the cell they stand in; ``ubah`` breaks long words.
    """
    hasil = []
    for isi in daftar:
        match isi:
            case Teks():
                satu = larik(ubah(isi.teks), tebal=isi.tebal or tebal, miring=isi.miring or miring)
                sel = identitas_sel(isi)
                hasil.append(kendali(satu, sel.identitas, penghitung) if sel and sel.identitas else satu)
            case Matematika():
                hasil.append(rumus_xml(isi, ukuran))
    return "".join(hasil)


def is_rumus(paragraf: Paragraf) -> bool:
    """Whether a paragraph is a formula alone, which is then displayed."""
    return len(paragraf.isi) == 1 and isinstance(paragraf.isi[0], Matematika)


def rumus_xml(rumus: Matematika, ukuran: int) -> str:
    """Return a formula in the size of its text; not every word processor takes the size from the paragraph."""
    huruf = '<w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/>'
    sifat = f'<w:rPr>{huruf}<w:sz w:val="{ukuran * 2}"/><w:szCs w:val="{ukuran * 2}"/></w:rPr>'
    return _TEKS_RUMUS.sub(sifat + r"\g<0>", to_omml(rumus.simpul))


def rumus_tampil(
    paragraf: Paragraf, penghitung: Penghitung, *, perataan: str = "center", ukuran: int = UKURAN_ISI
) -> str:
    """Return a displayed formula."""
    sifat = f'<m:oMathParaPr><m:jc m:val="{perataan}"/></m:oMathParaPr>'
    return f"<m:oMathPara>{sifat}{isi_xml(paragraf.isi, penghitung, ukuran=ukuran)}</m:oMathPara>"


def paragraf_xml(
    paragraf: Paragraf, penghitung: Penghitung, *, halaman_baru: bool = False, berikut: bool = False, sela: str = ""
) -> str:
    """Return a paragraph of running text; ``berikut`` keeps it with the next, ``sela`` is the space around it."""
    gaya, perataan = _GAYA_PER_PARAGRAF[paragraf.gaya]
    isi = rumus_tampil(paragraf, penghitung) if is_rumus(paragraf) else isi_xml(paragraf.isi, penghitung)
    perataan = paragraf.perataan or perataan
    return alinea(isi, gaya=gaya, perataan=perataan, halaman_baru=halaman_baru, berikut=berikut, sela=sela)
