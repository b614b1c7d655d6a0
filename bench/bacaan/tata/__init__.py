"""
Documents of random agencies in many layouts, each with the truth about it.

``bahan`` makes what an agency knows, ``tata_letak`` loads the layouts (one TOML file each, in ``latih`` and ``uji``),
``kolom`` and ``kisi`` lay rows out as tables, ``jenis`` puts tables and text together to documents.
"""
