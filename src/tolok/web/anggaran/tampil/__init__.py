"""What the pages of the budget show, as texts and addresses: templates only write it down."""
