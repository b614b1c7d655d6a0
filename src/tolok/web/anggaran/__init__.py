"""The budget: tree editions, numbered pagu editions, realisasi, mapping to the plan."""
