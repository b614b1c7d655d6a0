"""What was read from a published file: neutral blocks with their place (``blok``), and what they mean (``dokumen``)."""
