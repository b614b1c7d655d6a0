"""The parts around the body: content types, relations, properties, settings and the map of identities."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final

from tolok.render import identitas
from tolok.render.docx.xml import KEPALA, NS_W, atribut_xml, teks_xml
from tolok.render.tata_letak import Naskah

NS_IDENTITAS: Final = "urn:tolok:identitas:1"
_NS_PAKET: Final = "http://schemas.openxmlformats.org/package/2006"
_NS_KANTOR: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ID_BAGIAN: Final = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, NS_IDENTITAS)).upper() + "}"


def _hubungan(daftar: Sequence[tuple[str, str, str]]) -> str:
    isi = "".join(f'<Relationship Id="{nomor}" Type="{jenis}" Target="{tujuan}"/>' for nomor, jenis, tujuan in daftar)
    return f'{KEPALA}<Relationships xmlns="{_NS_PAKET}/relationships">{isi}</Relationships>'


def bagian_tetap(naskah: Naskah, jumlah_kaki: int) -> dict[str, str]:
    """Return every part that does not depend on the body, by its name in the archive."""
    daftar_kaki = range(1, jumlah_kaki + 1)
    jenis = {
        "/word/document.xml": f"{_WML}.document.main+xml",
        "/word/styles.xml": f"{_WML}.styles+xml",
        "/word/numbering.xml": f"{_WML}.numbering+xml",
        "/word/settings.xml": f"{_WML}.settings+xml",
        "/word/fontTable.xml": f"{_WML}.fontTable+xml",
        **{f"/word/footer{n}.xml": f"{_WML}.footer+xml" for n in daftar_kaki},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }
    ganti = "".join(f'<Override PartName="{nama}" ContentType="{satu}"/>' for nama, satu in jenis.items())
    dasar = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    dokumen = f"{_NS_KANTOR}/relationships"
    return {
        "[Content_Types].xml": f'{KEPALA}<Types xmlns="{_NS_PAKET}/content-types">{dasar}{ganti}</Types>',
        "_rels/.rels": _hubungan(
            (
                ("rId1", f"{dokumen}/officeDocument", "word/document.xml"),
                ("rId2", f"{_NS_PAKET}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{dokumen}/extended-properties", "docProps/app.xml"),
            )
        ),
        "word/_rels/document.xml.rels": _hubungan(
            (
                ("rId1", f"{dokumen}/styles", "styles.xml"),
                ("rId2", f"{dokumen}/numbering", "numbering.xml"),
                ("rId3", f"{dokumen}/settings", "settings.xml"),
                ("rId4", f"{dokumen}/fontTable", "fontTable.xml"),
                ("rId5", f"{dokumen}/customXml", "../customXml/item1.xml"),
                *((f"rIdKaki{n}", f"{dokumen}/footer", f"footer{n}.xml") for n in daftar_kaki),
            )
        ),
        "word/settings.xml": _settings_xml(),
        "docProps/core.xml": _core_xml(naskah),
        "docProps/app.xml": (
            f'{KEPALA}<Properties xmlns="{_NS_KANTOR}/extended-properties"><Application>Tolok</Application>'
            f"<Company>{teks_xml(naskah.penerbit)}</Company></Properties>"
        ),
        "customXml/item1.xml": _identitas_xml(naskah),
        "customXml/itemProps1.xml": (
            f'{KEPALA}<ds:datastoreItem xmlns:ds="{_NS_KANTOR}/customXml" ds:itemID="{_ID_BAGIAN}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NS_IDENTITAS}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "customXml/_rels/item1.xml.rels": _hubungan((("rId1", f"{dokumen}/customXmlProps", "itemProps1.xml"),)),
    }


def _settings_xml() -> str:
    return (
        f'{KEPALA}<w:settings xmlns:w="{NS_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="true"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _core_xml(naskah: Naskah) -> str:
    waktu = f"{naskah.tanggal.isoformat()}T00:00:00Z"
    return (
        f'{KEPALA}<cp:coreProperties xmlns:cp="{_NS_PAKET}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{teks_xml(naskah.judul)}</dc:title><dc:subject>{teks_xml(naskah.subjek)}</dc:subject>"
        f"<dc:creator>{teks_xml(naskah.penerbit)}</dc:creator><dc:language>id-ID</dc:language>"
        f"<cp:lastModifiedBy>{teks_xml(naskah.penerbit)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{waktu}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{waktu}</dcterms:modified></cp:coreProperties>'
    )


def _identitas_xml(naskah: Naskah) -> str:
    """The map from the tags of the content controls to identities and exact values, each identity once."""
    baris = {}
    for satu in identitas.collect_identitas(naskah):
        if satu.identitas in baris and satu.nilai is None:
            continue
        baris[satu.identitas] = (
            f'<sel tag="{identitas.tag_identitas(satu.identitas)}" identitas="{atribut_xml(satu.identitas)}" '
            f'nilai="{atribut_xml(identitas.format_nilai_tepat(satu.nilai))}" '
            f'satuan="{atribut_xml(identitas.satuan_nilai(satu.nilai))}" tercetak="{atribut_xml(satu.tercetak)}"/>'
        )
    data = "".join(
        f'<data nama="{atribut_xml(nama)}" isi="{atribut_xml(isi)}"/>' for nama, isi in sorted(naskah.data.items())
    )
    return (
        f'{KEPALA}<naskah xmlns="{NS_IDENTITAS}" versi="{identitas.VERSI_FORMAT}" jenis="{atribut_xml(naskah.jenis)}" '
        f'tanggal="{naskah.tanggal.isoformat()}">{data}{"".join(baris.values())}</naskah>'
    )
