"""What the pages of agreements show, as texts and addresses: templates only write it down."""
