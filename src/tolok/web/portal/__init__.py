"""What is seen across all stages: the start page of each role, search, history, and what everybody may see."""
