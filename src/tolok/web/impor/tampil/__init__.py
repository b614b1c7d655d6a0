"""What the pages of imports show, as texts and addresses."""
