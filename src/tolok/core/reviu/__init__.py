"""
The machine that reads like an inspector: rules over what was read (``core.bacaan``) that yield ``Temuan``.

``daftar`` names every rule, ``periksa`` runs them over one or several files. A rule speaks only where the printed parts
cannot all be right; a wrong accusation costs more than a miss.
"""
