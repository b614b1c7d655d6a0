"""Pages of the LKjIP, of its texts, and of the documents."""
