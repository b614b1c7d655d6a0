"""How well published documents are read: documents of random agencies in many layouts, and what was read of them."""
