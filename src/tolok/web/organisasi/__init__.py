"""Who the agency is: editions of its organisation, positions, postings, and who may do what."""
