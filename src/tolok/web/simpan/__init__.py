"""What models share: how core values become columns, and rows that refuse a stale write."""
