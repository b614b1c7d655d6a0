"""Published documents into the database: upload, reading, preview beside the source, and all or nothing."""
