"""Where a number comes from: the tree, the indicators, and the story of any quantity."""
