"""How well documents are reviewed: known faults put into generated documents, and what the review says of them."""
