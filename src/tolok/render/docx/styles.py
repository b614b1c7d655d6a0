"""The styles, numbering and font table of a DOCX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tolok.render import gaya
from tolok.render.docx.xml import KEPALA, NS_W, twip
from tolok.render.warna import WARNA

LEBAR_DAFTAR: Final = twip(gaya.TEGAK.lebar_isi)
JENIS_BUTIR: Final = ("angka", "huruf", "bulatan")
_BARIS_ISI: Final = 268
"""Line height of running text in 240ths of a line; the same distance as in the PDF."""


def _gaya(
    id_gaya: str,
    nama: str,
    *,
    dasar: str = "Normal",
    berikut: str = "",
    alinea: str = "",
    larik: str = "",
    mutu: bool = True,
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_gaya}"><w:name w:val="{nama}"/>'
        + (f'<w:basedOn w:val="{dasar}"/>' if dasar else "")
        + (f'<w:next w:val="{berikut}"/>' if berikut else "")
        + ("<w:qFormat/>" if mutu else '<w:uiPriority w:val="39"/>')
        + (f"<w:pPr>{alinea}</w:pPr>" if alinea else "")
        + (f"<w:rPr>{larik}</w:rPr>" if larik else "")
        + "</w:style>"
    )


def _ukuran(pt: int) -> str:
    return f'<w:sz w:val="{pt * 2}"/><w:szCs w:val="{pt * 2}"/>'


def gaya_isi_tabel(ukuran: int) -> str:
    """Return the id of the paragraph style of table cells of a font size."""
    return f"IsiTabel{ukuran}"


def _judul(tingkat: int) -> str:
    tengah = '<w:jc w:val="center"/>' if tingkat == 1 else ""
    sela = '<w:spacing w:before="240" w:after="240"/>' if tingkat == 1 else '<w:spacing w:before="240" w:after="100"/>'
    larik = f"<w:b/><w:bCs/>{_ukuran(gaya.UKURAN_JUDUL[tingkat])}"
    awal = "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
    return _gaya(
        f"Heading{tingkat}",
        f"heading {tingkat}",
        berikut="BodyText",
        alinea=f'{awal}{sela}{tengah}<w:outlineLvl w:val="{tingkat - 1}"/>',
        larik=larik,
    ) + _gaya(
        f"JudulTanpaDaftar{tingkat}",
        f"Judul Tanpa Daftar {tingkat}",
        dasar=f"Heading{tingkat}",
        berikut="BodyText",
        alinea='<w:outlineLvl w:val="9"/>',
    )


def _daftar_isi(tingkat: int) -> str:
    kiri = 340 * (tingkat - 1)
    return _gaya(
        f"TOC{tingkat}",
        f"toc {tingkat}",
        alinea=(
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{LEBAR_DAFTAR}"/></w:tabs>'
            f'<w:spacing w:before="{80 if tingkat == 1 else 0}" w:after="40"/>'
            f'<w:ind w:left="{kiri + 340}" w:hanging="340"/>'
        ),
        mutu=False,
    )


def styles_xml(daftar_ukuran_tabel: Iterable[int]) -> str:
    """Return ``word/styles.xml``; one cell style for each font size that the tables use."""
    huruf = f'<w:rFonts w:ascii="{gaya.HURUF}" w:hAnsi="{gaya.HURUF}" w:eastAsia="{gaya.HURUF}" w:cs="{gaya.HURUF}"/>'
    garis = "".join(
        f'<w:{sisi} w:val="single" w:sz="4" w:space="0" w:color="{WARNA["garis"].upper()}"/>'
        for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    tepi_sel = (
        '<w:tblCellMar><w:top w:w="25" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="25" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    isi = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{huruf}"
        f'<w:color w:val="{WARNA["teks"].upper()}"/>{_ukuran(gaya.UKURAN_ISI)}'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/></w:style>',
        *(_judul(tingkat) for tingkat in (1, 2, 3, 4)),
        _gaya("BodyText", "Body Text", alinea=f'<w:spacing w:after="106" w:line="{_BARIS_ISI}" w:lineRule="auto"/>'),
        _gaya("Title", "Title", alinea='<w:spacing w:before="120" w:after="120"/>', larik=f"<w:b/>{_ukuran(22)}"),
        _gaya("Subtitle", "Subtitle", alinea='<w:spacing w:before="120" w:after="120"/>', larik=_ukuran(14)),
        _gaya("Quote", "Quote", dasar="BodyText", alinea='<w:ind w:left="567" w:right="567"/>', larik="<w:i/>"),
        _gaya(
            "Keterangan",
            "Keterangan",
            alinea='<w:spacing w:before="20" w:after="20"/>',
            larik=_ukuran(gaya.UKURAN_KETERANGAN),
        ),
        _gaya(
            "Caption",
            "caption",
            alinea='<w:suppressAutoHyphens/><w:spacing w:before="160" w:after="80"/><w:jc w:val="center"/>',
        ),
        _gaya("ListNumber", "List Number", dasar="BodyText"),
        _gaya("ListBullet", "List Bullet", dasar="BodyText"),
        *(_daftar_isi(tingkat) for tingkat in (1, 2, 3, 4)),
        _gaya(
            "TableofFigures",
            "table of figures",
            alinea=(
                f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{LEBAR_DAFTAR}"/></w:tabs>'
                '<w:spacing w:after="40"/><w:ind w:left="340" w:hanging="340"/>'
            ),
            mutu=False,
        ),
        _gaya(
            "Footer",
            "footer",
            alinea=f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="{WARNA["garis"].upper()}"/></w:pBdr>',
            larik=_ukuran(gaya.UKURAN_KAKI),
            mutu=False,
        ),
        _gaya("KakiTengah", "Kaki Tengah", alinea='<w:jc w:val="center"/>', larik=_ukuran(gaya.UKURAN_KAKI)),
        _gaya("Gambar", "Gambar", alinea='<w:keepNext/><w:spacing w:before="160"/><w:jc w:val="center"/>'),
        _gaya(
            "TandaTangan",
            "Tanda Tangan",
            alinea='<w:keepLines/><w:suppressAutoHyphens/><w:jc w:val="center"/>',
        ),
        _gaya("Sela", "Sela", alinea='<w:spacing w:line="160" w:lineRule="exact"/>', larik=_ukuran(2)),
        *(
            _gaya(
                gaya_isi_tabel(ukuran),
                f"Isi Tabel {ukuran}",
                alinea='<w:spacing w:line="245" w:lineRule="auto"/>',
                larik=_ukuran(ukuran),
            )
            for ukuran in daftar_ukuran_tabel
        ),
        f'<w:style w:type="table" w:styleId="TabelTolok"><w:name w:val="Tabel Tolok"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{garis}</w:tblBorders>{tepi_sel}</w:tblPr></w:style>",
    ]
    return f'{KEPALA}<w:styles xmlns:w="{NS_W}">{"".join(isi)}</w:styles>'


def numbering_xml(daftar_jenis: Iterable[str]) -> str:
    """Return ``word/numbering.xml``; each list of the document is its own instance, so each starts from one."""
    rupa = {"angka": ("decimal", "%1."), "huruf": ("lowerLetter", "%1."), "bulatan": ("bullet", "•")}
    abstrak = "".join(
        f'<w:abstractNum w:abstractNumId="{urut}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{rupa[jenis][0]}"/>'
        f'<w:lvlText w:val="{rupa[jenis][1]}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="368"/></w:pPr></w:lvl></w:abstractNum>'
        for urut, jenis in enumerate(JENIS_BUTIR)
    )
    nyata = "".join(
        f'<w:num w:numId="{nomor}"><w:abstractNumId w:val="{JENIS_BUTIR.index(jenis)}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for nomor, jenis in enumerate(daftar_jenis, start=1)
    )
    return f'{KEPALA}<w:numbering xmlns:w="{NS_W}">{abstrak}{nyata}</w:numbering>'


def font_table_xml() -> str:
    """Return ``word/fontTable.xml``: where Liberation is not installed, the font of the same metrics is taken."""
    return (
        f'{KEPALA}<w:fonts xmlns:w="{NS_W}">'
        f'<w:font w:name="{gaya.HURUF}"><w:altName w:val="Times New Roman"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        f'<w:font w:name="{gaya.HURUF_GAMBAR}"><w:altName w:val="Arial"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
