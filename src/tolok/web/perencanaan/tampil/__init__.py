"""What the pages of organisation and settings show, as texts and addresses: templates only write it down."""
