"""The Perjanjian Kinerja and its targets."""
