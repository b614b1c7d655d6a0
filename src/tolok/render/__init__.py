"""Documents to a neutral layout, and the layout to DOCX, PDF, XLSX and HTML."""
