"""Pages of the plan: the organisation of the year, and its settings."""
