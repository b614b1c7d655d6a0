"""The plan: years, plan editions, indicators, variables, targets, policies, scales."""
