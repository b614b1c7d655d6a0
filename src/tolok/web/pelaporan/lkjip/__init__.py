"""The LKjIP as a place to work in: its parts, what is still to do in each, and the texts that officers write."""
