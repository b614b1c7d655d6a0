"""An agency-year as plain files (TOML, CSV, XLSX) to and from core values."""
